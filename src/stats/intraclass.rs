//! Correlation inside areas: how much of what sets people apart lies between areas.

use super::{areas::together, interval::Undefined, special::normal_quantile, variation::finite_number};

/// The intraclass correlation of yes-or-no answers in areas: the part of their variance that lies between areas. It may come out below 0, where areas differ less than
/// chance would have them.
///
/// ICC(1) by analysis of variance: Donner, A. (1986), "A review of inference procedures for the intraclass correlation coefficient in the one-way random effects model",
/// International Statistical Review 54(1), 67–82; for counts, Ridout, M. S., Demétrio, C. G. B. and Firth, D. (1999), Biometrics 55(1), 137–148. With k areas, N = Σn:
///
/// ```text
/// MSB = Σn(p−p̄)²/(k−1)   MSW = Σnp(1−p)/(N−k)   n₀ = (N − Σn²/N)/(k−1)
/// ICC = (MSB − MSW) / (MSB + (n₀−1) MSW)
/// ```
///
/// Areas with n = 0 do not count.
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::MoreThanAll`], [`Undefined::NothingCounted`] where every n is 0, [`Undefined::TooFew`] under two areas or where no area has
/// two answers, [`Undefined::NoVariation`] where all answers are alike.
pub fn intraclass_correlation(successes: &[u64], n: &[u64]) -> Result<f64, Undefined> {
    let all = together(successes, n)?;
    let n_areas = all.n_areas as f64;
    if all.n_areas < 2 || n.iter().all(|n| *n < 2) {
        return Err(Undefined::TooFew);
    }
    if all.successes == 0.0 || all.successes == all.n {
        return Err(Undefined::NoVariation);
    }
    let areas = || successes.iter().zip(n).filter(|(_, n)| **n > 0).map(|(x, n)| (*x as f64 / *n as f64, *n as f64));
    let between = areas().map(|(share, n)| n * (share - all.share()).powi(2)).sum::<f64>() / (n_areas - 1.0);
    let within = areas().map(|(share, n)| n * share * (1.0 - share)).sum::<f64>() / (all.n - n_areas);
    let typical = areas().map(|(_, n)| n * ((all.n - n) / all.n)).sum::<f64>() / (n_areas - 1.0);
    finite_number((between - within) / (between + (typical - 1.0) * within))
}

/// The intraclass correlation on the scale that a logistic model assumes behind yes and no, from the variance of the areas' log-odds: σ²/(σ² + π²/3).
///
/// Goldstein, H., Browne, W. and Rasbash, J. (2002), "Partitioning variation in multilevel models", Understanding Statistics 1(4), 223–231.
///
/// # Errors
/// [`Undefined::NotANumber`] where the variance is negative or not finite.
pub fn latent_intraclass_correlation(log_odds_variance: f64) -> Result<f64, Undefined> {
    let variance = variance(log_odds_variance)?;
    Ok(variance / (variance + std::f64::consts::PI.powi(2) / 3.0))
}

/// The median odds ratio, from the variance of the areas' log-odds: by how much, in the median, the odds rise on moving from the lower to the higher of two areas drawn at
/// random. 1 where areas do not differ.
///
/// Larsen, K. and Merlo, J. (2005), "Appropriate assessment of neighborhood effects on individual health", American Journal of Epidemiology 161(1), 81–88:
/// exp(√(2σ²) Φ⁻¹(¾)).
///
/// # Errors
/// [`Undefined::NotANumber`] where the variance is negative or not finite, or the ratio too large for a number.
pub fn median_odds_ratio(log_odds_variance: f64) -> Result<f64, Undefined> {
    let variance = variance(log_odds_variance)?;
    finite_number(((2.0 * variance).sqrt() * normal_quantile(0.75)?).exp())
}

fn variance(number: f64) -> Result<f64, Undefined> {
    if number >= 0.0 { finite_number(number) } else { Err(Undefined::NotANumber) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ends_are_known() {
        // Every area wholly one or wholly the other: all variance is between them.
        assert_eq!(intraclass_correlation(&[5, 0, 5, 0], &[5; 4]), Ok(1.0));
        assert!(intraclass_correlation(&[3; 6], &[6; 6]).is_ok_and(|icc| (icc + 0.2).abs() < 1e-15));
        assert_eq!(median_odds_ratio(0.0), Ok(1.0));
        assert_eq!(latent_intraclass_correlation(0.0), Ok(0.0));
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(intraclass_correlation(&[1], &[9]), Err(Undefined::TooFew));
        assert_eq!(intraclass_correlation(&[1, 0, 1], &[1, 1, 1]), Err(Undefined::TooFew));
        assert_eq!(intraclass_correlation(&[0, 0], &[4, 9]), Err(Undefined::NoVariation));
        for wrong in [-0.1, f64::NAN, f64::INFINITY] {
            assert_eq!(median_odds_ratio(wrong), Err(Undefined::NotANumber));
            assert_eq!(latent_intraclass_correlation(wrong), Err(Undefined::NotANumber));
        }
        assert_eq!(median_odds_ratio(1e300), Err(Undefined::NotANumber));
    }

    proptest! {
        #[test]
        fn it_is_at_most_1_and_the_same_for_the_others(
            areas in prop::collection::vec((1_u64..5000).prop_flat_map(|n| (0..=n, Just(n))), 2..30),
        ) {
            let (x, n): (Vec<u64>, Vec<u64>) = areas.into_iter().unzip();
            let others: Vec<u64> = x.iter().zip(&n).map(|(x, n)| n - x).collect();
            if let Ok(got) = intraclass_correlation(&x, &n) {
                let mirrored = intraclass_correlation(&others, &n).expect("the counts fit");
                prop_assert!(got <= 1.0 + 1e-12 && (got - mirrored).abs() < 1e-9);
            }
        }

        #[test]
        fn more_variance_is_more_correlation_and_larger_odds(variance in 0.0..50.0_f64, more in 0.001..5.0_f64) {
            let of = |variance| (median_odds_ratio(variance), latent_intraclass_correlation(variance));
            let ((Ok(odds), Ok(icc)), (Ok(higher), Ok(stronger))) = (of(variance), of(variance + more)) else {
                panic!("it can be worked out")
            };
            prop_assert!(1.0 <= odds && odds < higher && icc < stronger && stronger < 1.0);
        }
    }
}
