//! The file's labels in another language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::load::jsonstat::node::members;

/// The file's labels in another language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Translation {
    /// The dataset's label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// By dimension id, the metric dimension's too.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dimension: BTreeMap<String, TranslatedDimension>,
}
members!(Translation: label, dimension);

/// A dimension's labels in another language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TranslatedDimension {
    /// The dimension's label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Category code → label.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub category: BTreeMap<String, String>,
}
members!(TranslatedDimension: label, category);
