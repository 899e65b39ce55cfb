//! A sentence for the start page, with places that figures of a dataset are put in.

use std::collections::BTreeMap;

use super::{choice::Choice, text::Language};

/// A headline: its texts are the publisher's, its figures come from the dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// The view that shows it; names the dataset.
    pub choice: Choice,
    /// The large part: "{share}".
    pub figure: Template,
    /// The rest of the sentence.
    pub text: Template,
    /// What was examined: "{n} kommuner, {cases} ärenden".
    pub context: Template,
    /// The figures by name, each a cell of the dataset.
    pub figures: BTreeMap<String, Choice>,
}

/// A text with places for figures, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// The Swedish parts.
    pub swedish: Vec<Part>,
    /// The English parts.
    pub english: Vec<Part>,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words as they stand.
    Text(String),
    /// A figure, by name.
    Figure(String),
}

impl Template {
    /// The parts in this language.
    pub fn get(&self, language: Language) -> &[Part] {
        match language {
            Language::Swedish => &self.swedish,
            Language::English => &self.english,
        }
    }
}
