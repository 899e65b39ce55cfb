//! The regularised incomplete beta function and its inverse.

use super::super::interval::Undefined;
use super::{LARGE, MOST_STEPS, normal, positive, probability, quantile::place_of, saddle};

/// The regularised incomplete beta function I_x(a, b): the chance that a Beta(a, b) number is at most `x`.
///
/// Continued fraction of DiDonato, A. R. and Morris, A. H. (1992), "Algorithm 708: significant digit computation of the incomplete beta function ratios",
/// ACM Trans. Math. Softw. 18(3), 360–373; where both parameters are above 10⁷, the uniform expansion of
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

/// For x not above the mean: xᵃ yᵇ/B(a, b) over a continued fraction whose parts are positive, by the method of Lentz.
fn ln_by_fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_0 = |number: f64| if number.abs() < TINY { TINY } else { number };
    // a y − b x, with the digits that this difference would lose.
    let below = saddle::difference_of_parts(a, b, x, y);
    let whole = |m: f64| {
        m + m * (b - m) * x / (a + 2.0 * m - 1.0) + (a + m) * (below + 1.0 + m * (1.0 + y)) / (a + 2.0 * m + 1.0)
    };
    let mut fraction = away_from_0(a * (below + 1.0) / (a + 1.0));
    let mut c = fraction;
    let mut d = 0.0;
    for step in 1..MOST_STEPS {
        let m = f64::from(step);
        let over = (a + m - 1.0) / (a + 2.0 * m - 1.0) * (a + b + m - 1.0) / (a + 2.0 * m - 1.0) * m * (b - m) * x * x;
        let whole = whole(m);
        d = 1.0 / away_from_0(whole + over * d);
        c = away_from_0(whole + over / c);
        fraction *= c * d;
        if (c * d - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    saddle::ln_choose(a, b, x, y) + (a * (b / (a + b)) / fraction).ln()
}

/// ½ erfc(−η √(n/2)) + e^(−nη²/2)/√(2πn) (1/η − √(st)/(x − s)), where s = a/n, t = b/n and −η²/2 = s ln(x/s) + t ln(y/t).
fn ln_lower_of_large(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    let spread = (a / n * (b / n)).sqrt();
    // (x − s)/√(st)
    let u = -saddle::difference_of_parts(a, b, x, y) / n / spread;
    let half_square = saddle::deviance_of_parts(a, b, x, y);
    let z = (2.0 * half_square).sqrt().copysign(u);
    let skew = (b - a) / n / spread;
    let term = if (u * skew).abs().max(u.abs()) < 0.01 {
        // (η/u)² − 1 by its series in u.
        let (s, s2) = (skew, skew * skew);
        let terms = [
            -2.0 / 7.0 * s * (3.0 + s2 * (4.0 + s2)),
            1.0 / 3.0 * (1.0 + s2 * (3.0 + s2)),
            -2.0 / 5.0 * s * (2.0 + s2),
            1.0 / 2.0 * (1.0 + s2),
            -2.0 / 3.0 * s,
        ];
        let squared = terms.into_iter().fold(0.0, |sum, term| (term + sum) * u);
        if u == 0.0 { skew / 3.0 } else { (-0.5 * squared.ln_1p()).exp_m1() / u }
    } else {
        n.sqrt() / z - 1.0 / u
    };
    let part = term * (-0.5 * n.ln() - normal::ln_over_density(z)).exp();
    (normal::ln_lower(z) + part.max(-1.0).ln_1p()).min(0.0)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_parameter_is_said() {
        for (a, b, x) in
            [(0.0, 1.0, 0.5), (1.0, -1.0, 0.5), (f64::INFINITY, 1.0, 0.5), (1.0, 1.0, 1.1), (1.0, 1.0, f64::NAN)]
        {
            for function in [beta_cdf, beta_survival, beta_quantile, beta_quantile_upper] {
                assert_eq!(function(a, b, x), Err(Undefined::NotANumber));
            }
        }
    }

    #[test]
    fn the_expansion_and_the_fraction_meet() {
        // Both parameters just below and just above where one takes over from the other.
        for z in [-20.0, -5.0, -1.0, -0.001, 0.0, 0.3, 4.0, 20.0] {
            let (a, b): (f64, f64) = (LARGE * 1.001, LARGE * 30.0);
            let x = a / (a + b) * (1.0 + z / a.sqrt());
            let (expansion, fraction) = (
                ln_lower_of_large(a, b, x, 1.0 - x),
                if z > 0.0 {
                    (-ln_by_fraction(b, a, 1.0 - x, x).exp()).ln_1p()
                } else {
                    ln_by_fraction(a, b, x, 1.0 - x)
                },
            );
            assert!((expansion - fraction).abs() < 1e-11, "{z}: {expansion} {fraction}");
        }
    }

    proptest! {
        #[test]
        fn both_tails_make_one((ln_a, ln_b) in (-5.0..44.0_f64, -5.0..44.0_f64), x in 0.0..=1.0_f64) {
            let (a, b) = (ln_a.exp(), ln_b.exp());
            let both = beta_cdf(a, b, x).expect("x is a share") + beta_survival(a, b, x).expect("x is a share");
            prop_assert!((both - 1.0).abs() < 1e-13, "{both}");
        }

        #[test]
        fn the_quantile_undoes_the_distribution((ln_a, ln_b) in (-1.0..40.0_f64, -1.0..40.0_f64), ln_p in -600.0..0.0_f64) {
            let (a, b, p) = (ln_a.exp(), ln_b.exp(), ln_p.exp());
            let x = beta_quantile(a, b, p).expect("p is a share");
            let y = beta_quantile_upper(b, a, p).expect("p is a share");
            prop_assert!((0.0..=1.0).contains(&x) && (x + y - 1.0).abs() < 1e-14);
            // Where neighbouring numbers x lie close enough for p to be met.
            if x > 1e-300 && x < 0.5 && a < 1e10 {
                let back = beta_cdf(a, b, x).expect("x is a share");
                prop_assert!((back / p - 1.0).abs() < 1e-8, "{back}");
            }
        }
    }
}
