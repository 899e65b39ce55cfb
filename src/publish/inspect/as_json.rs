//! The answer for a program: all codes, and the sentences in one language.

use serde_json::{Map, Value, json};

use super::{Content, Inspection};
use crate::{
    gate::{Refusal, receipt::Receipt},
    load::complaint::{Complaint, Place, Severity},
    model::{
        cube::Cube,
        dimension::Dimension,
        measure::{Measure, MeasureKind, ProtectedUnit},
        text::Language,
    },
    view_model::tally::Tally,
    words::{complaint, receipt, refusal},
};

/// The answer as JSON.
pub fn answer(inspection: &Inspection, language: Language) -> String {
    let complaints: Vec<Value> = inspection.complaints.iter().map(|one| complaint_json(one, language)).collect();
    let mut answer = Map::new();
    answer.insert("is_readable".into(), inspection.content.is_some().into());
    if let Some(Content { cube, outcome }) = &inspection.content {
        answer.extend(cube_json(cube, language));
        answer.insert("gate".into(), outcome_json(outcome, language));
    }
    answer.insert("complaints".into(), complaints.into());
    format!("{:#}", Value::Object(answer))
}

fn cube_json(cube: &Cube, language: Language) -> Map<String, Value> {
    let dataset = &cube.dataset;
    let sources: Vec<Value> = dataset
        .sources
        .iter()
        .map(|it| json!({"title": it.title, "publisher": it.publisher, "year": it.year, "url": it.url}))
        .collect();
    let dimensions: Vec<Value> = cube.dimensions.iter().map(|it| dimension_json(it, language)).collect();
    let measures: Vec<Value> = cube.measures.iter().map(|it| measure_json(it, cube, language)).collect();
    let members = [
        ("id", json!(dataset.id)),
        ("label", json!(dataset.label.get(language))),
        ("synthetic", json!(dataset.is_synthetic)),
        ("publisher", json!(dataset.publisher.as_ref().map(|it| it.get(language)))),
        ("sources", sources.into()),
        ("diarienummer", json!(dataset.registry_numbers)),
        ("updated", json!(dataset.updated)),
        ("dimensions", dimensions.into()),
        ("measures", measures.into()),
        ("cells", tally_json(&Tally::of(&cube.columns))),
    ];
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn dimension_json(dimension: &Dimension, language: Language) -> Value {
    let category = |number: usize| dimension.categories.get(number).map(|category| &category.code);
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
    let mut states = Map::new();
    states.insert("known".into(), tally.n_known.into());
    for (id, _, n) in tally.absences() {
        states.insert(id.to_owned(), n.into());
    }
    states.into()
}

fn complaint_json(one: &Complaint, language: Language) -> Value {
    let place = place_json(&one.place);
    let severity = match one.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Fatal => "fatal",
    };
    json!({"severity": severity, "place": place, "text": complaint::complaint(one, language)})
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
            json!({
                "is_let_in": true,
                "n_cells": it.n_cells,
                "n_hidden": it.n_hidden,
                "threshold": it.threshold,
                "checked": checked,
                "not_checked": not_checked,
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
