//! Over-dispersion: areas that differ more than chance allows, all of them, so that funnel limits have to be wider.

use super::{
    classes::quantile,
    interval::{Confidence, Interval, Undefined},
    scores::{Scale, Score, between_0_and_1, ratio_error, share_error, share_on},
    special::{chi_squared_survival, normal_survival},
};

/// The part of the scores at each end that Spiegelhalter (2005) draws in before he looks for over-dispersion.
pub const WINSORISED: f64 = 0.1;

/// How much the areas differ beyond chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispersion {
    /// How many areas there are.
    pub n_areas: usize,
    /// φ: the mean of the squared scores, the most extreme ones drawn in; 1 or less where chance explains all.
    pub phi: f64,
    /// How likely an Iφ as large is where chance explains all, I being how many areas there are.
    pub p: f64,
    /// τ²: the variance of the areas' true distances, in the squared unit of the scale.
    pub tau_squared: f64,
}

/// How funnel limits are made wider.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Widening {
    /// Not at all.
    #[default]
    None,
    /// τ²: the areas' true figures differ, by as much whatever their size.
    Additive(f64),
    /// φ: each area's error is √φ times as large. A φ below 1 makes nothing narrower.
    Multiplicative(f64),
}

/// How much areas differ beyond chance, from their scores.
///
/// Spiegelhalter (2005), A.2: z = distance/error; the lowest part `winsorised` of the z is drawn in to the quantile there, and the highest likewise ([`WINSORISED`] is his
/// 10 %; quantiles of type 7), so that a few outliers do not make all areas look over-dispersed. With I areas and w = 1/error²:
///
/// ```text
/// φ = Σz²/I    Iφ against χ² with I degrees of freedom    τ² = max(0, (Iφ − (I−1)) / (Σw − Σw²/Σw))
/// ```
///
/// Drawing in 10 % leaves about 0.68 of φ where chance explains all, so that the test is slow to find over-dispersion, by design.
///
/// # Errors
/// [`Undefined::TooFew`] under two areas, [`Undefined::NotANumber`] where a distance is not finite, an error not above 0, or the part not from 0 to below one half.
pub fn dispersion(scores: &[Score], winsorised: f64) -> Result<Dispersion, Undefined> {
    if scores.len() < 2 {
        return Err(Undefined::TooFew);
    }
    let mut z: Vec<f64> = scores.iter().map(|score| score.distance / score.error).collect();
    let are_errors = scores.iter().all(|score| score.error > 0.0 && score.error.is_finite());
    if !are_errors || z.iter().any(|z| !z.is_finite()) || !(0.0..0.5).contains(&winsorised) {
        return Err(Undefined::NotANumber);
    }
    z.sort_by(f64::total_cmp);
    let low = quantile(&z, winsorised).ok_or(Undefined::TooFew)?;
    let high = quantile(&z, 1.0 - winsorised).ok_or(Undefined::TooFew)?;
    let n_areas = scores.len() as f64;
    let squares: f64 = z.iter().map(|z| z.max(low).min(high).powi(2)).sum();
    let weights = || scores.iter().map(|score| score.error.powi(-2));
    let total: f64 = weights().sum();
    // Σw − Σw²/Σw without the difference of two sums that may be nearly equal.
    let spread: f64 = weights().map(|w| w * ((total - w) / total)).sum();
    let tau_squared = ((squares - (n_areas - 1.0)) / spread).max(0.0);
    if !squares.is_finite() || !tau_squared.is_finite() {
        return Err(Undefined::NotANumber);
    }
    Ok(Dispersion {
        n_areas: scores.len(),
        phi: squares / n_areas,
        p: chi_squared_survival(squares, n_areas)?,
        tau_squared,
    })
}

/// The score in standard deviations, after widening.
pub fn z(score: Score, widening: Widening) -> f64 {
    score.distance / widened(score.error, widening)
}

/// How likely a score at least as far from the target is, to either side, when the area is one of those that differ as the widening says: 2(1 − Φ(|z|)).
///
/// # Errors
/// [`Undefined::NotANumber`] where the score or the widening is not a number.
pub fn p(score: Score, widening: Widening) -> Result<f64, Undefined> {
    Ok((2.0 * normal_survival(z(score, widening).abs())?).min(1.0))
}

