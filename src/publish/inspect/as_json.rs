//! The answer for a program: all codes, and the sentences in one language.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{
    Found, Inspection,
    asked::Places,
    values::{self, Values},
};
use crate::{
    gate::{Refusal, receipt::Receipt},
    load::complaint::{Complaint, Place, Severity},
    model::{
        catalogue::CatalogueItem,
        cube::Cube,
        dataset::MetricDimension,
        dimension::{Dimension, DimensionKind},
        measure::{Measure, MeasureKind, ProtectedUnit},
        text::{Language, Text},
    },
    view_model::tally::Tally,
    words::{
        complaint::{self, said::Said},
        receipt, refusal,
    },
};

/// The answer as JSON; its members are described in the README. The cells are written as they are met.
pub fn answer(
    inspection: &Inspection,
    asked: &[Places],
    is_all_asked: bool,
    language: Language,
    mut out: impl Write,
) -> io::Result<()> {
    let mut members = Map::new();
    let mut values = None;
    members.insert("is_readable".into(), (!matches!(inspection.found, Found::Nothing)).into());
    members.insert("format".into(), json!(inspection.format.map(|format| format.id())));
    members.insert("encoding".into(), json!(inspection.encoding.map(|encoding| encoding.name())));
    if !inspection.parts.is_empty() {
        members.insert("datasets".into(), inspection.parts.iter().map(|part| json!({"label": part})).collect());
    }
    match &inspection.found {
        Found::Dataset(content) => {
            members.insert("class".into(), "dataset".into());
            members.extend(cube_json(&content.cube, language));
            members.insert("gate".into(), outcome_json(&content.outcome, language));
            values = Some(Values { cube: &content.cube, asked, is_all_asked });
        }
        Found::Catalogue(catalogue) => {
            members.insert("class".into(), "collection".into());
            members.insert("datasets".into(), catalogue.items.iter().map(|item| item_json(item, language)).collect());
        }
        Found::Nothing => {}
    }
    let complaints: Value = inspection.complaints.iter().map(|one| complaint_json(one, language)).collect();
    members.insert("complaints".into(), complaints);
    serde_json::to_writer_pretty(&mut out, &Answer { members, values })?;
    writeln!(out)
}

/// The members, and the cells where there are some.
#[derive(Serialize)]
struct Answer<'c> {
    #[serde(flatten)]
    members: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Values<'c>>,
}

fn item_json(item: &CatalogueItem, language: Language) -> Value {
    json!({"id": item.id, "label": item.label.get(language), "href": item.href, "synthetic": item.is_synthetic})
}

