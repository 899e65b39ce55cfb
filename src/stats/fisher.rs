//! Whether two shares can be alike, exactly: Fisher (1935).

use super::binomial_test::TIE;
use super::interval::Undefined;
use super::{binomial, smallest};

/// Tables with more in all than this are not tested: the sum has too many terms, and χ² says the same.
const MOST_IN_ALL: u64 = 1_000_000_000_000;

/// The two-sided p-value of a table of two rows and two columns: the sum of the chances of all tables with its margins that are not more probable than it.
///
/// Fisher, R. A. (1935), "The logic of inductive inference", J. Royal Statistical Society 98(1), 39–82; the two-sided sum as R's `fisher.test` takes it, where
/// chances that differ by less than 10⁻⁷ of them are equal.
///
/// # Errors
/// [`Undefined::NothingCounted`] where all is 0, [`Undefined::NoVariation`] where a row or a column is, [`Undefined::NotFound`] where there are more than 10¹² in all.
pub fn fisher_exact(table: [[u64; 2]; 2]) -> Result<f64, Undefined> {
    let margins = Margins::of(table)?;
    let observed = table.as_flattened().first().copied().unwrap_or_default();
    let most = margins.chance(observed)? * TIE;
    let mode = margins.mode();
    if margins.chance(mode)? <= most {
        return Ok(1.0);
    }
    // Chances rise up to the mode and fall after it.
    let other = if observed < mode {
        let is_beyond = |x: u64| Ok(x > mode && margins.chance(x)? <= most);
        let first = smallest(mode, margins.highest, is_beyond)?;
        if is_beyond(first)? { margins.upper_tail(first)? } else { 0.0 }
    } else {
        let above = smallest(mode, mode, |x| Ok(x >= margins.lowest && margins.chance(x)? > most))?;
        match above.checked_sub(1) {
            Some(last) if last >= margins.lowest => margins.lower_tail(last)?,
            _ => 0.0,
        }
    };
    let own = if observed < mode { margins.lower_tail(observed)? } else { margins.upper_tail(observed)? };
    Ok((own + other).min(1.0))
}

/// The margins of a table, which say what its first cell can be.
struct Margins {
    /// The total of the first row.
    row: u64,
    /// That of the second.
    other_row: u64,
    /// The total of the first column.
    column: u64,
    lowest: u64,
    highest: u64,
}

impl Margins {
    fn of([[a, b], [c, d]]: [[u64; 2]; 2]) -> Result<Self, Undefined> {
        let all = a.checked_add(b).and_then(|sum| sum.checked_add(c)).and_then(|sum| sum.checked_add(d));
        let all = all.filter(|all| *all <= MOST_IN_ALL).ok_or(Undefined::NotFound)?;
        let (row, other_row, column) = (a + b, c + d, a + c);
        if all == 0 {
            return Err(Undefined::NothingCounted);
        }
        if [row, other_row, column, all - column].contains(&0) {
            return Err(Undefined::NoVariation);
        }
        Ok(Self { row, other_row, column, lowest: column.saturating_sub(other_row), highest: row.min(column) })
    }

    /// The most probable first cell: ⌊(r + 1)(c + 1)/(n + 2)⌋.
    fn mode(&self) -> u64 {
        let of = |number: u64| u128::from(number) + 1;
        let mode = of(self.row) * of(self.column) / (of(self.row) + of(self.other_row));
        u64::try_from(mode).unwrap_or(self.highest).clamp(self.lowest, self.highest)
    }

    /// The hypergeometric chance of a first cell, as three binomial chances (Loader 2000).
    fn chance(&self, first: u64) -> Result<f64, Undefined> {
        let all = self.row + self.other_row;
        let share = self.column as f64 / all as f64;
        let Some(rest) = self.column.checked_sub(first) else {
            return Ok(0.0);
        };
        let of_rows = binomial::pmf(first, self.row, share)? * binomial::pmf(rest, self.other_row, share)?;
        Ok(of_rows / binomial::pmf(self.column, all, share)?)
    }

