//! The exact interval of a share: Clopper and Pearson (1934).

use super::interval::{Confidence, Interval, Undefined};
use super::special::{beta_quantile, beta_quantile_upper};

/// The exact interval of `successes` out of `n`, as proportions from 0 to 1: it holds the true share at least as often as it says, and mostly more often.
///
/// Clopper, C. J. and Pearson, E. S. (1934), "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26(4), 404–413:
///
/// ```text
/// B(α/2; x, n − x + 1), B(1 − α/2; x + 1, n − x)
/// ```
///
/// where B is the quantile of the beta distribution. Each bound is exact at its end: 0 at x = 0, 1 at x = n.
///
/// # Errors
/// [`Undefined::NothingCounted`] where n = 0, [`Undefined::MoreThanAll`] where x > n.
pub fn clopper_pearson(successes: u64, n: u64, confidence: Confidence) -> Result<Interval, Undefined> {
    if n == 0 {
        return Err(Undefined::NothingCounted);
    }
    let failures = n.checked_sub(successes).ok_or(Undefined::MoreThanAll)?;
    let (x, y) = (successes as f64, failures as f64);
    let share = x / n as f64;
    let low = if successes == 0 { 0.0 } else { beta_quantile(x, y + 1.0, confidence.tail())? };
    let high = if failures == 0 { 1.0 } else { beta_quantile_upper(x + 1.0, y, confidence.tail())? };
    // Where n is so large that the bound and the share round to neighbouring numbers.
    Ok(Interval { low: low.min(share), high: high.max(share) })
}

#[cfg(test)]
mod tests {
    use super::super::wilson::wilson;
    use super::*;
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;

    fn interval(x: u64, n: u64) -> Interval {
        clopper_pearson(x, n, P95).expect("x is at most n, and n is not 0")
    }

    #[test]
    fn nothing_and_all_have_closed_forms() {
        for n in [1, 5, 20, 290, 1_000_000_000] {
            // (1 − u)ⁿ = α/2
            let closed = -(0.025_f64.ln() / n as f64).exp_m1();
            let (none, all) = (interval(0, n), interval(n, n));
            assert_eq!((none.low, all.high), (0.0, 1.0));
            assert!((none.high / closed - 1.0).abs() < 1e-12 && (all.low - (1.0 - closed)).abs() < 1e-14, "{n}");
        }
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(clopper_pearson(0, 0, P95), Err(Undefined::NothingCounted));
        assert_eq!(clopper_pearson(3, 2, P95), Err(Undefined::MoreThanAll));
    }

    proptest! {
        #[test]
        fn it_holds_the_share_and_lies_between_0_and_1((x, n) in counts(u64::MAX)) {
            let got = interval(x, n);
            prop_assert!(got.contains(x as f64 / n as f64));
            prop_assert!(0.0 <= got.low && got.high <= 1.0);
        }

        #[test]
        fn counting_the_others_mirrors_it((x, n) in counts(1_000_000_000)) {
            let (got, mirrored) = (interval(x, n), interval(n - x, n));
            prop_assert!((got.low - (1.0 - mirrored.high)).abs() < 1e-13);
        }

        #[test]
        fn one_more_moves_both_bounds_up((x, n) in counts(1_000_000)) {
            prop_assume!(x < n);
            let (fewer, more) = (interval(x, n), interval(x + 1, n));
            prop_assert!(fewer.low < more.low && fewer.high < more.high);
        }

        #[test]
        fn a_surer_interval_is_wider((x, n) in counts(1_000_000)) {
            let surer = clopper_pearson(x, n, Confidence::P998).expect("x is at most n, and n is not 0");
            prop_assert!(surer.low <= interval(x, n).low && interval(x, n).high <= surer.high);
            prop_assert!(surer.width() > interval(x, n).width());
        }

        #[test]
        fn it_is_near_the_score_interval_of_many((x, n) in counts(1_000_000_000)) {
            prop_assume!(x.min(n - x) > 1_000);
            let (exact, score) = (interval(x, n), wilson(x, n, P95).expect("x is at most n, and n is not 0"));
            prop_assert!((exact.width() / score.width() - 1.0).abs() < 0.03);
        }
    }

    fn counts(most: u64) -> impl Strategy<Value = (u64, u64)> {
        (1..=most).prop_flat_map(|n| (0..=n, Just(n)))
    }
}
