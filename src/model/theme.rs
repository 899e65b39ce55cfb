//! The themes: a page each, made of sections that each ask one question of one dataset.

use std::collections::BTreeMap;

use super::{choice::Choice, headline::Template, text::Text};

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Violence and abuse in homes.
    Violence,
    /// What staff and managers know.
    Competence,
    /// How municipalities handle cases.
    CaseHandling,
    /// What the inspectorate does, and what comes of it.
    Tools,
    /// Girls and boys, ownership, places.
    Differences,
    /// What children answer.
    Voice,
    /// Events, and the figures along time.
    Timeline,
}

impl Theme {
    /// All themes, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::Violence,
        Self::Competence,
        Self::CaseHandling,
        Self::Tools,
        Self::Differences,
        Self::Voice,
        Self::Timeline,
    ];

    /// Its folder in addresses, with a slash at the end.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Violence => "vald/",
            Self::Competence => "kompetens/",
            Self::CaseHandling => "handlaggning/",
            Self::Tools => "verktyg/",
            Self::Differences => "skillnader/",
            Self::Voice => "barnens-rost/",
            Self::Timeline => "tidslinje/",
        }
    }

    /// Its name in files.
    pub fn id(self) -> &'static str {
        self.path().trim_end_matches('/')
    }
}

/// What a section shows its answer as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Bars, one for each category.
    Bars,
    /// Figures along time.
    Time,
    /// Two groups set against each other.
    Difference,
    /// The areas of a level as a funnel plot.
    Funnel,
    /// A map.
    Map,
    /// One dimension by another.
    Crosstab,
    /// The parts whose share is largest for certain, in order.
    Needs,
    /// The steps of a chain in their order, one of them open.
    Steps,
}

/// A theme as its file tells it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The same in a few easy sentences.
    pub plain: Vec<PlainSentence>,
    /// Its questions.
    pub sections: Vec<Section>,
}

/// An easy sentence, with places for figures of one published dataset, if it has any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainSentence {
    /// The dataset that its figures are of.
    pub dataset: Option<String>,
    /// Its words.
    pub words: Template,
    /// The figures by name, each a cell of the dataset.
    pub figures: BTreeMap<String, Choice>,
}

/// A part of a theme: a question, its answer in a sentence and a picture, and what it does not tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The question in words.
    pub title: Text,
    /// The view that answers it; names the dataset.
    pub choice: Choice,
    /// What the answer is shown as.
    pub picture: Picture,
    /// The answer in words with places for figures; without it the picture's own sentence.
    pub sentence: Option<Template>,
    /// The figures by name, each a cell of the dataset.
    pub figures: BTreeMap<String, Choice>,
    /// What the figures do not tell.
    pub limits: Text,
}
