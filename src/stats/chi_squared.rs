//! Whether the rows of a table of counts can be alike: Pearson's χ², and Yates's correction of it.

use super::interval::Undefined;
use super::special::chi_squared_survival;

/// A χ² test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChiSquared {
    /// How far the counts are from what they would be if all rows were alike; 0 where they are.
    pub statistic: f64,
    /// Degrees of freedom.
    pub degrees: u64,
    /// The chance of counts as far off or farther, if all rows were alike.
    pub p: f64,
}

/// The test of a table with `n_columns` columns, its cells row by row: Σ (O − E)²/E with E = row total × column total / total.
///
/// Pearson, K. (1900), Philosophical Magazine 50(302), 157–175, with the degrees of freedom (r − 1)(c − 1) of Fisher, R. A. (1922), J. Royal Statistical Society
/// 85(1), 87–94. An approximation that is good where no E is under 5 (Cochran 1954).
///
/// # Errors
/// [`Undefined::UnequalLengths`] where the last row is not full, [`Undefined::TooFew`] where there are not two rows and two columns, [`Undefined::NothingCounted`]
/// where all is 0, [`Undefined::NoVariation`] where a row or a column is, [`Undefined::NotANumber`] where the total is too large for a count.
pub fn chi_squared(cells: &[u64], n_columns: usize) -> Result<ChiSquared, Undefined> {
    distance(cells, n_columns, 0.0)
}

/// The test of a table of two rows and two columns with each |O − E| made smaller by ½, though not below 0, as the counts are whole numbers.
///
/// Yates, F. (1934), "Contingency tables involving small numbers and the χ² test", Supplement to the J. Royal Statistical Society 1(2), 217–235.
///
/// # Errors
/// Those of [`chi_squared`].
pub fn chi_squared_yates(table: [[u64; 2]; 2]) -> Result<ChiSquared, Undefined> {
    distance(table.as_flattened(), 2, 0.5)
}

fn distance(cells: &[u64], n_columns: usize, correction: f64) -> Result<ChiSquared, Undefined> {
    let n_rows = cells.len().checked_div(n_columns).unwrap_or_default();
    if n_rows < 2 || n_columns < 2 {
        return Err(Undefined::TooFew);
    }
    if !cells.len().is_multiple_of(n_columns) {
        return Err(Undefined::UnequalLengths);
    }
    let total = cells.iter().try_fold(0_u64, |sum, cell| sum.checked_add(*cell)).ok_or(Undefined::NotANumber)?;
    if total == 0 {
        return Err(Undefined::NothingCounted);
    }
    let of_columns: Vec<u64> =
        (0..n_columns).map(|column| cells.iter().skip(column).step_by(n_columns).sum()).collect();
    if of_columns.contains(&0) {
        return Err(Undefined::NoVariation);
    }
    let mut statistic = 0.0;
    for row in cells.chunks(n_columns) {
        let of_row: u64 = row.iter().sum();
        if of_row == 0 {
            return Err(Undefined::NoVariation);
        }
        for (cell, of_column) in row.iter().zip(&of_columns) {
            let expected = of_row as f64 * (*of_column as f64 / total as f64);
            let off = (surplus(*cell, of_row, *of_column, total) - correction).max(0.0);
            statistic += off * off / expected;
        }
    }
    let degrees = (n_rows as u64 - 1).saturating_mul(n_columns as u64 - 1);
    Ok(ChiSquared { statistic, degrees, p: chi_squared_survival(statistic, degrees as f64)? })
}

/// |O − E| from whole numbers, so that a small difference of large counts keeps its digits.
fn surplus(cell: u64, of_row: u64, of_column: u64, total: u64) -> f64 {
    let [cell, of_row, of_column, total] = [cell, of_row, of_column, total].map(u128::from);
    (cell * total).abs_diff(of_row * of_column) as f64 / total as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(chi_squared(&[], 2), Err(Undefined::TooFew));
        assert_eq!(chi_squared(&[1, 2], 2), Err(Undefined::TooFew));
        assert_eq!(chi_squared(&[1, 2], 1), Err(Undefined::TooFew));
        assert_eq!(chi_squared(&[1, 2], 0), Err(Undefined::TooFew));
        assert_eq!(chi_squared(&[1, 2, 3, 4, 5], 2), Err(Undefined::UnequalLengths));
        assert_eq!(chi_squared(&[0; 6], 3), Err(Undefined::NothingCounted));
        assert_eq!(chi_squared(&[0, 0, 3, 4], 2), Err(Undefined::NoVariation));
        assert_eq!(chi_squared(&[0, 1, 0, 4], 2), Err(Undefined::NoVariation));
        assert_eq!(chi_squared(&[u64::MAX, 1, 1, 1], 2), Err(Undefined::NotANumber));
        assert_eq!(chi_squared_yates([[0, 0], [3, 4]]), Err(Undefined::NoVariation));
    }

    #[test]
    fn rows_that_are_alike_are_no_surprise() {
        let alike = ChiSquared { statistic: 0.0, degrees: 1, p: 1.0 };
        for times in [1, 1_000_000_000] {
            let cells = [1, 2, 3, 6].map(|cell| cell * times);
            assert_eq!(chi_squared(&cells, 2), Ok(alike));
            assert_eq!(chi_squared_yates([[cells[0], cells[1]], [cells[2], cells[3]]]), Ok(alike));
        }
    }

    #[test]
    fn a_large_table_keeps_its_small_difference() {
        let n = u64::MAX / 8;
        let got = chi_squared(&[n, n + 1, n, n], 2).expect("no row is empty");
        assert!(got.statistic > 0.0 && got.p > 0.999_999);
    }

    proptest! {
        #[test]
        fn the_order_of_rows_and_columns_does_not_matter(cells in prop::collection::vec(1_u64..1_000_000, 12)) {
            let got = chi_squared(&cells, 4).expect("no row is empty");
            let turned: Vec<u64> = cells.iter().rev().copied().collect();
            let columns_as_rows: Vec<u64> = (0..4).flat_map(|column| cells.iter().skip(column).step_by(4).copied()).collect();
            for other in [chi_squared(&turned, 4), chi_squared(&columns_as_rows, 3)] {
                let other = other.expect("no row is empty");
                prop_assert_eq!(other.degrees, 6);
                prop_assert!((other.statistic - got.statistic).abs() <= 1e-12 * got.statistic);
            }
        }

        #[test]
        fn the_correction_makes_p_larger(cells in prop::array::uniform4(1_u64..10_000)) {
            let corrected = chi_squared_yates([[cells[0], cells[1]], [cells[2], cells[3]]]).expect("no row is empty");
            prop_assert!(corrected.p >= chi_squared(&cells, 2).expect("no row is empty").p);
            prop_assert!((0.0..=1.0).contains(&corrected.p));
        }
    }
}
