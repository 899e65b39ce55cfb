//! The profile `extension.insyn` as it stands in a file: everything optional, every default cautious.

mod cell;
mod dimension;
mod measure;
mod policy;
mod translation;

pub use cell::WireCell;
pub use dimension::{WireBreak, WireDimension};
pub use measure::{WireContributors, WireMeasure};
pub use policy::{WireComparability, WireComparable, WireDisclosure, WireEvent, WireLegalBasis, WireSource};
pub use translation::{TranslatedDimension, Translation};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::node::members;

/// `extension.insyn` of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The version of the profile: "1".
    pub profile: String,
    /// Made up, not observed.
    pub synthetic: bool,
    /// Counted from records and not yet protected: nothing lets it in. `insyn protect` takes it away.
    #[serde(skip_serializing_if = "is_false")]
    pub unprotected: bool,
    /// The authority's registry numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diarienummer: Vec<String>,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Words>,
    /// Where the figures stand; `cells` point into it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<WireSource>,
    /// SPDX name of the licence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// `total`, `register`, `sample`, `targeted` or `survey`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub design: Option<String>,
    /// What was looked at, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<Words>,
    /// What may be compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparable: Option<WireComparable>,
    /// By category code of the metric dimension; a code that is not there defines a measure worked out from others.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub measures: BTreeMap<String, WireMeasure>,
    /// Ids of measures by which areas may be called similar: counts, shares, rates or means that are known of many areas, and that say
    /// what an area is like, not what is judged of it. A measure worked out from others will do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covariates: Vec<String>,
    /// By dimension id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dimensions: BTreeMap<String, WireDimension>,
    /// Each a list of dimension ids that may be broken down together; `area:county` goes down to that level only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub combinations: Option<Vec<Vec<String>>>,
    /// What was done so that nobody can be identified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<WireDisclosure>,
    /// The signs that stood for a hidden figure in the file that this was made of, where there were several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden_signs: Vec<String>,
    /// The file's own legend: status sign → `suppressed`, `missing`, `not_applicable`, `uncertain`, `not_yet`, `rounds_to_zero`,
    /// or flags with a space between: `provisional`, `estimated`, `revised`, `break`, `definition_differs`, `imputed`, `forecast`,
    /// `perturbed`, `rounded_to_base`, `implied_zero`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub states: BTreeMap<String, String>,
    /// What is said of single cells.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<WireCell>,
    /// Notes that must be shown with the figures, whatever they are about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mandatory_notes: Vec<Words>,
    /// Notes on the whole dataset, in both languages (instead of JSON-stat's `note`, which has one).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Words>,
    /// Dated events, to see the figures against.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<WireEvent>,
    /// The labels of the file in other languages, by language tag.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub i18n: BTreeMap<String, Translation>,
}
members!(
    Profile:
    profile, synthetic, unprotected, diarienummer, publisher, sources, licence, design, population, comparable, measures,
    covariates, dimensions, combinations, disclosure, hidden_signs, states, cells, mandatory_notes, notes, events, i18n,
);

/// A text by language tag: `{"sv": "…", "en": "…"}`.
pub type Words = BTreeMap<String, String>;

fn is_false(truth: &bool) -> bool {
    !truth
}
