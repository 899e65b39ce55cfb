//! A cube as CSV: a row for each cell, with codes and labels, the number, and a word for what is said of it.
//!
//! Quoting is a few lines of our own: the crate that reads CSV is not in the page, which will write it too.

pub mod field;

mod heads;
pub(super) mod lines;

use field::{Field, fields, status};
use heads::Heads;
use lines::{Lines, written};

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
    /// Whether it has `,` and decimal points whatever the language, as RFC 4180 says.
    pub is_for_program: bool,
}

impl Style {
    /// What stands between two fields.
    pub const fn delimiter(self) -> char {
        match self.language {
            Language::Swedish if !self.is_for_program => ';',
            _ => ',',
        }
    }

    /// What stands before the decimals.
    pub const fn decimal_sign(self) -> char {
        match self.language {
            Language::Swedish if !self.is_for_program => ',',
            _ => '.',
        }
    }
}

/// The file, UTF-8, lines ended as RFC 4180 says.
pub fn write(cube: &Cube, style: Style) -> Vec<u8> {
    let mut lines = Lines::new(style);
    if style.has_mark {
        lines.text.push('\u{feff}');
    }
    let fields = fields(cube);
    for (_, name) in &fields {
        lines.field(&guarded(name, style));
    }
    lines.end();
    let said = |text: &Text| guarded(text.get(style.language), style);
    // What a category or a measure fills is written once and copied to its rows.
    let pair = |code: &str, label: &Text| written([&guarded(code, style), &said(label)], style);
    let dimensions: Vec<Vec<String>> = cube
        .dimensions
        .iter()
        .map(|it| it.categories.iter().map(|category| pair(&category.code, &category.label)).collect())
        .collect();
    let is_synthetic = fields.iter().any(|(field, _)| *field == Field::Synthetic);
    for measure in &cube.measures {
        let Some(column) = measure.column.and_then(|column| cube.columns.get(column)) else { continue };
        let of_measure = [pair(&measure.id, &measure.label)];
        let slots: Vec<&[String]> = fields
            .iter()
            .filter_map(|(field, _)| match field {
                Field::Code(place) => dimensions.get(*place).map(Vec::as_slice),
                Field::Measure => Some(of_measure.as_slice()),
                _ => None,
            })
            .collect();
        let mut heads = Heads::new(slots);
        for row in 0..column.len() {
            let figure = column.figure(row);
            lines.text.push_str(heads.next());
            lines.number(&figure);
            lines.text.push(style.delimiter());
            if !is_bare(&figure) {
                lines.quoted(&status(&figure));
            }
            if is_synthetic {
                lines.text.push(style.delimiter());
                lines.text.push_str("true");
            }
            lines.end();
        }
    }
    lines.text.into_bytes()
}

/// Whether nothing is said of a number.
fn is_bare(figure: &Figure) -> bool {
    matches!(figure, Figure::Known(known) if known.qualifier.is_none() && known.flags.is_empty())
}

/// What the file cannot say, even with the package that describes it.
pub fn losses(cube: &Cube) -> Vec<Loss> {
    let asked = [
        loss::translations(cube),
        loss::conditions(cube),
        loss::policy(cube),
        loss::notes(cube),
        loss::measures(cube),
        loss::worked_out(cube),
        loss::dimensions(cube),
        loss::remarks(cube),
    ];
    asked.into_iter().flatten().collect()
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
