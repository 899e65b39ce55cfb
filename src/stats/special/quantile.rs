//! Quantiles by Newton's method on the logarithm of a chance.

/// The place t where `ln_chance_and_density(t)`, ln F and ln of the density at t, reaches ln F = `ln_p`.
///
/// The density is log-concave in t, and so is F: Newton's method then comes from below and cannot leap over the place once it is there, and it converges
/// from everywhere (Boyd, S. and Vandenberghe, L. (2004), Convex Optimization, 3.5). `places` is where t may be.
pub fn place_of(ln_p: f64, start: f64, places: (f64, f64), ln_chance_and_density: impl Fn(f64) -> (f64, f64)) -> f64 {
    let (lowest, highest) = places;
    let mut t = start.clamp(lowest, highest);
    let mut last_step = f64::INFINITY;
    for round in 0..200 {
        let (ln_chance, ln_density) = ln_chance_and_density(t);
        let step = (ln_p - ln_chance) * (ln_chance - ln_density).exp();
        if !step.is_finite() {
            break;
        }
        let next = (t + step).clamp(lowest, highest);
        // Steps get smaller until they are but rounding, and then no longer do.
        let is_settled = step.abs() <= 4.0 * f64::EPSILON * t.abs().max(f64::MIN_POSITIVE);
        if next == t || is_settled || (round > 8 && step.abs() < 1e-9 && step.abs() >= last_step) {
            return next;
        }
        last_step = step.abs();
        t = next;
    }
    t
}
