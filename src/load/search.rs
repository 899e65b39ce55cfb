//! `data/search.json`: what can be searched for in each dataset, without opening it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    complaint::Complaint,
    jsonstat::{
        context::text_of_words,
        node::{file, members},
        profile::Words,
    },
};
use crate::model::{
    searched::{SearchIndex, Searched, SearchedCategory, SearchedDimension, SearchedMeasure},
    text::{Language, Text},
};

/// The file as it is written and read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct WireIndex {
    datasets: Vec<WireDataset>,
}
members!(WireIndex: datasets; needs "datasets");

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
struct WireDataset {
    id: String,
    label: Words,
    measures: Vec<WireMeasure>,
    dimensions: Vec<WireDimension>,
}
members!(WireDataset: id, label, measures, dimensions; needs "id", "label");

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
struct WireMeasure {
    id: String,
    label: Words,
}
members!(WireMeasure: id, label; needs "id", "label");

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
struct WireDimension {
    id: String,
    label: Words,
    categories: Vec<WireCategory>,
}
members!(WireDimension: id, label, categories; needs "id", "label");

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
struct WireCategory {
    code: String,
    label: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    at: BTreeMap<String, String>,
}
members!(WireCategory: code, label, measure, at; needs "code", "label");

/// What can be searched for.
///
/// # Errors
/// A complaint with its place where the file is not what it should be.
pub fn read(bytes: &[u8]) -> Result<SearchIndex, Complaint> {
    let WireIndex { datasets } = file(bytes)?;
    let dataset = |WireDataset { id, label, measures, dimensions }: WireDataset| Searched {
        id,
        label: text(&label),
        measures: measures.into_iter().map(|it| SearchedMeasure { label: text(&it.label), id: it.id }).collect(),
        dimensions: dimensions.into_iter().map(dimension).collect(),
    };
    Ok(SearchIndex { datasets: datasets.into_iter().map(dataset).collect() })
}

fn dimension(WireDimension { id, label, categories }: WireDimension) -> SearchedDimension {
    let category = |WireCategory { code, label, measure, at }: WireCategory| SearchedCategory {
        label: text(&label),
        code,
        measure,
        at: at.into_iter().collect(),
    };
    SearchedDimension { id, label: text(&label), categories: categories.into_iter().map(category).collect() }
}

fn text(words: &Words) -> Text {
    // A language that we do not speak is nothing that could be shown.
    text_of_words(words, Language::default(), |_| ()).unwrap_or_default()
}

impl From<&SearchIndex> for WireIndex {
    fn from(index: &SearchIndex) -> Self {
        let dataset = |it: &Searched| WireDataset {
            id: it.id.clone(),
            label: words(&it.label),
            measures: it.measures.iter().map(|it| WireMeasure { id: it.id.clone(), label: words(&it.label) }).collect(),
            dimensions: it.dimensions.iter().map(WireDimension::of).collect(),
        };
        Self { datasets: index.datasets.iter().map(dataset).collect() }
    }
}

impl WireDimension {
    fn of(dimension: &SearchedDimension) -> Self {
        let category = |it: &SearchedCategory| WireCategory {
            code: it.code.clone(),
            label: words(&it.label),
            measure: it.measure.clone(),
            at: it.at.iter().cloned().collect(),
        };
        Self {
            id: dimension.id.clone(),
            label: words(&dimension.label),
            categories: dimension.categories.iter().map(category).collect(),
        }
    }
}

/// A wording for each language; one that both have is written once.
fn words(text: &Text) -> Words {
    let own = (text.language().tag().to_owned(), text.original().to_owned());
    let other = text.translation().filter(|words| *words != text.original());
    let other = other.map(|words| (text.language().other().tag().to_owned(), words.to_owned()));
    std::iter::once(own).chain(other).filter(|(_, words)| !words.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::load::complaint::Place;

    #[test]
    fn a_broken_index_is_refused_with_its_place() {
        let complaint = read(br#"{"datasets": [{"id": "d", "label": {}, "measures": [{"id": 1}]}]}"#);
        assert_eq!(
            complaint.expect_err("an id is a text").place,
            Place::Pointer("/datasets/0/measures/0/id".to_owned())
        );
        assert!(read(b"{}").is_err() && read(b"[]").is_err() && read(b"").is_err());
        assert_eq!(read(br#"{"datasets": []}"#), Ok(SearchIndex::default()));
    }

    fn some_text() -> impl Strategy<Value = Text> {
        (".{1,12}", prop::option::of(".{1,12}")).prop_map(|(own, other)| {
            let text = Text::new(Language::Swedish, own.clone());
            match other.filter(|other| *other != own) {
                Some(other) => text.translated(other),
                None => text,
            }
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            labels in prop::collection::vec(some_text(), 4),
            id in ".{0,9}",
            at in prop::collection::btree_map("[a-z]{1,4}", ".{0,4}", 0..3),
            measure in prop::option::of("[a-z]{1,4}"),
        ) {
            let label = |place: usize| labels.get(place).cloned().unwrap_or_default();
            let category = SearchedCategory { code: id.clone(), label: label(0), measure, at: at.into_iter().collect() };
            let dimension = SearchedDimension { id: id.clone(), label: label(1), categories: vec![category] };
            let measures = vec![SearchedMeasure { id: id.clone(), label: label(2) }];
            let index = SearchIndex { datasets: vec![Searched { id, label: label(3), measures, dimensions: vec![dimension] }] };
            let bytes = serde_json::to_vec(&WireIndex::from(&index)).expect("texts can be written");
            prop_assert_eq!(read(&bytes), Ok(index));
        }
    }
}
