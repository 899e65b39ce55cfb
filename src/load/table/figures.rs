//! What each distinct text of a number column is as a figure, worked out once.

use std::collections::BTreeMap;

use super::{
    Table,
    column::Column,
    fault::TableFault,
    mapping::{ColumnMapping, Meaning},
    number::NumberForm,
};
use crate::{
    load::complaint::{Complaints, shortened},
    model::figure::{Absence, Figure, Flags, Known},
};

/// What one text is.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A number.
    Number(f64),
    /// No number, and why.
    Absent(Absence),
}

/// The figures of a column by distinct text.
pub fn of_column(column: &Column, mapped: &ColumnMapping) -> Vec<Reading> {
    column.distinct().map(|text| of_text(text, mapped)).collect()
}

fn of_text(text: &str, mapped: &ColumnMapping) -> Reading {
    match mapped.signs.get(text) {
        Some(Meaning::Absent(absence)) => return Reading::Absent(absence.clone()),
        _ if text.is_empty() => return Reading::Absent(Absence::Missing),
        _ => {}
    }
    match mapped.number.parse(text) {
        Some(number) => Reading::Number(number),
        None => Reading::Absent(Absence::UnknownSymbol(shortened(text))),
    }
}

impl Reading {
    /// The figure, with what a status sign says of it. The sign wins over the number: what was meant to be hidden is never shown.
    pub fn figure(&self, status: Option<&Status>) -> Figure {
        match (self, status) {
            (_, Some(Status::Means(Meaning::Absent(absence)))) => Figure::Absent(absence.clone()),
            (Self::Number(value), Some(Status::Means(Meaning::Flags(flags)))) => {
                Figure::Known(Known { value: *value, qualifier: None, flags: *flags })
            }
            (Self::Absent(Absence::Missing), Some(Status::Unknown(sign))) => {
                Figure::Absent(Absence::UnknownSymbol(sign.clone()))
            }
            (Self::Number(value), _) => {
                Figure::Known(Known { value: *value, qualifier: None, flags: Flags::default() })
            }
            (Self::Absent(absence), _) => Figure::Absent(absence.clone()),
        }
    }
}

/// What a text of a status column says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// What the file, or the reader, says that it means.
    Means(Meaning),
    /// Nobody says.
    Unknown(String),
}

/// What the texts of a status column say; none for the empty one.
pub fn of_status(column: &Column, mapped: &ColumnMapping) -> Vec<Option<Status>> {
    let status = |text: &str| match mapped.signs.get(text) {
        Some(meaning) => Some(Status::Means(meaning.clone())),
        None if text.is_empty() => None,
        None => Some(Status::Unknown(shortened(text))),
    };
    column.distinct().map(status).collect()
}

/// Complains once of each sign that nobody explains, at the first cell that has it.
pub fn complain_of_signs(table: &Table, columns: &[(usize, &[bool])], complaints: &mut Complaints) {
    // By sign: row and column of the first, and how many.
    let mut signs: BTreeMap<&str, ((usize, usize), usize)> = BTreeMap::new();
    for (number, is_unknown) in columns {
        let Some(column) = table.columns.get(*number) else { continue };
        if !is_unknown.contains(&true) {
            continue;
        }
        let mut of_column: Vec<Option<(usize, usize)>> = vec![None; column.n_distinct()];
        let mut row = 0_usize;
        column.each_code(0..column.len(), |code| {
            if is_unknown.get(code) == Some(&true)
                && let Some(sign) = of_column.get_mut(code)
            {
                let (_, n) = sign.get_or_insert((row, 0));
                *n = n.saturating_add(1);
            }
            row = row.saturating_add(1);
        });
        for (text, (row, n_rows)) in column.distinct().zip(of_column).filter_map(|(text, sign)| Some((text, sign?))) {
            let (first, n) = signs.entry(text).or_insert(((row, *number), 0));
            *first = (*first).min((row, *number));
            *n = n.saturating_add(n_rows);
        }
    }
    let mut in_order: Vec<_> = signs.into_iter().collect();
    in_order.sort_by_key(|(_, (first, _))| *first);
    for (sign, ((row, column), n_cells)) in in_order {
        let form = NumberForm::default();
        let inner = sign.strip_prefix('(').and_then(|sign| sign.strip_suffix(')'));
        let is_number = inner.is_some_and(|inner| form.parse(&inner.replace(',', ".")).is_some());
        let fault = match is_number {
            true => TableFault::Brackets { text: shortened(sign), n_cells },
            false => TableFault::UnknownSign { sign: shortened(sign), n_cells },
        };
        complaints.note(table.place(row, Some(column)), fault.into());
    }
}

/// More decimals than this are the noise of a division.
const MOST_DECIMALS: usize = 6;

/// As many decimals as the numbers of a column are written with.
pub fn decimals(column: &Column, form: &NumberForm) -> u8 {
    let of = |text: &str| {
        let decimals = text.split_once(form.decimal)?.1;
        let n = decimals.bytes().take_while(u8::is_ascii_digit).count();
        form.parse(text).map(|_| n.min(MOST_DECIMALS))
    };
    u8::try_from(column.distinct().filter_map(of).max().unwrap_or_default()).unwrap_or_default()
}
