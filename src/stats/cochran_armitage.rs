//! Whether a share rises or falls along ordered groups, such as years: Cochran (1954) and Armitage (1955).

use super::interval::Undefined;
use super::special::normal_survival;

/// A test for trend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// In standard deviations: above 0 where the share rises with the score. Its square is the χ² with one degree of freedom.
    pub z: f64,
    /// The two-sided p-value.
    pub p: f64,
}

/// The test of groups `(successes, n)` with a score each, such as the year.
///
/// Cochran, W. G. (1954), "Some methods for strengthening the common χ² tests", Biometrics 10(4), 417–451; Armitage, P. (1955), "Tests for linear trends in
/// proportions and frequencies", Biometrics 11(3), 375–386. With R = Σx, N = Σn, p = R/N and t̄ = Σnt/N:
///
/// ```text
/// z = Σ (t − t̄) x / √(p (1 − p) Σ n (t − t̄)²)
/// ```
///
/// A group of nobody changes nothing.
///
/// # Errors
/// [`Undefined::UnequalLengths`] where the groups and scores are not equally many, [`Undefined::TooFew`] where there are fewer than two, [`Undefined::MoreThanAll`]
/// where x > n, [`Undefined::NotANumber`] where a score is not finite or a sum too large, [`Undefined::NothingCounted`] where N = 0, [`Undefined::NoVariation`] where
/// R = 0, R = N, or all that were counted have one score.
pub fn cochran_armitage(groups: &[(u64, u64)], scores: &[f64]) -> Result<Trend, Undefined> {
    if groups.len() != scores.len() {
        return Err(Undefined::UnequalLengths);
    }
    if groups.len() < 2 {
        return Err(Undefined::TooFew);
    }
    if scores.iter().any(|score| !score.is_finite()) {
        return Err(Undefined::NotANumber);
    }
    if groups.iter().any(|(successes, n)| successes > n) {
        return Err(Undefined::MoreThanAll);
    }
    let sum = |number: fn(&(u64, u64)) -> u64| groups.iter().map(number).try_fold(0_u64, u64::checked_add);
    let found = sum(|group| group.0).ok_or(Undefined::NotANumber)?;
    let all = sum(|group| group.1).ok_or(Undefined::NotANumber)?;
    if all == 0 {
        return Err(Undefined::NothingCounted);
    }
    let counted = || groups.iter().zip(scores).filter(|((_, n), _)| *n > 0);
    let first_score = counted().map(|(_, score)| *score).next().unwrap_or_default();
    if found == 0 || found == all || counted().all(|(_, score)| *score == first_score) {
        return Err(Undefined::NoVariation);
    }
    let (found, all) = (found as f64, all as f64);
    let share = found / all;
    // From the first score on, in units of the farthest, so that years lose no digits and no square is too large.
    let farthest = counted().map(|(_, score)| (score - first_score).abs()).fold(0.0, f64::max);
    let along = |score: f64| (score - first_score) / farthest;
    let mean = counted().map(|((_, n), score)| *n as f64 / all * along(*score)).sum::<f64>();
    let (mut slope, mut spread) = (0.0, 0.0);
    for ((successes, n), score) in counted() {
        let (n, away) = (*n as f64, along(*score) - mean);
        slope += away * (*successes as f64 - n * share);
        spread += n * away * away;
    }
    let z = slope / (share * (1.0 - share) * spread).sqrt();
    Ok(Trend { z, p: (2.0 * normal_survival(z.abs())?).min(1.0) })
}

#[cfg(test)]
mod tests {
    use super::super::chi_squared::chi_squared;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        let outcome = |groups: &[(u64, u64)], scores: &[f64]| cochran_armitage(groups, scores).err();
        assert_eq!(outcome(&[(1, 2)], &[1.0, 2.0]), Some(Undefined::UnequalLengths));
        assert_eq!(outcome(&[], &[]), Some(Undefined::TooFew));
        assert_eq!(outcome(&[(1, 2)], &[1.0]), Some(Undefined::TooFew));
        assert_eq!(outcome(&[(1, 2), (3, 2)], &[1.0, 2.0]), Some(Undefined::MoreThanAll));
        assert_eq!(outcome(&[(1, 2), (1, 3)], &[1.0, f64::NAN]), Some(Undefined::NotANumber));
        assert_eq!(outcome(&[(1, u64::MAX), (1, 3)], &[1.0, 2.0]), Some(Undefined::NotANumber));
        assert_eq!(outcome(&[(1, 2), (1, 3)], &[-1e308, 1e308]), Some(Undefined::NotANumber));
        assert_eq!(outcome(&[(0, 0), (0, 0)], &[1.0, 2.0]), Some(Undefined::NothingCounted));
        assert_eq!(outcome(&[(0, 2), (0, 3)], &[1.0, 2.0]), Some(Undefined::NoVariation));
        assert_eq!(outcome(&[(2, 2), (3, 3)], &[1.0, 2.0]), Some(Undefined::NoVariation));
        assert_eq!(outcome(&[(1, 2), (2, 3)], &[7.0, 7.0]), Some(Undefined::NoVariation));
        assert_eq!(outcome(&[(1, 2), (0, 0)], &[7.0, 8.0]), Some(Undefined::NoVariation));
    }

    #[test]
    fn a_rise_is_above_0() {
        let rise = cochran_armitage(&[(10, 100), (20, 100), (30, 100)], &[2022.0, 2023.0, 2024.0]);
        assert!(rise.is_ok_and(|trend| trend.z > 3.0 && trend.p < 0.001));
        let even = cochran_armitage(&[(10, 100), (20, 200)], &[0.0, 1.0]);
        assert_eq!(even, Ok(Trend { z: 0.0, p: 1.0 }));
    }

    proptest! {
        #[test]
        fn of_two_groups_it_is_the_chi_squared_test(first in counts(), second in counts()) {
            let got = cochran_armitage(&[first, second], &[3.0, 8.5]);
            let table = chi_squared(&[first.0, first.1 - first.0, second.0, second.1 - second.0], 2);
            prop_assert_eq!(got.is_ok(), table.is_ok());
            if let (Ok(got), Ok(table)) = (got, table) {
                prop_assert!((got.z * got.z - table.statistic).abs() <= 1e-9 * table.statistic.max(1e-3));
            }
        }

        #[test]
        fn only_the_proportions_of_the_steps_count(groups in prop::collection::vec(counts(), 3..9), shift in -1e4..1e4_f64, unit in 0.01..100.0_f64) {
            let scores: Vec<f64> = (0..groups.len()).map(|at| at as f64).collect();
            let moved: Vec<f64> = scores.iter().map(|score| shift + unit * score).collect();
            let turned: Vec<f64> = scores.iter().map(|score| -score).collect();
            if let Ok(got) = cochran_armitage(&groups, &scores) {
                let moved = cochran_armitage(&groups, &moved).expect("it was defined");
                let turned = cochran_armitage(&groups, &turned).expect("it was defined");
                prop_assert!((got.z - moved.z).abs() < 1e-6 * got.z.abs().max(1.0) && (got.z + turned.z).abs() < 1e-12 * got.z.abs().max(1.0));
                prop_assert!((0.0..=1.0).contains(&got.p));
            }
        }
    }

    fn counts() -> impl Strategy<Value = (u64, u64)> {
        (1_u64..=1_000_000).prop_flat_map(|n| (0..=n, Just(n)))
    }
}
