//! What a file says of a dimension.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{WireLegalBasis, Words, is_false};
use crate::load::jsonstat::node::members;

/// What is known of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireDimension {
    /// `area`, `period`, `sex`, `ownership`, `home_type`, or another word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Code of the category that is the published total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<String>,
    /// Categories overlap.
    #[serde(skip_serializing_if = "is_false")]
    pub multi_response: bool,
    /// The order means something.
    #[serde(skip_serializing_if = "is_false")]
    pub ordered: bool,
    /// Where a series is broken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<WireBreak>,
    /// Category code → `nation`, `county`, …, where the code does not tell; `none` where it only seems to.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub levels: BTreeMap<String, String>,
    /// Category code → code of the category above it; JSON-stat's `category.child` says the same the other way.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parents: BTreeMap<String, String>,
    /// Notes on the dimension.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Words>,
    /// Category code → notes on it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub category_notes: BTreeMap<String, Vec<Words>>,
    /// Category code → what it rests on in law.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub legal_basis: BTreeMap<String, Vec<WireLegalBasis>>,
}
members!(
    WireDimension:
    kind, total, multi_response, ordered, breaks, levels, parents, notes, category_notes, legal_basis,
);

/// A break in a series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireBreak {
    /// First period after the break.
    pub period: String,
    /// Why.
    pub reason: Words,
}
members!(WireBreak: period, reason);
