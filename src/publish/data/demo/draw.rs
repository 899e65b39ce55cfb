//! Drawing lots: whole numbers and chances from a generator whose algorithm never changes.

use rand_pcg::{Pcg64, rand_core::Rng};

/// A seeded source of lots. Only exact arithmetic: no logarithm or root that another machine might round otherwise.
#[derive(Debug)]
pub struct Draw(Pcg64);

impl Draw {
    /// The lots of this seed, always the same.
    pub fn new(seed: u128) -> Self {
        Self::of_stream(seed, 1)
    }

    /// Lots of their own: however many are drawn, those of another stream stay as they are.
    pub fn of_stream(seed: u128, stream: u128) -> Self {
        Self(Pcg64::new(seed, stream))
    }

    /// A whole number from 0 to `n` less one; 0 where there is no choice.
    pub fn below(&mut self, n: u32) -> u32 {
        // The upper half of the product: no division, and a bias far under one in a thousand million.
        let wide = u64::from(n) * (self.0.next_u64() >> 32);
        u32::try_from(wide >> 32).expect("a number under 2^32 times one under 2^32, less 32 bits")
    }

    /// True in this many cases of a thousand.
    pub fn happens(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille
    }

    /// One of several, by weight.
    pub fn pick<T: Copy>(&mut self, weighted: &[(u32, T)]) -> T {
        let total: u32 = weighted.iter().map(|(weight, _)| weight).sum();
        let mut left = self.below(total);
        for &(weight, one) in weighted {
            if left < weight {
                return one;
            }
            left -= weight;
        }
        weighted[weighted.len() - 1].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_lots_for_ever() {
        let mut draw = Draw::new(1);
        let lots: Vec<u32> = (0..5).map(|_| draw.below(1000)).collect();
        let mut again = Draw::new(1);
        assert_eq!(lots, (0..5).map(|_| again.below(1000)).collect::<Vec<_>>());
        assert!(lots.iter().all(|lot| *lot < 1000));
        assert_eq!(draw.pick(&[(0, "never"), (7, "always")]), "always");
    }
}
