//! What a person may choose about the reading of a file, and why each was chosen so.

use serde_json::{Value, json};

use super::both;
use crate::{
    load::{
        door::{Format, Opened, choices as chosen},
        encoding::Encoding,
        table::{Mapping, Table, mapping::Role},
    },
    model::{dimension::DimensionKind, text::Language},
    words::{complaint::table as table_words, understanding as words},
};

/// So many columns may be changed by hand.
const MOST_COLUMNS: usize = 40;

/// So many rows from the top may be the header.
const MOST_HEADER_ROWS: usize = 20;

/// What may be chosen: nothing, of a format that leaves nothing open.
pub fn choices(opened: &Opened) -> Vec<Value> {
    let mut choices = Vec::new();
    if opened.parts.len() > 1 {
        let options = opened.parts.iter().enumerate().map(|(n, name)| option(&n.to_string(), |_| name.clone()));
        choices.push(choice(chosen::PART, words::sheet, options.collect(), &opened.part.to_string()));
    }
    if let Some(header_row) = opened.header_row {
        let rows = (1..=MOST_HEADER_ROWS.max(header_row)).map(|row| row.to_string());
        let options = rows.map(|row| option(&row, |_| row.clone())).collect();
        choices.push(choice(chosen::HEADER, words::header_row, options, &header_row.to_string()));
    }
    if opened.format == Some(Format::Csv) {
        choices.extend(of_dialect(opened));
    }
    if let Some((table, mapping)) = &opened.table {
        choices.extend(columns(table, mapping));
    }
    choices
}

fn option(value: &str, label: impl Fn(Language) -> String) -> Value {
    json!({"value": value, "label": both(label)})
}

fn choice(id: &str, label: fn(Language) -> &'static str, options: Vec<Value>, picked: &str) -> Value {
    let label = both(|language| label(language).to_owned());
    json!({"id": id, "label": label, "why": both(|_| String::new()), "options": options, "picked": picked})
}

type Word = fn(Language) -> &'static str;

fn of_dialect(opened: &Opened) -> Vec<Value> {
    let Some(dialect) = &opened.dialect else { return Vec::new() };
    let said = |(id, word): &(&str, Word)| option(id, |language| word(language).to_owned());
    let delimiters: [(&str, Word); 4] =
        [("semicolon", words::semicolon), ("comma", words::comma), ("tab", words::tab), ("bar", words::bar)];
    let decimals: [(&str, Word); 2] = [("comma", words::comma), ("point", words::point)];
    let picked_delimiter = chosen::DELIMITERS.iter().find(|(_, sign)| Some(*sign) == dialect.delimiter);
    let picked_decimal = chosen::DECIMALS.iter().find(|(_, sign)| Some(*sign) == dialect.decimal);
    let encodings = Encoding::ALL.map(|it| option(it.name(), |_| it.name().to_owned()));
    let word = |it: Option<&(&'static str, _)>| it.map_or("", |(word, _)| *word);
    vec![
        choice(chosen::ENCODING, words::encoding, encodings.into(), dialect.encoding.name()),
        choice(
            chosen::DELIMITER,
            words::delimiter,
            delimiters.iter().map(said).collect(),
            picked_delimiter.map_or("", |(word, _)| *word),
        ),
        choice(chosen::DECIMAL, words::decimal, decimals.iter().map(said).collect(), word(picked_decimal)),
    ]
}

/// What each column is, with the reason.
fn columns(table: &Table, mapping: &Mapping) -> Vec<Value> {
    let n = mapping.columns.len();
    let one = |(position, column): (usize, &crate::load::table::mapping::ColumnMapping)| {
        let role = |language| table_words::role(&column.role, language);
        let picked = chosen::role_id(&column.role);
        let mut options: Vec<Value> =
            chosen::ROLES.iter().map(|word| option(word, |language| named(word, language))).collect();
        // What it is taken for stands as it is: it may say more than the choice does.
        if let Some(known) = options.iter_mut().find(|it| it.get("value").and_then(Value::as_str) == Some(&picked)) {
            *known = option(&picked, role);
        }
        let others = (0..n).filter(|other| *other != position);
        options
            .extend(others.map(|other| option(&format!("label-{other}"), |language| words::names_of(language, other))));
        json!({
            "id": chosen::column(position),
            "label": both(|language| words::column(language, position, table.header(position))),
            "why": both(|language| table_words::reason(&column.reason, language)),
            "options": options,
            "picked": picked,
        })
    };
    mapping.columns.iter().enumerate().take(MOST_COLUMNS).map(one).collect()
}

/// What a column may be taken for, in a few words.
fn named(word: &str, language: Language) -> String {
    let role = match word {
        "measure" => Role::MEASURE,
        "measure_names" => Role::MeasureNames,
        "status" => Role::Status { of: None },
        "ignored" => Role::Ignored,
        kind => Role::dimension(DimensionKind::from_id(kind)),
    };
    table_words::role(&role, language)
}
