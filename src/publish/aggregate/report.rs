//! What the command tells when it is done: what was read, and what could not be counted, so that nobody can be found in it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Counted, tally::Tally};
use crate::{
    gate::personal,
    model::text::Language,
    words::{aggregate::report as words, number},
};

/// As many as are told apart: a smaller number could be about somebody.
const BAND: u64 = 5;
/// Letters of a value that is repeated: what is longer is no code.
const MOST_LETTERS: usize = 24;

/// A number as it may be told: nothing, under five, or between two numbers five apart. So a difference of two of them tells no small number either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The least it can be.
    pub at_least: u64,
    /// The most it can be.
    pub at_most: u64,
}

/// The band of a number.
pub fn band(n: u64) -> Band {
    let low = n.checked_div(BAND).unwrap_or(0).saturating_mul(BAND);
    let at_most = if n == 0 { 0 } else { low.saturating_add(BAND).saturating_sub(1) };
    let at_least = if n == 0 { 0 } else { low.max(1) };
    Band { at_least, at_most }
}

impl Band {
    /// "inga", "färre än 5", "10–14".
    pub fn said(self, language: Language) -> String {
        match self.at_most {
            0 => words::none(language).to_owned(),
            most if most < BAND => words::under(&number::count(BAND, language), language),
            most => format!("{}–{}", number::count(self.at_least, language), number::count(most, language)),
        }
    }

    fn as_json(self) -> Value {
        json!({"at_least": self.at_least, "at_most": self.at_most})
    }
}

/// The values that may be repeated: common enough, short, and nothing that leads to a person.
fn repeated(values: &BTreeMap<String, u64>) -> impl Iterator<Item = (&String, Band)> {
    let may_be_told = |value: &str, n: u64| {
        n >= BAND && value.chars().count() <= MOST_LETTERS && personal::kinds(value).next().is_none()
    };
    values.iter().filter(move |(value, n)| may_be_told(value, **n)).map(|(value, n)| (value, band(*n)))
}

/// The report as lines of text.
pub fn as_text(counted: &Counted, language: Language) -> String {
    let mut lines: Vec<String> = Vec::new();
    for (name, n) in &counted.records {
        lines.push(words::records_read(name, &band(*n).said(language), language));
    }
    for (from, to, n) in counted.unmatched.iter().filter(|(_, _, n)| *n > 0) {
        lines.push(words::unmatched(from, to, &band(*n).said(language), language));
    }
    for (cube, tally) in &counted.tables {
        let left_out = band(tally.n_left_out).said(language);
        lines.push(words::table_made(&cube.dataset.id, &left_out, language));
        lines.extend(columns(tally, language));
    }
    lines.join("\n")
}

fn columns(tally: &Tally, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, column) in &tally.columns {
        if column.n_missing > 0 {
            lines.push(words::missing(name, &band(column.n_missing).said(language), language));
        }
        if column.n_unknown > 0 {
            let told: Vec<String> = repeated(&column.values)
                .map(|(value, band)| words::so_many_times(value, &band.said(language), language))
                .collect();
            lines.push(words::unknown(name, &band(column.n_unknown).said(language), &told.join(", "), language));
        }
    }
    lines
}

/// The report for programs.
pub fn as_json(counted: &Counted) -> Value {
    let records: Vec<Value> =
        counted.records.iter().map(|(name, n)| json!({"name": name, "read": band(*n).as_json()})).collect();
    let unmatched: Vec<Value> = counted
        .unmatched
        .iter()
        .map(|(from, to, n)| json!({"from": from, "to": to, "without": band(*n).as_json()}))
        .collect();
    let tables: Vec<Value> = counted.tables.iter().map(|(cube, tally)| table(&cube.dataset.id, tally)).collect();
    json!({"is_protected": false, "records": records, "joins": unmatched, "tables": tables})
}

fn table(id: &str, tally: &Tally) -> Value {
    let column = |(name, column): (&String, &super::tally::Column)| {
        let values = repeated(&column.values).map(|(value, band)| json!({"value": value, "records": band.as_json()}));
        json!({
            "column": name,
            "missing": band(column.n_missing).as_json(),
            "unknown": band(column.n_unknown).as_json(),
            "values": values.collect::<Vec<_>>(),
        })
    };
    json!({
        "id": id,
        "read": band(tally.n_rows).as_json(),
        "left_out": band(tally.n_left_out).as_json(),
        "columns": tally.columns.iter().map(column).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_tells_no_small_number() {
        let said = |n| band(n).said(Language::English);
        assert_eq!([0, 1, 4, 5, 1234].map(said), ["none", "under 5", "under 5", "5–9", "1,230–1,234"]);
    }

    #[test]
    fn rare_long_and_personal_values_are_not_repeated() {
        let values = [("hbv", 7), ("Kalle", 1), ("19121212-1212", 9), (&"x".repeat(30), 9)];
        let values = values.map(|(value, n)| (value.to_owned(), n)).into();
        let told: Vec<&str> = repeated(&values).map(|(value, _)| value.as_str()).collect();
        assert_eq!(told, ["hbv"]);
    }
}
