//! What the publisher says of a whole dataset: who, when, from where, and what may be compared.

use super::{
    policy::{Event, LegalBasis},
    text::Text,
};

/// A dataset's own facts, apart from its cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// The name in addresses.
    pub id: String,
    /// The title.
    pub label: Text,
    /// Made up to show how the page works; true and made-up figures never meet in one view.
    pub is_synthetic: bool,
    /// Counted from records and not yet protected: nothing may let it in.
    pub is_unprotected: bool,
    /// The registry numbers of the authority's matter, newest first.
    pub registry_numbers: Vec<String>,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// Where the figures stand.
    pub sources: Vec<Source>,
    /// Licence, by name.
    pub licence: Option<String>,
    /// The day it was last updated, ISO 8601.
    pub updated: Option<String>,
    /// How the units were chosen.
    pub design: Design,
    /// What was looked at, in words.
    pub population: Option<Text>,
    /// What may be compared.
    pub comparable: Comparable,
    /// What was done so that nobody can be identified.
    pub disclosure: Option<Disclosure>,
    /// How many stand behind the cells of a measure, where the file tells.
    pub contributors: Vec<Contributors>,
    /// The measures by which areas may be called similar, by position, in the order of the file; none: no areas are.
    pub covariates: Vec<usize>,
    /// The signs that stand for a hidden figure in the file, where there are several: they may tell small ones from others.
    pub hidden_signs: Vec<String>,
    /// The sets of dimensions cleared for being broken down together; none: the file does not say.
    pub combinations: Option<Vec<Combination>>,
    /// The dimension of the file that its measures are the categories of, where it has one.
    pub metric: Option<MetricDimension>,
    /// Notes that the publisher requires to be shown with the figures, whatever they are about.
    pub mandatory_notes: Vec<Text>,
    /// Notes on the whole dataset.
    pub notes: Vec<Text>,
    /// Dated events, in the order of the file.
    pub events: Vec<Event>,
    /// What its categories and measures rest on in law: by dimension and category, then by measure.
    pub legal_bases: Vec<LegalBasis>,
}

/// How the measures of a cube lie in its file: as one dimension among the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetricDimension {
    /// The publisher's id.
    pub id: String,
    /// What the publisher calls it.
    pub label: Text,
    /// How many dimensions stand before it.
    pub place: usize,
}

/// A publication that figures were taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its title, in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The year it was published.
    pub year: Option<u16>,
    /// Its address, where it has one.
    pub url: Option<String>,
}

/// How a figure came into the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Read in the authority's own text.
    Primary,
    /// Read in a copy of the authority's text.
    PrimaryMirror,
    /// Read in somebody's account of it.
    Secondary,
    /// Worked out from figures that were read.
    Derived,
}

/// How the units were chosen: what a difference can mean hangs on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Design {
    /// All of them.
    Total,
    /// All in a register.
    Register,
    /// A random sample.
    Sample,
    /// Chosen by risk or signal.
    Targeted,
    /// Asked, and some answered.
    Survey,
    /// The file does not say.
    #[default]
    Unknown,
}

/// What may be compared with what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparable {
    /// One period with another.
    pub over_time: Comparability,
    /// One area with another.
    pub between_areas: Comparability,
    /// One category with another.
    pub between_categories: Comparability,
}

/// Whether a comparison is sound, with the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Comparability {
    /// It is.
    Yes,
    /// With care, and why.
    WithCare(Text),
    /// It is not, and why.
    No(Text),
    /// The file does not say: nothing is promised.
    #[default]
    Unknown,
}

/// What was done so that nobody can be identified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disclosure {
    /// Counts of a protected unit from 1 up to this less one are hidden.
    pub threshold: Option<u32>,
    /// More cells were hidden, so that the first cannot be worked out.
    pub has_complementary: bool,
    /// The publisher says that every hidden count is under the threshold: nothing was hidden for any other reason.
    pub hides_only_small: bool,
    /// All figures are rounded to this base.
    pub rounding_base: Option<u32>,
    /// In words.
    pub description: Option<Text>,
}

/// How many stand behind the cells of a measure, cell by cell, each in a measure of its own: all by position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contributors {
    /// The measure.
    pub measure: usize,
    /// Number of homes that its count comes from.
    pub homes: Option<usize>,
    /// Number of operators of these homes.
    pub operators: Option<usize>,
    /// The count of the one home that has the most of it.
    pub largest: Option<usize>,
}

/// A set of dimensions that may be broken down together; dimensions outside it stay at their total.
pub type Combination = Vec<CombinedDimension>;

/// One dimension of a combination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CombinedDimension {
    /// Its position in the cube.
    pub dimension: usize,
    /// For areas: down to this level and no further.
    pub level: Option<super::area::Level>,
}
