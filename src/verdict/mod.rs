//! From figures to one verdict: higher, lower, not to be told apart, too few to judge, not comparable, no figure.
//!
//! Colour on the map, word in the table, point in the funnel plot, headline, spoken sentence and file all ask here, so that they cannot disagree.

pub mod counted;
pub mod family;
pub mod guard;
pub mod pair;

use crate::{
    model::{figure::Absence, measure::Polarity, text::Text},
    stats::interval::Interval,
};

/// What can be said of a figure set against its reference.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Higher than the reference, by more than chance would do.
    Higher(Evidence),
    /// Lower than the reference, by more than chance would do.
    Lower(Evidence),
    /// It cannot be told apart from the reference: chance alone may give such a figure.
    NotApart(Evidence),
    /// So few that nothing could have been found, whatever the figure was.
    TooFew(TooFew),
    /// The two may not be compared.
    NotComparable(NotComparable),
    /// There is no figure.
    NoFigure(Absence),
}

/// What a verdict rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// How often chance alone would give a figure at least this far away: two-sided, adjusted for the number of figures judged together.
    pub adjusted_p: f64,
    /// The reference's figure, as a proportion or as events per unit of exposure.
    pub reference: f64,
    /// How many units the figure is of, at least.
    pub n: f64,
}

/// Why a figure is not judged: there are too few.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TooFew {
    /// How many units the figure is of.
    pub n: f64,
    /// What it was set against.
    pub reference: counted::Corner,
    /// The p-value that had to be within reach.
    pub reachable: f64,
}

/// Why two figures may not be compared.
#[derive(Clone, Debug, PartialEq)]
pub enum NotComparable {
    /// The publisher says so, with this reason.
    Said(Text),
    /// The publisher does not say that they may.
    NotSaid,
    /// One unit may be in several categories of this dimension, by position.
    Overlapping(usize),
    /// The groups of one dimension are of different kinds in another, by position: state homes are all of one type.
    Confounded {
        /// The dimension that is compared along.
        along: usize,
        /// The dimension that must be held still.
        by: usize,
    },
    /// The file has no counts behind the figure.
    NoCounts,
    /// The reference has no figure, for this reason.
    NoReference(Absence),
    /// The figure is all there is of its reference: nothing is left to compare with.
    IsAll,
}

/// Whether a difference is to the bad or to the good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// To the bad.
    Worse,
    /// To the good.
    Better,
    /// Neither, or nobody says.
    Neutral,
}

/// A verdict without its evidence: what a colour, a word and a filter tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// See [`Verdict::Higher`].
    Higher,
    /// See [`Verdict::Lower`].
    Lower,
    /// See [`Verdict::NotApart`].
    NotApart,
    /// See [`Verdict::TooFew`].
    TooFew,
    /// See [`Verdict::NotComparable`].
    NotComparable,
    /// See [`Verdict::NoFigure`].
    NoFigure,
}

impl Kind {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 6] =
        [Self::Higher, Self::NotApart, Self::Lower, Self::TooFew, Self::NotComparable, Self::NoFigure];

    /// Its name in files and styles.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::NotApart => "not-apart",
            Self::TooFew => "too-few",
            Self::NotComparable => "not-comparable",
            Self::NoFigure => "no-figure",
        }
    }
}

impl Verdict {
    /// The verdict without its evidence.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Higher(_) => Kind::Higher,
            Self::Lower(_) => Kind::Lower,
            Self::NotApart(_) => Kind::NotApart,
            Self::TooFew(_) => Kind::TooFew,
            Self::NotComparable(_) => Kind::NotComparable,
            Self::NoFigure(_) => Kind::NoFigure,
        }
    }

    /// What the verdict rests on, where something was judged.
    pub fn evidence(&self) -> Option<&Evidence> {
        match self {
            Self::Higher(evidence) | Self::Lower(evidence) | Self::NotApart(evidence) => Some(evidence),
            _ => None,
        }
    }

    /// Whether the difference is to the bad or to the good, for a measure of this polarity.
    pub fn tone(&self, polarity: Polarity) -> Tone {
        match (self.kind(), polarity) {
            (Kind::Higher, Polarity::HigherIsWorse) | (Kind::Lower, Polarity::HigherIsBetter) => Tone::Worse,
            (Kind::Higher, Polarity::HigherIsBetter) | (Kind::Lower, Polarity::HigherIsWorse) => Tone::Better,
            _ => Tone::Neutral,
        }
    }
}

/// The bounds of a number that is known.
fn exactly(value: f64) -> Interval {
    Interval { low: value, high: value }
}
