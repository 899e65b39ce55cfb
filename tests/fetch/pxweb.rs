//! A table in parts: every cell in its place, the limits kept, what was fetched not asked for again.

use std::{fs, time::Duration};

use insyn::{
    load::{complaint::Severity, jsonstat},
    model::{dimension::DimensionKind, figure::Figure, text::Language},
    publish::fetch::{self, error::FetchError, pxweb},
};
use serde_json::Value;

use crate::{
    pxweb_server::{Pxweb, cell},
    server::{Reply, Server, client, decoded, folder},
};

pub fn question(server: &Server) -> pxweb::Question {
    pxweb::Question { table: format!("{}/api/v2/tables/TAB1", server.address), ..pxweb::Question::default() }
}

fn fetched(question: &pxweb::Question) -> Result<Value, FetchError> {
    pxweb::fetch(question, &mut client().0).map(|(document, _)| document)
}

/// Every cell of the file against the server's own.
fn check_cells(document: &Value) {
    let codes: Vec<Vec<&str>> = ["Region", "Kön", "ContentsCode", "Tid"]
        .iter()
        .map(|id| {
            let codes = document["dimension"][id]["category"]["index"].as_array().expect("it is a list");
            codes.iter().map(|code| code.as_str().expect("a code is text")).collect()
        })
        .collect();
    let mut flat = 0;
    for region in &codes[0] {
        for sex in &codes[1] {
            for contents in &codes[2] {
                for time in &codes[3] {
                    let (value, sign) = cell(&[region, sex, contents, time]);
                    assert_eq!(document["value"][flat], value, "{region} {sex} {contents} {time}");
                    let sign = sign.or(value.is_null().then_some("null"));
                    assert_eq!(document["status"][flat.to_string()].as_str(), sign, "{region} {sex} {contents} {time}");
                    flat += 1;
                }
            }
        }
    }
    assert_eq!(document["value"].as_array().map(Vec::len), Some(flat));
}

#[test]
fn a_table_is_the_same_in_one_part_and_in_many() {
    let mut whole: Option<Value> = None;
    for (most, n_parts) in [(1000, 1), (60, 1), (59, 2), (7, 15), (1, 60)] {
        let pxweb = Pxweb::new(most);
        let server = Server::new(move |asked, _| pxweb.answer(asked));
        let mut document = fetched(&question(&server)).expect("it is fetched");
        assert_eq!(server.asked_with("/data").len(), n_parts, "at most {most} cells");
        check_cells(&document);
        let url = document["extension"]["insyn"]["sources"][0]["url"].take();
        assert_eq!(url, format!("{}/api/v2/tables/TAB1", server.address));
        assert_eq!(whole.get_or_insert_with(|| document.clone()), &document, "at most {most} cells");
    }
}

