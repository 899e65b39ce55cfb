//! The numbers of a column, all in the narrowest width that holds each of them exactly.

use std::ops::Range;

/// Numbers by row; 0 where there is none.
#[derive(Clone, Debug)]
pub enum Numbers {
    /// Whole numbers up to 65 535: most counts.
    U16(Vec<u16>),
    /// Whole numbers up to 4 294 967 295.
    U32(Vec<u32>),
    /// Any.
    F64(Vec<f64>),
}

/// How wide a number must be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// 16 bits.
    U16,
    /// 32 bits.
    U32,
    /// Double precision.
    F64,
}

impl Default for Numbers {
    fn default() -> Self {
        Self::U16(Vec::new())
    }
}

impl Width {
    /// The width of one number. A zero below zero is no whole number: it would come back without its sign.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what loses something is not equal")]
    pub fn of(number: f64) -> Self {
        let whole = number as u32;
        match f64::from(whole).to_bits() == number.to_bits() {
            true if whole <= u32::from(u16::MAX) => Self::U16,
            true => Self::U32,
            false => Self::F64,
        }
    }

    /// The width of some numbers together.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what loses something is not equal")]
    fn of_all(numbers: &[f64]) -> Self {
        let (mut differs, mut all) = (0_u64, 0_u32);
        for number in numbers {
            let whole = *number as u32;
            differs |= f64::from(whole).to_bits() ^ number.to_bits();
            all |= whole;
        }
        match differs {
            0 if all <= u32::from(u16::MAX) => Self::U16,
            0 => Self::U32,
            _ => Self::F64,
        }
    }
}

impl Numbers {
    /// So many zeros.
    pub fn zeros(n: usize) -> Self {
        Self::U16(vec![0; n])
    }

    /// No numbers yet, with room for so many of this width.
    pub fn with_capacity(width: Width, n: usize) -> Self {
        match width {
            Width::U16 => Self::U16(Vec::with_capacity(n)),
            Width::U32 => Self::U32(Vec::with_capacity(n)),
            Width::F64 => Self::F64(Vec::with_capacity(n)),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::U16(it) => it.len(),
            Self::U32(it) => it.len(),
            Self::F64(it) => it.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The width they are kept in.
    pub fn width(&self) -> Width {
        match self {
            Self::U16(_) => Width::U16,
            Self::U32(_) => Width::U32,
            Self::F64(_) => Width::F64,
        }
    }

    /// One number.
    pub fn get(&self, row: usize) -> Option<f64> {
        match self {
            Self::U16(it) => it.get(row).map(|number| f64::from(*number)),
            Self::U32(it) => it.get(row).map(|number| f64::from(*number)),
            Self::F64(it) => it.get(row).copied(),
        }
    }

    /// Writes one number. Rows that are not there are left alone.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is wide enough")]
    pub fn set(&mut self, row: usize, number: f64) {
        self.widen(Width::of(number));
        match self {
            Self::U16(it) => write(it, row, number as u16),
            Self::U32(it) => write(it, row, number as u32),
            Self::F64(it) => write(it, row, number),
        }
    }

    /// Adds numbers behind the last.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is wide enough")]
    pub fn extend(&mut self, numbers: &[f64]) {
        self.widen(Width::of_all(numbers));
        match self {
            Self::U16(it) => it.extend(numbers.iter().map(|number| *number as u32 as u16)),
            Self::U32(it) => it.extend(numbers.iter().map(|number| *number as u32)),
            Self::F64(it) => it.extend(numbers),
        }
    }

    /// Adds whole numbers behind the last.
    #[expect(clippy::cast_possible_truncation, reason = "it is wide enough")]
    pub fn extend_counts(&mut self, counts: &[u32]) {
        let all = counts.iter().fold(0, |all, count| all | count);
        self.widen(if all <= u32::from(u16::MAX) { Width::U16 } else { Width::U32 });
        match self {
            Self::U16(it) => it.extend(counts.iter().map(|count| *count as u16)),
            Self::U32(it) => it.extend_from_slice(counts),
            Self::F64(it) => it.extend(counts.iter().map(|count| f64::from(*count))),
        }
    }

    /// Adds zeros behind the last, until there are so many.
    pub fn fill_up(&mut self, n: usize) {
        let n = n.max(self.len());
        match self {
            Self::U16(it) => it.resize(n, 0),
            Self::U32(it) => it.resize(n, 0),
            Self::F64(it) => it.resize(n, 0.0),
        }
    }

    /// Writes numbers of another column one after the other from a row on, as many as both have.
    pub fn set_run(&mut self, row: usize, from: &Self, rows: Range<usize>) {
        self.widen(from.width());
        match (self, from) {
            (Self::U16(to), Self::U16(from)) => run(to, row, from, rows, |number| number),
            (Self::U32(to), Self::U16(from)) => run(to, row, from, rows, u32::from),
            (Self::U32(to), Self::U32(from)) => run(to, row, from, rows, |number| number),
            (Self::F64(to), Self::U16(from)) => run(to, row, from, rows, f64::from),
            (Self::F64(to), Self::U32(from)) => run(to, row, from, rows, f64::from),
            (Self::F64(to), Self::F64(from)) => run(to, row, from, rows, |number| number),
            // It was made wide enough.
            _ => {}
        }
    }

    fn widen(&mut self, width: Width) {
        if self.width() >= width {
            return;
        }
        *self = match (&*self, width) {
            (Self::U16(it), Width::U32) => Self::U32(it.iter().map(|number| u32::from(*number)).collect()),
            (Self::U16(it), _) => Self::F64(it.iter().map(|number| f64::from(*number)).collect()),
            (Self::U32(it), _) => Self::F64(it.iter().map(|number| f64::from(*number)).collect()),
            (Self::F64(_), _) => return,
        };
    }
}

/// The same numbers, whichever width they are kept in.
impl PartialEq for Numbers {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::U16(one), Self::U16(other)) => one == other,
            (Self::U32(one), Self::U32(other)) => one == other,
            _ => self.len() == other.len() && (0..self.len()).all(|row| self.get(row) == other.get(row)),
        }
    }
}

