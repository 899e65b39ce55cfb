//! What a file says of where its figures are from, what may be compared, what was hidden, and what it rests on.

use serde::{Deserialize, Serialize};

use super::{Words, is_false};
use crate::load::jsonstat::node::members;

/// A publication.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireSource {
    /// Title in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The year it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
members!(WireSource: title, publisher, year, url);

/// What may be compared.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireComparable {
    /// Periods.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over_time: Option<WireComparability>,
    /// Areas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub between_areas: Option<WireComparability>,
    /// Categories.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub between_categories: Option<WireComparability>,
}
members!(WireComparable: over_time, between_areas, between_categories);

/// Whether a comparison is sound.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireComparability {
    /// `yes`, `with_care` or `no`.
    pub answer: String,
    /// Why; needed unless the answer is `yes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words>,
}
members!(WireComparability: answer, reason);

/// A provision of law and when it held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WireLegalBasis {
    /// The act, regulation or convention, with its number.
    pub act: Words,
    /// Chapter and section, or article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provision: Option<Words>,
    /// The first day it held: `2002-01-01`, or a month or a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last day it held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}
members!(WireLegalBasis: act, provision, from, until);

/// A dated event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WireEvent {
    /// When it happened or began: `2019-09-30`, or a month or a year.
    pub from: String,
    /// When it ended, where it went on for a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// What it was.
    pub label: Words,
    /// Where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Words>,
}
members!(WireEvent: from, until, label, source);

/// What was done so that nobody can be identified.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireDisclosure {
    /// Counts of a protected unit under this are hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<u32>,
    /// More cells hidden to protect the first.
    #[serde(skip_serializing_if = "is_false")]
    pub complementary: bool,
    /// Every hidden count is under the threshold; without it nothing is said of how large a hidden count may be.
    #[serde(skip_serializing_if = "is_false")]
    pub only_small: bool,
    /// All figures rounded to this base.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounding: Option<u32>,
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Words>,
}
members!(WireDisclosure: threshold, complementary, only_small, rounding, description);
