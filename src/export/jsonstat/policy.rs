//! Dated events and provisions of law.

use std::collections::BTreeMap;

use super::{Plan, texts::words};
use crate::{
    load::jsonstat::profile::{WireEvent, WireLegalBasis},
    model::policy::{Event, LegalBasis, LegalSubject},
};

/// A dated event.
pub fn event(event: &Event) -> WireEvent {
    WireEvent {
        from: event.from.clone(),
        until: event.until.clone(),
        label: words(&event.label),
        source: event.source.as_ref().map(words),
    }
}

/// What the categories of a dimension rest on, by code.
pub fn of_categories(plan: &Plan, place: usize) -> BTreeMap<String, Vec<WireLegalBasis>> {
    let mut bases: BTreeMap<String, Vec<WireLegalBasis>> = BTreeMap::new();
    for it in &plan.cube.dataset.legal_bases {
        let LegalSubject::Category { dimension, category } = it.subject else { continue };
        let about = plan.cube.dimensions.get(dimension).filter(|_| dimension == place);
        if let Some(about) = about.and_then(|dimension| dimension.categories.get(category)) {
            bases.entry(about.code.clone()).or_default().push(basis(it));
        }
    }
    bases
}

/// What a measure rests on.
pub fn of_measure(plan: &Plan, place: usize) -> Vec<WireLegalBasis> {
    let bases = plan.cube.dataset.legal_bases.iter();
    bases.filter(|it| it.subject == LegalSubject::Measure(place)).map(basis).collect()
}

fn basis(basis: &LegalBasis) -> WireLegalBasis {
    WireLegalBasis {
        act: words(&basis.act),
        provision: basis.provision.as_ref().map(words),
        from: basis.from.clone(),
        until: basis.until.clone(),
    }
}
