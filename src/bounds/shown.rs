//! Where a hidden figure lies, as a reader is told: never narrower than the publisher's protection, whatever can be worked out.

use super::{
    Bounds, Cell,
    protection::{Protection, threshold},
};
use crate::{
    model::{cube::Cube, measure::MeasureKind},
    stats::interval::Interval,
};

/// Where a hidden count lies; none where nobody can say. `bounds` is only asked where the publisher's rule does not tell.
///
/// The publisher's rule is told as it is. Without one the count lies from 0 up to what the totals leave, and at least as wide as any
/// count under the threshold: so nobody is told whether a count is small, or hidden for another's sake.
pub fn shown<'b>(cube: &Cube, measure: usize, row: usize, bounds: impl FnOnce() -> &'b Bounds) -> Option<Interval> {
    let own = cube.measures.get(measure)?;
    if let Some(protection) = Protection::of(cube, own) {
        return Some(protection.range(0.0, 1));
    }
    let bounds = bounds();
    // Figures that contradict each other tell nothing of a third.
    if !bounds.contradictions().is_empty() {
        return None;
    }
    let most = bounds.known(Cell { table: 0, measure, row })?.high;
    // All of its n, or anything: that is nothing to tell.
    if !most.is_finite() || most >= n(cube, measure, row) {
        return None;
    }
    Some(Interval { low: 0.0, high: most.max(least_width(cube)) })
}

/// How wide anything told of hidden counts is at least: the span of counts under the threshold.
pub fn least_width(cube: &Cube) -> f64 {
    f64::from(threshold(cube).saturating_sub(1))
}

/// Of how many it is a part, where a share says so; infinity where none does.
pub fn n(cube: &Cube, measure: usize, row: usize) -> f64 {
    let ratios = cube.measures.iter().filter(|it| it.kind == MeasureKind::Share).filter_map(|it| it.ratio.as_ref());
    let own = ratios.filter(|ratio| ratio.numerator == Some(measure));
    own.fold(f64::INFINITY, |least, ratio| {
        let mut at = cube.coordinates(row);
        for (dimension, category) in &ratio.denominator_at {
            if let Some(place) = at.get_mut(*dimension) {
                *place = *category;
            }
        }
        cube.published(ratio.denominator, &at).exact_value().map_or(least, |n| least.min(n))
    })
}

/// What may be told of a sum with several hidden parts, `own` by its parts alone and `left` by what a published whole leaves for it:
/// both together, but not narrower than the protection of one hidden count.
pub fn honoured(cube: &Cube, own: Interval, left: Interval) -> Interval {
    let width = least_width(cube).min(own.width());
    let (low, high) = (own.low.max(left.low), own.high.min(left.high));
    // A whole that its parts do not make tells nothing.
    if low > high {
        return own;
    }
    let low = low.min(high - width).max(own.low);
    Interval { low, high: high.max(low + width).min(own.high) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_narrows_a_sum_and_never_to_less_than_the_protection() {
        let cube = Cube::default();
        let between = |low, high| Interval { low, high };
        assert_eq!(honoured(&cube, between(0.0, 20.0), between(3.0, 12.0)), between(3.0, 12.0));
        // The whole leaves exactly ten: told as wide as counts under five are.
        assert_eq!(honoured(&cube, between(0.0, 20.0), between(10.0, 10.0)), between(6.0, 10.0));
        assert_eq!(honoured(&cube, between(8.0, 20.0), between(10.0, 10.0)), between(8.0, 12.0));
        assert_eq!(honoured(&cube, between(0.0, 3.0), between(2.0, 2.0)), between(0.0, 3.0));
        assert_eq!(
            honoured(&cube, between(0.0, 8.0), between(9.0, 9.0)),
            between(0.0, 8.0),
            "they contradict each other"
        );
    }
}
