//! Funnel limits: how far an area of some size may lie from a target when only chance sets it apart.

use super::{
    binomial,
    interval::{Confidence, Undefined},
    poisson, smallest,
};

/// Where an area lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Below the lower limit.
    Below,
    /// On a limit or between the two.
    Inside,
    /// Above the upper limit.
    Above,
}

/// The limits at one size. A count on or between `least_inside` and `most_inside` lies inside: this decides, and never a comparison of rounded shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The lower limit, to be drawn: a share, or a ratio of observed to expected. 0 where nothing is too low.
    pub low: f64,
    /// The upper limit, to be drawn, in the same unit; 1 for a share where nothing is too high.
    pub high: f64,
    /// The lowest count that lies inside.
    pub least_inside: u64,
    /// The highest count that lies inside.
    pub most_inside: u64,
    /// How likely a count outside is, when only chance sets the area apart: never above α, and below it as counts are whole.
    pub chance_outside: f64,
}

impl Limits {
    /// Where a count lies.
    pub fn side(&self, count: u64) -> Side {
        match count {
            _ if count < self.least_inside => Side::Below,
            _ if count > self.most_inside => Side::Above,
            _ => Side::Inside,
        }
    }

    /// Whether any count of 0 to `n` lies outside: where none does, the area has too few to judge.
    pub fn can_judge(&self, n: u64) -> bool {
        self.least_inside > 0 || self.most_inside < n
    }
}

/// The limits of the share of an area with `n`, around a target share.
///
/// Spiegelhalter, D. J. (2005), "Funnel plots for comparing institutional performance", Statistics in Medicine 24, 1185–1202, A.1.1: with F the binomial distribution
/// function of n and the target, and r the smallest count with F(r) ≥ α/2,
///
/// ```text
/// low = (r − a)/n, a = (F(r) − α/2) / (F(r) − F(r−1))
/// ```
///
/// so that a count lies below just where at most as many have a chance under α/2. The upper limit is the same one counted from the other side, 1 − low of the others.
/// The paper reads it off F as well, which puts it 1/n lower, calls a count high where *more* than it have a chance under α/2, and so has every n of n outside,
/// 1 of 1 too; here a count lies above just where it *or more* have a chance under α/2. Limits and [`share_p`] then say the same, the limits of x and of n − x mirror each
/// other, and an area lies outside just where its Clopper–Pearson interval misses the target.
///
/// # Errors
/// [`Undefined::NothingCounted`] where n = 0, and what [`share_p`] says of the target.
pub fn share_limits(n: u64, target: f64, confidence: Confidence) -> Result<Limits, Undefined> {
    share_target(target)?;
    if n == 0 {
        return Err(Undefined::NothingCounted);
    }
    let pmf = |count| binomial::pmf(count, n, target);
    let at_most = |count| binomial::cdf(count, n, target);
    let at_least = |count| binomial::at_least(count, n, target);
    let mean = n as f64 * target;
    let around = Around { mean, deviation: (mean * (1.0 - target)).sqrt(), most: n };
    limits(around, n as f64, confidence, pmf, at_most, at_least)
}

/// The limits of the ratio of observed to expected events of an area where `expected` are expected; times a target rate they are limits of the rate.
///
/// As [`share_limits`], with the Poisson distribution.
///
/// # Errors
/// [`Undefined::NotANumber`] where `expected` is negative, not finite or beyond 10¹⁵, [`Undefined::NothingCounted`] where it is 0.
pub fn ratio_limits(expected: f64, confidence: Confidence) -> Result<Limits, Undefined> {
    expected_events(expected)?;
    let pmf = |count| poisson::pmf(count, expected);
    let at_most = |count| poisson::cdf(count, expected);
    let at_least = |count| poisson::at_least(count, expected);
    // More than this has a chance of less than 10⁻¹⁰⁰.
    let most = expected + 40.0 * expected.sqrt() + 200.0;
    let around = Around { mean: expected, deviation: expected.sqrt(), most: most as u64 };
    limits(around, expected, confidence, pmf, at_most, at_least)
}

