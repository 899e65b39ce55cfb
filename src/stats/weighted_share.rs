//! Shares of unlike groups made comparable: a weighted sum of the shares of parts.

use super::estimate::Estimate;
use super::interval::{Confidence, Interval, Undefined};
use super::standardised::Stratum;
use super::wilson::wilson;

/// The directly standardised share Σ w x/n / Σ w, as a proportion, with its interval.
///
/// Zou, G. Y., Huang, W. and Zhang, X. (2009), "A note on confidence interval estimation for a linear function of binomial proportions", Computational Statistics and
/// Data Analysis 53(4), 1080–1085: the Wilson intervals (l, u) of the parts' shares p make, with weights w that add up to one,
///
/// ```text
/// Σ w p − √(Σ w² (p − l)²), Σ w p + √(Σ w² (u − p)²)
/// ```
///
/// A part without weight is left out.
///
/// # Errors
/// [`Undefined::NotANumber`] where a weight is negative or not finite, or an n is no whole number, [`Undefined::NothingCounted`] where a part with a weight has n = 0,
/// or none has a weight, [`Undefined::MoreThanAll`] where more were found than there were.
pub fn weighted_share(strata: &[Stratum], confidence: Confidence) -> Result<Estimate, Undefined> {
    if !strata.iter().all(|stratum| stratum.weight.is_finite() && stratum.weight >= 0.0) {
        return Err(Undefined::NotANumber);
    }
    let weighted = || strata.iter().filter(|stratum| stratum.weight > 0.0);
    let all_weights: f64 = weighted().map(|stratum| stratum.weight).sum();
    if all_weights == 0.0 {
        return Err(Undefined::NothingCounted);
    }
    let (mut value, mut below, mut above) = (0.0, 0.0_f64, 0.0_f64);
    for stratum in weighted() {
        let interval = wilson(stratum.events, whole(stratum.n)?, confidence)?;
        let weight = stratum.weight / all_weights;
        let share = stratum.events as f64 / stratum.n;
        value += weight * share;
        below = below.hypot(weight * (share - interval.low));
        above = above.hypot(weight * (interval.high - share));
    }
    Estimate { value, interval: Interval { low: value - below, high: value + above } }.checked()
}

fn whole(n: f64) -> Result<u64, Undefined> {
    let is_whole = n.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&n);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    is_whole.then_some(n as u64).ok_or(Undefined::NotANumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stratum(events: u64, n: f64, weight: f64) -> Stratum {
        Stratum { events, n, weight }
    }

    #[test]
    fn one_part_is_its_own_share() {
        let alone = weighted_share(&[stratum(56, 70.0, 3.0)], Confidence::P95).expect("it is defined");
        let interval = wilson(56, 70, Confidence::P95).expect("it is defined");
        assert!((alone.value - 0.8).abs() < 1e-12);
        assert!(
            (alone.interval.low - interval.low).abs() < 1e-12 && (alone.interval.high - interval.high).abs() < 1e-12
        );
    }

    #[test]
    fn parts_weigh_as_the_whole_has_them() {
        let parts = [stratum(56, 70.0, 1.0), stratum(48, 80.0, 3.0), stratum(5, 5.0, 0.0)];
        let all = weighted_share(&parts, Confidence::P95).expect("it is defined");
        assert!((all.value - 0.65).abs() < 1e-12);
        // By hand from Wilson's limits (0.691 834, 0.876 953) and (0.490 455, 0.700 382).
        assert!((all.interval.low - 0.563_505).abs() < 1e-6, "{all:?}");
        assert!((all.interval.high - 0.727_705).abs() < 1e-6, "{all:?}");
    }

    #[test]
    fn what_cannot_be_weighed_says_why() {
        let why = |strata: &[Stratum]| weighted_share(strata, Confidence::P95).expect_err("it is not defined");
        assert_eq!(why(&[]), Undefined::NothingCounted);
        assert_eq!(why(&[stratum(0, 0.0, 1.0)]), Undefined::NothingCounted);
        assert_eq!(why(&[stratum(2, 1.0, 1.0)]), Undefined::MoreThanAll);
        assert_eq!(why(&[stratum(1, 1.5, 1.0)]), Undefined::NotANumber);
        assert_eq!(why(&[stratum(1, 2.0, f64::NAN)]), Undefined::NotANumber);
    }
}
