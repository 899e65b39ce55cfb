//! The counts of many areas, checked before anything is worked out of them.

use super::interval::Undefined;

/// All areas together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Together {
    /// Σx.
    pub successes: f64,
    /// Σn.
    pub n: f64,
    /// How many areas have n > 0.
    pub n_areas: usize,
}

impl Together {
    /// Σx/Σn.
    pub fn share(self) -> f64 {
        self.successes / self.n
    }
}

/// The sums over all areas, after a look that each area's counts fit together: both lists are equally long and no x is above its n.
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::MoreThanAll`], and [`Undefined::NothingCounted`] where every n is 0.
pub(super) fn together(successes: &[u64], n: &[u64]) -> Result<Together, Undefined> {
    if successes.len() != n.len() {
        return Err(Undefined::UnequalLengths);
    }
    if successes.iter().zip(n).any(|(x, n)| x > n) {
        return Err(Undefined::MoreThanAll);
    }
    // Exact, so that the order of the areas cannot matter.
    let sum = |counts: &[u64]| counts.iter().map(|count| u128::from(*count)).sum::<u128>() as f64;
    let all = Together { successes: sum(successes), n: sum(n), n_areas: n.iter().filter(|n| **n > 0).count() };
    if all.n_areas == 0 { Err(Undefined::NothingCounted) } else { Ok(all) }
}

/// Events and what they are measured against, such as person-years or an expected number, checked: equally long, finite, none below 0, and no events where that is 0.
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::NotANumber`], [`Undefined::MoreThanAll`] for events where the exposure is 0, and [`Undefined::NothingCounted`] where
/// every exposure is 0.
pub(super) fn together_rates(events: &[u64], exposure: &[f64]) -> Result<Together, Undefined> {
    if events.len() != exposure.len() {
        return Err(Undefined::UnequalLengths);
    }
    if exposure.iter().any(|t| !t.is_finite() || *t < 0.0) {
        return Err(Undefined::NotANumber);
    }
    if events.iter().zip(exposure).any(|(x, t)| *x > 0 && *t == 0.0) {
        return Err(Undefined::MoreThanAll);
    }
    let all = Together {
        successes: events.iter().map(|x| u128::from(*x)).sum::<u128>() as f64,
        n: exposure.iter().sum(),
        n_areas: exposure.iter().filter(|t| **t > 0.0).count(),
    };
    match all.n_areas {
        0 => Err(Undefined::NothingCounted),
        _ if !all.n.is_finite() => Err(Undefined::NotANumber),
        _ => Ok(all),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_that_contradict_each_other_are_not_added() {
        assert_eq!(together(&[1], &[2, 3]), Err(Undefined::UnequalLengths));
        assert_eq!(together(&[1, 4], &[2, 3]), Err(Undefined::MoreThanAll));
        assert_eq!(together(&[], &[]), Err(Undefined::NothingCounted));
        assert_eq!(together(&[0, 0], &[0, 0]), Err(Undefined::NothingCounted));
        assert_eq!(together_rates(&[1], &[f64::NAN]), Err(Undefined::NotANumber));
        assert_eq!(together_rates(&[1], &[-1.0]), Err(Undefined::NotANumber));
        assert_eq!(together_rates(&[1, 1], &[2.0, 0.0]), Err(Undefined::MoreThanAll));
        assert_eq!(together_rates(&[1, 1], &[f64::MAX, f64::MAX]), Err(Undefined::NotANumber));
    }

    #[test]
    fn the_largest_counts_are_added() {
        let all = together(&[u64::MAX, u64::MAX, 0], &[u64::MAX, u64::MAX, 0]).expect("the counts fit");
        assert_eq!((all.share(), all.n_areas), (1.0, 2));
    }
}
