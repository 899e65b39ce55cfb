//! A cube as a PX file of 2013 in UTF-8, and what the format cannot say of it.

pub mod loss;

mod facts;
mod notes;
mod out;
mod signs;
mod table;

use std::collections::BTreeSet;

use loss::PxLoss;
use notes::Notes;
use out::Out;
use signs::Signs;
use table::Variable;

use super::digits;
use crate::{
    load::px::ONLY_MEASURE,
    model::{
        area::Level,
        cube::{Column, Cube},
        dataset::{Comparable, Design},
        dimension::{Dimension, DimensionKind},
        figure::{Figure, Flags, Known},
        measure::{Measure, MeasureKind, Polarity, ProtectedUnit},
        text::{Language, Text},
    },
    words,
};

/// The file with this as its own language, and what it cannot say.
pub fn write(cube: &Cube, language: Language) -> (String, Vec<PxLoss>) {
    let stored: Vec<(&Measure, &Column)> =
        cube.measures.iter().filter_map(|measure| Some((measure, cube.columns.get(measure.column?)?))).collect();
    let measures: Vec<&Measure> = stored.iter().map(|(measure, _)| *measure).collect();
    let has_contents =
        cube.dimensions.is_empty() || measures.len() != 1 || measures.iter().any(|measure| measure.id != ONLY_MEASURE);
    let is_bilingual = texts(cube).any(|text| text.translation().is_some() && !facts::is_alike(text));
    let other = Language::ALL.into_iter().find(|other| is_bilingual && *other != language);
    let mut out = Out { text: String::new(), losses: BTreeSet::new(), language, other };
    let variables = table::variables(cube, &measures, has_contents, &mut out.losses);
    let source = cube.dataset.sources.iter().map(|source| source.title.as_str()).collect::<Vec<_>>().join("; ");
    let signs = Signs::of(stored.iter().map(|(_, column)| *column), &source, &mut out.losses);
    head(&mut out, cube, &source);
    stub_and_heading(&mut out, &variables);
    for variable in &variables {
        of_variable(&mut out, cube, variable);
    }
    of_measures(&mut out, cube, &measures, &variables);
    signs.write(&mut out);
    Notes { cube, variables: &variables, measures: &measures }.write(&mut out, &stored);
    data(&mut out, cube, &stored, &signs);
    (out.text, out.losses.into_iter().collect())
}

/// The texts of a cube that a file of both languages would have in both.
fn texts(cube: &Cube) -> impl Iterator<Item = &Text> {
    let dimensions = cube.dimensions.iter().flat_map(|dimension| {
        let categories = dimension.categories.iter();
        let of = categories.flat_map(|category| std::iter::once(&category.label).chain(&category.notes));
        std::iter::once(&dimension.label).chain(&dimension.notes).chain(of)
    });
    let measures =
        cube.measures.iter().flat_map(|measure| [&measure.label, &measure.unit].into_iter().chain(&measure.notes));
    let remarks =
        cube.columns.iter().flat_map(|column| column.remarks().filter_map(|(_, remark)| remark.note.as_ref()));
    let dataset = &cube.dataset;
    let dataset = std::iter::once(&dataset.label).chain(&dataset.mandatory_notes).chain(&dataset.notes);
    dataset.chain(dimensions).chain(measures).chain(remarks)
}

fn head(out: &mut Out, cube: &Cube, source: &str) {
    let dataset = &cube.dataset;
    out.quoted("CHARSET", &[], "ANSI");
    out.quoted("AXIS-VERSION", &[], "2013");
    out.quoted("CODEPAGE", &[], "utf-8");
    out.quoted("LANGUAGE", &[], out.language.tag());
    if let Some(other) = out.other {
        let tags = [out.language.tag().to_owned(), other.tag().to_owned()];
        out.list("LANGUAGES", None, &[], &tags);
    }
    out.quoted("MATRIX", &[], &dataset.id);
    out.texts("TITLE", |_| Vec::new(), &dataset.label);
    if !source.is_empty() {
        out.quoted("SOURCE", &[], source);
    }
    if let [only] = dataset.sources.as_slice()
        && let Some(url) = only.url.as_deref().filter(|url| url.starts_with("http"))
        && !source.is_empty()
    {
        out.quoted("INFOFILE", &[], url);
    }
    match dataset.updated.as_deref().map(px_date) {
        None => {}
        Some(Some(date)) => out.quoted("LAST-UPDATED", &[], &date),
        Some(None) => {
            out.losses.insert(PxLoss::Updated);
        }
    }
    if dataset.is_synthetic {
        let mark = Text::new(Language::Swedish, words::inspection::synthetic(Language::Swedish));
        let mark = mark.translated(words::inspection::synthetic(Language::English));
        out.note("NOTEX", |_| Vec::new(), &mark);
    }
    let simple = |source: &crate::model::dataset::Source| source.publisher.is_empty() && source.year.is_none();
    let is_registered = dataset.publisher.is_some()
        || !dataset.registry_numbers.is_empty()
        || dataset.licence.is_some()
        || dataset.design != Design::Unknown
        || dataset.population.is_some();
    let lost = [
        (dataset.is_synthetic, PxLoss::Synthetic),
        (is_registered, PxLoss::Publisher),
        (dataset.sources.len() > 1 || !dataset.sources.iter().all(simple), PxLoss::Sources),
        (dataset.comparable != Comparable::default(), PxLoss::Comparability),
        (dataset.disclosure.is_some(), PxLoss::Disclosure),
        (dataset.combinations.is_some(), PxLoss::Combinations),
    ];
    out.losses.extend(lost.into_iter().filter(|(is_lost, _)| *is_lost).map(|(_, loss)| loss));
}

