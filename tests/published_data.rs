//! Every published figure stands in the source of record, every figure there is published once, and a rebuild changes nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use insyn::publish::data::build;
use serde_json::Value;

/// Figures whose cell says that it is hidden: counts of protected people that are smaller than the gate lets in.
const HIDDEN: [&str; 1] = ["F209"];

/// Periods that the table has in words, and their codes.
const PERIODS: [(&str, &str); 10] = [
    ("2016–sep 2018", "2016-2018"),
    ("2017–2020", "2017-2020"),
    ("2020 (jan–nov)", "2020-11"),
    ("2020 (året före artikeln; jämförs med 2015)", "2020"),
    ("2021-05–2022-05", "2021-2022"),
    ("2023 (jan–nov)", "2023-11"),
    ("2023 (t.o.m. okt)", "2023-10"),
    ("2023/2024", "2023-2024"),
    ("2024/2025", "2024-2025"),
    ("hösten 2024–feb 2026", "2024-2026"),
];

/// As long as a title may be in the select of datasets.
const LONGEST_TITLE: usize = 45;

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
    rows_of("public/data/source/published_facts.csv")
}

fn rows_of(path: &str) -> BTreeMap<String, Row> {
    let mut reader = csv::Reader::from_path(root().join(path)).expect("the table is committed");
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
fn readers_get_the_table_whole_but_for_what_is_hidden() {
    let (of_record, shown) = (table(), rows_of("public/facts/published_facts.csv"));
    assert_eq!(of_record.keys().collect::<Vec<_>>(), shown.keys().collect::<Vec<_>>());
    for (fact, mut row) in of_record {
        if HIDDEN.contains(&fact.as_str()) {
            assert!(!row["value"].is_empty());
            row.extend([("value".to_owned(), String::new()), ("value_qualifier".to_owned(), "dold".to_owned())]);
        }
        assert_eq!(shown[&fact], row, "{fact}");
    }
}

#[test]
fn every_published_figure_stands_in_the_table_as_it_was_given() {
    let table = table();
    for (file, dataset) in observed() {
        let insyn = &dataset["extension"]["insyn"];
        let cells = insyn["cells"].as_array().expect("every figure has its source");
        let values = dataset["value"].as_array().expect("the values are a list");
        let known = values.iter().enumerate().filter(|(_, value)| !value.is_null());
        let is_shown = |cell: &&Value| !HIDDEN.contains(&text(&cell["fact"]).as_str());
        let remarked: BTreeSet<usize> =
            cells.iter().filter(is_shown).filter_map(|cell| cell["at"].as_u64()).map(|at| at as usize).collect();
        assert_eq!(known.map(|(at, _)| at).collect::<BTreeSet<_>>(), remarked, "{file}");
        for cell in cells {
            let fact = text(&cell["fact"]);
            let row = table.get(&fact).unwrap_or_else(|| panic!("{file}: {fact} is not in the table"));
            let at = cell["at"].as_u64().expect("a cell has a place") as usize;
            if HIDDEN.contains(&fact.as_str()) {
                let sign = text(&dataset["status"][at.to_string()]);
                assert_eq!((&values[at], &insyn["states"][&sign]), (&Value::Null, &"suppressed".into()), "{fact}");
                assert!(cell["note"]["sv"].is_string(), "{fact}: nobody says why it is hidden");
            } else {
                assert_eq!(values[at].to_string(), row["value"], "{file}: {fact}");
                assert_eq!(cell["qualifier"], profile_word(&row["value_qualifier"]), "{file}: {fact}");
            }
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
            let period = row["period"].as_str();
            let code = PERIODS.iter().find(|(words, _)| *words == period).map_or(period, |(_, code)| code);
            assert_eq!(place["period"], code, "{file}: {fact}");
            if read == "secondary" {
                let note = text(&cell["note"]["sv"]);
                assert!(note.starts_with(&format!("Enligt {}.", row["publisher"])), "{file}: {fact}: {note}");
            }
            if let Some(sex) = place.get("sex") {
                let words = [("T", "alla"), ("K", "flickor"), ("M", "pojkar")];
                assert!(words.contains(&(sex, &row["sex"])), "{file}: {fact}: {sex}");
            }
        }
    }
}

#[test]
fn every_figure_of_the_table_is_in_one_cell_of_one_dataset() {
    let mut published = Vec::new();
    for (_, dataset) in observed() {
        let cells = dataset["extension"]["insyn"]["cells"].clone();
        let cells = cells.as_array().expect("every figure has its source").clone();
        published.extend(cells.iter().map(|cell| text(&cell["fact"])));
    }
    published.sort();
    let expected: Vec<String> = table().into_keys().collect();
    assert_eq!(expected.len(), 245);
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
    // All that lies there is made, and nothing else.
    let data = root().join("public/data");
    let made: BTreeSet<PathBuf> = made.into_iter().filter(|path| path.parent() == Some(&data)).collect();
    let folder = fs::read_dir(&data).expect("the folder is committed");
    let paths = folder.map(|entry| entry.expect("the folder can be listed").path());
    let there: BTreeSet<PathBuf> = paths.filter(|path| path.is_file()).collect();
    assert_eq!(there, made);
}

/// The dimensions of a dataset that can be searched: no measures, no places, and more than one category.
fn searched(dataset: &Value) -> Vec<String> {
    let insyn = &dataset["extension"]["insyn"]["dimensions"];
    let is_searched = |id: &&String| {
        let has_role =
            |role: &str| dataset["role"][role].as_array().is_some_and(|all| all.contains(&Value::from(id.as_str())));
        let n = dataset["dimension"][id.as_str()]["category"]["index"].as_array().map_or(0, Vec::len);
        let kind = text(&insyn[id.as_str()]["kind"]);
        !has_role("metric") && !has_role("geo") && n > 1 && !["area", "placing_municipality"].contains(&kind.as_str())
    };
    let ids: Vec<String> = dataset["id"].as_array().expect("a dataset has ids").iter().map(text).collect();
    ids.iter().filter(is_searched).cloned().collect()
}

#[test]
fn what_can_be_searched_is_what_the_datasets_say() {
    let index = json("search.json");
    let all = index["datasets"].as_array().expect("it lists datasets");
    let (items, mut n_categories) = (items(), 0);
    assert_eq!(all.len(), items.len());
    for (found, item) in all.iter().zip(&items) {
        let (about, dataset) = (&item["extension"]["insyn"], json(&text(&item["href"])));
        let insyn = &dataset["extension"]["insyn"];
        assert_eq!((&found["id"], &found["label"]), (&about["id"], &about["label"]));
        let ids = |list: &Value| list.as_array().into_iter().flatten().map(|it| text(&it["id"])).collect::<Vec<_>>();
        let mut measures = ids(&found["measures"]);
        measures.sort();
        assert_eq!(
            measures,
            insyn["measures"].as_object().expect("it has measures").keys().cloned().collect::<Vec<_>>()
        );
        assert_eq!(ids(&found["dimensions"]), searched(&dataset), "{}", about["id"]);
        for dimension in found["dimensions"].as_array().into_iter().flatten() {
            let id = text(&dimension["id"]);
            let category = &dataset["dimension"][&id]["category"];
            let codes = category["index"].as_array().expect("the index is a list");
            let parts: Vec<&Value> = codes.iter().filter(|code| **code != insyn["dimensions"][&id]["total"]).collect();
            let there = dimension["categories"].as_array().expect("it has categories");
            assert_eq!(there.iter().map(|it| &it["code"]).collect::<Vec<_>>(), parts, "{} {id}", about["id"]);
            for one in there {
                let code = text(&one["code"]);
                assert_eq!(
                    one["label"]["sv"],
                    category["label"].get(&code).cloned().unwrap_or_else(|| code.clone().into())
                );
            }
            n_categories += there.len();
        }
    }
    assert!(n_categories > 400, "{n_categories}");
}

#[test]
fn nothing_that_leads_to_a_person_can_be_searched() {
    fn texts(value: &Value, to: &mut Vec<String>) {
        match value {
            Value::String(text) => to.push(text.clone()),
            Value::Array(all) => all.iter().for_each(|it| texts(it, to)),
            Value::Object(all) => all.values().for_each(|it| texts(it, to)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    texts(&json("search.json"), &mut all);
    assert!(all.len() > 1_000);
    for text in all {
        assert_eq!(insyn::gate::personal::kinds(&text).count(), 0, "{text}");
    }
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
fn what_the_start_page_tells_of_is_packed_and_the_same() {
    let stories = fs::read(root().join("public/stories/start.json")).expect("the file is committed");
    let stories: Value = serde_json::from_slice(&stories).expect("the file is JSON");
    let of = |part: &str| stories[part].as_array().unwrap_or_else(|| panic!("there are {part}")).iter();
    let told: BTreeSet<String> = of("headlines").chain(of("themes")).map(|one| text(&one["dataset"])).collect();
    let mut is_packed = BTreeSet::new();
    for item in items() {
        let (href, insyn) = (text(&item["href"]), &item["extension"]["insyn"]);
        let Some(packed) = insyn.get("packed") else { continue };
        let read = |name: &str| fs::read(root().join("public/data").join(name)).expect("the catalogue names files");
        let (id, bytes) = (text(&insyn["id"]), read(&text(&packed["href"])));
        assert_eq!(packed["bytes"], bytes.len(), "{href}");
        assert_eq!(packed["sha256"], insyn::publish::data::catalogue::hash(&bytes), "{href}");
        let cube = insyn::load::packed::read(&bytes, &id).expect("it is packed");
        assert_eq!(Some(cube), insyn::load::jsonstat::read(&read(&href), &id).0, "{href}");
        is_packed.insert(id);
    }
    assert_eq!(is_packed, told);
}

#[test]
fn the_catalogue_sends_nobody_to_a_dataset_of_one_other_municipality() {
    for item in items() {
        let insyn = &item["extension"]["insyn"];
        let has = |level: &str| insyn["levels"].as_array().is_some_and(|levels| levels.contains(&level.into()));
        let is_made_up = insyn["synthetic"] == true;
        assert!(!has("municipality") || is_made_up, "{}", insyn["id"]);
        assert!(!has("county") || is_made_up || insyn["id"] == "lex-sarah", "{}", insyn["id"]);
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
                // The name of a municipality is the same in English.
                if id == "area" && code.len() == 4 {
                    continue;
                }
                let label = &english["dimension"][&id]["category"][&code];
                assert!(label.is_string(), "{file}: {id} {code}");
            }
        }
    }
}

#[test]
fn titles_fit_the_select() {
    for item in items().iter().filter(|item| item["extension"]["insyn"]["synthetic"] == false) {
        for language in ["sv", "en"] {
            let title = text(&item["extension"]["insyn"]["label"][language]);
            assert!(title.chars().count() <= LONGEST_TITLE, "{title}");
        }
    }
}

/// The places of texts that are in Swedish only.
fn swedish_only(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if members.contains_key("sv") && !members.contains_key("en") {
                found.push(place.to_owned());
            }
            for (name, member) in members {
                swedish_only(member, &format!("{place}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                swedish_only(item, &format!("{place}/{n}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn notes_laws_and_events_are_in_both_languages() {
    for (file, dataset) in observed() {
        let mut found = Vec::new();
        swedish_only(&dataset["extension"]["insyn"], &file, &mut found);
        assert_eq!(found, Vec::<String>::new());
    }
}

#[test]
fn every_dataset_says_what_may_be_compared_and_rests_on_law() {
    for (file, dataset) in observed() {
        let insyn = &dataset["extension"]["insyn"];
        for what in ["over_time", "between_areas", "between_categories"] {
            let answer = &insyn["comparable"][what];
            assert!(answer["answer"] == "no" || answer["answer"] == "with_care", "{file}: {what}");
            assert!(answer["reason"]["en"].is_string(), "{file}: {what}");
        }
        let parts = ["measures", "dimensions"].map(|part| insyn[part].as_object().expect("there are some").clone());
        assert!(parts.iter().flatten().any(|(_, said)| !said["legal_basis"].is_null()), "{file} names no law");
    }
}

#[test]
fn the_dates_of_the_assignments_are_among_the_events() {
    let mut events = BTreeSet::new();
    for (_, dataset) in observed() {
        let listed = dataset["extension"]["insyn"]["events"].as_array().cloned().unwrap_or_default();
        events.extend(listed.iter().map(|event| (text(&event["from"]), text(&event["until"]))));
    }
    let days = ["2019-04-18", "2019-09-30", "2020-02-22", "2020-04-29", "2020-06-11", "2020-10-14", "2023-03-01"];
    for day in days {
        assert!(events.iter().any(|(from, _)| from == day), "{day}");
    }
    assert!(events.contains(&("2021".into(), "2022".into())));
}

#[test]
fn all_that_is_published_is_let_in_together() {
    let read = |item: &Value| {
        let href = text(&item["href"]);
        let bytes = fs::read(root().join("public/data").join(&href)).expect("the file is committed");
        let (cube, complaints) = insyn::load::jsonstat::read(&bytes, href.trim_end_matches(".json"));
        cube.unwrap_or_else(|| panic!("{href}: {complaints:?}"))
    };
    let cubes: Vec<_> = items().iter().map(read).collect();
    let n = cubes.len();
    match insyn::gate::admit_all(cubes, &[]) {
        Ok(cleared) => assert_eq!(cleared.len(), n),
        Err(refusal) => {
            panic!("{:#?}", insyn::words::refusal::refusal(&refusal, insyn::model::text::Language::Swedish))
        }
    }
}
