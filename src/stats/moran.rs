//! Moran's I: whether areas that lie beside each other are more alike than chance would have it.

use super::{interval::Undefined, random::Random};

/// How much each neighbour of an area counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weights {
    /// Each neighbour counts 1, so that an area with many counts more.
    Binary,
    /// The neighbours of an area count 1 together.
    #[default]
    RowStandardised,
}

/// Moran's I and what chance would have made of it. Variances are of I itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moran {
    /// I: near +1 where neighbours are alike, near `expected` where they are no more alike than any two areas, below it where they differ.
    pub i: f64,
    /// −1/(n−1), the mean of I when the values are dealt out at random.
    pub expected: f64,
    /// The variance of I when the values are independent draws of one normal distribution.
    pub variance_normal: f64,
    /// The variance of I over all ways to deal the values out.
    pub variance_random: f64,
    /// How many areas there are, islands among them.
    pub n_areas: usize,
    /// How many areas have no neighbour. They count in n and in the mean, but have no weight.
    pub n_islands: usize,
}

impl Moran {
    /// By how many standard deviations I is above its mean, by the variance over all ways to deal the values out. None where that variance is 0: every way gives
    /// the same I.
    pub fn z(self) -> Option<f64> {
        let z = (self.i - self.expected) / self.variance_random.sqrt();
        z.is_finite().then_some(z)
    }
}

/// Moran's I of one value per area. `neighbours[i]` are the places of the areas that area i borders on, by the published boundaries; a border that is given from one
/// side only counts from that side only, and one given twice counts once.
///
/// Moran, P. A. P. (1950), "Notes on continuous stochastic phenomena", Biometrika 37, 17–23; variances by Cliff, A. D. and Ord, J. K. (1981), Spatial Processes:
/// Models and Applications, 42–46. With z the distances from the mean and S₀ = ΣΣw, S₁ = ½ΣΣ(wᵢⱼ+wⱼᵢ)², S₂ = Σ(wᵢ.+w.ᵢ)², b₂ = n Σz⁴/(Σz²)²:
///
/// ```text
/// I = n/S₀ · ΣΣ wᵢⱼ zᵢ zⱼ / Σz²        E = −1/(n−1)
/// normal: (n²S₁ − nS₂ + 3S₀²) / ((n²−1) S₀²) − E²
/// random: (n((n²−3n+3)S₁ − nS₂ + 3S₀²) − b₂((n²−n)S₁ − 2nS₂ + 6S₀²)) / ((n−1)(n−2)(n−3) S₀²) − E²
/// ```
///
/// # Errors
/// [`Undefined::UnequalLengths`] where the lists are not equally long or a neighbour is no area of the list, [`Undefined::NotANumber`] where a value is not finite
/// or so large that its square is not, [`Undefined::TooFew`] under four areas or where no area has a neighbour, [`Undefined::NoVariation`] where all values are equal.
pub fn moran<L: AsRef<[usize]>>(values: &[f64], neighbours: &[L], weights: Weights) -> Result<Moran, Undefined> {
    let field = Field::new(values, neighbours, weights)?;
    let n = values.len() as f64;
    let expected = -1.0 / (n - 1.0);
    let [s0, s1, s2] = field.sums();
    let kurtosis =
        n * field.z.iter().map(|z| z.powi(4)).sum::<f64>() / field.z.iter().map(|z| z * z).sum::<f64>().powi(2);
    let normal = (n * n * s1 - n * s2 + 3.0 * s0 * s0) / ((n * n - 1.0) * s0 * s0);
    let random = (n * ((n * n - 3.0 * n + 3.0) * s1 - n * s2 + 3.0 * s0 * s0)
        - kurtosis * ((n * n - n) * s1 - 2.0 * n * s2 + 6.0 * s0 * s0))
        / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s0 * s0);
    // Rounding may take a variance of 0 just below it.
    let less_mean = |square: f64| (square - expected * expected).max(0.0);
    Ok(Moran {
        i: field.i(&field.z),
        expected,
        variance_normal: less_mean(normal),
        variance_random: less_mean(random),
        n_areas: values.len(),
        n_islands: field.links.iter().filter(|links| links.is_empty()).count(),
    })
}

/// How likely an I at least this far from its mean, to either side, is when the values are dealt out at random: a share of `n_permutations` random ways to deal them
/// out, the real one counted among them, so that it is never 0.
///
/// (1 + number at least as far) / (1 + `n_permutations`): Phipson, B. and Smyth, G. K. (2010), "Permutation p-values should never be zero", Statistical Applications in
/// Genetics and Molecular Biology 9(1), 39. The same seed gives the same p.
///
/// # Errors
/// As [`moran`], and [`Undefined::TooFew`] for no permutation.
pub fn permutation_p<L: AsRef<[usize]>>(
    values: &[f64],
    neighbours: &[L],
    weights: Weights,
    n_permutations: usize,
    seed: u64,
) -> Result<f64, Undefined> {
    if n_permutations == 0 {
        return Err(Undefined::TooFew);
    }
    let field = Field::new(values, neighbours, weights)?;
    let expected = -1.0 / (values.len() as f64 - 1.0);
    // A way to deal that is only another order of the same sum is as far, whatever the last digit says.
    let far = (field.i(&field.z) - expected).abs() * (1.0 - 1e-9);
    let mut random = Random::new(seed);
    let mut dealt = field.z.clone();
    let mut n_as_far = 0_usize;
    for _ in 0..n_permutations {
        random.shuffle(&mut dealt);
        n_as_far += usize::from((field.i(&dealt) - expected).abs() >= far);
    }
    Ok((1.0 + n_as_far as f64) / (1.0 + n_permutations as f64))
}

