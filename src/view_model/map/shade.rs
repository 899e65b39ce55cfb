//! How an area is painted: by the class its value is in, by the verdict, or by why there is no figure.

use crate::{
    model::figure::Absence,
    query::answer::{Answer, Origin},
    stats::classes::class_of,
    verdict::{Kind, Verdict},
};

/// How an area is painted. A shade that is not a class is never one of the classes' colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shade {
    /// A class of values, from 0 for the lowest.
    Class(u8),
    /// There is a figure, and it is one that is not painted: a count.
    Plain,
    /// Higher than what it is set against.
    Higher,
    /// Not to be told apart from it.
    NotApart,
    /// Lower than it.
    Lower,
    /// Too few to judge.
    TooFew,
    /// Not to be compared.
    NotComparable,
    /// More than nothing, less than half the unit.
    RoundsToZero,
    /// Nothing was counted: n = 0.
    NothingCounted,
    /// Hidden.
    Suppressed,
    /// Too uncertain.
    Uncertain,
    /// Not reported.
    Missing,
    /// Will be published.
    NotYet,
    /// Cannot occur.
    NotApplicable,
    /// A sign nobody explains.
    UnknownSymbol,
    /// Not published.
    Unpublished,
    /// The file does not have the area at all.
    Outside,
}

impl Shade {
    /// The part of a CSS class that stands for it.
    pub fn css(self) -> &'static str {
        match self {
            Self::Class(0) => "class-0",
            Self::Class(1) => "class-1",
            Self::Class(2) => "class-2",
            Self::Class(3) => "class-3",
            Self::Class(4) => "class-4",
            Self::Class(5) => "class-5",
            Self::Class(_) => "class-6",
            Self::Plain => "plain",
            Self::Higher => "higher",
            Self::NotApart => "not-apart",
            Self::Lower => "lower",
            Self::TooFew => "too-few",
            Self::NotComparable => "not-comparable",
            Self::RoundsToZero => "rounds-to-zero",
            Self::NothingCounted => "nothing-counted",
            Self::Suppressed => "suppressed",
            Self::Uncertain => "uncertain",
            Self::Missing => "missing",
            Self::NotYet => "not-yet",
            Self::NotApplicable => "not-applicable",
            Self::UnknownSymbol => "unknown-symbol",
            Self::Unpublished => "unpublished",
            Self::Outside => "outside",
        }
    }
}

/// The class that a value is in.
pub(super) fn class_shade(value: f64, breaks: &[f64]) -> Shade {
    Shade::Class(u8::try_from(class_of(value, breaks)).unwrap_or(u8::MAX))
}

/// The verdict's own shade; where there is no figure, the reason why.
pub(super) fn verdict_shade(verdict: &Verdict, answer: &Answer) -> Shade {
    match verdict.kind() {
        Kind::Higher => Shade::Higher,
        Kind::Lower => Shade::Lower,
        Kind::NotApart => Shade::NotApart,
        Kind::TooFew => Shade::TooFew,
        Kind::NotComparable => Shade::NotComparable,
        Kind::NoFigure => shade(answer, false, &[]),
    }
}

/// The shade of a figure, or of the reason why there is none.
pub(super) fn shade(answer: &Answer, is_painted: bool, breaks: &[f64]) -> Shade {
    if answer.origin == Origin::NothingCounted {
        return Shade::NothingCounted;
    }
    match answer.figure.absence() {
        None if !is_painted => Shade::Plain,
        None => class_shade(answer.figure.value().unwrap_or_default(), breaks),
        Some(Absence::RoundsToZero) => Shade::RoundsToZero,
        Some(Absence::Suppressed) => Shade::Suppressed,
        Some(Absence::Uncertain) => Shade::Uncertain,
        Some(Absence::Missing) => Shade::Missing,
        Some(Absence::NotYet) => Shade::NotYet,
        Some(Absence::NotApplicable) => Shade::NotApplicable,
        Some(Absence::UnknownSymbol(_)) => Shade::UnknownSymbol,
        Some(Absence::Unpublished) => Shade::Unpublished,
    }
}
