//! The regularised incomplete gamma function and its inverse, and with it the χ² distribution.

use super::super::interval::Undefined;
use super::{LARGE, MOST_STEPS, finite, normal, positive, probability, quantile::place_of, saddle};

/// The regularised lower incomplete gamma function P(a, x): the chance that a Gamma(a, 1) number is at most `x`.
///
/// Series 8.11.4 and continued fraction 8.9.2 of the NIST Digital Library of Mathematical Functions; where a is above 10⁷, the uniform expansion of
/// Temme, N. M. (1979), "The asymptotic expansion of the incomplete gamma functions", SIAM J. Math. Anal. 10(4), 757–766.
///
/// # Errors
/// [`Undefined::NotANumber`] where a is not a positive number, or x negative or not finite.
pub fn gamma_cdf(a: f64, x: f64) -> Result<f64, Undefined> {
    let (a, x) = (positive(a)?, not_negative(x)?);
    Ok(ln_lower(a, x).exp().min(1.0))
}

/// 1 − P(a, x): the chance that a Gamma(a, 1) number is above `x`, with all its digits however small.
///
/// # Errors
/// [`Undefined::NotANumber`] where a is not a positive number, or x negative or not finite.
pub fn gamma_survival(a: f64, x: f64) -> Result<f64, Undefined> {
    let (a, x) = (positive(a)?, not_negative(x)?);
    Ok(upper(a, x))
}

/// The number that a Gamma(a, 1) number is at most with probability `p`.
///
/// # Errors
/// [`Undefined::NotANumber`] where a is not a positive number, or p not from 0 to below 1.
pub fn gamma_quantile(a: f64, p: f64) -> Result<f64, Undefined> {
    let (a, p) = (positive(a)?, probability(p)?);
    finite(if p > 0.5 { upper_quantile(a, 1.0 - p) } else { lower_quantile(a, p) })
}

/// The number that a Gamma(a, 1) number is above with probability `p`: [`gamma_quantile`] of 1 − p, with the digits of a small p.
///
/// # Errors
/// [`Undefined::NotANumber`] where a is not a positive number, or p not from above 0 to 1.
pub fn gamma_quantile_upper(a: f64, p: f64) -> Result<f64, Undefined> {
    let (a, p) = (positive(a)?, probability(p)?);
    finite(if p > 0.5 { lower_quantile(a, 1.0 - p) } else { upper_quantile(a, p) })
}

/// The chance that a χ² number with `degrees` of freedom is above `x`.
///
/// # Errors
/// [`Undefined::NotANumber`] where the degrees of freedom are not a positive number, or x negative or not finite.
pub fn chi_squared_survival(x: f64, degrees: f64) -> Result<f64, Undefined> {
    gamma_survival(degrees / 2.0, x / 2.0)
}

/// The number that a χ² number with `degrees` of freedom is at most with probability `p`.
///
/// # Errors
/// [`Undefined::NotANumber`] where the degrees of freedom are not a positive number, or p not from 0 to below 1.
pub fn chi_squared_quantile(p: f64, degrees: f64) -> Result<f64, Undefined> {
    gamma_quantile(degrees / 2.0, p).and_then(|half| finite(2.0 * half))
}

fn not_negative(x: f64) -> Result<f64, Undefined> {
    if x.is_finite() && x >= 0.0 { Ok(x) } else { Err(Undefined::NotANumber) }
}

/// Q(a, x).
pub fn upper(a: f64, x: f64) -> f64 {
    ln_upper(a, x).exp().min(1.0)
}

/// ln P(a, x).
fn ln_lower(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        f64::NEG_INFINITY
    } else if a >= LARGE {
        ln_tail_of_large(a, x, 1.0)
    } else if x < a + 1.0 {
        ln_by_series(a, x)
    } else {
        (-ln_by_fraction(a, x).exp()).max(-1.0).ln_1p()
    }
}

/// ln Q(a, x).
fn ln_upper(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        0.0
    } else if a >= LARGE {
        ln_tail_of_large(a, x, -1.0)
    } else if x < a + 1.0 {
        (-ln_by_series(a, x).exp()).max(-1.0).ln_1p()
    } else {
        ln_by_fraction(a, x)
    }
}

/// ln P by xᵃ e⁻ˣ/Γ(a+1) Σ xᵏ/((a+1)…(a+k)), for x below a + 1.
fn ln_by_series(a: f64, x: f64) -> f64 {
    let (mut sum, mut term) = (1.0_f64, 1.0);
    for k in 1..MOST_STEPS {
        term *= x / (a + f64::from(k));
        sum += term;
        if term <= sum * f64::EPSILON / 4.0 {
            break;
        }
    }
    saddle::ln_arrive(a, x) + sum.ln()
}

