//! The counts of one measure in one cube, and what is known of each cell by itself.

use std::collections::HashMap;

use crate::model::{
    cube::{Column, Cube, Summand},
    figure::{Flag, Qualifier},
    measure::{Measure, MeasureKind},
    text::Language,
};

/// Above this not every whole number is a number.
const MOST: f64 = 9_007_199_254_740_992.0;

/// A measure's counts in one cube.
pub struct Sheet<'c> {
    pub cube: usize,
    pub measure: usize,
    pub own: &'c Measure,
    pub column: &'c Column,
    /// Those with the same number count the same.
    pub class: u32,
}

/// What is known of a cell by itself.
#[derive(Clone, Copy, PartialEq)]
pub enum Reading {
    Number(f64),
    Fixed,
    Hidden,
    Unknown,
    /// Changed on purpose, or no count: nothing is worked out from it.
    Unusable,
}

/// The counts of a cube: what says that it is one, and what does not say what it is and has whole numbers only.
pub fn is_count(cube: &Cube, measure: &Measure) -> bool {
    let column = measure.column.and_then(|column| cube.columns.get(column));
    match (measure.kind, column) {
        (_, None) => false,
        (MeasureKind::Count, _) => true,
        (MeasureKind::Unknown, Some(column)) => column.numbers().flatten().all(|number| number.fract() == 0.0),
        _ => false,
    }
}

/// The counts of every cube.
pub fn sheets(cubes: &[Cube]) -> Vec<Sheet<'_>> {
    let mut classes: HashMap<(&str, bool, [&str; 2], bool), u32> = HashMap::new();
    let mut sheets = Vec::new();
    for (cube, it) in cubes.iter().enumerate() {
        for (measure, own) in it.measures.iter().enumerate().filter(|(_, own)| is_count(it, own)) {
            let column = own.column.and_then(|column| it.columns.get(column));
            let Some(column) = column.filter(|column| Some(column.len()) == it.n_rows()) else { continue };
            let next = u32::try_from(classes.len()).unwrap_or(u32::MAX);
            let unit = Language::ALL.map(|language| own.unit.get(language));
            let key = (own.id.as_str(), own.kind == MeasureKind::Count, unit, it.dataset.is_synthetic);
            let class = *classes.entry(key).or_insert(next);
            sheets.push(Sheet { cube, measure, own, column, class });
        }
    }
    sheets
}

/// What is known of a cell by itself.
pub fn read(cube: &Cube, sheet: &Sheet, row: usize) -> Reading {
    let value = match sheet.column.summand(row) {
        Summand::Number(value) => value,
        Summand::Nothing => return Reading::Fixed,
        Summand::Hidden => return Reading::Hidden,
        Summand::Unknown => return Reading::Unknown,
    };
    let remark = sheet.column.remark(row);
    let flags = sheet.column.flags_of(row);
    if flags.has(Flag::Perturbed) || value.fract() != 0.0 || !(0.0..=MOST).contains(&value) {
        return Reading::Unusable;
    }
    let is_rounded = flags.has(Flag::RoundedToBase)
        || cube.dataset.disclosure.as_ref().is_some_and(|it| it.rounding_base.is_some_and(|base| base > 1));
    match remark.and_then(|remark| remark.qualifier.as_ref()) {
        _ if is_rounded => Reading::Unknown,
        None | Some(Qualifier::Derived) => Reading::Number(value),
        Some(_) => Reading::Unknown,
    }
}
