//! The regularised incomplete beta function and its inverse.

use super::super::interval::Undefined;
use super::{LARGE, MOST_STEPS, normal, positive, probability, quantile::place_of, saddle};

/// The regularised incomplete beta function I_x(a, b): the chance that a Beta(a, b) number is at most `x`.
///
/// Continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions; where both parameters are above 10⁷, the uniform expansion of
/// Temme, N. M. (1992), "Asymptotic inversion of the incomplete beta function", J. Comput. Appl. Math. 41, 145–157.
///
/// # Errors
/// [`Undefined::NotANumber`] where a or b is not a positive number, or x not from 0 to 1.
pub fn beta_cdf(a: f64, b: f64, x: f64) -> Result<f64, Undefined> {
    let (a, b, x) = (positive(a)?, positive(b)?, probability(x)?);
    Ok(lower(a, b, x, 1.0 - x))
}

/// 1 − I_x(a, b): the chance that a Beta(a, b) number is above `x`, with all its digits however small.
///
/// # Errors
/// [`Undefined::NotANumber`] where a or b is not a positive number, or x not from 0 to 1.
pub fn beta_survival(a: f64, b: f64, x: f64) -> Result<f64, Undefined> {
    let (a, b, x) = (positive(a)?, positive(b)?, probability(x)?);
    Ok(lower(b, a, 1.0 - x, x))
}

/// The number that a Beta(a, b) number is at most with probability `p`.
///
/// # Errors
/// [`Undefined::NotANumber`] where a or b is not a positive number, or p not from 0 to 1.
pub fn beta_quantile(a: f64, b: f64, p: f64) -> Result<f64, Undefined> {
    let (a, b, p) = (positive(a)?, positive(b)?, probability(p)?);
    Ok(if p > 0.5 { share(-log_odds(b, a, 1.0 - p)) } else { share(log_odds(a, b, p)) })
}

/// The number that a Beta(a, b) number is above with probability `p`: [`beta_quantile`] of 1 − p, with the digits of a small p.
///
/// # Errors
/// [`Undefined::NotANumber`] where a or b is not a positive number, or p not from 0 to 1.
pub fn beta_quantile_upper(a: f64, b: f64, p: f64) -> Result<f64, Undefined> {
    let (a, b, p) = (positive(a)?, positive(b)?, probability(p)?);
    Ok(if p > 0.5 { share(log_odds(a, b, 1.0 - p)) } else { share(-log_odds(b, a, p)) })
}

/// I_x(a, b) with y = 1 − x.
pub fn lower(a: f64, b: f64, x: f64, y: f64) -> f64 {
    ln_lower(a, b, x, y).exp().min(1.0)
}

/// ln I_x(a, b) with y = 1 − x.
fn ln_lower(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if x <= 0.0 {
        f64::NEG_INFINITY
    } else if y <= 0.0 {
        0.0
    } else if a.min(b) >= LARGE {
        ln_lower_of_large(a, b, x, y)
    } else if x * (a + b + 2.0) <= a + 1.0 {
        ln_by_fraction(a, b, x, y)
    } else {
        // At most a little above a half of it is taken from 1.
        (-ln_by_fraction(b, a, y, x).exp()).max(-1.0).ln_1p()
    }
}

/// For x not above the mean: xᵃ yᵇ/(a B(a, b)) times the continued fraction, by the method of Lentz.
fn ln_by_fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_0 = |number: f64| if number.abs() < TINY { TINY } else { number };
    let n = a + b;
    let mut c = 1.0;
    let mut d = 1.0 / away_from_0(1.0 - n * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..MOST_STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_0(1.0 + even * d);
        c = away_from_0(1.0 + even / c);
        fraction *= c * d;
        let odd = -(a + m) * (n + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_0(1.0 + odd * d);
        c = away_from_0(1.0 + odd / c);
        fraction *= c * d;
        if (c * d - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    saddle::ln_choose(a, b, x, y) + (b / n).ln() + fraction.ln()
}

/// ½ erfc(−η √(n/2)) + e^(−nη²/2)/√(2πn) (1/η − √(st)/(x − s)), where s = a/n, t = b/n and −η²/2 = s ln(x/s) + t ln(y/t).
fn ln_lower_of_large(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    // x − s by the smaller of the two numbers, whose digits are finer.
    let beyond = if x < y { (n * x - a) / n } else { (b - n * y) / n };
    let spread = (a / n * (b / n)).sqrt();
    let u = beyond / spread;
    let half_square = saddle::deviance(a, n * x) + saddle::deviance(b, n * y);
    let z = (2.0 * half_square).sqrt().copysign(u);
    let skew = (b - a) / n / spread;
    let term = if (u * skew).abs().max(u.abs()) < 0.01 {
        // (η/u)² − 1 by its series in u.
        let squared =
            u * (skew * (-2.0 / 3.0) + u * (0.5 * (skew * skew + 1.0) - u * 0.4 * skew * (skew * skew + 2.0)));
        if u == 0.0 { skew / 3.0 } else { (-0.5 * squared.ln_1p()).exp_m1() / u }
    } else {
        n.sqrt() / z - 1.0 / u
    };
    let ln_term_size = -half_square - saddle::LN_SQRT_2_PI - 0.5 * n.ln();
    let ln_main = normal::ln_lower(z);
    (ln_main + (term * (ln_term_size - ln_main).exp()).max(-1.0).ln_1p()).min(0.0)
}

/// ln(x/(1 − x)) of the quantile x of p ≤ ½.
fn log_odds(a: f64, b: f64, p: f64) -> f64 {
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    let start = (a / b).ln() + normal::quantile_of_half(p) * (1.0 / a + 1.0 / b).sqrt().min(1.0);
    place_of(p.ln(), start, (-740.0, 740.0), |t| {
        let (x, y) = (share(t), share(-t));
        let ln_density = saddle::ln_choose(a, b, x, y) + (a / (a + b)).ln() + b.ln();
        (ln_lower(a, b, x, y), ln_density)
    })
}

/// 1/(1 + e⁻ᵗ).
fn share(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}
