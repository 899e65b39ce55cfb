//! The cells of a cube as the rows of a table give them.

use super::{
    Table,
    block::{self, Block},
    categories::Axis,
    duplicates::{Duplicate, Duplicates, said},
    fault::TableFault,
    figures::{self, Reading, Status},
    mapping::Meaning,
};
use crate::{
    load::complaint::{Complaints, shortened},
    model::{
        cube::Cube,
        figure::{Absence, Figure},
    },
};

/// A column of figures on its way into the cube.
pub struct Numbers {
    /// Column of the table.
    pub column: usize,
    /// Measure it goes to; none where the row names it.
    pub measure: Option<usize>,
    /// What its place among the periods of the headers adds to the row of the cube.
    pub offset: usize,
    /// Its figures by distinct text.
    pub readings: Vec<Reading>,
    /// The status columns about it, with what each text says.
    pub statuses: Vec<(usize, Vec<Option<Status>>)>,
}

/// A cell that has a sign nobody explains: the column of figures it stands in, by position, and its code there.
#[derive(Clone, Copy)]
struct Sign {
    cell: u32,
    which: usize,
    code: usize,
}

impl Sign {
    fn written(self, numbers: &[Numbers]) -> Option<(u32, &str)> {
        Some((self.cell, numbers.get(self.which)?.sign(self.code)?))
    }
}

/// A cube as its cells come.
pub struct Filling<'f> {
    /// The table.
    pub table: &'f Table,
    /// The dimensions, with their columns.
    pub axes: &'f [Axis],
    /// The column that names the measures.
    pub names: Option<&'f Axis>,
    /// The columns of figures.
    pub numbers: Vec<Numbers>,
    /// The cube so far.
    pub cube: Cube,
    /// Which cells of each measure some row has given.
    pub is_seen: Vec<Vec<bool>>,
    /// Rows that give a cell again.
    pub duplicates: Duplicates,
}

