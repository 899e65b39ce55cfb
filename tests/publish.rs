//! `insyn publish` as it is run: what stands in the folder, what is refused, what the next release says has changed.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use insyn::load::jsonstat;
use serde_json::{Value, json};

/// An empty folder with a page as the build leaves it, as far as publishing looks at it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("publish_{name}"));
    let _ = fs::remove_dir_all(&folder);
    for inner in ["page/facts", "page/data", "page/stories", "page/utforska", "data"] {
        fs::create_dir_all(folder.join(inner)).expect("the folder can be made");
    }
    let stories = json!({"headlines": [{"dataset": "hem"}, {"dataset": "annat"}]}).to_string();
    for (path, text) in [
        ("page/index.html", "<!DOCTYPE html><html><head><title>Insyn</title></head><body></body></html>"),
        ("page/utforska/index.html", "<html></html>"),
        ("page/data/demo.json", "{}"),
        ("page/facts/published_facts.csv", "a"),
        ("page/stories/start.json", &stories),
        ("page/stories/start.json.br", "stale"),
    ] {
        fs::write(folder.join(path), text).expect("it can be written");
    }
    folder
}

/// Homes by county in two years; each figure by county, then year.
fn homes(figures: &[Value], counties: &[(&str, &str)]) -> Value {
    let codes: Vec<&str> = counties.iter().map(|(code, _)| *code).collect();
    let labels: serde_json::Map<String, Value> =
        counties.iter().map(|(code, name)| ((*code).to_owned(), json!(name))).collect();
    let symbols: serde_json::Map<String, Value> = figures
        .iter()
        .enumerate()
        .filter(|(_, figure)| figure.is_null())
        .map(|(place, _)| (place.to_string(), json!("c")))
        .collect();
    json!({
        "version": "2.0", "class": "dataset", "label": "Barn i hem", "updated": "2026-01-31",
        "id": ["area", "period"], "size": [codes.len(), 2],
        "role": {"geo": ["area"], "time": ["period"]},
        "dimension": {
            "area": {"label": "Län", "category": {"index": codes, "label": labels}},
            "period": {"label": "År", "category": {"index": ["2023", "2024"]}},
        },
        "value": figures, "status": symbols,
        "extension": {"insyn": {
            "profile": "1", "synthetic": true,
            "disclosure": {"threshold": 5, "suppression": true, "complementary": true},
            "measures": {"value": {"kind": "count", "protected_unit": "child"}},
        }},
    })
}

const COUNTIES: [(&str, &str); 3] = [("00", "Riket"), ("01", "Stockholms län"), ("03", "Uppsala län")];

fn give(folder: &Path, table: &Value) {
    fs::write(folder.join("data/hem.json"), table.to_string()).expect("it can be written");
}

