//! Smoothed shares and rates: the figure of a small area drawn towards that of all, so that a map does not show mostly chance.

use super::{
    areas::{Together, together, together_rates},
    beta_binomial::Prior,
    interval::{Confidence, Interval, Undefined},
    special::{beta_quantile, beta_quantile_upper},
    wilson::wilson,
};

/// The smoothed figure of an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smoothed {
    /// Between the area's own figure and that of all.
    pub figure: f64,
    /// How much of it is the area's own, from 0 to 1.
    pub own_weight: f64,
    /// False where n = 0: the figure is that of all, and says nothing of the area.
    pub has_own_data: bool,
}

/// Shares smoothed by the method of moments: Marshall, R. J. (1991), "Mapping disease and mortality rates using empirical Bayes estimators", Applied Statistics 40(2),
/// 283–294, with the binomial variance. With m = Σx/Σn, n̄ = Σn/I over the I areas with n > 0 and s² = Σn(p−m)²/Σn:
///
/// ```text
/// A = max(0, (n̄s² − m(1−m))/(n̄−1))   C = A/(A + (m(1−m)−A)/n)   m + C(p−m)
/// ```
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::MoreThanAll`], [`Undefined::NothingCounted`] where every n is 0, [`Undefined::TooFew`] where none is above 1,
/// [`Undefined::NoEvents`] where all x are 0, [`Undefined::NoVariation`] where all x are n.
pub fn marshall_shares(successes: &[u64], n: &[u64]) -> Result<Vec<Smoothed>, Undefined> {
    let all = together(successes, n)?;
    let sizes: Vec<f64> = n.iter().map(|n| *n as f64).collect();
    let (m, mean_n) = (all.share(), all.n / all.n_areas as f64);
    if n.iter().all(|n| *n < 2) {
        return Err(Undefined::TooFew);
    }
    if all.successes == 0.0 {
        return Err(Undefined::NoEvents);
    }
    if all.successes == all.n {
        return Err(Undefined::NoVariation);
    }
    let spread = ((mean_n * variance(successes, &sizes, all) - m * (1.0 - m)) / (mean_n - 1.0)).max(0.0);
    let chance = (m * (1.0 - m) - spread).max(0.0);
    Ok(drawn_in(successes, &sizes, m, spread, chance))
}

/// Rates smoothed by the method of moments, as [`marshall_shares`] with the Poisson variance: A = max(0, s² − m/n̄), C = A/(A + m/t) for an exposure t. The figure is
/// in events per unit of exposure.
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::NotANumber`] where an exposure is negative or not finite, [`Undefined::MoreThanAll`] for events where it is 0,
/// [`Undefined::NothingCounted`] where every exposure is 0, [`Undefined::NoEvents`] where there is no event.
pub fn marshall_rates(events: &[u64], exposure: &[f64]) -> Result<Vec<Smoothed>, Undefined> {
    let all = together_rates(events, exposure)?;
    if all.successes == 0.0 {
        return Err(Undefined::NoEvents);
    }
    let m = all.share();
    let spread = (variance(events, exposure, all) - m / (all.n / all.n_areas as f64)).max(0.0);
    let smoothed = drawn_in(events, exposure, m, spread, m);
    if smoothed.iter().all(|area| area.figure.is_finite()) { Ok(smoothed) } else { Err(Undefined::NotANumber) }
}

/// The share of an area after the [`Prior`] was heard, and the interval of its true share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posterior {
    /// (x+α)/(n+α+β), or the common share.
    pub smoothed: Smoothed,
    /// Where the true share lies with the given confidence, if the prior is right: the middle part of Beta(x+α, n−x+β). Where all areas have one share, its Wilson interval.
    pub interval: Interval,
}

