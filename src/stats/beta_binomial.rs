//! The beta-binomial distribution fitted to areas: how much their true shares differ, apart from chance.

use super::{
    areas::together,
    interval::Undefined,
    rising::{Rising, rising},
    solve::root,
};

/// The distribution of the areas' true shares that explains their counts best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prior {
    /// No over-dispersion: one share for all explains the counts at least as well as any spread.
    Common {
        /// Σx/Σn.
        share: f64,
    },
    /// Beta(α, β).
    Beta {
        /// α: what the prior adds to x.
        alpha: f64,
        /// β: what the prior adds to n − x.
        beta: f64,
    },
}

impl Prior {
    /// The mean of the true shares.
    pub fn share(self) -> f64 {
        match self {
            Self::Common { share } => share,
            Self::Beta { alpha, beta } => alpha / (alpha + beta),
        }
    }

    /// The correlation of two answers from the same area, 1/(α+β+1): 0 where areas do not differ, 1 where each is wholly one or the other.
    pub fn correlation(self) -> f64 {
        match self {
            Self::Common { .. } => 0.0,
            Self::Beta { alpha, beta } => 1.0 / (alpha + beta + 1.0),
        }
    }
}

/// The beta-binomial distribution of highest likelihood.
///
/// Griffiths, D. A. (1973), "Maximum likelihood estimation for the beta-binomial distribution and an application to the household distribution of the total number of
/// cases of a disease", Biometrics 29(4), 637–648. With μ = α/(α+β) and γ = 1/(α+β), apart from a constant,
///
/// ```text
/// ln L = Σ [ Σ_{k<x} ln(μ+kγ) + Σ_{k<n−x} ln(1−μ+kγ) − Σ_{k<n} ln(1+kγ) ]
/// ```
///
/// For each γ there is one best μ. The slope along γ is looked at from next to 0 to 10⁶ in steps of e, each fall through 0 is refined, and the highest is taken; γ = 0, the
/// binomial distribution, is taken where it is at least as high. Areas with n = 0 do not count. The time grows with the number of different counts: 290 areas take
/// 2 to 40 ms, by their sizes.
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::MoreThanAll`], [`Undefined::NothingCounted`] where every n is 0; [`Undefined::TooFew`] under two areas or where no n is above 1:
/// nothing then tells spread from chance; [`Undefined::NoEvents`] where all x are 0 and [`Undefined::NoVariation`] where all x are n; [`Undefined::NotFound`] where the
/// likelihood rises without end, as where every area is wholly one or the other.
pub fn fit(successes: &[u64], n: &[u64]) -> Result<Prior, Undefined> {
    let all = together(successes, n)?;
    let largest = n.iter().copied().max().unwrap_or_default();
    if all.n_areas < 2 || largest < 2 {
        return Err(Undefined::TooFew);
    }
    if all.successes == 0.0 {
        return Err(Undefined::NoEvents);
    }
    if all.successes == all.n {
        return Err(Undefined::NoVariation);
    }
    let counts = Counts::new(successes, n);
    let common = all.share();
    // At γ = 0 the likelihood is that of the binomial distribution, and its slope is half of Σ(x−nμ)²/(μ(1−μ)) − Σn (Tarone, R. E. (1979), Biometrika 66, 585–590).
    let rises_from_0 = slope_at_0(successes, n, common) > 0.0;
    let slope = |log_gamma: f64| counts.slope(log_gamma.exp());
    let first = (1e-3 / largest as f64).ln();
    let last = 1e6_f64.ln();
    let mut falls = Vec::new();
    let (mut place, mut at_place) = (first, slope(first)?);
    if rises_from_0 && at_place <= 0.0 {
        // So little spread that it is hardly any.
        falls.push((first - 23.0, first));
    }
    while place < last {
        let next = (place + 1.0).min(last);
        let at_next = slope(next)?;
        if at_place > 0.0 && at_next <= 0.0 {
            falls.push((place, next));
        }
        (place, at_place) = (next, at_next);
    }
    if at_place > 0.0 {
        return Err(Undefined::NotFound);
    }
    let mut best = Prior::Common { share: common };
    let mut highest = 0.0;
    for (from, to) in falls {
        // Where the signs are lost to rounding there is no spread to speak of.
        let Some(log_gamma) = root(from, to, |place| slope(place).unwrap_or(f64::NAN)) else {
            continue;
        };
        let gamma = log_gamma.exp();
        let share = counts.best_share(gamma)?;
        let gain = counts.gain(share, gamma, common);
        if gain > highest {
            highest = gain;
            best = Prior::Beta { alpha: share / gamma, beta: (1.0 - share) / gamma };
        }
    }
    Ok(best)
}

/// (Σ(x−nμ)²/(μ(1−μ)) − Σn)/2.
fn slope_at_0(successes: &[u64], n: &[u64], share: f64) -> f64 {
    let part = |(x, n): (&u64, &u64)| (*x as f64 - *n as f64 * share).powi(2) / (share * (1.0 - share)) - *n as f64;
    successes.iter().zip(n).map(part).sum::<f64>() / 2.0
}

/// The different counts of a kind, and how many areas have each: areas are many and small counts are few.
struct Counts {
    successes: Vec<(u64, f64)>,
    failures: Vec<(u64, f64)>,
    all: Vec<(u64, f64)>,
}

impl Counts {
    fn new(successes: &[u64], n: &[u64]) -> Self {
        Self {
            successes: tally(successes.iter().copied()),
            failures: tally(successes.iter().zip(n).map(|(x, n)| n - x)),
            all: tally(n.iter().copied()),
        }
    }

    /// dlnL/dlnγ along the ridge of best μ.
    fn slope(&self, gamma: f64) -> Result<f64, Undefined> {
        let share = self.best_share(gamma)?;
        let lost = |counts, a| sum(counts, a, |sums| sums.lost);
        Ok(lost(&self.successes, share / gamma) + lost(&self.failures, (1.0 - share) / gamma)
            - lost(&self.all, 1.0 / gamma))
    }

    /// The one μ at which dlnL/dμ · μ(1−μ) is 0.
    fn best_share(&self, gamma: f64) -> Result<f64, Undefined> {
        let kept = |counts, a| sum(counts, a, |sums| sums.kept);
        let slope = |share: f64| {
            (1.0 - share) * kept(&self.successes, share / gamma) - share * kept(&self.failures, (1.0 - share) / gamma)
        };
        root(0.0, 1.0, slope).ok_or(Undefined::NotFound)
    }

    /// By how much the logarithm of the likelihood is above that of one common share.
    fn gain(&self, share: f64, gamma: f64, common: f64) -> f64 {
        let logarithms = |counts, a| sum(counts, a, |sums| sums.logarithms);
        let moved = |counts: &[(u64, f64)], by: f64| {
            counts.iter().map(|(count, times)| *count as f64 * times * by).sum::<f64>()
        };
        logarithms(&self.successes, share / gamma) + logarithms(&self.failures, (1.0 - share) / gamma)
            - logarithms(&self.all, 1.0 / gamma)
            + moved(&self.successes, (share / common).ln())
            + moved(&self.failures, ((1.0 - share) / (1.0 - common)).ln())
    }
}

fn sum(counts: &[(u64, f64)], a: f64, part: impl Fn(Rising) -> f64) -> f64 {
    counts.iter().map(|(count, times)| times * part(rising(a, *count))).sum()
}

fn tally(counts: impl Iterator<Item = u64>) -> Vec<(u64, f64)> {
    let mut counts: Vec<u64> = counts.filter(|count| *count > 0).collect();
    counts.sort_unstable();
    counts.chunk_by(|a, b| a == b).filter_map(|same| Some((*same.first()?, same.len() as f64))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn areas_that_differ_less_than_chance_have_one_share() {
        assert_eq!(fit(&[3, 3, 3, 3], &[10; 4]), Ok(Prior::Common { share: 0.3 }));
        assert_eq!(fit(&[5, 6, 4, 5], &[10; 4]).map(Prior::correlation), Ok(0.0));
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(fit(&[1], &[2, 3]), Err(Undefined::UnequalLengths));
        assert_eq!(fit(&[3, 1], &[2, 3]), Err(Undefined::MoreThanAll));
        assert_eq!(fit(&[0, 0], &[0, 0]), Err(Undefined::NothingCounted));
        assert_eq!(fit(&[1, 0], &[9, 0]), Err(Undefined::TooFew));
        assert_eq!(fit(&[1, 0, 1], &[1, 1, 1]), Err(Undefined::TooFew));
        assert_eq!(fit(&[0, 0], &[9, 4]), Err(Undefined::NoEvents));
        assert_eq!(fit(&[9, 4], &[9, 4]), Err(Undefined::NoVariation));
        assert_eq!(fit(&[9, 0, 5, 0], &[9, 7, 5, 8]), Err(Undefined::NotFound));
    }

    #[test]
    fn huge_counts_and_little_spread_are_fitted() {
        // Shares of 0.3 ± 0.001: √(0.21 γ) is near 0.001.
        let successes: Vec<u64> = (0..40).map(|i| 300_000_000 + (i % 2) * 2_000_000 - 1_000_000).collect();
        let got = fit(&successes, &[1_000_000_000; 40]).expect("it is found");
        assert!((got.correlation() / (1e-6 / 0.21) - 1.0).abs() < 0.05, "{got:?}");
        assert!((got.share() - 0.3).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn no_other_prior_near_by_is_better_and_counting_the_others_mirrors_it(
            areas in prop::collection::vec((1_u64..200).prop_flat_map(|n| (0..=n, Just(n))), 3..30),
        ) {
            let (x, n): (Vec<u64>, Vec<u64>) = areas.iter().copied().unzip();
            let others: Vec<u64> = areas.iter().map(|(x, n)| n - x).collect();
            if let Ok(Prior::Beta { alpha, beta }) = fit(&x, &n) {
                let counts = Counts::new(&x, &n);
                let gain = |alpha: f64, beta: f64| counts.gain(alpha / (alpha + beta), 1.0 / (alpha + beta), 0.5);
                let best = gain(alpha, beta);
                for (by_alpha, by_beta) in [(1.01, 1.0), (0.99, 1.0), (1.0, 1.01), (1.0, 0.99), (1.1, 1.1), (0.9, 0.9)] {
                    prop_assert!(gain(alpha * by_alpha, beta * by_beta) <= best + 1e-10);
                }
                let Ok(Prior::Beta { alpha: beta2, beta: alpha2 }) = fit(&others, &n) else { panic!("it is not mirrored") };
                prop_assert!((alpha2 / alpha - 1.0).abs() < 1e-6 && (beta2 / beta - 1.0).abs() < 1e-6);
            }
        }
    }
}
