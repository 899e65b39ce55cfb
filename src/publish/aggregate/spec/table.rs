//! The tables that a specification asks for.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::load::jsonstat::profile::{WireBreak, WireComparable, Words};

/// A table to be made.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecTable {
    /// The name of the file.
    pub id: String,
    /// The title.
    pub label: Words,
    /// What it is about, in one sentence for a catalogue.
    pub about: Option<Words>,
    /// The records that are counted.
    pub records: String,
    /// In the order of the file; the last runs fastest.
    pub dimensions: Vec<String>,
    /// In the order of the file.
    pub measures: Vec<String>,
    /// Those of them by which areas may be called similar.
    #[serde(default)]
    pub covariates: Vec<String>,
    /// Sets of dimensions that are broken down together, `area:county` down to that level only; each with all its totals.
    /// Without it all dimensions together.
    pub margins: Option<Vec<Vec<String>>>,
    /// Two dimensions of which no record has the same code: there nothing can be counted, which is not zero.
    #[serde(default)]
    pub never_same: Vec<[String; 2]>,
    /// How the units were chosen.
    pub design: Option<String>,
    /// What was looked at.
    pub population: Option<Words>,
    /// What may be compared, and why not.
    pub comparable: Option<WireComparable>,
    /// Where the series of this table alone is broken, by dimension.
    #[serde(default)]
    pub breaks: BTreeMap<String, Vec<WireBreak>>,
    /// Notes on the table.
    #[serde(default)]
    pub notes: Vec<Words>,
}
