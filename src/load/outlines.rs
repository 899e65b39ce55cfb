//! `public/maps/*.json`: the outlines that `make maps` writes, as lists side by side.

use std::collections::HashMap;

use super::{
    complaint::Complaint,
    jsonstat::node::{file, members},
};
use crate::model::{
    outline::{Frame, Inset, Outline, Outlines},
    text::{Language, Text},
};

#[derive(Default)]
struct Wire {
    view_box: [f64; 4],
    areas: WireAreas,
    county_borders: Option<String>,
    insets: Vec<WireInset>,
    credit: WireText,
}
members!(Wire: view_box "viewBox", areas, county_borders, insets, credit; needs "viewBox", "areas", "credit");

#[derive(Default)]
struct WireText {
    sv: String,
    en: String,
}
members!(WireText: sv, en; needs "sv", "en");

/// The n-th code belongs to the n-th path.
#[derive(Default)]
struct WireAreas {
    code: Vec<String>,
    name: Vec<String>,
    name_en: Vec<String>,
    path: Vec<String>,
    label: Vec<[f64; 2]>,
    /// Each pair of neighbours stands at one of the two only.
    neighbours: Vec<Vec<String>>,
    /// Of divisions alone.
    counties: Vec<Vec<String>>,
    /// Column and row of its square.
    tile: Vec<[f64; 2]>,
}
members!(WireAreas: code, name, name_en, path, label, neighbours, counties, tile; needs "code", "name", "path", "label", "neighbours");

#[derive(Default)]
struct WireInset {
    name_sv: String,
    name_en: String,
    view_box: [f64; 4],
}
members!(WireInset: name_sv, name_en, view_box "viewBox"; needs "name_sv", "name_en", "viewBox");

/// The outlines of one level.
///
/// # Errors
/// A complaint with its place where the file is not what `make maps` writes.
pub fn read(bytes: &[u8]) -> Result<Outlines, Complaint> {
    let wire: Wire = file(bytes)?;
    Ok(Outlines {
        frame: frame(wire.view_box),
        areas: areas(wire.areas),
        insets: wire
            .insets
            .into_iter()
            .map(|inset| Inset { name: text(inset.name_sv, Some(inset.name_en)), frame: frame(inset.view_box) })
            .collect(),
        borders: wire.county_borders,
        credit: text(wire.credit.sv, Some(wire.credit.en)),
        is_tiled: false,
    })
}

fn areas(wire: WireAreas) -> Vec<Outline> {
    let positions: HashMap<String, usize> =
        wire.code.iter().enumerate().map(|(place, code)| (code.clone(), place)).collect();
    let mut english = wire.name_en.into_iter();
    let mut parts = wire.counties.into_iter();
    let mut tiles = wire.tile.into_iter();
    let rows = wire.code.into_iter().zip(wire.name).zip(wire.path).zip(wire.label);
    let mut areas: Vec<Outline> = rows
        .map(|(((code, name), path), label)| Outline {
            code,
            name: text(name, english.next()),
            frame: frame_of_path(&path),
            path,
            label: (label[0], label[1]),
            neighbours: Vec::new(),
            parts: parts.next().unwrap_or_default(),
            tile: tiles.next().map(|[column, row]| (column, row)),
        })
        .collect();
    for (place, neighbours) in wire.neighbours.iter().enumerate() {
        for &other in neighbours.iter().filter_map(|code| positions.get(code)) {
            for (one, two) in [(place, other), (other, place)] {
                if let Some(area) = areas.get_mut(one) {
                    area.neighbours.push(two);
                }
            }
        }
    }
    areas
}

fn frame([x, y, width, height]: [f64; 4]) -> Frame {
    Frame { x, y, width, height }
}

fn text(swedish: String, english: Option<String>) -> Text {
    let text = Text::new(Language::Swedish, swedish);
    match english {
        Some(english) => text.translated(english),
        None => text,
    }
}

/// The frame around a path of `m`, whole-number steps and `z`: all that `make maps` writes.
fn frame_of_path(path: &str) -> Frame {
    let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
    let mut at = (0.0, 0.0);
    for part in path.split(['m', 'M']).filter(|part| !part.trim().is_empty()) {
        let mut is_first = true;
        let mut start = at;
        for (dx, dy) in steps(part.trim_end_matches(['z', 'Z', ' '])) {
            at = (at.0 + dx, at.1 + dy);
            if is_first {
                start = at;
                is_first = false;
            }
            low = (low.0.min(at.0), low.1.min(at.1));
            high = (high.0.max(at.0), high.1.max(at.1));
        }
        // Closing a part leads back to where it began.
        at = start;
    }
    if low.0 > high.0 {
        return Frame::default();
    }
    Frame { x: low.0, y: low.1, width: high.0 - low.0, height: high.1 - low.1 }
}

/// "704 6508-66 100" as pairs: a minus also parts two numbers.
fn steps(part: &str) -> Vec<(f64, f64)> {
    let mut numbers: Vec<f64> = Vec::new();
    let mut begun = 0;
    let bytes = part.as_bytes();
    for end in 0..=bytes.len() {
        let parts = match bytes.get(end) {
            None | Some(b' ' | b',' | b'l') => true,
            Some(b'-') => end > begun,
            Some(_) => false,
        };
        if parts {
            numbers.extend(part.get(begun..end).and_then(|number| number.trim().parse::<f64>().ok()));
            begun = if bytes.get(end) == Some(&b'-') { end } else { end + 1 };
        }
    }
    numbers.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_of_a_path_holds_all_its_parts() {
        let path = "m10 20 5 0 0 5-5 0zm100 100 10-10z";
        assert_eq!(frame_of_path(path), Frame { x: 10.0, y: 20.0, width: 110.0, height: 100.0 });
        assert_eq!(frame_of_path(""), Frame::default());
    }

    #[test]
    fn neighbours_are_each_others() {
        let file = r#"{"viewBox":[0,0,9,9],"areas":{"code":["01","02"],"name":["A","B"],"path":["m0 0 1 1z","m1 1 1 1z"],
            "label":[[0,0],[1,1]],"neighbours":[["02"],[]]},"credit":{"sv":"s","en":"e"}}"#;
        let outlines = read(file.as_bytes()).expect("the file is whole");
        assert_eq!(outlines.areas[0].neighbours, [1]);
        assert_eq!(outlines.areas[1].neighbours, [0]);
        assert!(outlines.areas[0].parts.is_empty());
        assert_eq!(outlines.areas[0].tile, None);
    }

    #[test]
    fn a_division_says_which_counties_it_consists_of() {
        let file = r#"{"viewBox":[0,0,9,9],"areas":{"code":["nord"],"name":["Nord"],"path":["m0 0 1 1z"],"label":[[0,0]],
            "neighbours":[[]],"counties":[["24","25"]],"tile":[[1,0]]},"credit":{"sv":"s","en":"e"}}"#;
        let outlines = read(file.as_bytes()).expect("the file is whole");
        assert_eq!(outlines.areas[0].parts, ["24", "25"]);
        assert_eq!(outlines.areas[0].tile, Some((1.0, 0.0)));
    }
}
