//! Tables of rows and columns, whatever file they stood in: what each column is, and the cube that comes of it.

pub mod column;
pub mod cube;
pub mod evidence;
pub mod fault;
pub mod legend;
pub mod mapping;
pub mod number;
pub mod propose;
pub mod rows;

mod area;
mod block;
mod categories;
mod duplicates;
mod figures;
mod filling;
mod pairs;
mod period;
mod role;
mod words;

pub use cube::cube;
pub use mapping::Mapping;
pub use propose::propose;

use super::complaint::Place;
use column::Column;
use number::Decimal;
use rows::Rows;

/// A table as it stood in a file: texts in columns of the same length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the file calls it.
    pub name: String,
    /// The columns, in their order.
    pub columns: Vec<Column>,
    /// Where each row stood.
    pub rows: Rows,
    /// The decimal sign, where the whole file has one.
    pub decimal: Option<Decimal>,
    /// Whether the reader said which it is, so that the numbers are not asked.
    pub is_decimal_given: bool,
    /// Lines above and below the table: its title, its source, its notes.
    pub remarks: Vec<String>,
}

impl Table {
    /// Number of rows, the header not counted.
    pub fn n_rows(&self) -> usize {
        self.columns.iter().map(Column::len).min().unwrap_or_default()
    }

    /// Where a row is in the file, or one cell of it.
    pub fn place(&self, row: usize, column: Option<usize>) -> Place {
        self.rows.place(row, column)
    }

    /// Where the header of a column is in the file.
    pub fn header_place(&self, column: usize) -> Place {
        self.rows.header_place(column)
    }

    /// The text in a cell; empty outside the table.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.columns.get(column).map(|column| column.text(row)).unwrap_or_default()
    }

    /// The header of a column.
    pub fn header(&self, column: usize) -> &str {
        self.columns.get(column).map(|column| column.header.as_str()).unwrap_or_default()
    }
}
