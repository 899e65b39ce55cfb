//! A break-down: one answer for each category of a dimension, the rest of the question held still.

use super::answer::{Answer, answer};
use crate::{
    gate::Cleared,
    model::{area::Level, cube::Coordinates},
};

/// One category and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The category's position in its dimension.
    pub category: usize,
    /// What can be said of it.
    pub answer: Answer,
}

/// The answers for these categories of a dimension.
pub fn break_down(
    cleared: &Cleared,
    measure: usize,
    at: &[usize],
    dimension: usize,
    categories: impl IntoIterator<Item = usize>,
) -> Vec<Row> {
    categories
        .into_iter()
        .map(|category| {
            let answer = answer(cleared, measure, &moved(at, dimension, category));
            Row { category, answer }
        })
        .collect()
}

/// The answers for these categories of one dimension by those of another: a list of rows for each of the first.
pub fn break_down_by_two(
    cleared: &Cleared,
    measure: usize,
    at: &[usize],
    (first, categories): (usize, &[usize]),
    (second, others): (usize, &[usize]),
) -> Vec<(usize, Vec<Row>)> {
    let rows = |category| break_down(cleared, measure, &moved(at, first, category), second, others.iter().copied());
    categories.iter().map(|category| (*category, rows(*category))).collect()
}

/// The same cell, at another category of one dimension.
pub fn moved(at: &[usize], dimension: usize, category: usize) -> Coordinates {
    let mut at = at.to_vec();
    if let Some(place) = at.get_mut(dimension) {
        *place = category;
    }
    at
}

/// The categories of the area dimension at one level.
pub fn areas_at(cleared: &Cleared, dimension: usize, level: Level) -> Vec<usize> {
    let categories = cleared.cube().dimensions.get(dimension).map(|it| it.categories.as_slice()).unwrap_or_default();
    categories.iter().enumerate().filter(|(_, area)| area.level == Some(level)).map(|(place, _)| place).collect()
}

/// The levels that the file has more than one area of, coarsest first: the ones a map can show.
pub fn map_levels(cleared: &Cleared, dimension: usize) -> Vec<Level> {
    [Level::Division, Level::County, Level::Municipality]
        .into_iter()
        .filter(|level| areas_at(cleared, dimension, *level).len() > 1)
        .collect()
}
