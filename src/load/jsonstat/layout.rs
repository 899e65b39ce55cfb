//! Where each cell of the file goes: from a flat position to a column and a row.

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

    /// Column and row of all cells in the order of the file; quicker than to ask for each.
    pub fn places(self) -> impl Iterator<Item = (usize, usize)> {
        let n_outer = self.n_rows.checked_div(self.stride).unwrap_or_default();
        (0..n_outer).flat_map(move |outer| {
            let first = outer.saturating_mul(self.stride);
            let rows = first..first.saturating_add(self.stride);
            (0..self.n_columns).flat_map(move |column| rows.clone().map(move |row| (column, row)))
        })
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
            assert_eq!(layout.places().collect::<Vec<_>>(), places);
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