/// The values as distances from their mean, and who borders on whom.
struct Field {
    z: Vec<f64>,
    /// The neighbours of each area, each once, in order.
    links: Vec<Vec<usize>>,
    /// What each neighbour of the area counts.
    row_weight: Vec<f64>,
}

impl Field {
    fn new<L: AsRef<[usize]>>(values: &[f64], neighbours: &[L], weights: Weights) -> Result<Self, Undefined> {
        if values.len() != neighbours.len() {
            return Err(Undefined::UnequalLengths);
        }
        let mut links = Vec::with_capacity(values.len());
        for (area, list) in neighbours.iter().enumerate() {
            // No area is its own neighbour.
            let mut list: Vec<usize> = list.as_ref().iter().copied().filter(|other| *other != area).collect();
            list.sort_unstable();
            list.dedup();
            if list.last().is_some_and(|last| *last >= values.len()) {
                return Err(Undefined::UnequalLengths);
            }
            links.push(list);
        }
        if values.len() < 4 || links.iter().all(Vec::is_empty) {
            return Err(Undefined::TooFew);
        }
        let row_weight = links.iter().map(|list| match weights {
            Weights::Binary => 1.0,
            Weights::RowStandardised => 1.0 / list.len().max(1) as f64,
        });
        let row_weight = row_weight.collect();
        Ok(Self { z: from_the_mean(values)?, links, row_weight })
    }

    /// I of distances from the mean, dealt out in this order.
    fn i(&self, z: &[f64]) -> f64 {
        let at = |place: usize| z.get(place).copied().unwrap_or_default();
        let rows = self.links.iter().zip(&self.row_weight).zip(z);
        let products = rows.map(|((links, weight), z)| z * weight * links.iter().map(|&other| at(other)).sum::<f64>());
        let products: f64 = products.sum();
        z.len() as f64 / self.total() * products / z.iter().map(|z| z * z).sum::<f64>()
    }

    /// S₀.
    fn total(&self) -> f64 {
        self.links.iter().zip(&self.row_weight).map(|(links, weight)| links.len() as f64 * weight).sum()
    }

    /// S₀, S₁ and S₂.
    fn sums(&self) -> [f64; 3] {
        let mut from_others = vec![0.0; self.z.len()];
        let mut s1 = 0.0;
        for (area, (links, weight)) in self.links.iter().zip(&self.row_weight).enumerate() {
            for &other in links {
                if let Some(sum) = from_others.get_mut(other) {
                    *sum += weight;
                }
                let back = match self.links.get(other) {
                    Some(theirs) if theirs.binary_search(&area).is_ok() => {
                        self.row_weight.get(other).copied().unwrap_or_default()
                    }
                    _ => 0.0,
                };
                // Half of (w + w')² for each of the two ways round; where there is no way back, both halves come here.
                let square = (weight + back) * (weight + back);
                s1 += if back > 0.0 { square / 2.0 } else { square };
            }
        }
        let rows = self.links.iter().zip(&self.row_weight).zip(&from_others);
        let s2 = rows.map(|((links, weight), back)| (links.len() as f64 * weight + back).powi(2)).sum();
        [self.total(), s1, s2]
    }
}

