//! The specification of `insyn aggregate` as it stands in its file: which records there are, how they hang together, and what is counted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fault::{Fault, FaultKind, Place};
use crate::load::jsonstat::profile::{WireBreak, WireComparable, WireLegalBasis, WireSource, Words};

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

impl Spec {
    /// Reads a specification.
    ///
    /// # Errors
    /// Line and column where it is no TOML or has a word that no specification has.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let read: Result<Self, toml::de::Error> = toml::from_str(text);
        let spec = read.map_err(|why| {
            let before = text.get(..why.span().map_or(0, |span| span.start)).unwrap_or_default();
            let line = before.matches('\n').count().saturating_add(1);
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
            Fault::in_text(line, column, why.message())
        })?;
        match spec.stray(text) {
            Some(word) => Err(Fault::new(Place::Spec, FaultKind::UnknownKey(word))),
            None => Ok(spec),
        }
    }

    /// A word in the parts that others read too, and let pass what they do not know.
    fn stray(&self, text: &str) -> Option<String> {
        let written: serde_json::Value = toml::from_str(text).ok()?;
        let at = |value: &serde_json::Value, name: &str| value.get(name).cloned().unwrap_or_default();
        let of_each = |name: &str, part: &str| -> Vec<serde_json::Value> {
            at(&written, name).as_array().into_iter().flatten().map(|it| at(it, part)).collect()
        };
        let mut pairs =
            vec![(at(&written, "comparable"), json(&self.comparable)), (at(&written, "sources"), json(&self.sources))];
        pairs.extend(of_each("table", "comparable").into_iter().zip(self.table.iter().map(|it| json(&it.comparable))));
        pairs.extend(of_each("table", "breaks").into_iter().zip(self.table.iter().map(|it| json(&it.breaks))));
        pairs.extend(of_each("dimension", "breaks").into_iter().zip(self.dimension.iter().map(|it| json(&it.breaks))));
        pairs.iter().find_map(|(written, read)| stray(written, read))
    }
}

fn json(part: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(part).unwrap_or_default()
}

/// The first name that is written and was not read.
fn stray(written: &serde_json::Value, read: &serde_json::Value) -> Option<String> {
    use serde_json::Value::{Array, Object};
    match (written, read) {
        (Object(written), Object(read)) => written.iter().find_map(|(name, value)| match read.get(name) {
            Some(read) => stray(value, read),
            None => Some(name.clone()),
        }),
        (Array(written), Array(read)) => written.iter().zip(read).find_map(|(written, read)| stray(written, read)),
        _ => None,
    }
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

/// What tables count. One of `rows`, `distinct`, `largest`, `sum`, `mean`, `quantile` and `numerator`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecMeasure {
    /// Its id.
    pub id: String,
    /// What the reader calls it.
    pub label: Words,
    /// The unit in words.
    pub unit: Words,
    /// `count`, `share`, `rate`, `mean`, `index` or `duration`; without it what follows from what is counted.
    pub kind: Option<String>,
    /// Decimals to show.
    pub decimals: Option<u8>,
    /// `higher_is_worse`, `higher_is_better` or `neutral`.
    pub polarity: Option<String>,
    /// `child`, `case`, `staff`, `home` or `none`: whom a small count could identify.
    pub protected_unit: String,
    /// Notes on the measure.
    #[serde(default)]
    pub notes: Vec<Words>,
    /// The provisions that it rests on.
    #[serde(default)]
    pub legal_basis: Vec<String>,
    /// Counts records.
    #[serde(default)]
    pub rows: bool,
    /// Counts different values of this column: homes, operators, children.
    pub distinct: Option<String>,
    /// Counts the records of the one value of this column that has the most: how much of a figure is about one home.
    pub largest: Option<String>,
    /// Sums the numbers of this column.
    pub sum: Option<String>,
    /// The mean of the numbers of this column.
    pub mean: Option<String>,
    /// A quantile of the numbers of a column.
    pub quantile: Option<SpecQuantile>,
    /// The measure above the line of a share or a rate; the file has both, and the page works out the rest.
    pub numerator: Option<String>,
    /// The measure below the line.
    pub denominator: Option<String>,
    /// 100 for a share, 1 000 or 100 000 for a rate.
    pub per: Option<f64>,
    /// Counts only records for which all of this holds.
    #[serde(default, rename = "where")]
    pub conditions: Vec<SpecCondition>,
    /// The measures whose homes it counts.
    #[serde(default)]
    pub homes_of: Vec<String>,
    /// The measures whose operators it counts.
    #[serde(default)]
    pub operators_of: Vec<String>,
    /// The measures of which it is the largest part.
    #[serde(default)]
    pub largest_of: Vec<String>,
}

/// A quantile: the median is 0.5, the quartiles 0.25 and 0.75.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecQuantile {
    /// `records.column` of numbers.
    pub column: String,
    /// Between 0 and 1.
    pub p: f64,
}

/// What must hold of a record.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecCondition {
    /// `records.column`.
    pub column: String,
    /// It holds one of these; an empty text stands for an empty cell.
    pub is: Option<Vec<String>>,
    /// It holds none of these.
    pub is_not: Option<Vec<String>>,
    /// Between the values of a column that holds several: then one of them is enough.
    pub separator: Option<String>,
}

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
