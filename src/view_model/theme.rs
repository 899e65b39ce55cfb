//! A theme: its easy sentences; of a section the answer in words, where it stands, and what it does not tell.

use std::collections::BTreeSet;

use super::{
    figure::SourceLine,
    glossary::allotted,
    headline::{filled, is_known, origin},
};
use crate::{
    gate::Cleared,
    model::{
        headline::{Part, Template},
        text::Language,
        theme::{PlainSentence, Section},
    },
};

/// What stands around a section's picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionPanel {
    /// The question.
    pub title: String,
    /// The answer in words; empty where the picture says it itself.
    pub sentence: String,
    /// What the figures do not tell.
    pub limits: String,
    /// Where the figures stand.
    pub source: Option<SourceLine>,
    /// The registry number, or that there is none.
    pub registry_number: String,
}

/// The words of a section; none where the dataset has no place for one of its figures.
pub fn section(section: &Section, cleared: &Cleared, language: Language) -> Option<SectionPanel> {
    let (source, registry_number) = origin(&section.choice, cleared, language)?;
    let sentence = match &section.sentence {
        Some(sentence) => filled(sentence, &section.figures, cleared, language)?,
        None => String::new(),
    };
    Some(SectionPanel {
        title: section.title.get(language).to_owned(),
        sentence,
        limits: section.limits.get(language).to_owned(),
        source,
        registry_number,
    })
}

/// An easy sentence with its figures; none where its dataset is not here or is made up, or lacks one of them.
pub fn plain(sentence: &PlainSentence, cleared: Option<&Cleared>, language: Language) -> Option<String> {
    match (&sentence.dataset, cleared) {
        (None, _) => words_of(&sentence.words, language),
        (Some(_), Some(cleared)) if !cleared.cube().dataset.is_synthetic => {
            let is_whole = sentence.figures.values().all(|choice| is_known(choice, cleared));
            filled(&sentence.words, &sentence.figures, cleared, language).filter(|_| is_whole)
        }
        _ => None,
    }
}

/// The words of a text without figures.
fn words_of(words: &Template, language: Language) -> Option<String> {
    let word = |part: &Part| match part {
        Part::Text(text) => Some(text.clone()),
        Part::Figure(_) => None,
    };
    words.get(language).iter().map(word).collect()
}

/// The terms of the glossary that first stand in the lead, in each section's sentence and in what it does not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstTerms {
    /// Those of the lead.
    pub lead: BTreeSet<&'static str>,
    /// Those of each section, in the order given: of its sentence, of its limits.
    pub sections: Vec<(BTreeSet<&'static str>, BTreeSet<&'static str>)>,
}

/// Where each term first stands on the page, which shows these sections in this order. Figures count as no words.
pub fn first_terms<'s>(lead: &str, sections: impl IntoIterator<Item = &'s Section>, language: Language) -> FirstTerms {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::Figure(_) => "0".to_owned(),
    };
    let texts = sections.into_iter().flat_map(|section| {
        let sentence = section.sentence.as_ref().map(|it| it.get(language).iter().map(part).collect());
        [sentence.unwrap_or_default(), section.limits.get(language).to_owned()]
    });
    let texts: Vec<String> = std::iter::once(lead.to_owned()).chain(texts).collect();
    let mut sets = allotted(texts.iter().map(String::as_str), language).into_iter();
    let lead = sets.next().unwrap_or_default();
    let mut of_sections = Vec::new();
    while let (Some(sentence), Some(limits)) = (sets.next(), sets.next()) {
        of_sections.push((sentence, limits));
    }
    FirstTerms { lead, sections: of_sections }
}
