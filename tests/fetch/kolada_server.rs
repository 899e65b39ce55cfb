//! Kolada's API v3 with a few municipalities: lists in pages, figures by gender, groups among the municipalities.

use serde_json::{Value, json};

use crate::server::{Asked, Reply, decoded};

/// Ids, names and types.
const AREAS: [(&str, &str, &str); 5] = [
    ("0000", "Riket", "L"),
    ("0001", "Region Stockholm", "L"),
    ("0114", "Upplands Väsby", "K"),
    ("0180", "Stockholm", "K"),
    ("1480", "Göteborg", "K"),
];

/// The figure of a key figure, area, year and gender; null is missing, and some years have no record at all.
pub fn value(kpi: &str, area: &str, year: u64, gender: &str) -> Option<Value> {
    let number = kpi.len() as u64 + area.parse::<u64>().unwrap_or(7) % 97 + year % 100;
    match (area, year, gender) {
        ("1480", 2022, _) => None,
        ("0114", 2023, "K") => Some(Value::Null),
        (_, _, "T") => Some(json!(number as f64 / 4.0)),
        (_, _, "K") => Some(json!(0)),
        _ => Some(json!(number)),
    }
}

/// The server; each page has so many values at most.
pub fn answer(asked: &Asked, address: &str, per_page: usize) -> Reply {
    let (path, query) = asked.target.split_once('?').unwrap_or((&asked.target, ""));
    let path = decoded(path);
    let steps: Vec<&str> = path.trim_start_matches("/v3/").split('/').collect();
    let values: Vec<Value> = match steps.as_slice() {
        ["kpi", ids] => ids.split(',').filter_map(kpi).collect(),
        ["municipality"] => {
            AREAS.iter().map(|(id, title, kind)| json!({"id": id, "title": title, "type": kind})).collect()
        }
        ["data", "kpi", rest @ ..] => records(rest),
        _ => return Reply::status(404, ""),
    };
    let page: usize = query.split('&').find_map(|pair| pair.strip_prefix("page=")?.parse().ok()).unwrap_or(1);
    let begin = (page - 1) * per_page;
    let some: Vec<&Value> = values.iter().skip(begin).take(per_page).collect();
    let has_more = begin + per_page < values.len();
    let next = has_more.then(|| format!("{address}{path}?page={}&per_page={per_page}", page + 1));
    Reply::json(&json!({"count": values.len(), "values": some, "next_url": next, "previous_url": null}))
}

fn kpi(id: &str) -> Option<Value> {
    let title = match id {
        "N33813" => "Barn och unga 0-20 år placerade i HVB, antal",
        "U33816" => "Barnhandläggare med erfarenhet, andel (%)",
        _ => return None,
    };
    Some(json!({"id": id, "title": title, "description": format!("Definition av {id}."), "municipality_type": "K",
        "is_divided_by_gender": true, "has_ou_data": false, "operating_area": "Barn och unga", "auspices": "X",
        "publication_date": "2025-06-01", "publ_period": "2024"}))
}

fn records(steps: &[&str]) -> Vec<Value> {
    let list = |name: &str| {
        let at = steps.iter().position(|step| *step == name)?;
        Some(steps[at + 1].split(',').map(str::to_owned).collect::<Vec<_>>())
    };
    let all: Vec<String> = AREAS.iter().map(|(id, ..)| *id).chain(["G124026"]).map(str::to_owned).collect();
    let years = list("year").unwrap_or(vec!["2022".into(), "2023".into()]);
    let mut records = Vec::new();
    for area in list("municipality").unwrap_or(all) {
        for year in years.iter().map(|year| year.parse::<u64>().expect("it is a year")).filter(|year| *year < 2024) {
            let cell = |gender| {
                let value = value(steps[0], &area, year, gender)?;
                Some(json!({"gender": gender, "count": 1, "status": "", "value": value, "isdeleted": false}))
            };
            let values: Vec<Value> = ["K", "M", "T"].into_iter().filter_map(cell).collect();
            if !values.is_empty() {
                records.push(json!({"kpi": steps[0], "municipality": area, "period": year, "values": values}));
            }
        }
    }
    records
}
