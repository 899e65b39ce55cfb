//! A table in several files, one after the other as the standard has it: the first has the header, the others may repeat it.

use std::collections::HashSet;

use super::{
    fault::PackageFault,
    schema::{Field, Schema},
};
use crate::load::{
    complaint::{Complaints, Place},
    csv::{self, CsvOptions, CsvRead, Dialect},
    table::{
        Table,
        column::{Builder, Column},
        rows::Rows,
    },
};

/// The one table of these files, by path; none after a fatal complaint: half a table is worse than none.
pub fn joined(
    files: &[(&str, &[u8])],
    options: &CsvOptions,
    schema: &Schema,
    complaints: &mut Complaints,
) -> Option<(Table, Dialect)> {
    let (path, bytes) = files.first()?;
    let mut seen = HashSet::new();
    if let Some((twice, _)) = files.iter().find(|(path, _)| !seen.insert(*path)) {
        complaints.fail(Place::File, PackageFault::RepeatedPath((*twice).to_owned()).into());
        return None;
    }
    let (first, dialect) = taken(csv::read(bytes, options), path, complaints)?;
    if files.len() == 1 {
        return Some((first, dialect));
    }
    let mut whole = Whole {
        columns: first.columns.iter().map(|_| Builder::default()).collect(),
        rows: Rows::default(),
        remarks: Vec::new(),
    };
    whole.rows.header = first.rows.header;
    whole.add(&first, &(0..first.columns.len()).collect::<Vec<_>>());
    // What the first file shows of how they are written holds for all; the encoding shows in each file by itself.
    let options = CsvOptions { delimiter: dialect.delimiter, quote: Some(dialect.quote), ..options.clone() };
    for (path, bytes) in files.iter().skip(1) {
        let (table, own, order) = part(bytes, path, &first, &options, schema, complaints)?;
        if own.encoding != dialect.encoding && !bytes.is_ascii() {
            complaints.note(within(path, Place::File), PackageFault::OtherEncoding(own.encoding).into());
        }
        whole.rows.begin_file(path);
        whole.add(&table, &order);
    }
    let headers = first.columns.iter().map(|column| column.header.clone());
    let columns = headers.zip(whole.columns).map(|(header, column)| column.finish(header)).collect();
    Some((Table { columns, rows: whole.rows, remarks: whole.remarks, ..first }, dialect))
}

/// The table as its files come.
struct Whole {
    columns: Vec<Builder>,
    rows: Rows,
    remarks: Vec<String>,
}

impl Whole {
    /// Adds the rows of a file; `order` has its column for each of the table's.
    fn add(&mut self, table: &Table, order: &[usize]) {
        for (builder, from) in self.columns.iter_mut().zip(order) {
            for row in 0..table.n_rows() {
                builder.push(table.text(row, *from));
            }
        }
        for row in 0..table.n_rows() {
            self.rows.push(table.rows.line(row));
        }
        self.remarks.extend(table.remarks.iter().cloned());
    }
}

/// A file after the first, with its column for each of the first's.
fn part(
    bytes: &[u8],
    path: &str,
    first: &Table,
    options: &CsvOptions,
    schema: &Schema,
    complaints: &mut Complaints,
) -> Option<(Table, Dialect, Vec<usize>)> {
    let with_header = options.has_header.then(|| csv::read(bytes, options)).filter(|read| read.table.is_some());
    if let Some(read) = with_header
        && let Some(order) = read.table.as_ref().and_then(|table| order(first, table))
    {
        if !order.is_sorted() {
            complaints.note(within(path, Place::File), PackageFault::OtherOrder.into());
        }
        let (table, dialect) = taken(read, path, complaints)?;
        return Some((table, dialect, order));
    }
    let bare = CsvOptions { has_header: false, header_line: None, ..options.clone() };
    let (table, dialect) = taken(csv::read(bytes, &bare), path, complaints)?;
    let (expected, found) = (first.columns.len(), table.columns.len());
    if expected != found || options.has_header && is_other_header(first, &table, schema) {
        complaints.fail(within(path, Place::File), PackageFault::OtherColumns { expected, found }.into());
        return None;
    }
    if options.has_header {
        complaints.note(within(path, Place::File), PackageFault::NoHeader.into());
    }
    Some((table, dialect, (0..expected).collect()))
}

/// For each column of the first file the one of this that has its header; none where they have not the same headers, each once.
fn order(first: &Table, table: &Table) -> Option<Vec<usize>> {
    let place = |column: &Column| {
        let mut same = (0..table.columns.len()).filter(|at| table.header(*at) == column.header);
        same.next().filter(|_| same.next().is_none())
    };
    let order: Vec<usize> = first.columns.iter().map(place).collect::<Option<_>>()?;
    let is_twice = |at: usize| order.iter().filter(|other| **other == at).count() > 1;
    (order.len() == table.columns.len() && !order.iter().any(|at| is_twice(*at))).then_some(order)
}

/// Whether the first row is a header, but not that of the first file: it has one of its names, or words where there are numbers.
fn is_other_header(first: &Table, table: &Table, schema: &Schema) -> bool {
    first.columns.iter().enumerate().any(|(at, column)| {
        let text = table.text(0, at);
        let is_numeric = |field: &&Field| {
            field.name == column.header && matches!(field.kind.as_str(), "number" | "integer" | "year")
        };
        let is_sign = |field: &Field| {
            field.missing.as_ref().unwrap_or(&schema.missing).iter().any(|(sign, _)| sign == text) || text.is_empty()
        };
        let is_word = !text.bytes().any(|byte| byte.is_ascii_digit());
        let field = schema.fields.iter().find(is_numeric);
        !text.is_empty() && text == column.header || is_word && field.is_some_and(|field| !is_sign(field))
    })
}

/// The table of a file that was read, its complaints told with its path.
fn taken(read: CsvRead, path: &str, complaints: &mut Complaints) -> Option<(Table, Dialect)> {
    for complaint in read.complaints {
        complaints.add(complaint.severity, within(path, complaint.place), complaint.fault);
    }
    Some((read.table?, read.dialect))
}

/// A place in this file of the package; one that has its file already keeps it.
pub fn within(path: &str, place: Place) -> Place {
    match place {
        Place::Within(..) => place,
        place => Place::Within(path.to_owned(), Box::new(place)),
    }
}
