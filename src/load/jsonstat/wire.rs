//! A JSON-stat document as it stands in a file, its cells apart (`cells`) and its profile apart (`profile`).

use super::{
    cells::{WireStatuses, WireValues},
    given::{Code, Entries, Given, Member, Texts, Whole},
    node::{FromNode, Node, Walk, Wrong, members},
    pxweb::{WireAxisExtension, WireMandatory, WirePx},
};

/// A document of class `dataset`. Members that are not here (`href`, `link`, `error`) are tolerated.
#[derive(Debug, Default)]
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
    pub extension: Option<Node>,
}

/// What the dimensions are about: ids of dimensions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WireRole {
    /// Periods.
    pub time: Member<Vec<Given<Code>>>,
    /// Areas.
    pub geo: Member<Vec<Given<Code>>>,
    /// Measures.
    pub metric: Member<Vec<Given<Code>>>,
}
members!(WireRole: time, geo, metric);

/// One dimension.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WireDimension {
    /// What it is called.
    pub label: Member<String>,
    /// Its categories.
    pub category: Member<WireCategory>,
    /// Notes on it.
    pub note: Member<Texts>,
    /// What PxWeb says beside the standard.
    pub extension: Member<WireAxisExtension>,
}
members!(WireDimension: label, category, note, extension);

/// The categories of a dimension. `coordinates` are tolerated and not read.
#[derive(Clone, Debug, Default, PartialEq)]
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
members!(WireCategory: index, label, child, unit, note);

/// The order of the categories.
#[derive(Clone, Debug, PartialEq)]
pub enum WireIndex {
    /// The codes, in order.
    Codes(Vec<Given<Code>>),
    /// Code → position.
    Positions(Entries<Given<Whole>>),
}

impl FromNode for WireIndex {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        match node {
            Node::List(_) => FromNode::from_node(node, walk).map(Self::Codes),
            _ => FromNode::from_node(node, walk).map(Self::Positions),
        }
    }
}

/// The unit of a measure.
#[derive(Clone, Debug, Default, PartialEq)]
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
members!(WireUnit: decimals, label, base, symbol, multiplier);

/// `extension` of a dataset.
#[derive(Debug, Default)]
pub struct WireExtension {
    /// Whether there is a profile; it is read strictly.
    pub insyn: Option<()>,
    /// The language of the file (Eurostat).
    pub lang: Member<String>,
    /// Eurostat's legend.
    pub status: Member<WireStatusLegend>,
    /// What PxWeb brings along.
    pub px: Member<WirePx>,
    /// Which notes on the dataset PxWeb requires to be shown, by position.
    pub note_mandatory: WireMandatory,
}
members!(WireExtension: insyn, lang, status, px, note_mandatory "noteMandatory");

/// `extension.status`: a label for each sign, which says that Eurostat's convention holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WireStatusLegend {
    /// By sign.
    pub label: Member<Entries<Given<String>>>,
}
members!(WireStatusLegend: label);
