//! Sums of cells: a number where every part is known, an interval where the publisher says what hides, else nothing and why.

use super::{clearance::NotCleared, parts::NotSummable};
use crate::{
    model::figure::{Absence, Figure, Flag, Flags, Known, Qualifier},
    stats::interval::Interval,
};

/// What a sum can say.
#[derive(Clone, Debug, PartialEq)]
pub enum Sum {
    /// Every part is known.
    Known(Known),
    /// Parts are hidden, and the publisher's rule or what else is published says between which numbers they lie.
    Between {
        /// The bounds of the sum, as a reader may be told them.
        range: Interval,
        /// How many parts are hidden.
        n_hidden: u64,
    },
    /// Nothing, and why.
    Nothing(NoSum),
}

/// Why there is no sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSum {
    /// The parts may not be added up.
    NotSummable(NotSummable),
    /// The publisher has not cleared the question.
    NotCleared(NotCleared),
    /// Parts are hidden, and nobody says how large they may be.
    Hidden(u64),
    /// A part has no number, for this reason.
    Absent(Absence),
    /// So many parts have no number, for reasons of their own.
    Unknown(u64),
    /// A part was given in words such as "drygt": it is not counted with.
    Inexact,
    /// The parts were changed on purpose, so that their sum is not the total.
    Perturbed,
    /// There is no such measure, dimension or category.
    NoSuchCell,
}

/// Adds up parts, one at a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Adder {
    known: f64,
    flags: Flags,
    n_hidden: u64,
    /// What the hidden parts may add to what is known.
    hidden: f64,
    /// Parts that hide, and nobody says how large they may be.
    is_open: bool,
    no: Option<NoSum>,
}

impl Adder {
    /// Adds a cell; `shown` is where it lies if it is hidden. What cannot occur adds nothing; every other absence is kept.
    pub fn add(&mut self, part: &Figure, shown: Option<Interval>) {
        match part {
            Figure::Known(Known { flags, .. }) if flags.has(Flag::Perturbed) => self.refuse(NoSum::Perturbed),
            Figure::Known(Known { value, qualifier: None | Some(Qualifier::Derived), flags }) => {
                self.known += value;
                self.flags = self.flags.union(*flags);
            }
            Figure::Known(_) => self.refuse(NoSum::Inexact),
            Figure::Absent(Absence::NotApplicable) => {}
            Figure::Absent(Absence::Suppressed) => self.add_hidden(shown, 1),
            Figure::Absent(absence) => self.refuse(NoSum::Absent(absence.clone())),
        }
    }

    /// Adds what is a sum itself.
    pub fn add_sum(&mut self, part: &Sum) {
        match part {
            Sum::Known(known) => self.add(&Figure::Known(known.clone()), None),
            Sum::Between { range, n_hidden } => self.add_hidden(Some(*range), *n_hidden),
            Sum::Nothing(NoSum::Hidden(n_hidden)) => self.add_hidden(None, *n_hidden),
            Sum::Nothing(no) => self.refuse(no.clone()),
        }
    }

    fn add_hidden(&mut self, shown: Option<Interval>, n_hidden: u64) {
        self.n_hidden = self.n_hidden.saturating_add(n_hidden);
        match shown {
            Some(range) => {
                self.known += range.low;
                self.hidden += range.width();
            }
            None => self.is_open = true,
        }
    }

    fn refuse(&mut self, why: NoSum) {
        // That the parts were perturbed goes before anything that is wrong with one of them.
        if self.no.is_none() || why == NoSum::Perturbed {
            self.no = Some(why);
        }
    }

    /// The sum. A hidden part is told before any other absence.
    pub fn finish(self) -> Sum {
        match (self.no, self.n_hidden) {
            (None, 0) => {
                Sum::Known(Known { value: self.known, qualifier: Some(Qualifier::Derived), flags: self.flags })
            }
            (None, n_hidden) if !self.is_open => {
                let range = Interval { low: self.known, high: self.known + self.hidden };
                Sum::Between { range, n_hidden }
            }
            (Some(why @ NoSum::Perturbed), _) | (Some(why), 0) => Sum::Nothing(why),
            (_, n_hidden) => Sum::Nothing(NoSum::Hidden(n_hidden)),
        }
    }
}

impl Sum {
    /// The number, where it is one.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Known(known) => Some(known.value),
            _ => None,
        }
    }

    /// Where it lies: a known number is its own bounds.
    pub fn range(&self) -> Option<Interval> {
        match self {
            Self::Known(known) => Some(Interval { low: known.value, high: known.value }),
            Self::Between { range, .. } => Some(*range),
            Self::Nothing(_) => None,
        }
    }

    /// The sum as a figure: a number, or the reason why there is none.
    pub fn figure(&self) -> Figure {
        Figure::Absent(match self {
            Self::Known(known) => return Figure::Known(known.clone()),
            Self::Between { .. } | Self::Nothing(NoSum::Hidden(_)) => Absence::Suppressed,
            Self::Nothing(NoSum::Absent(absence)) => absence.clone(),
            Self::Nothing(NoSum::Inexact) => Absence::Uncertain,
            Self::Nothing(_) => Absence::Unpublished,
        })
    }
}
