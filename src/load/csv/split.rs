//! From a text to rows of fields, by RFC 4180 and what occurs beside it.
//!
//! Our own, for speed: a field is a place in the text, and nothing is copied. `tests/tables.rs` holds it against the crate `csv`.

use std::borrow::Cow;

/// A text as its rows are read.
pub struct Splitter<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    /// The line the next row begins on, from 1.
    pub(super) line: usize,
    pub(super) delimiter: u8,
    pub(super) quote: Option<u8>,
}

/// A field: a place in the text, without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    start: usize,
    end: usize,
    has_quotes: bool,
}

impl Field {
    /// Bytes in the file.
    pub const fn n_bytes(self) -> usize {
        self.end.saturating_sub(self.start)
    }
}

/// A row: where it began, and what was odd about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line, from 1.
    pub line: usize,
    /// What was odd, at which of its fields, from 1.
    pub odd: Option<(Odd, usize)>,
}

/// What can be odd about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odd {
    /// A quote that nothing closes.
    Unclosed,
    /// Letters after a closing quote.
    AfterQuote,
}

impl<'t> Splitter<'t> {
    /// A text, of a file of which so many lines are already read.
    pub fn new(text: &'t str, delimiter: u8, quote: Option<u8>, n_skipped: usize) -> Self {
        Self { text, at: 0, line: n_skipped.saturating_add(1), delimiter, quote }
    }

    /// The fields of the next row that is not empty; none at the end.
    pub fn next_row(&mut self, fields: &mut Vec<Field>) -> Option<Row> {
        fields.clear();
        self.skip_empty_lines();
        self.byte(self.at)?;
        let mut row = Row { line: self.line, odd: None };
        loop {
            let quote = self.quote.filter(|quote| self.byte(self.at) == Some(*quote));
            let field = match quote {
                Some(quote) => self.quoted(quote, &mut row, fields.len().saturating_add(1)),
                None => self.plain(),
            };
            fields.push(field);
            match self.byte(self.at) {
                Some(byte) if byte == self.delimiter => self.at = self.at.saturating_add(1),
                _ => break,
            }
        }
        self.end_line();
        Some(row)
    }

    /// The text of a field.
    pub fn text(&self, field: Field) -> Cow<'t, str> {
        let text = self.text.get(field.start..field.end).unwrap_or_default();
        match (field.has_quotes, self.quote) {
            (true, Some(quote)) => {
                let quote = char::from(quote);
                let mut whole = String::with_capacity(text.len());
                let (mut letters, mut is_open) = (text.chars().peekable(), true);
                while let Some(letter) = letters.next() {
                    if letter != quote {
                        whole.push(letter);
                    } else if is_open && letters.peek() == Some(&quote) {
                        letters.next();
                        whole.push(quote);
                    } else if is_open {
                        is_open = false;
                    } else {
                        whole.push(quote);
                    }
                }
                whole.into()
            }
            _ => text.into(),
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn plain(&mut self) -> Field {
        let start = self.at;
        let delimiter = self.delimiter;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let is_end = |byte: &u8| *byte == delimiter || *byte == b'\n' || *byte == b'\r';
        let end = start.saturating_add(rest.iter().position(is_end).unwrap_or(rest.len()));
        self.at = end;
        Field { start, end, has_quotes: false }
    }

    fn quoted(&mut self, quote: u8, row: &mut Row, number: usize) -> Field {
        let start = self.at.saturating_add(1);
        let mut has_quotes = false;
        let mut at = start;
        let mut last_break = None;
        loop {
            match self.byte(at) {
                None => {
                    row.odd.get_or_insert((Odd::Unclosed, number));
                    self.at = at;
                    return Field { start, end: at, has_quotes };
                }
                Some(byte) if byte == quote => {
                    if self.byte(at.saturating_add(1)) != Some(quote) {
                        break;
                    }
                    has_quotes = true;
                    at = at.saturating_add(2);
                    continue;
                }
                Some(b'\r') => {
                    last_break = Some(at);
                    self.line = self.line.saturating_add(1);
                }
                // A line break of two signs is one.
                Some(b'\n') if last_break.and_then(|last: usize| last.checked_add(1)) != Some(at) => {
                    self.line = self.line.saturating_add(1);
                }
                Some(_) => {}
            }
            at = at.saturating_add(1);
        }
        self.at = at.saturating_add(1);
        let after = self.plain();
        if after.start == after.end {
            return Field { start, end: at, has_quotes };
        }
        // `"a" b`: what stands after the closing quote is kept, as spreadsheets do.
        let is_blank = self.text.get(after.start..after.end).is_some_and(|rest| rest.trim().is_empty());
        if is_blank {
            return Field { start, end: at, has_quotes };
        }
        row.odd.get_or_insert((Odd::AfterQuote, number));
        Field { start, end: after.end, has_quotes: true }
    }

    fn skip_empty_lines(&mut self) {
        while matches!(self.byte(self.at), Some(b'\n' | b'\r')) {
            self.end_line();
        }
    }

    pub(super) fn end_line(&mut self) {
        let n_signs = match (self.byte(self.at), self.byte(self.at.saturating_add(1))) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r' | b'\n'), _) => 1,
            _ => return,
        };
        self.at = self.at.saturating_add(n_signs);
        self.line = self.line.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Told = (usize, Vec<String>, Option<(Odd, usize)>);

    fn rows(text: &str) -> Vec<Told> {
        let mut splitter = Splitter::new(text, b';', Some(b'"'), 0);
        let (mut fields, mut rows) = (Vec::new(), Vec::new());
        while let Some(row) = splitter.next_row(&mut fields) {
            let texts = fields.iter().map(|field| splitter.text(*field).into_owned()).collect();
            rows.push((row.line, texts, row.odd));
        }
        rows
    }

    fn row(line: usize, texts: &[&str]) -> Told {
        (line, texts.iter().map(|text| (*text).to_owned()).collect(), None)
    }

    #[test]
    fn rows_and_their_lines() {
        let text = "a;b\r\n\r\n\"x\r\ny\";\"say \"\"hi\"\"; no\"\n;\r1;2";
        let expected =
            [row(1, &["a", "b"]), row(3, &["x\r\ny", "say \"hi\"; no"]), row(5, &["", ""]), row(6, &["1", "2"])];
        assert_eq!(rows(text), expected);
        assert_eq!(rows("a;\n"), [row(1, &["a", ""])]);
    }

    #[test]
    fn odd_quotes_are_told() {
        let odd = |text: &str| rows(text).into_iter().find_map(|(line, texts, odd)| Some((line, texts, odd?)));
        assert_eq!(odd("a;\"b\nc;d"), Some((1, vec!["a".into(), "b\nc;d".into()], (Odd::Unclosed, 2))));
        assert_eq!(odd("\"a\" b;c"), Some((1, vec!["a b".into(), "c".into()], (Odd::AfterQuote, 1))));
        assert_eq!(rows("\"a\" ;c"), [row(1, &["a", "c"])]);
        assert_eq!(rows("5\" rör;c"), [row(1, &["5\" rör", "c"])], "a quote in the middle is a letter");
    }
}
