//! Where a cell of one table stands in another: a cell of it, or the whole of cells that it has.

use super::{
    cuts::Whole,
    table::{Axis, Table},
};

/// How the cells of one table lie in another.
#[derive(Debug)]
pub struct Link {
    /// For each dimension of the other table where its category comes from.
    sources: Vec<Source>,
    /// Dimensions that the other table has not: there a cell must be the whole.
    rest: Vec<usize>,
}

/// Where a category of the other table comes from.
#[derive(Debug)]
enum Source {
    /// From a dimension of the first, by category.
    Axis(usize, Vec<Spot>),
    /// The first has no such dimension: it is all of it.
    Whole(Spot),
}

/// A category's place in another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A category.
    Category(usize),
    /// The parts of a cut make it.
    Cut(usize),
    /// It has no place there.
    Nowhere,
}

/// A cell's place in another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A cell, by row.
    Cell(usize),
    /// The whole of a cut: dimension, cut, and the row at the dimension's first category.
    Cut(usize, usize, usize),
}

impl Link {
    /// None where a dimension of the other has no whole, and the first does not know it.
    pub fn of(from: &Table, to: &Table) -> Option<Self> {
        let mut sources = Vec::new();
        let mut used = vec![false; from.axes.len()];
        for (axis, dimension) in to.axes.iter().zip(&to.cube.dimensions) {
            let own = from.cube.dimensions.iter().position(|own| own.id == dimension.id && own.kind == dimension.kind);
            let Some(own) = own else {
                match all_of(axis) {
                    Spot::Nowhere => return None,
                    spot => sources.push(Source::Whole(spot)),
                }
                continue;
            };
            if let Some(used) = used.get_mut(own) {
                *used = true;
            }
            let top = from.axes.get(own).and_then(|axis| axis.top);
            let categories = from.cube.dimensions.get(own).map(|it| it.categories.as_slice()).unwrap_or_default();
            let spots = categories.iter().enumerate().map(|(place, category)| match axis.place(&category.code) {
                Some(category) => Spot::Category(category),
                None if top == Some(place) => all_of(axis),
                None => virtual_of(axis, &Whole::Code(category.code.clone())),
            });
            sources.push(Source::Axis(own, spots.collect()));
        }
        let rest = used.iter().enumerate().filter(|(_, used)| !**used).map(|(place, _)| place).collect();
        Some(Self { sources, rest })
    }

    /// Where a row of the first table stands; `instead` is a whole that the first has no category for, in one of its dimensions.
    pub fn find(&self, from: &Table, to: &Table, row: usize, instead: Option<(usize, &Whole)>) -> Option<Found> {
        let is_whole = |dimension: &usize| match instead {
            Some((place, whole)) if place == *dimension => *whole == Whole::All,
            _ => from.axes.get(*dimension).and_then(|axis| axis.top) == Some(from.category(row, *dimension)),
        };
        if !self.rest.iter().all(is_whole) {
            return None;
        }
        let mut at = 0_usize;
        let mut cut = None;
        for (dimension, (source, axis)) in self.sources.iter().zip(&to.axes).enumerate() {
            let spot = match (source, instead) {
                (Source::Whole(spot), _) => *spot,
                (Source::Axis(own, _), Some((place, whole))) if own == &place => match whole {
                    Whole::Code(code) => axis.place(code).map_or(Spot::Nowhere, Spot::Category),
                    _ => all_of(axis),
                },
                (Source::Axis(own, spots), _) => *spots.get(from.category(row, *own))?,
            };
            match spot {
                Spot::Category(category) => at = to.row(at, dimension, category),
                Spot::Cut(number) if cut.is_none() => cut = Some((dimension, number)),
                _ => return None,
            }
        }
        Some(cut.map_or(Found::Cell(at), |(dimension, number)| Found::Cut(dimension, number, at)))
    }
}

fn all_of(axis: &Axis) -> Spot {
    axis.top.map_or_else(|| virtual_of(axis, &Whole::All), Spot::Category)
}

fn virtual_of(axis: &Axis, whole: &Whole) -> Spot {
    axis.cut_of(whole).map_or(Spot::Nowhere, Spot::Cut)
}
