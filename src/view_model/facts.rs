//! What qualifies a whole view: made up or not, cleared, how chosen, what may be compared, its notes and sources.

use super::{
    figure::{SourceLine, source_line},
    policy,
};
use crate::{
    gate::Cleared,
    model::{
        dataset::Comparability,
        text::{Language, Text},
    },
    words::{frame, notes as words, number, receipt as receipt_words},
};

/// The facts of a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactsPanel {
    /// Its title.
    pub label: String,
    /// The mark of made-up data, and what it means.
    pub synthetic: Option<(&'static str, &'static str)>,
    /// What the publisher requires to be shown with the figures.
    pub mandatory_notes: Vec<String>,
    /// Short facts, side by side.
    pub chips: Vec<String>,
    /// All facts: a heading and its sentences.
    pub sections: Vec<Section>,
    /// Where the figures stand.
    pub sources: Vec<SourceLine>,
    /// The registry numbers, or that there is none.
    pub registry_number: String,
}

/// A heading and its sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: &'static str,
    /// A sentence each.
    pub sentences: Vec<String>,
}

/// The facts of a dataset.
pub fn facts(cleared: &Cleared, language: Language) -> FactsPanel {
    let cube = cleared.cube();
    let dataset = &cube.dataset;
    let receipt = cleared.receipt();
    let said = |text: &Text| text.get(language).to_owned();
    let mut notes: Vec<String> = dataset.notes.iter().map(said).collect();
    for dimension in &cube.dimensions {
        notes.extend(dimension.notes.iter().map(said));
        if dimension.is_multi_response {
            notes.push(format!("{}: {}", dimension.label.get(language), words::multi_response(language)));
        }
        notes.extend(dimension.breaks.iter().map(|it| format!("{}: {}", it.period, it.reason.get(language))));
        let of_category = |category: &crate::model::dimension::Category| {
            let label = category.label.get(language).to_owned();
            category.notes.iter().map(move |note| format!("{label}: {}", note.get(language))).collect::<Vec<_>>()
        };
        notes.extend(dimension.categories.iter().flat_map(of_category));
    }
    for measure in &cube.measures {
        notes.extend(
            measure.notes.iter().map(|note| format!("{}: {}", measure.label.get(language), note.get(language))),
        );
    }
    let cleared_words = words::cleared(
        language,
        &number::count(receipt.n_cells as u64, language),
        &number::count(receipt.n_hidden as u64, language),
    );
    let registry_number = match dataset.registry_numbers.as_slice() {
        [] => words::no_registry_number(language).to_owned(),
        numbers => format!("Dnr {}", numbers.join(", ")),
    };
    let mut chips = vec![cleared_words, words::design(language, dataset.design).to_owned()];
    if !notes.is_empty() {
        chips.push(words::n_notes(language, notes.len()));
    }
    if !dataset.is_synthetic {
        chips.push(registry_number.clone());
    }
    let mut sections = Vec::new();
    let mut section = |title: &'static str, sentences: Vec<String>| {
        if !sentences.is_empty() {
            sections.push(Section { title, sentences });
        }
    };
    let population = dataset.population.iter().map(said);
    section(
        words::population(language),
        population.chain([format!("{}.", words::design(language, dataset.design))]).collect(),
    );
    section(words::over_time(language), comparability(&dataset.comparable.over_time, language));
    section(words::between_areas(language), comparability(&dataset.comparable.between_areas, language));
    section(words::between_categories(language), comparability(&dataset.comparable.between_categories, language));
    section(words::notes(language), notes);
    section(words::legal_bases(language), policy::legal_bases(cube, language));
    section(words::events(language), policy::events(cube, language));
    let description = dataset.disclosure.iter().filter_map(|disclosure| disclosure.description.as_ref()).map(said);
    let checked = receipt.checked.iter().map(|rule| format!("{}.", receipt_words::rule(*rule, language)));
    let not_checked = receipt.not_checked.iter().map(|what| receipt_words::not_checked(what, language));
    let summary = std::iter::once(receipt_words::summary(receipt, language));
    let warnings = receipt.warnings.iter().map(|warning| receipt_words::warning(warning, language));
    let said_of_it = summary.chain(description).chain(checked).chain(not_checked).chain(warnings);
    section(words::protection(language), said_of_it.collect());
    section(words::publisher(language), dataset.publisher.iter().map(said).collect());
    section(words::licence(language), dataset.licence.iter().cloned().collect());
    section(words::updated(language), dataset.updated.iter().map(|day| number::date(day, language)).collect());
    FactsPanel {
        label: said(&dataset.label),
        synthetic: dataset.is_synthetic.then(|| (frame::synthetic(language), frame::synthetic_explained(language))),
        mandatory_notes: dataset.mandatory_notes.iter().map(said).collect(),
        chips,
        sections,
        sources: dataset.sources.iter().map(|source| source_line(dataset, source, None, language)).collect(),
        registry_number,
    }
}

fn comparability(answer: &Comparability, language: Language) -> Vec<String> {
    match answer {
        Comparability::Yes => vec![words::comparable(language).to_owned()],
        Comparability::WithCare(why) => vec![words::with_care(language).to_owned(), why.get(language).to_owned()],
        Comparability::No(why) => vec![words::not_comparable(language).to_owned(), why.get(language).to_owned()],
        Comparability::Unknown => vec![words::unknown_comparability(language).to_owned()],
    }
}
