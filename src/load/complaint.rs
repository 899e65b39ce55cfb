//! What was wrong with a file: place, what was expected, what to do. `words` makes the sentences.

/// One thing wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Whether the file can be used all the same.
    pub severity: Severity,
    /// Where: a JSON pointer (`/dimension/area/category`), or line and column of a broken text.
    pub place: Place,
    /// What was wrong.
    pub fault: Fault,
}

/// Whether the file can be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is not understood and is left as it stands; the rest is whole.
    Note,
    /// Something is left out; what is left is right.
    Warning,
    /// The file can't be used.
    Fatal,
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole file.
    File,
    /// An RFC 6901 pointer.
    Pointer(String),
    /// Line and column, from 1.
    Text {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
}

/// What was wrong. Each reader may add to these; `words` says them in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text is not JSON; the parser's own word for it.
    NotJson(String),
}
