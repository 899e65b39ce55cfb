//! From protected counts to what stands in the file: a number, with or without a flag, or the sign of why there is none.

use super::{
    plan,
    tally::{Counts, Key, TOTAL},
};

/// What the three measures of a cell hold, in the order of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// Homes inspected.
    pub inspected: Cell,
    /// Homes with a finding.
    pub found: Cell,
    /// Thousands of days of care.
    pub care_days: Cell,
}

/// One cell of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The number.
    pub value: Option<u32>,
    /// The sign.
    pub status: Option<&'static str>,
}

/// Whether a cell is not shown for another reason than protection.
pub fn is_held_back(key: &Key) -> bool {
    is_not_yet(key) || reason_held_back(key).is_some()
}

/// Whether the municipality reported nothing that year.
pub fn is_missing(area: &str, year: usize) -> bool {
    plan::MISSING.contains(&(area, year))
}

/// What the file says of a cell.
pub fn cells(key: &Key, counts: &Counts, is_hidden: bool) -> Cells {
    if is_missing(&key.area, key.year) {
        return Cells::all(":");
    }
    if is_not_yet(key) {
        return Cells::all("...");
    }
    if is_impossible(key) {
        return Cells::all("z");
    }
    let found = match reason_held_back(key) {
        _ if counts.inspected == 0 => Cell::sign("z"),
        Some(sign) => Cell::sign(sign),
        None if is_hidden => Cell::sign("c"),
        None => Cell { value: Some(counts.found), status: flag(key).or((key.year == plan::BREAK.0).then_some("b")) },
    };
    let thousands = (counts.care_days + 500) / 1000;
    let care_days = if counts.care_days > 0 && thousands == 0 {
        Cell::sign("low")
    } else {
        Cell { value: Some(thousands), status: flag(key) }
    };
    Cells { inspected: Cell { value: Some(counts.inspected), status: flag(key) }, found, care_days }
}

impl Cell {
    const fn sign(sign: &'static str) -> Self {
        Self { value: None, status: Some(sign) }
    }
}

impl Cells {
    const fn all(sign: &'static str) -> Self {
        let cell = Cell::sign(sign);
        Self { inspected: cell, found: cell, care_days: cell }
    }
}

/// State homes are special residential homes and no others are: the rest cannot occur.
fn is_impossible(key: &Key) -> bool {
    key.home_type != TOTAL && key.ownership != TOTAL && (key.home_type == "sis") != (key.ownership == "statlig")
}

fn is_not_yet(key: &Key) -> bool {
    let (county, year) = plan::NOT_YET;
    key.year == year && key.area.len() == 4 && key.area.starts_with(county)
}

fn reason_held_back(key: &Key) -> Option<&'static str> {
    let is_at = |(area, year): (&str, usize)| key.area == area && key.year == year;
    if plan::UNCERTAIN.into_iter().any(is_at) {
        Some("u")
    } else if is_at(plan::UNEXPLAINED) {
        Some("¤")
    } else {
        None
    }
}

fn flag(key: &Key) -> Option<&'static str> {
    let (county, year) = plan::REVISED;
    if key.year == plan::PROVISIONAL {
        Some("p")
    } else if key.year == year && key.area.starts_with(county) {
        Some("r")
    } else {
        None
    }
}
