//! What is counted in a PX file, and over what it may be summed.

use std::collections::BTreeSet;

use super::{loss::PxLoss, out::Out, table::Variable};
use crate::model::{
    cube::Cube,
    dimension::DimensionKind,
    measure::{Measure, MeasureKind, Polarity, ProtectedUnit},
};

/// What is counted: title, units, decimals, and what may be summed.
pub fn of_measures(out: &mut Out, cube: &Cube, measures: &[&Measure], variables: &[Variable]) {
    let contents = variables.first().filter(|first| first.dimension.is_none());
    let own = out.language;
    let first = measures.first().map(|measure| &measure.label).unwrap_or(&cube.dataset.label);
    out.texts("CONTENTS", |_| Vec::new(), if contents.is_some() { &cube.dataset.label } else { first });
    out.quoted("SUBJECT-CODE", &[], &cube.dataset.id);
    out.texts("SUBJECT-AREA", |_| Vec::new(), &cube.dataset.label);
    let n_decimals = measures.iter().map(|measure| measure.decimals).max().unwrap_or_default();
    if n_decimals > 15 {
        out.losses.insert(PxLoss::Decimals);
    }
    out.bare("DECIMALS", &[], &n_decimals.min(15).to_string());
    let fewest = measures.iter().map(|measure| measure.decimals).min().unwrap_or_default();
    out.bare("SHOWDECIMALS", &[], &fewest.min(15).to_string());
    for (position, measure) in measures.iter().enumerate() {
        let Some(contents) = contents else {
            out.texts("UNITS", |_| Vec::new(), &measure.unit);
            continue;
        };
        let Some(key) = contents.key(position, own, own) else {
            out.losses.insert(PxLoss::Places);
            continue;
        };
        let named = |language| vec![contents.key(position, language, own).unwrap_or(key).to_owned()];
        out.texts("UNITS", named, &measure.unit);
        if measure.decimals != fewest {
            out.bare("PRECISION", &[contents.name(own), key], &measure.decimals.min(15).to_string());
        }
    }
    sums(out, cube, measures, variables);
    let plain = |measure: &&Measure| {
        measure.kind == MeasureKind::Unknown
            && measure.polarity == Polarity::Neutral
            && measure.protected_unit == ProtectedUnit::default()
    };
    if !measures.iter().all(plain) {
        out.losses.insert(PxLoss::MeasureKinds);
    }
    if cube.measures.iter().any(|measure| measure.column.is_none() || measure.ratio.is_some()) {
        out.losses.insert(PxLoss::Ratios);
    }
}

/// Over which dimensions all measures may be summed.
fn sums(out: &mut Out, cube: &Cube, measures: &[&Measure], variables: &[Variable]) {
    let own = out.language;
    let mut is_flow = false;
    let mut allowed = BTreeSet::new();
    for (position, dimension) in cube.dimensions.iter().enumerate() {
        let has = |measure: &&Measure| measure.additive_over.contains(&position);
        if measures.iter().all(has) && dimension.total.is_none() && !measures.is_empty() {
            is_flow |= dimension.kind == DimensionKind::Period;
            allowed.insert(position);
        } else if measures.iter().any(has) {
            out.losses.insert(PxLoss::Sums);
        }
    }
    for variable in variables.iter().filter(|it| it.dimension.is_some_and(|at| allowed.contains(&at))) {
        out.bare("ELIMINATION", &[variable.name(own)], "YES");
    }
    out.bare("AGGREGALLOWED", &[], if allowed.is_empty() { "NO" } else { "YES" });
    if is_flow {
        out.quoted("STOCKFA", &[], "F");
    }
}
