//! Many rows at once on their way into a cube: a column is gone through at a time, which is quicker than a row at a time.

use std::ops::Range;

use super::{Table, categories::Axis, filling::Numbers};

/// As many rows as are looked at together: what is worked out of them stays near at hand.
pub const ROWS: usize = 4096;

/// Stands for the place of a text that is no category. No cube has so many cells, and a sum of such places does not wrap.
pub const NOWHERE: u64 = 1 << 40;

/// No number of a row is known by its code alone.
const UNKNOWN: u32 = u32::MAX;

/// A column, and how far each of its texts takes a row into the cube.
pub struct Step {
    column: usize,
    ahead: Vec<u64>,
}

/// The steps of the axes, and of the column that names the measures: that one takes nobody further, but must have a category.
pub fn steps(axes: &[Axis], names: Option<&Axis>) -> Vec<Step> {
    let mut stride = 1_usize;
    let mut steps = Vec::new();
    for axis in axes.iter().rev() {
        steps.extend(step(axis, stride));
        stride = stride.saturating_mul(axis.dimension.categories.len());
    }
    steps.extend(names.and_then(|names| step(names, 0)));
    steps
}

fn step(axis: &Axis, stride: usize) -> Option<Step> {
    let ahead = |place: &Option<usize>| {
        let cells = place.map(|place| u64::try_from(place.saturating_mul(stride)).unwrap_or(NOWHERE));
        cells.unwrap_or(NOWHERE)
    };
    Some(Step { column: axis.column?, ahead: axis.places.iter().map(ahead).collect() })
}

/// Some rows.
#[derive(Default)]
pub struct Block {
    /// Where the cells of each row begin in the cube; `NOWHERE` or more where a column has no category for it.
    pub bases: Vec<u64>,
    /// For each column of figures the codes of the rows.
    codes: Vec<Vec<u32>>,
}

impl Block {
    /// Takes these rows for those before.
    pub fn take(&mut self, table: &Table, rows: Range<usize>, steps: &[Step], numbers: &[Numbers]) {
        self.bases.clear();
        self.bases.resize(rows.len(), 0);
        for step in steps {
            let Some(column) = table.columns.get(step.column) else { continue };
            let mut bases = self.bases.iter_mut();
            column.each_code(rows.clone(), |code| {
                if let Some(base) = bases.next() {
                    *base = base.saturating_add(step.ahead.get(code).copied().unwrap_or(NOWHERE));
                }
            });
        }
        self.codes.resize(numbers.len(), Vec::new());
        for (codes, numbers) in self.codes.iter_mut().zip(numbers) {
            codes.clear();
            if let Some(column) = table.columns.get(numbers.column) {
                column.each_code(rows.clone(), |code| codes.push(u32::try_from(code).unwrap_or(UNKNOWN)));
            }
            for (status, says) in &numbers.statuses {
                let Some(column) = table.columns.get(*status) else { continue };
                let mut codes = codes.iter_mut();
                column.each_code(rows.clone(), |code| {
                    if let Some(number) = codes.next()
                        && matches!(says.get(code), Some(Some(_)))
                    {
                        *number = UNKNOWN;
                    }
                });
            }
        }
    }

    /// The code of a figure, unless a sign in the row says something of it too.
    pub fn code(&self, numbers: usize, row: usize) -> Option<usize> {
        let code = *self.codes.get(numbers)?.get(row)?;
        if code == UNKNOWN { None } else { usize::try_from(code).ok() }
    }
}
