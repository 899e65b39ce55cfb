//! Rows of fields into the columns of a table: the header found, odd rows told, the lines above and below kept.

use super::{
    dialect::CsvOptions,
    plain::{Missed, Plain},
    split::{Field, Odd, Row, Splitter},
};
use crate::load::{
    complaint::{Complaints, Place},
    fault::{Fault, Limit},
    limits,
    table::{Table, column::Builder, fault::TableFault, rows::Rows},
};

/// A table as its rows come.
pub struct Intake<'o> {
    options: &'o CsvOptions,
    width: usize,
    headers: Option<Vec<String>>,
    columns: Vec<Builder>,
    rows: Rows,
    remarks: Vec<String>,
    /// Rows that may be remarks below the table: they are if nothing comes after them.
    pending: Vec<(usize, Vec<String>)>,
}

/// As many rows below a table as can be remarks.
const MOST_PENDING: usize = 50;

impl<'o> Intake<'o> {
    /// No rows yet; most of them have so many fields.
    pub fn new(options: &'o CsvOptions, width: usize) -> Self {
        Self {
            options,
            width,
            headers: None,
            columns: Vec::new(),
            rows: Rows::default(),
            remarks: Vec::new(),
            pending: Vec::new(),
        }
    }

    /// Takes rows as long as they are plain, in a tenth of the time; where they are not, `row` goes on.
    pub fn plain_rows(&mut self, splitter: &mut Splitter) {
        let is_open = self.headers.is_some() && self.pending.is_empty() && self.options.comment.is_none();
        let Some(mut plain) = Plain::new(splitter, self.columns.len()).filter(|_| is_open) else { return };
        let mut row = self.columns.first().map_or(0, Builder::len);
        while let Some(end) = plain.row(splitter.at, &mut self.columns) {
            for Missed { column, start, end } in plain.missed.drain(..) {
                if let (Some(builder), Some(code)) = (self.columns.get_mut(column), plain.codes.get_mut(column)) {
                    *code = builder.look_up(splitter.text.get(start..end).unwrap_or_default());
                }
            }
            for (column, code) in self.columns.iter_mut().zip(&plain.codes).skip(plain.n_same) {
                column.push_at(row, *code);
            }
            row = row.saturating_add(1);
            self.rows.push(splitter.line);
            splitter.at = end;
            splitter.end_line();
        }
        for column in &mut self.columns {
            column.fill_up_to(row);
        }
    }

    /// The next row; false where the file can't be read on.
    pub fn row(&mut self, splitter: &Splitter, fields: &[Field], row: &Row, complaints: &mut Complaints) -> bool {
        if let Some((odd, column)) = row.odd {
            let place = Place::Text { line: row.line, column };
            match odd {
                Odd::Unclosed => {
                    complaints.fail(place, TableFault::UnclosedQuote.into());
                    return false;
                }
                Odd::AfterQuote => complaints.warn(place, TableFault::TextAfterQuote.into()),
            }
        }
        if fields.len() > limits::COLUMNS {
            let fault = Fault::OverLimit { limit: Limit::Columns, most: limits::COLUMNS, found: Some(fields.len()) };
            complaints.fail(Place::Text { line: row.line, column: 1 }, fault);
            return false;
        }
        if let Some(comment) = self.options.comment
            && fields.first().is_some_and(|first| splitter.text(*first).starts_with(comment))
        {
            return true;
        }
        if let Some(long) = fields.iter().position(|field| field.n_bytes() > limits::TEXT_BYTES) {
            let fault = Fault::OverLimit { limit: Limit::TextBytes, most: limits::TEXT_BYTES, found: None };
            complaints.fail(Place::Text { line: row.line, column: long.saturating_add(1) }, fault);
            return false;
        }
        match self.headers {
            None => self.before_header(splitter, fields, row),
            Some(_) => self.after_header(splitter, fields, row, complaints),
        }
        true
    }

