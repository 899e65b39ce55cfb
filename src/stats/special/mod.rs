//! Special functions: exact in both tails, for counts of any size, and never a number where there is none.
//!
//! Log-gamma of small numbers and the inverse of the error function are those of the crate `statrs`. Its incomplete beta and gamma functions lose digits from
//! n ≈ 10⁴ and give a small upper tail as a difference from 1, so these are worked out here by continued fractions and series, with a factor that keeps its digits
//! ([`saddle`]), and with an expansion of Temme where both parameters are large.

mod beta;
mod gamma;
mod normal;
mod quantile;
pub(super) mod saddle;

pub use beta::{beta_cdf, beta_quantile, beta_quantile_upper, beta_survival};
pub use gamma::{
    chi_squared_quantile, chi_squared_survival, gamma_cdf, gamma_quantile, gamma_quantile_upper, gamma_survival,
};
pub use normal::{normal_cdf, normal_quantile, normal_survival};

use super::interval::Undefined;

/// From here on both parameters are so large that the expansion of Temme is exact to 12 digits with its first term.
const LARGE: f64 = 1e7;

/// More steps than any continued fraction or series below takes.
const MOST_STEPS: u32 = 200_000;

/// ln Γ(x) for x > 0.
///
/// # Errors
/// [`Undefined::NotANumber`] where x is not a positive number.
pub fn ln_gamma(x: f64) -> Result<f64, Undefined> {
    let x = positive(x)?;
    // Stirling's formula, with the part that is left out of it; the crate's own is exact for small numbers.
    let value = if x < 15.0 {
        statrs::function::gamma::ln_gamma(x)
    } else {
        (x - 0.5) * x.ln() - x + saddle::LN_SQRT_2_PI + saddle::stirling_error(x)
    };
    finite(value)
}

/// The logarithm of the binomial coefficient: in how many ways `k` can be chosen out of `n`.
///
/// # Errors
/// [`Undefined::MoreThanAll`] where k > n.
pub fn ln_binomial(n: u64, k: u64) -> Result<f64, Undefined> {
    let rest = n.checked_sub(k).ok_or(Undefined::MoreThanAll)?;
    let few = k.min(rest);
    if few == 0 {
        return Ok(0.0);
    }
    let (n, few, many) = (n as f64, few as f64, k.max(rest) as f64);
    // C(n, k) (k/n)ᵏ (1 − k/n)ⁿ⁻ᵏ is the highest chance a binomial count of n can have at k.
    Ok(saddle::ln_choose(few, many, few / n, many / n) + few * (n / few).ln() - many * (-few / n).ln_1p())
}

/// A number above 0 and below infinity.
fn positive(x: f64) -> Result<f64, Undefined> {
    if x.is_finite() && x > 0.0 { Ok(x) } else { Err(Undefined::NotANumber) }
}

/// A number from 0 to 1.
pub(super) fn probability(p: f64) -> Result<f64, Undefined> {
    if (0.0..=1.0).contains(&p) { Ok(p) } else { Err(Undefined::NotANumber) }
}

/// Not infinite, and a number.
pub(super) fn finite(x: f64) -> Result<f64, Undefined> {
    if x.is_finite() { Ok(x) } else { Err(Undefined::NotANumber) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ln_gamma_is_the_logarithm_of_the_factorial() {
        let mut sum = 0.0_f64;
        for n in 1..200_u32 {
            sum += f64::from(n).ln();
            let got = ln_gamma(f64::from(n) + 1.0).expect("it is positive");
            assert!((got - sum).abs() < 1e-12 * sum.max(1.0), "{n}: {got} {sum}");
        }
        assert_eq!([0.0, -1.0, f64::NAN, f64::INFINITY].map(ln_gamma), [Err(Undefined::NotANumber); 4]);
    }

    #[test]
    fn ln_binomial_is_that_of_pascals_triangle() {
        let mut row = vec![1.0_f64];
        for n in 1..60_u64 {
            row = (0..=n as usize)
                .map(|k| row.get(k).unwrap_or(&0.0) + k.checked_sub(1).map_or(0.0, |left| row[left]))
                .collect();
            for (k, ways) in row.iter().enumerate() {
                let got = ln_binomial(n, k as u64).expect("k is at most n");
                assert!((got - ways.ln()).abs() < 1e-13 * ways.ln().max(1.0), "{n} {k}: {got}");
            }
        }
        assert_eq!(ln_binomial(3, 4), Err(Undefined::MoreThanAll));
        assert_eq!(ln_binomial(0, 0), Ok(0.0));
    }
}
