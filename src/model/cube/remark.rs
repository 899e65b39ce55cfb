//! What is said of one cell beside its number, its sign and its flags.

use crate::model::{dataset::Reading, figure::Qualifier, text::Text};

/// What is said of one cell beside its number and the publisher's flags.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remark {
    /// How exactly the number was given.
    pub qualifier: Option<Qualifier>,
    /// Where the figure was read: a position in the dataset's sources.
    pub source: Option<usize>,
    /// How it was read.
    pub reading: Option<Reading>,
    /// The figure's number in the table of sources.
    pub fact: Option<String>,
    /// A note on this very cell.
    pub note: Option<Text>,
}
