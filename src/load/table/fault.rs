//! The faults of a table, each with its facts and no sentence.

use super::{number::Decimal, rows::RowName};
use crate::{
    load::{encoding::Encoding, fault::Fault},
    model::figure::Absence,
};

impl From<TableFault> for Fault {
    fn from(fault: TableFault) -> Self {
        Self::Table(Box::new(fault))
    }
}

/// What was wrong with a table, or what was taken for granted in reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// There is nothing in it.
    Empty,
    /// A quotation mark that nothing closes: the rest of the file is inside it.
    UnclosedQuote,
    /// Letters between a closing quotation mark and the next delimiter.
    TextAfterQuote,
    /// Bytes that mean nothing in the encoding.
    StrangeBytes(Encoding),
    /// No delimiter was found: one column.
    OneColumn,
    /// A row has more or fewer fields than the header.
    Ragged {
        /// Fields of the header.
        expected: usize,
        /// Fields of the row.
        found: usize,
    },
    /// So many lines above or below the table were kept as remarks.
    Remarks(usize),
    /// A column without a header.
    UnnamedColumn,
    /// Two columns with the same header.
    RepeatedHeader(String),
    /// No column has numbers.
    NoNumbers,
    /// No column tells the rows apart.
    NoDimensions,
    /// A column is not read.
    LeftOut(String),
    /// A column that points at another that is not there, or at itself.
    NoSuchColumn {
        /// The column that points.
        header: String,
        /// The column it points at, from 1.
        column: usize,
    },
    /// Codes of places that lost their first zero; it is put back.
    ZerosLost {
        /// The column.
        header: String,
        /// A code as it stands.
        before: String,
        /// The same code as it should be.
        after: String,
        /// How many codes.
        n_codes: usize,
    },
    /// A code of a place that Sweden does not have, in a column of places.
    NoSuchArea {
        /// The first such code.
        code: String,
        /// How many.
        n_codes: usize,
    },
    /// A text among periods that is none.
    NotAPeriod(String),
    /// A number column without a period, where the others have one.
    WithoutPeriod(String),
    /// Numbers that could be read in two ways.
    AmbiguousNumber {
        /// The first of them.
        text: String,
        /// The decimal sign they were read with.
        decimal: Decimal,
    },
    /// Numbers with decimal comma and numbers with decimal point in one column.
    TwoDecimals {
        /// A number with a comma.
        comma: String,
        /// A number with a point.
        point: String,
        /// The sign they were read with.
        taken: Decimal,
    },
    /// A sign that nobody explains, where a number should be.
    UnknownSign {
        /// The sign as it stands.
        sign: String,
        /// How many cells have it.
        n_cells: usize,
    },
    /// So many different texts where numbers should be: it is no column of numbers.
    NotNumbers {
        /// The column.
        header: String,
        /// How many.
        n_signs: usize,
    },
    /// A number in brackets, which may be a minus or a remark.
    Brackets {
        /// The number as it stands.
        text: String,
        /// How many cells have it.
        n_cells: usize,
    },
    /// Numbers whose status says that there is none.
    NumberWithheld {
        /// The sign.
        sign: String,
        /// What it says of the cell.
        absence: Absence,
        /// How many cells have both.
        n_cells: usize,
    },
    /// The words for a sign say nothing that we know.
    UnknownMeaning {
        /// The sign.
        sign: String,
        /// Its meaning, in the publisher's words.
        words: String,
    },
    /// A row without a category in this column; it is left out.
    EmptyCode(String),
    /// A code has two names.
    TwoLabels {
        /// The code.
        code: String,
        /// The name that is kept.
        first: String,
        /// The other.
        second: String,
    },
    /// Two categories could be the total; none is taken.
    TwoTotals {
        /// One.
        first: String,
        /// The other.
        second: String,
    },
    /// Two rows give the same cell.
    DuplicateCell {
        /// The categories of the cell.
        categories: Vec<String>,
        /// The row of the first.
        first: RowName,
        /// What stands there.
        kept: String,
        /// What stands here.
        found: String,
    },
    /// So many rows give a cell that another row gives: the columns do not tell the rows apart.
    RowsNotApart(usize),
}
