//! A lane: one whole number for each cell, in the narrowest width that holds them all, and sums of such numbers.

/// The numbers of a lane, by cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Lane {
    /// Up to 255.
    U8(Vec<u8>),
    /// Up to 65 535.
    U16(Vec<u16>),
    /// Up to 4 294 967 295, also for their sum.
    U32(Vec<u32>),
    /// Any.
    U64(Vec<u64>),
}

/// Sums over a lane's cells: 32 bits where the sum of all cells fits, so that twice as many are added at once.
///
/// Additions wrap. That loses nothing: what is taken away was added before, and the sum of all cells fits.
#[derive(Clone, Debug, PartialEq)]
pub enum Sums {
    /// No sum is over 4 294 967 295.
    U32(Vec<u32>),
    /// Any.
    U64(Vec<u64>),
}

/// What a lane must hold: found out before it is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The largest number.
    pub largest: u64,
    /// The sum of all, or the largest number there is where that does not fit.
    pub total: u64,
}

impl Extent {
    /// The extent of no numbers.
    pub const EMPTY: Self = Self { largest: 0, total: 0 };

    /// One number more.
    pub fn include(&mut self, number: u64) {
        self.largest = self.largest.max(number);
        self.total = self.total.saturating_add(number);
    }

    fn is_narrow(self) -> bool {
        u32::try_from(self.total).is_ok()
    }
}

impl Lane {
    /// A lane with room for this many numbers of this extent, all zero.
    pub fn zeros(extent: Extent, n: usize) -> Self {
        match extent.largest {
            _ if !extent.is_narrow() => Self::U64(vec![0; n]),
            0..=0xFF => Self::U8(vec![0; n]),
            0x100..=0xFFFF => Self::U16(vec![0; n]),
            _ => Self::U32(vec![0; n]),
        }
    }

    /// Writes one number. It must be within the extent; a place outside the lane is left alone.
    #[expect(clippy::cast_possible_truncation, reason = "the width was chosen for the largest")]
    pub fn set(&mut self, place: usize, number: u64) {
        match self {
            Self::U8(it) => write(it, place, number as u8),
            Self::U16(it) => write(it, place, number as u16),
            Self::U32(it) => write(it, place, number as u32),
            Self::U64(it) => write(it, place, number),
        }
    }

    /// Writes numbers from a place on. They must be within the extent; what falls outside the lane is left out.
    #[expect(clippy::cast_possible_truncation, reason = "the width was chosen for the largest")]
    pub fn write(&mut self, begin: usize, numbers: impl Iterator<Item = u64>) {
        fn into<T>(lane: &mut [T], begin: usize, numbers: impl Iterator<Item = T>) {
            for (place, number) in lane.get_mut(begin..).unwrap_or_default().iter_mut().zip(numbers) {
                *place = number;
            }
        }
        match self {
            Self::U8(it) => into(it, begin, numbers.map(|number| number as u8)),
            Self::U16(it) => into(it, begin, numbers.map(|number| number as u16)),
            Self::U32(it) => into(it, begin, numbers.map(|number| number as u32)),
            Self::U64(it) => into(it, begin, numbers),
        }
    }

    /// One number.
    pub fn get(&self, place: usize) -> u64 {
        match self {
            Self::U8(it) => it.get(place).copied().map_or(0, u64::from),
            Self::U16(it) => it.get(place).copied().map_or(0, u64::from),
            Self::U32(it) => it.get(place).copied().map_or(0, u64::from),
            Self::U64(it) => it.get(place).copied().unwrap_or(0),
        }
    }

    /// Sums for this lane, all zero.
    pub fn sums(&self, n: usize) -> Sums {
        match self {
            Self::U64(_) => Sums::U64(vec![0; n]),
            _ => Sums::U32(vec![0; n]),
        }
    }

    /// The bytes it takes.
    pub fn n_bytes(&self) -> usize {
        match self {
            Self::U8(it) => it.len(),
            Self::U16(it) => it.len().saturating_mul(2),
            Self::U32(it) => it.len().saturating_mul(4),
            Self::U64(it) => it.len().saturating_mul(8),
        }
    }

    /// The same numbers, rows and columns changed about. `n_rows` × `n_columns` is the length.
    pub fn transposed(&self, n_rows: usize, n_columns: usize) -> Self {
        match self {
            Self::U8(it) => Self::U8(transposed(it, n_rows, n_columns)),
            Self::U16(it) => Self::U16(transposed(it, n_rows, n_columns)),
            Self::U32(it) => Self::U32(transposed(it, n_rows, n_columns)),
            Self::U64(it) => Self::U64(transposed(it, n_rows, n_columns)),
        }
    }
}

impl Sums {
    /// Makes them all zero.
    pub fn clear(&mut self) {
        match self {
            Self::U32(it) => it.fill(0),
            Self::U64(it) => it.fill(0),
        }
    }

    /// The bytes they take.
    pub fn n_bytes(&self) -> usize {
        match self {
            Self::U32(it) => it.len().saturating_mul(4),
            Self::U64(it) => it.len().saturating_mul(8),
        }
    }

    /// One sum.
    pub fn get(&self, place: usize) -> u64 {
        match self {
            Self::U32(it) => it.get(place).copied().map_or(0, u64::from),
            Self::U64(it) => it.get(place).copied().unwrap_or(0),
        }
    }
}

fn write<T>(numbers: &mut [T], place: usize, number: T) {
    if let Some(it) = numbers.get_mut(place) {
        *it = number;
    }
}

/// In squares, so that both sides stay in the cache.
fn transposed<T: Copy + Default>(from: &[T], n_rows: usize, n_columns: usize) -> Vec<T> {
    const SQUARE: usize = 32;
    let mut to = vec![T::default(); from.len()];
    for top in (0..n_rows).step_by(SQUARE) {
        for left in (0..n_columns).step_by(SQUARE) {
            for row in top..n_rows.min(top + SQUARE) {
                let line = from.get(row * n_columns + left..row * n_columns + n_columns.min(left + SQUARE));
                for (column, number) in (left..).zip(line.unwrap_or_default()) {
                    write(&mut to, column * n_rows + row, *number);
                }
            }
        }
    }
    to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_is_as_wide_as_its_largest_number_and_its_sum() {
        let lane = |numbers: &[u64]| {
            let mut extent = Extent::EMPTY;
            numbers.iter().for_each(|number| extent.include(*number));
            Lane::zeros(extent, numbers.len())
        };
        assert!(matches!(lane(&[255, 0]), Lane::U8(_)));
        assert!(matches!(lane(&[256]), Lane::U16(_)));
        assert!(matches!(lane(&[0x1_0000]), Lane::U32(_)));
        assert!(matches!(lane(&[u64::from(u32::MAX), 1]), Lane::U64(_)));
        assert!(matches!(lane(&[u64::MAX, u64::MAX]), Lane::U64(_)));
    }

    #[test]
    fn a_lane_turned_twice_is_itself() {
        let (n_rows, n_columns) = (45, 70);
        let lane = Lane::U16((0..45 * 70).collect());
        let turned = lane.transposed(n_rows, n_columns);
        assert_ne!(turned, lane);
        assert_eq!(turned.transposed(n_columns, n_rows), lane);
    }
}
