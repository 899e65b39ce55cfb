//! The binomial distribution: how many of n, when each is found with the same chance.

use super::interval::Undefined;
use super::special::{beta_cdf, beta_survival, normal_quantile, probability, saddle};

/// The chance of exactly `x` of `n`, each with chance `p`; 0 where x > n.
///
/// Loader, C. (2000), "Fast and accurate computation of binomial probabilities", Bell Laboratories.
///
/// # Errors
/// [`Undefined::NotANumber`] where p is not from 0 to 1.
pub fn pmf(x: u64, n: u64, p: f64) -> Result<f64, Undefined> {
    let p = probability(p)?;
    let Some(failures) = n.checked_sub(x) else {
        return Ok(0.0);
    };
    let q = 1.0 - p;
    Ok(match (x, failures) {
        (0, 0) => 1.0,
        (0, _) => (n as f64 * (-p).ln_1p()).exp(),
        (_, 0) => (n as f64 * p.ln()).exp(),
        _ if p == 0.0 || q == 0.0 => 0.0,
        _ => saddle::ln_choose(x as f64, failures as f64, p, q).exp(),
    })
}

/// The chance of at most `x` of `n`, each with chance `p`: 1 − I_p(x+1, n−x).
///
/// # Errors
/// [`Undefined::NotANumber`] where p is not from 0 to 1.
pub fn cdf(x: u64, n: u64, p: f64) -> Result<f64, Undefined> {
    let p = probability(p)?;
    match n.checked_sub(x) {
        None | Some(0) => Ok(1.0),
        Some(rest) => beta_survival(x as f64 + 1.0, rest as f64, p),
    }
}

/// The chance of more than `x` of `n`, each with chance `p`: I_p(x+1, n−x), with all its digits however small.
///
/// # Errors
/// [`Undefined::NotANumber`] where p is not from 0 to 1.
pub fn survival(x: u64, n: u64, p: f64) -> Result<f64, Undefined> {
    let p = probability(p)?;
    match n.checked_sub(x) {
        None | Some(0) => Ok(0.0),
        Some(rest) => beta_cdf(x as f64 + 1.0, rest as f64, p),
    }
}

/// The chance of `x` or more of `n`, each with chance `p`.
///
/// # Errors
/// [`Undefined::NotANumber`] where p is not from 0 to 1.
pub fn at_least(x: u64, n: u64, p: f64) -> Result<f64, Undefined> {
    match x.checked_sub(1) {
        None => probability(p).map(|_| 1.0),
        Some(below) => survival(below, n, p),
    }
}

/// The smallest count of `n` that [`cdf`] reaches `probability` at; differences in the thirteenth digit are rounding and do not count.
///
/// # Errors
/// [`Undefined::NotANumber`] where p or the probability is not from 0 to 1.
pub fn quantile(reached: f64, n: u64, p: f64) -> Result<u64, Undefined> {
    let (reached, p) = (probability(reached)?, probability(p)?);
    if reached >= 1.0 && p > 0.0 {
        return Ok(n);
    }
    let mean = n as f64 * p;
    let guess = mean + normal_quantile(reached).unwrap_or_default() * (mean * (1.0 - p)).sqrt();
    super::smallest(guess as u64, n, |x| Ok(cdf(x, n, p)? >= reached * (1.0 - 1e-13)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_certain_and_the_impossible_are_exact() {
        for n in [0, 1, 7, 1_000_000_000, u64::MAX] {
            assert_eq!(pmf(0, n, 0.0), Ok(1.0));
            assert_eq!(pmf(n, n, 1.0), Ok(1.0));
            assert_eq!(cdf(n, n, 0.3), Ok(1.0));
            assert_eq!(survival(n, n, 0.3), Ok(0.0));
            assert_eq!(at_least(0, n, 0.3), Ok(1.0));
            assert_eq!((quantile(1.0, n, 0.3), quantile(0.0, n, 0.3)), (Ok(n), Ok(0)));
        }
        assert_eq!((pmf(3, 2, 0.5), cdf(3, 2, 0.5)), (Ok(0.0), Ok(1.0)));
        for p in [-0.1, 1.1, f64::NAN] {
            assert_eq!((pmf(1, 2, p), cdf(1, 2, p)), (Err(Undefined::NotANumber), Err(Undefined::NotANumber)));
        }
    }

    #[test]
    fn half_of_one_is_reached_at_none() {
        assert_eq!(quantile(0.5, 1, 0.5), Ok(0));
        assert_eq!(quantile(0.500_001, 1, 0.5), Ok(1));
    }

    proptest! {
        #[test]
        fn the_chances_add_up_to_the_distribution(n in 0_u64..200, p in 0.0..=1.0_f64) {
            let mut sum = 0.0;
            for x in 0..=n {
                sum += pmf(x, n, p).expect("p is a share");
                let below = cdf(x, n, p).expect("p is a share");
                prop_assert!((sum - below).abs() < 1e-12, "{x}: {sum} {below}");
                prop_assert!((below + survival(x, n, p).expect("p is a share") - 1.0).abs() < 1e-12);
            }
        }

        #[test]
        fn the_quantile_is_the_first_count_that_reaches(n in 1..=u64::MAX, p in 0.0..=1.0_f64, reached in 0.0..1.0_f64) {
            let x = quantile(reached, n, p).expect("p is a share");
            let of = |x| cdf(x, n, p).expect("p is a share");
            prop_assert!(of(x) >= reached * (1.0 - 1e-12));
            prop_assert!(x == 0 || of(x - 1) < reached);
        }
    }
}