/// `2024-03-01T08:00` as `20240301 08:00`; none for what is no date.
fn px_date(date: &str) -> Option<String> {
    let (day, time) = date.split_once('T').unwrap_or((date, ""));
    let digits: String = day.split('-').collect();
    let is_day = day.len() == 10 && digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_time = time.is_empty() || time.get(..5).is_some_and(|time| time.as_bytes().get(2) == Some(&b':'));
    let time = time.trim_end_matches('Z');
    is_day.then_some(())?;
    is_time.then(|| if time.is_empty() { digits.clone() } else { format!("{digits} {time}") })
}

/// The last variable is the heading, the others the stub.
fn stub_and_heading(out: &mut Out, variables: &[Variable]) {
    let (heading, stub) = variables.split_last().map_or((None, variables), |(last, stub)| (Some(last), stub));
    out.in_each(|out, language, tag| {
        let stub: Vec<String> = stub.iter().map(|variable| variable.name(language).to_owned()).collect();
        if !stub.is_empty() {
            out.list("STUB", tag, &[], &stub);
        }
        if let Some(heading) = heading {
            out.list("HEADING", tag, &[], &[heading.name(language).to_owned()]);
        }
    });
}

fn of_variable(out: &mut Out, cube: &Cube, variable: &Variable) {
    let name = |language| vec![variable.name(language).to_owned()];
    let own = out.language;
    out.in_each(|out, language, tag| {
        out.list("VALUES", tag, &[variable.name(language)], variable.values(language));
    });
    out.list("CODES", None, &[variable.name(own)], &variable.codes);
    let Some(dimension) = variable.dimension.and_then(|at| cube.dimensions.get(at)) else {
        out.quoted("CONTVARIABLE", &[], variable.name(own));
        if let Some(other) = out.other {
            out.list("CONTVARIABLE", Some(other), &[], &name(other));
        }
        return;
    };
    if dimension.id != variable.name(own) {
        out.quoted("VARIABLECODE", &[variable.name(own)], &dimension.id);
    }
    of_kind(out, dimension, variable);
    if let Some(total) = dimension.total {
        match variable.key(total, own, own) {
            Some(key) if !matches!(key.to_ascii_uppercase().as_str(), "YES" | "NO") => {
                out.quoted("ELIMINATION", &[variable.name(own)], key);
            }
            _ => {
                out.losses.insert(PxLoss::Places);
            }
        }
    }
    hierarchy(out, dimension, variable);
    if !dimension.breaks.is_empty() {
        out.losses.insert(PxLoss::Breaks);
    }
}

fn of_kind(out: &mut Out, dimension: &Dimension, variable: &Variable) {
    let name = variable.name(out.language);
    let is_year = |code: &String| code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
    let is_told = match &dimension.kind {
        DimensionKind::Area => {
            out.quoted("VARIABLE-TYPE", &[name], "Geographical");
            dimension.categories.iter().all(|category| category.level == Level::of_code(&category.code))
        }
        DimensionKind::Period => {
            out.quoted("VARIABLE-TYPE", &[name], "Time");
            if variable.codes.iter().all(is_year) {
                let years: Vec<String> = variable.codes.iter().map(|code| format!("\"{code}\"")).collect();
                out.bare("TIMEVAL", &[name], &format!("TLIST(A1),{}", years.join(",")));
            }
            true
        }
        DimensionKind::Other(id) => *id == dimension.id,
        _ => false,
    };
    let is_ordered = dimension.is_ordered != (dimension.kind == DimensionKind::Period);
    if !is_told || is_ordered || dimension.is_multi_response {
        out.losses.insert(PxLoss::DimensionKinds);
    }
}

