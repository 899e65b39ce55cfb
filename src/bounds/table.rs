//! A cube as the attacker sees it: where its cells are, and into which parts each dimension is cut.

use std::collections::{BTreeMap, HashMap};

use super::period;
use crate::model::{
    area::{Level, county_of, n_parts},
    cube::Cube,
    dimension::{Dimension, DimensionKind},
    parts::complete_cuts,
};

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

/// A whole and its parts, all of them and none twice.
#[derive(Debug)]
pub struct Cut {
    pub whole: Whole,
    pub parts: Vec<usize>,
}

/// What the parts make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whole {
    /// A category beside them.
    Category(usize),
    /// A category that only another table has, by code: the county of municipalities.
    Code(String),
    /// All of the dimension, which this table has no category for.
    All,
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
        let mut places = HashMap::with_capacity(it.categories.len());
        for (place, category) in it.categories.iter().enumerate() {
            places.entry(category.code.clone()).or_insert(place);
        }
        let nation = || it.categories.iter().position(|area| area.level == Some(Level::Nation));
        let top = it.total.or_else(|| (it.kind == DimensionKind::Area).then(nation).flatten());
        let mut axis = Self { cuts: Vec::new(), cuts_of: vec![Vec::new(); it.categories.len()], places, top };
        if !it.is_multi_response {
            axis.cut(it);
        }
        axis
    }

    fn cut(&mut self, it: &Dimension) {
        let mut below = vec![Vec::new(); it.categories.len()];
        let mut roots = Vec::new();
        let mut elsewhere: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let spans = self.spans(it);
        for (place, category) in it.categories.iter().enumerate().filter(|(place, _)| Some(*place) != self.top) {
            // It would count twice beside the years that make it.
            if spans.iter().any(|(span, _)| *span == place) {
                continue;
            }
            let county = (it.kind == DimensionKind::Area).then(|| county_of(&category.code)).flatten();
            if let Some(county) = county.filter(|county| !self.places.contains_key(*county)) {
                elsewhere.entry(county).or_default().push(place);
            }
            // Plain files name no parents: the code of a municipality does.
            let parent = category.parent.or_else(|| self.places.get(county?).copied());
            match parent.filter(|parent| *parent != place).and_then(|parent| below.get_mut(parent)) {
                Some(parts) => parts.push(place),
                None => roots.push(place),
            }
        }
        if let Some(parts) = self.top.and_then(|top| below.get_mut(top)) {
            parts.append(&mut roots);
            parts.sort_unstable();
        }
        for (whole, parts) in below.into_iter().enumerate() {
            let code = it.categories.get(whole).map_or("", |category| category.code.as_str());
            let code = if self.top == Some(whole) && it.kind == DimensionKind::Area { "00" } else { code };
            for parts in complete_cuts(it, code, parts) {
                self.add(Whole::Category(whole), parts);
            }
        }
        let top = self.top;
        for (span, parts) in spans.into_iter().filter(|(span, _)| Some(*span) != top) {
            self.add(Whole::Category(span), parts);
        }
        // A single period or place is not all there is.
        if self.top.is_none() && it.kind != DimensionKind::Period && roots.len() > 1 {
            for parts in complete_cuts(it, "00", roots) {
                self.add(Whole::All, parts);
            }
        }
        for (county, parts) in elsewhere {
            if n_parts(county, Level::Municipality) == Some(parts.len()) {
                self.add(Whole::Code(county.to_owned()), parts);
            }
        }
    }

    /// Periods that are made of others, all of which are there.
    fn spans(&self, it: &Dimension) -> Vec<(usize, Vec<usize>)> {
        if it.kind != DimensionKind::Period {
            return Vec::new();
        }
        let parts = |code: &str| {
            let cuts = period::made_of(code).into_iter();
            cuts.filter_map(|codes| codes.iter().map(|code| self.place(code)).collect::<Option<Vec<usize>>>()).next()
        };
        let spans = it.categories.iter().enumerate();
        spans.filter_map(|(place, category)| Some((place, parts(&category.code)?))).collect()
    }

    fn add(&mut self, whole: Whole, parts: Vec<usize>) {
        let number = self.cuts.len();
        let own = if let Whole::Category(whole) = whole { Some(whole) } else { None };
        for category in parts.iter().copied().chain(own) {
            if let Some(cuts) = self.cuts_of.get_mut(category) {
                cuts.push(number);
            }
        }
        self.cuts.push(Cut { whole, parts });
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
