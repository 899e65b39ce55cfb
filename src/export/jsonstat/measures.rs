//! Measures: their categories in the metric dimension, and what the profile says of them.

use std::collections::BTreeMap;

use super::{
    Plan, policy,
    texts::words,
    wire::{Categories, Dimension, Unit},
    word,
};
use crate::{
    load::jsonstat::{
        profile::{TranslatedDimension, WireContributors, WireMeasure},
        vocabulary::{MEASURE_KINDS, POLARITIES, PROTECTED_UNITS},
    },
    model::{
        measure::{Measure, MeasureKind, Polarity, ProtectedUnit, Ratio},
        text::Text,
    },
};

/// More decimals than this are not read in a unit.
const MOST_DECIMALS: u8 = 12;

/// The metric dimension with its labels in the other language.
pub fn dimension(label: &Text, plan: &Plan) -> (Dimension, TranslatedDimension) {
    let (mut category, mut translated) = (Categories::default(), BTreeMap::new());
    for (measure, _) in &plan.stored {
        let id = &measure.id;
        let (label, translation) = plan.texts.label(&measure.label);
        let unit = plan.texts.label(&measure.unit).0;
        category.index.push(id.clone());
        category.label.insert(id.clone(), label);
        category.unit.insert(id.clone(), Unit { label: unit, decimals: measure.decimals.min(MOST_DECIMALS) });
        let (notes, _) = plan.texts.notes(&measure.notes);
        if !notes.is_empty() {
            category.note.insert(id.clone(), notes);
        }
        translated.extend(translation.map(|translation| (id.clone(), translation)));
    }
    let (label, label_translated) = plan.texts.label(label);
    (
        Dimension { label, note: Vec::new(), category },
        TranslatedDimension { label: label_translated, category: translated },
    )
}

/// What the profile says of each.
pub fn profiles(plan: &Plan) -> BTreeMap<String, WireMeasure> {
    let said = |(place, measure): (usize, &Measure)| {
        let legal_basis = policy::of_measure(plan, place);
        (measure.id.clone(), WireMeasure { legal_basis, ..profile(measure, plan) })
    };
    let is_needed = |(_, wire): &(String, WireMeasure)| *wire != WireMeasure::default();
    plan.cube.measures.iter().enumerate().map(said).filter(is_needed).collect()
}

fn profile(measure: &Measure, plan: &Plan) -> WireMeasure {
    let is_in_metric = measure.column.is_some() && plan.metric.is_some();
    let (plain, rest) = plan.texts.notes(&measure.notes);
    let unit = plan.texts.words_unless_empty(&measure.unit);
    let mut wire = WireMeasure {
        kind: word(MEASURE_KINDS, &measure.kind),
        polarity: word(POLARITIES, &measure.polarity).filter(|_| measure.polarity != Polarity::default()),
        protected_unit: word(PROTECTED_UNITS, &measure.protected_unit)
            .filter(|_| measure.protected_unit != ProtectedUnit::default()),
        unit: unit.filter(|_| !is_in_metric || !is_plain(measure, plan)),
        additive_over: measure.additive_over.iter().filter_map(|place| dimension_id(plan, *place)).collect(),
        notes: rest,
        ..WireMeasure::default()
    };
    if !is_in_metric {
        wire.label = measure.column.is_none().then(|| words(&measure.label));
        wire.notes.splice(0..0, plain.into_iter().map(|note| [(plan.texts.language.tag().to_owned(), note)].into()));
    }
    if !is_in_metric || measure.decimals > MOST_DECIMALS {
        wire.decimals = Some(measure.decimals);
    }
    wire.contributors = contributors(measure, plan);
    if let Some(ratio) = &measure.ratio {
        add_ratio(&mut wire, ratio, measure.kind, plan);
    }
    wire
}

/// Whether the metric dimension says all of the unit.
fn is_plain(measure: &Measure, plan: &Plan) -> bool {
    measure.unit.language() == plan.texts.language && measure.unit.translation().is_none()
}

fn add_ratio(wire: &mut WireMeasure, ratio: &Ratio, kind: MeasureKind, plan: &Plan) {
    let id = |place: usize| Some(plan.cube.measures.get(place)?.id.clone());
    wire.numerator = ratio.numerator.and_then(id);
    wire.denominator = id(ratio.denominator);
    let category = |&(dimension, category): &(usize, usize)| {
        let dimension = plan.cube.dimensions.get(dimension)?;
        Some((dimension.id.clone(), dimension.categories.get(category)?.code.clone()))
    };
    wire.denominator_at = ratio.denominator_at.iter().filter_map(category).collect();
    let is_given = kind == MeasureKind::Share && ratio.per == 100.0;
    wire.per = Some(ratio.per).filter(|_| !is_given);
}

fn contributors(measure: &Measure, plan: &Plan) -> Option<WireContributors> {
    let measures = &plan.cube.measures;
    let own = measures.iter().position(|it| it.id == measure.id)?;
    let it = plan.cube.dataset.contributors.iter().find(|it| it.measure == own)?;
    let id = |place: Option<usize>| Some(measures.get(place?)?.id.clone());
    Some(WireContributors { homes: id(it.homes), operators: id(it.operators), largest: id(it.largest) })
}

fn dimension_id(plan: &Plan, place: usize) -> Option<String> {
    Some(plan.cube.dimensions.get(place)?.id.clone())
}
