//! The specification of `insyn aggregate` as it stands in its file: which records there are, how they hang together, and what is counted.

pub mod dimension;
pub mod measure;
mod reading;
pub mod table;

use std::collections::BTreeMap;

use serde::Deserialize;

use dimension::SpecDimension;
use measure::SpecMeasure;
use table::SpecTable;

use crate::load::jsonstat::profile::{WireComparable, WireLegalBasis, WireSource, Words};

/// A whole specification. What all tables have in common stands first, in the words of the recipes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    /// The day the figures were last changed; never the clock, so that the same records give the same bytes.
    pub updated: String,
    /// Made up, not observed.
    pub synthetic: bool,
    /// Who publishes the figures.
    pub publisher: Words,
    /// The authority's registry numbers.
    #[serde(default)]
    pub diarienummer: Vec<String>,
    /// Where the records come from.
    #[serde(default)]
    pub sources: Vec<WireSource>,
    /// SPDX name of the licence, where there is one.
    pub licence: Option<String>,
    /// How the units were chosen, unless a table says otherwise.
    pub design: Option<String>,
    /// What was looked at, unless a table says otherwise.
    pub population: Option<Words>,
    /// What may be compared, and why not, unless a table says otherwise.
    pub comparable: Option<WireComparable>,
    /// Notes on every table.
    #[serde(default)]
    pub notes: Vec<Words>,
    /// Provisions that categories and measures rest on, by the names these have for them.
    #[serde(default)]
    pub law: BTreeMap<String, WireLegalBasis>,
    /// The records: one row each.
    #[serde(default)]
    pub records: Vec<SpecRecords>,
    /// How records of one sort lead to those of another.
    #[serde(default)]
    pub join: Vec<SpecJoin>,
    /// What the tables are broken down by.
    #[serde(default)]
    pub dimension: Vec<SpecDimension>,
    /// What the tables count.
    #[serde(default)]
    pub measure: Vec<SpecMeasure>,
    /// The tables to be made, a file each.
    #[serde(default)]
    pub table: Vec<SpecTable>,
}

/// Records of one sort.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecRecords {
    /// What the specification calls them.
    pub name: String,
    /// CSV or Parquet files, seen from the specification; without them they are named when the command is run.
    #[serde(default)]
    pub files: Vec<String>,
    /// The column that tells one record from another: no two may have the same.
    pub key: Option<String>,
    /// For CSV: what stands between columns; without it the one of `,`, `;` and tab that the first line has most of.
    pub delimiter: Option<char>,
}

/// Each record `from` leads to at most one `to`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecJoin {
    /// `records.column` that holds the key.
    pub from: String,
    /// The records it is the key of.
    pub to: String,
}
