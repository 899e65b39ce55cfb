//! Where a function crosses zero.

/// More halvings than it takes to tell any two numbers apart; the method never needs more than a few dozen.
const MOST_STEPS: usize = 200;

/// A zero of `f` between two places where it has different signs, as exactly as the numbers go; none where the signs do not differ or `f` is not a number.
///
/// Chandrupatla, T. R. (1997), "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without using derivatives", Advances in
/// Engineering Software 28(3), 145–149.
pub(super) fn root(low: f64, high: f64, mut f: impl FnMut(f64) -> f64) -> Option<f64> {
    // a is the newest place, b the one on the other side of the zero, c the one before.
    let (mut b, mut a) = (low, high);
    let (mut at_b, mut at_a) = (f(b), f(a));
    if at_a == 0.0 {
        return Some(a);
    }
    if at_b == 0.0 {
        return Some(b);
    }
    if at_a.is_nan() || at_b.is_nan() || at_a.signum() == at_b.signum() {
        return None;
    }
    let (mut c, mut at_c);
    let mut step = 0.5;
    for _ in 0..MOST_STEPS {
        let x = a + step * (b - a);
        let at_x = f(x);
        if at_x.is_nan() {
            return None;
        }
        if at_x.signum() == at_a.signum() {
            (c, at_c) = (a, at_a);
        } else {
            (c, at_c, b, at_b) = (b, at_b, a, at_a);
        }
        (a, at_a) = (x, at_x);
        let best = if at_a.abs() < at_b.abs() { a } else { b };
        let tolerance = 2.0 * f64::EPSILON * best.abs() + f64::MIN_POSITIVE;
        let shortest = tolerance / (b - a).abs();
        if at_a == 0.0 || shortest > 0.5 {
            return Some(if at_a == 0.0 { a } else { best });
        }
        let (xi, phi) = ((a - b) / (c - b), (at_a - at_b) / (at_c - at_b));
        let is_smooth = 1.0 - (1.0 - xi).sqrt() < phi && phi < xi.sqrt();
        let quadratic = at_a / (at_b - at_a) * at_c / (at_b - at_c)
            + (c - a) / (b - a) * at_a / (at_c - at_a) * at_b / (at_c - at_b);
        step = if is_smooth && quadratic.is_finite() { quadratic } else { 0.5 };
        step = step.clamp(shortest.min(0.5), 1.0 - shortest.min(0.5));
    }
    Some(a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn zeros_that_are_known() {
        assert_eq!(root(0.0, 3.0, |x| x - 1.0), Some(1.0));
        assert_eq!(root(0.0, 1.0, |x| x), Some(0.0));
        let golden = root(0.0, 5.0, |x| x * x - x - 1.0).expect("the signs differ");
        assert!((golden - (1.0 + 5.0_f64.sqrt()) / 2.0).abs() < 1e-15);
        let flat = root(-1.0, 4.0, |x| (x - 1.0).powi(9)).expect("the signs differ");
        assert!((flat - 1.0).abs() < 1e-6);
    }

    #[test]
    fn no_crossing_gives_none() {
        assert_eq!(root(1.0, 3.0, |x| x), None);
        assert_eq!(root(-1.0, 3.0, |_| f64::NAN), None);
        assert_eq!(root(-1.0, 3.0, |x| if x == 1.0 { f64::NAN } else { x }), None);
    }

    proptest! {
        #[test]
        fn a_jump_is_found_within_few_steps(place in 0.001..1000.0_f64) {
            let mut n_steps = 0;
            let found = root(0.0, 1001.0, |x| { n_steps += 1; if x < place { -1.0 } else { 1e6 } });
            prop_assert!((found.expect("the signs differ") - place).abs() <= 1e-12 * place);
            prop_assert!(n_steps < 120, "{n_steps}");
        }
    }
}