fn cube_json(cube: &Cube, language: Language) -> Map<String, Value> {
    let dataset = &cube.dataset;
    let sources: Vec<Value> = dataset
        .sources
        .iter()
        .map(|it| json!({"title": it.title, "publisher": it.publisher, "year": it.year, "url": it.url}))
        .collect();
    let titles: Vec<&str> = dataset.sources.iter().map(|it| it.title.as_str()).collect();
    let mut dimensions: Vec<Value> = cube.dimensions.iter().map(|it| dimension_json(it, language)).collect();
    if let Some(metric) = values::metric(cube) {
        dimensions.insert(metric.place.min(dimensions.len()), metric_json(&metric, cube, language));
    }
    let measures: Vec<Value> = cube.measures.iter().map(|it| measure_json(it, cube, language)).collect();
    let text = |text: &Text| text.get(language).to_owned();
    let mandatory: Vec<String> = dataset.mandatory_notes.iter().map(text).collect();
    let of_dimensions = cube
        .dimensions
        .iter()
        .flat_map(|it| it.notes.iter().chain(it.categories.iter().flat_map(|category| &category.notes)));
    let of_measures = cube.measures.iter().flat_map(|it| &it.notes);
    let notes = dataset.mandatory_notes.iter().chain(&dataset.notes).chain(of_dimensions).chain(of_measures);
    let sum: f64 = cube.columns.iter().flat_map(|column| column.numbers()).flatten().sum();
    let members = [
        ("id", json!(dataset.id)),
        ("label", json!(dataset.label.get(language))),
        ("synthetic", json!(dataset.is_synthetic)),
        ("publisher", json!(dataset.publisher.as_ref().map(text))),
        ("source", json!((!titles.is_empty()).then(|| titles.join("; ")))),
        ("sources", sources.into()),
        ("diarienummer", json!(dataset.registry_numbers)),
        ("updated", json!(dataset.updated)),
        ("dimensions", dimensions.into()),
        ("measures", measures.into()),
        ("cells", tally_json(&Tally::of(&cube.columns))),
        ("sum", json!(sum)),
        ("notes", notes.map(text).collect()),
        ("mandatory_notes", json!(mandatory)),
    ];
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn metric_json(metric: &MetricDimension, cube: &Cube, language: Language) -> Value {
    let stored: Vec<&Measure> = cube.measures.iter().filter(|measure| measure.column.is_some()).collect();
    json!({
        "id": metric.id,
        "label": metric.label.get(language),
        "role": "metric",
        "size": stored.len(),
        "codes": stored.iter().map(|measure| &measure.id).collect::<Vec<_>>(),
        "labels": stored.iter().map(|measure| measure.label.get(language)).collect::<Vec<_>>(),
    })
}

fn dimension_json(dimension: &Dimension, language: Language) -> Value {
    let category = |number: usize| dimension.categories.get(number).map(|category| &category.code);
    let role = match dimension.kind {
        DimensionKind::Area => Some("geo"),
        DimensionKind::Period => Some("time"),
        _ => None,
    };
    let categories: Vec<Value> = dimension
        .categories
        .iter()
        .map(|it| {
            json!({
                "code": it.code,
                "label": it.label.get(language),
                "parent": it.parent.and_then(category),
                "level": it.level.map(|level| level.id()),
            })
        })
        .collect();
    json!({
        "id": dimension.id,
        "label": dimension.label.get(language),
        "role": role,
        "size": dimension.categories.len(),
        "codes": dimension.categories.iter().map(|it| &it.code).collect::<Vec<_>>(),
        "labels": dimension.categories.iter().map(|it| it.label.get(language)).collect::<Vec<_>>(),
        "kind": dimension.kind.id(),
        "total": dimension.total.and_then(category),
        "categories": categories,
    })
}

fn measure_json(measure: &Measure, cube: &Cube, language: Language) -> Value {
    let column = measure.column.and_then(|column| cube.columns.get(column));
    json!({
        "id": measure.id,
        "label": measure.label.get(language),
        "kind": kind(measure.kind),
        "unit": measure.unit.get(language),
        "protected_unit": protected_unit(measure.protected_unit),
        "cells": column.map(|column| tally_json(&Tally::of([column]))),
    })
}

fn tally_json(tally: &Tally) -> Value {
    let states = tally.states().map(|(id, n)| (id.to_owned(), Value::from(n)));
    let total = tally.states().map(|(_, n)| n).sum::<usize>();
    std::iter::once(("total".to_owned(), total.into())).chain(states).collect::<Map<_, _>>().into()
}

fn complaint_json(one: &Complaint, language: Language) -> Value {
    let place = place_json(&one.place);
    let severity = match one.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Fatal => "fatal",
    };
    let Said { message, remedy } = complaint::said(one, language);
    json!({"severity": severity, "place": place, "message": message, "remedy": remedy})
}

fn place_json(place: &Place) -> Value {
    match place {
        Place::File => Value::Null,
        Place::Pointer(pointer) => json!(pointer),
        Place::Text { line, column } => json!({"line": line, "column": column}),
        Place::Cell { sheet, row, column } => json!({"sheet": sheet, "row": row, "column": column}),
        Place::Within(file, within) => json!({"file": file, "within": place_json(within)}),
    }
}

fn outcome_json(outcome: &Result<Receipt, Refusal>, language: Language) -> Value {
    match outcome {
        Ok(it) => {
            let checked: Vec<&str> = it.checked.iter().map(|rule| receipt::rule(*rule, language)).collect();
            let not_checked: Vec<String> =
                it.not_checked.iter().map(|what| receipt::not_checked(what, language)).collect();
            let warnings: Vec<String> = it.warnings.iter().map(|it| receipt::warning(it, language)).collect();
            json!({
                "is_let_in": true,
                "n_cells": it.n_cells,
                "n_hidden": it.n_hidden,
                "threshold": it.threshold,
                "checked": checked,
                "not_checked": not_checked,
                "warnings": warnings,
            })
        }
        Err(it) => json!({"is_let_in": false, "reasons": refusal::refusal(it, language)}),
    }
}

/// The word of the profile.
fn kind(kind: MeasureKind) -> Option<&'static str> {
    match kind {
        MeasureKind::Count => Some("count"),
        MeasureKind::Share => Some("share"),
        MeasureKind::Rate => Some("rate"),
        MeasureKind::Mean => Some("mean"),
        MeasureKind::Index => Some("index"),
        MeasureKind::Duration => Some("duration"),
        MeasureKind::Unknown => None,
    }
}

/// The word of the profile.
fn protected_unit(unit: ProtectedUnit) -> &'static str {
    match unit {
        ProtectedUnit::Child => "child",
        ProtectedUnit::Case => "case",
        ProtectedUnit::Staff => "staff",
        ProtectedUnit::Home => "home",
        ProtectedUnit::None => "none",
    }
}
