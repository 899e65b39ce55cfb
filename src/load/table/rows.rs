//! Where each row of a table stood in its file.

use crate::load::complaint::Place;

/// Where the rows stood: line or row numbers, kept only where they do not go on by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The sheet; none in a text.
    pub sheet: Option<String>,
    /// Line or row of the header, from 1; 0 where there is none.
    pub header: usize,
    /// Columns of the sheet to the left of the table.
    pub n_before: usize,
    /// From this row of the table on: its line or row in the file.
    jumps: Vec<(u32, u32)>,
    n_rows: u32,
    /// Of a table in several files: from this row of the table on, the path of a file after the first.
    files: Vec<(u32, String)>,
}

/// A row as a complaint about another row names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowName {
    /// Its line or row in its file, from 1.
    pub line: usize,
    /// Its file, where the table has several and it does not stand in the first.
    pub file: Option<String>,
}

impl Rows {
    /// Rows of a sheet, with so many columns to the left of the table.
    pub fn of_sheet(sheet: String, header: usize, n_before: usize) -> Self {
        Self { sheet: Some(sheet), header, n_before, ..Self::default() }
    }

    /// The next row of the table stood at this line or row, from 1.
    pub fn push(&mut self, at: usize) {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let next = self.jumps.last().map(|(first, line)| line.saturating_add(self.n_rows.saturating_sub(*first)));
        if next != Some(at) {
            self.jumps.push((self.n_rows, at));
        }
        self.n_rows = self.n_rows.saturating_add(1);
    }

    /// The rows that come now stand in another file of the same table.
    pub fn begin_file(&mut self, path: &str) {
        self.files.push((self.n_rows, path.to_owned()));
    }

    /// A row as a complaint about another names it.
    pub fn name(&self, row: usize) -> RowName {
        RowName { line: self.line(row), file: self.file(row).map(str::to_owned) }
    }

    /// The file of a row; none in the first, or the only one.
    fn file(&self, row: usize) -> Option<&str> {
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        let after = self.files.partition_point(|(first, _)| *first <= row);
        self.files.get(after.checked_sub(1)?).map(|(_, path)| path.as_str())
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.n_rows == 0
    }

    /// The line or row of a row of the table.
    pub fn line(&self, row: usize) -> usize {
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        self.at(row).and_then(|line| usize::try_from(line).ok()).unwrap_or(1)
    }

    fn at(&self, row: u32) -> Option<u32> {
        let after = self.jumps.partition_point(|(first, _)| *first <= row);
        let (first, line) = self.jumps.get(after.checked_sub(1)?)?;
        Some(line.saturating_add(row.saturating_sub(*first)))
    }

    /// Where a row is in the file, or one cell of it. The column of a text is its field, from 1.
    pub fn place(&self, row: usize, column: Option<usize>) -> Place {
        let place = self.place_at(self.line(row), column);
        match self.file(row) {
            Some(path) => Place::Within(path.to_owned(), Box::new(place)),
            None => place,
        }
    }

    /// Where the header of a column is.
    pub fn header_place(&self, column: usize) -> Place {
        self.place_at(self.header.max(1), Some(column))
    }

    fn place_at(&self, line: usize, column: Option<usize>) -> Place {
        let column = column.map(|column| column.saturating_add(self.n_before).saturating_add(1));
        match &self.sheet {
            Some(sheet) => Place::Cell { sheet: sheet.clone(), row: line, column },
            None => Place::Text { line, column: column.unwrap_or(1) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_go_on_by_one_take_no_room() {
        let mut rows = Rows::default();
        for line in [2, 3, 4, 7, 8, 20] {
            rows.push(line);
        }
        assert_eq!(rows.jumps.len(), 3);
        assert_eq!((0..6).map(|row| rows.line(row)).collect::<Vec<_>>(), [2, 3, 4, 7, 8, 20]);
        assert_eq!(rows.place(3, Some(1)), Place::Text { line: 7, column: 2 });
    }
}