/// The limits over a range of sizes, for a curve: at most `n_points` sizes from `from` to `to`, both included, closer together where n is small and the limits bend.
///
/// # Errors
/// As [`share_limits`]. No sizes give no limits.
pub fn share_curve(
    from: u64,
    to: u64,
    n_points: usize,
    target: f64,
    confidence: Confidence,
) -> Result<Vec<(u64, Limits)>, Undefined> {
    share_target(target)?;
    let from = from.max(1);
    let mut sizes: Vec<u64> = Vec::new();
    if from <= to {
        let n_steps = n_points.saturating_sub(1).max(1) as f64;
        let growth = to as f64 / from as f64;
        let size = |step: usize| (from as f64 * growth.powf(step as f64 / n_steps)).round() as u64;
        sizes.extend((0..n_points).map(|step| size(step).clamp(from, to)));
        // A power may round the last one off.
        if let (Some(last), true) = (sizes.last_mut(), n_points > 1) {
            *last = to;
        }
        sizes.dedup();
    }
    sizes.into_iter().map(|n| Ok((n, share_limits(n, target, confidence)?))).collect()
}

/// How likely a share at least as far from the target is, when only chance sets the area apart: twice the chance of the count or one further on its side, at most 1.
///
/// Doubling treats both sides alike, as the limits do: the p of a count is below α just where the count lies outside the limits. A mid-p would be nearer α on the average,
/// but may let more than α outside at some n; the doubled p never does, so that what is built on it, such as [`benjamini_hochberg`](super::several::benjamini_hochberg),
/// holds what it promises for the smallest areas too.
///
/// # Errors
/// [`Undefined::NotANumber`] where the target is not from 0 to 1, [`Undefined::NoEvents`] where it is 0 and [`Undefined::NoVariation`] where it is 1: no chance is left.
/// [`Undefined::NothingCounted`] where n = 0, [`Undefined::MoreThanAll`] where x > n.
pub fn share_p(successes: u64, n: u64, target: f64) -> Result<f64, Undefined> {
    share_target(target)?;
    match n {
        0 => Err(Undefined::NothingCounted),
        _ if successes > n => Err(Undefined::MoreThanAll),
        _ => doubled(binomial::cdf(successes, n, target)?, binomial::at_least(successes, n, target)?),
    }
}

/// How likely a ratio of observed to expected at least as far from 1 is, when only chance sets the area apart; see [`share_p`].
///
/// # Errors
/// As [`ratio_limits`].
pub fn ratio_p(observed: u64, expected: f64) -> Result<f64, Undefined> {
    expected_events(expected)?;
    doubled(poisson::cdf(observed, expected)?, poisson::at_least(observed, expected)?)
}

/// The smallest n at which any count lies outside: below it even 0 or n out of n lies inside, and an area has too few to judge.
///
/// The smallest n with (1−θ)ⁿ < α/2 or θⁿ < α/2.
///
/// # Errors
/// What [`share_p`] says of the target.
pub fn smallest_n_to_judge(target: f64, confidence: Confidence) -> Result<u64, Undefined> {
    share_target(target)?;
    let tail = inside_from(confidence);
    let rarer = (-target).ln_1p().min(target.ln());
    smallest((tail.ln() / rarer) as u64, u64::MAX, |n| {
        Ok(binomial::pmf(0, n, target)? < tail || binomial::pmf(n, n, target)? < tail)
    })
}

/// The smallest expected number at which no event at all lies below the limit: −ln(α/2), 3.69 for 95 % and 6.91 for 99.8 %. No number is too small for many events to lie
/// above.
pub fn smallest_expected_to_judge_low(confidence: Confidence) -> f64 {
    -confidence.tail().ln()
}

/// Where to look for the limits, and how far.
struct Around {
    mean: f64,
    deviation: f64,
    most: u64,
}