/// Widened funnel limits of the share of an area with `n`: θ₀ ± z √(s² + τ²) or θ₀ ± z s √φ on the scale, as a share from 0 to 1.
///
/// Without widening these are the normal approximation of [`share_limits`](super::funnel::share_limits), which is to be preferred there.
///
/// # Errors
/// [`Undefined::NothingCounted`] where n = 0, [`Undefined::NotANumber`] where the target is not between 0 and 1 or the widening is not a number of 0 or more.
pub fn share_limits(
    n: u64,
    target: f64,
    scale: Scale,
    widening: Widening,
    confidence: Confidence,
) -> Result<Interval, Undefined> {
    between_0_and_1(target)?;
    if n == 0 {
        return Err(Undefined::NothingCounted);
    }
    let reach = reach(share_error(n as f64, target, scale), widening, confidence)?;
    let place = share_on(scale, target);
    let back = |place: f64| match scale {
        Scale::Plain => place.clamp(0.0, 1.0),
        Scale::Root => place.clamp(0.0, std::f64::consts::FRAC_PI_2).sin().powi(2),
    };
    Ok(Interval { low: back(place - reach), high: back(place + reach) })
}

/// Widened funnel limits of the ratio of observed to expected where `expected` are expected, from 0; see [`share_limits`].
///
/// # Errors
/// [`Undefined::NothingCounted`] where nothing is expected, [`Undefined::NotANumber`] where `expected` is negative or not finite, or the widening is not a number of 0 or
/// more.
pub fn ratio_limits(
    expected: f64,
    scale: Scale,
    widening: Widening,
    confidence: Confidence,
) -> Result<Interval, Undefined> {
    match expected {
        0.0 => return Err(Undefined::NothingCounted),
        _ if expected > 0.0 && expected.is_finite() => {}
        _ => return Err(Undefined::NotANumber),
    }
    let reach = reach(ratio_error(expected, scale), widening, confidence)?;
    let back = |place: f64| match scale {
        Scale::Plain => place.max(0.0),
        Scale::Root => place.max(0.0).powi(2),
    };
    let limits = Interval { low: back(1.0 - reach), high: back(1.0 + reach) };
    if limits.high.is_finite() { Ok(limits) } else { Err(Undefined::NotANumber) }
}

fn reach(error: f64, widening: Widening, confidence: Confidence) -> Result<f64, Undefined> {
    let reach = confidence.z() * widened(error, widening);
    let is_widening = match widening {
        Widening::None => true,
        Widening::Additive(by) | Widening::Multiplicative(by) => by >= 0.0,
    };
    if is_widening && reach.is_finite() { Ok(reach) } else { Err(Undefined::NotANumber) }
}

