//! A dataset in memory: its dimensions, its measures, and a column of cells for each measure.

mod numbers;
mod parts;
mod signs;

pub use numbers::{Numbers, Width};
pub use parts::{Bytes, Parts};

use std::{collections::BTreeMap, ops::Range};

use super::{
    dataset::{Dataset, Reading},
    dimension::{Dimension, DimensionKind},
    figure::{Absence, Figure, Flag, Flags, Known, Qualifier},
    measure::Measure,
    text::Text,
};

/// A dataset in memory. It is not yet cleared: `gate` does that.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cube {
    /// What the publisher says of it all.
    pub dataset: Dataset,
    /// What it is broken down by.
    pub dimensions: Vec<Dimension>,
    /// What is counted.
    pub measures: Vec<Measure>,
    /// The cells; measures point here.
    pub columns: Vec<Column>,
}

/// A category for each dimension, by position: one cell of each column.
pub type Coordinates = Vec<usize>;

/// The cells of one measure, row-major: the last dimension runs fastest.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// The numbers; 0 where `states` says that there is none.
    numbers: Numbers,
    /// One byte for each number.
    states: Vec<State>,
    /// The publisher's flags of each number; none at all where no number has any.
    flags: Vec<Flags>,
    /// The few cells that something more is said of, by row.
    remarks: BTreeMap<u32, Remark>,
}

/// The same cells, however they are kept.
impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        let has_same_flags = match (self.flags.as_slice(), other.flags.as_slice()) {
            ([], flags) | (flags, []) => flags.iter().all(|flags| flags.is_empty()),
            (one, other) => one == other,
        };
        has_same_flags && self.states == other.states && self.numbers == other.numbers && self.remarks == other.remarks
    }
}

/// What a column keeps for each cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum State {
    Known,
    RoundsToZero,
    Suppressed,
    Missing,
    NotApplicable,
    Uncertain,
    NotYet,
    Unpublished,
    UnknownSymbol,
    /// Zero, with the flag that says that the file leaves it out: a file may leave out millions.
    ImpliedZero,
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

