//! From the cells of a sheet to a table: the header found and unfolded, the lines around it kept.

use std::collections::BTreeMap;

use super::{Sheet, fault::WorkbookFault, grid::Grid, scan::Merge};
use crate::load::{
    complaint::{Complaints, Place},
    fault::{Fault, Limit},
    limits,
    table::{
        Table,
        column::{Builder, Column},
        fault::TableFault,
        number::Decimal,
        rows::Rows,
    },
};

/// The lowest row of the header, from 0: the first row that is as wide as most, or the last of those merged over others.
pub fn header_row(grid: &Grid, merges: &[Merge]) -> Option<usize> {
    let widths: Vec<(usize, usize)> = grid.rows().map(|(row, cells)| (row, cells.len())).collect();
    let mut sorted: Vec<usize> = widths.iter().map(|(_, width)| *width).collect();
    sorted.sort_unstable();
    let usual = sorted.get(sorted.len() / 2).copied()?.max(2);
    let is_over_others =
        |row: usize| merges.iter().any(|merge| merge.top == row && merge.bottom == row && merge.right > merge.left);
    // A row of the header may be short where its cells are merged, and a title is merged over all of them.
    let mut rows =
        widths.iter().filter(|(row, width)| *width >= 2 && (width.saturating_mul(2) >= usual || is_over_others(*row)));
    let (mut row, mut width) = rows.next().copied()?;
    while is_over_others(row) || width.saturating_mul(2) < usual {
        match rows.next() {
            Some((next, wider)) => (row, width) = (*next, *wider),
            None => break,
        }
    }
    Some(row)
}

/// The table below a header row, from 1.
pub fn table(sheet: &Sheet, header_row: Option<usize>, complaints: &mut Complaints) -> Option<Table> {
    let at_sheet = |row: usize, column| Place::Cell { sheet: sheet.name.clone(), row, column };
    warn(sheet, complaints);
    let Some(header) = header_row.or(sheet.header_row).and_then(|row| row.checked_sub(1)) else {
        complaints.fail(Place::Within(sheet.name.clone(), Box::new(Place::File)), WorkbookFault::NoSuchPlace.into());
        return None;
    };
    let merges = &sheet.found.merges;
    let top = first_header_row(sheet, header);
    let (mut head, mut remarks): (BTreeMap<usize, Vec<String>>, Vec<String>) = (BTreeMap::new(), Vec::new());
    for (row, cells) in sheet.grid.rows().take_while(|(row, _)| *row <= header) {
        if row < top {
            remarks.push(cells.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(" "));
            continue;
        }
        for (column, text) in cells {
            let merge =
                merges.iter().find(|merge| merge.top == row && merge.left == column && row < header.max(merge.bottom));
            let right = merge.map_or(column, |merge| merge.right).min(column.saturating_add(limits::COLUMNS));
            for column in column..=right {
                head.entry(column).or_default().push(text.to_owned());
            }
        }
    }
    let body = || sheet.grid.rows().skip_while(|(row, _)| *row <= header);
    // Columns without a header count too: they may hold what identifies somebody.
    let columns =
        || head.keys().copied().chain(body().flat_map(|(_, cells)| cells.into_iter().map(|(column, _)| column)));
    let (Some(first), Some(last)) = (columns().min(), columns().max()) else {
        complaints.fail(at_sheet(header.saturating_add(1), None), TableFault::Empty.into());
        return None;
    };
    let width = last.saturating_sub(first).saturating_add(1);
    if width > limits::COLUMNS {
        let fault = Fault::OverLimit { limit: Limit::Columns, most: limits::COLUMNS, found: Some(width) };
        complaints.fail(at_sheet(header.saturating_add(1), None), fault);
        return None;
    }
    let n_rows = body().count();
    let n_cells = n_rows.saturating_mul(width);
    if n_cells > limits::GRID_CELLS {
        let fault = Fault::OverLimit { limit: Limit::Cells, most: limits::GRID_CELLS, found: Some(n_cells) };
        complaints.fail(at_sheet(header.saturating_add(1), None), fault);
        return None;
    }
    // Lone texts below the last row of the table are remarks.
    let n_remarks = lone_rows_at_end(body().map(|(_, cells)| cells), width, first);
    let mut builders: Vec<Builder> = (0..width).map(|_| Builder::default()).collect();
    let mut rows = Rows::of_sheet(sheet.name.clone(), header.saturating_add(1), first);
    let mut down = Downward::new(merges, header);
    for (nth, (row, cells)) in body().enumerate() {
        if nth >= n_rows.saturating_sub(n_remarks) {
            remarks.push(cells.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(" "));
            continue;
        }
        let mut cells = cells.into_iter().peekable();
        for (column, builder) in (first..).zip(&mut builders) {
            match cells.next_if(|(at, _)| *at == column) {
                Some((_, text)) => {
                    builder.push(text);
                    down.begin(row, column, text);
                }
                None => builder.push(down.text(row, column)),
            }
        }
        rows.push(row.saturating_add(1));
    }
    if down.n_filled > 0 {
        complaints.note(at_sheet(header.saturating_add(1), None), WorkbookFault::Unfolded(down.n_filled).into());
    }
    if !remarks.is_empty() {
        let place = Place::Within(sheet.name.clone(), Box::new(Place::File));
        complaints.note(place, TableFault::Remarks(remarks.len()).into());
    }
    if rows.is_empty() {
        complaints.fail(at_sheet(header.saturating_add(1), None), TableFault::Empty.into());
        return None;
    }
    let name =
        |column: usize| head.get(&column).map(|texts| texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" "));
    let columns: Vec<Column> =
        (first..).zip(builders).map(|(column, builder)| builder.finish(name(column).unwrap_or_default())).collect();
    // Numbers that are numbers in the sheet leave no doubt.
    let is_decimal_given = !sheet.grid.has_comma;
    let decimal = is_decimal_given.then_some(Decimal::Point);
    Some(Table { name: sheet.name.clone(), columns, rows, decimal, is_decimal_given, remarks })
}