/// ln Q by a continued fraction, by the method of Lentz, for x from a + 1.
fn ln_by_fraction(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_0 = |number: f64| if number.abs() < TINY { TINY } else { number };
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / away_from_0(b);
    let mut fraction = d;
    for step in 1..MOST_STEPS {
        let k = f64::from(step);
        let over = -k * (k - a);
        b += 2.0;
        d = 1.0 / away_from_0(over * d + b);
        c = away_from_0(b + over / c);
        fraction *= c * d;
        if (c * d - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    saddle::ln_arrive(a, x) + a.ln() + fraction.ln()
}

/// The lower (`side` = 1) or upper (−1) tail: ½ erfc(∓η √(a/2)) ∓ e^(−aη²/2)/√(2πa) (1/(λ − 1) − 1/η), where λ = x/a and η²/2 = λ − 1 − ln λ.
fn ln_tail_of_large(a: f64, x: f64, side: f64) -> f64 {
    let beyond = (x - a) / a;
    let half_square = saddle::deviance(a, x, a - x);
    let z = (2.0 * half_square).sqrt().copysign(beyond);
    let eta = z / a.sqrt();
    let term = if eta.abs() < 0.01 {
        -1.0 / 3.0 + eta * (1.0 / 12.0 + eta * (-2.0 / 135.0 + eta * (1.0 / 864.0 + eta / 2835.0)))
    } else {
        1.0 / beyond - 1.0 / eta
    };
    let part = -side * term * (-0.5 * a.ln() - normal::ln_over_density(side * z)).exp();
    (normal::ln_lower(side * z) + part.max(-1.0).ln_1p()).min(0.0)
}

/// The quantile of p ≤ ½ from below.
fn lower_quantile(a: f64, p: f64) -> f64 {
    if p <= 0.0 {
        return 0.0;
    }
    let start = a.ln() + normal::quantile_of_half(p) / a.sqrt().max(1.0);
    place_of(p.ln(), start, (-740.0, 709.0), |t| (ln_lower(a, t.exp()), ln_density(a, t.exp()))).exp()
}

/// The quantile of p ≤ ½ from above.
fn upper_quantile(a: f64, p: f64) -> f64 {
    if p <= 0.0 {
        return f64::INFINITY;
    }
    let start = a.ln() - normal::quantile_of_half(p) / a.sqrt().max(1.0);
    // Upwards is downwards seen from the other side, so that the chance rises along the way.
    let ln_x = -place_of(p.ln(), -start, (-709.0, 740.0), |t| (ln_upper(a, (-t).exp()), ln_density(a, (-t).exp())));
    ln_x.exp()
}

/// The logarithm of the density of ln x.
fn ln_density(a: f64, x: f64) -> f64 {
    saddle::ln_arrive(a, x) + a.ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_parameter_is_said() {
        for (a, x) in [(0.0, 1.0), (-1.0, 1.0), (f64::NAN, 1.0), (1.0, -1.0), (1.0, f64::NAN)] {
            for function in [gamma_cdf, gamma_survival, gamma_quantile, gamma_quantile_upper] {
                assert_eq!(function(a, x), Err(Undefined::NotANumber));
            }
        }
        assert_eq!([gamma_quantile(2.0, 1.0), gamma_quantile_upper(2.0, 0.0)], [Err(Undefined::NotANumber); 2]);
        assert_eq!([gamma_quantile(2.0, 0.0), gamma_quantile_upper(2.0, 1.0)], [Ok(0.0); 2]);
    }

    #[test]
    fn the_expansion_and_the_fraction_meet() {
        for z in [-20.0, -5.0, -1.0, -0.001, 0.0, 0.3, 4.0, 20.0] {
            let a: f64 = LARGE * 1.001;
            let x = a + z * a.sqrt();
            let (expansion, direct) = if x < a {
                (ln_tail_of_large(a, x, 1.0), ln_by_series(a, x))
            } else {
                (ln_tail_of_large(a, x, -1.0), ln_by_fraction(a, x + f64::EPSILON))
            };
            assert!((expansion - direct).abs() < 1e-11, "{z}: {expansion} {direct}");
        }
    }

    proptest! {
        #[test]
        fn both_tails_make_one(ln_a in -5.0..44.0_f64, z in -40.0..40.0_f64) {
            let a = ln_a.exp();
            let x = (a + z * a.sqrt()).max(0.0);
            let both = gamma_cdf(a, x).expect("x is not negative") + gamma_survival(a, x).expect("x is not negative");
            prop_assert!((both - 1.0).abs() < 1e-13, "{both}");
        }

        #[test]
        fn the_quantile_undoes_the_distribution(ln_a in -1.0..15.0_f64, ln_p in -200.0..-0.001_f64) {
            let (a, p) = (ln_a.exp(), ln_p.exp());
            let lower = gamma_cdf(a, gamma_quantile(a, p).expect("p is below 1")).expect("it is not negative");
            let upper = gamma_survival(a, gamma_quantile_upper(a, p).expect("p is above 0")).expect("it is not negative");
            prop_assert!((lower / p - 1.0).abs() < 1e-9 && (upper / p - 1.0).abs() < 1e-9, "{lower} {upper} {p}");
        }
    }
}
