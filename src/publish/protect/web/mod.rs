//! All counts of the tables that are published together, each figure once, and the sums that hold between them.

mod components;
mod names;
mod sheet;
mod sums;

use std::collections::{HashMap, HashSet};

pub use self::sheet::is_count;
use self::{
    names::Names,
    sheet::{Reading, read, sheets},
    sums::Sums,
};
use super::{failure::Failure, heights::heights};
use crate::{
    bounds::cuts::{Cut, cuts},
    gate::reason::CellName,
    model::{cube::Cube, dimension::Dimension, measure::MeasureKind, parts::is_summable},
};

/// No figure.
const NONE: usize = usize::MAX;

/// A cell of one of the cubes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub cube: usize,
    pub measure: usize,
    pub row: usize,
}

/// What may be done with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is published, and may be hidden.
    Shown,
    /// It is known to all: it cannot occur.
    Fixed,
    /// It was hidden already, in every place: its value here is only one that it may have.
    Hidden,
}

/// One figure, wherever it stands.
#[derive(Clone, Debug)]
pub struct Entry {
    pub value: f64,
    pub standing: Standing,
    /// In one of its places it was hidden already, in another it stands open.
    pub is_half_hidden: bool,
    /// Of how many sums of sums it is the whole.
    pub level: u32,
    pub places: Vec<Place>,
}

/// What holds between figures: `Σ factor × figure` is 0, or at most 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    pub terms: Vec<(usize, f64)>,
    pub is_at_most: bool,
}

/// The figures and what holds between them.
#[derive(Debug, Default)]
pub struct Web {
    pub entries: Vec<Entry>,
    pub relations: Vec<Relation>,
    /// The relations of each figure.
    pub of: Vec<Vec<usize>>,
    /// Figures that are a part of another by a published share: part, and all.
    pub parts: Vec<(usize, usize)>,
    /// The figure of each cell, by cube and measure.
    at: HashMap<(usize, usize), Vec<usize>>,
}

impl Web {
    /// The figures of cubes that are published together.
    ///
    /// # Errors
    /// Where figures contradict each other: then nobody can say what protects them.
    pub fn of(cubes: &[Cube]) -> Result<Self, Failure> {
        let sheets = sheets(cubes);
        let mut names = Names::of(cubes);
        let mut web = Self::default();
        let mut by_key: HashMap<Vec<u32>, usize> = HashMap::new();
        let axes: Vec<Vec<(Vec<Cut>, Vec<u32>)>> = cubes
            .iter()
            .map(|cube| {
                let axis = |it: &Dimension| {
                    let cuts = cuts(it);
                    let heights = heights(it.categories.len(), &cuts);
                    (cuts, heights)
                };
                cube.dimensions.iter().map(axis).collect()
            })
            .collect();
        for sheet in &sheets {
            let (Some(cube), Some(axes)) = (cubes.get(sheet.cube), axes.get(sheet.cube)) else { continue };
            let mut at = vec![NONE; sheet.column.len()];
            for (row, at) in at.iter_mut().enumerate() {
                let reading = read(cube, sheet, row);
                if matches!(reading, Reading::Unknown | Reading::Unusable) {
                    continue;
                }
                let place = Place { cube: sheet.cube, measure: sheet.measure, row };
                let coordinates = cube.coordinates(row);
                let height = |(category, (_, heights)): (&usize, &(Vec<Cut>, Vec<u32>))| {
                    heights.get(*category).copied().unwrap_or(0)
                };
                let level = coordinates.iter().zip(axes).map(height).sum();
                let key = names.key(sheet.class, sheet.cube, &coordinates, None);
                *at = web.add(cubes, &mut by_key, key, place, reading, level)?;
            }
            web.at.insert((sheet.cube, sheet.measure), at);
        }
        let mut seen: HashSet<Vec<(usize, bool)>> = HashSet::new();
        for sheet in &sheets {
            let (Some(cube), Some(axes)) = (cubes.get(sheet.cube), axes.get(sheet.cube)) else { continue };
            for (dimension, (cuts, _)) in axes.iter().enumerate() {
                let is_declared = is_summable(cube, sheet.own, dimension).is_ok();
                let sums = Sums { cube, sheet, dimension, cuts };
                if is_declared || !sums.are_disproved() {
                    sums.relate(cubes, &mut web, &mut names, &mut by_key, &mut seen, is_declared)?;
                }
            }
        }
        web.shares(cubes);
        web.index();
        Ok(web)
    }

    fn index(&mut self) {
        self.of = vec![Vec::new(); self.entries.len()];
        for (number, relation) in self.relations.iter().enumerate() {
            for (entry, _) in &relation.terms {
                if let Some(of) = self.of.get_mut(*entry) {
                    of.push(number);
                }
            }
        }
    }

