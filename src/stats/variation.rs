//! How unevenly something is spread over areas.

use super::{
    areas::{together, together_rates},
    classes::quantile,
    interval::Undefined,
};

/// The three numbers that part sorted values into quarters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quartiles {
    /// A quarter of the values are at most this.
    pub first: f64,
    /// Half of the values are at most this.
    pub median: f64,
    /// Three quarters of the values are at most this.
    pub third: f64,
}

/// The quartiles: type 7 of Hyndman, R. J. and Fan, Y. (1996), The American Statistician 50(4), 361–365, as the class breaks of the map.
///
/// # Errors
/// [`Undefined::TooFew`] of nothing, [`Undefined::NotANumber`] where a value is not finite.
pub fn quartiles(values: &[f64]) -> Result<Quartiles, Undefined> {
    let mut sorted = finite(values)?.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |probability| quantile(&sorted, probability).ok_or(Undefined::TooFew);
    Ok(Quartiles { first: at(0.25)?, median: at(0.5)?, third: at(0.75)? })
}

/// The coefficient of variation: the standard deviation (n − 1) of values in parts of their mean. Each area counts the same, and chance alone makes it larger where areas are
/// small.
///
/// # Errors
/// [`Undefined::TooFew`] under two values, [`Undefined::NotANumber`] where a value is negative or not finite, [`Undefined::NoEvents`] where all are 0.
pub fn coefficient_of_variation(values: &[f64]) -> Result<f64, Undefined> {
    let largest = largest(values)?;
    if values.len() < 2 {
        return Err(Undefined::TooFew);
    }
    // In parts of the largest, so that no sum leaves what can be written.
    let n = values.len() as f64;
    let mean = values.iter().map(|value| value / largest).sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value / largest - mean).powi(2)).sum();
    Ok((squares / (n - 1.0)).sqrt() / mean)
}

/// The extremal quotient: the largest value divided by the smallest. It grows with the number of areas and as they get smaller, so that it is no measure of inequality.
///
/// # Errors
/// [`Undefined::TooFew`] of nothing, [`Undefined::NotANumber`] where a value is negative or not finite, [`Undefined::NoEvents`] where one is 0.
pub fn extremal_quotient(values: &[f64]) -> Result<f64, Undefined> {
    let largest = largest(values)?;
    let smallest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let quotient = largest / smallest;
    match smallest {
        0.0 => Err(Undefined::NoEvents),
        _ if quotient.is_finite() => Ok(quotient),
        _ => Err(Undefined::NotANumber),
    }
}