impl Filling<'_> {
    /// Takes all rows.
    pub fn fill(&mut self, complaints: &mut Complaints) {
        let table = self.table;
        let n_rows = table.n_rows();
        let steps = block::steps(self.axes, self.names);
        let exact: Vec<Vec<Option<f64>>> = self.numbers.iter().map(Numbers::exact).collect();
        let mut block = Block::default();
        let mut signs: Vec<Vec<Sign>> = vec![Vec::new(); self.cube.columns.len()];
        for begin in (0..n_rows).step_by(block::ROWS) {
            block.take(table, begin..begin.saturating_add(block::ROWS).min(n_rows), &steps, &self.numbers);
            for (nth, base) in block.bases.iter().enumerate() {
                let row = begin.saturating_add(nth);
                if *base >= block::NOWHERE {
                    if let Err(column) = self.base(row) {
                        let fault = TableFault::EmptyCode(table.header(column).to_owned());
                        complaints.warn(table.place(row, Some(column)), fault.into());
                    }
                    continue;
                }
                let base = usize::try_from(*base).unwrap_or(usize::MAX);
                for (which, numbers) in self.numbers.iter().enumerate() {
                    let Some(measure) = self.measure(numbers, row) else { continue };
                    let Some((column, is_seen)) = self.cube.columns.get_mut(measure).zip(self.is_seen.get_mut(measure))
                    else {
                        continue;
                    };
                    let cell = base.saturating_add(numbers.offset);
                    let exact = || exact.get(which)?.get(block.code(which, nth)?).copied().flatten();
                    match (is_seen.get_mut(cell), exact()) {
                        (Some(is_seen @ false), Some(number)) => {
                            *is_seen = true;
                            column.set_exact(cell, number);
                        }
                        (Some(is_seen @ false), None) => {
                            *is_seen = true;
                            let sign = block.code(which, nth).filter(|code| numbers.sign(*code).is_some());
                            match (sign, signs.get_mut(measure), u32::try_from(cell)) {
                                (Some(code), Some(signs), Ok(cell)) => signs.push(Sign { cell, which, code }),
                                _ => column.set(cell, numbers.figure(table, row)),
                            }
                        }
                        (Some(_), _) => {
                            // What the cell has may be a sign that is still to be written.
                            for sign in signs.get_mut(measure).map(std::mem::take).unwrap_or_default() {
                                if let Some((cell, sign)) = sign.written(&self.numbers) {
                                    let cell = usize::try_from(cell).unwrap_or(usize::MAX);
                                    column.set(cell, Figure::Absent(Absence::UnknownSymbol(sign.to_owned())));
                                }
                            }
                            let (before, figure) = (column.figure(cell), numbers.figure(table, row));
                            let (kept, found) = (said(&before), said(&figure));
                            if before != figure {
                                let both = shortened(&format!("{kept} / {found}"));
                                column.set(cell, Figure::Absent(Absence::UnknownSymbol(both)));
                            }
                            let column = numbers.column;
                            self.duplicates.add(|| Duplicate { cell: (measure, cell), row, column, kept, found });
                        }
                        (None, _) => {}
                    }
                }
                if self.duplicates.are_too_many(n_rows) {
                    complaints.fail(table.place(row, None), TableFault::RowsNotApart(self.duplicates.n).into());
                    return;
                }
            }
        }
        for (column, signs) in self.cube.columns.iter_mut().zip(signs) {
            column.set_signs(signs.into_iter().filter_map(|sign| sign.written(&self.numbers)));
        }
    }

    /// Where the row's cells begin in the cube, or the column that has no category.
    fn base(&self, row: usize) -> Result<usize, usize> {
        let mut base = 0_usize;
        for axis in self.axes {
            let place = match axis.column {
                Some(column) => place(self.table, axis, column, row).ok_or(column)?,
                None => 0,
            };
            base = base.saturating_mul(axis.dimension.categories.len()).saturating_add(place);
        }
        if let Some((names, column)) = self.names.and_then(|names| Some((names, names.column?))) {
            place(self.table, names, column, row).ok_or(column)?;
        }
        Ok(base)
    }

    fn measure(&self, numbers: &Numbers, row: usize) -> Option<usize> {
        numbers.measure.or_else(|| self.names.and_then(|names| place(self.table, names, names.column?, row)))
    }

    /// Complains of what was seen on the way.
    pub fn complain(&self, complaints: &mut Complaints) {
        self.complain_of_duplicates(complaints);
        self.complain_of_withheld(complaints);
        let unknown: Vec<(usize, Vec<bool>)> = self.numbers.iter().flat_map(Numbers::unknown).collect();
        let mut unknown: Vec<(usize, &[bool])> =
            unknown.iter().map(|(column, are)| (*column, are.as_slice())).collect();
        // A status column about several number columns has its signs once.
        unknown.sort_by_key(|(column, _)| *column);
        unknown.dedup_by_key(|(column, _)| *column);
        figures::complain_of_signs(self.table, &unknown, complaints);
    }

    fn complain_of_duplicates(&self, complaints: &mut Complaints) {
        let mut firsts = self.duplicates.firsts();
        if firsts.is_empty() {
            return;
        }
        let mut n_open = firsts.len();
        for row in 0..self.table.n_rows() {
            let Ok(base) = self.base(row) else { continue };
            for numbers in &self.numbers {
                let Some(measure) = self.measure(numbers, row) else { continue };
                if let Some(first @ None) = firsts.get_mut(&(measure, base.saturating_add(numbers.offset))) {
                    *first = Some(row);
                    n_open = n_open.saturating_sub(1);
                }
            }
            if n_open == 0 {
                break;
            }
        }
        for duplicate in &self.duplicates.listed {
            let at = self.cube.coordinates(duplicate.cell.1);
            let categories = self
                .cube
                .dimensions
                .iter()
                .zip(at)
                .filter_map(|(dimension, at)| Some(dimension.categories.get(at)?.code.clone()));
            let first = firsts.get(&duplicate.cell).copied().flatten().unwrap_or_default();
            let fault = TableFault::DuplicateCell {
                categories: categories.collect(),
                first: self.table.rows.name(first),
                kept: duplicate.kept.clone(),
                found: duplicate.found.clone(),
            };
            complaints.warn(self.table.place(duplicate.row, Some(duplicate.column)), fault.into());
        }
        complaints.add_unlisted(self.duplicates.n.saturating_sub(self.duplicates.listed.len()));
    }

    /// Complains once of each status sign that says there is no number, where there is one.
    fn complain_of_withheld(&self, complaints: &mut Complaints) {
        for numbers in &self.numbers {
            for (status, says) in &numbers.statuses {
                let Some(column) = self.table.columns.get(*status) else { continue };
                for (code, says) in says.iter().enumerate() {
                    let Some(Status::Means(Meaning::Absent(absence))) = says else { continue };
                    let is_withheld =
                        |row: &usize| column.code(*row) == Some(code) && numbers.has_number(self.table, *row);
                    let mut rows = (0..self.table.n_rows()).filter(is_withheld);
                    let Some(first) = rows.next() else { continue };
                    let n_cells = rows.count().saturating_add(1);
                    let sign = column.text(first).to_owned();
                    let fault = TableFault::NumberWithheld { sign, absence: absence.clone(), n_cells };
                    complaints.warn(self.table.place(first, Some(numbers.column)), fault.into());
                }
            }
        }
    }
}

