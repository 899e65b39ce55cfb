//! `public/maps/*.json`: the outlines that `make maps` writes.

use std::collections::HashMap;

use serde::Deserialize;

use super::{
    complaint::{Complaint, Place, Severity},
    fault::Fault,
};
use crate::model::{
    outline::{Frame, Inset, Outline, Outlines},
    text::{Language, Text},
};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    view_box: [f64; 4],
    areas: Vec<WireArea>,
    #[serde(default)]
    insets: Vec<WireInset>,
    #[serde(default, rename = "county_borders")]
    county_borders: Option<String>,
    credit: WireText,
}

#[derive(Deserialize)]
struct WireText {
    sv: String,
    en: String,
}

#[derive(Deserialize)]
struct WireArea {
    code: String,
    name: String,
    #[serde(default)]
    name_en: Option<String>,
    path: String,
    label: [f64; 2],
    bbox: [f64; 4],
    neighbours: Vec<String>,
}

#[derive(Deserialize)]
struct WireInset {
    name_sv: String,
    name_en: String,
    #[serde(rename = "viewBox")]
    view_box: [f64; 4],
}

/// The outlines of one level.
///
/// # Errors
/// A complaint with its place where the file is not what `make maps` writes.
pub fn read(bytes: &[u8]) -> Result<Outlines, Complaint> {
    let wire: Wire = serde_json::from_slice(bytes).map_err(|error| Complaint {
        severity: Severity::Fatal,
        place: Place::Text { line: error.line(), column: error.column() },
        fault: Fault::NotJson(error.to_string()),
    })?;
    let positions: HashMap<&str, usize> =
        wire.areas.iter().enumerate().map(|(place, area)| (area.code.as_str(), place)).collect();
    let areas = wire.areas.iter().map(|area| Outline {
        code: area.code.clone(),
        name: name(&area.name, area.name_en.as_deref()),
        path: area.path.clone(),
        label: (area.label[0], area.label[1]),
        frame: frame(area.bbox),
        neighbours: area.neighbours.iter().filter_map(|code| positions.get(code.as_str()).copied()).collect(),
    });
    Ok(Outlines {
        frame: frame(wire.view_box),
        areas: areas.collect(),
        insets: wire
            .insets
            .iter()
            .map(|inset| Inset { name: name(&inset.name_sv, Some(&inset.name_en)), frame: frame(inset.view_box) })
            .collect(),
        borders: wire.county_borders,
        credit: name(&wire.credit.sv, Some(&wire.credit.en)),
    })
}

fn frame([x, y, width, height]: [f64; 4]) -> Frame {
    Frame { x, y, width, height }
}

fn name(swedish: &str, english: Option<&str>) -> Text {
    let name = Text::new(Language::Swedish, swedish);
    match english {
        Some(english) => name.translated(english),
        None => name,
    }
}
