//! What a cube is broken down by, and the categories of it.

use super::{area::Level, text::Text};

/// One dimension of a cube, the measures left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// The publisher's id.
    pub id: String,
    /// What the reader calls it.
    pub label: Text,
    /// What it is about.
    pub kind: DimensionKind,
    /// The categories, in the publisher's order; never empty.
    pub categories: Vec<Category>,
    /// Where the published total is among the categories.
    pub total: Option<usize>,
    /// One unit may be in several categories: they are never summed.
    pub is_multi_response: bool,
    /// The order of the categories means something.
    pub is_ordered: bool,
    /// Where the series is broken.
    pub breaks: Vec<Break>,
    /// What the publisher says of the whole dimension.
    pub notes: Vec<Text>,
}

/// What a dimension is about; the page knows how to draw areas and periods.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DimensionKind {
    /// Places, by code.
    Area,
    /// Time.
    Period,
    /// Girls and boys.
    Sex,
    /// Private, municipal, state.
    Ownership,
    /// Residential care home, supported accommodation, …
    HomeType,
    /// Any other, by the profile's word for it (`violence_type`, `step`, `finding`, …).
    Other(String),
}

/// The profile's word for the municipality that placed the child and pays, which is not where the home lies.
const PLACING_MUNICIPALITY: &str = "placing_municipality";

impl DimensionKind {
    /// The kind that a file means by this word.
    pub fn from_id(id: &str) -> Self {
        match id {
            "area" => Self::Area,
            "period" => Self::Period,
            "sex" => Self::Sex,
            "ownership" => Self::Ownership,
            "home_type" => Self::HomeType,
            other => Self::Other(other.to_owned()),
        }
    }

    /// Whether its categories have names of their own, which keep their capital letter in a sentence: places and dates.
    pub fn has_names(&self) -> bool {
        match self {
            Self::Area | Self::Period => true,
            Self::Other(id) => id == PLACING_MUNICIPALITY,
            _ => false,
        }
    }

    /// The word for the kind in files.
    pub fn id(&self) -> &str {
        match self {
            Self::Area => "area",
            Self::Period => "period",
            Self::Sex => "sex",
            Self::Ownership => "ownership",
            Self::HomeType => "home_type",
            Self::Other(id) => id,
        }
    }
}

/// One category of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The publisher's code: always text, leading zeros kept.
    pub code: String,
    /// What the reader calls it.
    pub label: Text,
    /// Where the category above it is among the categories.
    pub parent: Option<usize>,
    /// For areas: nation, county, municipality.
    pub level: Option<Level>,
    /// What the publisher says of it.
    pub notes: Vec<Text>,
}

/// A break in a series: figures from here on are not comparable with earlier ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The first period after the break, by code.
    pub period: String,
    /// Why.
    pub reason: Text,
}

impl Dimension {
    /// Where a code is among the categories.
    pub fn position(&self, code: &str) -> Option<usize> {
        self.categories.iter().position(|category| category.code == code)
    }

    /// The category of a question that does not ask for one: the published total, the newest period, the nation, else the first.
    pub fn default_category(&self) -> usize {
        match self.kind {
            _ if self.total.is_some() => self.total.unwrap_or(0),
            DimensionKind::Period => self.categories.len().saturating_sub(1),
            DimensionKind::Area => {
                self.categories.iter().position(|category| category.level == Some(Level::Nation)).unwrap_or(0)
            }
            _ => 0,
        }
    }
}
