//! The metadata of schema.org that search engines read, as JSON-LD.
//!
//! Source: schema.org, `DataCatalog`, `Dataset` and `DataDownload`.

use serde_json::{Value, json};

use super::{dcat, publisher::Publisher, table::Table};
use crate::{model::text::Language, words::release as words};

/// Where the file lies, within the site.
pub const PATH: &str = "data/schema.jsonld";

/// The catalogue with its datasets.
pub fn document(title: &str, tables: &[Table], publisher: &Publisher, date: &str) -> Value {
    json!({
        "@context": "https://schema.org/",
        "@type": "DataCatalog",
        "name": title,
        "description": words::about_catalogue().get(Language::Swedish),
        "url": publisher.at(""),
        "inLanguage": ["sv", "en"],
        "isAccessibleForFree": true,
        "dateModified": date,
        "publisher": organisation(publisher),
        "dataset": tables.iter().map(|table| dataset(table, publisher, date)).collect::<Vec<_>>(),
    })
}

fn organisation(publisher: &Publisher) -> Value {
    let mut it = json!({"@type": "Organization", "name": publisher.name});
    if let (Some(email), Some(members)) = (&publisher.email, it.as_object_mut()) {
        members.insert("email".into(), json!(email));
    }
    it
}

fn dataset(table: &Table, publisher: &Publisher, date: &str) -> Value {
    let cube = table.cleared.cube();
    let facts = &cube.dataset;
    let swedish = |text: &crate::model::text::Text| text.get(Language::Swedish).to_owned();
    let mut it = json!({
        "@type": "Dataset",
        "identifier": table.id(),
        "name": swedish(&facts.label),
        "alternateName": facts.label.get(Language::English),
        "description": swedish(&table.about),
        "url": publisher.at(&format!("utforska/?dataset={}", table.id())),
        "license": table.licence_address(),
        "creator": facts.publisher.as_ref().map(|name| json!({"@type": "Organization", "name": swedish(name)})),
        "publisher": organisation(publisher),
        "dateModified": facts.updated.as_deref().and_then(|updated| updated.get(..10)).unwrap_or(date),
        "isAccessibleForFree": true,
        "spatialCoverage": "Sverige",
        "variableMeasured": cube.measures.iter().map(|measure| swedish(&measure.label)).collect::<Vec<_>>(),
        "temporalCoverage": dcat::years(table).map(|(from, to)| format!("{from}/{to}")),
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": publisher.at(&format!("data/{}", table.file.href)),
            "sha256": table.file.sha256,
        },
    });
    if let Some(members) = it.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    it
}

/// The page with the metadata in its head: data, not a script that runs. None where the page has no head.
pub fn within(page: &str, metadata: &Value) -> Option<String> {
    let (before, after) = page.split_once("</head>")?;
    // A text in it cannot end the element.
    let data = metadata.to_string().replace('<', "\\u003c");
    Some(format!("{before}<script type=\"application/ld+json\">{data}</script>\n</head>{after}"))
}
