//! Lines of CSV: quotation marks, decimal sign, line ends.

use super::{super::digits, Style};
use crate::model::figure::Figure;

/// The text as it grows, field by field.
pub struct Lines {
    /// The text so far.
    pub text: String,
    style: Style,
    is_first: bool,
}

impl Lines {
    /// No lines yet.
    pub const fn new(style: Style) -> Self {
        Self { text: String::new(), style, is_first: true }
    }

    /// One more field of the line.
    pub fn field(&mut self, field: &str) {
        if !std::mem::take(&mut self.is_first) {
            self.text.push(self.style.delimiter());
        }
        self.quoted(field);
    }

    /// A field, in quotation marks where it needs them.
    pub fn quoted(&mut self, field: &str) {
        let is_plain = !field.contains([self.style.delimiter(), '"', '\r', '\n']) && field.trim() == field;
        if is_plain {
            self.text.push_str(field);
        } else {
            self.text.push('"');
            self.text.push_str(&field.replace('"', "\"\""));
            self.text.push('"');
        }
    }

    /// A number; nothing where there is none.
    pub fn number(&mut self, figure: &Figure) {
        let Some(value) = figure.value() else { return };
        let start = self.text.len();
        digits::push(&mut self.text, value);
        let point = self.text.get(start..).and_then(|digits| digits.find('.'));
        if let Some(point) = point.filter(|_| self.style.decimal_sign() != '.') {
            let at = start.saturating_add(point);
            self.text.replace_range(at..at.saturating_add(1), self.style.decimal_sign().encode_utf8(&mut [0; 4]));
        }
    }

    /// The end of the line.
    pub fn end(&mut self) {
        self.text.push_str("\r\n");
        self.is_first = true;
    }
}

/// These fields, each with the delimiter after it.
pub fn written(fields: [&str; 2], style: Style) -> String {
    let mut lines = Lines::new(style);
    for field in fields {
        lines.quoted(field);
        lines.text.push(style.delimiter());
    }
    lines.text
}
