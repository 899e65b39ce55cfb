//! The pages of the house, and where they lie.

use crate::model::theme::Theme;

/// A page of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What supervision has shown, in sentences.
    Start,
    /// Map, chart, table of one question.
    Explore,
    /// A file of the reader's own.
    Open,
    /// Sources, method, accessibility, privacy.
    About,
    /// Every method with its formula, source and an example.
    Method,
    /// What the words mean.
    Glossary,
    /// A theme: its questions, and what the data answer.
    Theme(Theme),
    /// One municipality, county or division.
    Area,
    /// Up to six places or groups side by side.
    Compare,
}

impl Page {
    /// All pages.
    pub fn all() -> impl Iterator<Item = Self> {
        let themes = Theme::ALL.into_iter().map(Self::Theme);
        let others = [
            Self::Start,
            Self::Explore,
            Self::Open,
            Self::About,
            Self::Method,
            Self::Glossary,
            Self::Area,
            Self::Compare,
        ];
        others.into_iter().chain(themes)
    }

    /// Its folder, with a slash at the end; `src/build/finish.mjs` makes a file for each.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Start => "",
            Self::Explore => "utforska/",
            Self::Open => "oppna/",
            Self::About => "om-data/",
            Self::Method => "metod/",
            Self::Glossary => "ordlista/",
            Self::Theme(theme) => theme.path(),
            Self::Area => "omrade/",
            Self::Compare => "jamfor/",
        }
    }
}