fn place(table: &Table, axis: &Axis, column: usize, row: usize) -> Option<usize> {
    let code = table.columns.get(column)?.code(row)?;
    axis.places.get(code).copied().flatten()
}

impl Numbers {
    fn reading(&self, table: &Table, row: usize) -> Option<&Reading> {
        self.readings.get(table.columns.get(self.column)?.code(row)?)
    }

    /// By code the numbers that need nothing said of them.
    fn exact(&self) -> Vec<Option<f64>> {
        let number = |reading: &Reading| match reading {
            Reading::Number(number) => Some(*number),
            Reading::Absent(_) => None,
        };
        self.readings.iter().map(number).collect()
    }

    /// The sign with this code, where nobody explains it.
    fn sign(&self, code: usize) -> Option<&str> {
        match self.readings.get(code)? {
            Reading::Absent(Absence::UnknownSymbol(sign)) => Some(sign),
            _ => None,
        }
    }

    fn has_number(&self, table: &Table, row: usize) -> bool {
        matches!(self.reading(table, row), Some(Reading::Number(_)))
    }

    fn figure(&self, table: &Table, row: usize) -> Figure {
        let said = self
            .statuses
            .iter()
            .filter_map(|(column, says)| says.get(table.columns.get(*column)?.code(row)?)?.as_ref());
        // Of several signs the one that hides wins.
        let status = said.max_by_key(|said| match said {
            Status::Means(Meaning::Absent(_)) => 2,
            Status::Means(Meaning::Flags(_)) => 1,
            Status::Unknown(_) => 0,
        });
        match self.reading(table, row) {
            Some(reading) => reading.figure(status),
            None => Figure::Absent(Absence::Missing),
        }
    }

    /// How many different texts are neither number nor explained.
    pub fn n_signs(&self) -> usize {
        let is_sign = |reading: &&Reading| matches!(reading, Reading::Absent(Absence::UnknownSymbol(_)));
        self.readings.iter().filter(is_sign).count()
    }

    /// Which texts of the columns nobody explains.
    fn unknown(&self) -> Vec<(usize, Vec<bool>)> {
        let is_sign = |reading: &Reading| matches!(reading, Reading::Absent(Absence::UnknownSymbol(_)));
        let mut unknown = vec![(self.column, self.readings.iter().map(is_sign).collect())];
        for (column, says) in &self.statuses {
            unknown.push((*column, says.iter().map(|said| matches!(said, Some(Status::Unknown(_)))).collect()));
        }
        unknown
    }
}
