//! How a CSV file is written: what the reader says of it, and what is found out.

use std::collections::HashMap;

use super::split::Splitter;
use crate::load::{encoding::Encoding, table::number::Decimal};

/// What is known of a file beforehand; all else is found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvOptions {
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// The sign between fields, of ASCII.
    pub delimiter: Option<u8>,
    /// The sign around fields, of ASCII; `Some(None)`: none.
    pub quote: Option<Option<u8>>,
    /// The sign before decimals.
    pub decimal: Option<Decimal>,
    /// The line of the header, from 1.
    pub header_line: Option<usize>,
    /// Whether there is a header.
    pub has_header: bool,
    /// The sign that a line of comment begins with.
    pub comment: Option<char>,
    /// What the table is called: the file's name, say.
    pub name: String,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self {
            encoding: None,
            delimiter: None,
            quote: None,
            decimal: None,
            header_line: None,
            has_header: true,
            comment: None,
            name: String::new(),
        }
    }
}

/// How a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The encoding.
    pub encoding: Encoding,
    /// Whether a byte order mark said so.
    pub has_mark: bool,
    /// The sign between fields; none where there is one column.
    pub delimiter: Option<u8>,
    /// The sign around fields.
    pub quote: Option<u8>,
    /// The sign before decimals; none where no number has any.
    pub decimal: Option<Decimal>,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { encoding: Encoding::Utf8, has_mark: false, delimiter: None, quote: Some(b'"'), decimal: None }
    }
}

impl Dialect {
    /// The decimal sign that programs write with this delimiter, where the numbers do not tell.
    pub const fn likely_decimal(&self) -> Option<Decimal> {
        match self.delimiter {
            Some(b';') => Some(Decimal::Comma),
            Some(b',') => Some(Decimal::Point),
            _ => None,
        }
    }
}

/// Delimiters, the ones that stand in numbers last.
const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];

/// As much of a file as tells how it is written.
const SAMPLE: usize = 64 * 1024;

/// Finds the delimiter and the quote; gives the text without a first line that only names the delimiter, and how many lines were skipped.
pub fn find<'t>(text: &'t str, options: &CsvOptions, dialect: &mut Dialect) -> (&'t str, usize) {
    let first = text.split(['\n', '\r']).next().unwrap_or_default();
    let named = first.strip_prefix("sep=").filter(|sign| sign.len() == 1).and_then(|sign| sign.bytes().next());
    let (rest, n_skipped) = match named {
        Some(_) => {
            let rest = text.get(first.len()..).unwrap_or_default();
            (rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest), 1)
        }
        None => (text, 0),
    };
    dialect.quote = options.quote.unwrap_or_else(|| Some(quote(sample(rest))));
    dialect.delimiter =
        options.delimiter.or(named).or_else(|| delimiter(sample(rest), dialect.quote)).filter(u8::is_ascii);
    (rest, n_skipped)
}

/// As many fields as most rows of the sample have.
pub fn width(text: &str, dialect: &Dialect) -> usize {
    dialect.delimiter.map_or(1, |delimiter| most_common(sample(text), delimiter, dialect.quote).0)
}

fn sample(text: &str) -> &str {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let part = text.get(..end).unwrap_or_default();
    match part.rfind('\n') {
        Some(last) if part.len() < text.len() => part.get(..last).unwrap_or_default(),
        _ => part,
    }
}

/// `'` only where fields begin and end with it, and none with `"`.
fn quote(sample: &str) -> u8 {
    let is_around = |quote: char| {
        sample.lines().take(20).any(|line| {
            DELIMITERS.iter().any(|delimiter| {
                line.split(char::from(*delimiter))
                    .any(|field| field.len() > 1 && field.starts_with(quote) && field.ends_with(quote))
            })
        })
    };
    if is_around('\'') && !is_around('"') { b'\'' } else { b'"' }
}

fn delimiter(sample: &str, quote: Option<u8>) -> Option<u8> {
    let mut best: Option<(u8, usize)> = None;
    for delimiter in DELIMITERS {
        let (width, per_mille) = most_common(sample, delimiter, quote);
        // A sign that stands in numbers must do better than one that does not.
        if width > 1 && best.is_none_or(|(_, known)| per_mille > known) {
            best = Some((delimiter, per_mille));
        }
    }
    best.map(|(delimiter, _)| delimiter)
}

/// The most common number of fields, and in how many rows of a thousand.
fn most_common(sample: &str, delimiter: u8, quote: Option<u8>) -> (usize, usize) {
    let mut splitter = Splitter::new(sample, delimiter, quote, 0);
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let (mut fields, mut n_rows) = (Vec::new(), 0_usize);
    while splitter.next_row(&mut fields).is_some() {
        n_rows = n_rows.saturating_add(1);
        let count = counts.entry(fields.len()).or_default();
        *count = count.saturating_add(1);
    }
    let most = counts.into_iter().max_by_key(|(width, count)| (*count, *width)).unwrap_or((1, 0));
    (most.0, most.1.saturating_mul(1000) / n_rows.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Option<u8>, Option<u8>) {
        let mut dialect = Dialect::default();
        find(text, &CsvOptions::default(), &mut dialect);
        (dialect.delimiter, dialect.quote)
    }

    #[test]
    fn the_delimiter_is_the_sign_that_makes_even_rows() {
        assert_eq!(found("kommun;andel\n0114;1,5\n0115;2,5\n"), (Some(b';'), Some(b'"')));
        assert_eq!(found("a,b,c\n1,2,3\n").0, Some(b','));
        assert_eq!(found("a\tb\nx, y\t1\n").0, Some(b'\t'));
        assert_eq!(found("a|b\n1|2\n").0, Some(b'|'));
        assert_eq!(found("a\n1\n2\n").0, None);
        assert_eq!(found("\"Rubrik, med komma\"\n\n\"a\",\"b\"\n1,2\n3,4").0, Some(b','));
        assert_eq!(found("'a','b;c'\n'1','2'").1, Some(b'\''));
    }

    #[test]
    fn a_first_line_can_name_the_delimiter() {
        let mut dialect = Dialect::default();
        assert_eq!(find("sep=|\r\na|b;c;d\n", &CsvOptions::default(), &mut dialect), ("a|b;c;d\n", 1));
        assert_eq!(dialect.delimiter, Some(b'|'));
    }
}
