//! Dimensions of the model: a variable with what the other keywords say of it.

use super::{
    areas, facts,
    fault::{Expected, PxFault, TakenAs},
    header::Header,
    said::Said,
    timeval,
    variables::{Variable, entry_for},
};
use crate::{
    load::{
        complaint::Severity,
        fault::{Fault, Named},
    },
    model::{
        area::Level,
        dimension::{Category, Dimension, DimensionKind},
        text::Text,
    },
};

/// A dimension, and whether the publisher sums over it where it is left out.
pub struct Read {
    /// The dimension.
    pub dimension: Dimension,
    /// ELIMINATION=YES
    pub is_summed: bool,
}

/// The dimension of a variable.
pub fn of(header: &mut Header, variable: &Variable) -> Read {
    let (total, is_summed) = elimination(header, variable);
    let kind = kind(header, variable);
    let notes = notes(header, variable, &kind);
    let own = header.own;
    let mut categories: Vec<Category> = Vec::with_capacity(variable.len());
    for (position, code) in variable.codes.iter().enumerate() {
        let label = variable.values.member(position);
        let label = label.map(|label| Said {
            own: label.own.clone(),
            swedish: label.swedish.cloned(),
            english: label.english.cloned(),
        });
        let level = if kind == DimensionKind::Area { Level::of_code(code) } else { None };
        categories.push(Category {
            code: code.clone(),
            label: label.unwrap_or_default().into_text(own),
            parent: None,
            level,
            notes: Vec::new(),
        });
    }
    hierarchy(header, variable, &mut categories);
    let dimension = Dimension {
        id: id(header, variable),
        label: variable.name.clone().into_text(own),
        is_ordered: kind == DimensionKind::Period,
        kind,
        categories,
        total,
        is_multi_response: false,
        breaks: Vec::new(),
        notes,
    };
    Read { dimension, is_summed }
}

/// The variable's code, which is the same in all languages; its name in the file's own language where it has none.
pub fn id(header: &mut Header, variable: &Variable) -> String {
    let code = entry_for(header, "VARIABLECODE", variable).map(|entry| header.text(&entry));
    code.filter(|code| !code.is_empty()).unwrap_or_else(|| variable.name.own.clone())
}

/// The total of a variable, or that it is summed over.
fn elimination(header: &mut Header, variable: &Variable) -> (Option<usize>, bool) {
    let Some(entry) = entry_for(header, "ELIMINATION", variable) else { return (None, false) };
    let value = header.text(&entry);
    match (value.to_ascii_uppercase().as_str(), variable.position(&value)) {
        (_, Some(total)) => (Some(total), false),
        ("YES", None) => (None, true),
        ("NO", None) => (None, false),
        _ => {
            header.wrong(&entry, Expected::Category, value);
            (None, false)
        }
    }
}

/// What a variable is about: by TIMEVAL, VARIABLE-TYPE or MAP, else by its name or its codes, and then it is said.
fn kind(header: &mut Header, variable: &Variable) -> DimensionKind {
    let id = id(header, variable);
    if timeval::is_time(header, variable) {
        return DimensionKind::Period;
    }
    let declared = entry_for(header, "VARIABLE-TYPE", variable).map(|entry| header.text(&entry).to_ascii_lowercase());
    match declared.as_deref() {
        Some("time" | "t") => return DimensionKind::Period,
        Some("geographical" | "g") => return DimensionKind::Area,
        _ if entry_for(header, "MAP", variable).is_some() => return DimensionKind::Area,
        _ => {}
    }
    let names = [Some(&variable.name.own), variable.name.swedish.as_ref(), variable.name.english.as_ref(), Some(&id)];
    let is_named = |words: &[&str]| names.iter().flatten().any(|name| words.contains(&name.to_lowercase().as_str()));
    let codes = || variable.codes.iter().map(String::as_str);
    let as_what = if areas::are_places(codes()) || is_named(AREA_NAMES) && !codes().all(timeval::is_period) {
        TakenAs::Area
    } else if is_named(PERIOD_NAMES) && codes().all(timeval::is_period) {
        TakenAs::Period
    } else {
        return DimensionKind::Other(id);
    };
    header.note(variable.at, PxFault::Taken { variable: variable.name.own.clone(), as_what });
    match as_what {
        TakenAs::Area => DimensionKind::Area,
        TakenAs::Period => DimensionKind::Period,
    }
}

