//! A dataset in memory: its dimensions, its measures, and a column of cells for each measure.

mod parts;
mod signs;

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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// The numbers; 0 where `states` says that there is none.
    values: Vec<f64>,
    /// One byte for each number.
    states: Vec<State>,
    /// The few cells that something more is said of, by row.
    remarks: BTreeMap<u32, Remark>,
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

/// What is said of one cell beside its number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remark {
    /// How exactly the number was given.
    pub qualifier: Option<Qualifier>,
    /// The publisher's flags.
    pub flags: Flags,
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
        Self { values: vec![0.0; n_cells], states: vec![state; n_cells], remarks: BTreeMap::new() }
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are no cells.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The numbers by row, for those who read them all and ask nothing more of them.
    pub fn numbers(&self) -> impl Iterator<Item = Option<f64>> {
        self.numbers_in(0..self.len())
    }

    /// The numbers of some rows: none of any, where the column does not have all of them.
    pub fn numbers_in(&self, rows: Range<usize>) -> impl Iterator<Item = Option<f64>> {
        let is_known = |state: State| matches!(state, State::Known | State::ImpliedZero);
        let values = self.values.get(rows.clone()).unwrap_or_default();
        let states = self.states.get(rows).unwrap_or_default();
        values.iter().zip(states).map(move |(value, state)| is_known(*state).then_some(*value))
    }

    /// How many of these cells hold something, a figure or a sign for why there is none; and how many of them are hidden, so that nobody can be identified.
    pub fn tally(&self, rows: Range<usize>) -> (usize, usize) {
        let states = self.states.get(rows).unwrap_or_default();
        let n_of = |sought: State| states.iter().filter(|state| **state == sought).count();
        (states.len() - n_of(State::Unpublished), n_of(State::Suppressed))
    }

    /// The rows whose number was not given exactly ("drygt 30"): few, and not to be counted with.
    pub fn inexact_rows(&self) -> impl Iterator<Item = usize> {
        let is_inexact = |remark: &Remark| !matches!(remark.qualifier, None | Some(Qualifier::Derived));
        self.remarks().filter(move |(_, remark)| is_inexact(remark)).map(|(row, _)| row)
    }

    /// All that the publisher's flags say of any of these cells.
    pub fn flags(&self) -> Flags {
        let implied = self.states.contains(&State::ImpliedZero).then_some(Flag::ImpliedZero);
        self.remarks.values().fold(implied.into_iter().collect(), |all: Flags, remark| all.union(remark.flags))
    }

    /// What a cell adds to a sum, whether or not its number was given exactly: see [`Column::inexact_rows`].
    pub fn summand(&self, row: usize) -> Summand {
        match (self.values.get(row), self.states.get(row)) {
            (Some(value), Some(State::Known | State::ImpliedZero)) => Summand::Number(*value),
            (_, Some(State::NotApplicable)) => Summand::Nothing,
            (_, Some(State::Suppressed)) => Summand::Hidden,
            _ => Summand::Unknown,
        }
    }

    /// Writes one cell. Rows outside the column are left alone.
    pub fn set(&mut self, row: usize, figure: Figure) {
        let (Some(value), Some(state)) = (self.values.get_mut(row), self.states.get_mut(row)) else {
            return;
        };
        let Ok(key) = u32::try_from(row) else { return };
        *value = 0.0;
        *state = match figure {
            Figure::Known(Known { value: 0.0, qualifier: None, flags }) if flags.is_only(Flag::ImpliedZero) => {
                State::ImpliedZero
            }
            Figure::Known(known) => {
                *value = known.value;
                if known.qualifier.is_some() || !known.flags.is_empty() {
                    let remark = self.remarks.entry(key).or_default();
                    remark.qualifier = known.qualifier;
                    remark.flags = known.flags;
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
    }

    /// Writes a number that was given exactly, as `set` does, in less time.
    pub fn set_exact(&mut self, row: usize, number: f64) {
        if let (Some(value), Some(state)) = (self.values.get_mut(row), self.states.get_mut(row)) {
            *value = number;
            *state = State::Known;
        }
    }

    /// Adds flags to a number that the file writes out; says whether there is one.
    pub fn add_flags(&mut self, row: usize, flags: Flags) -> bool {
        let Some(state) = self.states.get_mut(row) else { return false };
        let is_bare_zero =
            self.values.get(row) == Some(&0.0) && u32::try_from(row).is_ok_and(|row| !self.remarks.contains_key(&row));
        match *state {
            State::Known if is_bare_zero && flags.is_only(Flag::ImpliedZero) => *state = State::ImpliedZero,
            State::Known | State::ImpliedZero if !flags.is_empty() => {
                let implied = (*state == State::ImpliedZero).then_some(Flag::ImpliedZero);
                let all = flags.union(implied.into_iter().collect());
                // A zero that more is said of is a number with its flags.
                if implied.is_none() || !all.is_only(Flag::ImpliedZero) {
                    *state = State::Known;
                    if let Ok(row) = u32::try_from(row) {
                        let remark = self.remarks.entry(row).or_default();
                        remark.flags = remark.flags.union(all);
                    }
                }
            }
            State::Known | State::ImpliedZero => {}
            _ => return false,
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
        let (Some(&value), Some(&state)) = (self.values.get(row), self.states.get(row)) else {
            return Figure::Absent(Absence::Unpublished);
        };
        Figure::Absent(match state {
            State::Known => {
                let remark = self.remark(row);
                return Figure::Known(Known {
                    value,
                    qualifier: remark.and_then(|remark| remark.qualifier.clone()),
                    flags: remark.map(|remark| remark.flags).unwrap_or_default(),
                });
            }
            State::ImpliedZero => {
                let flags = Flags::from_iter([Flag::ImpliedZero]);
                return Figure::Known(Known { value: 0.0, qualifier: None, flags });
            }
            State::RoundsToZero => Absence::RoundsToZero,
            State::Suppressed => Absence::Suppressed,
            State::Missing => Absence::Missing,
            State::NotApplicable => Absence::NotApplicable,
            State::Uncertain => Absence::Uncertain,
            State::NotYet => Absence::NotYet,
            State::Unpublished => Absence::Unpublished,
            State::UnknownSymbol => {
                Absence::UnknownSymbol(self.remark(row).and_then(|remark| remark.symbol.clone()).unwrap_or_default())
            }
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
