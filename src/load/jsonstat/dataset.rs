//! What the publisher says of the whole dataset.

use super::{
    context::{Context, in_profile},
    given::{Member, Texts, right, texts},
    policy,
    profile::WireComparability,
    pxweb,
    vocabulary::{self, DESIGNS, LEVELS},
};
use crate::{
    load::{
        complaint::{Severity, pointer},
        fault::{Fault, Named, Shape},
    },
    model::{
        dataset::{Combination, CombinedDimension, Comparability, Comparable, Dataset, Disclosure, Source},
        dimension::Dimension,
        text::Text,
    },
};

/// The members of the document that describe it.
pub struct Members {
    /// The title.
    pub label: Member<String>,
    /// Where the figures come from.
    pub source: Member<String>,
    /// When it was last updated.
    pub updated: Member<String>,
    /// Notes.
    pub note: Member<Texts>,
}

/// The dataset's own facts; `combinations` and `legal_bases` come later, when dimensions and measures are known.
pub fn read(id: &str, members: Members, context: &mut Context) -> Dataset {
    let profile = context.profile;
    let mut text = |member, name| {
        let place = || pointer([name]);
        right(&mut context.complaints, Severity::Warning, member, Shape::Text, place)
    };
    let label = text(members.label, "label");
    let source = text(members.source, "source");
    let updated = text(members.updated, "updated");
    let notes = texts(&mut context.complaints, members.note, || pointer(["note"]));
    let (mut mandatory_notes, mut plain) = (Vec::new(), Vec::new());
    for (position, note) in notes.into_iter().enumerate() {
        let is_mandatory = pxweb::is_mandatory(context.note_mandatory, position);
        let notes = if is_mandatory { &mut mandatory_notes } else { &mut plain };
        notes.push(context.text(note, None));
    }
    mandatory_notes.extend(context.notes(&profile.mandatory_notes, || in_profile(["mandatory_notes"])));
    let mut notes: Vec<Text> = plain;
    notes.extend(context.notes(&profile.notes, || in_profile(["notes"])));
    let design = profile.design.as_deref();
    let design = vocabulary::meaning_or_complaint(&mut context.complaints, DESIGNS, design, || in_profile(["design"]));
    let publisher = profile.publisher.as_ref();
    let population = profile.population.as_ref();
    Dataset {
        id: id.to_owned(),
        label: context.text(label.unwrap_or_else(|| id.to_owned()), context.translated_label()),
        is_synthetic: profile.synthetic,
        is_unprotected: profile.unprotected,
        registry_numbers: profile.diarienummer.clone(),
        publisher: publisher.and_then(|words| context.words(words, || in_profile(["publisher"]))),
        sources: sources(source, context),
        licence: profile.licence.clone(),
        updated,
        design: design.unwrap_or_default(),
        population: population.and_then(|words| context.words(words, || in_profile(["population"]))),
        comparable: comparable(context),
        disclosure: disclosure(context),
        contributors: Vec::new(),
        covariates: Vec::new(),
        hidden_signs: profile.hidden_signs.clone(),
        combinations: None,
        metric: None,
        mandatory_notes,
        notes,
        events: policy::events(context),
        legal_bases: Vec::new(),
    }
}

/// The profile's sources, which cells point into; else the one that JSON-stat names.
fn sources(source: Option<String>, context: &Context) -> Vec<Source> {
    let listed = &context.profile.sources;
    if listed.is_empty() {
        let source = source.filter(|title| !title.is_empty());
        return source.map(|title| Source { title, ..Source::default() }).into_iter().collect();
    }
    listed
        .iter()
        .map(|wire| Source {
            title: wire.title.clone(),
            publisher: wire.publisher.clone(),
            year: wire.year,
            url: wire.url.clone(),
        })
        .collect()
}

fn comparable(context: &mut Context) -> Comparable {
    let Some(wire) = &context.profile.comparable else {
        return Comparable::default();
    };
    Comparable {
        over_time: comparability(wire.over_time.as_ref(), "over_time", context),
        between_areas: comparability(wire.between_areas.as_ref(), "between_areas", context),
        between_categories: comparability(wire.between_categories.as_ref(), "between_categories", context),
    }
}

fn comparability(wire: Option<&WireComparability>, name: &str, context: &mut Context) -> Comparability {
    let Some(wire) = wire else {
        return Comparability::Unknown;
    };
    let place = || in_profile(["comparable", name]);
    let reason = wire.reason.as_ref().and_then(|words| context.words(words, place));
    let mut needed = |reason: Option<Text>| {
        if reason.is_none() {
            context.complaints.warn(place(), Fault::NoReason);
        }
        reason.unwrap_or_default()
    };
    match wire.answer.as_str() {
        "yes" => Comparability::Yes,
        "with_care" => Comparability::WithCare(needed(reason)),
        "no" => Comparability::No(needed(reason)),
        other => {
            let expected = ["yes", "with_care", "no"].into_iter();
            vocabulary::complain(&mut context.complaints, expected, other, place());
            Comparability::Unknown
        }
    }
}

fn disclosure(context: &mut Context) -> Option<Disclosure> {
    let wire = context.profile.disclosure.as_ref()?;
    let description = wire.description.as_ref();
    Some(Disclosure {
        threshold: wire.threshold,
        has_complementary: wire.complementary,
        hides_only_small: wire.only_small,
        rounding_base: wire.rounding,
        description: description.and_then(|words| context.words(words, || in_profile(["disclosure", "description"]))),
    })
}

/// The sets of dimensions that may be broken down together. One that names what is not there is left out: the fewer are offered.
pub fn combinations(dimensions: &[Dimension], context: &mut Context) -> Option<Vec<Combination>> {
    let listed = context.profile.combinations.as_ref()?;
    let mut combinations = Vec::new();
    for (number, ids) in listed.iter().enumerate() {
        let number = number.to_string();
        let place = || in_profile(["combinations", &number]);
        let parts: Option<Combination> = ids.iter().map(|id| combined(id, dimensions, place, context)).collect();
        combinations.extend(parts);
    }
    Some(combinations)
}

fn combined(
    id: &str,
    dimensions: &[Dimension],
    place: impl Fn() -> String,
    context: &mut Context,
) -> Option<CombinedDimension> {
    let position = |id: &str| dimensions.iter().position(|dimension| dimension.id == id);
    // An id may itself have a colon.
    if let Some(dimension) = position(id) {
        return Some(CombinedDimension { dimension, level: None });
    }
    let (name, level) = id.rsplit_once(':').unwrap_or((id, ""));
    let Some(dimension) = position(name) else {
        context.no_such(place(), Named::Dimension, id);
        return None;
    };
    let complaints = &mut context.complaints;
    let level = vocabulary::meaning_or_complaint(complaints, LEVELS, Some(level), place)?;
    Some(CombinedDimension { dimension, level: Some(level) })
}
