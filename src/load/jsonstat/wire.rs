//! A JSON-stat document as it stands in a file, its cells apart (`cells`) and its profile apart (`profile`).

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    cells::{WireStatuses, WireValues},
    given::{Code, Entries, Given, Member, Texts, Whole},
};

/// A document of class `dataset`. Members that are not here (`href`, `link`, `error`) are tolerated.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct WireDocument {
    /// The version of JSON-stat: "2.0".
    pub version: Member<Code>,
    /// `dataset`, `collection` or `dimension`; absent in JSON-stat 1.x.
    pub class: Member<String>,
    /// The title.
    pub label: Member<String>,
    /// Where the figures come from.
    pub source: Member<String>,
    /// When it was last updated.
    pub updated: Member<String>,
    /// Notes on the whole dataset.
    pub note: Member<Texts>,
    /// The dimensions, in the order of the cells.
    pub id: Member<Vec<Given<Code>>>,
    /// How many categories each has.
    pub size: Member<Vec<Given<Whole>>>,
    /// What the dimensions are about.
    pub role: Member<WireRole>,
    /// The dimensions themselves.
    pub dimension: Member<Entries<Given<WireDimension>>>,
    /// The numbers.
    pub value: Option<WireValues>,
    /// What is said of them.
    pub status: Option<WireStatuses>,
    /// What the standard has no word for; read apart, because the profile is read strictly.
    pub extension: Option<Box<RawValue>>,
}

/// What the dimensions are about: ids of dimensions.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct WireRole {
    /// Periods.
    pub time: Member<Vec<Given<Code>>>,
    /// Areas.
    pub geo: Member<Vec<Given<Code>>>,
    /// Measures.
    pub metric: Member<Vec<Given<Code>>>,
}

/// One dimension.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct WireDimension {
    /// What it is called.
    pub label: Member<String>,
    /// Its categories.
    pub category: Member<WireCategory>,
    /// Notes on it.
    pub note: Member<Texts>,
}

/// The categories of a dimension. `coordinates` are tolerated and not read.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct WireCategory {
    /// Their codes in order; may be absent where there is one only.
    pub index: Member<WireIndex>,
    /// By code.
    pub label: Member<Entries<Given<Code>>>,
    /// By code: what stands under it.
    pub child: Member<Entries<Given<Vec<Given<Code>>>>>,
    /// By code.
    pub unit: Member<Entries<Given<WireUnit>>>,
    /// By code.
    pub note: Member<Entries<Given<Texts>>>,
}

/// The order of the categories.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum WireIndex {
    /// The codes, in order.
    Codes(Vec<Given<Code>>),
    /// Code → position.
    Positions(Entries<Given<Whole>>),
}

/// The unit of a measure.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct WireUnit {
    /// Decimals to show.
    pub decimals: Member<Whole>,
    /// In words.
    pub label: Member<String>,
    /// In words, in older files.
    pub base: Member<String>,
    /// A sign: "%".
    pub symbol: Member<String>,
    /// The numbers are in powers of ten: 6 is millions.
    pub multiplier: Member<i32>,
}

/// `extension` of a dataset.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct WireExtension {
    /// The profile, read strictly by `profile`.
    pub insyn: Option<Box<RawValue>>,
    /// The language of the file (Eurostat).
    pub lang: Member<String>,
    /// Eurostat's legend.
    pub status: Member<WireStatusLegend>,
    /// What PxWeb brings along.
    pub px: Member<WirePx>,
}

/// `extension.status`: a label for each sign, which says that Eurostat's convention holds.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct WireStatusLegend {
    /// By sign.
    pub label: Member<Entries<Given<String>>>,
}

/// `extension.px`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct WirePx {
    /// The language of the file.
    pub language: Member<String>,
}
