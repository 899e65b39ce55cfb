//! Limits and tests of counts of events.

use insyn::stats::{
    poisson_interval::{byar, garwood},
    poisson_test::{poisson_test, poisson_test_mid_p},
};

use super::support::each_row;

#[test]
fn counts_agree_with_scipy_and_thirty_digits() {
    let n_compared = each_row(include_str!("counts.csv"), |row| {
        let (method, events) = (row.word(), row.count());
        match method {
            "garwood" => {
                let got = garwood(events, row.confidence()).expect("it is defined");
                row.agrees_with(got, 1e-9, 0.0);
            }
            "byar" => {
                let got = byar(events, row.confidence());
                row.agrees_with(got, 1e-9, 0.0);
            }
            "exact" => {
                let got = poisson_test(events, row.number()).expect("it is defined");
                row.agrees(got, 1e-9);
            }
            "mid_p" => {
                let got = poisson_test_mid_p(events, row.number()).expect("it is defined");
                row.agrees(got, 1e-9);
            }
            other => panic!("no such method: {other}"),
        }
    });
    assert_eq!(n_compared, 198);
}
