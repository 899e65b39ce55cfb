//! How many times as high one rate is as another, and whether the two can be the same.

use super::binomial_test::{binomial_test, binomial_test_mid_p};
use super::clopper_pearson::clopper_pearson;
use super::estimate::{Estimate, OpenEstimate};
use super::interval::{Confidence, Undefined};
use super::poisson_interval::exposure;
use super::risk_ratio::{any_zero, around};
use super::special::finite;

/// The first rate over the second with its interval by the logarithm; both are `(events, time)`, and no event is in both.
///
/// Rothman, K. J., Greenland, S. and Lash, T. L. (2008), Modern Epidemiology, 3rd edition, chapter 14:
///
/// ```text
/// RR e^(±z √(1/x₁ + 1/x₂))
/// ```
///
/// For counts of 5 and more; [`rate_ratio_exact`] has no such limit.
///
/// # Errors
/// [`Undefined::NothingCounted`] where either time is 0, [`Undefined::NotANumber`] where it is negative or not finite, [`Undefined::NoEvents`] where both counts are
/// 0, [`Undefined::TooFew`] where one of them is.
pub fn rate_ratio(first: (u64, f64), second: (u64, f64), confidence: Confidence) -> Result<Estimate, Undefined> {
    let (time_1, time_2) = (exposure(first.1)?, exposure(second.1)?);
    any_zero(first.0, second.0)?;
    let (x_1, x_2) = (first.0 as f64, second.0 as f64);
    around(x_1 / x_2 * (time_2 / time_1), 1.0 / x_1 + 1.0 / x_2, confidence)
}

/// The first rate over the second with its exact interval, given how many events there were in all; both are `(events, time)`, and no event is in both.
///
/// Przyborowski, J. and Wilenski, H. (1940), "Homogeneity of results in testing samples from Poisson series", Biometrika 31, 313–323: of x₁ + x₂ events x₁ are in the
/// first group, and each limit p of that share (Clopper and Pearson) makes a limit of the ratio
///
/// ```text
/// p/(1 − p) t₂/t₁
/// ```
///
/// Where the second group has no event, there is neither a ratio nor an upper bound.
///
/// # Errors
/// [`Undefined::NothingCounted`] where either time is 0, [`Undefined::NotANumber`] where it is negative or not finite, or a bound is too large for a number,
/// [`Undefined::NoEvents`] where both counts are 0, [`Undefined::MoreThanAll`] where their sum is too large for a count.
pub fn rate_ratio_exact(
    first: (u64, f64),
    second: (u64, f64),
    confidence: Confidence,
) -> Result<OpenEstimate, Undefined> {
    let time_ratio = finite(exposure(second.1)? / exposure(first.1)?)?;
    let all = events_in_all(first.0, second.0)?;
    // 1 − p of one limit is the other limit of the others' share, with all its digits.
    let (share, others) = (clopper_pearson(first.0, all, confidence)?, clopper_pearson(second.0, all, confidence)?);
    let low = finite(share.low / others.high * time_ratio)?;
    if second.0 == 0 {
        return Ok(OpenEstimate { value: None, low, high: None });
    }
    let value = finite(first.0 as f64 / second.0 as f64 * time_ratio)?;
    let high = finite(share.high / others.low * time_ratio)?;
    Ok(OpenEstimate { value: Some(value), low, high: Some(high) })
}

/// The two-sided exact p-value of two equal rates, given how many events there were in all: [`binomial_test`] of x₁ in x₁ + x₂ against t₁/(t₁ + t₂).
///
/// Przyborowski and Wilenski (1940), as in [`rate_ratio_exact`].
///
/// # Errors
/// Those of [`rate_ratio_exact`].
pub fn rate_test(first: (u64, f64), second: (u64, f64)) -> Result<f64, Undefined> {
    let (all, share) = conditional(first, second)?;
    binomial_test(first.0, all, share)
}

/// The same with [`binomial_test_mid_p`].
///
/// # Errors
/// Those of [`rate_ratio_exact`].
pub fn rate_test_mid_p(first: (u64, f64), second: (u64, f64)) -> Result<f64, Undefined> {
    let (all, share) = conditional(first, second)?;
    binomial_test_mid_p(first.0, all, share)
}

