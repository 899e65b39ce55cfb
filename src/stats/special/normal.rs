//! The normal distribution.

use std::f64::consts::{PI, SQRT_2};

use statrs::function::erf::erfc_inv;

use super::super::interval::Undefined;
use super::{finite, gamma, probability};

/// Φ(z), the chance of at most `z` standard deviations above the mean.
///
/// # Errors
/// [`Undefined::NotANumber`] where z is not finite.
pub fn normal_cdf(z: f64) -> Result<f64, Undefined> {
    Ok(lower(finite(z)?))
}

/// 1 − Φ(z), the chance of more than `z` standard deviations above the mean, with all its digits however small.
///
/// # Errors
/// [`Undefined::NotANumber`] where z is not finite.
pub fn normal_survival(z: f64) -> Result<f64, Undefined> {
    Ok(lower(-finite(z)?))
}

/// Φ⁻¹(p): below how many standard deviations from the mean a share `p` lies.
///
/// # Errors
/// [`Undefined::NotANumber`] where p is not between 0 and 1, both left out.
pub fn normal_quantile(p: f64) -> Result<f64, Undefined> {
    let p = probability(p)?;
    if p > 0.5 { finite(-quantile_of_half(1.0 - p)) } else { finite(quantile_of_half(p)) }
}

pub(super) fn lower(z: f64) -> f64 {
    // The crate's error function has ten digits; the incomplete gamma function has all.
    let beyond = 0.5 * gamma::upper(0.5, 0.5 * z * z);
    if z > 0.0 { 1.0 - beyond } else { beyond }
}

/// For p up to ½; one step of Newton mends the last digits of the crate's inverse.
pub(super) fn quantile_of_half(p: f64) -> f64 {
    let z = -SQRT_2 * erfc_inv(2.0 * p);
    let density = (-0.5 * z * z).exp() / (2.0 * PI).sqrt();
    if density > 0.0 { z - (lower(z) - p) / density } else { z }
}

/// ln Φ(z), also where Φ(z) is too small for a number.
pub(super) fn ln_lower(z: f64) -> f64 {
    if z > -30.0 { lower(z).ln() } else { ln_over_density(z) - 0.5 * z * z - super::saddle::LN_SQRT_2_PI }
}

/// ln (Φ(z)/φ(z)), where φ is the density: the ratio of Mills, which has digits where both are too small.
pub(super) fn ln_over_density(z: f64) -> f64 {
    if z > -30.0 {
        return lower(z).ln() + 0.5 * z * z + super::saddle::LN_SQRT_2_PI;
    }
    let per_square = 1.0 / (z * z);
    let series = [945.0, 105.0, 15.0, 3.0, 1.0].into_iter().fold(0.0, |sum, term| (term - sum) * per_square);
    (-series).ln_1p() - (-z).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantile_undoes_the_distribution() {
        for p in [1e-300, 1e-100, 1e-20, 1e-9, 0.001, 0.025, 0.3, 0.5, 0.7, 0.975, 0.999] {
            let z = normal_quantile(p).expect("it is between 0 and 1");
            let back = normal_cdf(z).expect("it is finite");
            assert!((back / p - 1.0).abs() < 1e-12, "{p}: {back}");
        }
        assert_eq!([0.0, 1.0, -0.1, f64::NAN].map(normal_quantile), [Err(Undefined::NotANumber); 4]);
    }

    #[test]
    fn the_logarithm_is_one_curve() {
        for z in [-29.999_999_f64, -30.000_001] {
            let series = lower(z).ln();
            assert!((ln_lower(z) / series - 1.0).abs() < 1e-13, "{z}");
        }
    }
}
