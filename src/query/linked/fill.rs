//! The cells laid into their lanes, with the first side as rows and again with the second.

use super::{
    lane::Lane,
    scope::NotLinked,
    side::Side,
    source::{Cell, Source},
    survey::Survey,
    table::{Columns, Sparse, Table},
};

/// Above this share of cells that are not zero, every cell has its place: one in five.
const ONE_IN: usize = 5;

/// The cells, with the first side as rows, and with the second.
pub(super) fn fill(sources: &[Source], survey: &Survey, sides: &[Side; 2]) -> Result<[Table; 2], NotLinked> {
    let [outer, inner] = sides;
    let n_cells = outer.n.checked_mul(inner.n).ok_or(NotLinked::TooLarge)?;
    if survey.n_used < n_cells / ONE_IN {
        return sparse(sources, survey, sides);
    }
    let mut lanes: Vec<Lane> = survey.lanes.iter().map(|lane| Lane::zeros(lane.extent, n_cells)).collect();
    let mut cells = vec![Cell::ABSENT; inner.n];
    for position in 0..outer.n {
        for (place, source) in sources.iter().enumerate() {
            source.read(position, &mut cells);
            for (lane, of) in lanes.iter_mut().zip(&survey.lanes).filter(|(_, of)| of.measure == place) {
                lane.write(position * inner.n, cells.iter().map(|cell| of.what.of(*cell)));
            }
        }
    }
    let turned = lanes.iter().map(|lane| lane.transposed(outer.n, inner.n)).collect();
    Ok([Table::dense(inner.n, lanes), Table::dense(outer.n, turned)])
}

fn sparse(sources: &[Source], survey: &Survey, sides: &[Side; 2]) -> Result<[Table; 2], NotLinked> {
    let [outer, inner] = sides;
    let mut rows: Vec<Vec<Cell>> = sources.iter().map(|_| vec![Cell::ABSENT; inner.n]).collect();
    let mut by_outer = Gathered::new(survey, outer.n);
    let mut n_in_column = vec![0_usize; inner.n];
    let mut numbers = vec![0; survey.lanes.len()];
    for position in 0..outer.n {
        for (source, row) in sources.iter().zip(&mut rows) {
            source.read(position, row);
        }
        for (column, n_in_column) in n_in_column.iter_mut().enumerate() {
            for (number, of) in numbers.iter_mut().zip(&survey.lanes) {
                let cell = rows.get(of.measure).and_then(|row| row.get(column));
                *number = cell.map_or(0, |cell| of.what.of(*cell));
            }
            if numbers.iter().any(|number| *number != 0) {
                *n_in_column += 1;
                by_outer.push(column, &numbers);
            }
        }
        by_outer.end_row();
    }
    // The same cells column by column: where each column begins is known, so each cell goes to its place.
    let mut by_inner = Gathered::new(survey, inner.n);
    for n in &n_in_column {
        by_inner.n_cells += n;
        by_inner.end_row();
    }
    by_inner.columns.resize(by_inner.n_cells, 0);
    let mut next = by_inner.starts.clone();
    for row in 0..outer.n {
        let (Some(begin), Some(end)) = (by_outer.starts.get(row), by_outer.starts.get(row + 1)) else { continue };
        for place in *begin..*end {
            let column = by_outer.columns.get(place).and_then(|column| usize::try_from(*column).ok());
            let Some(to) = column.and_then(|column| next.get_mut(column)) else { continue };
            if let (Some(column), Ok(row)) = (by_inner.columns.get_mut(*to), u32::try_from(row)) {
                *column = row;
            }
            for (from, lane) in by_outer.lanes.iter().zip(&mut by_inner.lanes) {
                lane.set(*to, from.get(place));
            }
            *to += 1;
        }
    }
    Ok([by_outer.table(inner.n), by_inner.table(outer.n)])
}

/// A sparse table in the making.
struct Gathered {
    starts: Vec<usize>,
    columns: Vec<u32>,
    lanes: Vec<Lane>,
    n_cells: usize,
}

impl Gathered {
    fn new(survey: &Survey, n_rows: usize) -> Self {
        let mut starts = Vec::with_capacity(n_rows + 1);
        starts.push(0);
        let lanes = survey.lanes.iter().map(|lane| Lane::zeros(lane.extent, survey.n_used)).collect();
        Self { starts, columns: Vec::with_capacity(survey.n_used), lanes, n_cells: 0 }
    }

    fn push(&mut self, column: usize, numbers: &[u64]) {
        // A side has no more positions than 32 bits count.
        self.columns.push(u32::try_from(column).unwrap_or(u32::MAX));
        for (lane, number) in self.lanes.iter_mut().zip(numbers) {
            lane.set(self.n_cells, *number);
        }
        self.n_cells += 1;
    }

    fn end_row(&mut self) {
        self.starts.push(self.n_cells);
    }

    fn table(self, n_columns: usize) -> Table {
        let narrow = self.columns.iter().map(|column| u16::try_from(*column)).collect::<Result<Vec<_>, _>>();
        let columns = match narrow {
            Ok(narrow) => Columns::U16(narrow),
            Err(_) => Columns::U32(self.columns),
        };
        Table::sparse(n_columns, Sparse { starts: self.starts, columns }, self.lanes)
    }
}