    fn before_header(&mut self, splitter: &Splitter, fields: &[Field], row: &Row) {
        let texts = || fields.iter().map(|field| splitter.text(*field).trim().to_owned());
        let n_filled = texts().filter(|text| !text.is_empty()).count();
        let is_header = match self.options.header_line {
            Some(line) => row.line >= line,
            None => !self.options.has_header || fields.len() >= self.width && n_filled >= self.width.min(2),
        };
        if !is_header {
            self.remarks.extend(remark(texts()));
            return;
        }
        let width = fields.len();
        self.width = width;
        self.columns = (0..width).map(|_| Builder::default()).collect();
        if self.options.has_header {
            self.headers = Some(texts().collect());
            self.rows.header = row.line;
        } else {
            self.headers = Some(vec![String::new(); width]);
            self.push(row.line, splitter, fields);
        }
    }

    fn after_header(&mut self, splitter: &Splitter, fields: &[Field], row: &Row, complaints: &mut Complaints) {
        let is_filled = |field: &Field| field.n_bytes() > 0 && !splitter.text(*field).trim().is_empty();
        let n_after = || fields.iter().skip(1).filter(|field| is_filled(field)).count();
        let is_short = fields.len() < self.width;
        // A lone text, in a table of more than two columns or without its delimiters, may be a remark.
        let may_be_remark = self.width > 1
            && (is_short || self.width > 2 && fields.get(1).is_some_and(|field| field.n_bytes() == 0))
            && n_after() == 0;
        if may_be_remark && self.pending.len() < MOST_PENDING {
            let texts = fields.iter().map(|field| splitter.text(*field).into_owned()).collect();
            self.pending.push((row.line, texts));
            return;
        }
        if !self.pending.is_empty() {
            self.flush(complaints);
        }
        let is_long = fields.len() > self.width && fields.iter().skip(self.width).any(is_filled);
        if is_short || is_long {
            self.ragged(row.line, fields.len(), complaints);
        } else {
            self.push(row.line, splitter, fields);
        }
    }

    fn ragged(&self, line: usize, found: usize, complaints: &mut Complaints) {
        let column = found.min(self.width).saturating_add(1);
        complaints.warn(Place::Text { line, column }, TableFault::Ragged { expected: self.width, found }.into());
    }

    fn push(&mut self, line: usize, splitter: &Splitter, fields: &[Field]) {
        for (column, field) in self.columns.iter_mut().zip(fields) {
            column.push(&splitter.text(*field));
        }
        self.rows.push(line);
    }

    /// What was taken for remarks was not: there are rows after it.
    fn flush(&mut self, complaints: &mut Complaints) {
        for (line, texts) in std::mem::take(&mut self.pending) {
            if texts.len() < self.width {
                self.ragged(line, texts.len(), complaints);
                continue;
            }
            for (column, text) in self.columns.iter_mut().zip(&texts) {
                column.push(text);
            }
            self.rows.push(line);
        }
    }

    /// The table; none where there was nothing.
    pub fn finish(mut self, complaints: &mut Complaints) -> Option<Table> {
        let Some(headers) = self.headers.take() else {
            complaints.fail(Place::File, TableFault::Empty.into());
            return None;
        };
        for (_, texts) in std::mem::take(&mut self.pending) {
            self.remarks.extend(remark(texts.into_iter()));
        }
        if !self.remarks.is_empty() {
            complaints.note(Place::File, TableFault::Remarks(self.remarks.len()).into());
        }
        let columns = headers.into_iter().zip(self.columns).map(|(header, column)| column.finish(header));
        // A delimiter at the end of every line makes a column of nothing.
        let columns = columns.collect::<Vec<_>>();
        let is_something =
            |column: &crate::load::table::column::Column| !column.header.is_empty() || column.filled().next().is_some();
        let n = columns.iter().rposition(is_something).map_or(0, |last| last.saturating_add(1));
        let columns: Vec<_> = columns.into_iter().take(n).collect();
        if self.rows.is_empty() || columns.is_empty() {
            complaints.fail(Place::File, TableFault::Empty.into());
            return None;
        }
        Some(Table { columns, rows: self.rows, remarks: self.remarks, ..Table::default() })
    }
}

/// A line that is no row, as one text.
fn remark(texts: impl Iterator<Item = String>) -> Option<String> {
    let filled: Vec<String> = texts.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    (!filled.is_empty()).then(|| filled.join(" "))
}