#[test]
fn the_file_says_what_the_source_says_and_no_more() {
    let pxweb = Pxweb::new(7);
    let server = Server::new(move |asked, _| pxweb.answer(asked));
    let (mut client, told) = client();
    // The client speaks English; the table is asked for in Swedish, as a Swedish publisher has it.
    let mut question = question(&server);
    question.table.push_str("?lang=sv");
    let (document, _) = pxweb::fetch(&question, &mut client).expect("it is fetched");
    let text = document.to_string();
    assert!(!text.contains("example.org"), "the staff's addresses stay where they are");
    assert!(told.text().contains("The dimension Region is read as areas"), "{}", told.text());
    let (cube, complaints) = jsonstat::read(text.as_bytes(), "it");
    // Nobody says what "p" and ".." mean: that is told, and nothing else is wrong.
    assert!(complaints.iter().all(|complaint| complaint.severity == Severity::Note), "{complaints:?}");
    let cube = cube.expect("it can be read");
    assert!(!cube.dataset.is_synthetic);
    assert_eq!(cube.dataset.label.original(), "Placerade barn efter region och kön");
    assert_eq!(cube.dataset.label.get(Language::English), "Placed children by region and sex");
    let sex = cube.dimensions.iter().find(|dimension| dimension.id == "Kön").expect("it is there");
    assert_eq!(sex.label.get(Language::English), "sex");
    assert_eq!(sex.categories[1].label.get(Language::English), "women");
    assert_eq!(sex.categories[1].label.get(Language::Swedish), "Kön 2");
    assert_eq!(cube.dataset.publisher.as_ref().map(|text| text.original()), Some("Exempelverket"));
    assert_eq!(cube.dataset.licence.as_deref(), Some("CC0-1.0"));
    assert_eq!(cube.dataset.updated.as_deref(), Some("2026-02-20T07:00:00Z"));
    assert_eq!(cube.dataset.sources[0].year, Some(2026));
    let region = cube.dimensions.iter().find(|dimension| dimension.id == "Region").expect("it is there");
    assert_eq!(region.kind, DimensionKind::Area);
    assert_eq!(region.total, Some(0));
    let mandatory: Vec<&str> = cube.dataset.mandatory_notes.iter().map(|note| note.original()).collect();
    assert_eq!(mandatory, ["Måste visas.", "Region 03: Ny gräns 2022."]);
    assert_eq!(region.categories[4].label.original(), "Region 03");
    assert_eq!(document["note"][1], "Måste visas.");
    assert_eq!(document["extension"]["noteMandatory"]["1"], true);
    assert_eq!(document["dimension"]["Region"]["extension"]["categoryNoteMandatory"]["03"]["0"], true);
    assert_eq!(document["dimension"]["Region"]["category"]["note"]["03"][0], "Ny gräns 2022.");
    assert_eq!(document["dimension"]["ContentsCode"]["category"]["unit"]["N2"]["base"], "antal");
    let empty = cube.columns.iter().flat_map(|column| (0..30).map(|row| column.figure(row)));
    assert!(!empty.clone().any(|figure| matches!(figure, Figure::Known(known) if known.value == 0.0)));
    assert_eq!(empty.count(), 60);
}

#[test]
fn a_selection_asks_for_that_and_nothing_else() {
    let pxweb = Pxweb::new(1000);
    let server = Server::new(move |asked, _| pxweb.answer(asked));
    let mut question = question(&server);
    question.table.push_str("/data?lang=en&valueCodes[Tid]=2023");
    question.select = vec!["Region=01??;Kön=2".into()];
    let document = fetched(&question).expect("it is fetched");
    check_cells(&document);
    assert_eq!(document["size"], serde_json::json!([2, 1, 2, 1]));
    let asked = decoded(&server.asked_with("/data")[0].target);
    assert!(
        asked.ends_with(
            "&lang=en&valueCodes[Region]=0114,0180&valueCodes[Kön]=2&valueCodes[ContentsCode]=*&valueCodes[Tid]=2023"
        ),
        "{asked}"
    );
    question.select = vec!["Ålder=1".into()];
    assert!(matches!(fetched(&question), Err(FetchError::NoDimension { there_are, .. }) if there_are.len() == 4));
}

#[test]
fn a_server_that_allows_less_than_it_says_is_asked_for_halves() {
    let mut pxweb = Pxweb::new(9);
    pxweb.config["maxDataCells"] = 1000.into();
    let server = Server::new(move |asked, _| pxweb.answer(asked));
    check_cells(&fetched(&question(&server)).expect("it is fetched"));
}

#[test]
fn the_servers_pace_is_kept() {
    let mut pxweb = Pxweb::new(20);
    pxweb.config["maxCallsPerTimeWindow"] = 2.into();
    let server = Server::new(move |asked, _| pxweb.answer(asked));
    fetched(&question(&server)).expect("it is fetched");
    let asked = server.asked();
    assert!(asked.len() >= 5, "{asked:?}");
    for three in asked.windows(3) {
        // The server looks at its own clock, a little later.
        assert!(three[2].at - three[0].at > Duration::from_millis(950), "{three:?}");
    }
}

