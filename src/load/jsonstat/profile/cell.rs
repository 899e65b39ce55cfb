//! What a file says of one cell.

use serde::{Deserialize, Serialize};

use super::Words;
use crate::load::jsonstat::node::members;

/// What is said of one cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireCell {
    /// Flat position in `value`.
    pub at: u32,
    /// `just_over`, `over`, `about`, `nearly`, `almost`, `half`, `one_in_5`, `one_in_10`, `rounded`, `derived` or `contradicted`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    /// The sign that stands there unexplained, where `status` cannot have it: an empty one, points, or one that begins or ends with a space.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// Position in `sources`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<usize>,
    /// `primary`, `primary_mirror`, `secondary` or `derived`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<String>,
    /// The figure's number in the table of sources.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// A note on this very cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Words>,
}
members!(WireCell: at, qualifier, symbol, source, read, fact, note);
