//! What is written as JSON-stat is read as the same cube.

mod cubes;

use std::{fs, path::PathBuf};

use insyn::{
    export::jsonstat,
    load,
    model::{
        cube::{Column, Cube},
        figure::{Absence, Figure, Flag, Flags, Known},
    },
};
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    #[test]
    fn a_cube_is_the_same_when_it_is_read_again(cube in cubes::any_cube()) {
        let bytes = jsonstat::write(&cube);
        let (read, complaints) = load::jsonstat::read(&bytes, cubes::ID);
        prop_assert_eq!(read.as_ref(), Some(&cube), "{:?}\n{}", complaints, String::from_utf8_lossy(&bytes));
    }
}

/// A cube of a file of the repository.
fn cube_of(path: &str) -> Cube {
    let bytes = fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it is in the repository");
    load::jsonstat::read(&bytes, cubes::ID).0.expect("it can be read")
}

/// A table of one dimension with as many cells as there are figures.
fn cube_with(figures: &[Figure]) -> Cube {
    let mut cube = cube_of("tests/fixtures/jsonstat/small.json");
    cube.dimensions.truncate(1);
    let first = cube.dimensions[0].categories[0].clone();
    let codes = (0..figures.len()).map(|code| code.to_string());
    cube.dimensions[0].categories =
        codes.map(|code| insyn::model::dimension::Category { code, ..first.clone() }).collect();
    let mut column = Column::unpublished(figures.len());
    for (row, figure) in figures.iter().enumerate() {
        column.set(row, figure.clone());
    }
    cube.columns = vec![column];
    cube
}

fn written(figures: &[Figure]) -> Value {
    serde_json::from_slice(&jsonstat::write(&cube_with(figures))).expect("it is JSON")
}

#[test]
fn every_file_of_the_house_is_written_and_read_as_the_same_cube() {
    for path in [
        "tests/fixtures/jsonstat/profile.json",
        "tests/fixtures/jsonstat/eurostat.json",
        "tests/fixtures/jsonstat/plain.json",
        "tests/fixtures/jsonstat/pxweb.json",
        "tests/fixtures/jsonstat/sparse.json",
        "tests/fixtures/jsonstat/thousands.json",
        "public/data/hvb-2023.json",
        "public/data/placerade.json",
        "public/data/demo.json",
    ] {
        let cube = cube_of(path);
        let (read, complaints) = load::jsonstat::read(&jsonstat::write(&cube), cubes::ID);
        assert_eq!(read, Some(cube), "{path}: {complaints:?}");
    }
}

#[test]
fn what_is_written_needs_no_complaint() {
    for path in ["tests/fixtures/jsonstat/profile.json", "public/data/hvb-2023.json"] {
        let (_, complaints) = load::jsonstat::read(&jsonstat::write(&cube_of(path)), cubes::ID);
        assert_eq!(complaints, [], "{path}");
    }
}

#[test]
fn numbers_and_signs_are_a_list_or_an_object_whichever_is_shorter() {
    let number = Figure::exact(20.0);
    let none = Figure::Absent(Absence::Unpublished);
    let hidden = Figure::Absent(Absence::Suppressed);
    let full = written(&[number.clone(), number.clone(), Figure::exact(2.5)]);
    assert_eq!(full["value"].to_string(), "[20,20,2.5]");
    assert_eq!(full.get("status"), None);
    let mut few = vec![none; 20];
    few[7] = number.clone();
    few[9] = hidden.clone();
    assert_eq!(written(&few)["value"], json!({"7": 20}));
    assert_eq!(written(&few)["status"], json!({"9": "c"}));
    let all = written(&vec![hidden.clone(); 3]);
    assert_eq!(all["status"], "c");
    let most = [number, hidden.clone(), hidden.clone(), hidden.clone(), hidden];
    assert_eq!(written(&most)["status"], json!([null, "c", "c", "c", "c"]));
}

#[test]
fn a_sign_that_nobody_explains_keeps_its_meaning_to_itself() {
    let provisional =
        Known { value: 1.0, qualifier: None, flags: Flags::from_iter([Flag::Provisional, Flag::Revised]) };
    let file = written(&[
        Figure::Absent(Absence::UnknownSymbol("c".into())),
        Figure::Absent(Absence::Suppressed),
        Figure::Known(provisional),
    ]);
    assert_eq!(file["status"], json!(["c", "c*", "pr"]));
    assert_eq!(file["extension"]["insyn"]["states"], json!({"c*": "suppressed", "pr": "provisional revised"}));
}

#[test]
fn readers_who_do_not_know_the_profile_are_told_notes_and_units() {
    let bytes = jsonstat::write(&cube_of("tests/fixtures/jsonstat/profile.json"));
    let file: Value = serde_json::from_slice(&bytes).expect("it is JSON");
    assert_eq!(file["note"], json!(["Bara för prov."]));
    assert_eq!(file["extension"]["insyn"]["notes"], json!([{"en": "Both languages.", "sv": "Båda språken."}]));
    assert_eq!(file["dimension"]["measure"]["category"]["unit"]["children"], json!({"label": "barn", "decimals": 0}));
    assert_eq!(file["role"], json!({"geo": ["area"], "metric": ["measure"], "time": ["year"]}));
}
