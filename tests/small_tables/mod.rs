//! What small tables of children are made of, for the tests of what is hidden.

use insyn::model::{
    area::Level,
    dimension::{Category, Dimension, DimensionKind},
    measure::{Measure, MeasureKind, ProtectedUnit},
    text::{Language, Text},
};

/// A dimension of these categories, each with its parent; the first is the total.
pub fn dimension(id: &str, categories: &[(&str, Option<usize>)]) -> Dimension {
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
        total: Some(0),
        is_multi_response: false,
        is_ordered: false,
        breaks: Vec::new(),
        notes: Vec::new(),
    }
}

/// A count of children that may be added up over so many dimensions.
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
