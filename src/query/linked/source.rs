//! Where the cells of one measure stand in the cube, by positions on both sides.

use std::collections::HashSet;

use super::{
    scope::{Counted, NotLinked, Scope},
    side::Side,
};
use crate::model::cube::{Column, Cube, Summand};

/// The cells of one measure, by positions on both sides.
pub struct Source<'a> {
    pub column: &'a Column,
    inexact: HashSet<usize>,
    /// The row of a cell: the sum of what its positions on both sides give.
    rows: [Vec<usize>; 2],
}

/// What a cell holds: a whole number, or one of two signs that are no number here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell(u64);

impl Cell {
    /// A number that only the publisher knows.
    pub const HIDDEN: Self = Self(u64::MAX);
    /// No number, for any other reason.
    pub const ABSENT: Self = Self(u64::MAX - 1);
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The number, where there is one.
    pub fn number(self) -> Option<u64> {
        (self.0 <= LARGEST).then_some(self.0)
    }
}

/// Where the cells of a counted measure stand.
pub fn source<'a>(
    cube: &'a Cube,
    scope: &Scope,
    counted: &Counted,
    sides: &[Side; 2],
    leaves: &[Vec<usize>],
) -> Result<Source<'a>, NotLinked> {
    let column = cube.measures.get(counted.measure).and_then(|it| cube.columns.get(it.column?));
    let column = column.ok_or(NotLinked::NoSuch)?;
    let mut strides = vec![1_usize; cube.dimensions.len()];
    let mut stride = 1_usize;
    for (it, dimension) in strides.iter_mut().zip(&cube.dimensions).rev() {
        *it = stride;
        stride = stride.checked_mul(dimension.categories.len()).ok_or(NotLinked::TooLarge)?;
    }
    let stride_of = |dimension: usize| strides.get(dimension).copied().unwrap_or(0);
    let own = |dimension: usize| counted.at.iter().find(|(place, _)| *place == dimension).map(|(_, own)| *own);
    let is_linked = |dimension: usize| scope.dimensions.contains(&dimension) && own(dimension).is_none();
    let unlinked = scope.at.iter().enumerate().filter(|(dimension, _)| !is_linked(*dimension));
    let base: usize = unlinked.map(|(dimension, at)| own(dimension).unwrap_or(*at) * stride_of(dimension)).sum();
    let rows = |side: &Side, base: usize| {
        let mut rows = vec![base; side.n];
        for it in &side.dimensions {
            let Some(&dimension) = scope.dimensions.get(it.linked) else { continue };
            let Some(leaves) = leaves.get(it.linked).filter(|_| is_linked(dimension)) else { continue };
            for (row, leaf) in rows.iter_mut().zip(it.leaves()) {
                *row += leaves.get(usize::from(*leaf)).map_or(0, |category| category * stride_of(dimension));
            }
        }
        rows
    };
    let [outer, inner] = sides;
    Ok(Source { column, inexact: column.inexact_rows().collect(), rows: [rows(outer, base), rows(inner, 0)] })
}

impl Source<'_> {
    /// The cell in a row of the column; none for a number that is no whole count.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what does not fit is not equal")]
    #[expect(clippy::cast_precision_loss, reason = "a number that loses something is not equal")]
    fn cell(&self, row: usize) -> Option<Cell> {
        match self.column.summand(row) {
            Summand::Number(number) => {
                let whole = number as u64;
                (whole as f64 == number && whole <= LARGEST).then_some(Cell(whole))
            }
            Summand::Nothing => Some(Cell::ZERO),
            Summand::Hidden => Some(Cell::HIDDEN),
            Summand::Unknown => Some(Cell::ABSENT),
        }
    }

    /// The cells against one position of the first side, in `cells`; none where a number is no whole count.
    pub fn read(&self, outer: usize, cells: &mut [Cell]) -> Option<()> {
        let [outers, inners] = &self.rows;
        let base = *outers.get(outer)?;
        if self.inexact.is_empty() {
            for (cell, row) in cells.iter_mut().zip(inners) {
                *cell = self.cell(base + row)?;
            }
            return Some(());
        }
        for (cell, row) in cells.iter_mut().zip(inners) {
            let row = base + row;
            *cell = if self.inexact.contains(&row) { Cell::ABSENT } else { self.cell(row)? };
        }
        Some(())
    }
}

/// Whole numbers up to here are exact in double precision.
pub const LARGEST: u64 = 1 << 53;
