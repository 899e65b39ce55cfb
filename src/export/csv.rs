//! A cube as CSV: a row for each cell, with codes and labels, the number, and a word for what is said of it.
//!
//! Quoting is a few lines of our own: the crate that reads CSV is not in the page, which will write it too.

pub mod field;

use std::collections::BTreeMap;

use field::{Field, fields, status};

use super::loss::{self, Loss};
use crate::model::{
    cube::Cube,
    figure::Figure,
    text::{Language, Text},
};

/// How the text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// The language of the labels; Swedish has `;` and decimal comma, English `,` and decimal point.
    pub language: Language,
    /// Whether it begins with a byte order mark, by which Excel knows UTF-8.
    pub has_mark: bool,
}

impl Style {
    /// What stands between two fields.
    pub const fn delimiter(self) -> char {
        match self.language {
            Language::Swedish => ';',
            Language::English => ',',
        }
    }

    /// What stands before the decimals.
    pub const fn decimal_sign(self) -> char {
        match self.language {
            Language::Swedish => ',',
            Language::English => '.',
        }
    }
}

/// The file, UTF-8, lines ended as RFC 4180 says.
pub fn write(cube: &Cube, style: Style) -> Vec<u8> {
    let mut lines = Lines { text: String::new(), style, is_first: true };
    if style.has_mark {
        lines.text.push('\u{feff}');
    }
    let fields = fields(cube);
    for (_, name) in &fields {
        lines.field(&guarded(name, style));
    }
    lines.end();
    let said = |text: &Text| guarded(text.get(style.language), style);
    // A category is written once and copied to its rows.
    let mut written = BTreeMap::new();
    for (place, dimension) in cube.dimensions.iter().enumerate() {
        for (at, category) in dimension.categories.iter().enumerate() {
            written.insert((place, at), (guarded(&category.code, style), said(&category.label)));
        }
    }
    for measure in &cube.measures {
        let Some(column) = measure.column.and_then(|column| cube.columns.get(column)) else { continue };
        let (id, label) = (guarded(&measure.id, style), said(&measure.label));
        for row in 0..column.len() {
            let at = cube.coordinates(row);
            let category = |place: usize| written.get(&(place, *at.get(place)?));
            let figure = column.figure(row);
            for (field, _) in &fields {
                match field {
                    Field::Code(place) => lines.field(category(*place).map_or("", |(code, _)| code)),
                    Field::Label(place) => lines.field(category(*place).map_or("", |(_, label)| label)),
                    Field::Measure => lines.field(&id),
                    Field::MeasureLabel => lines.field(&label),
                    Field::Value => lines.field(&number(&figure, style)),
                    Field::Status => lines.field(&status(&figure)),
                    Field::Synthetic => lines.field("true"),
                }
            }
            lines.end();
        }
    }
    lines.text.into_bytes()
}

/// What the file cannot say, even with the package that describes it.
pub fn losses(cube: &Cube) -> Vec<Loss> {
    let asked = [
        loss::translations(cube),
        loss::conditions(cube),
        loss::notes(cube),
        loss::measures(cube),
        loss::worked_out(cube),
        loss::dimensions(cube),
        loss::remarks(cube),
    ];
    asked.into_iter().flatten().collect()
}

fn number(figure: &Figure, style: Style) -> String {
    let Some(value) = figure.value() else {
        return String::new();
    };
    let text = value.to_string();
    if style.decimal_sign() == '.' { text } else { text.replace('.', &style.decimal_sign().to_string()) }
}

/// What makes a spreadsheet take a text for a formula when it comes first; the apostrophe, so that it can be taken away again.
const DANGEROUS: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', GUARD];

/// What stands before a text that could be taken for a formula.
pub const GUARD: char = '\'';

/// A text that no spreadsheet takes for a formula. One guard taken away gives the text again; a negative number needs none.
pub fn guarded(text: &str, style: Style) -> String {
    let is_number = text.strip_prefix('-').is_some_and(|digits| {
        let is_part = |letter: char| letter.is_ascii_digit() || letter == style.decimal_sign();
        digits.starts_with(|first: char| first.is_ascii_digit()) && digits.chars().all(is_part)
    });
    if text.starts_with(DANGEROUS) && !is_number { format!("{GUARD}{text}") } else { text.to_owned() }
}

struct Lines {
    text: String,
    style: Style,
    is_first: bool,
}

impl Lines {
    fn field(&mut self, field: &str) {
        let delimiter = self.style.delimiter();
        if !std::mem::take(&mut self.is_first) {
            self.text.push(delimiter);
        }
        let is_plain = !field.contains([delimiter, '"', '\r', '\n']) && field.trim() == field;
        if is_plain {
            self.text.push_str(field);
        } else {
            self.text.push('"');
            self.text.push_str(&field.replace('"', "\"\""));
            self.text.push('"');
        }
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.is_first = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_guarded_and_a_negative_number_is_not() {
        let style = Style::default();
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+46", "'+46"),
            ("-x", "'-x"),
            ("-", "'-"),
            ("@a", "'@a"),
            ("\tx", "'\tx"),
            ("'x", "''x"),
            ("-3,5", "-3,5"),
            ("-3", "-3"),
            ("-3+1", "'-3+1"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(guarded(text, style), written);
        }
    }
}
