//! Directly standardised rates.

use insyn::stats::{
    poisson_interval::CountLimits,
    standardised::{StandardisedLimits, Stratum, standardised_rate},
};

use super::support::each_row;

#[test]
fn standardised_rates_agree_with_fractions_and_scipy() {
    let n_compared = each_row(include_str!("standardised.csv"), |row| {
        let number = |cell: &str| cell.parse::<f64>().expect("a number");
        let strata: Vec<Stratum> = row
            .word()
            .split(';')
            .map(|stratum| {
                let cells: Vec<f64> = stratum.split(' ').map(number).collect();
                Stratum { events: cells[0] as u64, n: cells[1], weight: cells[2] }
            })
            .collect();
        let limits = match row.word() {
            "garwood" => StandardisedLimits::Dobson(CountLimits::Garwood),
            "byar" => StandardisedLimits::Dobson(CountLimits::Byar),
            "fay_feuer" => StandardisedLimits::FayFeuer,
            other => panic!("no such limits: {other}"),
        };
        let got = standardised_rate(&strata, limits, row.confidence()).expect("it is defined");
        row.agrees(got.value, 1e-9);
        row.agrees_with(got.interval, 1e-9, 0.0);
    });
    assert_eq!(n_compared, 30);
}
