//! What is taken along says what the page says: a table's figures behind its words, in every order, as every file.

use insyn::{
    gate::{self, Cleared},
    load::jsonstat,
    model::{choice::Choice, text::Language},
    query::question::{Question, resolve},
    view_model::{
        asked::asked,
        context::Context,
        difference,
        table::{self, Datum, Sort, TablePanel, order},
        time,
    },
    words::explore::nothing_counted,
};

fn dataset(id: &str) -> Cleared {
    let path = format!("{}/public/data/{id}.json", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("the dataset is there");
    gate::admit(jsonstat::read(&bytes, id).0.expect("it can be read")).expect("the gate lets it in")
}

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
