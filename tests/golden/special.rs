//! Special functions, binomial and Poisson chances against forty digits.

use insyn::stats::{binomial, poisson, special::*};

use super::support::each_row;

#[test]
fn special_functions_agree_with_mpmath_in_both_tails() {
    let n_compared = each_row(include_str!("special.csv"), |row| {
        let function = row.word();
        let (a, b, c) = (row.number(), row.number(), row.number());
        let ours = match function {
            "normal_cdf" => normal_cdf(a),
            "normal_quantile" => normal_quantile(a),
            "ln_gamma" => ln_gamma(a),
            "ln_binomial" => ln_binomial(a as u64, b as u64),
            "beta_cdf" => beta_cdf(a, b, c),
            "beta_survival" => beta_survival(a, b, c),
            "beta_quantile" => beta_quantile(a, b, c),
            "gamma_cdf" => gamma_cdf(a, b),
            "gamma_survival" => gamma_survival(a, b),
            "gamma_quantile" => gamma_quantile(a, b),
            "binomial_pmf" => binomial::pmf(a as u64, b as u64, c),
            "binomial_cdf" => binomial::cdf(a as u64, b as u64, c),
            "poisson_pmf" => poisson::pmf(a as u64, b),
            "poisson_survival" => poisson::survival(a as u64, b),
            other => panic!("no such function: {other}"),
        };
        // Ours lose a digit or two where n is above 10⁷, far out in a tail.
        row.agrees(ours.expect("it is defined"), 1e-10);
    });
    assert_eq!(n_compared, 546);
}
