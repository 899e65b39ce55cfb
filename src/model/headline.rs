//! What the start page tells: sentences with places that figures of a dataset are put in, and a small picture for each theme.

use std::collections::BTreeMap;

use super::{
    choice::Choice,
    text::{Language, Text},
    theme::Theme,
};

/// The start page's story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The sentences.
    pub headlines: Vec<Headline>,
    /// The pictures of the themes.
    pub pictures: Vec<ThemePicture>,
}

/// A theme as a few bars of one dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemePicture {
    /// The theme.
    pub theme: Theme,
    /// The dataset, by id.
    pub dataset: String,
    /// What the bars count.
    pub caption: Text,
    /// What each bar is called, and the cell it shows; all of one unit.
    pub bars: Vec<(Text, Choice)>,
}

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
