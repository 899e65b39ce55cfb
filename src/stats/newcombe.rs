//! The difference of two shares: Newcombe (1998).

use super::estimate::Estimate;
use super::interval::{Confidence, Undefined};
use super::wilson::wilson;

/// The first share less the second, as a proportion from −1 to 1, with its interval; both are `(successes, n)`, and nobody is in both.
///
/// Newcombe, R. G. (1998), "Interval estimation for the difference between independent proportions: comparison of eleven methods", Statistics in Medicine 17,
/// 873–890, method 10: the Wilson intervals (l, u) of both shares p make, with d = p₁ − p₂,
///
/// ```text
/// d − √((p₁ − l₁)² + (u₂ − p₂)²), d + √((u₁ − p₁)² + (p₂ − l₂)²)
/// ```
///
/// # Errors
/// [`Undefined::NothingCounted`] where either n = 0, [`Undefined::MoreThanAll`] where either x > n.
pub fn newcombe(first: (u64, u64), second: (u64, u64), confidence: Confidence) -> Result<Estimate, Undefined> {
    let share = |(successes, n): (u64, u64)| {
        let interval = wilson(successes, n, confidence)?;
        Ok(Estimate { value: successes as f64 / n as f64, interval })
    };
    Ok(share(first)?.minus(share(second)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(newcombe((0, 0), (1, 2), P95), Err(Undefined::NothingCounted));
        assert_eq!(newcombe((1, 2), (0, 0), P95), Err(Undefined::NothingCounted));
        assert_eq!(newcombe((1, 2), (3, 2), P95), Err(Undefined::MoreThanAll));
    }

    proptest! {
        #[test]
        fn it_holds_the_difference_and_lies_between_its_ends(first in counts(u64::MAX), second in counts(u64::MAX)) {
            let got = newcombe(first, second, P95).expect("x is at most n");
            prop_assert!(got.interval.contains(got.value));
            prop_assert!(-1.0 <= got.interval.low && got.interval.high <= 1.0);
        }

        #[test]
        fn swapping_the_groups_mirrors_it(first in counts(1_000_000_000), second in counts(1_000_000_000)) {
            let got = newcombe(first, second, P95).expect("x is at most n");
            let swapped = newcombe(second, first, P95).expect("x is at most n");
            prop_assert_eq!(got.value, -swapped.value);
            prop_assert_eq!((got.interval.low, got.interval.high), (-swapped.interval.high, -swapped.interval.low));
        }

        #[test]
        fn a_surer_interval_is_wider(first in counts(1_000_000), second in counts(1_000_000)) {
            let sure = newcombe(first, second, P95).expect("x is at most n").interval;
            let surer = newcombe(first, second, Confidence::P998).expect("x is at most n").interval;
            prop_assert!(surer.low <= sure.low && sure.high <= surer.high && surer.width() > sure.width());
        }
    }

    fn counts(most: u64) -> impl Strategy<Value = (u64, u64)> {
        (1..=most).prop_flat_map(|n| (0..=n, Just(n)))
    }
}