/// The first row of the header: rows right above that are merged over its columns belong to it.
fn first_header_row(sheet: &Sheet, header: usize) -> usize {
    let width = sheet.n_columns;
    let mut top = header;
    while let Some(above) = top.checked_sub(1) {
        let merged: Vec<&Merge> =
            sheet.found.merges.iter().filter(|merge| merge.top == above && merge.right > merge.left).collect();
        // One cell merged over all of the table is its title.
        let is_title = merged.iter().any(|merge| merge.right.saturating_sub(merge.left).saturating_add(1) >= width);
        if merged.is_empty() || is_title {
            break;
        }
        top = above;
    }
    top
}

fn warn(sheet: &Sheet, complaints: &mut Complaints) {
    let place = || Place::Within(sheet.name.clone(), Box::new(Place::File));
    if sheet.is_hidden {
        complaints.warn(place(), WorkbookFault::HiddenSheet.into());
    }
    if sheet.found.n_hidden_rows > 0 {
        complaints.warn(place(), WorkbookFault::HiddenRows(sheet.found.n_hidden_rows).into());
    }
    if sheet.found.n_hidden_columns > 0 {
        complaints.warn(place(), WorkbookFault::HiddenColumns(sheet.found.n_hidden_columns).into());
    }
    if let Some((sign, n_cells)) = sheet.grid.errors.clone() {
        complaints.warn(place(), WorkbookFault::Errors { sign, n_cells }.into());
    }
    if let Some((stored, shown, n_cells)) = sheet.grid.per_cent.clone() {
        complaints.note(place(), WorkbookFault::PerCent { stored, shown, n_cells }.into());
    }
}

/// As many rows below a table as can be remarks.
const MOST_REMARKS: usize = 50;

/// How many rows at the end have one text only, in the first column of a table of more than two.
fn lone_rows_at_end<'c>(rows: impl Iterator<Item = Vec<(usize, &'c str)>>, width: usize, first: usize) -> usize {
    if width < 3 {
        return 0;
    }
    let n = rows.fold(0_usize, |n, cells| {
        let is_lone = cells.len() == 1 && cells.first().is_some_and(|(column, _)| *column == first);
        if is_lone { n.saturating_add(1) } else { 0 }
    });
    n.min(MOST_REMARKS)
}

/// Texts of cells that are merged downwards, for the rows below them.
struct Downward<'m> {
    /// Merged cells of one column, by their first row and column.
    merges: BTreeMap<(usize, usize), &'m Merge>,
    /// By column: the last row, and the text.
    open: BTreeMap<usize, (usize, String)>,
    n_filled: usize,
}

impl<'m> Downward<'m> {
    fn new(merges: &'m [Merge], header: usize) -> Self {
        let is_down = |merge: &&Merge| merge.left == merge.right && merge.bottom > merge.top && merge.top > header;
        let merges = merges.iter().filter(is_down).map(|merge| ((merge.top, merge.left), merge)).collect();
        Self { merges, open: BTreeMap::new(), n_filled: 0 }
    }

    fn begin(&mut self, row: usize, column: usize, text: &str) {
        if let Some(merge) = self.merges.get(&(row, column)) {
            self.open.insert(column, (merge.bottom, text.to_owned()));
        }
    }

    fn text(&mut self, row: usize, column: usize) -> &str {
        match self.open.get(&column) {
            Some((bottom, text)) if row <= *bottom => {
                self.n_filled = self.n_filled.saturating_add(1);
                text
            }
            _ => "",
        }
    }
}
