//! `insyn convert` as it is run: what it writes, what it says is lost, and its exit code.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use insyn::load::jsonstat;

const PROFILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/jsonstat/profile.json");

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

fn convert(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_insyn"))
        .current_dir(folder)
        .arg("convert")
        .args(arguments)
        .output()
        .expect("the program was built with this test")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn json_stat_loses_nothing_and_says_nothing() {
    let folder = folder("convert_jsonstat");
    let output = convert(&folder, &[PROFILE, "--to", "jsonstat", "-o", "t.json"]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let read = |path: &Path| jsonstat::read(&fs::read(path).expect("it is there"), "t").0;
    assert!(read(&folder.join("t.json")).is_some());
    assert_eq!(read(&folder.join("t.json")), read(Path::new(PROFILE)));
}

#[test]
fn csv_comes_with_its_package_and_says_what_is_lost() {
    let folder = folder("convert_csv");
    let output = convert(&folder, &[PROFILE, "--to", "csv", "-o", "t.csv", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let table = fs::read_to_string(folder.join("t.csv")).expect("the table is there");
    assert!(table.starts_with("\u{feff}area,area_label,"), "{table}");
    assert!(fs::read_to_string(folder.join("t.datapackage.json")).expect("the package is there").contains("\"t.csv\""));
    let said = said(&output);
    for sentence in [
        "The words in the other language are left out.",
        "Measures that are worked out from others are left out: rate.",
        "Legal bases and dated events are left out.",
        "Notes left out: 5.",
        "Cells whose source or note is left out: 1.",
    ] {
        assert!(said.contains(sentence), "no {sentence:?} in\n{said}");
    }
}

#[test]
fn a_table_that_is_not_protected_keeps_its_mark() {
    let folder = folder("convert_unprotected");
    let text = fs::read_to_string(PROFILE).expect("it is there");
    let marked = text.replacen("\"synthetic\": true", "\"synthetic\": true, \"unprotected\": true", 1);
    assert_ne!(text, marked);
    fs::write(folder.join("t.json"), marked).expect("it can be written");
    let output = convert(&folder, &["t.json", "--to", "csv", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).starts_with("The table was counted from records and has not been protected."));
    assert!(!folder.join("t.csv").exists());
    assert_eq!(convert(&folder, &["t.json", "--to", "jsonstat", "-o", "u.json"]).status.code(), Some(0));
    let written = fs::read(folder.join("u.json")).expect("it is written");
    assert!(jsonstat::read(&written, "t").0.expect("it can be read").dataset.is_unprotected);
}

#[test]
fn a_file_that_nobody_named_is_never_overwritten() {
    let folder = folder("convert_overwrite");
    fs::copy(PROFILE, folder.join("t.json")).expect("it can be copied");
    let before = fs::read(folder.join("t.json")).expect("it is there");
    let output = convert(&folder, &["t.json", "--to", "jsonstat"]);
    assert_eq!(
        (output.status.code(), said(&output).as_str()),
        (Some(2), "t.json finns redan. Ange med -o vart filen ska skrivas.\n")
    );
    assert_eq!(fs::read(folder.join("t.json")).expect("it is there"), before);
    assert_eq!(convert(&folder, &["t.json", "--to", "csv"]).status.code(), Some(0));
    assert_eq!(convert(&folder, &["t.json", "--to", "csv"]).status.code(), Some(2), "now it is there");
    assert_eq!(convert(&folder, &["t.json", "--to", "csv", "-o", "t.csv"]).status.code(), Some(0), "it is named");
}

#[test]
fn an_unreadable_file_is_refused_with_its_faults() {
    let folder = folder("convert_unreadable");
    fs::write(folder.join("t.json"), "{").expect("it can be written");
    let output = convert(&folder, &["t.json", "--to", "csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).starts_with("Filen går inte att läsa.\n[fel] Rad 1, kolumn 1"), "{}", said(&output));
    assert!(!folder.join("t.csv").exists());
    assert_eq!(convert(&folder, &["nowhere.json", "--to", "csv"]).status.code(), Some(2));
}