fn publish(folder: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_insyn"))
        .current_dir(folder)
        .args([
            "publish",
            "site",
            "--data",
            "data",
            "--page",
            "page",
            "--publisher",
            "Myndigheten",
            "--date",
            "2026-02-01",
        ])
        .args(more)
        .output()
        .expect("the program was built with this test")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("site").join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

fn read_json(folder: &Path, path: &str) -> Value {
    serde_json::from_str(&read(folder, path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

#[test]
fn a_site_has_the_page_the_data_their_catalogue_and_metadata() {
    let folder = folder("site");
    give(&folder, &homes(&[json!(70), json!(80), json!(30), json!(35), json!(40), json!(45)], &COUNTIES));
    let output = publish(&folder, &["--address", "https://example.se/insyn", "--email", "insyn@example.se"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        said(&output).contains("**Barn i hem** (hem): Ny. Granskade celler: 6, varav dolda: 0, tröskel 5."),
        "{}",
        said(&output)
    );

    // The page as it was, but for its own data.
    assert_eq!(read(&folder, "utforska/index.html"), "<html></html>");
    assert_eq!(read(&folder, "facts/published_facts.csv"), "a");
    assert!(!folder.join("site/data/demo.json").exists());

    let (catalogue, complaints) = jsonstat::catalogue(read(&folder, "data/index.json").as_bytes());
    assert_eq!(complaints, []);
    let item = catalogue.expect("it is a catalogue").items.remove(0);
    let bytes = fs::read(folder.join("site/data").join(&item.href)).expect("the file is there");
    assert_eq!((item.id.as_str(), item.bytes), ("hem", bytes.len() as u64));
    assert_eq!(item.sha256, insyn::publish::data::catalogue::hash(&bytes));
    let cube = jsonstat::read(&bytes, "hem").0;
    assert!(cube.is_some());
    let packed = item.packed.expect("the start page tells of it");
    let bytes = fs::read(folder.join("site/data").join(&packed.href)).expect("the file is there");
    assert_eq!((packed.bytes, packed.sha256), (bytes.len() as u64, insyn::publish::data::catalogue::hash(&bytes)));
    assert_eq!(insyn::load::packed::read(&bytes, "hem").ok(), cube);

    // What can be searched is what the published dataset says, and nothing of the page's own.
    let index = insyn::load::search::read(read(&folder, "data/search.json").as_bytes()).expect("it is whole");
    assert_eq!(index.datasets, [insyn::query::searched::searched(cube.as_ref().expect("it is read"))]);
    assert_eq!(index.datasets[0].measures.len(), cube.as_ref().map_or(0, |cube| cube.measures.len()));

    let stories = read_json(&folder, "stories/start.json");
    assert_eq!(stories, json!({"headlines": [{"dataset": "hem"}]}));
    assert!(!folder.join("site/stories/start.json.br").exists(), "packed beside it lay another file");

    let dcat = read_json(&folder, "data/dcat.jsonld");
    let of_type = |kind: &str| {
        let graph = dcat["@graph"].as_array().expect("a graph");
        graph.iter().find(|node| node["@type"] == kind).unwrap_or_else(|| panic!("no {kind}"))
    };
    assert_eq!(of_type("dcat:Catalog")["dcat:dataset"][0]["@id"], of_type("dcat:Dataset")["@id"]);
    assert_eq!(of_type("dcat:Dataset")["dcterms:title"][0], json!({"@value": "Barn i hem", "@language": "sv"}));
    assert_eq!(of_type("dcat:Dataset")["dcat:distribution"]["@id"], of_type("dcat:Distribution")["@id"]);
    assert_eq!(of_type("dcat:Dataset")["dcterms:temporal"]["dcat:endDate"]["@value"], "2024");
    assert_eq!(of_type("dcat:Distribution")["dcat:downloadURL"]["@id"], "https://example.se/insyn/data/hem.json");
    assert_eq!(of_type("dcat:Distribution")["spdx:checksum"]["spdx:checksumValue"]["@value"], item.sha256);
    assert_eq!(of_type("vcard:Organization")["vcard:hasEmail"]["@id"], "mailto:insyn@example.se");
    assert_eq!(of_type("foaf:Agent")["foaf:name"], "Myndigheten");

    let schema = read_json(&folder, "data/schema.jsonld");
    assert_eq!(schema["dataset"][0]["distribution"]["sha256"], json!(item.sha256));
    let page = read(&folder, "index.html");
    let within =
        page.split_once("<script type=\"application/ld+json\">").and_then(|(_, rest)| rest.split_once("</script>"));
    let within = within.expect("the metadata is in the page").0;
    assert_eq!(serde_json::from_str::<Value>(within).expect("it is JSON"), schema);
}

#[test]
fn the_next_release_says_what_has_changed_and_keeps_what_was() {
    let folder = folder("next");
    give(&folder, &homes(&[json!(70), json!(80), json!(30), json!(35), json!(40), json!(45)], &COUNTIES));
    assert_eq!(publish(&folder, &[]).status.code(), Some(0));
    let first = read_json(&folder, "data/releases.json")["releases"][0]["datasets"][0]["file"]["sha256"].clone();

    // The same once more is no release.
    assert!(said(&publish(&folder, &[])).contains("Oförändrad."));
    assert_eq!(read_json(&folder, "data/releases.json")["releases"].as_array().map(Vec::len), Some(1));

    let mut counties = COUNTIES.to_vec();
    counties.push(("04", "Södermanlands län"));
    let figures = [100, 110, 30, 36, 40, 45, 30, 29].map(|figure| json!(figure));
    give(&folder, &homes(&figures, &counties));
    let dry = publish(&folder, &["--dry-run"]);
    assert!(said(&dry).contains("Nytt: Södermanlands län. 3 celler har fått ett annat tal."), "{}", said(&dry));
    assert_eq!(read_json(&folder, "data/releases.json")["releases"].as_array().map(Vec::len), Some(1));

    assert_eq!(publish(&folder, &[]).status.code(), Some(0));
    let releases = read_json(&folder, "data/releases.json");
    assert_eq!(releases["releases"].as_array().map(Vec::len), Some(2));
    assert_eq!(releases["releases"][0]["datasets"][0]["change"]["altered"]["n_corrected"], 3);
    let hash = first.as_str().expect("a hash");
    let earlier = format!("data/earlier/hem-{}.json", &hash[..16]);
    assert_eq!(insyn::publish::data::catalogue::hash(read(&folder, &earlier).as_bytes()), hash);
    assert!(read(&folder, "data/releases.en.md").contains("New: Södermanlands län. 3 cells have another number."));

    fs::remove_file(folder.join("data/hem.json")).expect("it is there");
    fs::write(folder.join("data/andra.json"), homes(&figures, &counties).to_string()).expect("it can be written");
    assert!(said(&publish(&folder, &[])).contains("**hem** (hem): Tillbakadragen."));
    assert!(folder.join("site").join(&earlier).exists());
}

#[test]
fn a_catalogue_gives_names_and_what_they_are_about_and_one_that_lists_itself_is_refused() {
    let folder = folder("catalogue");
    give(&folder, &homes(&[json!(70), json!(80), json!(30), json!(35), json!(40), json!(45)], &COUNTIES));
    let lists = |href: &str| {
        let about = json!({
            "id": "barn", "label": {"sv": "Barn"}, "about": {"sv": "Om barnen."}, "bytes": 1, "sha256": "0".repeat(64),
            "synthetic": true,
        });
        let item = json!({"class": "dataset", "href": href, "label": "Barn", "extension": {"insyn": about}});
        let catalogue = json!({"version": "2.0", "class": "collection", "label": "Allt", "link": {"item": [item]}});
        fs::write(folder.join("data/index.json"), catalogue.to_string()).expect("it can be written");
    };
    lists("hem.json");
    assert_eq!(publish(&folder, &[]).status.code(), Some(0));
    let item = read_json(&folder, "data/index.json")["link"]["item"][0]["extension"]["insyn"].clone();
    assert_eq!((&item["id"], &item["about"]["sv"]), (&json!("barn"), &json!("Om barnen.")));
    assert_eq!(item.get("packed"), None, "no sentence tells of it");
    lists("index.json");
    assert_eq!(publish(&folder, &[]).status.code(), Some(2));
}

#[test]
fn what_the_gate_refuses_changes_nothing() {
    let folder = folder("refused");
    give(&folder, &homes(&[json!(70), json!(80), json!(30), json!(35), json!(40), json!(45)], &COUNTIES));
    assert_eq!(publish(&folder, &[]).status.code(), Some(0));
    let before = read(&folder, "data/hem.json");
    give(&folder, &homes(&[json!(33), json!(80), json!(30), json!(35), json!(3), json!(45)], &COUNTIES));
    let output = publish(&folder, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("Uppsala län"), "{}", said(&output));
    assert_eq!(read(&folder, "data/hem.json"), before);
}

#[test]
fn a_folder_of_somebody_else_and_a_page_that_is_not_built_are_left_alone() {
    let folder = folder("others");
    give(&folder, &homes(&[json!(70), json!(80), json!(30), json!(35), json!(40), json!(45)], &COUNTIES));
    fs::create_dir_all(folder.join("site")).expect("the folder can be made");
    fs::write(folder.join("site/brev.txt"), "hej").expect("it can be written");
    let output = publish(&folder, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("ingen webbplats"), "{}", said(&output));
    assert_eq!(read(&folder, "brev.txt"), "hej");

    fs::remove_dir_all(folder.join("site")).expect("it is there");
    fs::remove_file(folder.join("page/index.html")).expect("it is there");
    let output = publish(&folder, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("make build"), "{}", said(&output));
    assert!(!folder.join("site").exists());
}
