//! Measures of the model: the values of CONTVARIABLE, or the only one of a file without it.

use super::{
    dimensions, facts,
    fault::{Expected, PxFault},
    header::{Entry, Header},
    said::Said,
    variables::{Variable, Variables},
};
use crate::{
    load::{
        complaint::Severity,
        fault::{Fault, Named},
    },
    model::{
        dataset::Dataset,
        dimension::DimensionKind,
        measure::{Measure, MeasureKind, Polarity, ProtectedUnit},
        text::Text,
    },
};

/// The id of the only measure of a file without CONTVARIABLE.
pub const ONLY_MEASURE: &str = "value";

/// A measure, and whether the file says how many decimals to show.
pub struct Read {
    /// The measure; its column is its own position.
    pub measure: Measure,
    /// Whether the file says how many decimals to show.
    pub has_decimals: bool,
}

/// Which variable is the measures.
pub fn variable(header: &mut Header, variables: &Variables) -> Option<usize> {
    let entry = header.of_table("CONTVARIABLE")?.clone();
    let name = header.text(&entry);
    let found = variables.all.iter().position(|variable| variable.is_named(&name));
    if found.is_none() {
        header.complain(Severity::Warning, entry.at, Fault::NoSuch { what: Named::Dimension, id: name });
    }
    found
}

/// All measures, each with a column.
pub fn read(
    header: &mut Header,
    metric: Option<&Variable>,
    dataset: &Dataset,
    dimensions: &[dimensions::Read],
) -> Vec<Read> {
    let Some(variable) = metric else {
        let contents = header.table_text("CONTENTS").filter(Said::is_said);
        let label = contents.map_or_else(|| dataset.label.clone(), |said| said.into_text(header.own));
        let nothing = Said { own: Vec::new(), swedish: Some(Vec::new()), english: Some(Vec::new()) };
        return vec![measure(header, ONLY_MEASURE.to_owned(), label, &[nothing], 0, dimensions)];
    };
    let mut measures = Vec::with_capacity(variable.len());
    for (position, code) in variable.codes.iter().enumerate() {
        let Some(name) = variable.values.member(position) else { continue };
        let label = Said { own: name.own.clone(), swedish: name.swedish.cloned(), english: name.english.cloned() };
        // A name that two contents have, or that is the code of another, means the first of them only.
        let is_its = |name: &String| variable.position(name) == Some(position);
        let mut keys = Vec::with_capacity(3);
        let mut named = by(&label);
        named.swedish = named.swedish.filter(|_| label.swedish.as_ref().is_some_and(is_its));
        named.english = named.english.filter(|_| label.english.as_ref().is_some_and(is_its));
        if !is_its(&label.own) {
            named.own = vec![code.as_str()];
        }
        keys.push(named);
        keys.extend(is_its(code).then(|| alone(code)));
        let precision: Vec<_> = keys.iter().map(|key| of_variable(variable, key)).collect();
        keys.push(Said { own: Vec::new(), swedish: Some(Vec::new()), english: Some(Vec::new()) });
        let text = label.clone().into_text(header.own);
        let mut read = measure(header, code.clone(), text, &keys, position, dimensions);
        read.measure.notes.extend(updated(header, &keys, dataset.updated.as_deref()));
        if let Some(decimals) = decimals(header, "PRECISION", &precision) {
            read.measure.decimals = decimals;
            read.has_decimals = true;
        }
        measures.push(read);
    }
    measures
}

fn by(label: &Said<String>) -> Said<Vec<&str>> {
    Said {
        own: vec![label.own.as_str()],
        swedish: label.swedish.as_deref().map(|name| vec![name]),
        english: label.english.as_deref().map(|name| vec![name]),
    }
}

/// The key of a value with its variable before it.
fn of_variable<'a>(variable: &'a Variable, value: &Said<Vec<&'a str>>) -> Said<Vec<&'a str>> {
    let own = std::iter::once(variable.name.own.as_str()).chain(value.own.iter().copied()).collect();
    Said { own, swedish: None, english: None }
}

fn alone(code: &str) -> Said<Vec<&str>> {
    Said { own: vec![code], swedish: Some(vec![code]), english: Some(vec![code]) }
}

/// A measure; `keys` are how keywords may name it, the best first.
fn measure(
    header: &mut Header,
    id: String,
    label: Text,
    keys: &[Said<Vec<&str>>],
    column: usize,
    dimensions: &[dimensions::Read],
) -> Read {
    let unit = text(header, "UNITS", keys);
    if unit.is_none() && column == 0 {
        header.complain_of_file(Severity::Warning, Fault::Px(PxFault::Lacking("UNITS")));
    }
    let decimals = ["SHOWDECIMALS", "DECIMALS"].into_iter().find_map(|keyword| decimals(header, keyword, keys));
    let additive_over = additive_over(header, keys, dimensions);
    let notes = notes(header, keys, dimensions, &additive_over);
    let measure = Measure {
        id,
        label,
        kind: MeasureKind::Unknown,
        unit: unit.unwrap_or_else(|| Text::new(header.own.unwrap_or_default(), "")),
        column: Some(column),
        ratio: None,
        polarity: Polarity::Neutral,
        decimals: decimals.unwrap_or_default(),
        protected_unit: ProtectedUnit::default(),
        additive_over,
        notes,
    };
    Read { measure, has_decimals: decimals.is_some() }
}