/// Each pair of a category and one below it, by code.
fn hierarchy(out: &mut Out, dimension: &Dimension, variable: &Variable) {
    let mut pairs = Vec::new();
    for (below, category) in dimension.categories.iter().enumerate() {
        let Some(above) = category.parent else { continue };
        if let (Some(above), Some(below)) = (variable.codes.get(above), variable.codes.get(below)) {
            pairs.push(format!("\"{above}\":\"{below}\""));
        }
    }
    if !pairs.is_empty() {
        out.bare("HIERARCHIES", &[variable.name(out.language)], &pairs.join(",\n"));
    }
}

fn of_measures(out: &mut Out, cube: &Cube, measures: &[&Measure], variables: &[Variable]) {
    let contents = variables.first().filter(|first| first.dimension.is_none());
    let own = out.language;
    let first = measures.first().map(|measure| &measure.label).unwrap_or(&cube.dataset.label);
    out.texts("CONTENTS", |_| Vec::new(), if contents.is_some() { &cube.dataset.label } else { first });
    out.quoted("SUBJECT-CODE", &[], &cube.dataset.id);
    out.texts("SUBJECT-AREA", |_| Vec::new(), &cube.dataset.label);
    let n_decimals = measures.iter().map(|measure| measure.decimals).max().unwrap_or_default();
    if n_decimals > 15 {
        out.losses.insert(PxLoss::Decimals);
    }
    out.bare("DECIMALS", &[], &n_decimals.min(15).to_string());
    let fewest = measures.iter().map(|measure| measure.decimals).min().unwrap_or_default();
    out.bare("SHOWDECIMALS", &[], &fewest.min(15).to_string());
    for (position, measure) in measures.iter().enumerate() {
        let Some(contents) = contents else {
            out.texts("UNITS", |_| Vec::new(), &measure.unit);
            continue;
        };
        let Some(key) = contents.key(position, own, own) else {
            out.losses.insert(PxLoss::Places);
            continue;
        };
        let named = |language| vec![contents.key(position, language, own).unwrap_or(key).to_owned()];
        out.texts("UNITS", named, &measure.unit);
        if measure.decimals != fewest {
            out.bare("PRECISION", &[contents.name(own), key], &measure.decimals.min(15).to_string());
        }
    }
    sums(out, cube, measures, variables);
    let plain = |measure: &&Measure| {
        measure.kind == MeasureKind::Unknown
            && measure.polarity == Polarity::Neutral
            && measure.protected_unit == ProtectedUnit::default()
    };
    if !measures.iter().all(plain) {
        out.losses.insert(PxLoss::MeasureKinds);
    }
    if cube.measures.iter().any(|measure| measure.column.is_none() || measure.ratio.is_some()) {
        out.losses.insert(PxLoss::Ratios);
    }
}

/// Over which dimensions all measures may be summed.
fn sums(out: &mut Out, cube: &Cube, measures: &[&Measure], variables: &[Variable]) {
    let own = out.language;
    let mut is_flow = false;
    let mut allowed = BTreeSet::new();
    for (position, dimension) in cube.dimensions.iter().enumerate() {
        let has = |measure: &&Measure| measure.additive_over.contains(&position);
        if measures.iter().all(has) && dimension.total.is_none() && !measures.is_empty() {
            is_flow |= dimension.kind == DimensionKind::Period;
            allowed.insert(position);
        } else if measures.iter().any(has) {
            out.losses.insert(PxLoss::Sums);
        }
    }
    for variable in variables.iter().filter(|it| it.dimension.is_some_and(|at| allowed.contains(&at))) {
        out.bare("ELIMINATION", &[variable.name(own)], "YES");
    }
    out.bare("AGGREGALLOWED", &[], if allowed.is_empty() { "NO" } else { "YES" });
    if is_flow {
        out.quoted("STOCKFA", &[], "F");
    }
}

/// The cells: a line for each row of the stub.
fn data(out: &mut Out, cube: &Cube, stored: &[(&Measure, &Column)], signs: &Signs) {
    let width = cube.dimensions.last().map_or(1, |dimension| dimension.categories.len()).max(1);
    out.text.push_str("DATA=\n");
    for (_, column) in stored {
        for row in 0..column.len() {
            match column.figure(row) {
                Figure::Known(Known { value, qualifier, flags }) => {
                    digits::push(&mut out.text, value);
                    if qualifier.is_some() {
                        out.losses.insert(PxLoss::Qualifiers);
                    }
                    if flags != Flags::default() {
                        out.losses.insert(PxLoss::Flags);
                    }
                }
                Figure::Absent(absence) => out.text.push_str(signs.sign(&absence)),
            }
            let is_last = row.wrapping_add(1) % width == 0;
            out.text.push(if is_last { '\n' } else { ' ' });
        }
        let is_said = |remark: &crate::model::cube::Remark| {
            remark.source.is_some() || remark.reading.is_some() || remark.fact.is_some()
        };
        if column.remarks().any(|(_, remark)| is_said(remark)) {
            out.losses.insert(PxLoss::Provenance);
        }
    }
    out.text.push_str(";\n");
}
