//! The cells of one measure: how they are kept, and what is read of them.

use std::{collections::BTreeMap, ops::Range};

use super::{
    numbers::{Numbers, Width},
    remark::Remark,
    signs::Signs,
    state::{State, n_of},
};
use crate::model::figure::{Absence, Figure, Flag, Flags, Known, Qualifier};

/// The cells of one measure, row-major: the last dimension runs fastest.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// The numbers; 0 where `states` says that there is none.
    pub(super) numbers: Numbers,
    /// One byte for each number.
    pub(super) states: Vec<State>,
    /// The publisher's flags of each number; none at all where no number has any.
    pub(super) flags: Vec<Flags>,
    /// The signs that nobody explains, where `states` says that there is one.
    pub(super) signs: Signs,
    /// The few cells that something more is said of, by row.
    pub(super) remarks: BTreeMap<u32, Remark>,
}

/// The same cells, however they are kept.
impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        let has_same_flags = match (self.flags.as_slice(), other.flags.as_slice()) {
            ([], flags) | (flags, []) => flags.iter().all(|flags| flags.is_empty()),
            (one, other) => one == other,
        };
        has_same_flags
            && self.states == other.states
            && self.numbers == other.numbers
            && self.signs().eq(other.signs())
            && self.remarks == other.remarks
    }
}

/// What a cell adds to a sum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Summand {
    /// A number, exactly given.
    Number(f64),
    /// Nothing: it cannot occur.
    Nothing,
    /// A number that only the publisher knows.
    Hidden,
    /// Nobody can say: it is absent for another reason, or not given exactly.
    Unknown,
}

impl Column {
    /// A column in which nothing is published yet.
    pub fn unpublished(n_cells: usize) -> Self {
        Self::absent(n_cells, State::Unpublished)
    }

    /// A column in which nothing was reported.
    pub fn missing(n_cells: usize) -> Self {
        Self::absent(n_cells, State::Missing)
    }

    /// A column of zeros that the file does not write out.
    pub fn implied_zeros(n_cells: usize) -> Self {
        Self::absent(n_cells, State::ImpliedZero)
    }

    fn absent(n_cells: usize, state: State) -> Self {
        let (numbers, states) = (Numbers::zeros(n_cells), vec![state; n_cells]);
        Self { numbers, states, ..Self::default() }
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.states.len()
    }

    /// Whether there are no cells.
    pub fn is_empty(&self) -> bool {
        self.states.is_empty()
    }

    /// The numbers by row, for those who read them all and ask nothing more of them.
    pub fn numbers(&self) -> impl Iterator<Item = Option<f64>> {
        self.numbers_in(0..self.len())
    }

    /// The numbers of some rows: none of any, where the column does not have all of them.
    pub fn numbers_in(&self, rows: Range<usize>) -> impl Iterator<Item = Option<f64>> {
        let states = self.states.get(rows.clone()).unwrap_or_default();
        let is_known = |state: State| matches!(state, State::Known | State::ImpliedZero);
        states.iter().zip(rows).map(move |(state, row)| if is_known(*state) { self.numbers.get(row) } else { None })
    }

    /// Whether it is seen without looking at each that all numbers are whole.
    pub fn is_kept_whole(&self) -> bool {
        self.numbers.width() != Width::F64
    }

    /// How many of these cells hold something, a figure or a sign for why there is none; and how many of them are hidden, so that nobody can be identified.
    pub fn tally(&self, rows: Range<usize>) -> (usize, usize) {
        let states = self.states.get(rows).unwrap_or_default();
        (states.len() - n_of(states, State::Unpublished), n_of(states, State::Suppressed))
    }

    /// How many cells have a number, and how many have none, by the reason. Signs that nobody explains are counted as one, without the sign.
    pub fn n_by_reason(&self) -> (usize, Vec<(Absence, usize)>) {
        let (mut n_known, mut n_absent) = (0_usize, Vec::new());
        let mut n_left = self.states.len();
        // Of ten states a column has two or three, and those first.
        for state in State::ALL {
            if n_left == 0 {
                break;
            }
            let n = n_of(&self.states, state);
            n_left = n_left.saturating_sub(n);
            match state.absence() {
                None => n_known = n_known.saturating_add(n),
                Some(_) if n == 0 => {}
                Some(absence) => n_absent.push((absence, n)),
            }
        }
        (n_known, n_absent)
    }

    /// The rows whose number was not given exactly ("drygt 30"): few, and not to be counted with.
    pub fn inexact_rows(&self) -> impl Iterator<Item = usize> {
        let is_inexact = |remark: &Remark| !matches!(remark.qualifier, None | Some(Qualifier::Derived));
        self.remarks().filter(move |(_, remark)| is_inexact(remark)).map(|(row, _)| row)
    }

    /// All that the publisher's flags say of any of these cells.
    pub fn flags(&self) -> Flags {
        let implied = self.states.contains(&State::ImpliedZero).then_some(Flag::ImpliedZero);
        self.flags.iter().fold(implied.into_iter().collect(), |all: Flags, flags| all.union(*flags))
    }

    /// What the publisher's flags say of the number in one cell.
    pub fn flags_of(&self, row: usize) -> Flags {
        self.flags.get(row).copied().unwrap_or_default()
    }

    /// How many numbers have flags.
    pub fn n_flagged(&self) -> usize {
        self.flags.iter().filter(|flags| !flags.is_empty()).count()
    }

    /// What a cell adds to a sum, whether or not its number was given exactly: see [`Column::inexact_rows`].
    pub fn summand(&self, row: usize) -> Summand {
        match self.states.get(row) {
            Some(State::Known | State::ImpliedZero) => self.numbers.get(row).map_or(Summand::Unknown, Summand::Number),
            Some(State::NotApplicable) => Summand::Nothing,
            Some(State::Suppressed) => Summand::Hidden,
            _ => Summand::Unknown,
        }
    }

    /// What is said of one cell.
    pub fn remark(&self, row: usize) -> Option<&Remark> {
        self.remarks.get(&u32::try_from(row).ok()?)
    }

    /// All that is said of single cells, by row.
    pub fn remarks(&self) -> impl Iterator<Item = (usize, &Remark)> {
        self.remarks.iter().filter_map(|(row, remark)| Some((usize::try_from(*row).ok()?, remark)))
    }

    /// One cell. A row outside the column is not published.
    pub fn figure(&self, row: usize) -> Figure {
        let (Some(value), Some(&state)) = (self.numbers.get(row), self.states.get(row)) else {
            return Figure::Absent(Absence::Unpublished);
        };
        match state.absence() {
            Some(Absence::UnknownSymbol(_)) => {
                let sign = self.signs.get(row).unwrap_or_default();
                Figure::Absent(Absence::UnknownSymbol(sign.to_owned()))
            }
            Some(absence) => Figure::Absent(absence),
            None if state == State::ImpliedZero => {
                let flags = Flags::from_iter([Flag::ImpliedZero]);
                Figure::Known(Known { value: 0.0, qualifier: None, flags })
            }
            None => {
                let qualifier = self.remark(row).and_then(|remark| remark.qualifier.clone());
                Figure::Known(Known { value, qualifier, flags: self.flags_of(row) })
            }
        }
    }
}
