//! What is taken along says what the page says: a table's figures behind its words, in every order, as every file.

mod shipped;

use std::io::Cursor;

use calamine::{Data, DataType as _, Reader as _, Xlsx};
use insyn::{
    export::{
        csv::GUARD,
        sheet::{Reader, Sheet, Value, sheet},
        sheet_csv,
        take::{File, TableFormat, Take, file, file_name, n_rows},
        xlsx::{self, Page},
    },
    gate::Cleared,
    load::jsonstat,
    model::{choice::Choice, text::Language},
    query::question::{Question, resolve},
    view_model::{
        asked::asked,
        context::Context,
        difference,
        table::{self, Datum, Sort, TablePanel, order},
        taken::Moment,
        time,
    },
    words::explore::nothing_counted,
};
use proptest::prelude::*;
use shipped::dataset;

fn ask(cleared: &Cleared, level: Option<&str>, pair: Option<&str>) -> Question {
    let choice = Choice { level: level.map(str::to_owned), pair: pair.map(str::to_owned), ..Choice::default() };
    resolve(cleared, &choice).expect("there is a question").0
}

/// Every table of Explore about some questions.
fn tables(language: Language) -> Vec<TablePanel> {
    let of = |id: &str, level: Option<&str>, pair: Option<&str>| {
        let cleared = dataset(id);
        let question = ask(&cleared, level, pair);
        let asked = asked(&cleared, &question);
        let context = Context { cleared: &cleared, question: &question, asked: &asked, language };
        let time = time::time(context).and_then(|it| it.table);
        let difference = difference::difference(context).and_then(|it| it.table);
        [table::areas(context), table::ranked_areas(context), table::broken_down(context), time, difference]
    };
    let all = [
        of("demo", Some("county"), Some("sex:K:M")),
        of("demo", Some("municipality"), None),
        of("placerade", None, None),
        of("hvb-2023", None, None),
    ];
    all.into_iter().flatten().flatten().collect()
}

#[test]
fn behind_every_cell_stands_what_it_says() {
    for language in Language::ALL {
        let tables = tables(language);
        assert!(tables.len() > 10, "{}", tables.len());
        for panel in tables {
            for row in &panel.rows {
                let all = (panel.columns.len(), panel.columns.len());
                assert_eq!((row.cells.len(), row.data.len()), all, "{}: {row:?}", panel.caption);
                for ((column, text), datum) in panel.columns.iter().zip(&row.cells).zip(&row.data) {
                    let has_digit = text.contains(|letter: char| letter.is_ascii_digit());
                    match datum {
                        Datum::Words | Datum::Verdict(_) => assert!(!column.is_number(), "{}: {text}", column.label),
                        Datum::Nothing => assert!(!has_digit, "{}: {text}", column.label),
                        _ => assert!(column.is_number(), "{}: {text}", column.label),
                    }
                    // "inget tillsynat (n = 0)" has a digit and is no figure.
                    if let Datum::Figure { figure, .. } = datum
                        && text != nothing_counted(language)
                    {
                        assert_eq!(figure.value().is_some(), has_digit, "{}: {text}", column.label);
                    }
                }
            }
        }
    }
}

#[test]
fn every_column_sorts_and_what_has_no_number_comes_last() {
    for panel in tables(Language::Swedish) {
        for column in 0..panel.columns.len() {
            for is_descending in [false, true] {
                let places = order(&panel.rows, Some(Sort { column, is_descending }));
                assert_eq!(places.len(), panel.rows.len());
                if panel.columns[column].is_number() {
                    let values: Vec<Option<f64>> =
                        places.iter().map(|place| Some(panel.rows[*place].data[column].numbers()?.0)).collect();
                    let known: Vec<f64> = values.iter().copied().flatten().collect();
                    assert!(values.iter().take(known.len()).all(Option::is_some), "{}", panel.columns[column].label);
                    let is_ordered = |pair: &[f64]| if is_descending { pair[0] >= pair[1] } else { pair[0] <= pair[1] };
                    assert!(known.windows(2).all(is_ordered), "{}", panel.columns[column].label);
                }
            }
        }
    }
}

/// The tables of one dataset, and files made of the first.
fn with_files(id: &str, level: Option<&str>, check: impl Fn(Context, &TablePanel, &dyn Fn(Take) -> Option<File>)) {
    let cleared = dataset(id);
    let question = ask(&cleared, level, None);
    let asked = asked(&cleared, &question);
    for language in Language::ALL {
        let context = Context { cleared: &cleared, question: &question, asked: &asked, language };
        let panel = table::ranked_areas(context).or_else(|| table::broken_down(context)).expect("there is a table");
        let take = |it: Take| file(it, &cleared, Some(&panel), &moment(), language);
        check(context, &panel, &take);
    }
}

