//! What stands in place of a view that can't be shown: what happened, and what the reader can do.

use crate::{
    gate::Refusal,
    load::{
        arrival::{MAX_BYTES, NotArrived},
        complaint::{Complaint, Severity},
    },
    model::text::Language,
    words::{complaint as complaint_words, opening, refusal as refusal_words, trouble as words},
};

/// Why a view can't be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The file did not arrive.
    NotArrived(NotArrived),
    /// The file can't be read.
    Unreadable(Vec<Complaint>),
    /// The gate does not let the file in.
    Refused(Refusal),
    /// There is no dataset with this id.
    UnknownDataset(String),
    /// The file is one that somebody opened in their own browser.
    NotOpen,
    /// The file is whole and has nothing in it.
    Empty,
}

/// What the reader is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TroublePanel {
    /// What happened.
    pub title: &'static str,
    /// What to do.
    pub text: String,
    /// The particulars, a sentence each.
    pub particulars: Vec<String>,
    /// Whether trying again may help.
    pub may_retry: bool,
}

/// So many particulars are told; the rest are counted by the reader of the file.
const MOST_PARTICULARS: usize = 8;

/// What the reader is told of it.
pub fn trouble(trouble: &Trouble, language: Language) -> TroublePanel {
    let (title, text, particulars, may_retry) = match trouble {
        Trouble::NotArrived(NotArrived::Offline) => {
            (words::offline_title(language), words::offline_text(language).to_owned(), Vec::new(), true)
        }
        Trouble::NotArrived(NotArrived::NotFound) => {
            (words::missing_title(language), words::missing_text(language).to_owned(), Vec::new(), true)
        }
        Trouble::NotArrived(NotArrived::Status(status)) => {
            (words::server_title(language), words::server_text(language, *status), Vec::new(), true)
        }
        Trouble::NotArrived(NotArrived::TooLarge) => {
            let limit = MAX_BYTES / (1024 * 1024);
            (words::too_large_title(language), words::too_large_text(language, limit), Vec::new(), false)
        }
        Trouble::Unreadable(complaints) => {
            let fatal = complaints.iter().filter(|complaint| complaint.severity == Severity::Fatal);
            let said = fatal.map(|complaint| complaint_words::complaint(complaint, language)).collect();
            (words::unreadable_title(language), words::unreadable_text(language).to_owned(), said, true)
        }
        Trouble::Refused(refusal) => {
            let said = refusal_words::refusal(refusal, language);
            (words::refused_title(language), words::refused_text(language).to_owned(), said, false)
        }
        Trouble::UnknownDataset(id) => {
            (words::unknown_dataset_title(language), words::unknown_dataset(language, id), Vec::new(), false)
        }
        Trouble::NotOpen => {
            (opening::not_open_title(language), opening::not_open(language).to_owned(), Vec::new(), false)
        }
        Trouble::Empty => {
            (words::unreadable_title(language), words::empty_dataset(language).to_owned(), Vec::new(), false)
        }
    };
    let mut particulars: Vec<String> = particulars;
    if particulars.len() > MOST_PARTICULARS {
        particulars.truncate(MOST_PARTICULARS);
        particulars.push(words::more(language).to_owned());
    }
    TroublePanel { title, text, particulars, may_retry }
}
