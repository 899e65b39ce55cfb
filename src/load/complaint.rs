//! What was wrong with a file: place, what was expected, what was found. `words` makes the sentences.

use super::fault::Fault;

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
    /// The file can't be used; in a catalogue, the item can't.
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
    /// A cell of a sheet.
    Cell {
        /// The sheet, by name; empty in a file of one table.
        sheet: String,
        /// Row, from 1.
        row: usize,
        /// Column, from 1; none for the whole row.
        column: Option<usize>,
    },
    /// A file within the file: of an archive or a package.
    Within(String, Box<Place>),
}

impl From<String> for Place {
    fn from(pointer: String) -> Self {
        Self::Pointer(pointer)
    }
}

/// The RFC 6901 pointer of these steps.
pub fn pointer<const N: usize>(steps: [&str; N]) -> String {
    pointer_of(&steps)
}

fn pointer_of(steps: &[&str]) -> String {
    let mut path = String::new();
    for step in steps {
        path.push('/');
        for letter in step.chars() {
            match letter {
                '~' => path.push_str("~0"),
                '/' => path.push_str("~1"),
                _ => path.push(letter),
            }
        }
    }
    path
}

/// The most letters of a found text that a complaint carries.
const MOST_LETTERS: usize = 60;

/// A text as a complaint carries it: cut where it is long.
pub fn shortened(text: &str) -> String {
    let mut letters = text.chars();
    let mut short: String = letters.by_ref().take(MOST_LETTERS).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// The complaints of one file as they are gathered: no more of them than a person can read.
#[derive(Clone, Debug, Default)]
pub struct Complaints {
    listed: Vec<Complaint>,
    n_unlisted: usize,
    is_fatal: bool,
}

impl Complaints {
    /// As many complaints of one file as are listed; the rest are counted.
    pub const MOST: usize = 100;

    /// Something is not understood and is left as it stands.
    pub fn note(&mut self, place: impl Into<Place>, fault: Fault) {
        self.add(Severity::Note, place, fault);
    }

    /// Something is left out.
    pub fn warn(&mut self, place: impl Into<Place>, fault: Fault) {
        self.add(Severity::Warning, place, fault);
    }

    /// The file can't be used.
    pub fn fail(&mut self, place: impl Into<Place>, fault: Fault) {
        self.add(Severity::Fatal, place, fault);
    }

    /// Adds one complaint. The first fatal one is always listed.
    pub fn add(&mut self, severity: Severity, place: impl Into<Place>, fault: Fault) {
        let is_first_fatal = severity == Severity::Fatal && !self.is_fatal;
        self.is_fatal |= severity == Severity::Fatal;
        if self.listed.len() < Self::MOST || is_first_fatal {
            self.listed.push(Complaint { severity, place: place.into(), fault });
        } else {
            self.n_unlisted = self.n_unlisted.saturating_add(1);
        }
    }

    /// Counts faults that nobody kept.
    pub fn add_unlisted(&mut self, n: usize) {
        self.n_unlisted = self.n_unlisted.saturating_add(n);
    }

    /// Whether the file can't be used.
    pub fn is_fatal(&self) -> bool {
        self.is_fatal
    }

    /// All that is listed, and last how many are not.
    pub fn finish(mut self) -> Vec<Complaint> {
        if self.n_unlisted > 0 {
            self.listed.push(Complaint {
                severity: Severity::Note,
                place: Place::File,
                fault: Fault::Unlisted(self.n_unlisted),
            });
        }
        self.listed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_only_where_it_is_long() {
        assert_eq!(shortened(&"å".repeat(60)), "å".repeat(60));
        assert_eq!(shortened(&"å".repeat(61)), format!("{}…", "å".repeat(60)));
    }

    #[test]
    fn a_pointer_escapes_what_would_break_it() {
        assert_eq!(pointer(["dimension", "a/b~c"]), "/dimension/a~1b~0c");
    }

    #[test]
    fn a_hundred_are_listed_and_the_rest_counted_but_a_fatal_one_is_never_lost() {
        let mut complaints = Complaints::default();
        for _ in 0..150 {
            complaints.note(Place::File, Fault::NotUnderstood);
        }
        complaints.fail(Place::File, Fault::NotJson("x".into()));
        assert!(complaints.is_fatal());
        let all = complaints.finish();
        assert_eq!(all.len(), Complaints::MOST + 2);
        assert!(all.iter().any(|one| one.severity == Severity::Fatal));
        assert_eq!(all.last().map(|one| &one.fault), Some(&Fault::Unlisted(50)));
    }
}
