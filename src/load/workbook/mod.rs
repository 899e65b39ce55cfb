//! Excel and OpenDocument workbooks: the sheets, and the table of one of them.

pub mod fault;

mod grid;
mod scan;
mod sheet_table;

use std::{collections::HashMap, io::Cursor};

use calamine::{Data, DataRef, Ods, Reader, SheetType, SheetVisible, Xlsx};
use fault::WorkbookFault;
use grid::{Grid, Intake, Shown};
use scan::Found;

use super::{
    archive,
    complaint::{Complaint, Complaints, Place},
    fault::{Fault, Limit},
    limits,
    table::Table,
};

/// A workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// Its sheets, in their order.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether a person who opens the workbook does not see it.
    pub is_hidden: bool,
    /// Rows up to the last that has something.
    pub n_rows: usize,
    /// Columns up to the last that has something.
    pub n_columns: usize,
    /// The row that seems to be the header, from 1; the lowest of them where there are several.
    pub header_row: Option<usize>,
    grid: Grid,
    found: Found,
}

/// The workbook in a file, and all that was wrong with it; none only after a fatal complaint.
pub fn read(bytes: &[u8]) -> (Option<Workbook>, Vec<Complaint>) {
    let mut complaints = Complaints::default();
    let workbook = workbook(bytes, &mut complaints);
    (workbook.filter(|_| !complaints.is_fatal()), complaints.finish())
}

impl Workbook {
    /// The sheet that seems to be meant: the fullest of those that are not hidden.
    pub fn proposed(&self) -> Option<usize> {
        let sheets = self.sheets.iter().enumerate().filter(|(_, sheet)| sheet.header_row.is_some());
        sheets.min_by_key(|(_, sheet)| (sheet.is_hidden, std::cmp::Reverse(sheet.grid.len()))).map(|(number, _)| number)
    }

    /// The table of a sheet, below this row (from 1) or the one that seems to be the header; none only after a fatal complaint.
    pub fn table(&self, sheet: usize, header_row: Option<usize>) -> (Option<Table>, Vec<Complaint>) {
        let mut complaints = Complaints::default();
        let table = match self.sheets.get(sheet) {
            Some(sheet) => sheet_table::table(sheet, header_row, &mut complaints),
            None => {
                complaints.fail(Place::File, WorkbookFault::NoSuchPlace.into());
                None
            }
        };
        (table.filter(|_| !complaints.is_fatal()), complaints.finish())
    }
}

fn workbook(bytes: &[u8], complaints: &mut Complaints) -> Option<Workbook> {
    if !archive::is_archive(bytes) {
        complaints.fail(Place::File, WorkbookFault::OtherFormat.into());
        return None;
    }
    // Seen before calamine unpacks it, which knows no bounds.
    let files = archive::files(bytes, complaints)?;
    let content = |path: &str| files.iter().find(|(name, _)| name == path).map(|(_, bytes)| bytes.as_slice());
    let sheets = match (content("xl/workbook.xml"), content("content.xml")) {
        (Some(_), _) => excel(bytes, scan::excel(&files), complaints)?,
        (None, Some(content)) => open_document(bytes, scan::open_document(content), complaints)?,
        (None, None) => {
            complaints.fail(Place::File, WorkbookFault::OtherFormat.into());
            return None;
        }
    };
    for sheet in sheets.iter().filter(|sheet| sheet.is_hidden && sheet.grid.len() > 0) {
        complaints.warn(Place::Within(sheet.name.clone(), Box::new(Place::File)), WorkbookFault::HiddenSheet.into());
    }
    let workbook = Workbook { sheets };
    if workbook.proposed().is_none() {
        complaints.fail(Place::File, WorkbookFault::NoTables.into());
    }
    Some(workbook)
}

fn excel(bytes: &[u8], mut found: HashMap<String, Found>, complaints: &mut Complaints) -> Option<Vec<Sheet>> {
    let mut workbook: Xlsx<_> = readable(Xlsx::new(Cursor::new(bytes)), complaints)?;
    let listed = workbook.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for one in listed.into_iter().filter(|one| one.typ == SheetType::WorkSheet) {
        let mut intake = Intake::default();
        let mut cells = readable(workbook.worksheet_cells_reader(&one.name), complaints)?;
        let shown = |style: &calamine::Style| {
            style.number_format.as_ref().map(|format| Shown::of_format(&format.format_code)).unwrap_or_default()
        };
        let formats: Vec<Shown> = cells.styles().iter().map(shown).collect();
        while let Some((cell, style)) = readable(cells.next_cell_with_style_id(), complaints)? {
            intake.push(cell.get_position(), cell.get_value(), formats.get(style).copied().unwrap_or_default());
            if is_over(intake.len(), complaints) {
                return None;
            }
        }
        let found = found.remove(&one.name).unwrap_or_default();
        sheets.push(sheet(one.name, one.visible, intake.finish(), found));
    }
    Some(sheets)
}

fn open_document(bytes: &[u8], mut found: HashMap<String, Found>, complaints: &mut Complaints) -> Option<Vec<Sheet>> {
    // calamine unfolds a sheet to its last cell: a few letters can ask for gigabytes.
    let unfolded = found.values().map(|found| found.reach.0.saturating_mul(found.reach.1));
    if is_over(unfolded.fold(0, usize::saturating_add), complaints) {
        return None;
    }
    let mut workbook: Ods<_> = readable(Ods::new(Cursor::new(bytes)), complaints)?;
    let listed = workbook.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for one in listed {
        let range = readable(workbook.worksheet_range(&one.name), complaints)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let found = found.remove(&one.name).unwrap_or_default();
        let mut intake = Intake::default();
        for (row, column, cell) in range.used_cells() {
            let at = |first: u32, n: usize| first.saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
            let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
            let (row, column) = (at(first_row, row), at(first_column, column));
            let shown = match found.is_per_cent(wide(row), wide(column)) {
                true => Shown::PerCent,
                false => Shown::Plain,
            };
            intake.push((row, column), &borrowed(cell), shown);
        }
        sheets.push(sheet(one.name, one.visible, intake.finish(), found));
    }
    Some(sheets)
}

fn is_over(n_cells: usize, complaints: &mut Complaints) -> bool {
    if n_cells > limits::GRID_CELLS {
        let fault = Fault::OverLimit { limit: Limit::Cells, most: limits::GRID_CELLS, found: Some(n_cells) };
        complaints.fail(Place::File, fault);
        return true;
    }
    false
}

fn readable<T, E: std::fmt::Display>(result: Result<T, E>, complaints: &mut Complaints) -> Option<T> {
    result.inspect_err(|why| complaints.fail(Place::File, WorkbookFault::Unreadable(why.to_string()).into())).ok()
}

fn sheet(name: String, visible: SheetVisible, grid: Grid, found: Found) -> Sheet {
    let (n_rows, n_columns) = grid.size();
    let header_row = sheet_table::header_row(&grid, &found.merges).map(|row| row.saturating_add(1));
    Sheet { name, is_hidden: visible != SheetVisible::Visible, n_rows, n_columns, header_row, grid, found }
}

fn borrowed(cell: &Data) -> DataRef<'_> {
    match cell {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(truth) => DataRef::Bool(*truth),
        Data::DateTime(time) => DataRef::DateTime(*time),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}
