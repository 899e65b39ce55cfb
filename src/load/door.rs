//! The door: finds out what sort of file it is, and has it read by the reader of that format.

use std::collections::BTreeMap;

use super::{
    complaint::{Complaint, Complaints, Place},
    encoding::Encoding,
    fault::Fault,
    jsonstat,
};
use crate::model::cube::Cube;

/// A file that somebody hands over: its name and its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Its name, which may tell its format.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// What a person has chosen about the reading, by id: an encoding, a sheet, what a column is.
pub type Choices = BTreeMap<String, String>;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON-stat.
    JsonStat,
}

/// A file as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its format; none where nobody knows it.
    pub format: Option<Format>,
    /// Its encoding, where it is a text.
    pub encoding: Option<Encoding>,
    /// What is in it; none only after a fatal complaint.
    pub cube: Option<Cube>,
    /// All that was wrong with it.
    pub complaints: Vec<Complaint>,
}

/// Reads files that belong together, by what is in them and, where that does not tell, by their names.
pub fn open(files: &[File], _choices: &Choices, id: &str) -> Opened {
    let Some(file) = files.first() else {
        return refused(None, Fault::Lacking("value"));
    };
    let (cube, complaints) = jsonstat::read(&file.bytes, id);
    Opened { format: Some(Format::JsonStat), encoding: Some(Encoding::Utf8), cube, complaints }
}

fn refused(format: Option<Format>, fault: Fault) -> Opened {
    let mut complaints = Complaints::default();
    complaints.fail(Place::File, fault);
    Opened { format, encoding: None, cube: None, complaints: complaints.finish() }
}
