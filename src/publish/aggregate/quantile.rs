//! Quantiles of numbers of which each is there so many times.

use std::collections::BTreeMap;

/// The quantile by linear interpolation between ranks, as R, NumPy and Excel do it; none of no numbers.
/// Source: Hyndman and Fan (1996), "Sample quantiles in statistical packages", definition 7.
pub fn quantile(counts: &BTreeMap<i128, u64>, p: f64) -> Option<f64> {
    let n: u64 = counts.values().fold(0, |n, count| n.saturating_add(*count));
    let rank = n.checked_sub(1)? as f64 * p;
    let (low, share) = (rank.floor(), rank.fract());
    let at = |rank: f64| {
        let mut passed = 0_u64;
        let mut is_here = |count: &u64| {
            passed = passed.saturating_add(*count);
            passed as f64 > rank
        };
        counts.iter().find(|(_, count)| is_here(count)).map(|(number, _)| *number as f64)
    };
    let (one, next) = (at(low)?, at((low + 1.0).min((n - 1) as f64))?);
    Some(one + (next - one) * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_lies_between_the_ranks_that_are_next_to_it() {
        let counts = |numbers: &[i128]| {
            numbers.iter().fold(BTreeMap::new(), |mut counts, number| {
                *counts.entry(*number).or_insert(0) += 1;
                counts
            })
        };
        // R: quantile(c(1, 2, 4, 10), c(.25, .5, .75)) gives 1.75, 3, 5.5.
        let four = counts(&[10, 1, 4, 2]);
        assert_eq!([0.25, 0.5, 0.75].map(|p| quantile(&four, p)), [Some(1.75), Some(3.0), Some(5.5)]);
        assert_eq!(quantile(&counts(&[7, 7, 7, 9]), 0.5), Some(7.0));
        assert_eq!(quantile(&counts(&[5]), 0.9), Some(5.0));
        assert_eq!(quantile(&BTreeMap::new(), 0.5), None);
    }
}
