//! A PxWebApi 2 with one table, as the documentation has it: limits, metadata, data by address and by body, saved queries.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::server::{Asked, Reply, decoded};

/// The dimensions of the table and their codes.
pub fn dimensions() -> Vec<(&'static str, Vec<String>)> {
    let text = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    vec![
        ("Region", text(&["00", "01", "0114", "0180", "03"])),
        ("Kön", text(&["1", "2"])),
        ("ContentsCode", text(&["N1", "N2"])),
        ("Tid", text(&["2021", "2022", "2023"])),
    ]
}

/// The number and the sign of a cell: some are empty with a sign, some without, some have both.
pub fn cell(codes: &[&str]) -> (Value, Option<&'static str>) {
    let sum: usize = codes.concat().bytes().enumerate().map(|(at, byte)| (at + 1) * usize::from(byte)).sum();
    match sum % 11 {
        0 => (Value::Null, Some("..")),
        1 => (Value::Null, None),
        2 => (json!(sum), Some("p")),
        3 => (json!(sum as f64 / 8.0), None),
        _ => (json!(sum), None),
    }
}

/// The server.
#[derive(Clone, Debug)]
pub struct Pxweb {
    /// What `/config` says.
    pub config: Value,
    /// What the server really allows.
    pub most: usize,
    /// When the table was updated.
    pub updated: String,
    /// What the saved query asks for.
    pub saved: Value,
}

impl Pxweb {
    pub fn new(most: usize) -> Self {
        let config = json!({
            "apiVersion": "2.3.2", "languages": [{"id": "sv", "label": "Svenska"}, {"id": "en", "label": "English"}],
            "defaultLanguage": "sv", "maxDataCells": most, "maxCallsPerTimeWindow": 1000, "timeWindow": 1,
            "license": "https://creativecommons.org/share-your-work/public-domain/cc0/", "features": [],
        });
        let all = |id: &str, codes: &[&str]| json!({"variableCode": id, "codelist": null, "valueCodes": codes});
        let saved = json!([
            all("Region", &["00", "01"]),
            all("Kön", &["*"]),
            all("ContentsCode", &["*"]),
            all("Tid", &["from(2021)"]),
        ]);
        Self { config, most, updated: "2026-02-20T07:00:00Z".into(), saved }
    }

