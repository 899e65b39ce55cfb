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