#[test]
fn a_server_without_limits_is_asked_little_and_the_reader_told() {
    for config in [
        Reply::status(404, ""),
        Reply::json(&serde_json::json!({"maxDataCells": 0, "maxCallsPerTimeWindow": 0, "timeWindow": 0})),
    ] {
        let pxweb = Pxweb::new(1000);
        let server = Server::new(move |asked, _| match asked.target.as_str() {
            "/api/v2/config" => config.clone(),
            _ => pxweb.answer(asked),
        });
        let (mut client, told) = client();
        pxweb::fetch(&question(&server), &mut client).expect("it is fetched");
        assert!(told.text().contains("does not say how much"), "{}", told.text());
    }
}

#[test]
fn what_was_fetched_is_not_asked_for_again() {
    let folder = folder("resume");
    let out = folder.join("tabell.json");
    let pxweb = Pxweb::new(7);
    let broken = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let is_broken = std::sync::Arc::clone(&broken);
    let server = Server::new(move |asked, n| match is_broken.load(std::sync::atomic::Ordering::Relaxed) && n > 7 {
        true => Reply::status(500, "oj"),
        false => pxweb.answer(asked),
    });
    let question = pxweb::Question { out: Some(out.clone()), ..question(&server) };
    let error = fetch::pxweb(&question, &mut client().0).expect_err("the server fails");
    assert!(matches!(error, FetchError::StillFailing { status: 500, attempts: 4, .. }), "{error:?}");
    assert!(!out.exists(), "half a table is no table");
    let first: Vec<String> = server.asked_with("/data").into_iter().take(5).map(|asked| asked.target).collect();
    let n_before = server.asked().len();
    broken.store(false, std::sync::atomic::Ordering::Relaxed);
    let (mut client, told) = client();
    fetch::pxweb(&question, &mut client).expect("it is fetched");
    let second: Vec<String> = server.asked().into_iter().skip(n_before).map(|asked| asked.target).collect();
    assert_eq!(second.iter().filter(|target| target.contains("/data")).count(), 15 - 5);
    assert!(second.iter().all(|target| !first.contains(target)), "{second:?}");
    assert!(told.text().contains("5 of 15 (kept from last time)\n6 of 15\n"), "{}", told.text());
    let document: Value = serde_json::from_slice(&fs::read(&out).expect("it is written")).expect("it is JSON");
    check_cells(&document);
    let left: Vec<_> = fs::read_dir(&folder).expect("it is there").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left, ["tabell.json"], "nothing else is left");
}

#[test]
fn parts_of_an_older_table_are_not_mixed_in() {
    let folder = folder("older");
    let out = folder.join("tabell.json");
    let updated = std::sync::Arc::new(std::sync::Mutex::new("2026-01-01".to_owned()));
    let current = std::sync::Arc::clone(&updated);
    let server = Server::new(move |asked, n| {
        let mut pxweb = Pxweb::new(20);
        pxweb.updated = current.lock().expect("nobody panicked with it").clone();
        if n == 4 { Reply::status(400, "nej") } else { pxweb.answer(asked) }
    });
    let question = pxweb::Question { out: Some(out.clone()), ..question(&server) };
    fetch::pxweb(&question, &mut client().0).expect_err("the server fails at the second part");
    *updated.lock().expect("nobody panicked with it") = "2026-02-02".to_owned();
    let n_before = server.asked_with("/data").len();
    fetch::pxweb(&question, &mut client().0).expect("it is fetched");
    assert_eq!(server.asked_with("/data").len() - n_before, 5, "all parts are asked for anew");
}

