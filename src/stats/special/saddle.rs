//! The highest factor of binomial, Poisson, beta and gamma chances, without the digits that differences of log-gammas lose.
//!
//! Loader, C. (2000), "Fast and accurate computation of binomial probabilities", Bell Laboratories.

/// ln √(2π).
pub const LN_SQRT_2_PI: f64 = 0.918_938_533_204_672_7;

/// What Stirling's formula leaves out: ln Γ(x + 1) − (x + ½) ln x + x − ln √(2π), for x > 0.
pub fn stirling_error(x: f64) -> f64 {
    if x < 15.0 {
        return statrs::function::gamma::ln_gamma(x + 1.0) - (x + 0.5) * x.ln() + x - LN_SQRT_2_PI;
    }
    let per_square = 1.0 / (x * x);
    [1.0 / 156.0, 691.0 / 360_360.0, 1.0 / 1_188.0, 1.0 / 1_680.0, 1.0 / 1_260.0, 1.0 / 360.0, 1.0 / 12.0]
        .into_iter()
        .reduce(|sum, term| term - sum * per_square)
        .unwrap_or_default()
        / x
}

/// How far x > 0 is from its expected number m > 0: x ln(x/m) + m − x, at least 0. The difference x − m is given too, for it may be known better.
pub fn deviance(x: f64, m: f64, difference: f64) -> f64 {
    if difference.abs() >= 0.1 * (x + m) {
        return x * (x / m).ln() - difference;
    }
    // The logarithm by its series in v = (x − m)/(x + m), whose first term cancels x − m.
    let v = difference / (x + m);
    let mut sum = difference * v;
    let mut power = 2.0 * x * v;
    for k in 1..200_u32 {
        power *= v * v;
        let longer = sum + power / f64::from(2 * k + 1);
        if longer == sum {
            break;
        }
        sum = longer;
    }
    sum
}

/// How far a and b are from their expected numbers (a + b) x and (a + b) y, where y = 1 − x; the sum of both deviances.
pub fn deviance_of_parts(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    let difference = difference_of_parts(a, b, x, y);
    deviance(a, n * x, difference) + deviance(b, n * y, -difference)
}

/// a − (a + b) x, by the smaller of x and y = 1 − x, whose digits are finer.
pub fn difference_of_parts(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if x < y { a - (a + b) * x } else { (a + b) * y - b }
}

/// The logarithm of Γ(a+b+1)/(Γ(a+1)Γ(b+1)) xᵃ yᵇ for positive a, b, x and y = 1 − x.
pub fn ln_choose(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance_of_parts(a, b, x, y) + 0.5 * (n / a / b).ln()
        - LN_SQRT_2_PI
}

/// The logarithm of xᵃ e⁻ˣ/Γ(a+1) for positive a and x.
pub fn ln_arrive(a: f64, x: f64) -> f64 {
    -stirling_error(a) - deviance(a, x, a - x) - 0.5 * a.ln() - LN_SQRT_2_PI
}
