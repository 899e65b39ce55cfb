//! Key figures by area, year and sex: every figure in its place, null never zero, regions not taken for municipalities.

use insyn::{
    load::{complaint::Severity, jsonstat},
    model::{
        area::Level,
        cube::Cube,
        figure::{Absence, Figure},
        measure::MeasureKind,
    },
    publish::fetch::{self, error::FetchError, kolada},
};
use serde_json::{Value, json};

use crate::{
    kolada_server::{answer, value},
    server::{Asked, Reply, Server, client, folder},
};

fn question(server: &Server, kpis: &[&str]) -> kolada::Question {
    kolada::Question {
        kpis: kpis.iter().map(|kpi| (*kpi).to_owned()).collect(),
        areas: "all".into(),
        years: Some("2022-2024".into()),
        sex: true,
        base: format!("{}/v3", server.address),
        out: None,
    }
}

/// A server that tells its own address in `next_url`.
fn server(per_page: usize) -> Server {
    Server::named(|address| move |asked: &Asked, _| answer(asked, &address, per_page))
}

fn fetched(question: &kolada::Question) -> Result<Value, FetchError> {
    kolada::fetch(question, &mut client().0).map(|(document, _)| document)
}

fn read(document: &Value) -> Cube {
    let (cube, complaints) = jsonstat::read(document.to_string().as_bytes(), "it");
    assert!(complaints.iter().all(|complaint| complaint.severity < Severity::Warning), "{complaints:?}");
    cube.expect("it can be read")
}

fn id_of(code: &str) -> String {
    if code.len() == 2 { format!("00{code}") } else { code.to_owned() }
}

#[test]
fn every_figure_stands_in_its_place_in_one_page_and_in_many() {
    let mut first: Option<Value> = None;
    for per_page in [5000, 3, 1] {
        let server = server(per_page);
        let document = fetched(&question(&server, &["n33813,U33816"])).expect("it is fetched");
        assert_eq!(document["id"], json!(["measure", "area", "period", "sex"]));
        assert_eq!(document["dimension"]["area"]["category"]["index"], json!(["00", "01", "0114", "0180", "1480"]));
        assert_eq!(document["dimension"]["period"]["category"]["index"], json!(["2022", "2023"]));
        let mut flat = 0;
        for kpi in ["N33813", "U33816"] {
            for area in ["00", "01", "0114", "0180", "1480"] {
                for year in [2022, 2023] {
                    for sex in ["T", "K", "M"] {
                        let expected = value(kpi, &id_of(area), year, sex);
                        let sign = expected.as_ref().filter(|value| value.is_null()).map(|_| "missing");
                        assert_eq!(document["value"][flat], expected.unwrap_or_default(), "{kpi} {area} {year} {sex}");
                        assert_eq!(document["status"][flat.to_string()].as_str(), sign, "{kpi} {area} {year} {sex}");
                        flat += 1;
                    }
                }
            }
        }
        assert_eq!(document["value"].as_array().map(Vec::len), Some(flat));
        let values = first.get_or_insert_with(|| document["value"].clone());
        assert_eq!(values, &document["value"], "{per_page} a page");
    }
}

#[test]
fn the_file_opens_with_what_kolada_says_and_no_more() {
    let server = server(5000);
    let document = fetched(&question(&server, &["N33813", "U33816"])).expect("it is fetched");
    let cube = read(&document);
    assert!(!cube.dataset.is_synthetic);
    assert_eq!(cube.dataset.sources[0].title, "Kolada");
    assert_eq!(document["source"], "Källa: Kolada");
    assert_eq!(
        cube.measures.iter().map(|measure| measure.kind).collect::<Vec<_>>(),
        [MeasureKind::Count, MeasureKind::Share]
    );
    assert_eq!(cube.measures[0].notes[0].original(), "Definition av N33813.");
    let areas = &cube.dimensions[0].categories;
    let levels: Vec<Option<Level>> = areas.iter().map(|area| area.level).collect();
    assert_eq!(levels[..3], [Some(Level::Nation), Some(Level::County), Some(Level::Municipality)]);
    assert_eq!(areas[1].label.original(), "Region Stockholm");
    assert_eq!(cube.dimensions[2].total, Some(0), "T is all");
    // 0114, 2023, women: null. 1480, 2022: no record. A zero is a zero.
    let row = |area: usize, year: usize, sex: usize| cube.columns[0].figure((area * 2 + year) * 3 + sex);
    assert_eq!(row(2, 1, 1), Figure::Absent(Absence::Missing));
    assert_eq!(row(4, 0, 0), Figure::Absent(Absence::Unpublished));
    assert_eq!(row(3, 0, 1), Figure::exact(0.0));
    let notes: Vec<&str> = cube.dataset.notes.iter().map(|note| note.original()).collect();
    assert!(notes.iter().any(|note| note.contains("aldrig noll")), "{notes:?}");
}

#[test]
fn without_sex_and_years_all_years_of_all_are_asked_for_by_area() {
    let server = server(5000);
    let mut question = question(&server, &["N33813"]);
    (question.sex, question.years) = (false, None);
    let document = fetched(&question).expect("it is fetched");
    assert_eq!(document["id"], json!(["measure", "area", "period"]));
    assert_eq!(document["size"], json!([1, 5, 2]));
    assert_eq!(server.asked_with("/data/kpi/N33813/municipality/0000,0001,0114,0180,1480?").len(), 1);
    question.areas = "01*,00".into();
    let document = fetched(&question).expect("it is fetched");
    assert_eq!(document["dimension"]["area"]["category"]["index"], json!(["00", "0114", "0180"]));
    assert_eq!(server.asked_with("/municipality/0000,0114,0180?").len(), 1);
}

