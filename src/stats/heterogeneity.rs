//! Whether the figures of many areas differ more than their own uncertainty allows, and by how much.

use super::{areas::together, interval::Undefined, solve::root, special::chi_squared_survival};

/// How much figures differ beyond chance. Variances are in the squared unit of the figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heterogeneity {
    /// The mean of the figures, weighted by how sure each is.
    pub mean: f64,
    /// Cochran's Q: the squared distances from the mean, each in standard errors.
    pub q: f64,
    /// One less than how many figures there are.
    pub degrees_of_freedom: usize,
    /// How likely a Q as large is where nothing but chance tells the figures apart.
    pub p: f64,
    /// I²: the part of the differences that chance does not explain, from 0 to below 1.
    pub i_squared: f64,
    /// τ² by DerSimonian and Laird: the variance of the true figures, in one step.
    pub tau_squared_dl: f64,
    /// τ² by Paule and Mandel: the variance of the true figures at which Q is what it should be.
    pub tau_squared_pm: f64,
}

/// How much figures differ beyond chance, from each figure and the variance of its error. With w = 1/v and k figures:
///
/// ```text
/// Q = Σw(y−ȳ)²   ȳ = Σwy/Σw   I² = max(0, (Q−(k−1))/Q)   τ²(DL) = max(0, (Q−(k−1)) / (Σw − Σw²/Σw))
/// τ²(PM): Σ(y−ȳ)²/(v+τ²) = k−1 with ȳ weighted by 1/(v+τ²); 0 where even τ² = 0 gives less
/// ```
///
/// Cochran, W. G. (1954), Biometrics 10(1), 101–129; Higgins, J. P. T. and Thompson, S. G. (2002), Statistics in Medicine 21, 1539–1558; DerSimonian, R. and Laird, N.
/// (1986), Controlled Clinical Trials 7, 177–188; Paule, R. C. and Mandel, J. (1982), Journal of Research of the National Bureau of Standards 87(5), 377–385. p is that
/// of Q under χ² with k−1 degrees of freedom.
///
/// # Errors
/// [`Undefined::UnequalLengths`]; [`Undefined::NotANumber`] where a figure is not finite or a variance not a number above 0, or their sizes leave what can be added;
/// [`Undefined::TooFew`] under two figures.
pub fn heterogeneity(figures: &[f64], variances: &[f64]) -> Result<Heterogeneity, Undefined> {
    if figures.len() != variances.len() {
        return Err(Undefined::UnequalLengths);
    }
    let are_variances = variances.iter().all(|v| v.is_finite() && *v > 0.0);
    if !are_variances || figures.iter().any(|y| !y.is_finite()) {
        return Err(Undefined::NotANumber);
    }
    if figures.len() < 2 {
        return Err(Undefined::TooFew);
    }
    let degrees_of_freedom = figures.len() - 1;
    let df = degrees_of_freedom as f64;
    let (mean, q) = cochran(figures, variances, 0.0);
    let weights = || variances.iter().map(|v| 1.0 / v);
    let total: f64 = weights().sum();
    // Σw − Σw²/Σw without the difference of two sums that may be nearly equal.
    let spread: f64 = weights().map(|w| w * ((total - w) / total)).sum();
    let dl = ((q - df) / spread).max(0.0);
    let pm = paule_mandel(figures, variances, df)?;
    if ![mean, q, dl, pm].iter().all(|number| number.is_finite()) {
        return Err(Undefined::NotANumber);
    }
    Ok(Heterogeneity {
        mean,
        q,
        degrees_of_freedom,
        p: chi_squared_survival(q, df)?,
        i_squared: if q > df { (q - df) / q } else { 0.0 },
        tau_squared_dl: dl,
        tau_squared_pm: pm,
    })
}

/// The log-odds of shares and the variances of their errors, for [`heterogeneity`]: the τ² found is the σ² of
/// [`median_odds_ratio`](super::intraclass::median_odds_ratio). Areas with n = 0 are left out, so that both lists may be shorter than those given.
///
/// ln((x+½)/(n−x+½)) with the variance 1/(x+½) + 1/(n−x+½): Gart, J. J. and Zweifel, J. R. (1967), "On the bias of various estimators of the logit and its variance",
/// Biometrika 54, 181–187. The halves pull shares of few towards one half.
///
/// # Errors
/// [`Undefined::UnequalLengths`], [`Undefined::MoreThanAll`], [`Undefined::NothingCounted`] where every n is 0.
pub fn log_odds(successes: &[u64], n: &[u64]) -> Result<(Vec<f64>, Vec<f64>), Undefined> {
    together(successes, n)?;
    let areas = successes.iter().zip(n).filter(|(_, n)| **n > 0);
    let halves = areas.map(|(x, n)| (*x as f64 + 0.5, (n - x) as f64 + 0.5));
    Ok(halves.map(|(yes, no)| ((yes / no).ln(), 1.0 / yes + 1.0 / no)).unzip())
}

