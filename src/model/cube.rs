//! A dataset in memory: its dimensions, its measures, and a column of cells for each measure.

mod column;
mod numbers;
mod parts;
mod remark;
mod signs;
mod state;
mod writing;

pub use column::{Column, Summand};
pub use numbers::{Numbers, Width};
pub use parts::{Bytes, Parts};
pub use remark::Remark;

use super::{
    dataset::Dataset,
    dimension::{Dimension, DimensionKind},
    figure::{Absence, Figure},
    measure::Measure,
};

/// A dataset in memory. It is not yet cleared: `gate` does that.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cube {
    /// What the publisher says of it all.
    pub dataset: Dataset,
    /// What it is broken down by.
    pub dimensions: Vec<Dimension>,
    /// What is counted.
    pub measures: Vec<Measure>,
    /// The cells; measures point here.
    pub columns: Vec<Column>,
}

/// A category for each dimension, by position: one cell of each column.
pub type Coordinates = Vec<usize>;

impl Cube {
    /// Number of cells in each column; none where the product does not fit.
    pub fn n_rows(&self) -> Option<usize> {
        self.dimensions.iter().try_fold(1_usize, |rows, dimension| rows.checked_mul(dimension.categories.len()))
    }

    /// Where the cell of these categories is in each column.
    pub fn row(&self, at: &[usize]) -> Option<usize> {
        if at.len() != self.dimensions.len() {
            return None;
        }
        self.dimensions.iter().zip(at).try_fold(0_usize, |row, (dimension, &category)| {
            let n = dimension.categories.len();
            if category >= n { None } else { row.checked_mul(n)?.checked_add(category) }
        })
    }

    /// The categories of a row: the reverse of `row`.
    pub fn coordinates(&self, mut row: usize) -> Coordinates {
        let mut at = vec![0; self.dimensions.len()];
        for (place, dimension) in at.iter_mut().zip(&self.dimensions).rev() {
            let n = dimension.categories.len().max(1);
            *place = row % n;
            row /= n;
        }
        at
    }

    /// The cell of a measure as it was published; unpublished for a measure that is only worked out.
    pub fn published(&self, measure: usize, at: &[usize]) -> Figure {
        match (self.column_of(measure), self.row(at)) {
            (Some(column), Some(row)) => column.figure(row),
            _ => Figure::Absent(Absence::Unpublished),
        }
    }

    /// What is said of one cell.
    pub fn remark(&self, measure: usize, at: &[usize]) -> Option<&Remark> {
        self.column_of(measure)?.remark(self.row(at)?)
    }

    fn column_of(&self, measure: usize) -> Option<&Column> {
        self.columns.get(self.measures.get(measure)?.column?)
    }

    /// The dimension of this kind: areas or periods, say.
    pub fn dimension_of_kind(&self, kind: &DimensionKind) -> Option<usize> {
        self.dimensions.iter().position(|dimension| dimension.kind == *kind)
    }

    /// The dimension with this id.
    pub fn dimension_by_id(&self, id: &str) -> Option<usize> {
        self.dimensions.iter().position(|dimension| dimension.id == id)
    }

    /// The measure with this id.
    pub fn measure_by_id(&self, id: &str) -> Option<usize> {
        self.measures.iter().position(|measure| measure.id == id)
    }

    /// The cell that a question means when it asks for nothing in particular.
    pub fn default_coordinates(&self) -> Coordinates {
        self.dimensions.iter().map(Dimension::default_category).collect()
    }
}
