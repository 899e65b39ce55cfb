//! Many comparisons at once: p values adjusted so that few of the differences that are found are false.

use super::interval::{Confidence, Undefined};

/// The p values adjusted for how many there are, in the order they were given: an adjusted p below 0.05 belongs to a list of differences of which, in the long run,
/// at most 5 % are due to chance.
///
/// Benjamini, Y. and Hochberg, Y. (1995), "Controlling the false discovery rate: a practical and powerful approach to multiple testing", JRSS B 57(1), 289–300.
/// With the p values sorted, p₍₁₎ the smallest of m:
///
/// ```text
/// adjusted(i) = min over j ≥ i of min(1, m p(j) / j)
/// ```
///
/// It holds for comparisons that are independent or positively dependent (Benjamini, Y. and Yekutieli, D. (2001), Annals of Statistics 29(4), 1165–1188). An area
/// without a p value is left out by the caller, and then does not count in m. Nothing gives nothing.
///
/// # Errors
/// [`Undefined::NotANumber`] where a p value is not from 0 to 1.
pub fn benjamini_hochberg(p_values: &[f64]) -> Result<Vec<f64>, Undefined> {
    if p_values.iter().any(|p| !(0.0..=1.0).contains(p)) {
        return Err(Undefined::NotANumber);
    }
    let mut by_size: Vec<(f64, usize)> = p_values.iter().copied().zip(0..).collect();
    by_size.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    let n_all = p_values.len() as f64;
    let mut adjusted = vec![1.0; p_values.len()];
    let mut least = 1.0_f64;
    for (n_larger, (p, at)) in by_size.into_iter().enumerate() {
        let rank = n_all - n_larger as f64;
        // p·(m/j) and not p·m/j: never below p itself.
        least = least.min(p * (n_all / rank));
        if let Some(place) = adjusted.get_mut(at) {
            *place = least;
        }
    }
    Ok(adjusted)
}

/// How many of `n_judged` areas lie outside limits of this confidence in the long run although nothing sets them apart: 290 areas give 14.5 outside 95 % limits and
/// 0.58 outside 99.8 % limits.
///
/// Counts are whole, so that exact limits let out somewhat fewer; [`Limits::chance_outside`](super::funnel::Limits::chance_outside) says how many.
pub fn expected_outside(n_judged: usize, confidence: Confidence) -> f64 {
    n_judged as f64 * 2.0 * confidence.tail()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_a_p_value_is_refused() {
        for wrong in [f64::NAN, -0.1, 1.1, f64::INFINITY] {
            assert_eq!(benjamini_hochberg(&[0.5, wrong]), Err(Undefined::NotANumber));
        }
    }

    #[test]
    fn few_ties_and_ends() {
        assert_eq!(benjamini_hochberg(&[]), Ok(vec![]));
        assert_eq!(benjamini_hochberg(&[0.03]), Ok(vec![0.03]));
        assert_eq!(benjamini_hochberg(&[0.02, 0.02, 0.02]), Ok(vec![0.02; 3]));
        assert_eq!(benjamini_hochberg(&[0.0, 1.0]), Ok(vec![0.0, 1.0]));
    }

    #[test]
    fn the_expected_number_outside_is_small_but_not_nothing() {
        assert!((expected_outside(290, Confidence::P95) - 14.5).abs() < 1e-12);
        assert!((expected_outside(290, Confidence::P998) - 0.58).abs() < 1e-12);
        assert_eq!(expected_outside(0, Confidence::P95), 0.0);
    }

    proptest! {
        #[test]
        fn it_only_raises_and_keeps_the_order(p_values in prop::collection::vec(0.0..=1.0_f64, 1..60)) {
            let adjusted = benjamini_hochberg(&p_values).expect("p values");
            for (i, &p) in p_values.iter().enumerate() {
                prop_assert!(p <= adjusted[i] && adjusted[i] <= 1.0);
                for (j, &other) in p_values.iter().enumerate() {
                    prop_assert!(p > other || adjusted[i] <= adjusted[j]);
                }
            }
        }

        #[test]
        fn the_order_of_the_areas_does_not_matter(
            pairs in prop::collection::vec((prop_oneof![0.0..=1.0_f64, Just(0.01)], any::<u32>()), 1..60),
        ) {
            let p_values: Vec<f64> = pairs.iter().map(|(p, _)| *p).collect();
            let adjusted = benjamini_hochberg(&p_values).expect("p values");
            let mut order: Vec<usize> = (0..pairs.len()).collect();
            order.sort_by_key(|&i| pairs[i].1);
            let moved: Vec<f64> = order.iter().map(|&i| p_values[i]).collect();
            let moved = benjamini_hochberg(&moved).expect("p values");
            prop_assert!(order.iter().zip(moved).all(|(&i, p)| adjusted[i] == p));
        }

        #[test]
        fn as_many_are_found_as_the_step_up_rule_finds(p_values in prop::collection::vec(0.0..0.2_f64, 1..60)) {
            let adjusted = benjamini_hochberg(&p_values).expect("p values");
            let mut sorted = p_values.clone();
            sorted.sort_by(f64::total_cmp);
            let m = sorted.len() as f64;
            let found = sorted.iter().enumerate().filter(|(i, p)| **p * (m / (*i as f64 + 1.0)) <= 0.05);
            let n_found = found.map(|(i, _)| i + 1).max().unwrap_or(0);
            prop_assert_eq!(adjusted.iter().filter(|p| **p <= 0.05).count(), n_found);
        }
    }
}
