//! How many times as common one share is as another: Katz et al. (1978).

use super::estimate::Estimate;
use super::interval::{Confidence, Interval, Undefined};

/// The first share over the second with its interval; both are `(successes, n)`, and nobody is in both.
///
/// Katz, D., Baptista, J., Azen, S. P. and Pike, M. C. (1978), "Obtaining confidence intervals for the risk ratio in cohort studies", Biometrics 34(3), 469–474:
///
/// ```text
/// RR e^(±z √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂))
/// ```
///
/// # Errors
/// [`Undefined::NothingCounted`] where either n = 0, [`Undefined::MoreThanAll`] where either x > n, [`Undefined::NoEvents`] where both x = 0,
/// [`Undefined::TooFew`] where one of them is.
pub fn risk_ratio(first: (u64, u64), second: (u64, u64), confidence: Confidence) -> Result<Estimate, Undefined> {
    let variance = |(successes, n): (u64, u64)| {
        if n == 0 {
            return Err(Undefined::NothingCounted);
        }
        // 1/x − 1/n without the difference.
        let failures = n.checked_sub(successes).ok_or(Undefined::MoreThanAll)?;
        Ok(failures as f64 / successes as f64 / n as f64)
    };
    let (of_first, of_second) = (variance(first)?, variance(second)?);
    any_zero(first.0, second.0)?;
    let share = |(successes, n): (u64, u64)| successes as f64 / n as f64;
    around(share(first) / share(second), of_first + of_second, confidence)
}

/// Why there is no logarithm of a ratio of counts, where one of them is 0.
pub(super) fn any_zero(first: u64, second: u64) -> Result<(), Undefined> {
    match (first, second) {
        (0, 0) => Err(Undefined::NoEvents),
        (0, _) | (_, 0) => Err(Undefined::TooFew),
        _ => Ok(()),
    }
}

/// A ratio whose logarithm has this variance.
pub(super) fn around(value: f64, variance: f64, confidence: Confidence) -> Result<Estimate, Undefined> {
    let factor = (confidence.z() * variance.sqrt()).exp();
    Estimate { value, interval: Interval { low: value / factor, high: value * factor } }.checked()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(risk_ratio((0, 0), (1, 2), P95), Err(Undefined::NothingCounted));
        assert_eq!(risk_ratio((3, 2), (1, 2), P95), Err(Undefined::MoreThanAll));
        assert_eq!(risk_ratio((0, 2), (0, 2), P95), Err(Undefined::NoEvents));
        assert_eq!(risk_ratio((0, 2), (1, 2), P95), Err(Undefined::TooFew));
        assert_eq!(risk_ratio((1, 2), (0, 2), P95), Err(Undefined::TooFew));
    }

    #[test]
    fn all_of_all_is_once_as_common() {
        let got = risk_ratio((7, 7), (9, 9), P95).expect("there are events");
        assert_eq!(got, Estimate { value: 1.0, interval: Interval { low: 1.0, high: 1.0 } });
    }

    proptest! {
        #[test]
        fn it_holds_the_ratio_and_swapping_turns_it_over(first in counts(1_000_000_000), second in counts(1_000_000_000)) {
            let got = risk_ratio(first, second, P95).expect("there are events");
            let swapped = risk_ratio(second, first, P95).expect("there are events");
            prop_assert!(got.interval.contains(got.value) && got.interval.low > 0.0);
            prop_assert!((got.value * swapped.value - 1.0).abs() < 1e-13);
            prop_assert!((got.interval.low * swapped.interval.high - 1.0).abs() < 1e-13);
        }

        #[test]
        fn a_surer_interval_is_wider(first in counts(1_000_000), second in counts(1_000_000)) {
            let sure = risk_ratio(first, second, P95).expect("there are events").interval;
            let surer = risk_ratio(first, second, Confidence::P998).expect("there are events").interval;
            prop_assert!(surer.low <= sure.low && sure.high <= surer.high);
        }
    }

    fn counts(most: u64) -> impl Strategy<Value = (u64, u64)> {
        (1..=most).prop_flat_map(|n| (1..=n, Just(n)))
    }
}