fn moment() -> Moment {
    Moment {
        address: "https://insyn.example/utforska/?dataset=demo".into(),
        sha256: "ab".repeat(32),
        time: "2026-11-22T20:55:00Z".into(),
    }
}

fn rows(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes);
    let row = |row: csv::Result<csv::StringRecord>| row.expect("it is CSV").iter().map(str::to_owned).collect();
    reader.records().map(row).collect()
}

#[test]
fn csv_for_a_person_begins_with_a_mark_and_says_where_it_is_from() {
    with_files("demo", Some("county"), |context, panel, take| {
        let made = take(Take::Shown(TableFormat::CsvForExcel)).expect("there is a file");
        assert!(made.name.starts_with("insyn-demo-") && made.name.ends_with("-excel.csv"), "{}", made.name);
        let text = made.bytes.strip_prefix("\u{feff}".as_bytes()).expect("there is a mark");
        let delimiter = if context.language == Language::Swedish { b';' } else { b',' };
        let rows = rows(text, delimiter);
        for (row, of) in rows.iter().skip(1).zip(&panel.rows) {
            assert_eq!((row.len(), &row[0], &row[1]), (rows[0].len(), &of.code, &of.cells[0]));
            assert!(row.iter().all(|text| !text.starts_with(['=', '+', '@', '\t', '\r'])), "{row:?}");
            // The figure is the one that is shown, without its sign.
            let shown: String = of.cells[1].chars().filter(char::is_ascii_digit).collect();
            let written: String = row[2].chars().filter(char::is_ascii_digit).collect();
            assert!(row[2].is_empty() || shown == written, "{row:?}");
        }
        let said = String::from_utf8(made.bytes.clone()).expect("it is UTF-8");
        for needed in [&panel.caption, &moment().address, &moment().sha256, &moment().time, "yntet"] {
            assert!(said.contains(needed), "{needed}");
        }
    });
}

#[test]
fn csv_for_a_program_is_a_rectangle_with_points_and_says_it_in_each_row() {
    for (id, level) in [("demo", Some("municipality")), ("hvb-2023", None)] {
        with_files(id, level, |context, panel, take| {
            let made = take(Take::Shown(TableFormat::Csv)).expect("there is a file");
            let rows = rows(&made.bytes, b',');
            let (heads, rows) = rows.split_first().expect("there are heads");
            assert_eq!(rows.len(), panel.rows.len());
            let place = |name: &str| heads.iter().position(|head| head == name);
            let (value, state) = (place("value").expect("value"), place("value_status").expect("state"));
            assert_eq!(place("synthetic").is_some(), context.cube().dataset.is_synthetic);
            let (sha256, taken) = (place("sha256").expect("hash"), place("taken").expect("time"));
            for (row, of) in rows.iter().zip(&panel.rows) {
                assert_eq!((row.len(), &row[0]), (heads.len(), &of.code));
                assert_eq!((&row[sha256], &row[taken]), (&moment().sha256, &moment().time));
                let Datum::Figure { figure, .. } = &of.data[1] else { panic!("{of:?}") };
                assert_eq!(row[value].parse::<f64>().ok(), figure.value());
                assert!(figure.value().is_some() || !row[state].is_empty(), "{row:?}");
            }
        });
    }
}

#[test]
fn a_workbook_has_figures_notes_and_signs_and_is_read_again() {
    for (id, level) in [("demo", Some("county")), ("placerade", None)] {
        with_files(id, level, |context, panel, take| {
            let made = take(Take::Shown(TableFormat::Xlsx)).expect("there is a file");
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(made.bytes)).expect("it is a workbook");
            let names = book.sheet_names();
            assert_eq!(names.len(), 3);
            let figures = book.worksheet_range(&names[0]).expect("there are figures");
            let sheet = sheet(panel, Reader::Person(Language::Swedish));
            assert_eq!(figures.height(), sheet.rows.len() + 1);
            for (row, of) in figures.rows().skip(1).zip(&sheet.rows) {
                for (cell, value) in row.iter().zip(of) {
                    match (cell, value) {
                        (Data::Empty, Value::Nothing) => {}
                        (Data::Float(number), Value::Number { value, .. }) => assert_eq!(number, value),
                        // Words may stand in the other language.
                        (Data::String(_), Value::Text(_)) => {}
                        other => panic!("{other:?}"),
                    }
                }
            }
            let notes = book.worksheet_range(&names[1]).expect("there are notes");
            let said: Vec<String> = notes.rows().map(|row| row[1].to_string()).collect();
            let needed = [&panel.caption, &moment().address, &moment().sha256, &moment().time];
            assert!(needed.iter().all(|it| said.contains(it)), "{said:?}");
            let is_marked = said.iter().any(|text| text.contains("yntet"));
            assert_eq!(is_marked, context.cube().dataset.is_synthetic);
            assert!(book.worksheet_range(&names[2]).expect("there are signs").height() > 10);
        });
    }
}

