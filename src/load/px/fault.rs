//! The faults of a PX file, each with its facts and no sentence.

use crate::load::encoding::Encoding;

/// What was wrong with a PX file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PxFault {
    /// Something else stands where a keyword should begin, as it stands.
    NoKeyword(String),
    /// A keyword without `=`.
    NoEquals(String),
    /// A bracket or parenthesis after a keyword that is not closed.
    OpenBracket(String),
    /// A text whose last quotation mark is missing.
    OpenText,
    /// A keyword whose value is not ended by `;`.
    NoSemicolon(String),
    /// More keywords than we read.
    TooManyKeywords {
        /// The most we read.
        most: usize,
    },
    /// A keyword that must be there is not.
    Lacking(&'static str),
    /// A keyword is not there for this variable.
    LackingFor {
        /// The keyword.
        keyword: &'static str,
        /// The variable.
        variable: String,
    },
    /// A value that is not one of those the keyword may have.
    WrongValue {
        /// The keyword.
        keyword: String,
        /// What should stand there.
        expected: Expected,
        /// What stands there.
        found: String,
    },
    /// A keyword stands twice for the same thing; the first holds.
    Repeated(String),
    /// A keyword that we do not know.
    UnknownKeyword(String),
    /// Persons are named here: it is not read.
    Contact,
    /// A keyword that the page has no use for.
    NotUsed(String),
    /// Two lists should have as many members.
    Miscounted {
        /// The keyword with its variable.
        keyword: String,
        /// How many members there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// DATA has not one value for each cell.
    CellCount {
        /// How many cells the variables make.
        expected: usize,
        /// How many values there are; none where reading stopped at the first that is too many.
        found: Option<usize>,
    },
    /// A row of a file with KEYS does not have its keys and its cells.
    RowCount {
        /// How many cells a row should have.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// DATA does not end with `;`: the file may have been cut.
    OpenData,
    /// Something in DATA that is neither a number nor a sign.
    NotANumber {
        /// The first of them as it stands.
        found: String,
        /// How many of them there are.
        n_cells: usize,
    },
    /// A sign in DATA that the file does not explain.
    UnknownSign {
        /// The sign as it stands.
        sign: String,
        /// How many cells have it.
        n_cells: usize,
    },
    /// Numbers too large to be worked with.
    TooLarge {
        /// How many of them there are.
        n_cells: usize,
    },
    /// More cells with a sign that nobody explains than we keep.
    TooManyUnknownSigns {
        /// The most we keep.
        most: usize,
    },
    /// A variable in STUB has no KEYS although others have.
    KeysLacking(String),
    /// A variable in HEADING has KEYS.
    KeysInHeading(String),
    /// A key of a row that its variable does not have.
    UnknownKey {
        /// The variable.
        variable: String,
        /// The key.
        key: String,
    },
    /// A row that stands twice.
    RepeatedRow,
    /// A code page that we do not know; what the file was read as instead.
    UnknownEncoding {
        /// What the file says.
        declared: String,
        /// What it was read as.
        taken: Encoding,
    },
    /// The bytes are not what the file says; what it was read as instead.
    OtherEncoding {
        /// What the file says.
        declared: Encoding,
        /// What it was read as.
        taken: Encoding,
    },
    /// The file does not say its encoding; what it was read as.
    EncodingTaken(Encoding),
    /// A variable is taken for places or time by its name or codes alone.
    Taken {
        /// The variable.
        variable: String,
        /// As what.
        as_what: TakenAs,
    },
    /// A note on many cells stands with the notes of the whole table.
    WideNote {
        /// How many cells it is about.
        n_cells: usize,
    },
}

/// What a keyword may have as its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// YES or NO.
    YesOrNo,
    /// A whole number from 0 to 15.
    Decimals,
    /// S, F, A or X.
    StockFlowAverage,
    /// C or F.
    CurrentOrFixed,
    /// A date, YYYYMMDD with the time of day after it.
    Date,
    /// TLIST with a scale, A1, H1, T1, Q1, M1, W1 or D1, and periods.
    TimeList,
    /// A value or a code of the variable, or YES or NO.
    Category,
    /// VALUES or CODES.
    ValuesOrCodes,
    /// As many names as the table has variables.
    OneForEachVariable,
}

/// What a variable is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenAs {
    /// Places.
    Area,
    /// Time.
    Period,
}
