//! Every published figure stands in the source of record, every figure of the taken tables is published, and a rebuild changes nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use insyn::publish::data::build;
use serde_json::Value;

/// The tables whose figures are datasets by now.
const TAKEN: [&str; 5] = ["T1", "T2", "T4", "T9", "T12"];

type Row = BTreeMap<String, String>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn json(name: &str) -> Value {
    let path = root().join("public/data").join(name);
    let text = fs::read_to_string(&path).expect("the file is committed");
    serde_json::from_str(&text).expect("the file is JSON")
}

/// The table of figures, read here on its own, not by the code under test.
fn table() -> BTreeMap<String, Row> {
    let path = root().join("public/data/source/published_facts.csv");
    let mut reader = csv::Reader::from_path(path).expect("the table is committed");
    let rows = reader.deserialize::<Row>();
    rows.map(|row| row.expect("every row is whole")).map(|row| (row["fact_id"].clone(), row)).collect()
}

fn items() -> Vec<Value> {
    let index = json("index.json");
    index["link"]["item"].as_array().expect("the catalogue lists items").clone()
}

/// The observed datasets, by file name.
fn observed() -> Vec<(String, Value)> {
    let items = items().into_iter();
    items
        .filter(|item| item["extension"]["insyn"]["synthetic"] == false)
        .map(|item| text(&item["href"]))
        .map(|href| (href.clone(), json(&href)))
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Dimension id → category code of a flat position.
fn coordinates(dataset: &Value, mut at: usize) -> BTreeMap<String, String> {
    let ids = dataset["id"].as_array().expect("a dataset has ids");
    let mut found = BTreeMap::new();
    for id in ids.iter().rev().map(text) {
        let index = dataset["dimension"][&id]["category"]["index"].clone();
        let codes = index.as_array().expect("the index is a list");
        found.insert(id, text(&codes[at % codes.len()]));
        at /= codes.len();
    }
    found
}

/// What the profile must say for a Swedish qualifier.
fn profile_word(qualifier: &str) -> Value {
    let word = match qualifier {
        "exakt" => return Value::Null,
        "drygt" => "just_over",
        "över" => "over",
        "cirka" => "about",
        "närmare" => "nearly",
        "nästan" => "almost",
        "var femte" => "one_in_5",
        "var tionde" => "one_in_10",
        "avrundat" => "rounded",
        "beräknat" => "derived",
        _ if qualifier.starts_with("hälften") => "half",
        _ if qualifier.starts_with("källan motsäger sig") => "contradicted",
        _ => panic!("no word for {qualifier}"),
    };
    word.into()
}

#[test]
fn every_published_figure_stands_in_the_table_as_it_was_given() {
    let table = table();
    for (file, dataset) in observed() {
        let insyn = &dataset["extension"]["insyn"];
        let cells = insyn["cells"].as_array().expect("every figure has its source");
        let values = dataset["value"].as_array().expect("the values are a list");
        let known = values.iter().enumerate().filter(|(_, value)| !value.is_null());
        let remarked: BTreeSet<usize> =
            cells.iter().filter_map(|cell| cell["at"].as_u64()).map(|at| at as usize).collect();
        assert_eq!(known.map(|(at, _)| at).collect::<BTreeSet<_>>(), remarked, "{file}");
        for cell in cells {
            let fact = text(&cell["fact"]);
            let row = table.get(&fact).unwrap_or_else(|| panic!("{file}: {fact} is not in the table"));
            let at = cell["at"].as_u64().expect("a cell has a place") as usize;
            assert_eq!(values[at].to_string(), row["value"], "{file}: {fact}");
            assert_eq!(cell["qualifier"], profile_word(&row["value_qualifier"]), "{file}: {fact}");
            let source = &insyn["sources"][cell["source"].as_u64().expect("a cell has a source") as usize];
            assert_eq!(text(&source["title"]), row["source_title"], "{file}: {fact}");
            assert_eq!(text(&source["publisher"]), row["publisher"], "{file}: {fact}");
            assert_eq!(source["year"].to_string(), row["pub_year"], "{file}: {fact}");
            assert_eq!(text(&source["url"]), row["url"], "{file}: {fact}");
            let read = text(&cell["read"]);
            let said = row["verification"].to_lowercase();
            assert_eq!(said.strip_prefix("read_").unwrap_or(&said), read, "{file}: {fact}");
            let place = coordinates(&dataset, at);
            assert_eq!(place["area"], row["geo_code"], "{file}: {fact}");
            assert_eq!(place["period"], row["period"], "{file}: {fact}");
            if let Some(sex) = place.get("sex") {
                let words = [("T", "alla"), ("K", "flickor"), ("M", "pojkar")];
                assert!(words.contains(&(sex, &row["sex"])), "{file}: {fact}: {sex}");
            }
        }
    }
}

#[test]
fn every_figure_of_the_taken_tables_is_published_once() {
    let mut published = Vec::new();
    for (_, dataset) in observed() {
        let cells = dataset["extension"]["insyn"]["cells"].clone();
        let cells = cells.as_array().expect("every figure has its source").clone();
        published.extend(cells.iter().map(|cell| text(&cell["fact"])));
    }
    published.sort();
    let table = table();
    let taken = table.values().filter(|row| TAKEN.contains(&row["table_id"].as_str()));
    let expected: Vec<String> = taken.map(|row| row["fact_id"].clone()).collect();
    assert_eq!(published, expected);
}

#[test]
fn a_rebuild_gives_the_committed_bytes() {
    let files = build(&root()).expect("the sources fit together");
    for file in &files {
        let committed = fs::read(&file.path).expect("every dataset is committed");
        let name = file.path.display();
        assert!(committed == file.bytes, "{name} is not what its sources make: run `insyn data`");
    }
    let made: BTreeSet<PathBuf> = files.into_iter().map(|file| file.path).collect();
    let folder = fs::read_dir(root().join("public/data")).expect("the folder is committed");
    let paths = folder.map(|entry| entry.expect("the folder can be listed").path());
    let there: BTreeSet<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    assert_eq!(there, made);
}

#[test]
fn the_catalogue_tells_size_and_both_languages() {
    for item in items() {
        let href = text(&item["href"]);
        let insyn = &item["extension"]["insyn"];
        let file = fs::read(root().join("public/data").join(&href)).expect("the catalogue names files");
        assert_eq!(insyn["bytes"], file.len(), "{href}");
        for words in [&insyn["label"], &insyn["about"]] {
            assert!(words["sv"].is_string() && words["en"].is_string(), "{href}");
        }
    }
}

#[test]
fn every_label_is_there_in_english_too() {
    for (file, dataset) in observed() {
        let english = &dataset["extension"]["insyn"]["i18n"]["en"];
        assert!(english["label"].is_string(), "{file}");
        for id in dataset["id"].as_array().expect("a dataset has ids").iter().map(text) {
            let codes = dataset["dimension"][&id]["category"]["index"].clone();
            for code in codes.as_array().expect("the index is a list").iter().map(text) {
                let label = &english["dimension"][&id]["category"][&code];
                assert!(label.is_string(), "{file}: {id} {code}");
            }
        }
    }
}