fn limits(
    around: Around,
    size: f64,
    confidence: Confidence,
    pmf: impl Fn(u64) -> Result<f64, Undefined>,
    at_most: impl Fn(u64) -> Result<f64, Undefined>,
    at_least: impl Fn(u64) -> Result<f64, Undefined>,
) -> Result<Limits, Undefined> {
    let tail = confidence.tail();
    let is_inside = |chance: f64| chance >= inside_from(confidence);
    let guess = |z: f64| (around.mean + z * around.deviation) as u64;
    let least_inside = smallest(guess(-confidence.z()), around.most, |count| Ok(is_inside(at_most(count)?)))?;
    // The first count above; one beyond the last where all counts lie inside.
    let most_inside = match is_inside(at_least(around.most)?) {
        true => around.most,
        false => {
            smallest(guess(confidence.z()), around.most, |count| Ok(!is_inside(at_least(count)?)))?.saturating_sub(1)
        }
    };
    // The part of a count between the last that is outside and the first inside.
    let part = |chance: f64, count| Ok(((chance - tail) / pmf(count)?).clamp(0.0, 1.0));
    let down = part(at_most(least_inside)?, least_inside)?;
    let up = part(at_least(most_inside)?, most_inside)?;
    let below = least_inside.checked_sub(1).map_or(Ok(0.0), &at_most)?;
    let above = if most_inside < around.most { at_least(most_inside + 1)? } else { 0.0 };
    Ok(Limits {
        low: ((least_inside as f64 - down) / size).max(0.0),
        high: ((most_inside as f64 + up).min(around.most as f64) / size),
        least_inside,
        most_inside,
        chance_outside: below + above,
    })
}

/// From which chance on a count lies inside: α/2, less what rounding may take from it.
fn inside_from(confidence: Confidence) -> f64 {
    confidence.tail() * (1.0 - 1e-13)
}

fn doubled(at_most: f64, at_least: f64) -> Result<f64, Undefined> {
    Ok((2.0 * at_most.min(at_least)).min(1.0))
}

fn share_target(target: f64) -> Result<(), Undefined> {
    match target {
        _ if !(0.0..=1.0).contains(&target) => Err(Undefined::NotANumber),
        0.0 => Err(Undefined::NoEvents),
        1.0 => Err(Undefined::NoVariation),
        _ => Ok(()),
    }
}

