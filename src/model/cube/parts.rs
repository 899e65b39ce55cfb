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

    /// The state of each cell by row, as `from_parts` takes it.
    pub fn states(&self) -> impl ExactSizeIterator<Item = u8> + '_ {
        self.states.iter().map(|state| *state as u8)
    }

    /// A column of its parts; none where they do not fit together, or a known number is not finite.
    pub fn from_parts(mut values: Vec<f64>, states: &[u8], remarks: BTreeMap<u32, Remark>) -> Option<Self> {
        let n_rows = values.len();
        let last = remarks.last_key_value().and_then(|(row, _)| usize::try_from(*row).ok());
        if states.len() != n_rows || last.is_some_and(|last| last >= n_rows) {
            return None;
        }
        let states: Vec<State> =
            states.iter().map(|state| State::ALL.get(usize::from(*state)).copied()).collect::<Option<_>>()?;
        for (value, state) in values.iter_mut().zip(&states) {
            if *state != State::Known {
                *value = 0.0;
            } else if !value.is_finite() {
                return None;
            }
        }
        Some(Self { values, states, remarks })
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
        let whole = Column::from_parts(vec![7.0, 8.0], &[0, 2], BTreeMap::new()).expect("they fit");
        assert_eq!(whole.values(), [7.0, 0.0], "a hidden number is not carried along");
        assert_eq!(whole.states().collect::<Vec<_>>(), [0, 2]);
        let remark = |row| BTreeMap::from([(row, Remark::default())]);
        assert!(Column::from_parts(vec![7.0], &[0], remark(0)).is_some());
        assert!(Column::from_parts(vec![7.0], &[0], remark(1)).is_none());
        assert!(Column::from_parts(vec![7.0], &[0, 0], BTreeMap::new()).is_none());
        assert!(Column::from_parts(vec![7.0], &[10], BTreeMap::new()).is_none());
        assert!(Column::from_parts(vec![f64::NAN], &[0], BTreeMap::new()).is_none());
    }
}
