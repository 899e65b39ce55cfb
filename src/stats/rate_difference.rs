//! The difference of two rates.

use super::estimate::Estimate;
use super::interval::{Confidence, Undefined};
use super::poisson_interval::CountLimits;

/// The first rate less the second with its interval, per one of the time; both are `(events, time)`, and no event is in both.
///
/// Li, H.-Q., Tang, M.-L. and Wong, W.-K. (2014), "Confidence intervals for ratio of two Poisson rates using the method of variance estimates recovery",
/// Computational Statistics 29, 869–889, with the difference of Donner and Zou: [`Estimate::minus`] of both rates with the limits of their counts.
///
/// # Errors
/// [`Undefined::NothingCounted`] where either time is 0, [`Undefined::NotANumber`] where it is negative, not finite, or too short for a number.
pub fn rate_difference(
    first: (u64, f64),
    second: (u64, f64),
    limits: CountLimits,
    confidence: Confidence,
) -> Result<Estimate, Undefined> {
    limits.rate(first.0, first.1, confidence)?.minus(limits.rate(second.0, second.1, confidence)?).checked()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;
    const BOTH: [CountLimits; 2] = [CountLimits::Garwood, CountLimits::Byar];

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        for limits in BOTH {
            assert_eq!(rate_difference((1, 0.0), (1, 2.0), limits, P95), Err(Undefined::NothingCounted));
            assert_eq!(rate_difference((1, 1.0), (1, -2.0), limits, P95), Err(Undefined::NotANumber));
        }
    }

    #[test]
    fn of_no_events_there_is_an_interval() {
        let got = rate_difference((0, 10.0), (0, 10.0), CountLimits::Garwood, P95).expect("there is time");
        let limit = -0.025_f64.ln() / 10.0;
        assert!(
            got.value == 0.0 && (got.interval.high - limit).abs() < 1e-14 && (got.interval.low + limit).abs() < 1e-14
        );
    }

    proptest! {
        #[test]
        fn it_holds_the_difference_mirrors_and_nests(
            (x_1, t_1) in (0_u64..1_000_000_000, 0.1..1e9_f64),
            (x_2, t_2) in (0_u64..1_000_000_000, 0.1..1e9_f64),
        ) {
            for limits in BOTH {
                let of = |first, second, confidence| rate_difference(first, second, limits, confidence).expect("there is time");
                let got = of((x_1, t_1), (x_2, t_2), P95);
                let swapped = of((x_2, t_2), (x_1, t_1), P95);
                let surer = of((x_1, t_1), (x_2, t_2), Confidence::P998);
                prop_assert!(got.interval.contains(got.value));
                prop_assert_eq!((got.value, got.interval.low), (-swapped.value, -swapped.interval.high));
                prop_assert!(surer.interval.low <= got.interval.low && got.interval.high <= surer.interval.high);
            }
        }
    }
}