#[test]
fn all_of_a_dataset_has_every_cell_in_every_format() {
    with_files("placerade", None, |context, _, take| {
        let n = n_rows(context.cube());
        let program = rows(&take(Take::All(TableFormat::Csv)).expect("there is a file").bytes, b',');
        assert_eq!(program.len(), n + 1);
        assert!(program.iter().all(|row| row.len() == program[0].len()));
        let back =
            jsonstat::read(&take(Take::JsonStat).expect("there is a file").bytes, "placerade").0.expect("it is read");
        assert_eq!(back.measures.len(), context.cube().measures.len());
        let person = take(Take::All(TableFormat::CsvForExcel)).expect("there is a file").bytes;
        assert!(String::from_utf8(person).expect("it is UTF-8").contains(&moment().sha256));
    });
    with_files("hvb-2023", None, |context, _, take| {
        let made = take(Take::All(TableFormat::Xlsx)).expect("it is small enough");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(made.bytes)).expect("it is a workbook");
        let names = book.sheet_names();
        assert_eq!(book.worksheet_range(&names[0]).expect("figures").height(), n_rows(context.cube()) + 1);
    });
}

#[test]
fn a_file_has_a_name_that_every_computer_takes() {
    assert_eq!(file_name("../A ö", "allt", ".csv"), "insyn----a---allt.csv");
    assert_eq!(GUARD, '\'');
}

/// What a spreadsheet would take for a formula.
const DANGEROUS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

proptest! {
    #[test]
    fn no_text_becomes_a_formula_and_every_text_comes_back(
        texts in prop::collection::vec(prop_oneof![".*", "[=+@\t\r'-][^\u{0}-\u{1f}]{0,9}", "_x[0-9a-f]{4}_"], 1..6),
        value in -1e6..1e6_f64,
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let heads = (0..=texts.len()).map(|place| place.to_string()).collect();
        let cells = texts.iter().map(|text| Value::Text(text.clone())).chain([Value::Number { value, decimals: 3 }]);
        let sheet = Sheet { heads, rows: vec![cells.collect()] };
        let person = sheet_csv::for_person(&sheet, &[], language);
        let program = sheet_csv::for_program(sheet.clone(), &[]);
        let delimiter = if language == Language::Swedish { b';' } else { b',' };
        let bare = |text: &str| text.strip_prefix(GUARD).unwrap_or(text).to_owned();
        for (file, delimiter) in [(person.as_bytes(), delimiter), (program.as_bytes(), b',')] {
            let row = rows(file, delimiter).into_iter().nth(1).expect("there is a row");
            let (number, words) = row.split_last().expect("there is a number");
            for (written, text) in words.iter().zip(&texts) {
                // Of texts only a number may begin with a minus.
                let is_number = written.strip_prefix('-').is_some_and(|it| it.starts_with(|first: char| first.is_ascii_digit()) && it.chars().all(|letter| letter.is_ascii_digit() || ",.".contains(letter)));
                prop_assert!(!written.starts_with(DANGEROUS) || is_number, "{written:?}");
                prop_assert_eq!(&bare(written), text);
            }
            // A negative number is harmed by nothing.
            let read: f64 = number.replace(',', ".").parse().expect("it is a number");
            prop_assert!((read - value).abs() <= 0.000_501, "{number} {value}");
        }
        let made = xlsx::write(&[Page { name: "a".into(), heads: sheet.heads.clone(), rows: sheet.rows.clone() }]);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(made)).expect("it is a workbook");
        prop_assert!(book.worksheet_formula("a").map_or(true, |formulas| formulas.used_cells().count() == 0));
        let read = book.worksheet_range("a").expect("there is a sheet");
        let last = u32::try_from(texts.len()).expect("they are few");
        prop_assert_eq!(read.get_value((1, last)).and_then(Data::get_float), Some(value));
    }
}
