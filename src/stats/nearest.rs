//! Which areas are most like one another by several numbers: each number in standard deviations, then the shortest distances.

use super::interval::Undefined;

/// How a number is taken before it is standardised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Taken {
    /// As it stands.
    #[default]
    Plain,
    /// ln(1 + x), for what is not below 0 and has a long tail, as counts have: else the few largest areas would be all that differs.
    Logarithm,
}

/// The nearest to one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Their places, the nearest first; of those as near as each other the first in the list comes first.
    pub places: Vec<usize>,
    /// How many come next, all as near as each other: too many to be among them, and no reason to take some and not others.
    pub n_as_near: usize,
    /// How many there were to choose from: those with all numbers, without the area itself.
    pub n_candidates: usize,
}

/// Distances closer to each other than this are the same: the rest is the noise of adding up.
const SAME: f64 = 1e-9;

/// Numbers of all areas in standard deviations from their mean, (x − x̄)/s; what is absent stays absent and counts for nothing.
/// Where all are the same no area differs from another, and each is at 0.
///
/// Gower, J. C. (1971), "A general coefficient of similarity and some of its properties", Biometrics 27(4), 857–871, on why numbers in
/// different units must be put on one scale before they are added; by standard deviation as Everitt, B. et al. (2011), Cluster Analysis,
/// 5th ed., chapter 3. s has n below the line: these are all areas, not a sample of them.
///
/// # Errors
/// [`Undefined::NotANumber`] where a number is not finite, or is negative and taken by its logarithm.
pub fn standardised(numbers: &[Option<f64>], taken: Taken) -> Result<Vec<Option<f64>>, Undefined> {
    let on_scale = |number: f64| match taken {
        Taken::Plain if number.is_finite() => Ok(number),
        Taken::Logarithm if number.is_finite() && number >= 0.0 => Ok(number.ln_1p()),
        _ => Err(Undefined::NotANumber),
    };
    let numbers = numbers.iter().map(|number| number.map(on_scale).transpose()).collect::<Result<Vec<_>, _>>()?;
    let known = || numbers.iter().flatten();
    let n = known().count() as f64;
    let mean = known().map(|number| number / n).sum::<f64>();
    let spread = known().map(|number| (number - mean).powi(2) / n).sum::<f64>().sqrt();
    if !(mean.is_finite() && spread.is_finite()) {
        return Err(Undefined::NotANumber);
    }
    // Where all are the same, adding up may still leave a trace.
    let is_same = spread <= SAME * mean.abs();
    let score = |number: f64| if is_same { 0.0 } else { (number - mean) / spread };
    Ok(numbers.iter().map(|number| number.map(score)).collect())
}

/// The Euclidean distance between two areas over all numbers, each a list of the standardised numbers of all areas; none where one is absent.
pub fn distance(standardised: &[Vec<Option<f64>>], one: usize, other: usize) -> Option<f64> {
    let difference = |numbers: &Vec<Option<f64>>| Some((*numbers.get(one)?)? - (*numbers.get(other)?)?);
    let squares = standardised.iter().map(|numbers| Some(difference(numbers)?.powi(2)));
    squares.sum::<Option<f64>>().map(f64::sqrt)
}