/// The systematic component of variation: the variance of the areas' true ratios to what is expected of them, chance taken off. It may come out below 0, where the areas
/// differ less than chance would have them. Often shown times 100.
///
/// McPherson, K., Wennberg, J. E., Hovind, O. B. and Clifford, P. (1982), "Small-area variations in the use of common surgical procedures", NEJM 307, 1310–1314:
/// (Σ(O−E)²/E² − Σ1/E)/k. Areas where nothing is expected do not count.
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::NotANumber`] where an expected number is negative or not finite, [`Undefined::MoreThanAll`] for events where none is
/// expected, [`Undefined::NothingCounted`] where nothing is expected anywhere.
pub fn systematic_component(observed: &[u64], expected: &[f64]) -> Result<f64, Undefined> {
    let all = together_rates(observed, expected)?;
    let areas = observed.iter().zip(expected).filter(|(_, expected)| **expected > 0.0);
    let parts = areas.map(|(observed, expected)| {
        let beyond = *observed as f64 / expected - 1.0;
        beyond * beyond - 1.0 / expected
    });
    finite_number(parts.sum::<f64>() / all.n_areas as f64)
}

/// Theil's T and its two parts. All are at least 0, and `total` is `between` + `within`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theil {
    /// 0 where every area has the same share, at most ln(Σn/min n).
    pub total: f64,
    /// What is left when every area has the share of its group.
    pub between: f64,
    /// What is there inside the groups, each counting by its part of the events.
    pub within: f64,
}

/// Theil's T of shares or rates over areas, parted into that between groups, such as counties, and that within them. `group[i]` is the group of area i.
///
/// Theil, H. (1967), Economics and Information Theory, chapter 4. With an area's part s of all n and its share ρ in parts of the share of all:
///
/// ```text
/// T = Σ s ρ ln ρ    (0 ln 0 = 0)
/// ```
///
/// Each area counts by its n. Areas with n = 0 do not count.
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::MoreThanAll`], [`Undefined::NothingCounted`] where every n is 0, [`Undefined::NoEvents`] where every x is 0.
pub fn theil(successes: &[u64], n: &[u64], group: &[usize]) -> Result<Theil, Undefined> {
    let all = together(successes, n)?;
    if group.len() != n.len() {
        return Err(Undefined::UnequalLengths);
    }
    if all.successes == 0.0 {
        return Err(Undefined::NoEvents);
    }
    let mut areas: Vec<(usize, u64, u64)> =
        group.iter().zip(successes).zip(n).map(|((group, x), n)| (*group, *x, *n)).filter(|(.., n)| *n > 0).collect();
    areas.sort_unstable();
    // y ln(y/s) with y its part of all events, s its part of all n.
    let term = |x: f64, n: f64| {
        let part = x / all.successes;
        if x == 0.0 { 0.0 } else { part * (x / n / all.share()).ln() }
    };
    let (mut between, mut within) = (0.0, 0.0);
    for members in areas.chunk_by(|a, b| a.0 == b.0) {
        let sum = |count: fn(&(usize, u64, u64)) -> u64| {
            members.iter().map(|area| u128::from(count(area))).sum::<u128>() as f64
        };
        let (x, n) = (sum(|area| area.1), sum(|area| area.2));
        let total: f64 = members.iter().map(|area| term(area.1 as f64, area.2 as f64)).sum();
        between += term(x, n);
        within += total - term(x, n);
    }
    // Rounding may take a sum of 0 just below it.
    let (between, within) = (between.max(0.0), within.max(0.0));
    Ok(Theil { total: between + within, between, within })
}

/// The Gini coefficient of shares or rates over areas, each counting by its n: 0 where every area has the same share, towards 1 where one small area has all events.
///
/// Gini, C. (1912), Variabilità e mutabilità; twice the area between the Lorenz curve (events against n, areas sorted by share) and the diagonal, by trapezia.
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::MoreThanAll`], [`Undefined::NothingCounted`] where every n is 0, [`Undefined::NoEvents`] where every x is 0.
pub fn gini(successes: &[u64], n: &[u64]) -> Result<f64, Undefined> {
    let all = together(successes, n)?;
    if all.successes == 0.0 {
        return Err(Undefined::NoEvents);
    }
    let mut areas: Vec<(u64, u64)> = successes.iter().copied().zip(n.iter().copied()).filter(|(_, n)| *n > 0).collect();
    // x₁/n₁ against x₂/n₂ without rounding.
    areas.sort_by_key(|(x, n)| (*x, *n));
    areas.sort_by(|a, b| (u128::from(a.0) * u128::from(b.1)).cmp(&(u128::from(b.0) * u128::from(a.1))));
    let (mut reached, mut under) = (0.0, 0.0);
    for (x, n) in areas {
        let (events, people) = (x as f64 / all.successes, n as f64 / all.n);
        under += people * (2.0 * reached + events);
        reached += events;
    }
    Ok((1.0 - under).clamp(0.0, 1.0))
}

fn finite(values: &[f64]) -> Result<&[f64], Undefined> {
    if values.iter().all(|value| value.is_finite()) { Ok(values) } else { Err(Undefined::NotANumber) }
}

/// A number, or why it is none.
pub(super) fn finite_number(number: f64) -> Result<f64, Undefined> {
    if number.is_finite() { Ok(number) } else { Err(Undefined::NotANumber) }
}

