//! A table as a file has it: numbers as numbers, intervals as two bounds, and beside a figure that is no bare number why.

use super::csv::field::status;
use crate::{
    model::{
        figure::{Absence, Figure},
        text::Language,
    },
    view_model::table::{Datum, Holds, TableColumn, TablePanel, TableRow},
    words::taken as words,
};

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The heads.
    pub heads: Vec<String>,
    /// The rows, each with as many cells as there are heads.
    pub rows: Vec<Vec<Value>>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Empty.
    #[default]
    Nothing,
    /// Words.
    Text(String),
    /// A number, and with how many decimals it is shown.
    Number {
        /// The number.
        value: f64,
        /// How many decimals are shown.
        decimals: u8,
    },
}

impl Value {
    /// A text; nothing where it is empty.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }

    /// A number; nothing where there is none.
    pub fn number(value: Option<f64>, decimals: u8) -> Self {
        value.map_or(Self::Nothing, |value| Self::Number { value, decimals })
    }
}

/// Who reads the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A person: heads and states in the language of the page.
    Person(Language),
    /// A program: short names, and the profile's words for states.
    Program,
}

/// The table as a sheet. The first column has the codes.
pub fn sheet(panel: &TablePanel, reader: Reader) -> Sheet {
    let mut sheet = Sheet { heads: Vec::new(), rows: vec![Vec::new(); panel.rows.len()] };
    let code = match reader {
        Reader::Person(language) => words::code(language).to_owned(),
        Reader::Program => name_of(&panel.dimension, "row"),
    };
    let of_row = |row: &TableRow| Value::text(&row.code);
    sheet.add(code, panel.rows.iter().map(of_row));
    for (place, column) in panel.columns.iter().enumerate() {
        let cells: Vec<(&str, &Datum)> = panel.rows.iter().map(|row| cell(row, place)).collect();
        match reader {
            Reader::Person(language) => for_person(&mut sheet, column, &cells, language),
            Reader::Program => for_program(&mut sheet, panel, place, column, &cells),
        }
    }
    sheet
}

impl Sheet {
    /// Adds a column; a head that is there already gets a number.
    fn add(&mut self, head: String, cells: impl Iterator<Item = Value>) {
        let mut named = head.clone();
        let mut number = 1_u32;
        while self.heads.contains(&named) {
            number = number.saturating_add(1);
            named = format!("{head}_{number}");
        }
        self.heads.push(named);
        for (row, cell) in self.rows.iter_mut().zip(cells) {
            row.push(cell);
        }
    }

    /// Adds a column that says the same in each row.
    pub fn add_constant(&mut self, head: &str, text: &str) {
        let cells = vec![Value::text(text); self.rows.len()];
        self.add(head.to_owned(), cells.into_iter());
    }
}

const NO_DATUM: &Datum = &Datum::Words;

fn cell(row: &TableRow, place: usize) -> (&str, &Datum) {
    (row.cells.get(place).map_or("", String::as_str), row.data.get(place).unwrap_or(NO_DATUM))
}

fn for_person(sheet: &mut Sheet, column: &TableColumn, cells: &[(&str, &Datum)], language: Language) {
    let label = match column.unit {
        "" => column.label.clone(),
        unit => format!("{} ({unit})", column.label),
    };
    match column.holds {
        Holds::Words | Holds::Verdicts => sheet.add(label, cells.iter().map(|(text, _)| Value::text(text))),
        Holds::Figures => {
            sheet.add(label.clone(), cells.iter().map(|(_, datum)| number(datum)));
            if cells.iter().any(|(_, datum)| !is_bare(datum)) {
                let said = |(text, datum): &(&str, &Datum)| {
                    if is_bare(datum) { Value::Nothing } else { Value::text(text) }
                };
                sheet.add(words::remark_on(language, &column.label), cells.iter().map(said));
            }
        }
        Holds::Ranges => {
            sheet.add(words::from(language, &label), cells.iter().map(|(_, datum)| bound(datum, Bound::Low)));
            sheet.add(words::until(language, &label), cells.iter().map(|(_, datum)| bound(datum, Bound::High)));
        }
        Holds::Estimates => {
            sheet.add(label.clone(), cells.iter().map(|(_, datum)| number(datum)));
            sheet.add(words::from(language, &label), cells.iter().map(|(_, datum)| bound(datum, Bound::Low)));
            sheet.add(words::until(language, &label), cells.iter().map(|(_, datum)| bound(datum, Bound::High)));
        }
    }
}

fn for_program(sheet: &mut Sheet, panel: &TablePanel, place: usize, column: &TableColumn, cells: &[(&str, &Datum)]) {
    let name = if place == 0 { format!("{}_label", name_of(&panel.dimension, "row")) } else { column.id.clone() };
    match column.holds {
        Holds::Words => sheet.add(name, cells.iter().map(|(text, _)| Value::text(text))),
        Holds::Verdicts => {
            let id = |(_, datum): &(&str, &Datum)| match datum {
                Datum::Verdict(kind) => Value::text(kind.id()),
                _ => Value::Nothing,
            };
            sheet.add(name, cells.iter().map(id));
        }
        Holds::Figures => {
            sheet.add(name.clone(), cells.iter().map(|(_, datum)| number(datum)));
            let state = |(_, datum): &(&str, &Datum)| match datum {
                Datum::Figure { figure, .. } => Value::text(&status(figure)),
                _ => Value::Nothing,
            };
            sheet.add(format!("{name}_status"), cells.iter().map(state));
        }
        Holds::Ranges | Holds::Estimates => {
            if column.holds == Holds::Estimates {
                sheet.add(name.clone(), cells.iter().map(|(_, datum)| number(datum)));
            }
            sheet.add(format!("{name}_low"), cells.iter().map(|(_, datum)| bound(datum, Bound::Low)));
            sheet.add(format!("{name}_high"), cells.iter().map(|(_, datum)| bound(datum, Bound::High)));
        }
    }
}

