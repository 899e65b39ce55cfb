//! Whether so many events can be chance where another number was expected: the exact Poisson test.

use super::binomial_test::TIE;
use super::interval::Undefined;
use super::{poisson, smallest};

/// The two-sided exact p-value of so many `events` where `expected` are expected: the chance of a count that is not more probable than this one.
///
/// The ordering is that of Sterne, T. E. (1954), "Some remarks on confidence or fiducial limits", Biometrika 41, 275–278. Where nothing is expected, one event is
/// impossible: the p-value is 0.
///
/// # Errors
/// [`Undefined::NotANumber`] where the expected number is negative or not finite.
pub fn poisson_test(events: u64, expected: f64) -> Result<f64, Undefined> {
    let chance = |x| poisson::pmf(x, expected);
    let most = chance(events)? * TIE;
    if events as f64 <= expected {
        // Above the mean chances fall: from where they are no longer above that of the count.
        let is_beyond = |x: u64| Ok(x > events && x as f64 >= expected && chance(x)? <= most);
        let first = smallest((2.0 * expected) as u64, u64::MAX, is_beyond)?;
        return Ok((poisson::cdf(events, expected)? + poisson::at_least(first, expected)?).min(1.0));
    }
    // Below the mean they rise: up to where they are above it.
    let guess = ((2.0 * expected) as u64).saturating_sub(events);
    let above = smallest(guess, events, |x| Ok(x as f64 > expected || chance(x)? > most))?;
    let other = above.checked_sub(1).map_or(Ok(0.0), |last| poisson::cdf(last, expected))?;
    Ok((poisson::at_least(events, expected)? + other).min(1.0))
}

/// The two-sided mid-p-value: twice the smaller of the chances beyond the count, with half the chance of the count itself; at most 1.
///
/// Lancaster, H. O. (1961), "Significance tests in discrete distributions", JASA 56(294), 223–234.
///
/// # Errors
/// [`Undefined::NotANumber`] where the expected number is negative or not finite.
pub fn poisson_test_mid_p(events: u64, expected: f64) -> Result<f64, Undefined> {
    let half = 0.5 * poisson::pmf(events, expected)?;
    let below = events.checked_sub(1).map_or(Ok(0.0), |last| poisson::cdf(last, expected))?;
    let above = poisson::survival(events, expected)?;
    Ok((2.0 * (below.min(above) + half)).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_expected_is_no_surprise() {
        for expected in [0.0, 1.0, 7.0, 1e6, 1e9, 1e15] {
            assert_eq!(poisson_test(expected as u64, expected), Ok(1.0), "{expected}");
        }
        assert_eq!(poisson_test(1, 0.0), Ok(0.0));
        for test in [poisson_test, poisson_test_mid_p] {
            for expected in [-1.0, f64::NAN, f64::INFINITY] {
                assert_eq!(test(1, expected), Err(Undefined::NotANumber));
            }
        }
    }

    proptest! {
        #[test]
        fn it_is_the_sum_of_what_is_not_more_probable(events in 0_u64..60, expected in 0.0..40.0_f64) {
            let chance = |x| poisson::pmf(x, expected).expect("it is a mean");
            let sum: f64 = (0..300).map(chance).filter(|chance_of_it| *chance_of_it <= chance(events) * TIE).sum();
            let got = poisson_test(events, expected).expect("it is a mean");
            prop_assert!((got - sum.min(1.0)).abs() < 1e-12, "{got} {sum}");
        }

        #[test]
        fn it_is_a_chance(events in 0..=u64::MAX, ln_expected in -50.0..50.0_f64) {
            for test in [poisson_test, poisson_test_mid_p] {
                let p = test(events, ln_expected.exp()).expect("it is a mean");
                prop_assert!((0.0..=1.0).contains(&p));
            }
        }

        #[test]
        fn farther_off_is_less_probable(expected in 1.0..1e9_f64, away in 1.0..8.0_f64) {
            let at = |z: f64| poisson_test((expected + z * expected.sqrt()) as u64 + 1, expected).expect("it is a mean");
            prop_assert!(at(away + 1.0) <= at(away));
        }
    }
}
