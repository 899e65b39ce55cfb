//! How often intervals hold the true share, exactly: over every count there can be, each weighed with its chance.

use insyn::stats::{
    binomial,
    clopper_pearson::clopper_pearson,
    interval::{Confidence, Interval, Undefined},
    wilson::wilson,
};

type Method = fn(u64, u64, Confidence) -> Result<Interval, Undefined>;

/// n as in small and large areas, and shares from 5 % to 95 % in steps of half a per cent: 9 × 181 pairs.
const SIZES: [u64; 9] = [10, 11, 15, 20, 30, 50, 100, 200, 500];

fn shares() -> impl Iterator<Item = f64> {
    (10..=190).map(|step| f64::from(step) / 200.0)
}

/// The chance that the interval of a count of n holds the share, for every share of the grid.
fn coverages(method: Method, n: u64, confidence: Confidence) -> Vec<f64> {
    let intervals: Vec<Interval> = (0..=n).map(|x| method(x, n, confidence).expect("x is at most n")).collect();
    let coverage = |share: f64| {
        (0..=n)
            .zip(&intervals)
            .filter(|(_, interval)| interval.contains(share))
            .map(|(x, _)| binomial::pmf(x, n, share).expect("it is a share"))
            .sum()
    };
    shares().map(coverage).collect()
}

#[test]
fn wilson_holds_the_true_share_about_as_often_as_it_says() {
    for n in SIZES {
        let all = coverages(wilson, n, Confidence::P95);
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        assert!((0.945..0.965).contains(&mean), "n = {n}: {mean}");
        // Single pairs go lower, as is known of it (Agresti and Coull 1998); this is how low on this grid.
        let lowest = all.iter().copied().fold(1.0, f64::min);
        assert!(lowest >= 0.8, "n = {n}: {lowest}");
    }
}

#[test]
fn clopper_pearson_holds_the_true_share_at_least_as_often_as_it_says() {
    for n in SIZES {
        for (confidence, promised) in [(Confidence::P95, 0.95), (Confidence::P998, 0.998)] {
            let lowest = coverages(clopper_pearson, n, confidence).into_iter().fold(1.0, f64::min);
            assert!(lowest >= promised, "n = {n}: {lowest}");
        }
    }
}
