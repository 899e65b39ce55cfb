//! Why nothing was fetched: what was asked, what was answered. `words` makes the sentences, each with its remedy.

use std::{io, path::PathBuf};

use crate::{model::text::Language, words::fetch as words};

/// Why nothing was fetched.
#[derive(Debug)]
pub enum FetchError {
    /// An address that is none, or leads to no table.
    BadAddress(String),
    /// A part of the address that is not understood, and might change what is asked for.
    BadParameter(String),
    /// A part of `--select` without dimension or codes.
    BadSelection(String),
    /// A dimension that the table does not have, and those it has.
    NoDimension {
        /// As it was asked for.
        id: String,
        /// Those there are.
        there_are: Vec<String>,
    },
    /// A code that the dimension does not have, or a pattern that fits none.
    NoCode {
        /// The dimension.
        dimension: String,
        /// As it was asked for.
        code: String,
    },
    /// A saved query is fetched as it was saved.
    SavedSelection,
    /// Years that are none.
    BadYears(String),
    /// A key figure that the source does not have.
    NoKpi(String),
    /// An area that the source does not have.
    NoArea(String),
    /// The answers hold nothing of what was asked for.
    NothingThere,
    /// The connection can't be made, or is cut each time.
    Unreachable {
        /// The address.
        url: String,
        /// The system's own word.
        why: String,
    },
    /// The other side can't prove who it is.
    Untrusted {
        /// The address.
        url: String,
        /// The library's own word.
        why: String,
    },
    /// The page is not there.
    NotFound(String),
    /// The server says no.
    Refused {
        /// The address.
        url: String,
        /// The status code.
        status: u16,
        /// The server's own words.
        said: String,
    },
    /// The server says that this is too much at once.
    TooManyCells {
        /// The address.
        url: String,
        /// The server's own words.
        said: String,
    },
    /// The server still fails after all attempts.
    StillFailing {
        /// The address.
        url: String,
        /// The status code.
        status: u16,
        /// How often it was asked.
        attempts: u32,
    },
    /// The server wants a longer wait than anybody sits through.
    LongWait {
        /// The address.
        url: String,
        /// What it asked for.
        seconds: u64,
    },
    /// The answer is larger than the readers read.
    TooLarge {
        /// The address.
        url: String,
        /// The limit, in bytes.
        most: usize,
    },
    /// More cells in all than the readers read.
    TooLargeTable {
        /// What was asked for.
        found: usize,
        /// The limit.
        most: usize,
    },
    /// The answer is not JSON, or not of the documented shape.
    WrongAnswer {
        /// The address.
        url: String,
        /// The parser's own word, or what is lacking.
        why: String,
    },
    /// It leads to another server, from a safe connection to an open one, or to a page that has been read already.
    WrongPage {
        /// The page that leads there.
        url: String,
        /// Where it leads.
        next: String,
    },
    /// The parts do not fit together: the table was updated between them.
    Changed(String),
    /// A file can't be read or written.
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl FetchError {
    /// What happened and what to do.
    pub fn said(&self, language: Language) -> String {
        match self {
            Self::BadAddress(text) => words::bad_address(text, language),
            Self::BadParameter(name) => words::bad_parameter(name, language),
            Self::BadSelection(part) => words::bad_selection(part, language),
            Self::NoDimension { id, there_are } => words::no_dimension(id, &there_are.join(", "), language),
            Self::NoCode { dimension, code } => words::no_code(dimension, code, language),
            Self::SavedSelection => words::saved_selection(language).to_owned(),
            Self::BadYears(text) => words::bad_years(text, language),
            Self::NoKpi(id) => words::no_kpi(id, language),
            Self::NoArea(code) => words::no_area(code, language),
            Self::NothingThere => words::nothing_there(language).to_owned(),
            Self::Unreachable { url, why } => words::unreachable(url, why, language),
            Self::Untrusted { url, why } => words::untrusted(url, why, language),
            Self::NotFound(url) => words::not_found(url, language),
            Self::Refused { url, status, said } => words::refused(url, *status, said, language),
            Self::TooManyCells { url, said } => words::too_many_cells(url, said, language),
            Self::StillFailing { url, status, attempts } => words::still_failing(url, *status, *attempts, language),
            Self::LongWait { url, seconds } => words::long_wait(url, *seconds, language),
            Self::TooLarge { url, most } => words::too_large(url, *most, language),
            Self::TooLargeTable { found, most } => words::too_large_table(*found, *most, language),
            Self::WrongAnswer { url, why } => words::wrong_answer(url, why, language),
            Self::WrongPage { url, next } => words::wrong_page(url, next, language),
            Self::Changed(what) => words::changed(what, language),
            Self::Io { path, source } => words::not_written(&path.display().to_string(), &source.to_string(), language),
        }
    }
}
