//! `insyn protect` and `insyn check` as they are run: what they write and say, and their exit codes.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use insyn::{export::jsonstat, load};
use serde_json::Value;

use super::tables::{Shape, cube};

const WHO: Shape = &[("T", None), ("a", None), ("b", None), ("c", None)];
const SEX: Shape = &[("T", None), ("f", None), ("m", None)];

/// An empty folder of this name, with two tables of the same children.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    let by_who = cube("who", &[("who", WHO)], |path| [3.0, 40.0, 50.0][path[0] - 1]);
    let by_sex = cube("sex", &[("sex", SEX)], |path| [43.0, 50.0][path[0] - 1]);
    for cube in [by_who, by_sex] {
        fs::write(folder.join(format!("{}.json", cube.dataset.id)), jsonstat::write(&cube)).expect("it can be written");
    }
    folder
}

fn insyn(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_insyn"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("the program was built with this test")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn what_is_protected_passes_the_check_and_what_is_not_does_not() {
    let folder = folder("protect_whole");
    let refused = insyn(&folder, &["check", "who.json", "sex.json"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("Får inte publiceras."), "{}", text(&refused.stderr));
    assert!(!text(&refused.stderr).contains("\u{1b}["), "no colours but on a terminal");
    let output = insyn(&folder, &["protect", "who.json", "sex.json", "-o", "open"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let said = text(&output.stdout);
    for part in [
        "Celler: 7, dolda: 2",
        "1 antal under tröskeln",
        "1 för att andra inte ska kunna räknas ut",
        "Skrivet: open/who.json",
    ] {
        assert!(said.contains(part), "no {part:?} in\n{said}");
    }
    let safe = insyn(&folder, &["check", "open/who.json", "open/sex.json", "--lang", "en"]);
    assert_eq!(safe.status.code(), Some(0), "{}", text(&safe.stderr));
    assert!(
        text(&safe.stdout).starts_with("Nothing is given away.\n  open/who.json: 4 cells checked, 2 of them hidden."),
        "{}",
        text(&safe.stdout)
    );
}

#[test]
fn programs_are_answered_in_json() {
    let folder = folder("protect_json");
    let output = insyn(&folder, &["protect", "who.json", "-o", "out.json", "--json"]);
    let said: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(said["hidden_by_rule"]["small"], 1);
    assert_eq!((&said["n_cells"], &said["n_hidden"], &said["threshold"]), (&4.into(), &2.into(), &5.into()));
    let said: Value =
        serde_json::from_slice(&insyn(&folder, &["check", "who.json", "--json"]).stdout).expect("it is JSON");
    assert_eq!(said["is_safe"], false);
    assert_eq!(said["reasons"].as_array().map(Vec::len), Some(1));
    let said: Value =
        serde_json::from_slice(&insyn(&folder, &["check", "out.json", "--json"]).stdout).expect("it is JSON");
    assert_eq!((&said["is_safe"], &said["files"][0]["n_hidden"]), (&true.into(), &2.into()));
}

#[test]
fn the_file_says_that_more_is_hidden_than_is_small() {
    let folder = folder("protect_disclosure");
    assert_eq!(insyn(&folder, &["protect", "who.json", "-o", "out.json"]).status.code(), Some(0));
    let written = fs::read(folder.join("out.json")).expect("it is there");
    let json: Value = serde_json::from_slice(&written).expect("it is JSON");
    let disclosure = &json["extension"]["insyn"]["disclosure"];
    assert_eq!((&disclosure["threshold"], &disclosure["complementary"]), (&5.into(), &true.into()));
    assert_eq!(disclosure.get("only_small"), None);
    assert!(disclosure["description"]["en"].as_str().is_some_and(|it| it.starts_with("Counts under 5 are hidden")));
    let cube = load::jsonstat::read(&written, "out").0.expect("it can be read");
    let absences: Vec<_> = (0..4).filter_map(|row| cube.columns[0].figure(row).absence().cloned()).collect();
    assert_eq!(absences.len(), 2);
    assert_eq!(absences[0], absences[1], "nobody is told which is the small one");
}

#[test]
fn nothing_is_overwritten_that_nobody_named_and_never_the_unprotected_file() {
    let folder = folder("protect_overwrite");
    assert_eq!(insyn(&folder, &["protect", "who.json"]).status.code(), Some(0));
    assert!(folder.join("who.protected.json").exists());
    let again = insyn(&folder, &["protect", "who.json"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(text(&again.stderr).starts_with("who.protected.json finns redan."), "{}", text(&again.stderr));
    let itself = insyn(&folder, &["protect", "who.json", "-o", "./who.json"]);
    assert_eq!(itself.status.code(), Some(2));
    assert!(text(&itself.stderr).contains("oskyddade filen själv"), "{}", text(&itself.stderr));
    assert_eq!(insyn(&folder, &["protect", "who.json", "-o", "one/"]).status.code(), Some(0));
    assert!(folder.join("one/who.json").exists(), "it is written as a folder");
    let twice = insyn(&folder, &["protect", "who.json", "./who.json", "-o", "open"]);
    assert_eq!(twice.status.code(), Some(2));
    assert!(!folder.join("open").exists());
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_its_remedy() {
    let folder = folder("protect_wrong");
    let with_spec = |spec: &str| {
        fs::write(folder.join("spec.toml"), spec).expect("it can be written");
        let output = insyn(&folder, &["protect", "who.json", "--spec", "spec.toml", "-o", "out.json", "--lang", "en"]);
        (output.status.code(), text(&output.stderr))
    };
    let (code, said) = with_spec("\nthresold = 5");
    assert!(
        code == Some(2) && said.contains("spec.toml") && said.contains("line 2") && said.contains("thresold"),
        "{said}"
    );
    let (code, said) = with_spec("never_hide = [\"barn/who=z\"]");
    assert!(code == Some(2) && said.contains("“barn/who=z”"), "{said}");
    let (code, said) = with_spec("never_hide = [\"barn/who=a\"]");
    assert!(code == Some(1) && said.contains("barn, a (barn: who = a): It must be hidden"), "{said}");
    let (code, said) = with_spec("never_hide = [\"barn/who=b\", \"barn/who=c\", \"barn/who=T\"]");
    assert!(code == Some(1) && said.contains("It can be worked out"), "{said}");
    assert!(!folder.join("out.json").exists());
    fs::write(folder.join("broken.json"), "{").expect("it can be written");
    for command in ["protect", "check"] {
        let output = insyn(&folder, &[command, "broken.json"]);
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(text(&output.stderr).starts_with("broken.json: Filen går inte att läsa."), "{}", text(&output.stderr));
    }
}

#[test]
fn the_help_shows_a_spec() {
    let help = text(&insyn(Path::new("."), &["protect", "--help"]).stdout);
    for part in ["threshold = 5", "never_hide", "insyn protect by-sex.json by-owner.json", "Exit code: 0 done"] {
        assert!(help.contains(part), "no {part:?} in\n{help}");
    }
}
