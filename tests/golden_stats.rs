//! Our statistics against numbers that another implementation worked out; the script that made them lies beside each file.

use insyn::stats::{interval::Confidence, wilson::wilson};

#[test]
fn wilson_agrees_with_statsmodels() {
    let mut n_compared = 0;
    for line in include_str!("golden/wilson.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [successes, n, confidence, low, high] = cells[..] else {
            panic!("a row has five cells: {line}");
        };
        let confidence = match confidence {
            "0.95" => Confidence::P95,
            "0.998" => Confidence::P998,
            other => panic!("no such confidence: {other}"),
        };
        let count = |cell: &str| cell.parse().expect("a whole number");
        let got = wilson(count(successes), count(n), confidence).expect("the counts fit");
        for (ours, theirs) in [(got.low, low), (got.high, high)] {
            let theirs: f64 = theirs.parse().expect("a number");
            // Their bounds are differences of larger numbers, and so are only as exact as those.
            assert!((ours - theirs).abs() < 1e-14, "{line}: {ours}");
        }
        n_compared += 1;
    }
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
