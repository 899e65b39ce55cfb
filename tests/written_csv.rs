//! What is written as CSV has every cell, and says of each what the cube says.

mod cubes;

use insyn::{
    export::{
        csv::{GUARD, Style, write},
        table_schema,
    },
    load::jsonstat,
    model::{
        cube::Cube,
        figure::{Absence, Figure},
        text::Language,
    },
};
use proptest::prelude::*;
use serde_json::Value;

fn style(language: Language) -> Style {
    Style { language, ..Style::default() }
}

fn rows(bytes: &[u8], style: Style) -> Vec<Vec<String>> {
    let delimiter = u8::try_from(style.delimiter()).expect("it is of ASCII");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(bytes);
    let row = |row: csv::Result<csv::StringRecord>| row.expect("it is CSV").iter().map(str::to_owned).collect();
    reader.records().map(row).collect()
}

/// A text without its guard.
fn bare(text: &str) -> &str {
    text.strip_prefix(GUARD).unwrap_or(text)
}

fn profile() -> Cube {
    let bytes = include_bytes!("fixtures/jsonstat/profile.json");
    jsonstat::read(bytes, "t").0.expect("it can be read")
}

proptest! {
    #[test]
    fn every_cell_is_a_row_that_gives_it_back(cube in cubes::any_cube(), language in prop::sample::select(Language::ALL.to_vec())) {
        let style = style(language);
        let all = rows(&write(&cube, style), style);
        let (header, rows) = all.split_first().expect("there is a header");
        let place = |name: &str| header.iter().position(|known| known == name).expect("the column is there");
        let (value, status) = (place("value"), place("status"));
        let mut rows = rows.iter();
        for measure in &cube.measures {
            let Some(column) = measure.column.map(|column| &cube.columns[column]) else { continue };
            for row in 0..column.len() {
                let fields = rows.next().expect("a row for each cell");
                prop_assert!(fields.iter().all(|field| !field.starts_with(['=', '+', '@', '\t', '\r'])), "{fields:?}");
                for (dimension, at) in cube.dimensions.iter().zip(cube.coordinates(row)) {
                    let category = &dimension.categories[at];
                    let code = place(&dimension.id);
                    prop_assert_eq!(bare(&fields[code]), &category.code);
                    prop_assert_eq!(bare(&fields[code + 1]), category.label.get(language));
                }
                let number = fields[value].replace(style.decimal_sign(), ".").parse::<f64>().ok();
                let figure = column.figure(row);
                prop_assert_eq!(number, figure.value());
                match figure {
                    Figure::Absent(Absence::UnknownSymbol(symbol)) => {
                        prop_assert_eq!(&fields[status], &format!("unknown_symbol:{symbol}"));
                    }
                    Figure::Absent(_) => prop_assert!(!fields[status].is_empty()),
                    Figure::Known(known) => {
                        let is_bare = known.flags.is_empty() && known.qualifier.is_none();
                        prop_assert_eq!(fields[status].is_empty(), is_bare);
                    }
                }
            }
        }
        prop_assert!(rows.next().is_none());
    }

    #[test]
    fn the_package_describes_the_columns_there_are(cube in cubes::any_cube()) {
        let style = style(Language::Swedish);
        let package: Value = serde_json::from_slice(&table_schema::write(&cube, "t.csv", style)).expect("it is JSON");
        let schema = &package["resources"][0]["schema"];
        let names: Vec<&str> = schema["fields"].as_array().into_iter().flatten().filter_map(|it| it["name"].as_str()).collect();
        prop_assert_eq!(&names, &rows(&write(&cube, style), style)[0]);
        for key in schema["primaryKey"].as_array().into_iter().flatten() {
            prop_assert!(names.contains(&key.as_str().expect("a name")));
        }
    }
}

#[test]
fn the_language_chooses_delimiter_decimal_sign_and_labels() {
    let cube = profile();
    let swedish = String::from_utf8(write(&cube, Style { has_mark: true, ..style(Language::Swedish) })).expect("UTF-8");
    assert!(swedish.starts_with(
        "\u{feff}area;area_label;year;year_label;sex;sex_label;measure;measure_label;value;status;synthetic\r\n"
    ));
    assert!(swedish.contains("\r\n00;Riket;2022;2022;all;Alla;children;Barn;20;just_over;true\r\n"), "{swedish}");
    assert!(swedish.contains(";suppressed;true\r\n"));
    let english = String::from_utf8(write(&cube, style(Language::English))).expect("UTF-8");
    assert!(english.contains("\r\n00,Riket,2022,2022,all,All,children,Children,20,just_over,true\r\n"), "{english}");
}

#[test]
fn the_package_says_codes_decimals_and_where_the_figures_come_from() {
    let package = table_schema::write(&profile(), "profile.csv", style(Language::Swedish));
    let package: Value = serde_json::from_slice(&package).expect("it is JSON");
    let resource = &package["resources"][0];
    assert_eq!((&resource["path"], &resource["dialect"]["delimiter"]), (&"profile.csv".into(), &";".into()));
    let fields = &resource["schema"]["fields"];
    assert_eq!(fields[0]["categories"][1], serde_json::json!({"value": "01", "label": "Stockholms län"}));
    assert_eq!((&fields[8]["type"], &fields[8]["decimalChar"]), (&"number".into(), &",".into()));
    assert_eq!(package["sources"][0]["title"], "Rapport 2023");
    assert_eq!(package["licenses"][0]["name"], "CC0-1.0");
}