#[test]
fn a_table_that_is_updated_meanwhile_is_refused() {
    let server = Server::new(|asked, n| {
        let mut pxweb = Pxweb::new(20);
        // The metadata say the same before and after: only the parts tell.
        let is_new = n > 4 && asked.target.contains("/data");
        pxweb.updated = if is_new { "2026-02-02".into() } else { "2026-01-01".into() };
        pxweb.answer(asked)
    });
    let out = folder("changed").join("tabell.json");
    let question = pxweb::Question { out: Some(out.clone()), ..question(&server) };
    let error = fetch::pxweb(&question, &mut client().0).expect_err("old and new do not go together");
    assert!(matches!(error, FetchError::Changed(what) if what == "updated"));
    // The old parts are gone: the next time goes well.
    fetch::pxweb(&question, &mut client().0).expect("it is fetched");
    let document: Value = serde_json::from_slice(&fs::read(&out).expect("it is written")).expect("it is JSON");
    assert_eq!(document["updated"], "2026-02-02");
    check_cells(&document);
}

#[test]
fn a_saved_query_is_fetched_as_it_was_saved() {
    let pxweb = Pxweb::new(1000);
    let server = Server::new(move |asked, _| pxweb.answer(asked));
    let mut question = question(&server);
    question.table = format!("{}/api/v2/savedqueries/77", server.address);
    let document = fetched(&question).expect("it is fetched");
    assert_eq!(document["size"][0], 2);
    check_cells(&document);
    question.select = vec!["Tid=2023".into()];
    assert!(matches!(fetched(&question), Err(FetchError::SavedSelection)));
}

#[test]
fn a_saved_query_that_is_too_large_is_fetched_from_its_table_in_parts() {
    let ask = |pxweb: Pxweb| {
        let server = Server::new(move |asked, _| pxweb.answer(asked));
        let mut question = question(&server);
        question.table = format!("{}/api/v2/savedqueries/77", server.address);
        fetched(&question)
    };
    let document = ask(Pxweb::new(10)).expect("it is fetched");
    assert_eq!(document["size"][0], 2);
    check_cells(&document);
    // What can't be asked of the table itself: codes of a list, an expression we do not know, a dimension left out.
    for (at, change) in
        [(0, Some(("codelist", "agg_1".into()))), (3, Some(("valueCodes", vec!["TOP(3)"].into()))), (1, None)]
    {
        let mut pxweb = Pxweb::new(10);
        match change {
            Some((name, value)) => pxweb.saved[at][name] = value,
            None => drop(pxweb.saved.as_array_mut().expect("it is a list").remove(at)),
        }
        let error = ask(pxweb).expect_err("it can't be split");
        assert!(matches!(error, FetchError::TooManyCells { .. }), "{error:?}");
    }
}

#[test]
fn a_long_question_is_sent_as_a_body() {
    let codes: Vec<String> = (0..900).map(|code| format!("{code:08}")).collect();
    let server = Server::new(move |asked, _| {
        let some = match serde_json::from_str::<Value>(&asked.body) {
            Ok(body) => body["selection"][0]["valueCodes"].clone(),
            Err(_) => codes.clone().into(),
        };
        let n = some.as_array().map_or(0, Vec::len);
        Reply::json(&match asked.target.contains("config") {
            true => serde_json::json!({"maxDataCells": 400, "maxCallsPerTimeWindow": 100, "timeWindow": 1}),
            false => {
                serde_json::json!({"id": ["X"], "size": [n], "dimension": {"X": {"category": {"index": some}}}, "value": vec![1; n]})
            }
        })
    });
    let document = fetched(&question(&server)).expect("it is fetched");
    assert_eq!(document["value"].as_array().map(Vec::len), Some(900));
    assert_eq!(document["extension"]["lang"], "sv", "as nobody says otherwise");
    let asked = server.asked_with("/data");
    assert_eq!(asked.len(), 3);
    assert!(asked.iter().all(|asked| !asked.target.contains("valueCodes") && asked.body.len() > 1800));
}
