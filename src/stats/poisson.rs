//! The Poisson distribution: how many events, when so many are expected.

use super::interval::Undefined;
use super::special::{gamma_cdf, gamma_survival, normal_quantile, probability, saddle};

/// The chance of exactly `x` events where `expected` are expected.
///
/// Loader, C. (2000), "Fast and accurate computation of binomial probabilities", Bell Laboratories.
///
/// # Errors
/// [`Undefined::NotANumber`] where the expected number is negative or not finite.
pub fn pmf(x: u64, expected: f64) -> Result<f64, Undefined> {
    let expected = mean(expected)?;
    Ok(match x {
        0 => (-expected).exp(),
        _ if expected == 0.0 => 0.0,
        _ => saddle::ln_arrive(x as f64, expected).exp(),
    })
}

/// The chance of at most `x` events where `expected` are expected: the upper incomplete gamma function Q(x + 1, expected).
///
/// # Errors
/// [`Undefined::NotANumber`] where the expected number is negative or not finite.
pub fn cdf(x: u64, expected: f64) -> Result<f64, Undefined> {
    gamma_survival(x as f64 + 1.0, mean(expected)?)
}

/// The chance of more than `x` events where `expected` are expected, with all its digits however small.
///
/// # Errors
/// [`Undefined::NotANumber`] where the expected number is negative or not finite.
pub fn survival(x: u64, expected: f64) -> Result<f64, Undefined> {
    gamma_cdf(x as f64 + 1.0, mean(expected)?)
}

/// The chance of `x` events or more where `expected` are expected.
///
/// # Errors
/// [`Undefined::NotANumber`] where the expected number is negative or not finite.
pub fn at_least(x: u64, expected: f64) -> Result<f64, Undefined> {
    match x.checked_sub(1) {
        None => mean(expected).map(|_| 1.0),
        Some(below) => survival(below, expected),
    }
}

/// The smallest count that [`cdf`] reaches the probability `reached` at; differences in the thirteenth digit are rounding and do not count.
///
/// # Errors
/// [`Undefined::NotANumber`] where the expected number is negative or not finite, or the probability not from 0 to below 1.
pub fn quantile(reached: f64, expected: f64) -> Result<u64, Undefined> {
    let (reached, expected) = (probability(reached)?, mean(expected)?);
    if reached >= 1.0 {
        return Err(Undefined::NotANumber);
    }
    let guess = expected + normal_quantile(reached).unwrap_or_default() * expected.sqrt();
    super::smallest(guess as u64, u64::MAX, |x| Ok(cdf(x, expected)? >= reached * (1.0 - 1e-13)))
}

fn mean(expected: f64) -> Result<f64, Undefined> {
    if expected.is_finite() && expected >= 0.0 { Ok(expected) } else { Err(Undefined::NotANumber) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_certain_and_the_impossible_are_exact() {
        assert_eq!([pmf(0, 0.0), cdf(0, 0.0), cdf(9, 0.0), at_least(0, 4.0)], [Ok(1.0); 4]);
        assert_eq!([pmf(1, 0.0), survival(0, 0.0)], [Ok(0.0); 2]);
        assert_eq!((quantile(0.5, 0.0), quantile(0.0, 1e9)), (Ok(0), Ok(0)));
        for expected in [-1.0, f64::NAN, f64::INFINITY] {
            assert_eq!([pmf(1, expected), cdf(1, expected)], [Err(Undefined::NotANumber); 2]);
        }
        assert_eq!(quantile(1.0, 3.0), Err(Undefined::NotANumber));
    }

    proptest! {
        #[test]
        fn the_chances_add_up_to_the_distribution(expected in 0.0..100.0_f64) {
            let mut sum = 0.0;
            for x in 0..200 {
                sum += pmf(x, expected).expect("it is a mean");
                let below = cdf(x, expected).expect("it is a mean");
                prop_assert!((sum - below).abs() < 1e-12, "{x}: {sum} {below}");
                prop_assert!((below + survival(x, expected).expect("it is a mean") - 1.0).abs() < 1e-12);
            }
        }

        #[test]
        fn the_quantile_is_the_first_count_that_reaches(ln_expected in -9.0..40.0_f64, reached in 0.0..1.0_f64) {
            let expected = ln_expected.exp();
            let x = quantile(reached, expected).expect("it is a mean");
            let of = |x| cdf(x, expected).expect("it is a mean");
            prop_assert!(of(x) >= reached * (1.0 - 1e-12));
            prop_assert!(x == 0 || of(x - 1) < reached);
        }
    }
}