/// The largest of values of which none is negative and one is above 0.
fn largest(values: &[f64]) -> Result<f64, Undefined> {
    if finite(values)?.iter().any(|value| *value < 0.0) {
        return Err(Undefined::NotANumber);
    }
    match values.iter().copied().fold(0.0, f64::max) {
        _ if values.is_empty() => Err(Undefined::TooFew),
        0.0 => Err(Undefined::NoEvents),
        largest => Ok(largest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_examples_that_can_be_worked_out_by_hand() {
        let quarters = quartiles(&[4.0, 1.0, 3.0, 2.0, 5.0]).expect("there are values");
        assert_eq!((quarters.first, quarters.median, quarters.third), (2.0, 3.0, 4.0));
        assert_eq!(extremal_quotient(&[2.0, 8.0, 4.0]), Ok(4.0));
        assert_eq!(coefficient_of_variation(&[1.0, 3.0]), Ok(2.0_f64.sqrt() / 2.0));
        // Half of the children have all the events: T = ln 2, G = ½.
        let got = theil(&[10, 0], &[10, 10], &[0, 1]).expect("the counts fit");
        assert!((got.total - 2.0_f64.ln()).abs() < 1e-15 && got.within == 0.0);
        assert_eq!(gini(&[10, 0], &[10, 10]), Ok(0.5));
        assert_eq!(systematic_component(&[4, 0], &[2.0, 2.0]), Ok(0.5));
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(quartiles(&[]), Err(Undefined::TooFew));
        assert_eq!(quartiles(&[f64::NAN]), Err(Undefined::NotANumber));
        assert_eq!(coefficient_of_variation(&[1.0]), Err(Undefined::TooFew));
        assert_eq!(coefficient_of_variation(&[0.0, 0.0]), Err(Undefined::NoEvents));
        assert_eq!(coefficient_of_variation(&[-1.0, 1.0]), Err(Undefined::NotANumber));
        assert_eq!(coefficient_of_variation(&[f64::MAX; 3]), Ok(0.0));
        assert_eq!(extremal_quotient(&[0.0, 3.0]), Err(Undefined::NoEvents));
        assert_eq!(extremal_quotient(&[]), Err(Undefined::TooFew));
        assert_eq!(extremal_quotient(&[f64::MAX, 1e-10]), Err(Undefined::NotANumber));
        assert_eq!(theil(&[0, 0], &[5, 5], &[0, 0]), Err(Undefined::NoEvents));
        assert_eq!(theil(&[1, 0], &[5, 5], &[0]), Err(Undefined::UnequalLengths));
        assert_eq!(gini(&[0], &[0]), Err(Undefined::NothingCounted));
        assert_eq!(systematic_component(&[1], &[f64::MIN_POSITIVE]), Err(Undefined::NotANumber));
    }

    proptest! {
        #[test]
        fn equal_shares_are_no_inequality(n in prop::collection::vec(0_u64..1_000_000, 2..30), half in 1_u64..5) {
            prop_assume!(n.iter().any(|n| *n > 0));
            let (successes, n): (Vec<u64>, Vec<u64>) = n.iter().map(|n| (n * half, n * 5)).unzip();
            let groups: Vec<usize> = (0..n.len()).map(|i| i % 3).collect();
            let got = theil(&successes, &n, &groups).expect("the counts fit");
            prop_assert!(got.total < 1e-14);
            prop_assert!(gini(&successes, &n).expect("the counts fit") < 1e-14);
        }

        #[test]
        fn measures_of_inequality_are_in_range_and_forget_the_order(
            areas in prop::collection::vec((1_u64..100_000).prop_flat_map(|n| (0..=n, Just(n), 0_usize..4)), 2..30),
        ) {
            prop_assume!(areas.iter().any(|area| area.0 > 0));
            let parts = |areas: &[(u64, u64, usize)]| {
                let (x, n): (Vec<u64>, Vec<u64>) = areas.iter().map(|area| (area.0, area.1)).unzip();
                let group: Vec<usize> = areas.iter().map(|area| area.2).collect();
                let theil = theil(&x, &n, &group).expect("the counts fit");
                (theil.total, theil.between, gini(&x, &n).expect("the counts fit"))
            };
            let (total, between, gini) = parts(&areas);
            prop_assert!(between <= total + 1e-12 && total.is_finite() && (0.0..1.0).contains(&gini));
            let reversed: Vec<_> = areas.iter().rev().copied().collect();
            let other = parts(&reversed);
            prop_assert!((other.0 - total).abs() < 1e-12 && (other.1 - between).abs() < 1e-12 && (other.2 - gini).abs() < 1e-12);
        }
    }
}
