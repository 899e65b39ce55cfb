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
    /// The first number that is shown as per cent, as it is stored and as it is shown, and how many.
    pub per_cent: Option<(String, String, usize)>,
}

/// How the sheet shows a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// As it is stored.
    #[default]
    Plain,
    /// A hundred times what is stored, with a per cent sign.
    PerCent,
    /// As it is stored, with a per cent sign that is only a letter of the format.
    WithSign,
}

impl Shown {
    /// What the number format of Excel says: the sign counts unless it is quoted or escaped.
    pub fn of_format(code: &str) -> Self {
        let (mut is_quoted, mut has_letter) = (false, false);
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => is_quoted = !is_quoted,
                '\\' if !is_quoted => has_letter |= letters.next() == Some('%'),
                '%' if is_quoted => has_letter = true,
                '%' => return Self::PerCent,
                _ => {}
            }
        }
        if has_letter { Self::WithSign } else { Self::Plain }
    }

    /// The number as it is shown, with all its decimals.
    fn number(self, stored: &str) -> Option<String> {
        match self {
            Self::Plain => None,
            Self::WithSign => Some(format!("{stored}%")),
            // The decimal sign is moved in the digits: 0.07 × 100 would not be 7.
            Self::PerCent => {
                let shown: f64 = format!("{stored}e2").parse().ok()?;
                shown.is_finite().then(|| format!("{shown}%"))
            }
        }
    }
}

/// A grid as its cells come.
#[derive(Default)]
pub struct Intake {
    grid: Grid,
    texts: Builder,
}

impl Intake {
    /// One more cell.
    pub fn push(&mut self, (row, column): (u32, u32), cell: &DataRef, shown: Shown) {
        let is_text = matches!(cell, DataRef::String(_) | DataRef::SharedString(_));
        let mut text = text(cell);
        let is_number = matches!(cell, DataRef::Int(_) | DataRef::Float(_));
        if let Some(number) = shown.number(&text).filter(|_| is_number) {
            let (_, _, n) = self.grid.per_cent.get_or_insert_with(|| (text, number.clone(), 0));
            *n = n.saturating_add(1);
            text = number;
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_as_its_format_shows_it() {
        let forms = ["General", "0.00%", "0\\%", "0.0\" %\"", "[Red]0%;-0%", "@", "0\"\\\"%"];
        let (plain, per_cent, with_sign) = (Shown::Plain, Shown::PerCent, Shown::WithSign);
        let shown = [plain, per_cent, with_sign, with_sign, per_cent, plain, per_cent];
        assert_eq!(forms.map(Shown::of_format), shown);
        for (stored, number) in [("0.07", "7%"), ("0.125", "12.5%"), ("-1", "-100%"), ("0.29", "29%")] {
            assert_eq!(per_cent.number(stored).as_deref(), Some(number));
        }
        assert_eq!(per_cent.number("text"), None);
    }
}
