//! The score interval of a share: Wilson (1927), without and with continuity correction.

use super::interval::{Confidence, Interval, Undefined};

/// The score interval of `successes` out of `n`, as proportions from 0 to 1.
///
/// Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", JASA 22(158), 209–212. With p = x/n:
///
/// ```text
/// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
/// ```
///
/// Each bound is exact at its end: 0 at x = 0, 1 at x = n.
///
/// # Errors
/// [`Undefined::NothingCounted`] where n = 0, [`Undefined::MoreThanAll`] where x > n.
pub fn wilson(successes: u64, n: u64, confidence: Confidence) -> Result<Interval, Undefined> {
    if n == 0 {
        return Err(Undefined::NothingCounted);
    }
    let failures = n.checked_sub(successes).ok_or(Undefined::MoreThanAll)?;
    let (n, z) = (n as f64, confidence.z());
    let share = successes as f64 / n;
    let low = lower_bound(share, failures as f64 / n, n, z);
    let high = 1.0 - lower_bound(failures as f64 / n, share, n, z);
    Ok(Interval {
        low,
        // Where n is so large that the bound and the share round to neighbouring numbers.
        high: high.max(share),
    })
}

/// The lower root of the score equation for p with q = 1 − p.
///
/// The roots multiply to p²/(1 + z²/n); dividing by the upper one keeps every digit where the textbook's difference loses them, and is 0 at p = 0.
fn lower_bound(p: f64, q: f64, n: f64, z: f64) -> f64 {
    let centre = p + z * z / (2.0 * n);
    let half_width = z * (p * q / n + z * z / (4.0 * n * n)).sqrt();
    p * p / (centre + half_width)
}

/// The score interval with continuity correction: wider, so that it holds the true share about as often as it says even in the worst case.
///
/// Newcombe, R. G. (1998), "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in Medicine 17, 857–872, method 4.
/// With p = x/n and q = 1 − p:
///
/// ```text
/// (2np + z² ∓ 1 ∓ z √(z² ∓ 2 − 1/n + 4p(nq ± 1))) / 2(n + z²)
/// ```
///
/// Each bound is exact at its end: 0 at x = 0, 1 at x = n.
///
/// # Errors
/// [`Undefined::NothingCounted`] where n = 0, [`Undefined::MoreThanAll`] where x > n.
pub fn wilson_corrected(successes: u64, n: u64, confidence: Confidence) -> Result<Interval, Undefined> {
    let plain = wilson(successes, n, confidence)?;
    let (x, n, z) = (successes as f64, n as f64, confidence.z());
    let failures = n - x;
    let low = corrected_lower_bound(x, failures, n, z);
    let high = 1.0 - corrected_lower_bound(failures, x, n, z);
    // Where n is so large that the correction is less than rounding.
    Ok(Interval { low: low.min(plain.low), high: high.max(plain.high) })
}

/// The lower root for x with y = n − x.
///
/// The textbook's difference, extended by its sum, is (2x − 1)² (1 + z²/n) over that sum.
fn corrected_lower_bound(x: f64, y: f64, n: f64, z: f64) -> f64 {
    if x < 1.0 {
        return 0.0;
    }
    let half_width = z * (z * z - 2.0 - 1.0 / n + 4.0 * x / n * (y + 1.0)).sqrt();
    let twice = 2.0 * x - 1.0;
    twice / n * twice / (2.0 * (twice + z * z + half_width))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;

    fn interval(x: u64, n: u64) -> Interval {
        wilson(x, n, P95).expect("x is at most n, and n is not 0")
    }

    #[test]
    fn the_ends_are_exact() {
        assert_eq!(interval(0, 7).low, 0.0);
        assert_eq!(interval(7, 7).high, 1.0);
        assert_eq!(interval(0, u64::MAX).low, 0.0);
        assert_eq!(interval(u64::MAX, u64::MAX).high, 1.0);
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(wilson(0, 0, P95), Err(Undefined::NothingCounted));
        assert_eq!(wilson(3, 2, P95), Err(Undefined::MoreThanAll));
        assert_eq!(wilson(3, 0, P95), Err(Undefined::NothingCounted));
    }

    #[test]
    fn the_correction_has_the_same_ends_and_outcomes() {
        for confidence in [P95, Confidence::P998] {
            for n in [1, 7, u64::MAX] {
                assert_eq!(wilson_corrected(0, n, confidence).map(|got| got.low), Ok(0.0));
                assert_eq!(wilson_corrected(n, n, confidence).map(|got| got.high), Ok(1.0));
            }
        }
        assert_eq!(wilson_corrected(0, 0, P95), Err(Undefined::NothingCounted));
        assert_eq!(wilson_corrected(3, 2, P95), Err(Undefined::MoreThanAll));
    }

    proptest! {
        #[test]
        fn the_correction_only_widens((x, n) in counts(u64::MAX)) {
            let (plain, corrected) = (interval(x, n), wilson_corrected(x, n, P95).expect("x is at most n, and n is not 0"));
            prop_assert!(0.0 <= corrected.low && corrected.low <= plain.low);
            prop_assert!(plain.high <= corrected.high && corrected.high <= 1.0);
        }

        #[test]
        fn it_holds_the_share_and_lies_between_0_and_1((x, n) in counts(u64::MAX)) {
            let got = interval(x, n);
            prop_assert!(got.contains(x as f64 / n as f64));
            prop_assert!(0.0 <= got.low && got.high <= 1.0);
        }

        #[test]
        fn counting_the_others_mirrors_it((x, n) in counts(1_000_000)) {
            let (got, mirrored) = (interval(x, n), interval(n - x, n));
            prop_assert!((got.low - (1.0 - mirrored.high)).abs() < 1e-15);
        }

        #[test]
        fn one_more_moves_both_bounds_up((x, n) in counts(1_000_000)) {
            prop_assume!(x < n);
            let (fewer, more) = (interval(x, n), interval(x + 1, n));
            prop_assert!(fewer.low < more.low && fewer.high < more.high);
        }

        #[test]
        fn the_same_share_of_more_is_surer((x, n) in counts(100_000), times in 2_u64..50) {
            prop_assert!(interval(x * times, n * times).width() < interval(x, n).width());
        }

        #[test]
        fn a_surer_interval_is_wider((x, n) in counts(1_000_000)) {
            let surer = wilson(x, n, Confidence::P998).expect("x is at most n, and n is not 0");
            prop_assert!(surer.width() > interval(x, n).width());
        }
    }

    fn counts(most: u64) -> impl Strategy<Value = (u64, u64)> {
        (1..=most).prop_flat_map(|n| (0..=n, Just(n)))
    }
}
