//! What a file says of a measure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{WireLegalBasis, Words};
use crate::load::jsonstat::node::members;

/// What is known of a measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireMeasure {
    /// For a measure that is only worked out: its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Words>,
    /// `count`, `share`, `rate`, `mean`, `index` or `duration`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The unit in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Words>,
    /// Measure above the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<String>,
    /// Measure below the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    /// Dimension id → category code at which the denominator is read.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub denominator_at: BTreeMap<String, String>,
    /// 1 000 or 100 000 for a rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<f64>,
    /// `higher_is_worse`, `higher_is_better` or `neutral`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub polarity: Option<String>,
    /// Decimals to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// `child`, `case`, `staff`, `home` or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protected_unit: Option<String>,
    /// How many stand behind each of its cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contributors: Option<WireContributors>,
    /// Ids of dimensions it may be summed over.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub additive_over: Vec<String>,
    /// Notes on the measure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Words>,
    /// What it rests on in law.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<WireLegalBasis>,
}
members!(
    WireMeasure:
    label, kind, unit, numerator, denominator, denominator_at, per, polarity, decimals, protected_unit,
    contributors, additive_over, notes, legal_basis,
);

/// How many stand behind each cell of a measure: measures with the same dimensions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireContributors {
    /// The measure that says of how many homes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homes: Option<String>,
    /// … of how many operators.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operators: Option<String>,
    /// … how much of it is of the one home that has the most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest: Option<String>,
}
members!(WireContributors: homes, operators, largest);
