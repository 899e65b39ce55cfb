//! Differences, ratios and tests of two groups.

use insyn::stats::{
    estimate::Estimate,
    interval::{Confidence, Undefined},
    newcombe::newcombe,
    poisson_interval::CountLimits,
    rate_difference::rate_difference,
    rate_ratio::{rate_ratio, rate_ratio_exact, rate_test},
    risk_ratio::risk_ratio,
};

use super::support::{Row, each_row};

#[test]
fn two_groups_agree_with_statsmodels_and_scipy() {
    let n_compared = each_row(include_str!("two_groups.csv"), |row| match row.word() {
        "newcombe" => {
            let got = newcombe((row.count(), row.count()), (row.count(), row.count()), row.confidence());
            // Differences are only as exact as what they are of.
            compare(row, got, 1e-14, 1.0);
        }
        "risk_ratio" => {
            let got = risk_ratio((row.count(), row.count()), (row.count(), row.count()), row.confidence());
            compare(row, got, 1e-9, 0.0);
        }
        "rate_difference" => {
            let (first, second, confidence) = groups(row);
            let size = first.0 as f64 / first.1 + second.0 as f64 / second.1;
            compare(row, rate_difference(first, second, CountLimits::Garwood, confidence), 1e-9, size);
        }
        "rate_ratio" => {
            let (first, second, confidence) = groups(row);
            compare(row, rate_ratio(first, second, confidence), 1e-9, 0.0);
        }
        "rate_ratio_exact" => {
            let (first, second, confidence) = groups(row);
            let got = rate_ratio_exact(first, second, confidence).expect("it is defined");
            open_agrees(row, got.value);
            row.agrees(got.low, 1e-9);
            open_agrees(row, got.high);
        }
        "rate_test" => {
            let (first, second, _) = groups(row);
            row.agrees(rate_test(first, second).expect("it is defined"), 1e-9);
        }
        other => panic!("no such method: {other}"),
    });
    assert_eq!(n_compared, 90);
}

#[test]
fn the_difference_agrees_with_the_worked_example_of_newcombe() {
    // Newcombe, R. G. (1998), Statistics in Medicine 17, 873–890, table II, method 10.
    let got = newcombe((56, 70), (48, 80), Confidence::P95).expect("the counts fit");
    assert!((got.interval.low - 0.0524).abs() < 5e-5 && (got.interval.high - 0.3339).abs() < 5e-5, "{got:?}");
}

fn groups(row: &mut Row) -> ((u64, f64), (u64, f64), Confidence) {
    ((row.count(), row.number()), (row.count(), row.number()), row.confidence())
}

fn compare(row: &mut Row, ours: Result<Estimate, Undefined>, relative: f64, unit: f64) {
    let ours = ours.expect("it is defined");
    row.is_near(ours.value, relative, unit);
    row.agrees_with(ours.interval, relative, unit);
}

fn open_agrees(row: &mut Row, ours: Option<f64>) {
    match ours {
        Some(ours) => row.agrees(ours, 1e-9),
        None => assert_eq!(row.word(), "none"),
    }
}
