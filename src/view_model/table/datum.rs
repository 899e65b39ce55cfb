//! What stands behind the words of a cell: what it is sorted by, and what a file has of it.

use crate::{
    model::{figure::Figure, measure::Measure},
    query::answer::{Answer, Origin},
    stats::{
        estimate::{Estimate, OpenEstimate},
        interval::Interval,
    },
    verdict::Kind,
    view_model::figure::decimals,
};

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    #[default]
    Words,
    /// Verdicts, in words.
    Verdicts,
    /// Figures, or why there are none.
    Figures,
    /// Intervals.
    Ranges,
    /// Numbers that were worked out, each with its interval.
    Estimates,
}

/// What stands behind the words of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Datum {
    /// Nothing but the words.
    #[default]
    Words,
    /// A cell with nothing to say, or words that stand for nothing.
    Nothing,
    /// A figure, or why there is none.
    Figure {
        /// The figure, in the unit of its column.
        figure: Figure,
        /// How many decimals it is shown with.
        decimals: u8,
    },
    /// A number that was worked out, its interval, or both.
    Estimate {
        /// The number.
        value: Option<f64>,
        /// Its lower bound.
        low: Option<f64>,
        /// Its upper bound; none where it may be as large as can be.
        high: Option<f64>,
        /// How many decimals they are shown with.
        decimals: u8,
    },
    /// A verdict.
    Verdict(Kind),
}

impl Datum {
    /// A figure shown with so many decimals.
    pub fn figure(figure: &Figure, decimals: u8) -> Self {
        Self::Figure { figure: figure.clone(), decimals }
    }

    /// An interval; nothing where there is none.
    pub fn range(range: Option<Interval>, decimals: u8) -> Self {
        let of = |it: Interval| Self::Estimate { value: None, low: Some(it.low), high: Some(it.high), decimals };
        range.map_or(Self::Nothing, of)
    }

    /// A number with its interval; nothing where there is none.
    pub fn estimate(it: Option<Estimate>, decimals: u8) -> Self {
        let of = |it: Estimate| Self::Estimate {
            value: Some(it.value),
            low: Some(it.interval.low),
            high: Some(it.interval.high),
            decimals,
        };
        it.map_or(Self::Nothing, of)
    }

    /// The same of one whose interval may be open.
    pub fn open_estimate(it: Option<OpenEstimate>, decimals: u8) -> Self {
        let of = |it: OpenEstimate| Self::Estimate { value: it.value, low: Some(it.low), high: it.high, decimals };
        it.map_or(Self::Nothing, of)
    }

    /// The number that it is sorted by, and after that by the other; none where there is no number.
    pub fn numbers(&self) -> Option<(f64, f64)> {
        match self {
            Self::Words | Self::Nothing | Self::Verdict(Kind::NoFigure) => None,
            Self::Figure { figure, .. } => figure.value().map(|value| (value, 0.0)),
            Self::Estimate { value, low, high, .. } => {
                let first = (*value).or(*low)?;
                Some((first, high.unwrap_or(f64::INFINITY)))
            }
            Self::Verdict(kind) => Some((Kind::ALL.iter().position(|it| it == kind)? as f64, 0.0)),
        }
    }
}

/// What stands behind the words of one answer, in the order figure, interval, n, numerator.
pub struct AnswerData {
    /// The figure.
    pub value: Datum,
    /// The 95 % interval.
    pub interval: Datum,
    /// n.
    pub n: Datum,
    /// The number above the line; nothing where it is not told.
    pub numerator: Datum,
}

/// What stands behind [`crate::view_model::figure::answer_words`].
pub fn answer_data(measure: &Measure, answer: &Answer) -> AnswerData {
    let decimals = decimals(measure, answer);
    let count = |figure: Option<&Figure>| figure.map_or(Datum::Nothing, |figure| Datum::figure(figure, 0));
    let counts = answer.counts.as_ref();
    let is_told = answer.origin != Origin::NothingCounted;
    let numerator = counts.map(|counts| &counts.numerator).filter(|figure| is_told && figure.value().is_some());
    AnswerData {
        value: Datum::figure(&answer.figure, decimals),
        interval: Datum::range(answer.interval, decimals),
        n: count(counts.map(|counts| &counts.denominator)),
        numerator: count(numerator),
    }
}
