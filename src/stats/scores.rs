//! How far areas are from a target, in standard errors: naive z scores.

use super::{
    areas::{together, together_rates},
    interval::Undefined,
};

/// What the distances from a target are measured in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// The share or the ratio itself.
    #[default]
    Plain,
    /// The arcsine of the root of a share, the root of a ratio: there the error hardly depends on the target, and is nearer to normal (Spiegelhalter et al., 2012).
    Root,
}

/// How far an area is from the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Area less target, on the scale.
    pub distance: f64,
    /// The standard error of the distance when the target holds, on the same scale.
    pub error: f64,
}

/// The scores of shares against a target share; none for an area with n = 0.
///
/// Spiegelhalter, D. J. (2005), Statistics in Medicine 24, 1185–1202: (p − θ₀) with the error √(θ₀(1−θ₀)/n). On the root scale, Spiegelhalter, D. et al. (2012),
/// "Statistical methods for healthcare regulation: rating, screening and surveillance", JRSS A 175(1), 1–47: arcsin √p − arcsin √θ₀ with the error 1/(2√n).
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::MoreThanAll`], [`Undefined::NothingCounted`] where every n is 0, [`Undefined::NotANumber`] where the target is not between
/// 0 and 1.
pub fn share_scores(successes: &[u64], n: &[u64], target: f64, scale: Scale) -> Result<Vec<Option<Score>>, Undefined> {
    between_0_and_1(target)?;
    together(successes, n)?;
    let score = |x: u64, n: u64| {
        let share = x as f64 / n as f64;
        Score {
            distance: share_on(scale, share) - share_on(scale, target),
            error: share_error(n as f64, target, scale),
        }
    };
    Ok(successes.iter().zip(n).map(|(x, n)| (*n > 0).then(|| score(*x, *n))).collect())
}

/// The scores of ratios of observed to expected events against 1; none for an area where nothing is expected.
///
/// (O/E − 1) with the error 1/√E; on the root scale √(O/E) − 1 with the error 1/(2√E). Sources as [`share_scores`].
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::NotANumber`] where an expected number is negative or not finite, [`Undefined::MoreThanAll`] for events where none is
/// expected, [`Undefined::NothingCounted`] where nothing is expected anywhere.
pub fn ratio_scores(observed: &[u64], expected: &[f64], scale: Scale) -> Result<Vec<Option<Score>>, Undefined> {
    together_rates(observed, expected)?;
    let score = |observed: u64, expected: f64| {
        let ratio = observed as f64 / expected;
        Score { distance: ratio_on(scale, ratio) - 1.0, error: ratio_error(expected, scale) }
    };
    Ok(observed.iter().zip(expected).map(|(x, t)| (*t > 0.0).then(|| score(*x, *t))).collect())
}

/// A share on the scale.
pub(super) fn share_on(scale: Scale, share: f64) -> f64 {
    match scale {
        Scale::Plain => share,
        Scale::Root => share.sqrt().asin(),
    }
}

/// The standard error of a share of `n` on the scale, when the target holds.
pub(super) fn share_error(n: f64, target: f64, scale: Scale) -> f64 {
    match scale {
        Scale::Plain => (target * (1.0 - target) / n).sqrt(),
        Scale::Root => 0.5 / n.sqrt(),
    }
}

/// A ratio on the scale.
pub(super) fn ratio_on(scale: Scale, ratio: f64) -> f64 {
    match scale {
        Scale::Plain => ratio,
        Scale::Root => ratio.sqrt(),
    }
}

/// The standard error of a ratio on the scale, when `expected` holds.
pub(super) fn ratio_error(expected: f64, scale: Scale) -> f64 {
    match scale {
        Scale::Plain => expected.sqrt().recip(),
        Scale::Root => 0.5 / expected.sqrt(),
    }
}

/// A target that leaves something to chance.
pub(super) fn between_0_and_1(target: f64) -> Result<(), Undefined> {
    if target > 0.0 && target < 1.0 { Ok(()) } else { Err(Undefined::NotANumber) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(share_scores(&[1], &[2], 0.0, Scale::Plain), Err(Undefined::NotANumber));
        assert_eq!(share_scores(&[3], &[2], 0.1, Scale::Plain), Err(Undefined::MoreThanAll));
        assert_eq!(share_scores(&[0, 1], &[0, 4], 0.25, Scale::Root).map(|scores| scores[0]), Ok(None));
        assert_eq!(ratio_scores(&[1], &[0.0], Scale::Plain), Err(Undefined::MoreThanAll));
    }

    proptest! {
        #[test]
        fn both_scales_agree_on_the_side_and_nearly_on_the_score_of_large_areas(n in 100_000_u64..10_000_000, off in -0.002..0.002_f64) {
            let x = (n as f64 * (0.4 + off)).round() as u64;
            let score = |scale| share_scores(&[x], &[n], 0.4, scale).expect("the counts fit")[0].expect("n is above 0");
            let [plain, root] = [Scale::Plain, Scale::Root].map(score);
            let (z, z_root) = (plain.distance / plain.error, root.distance / root.error);
            prop_assert!((z - z_root).abs() < 1e-2 * z.abs() + 1e-9);
            let score = |scale| ratio_scores(&[x], &[n as f64 * 0.4], scale).expect("the counts fit")[0].expect("something is expected");
            let [plain, root] = [Scale::Plain, Scale::Root].map(score);
            prop_assert!((plain.distance / plain.error - root.distance / root.error).abs() < 1e-2 * z.abs() + 1e-9);
        }
    }
}