#[test]
fn what_kolada_does_not_have_is_named() {
    let server = server(5000);
    let error = fetched(&question(&server, &["N33813", "N99999"])).expect_err("it is not there");
    assert!(matches!(error, FetchError::NoKpi(id) if id == "N99999"));
    assert!(matches!(fetched(&question(&server, &["../x"])), Err(FetchError::NoKpi(_))));
    let years = kolada::Question { years: Some("2024".into()), ..question(&server, &["N33813"]) };
    assert!(matches!(fetched(&years), Err(FetchError::NothingThere)));
    let areas = kolada::Question { areas: "0181".into(), ..question(&server, &["N33813"]) };
    assert!(matches!(fetched(&areas), Err(FetchError::NoArea(code)) if code == "0181"));
}

#[test]
fn a_next_page_elsewhere_or_in_a_circle_is_not_followed() {
    for next in ["http://example.org/v3/municipality?page=2", "file:///etc/passwd", "circle", "/v3/municipality?page=2"]
    {
        let server = Server::new(move |asked, _| {
            let next = if next == "circle" { asked.target.clone() } else { next.to_owned() };
            match asked.target.contains("/kpi/") {
                true => Reply::json(&json!({"values": [{"id": "N33813", "title": "Barn, antal"}], "next_url": null})),
                false => Reply::json(&json!({"values": [], "next_url": next})),
            }
        });
        let error = fetched(&question(&server, &["N33813"])).expect_err("it leads away");
        assert!(matches!(error, FetchError::WrongPage { .. }), "{next}: {error:?}");
    }
}

#[test]
fn a_sign_of_koladas_own_is_kept_and_not_explained() {
    let server = Server::new(|asked, n| match asked.target.contains("/data/") {
        true => Reply::json(&json!({"values": [{"kpi": "N33813", "municipality": "0180", "period": 2022,
            "values": [{"gender": "T", "value": null, "status": "Hemlig"}]}]})),
        false => answer(asked, "", 5000 + n),
    });
    let document = fetched(&question(&server, &["N33813"])).expect("it is fetched");
    let cube = {
        let (cube, complaints) = jsonstat::read(document.to_string().as_bytes(), "it");
        assert!(complaints.iter().all(|complaint| complaint.severity == Severity::Note), "{complaints:?}");
        cube.expect("it can be read")
    };
    assert_eq!(cube.columns[0].figure(0), Figure::Absent(Absence::UnknownSymbol("Hemlig".into())));
}

#[test]
fn pages_that_were_fetched_are_not_asked_for_again() {
    let folder = folder("kolada");
    let out = folder.join("hvb.json");
    let server = Server::named(|address| {
        move |asked: &Asked, n| match n {
            // A page of key figures, two of areas, two of data, and a fault that does not pass.
            6..=9 => Reply::status(502, ""),
            _ => answer(asked, &address, 3),
        }
    });
    let question = kolada::Question { out: Some(out.clone()), ..question(&server, &["N33813"]) };
    let error = fetch::kolada(&question, &mut client().0).expect_err("the server fails");
    assert!(matches!(error, FetchError::StillFailing { status: 502, .. }), "{error:?}");
    let first: Vec<String> = server.asked_with("/data/").iter().take(2).map(|asked| asked.target.clone()).collect();
    let n_before = server.asked().len();
    fetch::kolada(&question, &mut client().0).expect("it is fetched");
    let second: Vec<String> = server.asked().into_iter().skip(n_before).map(|asked| asked.target).collect();
    assert!(second.iter().all(|target| !first.contains(target)), "{second:?}");
    let document: Value = serde_json::from_slice(&std::fs::read(&out).expect("it is written")).expect("it is JSON");
    assert_eq!(document["value"].as_array().map(Vec::len), Some(30));
    assert_eq!(std::fs::read_dir(&folder).expect("it is there").count(), 1, "nothing else is left");
}

#[test]
fn figures_that_change_between_two_pages_are_asked_for_anew() {
    let out = folder("kolada-changed").join("hvb.json");
    let server = Server::named(|address| {
        move |asked: &Asked, n| {
            let figure = |value: u64, next: Option<String>| {
                Reply::json(
                    &json!({"next_url": next, "values": [{"kpi": "N33813", "municipality": "0180", "period": 2022,
                    "values": [{"gender": "T", "value": value, "status": ""}]}]}),
                )
            };
            match (asked.target.contains("/data/"), asked.target.contains("page=2")) {
                (true, false) => figure(n as u64 / 5, Some(format!("{address}{}&page=2", asked.target))),
                (true, true) => figure(1, None),
                _ => answer(asked, &address, 5000),
            }
        }
    });
    let question = kolada::Question { out: Some(out.clone()), ..question(&server, &["N33813"]) };
    let error = fetch::kolada(&question, &mut client().0).expect_err("0 is not 1");
    assert!(matches!(error, FetchError::Changed(_)), "{error:?}");
    fetch::kolada(&question, &mut client().0).expect("the second time both pages say the same");
}
