//! Round numbers for axes and classes: 1, 2 and 5 times a power of ten.

/// The smallest of 1, 2, 5 × 10ᵏ that is not below `size`; none unless `size` is a positive number.
///
/// Heckbert, P. S. (1990), "Nice numbers for graph labels", in Graphics Gems, 61–63.
pub fn step_at_least(size: f64) -> Option<f64> {
    if !(size.is_finite() && size > 0.0) {
        return None;
    }
    let magnitude = size.log10().floor() as i32;
    // Also one power down and one up, since the logarithm of a power of ten may round to either side of it.
    (magnitude - 1..=magnitude + 1)
        .flat_map(|power| [1.0, 2.0, 5.0].map(|digit| times_power_of_ten(digit, power)))
        .find(|step| *step >= size * (1.0 - 1e-12))
}

/// The ticks of an axis from 0 up to the first that is not below `highest`, in at most `n_most` equal steps; 0 and 1 where nothing is above 0.
pub fn ticks_from_zero(highest: f64, n_most: usize) -> Vec<f64> {
    let Some(step) = step_at_least(highest / n_most.max(1) as f64) else {
        return vec![0.0, 1.0];
    };
    let n_steps = (highest / step - 1e-9).ceil() as usize;
    (0..=n_steps).map(|tick| multiple(tick as f64, step)).collect()
}

/// The roundest number between two bounds, both included: a multiple of the largest step 1, 2, 5 × 10ᵏ that has one there. None where the bounds are no interval.
pub fn roundest_between(low: f64, high: f64) -> Option<f64> {
    if !(low.is_finite() && high.is_finite() && low <= high) {
        return None;
    }
    if low <= 0.0 && high >= 0.0 {
        return Some(0.0);
    }
    let middle = low / 2.0 + high / 2.0;
    let mut step = step_at_least(low.abs().max(high.abs()))?;
    // Three steps to a digit, and a number has sixteen: after that the bounds are one and the same.
    for _ in 0..3 * 17 {
        let round = multiple((middle / step).round(), step);
        if low <= round && round <= high {
            return Some(round);
        }
        step = step_at_least(step * 0.35)?;
    }
    Some(middle)
}

/// `count` × `step` without the digits that a step such as 0.1 brings along.
pub(super) fn multiple(count: f64, step: f64) -> f64 {
    let per_one = (1.0 / step).round();
    if step < 1.0 && per_one.is_finite() { count / per_one } else { count * step }
}

fn times_power_of_ten(digit: f64, power: i32) -> f64 {
    if power < 0 { digit / 10_f64.powi(-power) } else { digit * 10_f64.powi(power) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn steps_are_one_two_five() {
        let steps = [0.9, 1.0, 1.1, 2.1, 4.9, 5.1, 99.0, 1000.0, 0.001].map(step_at_least);
        let known = [1.0, 1.0, 2.0, 5.0, 5.0, 10.0, 100.0, 1000.0, 0.001].map(Some);
        assert_eq!(steps, known);
        assert_eq!([0.0, -1.0, f64::NAN, f64::INFINITY].map(step_at_least), [None; 4]);
    }

    #[test]
    fn ticks_are_what_a_reader_would_write() {
        assert_eq!(ticks_from_zero(100.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks_from_zero(50.1, 4), [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(ticks_from_zero(0.3, 5), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(ticks_from_zero(1_497.0, 4), [0.0, 500.0, 1_000.0, 1_500.0]);
        assert_eq!(ticks_from_zero(0.0, 5), [0.0, 1.0]);
        assert_eq!(ticks_from_zero(f64::NAN, 5), [0.0, 1.0]);
    }

    #[test]
    fn the_roundest_number_is_found() {
        assert_eq!(roundest_between(16.0, 21.0), Some(20.0));
        assert_eq!(roundest_between(23.5, 26.5), Some(25.0));
        assert_eq!(roundest_between(0.126, 0.134), Some(0.13));
        assert_eq!(roundest_between(-3.0, 4.0), Some(0.0));
        assert_eq!(roundest_between(-21.0, -16.0), Some(-20.0));
        assert_eq!(roundest_between(7.25, 7.25), Some(7.25));
        assert_eq!(roundest_between(2.0, 1.0), None);
    }

    proptest! {
        #[test]
        fn ticks_reach_the_highest_and_no_further_than_a_step(highest in 1e-6..1e9_f64, n_most in 1_usize..9) {
            let ticks = ticks_from_zero(highest, n_most);
            prop_assert!(ticks.len() >= 2 && ticks.len() <= n_most + 1);
            prop_assert!(ticks[ticks.len() - 1] >= highest * (1.0 - 1e-9));
            prop_assert!(ticks[ticks.len() - 2] < highest);
            prop_assert_eq!(ticks[0], 0.0);
        }

        #[test]
        fn the_roundest_number_is_between_the_bounds(low in -1e6..1e6_f64, width in 0.0..1e3_f64) {
            let found = roundest_between(low, low + width).expect("the bounds are an interval");
            prop_assert!(low <= found && found <= low + width);
        }
    }
}
