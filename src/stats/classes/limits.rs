//! Limits of classes that somebody has set.

/// So many limits at most: seven classes are as many as colours in order can be told apart.
pub const MOST_LIMITS: usize = 6;

/// More decimals than this nobody reads off a legend.
pub const MOST_DECIMALS: usize = 6;

/// Nothing that is counted or measured here is larger.
const LARGEST: f64 = 1e12;

/// Up to [`MOST_LIMITS`] limits in rising order; none of them make one class of all values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits {
    n: usize,
    values: [f64; MOST_LIMITS],
}

// No limit is a number that differs from itself.
impl Eq for Limits {}

impl Limits {
    /// These limits; none where they are too many, not in rising order, no numbers, or finer than [`MOST_DECIMALS`].
    pub fn new(limits: &[f64]) -> Option<Self> {
        let are_numbers = limits.iter().all(|limit| limit.abs() < LARGEST && !is_too_fine(*limit));
        let are_rising = limits.windows(2).all(|pair| pair.first() < pair.last());
        let mut values = [0.0; MOST_LIMITS];
        values.get_mut(..limits.len())?.copy_from_slice(limits);
        (are_numbers && are_rising).then_some(Self { n: limits.len(), values })
    }

    /// The nearest to these limits that can be written with six decimals.
    pub fn near(limits: &[f64]) -> Self {
        let mut rounded: Vec<f64> = limits.iter().map(|limit| (limit * 1e6).round() / 1e6).collect();
        rounded.dedup();
        rounded.truncate(MOST_LIMITS);
        Self::new(&rounded).unwrap_or_default()
    }

    /// The limits.
    pub fn values(&self) -> &[f64] {
        self.values.get(..self.n).unwrap_or_default()
    }
}

/// Whether a number has more decimals than may stand in the field: a limit is drawn as it is written there.
fn is_too_fine(limit: f64) -> bool {
    limit.to_string().split_once('.').is_some_and(|(_, decimals)| decimals.len() > MOST_DECIMALS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn limits_rise_and_are_few() {
        let of = |limits: &[f64]| Limits::new(limits).map(|it| it.values().to_vec());
        assert_eq!(of(&[10.0, 20.5]), Some(vec![10.0, 20.5]));
        assert_eq!(of(&[]), Some(Vec::new()));
        assert_eq!(of(&[-3.0, 0.0, 1.0, 2.0, 3.0, 4.0]).map(|it| it.len()), Some(MOST_LIMITS));
        for wrong in
            [&[1.0, 1.0][..], &[2.0, 1.0], &[f64::NAN], &[f64::INFINITY], &[1e12], &[0.0; 7], &[0.1234567], &[1e-7]]
        {
            assert_eq!(of(wrong), None, "{wrong:?}");
        }
        assert_eq!(Limits::near(&[1.0 / 3.0, 1.0 / 3.0 + 1e-9, 2.0]).values(), [0.333333, 2.0]);
    }

    proptest! {
        /// Of any size that there may be, also where a double holds fewer decimals.
        #[test]
        fn the_nearest_can_always_be_written(limits in prop::collection::btree_set(-999_999_999_999_000_000_i64..999_999_999_999_000_000, 1..=MOST_LIMITS), power in 0_i32..12) {
            let limits: Vec<f64> = limits.into_iter().map(|limit| limit as f64 / 1e6 / 10_f64.powi(power)).collect();
            let near = Limits::near(&limits);
            prop_assert!(!near.values().is_empty());
            for (limit, near) in limits.iter().zip(near.values()) {
                prop_assert!(near.to_string().parse() == Ok(*near) && (limits.len() != 1 || (limit - near).abs() <= 1e-6 + limit.abs() * 1e-12));
            }
        }
    }
}
