//! A cube as a PX file of 2013 in UTF-8, and what the format cannot say of it.

pub mod loss;

mod facts;
mod measures;
mod notes;
mod out;
mod signs;
mod table;
mod variables;

use std::collections::BTreeSet;

use loss::PxLoss;
use notes::Notes;
use out::Out;
use signs::Signs;

use super::digits;
use crate::{
    load::px::ONLY_MEASURE,
    model::{
        cube::{Column, Cube},
        dataset::{Comparable, Design},
        figure::{Figure, Flags, Known},
        measure::Measure,
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
    let all = table::variables(cube, &measures, has_contents, &mut out.losses);
    let source = cube.dataset.sources.iter().map(|source| source.title.as_str()).collect::<Vec<_>>().join("; ");
    let signs = Signs::of(stored.iter().map(|(_, column)| *column), &source, &mut out.losses);
    head(&mut out, cube, &source);
    variables::stub_and_heading(&mut out, &all);
    for variable in &all {
        variables::of_variable(&mut out, cube, variable);
    }
    measures::of_measures(&mut out, cube, &measures, &all);
    signs.write(&mut out);
    Notes { cube, variables: &all, measures: &measures }.write(&mut out, &stored);
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
        (!dataset.events.is_empty() || !dataset.legal_bases.is_empty(), PxLoss::Policy),
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
