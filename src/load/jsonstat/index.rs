//! The codes of a dimension in their order, whichever of the three ways they are written.

use std::collections::HashSet;

use super::{
    given::{Code, Entries, Given, Whole, right},
    wire::{WireCategory, WireIndex},
};
use crate::load::{
    complaint::{Complaints, Severity, pointer},
    fault::{Fault, Found, Shape},
};

/// The codes in order; none only after a fatal complaint.
pub fn codes(category: &mut WireCategory, id: &str, complaints: &mut Complaints) -> Option<Vec<String>> {
    let place = || pointer(["dimension", id, "category", "index"]);
    let shape = Shape::ListOrObject;
    let index = category.index.take();
    let is_absent = index.is_none();
    let codes = match right(complaints, Severity::Fatal, index, shape, place) {
        Some(WireIndex::Codes(list)) => listed(list, id, complaints)?,
        Some(WireIndex::Positions(entries)) => positioned(entries, id, complaints)?,
        None if is_absent => only_label(category, id, complaints)?,
        None => return None,
    };
    if codes.is_empty() {
        complaints.fail(place(), Fault::Lacking("category"));
        return None;
    }
    let mut known = HashSet::new();
    let mut has_duplicate = false;
    for code in &codes {
        if !known.insert(code.as_str()) {
            complaints.fail(place(), Fault::Duplicate(code.clone()));
            has_duplicate = true;
        }
    }
    (!has_duplicate).then_some(codes)
}

fn listed(list: Vec<Given<Code>>, id: &str, complaints: &mut Complaints) -> Option<Vec<String>> {
    let n = list.len();
    let codes: Vec<String> = list
        .into_iter()
        .enumerate()
        .filter_map(|(position, code)| {
            let place = || {
                let position = position.to_string();
                pointer(["dimension", id, "category", "index", &position])
            };
            code_text(complaints, Some(code), Severity::Fatal, place)
        })
        .collect();
    (codes.len() == n).then_some(codes)
}

/// A code as a text; one that is written as a number is taken as it stands, with a complaint.
pub fn code_text(
    complaints: &mut Complaints,
    code: Option<Given<Code>>,
    severity: Severity,
    place: impl Fn() -> String,
) -> Option<String> {
    let code = right(complaints, severity, code, Shape::Text, &place)?;
    if !code.is_text {
        let found = Found::Number(code.text.clone());
        let expected = Shape::Text;
        complaints.note(place(), Fault::WrongShape { expected, found });
    }
    Some(code.text)
}

fn positioned(Entries(entries): Entries<Given<Whole>>, id: &str, complaints: &mut Complaints) -> Option<Vec<String>> {
    let n = entries.len();
    let mut codes: Vec<Option<String>> = vec![None; n];
    let mut is_whole = true;
    for (code, position) in entries {
        let found = match position {
            Given::Right(Whole(position)) => match codes.get_mut(position) {
                Some(free @ None) => {
                    *free = Some(code);
                    continue;
                }
                _ => Found::Number(position.to_string()),
            },
            Given::Wrong(found) => found,
        };
        is_whole = false;
        let place = pointer(["dimension", id, "category", "index", &code]);
        complaints.fail(place, Fault::BadPosition { code, found, n });
    }
    if is_whole { codes.into_iter().collect() } else { None }
}

/// Without an index there is one category, and its code is the only name under `label`.
fn only_label(category: &WireCategory, id: &str, complaints: &mut Complaints) -> Option<Vec<String>> {
    if let Some(Given::Right(Entries(labels))) = &category.label
        && let [(code, _)] = labels.as_slice()
    {
        return Some(vec![code.clone()]);
    }
    let place = pointer(["dimension", id, "category"]);
    complaints.fail(place, Fault::Lacking("index"));
    None
}
