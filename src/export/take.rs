//! The files that a reader takes along: what is shown, or all of the dataset, each with what it says of itself.

use super::{
    csv::{self, Style, field::status},
    jsonstat,
    sheet::{Reader, Sheet, Value, sheet},
    sheet_csv, table_schema,
    xlsx::{self, Page},
};
use crate::{
    gate::Cleared,
    model::{cube::Cube, text::Language},
    view_model::{
        table::TablePanel,
        taken::{self, Moment, said},
    },
    words::taken as words,
};

/// A workbook holds no more rows than this: every row is kept in memory several times over.
pub const MOST_ROWS_OF_BOOK: usize = 20_000;

/// What is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The table that is shown.
    Shown(TableFormat),
    /// All of the dataset, as a table.
    All(TableFormat),
    /// All of it as a JSON-stat dataset with our profile.
    JsonStat,
    /// What the columns of the CSV of all are.
    Description,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// CSV for a person's spreadsheet.
    CsvForExcel,
    /// CSV for a program.
    Csv,
    /// A workbook.
    Xlsx,
}

impl TableFormat {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::CsvForExcel, Self::Csv, Self::Xlsx];

    /// What follows the name of the file.
    const fn ending(self) -> &'static str {
        match self {
            Self::CsvForExcel => "-excel.csv",
            Self::Csv => ".csv",
            Self::Xlsx => ".xlsx",
        }
    }

    const fn mime(self) -> &'static str {
        match self {
            Self::CsvForExcel | Self::Csv => "text/csv;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name: `insyn-ID-what.ending`.
    pub name: String,
    /// What it is, for a browser.
    pub mime: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    /// The same, named by the part of the page that it is of: of two that are shown, each has its own.
    pub fn of_part(self, part: &str) -> Self {
        let name = match self.name.rsplit_once('.') {
            Some((name, ending)) => format!("{name}-{part}.{ending}"),
            None => format!("{}-{part}", self.name),
        };
        Self { name, ..self }
    }
}

/// The name of a file about this dataset: letters, digits and hyphens, whatever the id.
pub fn file_name(id: &str, what: &str, ending: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
    let id: String = id.chars().map(plain).take(60).collect();
    format!("insyn-{id}-{what}{ending}")
}

/// The file; none where it needs a table that is not shown, or is a workbook that would be too large.
pub fn file(
    take: Take,
    cleared: &Cleared,
    shown: Option<&TablePanel>,
    moment: &Moment,
    language: Language,
) -> Option<File> {
    let cube = cleared.cube();
    let id = &cube.dataset.id;
    let named = |what: &str, ending: &str| file_name(id, what, ending);
    Some(match take {
        Take::Shown(format) => File {
            name: named(words::file_shown(language), format.ending()),
            mime: format.mime(),
            bytes: shown_as(format, cleared, shown?, moment, language),
        },
        Take::All(format) => File {
            name: named(words::file_all(language), format.ending()),
            mime: format.mime(),
            bytes: all_as(format, cleared, moment, language)?,
        },
        Take::JsonStat => File {
            name: named(words::file_all(language), ".json"),
            mime: "application/json",
            bytes: jsonstat::write(cube),
        },
        Take::Description => File {
            name: named(words::file_all(language), ".datapackage.json"),
            mime: "application/json",
            bytes: table_schema::write(
                cube,
                &named(words::file_all(language), TableFormat::Csv.ending()),
                for_program(language),
            ),
        },
    })
}

const fn for_program(language: Language) -> Style {
    Style { language, has_mark: false, is_for_program: true }
}

fn shown_as(
    format: TableFormat,
    cleared: &Cleared,
    panel: &TablePanel,
    moment: &Moment,
    language: Language,
) -> Vec<u8> {
    let mut about = said(cleared, &panel.caption, moment, language);
    match format {
        TableFormat::CsvForExcel => {
            let note = (!panel.note.is_empty()).then(|| panel.note.clone());
            about.extend(note.map(|text| taken::Said { id: "note", label: words::note(language), text }));
            sheet_csv::for_person(&sheet(panel, Reader::Person(language)), &about, language).into_bytes()
        }
        TableFormat::Csv => sheet_csv::for_program(sheet(panel, Reader::Program), &about).into_bytes(),
        TableFormat::Xlsx => {
            let sheet = sheet(panel, Reader::Person(language));
            book(sheet, cleared, Some(panel), &panel.caption, moment, language)
        }
    }
}