fn write<T>(numbers: &mut [T], row: usize, number: T) {
    if let Some(it) = numbers.get_mut(row) {
        *it = number;
    }
}

fn run<T, F: Copy>(to: &mut [T], row: usize, from: &[F], rows: Range<usize>, as_wide: impl Fn(F) -> T) {
    let from = from.get(rows.start..rows.end.min(from.len())).unwrap_or_default();
    for (to, from) in to.get_mut(row..).unwrap_or_default().iter_mut().zip(from) {
        *to = as_wide(*from);
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    fn any_number() -> impl Strategy<Value = f64> {
        let whole = prop_oneof![0_u32..400, 65_530..65_540_u32, any::<u32>()].prop_map(f64::from);
        prop_oneof![8 => whole, 1 => any::<f64>(), 1 => prop::sample::select(vec![-0.0, -1.0, 0.5, 4_294_967_296.0])]
    }

    fn bits(numbers: &Numbers) -> Vec<Option<u64>> {
        (0..numbers.len()).map(|row| numbers.get(row).map(f64::to_bits)).collect()
    }

    proptest! {
        #[test]
        fn numbers_come_back_as_they_were_given_however_they_were_given(list in vec(any_number(), 0..40), cut in 0_usize..40) {
            let given: Vec<_> = list.iter().map(|number| Some(number.to_bits())).collect();
            let mut one_by_one = Numbers::zeros(list.len());
            for (row, number) in list.iter().enumerate() {
                one_by_one.set(row, *number);
            }
            prop_assert_eq!(bits(&one_by_one), given.clone());
            let (first, last) = list.split_at(cut.min(list.len()));
            let mut behind = Numbers::default();
            behind.extend(first);
            behind.extend(last);
            prop_assert_eq!(bits(&behind), given.clone());
            prop_assert_eq!(behind.width(), one_by_one.width());
            let counts: Vec<u32> = list.iter().map(|number| *number as u32).collect();
            let mut counted = Numbers::default();
            counted.extend_counts(&counts);
            let mut the_same = Numbers::default();
            the_same.extend(&counts.iter().map(|count| f64::from(*count)).collect::<Vec<_>>());
            prop_assert_eq!((bits(&counted), counted.width()), (bits(&the_same), the_same.width()));
            let mut runs = Numbers::zeros(list.len());
            runs.set_run(first.len(), &behind, first.len()..list.len());
            runs.set_run(0, &behind, 0..first.len());
            prop_assert_eq!(bits(&runs), given);
        }
    }

    #[test]
    fn a_width_is_as_narrow_as_can_be_and_equal_numbers_are_equal_in_any() {
        for (number, width) in [(65_535.0, Width::U16), (65_536.0, Width::U32), (0.5, Width::F64), (-0.0, Width::F64)] {
            assert_eq!(Width::of(number), width);
            assert_eq!(Width::of_all(&[1.0, number]), width);
        }
        let mut wide = Numbers::zeros(2);
        wide.set(0, 0.5);
        wide.set(0, 0.0);
        assert_eq!(wide, Numbers::zeros(2));
        assert_ne!(wide, Numbers::zeros(3));
    }
}
