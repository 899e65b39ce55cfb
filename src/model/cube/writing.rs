//! How the cells of a column are written.

use std::ops::Range;

use super::{column::Column, numbers::Numbers, remark::Remark, state::State};
use crate::model::figure::{Absence, Figure, Flag, Flags, Known};

impl Column {
    fn set_flags(&mut self, row: usize, flags: Flags) {
        if self.flags.is_empty() && !flags.is_empty() {
            self.flags = vec![Flags::default(); self.states.len()];
        }
        if let Some(it) = self.flags.get_mut(row) {
            *it = flags;
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
            Figure::Absent(absence) => return self.set_absent(row, &absence),
        };
        self.numbers.set(row, number);
        self.set_flags(row, own_flags);
        if let Some(it) = self.states.get_mut(row) {
            *it = state;
        }
    }

    /// Writes why there is no number, as `set` does.
    #[inline]
    pub fn set_absent(&mut self, row: usize, absence: &Absence) {
        let n_rows = self.states.len();
        let Some(it) = self.states.get_mut(row) else { return };
        let had_number = *it == State::Known;
        *it = State::of(absence);
        if had_number {
            self.numbers.set(row, 0.0);
        }
        if let Some(flags) = self.flags.get_mut(row) {
            *flags = Flags::default();
        }
        if let Absence::UnknownSymbol(sign) = absence {
            self.signs.set(row, n_rows, sign);
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figure::Qualifier;

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
