//! Tests of tables of counts.

use std::str::FromStr;

use insyn::stats::{
    chi_squared::{chi_squared, chi_squared_yates},
    cochran_armitage::cochran_armitage,
    fisher::fisher_exact,
};

use super::support::each_row;

#[test]
fn cross_tables_agree_with_scipy_and_fractions() {
    let n_compared = each_row(include_str!("cross_tables.csv"), |row| {
        let (method, table) = (row.word(), row.word());
        match method {
            "chi_squared" | "yates" => {
                let rows = rows::<u64>(table);
                let got = if method == "yates" {
                    chi_squared_yates(two_by_two(&rows))
                } else {
                    chi_squared(&rows.concat(), rows[0].len())
                };
                let got = got.expect("no row and no column is empty");
                // Theirs is a sum of squares of small differences of large numbers.
                row.is_near(got.statistic, 1e-9, 1e-9);
                assert_eq!(got.degrees, row.count());
                row.agrees(got.p, 1e-9);
            }
            "fisher" => {
                let got = fisher_exact(two_by_two(&rows(table))).expect("no row and no column is empty");
                row.agrees(got, 1e-9);
            }
            "trend" => {
                let rows = rows::<f64>(table);
                let groups: Vec<(u64, u64)> = rows.iter().map(|row| (row[0] as u64, row[1] as u64)).collect();
                let scores: Vec<f64> = rows.iter().map(|row| row[2]).collect();
                let got = cochran_armitage(&groups, &scores).expect("the groups differ");
                row.is_near(got.z, 1e-9, 1e-9);
                row.agrees(got.p, 1e-9);
            }
            other => panic!("no such method: {other}"),
        }
    });
    assert_eq!(n_compared, 66);
}

#[test]
fn the_trend_agrees_with_the_smokers_of_fleiss() {
    // Fleiss, J. L. (1981), Statistical Methods for Rates and Proportions, as in R's prop.trend.test.
    let smokers = [(83, 86), (90, 93), (129, 136), (70, 82)];
    let got = cochran_armitage(&smokers, &[1.0, 2.0, 3.0, 4.0]).expect("the groups differ");
    assert!((got.z * got.z - 8.2249).abs() < 5e-5 && (got.p - 0.004132).abs() < 5e-7, "{got:?}");
}

#[test]
fn the_lady_tasting_tea_agrees_with_fisher() {
    let got = fisher_exact([[3, 1], [1, 3]]).expect("no row and no column is empty");
    assert!((got - 34.0 / 70.0).abs() < 1e-14, "{got}");
}

/// Rows parted by semicolons, cells by blanks.
fn rows<T: FromStr>(text: &str) -> Vec<Vec<T>> {
    let number = |cell: &str| cell.parse().unwrap_or_else(|_| panic!("no number: {cell}"));
    text.split(';').map(|row| row.split(' ').map(number).collect()).collect()
}

fn two_by_two(rows: &[Vec<u64>]) -> [[u64; 2]; 2] {
    [[rows[0][0], rows[0][1]], [rows[1][0], rows[1][1]]]
}
