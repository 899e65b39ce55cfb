//! What would be lost of a cube, one kind of thing at a time: each format asks for what it cannot say.

pub use crate::model::loss::Loss;

use crate::model::{
    area::Level,
    cube::{Cube, Remark},
    dataset::{Comparable, Dataset, Design},
    dimension::{Dimension, DimensionKind},
    measure::Measure,
    text::Text,
};

/// The words in the other language, if any label or title has some.
pub fn translations(cube: &Cube) -> Option<Loss> {
    let Cube { dataset, dimensions, measures, .. } = cube;
    let labels =
        dimensions.iter().flat_map(|it| it.categories.iter().map(|category| &category.label).chain([&it.label]));
    let of_measures = measures.iter().flat_map(|measure| [&measure.label, &measure.unit]);
    let is_translated = |text: &Text| text.translation().is_some();
    labels.chain(of_measures).chain([&dataset.label]).any(is_translated).then_some(Loss::Translations)
}

/// Who publishes it, from where, when, under what licence.
pub fn origin(cube: &Cube) -> Option<Loss> {
    let Dataset { publisher, sources, licence, updated, registry_numbers, .. } = &cube.dataset;
    let is_said = publisher.is_some() || licence.is_some() || updated.is_some();
    (is_said || !sources.is_empty() || !registry_numbers.is_empty()).then_some(Loss::Origin)
}

/// What the figures may be used for.
pub fn conditions(cube: &Cube) -> Option<Loss> {
    let Dataset { design, population, comparable, disclosure, combinations, contributors, covariates, .. } =
        &cube.dataset;
    let is_said = *design != Design::Unknown || population.is_some() || *comparable != Comparable::default();
    let is_listed = !contributors.is_empty() || !covariates.is_empty();
    (is_said || disclosure.is_some() || combinations.is_some() || is_listed).then_some(Loss::Conditions)
}

/// What lies behind the figures.
pub fn policy(cube: &Cube) -> Option<Loss> {
    let Dataset { events, legal_bases, .. } = &cube.dataset;
    (!events.is_empty() || !legal_bases.is_empty()).then_some(Loss::Policy)
}

/// Notes, all but those on single cells.
pub fn notes(cube: &Cube) -> Option<Loss> {
    let of_dimension = |it: &Dimension| it.categories.iter().map(|it| it.notes.len()).sum::<usize>() + it.notes.len();
    let n = cube.dimensions.iter().map(of_dimension).sum::<usize>()
        + cube.measures.iter().map(|measure| measure.notes.len()).sum::<usize>()
        + cube.dataset.notes.len()
        + cube.dataset.mandatory_notes.len();
    (n > 0).then_some(Loss::Notes(n))
}

/// What is known of the measures beside their names.
pub fn measures(cube: &Cube) -> Option<Loss> {
    let is_bare = |it: &Measure| {
        let Measure { kind, ratio, polarity, protected_unit, additive_over, unit, .. } = it;
        *kind == Default::default()
            && ratio.is_none()
            && *polarity == Default::default()
            && *protected_unit == Default::default()
            && additive_over.is_empty()
            && unit.original().is_empty()
    };
    (!cube.measures.iter().all(is_bare)).then_some(Loss::Measures)
}

/// Measures without cells.
pub fn worked_out(cube: &Cube) -> Option<Loss> {
    let derived = cube.measures.iter().filter(|measure| measure.column.is_none());
    let ids: Vec<String> = derived.map(|measure| measure.id.clone()).collect();
    (!ids.is_empty()).then_some(Loss::WorkedOut(ids))
}

/// What is known of the dimensions beside their names.
pub fn dimensions(cube: &Cube) -> Option<Loss> {
    let is_bare = |it: &Dimension| {
        let is_plain_kind = matches!(&it.kind, DimensionKind::Other(kind) if *kind == it.id);
        let has_level = |level: Option<Level>| level.is_some();
        is_plain_kind
            && it.total.is_none()
            && !it.is_multi_response
            && !it.is_ordered
            && it.breaks.is_empty()
            && !it.categories.iter().any(|category| category.parent.is_some() || has_level(category.level))
    };
    let ids: Vec<String> = cube.dimensions.iter().filter(|it| !is_bare(it)).map(|it| it.id.clone()).collect();
    (!ids.is_empty()).then_some(Loss::Dimensions(ids))
}

/// Flags of cells.
pub fn flags(cube: &Cube) -> Option<Loss> {
    let n: usize = cube.columns.iter().map(|column| column.n_flagged()).sum();
    (n > 0).then_some(Loss::Flags(n))
}

/// Qualifiers of numbers.
pub fn qualifiers(cube: &Cube) -> Option<Loss> {
    count(cube, |remark| remark.qualifier.is_some()).map(Loss::Qualifiers)
}

/// Where figures were read, and notes on cells.
pub fn remarks(cube: &Cube) -> Option<Loss> {
    let is_more = |remark: &Remark| {
        remark.source.is_some() || remark.reading.is_some() || remark.fact.is_some() || remark.note.is_some()
    };
    count(cube, is_more).map(Loss::Remarks)
}

fn count(cube: &Cube, is_meant: impl Fn(&Remark) -> bool) -> Option<usize> {
    let n = cube.columns.iter().flat_map(|column| column.remarks()).filter(|(_, remark)| is_meant(remark)).count();
    (n > 0).then_some(n)
}