fn widened(error: f64, widening: Widening) -> f64 {
    match widening {
        Widening::None => error,
        Widening::Additive(tau_squared) => error.hypot(tau_squared.sqrt()),
        Widening::Multiplicative(phi) => error * phi.max(1.0).sqrt(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{
        random::Random,
        scores::{ratio_scores, share_scores},
    };
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;

    fn scores(successes: &[u64], n: &[u64], target: f64, scale: Scale) -> Vec<Score> {
        share_scores(successes, n, target, scale).expect("the counts fit").into_iter().flatten().collect()
    }

    #[test]
    fn areas_that_differ_widen_the_limits_and_areas_that_do_not_leave_them() {
        let (n, target) = ([100; 40], 0.3);
        let like: Vec<u64> = (0..40).map(|i| 27 + i % 7).collect();
        let unlike: Vec<u64> = (0..40).map(|i| 10 + i).collect();
        for scale in [Scale::Plain, Scale::Root] {
            let calm = dispersion(&scores(&like, &n, target, scale), WINSORISED).expect("there are areas");
            assert!(calm.phi < 1.0 && calm.p > 0.5 && calm.tau_squared == 0.0);
            let wild = dispersion(&scores(&unlike, &n, target, scale), WINSORISED).expect("there are areas");
            assert!(wild.phi > 3.0 && wild.p < 1e-6 && wild.tau_squared > 0.0);
            let limits = |widening| share_limits(100, target, scale, widening, P95).expect("it can be worked out");
            let [plain, added, multiplied] =
                [Widening::None, Widening::Additive(wild.tau_squared), Widening::Multiplicative(wild.phi)].map(limits);
            assert!(added.width() > plain.width() && multiplied.width() > plain.width());
        }
    }

    #[test]
    fn a_few_outliers_are_no_over_dispersion() {
        let n = [1000; 40];
        let mut successes: Vec<u64> = (0..40).map(|i| 290 + i / 2).collect();
        successes[0] = 900;
        let all = scores(&successes, &n, 0.3, Scale::Plain);
        assert!(dispersion(&all, WINSORISED).expect("there are areas").p > 0.5);
        assert!(dispersion(&all, 0.0).expect("there are areas").p < 1e-9);
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(dispersion(&[], WINSORISED), Err(Undefined::TooFew));
        let score = Score { distance: 1.0, error: 1.0 };
        assert_eq!(dispersion(&[score; 3], 0.5), Err(Undefined::NotANumber));
        assert_eq!(dispersion(&[score, Score { error: 0.0, ..score }], 0.1), Err(Undefined::NotANumber));
        let limits = |n, widening| share_limits(n, 0.3, Scale::Plain, widening, P95);
        assert_eq!(limits(0, Widening::None), Err(Undefined::NothingCounted));
        for wrong in [-1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(limits(9, Widening::Additive(wrong)), Err(Undefined::NotANumber));
            assert_eq!(limits(9, Widening::Multiplicative(wrong)), Err(Undefined::NotANumber));
            assert_eq!(ratio_limits(wrong, Scale::Plain, Widening::None, P95), Err(Undefined::NotANumber));
        }
    }

    #[test]
    fn chance_alone_is_rarely_taken_for_over_dispersion() {
        let mut random = Random::new(20_050_415);
        let mut n_found = 0;
        for _ in 0..100 {
            let n: Vec<u64> = (0..60).map(|_| 20 + random.below(200) as u64).collect();
            let successes: Vec<u64> =
                n.iter().map(|n| (0..*n).filter(|_| random.unit() < 0.3).count() as u64).collect();
            let got = dispersion(&scores(&successes, &n, 0.3, Scale::Plain), WINSORISED).expect("there are areas");
            n_found += u32::from(got.p < 0.05);
        }
        assert!(n_found <= 5, "{n_found}");
    }

    proptest! {
        #[test]
        fn limits_nest_and_hold_the_target(n in 1_u64..1_000_000_000, target in 0.001..0.999_f64, by in 0.0..0.1_f64) {
            for scale in [Scale::Plain, Scale::Root] {
                for widening in [Widening::None, Widening::Additive(by), Widening::Multiplicative(1.0 + by)] {
                    let limits = |confidence| share_limits(n, target, scale, widening, confidence).expect("it can be worked out");
                    let (inner, outer) = (limits(P95), limits(Confidence::P998));
                    prop_assert!(0.0 <= outer.low && outer.low <= inner.low && inner.low <= target + 1e-15);
                    prop_assert!(target <= inner.high + 1e-15 && inner.high <= outer.high && outer.high <= 1.0);
                }
            }
        }

        #[test]
        fn p_and_limits_say_the_same((x, n) in counts(), tau in 0.0..0.3_f64, expected in 0.1..1000.0_f64) {
            for scale in [Scale::Plain, Scale::Root] {
                let widening = Widening::Additive(tau * tau);
                let score = scores(&[x], &[n], 0.4, scale)[0];
                let limits = share_limits(n, 0.4, scale, widening, P95).expect("it can be worked out");
                let p_share = p(score, widening).expect("a number");
                prop_assume!((p_share - 0.05).abs() > 1e-9);
                prop_assert_eq!(limits.contains(x as f64 / n as f64), p_share > 0.05);
                let score = ratio_scores(&[x], &[expected], scale).expect("it fits")[0].expect("something is expected");
                let limits = ratio_limits(expected, scale, widening, P95).expect("it can be worked out");
                let p_ratio = p(score, widening).expect("a number");
                prop_assume!((p_ratio - 0.05).abs() > 1e-9);
                prop_assert_eq!(limits.contains(x as f64 / expected), p_ratio > 0.05);
            }
        }
    }

    fn counts() -> impl Strategy<Value = (u64, u64)> {
        (1..=1000_u64).prop_flat_map(|n| (0..=n, Just(n)))
    }
}
