//! The faults of a workbook, each with its facts and no sentence.

use crate::load::fault::Fault;

/// What was wrong with a workbook, or what the reader should know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkbookFault {
    /// It can't be read; in the library's words.
    Unreadable(String),
    /// An old or other workbook, which is not read.
    OtherFormat,
    /// No sheet has a table.
    NoTables,
    /// There is no such sheet, or no such row in it.
    NoSuchPlace,
    /// The sheet is hidden: it may hold records of single persons.
    HiddenSheet,
    /// So many rows of the sheet are hidden; they are read, and may hold records.
    HiddenRows(usize),
    /// So many columns of the sheet are hidden; they are read, and may hold records.
    HiddenColumns(usize),
    /// The text of a merged cell is taken for so many cells below it.
    Unfolded(usize),
    /// So many cells hold an error of the spreadsheet.
    Errors {
        /// The first: `#DIV/0!`.
        sign: String,
        /// How many.
        n_cells: usize,
    },
    /// So many numbers are shown as per cent, and are read so.
    PerCent {
        /// The first as it is stored.
        stored: String,
        /// The first as it is shown.
        shown: String,
        /// How many.
        n_cells: usize,
    },
}

impl From<WorkbookFault> for Fault {
    fn from(fault: WorkbookFault) -> Self {
        Self::Workbook(fault)
    }
}
