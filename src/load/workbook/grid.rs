//! The cells of a sheet that hold something, as texts.

use calamine::{CellErrorType, DataRef, ExcelDateTime};

use crate::load::table::{
    column::{Builder, Column},
    number::{Decimal, NumberForm},
};

/// The cells of a sheet that hold something, row by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Row and column of each, from 0.
    places: Vec<(u32, u32)>,
    /// The text of each.
    texts: Column,
    /// Whether some text looks like a number with a decimal comma.
    pub has_comma: bool,
    /// The first error, and how many.
    pub errors: Option<(String, usize)>,
}

/// A grid as its cells come.
#[derive(Default)]
pub struct Intake {
    grid: Grid,
    texts: Builder,
}

impl Intake {
    /// One more cell.
    pub fn push(&mut self, (row, column): (u32, u32), cell: &DataRef) {
        let is_text = matches!(cell, DataRef::String(_) | DataRef::SharedString(_));
        let text = text(cell);
        if text.trim().is_empty() {
            return;
        }
        if is_text && text.contains(',') {
            self.grid.has_comma |= NumberForm::with(Decimal::Comma).parse(text.trim()).is_some();
        }
        if let DataRef::Error(_) = cell {
            let (_, n) = self.grid.errors.get_or_insert_with(|| (text.clone(), 0));
            *n = n.saturating_add(1);
        }
        self.grid.places.push((row, column));
        self.texts.push(&text);
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.grid.places.len()
    }

    /// The grid.
    pub fn finish(self) -> Grid {
        Grid { texts: self.texts.finish(String::new()), ..self.grid }
    }
}

impl Grid {
    /// The rows that have something: row number, and column and text of each cell.
    pub fn rows(&self) -> impl Iterator<Item = (usize, Vec<(usize, &str)>)> {
        let mut at = 0_usize;
        std::iter::from_fn(move || {
            let (row, _) = *self.places.get(at)?;
            let mut cells = Vec::new();
            while let Some((same, column)) = self.places.get(at).filter(|(same, _)| *same == row) {
                debug_assert_eq!(*same, row);
                cells.push((usize::try_from(*column).unwrap_or(usize::MAX), self.texts.text(at)));
                at = at.saturating_add(1);
            }
            Some((usize::try_from(row).unwrap_or(usize::MAX), cells))
        })
    }

    /// How many cells hold something.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Rows and columns, up to the last that has something.
    pub fn size(&self) -> (usize, usize) {
        let most = |of: fn(&(u32, u32)) -> u32| {
            self.places
                .iter()
                .map(of)
                .max()
                .map_or(0, |last| usize::try_from(last).unwrap_or(usize::MAX).saturating_add(1))
        };
        (most(|place| place.0), most(|place| place.1))
    }
}

/// A cell as a person would write it, with a decimal point.
fn text(cell: &DataRef) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "true".to_owned(),
        DataRef::Bool(false) => "false".to_owned(),
        DataRef::DateTime(time) => date(*time),
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error_sign(error),
        DataRef::Empty => String::new(),
    }
}

fn date(time: ExcelDateTime) -> String {
    // Dates before 1900 and beyond the year 9999 are no dates of a table.
    let days = time.as_f64();
    if time.is_duration() || !(0.0..3_000_000.0).contains(&days) {
        return days.to_string();
    }
    let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
    match (hour, minute) {
        (0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
    }
}

fn error_sign(error: &CellErrorType) -> String {
    error.to_string()
}
