//! Order: which categories have most or least, and how sure a place is when others are hidden.

use std::cmp::Ordering;

use super::{
    answer::Answer,
    breakdown::{Row, break_down},
    clearance::{NotCleared, clearance},
};
use crate::{
    gate::Cleared,
    model::{
        area::Level,
        figure::{Absence, Figure},
    },
};

/// What stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The highest figure.
    HighestFirst,
    /// The lowest figure.
    LowestFirst,
}

/// Categories in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Those with an exact figure, in order; equal figures share a place and stand in the publisher's order.
    pub placed: Vec<Placed>,
    /// Those without: hidden, missing, given in words. They are nowhere in the order.
    pub unplaced: Vec<Row>,
}

/// A category and its place, counted from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The category and its answer.
    pub row: Row,
    /// The best place it can have: 1 more than are surely before it.
    pub best: usize,
    /// The worst place it can have, with all before it that may be.
    pub worst: usize,
}

impl Ranking {
    /// The categories of the first `n` places. An equal figure leaves nobody out: there may be more of them than `n`.
    pub fn top(&self, n: usize) -> &[Placed] {
        let end = self.placed.iter().take_while(|placed| placed.best <= n).count();
        self.placed.get(..end).unwrap_or_default()
    }
}

/// These categories of a dimension in order; `level` is that of the areas, where they are areas.
///
/// # Errors
/// The publisher has not cleared the break-down.
pub fn rank(
    cleared: &Cleared,
    measure: usize,
    at: &[usize],
    (dimension, level): (usize, Option<Level>),
    categories: impl IntoIterator<Item = usize>,
    order: Order,
) -> Result<Ranking, NotCleared> {
    clearance(cleared, at, Some((dimension, level)))?;
    let rows = break_down(cleared, measure, at, dimension, categories);
    let (mut placed, unplaced): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.answer.figure.exact_value().is_some());
    let value = |row: &Row| row.answer.figure.exact_value().unwrap_or_default();
    let compare = |one: f64, other: f64| match order {
        Order::HighestFirst => other.total_cmp(&one),
        Order::LowestFirst => one.total_cmp(&other),
    };
    placed.sort_by(|one, other| compare(value(one), value(other)));
    let mut best = 0;
    let mut last: Option<f64> = None;
    let placed = placed.into_iter().enumerate().map(|(before, row)| {
        let own = value(&row);
        if last.is_none_or(|last| compare(last, own) != Ordering::Equal) {
            best = before;
        }
        last = Some(own);
        let (surely, perhaps) = unplaced.iter().fold((0, 0), |(surely, perhaps), row| {
            let (is_sure, is_possible) = before_it(&row.answer, own, order);
            (surely + usize::from(is_sure), perhaps + usize::from(is_possible))
        });
        Placed { row, best: best + surely + 1, worst: best + perhaps + 1 }
    });
    let placed = placed.collect();
    Ok(Ranking { placed, unplaced })
}

/// Whether something without an exact figure is surely, or possibly, before this number.
fn before_it(answer: &Answer, number: f64, order: Order) -> (bool, bool) {
    if matches!(answer.figure, Figure::Absent(Absence::NotApplicable)) {
        return (false, false);
    }
    match (answer.range(), order) {
        (None, _) => (false, true),
        (Some(range), Order::HighestFirst) => (range.low > number, range.high > number),
        (Some(range), Order::LowestFirst) => (range.high < number, range.low < number),
    }
}
