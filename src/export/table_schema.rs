//! The Data Package that describes a CSV file of ours: what its columns are, and where the figures come from.

use serde_json::{Map, Value, json};

use super::csv::{
    Style,
    field::{Field, fields},
    guarded,
};
use crate::model::{cube::Cube, dataset::Source, text::Text};

/// `datapackage.json` of a file at this path, which stands beside it.
pub fn write(cube: &Cube, path: &str, style: Style) -> Vec<u8> {
    let dataset = &cube.dataset;
    let said = |text: &Text| text.get(style.language).to_owned();
    let fields = fields(cube);
    let key: Vec<String> = fields
        .iter()
        .filter(|(field, _)| matches!(field, Field::Code(_) | Field::Measure))
        .map(|(_, name)| guarded(name, style))
        .collect();
    let columns: Vec<Value> = fields.iter().map(|(field, name)| column(cube, *field, name, style)).collect();
    let mut schema = json!({"fields": columns, "missingValues": [""]});
    let mut package = Map::new();
    package.insert("$schema".into(), "https://datapackage.org/profiles/2.0/datapackage.json".into());
    package.insert("title".into(), said(&dataset.label).into());
    if !key.is_empty() {
        schema["primaryKey"] = json!(key);
    }
    if let Some(updated) = &dataset.updated {
        package.insert("created".into(), json!(updated));
    }
    if let Some(licence) = &dataset.licence {
        package.insert("licenses".into(), json!([{"name": licence}]));
    }
    if let Some(publisher) = &dataset.publisher {
        package.insert("contributors".into(), json!([{"title": said(publisher), "roles": ["publisher"]}]));
    }
    if !dataset.sources.is_empty() {
        package.insert("sources".into(), dataset.sources.iter().map(source).collect());
    }
    if !dataset.registry_numbers.is_empty() {
        package.insert("diarienummer".into(), json!(dataset.registry_numbers));
    }
    let resource = json!({
        "name": "data",
        "type": "table",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": style.delimiter().to_string(), "lineTerminator": "\r\n"},
        "schema": schema,
    });
    package.insert("resources".into(), json!([resource]));
    serde_json::to_vec_pretty(&Value::Object(package)).unwrap_or_default()
}

fn column(cube: &Cube, field: Field, name: &str, style: Style) -> Value {
    let said = |text: &Text| guarded(text.get(style.language), style);
    let (kind, title, categories): (&str, Option<String>, Vec<(String, String)>) = match field {
        Field::Code(place) => {
            let dimension = cube.dimensions.get(place);
            let categories = dimension.into_iter().flat_map(|dimension| &dimension.categories);
            let categories = categories.map(|category| (guarded(&category.code, style), said(&category.label)));
            ("string", dimension.map(|dimension| said(&dimension.label)), categories.collect())
        }
        Field::Measure => {
            let stored = cube.measures.iter().filter(|measure| measure.column.is_some());
            let categories = stored.map(|measure| (guarded(&measure.id, style), said(&measure.label)));
            let metric = super::jsonstat::metric(cube);
            ("string", metric.map(|metric| said(&metric.label)), categories.collect())
        }
        Field::Value => ("number", None, Vec::new()),
        Field::Synthetic => ("boolean", None, Vec::new()),
        Field::Label(_) | Field::MeasureLabel | Field::Status => ("string", None, Vec::new()),
    };
    let mut column = json!({"name": guarded(name, style), "type": kind});
    if let Some(title) = title {
        column["title"] = title.into();
    }
    if !categories.is_empty() {
        let category = |(value, label): (String, String)| json!({"value": value, "label": label});
        column["categories"] = categories.into_iter().map(category).collect();
    }
    if field == Field::Value {
        column["decimalChar"] = style.decimal_sign().to_string().into();
    }
    column
}

fn source(source: &Source) -> Value {
    let Source { title, publisher, year, url } = source;
    let mut said = json!({"title": title});
    let extra = [
        ("path", url.as_ref().map(|url| json!(url))),
        ("publisher", (!publisher.is_empty()).then(|| json!(publisher))),
        ("year", year.map(|year| json!(year))),
    ];
    for (name, value) in extra {
        if let Some(value) = value {
            said[name] = value;
        }
    }
    said
}
