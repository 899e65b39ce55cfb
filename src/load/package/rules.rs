//! The rules of a schema, checked once for each distinct text.

use std::collections::{HashMap, HashSet};

use super::{
    fault::{PackageFault, Rule},
    pattern::{self, Pattern},
    schema::{Field, Schema},
};
use crate::load::{
    complaint::Complaints,
    table::{Table, mapping::ColumnMapping},
};

/// Checks one column by its field. `work` is how many bytes may still be held against patterns.
pub fn check(
    table: &Table,
    number: usize,
    field: &Field,
    mapped: &ColumnMapping,
    work: &mut usize,
    complaints: &mut Complaints,
) {
    let Some(column) = table.columns.get(number) else { return };
    let is_missing = |text: &str| text.is_empty() || mapped.signs.contains_key(text);
    let counts = column.counts();
    let rules = &field.constraints;
    let mut against = |is_wrong: &dyn Fn(&str) -> bool, fault: &dyn Fn(String, usize) -> PackageFault| {
        let mut wrong = column.distinct().enumerate().filter(|(_, text)| is_wrong(text));
        let Some((code, text)) = wrong.next() else { return };
        let rest = wrong.filter_map(|(code, _)| counts.get(code)).fold(0_usize, |sum, n| sum.saturating_add(*n));
        let n_rows = counts.get(code).copied().unwrap_or_default().saturating_add(rest);
        let row = (0..column.len()).find(|row| column.code(*row) == Some(code)).unwrap_or_default();
        complaints.warn(table.place(row, Some(number)), fault(text.to_owned(), n_rows).into());
    };
    let number_of = |text: &str| mapped.number.parse(text);
    let expected = match field.kind.as_str() {
        "integer" => Some("integer"),
        "number" => Some("number"),
        _ => None,
    };
    if let Some(expected) = expected.filter(|_| !mapped.is_measure() || field.kind == "integer") {
        let is_wrong = |text: &str| match number_of(text) {
            Some(number) => expected == "integer" && number.fract() != 0.0,
            None => !is_missing(text) && !mapped.is_measure(),
        };
        against(&is_wrong, &|text, n_rows| PackageFault::WrongType { expected, text, n_rows });
    }
    let mut rule = |rule: Rule, is_wrong: &dyn Fn(&str) -> bool| {
        against(is_wrong, &|text, n_rows| PackageFault::AgainstRule { rule: rule.clone(), text, n_rows });
    };
    if rules.required {
        rule(Rule::Required, &is_missing);
    }
    if !rules.one_of.is_empty() {
        rule(Rule::Enum(rules.one_of.clone()), &|text| {
            !is_missing(text) && !rules.one_of.iter().any(|one| one == text)
        });
    }
    // Years and dates are compared as they are written, numbers as numbers.
    let is_below = |text: &str, bound: &str| match (number_of(text), bound.parse::<f64>().ok()) {
        (Some(number), Some(bound)) => number < bound,
        _ => text < bound,
    };
    let is_above = |text: &str, bound: &str| match (number_of(text), bound.parse::<f64>().ok()) {
        (Some(number), Some(bound)) => number > bound,
        _ => text > bound,
    };
    let is_comparable = |text: &str| !is_missing(text) && (expected.is_none() || number_of(text).is_some());
    if let Some(bound) = &rules.minimum {
        rule(Rule::Minimum(bound.clone()), &|text| is_comparable(text) && is_below(text, bound));
    }
    if let Some(bound) = &rules.maximum {
        rule(Rule::Maximum(bound.clone()), &|text| is_comparable(text) && is_above(text, bound));
    }
    if let Some(most) = rules.max_length {
        rule(Rule::MaxLength(most), &|text| text.chars().count() > most);
    }
    if let Some(least) = rules.min_length {
        rule(Rule::MinLength(least), &|text| !is_missing(text) && text.chars().count() < least);
    }
    if rules.unique {
        let twice: HashSet<&str> = column
            .distinct()
            .zip(&counts)
            .filter(|(text, n)| **n > 1 && !is_missing(text))
            .map(|(text, _)| text)
            .collect();
        rule(Rule::Unique, &|text| twice.contains(text));
    }
    if let Some(written) = &rules.pattern {
        let texts = || column.distinct().filter(|text| !is_missing(text));
        match Pattern::new(written).filter(|_| pattern::spend(work, texts())) {
            Some(pattern) => {
                rule(Rule::Pattern(written.clone()), &|text| !is_missing(text) && !pattern.is_match(text));
            }
            None => complaints
                .note(table.header_place(number), PackageFault::PatternNotChecked(pattern::shown(written)).into()),
        }
    }
}

/// Checks that no two rows have the same primary key.
pub fn check_key(table: &Table, schema: &Schema, complaints: &mut Complaints) {
    let mut columns = Vec::new();
    for name in &schema.primary_key {
        match table.columns.iter().enumerate().find(|(_, column)| column.header == *name) {
            Some(found) => columns.push(found),
            None => complaints.warn(crate::load::complaint::Place::File, PackageFault::NoSuchKey(name.clone()).into()),
        }
    }
    let Some((first, _)) = columns.first().copied() else { return };
    let mut seen: HashMap<u64, usize> = HashMap::new();
    for row in 0..table.n_rows() {
        let key = columns.iter().try_fold(0_u64, |key, (_, column)| {
            let (n, code) = (u64::try_from(column.n_distinct()).ok()?, u64::try_from(column.code(row)?).ok()?);
            key.checked_mul(n)?.checked_add(code)
        });
        let Some(key) = key else {
            complaints.note(table.header_place(first), PackageFault::NotChecked("primaryKey").into());
            return;
        };
        if let Some(before) = seen.insert(key, row) {
            let fault = PackageFault::RepeatedKey { first: table.rows.name(before) };
            complaints.warn(table.place(row, Some(first)), fault.into());
        }
    }
}