/// What is said of a variable that the model has no place for.
fn notes(header: &mut Header, variable: &Variable, kind: &DimensionKind) -> Vec<Text> {
    let mut notes = Vec::new();
    for keyword in facts::OF_VARIABLE {
        notes.extend(facts::read(header, keyword, &variable.key()));
    }
    if matches!(kind, DimensionKind::Other(_)) {
        notes.extend(facts::read(header, "VARIABLE-TYPE", &variable.key()));
    }
    notes
}

/// What places are called in Swedish and English tables.
const AREA_NAMES: &[&str] = &[
    "region",
    "regioner",
    "regions",
    "län",
    "kommun",
    "kommuner",
    "område",
    "områden",
    "län och kommun",
    "kommun och län",
    "län/kommun",
    "area",
    "areas",
    "county",
    "counties",
    "municipality",
    "municipalities",
    "geography",
    "geografi",
];

/// What time is called in Swedish and English tables.
const PERIOD_NAMES: &[&str] = &[
    "år",
    "tid",
    "period",
    "månad",
    "kvartal",
    "halvår",
    "vecka",
    "year",
    "years",
    "time",
    "month",
    "quarter",
    "half-year",
    "week",
    "tidsperiod",
];

/// `HIERARCHIES("region")="top","top":"middle","middle":"leaf"`: each pair is a category and one below it.
fn hierarchy(header: &mut Header, variable: &Variable, categories: &mut [Category]) {
    let Some(entry) = entry_for(header, "HIERARCHIES", variable) else { return };
    let positions: std::collections::HashMap<&str, usize> = variable
        .values
        .own
        .iter()
        .zip(0..)
        .chain(variable.codes.iter().zip(0..))
        .map(|(name, position)| (name.as_str(), position))
        .collect();
    let (mut above, mut unknown) = (None, Vec::new());
    let mut is_below = false;
    for token in header.tokens(&entry) {
        let text = header.source.text(token.span);
        match text.as_ref() {
            ":" => is_below = true,
            "," => is_below = false,
            name => {
                let position = positions.get(name).copied();
                if position.is_none() {
                    unknown.push(name.to_owned());
                }
                match (is_below, above, position) {
                    (true, Some(above), Some(below)) if above != below => {
                        if let Some(category) = categories.get_mut(below) {
                            category.parent = Some(above);
                        }
                    }
                    _ => above = position,
                }
            }
        }
    }
    for id in unknown {
        header.complain(Severity::Warning, entry.at, Fault::NoSuch { what: Named::Category, id });
    }
    for code in break_circles(categories) {
        header.complain(Severity::Warning, entry.at, Fault::Circular(code));
    }
}

/// Takes the parent from a category that is above itself: whoever climbs the tree must come to an end.
fn break_circles(categories: &mut [Category]) -> Vec<String> {
    // 0: not seen; else the round in which it was.
    let mut round_of = vec![0_usize; categories.len()];
    let mut circular = Vec::new();
    for start in 0..categories.len() {
        let round = start.saturating_add(1);
        let mut at = start;
        while let Some(seen @ 0) = round_of.get_mut(at) {
            *seen = round;
            let Some(category) = categories.get_mut(at) else { break };
            let Some(parent) = category.parent else { break };
            if round_of.get(parent) == Some(&round) {
                category.parent = None;
                circular.push(category.code.clone());
                break;
            }
            at = parent;
        }
    }
    circular
}
