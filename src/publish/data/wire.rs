//! A finished draft as JSON-stat 2.0 has it. It keeps the figures as they are written in the sources, "25.0" with its zero.

use std::collections::BTreeMap;

use serde_json::Number;

use crate::{
    export::jsonstat::wire::{Categories, Dimension, Document, Extension, Unit},
    load::jsonstat::profile::{
        Profile, TranslatedDimension, Translation, WireDimension, WireLegalBasis, WireMeasure, Words,
    },
};

use super::{
    draft::Draft,
    recipe::{RecipeCategory, RecipeMeasure},
};

/// The id of the dimension that holds the measures.
pub const METRIC: &str = "measure";

/// The file of a finished draft.
pub fn dataset(draft: &Draft) -> Document<&[Option<Number>], &BTreeMap<u32, String>> {
    let recipe = &draft.recipe;
    let measures: Vec<&RecipeMeasure> = draft.stored_measures().collect();
    let mut id = vec![METRIC.to_owned()];
    let mut size = vec![measures.len()];
    let mut dimension = BTreeMap::from([(METRIC.to_owned(), metric(&measures))]);
    let mut role = BTreeMap::from([("metric", vec![METRIC.to_owned()])]);
    for (dim, categories) in recipe.dimensions.iter().zip(&draft.categories) {
        id.push(dim.id.clone());
        size.push(categories.len());
        match dim.kind.as_str() {
            "period" => role.entry("time").or_default().push(dim.id.clone()),
            "area" => role.entry("geo").or_default().push(dim.id.clone()),
            _ => {}
        }
        let named = Dimension {
            label: swedish(&dim.label),
            category: Categories {
                index: categories.iter().map(|c| c.code.clone()).collect(),
                label: labels(categories.iter().map(|c| (&c.code, Some(c.sv.clone())))),
                ..Categories::default()
            },
            note: Vec::new(),
        };
        dimension.insert(dim.id.clone(), named);
    }
    Document {
        version: "2.0",
        class: "dataset",
        label: swedish(&recipe.label),
        source: Some(swedish(&recipe.publisher)),
        updated: Some(recipe.updated.clone()),
        note: Vec::new(),
        id,
        size,
        role,
        dimension,
        extension: Extension { lang: None, insyn: profile(draft) },
        value: Some(&draft.values),
        status: Some(&draft.status).filter(|status| !status.is_empty()),
    }
}

fn metric(measures: &[&RecipeMeasure]) -> Dimension {
    let word = |words: &Option<Words>| words.as_ref().map(swedish).unwrap_or_default();
    let unit = |measure: &&RecipeMeasure| {
        let unit = Unit { label: word(&measure.wire.unit), decimals: measure.wire.decimals.unwrap_or(0) };
        (measure.id.clone(), unit)
    };
    Dimension {
        label: "Mått".to_owned(),
        category: Categories {
            index: measures.iter().map(|m| m.id.clone()).collect(),
            label: labels(measures.iter().map(|m| (&m.id, Some(word(&m.wire.label))))),
            unit: measures.iter().map(unit).collect(),
            ..Categories::default()
        },
        note: Vec::new(),
    }
}

fn profile(draft: &Draft) -> Profile {
    let recipe = draft.recipe.clone();
    let measures = recipe.measures.iter().map(|measure| {
        // A measure with cells has its label in the metric dimension, as every reader of JSON-stat expects.
        let label = measure.wire.label.clone().filter(|_| measure.derived);
        let legal_basis = named(draft, &measure.legal_basis);
        let wire = WireMeasure { label, legal_basis, ..measure.wire.clone() };
        (measure.id.clone(), wire)
    });
    let dimensions = recipe.dimensions.iter().zip(&draft.categories);
    let dimensions = dimensions.map(|(dim, categories)| {
        let noted = |c: &RecipeCategory| Some((c.code.clone(), vec![c.note.clone()?]));
        let below = |c: &RecipeCategory| Some((c.code.clone(), c.parent.clone()?));
        let based = |c: &&RecipeCategory| !c.legal_basis.is_empty();
        let wire = WireDimension {
            parents: match dim.areas {
                Some(_) => draft.parents.clone(),
                None => categories.iter().filter_map(below).collect(),
            },
            legal_basis: (categories.iter().filter(based))
                .map(|c| (c.code.clone(), named(draft, &c.legal_basis)))
                .collect(),
            category_notes: categories.iter().filter_map(noted).collect(),
            ..dim.wire()
        };
        (dim.id.clone(), wire)
    });
    Profile {
        profile: "1".to_owned(),
        synthetic: recipe.is_synthetic(),
        unprotected: false,
        measures: measures.collect(),
        dimensions: dimensions.collect(),
        i18n: BTreeMap::from([("en".to_owned(), english(draft))]),
        diarienummer: recipe.diarienummer,
        publisher: Some(recipe.publisher),
        sources: draft.sources.clone(),
        licence: recipe.licence,
        design: recipe.design,
        population: Some(recipe.population),
        comparable: Some(recipe.comparable),
        covariates: recipe.covariates,
        combinations: Some(recipe.combinations),
        disclosure: recipe.disclosure,
        hidden_signs: Vec::new(),
        states: recipe.states,
        cells: draft.cells.values().cloned().collect(),
        mandatory_notes: recipe.mandatory_notes,
        notes: recipe.notes,
        events: draft.events.clone(),
    }
}

/// The provisions of these names.
fn named(draft: &Draft, ids: &[String]) -> Vec<WireLegalBasis> {
    ids.iter().filter_map(|id| draft.laws.get(id)).cloned().collect()
}

fn english(draft: &Draft) -> Translation {
    let word = |words: &Words| words.get("en").cloned();
    let measures = draft.stored_measures();
    let measures = measures.map(|m| (&m.id, m.wire.label.as_ref().and_then(word)));
    let metric = TranslatedDimension { label: Some("Measure".to_owned()), category: labels(measures) };
    let mut dimension = BTreeMap::from([(METRIC.to_owned(), metric)]);
    for (dim, categories) in draft.recipe.dimensions.iter().zip(&draft.categories) {
        let translated = TranslatedDimension {
            label: word(&dim.label),
            category: labels(categories.iter().map(|c| (&c.code, c.en.clone()))),
        };
        dimension.insert(dim.id.clone(), translated);
    }
    Translation { label: word(&draft.recipe.label), dimension }
}

fn labels<'a>(named: impl Iterator<Item = (&'a String, Option<String>)>) -> BTreeMap<String, String> {
    named.filter_map(|(code, label)| Some((code.clone(), label?))).collect()
}

fn swedish(words: &Words) -> String {
    words.get("sv").cloned().unwrap_or_default()
}