fn expected_events(expected: f64) -> Result<(), Undefined> {
    match expected {
        0.0 => Err(Undefined::NothingCounted),
        // Beyond it the next whole number is not told apart.
        _ if expected > 0.0 && expected <= 1e15 => Ok(()),
        _ => Err(Undefined::NotANumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;
    const P998: Confidence = Confidence::P998;

    fn at(n: u64, target: f64, confidence: Confidence) -> Limits {
        share_limits(n, target, confidence).expect("the target is between 0 and 1")
    }

    #[test]
    fn where_all_counts_lie_inside_nothing_can_be_judged() {
        let few = at(1, 0.5, P95);
        assert_eq!((few.low, few.high, few.least_inside, few.most_inside), (0.0, 1.0, 0, 1));
        assert!(!few.can_judge(1) && few.chance_outside == 0.0);
        // 0.5⁵ is above 0.025, 0.5⁶ below.
        assert_eq!(smallest_n_to_judge(0.5, P95), Ok(6));
        assert_eq!(smallest_n_to_judge(0.5, P998), Ok(10));
        assert_eq!(smallest_n_to_judge(0.02, P95), Ok(1));
        assert!(at(1, 0.02, P95).can_judge(1) && at(1, 0.02, P95).side(1) == Side::Above);
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(share_limits(0, 0.5, P95), Err(Undefined::NothingCounted));
        assert_eq!(share_limits(9, 0.0, P95), Err(Undefined::NoEvents));
        assert_eq!(share_limits(9, 1.0, P95), Err(Undefined::NoVariation));
        assert_eq!(share_limits(9, f64::NAN, P95), Err(Undefined::NotANumber));
        assert_eq!(share_p(3, 2, 0.5), Err(Undefined::MoreThanAll));
        assert_eq!(share_p(0, 0, 0.5), Err(Undefined::NothingCounted));
        assert_eq!(ratio_limits(0.0, P95), Err(Undefined::NothingCounted));
        for wrong in [-1.0, f64::NAN, f64::INFINITY, 1e16] {
            assert_eq!(ratio_p(1, wrong), Err(Undefined::NotANumber));
        }
    }

    #[test]
    fn a_curve_runs_from_end_to_end_and_is_as_short_as_its_range() {
        let curve = share_curve(1, 1_000_000_000, 60, 0.3, P998).expect("the target is between 0 and 1");
        assert_eq!((curve[0].0, curve[curve.len() - 1].0), (1, 1_000_000_000));
        assert!(curve.len() > 50 && curve.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(share_curve(3, 5, 60, 0.3, P95).map(|curve| curve.len()), Ok(3));
        assert_eq!(share_curve(5, 3, 60, 0.3, P95), Ok(vec![]));
        assert_eq!(share_curve(1, 9, 0, 0.3, P95), Ok(vec![]));
    }

    proptest! {
        #[test]
        fn limits_and_p_say_the_same((x, n) in counts(100_000), target in 0.001..0.999_f64) {
            let p = share_p(x, n, target).expect("the counts fit");
            for (confidence, alpha) in [(P95, 0.05), (P998, 0.002)] {
                let limits = at(n, target, confidence);
                prop_assert_eq!(limits.side(x) != Side::Inside, p < alpha * (1.0 - 1e-13));
                // And so does the picture, but for rounding.
                let share = x as f64 / n as f64;
                prop_assert!(limits.side(x) != Side::Below || share < limits.low + 1e-12);
                prop_assert!(limits.side(x) != Side::Above || share > limits.high - 1e-12);
                prop_assert!(limits.side(x) != Side::Inside || (limits.low..=limits.high).contains(&share));
            }
        }

        #[test]
        fn limits_nest_hold_the_target_and_let_out_no_more_than_they_say(n in 1_u64..1_000_000, target in 0.001..0.999_f64) {
            let (inner, outer) = (at(n, target, P95), at(n, target, P998));
            prop_assert!(outer.low <= inner.low && inner.high <= outer.high);
            prop_assert!(outer.least_inside <= inner.least_inside && inner.most_inside <= outer.most_inside);
            prop_assert!(0.0 <= outer.low && inner.low <= target && target <= inner.high && outer.high <= 1.0);
            prop_assert!(inner.chance_outside <= 0.05 && outer.chance_outside <= 0.002);
        }

        #[test]
        fn counting_the_others_mirrors_them(n in 1_u64..100_000, thousandths in 1_u32..1000) {
            let (target, others) = (f64::from(thousandths) / 1000.0, f64::from(1000 - thousandths) / 1000.0);
            let (got, mirrored) = (at(n, target, P95), at(n, others, P95));
            prop_assert!((got.low - (1.0 - mirrored.high)).abs() < 1e-9);
            prop_assert_eq!(got.least_inside, n - mirrored.most_inside);
        }

        #[test]
        fn the_smallest_n_is_the_first_that_can_be_judged(target in 0.0001..0.9999_f64) {
            let n = smallest_n_to_judge(target, P998).expect("the target is between 0 and 1");
            prop_assert!(at(n, target, P998).can_judge(n));
            prop_assert!(n == 1 || !at(n - 1, target, P998).can_judge(n - 1));
        }

        #[test]
        fn ratios_nest_and_agree_with_their_p(expected in 0.001..1e6_f64, observed in 0_u64..1000) {
            let [inner, outer] = [P95, P998].map(|confidence| ratio_limits(expected, confidence).expect("it is above 0"));
            prop_assert!(outer.low <= inner.low && inner.low <= 1.0 && 1.0 <= inner.high && inner.high <= outer.high);
            prop_assert!(inner.chance_outside <= 0.05 && outer.chance_outside <= 0.002);
            let p = ratio_p(observed, expected).expect("it is above 0");
            prop_assert_eq!(inner.side(observed) != Side::Inside, p < 0.05 * (1.0 - 1e-13));
            prop_assert_eq!(inner.side(0) == Side::Below, expected > smallest_expected_to_judge_low(P95));
        }

        #[test]
        fn huge_counts_have_narrow_limits(n in 1_000_000_000_u64..1_000_000_000_000, target in 0.01..0.99_f64) {
            let limits = at(n, target, P95);
            let normal = 1.959_963_984_540_054 * (target * (1.0 - target) / n as f64).sqrt();
            prop_assert!(((target - limits.low) / normal - 1.0).abs() < 1e-3);
            prop_assert!(((limits.high - target) / normal - 1.0).abs() < 1e-3);
        }
    }

    fn counts(most: u64) -> impl Strategy<Value = (u64, u64)> {
        (1..=most).prop_flat_map(|n| (0..=n, Just(n)))
    }
}
