//! What the tables of a specification are broken down by.

use serde::Deserialize;

use crate::load::jsonstat::profile::{WireBreak, Words};

/// What tables are broken down by.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecDimension {
    /// Its id.
    pub id: String,
    /// What the reader calls it.
    pub label: Words,
    /// `area`, `period`, `sex`, or another word.
    pub kind: String,
    /// The `records.column` that holds the code.
    pub column: Option<String>,
    /// Instead: columns that hold yes or no, one for each category. A record may be in several.
    #[serde(default)]
    pub columns: Vec<SpecFlag>,
    /// Between the codes of a column that holds several.
    pub separator: Option<String>,
    /// What is counted stands in several categories though each record has one, as a case has several steps: nothing is summed over them.
    #[serde(default)]
    pub overlapping: bool,
    /// Of a column of dates (2024-05-17): what the code is made of.
    pub part: Option<DatePart>,
    /// The category for all; without it the dimension is part of every margin.
    pub total: Option<SpecCategory>,
    /// The category for records without a known code; without it they are left out of the table, and counted in the report.
    pub missing: Option<SpecCategory>,
    /// For areas, which the records tell by the codes of municipalities: those that are shown, or `"all"`. Counties and nation are added,
    /// and count all their municipalities. A county listed without any of its municipalities is shown as a whole.
    pub areas: Option<SpecAreas>,
    /// The categories, unless they are areas.
    #[serde(default)]
    pub categories: Vec<SpecCategory>,
    /// A CSV file with the columns `code`, `sv`, and where wanted `en`, `parent` and `value`: more categories.
    pub code_list: Option<String>,
    /// The order means something.
    #[serde(default)]
    pub ordered: bool,
    /// Where the series is broken.
    #[serde(default)]
    pub breaks: Vec<WireBreak>,
    /// Notes on the dimension.
    #[serde(default)]
    pub notes: Vec<Words>,
}

/// A column that says yes or no.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecFlag {
    /// `records.column`.
    pub column: String,
    /// The category that yes means.
    pub code: String,
}

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DatePart {
    /// `2024`.
    Year,
    /// `2024K2`.
    Quarter,
    /// `2024M05`.
    Month,
}

/// Which areas a dimension has.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum SpecAreas {
    /// `"all"`: all municipalities, their counties, and the nation.
    Word(String),
    /// These, their counties, and the nation.
    Codes(Vec<String>),
}

/// A category.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecCategory {
    /// Its code.
    pub code: String,
    /// In Swedish.
    pub sv: String,
    /// In English; left out for a name that is the same.
    pub en: Option<String>,
    /// What the records have for it, where that is not the code.
    #[serde(default)]
    pub values: Vec<String>,
    /// The least number that is in it: for ages, times, sizes.
    pub from: Option<i64>,
    /// The largest number that is in it.
    pub to: Option<i64>,
    /// The category above it.
    pub parent: Option<String>,
    /// A note on it.
    pub note: Option<Words>,
    /// The provisions that it rests on.
    #[serde(default)]
    pub legal_basis: Vec<String>,
}
