//! The house rules, checked on every `cargo test`: the order of the floors, what each may know, and that each file says what it is for.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Lowest floor first. A floor may use itself and the floors below it.
const FLOORS: [&str; 17] = [
    "stats",
    "model",
    "load",
    "bounds",
    "gate",
    "verdict",
    "query",
    "words",
    "view_model",
    "chart",
    "export",
    "publish",
    "browser",
    "state",
    "components",
    "pages",
    "app",
];

/// Names that only this floor and the ones above may mention.
const RESERVED: [(&str, &str); 7] = [
    ("charming", "chart"),
    ("clap", "publish"),
    ("leptos", "browser"),
    ("wasm_bindgen", "browser"),
    ("web_sys", "browser"),
    ("js_sys", "browser"),
    ("gloo", "browser"),
];

/// Names that only this floor may mention: the wall.
const WALL: [&str; 7] =
    ["web_sys::window", "gloo::net", "gloo::storage", "js_sys::", "insynCharts", "insynReader", "echarts\""];

#[test]
fn no_floor_uses_a_floor_above_it() {
    for (level, floor) in FLOORS.iter().enumerate() {
        for (path, code) in sources(floor) {
            for above in &FLOORS[level + 1..] {
                assert!(!uses(&code, above), "{} uses `{above}`, a floor above it", path.display());
            }
        }
    }
}

#[test]
fn the_lower_floors_know_no_browser() {
    for (name, first) in RESERVED {
        let first = FLOORS.iter().position(|floor| *floor == first).expect("the floor is listed");
        for floor in &FLOORS[..first] {
            for (path, code) in sources(floor) {
                assert!(!mentions(&code, name), "{} mentions `{name}`", path.display());
            }
        }
    }
}

#[test]
fn only_the_wall_knows_the_network_and_the_window() {
    for floor in FLOORS.iter().filter(|floor| **floor != "browser") {
        for (path, code) in sources(floor) {
            for name in WALL {
                assert!(!without_comments(&code).contains(name), "{} mentions `{name}`", path.display());
            }
        }
    }
}

#[test]
fn the_command_line_is_not_the_page_and_the_page_not_the_command_line() {
    for (path, code) in sources("publish") {
        assert!(!uses(&code, "browser") && !mentions(&code, "leptos"), "{} knows the page", path.display());
    }
    for floor in ["browser", "state", "components", "pages", "app"] {
        for (path, code) in sources(floor) {
            assert!(!uses(&code, "publish"), "{} knows the command line", path.display());
        }
    }
}

#[test]
fn stats_and_model_know_no_file_format_and_no_text() {
    for (path, code) in sources("stats") {
        let code = without_tests(&code);
        assert!(!mentions(&code, "String") && !mentions(&code, "serde"), "{} knows text or files", path.display());
    }
    for (path, code) in sources("model") {
        assert!(!mentions(&code, "serde"), "{} knows a file format", path.display());
    }
}

#[test]
fn words_are_said_by_words_alone() {
    // A letter that only Swedish has, in a text of a floor that draws: a reader's text that is not in `words`.
    for floor in ["chart", "browser", "state", "components", "pages", "app"] {
        for (path, code) in sources(floor) {
            for line in without_comments(&without_tests(&code)).lines() {
                let is_swedish = line.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']);
                assert!(!is_swedish, "{} says something itself: {}", path.display(), line.trim());
            }
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for floor in FLOORS.into_iter().chain(["lib", "main", "bin"]) {
        for (path, code) in sources(floor) {
            assert!(code.starts_with("//! "), "{} has no opening line", path.display());
        }
    }
}

#[test]
fn every_folder_of_the_house_is_a_floor() {
    for entry in fs::read_dir(src()).expect("src is there") {
        let name = entry.expect("it can be read").file_name().to_string_lossy().replace(".rs", "");
        let is_known = FLOORS.contains(&name.as_str()) || ["lib", "main", "bin", "build"].contains(&name.as_str());
        assert!(is_known, "src/{name} is no floor of the house");
    }
}

/// Whether some `crate::` path in the code leads to this floor.
fn uses(code: &str, floor: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    without_comments(code).replace('\n', " ").split("crate::").skip(1).any(|after| match after.strip_prefix('{') {
        Some(group) => {
            group.split(';').next().unwrap_or_default().split(|c| !is_word(c)).any(|word| word == floor)
                && first_words(group).contains(&floor)
        }
        None => after.strip_prefix(floor).is_some_and(|rest| !rest.starts_with(is_word)),
    })
}

/// The words of a `{a::b, c::{d, e}}` group that stand first in a path.
fn first_words(group: &str) -> Vec<&str> {
    let (mut words, mut depth, mut begun) = (Vec::new(), 0_usize, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                words.push(&group[begun..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                words.push(&group[begun..at]);
                begun = at + 1;
            }
            _ => {}
        }
    }
    words.into_iter().map(|path| path.trim().split([':', ' ']).next().unwrap_or_default()).collect()
}

/// Whether the code has this word.
fn mentions(code: &str, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    without_comments(code).split(|c| !is_word(c)).any(|word| word == name)
}

fn without_comments(code: &str) -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    code.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

fn without_tests(code: &str) -> String {
    code.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// One floor's code: `src/floor.rs` and all that is under `src/floor/`.
fn sources(floor: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&src().join(floor).with_extension("rs"), &mut found);
    collect(&src().join(floor), &mut found);
    found
}

fn collect(path: &Path, found: &mut Vec<(PathBuf, String)>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("the folder can be read") {
            collect(&entry.expect("its entry can be read").path(), found);
        }
    } else if path.exists() && path.extension().is_some_and(|ext| ext == "rs") {
        found.push((path.to_owned(), fs::read_to_string(path).expect("the file can be read")));
    }
}