fn all_as(format: TableFormat, cleared: &Cleared, moment: &Moment, language: Language) -> Option<Vec<u8>> {
    let cube = cleared.cube();
    match format {
        TableFormat::CsvForExcel => {
            let style = Style { language, has_mark: true, is_for_program: false };
            let mut bytes = csv::write(cube, style);
            bytes.extend(sheet_csv::about(&said(cleared, "", moment, language), style).into_bytes());
            Some(bytes)
        }
        TableFormat::Csv => Some(csv::write(cube, for_program(language))),
        TableFormat::Xlsx => {
            let is_small = n_rows(cube) <= MOST_ROWS_OF_BOOK;
            is_small.then(|| book(whole(cube, language), cleared, None, "", moment, language))
        }
    }
}

/// How many rows all of a dataset has, as a table.
pub fn n_rows(cube: &Cube) -> usize {
    let stored = cube.measures.iter().filter_map(|measure| cube.columns.get(measure.column?));
    stored.map(|column| column.len()).fold(0, usize::saturating_add)
}

/// All of the dataset as a sheet: the same columns as its CSV.
fn whole(cube: &Cube, language: Language) -> Sheet {
    let fields = csv::field::fields(cube);
    let mut sheet = Sheet { heads: fields.iter().map(|(_, name)| name.clone()).collect(), rows: Vec::new() };
    for measure in &cube.measures {
        let Some(column) = measure.column.and_then(|column| cube.columns.get(column)) else { continue };
        for row in 0..column.len() {
            let at: Vec<usize> = cube.coordinates(row).into_iter().collect();
            let category = |dimension: usize| cube.dimensions.get(dimension)?.categories.get(*at.get(dimension)?);
            let figure = column.figure(row);
            let cell = |(field, _): &(csv::field::Field, String)| match field {
                csv::field::Field::Code(dimension) => {
                    category(*dimension).map_or(Value::Nothing, |it| Value::text(&it.code))
                }
                csv::field::Field::Label(dimension) => {
                    category(*dimension).map_or(Value::Nothing, |it| Value::text(it.label.get(language)))
                }
                csv::field::Field::Measure => Value::text(&measure.id),
                csv::field::Field::MeasureLabel => Value::text(measure.label.get(language)),
                csv::field::Field::Value => Value::number(figure.value(), measure.decimals),
                csv::field::Field::Status => Value::text(&status(&figure)),
                csv::field::Field::Synthetic => Value::text("true"),
            };
            sheet.rows.push(fields.iter().map(cell).collect());
        }
    }
    sheet
}

/// A workbook of three pages: the figures, where they are from, how they are read.
fn book(
    sheet: Sheet,
    cleared: &Cleared,
    panel: Option<&TablePanel>,
    title: &str,
    moment: &Moment,
    language: Language,
) -> Vec<u8> {
    let pair = |(name, text): (&str, &str)| vec![Value::text(name), Value::text(text)];
    let said = said(cleared, title, moment, language);
    let notes = taken::notes(cleared, panel, language);
    let notes = said
        .iter()
        .map(|it| (it.label, it.text.as_str()))
        .chain(notes.iter().map(|(title, text)| (*title, text.as_str())));
    let page = |name: &str, heads: Vec<String>, rows: Vec<Vec<Value>>| Page { name: name.to_owned(), heads, rows };
    let heads = vec![words::sign(language).to_owned(), words::meaning(language).to_owned()];
    xlsx::write(&[
        page(words::page_figures(language), sheet.heads, sheet.rows),
        page(words::page_notes(language), Vec::new(), notes.map(pair).collect()),
        page(words::page_signs(language), heads, taken::signs(language).into_iter().map(pair).collect()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_one_of_two_views_is_named_by_it() {
        let named = |name: &str| File { name: name.to_owned(), mime: "", bytes: Vec::new() }.of_part("karta").name;
        assert_eq!(named("insyn-demo-visas-excel.csv"), "insyn-demo-visas-excel-karta.csv");
        assert_eq!(named("insyn-demo-visas.xlsx"), "insyn-demo-visas-karta.xlsx");
    }
}
