//! Intervals and tests of one share.

use insyn::stats::{
    binomial_test::{binomial_test, binomial_test_mid_p},
    clopper_pearson::clopper_pearson,
    interval::Confidence,
    wilson::wilson_corrected,
};

use super::support::each_row;

#[test]
fn one_share_agrees_with_scipy() {
    let n_compared = each_row(include_str!("one_share.csv"), |row| {
        let (method, successes, n) = (row.word(), row.count(), row.count());
        match method {
            "wilson_corrected" => {
                let got = wilson_corrected(successes, n, row.confidence()).expect("the counts fit");
                // Theirs are differences of larger numbers, and so are only as exact as those.
                row.agrees_with(got, 1e-14, 1.0);
            }
            "clopper_pearson" => {
                let got = clopper_pearson(successes, n, row.confidence()).expect("the counts fit");
                row.agrees_with(got, 1e-9, 0.0);
            }
            "exact" => {
                let got = binomial_test(successes, n, row.number()).expect("the counts fit");
                row.agrees(got, 1e-9);
            }
            "mid_p" => {
                let got = binomial_test_mid_p(successes, n, row.number()).expect("the counts fit");
                row.agrees(got, 1e-9);
            }
            other => panic!("no such method: {other}"),
        }
    });
    assert_eq!(n_compared, 240);
}

#[test]
fn the_correction_agrees_with_the_worked_examples_of_newcombe() {
    // Newcombe, R. G. (1998), Statistics in Medicine 17, 857–872, table I, method 4.
    for (x, n, low, high) in [(81, 263, 0.2535, 0.3682), (0, 20, 0.0, 0.2005), (1, 29, 0.0018, 0.1963)] {
        let got = wilson_corrected(x, n, Confidence::P95).expect("the counts fit");
        assert!((got.low - low).abs() < 5.1e-5 && (got.high - high).abs() < 5.1e-5, "{x}/{n}: {got:?}");
    }
}
