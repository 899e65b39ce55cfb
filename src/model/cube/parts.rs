//! A column as plain numbers and bytes, for those who carry it from one program to another.

use std::collections::BTreeMap;

use super::{Column, Remark, State};

impl State {
    /// By their bytes.
    const ALL: [Self; 10] = [
        Self::Known,
        Self::RoundsToZero,
        Self::Suppressed,
        Self::Missing,
        Self::NotApplicable,
        Self::Uncertain,
        Self::NotYet,
        Self::Unpublished,
        Self::UnknownSymbol,
        Self::ImpliedZero,
    ];
}

impl Column {
    /// One number; none where there is none.
    pub fn number(&self, row: usize) -> Option<f64> {
        let is_known = matches!(self.states.get(row)?, State::Known | State::ImpliedZero);
        is_known.then_some(*self.values.get(row)?)
    }

    /// The numbers by row; 0 where there is none.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The state of each cell by row, as `extend` takes it.
    pub fn states(&self) -> impl ExactSizeIterator<Item = u8> + '_ {
        self.states.iter().map(|state| *state as u8)
    }

    /// A column without cells, with room for so many.
    pub fn with_capacity(n_rows: usize) -> Self {
        let (values, states) = (Vec::with_capacity(n_rows), Vec::with_capacity(n_rows));
        Self { values, states, remarks: BTreeMap::new() }
    }

    /// Adds cells behind the last: little-endian numbers, and a state for each. None where they do not fit together, or a known number is not finite.
    pub fn extend(&mut self, values: &[[u8; size_of::<f64>()]], states: &[u8]) -> Option<()> {
        if values.len() != states.len() {
            return None;
        }
        for (value, state) in values.iter().zip(states) {
            let state = *State::ALL.get(usize::from(*state))?;
            let value = if state == State::Known { f64::from_le_bytes(*value) } else { 0.0 };
            if !value.is_finite() {
                return None;
            }
            self.values.push(value);
            self.states.push(state);
        }
        Some(())
    }

    /// The column, with what is said of single cells; none where one of them is not in the column.
    pub fn with_remarks(self, remarks: BTreeMap<u32, Remark>) -> Option<Self> {
        let last = remarks.last_key_value().map(|(row, _)| usize::try_from(*row));
        let fits = last.is_none_or(|last| last.is_ok_and(|last| last < self.len()));
        fits.then_some(Self { remarks, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_state_has_its_own_byte() {
        for (byte, state) in (0_u8..).zip(State::ALL) {
            assert_eq!(state as u8, byte);
        }
    }

    #[test]
    fn parts_that_do_not_fit_are_no_column() {
        let column = |values: &[f64], states: &[u8], remarks| {
            let mut column = Column::with_capacity(values.len());
            let values: Vec<_> = values.iter().map(|value| value.to_le_bytes()).collect();
            column.extend(&values, states)?;
            column.with_remarks(remarks)
        };
        let whole = column(&[7.0, 8.0], &[0, 2], BTreeMap::new()).expect("they fit");
        assert_eq!(whole.values(), [7.0, 0.0], "a hidden number is not carried along");
        assert_eq!(whole.states().collect::<Vec<_>>(), [0, 2]);
        let remark = |row| BTreeMap::from([(row, Remark::default())]);
        assert!(column(&[7.0], &[0], remark(0)).is_some());
        assert!(column(&[7.0], &[0], remark(1)).is_none());
        assert!(column(&[7.0], &[0, 0], BTreeMap::new()).is_none());
        assert!(column(&[7.0], &[10], BTreeMap::new()).is_none());
        assert!(column(&[f64::NAN], &[0], BTreeMap::new()).is_none());
    }
}
