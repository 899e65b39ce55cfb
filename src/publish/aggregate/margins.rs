//! Margins: from the sets that are broken down together to every set of depths below them, and the cells of each.

use std::collections::BTreeSet;

use super::{coding::Coded, plan::Table};

/// Every combination of depths that is published: each margin with all its totals.
pub fn depths(table: &Table) -> Vec<Vec<usize>> {
    let mut all = BTreeSet::new();
    for margin in &table.margins {
        let mut sets = vec![Vec::new()];
        for (dimension, deepest) in table.dimensions.iter().zip(margin) {
            let first = usize::from(dimension.total.is_none());
            sets = sets
                .iter()
                .flat_map(|set: &Vec<usize>| {
                    (first..=*deepest).map(|depth| set.iter().copied().chain([depth]).collect())
                })
                .collect();
        }
        all.extend(sets);
    }
    all.into_iter().collect()
}

/// The rows of a cube that lie at these depths.
pub fn rows(table: &Table, depths: &[usize]) -> Vec<usize> {
    let mut rows = vec![0_usize];
    for (dimension, depth) in table.dimensions.iter().zip(depths) {
        let at_depth = |(at, place): (usize, &super::plan::Place)| (place.depth == *depth).then_some(at);
        let categories: Vec<usize> = dimension.places.iter().enumerate().filter_map(at_depth).collect();
        rows = deeper(&rows, dimension.places.len(), &categories);
    }
    rows
}

/// The rows that a record stands in, each once.
pub fn rows_of(table: &Table, all_depths: &[Vec<usize>], coded: &[impl AsRef<Coded>]) -> Vec<usize> {
    let at_depths = |depths: &Vec<usize>| {
        let mut rows = vec![0_usize];
        for ((dimension, depth), coded) in table.dimensions.iter().zip(depths).zip(coded) {
            let categories = coded.as_ref().levels.get(*depth).map_or(&[][..], Vec::as_slice);
            rows = deeper(&rows, dimension.places.len(), categories);
        }
        rows
    };
    all_depths.iter().flat_map(at_depths).collect()
}

fn deeper(rows: &[usize], size: usize, categories: &[usize]) -> Vec<usize> {
    let next = |row: &usize, category: &usize| row.saturating_mul(size).saturating_add(*category);
    rows.iter().flat_map(|row| categories.iter().map(move |category| next(row, category))).collect()
}
