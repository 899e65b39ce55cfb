//! What the profile says of a whole dataset.

use std::collections::BTreeMap;

use super::{CellsProfile, Plan, measures, policy, texts::words, word};
use crate::{
    load::jsonstat::{
        profile::{
            Profile, TranslatedDimension, Translation, WireComparability, WireComparable, WireDimension,
            WireDisclosure, WireSource,
        },
        vocabulary::DESIGNS,
    },
    model::{
        dataset::{Combination, Comparability, Comparable, Disclosure, Source},
        text::{Language, Text},
    },
};

/// The profile.
pub fn of(
    plan: &Plan,
    said_of_cells: CellsProfile,
    dimensions: BTreeMap<String, WireDimension>,
    translations: BTreeMap<String, TranslatedDimension>,
) -> Profile {
    let dataset = &plan.cube.dataset;
    let (_, notes) = plan.texts.notes(&dataset.notes);
    let CellsProfile { states, cells } = said_of_cells;
    let translation = Translation { label: plan.texts.label(&dataset.label).1, dimension: translations };
    let other = Language::ALL.into_iter().find(|language| *language != plan.texts.language);
    let other = other.filter(|_| translation != Translation::default());
    let combinations = dataset.combinations.as_ref();
    Profile {
        profile: "1".to_owned(),
        synthetic: dataset.is_synthetic,
        unprotected: dataset.is_unprotected,
        diarienummer: dataset.registry_numbers.clone(),
        publisher: dataset.publisher.as_ref().map(words),
        sources: dataset.sources.iter().map(source).collect(),
        licence: dataset.licence.clone(),
        design: word(DESIGNS, &dataset.design),
        population: dataset.population.as_ref().map(words),
        comparable: comparable(&dataset.comparable),
        measures: measures::profiles(plan),
        covariates: dataset
            .covariates
            .iter()
            .filter_map(|place| Some(plan.cube.measures.get(*place)?.id.clone()))
            .collect(),
        dimensions,
        combinations: combinations.map(|all| all.iter().map(|combination| ids(plan, combination)).collect()),
        disclosure: dataset.disclosure.as_ref().map(disclosure),
        hidden_signs: dataset.hidden_signs.clone(),
        states,
        cells,
        mandatory_notes: dataset.mandatory_notes.iter().map(words).collect(),
        notes,
        events: dataset.events.iter().map(policy::event).collect(),
        i18n: other.map(|language| (language.tag().to_owned(), translation)).into_iter().collect(),
    }
}

fn source(source: &Source) -> WireSource {
    let Source { title, publisher, year, url } = source.clone();
    WireSource { title, publisher, year, url }
}

fn comparable(comparable: &Comparable) -> Option<WireComparable> {
    let wire = WireComparable {
        over_time: comparability(&comparable.over_time),
        between_areas: comparability(&comparable.between_areas),
        between_categories: comparability(&comparable.between_categories),
    };
    (wire != WireComparable::default()).then_some(wire)
}

fn comparability(comparability: &Comparability) -> Option<WireComparability> {
    let said = |answer: &str, reason: Option<&Text>| {
        Some(WireComparability { answer: answer.to_owned(), reason: reason.map(words) })
    };
    match comparability {
        Comparability::Yes => said("yes", None),
        Comparability::WithCare(reason) => said("with_care", Some(reason)),
        Comparability::No(reason) => said("no", Some(reason)),
        Comparability::Unknown => None,
    }
}

fn disclosure(disclosure: &Disclosure) -> WireDisclosure {
    WireDisclosure {
        threshold: disclosure.threshold,
        complementary: disclosure.has_complementary,
        only_small: disclosure.hides_only_small,
        rounding: disclosure.rounding_base,
        description: disclosure.description.as_ref().map(words),
    }
}

fn ids(plan: &Plan, combination: &Combination) -> Vec<String> {
    let dimensions = &plan.cube.dimensions;
    let id = |part: &crate::model::dataset::CombinedDimension| {
        let id = &dimensions.get(part.dimension)?.id;
        Some(match part.level {
            Some(level) => format!("{id}:{}", level.id()),
            None => id.clone(),
        })
    };
    combination.iter().filter_map(id).collect()
}