    /// Whether a relation holds, and is not known yet.
    pub fn is_new(&self, relation: &Relation) -> bool {
        let sorted = |relation: &Relation| {
            let mut terms = relation.terms.clone();
            terms.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
            terms
        };
        let sum: f64 = relation.terms.iter().map(|(entry, factor)| factor * self.value(*entry)).sum();
        let holds = if relation.is_at_most { sum <= 0.0 } else { sum == 0.0 };
        let own = sorted(relation);
        let first = relation.terms.first().and_then(|(entry, _)| self.of.get(*entry));
        let mut known = first.into_iter().flatten().filter_map(|number| self.relations.get(*number));
        holds && !known.any(|it| it.is_at_most == relation.is_at_most && sorted(it) == own)
    }

    /// Adds relations that somebody else has found.
    pub fn learn(&mut self, relations: Vec<Relation>) {
        for relation in relations {
            if self.is_new(&relation) {
                self.relations.push(relation);
                self.index();
            }
        }
    }

    /// The figure at a cell, where it counts something.
    pub fn at(&self, place: Place) -> Option<usize> {
        self.at.get(&(place.cube, place.measure))?.get(place.row).copied().filter(|entry| *entry != NONE)
    }

    /// Its value.
    pub fn value(&self, entry: usize) -> f64 {
        self.entries.get(entry).map_or(0.0, |entry| entry.value)
    }

    fn add(
        &mut self,
        cubes: &[Cube],
        by_key: &mut HashMap<Vec<u32>, usize>,
        key: Vec<u32>,
        place: Place,
        reading: Reading,
        level: u32,
    ) -> Result<usize, Failure> {
        let (value, standing) = match reading {
            Reading::Number(value) => (value, Standing::Shown),
            Reading::Fixed => (0.0, Standing::Fixed),
            _ => (0.0, Standing::Hidden),
        };
        let number = *by_key.entry(key).or_insert(self.entries.len());
        let Some(entry) = self.entries.get_mut(number) else {
            self.entries.push(Entry { value, standing, is_half_hidden: false, level, places: vec![place] });
            return Ok(number);
        };
        entry.level = entry.level.max(level);
        match (entry.standing, standing) {
            (Standing::Hidden, Standing::Hidden) => {}
            (Standing::Hidden, _) => (entry.value, entry.standing, entry.is_half_hidden) = (value, standing, true),
            (_, Standing::Hidden) => entry.is_half_hidden = true,
            _ if entry.value != value => {
                let name =
                    |place: &Place| cubes.get(place.cube).map(|cube| CellName::of(cube, place.measure, place.row));
                let one = entry.places.first().and_then(name);
                return Err(Failure::Differs { one: one.map(Box::new), other: name(&place).map(Box::new) });
            }
            (Standing::Fixed, _) | (_, Standing::Fixed) => entry.standing = Standing::Fixed,
            _ => {}
        }
        entry.places.push(place);
        Ok(number)
    }

    /// No more are found than there are: the counts behind each share.
    fn shares(&mut self, cubes: &[Cube]) {
        for (number, cube) in cubes.iter().enumerate() {
            for measure in cube.measures.iter().filter(|measure| measure.kind == MeasureKind::Share) {
                let Some(ratio) = &measure.ratio else { continue };
                let Some(numerator) = ratio.numerator else { continue };
                let Some(n_rows) = self.at.get(&(number, numerator)).map(Vec::len) else { continue };
                for row in 0..n_rows {
                    let below = below(cube, row, &ratio.denominator_at);
                    let above = self.at(Place { cube: number, measure: numerator, row });
                    let below = below.and_then(|row| self.at(Place { cube: number, measure: ratio.denominator, row }));
                    let is_hidden =
                        |entry: usize| self.entries.get(entry).is_some_and(|it| it.standing == Standing::Hidden);
                    if let (Some(above), Some(below)) = (above, below)
                        && above != below
                        && (is_hidden(above) || is_hidden(below) || self.value(above) <= self.value(below))
                    {
                        self.parts.push((above, below));
                        self.relations.push(Relation { terms: vec![(above, 1.0), (below, -1.0)], is_at_most: true });
                    }
                }
            }
        }
    }
}

/// The row that a share's denominator is read at.
pub fn below(cube: &Cube, row: usize, denominator_at: &[(usize, usize)]) -> Option<usize> {
    if denominator_at.is_empty() {
        return Some(row);
    }
    let mut at = cube.coordinates(row);
    for (dimension, category) in denominator_at {
        *at.get_mut(*dimension)? = *category;
    }
    cube.row(&at)
}
