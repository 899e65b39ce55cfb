//! Sums of cells: a number where every part is known, an interval where the publisher says what hides, else nothing and why.

use super::{clearance::NotCleared, parts::NotSummable};
use crate::{
    model::{
        cube::Cube,
        figure::{Absence, Figure, Flag, Flags, Known, Qualifier},
        measure::{Measure, MeasureKind, ProtectedUnit},
    },
    stats::interval::Interval,
};

/// What a sum can say.
#[derive(Clone, Debug, PartialEq)]
pub enum Sum {
    /// Every part is known.
    Known(Known),
    /// Parts are hidden, and the publisher says between which numbers a hidden part lies.
    Between {
        /// The bounds of the sum, both possible as far as the sum alone tells.
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

/// What the publisher says of a hidden count: it lies from 0 up to `most`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protection {
    /// The highest count that is hidden.
    pub most: u32,
}

impl Protection {
    /// The protection of a measure's counts, where the file tells it.
    ///
    /// None unless the publisher says that every hidden count is under the threshold: one hidden for another's sake may be any number.
    /// A true zero may be hidden too, for nobody says that it is not.
    pub fn of(cube: &Cube, measure: &Measure) -> Option<Self> {
        let disclosure = cube.dataset.disclosure.as_ref()?;
        let is_by_size = measure.kind == MeasureKind::Count
            && measure.protected_unit != ProtectedUnit::None
            && disclosure.hides_only_small
            && !disclosure.has_complementary;
        let most = disclosure.threshold?.checked_sub(1)?;
        is_by_size.then_some(Self { most })
    }

    /// Where the sum of known parts and this many hidden ones lies.
    pub fn range(self, known: f64, n_hidden: u64) -> Interval {
        #[expect(clippy::cast_precision_loss, reason = "more hidden cells than 2^53 do not fit a memory")]
        let hidden = n_hidden as f64 * f64::from(self.most);
        Interval { low: known, high: known + hidden }
    }
}

/// Adds up parts, one at a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Adder {
    known: f64,
    flags: Flags,
    n_hidden: u64,
    no: Option<NoSum>,
}

impl Adder {
    /// Adds a cell. What cannot occur adds nothing; every other absence is kept.
    pub fn add(&mut self, part: &Figure) {
        match part {
            Figure::Known(Known { flags, .. }) if flags.has(Flag::Perturbed) => self.refuse(NoSum::Perturbed),
            Figure::Known(Known { value, qualifier: None | Some(Qualifier::Derived), flags }) => {
                self.known += value;
                self.flags = self.flags.union(*flags);
            }
            Figure::Known(_) => self.refuse(NoSum::Inexact),
            Figure::Absent(Absence::NotApplicable) => {}
            Figure::Absent(Absence::Suppressed) => self.n_hidden += 1,
            Figure::Absent(absence) => self.refuse(NoSum::Absent(absence.clone())),
        }
    }

    /// Adds what is a sum itself. The known part of an interval is its lower bound, for what hides is at least nothing.
    pub fn add_sum(&mut self, part: &Sum) {
        match part {
            Sum::Known(known) => self.add(&Figure::Known(known.clone())),
            Sum::Between { range, n_hidden } => {
                self.known += range.low;
                self.n_hidden += n_hidden;
            }
            Sum::Nothing(NoSum::Hidden(n_hidden)) => self.n_hidden += n_hidden,
            Sum::Nothing(no) => self.refuse(no.clone()),
        }
    }

    fn refuse(&mut self, why: NoSum) {
        // That the parts were perturbed goes before anything that is wrong with one of them.
        if self.no.is_none() || why == NoSum::Perturbed {
            self.no = Some(why);
        }
    }

    /// The sum. A hidden part is told before any other absence.
    pub fn finish(self, protection: Option<Protection>) -> Sum {
        match (self.no, self.n_hidden, protection) {
            (None, 0, _) => {
                Sum::Known(Known { value: self.known, qualifier: Some(Qualifier::Derived), flags: self.flags })
            }
            (None, n_hidden, Some(protection)) => {
                Sum::Between { range: protection.range(self.known, n_hidden), n_hidden }
            }
            (Some(why @ NoSum::Perturbed), _, _) | (Some(why), 0, _) => Sum::Nothing(why),
            (_, n_hidden, _) => Sum::Nothing(NoSum::Hidden(n_hidden)),
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
