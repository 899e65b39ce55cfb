//! Measures of the model: the categories of the metric dimension, and those that are only worked out.

use std::collections::HashMap;

use super::{
    axis::Axis,
    context::{Context, in_profile},
    given::Given,
    profile::WireMeasure,
    pxweb::WirePx,
    ratio,
    unit::{self, Unit},
    vocabulary::{self, MEASURE_KINDS, POLARITIES, PROTECTED_UNITS},
};
use crate::{
    load::{
        complaint::pointer,
        fault::{Fault, Named},
    },
    model::{cube::Column, dimension::Dimension, measure::Measure, text::Text},
};

/// The id of the only measure of a file without a metric dimension.
pub const ONLY_MEASURE: &str = "value";

/// A measure with what its column needs to know.
pub struct Read {
    /// The measure; its column, where it has one, is its own position.
    pub measure: Measure,
    /// Its unit as the standard gives it.
    pub unit: Unit,
    /// Whether the file says how many decimals to show.
    pub has_decimals: bool,
}

/// All measures, those with columns first.
pub fn read(metric: Option<Axis>, label: &Text, dimensions: &[Dimension], context: &mut Context) -> Vec<Read> {
    let profile = context.profile;
    let none = WireMeasure::default();
    let said = |id: &str| profile.measures.get(id).unwrap_or(&none);
    let mut measures = match metric {
        Some(axis) => columns(axis, said, context),
        None => {
            let mut only = measure(ONLY_MEASURE, label.clone(), said(ONLY_MEASURE), Unit::default(), context);
            only.measure.column = Some(0);
            vec![only]
        }
    };
    let columns: HashMap<String, usize> = measures.iter().map(|read| read.measure.id.clone()).zip(0..).collect();
    for (id, said) in &profile.measures {
        if !columns.contains_key(id) {
            let place = || in_profile(["measures", id, "label"]);
            let label = said.label.as_ref().and_then(|words| context.words(words, place));
            let label = label.unwrap_or_else(|| context.text(id.clone(), None));
            measures.push(measure(id, label, said, Unit::default(), context));
        }
    }
    for Read { measure, .. } in &mut measures {
        let said = said(&measure.id);
        measure.ratio = ratio::read(&measure.id, measure.kind, said, &columns, dimensions, context);
        measure.additive_over = additive_over(&measure.id, said, dimensions, context);
    }
    measures.retain(|Read { measure, .. }| {
        let has_parts = measure.ratio.as_ref().is_some_and(|ratio| ratio.numerator.is_some());
        let is_kept = measure.column.is_some() || has_parts;
        if !is_kept {
            let place = in_profile(["measures", &measure.id]);
            context.complaints.warn(place, Fault::NotWorkedOut);
        }
        is_kept
    });
    measures
}

/// The measures that stand in the file.
fn columns<'s>(axis: Axis, said: impl Fn(&str) -> &'s WireMeasure, context: &mut Context) -> Vec<Read> {
    let mut measures = Vec::new();
    for ((category, wire), column) in axis.categories.into_iter().zip(axis.units).zip(0..) {
        let id = &category.code;
        let place = || pointer(["dimension", &axis.id, "category", "unit", id]);
        let unit = unit::read(wire, place, &mut context.complaints);
        let mut read = measure(id, category.label, said(id), unit, context);
        read.measure.column = Some(column);
        read.measure.notes.splice(0..0, category.notes);
        measures.push(read);
    }
    measures
}

fn measure(id: &str, label: Text, said: &WireMeasure, unit: Unit, context: &mut Context) -> Read {
    let place = |member: &'static str| move || in_profile(["measures", id, member]);
    let complaints = &mut context.complaints;
    let kind = said.kind.as_deref();
    let kind = vocabulary::meaning_or_complaint(complaints, MEASURE_KINDS, kind, place("kind"));
    let polarity = said.polarity.as_deref();
    let polarity = vocabulary::meaning_or_complaint(complaints, POLARITIES, polarity, place("polarity"));
    let protected = said.protected_unit.as_deref();
    let protected = vocabulary::meaning_or_complaint(complaints, PROTECTED_UNITS, protected, place("protected_unit"));
    let words = said.unit.as_ref().and_then(|words| context.words(words, place("unit")));
    let decimals = said.decimals.or(unit.decimals);
    let measure = Measure {
        id: id.to_owned(),
        label,
        kind: kind.unwrap_or_default(),
        unit: words.unwrap_or_else(|| context.text(unit.words.clone().unwrap_or_default(), None)),
        column: None,
        ratio: None,
        polarity: polarity.unwrap_or_default(),
        decimals: decimals.unwrap_or_default(),
        protected_unit: protected.unwrap_or_default(),
        additive_over: Vec::new(),
        notes: context.notes(&said.notes, place("notes")),
    };
    Read { measure, unit, has_decimals: decimals.is_some() }
}

fn additive_over(id: &str, said: &WireMeasure, dimensions: &[Dimension], context: &mut Context) -> Vec<usize> {
    let mut places = Vec::new();
    for dimension_id in &said.additive_over {
        match dimensions.iter().position(|dimension| dimension.id == *dimension_id) {
            Some(position) => places.push(position),
            None => {
                let place = in_profile(["measures", id, "additive_over"]);
                context.no_such(place, Named::Dimension, dimension_id);
            }
        }
    }
    places
}

/// Where the file does not say how many decimals to show: as many as PxWeb says, else as many as its numbers have.
pub fn read_decimals(measures: &mut [Read], px: &WirePx, columns: &[Column]) {
    for Read { measure, has_decimals, .. } in measures {
        let column = measure.column.and_then(|column| columns.get(column));
        if let Some(column) = column
            && !*has_decimals
        {
            measure.decimals = match px.decimals {
                Some(Given::Right(decimals)) => decimals.min(MOST_DECIMALS),
                _ => decimals(column),
            };
        }
    }
}

/// More decimals than this are the noise of a division.
const MOST_DECIMALS: u8 = 6;

/// As many decimals as the numbers of a column have.
pub fn decimals(column: &Column) -> u8 {
    if column.is_kept_whole() {
        return 0;
    }
    column.numbers().flatten().fold(0, |most, number| {
        (most..MOST_DECIMALS).find(|decimals| has_at_most(number, *decimals)).unwrap_or(MOST_DECIMALS)
    })
}

/// Whether a number has no more decimals than this, but for the noise of binary fractions.
fn has_at_most(value: f64, decimals: u8) -> bool {
    let shifted = value * 10_f64.powi(i32::from(decimals));
    (shifted - shifted.round()).abs() <= shifted.abs() * 1e-12
}