fn number(datum: &Datum) -> Value {
    match datum {
        Datum::Figure { figure, decimals } => Value::number(figure.value(), *decimals),
        Datum::Estimate { value, decimals, .. } => Value::number(*value, *decimals),
        Datum::Words | Datum::Nothing | Datum::Verdict(_) => Value::Nothing,
    }
}

#[derive(Clone, Copy)]
enum Bound {
    Low,
    High,
}

fn bound(datum: &Datum, which: Bound) -> Value {
    match (datum, which) {
        (Datum::Estimate { low, decimals, .. }, Bound::Low) => Value::number(*low, *decimals),
        (Datum::Estimate { high, decimals, .. }, Bound::High) => Value::number(*high, *decimals),
        _ => Value::Nothing,
    }
}

/// Whether nothing is said of a number, or there is nothing to say at all.
fn is_bare(datum: &Datum) -> bool {
    match datum {
        Datum::Figure { figure: Figure::Known(known), .. } => known.qualifier.is_none(),
        Datum::Figure { figure: Figure::Absent(absence), .. } => *absence == Absence::Unpublished,
        _ => true,
    }
}

/// The id of a dimension, or what rows without one are called.
fn name_of(id: &str, otherwise: &str) -> String {
    if id.is_empty() { otherwise.to_owned() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::figure::{Flags, Known, Qualifier},
        stats::interval::Interval,
        verdict::Kind,
    };

    fn panel() -> TablePanel {
        let row = |code: &str, value: Figure, text: &str, range: Option<Interval>, kind: Kind| TableRow {
            code: code.into(),
            cells: vec![code.to_uppercase(), text.into(), "x–y".into(), "omdöme".into()],
            data: vec![Datum::Words, Datum::figure(&value, 1), Datum::range(range, 1), Datum::Verdict(kind)],
            looks: Vec::new(),
            is_picked: false,
        };
        let over = Figure::Known(Known { value: 30.0, qualifier: Some(Qualifier::JustOver), flags: Flags::default() });
        TablePanel {
            caption: String::new(),
            dimension: "area".into(),
            columns: vec![
                TableColumn::new("label", "Län", Holds::Words),
                TableColumn { unit: "%", ..TableColumn::new("value", "Andel", Holds::Figures) },
                TableColumn::new("interval", "95 % osäkerhet", Holds::Ranges),
                TableColumn::new("verdict", "Jämfört", Holds::Verdicts),
            ],
            rows: vec![
                row("a", Figure::exact(-4.25), "−4,3 %", Some(Interval { low: -5.0, high: 1.5 }), Kind::Lower),
                row("b", over, "drygt 30 %", None, Kind::NotApart),
                row("c", Figure::Absent(Absence::Suppressed), "dold av sekretess", None, Kind::NoFigure),
            ],
            note: String::new(),
        }
    }

    #[test]
    fn a_person_reads_numbers_bounds_and_why_there_is_no_number() {
        let sheet = sheet(&panel(), Reader::Person(Language::Swedish));
        let heads =
            ["Kod", "Län", "Andel (%)", "Andel, anmärkning", "95 % osäkerhet, från", "95 % osäkerhet, till", "Jämfört"];
        assert_eq!(sheet.heads, heads);
        let number = |value| Value::Number { value, decimals: 1 };
        assert_eq!(sheet.rows[0][2..6], [number(-4.25), Value::Nothing, number(-5.0), number(1.5)]);
        assert_eq!(sheet.rows[1][2..4], [number(30.0), Value::text("drygt 30 %")]);
        assert_eq!(sheet.rows[2][2..4], [Value::Nothing, Value::text("dold av sekretess")]);
    }

    #[test]
    fn a_program_reads_names_and_the_words_of_the_profile() {
        let sheet = sheet(&panel(), Reader::Program);
        let heads = ["area", "area_label", "value", "value_status", "interval_low", "interval_high", "verdict"];
        assert_eq!(sheet.heads, heads);
        assert_eq!(sheet.rows[1][3], Value::text("just_over"));
        assert_eq!(sheet.rows[2][2..4], [Value::Nothing, Value::text("suppressed")]);
        assert_eq!(sheet.rows[2][6], Value::text("no-figure"));
    }

    #[test]
    fn no_two_heads_are_alike() {
        let mut sheet = Sheet { heads: Vec::new(), rows: vec![Vec::new()] };
        for _ in 0..3 {
            sheet.add_constant("n", "");
        }
        assert_eq!(sheet.heads, ["n", "n_2", "n_3"]);
    }
}