/// How many events there are in all, and the share of the first group in the time.
fn conditional(first: (u64, f64), second: (u64, f64)) -> Result<(u64, f64), Undefined> {
    let (time_1, time_2) = (exposure(first.1)?, exposure(second.1)?);
    Ok((events_in_all(first.0, second.0)?, 1.0 / (1.0 + time_2 / time_1)))
}

fn events_in_all(first: u64, second: u64) -> Result<u64, Undefined> {
    match first.checked_add(second) {
        Some(0) => Err(Undefined::NoEvents),
        Some(all) => Ok(all),
        None => Err(Undefined::MoreThanAll),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        let outcome = |first, second| {
            let exact = rate_ratio_exact(first, second, P95).err();
            assert_eq!([rate_test(first, second).err(), rate_test_mid_p(first, second).err()], [exact; 2]);
            (rate_ratio(first, second, P95).err(), exact)
        };
        let both = |why| (Some(why), Some(why));
        assert_eq!(outcome((1, 0.0), (1, 2.0)), both(Undefined::NothingCounted));
        assert_eq!(outcome((1, 2.0), (1, -2.0)), both(Undefined::NotANumber));
        assert_eq!(outcome((1, 2.0), (1, f64::NAN)), both(Undefined::NotANumber));
        assert_eq!(outcome((0, 2.0), (0, 2.0)), both(Undefined::NoEvents));
        assert_eq!(outcome((0, 2.0), (1, 2.0)), (Some(Undefined::TooFew), None));
        assert_eq!(outcome((u64::MAX, 2.0), (1, 2.0)), (None, Some(Undefined::MoreThanAll)));
    }

    #[test]
    fn without_an_event_to_compare_with_there_is_no_upper_bound() {
        let got = rate_ratio_exact((4, 25.0), (0, 10.0), P95).expect("there are events");
        // pⁿ = α/2
        let share = 0.025_f64.powf(0.25);
        assert_eq!((got.value, got.high), (None, None));
        assert!((got.low - share / (1.0 - share) * 0.4).abs() < 1e-12, "{got:?}");
        let turned = rate_ratio_exact((0, 10.0), (4, 25.0), P95).expect("there are events");
        assert_eq!((turned.value, turned.low), (Some(0.0), 0.0));
    }

    #[test]
    fn equal_rates_are_no_surprise() {
        assert_eq!(rate_test((10, 5.0), (20, 10.0)), Ok(1.0));
        assert_eq!(rate_test((1_000_000_000, 3.0), (1_000_000_000, 3.0)), Ok(1.0));
    }

    proptest! {
        #[test]
        fn they_hold_the_ratio_and_swapping_turns_them_over(first in rates(1_000_000_000), second in rates(1_000_000_000)) {
            let (log, turned) = (rate_ratio(first, second, P95), rate_ratio(second, first, P95));
            let (log, turned) = (log.expect("there are events"), turned.expect("there are events"));
            prop_assert!(log.interval.contains(log.value) && log.interval.low > 0.0);
            prop_assert!((log.interval.low * turned.interval.high - 1.0).abs() < 1e-12);
            let (exact, turned) = (rate_ratio_exact(first, second, P95), rate_ratio_exact(second, first, P95));
            let (exact, turned) = (exact.expect("there are events"), turned.expect("there are events"));
            prop_assert!(exact.value.is_some_and(|value| exact.contains(value)));
            prop_assert!(turned.high.is_some_and(|high| (exact.low * high - 1.0).abs() < 1e-9));
        }

        #[test]
        fn the_exact_interval_is_wider_than_the_logarithms_and_nests(first in rates(10_000), second in rates(10_000)) {
            let exact = rate_ratio_exact(first, second, P95).expect("there are events");
            let surer = rate_ratio_exact(first, second, Confidence::P998).expect("there are events");
            prop_assert!(surer.low <= exact.low && exact.high <= surer.high);
        }

        #[test]
        fn more_events_are_a_higher_ratio(first in rates(1_000_000), second in rates(1_000_000)) {
            let fewer = rate_ratio_exact(first, second, P95).expect("there are events");
            let more = rate_ratio_exact((first.0 + 1, first.1), second, P95).expect("there are events");
            prop_assert!(fewer.low < more.low && fewer.high < more.high);
        }
    }

    fn rates(most: u64) -> impl Strategy<Value = (u64, f64)> {
        (1..=most, 0.1..1e9_f64)
    }
}
