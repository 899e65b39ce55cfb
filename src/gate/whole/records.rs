//! Rows about single cases are no statistics: a file of records is not let in, whatever it calls itself.

use crate::{
    gate::{
        findings::Findings,
        reason::{Reason, discreet},
        receipt::Rule,
        warning::Warning,
    },
    model::{
        cube::Cube,
        dimension::{Dimension, DimensionKind},
        slices::in_slices,
    },
};

/// A dimension with fewer categories than this may be anything.
const FEWEST: usize = 20;

/// Looks for a dimension with one row for each of its categories among many that there could be: the number of a case or a person.
///
/// Where the whole cube has no other dimension, only the codes tell: then it is a warning.
pub async fn check(cube: &Cube, findings: &mut Findings, pause: &impl AsyncFn()) {
    let suspects: Vec<usize> =
        (0..cube.dimensions.len()).filter(|place| cube.dimensions.get(*place).is_some_and(may_number)).collect();
    if !suspects.is_empty() {
        let rows = rows_with_anything(cube, pause).await;
        for place in suspects {
            look(cube, place, &rows, findings);
            pause().await;
        }
    }
    findings.checked(Rule::Records);
}

fn may_number(it: &Dimension) -> bool {
    let is_plain = !matches!(it.kind, DimensionKind::Area | DimensionKind::Period) && it.total.is_none();
    is_plain && it.categories.len() >= FEWEST && it.categories.iter().all(|category| category.parent.is_none())
}

/// The rows in which some measure has something.
async fn rows_with_anything(cube: &Cube, pause: &impl AsyncFn()) -> Vec<usize> {
    let n_rows = cube.columns.iter().map(|column| column.len()).max().unwrap_or_default();
    let mut rows = Vec::new();
    in_slices(n_rows, pause, |range| {
        for row in range {
            if cube.columns.iter().any(|column| column.tally(row..row.saturating_add(1)).0 > 0) {
                rows.push(row);
            }
        }
    })
    .await;
    rows
}

fn look(cube: &Cube, place: usize, rows: &[usize], findings: &mut Findings) {
    let Some(it) = cube.dimensions.get(place) else { return };
    let n = it.categories.len();
    let others: usize = cube
        .dimensions
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != place)
        .fold(1, |all, (_, it)| all.saturating_mul(it.categories.len().max(1)));
    if others == 1 {
        if it.categories.iter().all(|category| is_number_like(&category.code)) {
            findings.warn(Warning::MayBeRecords { dimension: discreet(&it.id), n });
        }
        return;
    }
    if rows.len() != n {
        return;
    }
    let stride: usize = cube
        .dimensions
        .iter()
        .skip(place.saturating_add(1))
        .fold(1, |all, it| all.saturating_mul(it.categories.len().max(1)));
    let mut is_seen = vec![false; n];
    let is_once = |row: &usize| {
        let category = (row / stride.max(1)) % n.max(1);
        is_seen.get_mut(category).is_some_and(|seen| !std::mem::replace(seen, true))
    };
    if !rows.iter().all(is_once) {
        return;
    }
    // A list of key figures, each with its own unit, has this shape too: but no running numbers.
    match it.categories.iter().all(|category| is_number_like(&category.code)) {
        true => findings.refuse(|| Reason::Records { dimension: discreet(&it.id), n }),
        false => findings.warn(Warning::MayBeRecords { dimension: discreet(&it.id), n }),
    }
}

/// Whether a code looks like a running number or a key: digits, perhaps behind a few letters, or a long hexadecimal one.
fn is_number_like(code: &str) -> bool {
    let tail = code.trim_start_matches(|letter: char| letter.is_alphabetic() || "-_#".contains(letter));
    let is_running = tail.len() >= 3 && tail.bytes().all(|byte| byte.is_ascii_digit());
    let is_key = code.len() >= 12 && code.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    is_running || is_key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_numbers_and_keys_are_told_from_words() {
        for code in ["000123", "id-0042", "fall_117", "3f2504e0-4f89-11d3-9a0c"] {
            assert!(is_number_like(code), "{code}");
        }
        for code in ["hvb", "sis", "12", "a1", "T", "våld", "0-17", "förvaltning"] {
            assert!(!is_number_like(code), "{code}");
        }
    }
}
