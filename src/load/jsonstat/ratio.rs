//! What a share or a rate is worked out from.

use std::collections::HashMap;

use super::{
    context::{Context, in_profile},
    profile::WireMeasure,
};
use crate::{
    load::fault::{Fault, Named},
    model::{
        dimension::Dimension,
        measure::{MeasureKind, Ratio},
    },
};

/// The ratio of a measure; none where the profile names no parts, or parts that are not there.
pub fn read(
    id: &str,
    kind: MeasureKind,
    said: &WireMeasure,
    columns: &HashMap<String, usize>,
    dimensions: &[Dimension],
    context: &mut Context,
) -> Option<Ratio> {
    if said.numerator.is_none() && said.denominator.is_none() {
        return None;
    }
    let place = |member: &'static str| in_profile(["measures", id, member]);
    let part = |member, part: &Option<String>, context: &mut Context| {
        let part = part.as_ref()?;
        let position = columns.get(part).copied();
        if position.is_none() {
            context.no_such(place(member), Named::Measure, part);
        }
        position
    };
    let numerator = part("numerator", &said.numerator, context);
    let denominator = part("denominator", &said.denominator, context);
    let denominator_at = denominator_at(id, said, dimensions, context);
    let default_per = match kind {
        MeasureKind::Share => Some(100.0),
        MeasureKind::Mean | MeasureKind::Index | MeasureKind::Duration => Some(1.0),
        MeasureKind::Rate => None,
        MeasureKind::Count | MeasureKind::Unknown => {
            context.complaints.warn(place("kind"), Fault::NotWorkedOut);
            return None;
        }
    };
    let per = said.per.filter(|per| per.is_finite() && *per > 0.0).or(default_per);
    if per.is_none() {
        context.complaints.warn(in_profile(["measures", id]), Fault::Lacking("per"));
    }
    if said.numerator.is_some() && numerator.is_none() {
        return None;
    }
    Some(Ratio { numerator, denominator: denominator?, denominator_at: denominator_at?, per: per? })
}

/// Where the denominator is read; none where a place is pointed at that is not there, for then it would be another number.
fn denominator_at(
    id: &str,
    said: &WireMeasure,
    dimensions: &[Dimension],
    context: &mut Context,
) -> Option<Vec<(usize, usize)>> {
    let mut at = Some(Vec::new());
    for (dimension_id, code) in &said.denominator_at {
        let place = || in_profile(["measures", id, "denominator_at", dimension_id]);
        let found = dimensions.iter().enumerate().find(|(_, dimension)| dimension.id == *dimension_id);
        let Some((dimension, known)) = found else {
            context.no_such(place(), Named::Dimension, dimension_id);
            at = None;
            continue;
        };
        match known.position(code) {
            Some(category) => {
                if let Some(at) = &mut at {
                    at.push((dimension, category));
                }
            }
            None => {
                context.no_such(place(), Named::Category, code);
                at = None;
            }
        }
    }
    at
}
