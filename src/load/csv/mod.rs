//! CSV: delimiter, decimal sign, quote and encoding found out, said, and overridden where the reader knows better.

pub mod dialect;

mod encoding;
mod intake;
mod plain;
mod split;

pub use dialect::{CsvOptions, Dialect};

use super::{
    complaint::{Complaint, Complaints, Place},
    encoding::Encoding,
    fault::{Fault, Limit},
    limits,
    table::{Table, evidence::Evidence, fault::TableFault, propose::number_evidence},
};
use intake::Intake;
use split::Splitter;

/// A CSV file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct CsvRead {
    /// The table; none only after a fatal complaint.
    pub table: Option<Table>,
    /// How the file was read.
    pub dialect: Dialect,
    /// What was wrong.
    pub complaints: Vec<Complaint>,
}

/// Reads a CSV file. What the options leave open is found out, and told in the dialect.
pub fn read(bytes: &[u8], options: &CsvOptions) -> CsvRead {
    let mut complaints = Complaints::default();
    let mut dialect = Dialect::default();
    let table = table(bytes, options, &mut dialect, &mut complaints);
    CsvRead { table: table.filter(|_| !complaints.is_fatal()), dialect, complaints: complaints.finish() }
}

fn table(bytes: &[u8], options: &CsvOptions, dialect: &mut Dialect, complaints: &mut Complaints) -> Option<Table> {
    if bytes.len() > limits::TABLE_BYTES {
        let fault = Fault::OverLimit { limit: Limit::Bytes, most: limits::TABLE_BYTES, found: Some(bytes.len()) };
        complaints.fail(Place::File, fault);
        return None;
    }
    dialect.has_mark = Encoding::from_mark(bytes).is_some();
    let decoded = encoding::decoded(bytes, options.encoding);
    dialect.encoding = decoded.encoding;
    if !decoded.is_whole {
        complaints.warn(Place::File, TableFault::StrangeBytes(dialect.encoding).into());
    }
    let (text, n_skipped) = dialect::find(&decoded.text, options, dialect);
    if dialect.delimiter.is_none() {
        complaints.note(Place::File, TableFault::OneColumn.into());
    }
    let mut splitter = Splitter::new(text, dialect.delimiter.unwrap_or(b','), dialect.quote, n_skipped);
    let width = dialect::width(text, dialect);
    let mut intake = Intake::new(options, width);
    let mut fields = Vec::new();
    loop {
        intake.plain_rows(&mut splitter);
        let Some(row) = splitter.next_row(&mut fields) else { break };
        if !intake.row(&splitter, &fields, &row, complaints) {
            return None;
        }
    }
    let mut table = intake.finish(complaints)?;
    table.name.clone_from(&options.name);
    let mut evidence = Evidence::default();
    for column in &table.columns {
        if let Some(found) = number_evidence(column) {
            evidence.merge(&found);
        }
    }
    dialect.decimal = options.decimal.or_else(|| evidence.decimal());
    table.is_decimal_given = options.decimal.is_some();
    table.decimal = dialect.decimal.or_else(|| dialect.likely_decimal());
    Some(table)
}

/// The rows of a text with this delimiter, as they stand; none where its quotes are odd.
pub fn rows(text: &str, delimiter: u8) -> Option<Vec<Vec<String>>> {
    let mut splitter = Splitter::new(text, delimiter, Some(b'"'), 0);
    let (mut fields, mut rows) = (Vec::new(), Vec::new());
    while let Some(row) = splitter.next_row(&mut fields) {
        if row.odd.is_some() {
            return None;
        }
        rows.push(fields.iter().map(|field| splitter.text(*field).into_owned()).collect());
    }
    Some(rows)
}
