//! The metadata of DCAT-AP-SE 3, as JSON-LD: the file that Sweden's data portal harvests.
//!
//! Source: Myndigheten för digital förvaltning (2024), DCAT-AP-SE 3.0.1; W3C (2024), DCAT 3.

use serde_json::{Map, Value, json};

use super::{
    publisher::Publisher,
    table::{CC0, Table},
};
use crate::{
    model::{
        dimension::DimensionKind,
        text::{Language, Text},
    },
    words::release as words,
};

/// Where the file lies, within the site.
pub const PATH: &str = "data/dcat.jsonld";

const LANGUAGES: [&str; 2] = [
    "http://publications.europa.eu/resource/authority/language/SWE",
    "http://publications.europa.eu/resource/authority/language/ENG",
];
const THEME: &str = "http://publications.europa.eu/resource/authority/data-theme/SOCI";
const SWEDEN: &str = "http://publications.europa.eu/resource/authority/country/SWE";
const PUBLIC: &str = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";
const JSON: &str = "https://www.iana.org/assignments/media-types/application/json";
const JSON_STAT: &str = "https://json-stat.org/full/";
const SHA_256: &str = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";

/// The catalogue with its datasets, as one graph.
pub fn document(title: &str, tables: &[Table], publisher: &Publisher, date: &str) -> Value {
    let mut graph = vec![json!({
        "@id": publisher.at("data/dcat.jsonld#catalogue"),
        "@type": "dcat:Catalog",
        "dcterms:title": {"@value": title, "@language": "sv"},
        "dcterms:description": in_languages(&words::about_catalogue()),
        "dcterms:publisher": {"@id": agent_id(publisher)},
        "dcterms:license": {"@id": CC0},
        "dcterms:language": LANGUAGES.map(|language| json!({"@id": language})),
        "dcterms:modified": day(date),
        "dcterms:spatial": {"@id": SWEDEN},
        "foaf:homepage": {"@id": publisher.at("")},
        "dcat:themeTaxonomy": {"@id": "http://publications.europa.eu/resource/authority/data-theme"},
        "dcat:dataset": tables.iter().map(|table| json!({"@id": dataset_id(table, publisher)})).collect::<Vec<_>>(),
    })];
    graph.push(agent(publisher));
    graph.extend(contact(publisher));
    for table in tables {
        graph.push(dataset(table, publisher, date));
        graph.push(distribution(table, publisher));
    }
    json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dcterms": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "prov": "http://www.w3.org/ns/prov#",
            "spdx": "http://spdx.org/rdf/terms#",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@graph": graph,
    })
}

fn dataset_id(table: &Table, publisher: &Publisher) -> String {
    publisher.at(&format!("data/dcat.jsonld#{}", table.id()))
}

fn agent_id(publisher: &Publisher) -> String {
    publisher.at("data/dcat.jsonld#publisher")
}

fn agent(publisher: &Publisher) -> Value {
    json!({"@id": agent_id(publisher), "@type": "foaf:Agent", "foaf:name": publisher.name})
}

fn contact(publisher: &Publisher) -> Option<Value> {
    let email = publisher.email.as_ref()?;
    Some(json!({
        "@id": publisher.at("data/dcat.jsonld#contact"),
        "@type": "vcard:Organization",
        "vcard:fn": publisher.name,
        "vcard:hasEmail": {"@id": format!("mailto:{email}")},
    }))
}

