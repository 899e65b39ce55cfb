//! What is counted, and what may be done with it.

use super::text::Text;

/// One measure of a cube.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The publisher's id.
    pub id: String,
    /// What the reader calls it.
    pub label: Text,
    /// What sort of number it is.
    pub kind: MeasureKind,
    /// The unit in words: "hem", "barn".
    pub unit: Text,
    /// The column of the cube that holds its cells; none where it is only worked out from other measures.
    pub column: Option<usize>,
    /// What a share or a rate is worked out from, where the file has both parts.
    pub ratio: Option<Ratio>,
    /// Whether more is worse, better, or neither.
    pub polarity: Polarity,
    /// Decimals to show.
    pub decimals: u8,
    /// Whom a small count could identify.
    pub protected_unit: ProtectedUnit,
    /// The dimensions it may be summed over, by position; empty unless the publisher says so.
    pub additive_over: Vec<usize>,
    /// What the publisher says of it.
    pub notes: Vec<Text>,
}

/// What sort of number a measure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MeasureKind {
    /// Whole units.
    Count,
    /// Per cent of something.
    Share,
    /// So many per 1 000 or 100 000.
    Rate,
    /// An average.
    Mean,
    /// An index.
    Index,
    /// A time.
    Duration,
    /// The file does not say: nothing is worked out from it.
    #[default]
    Unknown,
}

/// The two counts behind a share or a rate.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratio {
    /// The measure above the line, by position; none where the file has only the share and its n.
    pub numerator: Option<usize>,
    /// The measure below the line, by position.
    pub denominator: usize,
    /// Where the denominator is read at another category than the numerator: (dimension, category) by position.
    pub denominator_at: Vec<(usize, usize)>,
    /// 100 for a share in per cent, 1 000 or 100 000 for a rate.
    pub per: f64,
}

/// Whether more of it is worse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Polarity {
    /// More is worse.
    HigherIsWorse,
    /// More is better.
    HigherIsBetter,
    /// Neither, or nobody said.
    #[default]
    Neutral,
}

/// Whom a small count could identify. A measure that does not say is taken to count children.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProtectedUnit {
    /// A child.
    #[default]
    Child,
    /// A case, which is about a child.
    Case,
    /// A member of staff.
    Staff,
    /// A home or its operator, whose circumstances the Secrecy Act also covers.
    Home,
    /// Nobody: authorities, decisions, all homes in a public register.
    None,
}
