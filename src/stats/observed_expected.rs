//! Events counted over events expected: indirect standardisation.

use super::estimate::Estimate;
use super::interval::{Confidence, Undefined};
use super::poisson_interval::CountLimits;

/// The number of events over the number that was `expected`, with its interval: 1 where they are equal. The expected number is taken to be known exactly.
///
/// Breslow, N. E. and Day, N. E. (1987), Statistical Methods in Cancer Research, volume II, IARC, chapter 2: the limits of the count over the expected number.
///
/// # Errors
/// [`Undefined::NothingCounted`] where nothing is expected, [`Undefined::NotANumber`] where the expected number is negative, not finite, or too small for a number.
pub fn observed_over_expected(
    events: u64,
    expected: f64,
    limits: CountLimits,
    confidence: Confidence,
) -> Result<Estimate, Undefined> {
    limits.rate(events, expected, confidence)
}

/// The number of events to expect if each group had the rate of the reference: Σ nᵢ rᵢ of pairs `(n, rate)`.
///
/// # Errors
/// [`Undefined::NotANumber`] where a number is negative or not finite, or the sum is not.
pub fn expected_events(groups: &[(f64, f64)]) -> Result<f64, Undefined> {
    let is_number = |number: f64| number.is_finite() && number >= 0.0;
    let sum: f64 = groups.iter().map(|(n, rate)| n * rate).sum();
    let is_defined = groups.iter().all(|(n, rate)| is_number(*n) && is_number(*rate)) && sum.is_finite();
    if is_defined { Ok(sum) } else { Err(Undefined::NotANumber) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const P95: Confidence = Confidence::P95;

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        for limits in [CountLimits::Garwood, CountLimits::Byar] {
            let outcome = |expected| observed_over_expected(3, expected, limits, P95).err();
            assert_eq!(outcome(0.0), Some(Undefined::NothingCounted));
            assert_eq!([-1.0, f64::NAN, f64::INFINITY, 1e-320].map(outcome), [Some(Undefined::NotANumber); 4]);
        }
        for groups in [[(1.0, -0.1)], [(f64::NAN, 0.1)], [(1e300, 1e300)]] {
            assert_eq!(expected_events(&groups), Err(Undefined::NotANumber));
        }
    }

    #[test]
    fn as_many_as_expected_is_once() {
        assert_eq!(expected_events(&[(100.0, 0.05), (250.0, 0.02), (0.0, 0.7)]), Ok(10.0));
        let got = observed_over_expected(10, 10.0, CountLimits::Garwood, P95).expect("something is expected");
        assert_eq!(got.value, 1.0);
        assert!((got.interval.low - 0.4795).abs() < 5e-5 && (got.interval.high - 1.8390).abs() < 5e-5);
    }

    #[test]
    fn nothing_observed_has_an_upper_limit() {
        let got = observed_over_expected(0, 2.0, CountLimits::Garwood, P95).expect("something is expected");
        assert!(got.value == 0.0 && got.interval.low == 0.0 && (got.interval.high - 1.8444).abs() < 5e-5);
    }
}