fn dataset(table: &Table, publisher: &Publisher, date: &str) -> Value {
    let facts = &table.cleared.cube().dataset;
    let mut it = json!({
        "@id": dataset_id(table, publisher),
        "@type": "dcat:Dataset",
        "dcterms:identifier": table.id(),
        "dcterms:title": in_languages(&facts.label),
        "dcterms:description": in_languages(&table.about),
        "dcterms:publisher": {"@id": agent_id(publisher)},
        "dcterms:accessRights": {"@id": PUBLIC},
        "dcterms:language": LANGUAGES.map(|language| json!({"@id": language})),
        "dcterms:spatial": {"@id": SWEDEN},
        "dcterms:modified": day(facts.updated.as_deref().and_then(|updated| updated.get(..10)).unwrap_or(date)),
        "dcat:theme": {"@id": THEME},
        "dcat:keyword": keywords(facts.is_synthetic),
        "dcat:version": table.file.sha256.get(..16),
        "dcat:distribution": {"@id": distribution_id(table, publisher)},
        "dcat:landingPage": {"@id": publisher.at(&format!("utforska/?dataset={}", table.id()))},
    });
    let members = it.as_object_mut();
    if let Some(members) = members {
        if publisher.email.is_some() {
            members.insert("dcat:contactPoint".into(), json!({"@id": publisher.at("data/dcat.jsonld#contact")}));
        }
        if let Some((from, to)) = years(table) {
            let period = json!({
                "@type": "dcterms:PeriodOfTime",
                "dcat:startDate": {"@value": from, "@type": "xsd:gYear"},
                "dcat:endDate": {"@value": to, "@type": "xsd:gYear"},
            });
            members.insert("dcterms:temporal".into(), period);
        }
        let sources: Vec<Value> = facts.sources.iter().map(source).collect();
        if !sources.is_empty() {
            members.insert("dcterms:source".into(), Value::Array(sources));
        }
    }
    it
}

fn source(source: &crate::model::dataset::Source) -> Value {
    let mut it = Map::new();
    if let Some(url) = &source.url {
        it.insert("@id".into(), json!(url));
    }
    it.insert("dcterms:title".into(), json!(source.title));
    it.insert("dcterms:publisher".into(), json!({"@type": "foaf:Agent", "foaf:name": source.publisher}));
    if let Some(year) = source.year {
        it.insert("dcterms:issued".into(), json!({"@value": year.to_string(), "@type": "xsd:gYear"}));
    }
    Value::Object(it)
}

fn distribution_id(table: &Table, publisher: &Publisher) -> String {
    publisher.at(&format!("data/dcat.jsonld#{}-json", table.id()))
}

fn distribution(table: &Table, publisher: &Publisher) -> Value {
    let at = publisher.at(&format!("data/{}", table.file.href));
    json!({
        "@id": distribution_id(table, publisher),
        "@type": "dcat:Distribution",
        "dcterms:title": {"@value": "JSON-stat 2.0", "@language": "en"},
        "dcat:accessURL": {"@id": at},
        "dcat:downloadURL": {"@id": at},
        "dcterms:format": "application/json",
        "dcat:mediaType": {"@id": JSON},
        "dcterms:conformsTo": {"@id": JSON_STAT},
        "dcterms:license": table.licence(),
        "dcat:byteSize": {"@value": table.file.bytes.to_string(), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": SHA_256},
            "spdx:checksumValue": {"@value": table.file.sha256, "@type": "xsd:hexBinary"},
        },
    })
}

fn keywords(is_synthetic: bool) -> Vec<Value> {
    let words = ["barn", "HVB", "socialtjänst", "tillsyn"];
    let made_up = is_synthetic.then_some("syntetiska data");
    words.into_iter().chain(made_up).map(|word| json!({"@value": word, "@language": "sv"})).collect()
}

fn day(date: &str) -> Value {
    json!({"@value": date, "@type": "xsd:date"})
}

/// A text in the languages it has.
fn in_languages(text: &Text) -> Vec<Value> {
    let other = Language::ALL.into_iter().find(|language| *language != text.language());
    let own = json!({"@value": text.original(), "@language": text.language().tag()});
    let translated = text.translation().zip(other);
    std::iter::once(own)
        .chain(translated.map(|(words, other)| json!({"@value": words, "@language": other.tag()})))
        .collect()
}

/// The first and the last year of its periods; none where they are not years.
pub fn years(table: &Table) -> Option<(String, String)> {
    let cube = table.cleared.cube();
    let periods = &cube.dimensions.get(cube.dimension_of_kind(&DimensionKind::Period)?)?.categories;
    let year =
        |code: &str| code.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit())).map(str::to_owned);
    let years = periods.iter().map(|period| year(&period.code)).collect::<Option<Vec<_>>>()?;
    Some((years.iter().min()?.clone(), years.iter().max()?.clone()))
}
