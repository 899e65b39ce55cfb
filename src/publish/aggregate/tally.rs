//! What could not be counted: so many missing values, so many codes that nobody has given a meaning.

use std::collections::BTreeMap;

/// What could not be counted in a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Records read.
    pub n_rows: u64,
    /// Records that have no place in a dimension, and so are in no cell.
    pub n_left_out: u64,
    /// By `records.column`.
    pub columns: BTreeMap<String, Column>,
}

/// What could not be counted in a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Records without a value.
    pub n_missing: u64,
    /// Records with a value that means nothing.
    pub n_unknown: u64,
    /// The first such values, and how many records have each.
    pub values: BTreeMap<String, u64>,
}

/// As many different values as are kept: a wrong column could hold millions.
const MOST_VALUES: usize = 1000;

impl Tally {
    /// So many records have nothing there.
    pub fn missing(&mut self, column: &str, n: u64) {
        let column = self.column(column);
        column.n_missing = column.n_missing.saturating_add(n);
    }

    /// So many records have a value there that means nothing.
    pub fn unknown(&mut self, column: &str, value: &str, n: u64) {
        let column = self.column(column);
        column.n_unknown = column.n_unknown.saturating_add(n);
        if column.values.len() < MOST_VALUES || column.values.contains_key(value) {
            let count = column.values.entry(value.to_owned()).or_insert(0);
            *count = count.saturating_add(n);
        }
    }

    fn column(&mut self, name: &str) -> &mut Column {
        self.columns.entry(name.to_owned()).or_default()
    }
}
