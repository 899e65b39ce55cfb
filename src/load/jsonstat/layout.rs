//! Where each cell of the file goes: from a flat position to a column and a row.

use std::ops::Range;

use crate::load::limits;
use crate::load::{
    complaint::{Complaints, pointer},
    fault::{Fault, Limit},
};

/// The shape of the cells: the axes in order, one of which may be the measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Cells in the file.
    pub n_cells: usize,
    /// Cells in each column.
    pub n_rows: usize,
    /// Columns.
    pub n_columns: usize,
    /// Cells from one measure to the next.
    stride: usize,
}

impl Layout {
    /// The layout of axes with so many categories each; none only after a fatal complaint.
    pub fn new(sizes: &[usize], metric: Option<usize>, complaints: &mut Complaints) -> Option<Self> {
        let product = |sizes: &[usize]| sizes.iter().try_fold(1_usize, |product, size| product.checked_mul(*size));
        let n_cells = product(sizes);
        let Some(n_cells) = n_cells.filter(|n_cells| *n_cells <= limits::CELLS) else {
            let fault = Fault::OverLimit { limit: Limit::Cells, most: limits::CELLS, found: n_cells };
            complaints.fail(pointer(["size"]), fault);
            return None;
        };
        let Some(metric) = metric else {
            return Some(Self { n_cells, n_rows: n_cells, n_columns: 1, stride: n_cells.max(1) });
        };
        let n_columns = *sizes.get(metric)?;
        let after = sizes.get(metric.checked_add(1)?..)?;
        Some(Self { n_cells, n_rows: n_cells.checked_div(n_columns)?, n_columns, stride: product(after)?.max(1) })
    }

    /// The column and the row of a cell; none where the file has no such cell.
    pub fn place(&self, flat: usize) -> Option<(usize, usize)> {
        if flat >= self.n_cells {
            return None;
        }
        let block = flat.checked_div(self.stride)?;
        let column = block.checked_rem(self.n_columns)?;
        let outer = block.checked_div(self.n_columns)?;
        let row = outer.checked_mul(self.stride)?.checked_add(flat.checked_rem(self.stride)?)?;
        Some((column, row))
    }

    /// The cells in the order of the file, as many together as lie in one column one after the other.
    pub fn runs(self) -> impl Iterator<Item = Run> {
        let n = self.n_cells.checked_div(self.stride).unwrap_or_default();
        (0..n).filter_map(move |block| self.run(block.saturating_mul(self.stride)))
    }

    /// The cells that lie in one column with this one.
    pub fn run(&self, flat: usize) -> Option<Run> {
        let begin = flat.saturating_sub(flat.checked_rem(self.stride)?);
        let (column, row) = self.place(begin)?;
        Some(Run { column, row, cells: begin..begin.saturating_add(self.stride) })
    }
}

/// Cells that lie in a column as they do in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The column.
    pub column: usize,
    /// The row of the first.
    pub row: usize,
    /// The cells in the file.
    pub cells: Range<usize>,
}

impl Run {
    /// The row of a cell of the file, where it is one of these.
    pub fn row_of(&self, flat: usize) -> Option<usize> {
        if !self.cells.contains(&flat) {
            return None;
        }
        self.row.checked_add(flat.saturating_sub(self.cells.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measures_are_taken_out_wherever_they_stand() {
        let mut complaints = Complaints::default();
        let mut places = |metric| {
            let layout = Layout::new(&[2, 3, 2], metric, &mut complaints)?;
            let places = (0..12).map(|flat| layout.place(flat)).collect::<Option<Vec<_>>>()?;
            let of_run = |run: Run| run.cells.clone().filter_map(move |flat| Some((run.column, run.row_of(flat)?)));
            assert_eq!(layout.runs().flat_map(of_run).collect::<Vec<_>>(), places);
            Some(places)
        };
        let middle = places(Some(1)).expect("twelve cells are within the limit");
        assert_eq!(middle[..6], [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]);
        assert_eq!(middle[6..], [(0, 2), (0, 3), (1, 2), (1, 3), (2, 2), (2, 3)]);
        let last = places(Some(2)).expect("twelve cells are within the limit");
        assert_eq!(last[..4], [(0, 0), (1, 0), (0, 1), (1, 1)]);
        let none = places(None).expect("twelve cells are within the limit");
        assert_eq!(none[11], (0, 11));
    }

    #[test]
    fn a_product_that_does_not_fit_is_a_complaint() {
        for sizes in [vec![usize::MAX, 3], vec![limits::CELLS, 2]] {
            let mut complaints = Complaints::default();
            assert_eq!(Layout::new(&sizes, None, &mut complaints), None);
            assert!(complaints.is_fatal());
        }
    }
}
