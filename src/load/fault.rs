//! The faults a file can have, each with its facts and no sentence.

use crate::model::figure::Absence;

/// What was wrong. Each reader may add to these; `words` says them in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text is not JSON; the parser's own word for it.
    NotJson(String),
    /// More than we read.
    OverLimit {
        /// Of what.
        limit: Limit,
        /// The most we read.
        most: usize,
        /// What was found; none where it is too much even to be counted.
        found: Option<usize>,
    },
    /// Another sort of document.
    WrongClass {
        /// The sort it should be.
        expected: Class,
        /// The sort it says it is.
        found: Class,
    },
    /// A version of the format, or of the profile, that we do not know.
    UnknownVersion {
        /// The version we read.
        expected: &'static str,
        /// The version it says it is.
        found: String,
    },
    /// Something that must be there is not.
    Lacking(&'static str),
    /// Another kind of value than there should be.
    WrongShape {
        /// What should stand there.
        expected: Shape,
        /// What stands there.
        found: Found,
    },
    /// An object has the same name twice.
    RepeatedName,
    /// An id or a code stands twice where it must stand once.
    Duplicate(String),
    /// Two numbers of things should be the same.
    Miscounted {
        /// What was counted.
        what: Counted,
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The positions of the categories are not 0, 1, 2, … each once.
    BadPosition {
        /// The category.
        code: String,
        /// Its position as it stands.
        found: Found,
        /// How many categories there are.
        n: usize,
    },
    /// Something is pointed at that is not in the file.
    NoSuch {
        /// What sort of thing.
        what: Named,
        /// Its id, code or position.
        id: String,
    },
    /// A dimension is described that is not one of the dataset's.
    LeftOver(String),
    /// A word that is not one of those the profile knows.
    UnknownWord {
        /// The word.
        word: String,
        /// The words it could be.
        expected: Vec<&'static str>,
    },
    /// A language that the page does not speak; its words are not read.
    UnknownLanguage(String),
    /// A name in the profile that we do not know.
    NotUnderstood,
    /// The extension or the profile in it can't be read, and so nobody knows whether the figures are real; the parser's own word for it.
    UnreadableProfile(String),
    /// A status sign that nobody explains.
    UnknownSign {
        /// The sign as it stands.
        sign: String,
        /// How many cells have it.
        n_cells: usize,
    },
    /// Cells have a number, and a status that says that there is none: the number is not shown.
    NumberWithheld {
        /// The sign.
        sign: String,
        /// What the sign says of the cell.
        absence: Absence,
        /// How many cells have both.
        n_cells: usize,
    },
    /// A number too large to be worked with.
    NotFinite,
    /// More than one metric dimension; the first is taken.
    SeveralMetrics(usize),
    /// A measure that is only worked out does not say from what, or from measures without cells.
    NotWorkedOut,
    /// Categories that are above themselves.
    Circular(String),
    /// A category with two categories above it; the first is taken.
    TwoParents(String),
    /// A comparison that is not sound, with no reason given.
    NoReason,
    /// Something that should be a date and is none, or one that is earlier than it can be.
    NotADate(String),
    /// What is said of how exact a number is, where there is no number.
    QualifierWithoutNumber,
    /// An address that leads out of the folder.
    OutsideFolder(String),
    /// A hash that is not 64 hexadecimal digits.
    NotSha256(String),
    /// A packed file of another version than the page reads: one of the two is older.
    OtherPacking {
        /// The version that the page reads.
        expected: char,
        /// The version of the file.
        found: char,
    },
    /// A file that should be packed and is not, or not whole.
    NotPacked,
    /// A fault of a table.
    #[cfg(feature = "formats")]
    Table(Box<super::table::fault::TableFault>),
    /// A fault of a package of tables.
    #[cfg(feature = "formats")]
    Package(Box<super::package::fault::PackageFault>),
    /// A fault of a workbook.
    #[cfg(feature = "formats")]
    Workbook(super::workbook::fault::WorkbookFault),
    /// A fault that only PX has.
    #[cfg(feature = "formats")]
    Px(super::px::fault::PxFault),
    /// So many more faults, not listed.
    Unlisted(usize),
}

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of a file.
    Bytes,
    /// Bytes of one text in it.
    TextBytes,
    /// Cells of a dataset.
    Cells,
    /// Dimensions of a dataset.
    Dimensions,
    /// Items of a catalogue.
    Items,
    /// Columns of a table.
    Columns,
    /// Bytes of a file of an archive, once it is unpacked.
    Unpacked,
}

/// A sort of JSON-stat document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Class {
    /// A table.
    Dataset,
    /// A list of tables, `collection`.
    Catalogue,
    /// One dimension by itself.
    Dimension,
    /// A bundle or dataset of JSON-stat 1.x.
    Version1,
    /// Anything else, by its own word; none where it does not say.
    Other(Option<String>),
}

/// What should stand in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `{ … }`
    Object,
    /// `[ … ]`
    List,
    /// `" … "`
    Text,
    /// A text or a list of texts.
    Texts,
    /// A number or null.
    Number,
    /// 0, 1, 2, …
    WholeNumber,
    /// A whole number from −12 to 12.
    PowerOfTen,
    /// A list or an object.
    ListOrObject,
    /// A list, an object or a text.
    ListObjectOrText,
    /// true or false.
    Truth,
}

/// What stood in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// null
    Null,
    /// true or false
    Truth(bool),
    /// A number, as a text.
    Number(String),
    /// A text, cut where it is long.
    Text(String),
    /// `[ … ]`
    List,
    /// `{ … }`
    Object,
}

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Members of `size`, against `id`.
    Sizes,
    /// Categories of a dimension, against its size.
    Categories,
    /// Members of `value`, against the product of the sizes.
    Values,
    /// Members of `status`, against the product of the sizes.
    Statuses,
}

/// What can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A dimension, by id.
    Dimension,
    /// A category, by code.
    Category,
    /// A measure, by id.
    Measure,
    /// A source, by position.
    Source,
    /// A cell, by position.
    Cell,
}
