//! `insyn inspect` as it is run: what it says, and its exit code.

use std::process::{Command, Output};

use serde_json::{Value, json};

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
        "  Prövat: Inga dolda celler som går att räkna ut ur summor och andra tabeller\n",
    ] {
        assert!(said.contains(part), "no {part:?} in\n{said}");
    }
}

#[test]
fn it_answers_in_english_too() {
    let output = inspect(&["jsonstat/profile.json", "--lang", "en"]);
    let said = said(&output);
    assert!(said.starts_with("Follow-up of placed children\nSYNTHETIC DATA\n"), "{said}");
    assert!(said.contains("Let in. 36 cells checked, 1 of them hidden."), "{said}");
}

#[test]
fn a_file_with_a_small_count_is_refused_and_the_number_not_told() {
    let output = inspect(&["gate/small_count.json"]);
    assert_eq!(output.status.code(), Some(0), "it can be read");
    let said = said(&output);
    assert!(said.contains("Släpps inte in.\n  Barn, 0980 (barn: area = 0980): Antalet är under 5"), "{said}");
}

#[test]
fn a_file_with_an_identity_number_is_refused_and_the_number_not_told() {
    for language in ["sv", "en"] {
        let output = inspect(&["gate/identity_number.json", "--lang", language]);
        assert_eq!(output.status.code(), Some(0), "it can be read");
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
    let answer_and_code = |name: &str| -> (Option<i32>, Value) {
        let output = inspect(&[name, "--json", "--lang", "en"]);
        (output.status.code(), serde_json::from_slice(&output.stdout).expect("it is JSON"))
    };
    let (code, answer) = answer_and_code("jsonstat/profile.json");
    assert_eq!(code, Some(0));
    assert_eq!(answer["is_readable"], true);
    assert_eq!(answer["synthetic"], true);
    assert_eq!(answer["dimensions"][0]["categories"][2]["code"], "ost");
    assert_eq!(answer["dimensions"][0]["categories"][2]["parent"], "00");
    assert_eq!(answer["measures"][0]["cells"]["suppressed"], 1);
    assert_eq!(answer["cells"]["known"], 30);
    assert_eq!(answer["gate"]["is_let_in"], true);
    let (code, answer) = answer_and_code("gate/small_count.json");
    assert_eq!((code, &answer["gate"]["is_let_in"]), (Some(0), &Value::Bool(false)));
    let (code, answer) = answer_and_code("jsonstat/broken/not_json.json");
    assert_eq!((code, &answer["is_readable"]), (Some(2), &Value::Bool(false)));
    assert_eq!(answer["complaints"][0]["place"]["line"], 2);
    assert_eq!(answer["complaints"][0]["severity"], "fatal");
}

fn json(arguments: &[&str]) -> Value {
    let output = inspect(&[arguments, &["--json"]].concat());
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}

#[test]
fn the_json_has_what_the_readme_says() {
    let answer = json(&["jsonstat/profile.json"]);
    assert_eq!(
        (&answer["format"], &answer["encoding"], &answer["class"]),
        (&"jsonstat".into(), &"UTF-8".into(), &"dataset".into())
    );
    let ids: Vec<&Value> = answer["dimensions"].as_array().expect("a list").iter().map(|it| &it["id"]).collect();
    assert_eq!(ids, ["area", "year", "sex", "measure"], "in the order of the file, the measures too");
    let measures = &answer["dimensions"][3];
    assert_eq!((&measures["role"], &measures["size"]), (&"metric".into(), &3.into()));
    assert_eq!(measures["codes"], json!(["children", "planned", "share"]));
    assert_eq!(answer["dimensions"][0]["labels"][1], "Stockholms län");
    assert_eq!(answer["dimensions"][1]["role"], "time");
    let cells = answer["cells"].as_object().expect("an object");
    assert_eq!(cells["total"], 54);
    let n: u64 = cells.iter().filter(|(name, _)| *name != "total").filter_map(|(_, n)| n.as_u64()).sum();
    assert_eq!(n, 54, "each cell has one state");
    assert_eq!(answer["sum"], 1288.0);
    assert_eq!(answer["source"], "Rapport 2023");
    assert_eq!(answer["notes"][0], "Bara för prov.");
    assert_eq!(answer["values"], json!([]), "none are asked for");
}

#[test]
fn cells_are_asked_for_by_code() {
    let answer = json(&[
        "jsonstat/profile.json",
        "--cell",
        "area=00,year=2022,sex=all,measure=children",
        "area=00,measure=share,year=2022,sex=girls",
    ]);
    assert_eq!(
        answer["values"],
        json!([
            {"coord": {"area": "00", "year": "2022", "sex": "all", "measure": "children"}, "value": 20.0, "qualifier": "just_over", "flags": []},
            {"coord": {"area": "00", "year": "2022", "sex": "girls", "measure": "share"}, "state": "not_applicable", "flags": []},
        ])
    );
    let some = json(&["jsonstat/profile.json", "--cell", "area=00,measure=children"]);
    assert_eq!(some["values"].as_array().map(Vec::len), Some(6), "what is left out has all of its categories");
    let all = json(&["jsonstat/profile.json", "--values"]);
    assert_eq!(all["values"].as_array().map(Vec::len), Some(54));
    let flagged = all["values"].as_array().into_iter().flatten().filter(|cell| cell["flags"] == json!(["provisional"]));
    assert_eq!(flagged.count(), 1);
}

#[test]
fn a_cell_that_is_not_there_is_an_error_that_names_those_that_are() {
    let output = inspect(&["jsonstat/profile.json", "--json", "--cell", "sex=x"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "”sex=x” finns inte i filen. Välj bland: all, girls, boys.\n");
}

#[test]
fn a_complaint_has_a_message_and_a_remedy_and_a_refused_file_its_sentence() {
    let output = inspect(&["jsonstat/broken/not_json.json", "--json", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    let answer: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let complaint = &answer["complaints"][0];
    assert!(complaint["message"].as_str().is_some_and(|said| said.starts_with("The text cannot be read as JSON (")));
    assert_eq!(complaint["remedy"], "Check the characters just before this place.");
    let sentence = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(sentence.starts_with("jsonstat/broken/not_json.json: Line 2"), "{sentence}");
}

#[test]
fn a_catalogue_is_a_list_of_datasets() {
    let answer = json(&["../../public/data/index.json"]);
    assert_eq!(answer["class"], "collection");
    let ids: Vec<&Value> = answer["datasets"].as_array().expect("a list").iter().map(|it| &it["id"]).collect();
    assert!(ids.contains(&&Value::from("hvb-2023")), "{ids:?}");
}
