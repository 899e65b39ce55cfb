//! The cells of two sides against each other, row by row: whole rows are added to sums, and nothing else is ever done with them.

use super::lane::{Lane, Sums};

/// Cells in rows and columns, each with a number in every lane.
///
/// A linked cube keeps its cells twice, with rows and columns changed about: a choice on either side then touches whole rows only.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    n_columns: usize,
    /// None where every cell has its place.
    sparse: Option<Sparse>,
    lanes: Vec<Lane>,
}

/// Where the cells of a row are, if only those are kept that are not zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Sparse {
    /// For each row where its cells begin; at the end, where the last one ends.
    pub starts: Vec<usize>,
    /// The column of each cell.
    pub columns: Columns,
}

/// Columns of cells, in the narrowest width.
#[derive(Clone, Debug, PartialEq)]
pub enum Columns {
    /// Fewer than 65 537 columns.
    U16(Vec<u16>),
    /// More.
    U32(Vec<u32>),
}

impl Table {
    /// A table in which every cell has its place, row by row.
    pub fn dense(n_columns: usize, lanes: Vec<Lane>) -> Self {
        Self { n_columns, sparse: None, lanes }
    }

    /// A table of the cells that are not zero.
    pub fn sparse(n_columns: usize, sparse: Sparse, lanes: Vec<Lane>) -> Self {
        Self { n_columns, sparse: Some(sparse), lanes }
    }

    /// The bytes it takes.
    pub fn n_bytes(&self) -> usize {
        let places = self.sparse.as_ref().map_or(0, |sparse| {
            let columns = match &sparse.columns {
                Columns::U16(it) => it.len().saturating_mul(2),
                Columns::U32(it) => it.len().saturating_mul(4),
            };
            columns.saturating_add(sparse.starts.len().saturating_mul(size_of::<usize>()))
        });
        self.lanes.iter().map(Lane::n_bytes).fold(places, usize::saturating_add)
    }

    /// Sums by column for each lane, all zero.
    pub fn sums(&self) -> Vec<Sums> {
        self.lanes.iter().map(|lane| lane.sums(self.n_columns)).collect()
    }

    /// Adds these rows to the sums by column.
    pub fn add(&self, rows: &[u32], sums: &mut [Sums]) {
        self.each_lane(rows, sums, u32::wrapping_add, u64::wrapping_add);
    }

    /// Takes these rows from the sums by column; they were added before.
    pub fn take(&self, rows: &[u32], sums: &mut [Sums]) {
        self.each_lane(rows, sums, u32::wrapping_sub, u64::wrapping_sub);
    }

    fn each_lane(
        &self,
        rows: &[u32],
        sums: &mut [Sums],
        narrow: impl Fn(u32, u32) -> u32 + Copy,
        wide: impl Fn(u64, u64) -> u64 + Copy,
    ) {
        for (lane, sums) in self.lanes.iter().zip(sums) {
            match (lane, sums) {
                (Lane::U8(it), Sums::U32(sums)) => self.each_row(it, rows, sums, narrow),
                (Lane::U16(it), Sums::U32(sums)) => self.each_row(it, rows, sums, narrow),
                (Lane::U32(it), Sums::U32(sums)) => self.each_row(it, rows, sums, narrow),
                (Lane::U64(it), Sums::U64(sums)) => self.each_row(it, rows, sums, wide),
                // `sums` makes no other pair.
                _ => {}
            }
        }
    }

    fn each_row<N: Copy + Into<S>, S: Copy>(
        &self,
        numbers: &[N],
        rows: &[u32],
        sums: &mut [S],
        plus: impl Fn(S, S) -> S + Copy,
    ) {
        for row in rows.iter().filter_map(|row| usize::try_from(*row).ok()) {
            match &self.sparse {
                None => {
                    let begin = row.saturating_mul(self.n_columns);
                    let numbers = numbers.get(begin..begin.saturating_add(self.n_columns)).unwrap_or_default();
                    for (sum, number) in sums.iter_mut().zip(numbers) {
                        *sum = plus(*sum, (*number).into());
                    }
                }
                Some(Sparse { starts, columns }) => {
                    let (Some(begin), Some(end)) = (starts.get(row), starts.get(row + 1)) else { continue };
                    let numbers = numbers.get(*begin..*end).unwrap_or_default();
                    match columns {
                        Columns::U16(it) => scatter(it.get(*begin..*end).unwrap_or_default(), numbers, sums, plus),
                        Columns::U32(it) => scatter(it.get(*begin..*end).unwrap_or_default(), numbers, sums, plus),
                    }
                }
            }
        }
    }
}

fn scatter<C: Copy + TryInto<usize>, N: Copy + Into<S>, S: Copy>(
    columns: &[C],
    numbers: &[N],
    sums: &mut [S],
    plus: impl Fn(S, S) -> S,
) {
    for (column, number) in columns.iter().zip(numbers) {
        if let Some(sum) = (*column).try_into().ok().and_then(|column: usize| sums.get_mut(column)) {
            *sum = plus(*sum, (*number).into());
        }
    }
}
