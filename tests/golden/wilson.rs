//! Wilson's interval.

use insyn::stats::{interval::Confidence, wilson::wilson};

use super::support::each_row;

#[test]
fn wilson_agrees_with_statsmodels() {
    let n_compared = each_row(include_str!("wilson.csv"), |row| {
        let (successes, n, confidence) = (row.count(), row.count(), row.confidence());
        // Their bounds are differences of larger numbers, and so are only as exact as those.
        row.agrees_with(wilson(successes, n, confidence).expect("the counts fit"), 1e-14, 1.0);
    });
    assert_eq!(n_compared, 46);
}

#[test]
fn wilson_agrees_with_the_worked_examples_of_newcombe() {
    // Newcombe, R. G. (1998), Statistics in Medicine 17, 857–872, table I, method 3.
    for (x, n, low, high) in [(81, 263, 0.2553, 0.3662), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)] {
        let got = wilson(x, n, Confidence::P95).expect("the counts fit");
        assert!((got.low - low).abs() < 5e-5 && (got.high - high).abs() < 5e-5, "{x}/{n}: {got:?}");
    }
}