/// Shares smoothed by a beta prior, such as the one of highest likelihood ([`fit`](super::beta_binomial::fit)), with posterior intervals.
///
/// That the prior itself is an estimate is not counted in: intervals are a little too narrow where areas are few (Morris, C. N. (1983), "Parametric empirical Bayes
/// inference", JASA 78, 47–55).
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::MoreThanAll`], [`Undefined::NothingCounted`] where every n is 0, [`Undefined::NotANumber`] where the prior is none.
pub fn posteriors(
    successes: &[u64],
    n: &[u64],
    prior: Prior,
    confidence: Confidence,
) -> Result<Vec<Posterior>, Undefined> {
    together(successes, n)?;
    let areas = successes.iter().zip(n);
    match prior {
        Prior::Common { share } => {
            if !(0.0..=1.0).contains(&share) {
                return Err(Undefined::NotANumber);
            }
            let sum = |counts: &[u64]| {
                counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count)).ok_or(Undefined::NotANumber)
            };
            let interval = wilson(sum(successes)?, sum(n)?, confidence)?;
            let smoothed = |n: &u64| Smoothed { figure: share, own_weight: 0.0, has_own_data: *n > 0 };
            Ok(areas.map(|(_, n)| Posterior { smoothed: smoothed(n), interval }).collect())
        }
        Prior::Beta { alpha, beta } => areas.map(|(x, n)| posterior(*x, *n, alpha, beta, confidence)).collect(),
    }
}

fn posterior(x: u64, n: u64, alpha: f64, beta: f64, confidence: Confidence) -> Result<Posterior, Undefined> {
    let (a, b) = (x as f64 + alpha, (n - x) as f64 + beta);
    let low = beta_quantile(a, b, confidence.tail())?;
    let high = beta_quantile_upper(a, b, confidence.tail())?;
    let smoothed =
        Smoothed { figure: a / (a + b), own_weight: n as f64 / (n as f64 + alpha + beta), has_own_data: n > 0 };
    Ok(Posterior { smoothed, interval: Interval { low, high } })
}

/// s² = Σn(r−m)²/Σn.
fn variance(events: &[u64], sizes: &[f64], all: Together) -> f64 {
    let areas = events.iter().zip(sizes).filter(|(_, n)| **n > 0.0);
    areas.map(|(x, n)| n * (*x as f64 / n - all.share()).powi(2)).sum::<f64>() / all.n
}

/// Each figure drawn towards m by the part of its variance that is chance.
fn drawn_in(events: &[u64], sizes: &[f64], m: f64, spread: f64, chance: f64) -> Vec<Smoothed> {
    let smoothed = |x: u64, n: f64| {
        if n == 0.0 {
            return Smoothed { figure: m, own_weight: 0.0, has_own_data: false };
        }
        let own_weight = if spread > 0.0 { spread / (spread + chance / n) } else { 0.0 };
        Smoothed { figure: m + own_weight * (x as f64 / n - m), own_weight, has_own_data: true }
    };
    events.iter().zip(sizes).map(|(x, n)| smoothed(*x, *n)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::beta_binomial::fit;
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;

    #[test]
    fn an_area_with_nothing_counted_has_the_figure_of_all_and_says_so() {
        let (x, n) = ([1, 9, 0, 30, 2], [10, 10, 0, 40, 40]);
        let prior = fit(&x, &n).expect("it is found");
        let empty = posteriors(&x, &n, prior, P95).expect("the counts fit")[2];
        assert!(!empty.smoothed.has_own_data && empty.smoothed.own_weight == 0.0);
        assert!((empty.smoothed.figure - prior.share()).abs() < 1e-15);
        let by_moments = marshall_shares(&x, &n).expect("the counts fit")[2];
        assert_eq!((by_moments.figure, by_moments.has_own_data), (0.42, false));
        let rates = marshall_rates(&[5, 0, 1], &[10.0, 0.0, 10.0]).expect("the counts fit");
        assert_eq!((rates[1].figure, rates[1].has_own_data), (0.3, false));
    }

    #[test]
    fn with_one_share_for_all_every_area_has_it() {
        let (x, n) = ([3, 3, 3, 0], [10, 10, 10, 0]);
        let got = posteriors(&x, &n, fit(&x, &n).expect("it is found"), P95).expect("the counts fit");
        let wilson = wilson(9, 30, P95).expect("the counts fit");
        assert!(got.iter().all(|area| area.smoothed.figure == 0.3 && area.interval == wilson));
        assert!(marshall_shares(&x, &n).expect("the counts fit").iter().all(|area| area.figure == 0.3));
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(marshall_shares(&[3], &[2]), Err(Undefined::MoreThanAll));
        assert_eq!(marshall_shares(&[0, 0], &[2, 2]), Err(Undefined::NoEvents));
        assert_eq!(marshall_shares(&[2, 2], &[2, 2]), Err(Undefined::NoVariation));
        assert_eq!(marshall_shares(&[0, 1], &[1, 1]), Err(Undefined::TooFew));
        assert_eq!(marshall_rates(&[1], &[f64::INFINITY]), Err(Undefined::NotANumber));
        assert_eq!(marshall_rates(&[0, 0], &[2.0, 1.0]), Err(Undefined::NoEvents));
        assert_eq!(posteriors(&[], &[], Prior::Common { share: 0.5 }, P95), Err(Undefined::NothingCounted));
        for prior in [
            Prior::Beta { alpha: -1.0, beta: 1.0 },
            Prior::Beta { alpha: f64::NAN, beta: 1.0 },
            Prior::Common { share: f64::NAN },
        ] {
            assert_eq!(posteriors(&[0], &[3], prior, P95), Err(Undefined::NotANumber));
        }
    }

    proptest! {
        #[test]
        fn the_smoothed_figure_lies_between_the_area_and_all(areas in prop::collection::vec(counts(), 2..30)) {
            let (x, n): (Vec<u64>, Vec<u64>) = areas.iter().copied().unzip();
            let is_between = |figure: f64, own: f64, all: f64| own.min(all) - 1e-12 <= figure && figure <= own.max(all) + 1e-12;
            if let Ok(by_moments) = marshall_shares(&x, &n) {
                let all = x.iter().sum::<u64>() as f64 / n.iter().sum::<u64>() as f64;
                for ((x, n), area) in areas.iter().zip(by_moments).filter(|((_, n), _)| *n > 0) {
                    prop_assert!(is_between(area.figure, *x as f64 / *n as f64, all));
                    prop_assert!((0.0..=1.0).contains(&area.own_weight));
                }
            }
            if let Ok(prior) = fit(&x, &n) {
                let got = posteriors(&x, &n, prior, P95).expect("the counts fit");
                for ((x, n), area) in areas.iter().zip(got).filter(|((_, n), _)| *n > 0) {
                    prop_assert!(is_between(area.smoothed.figure, *x as f64 / *n as f64, prior.share()));
                    prop_assert!(0.0 <= area.interval.low && area.interval.low <= area.interval.high && area.interval.high <= 1.0);
                }
            }
        }
    }

    fn counts() -> impl Strategy<Value = (u64, u64)> {
        (0..=300_u64).prop_flat_map(|n| (0..=n, Just(n)))
    }
}
