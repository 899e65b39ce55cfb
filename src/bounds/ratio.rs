//! Shares and rates beside their two counts: 10.3 per cent of 29 is 3, and no more were found than there were.

use super::{sheet::Sheet, table::Table, world::Place};
use crate::model::{
    cube::Column,
    measure::{MeasureKind, Ratio},
};

/// More decimals than this are the noise of a division.
const MOST_DECIMALS: i32 = 9;

/// As many cells of a numerator may share one denominator as are looked at.
const MOST_ROWS: usize = 4096;

/// A share or a rate whose two counts are both sheets.
#[derive(Debug)]
pub struct Quotient<'c> {
    pub table: usize,
    /// The measure, by position in its cube.
    pub measure: usize,
    /// The sheets of the two counts.
    above: usize,
    below: usize,
    ratio: &'c Ratio,
    /// No more above the line than below it.
    pub is_share: bool,
    /// The published quotients, with half of the last decimal they are rounded to.
    own: Option<(&'c Column, f64)>,
}

/// All quotients; without their published figures where the counts were rounded, for then nobody knows what was divided.
pub fn quotients<'c>(tables: &[Option<Table<'c>>], sheets: &[Sheet<'c>]) -> Vec<Quotient<'c>> {
    let mut found = Vec::new();
    for (number, table) in tables.iter().enumerate() {
        let Some(table) = table else { continue };
        let cube = table.cube;
        let sheet_of =
            |measure: usize| sheets.iter().position(|sheet| sheet.table == number && sheet.measure == measure);
        for (measure, it) in cube.measures.iter().enumerate() {
            let Some(ratio) = it.ratio.as_ref() else { continue };
            let counts = ratio.numerator.and_then(sheet_of).zip(sheet_of(ratio.denominator));
            let Some((above, below)) = counts.filter(|(above, below)| above != below) else { continue };
            // Where nothing hides nobody asks.
            if ![above, below].iter().any(|sheet| sheets.get(*sheet).is_some_and(Sheet::is_asked)) {
                continue;
            }
            let is_rounded = cube.dataset.disclosure.as_ref().is_some_and(|it| it.rounding_base.is_some());
            let column = it.column.and_then(|column| cube.columns.get(column)).filter(|_| !is_rounded);
            let own = column.map(|column| (column, 0.5 * 10_f64.powi(-decimals(column))));
            let is_share = it.kind == MeasureKind::Share;
            found.push(Quotient { table: number, measure, above, below, ratio, is_share, own });
        }
    }
    found
}

/// How many decimals the numbers of a column have: to as many they may be rounded.
fn decimals(column: &Column) -> i32 {
    column.numbers().flatten().fold(0, decimals_with)
}

/// How many decimals numbers have, one more added to those that were looked at.
pub fn decimals_with(most: i32, number: f64) -> i32 {
    (most..MOST_DECIMALS).find(|decimals| has_at_most(number, *decimals)).unwrap_or(MOST_DECIMALS)
}

fn has_at_most(number: f64, decimals: i32) -> bool {
    let shifted = number * 10_f64.powi(decimals);
    (shifted - shifted.round()).abs() <= shifted.abs() * 1e-12
}

impl Quotient<'_> {
    /// The cell above the line.
    pub fn above(&self, row: usize) -> Place {
        Place { sheet: self.above, row }
    }

    /// The cell below the line.
    pub fn below(&self, row: usize, table: &Table) -> Place {
        let at =
            |row, (dimension, category): &(usize, usize)| table.row(table.base(row, *dimension), *dimension, *category);
        Place { sheet: self.below, row: self.ratio.denominator_at.iter().fold(row, at) }
    }

    /// Between which two numbers the counts' quotient lies, by the published figure.
    pub fn published(&self, row: usize) -> Option<(f64, f64)> {
        let (column, half) = self.own?;
        let share = column.number(row)?;
        if column.remark(row).is_some_and(|remark| remark.qualifier.is_some()) {
            return None;
        }
        // Rounding in binary must neither add a count nor take one away.
        let noise = 1e-9 * share.abs().max(1.0);
        let part = |share: f64| share.max(0.0) / self.ratio.per;
        Some((part(share - half - noise), part(share + half + noise)))
    }

    /// The rows of the quotient that a count's cell is part of.
    pub fn rows(&self, place: Place, table: &Table, mut add: impl FnMut(usize)) {
        if place.sheet == self.above {
            add(place.row);
        }
        if place.sheet != self.below || self.below(place.row, table).row != place.row {
            return;
        }
        let mut rows = vec![place.row];
        for (dimension, _) in &self.ratio.denominator_at {
            let n = table.cube.dimensions.get(*dimension).map_or(1, |it| it.categories.len());
            if rows.len().saturating_mul(n) > MOST_ROWS {
                return;
            }
            let spread = |row: &usize| {
                let base = table.base(*row, *dimension);
                (0..n).map(move |category| table.row(base, *dimension, category)).collect::<Vec<_>>()
            };
            rows = rows.iter().flat_map(spread).collect();
        }
        rows.into_iter().for_each(add);
    }
}