/// The `k` areas nearest to one and those exactly as near as the last of them, as "liknande kommuner" of Kolada and the nearest neighbours of CIPFA (Chartered Institute of Public Finance and
/// Accountancy, Nearest Neighbours Model, England) are found; none where the area itself lacks a number, or there is none to go by.
/// Where that makes more than twice `k`, only those that are nearer.
pub fn nearest(standardised: &[Vec<Option<f64>>], own: usize, k: usize) -> Option<Nearest> {
    let n_areas = standardised.first()?.len();
    distance(standardised, own, own)?;
    let others = (0..n_areas).filter(|place| *place != own);
    let mut all: Vec<(usize, f64)> =
        others.filter_map(|place| Some((place, distance(standardised, own, place)?))).collect();
    // Whole steps, so that what is the same but for noise keeps its order.
    let steps = |distance: f64| (distance / SAME).round();
    all.sort_by(|one, other| steps(one.1).total_cmp(&steps(other.1)));
    let last = all.get(k.min(all.len()).wrapping_sub(1)).map_or(0.0, |(_, distance)| steps(*distance));
    let n_nearer = all.iter().take_while(|(_, distance)| steps(*distance) < last).count();
    let n_near = all.iter().take_while(|(_, distance)| steps(*distance) <= last).count();
    let n = if n_near > 2 * k { n_nearer } else { n_near };
    Some(Nearest {
        places: all.iter().take(n).map(|(place, _)| *place).collect(),
        n_as_near: n_near - n,
        n_candidates: all.len(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scores(numbers: &[Option<f64>], taken: Taken) -> Vec<Option<f64>> {
        standardised(numbers, taken).expect("they are numbers")
    }

    /// By hand: 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and the standard deviation 2; 1, 1, 1, 1, 3, 3, 3, 3 have 2 and 1.
    #[test]
    fn an_example_by_hand() {
        let first = scores(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0].map(Some), Taken::Plain);
        assert_eq!(first, [-1.5, -0.5, -0.5, -0.5, 0.0, 0.0, 1.0, 2.0].map(Some));
        let second = scores(&[1.0, 1.0, 1.0, 1.0, 3.0, 3.0, 3.0, 3.0].map(Some), Taken::Plain);
        assert_eq!(second, [-1.0, -1.0, -1.0, -1.0, 1.0, 1.0, 1.0, 1.0].map(Some));
        let both = [first, second];
        assert_eq!(distance(&both, 0, 6), Some((2.5_f64 * 2.5 + 4.0).sqrt()));
        // From the last: the seventh at 1, the fifth and sixth at 2, the next at √(2.5² + 2²).
        let of_the_last = nearest(&both, 7, 2).expect("it has both numbers");
        assert_eq!(of_the_last, Nearest { places: vec![6, 4, 5], n_as_near: 0, n_candidates: 7 });
        assert_eq!(nearest(&both, 7, 3).map(|it| it.places), Some(vec![6, 4, 5]));
        assert_eq!(nearest(&both[..1], 0, 9).map(|it| it.places), Some(vec![1, 2, 3, 4, 5, 6, 7]));
        // The first is as near to three: more than two times one, and no reason to take one of them.
        let of_the_first = Nearest { places: vec![], n_as_near: 3, n_candidates: 7 };
        assert_eq!(nearest(&both[..1], 0, 1), Some(of_the_first));
    }

    #[test]
    fn a_long_tail_is_drawn_in_and_what_is_the_same_everywhere_tells_nobody_apart() {
        let counts = [0.0, 1.0, 3.0, 7.0].map(Some);
        let [a, b, c, d] = scores(&counts, Taken::Logarithm)[..] else { panic!("four") };
        let step = |one: Option<f64>, other: Option<f64>| other.expect("known") - one.expect("known");
        assert!((step(a, b) - step(b, c)).abs() < 1e-12 && (step(b, c) - step(c, d)).abs() < 1e-12);
        assert_eq!(
            scores(&[Some(0.1), Some(0.1), None, Some(0.1)], Taken::Plain),
            [Some(0.0), Some(0.0), None, Some(0.0)]
        );
        assert_eq!(scores(&[None, None], Taken::Plain), [None, None]);
    }

    #[test]
    fn what_is_absent_is_no_candidate_and_has_none() {
        let numbers = [vec![Some(0.0), None, Some(1.0), Some(3.0)]];
        assert_eq!(nearest(&numbers, 1, 5), None);
        let of_the_first = Nearest { places: vec![2, 3], n_as_near: 0, n_candidates: 2 };
        assert_eq!(nearest(&numbers, 0, 5), Some(of_the_first));
        assert_eq!(nearest(&[], 0, 5), None);
        assert_eq!(nearest(&numbers, 9, 5), None);
        assert_eq!(nearest(&[vec![Some(1.0)]], 0, 5).map(|it| it.n_candidates), Some(0));
        assert_eq!(standardised(&[Some(-1.0)], Taken::Logarithm), Err(Undefined::NotANumber));
        assert_eq!(standardised(&[Some(f64::INFINITY)], Taken::Plain), Err(Undefined::NotANumber));
    }

    /// Some areas with some numbers each, whole so that several may be as near.
    fn areas() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
        (1_usize..4, 1_usize..12).prop_flat_map(|(n_numbers, n_areas)| {
            let number = prop_oneof![1 => Just(None), 6 => (0_u32..40).prop_map(|it| Some(f64::from(it)))];
            prop::collection::vec(prop::collection::vec(number, n_areas), n_numbers)
        })
    }

    fn all_scores(areas: &[Vec<Option<f64>>], taken: Taken) -> Vec<Vec<Option<f64>>> {
        areas.iter().map(|numbers| scores(numbers, taken)).collect()
    }

    fn is_near(one: Option<f64>, other: Option<f64>) -> bool {
        match (one, other) {
            (Some(one), Some(other)) => (one - other).abs() < 1e-7,
            (one, other) => one == other,
        }
    }

    proptest! {
        #[test]
        fn there_and_back_is_as_far(areas in areas(), one in 0_usize..12, other in 0_usize..12) {
            let scores = all_scores(&areas, Taken::Logarithm);
            prop_assert_eq!(distance(&scores, one, other), distance(&scores, other, one));
            prop_assert!(distance(&scores, one, one).is_none_or(|it| it == 0.0));
        }

        #[test]
        fn the_unit_does_not_matter(areas in areas(), times in 0.001..1000.0_f64, more in -100.0..100.0_f64, other in 0_usize..12) {
            let in_other_units: Vec<Vec<_>> =
                areas.iter().map(|numbers| numbers.iter().map(|it| it.map(|it| it * times + more)).collect()).collect();
            let (one, two) = (all_scores(&areas, Taken::Plain), all_scores(&in_other_units, Taken::Plain));
            prop_assert!(is_near(distance(&one, 0, other), distance(&two, 0, other)));
        }

        #[test]
        fn the_order_of_the_areas_does_not_matter(areas in areas(), turn in 0_usize..12, k in 1_usize..6) {
            let n = areas[0].len();
            let turned: Vec<Vec<_>> = areas
                .iter()
                .map(|numbers| (0..n).map(|place| numbers[(place + turn) % n]).collect())
                .collect();
            let (plain, turned) = (all_scores(&areas, Taken::Plain), all_scores(&turned, Taken::Plain));
            let one = nearest(&plain, turn % n, k);
            let two = nearest(&turned, 0, k).map(|mut it| {
                it.places.iter_mut().for_each(|place| *place = (*place + turn) % n);
                it
            });
            let sorted = |it: Option<Nearest>| it.map(|mut it| {
                it.places.sort_unstable();
                it
            });
            prop_assert_eq!(sorted(one), sorted(two));
        }

        #[test]
        fn nobody_left_out_is_nearer(areas in areas(), k in 1_usize..6) {
            let scores = all_scores(&areas, Taken::Plain);
            if let Some(found) = nearest(&scores, 0, k) {
                let far = |place: &usize| distance(&scores, 0, *place).unwrap_or(f64::INFINITY);
                let last = found.places.iter().map(far).fold(f64::NEG_INFINITY, f64::max);
                let left = (1..areas[0].len()).filter(|place| !found.places.contains(place));
                prop_assert!(left.clone().all(|place| far(&place) > last));
                let n = found.places.len();
                prop_assert!(n <= 2 * k && n + found.n_as_near >= k.min(found.n_candidates));
                prop_assert!(found.n_as_near == 0 || n < k && n + found.n_as_near > 2 * k);
                prop_assert!(!found.places.contains(&0));
            }
        }
    }
}
