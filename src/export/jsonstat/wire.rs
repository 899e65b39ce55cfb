//! A JSON-stat 2.0 dataset in the order that a reader of the file meets it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::load::jsonstat::profile::Profile;

/// `class: dataset`; what stands for the cells writes itself.
#[derive(Debug, Serialize)]
pub struct Document<V, S> {
    /// "2.0"
    pub version: &'static str,
    /// "dataset"
    pub class: &'static str,
    /// The title.
    pub label: String,
    /// Where the figures come from, for readers who do not know the profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The day of the last update.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// Notes that are in the file's language only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<String>,
    /// The dimensions, in the order of the cells.
    pub id: Vec<String>,
    /// How many categories each has.
    pub size: Vec<usize>,
    /// What the dimensions are about.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub role: BTreeMap<&'static str, Vec<String>>,
    /// The dimensions themselves.
    pub dimension: BTreeMap<String, Dimension>,
    /// What the standard has no word for.
    pub extension: Extension,
    /// The numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<V>,
    /// What is said of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<S>,
}

/// One dimension.
#[derive(Debug, Default, Serialize)]
pub struct Dimension {
    /// What it is called.
    pub label: String,
    /// Notes that are in the file's language only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<String>,
    /// Its categories.
    pub category: Categories,
}

/// The categories of a dimension.
#[derive(Debug, Default, Serialize)]
pub struct Categories {
    /// Their codes, in order.
    pub index: Vec<String>,
    /// Code → label.
    pub label: BTreeMap<String, String>,
    /// Code → unit, of measures.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub unit: BTreeMap<String, Unit>,
    /// Code → notes that are in the file's language only.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub note: BTreeMap<String, Vec<String>>,
}

/// What a reader who does not know the profile is told of a measure.
#[derive(Debug, Serialize)]
pub struct Unit {
    /// In words.
    pub label: String,
    /// Decimals to show.
    pub decimals: u8,
}

/// `extension`
#[derive(Debug, Serialize)]
pub struct Extension {
    /// The language of the labels, where it is not Swedish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
    /// What the page needs to know.
    pub insyn: Profile,
}
