//! The profile `extension.insyn` as it stands in a file: everything optional, every default cautious.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::node::members;

/// `extension.insyn` of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The version of the profile: "1".
    pub profile: String,
    /// Made up, not observed.
    pub synthetic: bool,
    /// Counted from records and not yet protected: nothing lets it in. `insyn protect` takes it away.
    #[serde(skip_serializing_if = "is_false")]
    pub unprotected: bool,
    /// The authority's registry numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diarienummer: Vec<String>,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Words>,
    /// Where the figures stand; `cells` point into it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<WireSource>,
    /// SPDX name of the licence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// `total`, `register`, `sample`, `targeted` or `survey`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub design: Option<String>,
    /// What was looked at, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<Words>,
    /// What may be compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparable: Option<WireComparable>,
    /// By category code of the metric dimension; a code that is not there defines a measure worked out from others.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub measures: BTreeMap<String, WireMeasure>,
    /// By dimension id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dimensions: BTreeMap<String, WireDimension>,
    /// Each a list of dimension ids that may be broken down together; `area:county` goes down to that level only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub combinations: Option<Vec<Vec<String>>>,
    /// What was done so that nobody can be identified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<WireDisclosure>,
    /// The signs that stood for a hidden figure in the file that this was made of, where there were several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden_signs: Vec<String>,
    /// The file's own legend: status sign → `suppressed`, `missing`, `not_applicable`, `uncertain`, `not_yet`, `rounds_to_zero`,
    /// or flags with a space between: `provisional`, `estimated`, `revised`, `break`, `definition_differs`, `imputed`, `forecast`,
    /// `perturbed`, `rounded_to_base`, `implied_zero`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub states: BTreeMap<String, String>,
    /// What is said of single cells.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<WireCell>,
    /// Notes that must be shown with the figures, whatever they are about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mandatory_notes: Vec<Words>,
    /// Notes on the whole dataset, in both languages (instead of JSON-stat's `note`, which has one).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Words>,
    /// Dated events, to see the figures against.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<WireEvent>,
    /// The labels of the file in other languages, by language tag.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub i18n: BTreeMap<String, Translation>,
}
members!(
    Profile:
    profile, synthetic, unprotected, diarienummer, publisher, sources, licence, design, population, comparable, measures,
    dimensions, combinations, disclosure, hidden_signs, states, cells, mandatory_notes, notes, events, i18n,
);

/// A text by language tag: `{"sv": "…", "en": "…"}`.
pub type Words = BTreeMap<String, String>;

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

/// What is known of a measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireMeasure {
    /// For a measure that is only worked out: its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Words>,
    /// `count`, `share`, `rate`, `mean`, `index` or `duration`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The unit in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Words>,
    /// Measure above the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<String>,
    /// Measure below the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    /// Dimension id → category code at which the denominator is read.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub denominator_at: BTreeMap<String, String>,
    /// 1 000 or 100 000 for a rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<f64>,
    /// `higher_is_worse`, `higher_is_better` or `neutral`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub polarity: Option<String>,
    /// Decimals to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// `child`, `case`, `staff`, `home` or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protected_unit: Option<String>,
    /// How many stand behind each of its cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contributors: Option<WireContributors>,
    /// Ids of dimensions it may be summed over.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub additive_over: Vec<String>,
    /// Notes on the measure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Words>,
    /// What it rests on in law.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<WireLegalBasis>,
}
members!(
    WireMeasure:
    label, kind, unit, numerator, denominator, denominator_at, per, polarity, decimals, protected_unit,
    contributors, additive_over, notes, legal_basis,
);

/// How many stand behind each cell of a measure: measures with the same dimensions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireContributors {
    /// The measure that says of how many homes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homes: Option<String>,
    /// … of how many operators.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operators: Option<String>,
    /// … how much of it is of the one home that has the most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest: Option<String>,
}
members!(WireContributors: homes, operators, largest);

/// What is known of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireDimension {
    /// `area`, `period`, `sex`, `ownership`, `home_type`, or another word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Code of the category that is the published total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<String>,
    /// Categories overlap.
    #[serde(skip_serializing_if = "is_false")]
    pub multi_response: bool,
    /// The order means something.
    #[serde(skip_serializing_if = "is_false")]
    pub ordered: bool,
    /// Where a series is broken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<WireBreak>,
    /// Category code → `nation`, `county`, …, where the code does not tell; `none` where it only seems to.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub levels: BTreeMap<String, String>,
    /// Category code → code of the category above it; JSON-stat's `category.child` says the same the other way.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parents: BTreeMap<String, String>,
    /// Notes on the dimension.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Words>,
    /// Category code → notes on it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub category_notes: BTreeMap<String, Vec<Words>>,
    /// Category code → what it rests on in law.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub legal_basis: BTreeMap<String, Vec<WireLegalBasis>>,
}
members!(
    WireDimension:
    kind, total, multi_response, ordered, breaks, levels, parents, notes, category_notes, legal_basis,
);

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

/// A break in a series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WireBreak {
    /// First period after the break.
    pub period: String,
    /// Why.
    pub reason: Words,
}
members!(WireBreak: period, reason);

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

/// The file's labels in another language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Translation {
    /// The dataset's label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// By dimension id, the metric dimension's too.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dimension: BTreeMap<String, TranslatedDimension>,
}
members!(Translation: label, dimension);

/// A dimension's labels in another language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TranslatedDimension {
    /// The dimension's label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Category code → label.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub category: BTreeMap<String, String>,
}
members!(TranslatedDimension: label, category);

fn is_false(truth: &bool) -> bool {
    !truth
}
