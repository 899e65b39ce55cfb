//! What a person has chosen about the reading, by id: an encoding, a sheet, what a column is.

use std::collections::BTreeMap;

use crate::{
    load::{
        csv::CsvOptions,
        encoding::Encoding,
        table::{
            Mapping,
            mapping::{Reason, Role},
            number::Decimal,
        },
    },
    model::dimension::DimensionKind,
};

/// A value for each id.
pub type Choices = BTreeMap<String, String>;

/// The encoding, by name.
pub const ENCODING: &str = "encoding";
/// The sign between fields.
pub const DELIMITER: &str = "delimiter";
/// The sign before decimals.
pub const DECIMAL: &str = "decimal";
/// The table of a file that holds several, by position.
pub const PART: &str = "part";
/// The row of the header, from 1.
pub const HEADER: &str = "header";

/// What a column is, by position.
pub fn column(position: usize) -> String {
    format!("column-{position}")
}

/// The signs that may stand between fields, each with its word.
pub const DELIMITERS: [(&str, u8); 4] = [("semicolon", b';'), ("comma", b','), ("tab", b'\t'), ("bar", b'|')];

/// The signs that may stand before decimals, each with its word.
pub const DECIMALS: [(&str, Decimal); 2] = [("comma", Decimal::Comma), ("point", Decimal::Point)];

/// The table that is asked for.
pub fn part(choices: &Choices) -> Option<usize> {
    choices.get(PART)?.parse().ok()
}

/// The row of the header that is asked for.
pub fn header_row(choices: &Choices) -> Option<usize> {
    choices.get(HEADER)?.parse().ok().filter(|row| *row > 0)
}

/// How a CSV file is to be read.
pub fn csv_options(choices: &Choices, name: String) -> CsvOptions {
    let word = |id: &str| choices.get(id).map(String::as_str);
    CsvOptions {
        encoding: word(ENCODING).and_then(Encoding::from_name),
        delimiter: word(DELIMITER).and_then(|word| of(&DELIMITERS, word)),
        decimal: word(DECIMAL).and_then(|word| of(&DECIMALS, word)),
        header_line: header_row(choices),
        name,
        ..CsvOptions::default()
    }
}

fn of<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
}

/// The word for what a column is.
pub fn role_id(role: &Role) -> String {
    match role {
        Role::Dimension { kind: DimensionKind::Other(_), .. } => "dimension".to_owned(),
        Role::Dimension { kind, .. } => kind.id().to_owned(),
        Role::Measure { .. } => "measure".to_owned(),
        Role::MeasureNames => "measure_names".to_owned(),
        Role::Status { .. } => "status".to_owned(),
        Role::Label { of } => format!("label-{of}"),
        Role::Ignored => "ignored".to_owned(),
    }
}

/// What any column may be taken for; names of another column's codes come beside.
pub const ROLES: [&str; 9] =
    ["dimension", "area", "period", "sex", "ownership", "measure", "measure_names", "status", "ignored"];

/// What a word takes a column for; the id is that of the column.
fn role(word: &str, id: &str) -> Option<Role> {
    Some(match word {
        "dimension" => Role::dimension(DimensionKind::Other(id.to_owned())),
        "area" | "period" | "sex" | "ownership" | "home_type" => Role::dimension(DimensionKind::from_id(word)),
        "measure" => Role::MEASURE,
        "measure_names" => Role::MeasureNames,
        "status" => Role::Status { of: None },
        "ignored" => Role::Ignored,
        word => Role::Label { of: word.strip_prefix("label-")?.parse().ok()? },
    })
}

/// Takes columns for what is chosen; those that nothing is chosen for stay as they are proposed.
pub fn change(mapping: &mut Mapping, choices: &Choices) {
    for (position, it) in mapping.columns.iter_mut().enumerate() {
        let Some(word) = choices.get(&column(position)).filter(|word| **word != role_id(&it.role)) else { continue };
        if let Some(role) = role(word, &it.id) {
            it.role = role;
            it.reason = Reason::Chosen;
        }
    }
}
