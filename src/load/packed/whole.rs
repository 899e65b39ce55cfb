//! Whether what was unpacked is one cube: all that is pointed at by position is there, and nothing stands twice or above itself.

use std::collections::BTreeSet;

use crate::{
    load::limits,
    model::{
        cube::Cube,
        dataset::Contributors,
        dimension::{Category, Dimension},
        measure::{Measure, Ratio},
        policy::LegalSubject,
    },
};

/// Whether a cube whose columns are still to come, so many of so many rows, holds together.
pub fn is_whole(cube: &Cube, n_columns: usize, n_rows: usize) -> bool {
    let Cube { dataset, dimensions, measures, .. } = cube;
    let is_measure = |place: usize| place < measures.len();
    let is_stored = |place: usize| measures.get(place).is_some_and(|it| it.column.is_some());
    let is_category =
        |place: usize, category: usize| dimensions.get(place).is_some_and(|it| category < it.categories.len());
    let is_ratio = |ratio: &Ratio| {
        ratio.numerator.is_none_or(is_stored)
            && is_stored(ratio.denominator)
            && ratio.denominator_at.iter().all(|(place, category)| is_category(*place, *category))
            && ratio.per.is_finite()
            && ratio.per > 0.0
    };
    let is_worked_out = |ratio: &Ratio| ratio.numerator.is_some();
    let is_of_the_cube = |measure: &Measure| {
        measure.column.is_none_or(|column| column < n_columns)
            && (measure.column.is_some() || measure.ratio.as_ref().is_some_and(is_worked_out))
            && measure.ratio.as_ref().is_none_or(is_ratio)
            && measure.additive_over.iter().all(|place| *place < dimensions.len())
    };
    let is_told = |it: &Contributors| {
        is_measure(it.measure) && [it.homes, it.operators, it.largest].into_iter().flatten().all(is_measure)
    };
    let is_subject = |subject: LegalSubject| match subject {
        LegalSubject::Category { dimension, category } => is_category(dimension, category),
        LegalSubject::Measure(measure) => is_measure(measure),
    };
    dimensions.len() <= limits::DIMENSIONS
        && n_columns.checked_mul(n_rows).is_some_and(|n_cells| n_cells <= limits::CELLS)
        && cube.n_rows() == Some(n_rows)
        && are_different(dimensions.iter().map(|it| it.id.as_str()))
        && are_different(measures.iter().map(|it| it.id.as_str()))
        && dimensions.iter().all(is_dimension)
        && measures.iter().all(is_of_the_cube)
        && dataset.metric.as_ref().is_none_or(|metric| metric.place <= dimensions.len())
        && dataset.contributors.iter().all(is_told)
        && dataset.covariates.iter().all(|place| is_measure(*place))
        && dataset.combinations.iter().flatten().flatten().all(|it| it.dimension < dimensions.len())
        && dataset.legal_bases.iter().all(|basis| is_subject(basis.subject))
}

fn is_dimension(it: &Dimension) -> bool {
    let n = it.categories.len();
    n > 0
        && it.total.is_none_or(|total| total < n)
        && are_different(it.categories.iter().map(|category| category.code.as_str()))
        && is_tree(&it.categories)
}

fn are_different<'t>(mut texts: impl Iterator<Item = &'t str>) -> bool {
    let mut seen = BTreeSet::new();
    texts.all(|text| seen.insert(text))
}

/// Whether whoever climbs from any category comes to an end. Each is looked at once: a climb ends where another has been.
fn is_tree(categories: &[Category]) -> bool {
    let mut climbs = vec![usize::MAX; categories.len()];
    for climb in 0..categories.len() {
        let mut at = Some(climb);
        while let Some(place) = at {
            match climbs.get_mut(place) {
                None => return false,
                Some(of) if *of == climb => return false,
                Some(of) if *of != usize::MAX => break,
                Some(of) => *of = climb,
            }
            at = categories.get(place).and_then(|category| category.parent);
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_climbs_comes_to_an_end() {
        let tree = |parents: &[Option<usize>]| {
            let category = |parent: &Option<usize>| Category {
                code: String::new(),
                label: Default::default(),
                parent: *parent,
                level: None,
                notes: Vec::new(),
            };
            is_tree(&parents.iter().map(category).collect::<Vec<_>>())
        };
        assert!(tree(&[None, Some(0), Some(1), Some(0)]));
        assert!(tree(&[Some(2), None, Some(1)]));
        assert!(!tree(&[Some(0)]));
        assert!(!tree(&[None, Some(2), Some(1)]));
        assert!(!tree(&[Some(1)]));
    }
}
