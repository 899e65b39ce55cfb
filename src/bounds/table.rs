//! A cube as the attacker sees it: where its cells are, and into which parts each dimension is cut.

use std::collections::HashMap;

use super::cuts::{Cut, Whole, cuts, places, top};
use crate::model::{cube::Cube, dimension::Dimension};

/// A cube, its rows and its axes.
#[derive(Debug)]
pub struct Table<'c> {
    pub cube: &'c Cube,
    pub n_rows: usize,
    /// How far apart two neighbours of a dimension are.
    pub strides: Vec<usize>,
    pub axes: Vec<Axis>,
}

/// One dimension: what in it is the sum of what.
#[derive(Debug, Default)]
pub struct Axis {
    pub cuts: Vec<Cut>,
    /// For each category the cuts it is in, as whole or as part.
    cuts_of: Vec<Vec<usize>>,
    /// Where a code stands.
    places: HashMap<String, usize>,
    /// The category that is all of the dimension: its total, or the nation.
    pub top: Option<usize>,
}

impl<'c> Table<'c> {
    /// None for a cube whose rows cannot be numbered.
    pub fn of(cube: &'c Cube) -> Option<Self> {
        let n_rows = cube.n_rows()?;
        let mut strides = vec![1; cube.dimensions.len()];
        let mut stride = 1_usize;
        for (place, dimension) in strides.iter_mut().zip(&cube.dimensions).rev() {
            *place = stride;
            stride = stride.checked_mul(dimension.categories.len())?;
        }
        let axes = cube.dimensions.iter().map(Axis::of).collect();
        Some(Self { cube, n_rows, strides, axes })
    }

    /// The category that a row has in a dimension.
    pub fn category(&self, row: usize, dimension: usize) -> usize {
        let stride = self.strides.get(dimension).copied().unwrap_or(1).max(1);
        let n = self.cube.dimensions.get(dimension).map_or(1, |it| it.categories.len()).max(1);
        (row / stride) % n
    }

    /// The same row at the first category of a dimension.
    pub fn base(&self, row: usize, dimension: usize) -> usize {
        let stride = self.strides.get(dimension).copied().unwrap_or(1);
        row.saturating_sub(self.category(row, dimension).saturating_mul(stride))
    }

    /// The rows at the first category of a dimension.
    pub fn bases(&self, dimension: usize) -> impl Iterator<Item = usize> {
        let stride = self.strides.get(dimension).copied().unwrap_or(1).max(1);
        let n = self.cube.dimensions.get(dimension).map_or(1, |it| it.categories.len()).max(1);
        let block = stride.saturating_mul(n);
        (0..self.n_rows / block).flat_map(move |outer| (0..stride).map(move |inner| outer * block + inner))
    }

    /// The row at a category, from the row at the first one.
    pub fn row(&self, base: usize, dimension: usize, category: usize) -> usize {
        let stride = self.strides.get(dimension).copied().unwrap_or(1);
        base.saturating_add(category.saturating_mul(stride))
    }
}

impl Axis {
    fn of(it: &Dimension) -> Self {
        let mut axis = Self {
            cuts: cuts(it),
            cuts_of: vec![Vec::new(); it.categories.len()],
            places: places(it).into_iter().map(|(code, place)| (code.to_owned(), place)).collect(),
            top: top(it),
        };
        for (number, cut) in axis.cuts.iter().enumerate() {
            let own = if let Whole::Category(whole) = cut.whole { Some(whole) } else { None };
            for category in cut.parts.iter().copied().chain(own) {
                if let Some(cuts) = axis.cuts_of.get_mut(category) {
                    cuts.push(number);
                }
            }
        }
        axis
    }

    /// The cuts that a category is in.
    pub fn cuts_of(&self, category: usize) -> &[usize] {
        self.cuts_of.get(category).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where a code stands.
    pub fn place(&self, code: &str) -> Option<usize> {
        self.places.get(code).copied()
    }

    /// The cut whose parts make this whole, which has no category here.
    pub fn cut_of(&self, whole: &Whole) -> Option<usize> {
        self.cuts.iter().position(|cut| cut.whole == *whole)
    }
}
