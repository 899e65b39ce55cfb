//! Rank intervals: which places of a ranking an area may hold, given how few it counts.

use super::{
    interval::{Confidence, Undefined},
    special::{beta_quantile, beta_quantile_upper},
};

/// What the confidence is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Held {
    /// That the interval of any one area holds its true rank: for a reader who looks at one area that was chosen before the figures were seen.
    OneArea,
    /// That the intervals of all areas hold their true ranks at once: for a column of a table, in which a reader may look at any.
    #[default]
    AllAreas,
}

/// The place of an area, 1 for the highest share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RankInterval {
    /// The place of its own share: one more than the areas whose share is higher. Areas with equal shares have the same.
    pub rank: usize,
    /// The highest place that its true share may hold.
    pub first: usize,
    /// The lowest place that its true share may hold.
    pub last: usize,
}

/// The rank interval of each area's share x/n among the areas with n > 0.
///
/// By pairs, as Mogstad, M., Romano, J. P., Shaikh, A. M. and Wilhelm, D. (2024), "Inference for ranks with applications to mobility across neighbourhoods and academic
/// achievement across countries", Review of Economic Studies 91(1), 476–518: an area has every place from 1 + the areas surely higher to k − the areas surely lower, where
/// k areas are ranked. The α of the confidence is shared equally (Bonferroni) by the k − 1 pairs of one area, or the k(k−1)/2 of all, and by the two sides.
///
/// Area i is surely lower than area j where the lower bound of the difference of their shares is above 0:
///
/// ```text
/// pⱼ − pᵢ > √((uᵢ − pᵢ)² + (pⱼ − lⱼ)²)
/// ```
///
/// with the limits l, u of each share (Newcombe, R. G. (1998), Statistics in Medicine 17, 873–890, method 10; Zou, G. Y. and Donner, A. (2008), Statistics in Medicine 27,
/// 1693–1702), here the exact ones of Clopper and Pearson (1934): at levels as small as these a pair with Wilson limits errs hundreds of times too often where n is small,
/// while with exact limits it errs far less often than allowed nearly everywhere (a test below works it out). Where true shares are equal, the interval holds every place
/// that they share.
///
/// The time grows with the square of the number of areas: 290 areas take 2 ms, 10 000 a tenth of a second.
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::MoreThanAll`]; and for a single area [`Undefined::NothingCounted`] where its n = 0.
pub fn rank_intervals(
    successes: &[u64],
    n: &[u64],
    confidence: Confidence,
    held: Held,
) -> Result<Vec<Result<RankInterval, Undefined>>, Undefined> {
    if successes.len() != n.len() {
        return Err(Undefined::UnequalLengths);
    }
    if successes.iter().zip(n).any(|(x, n)| x > n) {
        return Err(Undefined::MoreThanAll);
    }
    let n_ranked = n.iter().filter(|n| **n > 0).count();
    let n_others = n_ranked.saturating_sub(1).max(1) as f64;
    let level = match held {
        Held::OneArea => confidence.tail() / n_others,
        Held::AllAreas => confidence.tail() / (n_others * n_ranked as f64 / 2.0).max(1.0),
    };
    let mut ranked = Vec::with_capacity(n_ranked);
    for (at, (x, n)) in successes.iter().zip(n).enumerate().filter(|(_, (_, n))| **n > 0) {
        ranked.push(Area::new(at, *x, *n, level)?);
    }
    // The highest first, so that no area needs a look at those below it twice.
    ranked.sort_by(|a, b| b.share.total_cmp(&a.share));
    let mut counts = vec![(0_usize, 0_usize); ranked.len()];
    for (place, higher) in ranked.iter().enumerate() {
        for (below, lower) in ranked.iter().enumerate().skip(place + 1) {
            if higher.is_surely_above(lower) {
                if let Some(count) = counts.get_mut(below) {
                    count.0 += 1;
                }
                if let Some(count) = counts.get_mut(place) {
                    count.1 += 1;
                }
            }
        }
    }
    let mut intervals = vec![Err(Undefined::NothingCounted); n.len()];
    let mut rank = 1;
    let mut share_before = f64::INFINITY;
    for (place, (area, (n_above, n_below))) in ranked.iter().zip(counts).enumerate() {
        if area.share < share_before {
            (rank, share_before) = (place + 1, area.share);
        }
        if let Some(interval) = intervals.get_mut(area.at) {
            *interval = Ok(RankInterval { rank, first: 1 + n_above, last: n_ranked - n_below });
        }
    }
    Ok(intervals)
}

/// An area that is ranked.
struct Area {
    at: usize,
    share: f64,
    /// From the lower limit up to the share, squared.
    down: f64,
    /// From the share up to the upper limit, squared.
    up: f64,
}

impl Area {
    fn new(at: usize, successes: u64, n: u64, level: f64) -> Result<Self, Undefined> {
        let (x, failures) = (successes as f64, (n - successes) as f64);
        let share = x / n as f64;
        let low = if successes == 0 { 0.0 } else { beta_quantile(x, failures + 1.0, level)? };
        let high = if successes == n { 1.0 } else { beta_quantile_upper(x + 1.0, failures, level)? };
        Ok(Self { at, share, down: (share - low).powi(2), up: (high - share).powi(2) })
    }

    fn is_surely_above(&self, lower: &Self) -> bool {
        let difference = self.share - lower.share;
        difference > 0.0 && difference * difference > lower.up + self.down
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{binomial, random::Random};
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;

    fn intervals(successes: &[u64], n: &[u64], held: Held) -> Vec<RankInterval> {
        let found = rank_intervals(successes, n, P95, held).expect("the counts fit");
        found.into_iter().map(|interval| interval.expect("n is above 0")).collect()
    }

    #[test]
    fn far_apart_and_large_is_sure_and_small_is_not() {
        let interval = |rank, first, last| RankInterval { rank, first, last };
        let large = intervals(&[900_000, 500_000, 100_000], &[1_000_000; 3], Held::AllAreas);
        assert_eq!(large, [interval(1, 1, 1), interval(2, 2, 2), interval(3, 3, 3)]);
        let small = intervals(&[2, 1, 0], &[2; 3], Held::OneArea);
        assert_eq!(small, [interval(1, 1, 3), interval(2, 1, 3), interval(3, 1, 3)]);
        let tied = intervals(&[5, 50, 1], &[10, 100, 10], Held::AllAreas);
        assert_eq!((tied[0].rank, tied[1].rank, tied[2].rank), (1, 1, 3));
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(rank_intervals(&[1], &[], P95, Held::OneArea), Err(Undefined::UnequalLengths));
        assert_eq!(rank_intervals(&[3], &[2], P95, Held::OneArea), Err(Undefined::MoreThanAll));
        assert_eq!(rank_intervals(&[], &[], P95, Held::OneArea), Ok(vec![]));
        let some = rank_intervals(&[0, 1], &[0, 9], P95, Held::AllAreas).expect("the counts fit");
        assert_eq!(some, [Err(Undefined::NothingCounted), Ok(RankInterval { rank: 1, first: 1, last: 1 })]);
        assert!(rank_intervals(&[u64::MAX, 0], &[u64::MAX; 2], P95, Held::AllAreas).is_ok());
    }

    #[test]
    fn all_true_ranks_are_held_at_once_as_often_as_said() {
        // Fifteen areas, of which the first five have no higher share than the next, and so on.
        let mut random = Random::new(2024);
        let truth: Vec<f64> = (0..15).map(|i| 0.15 + 0.1 * f64::from(i / 5)).collect();
        let n: Vec<u64> = (0..15).map(|i| 40 + 60 * (i % 5)).collect();
        let mut n_missed = 0;
        for _ in 0..200 {
            let draw = |(n, share): (&u64, &f64)| (0..*n).filter(|_| random.unit() < *share).count() as u64;
            let successes: Vec<u64> = n.iter().zip(&truth).map(draw).collect();
            let got = intervals(&successes, &n, Held::AllAreas);
            let is_held = |(at, interval): (usize, &RankInterval)| {
                let highest = 1 + truth.iter().filter(|share| **share > truth[at]).count();
                let lowest = truth.iter().filter(|share| **share >= truth[at]).count();
                interval.first <= highest && lowest <= interval.last
            };
            n_missed += u32::from(!got.iter().enumerate().all(is_held));
        }
        assert!(n_missed <= 10, "{n_missed}");
    }

    #[test]
    fn a_pair_with_equal_true_shares_is_told_apart_less_often_than_allowed() {
        let level = 0.025 / 289.0;
        let sizes = [1, 2, 3, 5, 8, 12, 20, 30, 60];
        let shares = [0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999];
        let area = |x, n| Area::new(0, x, n, level).expect("the counts fit");
        let areas = sizes.map(|n| (0..=n).map(|x| area(x, n)).collect::<Vec<_>>());
        let (mut sum, mut worst, mut n_cases) = (0.0, 0.0_f64, 0.0);
        for share in shares {
            let chance = |x, n| binomial::pmf(x, n, share).expect("a share");
            let chances = sizes.map(|n| (0..=n).map(|x| chance(x, n)).collect::<Vec<_>>());
            for (higher, first) in areas.iter().zip(&chances) {
                for (lower, second) in areas.iter().zip(&chances) {
                    let second_below = |higher: &Area| {
                        let below = lower.iter().zip(second).filter(|(lower, _)| higher.is_surely_above(lower));
                        below.map(|(_, chance)| chance).sum::<f64>()
                    };
                    let error: f64 = higher.iter().zip(first).map(|(area, chance)| chance * second_below(area)).sum();
                    sum += error / level;
                    worst = worst.max(error / level);
                    n_cases += 1.0;
                }
            }
        }
        assert!(sum / n_cases < 0.2 && worst < 5.0, "{} {worst}", sum / n_cases);
    }

    proptest! {
        #[test]
        fn the_place_itself_is_held_and_all_areas_are_less_sure_than_one(areas in prop::collection::vec(counts(), 1..25)) {
            let (x, n): (Vec<u64>, Vec<u64>) = areas.into_iter().unzip();
            let one = intervals(&x, &n, Held::OneArea);
            let all = intervals(&x, &n, Held::AllAreas);
            for (one, all) in one.iter().zip(&all) {
                prop_assert!(1 <= one.first && one.first <= one.rank && one.rank <= one.last && one.last <= n.len());
                prop_assert!(all.first <= one.first && one.last <= all.last);
            }
        }

        #[test]
        fn the_order_of_the_areas_does_not_matter_and_counting_the_others_turns_it_round(areas in prop::collection::vec(counts(), 1..25)) {
            let (x, n): (Vec<u64>, Vec<u64>) = areas.iter().copied().unzip();
            let got = intervals(&x, &n, Held::AllAreas);
            let (reversed_x, reversed_n): (Vec<u64>, Vec<u64>) = areas.iter().rev().copied().unzip();
            let mut reversed = intervals(&reversed_x, &reversed_n, Held::AllAreas);
            reversed.reverse();
            prop_assert_eq!(&reversed, &got);
            let others: Vec<u64> = x.iter().zip(&n).map(|(x, n)| n - x).collect();
            for (interval, mirrored) in got.iter().zip(intervals(&others, &n, Held::AllAreas)) {
                prop_assert_eq!((interval.first, interval.last), (n.len() + 1 - mirrored.last, n.len() + 1 - mirrored.first));
            }
        }
    }

    fn counts() -> impl Strategy<Value = (u64, u64)> {
        (1..=5000_u64).prop_flat_map(|n| (0..=n, Just(n)))
    }
}
