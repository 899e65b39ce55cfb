//! A column as plain numbers and bytes, for those who carry it from one program to another.

use std::{collections::BTreeMap, ops::Range};

use super::{Column, Numbers, Remark, Width, state::State};
use crate::model::figure::Flags;

/// Little-endian numbers, all of one width.
#[derive(Clone, Copy, Debug)]
pub enum Bytes<'b> {
    /// Whole numbers of 16 bits.
    U16(&'b [[u8; 2]]),
    /// Whole numbers of 32 bits.
    U32(&'b [[u8; 4]]),
    /// Numbers in double precision.
    F64(&'b [[u8; 8]]),
}

/// Cells one after the other, as many of each.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'b> {
    /// Their numbers.
    pub numbers: Bytes<'b>,
    /// Their states.
    pub states: &'b [u8],
    /// Their flags, a bit for each, little-endian; empty where none has any.
    pub flags: &'b [[u8; 2]],
}

impl<'b> Bytes<'b> {
    /// Bytes as numbers of this width; none where they are no whole numbers of it.
    pub fn of(width: Width, bytes: &'b [u8]) -> Option<Self> {
        fn whole<const N: usize>(bytes: &[u8]) -> Option<&[[u8; N]]> {
            let (numbers, rest) = bytes.as_chunks();
            rest.is_empty().then_some(numbers)
        }
        Some(match width {
            Width::U16 => Self::U16(whole(bytes)?),
            Width::U32 => Self::U32(whole(bytes)?),
            Width::F64 => Self::F64(whole(bytes)?),
        })
    }

    /// Some of them.
    pub fn get(self, rows: Range<usize>) -> Option<Self> {
        Some(match self {
            Self::U16(it) => Self::U16(it.get(rows)?),
            Self::U32(it) => Self::U32(it.get(rows)?),
            Self::F64(it) => Self::F64(it.get(rows)?),
        })
    }
}

impl From<Bytes<'_>> for Numbers {
    fn from(bytes: Bytes<'_>) -> Self {
        match bytes {
            Bytes::U16(it) => Self::U16(it.iter().map(|bytes| u16::from_le_bytes(*bytes)).collect()),
            Bytes::U32(it) => Self::U32(it.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()),
            Bytes::F64(it) => Self::F64(it.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect()),
        }
    }
}

impl Column {
    /// One number; none where there is none.
    pub fn number(&self, row: usize) -> Option<f64> {
        let is_known = matches!(self.states.get(row)?, State::Known | State::ImpliedZero);
        if is_known { self.numbers.get(row) } else { None }
    }

    /// The numbers by row; 0 where there is none.
    pub fn kept(&self) -> &Numbers {
        &self.numbers
    }

    /// The state of each cell by row, as `extend` takes it.
    pub fn states(&self) -> impl ExactSizeIterator<Item = u8> + '_ {
        self.states.iter().map(|state| *state as u8)
    }

    /// The flags of each cell by row; none at all where no number has any.
    pub fn all_flags(&self) -> &[Flags] {
        &self.flags
    }

    /// A column without cells, with room for so many numbers of this width.
    pub fn with_capacity(width: Width, n_rows: usize) -> Self {
        let (numbers, states) = (Numbers::with_capacity(width, n_rows), Vec::with_capacity(n_rows));
        Self { numbers, states, ..Self::default() }
    }

    /// Adds cells behind the last. None where they do not fit together or behind the last, or a known number is not finite.
    pub fn extend(&mut self, parts: Parts) -> Option<()> {
        let n = self.states.len();
        let Parts { numbers, states, flags } = parts;
        State::ALL.get(usize::from(states.iter().copied().max().unwrap_or_default()))?;
        self.states.extend(states.iter().map(|byte| State::of_byte(*byte)));
        let states = self.states.get(n..)?.iter().map(|state| *state == State::Known);
        let fits = match (&mut self.numbers, numbers) {
            (Numbers::U16(to), Bytes::U16(from)) => add(to, from, states, u16::from_le_bytes),
            (Numbers::U32(to), Bytes::U32(from)) => add(to, from, states, u32::from_le_bytes),
            (Numbers::F64(to), Bytes::F64(from)) => {
                add(to, from, states, f64::from_le_bytes)
                    && to.get(n..).unwrap_or_default().iter().all(|number| number.is_finite())
            }
            _ => false,
        };
        if !flags.is_empty() {
            if self.flags.len() != n || flags.len() != parts.states.len() {
                return None;
            }
            Flags::from_bits(flags.iter().fold(0, |all, flags| all | u16::from_le_bytes(*flags)))?;
            let of_bits = |flags: &[u8; 2]| Flags::from_bits(u16::from_le_bytes(*flags)).unwrap_or_default();
            self.flags.extend(flags.iter().map(of_bits));
        }
        (fits && (self.flags.is_empty() || self.flags.len() == self.states.len())).then_some(())
    }

    /// The column, with what is said of single cells; none where one of them is not in the column.
    pub fn with_remarks(self, remarks: BTreeMap<u32, Remark>) -> Option<Self> {
        let last = remarks.last_key_value().map(|(row, _)| usize::try_from(*row));
        let fits = last.is_none_or(|last| last.is_ok_and(|last| last < self.len()));
        fits.then_some(Self { remarks, ..self })
    }
}

/// Adds numbers where they are known, else 0; says whether there are as many as there are states.
fn add<T: Default, const N: usize>(
    to: &mut Vec<T>,
    from: &[[u8; N]],
    is_known: impl ExactSizeIterator<Item = bool>,
    number: impl Fn([u8; N]) -> T,
) -> bool {
    let fits = from.len() == is_known.len();
    let numbers = from.iter().zip(is_known);
    to.extend(numbers.map(|(bytes, is_known)| if is_known { number(*bytes) } else { T::default() }));
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_do_not_fit_are_no_column() {
        let column = |values: &[f64], states: &[u8], remarks| {
            let mut column = Column::with_capacity(Width::F64, values.len());
            let values: Vec<_> = values.iter().map(|value| value.to_le_bytes()).collect();
            column.extend(Parts { numbers: Bytes::F64(&values), states, flags: &[] })?;
            column.with_remarks(remarks)
        };
        let whole = column(&[7.0, 8.0], &[0, 2], BTreeMap::new()).expect("they fit");
        assert_eq!(whole.kept().get(1), Some(0.0), "a hidden number is not carried along");
        assert_eq!(whole.states().collect::<Vec<_>>(), [0, 2]);
        let flagged = |flags: &[u16], width| {
            let flags: Vec<_> = flags.iter().map(|flags| flags.to_le_bytes()).collect();
            let mut column = Column::with_capacity(width, 1);
            column.extend(Parts { numbers: Bytes::of(Width::U16, &[1, 1])?, states: &[0], flags: &flags })?;
            column.with_remarks(BTreeMap::new())
        };
        assert_eq!(flagged(&[3], Width::U16).map(|column| column.flags_of(0).bits()), Some(3));
        assert!(flagged(&[3, 3], Width::U16).is_none());
        assert!(flagged(&[u16::MAX], Width::U16).is_none());
        assert!(flagged(&[], Width::U32).is_none());
        let remark = |row| BTreeMap::from([(row, Remark::default())]);
        assert!(column(&[7.0], &[0], remark(0)).is_some());
        assert!(column(&[7.0], &[0], remark(1)).is_none());
        assert!(column(&[7.0], &[0, 0], BTreeMap::new()).is_none());
        assert!(column(&[7.0], &[10], BTreeMap::new()).is_none());
        assert!(column(&[f64::NAN], &[0], BTreeMap::new()).is_none());
    }
}
