//! `insyn inspect` as it is run: what it says, and its exit code.

use std::process::{Command, Output};

use serde_json::Value;

fn inspect(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_insyn"))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures"))
        .arg("inspect")
        .args(arguments)
        .output()
        .expect("the program was built with this test")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_safe_file_is_described_and_let_in() {
    let output = inspect(&["jsonstat/profile.json"]);
    assert_eq!(output.status.code(), Some(0));
    let said = said(&output);
    for part in [
        "Uppföljning av placerade barn\nSYNTETISKA DATA\nUtgivare: Exempelmyndigheten\n",
        "Källa: Rapport 2023. Exempelmyndigheten, 2023. https://example.org/rapport",
        "  area: Område [area, 3]\n    00, 01, ost\n",
        "  children: Barn [antal, barn; skyddar barn]\n    10 tal, 1 dold av sekretess, 1 för osäker",
        "  rate: Per tusen [kvot; skyddar barn]\n    räknas ut ur andra mått\n",
        "Celler: 54 (30 tal, ",
        "Anmärkningar\n  Inga.\n",
        "  Släpps in. 36 celler granskade, varav 1 dold. Antal under 5 släpps inte in.\n",
        "  Inte prövat: Regeln ”Inga dolda celler som går att räkna ut",
    ] {
        assert!(said.contains(part), "no {part:?} in\n{said}");
    }
}

#[test]
fn it_answers_in_english_too() {
    let output = inspect(&["jsonstat/profile.json", "--language", "en"]);
    let said = said(&output);
    assert!(said.starts_with("Follow-up of placed children\nSYNTHETIC DATA\n"), "{said}");
    assert!(said.contains("Let in. 36 cells checked, 1 of them hidden."), "{said}");
}

#[test]
fn a_file_with_a_small_count_is_refused_and_the_number_not_told() {
    let output = inspect(&["gate/small_count.json"]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(said.contains("Släpps inte in.\n  Barn, 0980 (barn: area = 0980): Antalet är under 5"), "{said}");
}

#[test]
fn a_file_with_an_identity_number_is_refused_and_the_number_not_told() {
    for language in ["sv", "en"] {
        let output = inspect(&["gate/identity_number.json", "--language", language]);
        assert_eq!(output.status.code(), Some(1));
        assert!(!said(&output).contains("9874"));
    }
}

#[test]
fn an_unreadable_file_is_told_with_all_its_faults() {
    let output = inspect(&["jsonstat/broken/size_differs.json"]);
    assert_eq!(output.status.code(), Some(2));
    let said = said(&output);
    assert!(said.contains("[fel] /dimension/b/category: Enligt ”size” är kategorierna 3, men här finns 2."), "{said}");
    assert!(said.contains("[fel] /value: Storlekarna ger 6 celler"), "{said}");
}

#[test]
fn a_file_that_is_not_there_is_unreadable() {
    let output = inspect(&["nowhere.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("nowhere.json går inte att öppna"));
}

#[test]
fn a_program_gets_json_with_all_codes() {
    let json = |name: &str| -> (Option<i32>, Value) {
        let output = inspect(&[name, "--json", "--language", "en"]);
        (output.status.code(), serde_json::from_slice(&output.stdout).expect("it is JSON"))
    };
    let (code, answer) = json("jsonstat/profile.json");
    assert_eq!(code, Some(0));
    assert_eq!(answer["is_readable"], true);
    assert_eq!(answer["synthetic"], true);
    assert_eq!(answer["dimensions"][0]["categories"][2]["code"], "ost");
    assert_eq!(answer["dimensions"][0]["categories"][2]["parent"], "00");
    assert_eq!(answer["measures"][0]["cells"]["suppressed"], 1);
    assert_eq!(answer["cells"]["known"], 30);
    assert_eq!(answer["gate"]["is_let_in"], true);
    let (code, answer) = json("gate/small_count.json");
    assert_eq!((code, &answer["gate"]["is_let_in"]), (Some(1), &Value::Bool(false)));
    let (code, answer) = json("jsonstat/broken/not_json.json");
    assert_eq!((code, &answer["is_readable"]), (Some(2), &Value::Bool(false)));
    assert_eq!(answer["complaints"][0]["place"]["line"], 2);
    assert_eq!(answer["complaints"][0]["severity"], "fatal");
}