/// The distances from the mean, scaled so that the largest is 1: I does not change with the scale, and no square is too large or too small to write.
fn from_the_mean(values: &[f64]) -> Result<Vec<f64>, Undefined> {
    let n = values.len() as f64;
    let mean = values.iter().map(|value| value / n).sum::<f64>();
    let largest = values.iter().map(|value| (value - mean).abs()).fold(0.0, f64::max);
    if !mean.is_finite() || values.iter().any(|value| !value.is_finite()) || !largest.is_finite() {
        return Err(Undefined::NotANumber);
    }
    // Equal values may lie off their mean by its last digit.
    if values.iter().zip(values.iter().skip(1)).all(|(a, b)| a == b) || largest <= 4.0 * f64::EPSILON * mean.abs() {
        return Err(Undefined::NoVariation);
    }
    Ok(values.iter().map(|value| (value - mean) / largest).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A row of areas, each bordering on the next.
    fn row(n: usize) -> Vec<Vec<usize>> {
        (0..n).map(|i| [i.wrapping_sub(1), i + 1].into_iter().filter(|j| *j < n).collect()).collect()
    }

    #[test]
    fn a_slope_is_alike_and_a_zigzag_is_not() {
        let slope: Vec<f64> = (0..30).map(f64::from).collect();
        let zigzag: Vec<f64> = (0..30).map(|i| f64::from(i % 2)).collect();
        let i = |values: &[f64]| moran(values, &row(30), Weights::Binary).expect("it can be worked out").i;
        assert!(i(&slope) > 0.8 && i(&zigzag) < -0.9);
        assert_eq!(permutation_p(&slope, &row(30), Weights::Binary, 199, 1), Ok(1.0 / 200.0));
        assert_eq!(permutation_p(&zigzag, &row(30), Weights::Binary, 199, 1), Ok(1.0 / 200.0));
    }

    #[test]
    fn islands_count_as_areas_and_are_told() {
        let mut neighbours = row(6);
        neighbours.push(vec![]);
        let got = moran(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 9.0], &neighbours, Weights::RowStandardised).expect("fits");
        assert_eq!((got.n_areas, got.n_islands), (7, 1));
        assert_eq!(got.expected, -1.0 / 6.0);
    }

    #[test]
    fn each_border_counts_once_and_none_with_oneself() {
        let values = [3.0, 1.0, 4.0, 1.5, 9.0];
        let mut untidy = row(5);
        untidy[2] = vec![3, 1, 1, 2, 3];
        assert_eq!(moran(&values, &untidy, Weights::Binary), moran(&values, &row(5), Weights::Binary));
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        let of = |values: &[f64], neighbours: &[Vec<usize>]| moran(values, neighbours, Weights::Binary);
        assert_eq!(of(&[1.0, 2.0], &row(3)), Err(Undefined::UnequalLengths));
        assert_eq!(of(&[1.0, 2.0, 3.0, 4.0], &[vec![1], vec![9], vec![], vec![]]), Err(Undefined::UnequalLengths));
        assert_eq!(of(&[], &[]), Err(Undefined::TooFew));
        assert_eq!(of(&[1.0, 2.0, 3.0], &row(3)), Err(Undefined::TooFew));
        assert_eq!(of(&[1.0, 2.0, 3.0, 4.0], &vec![vec![]; 4]), Err(Undefined::TooFew));
        assert_eq!(of(&[0.1; 7], &row(7)), Err(Undefined::NoVariation));
        assert_eq!(of(&[1.0, f64::NAN, 3.0, 4.0], &row(4)), Err(Undefined::NotANumber));
        assert_eq!(of(&[f64::MAX, -f64::MAX, 3.0, 4.0], &row(4)).map(|got| got.i.is_finite()), Ok(true));
        assert_eq!(permutation_p(&[1.0, 2.0, 3.0, 4.0], &row(4), Weights::Binary, 0, 1), Err(Undefined::TooFew));
    }

    #[test]
    fn where_every_dealing_gives_the_same_there_is_no_z() {
        // All border on all: I is −1/(n−1) whatever lies where.
        let all: Vec<Vec<usize>> = (0..5).map(|i| (0..5).filter(|j| *j != i).collect()).collect();
        let got = moran(&[1.0, 2.0, 4.0, 8.0, 16.0], &all, Weights::Binary).expect("it can be worked out");
        assert!((got.i - got.expected).abs() < 1e-14 && got.variance_random < 1e-15);
        assert_eq!(permutation_p(&[1.0, 2.0, 4.0, 8.0, 16.0], &all, Weights::Binary, 99, 1), Ok(1.0));
    }

    proptest! {
        #[test]
        fn another_unit_changes_nothing(
            values in prop::collection::vec(0.0..100.0_f64, 5..40), factor in 0.01..100.0_f64, shift in -50.0..50.0_f64,
        ) {
            let neighbours = row(values.len());
            let moved: Vec<f64> = values.iter().map(|value| value * factor + shift).collect();
            for weights in [Weights::Binary, Weights::RowStandardised] {
                let got = moran(&values, &neighbours, weights).expect("it can be worked out");
                let other = moran(&moved, &neighbours, weights).expect("it can be worked out");
                prop_assert!((got.i - other.i).abs() < 1e-9);
                prop_assert!((got.variance_random - other.variance_random).abs() < 1e-9);
            }
        }

        #[test]
        fn the_variance_is_that_of_all_the_ways_to_deal(values in prop::collection::vec(0.0..100.0_f64, 5)) {
            // All 120 orders of five values.
            let neighbours = [vec![1, 2], vec![0], vec![4], vec![2, 0], vec![]];
            let field = Field::new(&values, &neighbours, Weights::RowStandardised).expect("it can be worked out");
            let got = moran(&values, &neighbours, Weights::RowStandardised).expect("it can be worked out");
            let (mut sum, mut squares) = (0.0, 0.0);
            for way in 0..120_usize {
                let (mut left, mut rest, mut dealt) = (field.z.clone(), way, Vec::new());
                for n_left in (1..=5).rev() {
                    dealt.push(left.remove(rest % n_left));
                    rest /= n_left;
                }
                sum += field.i(&dealt) / 120.0;
                squares += field.i(&dealt).powi(2) / 120.0;
            }
            prop_assert!((sum - got.expected).abs() < 1e-12);
            prop_assert!((squares - sum * sum - got.variance_random).abs() < 1e-12);
        }
    }
}
