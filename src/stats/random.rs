//! Random numbers that are the same in every run: a seed gives the same answer to every reader.

/// SplitMix64: Steele, G. L., Lea, D. and Flood, C. H. (2014), "Fast splittable pseudorandom number generators", OOPSLA '14, 453–472.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    /// The numbers that belong to this seed.
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next of 2⁶⁴ equally likely numbers.
    pub fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number from 0 to below `n`; 0 where n is 0. One is likelier than another by less than n/2⁶⁴.
    pub fn below(&mut self, n: usize) -> usize {
        // The upper half of the product is below n, and so fits wherever n fits.
        ((u128::from(self.next_u64()) * n as u128) >> 64) as usize
    }

    /// A number from 0 to below 1 with 53 bits.
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Puts the values in a random order, all orders being equally likely: Durstenfeld, R. (1964), "Algorithm 235: random permutation", CACM 7(7), 420.
    pub fn shuffle<T>(&mut self, values: &mut [T]) {
        for last in (1..values.len()).rev() {
            let other = self.below(last + 1);
            values.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_paper() {
        // The first three of seed 1234567, as the reference code of the authors gives them.
        let mut random = Random::new(1_234_567);
        let drawn = [random.next_u64(), random.next_u64(), random.next_u64()];
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn every_number_comes_up_about_as_often() {
        let mut random = Random::new(1);
        let mut n_drawn = [0_u32; 7];
        for _ in 0..70_000 {
            n_drawn[random.below(7)] += 1;
        }
        assert!(n_drawn.iter().all(|n| (9_500..10_500).contains(n)), "{n_drawn:?}");
        assert_eq!(random.below(0), 0);
    }

    #[test]
    fn a_shuffle_loses_nothing_and_changes_the_order() {
        let mut values: Vec<u32> = (0..100).collect();
        Random::new(2).shuffle(&mut values);
        assert!(values.windows(2).any(|pair| pair[0] > pair[1]));
        values.sort_unstable();
        assert!(values.into_iter().eq(0..100));
    }
}