/// The weighted mean and Q where the true figures have this variance.
fn cochran(figures: &[f64], variances: &[f64], tau_squared: f64) -> (f64, f64) {
    let pairs = || figures.iter().zip(variances).map(|(y, v)| (y, 1.0 / (v + tau_squared)));
    let total: f64 = pairs().map(|(_, w)| w).sum();
    let mean = pairs().map(|(y, w)| y * (w / total)).sum::<f64>();
    (mean, pairs().map(|(y, w)| (y - mean) * (w * (y - mean))).sum())
}

/// Q falls as τ² grows, so that there is one place where it is what it should be. At τ² = Σ(y−ȳ)²/(k−1) or above, with ȳ the plain mean, it is below.
fn paule_mandel(figures: &[f64], variances: &[f64], df: f64) -> Result<f64, Undefined> {
    let too_much = |tau_squared: f64| cochran(figures, variances, tau_squared).1 - df;
    if too_much(0.0) <= 0.0 {
        return Ok(0.0);
    }
    let n = figures.len() as f64;
    let mean = figures.iter().map(|y| y / n).sum::<f64>();
    let most = figures.iter().map(|y| (y - mean) * ((y - mean) / df)).sum::<f64>();
    if !most.is_finite() {
        return Err(Undefined::NotANumber);
    }
    root(0.0, most, too_much).ok_or(Undefined::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_figures_do_not_differ() {
        let got = heterogeneity(&[0.3; 5], &[0.1, 0.2, 0.3, 0.1, 0.2]).expect("it can be worked out");
        assert!(got.q < 1e-25 && (got.p - 1.0).abs() < 1e-12);
        assert_eq!([got.i_squared, got.tau_squared_dl, got.tau_squared_pm], [0.0; 3]);
    }

    #[test]
    fn with_equal_variances_both_methods_give_the_plain_variance_less_that_of_the_error() {
        let got = heterogeneity(&[1.0, 2.0, 3.0, 6.0], &[0.5; 4]).expect("it can be worked out");
        for tau_squared in [got.tau_squared_dl, got.tau_squared_pm] {
            assert!((tau_squared - (14.0 / 3.0 - 0.5)).abs() < 1e-12);
        }
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(heterogeneity(&[1.0], &[]), Err(Undefined::UnequalLengths));
        assert_eq!(heterogeneity(&[1.0, 2.0], &[0.1, 0.0]), Err(Undefined::NotANumber));
        assert_eq!(heterogeneity(&[1.0, f64::NAN], &[0.1, 0.1]), Err(Undefined::NotANumber));
        assert_eq!(heterogeneity(&[f64::MAX, -f64::MAX], &[1e-300, 1e-300]), Err(Undefined::NotANumber));
        assert_eq!(heterogeneity(&[1.0], &[0.1]), Err(Undefined::TooFew));
        assert_eq!(heterogeneity(&[], &[]), Err(Undefined::TooFew));
    }

    proptest! {
        #[test]
        fn q_is_what_it_should_be_at_the_variance_found(
            pairs in prop::collection::vec((-5.0..5.0_f64, 0.001..2.0_f64), 2..40), shift in -3.0..3.0_f64,
        ) {
            let (figures, variances): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            let got = heterogeneity(&figures, &variances).expect("it can be worked out");
            let (_, q) = cochran(&figures, &variances, got.tau_squared_pm);
            let df = got.degrees_of_freedom as f64;
            let is_met = if got.tau_squared_pm > 0.0 { (q - df).abs() < 1e-8 * df } else { q <= df };
            prop_assert!(is_met);
            prop_assert_eq!(got.tau_squared_dl > 0.0, got.tau_squared_pm > 0.0);
            prop_assert!((0.0..1.0).contains(&got.i_squared) && (0.0..=1.0).contains(&got.p));
            let moved: Vec<f64> = figures.iter().map(|y| y + shift).collect();
            let moved = heterogeneity(&moved, &variances).expect("it can be worked out");
            prop_assert!((moved.q - got.q).abs() <= 1e-9 * (1.0 + got.q));
        }
    }
}