/// What is said of one cell beside its number and the publisher's flags.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remark {
    /// How exactly the number was given.
    pub qualifier: Option<Qualifier>,
    /// The sign that stood there, where nobody explains it.
    pub symbol: Option<String>,
    /// Where the figure was read: a position in the dataset's sources.
    pub source: Option<usize>,
    /// How it was read.
    pub reading: Option<Reading>,
    /// The figure's number in the table of sources.
    pub fact: Option<String>,
    /// A note on this very cell.
    pub note: Option<Text>,
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
        Self { numbers, states, flags: Vec::new(), remarks: BTreeMap::new() }
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

    fn set_flags(&mut self, row: usize, flags: Flags) {
        if self.flags.is_empty() && !flags.is_empty() {
            self.flags = vec![Flags::default(); self.states.len()];
        }
        if let Some(it) = self.flags.get_mut(row) {
            *it = flags;
        }
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

    /// Writes one cell. Rows outside the column are left alone.
    pub fn set(&mut self, row: usize, figure: Figure) {
        let Ok(key) = u32::try_from(row) else { return };
        if row >= self.states.len() {
            return;
        }
        let (mut number, mut own_flags) = (0.0, Flags::default());
        let state = match figure {
            Figure::Known(Known { value: 0.0, qualifier: None, flags }) if flags.is_only(Flag::ImpliedZero) => {
                State::ImpliedZero
            }
            Figure::Known(known) => {
                (number, own_flags) = (known.value, known.flags);
                if known.qualifier.is_some() {
                    self.remarks.entry(key).or_default().qualifier = known.qualifier;
                }
                State::Known
            }
            Figure::Absent(Absence::UnknownSymbol(symbol)) => {
                self.remarks.entry(key).or_default().symbol = Some(symbol);
                State::UnknownSymbol
            }
            Figure::Absent(Absence::RoundsToZero) => State::RoundsToZero,
            Figure::Absent(Absence::Suppressed) => State::Suppressed,
            Figure::Absent(Absence::Missing) => State::Missing,
            Figure::Absent(Absence::NotApplicable) => State::NotApplicable,
            Figure::Absent(Absence::Uncertain) => State::Uncertain,
            Figure::Absent(Absence::NotYet) => State::NotYet,
            Figure::Absent(Absence::Unpublished) => State::Unpublished,
        };
        self.numbers.set(row, number);
        self.set_flags(row, own_flags);
        if let Some(it) = self.states.get_mut(row) {
            *it = state;
        }
    }

    /// Writes a number that was given exactly, as `set` does, in less time.
    pub fn set_exact(&mut self, row: usize, number: f64) {
        if let Some(state) = self.states.get_mut(row) {
            *state = State::Known;
            self.numbers.set(row, number);
        }
    }

    /// Writes numbers that were given exactly, one after the other from a row on: of `from` those in `rows`, each where it is known.
    /// There are no numbers in the column there yet, and `from` has 0 where it has none.
    pub fn set_run(&mut self, row: usize, from: &Numbers, rows: Range<usize>, is_known: impl Iterator<Item = bool>) {
        self.numbers.set_run(row, from, rows.clone());
        let states = self.states.get_mut(row..).unwrap_or_default().iter_mut().take(rows.len());
        for (state, is_known) in states.zip(is_known) {
            *state = if is_known { State::Known } else { *state };
        }
    }

    /// Adds flags to a number that the file writes out; says whether there is one.
    pub fn add_flags(&mut self, row: usize, flags: Flags) -> bool {
        let Some(&state) = self.states.get(row) else { return false };
        let known = self.flags_of(row);
        let is_bare_zero = || {
            known.is_empty()
                && self.numbers.get(row) == Some(0.0)
                && u32::try_from(row).is_ok_and(|row| !self.remarks.contains_key(&row))
        };
        let (state, flags) = match state {
            State::Known if flags.is_only(Flag::ImpliedZero) && is_bare_zero() => (State::ImpliedZero, known),
            State::Known => (State::Known, known.union(flags)),
            // A zero that more is said of is a number with its flags.
            State::ImpliedZero if !flags.is_empty() && !flags.is_only(Flag::ImpliedZero) => {
                (State::Known, flags.union(Flags::from_iter([Flag::ImpliedZero])))
            }
            State::ImpliedZero => return true,
            _ => return false,
        };
        self.set_flags(row, flags);
        if let Some(it) = self.states.get_mut(row) {
            *it = state;
        }
        true
    }

    /// What is said of one cell, to be added to.
    pub fn remark_mut(&mut self, row: u32) -> &mut Remark {
        self.remarks.entry(row).or_default()
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
                let symbol = self.remark(row).and_then(|remark| remark.symbol.clone());
                Figure::Absent(Absence::UnknownSymbol(symbol.unwrap_or_default()))
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

/// How many cells are in this state. So many at once are counted in a byte that they are looked at many together.
fn n_of(states: &[State], sought: State) -> usize {
    let n_in = |states: &[State]| states.iter().fold(0_u8, |n, state| n.wrapping_add(u8::from(*state == sought)));
    states.chunks(usize::from(u8::MAX)).map(|states| usize::from(n_in(states))).fold(0, usize::saturating_add)
}

impl State {
    /// Why there is no number, the sign left out that nobody explains; none where there is one.
    fn absence(self) -> Option<Absence> {
        Some(match self {
            Self::Known | Self::ImpliedZero => return None,
            Self::RoundsToZero => Absence::RoundsToZero,
            Self::Suppressed => Absence::Suppressed,
            Self::Missing => Absence::Missing,
            Self::NotApplicable => Absence::NotApplicable,
            Self::Uncertain => Absence::Uncertain,
            Self::NotYet => Absence::NotYet,
            Self::Unpublished => Absence::Unpublished,
            Self::UnknownSymbol => Absence::UnknownSymbol(String::new()),
        })
    }
}

impl Cube {
    /// Number of cells in each column; none where the product does not fit.
    pub fn n_rows(&self) -> Option<usize> {
        self.dimensions.iter().try_fold(1_usize, |rows, dimension| rows.checked_mul(dimension.categories.len()))
    }

    /// Where the cell of these categories is in each column.
    pub fn row(&self, at: &[usize]) -> Option<usize> {
        if at.len() != self.dimensions.len() {
            return None;
        }
        self.dimensions.iter().zip(at).try_fold(0_usize, |row, (dimension, &category)| {
            let n = dimension.categories.len();
            if category >= n { None } else { row.checked_mul(n)?.checked_add(category) }
        })
    }

    /// The categories of a row: the reverse of `row`.
    pub fn coordinates(&self, mut row: usize) -> Coordinates {
        let mut at = vec![0; self.dimensions.len()];
        for (place, dimension) in at.iter_mut().zip(&self.dimensions).rev() {
            let n = dimension.categories.len().max(1);
            *place = row % n;
            row /= n;
        }
        at
    }

    /// The cell of a measure as it was published; unpublished for a measure that is only worked out.
    pub fn published(&self, measure: usize, at: &[usize]) -> Figure {
        match (self.column_of(measure), self.row(at)) {
            (Some(column), Some(row)) => column.figure(row),
            _ => Figure::Absent(Absence::Unpublished),
        }
    }

    /// What is said of one cell.
    pub fn remark(&self, measure: usize, at: &[usize]) -> Option<&Remark> {
        self.column_of(measure)?.remark(self.row(at)?)
    }

    fn column_of(&self, measure: usize) -> Option<&Column> {
        self.columns.get(self.measures.get(measure)?.column?)
    }

    /// The dimension of this kind: areas or periods, say.
    pub fn dimension_of_kind(&self, kind: &DimensionKind) -> Option<usize> {
        self.dimensions.iter().position(|dimension| dimension.kind == *kind)
    }

    /// The dimension with this id.
    pub fn dimension_by_id(&self, id: &str) -> Option<usize> {
        self.dimensions.iter().position(|dimension| dimension.id == id)
    }

    /// The measure with this id.
    pub fn measure_by_id(&self, id: &str) -> Option<usize> {
        self.measures.iter().position(|measure| measure.id == id)
    }

    /// The cell that a question means when it asks for nothing in particular.
    pub fn default_coordinates(&self) -> Coordinates {
        self.dimensions.iter().map(Dimension::default_category).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_gives_back_each_state_it_was_given() {
        let states = [
            Figure::exact(0.0),
            Figure::exact(12.5),
            Figure::Known(Known { value: 30.0, qualifier: Some(Qualifier::JustOver), flags: Flags::default() }),
            Figure::Known(Known { value: 0.0, qualifier: None, flags: Flags::from_iter([Flag::ImpliedZero]) }),
            Figure::Absent(Absence::RoundsToZero),
            Figure::Absent(Absence::Suppressed),
            Figure::Absent(Absence::Missing),
            Figure::Absent(Absence::NotApplicable),
            Figure::Absent(Absence::Uncertain),
            Figure::Absent(Absence::NotYet),
            Figure::Absent(Absence::Unpublished),
            Figure::Absent(Absence::UnknownSymbol("¤".into())),
        ];
        let mut column = Column::unpublished(states.len());
        for (row, figure) in states.iter().enumerate() {
            column.set(row, figure.clone());
        }
        for (row, figure) in states.iter().enumerate() {
            assert_eq!(column.figure(row), *figure);
        }
        assert_eq!(column.figure(states.len()), Figure::Absent(Absence::Unpublished));
    }
}