    /// The chances from this first cell on, above the mode.
    fn upper_tail(&self, from: u64) -> Result<f64, Undefined> {
        let (row, column, other) = (self.row as f64, self.column as f64, self.other_row as f64);
        Ok(tail(
            self.chance(from)?,
            (from..self.highest).map(|x| {
                let x = x as f64;
                (row - x) / (x + 1.0) * ((column - x) / (other - column + x + 1.0))
            }),
        ))
    }

    /// The chances down from this first cell, below the mode.
    fn lower_tail(&self, from: u64) -> Result<f64, Undefined> {
        let (row, column, other) = (self.row as f64, self.column as f64, self.other_row as f64);
        Ok(tail(
            self.chance(from)?,
            (self.lowest + 1..=from).rev().map(|x| {
                let x = x as f64;
                x / (row - x + 1.0) * ((other - column + x) / (column - x + 1.0))
            }),
        ))
    }
}

/// The sum of chances that fall ever faster, from the first and the quotients of neighbours, until what is left does not count.
fn tail(first: f64, quotients: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut chance) = (first, first);
    for quotient in quotients {
        chance *= quotient;
        sum += chance;
        // What is left is at most a geometric series.
        if chance * quotient <= sum * 1e-16 * (1.0 - quotient) {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        assert_eq!(fisher_exact([[0, 0], [0, 0]]), Err(Undefined::NothingCounted));
        for table in [[[0, 0], [1, 2]], [[1, 2], [0, 0]], [[0, 1], [0, 2]], [[1, 0], [2, 0]]] {
            assert_eq!(fisher_exact(table), Err(Undefined::NoVariation));
        }
        assert_eq!(fisher_exact([[u64::MAX, 1], [1, 1]]), Err(Undefined::NotFound));
        assert_eq!(fisher_exact([[MOST_IN_ALL, 1], [1, 1]]), Err(Undefined::NotFound));
    }

    #[test]
    fn ties_count_in_full() {
        assert_eq!(fisher_exact([[1, 0], [0, 1]]), Ok(1.0));
        assert_eq!(fisher_exact([[2, 1], [1, 2]]), Ok(1.0));
        assert!(fisher_exact([[3, 0], [0, 3]]).is_ok_and(|p| (p - 0.1).abs() < 1e-15));
    }

    #[test]
    fn the_largest_tables_come_to_an_end() {
        let quarter = MOST_IN_ALL / 4;
        let p = fisher_exact([[quarter - 500_000, quarter], [quarter, quarter - 500_000]]).expect("no row is empty");
        // χ² of so many is exact to six digits: z = d √(4/n).
        let z: f64 = 2.0 * 250_000.0 / 500_000.0;
        let normal = 2.0 * super::super::special::normal_survival(z).expect("it is finite");
        assert!((p / normal - 1.0).abs() < 1e-5, "{p} {normal}");
    }

    proptest! {
        #[test]
        fn it_is_the_sum_over_all_tables_with_its_margins(cells in prop::array::uniform4(0_u64..40)) {
            let [a, b, c, d] = cells;
            prop_assume!(![a + b, c + d, a + c, b + d].contains(&0));
            let margins = Margins::of([[a, b], [c, d]]).expect("no row is empty");
            let chance = |x| margins.chance(x).expect("it is a table");
            let all: Vec<f64> = (margins.lowest..=margins.highest).map(chance).collect();
            let sum: f64 = all.iter().filter(|of_it| **of_it <= chance(a) * TIE).sum();
            prop_assert!((all.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            let got = fisher_exact([[a, b], [c, d]]).expect("no row is empty");
            prop_assert!((got - sum).abs() < 1e-12, "{got} {sum}");
        }

        #[test]
        fn turning_the_table_changes_nothing(cells in prop::array::uniform4(1_u64..250_000)) {
            let [a, b, c, d] = cells;
            let got = fisher_exact([[a, b], [c, d]]).expect("no row is empty");
            prop_assert!((0.0..=1.0).contains(&got));
            for turned in [[[c, d], [a, b]], [[b, a], [d, c]], [[a, c], [b, d]]] {
                let other = fisher_exact(turned).expect("no row is empty");
                prop_assert!((other - got).abs() <= 1e-9 * got + 1e-290, "{other} {got}");
            }
        }
    }
}
