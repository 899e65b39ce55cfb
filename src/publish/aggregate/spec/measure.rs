//! What the tables of a specification count.

use serde::Deserialize;

use crate::load::jsonstat::profile::Words;

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
