//! Whether a share can be the one that was expected: the exact binomial test.

use super::interval::Undefined;
use super::special::probability;
use super::{binomial, smallest};

/// How much more probable another count may seem and still count as not more probable: as R does, so that rounding decides nothing.
pub(super) const TIE: f64 = 1.0 + 1e-7;

/// The two-sided exact p-value of `successes` out of `n` where the share expected is `share`: the chance of a count that is not more probable than this one.
///
/// Clopper and Pearson's distribution with the ordering by probability of Sterne, T. E. (1954), "Some remarks on confidence or fiducial limits", Biometrika 41, 275–278.
///
/// # Errors
/// [`Undefined::NothingCounted`] where n = 0, [`Undefined::MoreThanAll`] where x > n, [`Undefined::NotANumber`] where the share is not from 0 to 1.
pub fn binomial_test(successes: u64, n: u64, share: f64) -> Result<f64, Undefined> {
    let share = checked(successes, n, share)?;
    let chance = |x| binomial::pmf(x, n, share);
    let most = chance(successes)? * TIE;
    let mean = n as f64 * share;
    if successes as f64 <= mean {
        // Above the mean chances fall: from where they are no longer above that of the count.
        let is_beyond = |x: u64| Ok(x > successes && x as f64 >= mean && chance(x)? <= most);
        let first = smallest((2.0 * mean) as u64, n, is_beyond)?;
        let other = if is_beyond(first)? { binomial::at_least(first, n, share)? } else { 0.0 };
        return Ok((binomial::cdf(successes, n, share)? + other).min(1.0));
    }
    // Below the mean they rise: up to where they are above it.
    let guess = ((2.0 * mean) as u64).saturating_sub(successes);
    let above = smallest(guess, successes, |x| Ok(x as f64 > mean || chance(x)? > most))?;
    let other = above.checked_sub(1).map_or(Ok(0.0), |last| binomial::cdf(last, n, share))?;
    Ok((binomial::at_least(successes, n, share)? + other).min(1.0))
}

/// The two-sided mid-p-value: twice the smaller of the chances beyond the count, with half the chance of the count itself; at most 1.
/// Less careful than [`binomial_test`], and nearer to what it says in the long run.
///
/// Lancaster, H. O. (1961), "Significance tests in discrete distributions", JASA 56(294), 223–234.
///
/// # Errors
/// [`Undefined::NothingCounted`] where n = 0, [`Undefined::MoreThanAll`] where x > n, [`Undefined::NotANumber`] where the share is not from 0 to 1.
pub fn binomial_test_mid_p(successes: u64, n: u64, share: f64) -> Result<f64, Undefined> {
    let share = checked(successes, n, share)?;
    let half = 0.5 * binomial::pmf(successes, n, share)?;
    let below = successes.checked_sub(1).map_or(Ok(0.0), |last| binomial::cdf(last, n, share))?;
    let above = binomial::survival(successes, n, share)?;
    Ok((2.0 * (below.min(above) + half)).min(1.0))
}

fn checked(successes: u64, n: u64, share: f64) -> Result<f64, Undefined> {
    if n == 0 {
        return Err(Undefined::NothingCounted);
    }
    if successes > n {
        return Err(Undefined::MoreThanAll);
    }
    probability(share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn certain_shares_allow_one_count_only() {
        assert_eq!([binomial_test(0, 9, 0.0), binomial_test(9, 9, 1.0)], [Ok(1.0); 2]);
        assert_eq!([binomial_test(1, 9, 0.0), binomial_test(8, 9, 1.0)], [Ok(0.0); 2]);
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        for test in [binomial_test, binomial_test_mid_p] {
            assert_eq!(test(0, 0, 0.5), Err(Undefined::NothingCounted));
            assert_eq!(test(3, 2, 0.5), Err(Undefined::MoreThanAll));
            assert_eq!(test(1, 2, 1.5), Err(Undefined::NotANumber));
            assert_eq!(test(1, 2, f64::NAN), Err(Undefined::NotANumber));
        }
    }

    proptest! {
        #[test]
        fn it_is_the_sum_of_what_is_not_more_probable((x, n) in counts(60), share in prop_oneof![0.0..=1.0_f64, Just(0.5)]) {
            let chance = |x| binomial::pmf(x, n, share).expect("it is a share");
            let sum: f64 = (0..=n).map(chance).filter(|chance_of_it| *chance_of_it <= chance(x) * TIE).sum();
            let got = binomial_test(x, n, share).expect("x is at most n");
            prop_assert!((got - sum.min(1.0)).abs() < 1e-12, "{got} {sum}");
        }

        #[test]
        fn counting_the_others_changes_nothing((x, n) in counts(1_000_000_000), share in 0.0..=1.0_f64) {
            for test in [binomial_test, binomial_test_mid_p] {
                let (got, others) = (test(x, n, share), test(n - x, n, 1.0 - share));
                prop_assert!((got.expect("x is at most n") - others.expect("x is at most n")).abs() < 1e-6);
            }
        }

        #[test]
        fn it_is_a_chance((x, n) in counts(u64::MAX), share in 0.0..=1.0_f64) {
            for test in [binomial_test, binomial_test_mid_p] {
                prop_assert!((0.0..=1.0).contains(&test(x, n, share).expect("x is at most n")));
            }
        }
    }

    fn counts(most: u64) -> impl Strategy<Value = (u64, u64)> {
        (1..=most).prop_flat_map(|n| (0..=n, Just(n)))
    }
}