    pub fn answer(&self, asked: &Asked) -> Reply {
        let (path, query) = asked.target.split_once('?').unwrap_or((&asked.target, ""));
        match path {
            "/api/v2/config" => Reply::json(&self.config),
            "/api/v2/tables/TAB1/metadata" => {
                let mut about = self.dataset(&dimensions(), false);
                if query.contains("lang=en") {
                    about["label"] = "Placed children by region and sex".into();
                    about["dimension"]["Kön"]["label"] = "sex".into();
                    about["dimension"]["Kön"]["category"]["label"]["2"] = "women".into();
                }
                Reply::json(&about)
            }
            "/api/v2/tables/TAB1/data" => self.data(query, &asked.body),
            "/api/v2/savedqueries/77/data" => {
                let mut dimensions = dimensions();
                dimensions[0].1.truncate(2);
                if dimensions.iter().map(|(_, codes)| codes.len()).product::<usize>() > self.most {
                    return Reply::status(403, r#"{"title":"Too many cells selected"}"#);
                }
                Reply::json(&self.dataset(&dimensions, true))
            }
            "/api/v2/savedqueries/77" => Reply::json(&json!({
                "id": "77", "language": "sv", "links": [],
                "savedQuery": {"id": "77", "tableId": "TAB1", "selection": {"selection": self.saved}},
            })),
            _ => Reply::status(404, r#"{"type":"Parameter error","title":"Non-existent table","status":404}"#),
        }
    }

    fn data(&self, query: &str, body: &str) -> Reply {
        let mut asked: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for pair in query.split('&') {
            let (name, value) = pair.split_once('=').expect("each has a value");
            if let Some(id) = decoded(name).strip_prefix("valueCodes[").and_then(|id| id.strip_suffix(']')) {
                asked.insert(id.to_owned(), value.split(',').map(decoded).collect());
            }
        }
        if !body.is_empty() {
            let body: Value = serde_json::from_str(body).expect("it is JSON");
            for one in body["selection"].as_array().expect("it has a selection") {
                let codes = one["valueCodes"].as_array().expect("it has codes");
                let codes = codes.iter().map(|code| code.as_str().expect("a code is text").to_owned()).collect();
                asked.insert(one["variableCode"].as_str().expect("it has an id").to_owned(), codes);
            }
        }
        let mut chosen = dimensions();
        for (id, codes) in &mut chosen {
            let wanted = asked.remove(*id).expect("each dimension is asked for");
            if wanted != ["*"] {
                assert!(wanted.iter().all(|code| codes.contains(code)), "{wanted:?} of {id}");
                codes.retain(|code| wanted.contains(code));
            }
        }
        assert!(asked.is_empty(), "there is no {asked:?}");
        if chosen.iter().map(|(_, codes)| codes.len()).product::<usize>() > self.most {
            let title = "Too many cells selected";
            return Reply::status(
                403,
                &json!({"type": "Parameter error", "title": title, "detail": title}).to_string(),
            );
        }
        // As some do: another order than the metadata's.
        chosen.reverse();
        Reply::json(&self.dataset(&chosen, true))
    }

    fn dataset(&self, chosen: &[(&str, Vec<String>)], has_values: bool) -> Value {
        let dimension = |id: &str, codes: &[String]| {
            let index: Map<String, Value> = codes.iter().zip(0..).map(|(code, at)| (code.clone(), at.into())).collect();
            let label: Map<String, Value> =
                codes.iter().map(|code| (code.clone(), format!("{id} {code}").into())).collect();
            let mut dimension = json!({"label": id.to_lowercase(), "category": {"index": index, "label": label},
                "extension": {"elimination": false, "show": "value"}});
            if id == "ContentsCode" {
                let unit = |code: &String| (code.clone(), json!({"base": "antal", "decimals": 0}));
                dimension["category"]["unit"] = codes.iter().map(unit).collect::<Map<_, _>>().into();
            }
            if id == "Region" && codes.contains(&"00".into()) && has_values {
                dimension["extension"]["eliminationValueCode"] = "00".into();
                dimension["extension"]["elimination"] = true.into();
            }
            if id == "Region" && codes.contains(&"03".into()) {
                dimension["category"]["note"] = json!({"03": ["Ny gräns 2022."]});
                dimension["extension"]["categoryNoteMandatory"] = json!({"03": {"0": true}});
            }
            dimension
        };
        let dimensions: Map<String, Value> =
            chosen.iter().map(|(id, codes)| ((*id).to_owned(), dimension(id, codes))).collect();
        let mut dataset = json!({
            "version": "2.0", "class": "dataset", "label": "Placerade barn efter region och kön", "source": "Exempelverket",
            "updated": self.updated, "role": {"time": ["Tid"], "metric": ["ContentsCode"]},
            "note": ["Om tabellen.", "Måste visas."],
            "extension": {"noteMandatory": {"1": true}, "px": {"language": "sv", "tableid": "TAB1"},
                "contact": [{"name": "En Person", "mail": "en.person@example.org"}]},
            "id": chosen.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
            "size": chosen.iter().map(|(_, codes)| codes.len()).collect::<Vec<_>>(),
            "dimension": dimensions,
        });
        if has_values {
            let mut coordinates = vec![BTreeMap::new()];
            for (id, codes) in chosen {
                let longer = coordinates.iter().flat_map(|one: &BTreeMap<&str, &str>| {
                    codes.iter().map(move |code| {
                        let mut one = one.clone();
                        one.insert(id, code);
                        one
                    })
                });
                coordinates = longer.collect();
            }
            let cells: Vec<_> = coordinates
                .iter()
                .map(|one| cell(&dimensions_in_order().map(|id| *one.get(id).expect("it has one"))))
                .collect();
            dataset["value"] = cells.iter().map(|(value, _)| value.clone()).collect();
            let signs = cells.iter().enumerate().filter_map(|(at, (_, sign))| Some((at.to_string(), json!((*sign)?))));
            dataset["status"] = signs.collect::<Map<_, _>>().into();
        }
        dataset
    }
}

fn dimensions_in_order() -> [&'static str; 4] {
    ["Region", "Kön", "ContentsCode", "Tid"]
}
