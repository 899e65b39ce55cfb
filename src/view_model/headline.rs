//! The start page's sentences: an authored text with places for figures, each filled from its dataset.

use std::collections::BTreeMap;

use super::figure::{SourceLine, answer_words, source_line};
use crate::{
    gate::Cleared,
    model::{
        choice::Choice,
        headline::{Headline, Part, Template},
        measure::Measure,
        text::Language,
    },
    query::{
        answer::{Answer, figure_alone},
        question::cell,
    },
    words::notes,
};

/// One card of the start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadlinePanel {
    /// The figure, large.
    pub figure: String,
    /// The rest of the sentence.
    pub text: String,
    /// What was examined.
    pub context: String,
    /// Where the figure stands.
    pub source: Option<SourceLine>,
    /// The registry number, or that there is none.
    pub registry_number: String,
    /// The view that shows it.
    pub choice: Choice,
}

/// The card of a headline; none where the dataset has no place for one of its figures.
pub fn headline(headline: &Headline, cleared: &Cleared, language: Language) -> Option<HeadlinePanel> {
    let (source, registry_number) = origin(&headline.choice, cleared, language)?;
    Some(HeadlinePanel {
        figure: filled(&headline.figure, &headline.figures, cleared, language)?,
        text: filled(&headline.text, &headline.figures, cleared, language)?,
        context: filled(&headline.context, &headline.figures, cleared, language)?,
        source,
        registry_number,
        choice: headline.choice.clone(),
    })
}

/// Where a figure stands: its source, and the registry number or that there is none.
pub(super) fn origin(choice: &Choice, cleared: &Cleared, language: Language) -> Option<(Option<SourceLine>, String)> {
    let dataset = &cleared.cube().dataset;
    let (measure, at, _) = cell(cleared, choice)?;
    let remark = cleared.cube().remark(measure, &at);
    let source = match remark.and_then(|remark| remark.source) {
        Some(place) => dataset.sources.get(place),
        None => dataset.sources.first(),
    };
    let registry_number = match dataset.registry_numbers.as_slice() {
        [] => notes::no_registry_number(language).to_owned(),
        numbers => format!("Dnr {}", numbers.join(", ")),
    };
    let source = source.map(|source| source_line(dataset, source, remark.and_then(|remark| remark.reading), language));
    Some((source, registry_number))
}

/// The text with each figure in its place.
pub(super) fn filled(
    parts: &Template,
    figures: &BTreeMap<String, Choice>,
    cleared: &Cleared,
    language: Language,
) -> Option<String> {
    parts.get(language).iter().try_fold(String::new(), |mut text, part| {
        match part {
            Part::Text(words) => text.push_str(words),
            Part::Figure(name) => text.push_str(&figure(figures.get(name)?, cleared, language)?),
        }
        Some(text)
    })
}

/// Whether the dataset has a number there.
pub(super) fn is_known(choice: &Choice, cleared: &Cleared) -> bool {
    cell(cleared, choice).is_some_and(|(measure, at, _)| figure_alone(cleared, measure, &at).figure.value().is_some())
}

fn figure(choice: &Choice, cleared: &Cleared, language: Language) -> Option<String> {
    told(choice, cleared).map(|(measure, answer)| answer_words(measure, &answer, language).value)
}

/// The figure that a story names, and its measure; none where the dataset has no such cell.
pub(super) fn told<'c>(choice: &Choice, cleared: &'c Cleared) -> Option<(&'c Measure, Answer)> {
    let (position, at, ignored) = cell(cleared, choice)?;
    let measure = cleared.cube().measures.get(position)?;
    ignored.is_empty().then(|| (measure, figure_alone(cleared, position, &at)))
}
