//! Which periods a line may join.

use super::{Period, Point};
use crate::{model::dataset::Comparability, query::series, view_model::context::Context};

/// Periods are equally long if their lengths differ by less than this part.
const EQUAL: f64 = 0.1;

/// Periods follow each other if less than this part of one lies between them.
const NEXT: f64 = 0.5;

/// How a point is joined to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// Not at all.
    Not,
    /// They follow each other.
    Next,
    /// There are periods between them that the data do not have.
    Across,
}

/// Which of the periods may be joined, whatever the figures are.
pub struct Joining {
    /// Between each period and the next.
    may: Vec<Join>,
    /// Where the series is broken, on the level axis, and the code of the period that the publisher names.
    breaks: Vec<(f64, String)>,
    is_unequal: bool,
}

impl Joining {
    /// What may be joined of these periods, given in the order of time with their positions in the dimension.
    pub fn of(context: Context, dimension: usize, periods: &[Period], order: &[usize], is_dated: bool) -> Self {
        let broken = series::breaks(context.cleared, dimension);
        let is_broken = |from: usize, to: usize| broken.iter().any(|at| from.min(to) < *at && *at <= from.max(to));
        let over_time = &context.cube().dataset.comparable.over_time;
        let is_comparable = matches!(over_time, Comparability::Yes | Comparability::WithCare(_));
        let may = periods.windows(2).zip(order.windows(2)).map(|(pair, places)| {
            let ([one, next], [from, to]) = (pair, places) else { return Join::Not };
            if !is_comparable || is_broken(*from, *to) { Join::Not } else { follows(one, next, is_dated) }
        });
        // A break between periods that are shown, though the period after it may not be.
        let at_break = |place: &usize| {
            let here = order.iter().position(|it| it >= place).filter(|here| *here > 0)?;
            let code = context.dimension(dimension)?.categories.get(*place)?.code.clone();
            Some((periods.get(here)?.span.from, code))
        };
        let lengths = || periods.iter().map(|it| it.span.length());
        let (shortest, longest) = (lengths().fold(f64::INFINITY, f64::min), lengths().fold(0.0, f64::max));
        Self {
            may: may.collect(),
            breaks: broken.iter().filter_map(at_break).collect(),
            is_unequal: is_comparable && longest > shortest * (1.0 + EQUAL),
        }
    }

    /// How the points of a line are joined: only those with a figure.
    pub fn joins(&self, points: &[Point]) -> Vec<Join> {
        let is_known = |place: usize| points.get(place).is_some_and(|point| point.value.is_some());
        let join =
            |(place, join): (usize, &Join)| if is_known(place) && is_known(place + 1) { *join } else { Join::Not };
        self.may.iter().enumerate().map(join).collect()
    }

    /// The first and the last of the last periods that are joined, of those whose figures are known.
    pub fn last_stretch(&self, known: &[bool]) -> Option<(usize, usize)> {
        let is_joined = |place: &usize| {
            let both = known.get(*place) == Some(&true) && known.get(place + 1) == Some(&true);
            both && self.may.get(*place).is_some_and(|join| *join != Join::Not)
        };
        let last = (0..self.may.len()).rev().find(is_joined)?;
        let first = (0..=last).rev().take_while(is_joined).last()?;
        Some((first, last + 1))
    }

    /// Where the series is broken, on the level axis.
    pub fn breaks(&self) -> Vec<f64> {
        self.breaks.iter().map(|(at, _)| *at).collect()
    }

    /// Whether the series is broken before the period of this code, among those that are shown.
    pub fn is_broken_at(&self, code: &str) -> bool {
        self.breaks.iter().any(|(_, broken)| broken == code)
    }

    /// Whether periods that might be compared differ in length.
    pub fn is_unequal(&self) -> bool {
        self.is_unequal
    }
}

fn follows(one: &Period, next: &Period, is_dated: bool) -> Join {
    if !is_dated {
        return Join::Next;
    }
    let (length, other) = (one.span.length(), next.span.length());
    let is_equal = (length - other).abs() <= EQUAL * length.max(other);
    let between = next.span.from - one.span.until;
    match () {
        () if !is_equal || between < -EQUAL * length => Join::Not,
        () if between < NEXT * length => Join::Next,
        () => Join::Across,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Span;

    fn period(code: &str) -> Period {
        let span = Span::of(code).expect("a period");
        Period { code: code.to_owned(), label: code.to_owned(), span, is_picked: false }
    }

    #[test]
    fn only_equal_periods_that_follow_each_other_are_joined() {
        let join = |one: &str, next: &str| follows(&period(one), &period(next), true);
        assert_eq!(join("2020", "2021"), Join::Next);
        assert_eq!(join("2016", "2019"), Join::Across);
        assert_eq!(join("2017-2020", "2020"), Join::Not);
        assert_eq!(join("2017-2020", "2021-2024"), Join::Next);
        assert_eq!(join("2020", "2020-11"), Join::Not);
        assert_eq!(join("2020M11", "2020M12"), Join::Next);
        assert_eq!(join("2018-2020", "2019-2021"), Join::Not);
    }

    #[test]
    fn the_last_stretch_is_what_a_headline_speaks_of() {
        let joining = |may: &[Join]| Joining { may: may.to_vec(), breaks: Vec::new(), is_unequal: false };
        let (not, next) = (Join::Not, Join::Next);
        let stretch = |may: &[Join], known: &[bool]| joining(may).last_stretch(known);
        assert_eq!(stretch(&[next, not, next, next], &[true; 5]), Some((2, 4)));
        assert_eq!(stretch(&[next, next], &[true, true, false]), Some((0, 1)));
        assert_eq!(stretch(&[next, next], &[true, false, true]), None);
        assert_eq!(stretch(&[not], &[true, true]), None);
        assert_eq!(stretch(&[], &[]), None);
    }
}
