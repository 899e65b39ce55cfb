//! Small tables for the tests of bounds, and what follows from them.

mod brute_force;
mod tables;
mod truth;

use crate::model::{
    area::Level,
    cube::{Column, Cube},
    dataset::Disclosure,
    dimension::{Category, Dimension, DimensionKind},
    figure::{Absence, Figure},
    measure::{Measure, MeasureKind, ProtectedUnit},
    text::{Language, Text},
};

/// A dimension: each category with its parent. The first is the total where `has_total`.
pub fn dimension(id: &str, categories: &[(&str, Option<usize>)], has_total: bool) -> Dimension {
    let kind = DimensionKind::from_id(id);
    let category = |(code, parent): &(&str, Option<usize>)| Category {
        code: (*code).to_owned(),
        label: Text::new(Language::Swedish, *code),
        parent: *parent,
        level: (kind == DimensionKind::Area).then(|| Level::of_code(code)).flatten(),
        notes: Vec::new(),
    };
    Dimension {
        id: id.to_owned(),
        label: Text::new(Language::Swedish, id),
        categories: categories.iter().map(category).collect(),
        kind,
        total: has_total.then_some(0),
        is_multi_response: false,
        is_ordered: false,
        breaks: Vec::new(),
        notes: Vec::new(),
    }
}

/// A dimension without levels.
pub fn flat(id: &str, codes: &[&str], has_total: bool) -> Dimension {
    dimension(id, &codes.iter().map(|code| (*code, None)).collect::<Vec<_>>(), has_total)
}

/// A count of children that may be added up over every dimension.
pub fn count(id: &str, column: usize, n_dimensions: usize) -> Measure {
    Measure {
        id: id.to_owned(),
        label: Text::new(Language::Swedish, id),
        kind: MeasureKind::Count,
        unit: Text::new(Language::Swedish, "barn"),
        column: Some(column),
        ratio: None,
        polarity: Default::default(),
        decimals: 0,
        protected_unit: ProtectedUnit::Child,
        additive_over: (0..n_dimensions).collect(),
        notes: Vec::new(),
    }
}

/// A cell: a number, or hidden.
pub fn figure(value: Option<f64>) -> Figure {
    value.map_or(Figure::Absent(Absence::Suppressed), Figure::exact)
}

/// A column of these cells.
pub fn column(cells: &[Option<f64>]) -> Column {
    let mut column = Column::unpublished(cells.len());
    for (row, value) in cells.iter().enumerate() {
        column.set(row, figure(*value));
    }
    column
}

/// A cube of one count. Cells below zero are hidden.
pub fn cube(dimensions: Vec<Dimension>, cells: &[i32]) -> Cube {
    let cells: Vec<Option<f64>> = cells.iter().map(|cell| (*cell >= 0).then(|| f64::from(*cell))).collect();
    Cube {
        measures: vec![count("barn", 0, dimensions.len())],
        columns: vec![column(&cells)],
        dimensions,
        ..Cube::default()
    }
}

/// The publisher's word that only counts under five are hidden.
pub fn only_small() -> Disclosure {
    Disclosure { threshold: Some(5), hides_only_small: true, ..Disclosure::default() }
}
