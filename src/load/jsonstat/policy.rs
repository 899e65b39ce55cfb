//! Dated events and provisions of law, as the profile has them.

use super::{
    context::{Context, in_profile},
    profile::{WireLegalBasis, Words},
};
use crate::{
    load::fault::{Fault, Named},
    model::{
        dimension::Dimension,
        measure::Measure,
        policy::{Event, LegalBasis, LegalSubject, is_date},
        text::Text,
    },
};

/// The events. One without a name or a date is left out, with a complaint.
pub fn events(context: &mut Context) -> Vec<Event> {
    let profile = context.profile;
    let mut events = Vec::new();
    for (number, wire) in profile.events.iter().enumerate() {
        let number = number.to_string();
        let place = |member: &'static str| in_profile(["events", &number, member]);
        let from = date(Some(&wire.from), None, || place("from"), context);
        let until = date(wire.until.as_ref(), from.as_deref(), || place("until"), context);
        let label = needed(&wire.label, "label", || place("label"), context);
        let source = wire.source.as_ref().and_then(|words| context.words(words, || place("source")));
        events.extend(from.zip(label).map(|(from, label)| Event { from, until, label, source }));
    }
    events
}

/// What the categories and then the measures rest on, each in its order.
pub fn legal_bases(dimensions: &[Dimension], measures: &[Measure], context: &mut Context) -> Vec<LegalBasis> {
    let profile = context.profile;
    let mut bases = Vec::new();
    for (dimension, it) in dimensions.iter().enumerate() {
        let Some(said) = profile.dimensions.get(&it.id).map(|wire| &wire.legal_basis) else { continue };
        let place = || in_profile(["dimensions", &it.id, "legal_basis"]);
        for code in said.keys().filter(|code| it.position(code).is_none()) {
            context.no_such(place(), Named::Category, code);
        }
        for (category, about) in it.categories.iter().enumerate() {
            for wire in said.get(&about.code).into_iter().flatten() {
                bases.extend(basis(wire, LegalSubject::Category { dimension, category }, place, context));
            }
        }
    }
    for (position, it) in measures.iter().enumerate() {
        let place = || in_profile(["measures", &it.id, "legal_basis"]);
        for wire in profile.measures.get(&it.id).into_iter().flat_map(|wire| &wire.legal_basis) {
            bases.extend(basis(wire, LegalSubject::Measure(position), place, context));
        }
    }
    bases
}

fn basis(
    wire: &WireLegalBasis,
    subject: LegalSubject,
    place: impl Fn() -> String,
    context: &mut Context,
) -> Option<LegalBasis> {
    let from = date(wire.from.as_ref(), None, &place, context);
    let until = date(wire.until.as_ref(), from.as_deref(), &place, context);
    let provision = wire.provision.as_ref().and_then(|words| context.words(words, &place));
    let act = needed(&wire.act, "act", place, context)?;
    Some(LegalBasis { subject, act, provision, from, until })
}

/// Words that must be there.
fn needed(words: &Words, name: &'static str, place: impl Fn() -> String, context: &mut Context) -> Option<Text> {
    let text = context.words(words, &place);
    if text.is_none() {
        context.complaints.warn(place(), Fault::Lacking(name));
    }
    text
}

/// A date no earlier than another; dates of ISO 8601 sort as text. A year is not earlier than a day of it.
fn date(
    text: Option<&String>,
    earliest: Option<&str>,
    place: impl Fn() -> String,
    context: &mut Context,
) -> Option<String> {
    let text = text?;
    let is_early = earliest.is_some_and(|earliest| text.as_str() < earliest && !earliest.starts_with(text.as_str()));
    if !is_date(text) || is_early {
        context.complaints.warn(place(), Fault::NotADate(text.clone()));
        return None;
    }
    Some(text.clone())
}