/// What is said of a measure that the model has no place for.
fn notes(
    header: &mut Header,
    keys: &[Said<Vec<&str>>],
    dimensions: &[dimensions::Read],
    additive_over: &[usize],
) -> Vec<Text> {
    let mut notes = Vec::new();
    for keyword in facts::OF_MEASURE {
        if let Some(entry) = entry(header, keyword, keys)
            && let Some(value) = text(header, keyword, keys)
        {
            notes.extend(facts::of_value(header, &entry, &value));
        }
    }
    // That it is a flow is said by what it may be summed over, where that is time.
    let is_period = |at: &usize| dimensions.get(*at).is_some_and(|it| it.dimension.kind == DimensionKind::Period);
    if let Some(stock) = text(header, "STOCKFA", keys)
        && !(stock.original().eq_ignore_ascii_case("F") && additive_over.iter().any(is_period))
    {
        notes.extend(facts::note("STOCKFA", &stock));
    }
    notes
}

/// When each measure was updated, where it was not when the newest was.
fn updated(header: &mut Header, keys: &[Said<Vec<&str>>], newest: Option<&str>) -> Option<Text> {
    let entry = entry(header, "LAST-UPDATED", keys).filter(|entry| !entry.keys.is_empty())?;
    let date = super::dataset::iso_8601(&header.text(&entry)).filter(|date| newest != Some(date))?;
    facts::note("LAST-UPDATED", &Text::new(header.own.unwrap_or_default(), facts::shown(&date)))
}

/// A keyword's text for the first key that has one. The other languages may name the same thing by its code or in the file's own.
fn text(header: &mut Header, keyword: &str, keys: &[Said<Vec<&str>>]) -> Option<Text> {
    let (found, mut said) =
        keys.iter().enumerate().find_map(|(found, key)| Some((found, header.text_for(keyword, key)?)))?;
    if keys.get(found).is_some_and(|key| !key.own.is_empty()) {
        for key in keys.iter().filter(|key| !key.own.is_empty()) {
            let own = || Some(key.own.clone());
            let everywhere = Said { own: key.own.clone(), swedish: own(), english: own() };
            for key in [key, &everywhere] {
                let other = header.text_for(keyword, key).unwrap_or_default();
                said.swedish = said.swedish.or(other.swedish);
                said.english = said.english.or(other.english);
            }
        }
    }
    Some(said.into_text(header.own))
}

fn entry(header: &Header, keyword: &str, keys: &[Said<Vec<&str>>]) -> Option<Entry> {
    keys.iter().find_map(|keys| header.find(keyword, None, &keys.own)).cloned()
}

fn decimals(header: &mut Header, keyword: &str, keys: &[Said<Vec<&str>>]) -> Option<u8> {
    let entry = entry(header, keyword, keys)?;
    let found = header.text(&entry);
    let decimals = found.trim().parse().ok().filter(|decimals| *decimals <= 15);
    if decimals.is_none() {
        header.wrong(&entry, Expected::Decimals, found);
    }
    decimals
}

/// The dimensions that a measure may be summed over: those that the publisher itself sums over where they are left out.
/// Never an average, never where AGGREGALLOWED forbids it, and over time only what is a flow.
fn additive_over(header: &mut Header, keys: &[Said<Vec<&str>>], dimensions: &[dimensions::Read]) -> Vec<usize> {
    if let Some(entry) = entry(header, "AGGREGALLOWED", keys)
        && header.yes(&entry) != Some(true)
    {
        return Vec::new();
    }
    let stock = entry(header, "STOCKFA", keys).map(|entry| {
        let found = header.text(&entry).to_ascii_uppercase();
        if !matches!(found.as_str(), "S" | "F" | "A" | "X") {
            header.wrong(&entry, Expected::StockFlowAverage, found.clone());
        }
        found
    });
    if !matches!(stock.as_deref(), None | Some("S" | "F" | "X")) {
        return Vec::new();
    }
    let is_flow = stock.as_deref() == Some("F");
    let may_sum = |read: &dimensions::Read| read.is_summed && (read.dimension.kind != DimensionKind::Period || is_flow);
    dimensions.iter().enumerate().filter(|(_, read)| may_sum(read)).map(|(position, _)| position).collect()
}
