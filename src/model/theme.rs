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

/// What a question is about, besides its theme: readers keep to one of these from theme to theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Whether the child is told what happens, heard and listened to.
    Participation,
    /// Whether children are protected from violence and violations.
    Safety,
    /// Whether children themselves feel safe.
    FeelingSafe,
    /// Whether the child gets the help it needs.
    Support,
    /// How the best interests of the child are considered while a case is handled.
    BestInterests,
    /// How the municipality follows the care of a child it has placed.
    FollowingCare,
    /// How the municipality follows up how a child is getting on.
    FollowingUp,
}

/// Which text asks for the aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AspectFamily {
    /// The perspectives of the government's assignment of 2019.
    Perspective,
    /// What the stronger supervision of 2021–2022 was to look at.
    Indicator,
}

impl Aspect {
    /// All aspects, in the order they are offered: family by family.
    pub const ALL: [Self; 7] = [
        Self::Participation,
        Self::Safety,
        Self::FeelingSafe,
        Self::Support,
        Self::BestInterests,
        Self::FollowingCare,
        Self::FollowingUp,
    ];

    /// Its code in addresses and files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Participation => "delaktighet",
            Self::Safety => "sakerhet",
            Self::FeelingSafe => "trygghet",
            Self::Support => "stod",
            Self::BestInterests => "barnets-basta",
            Self::FollowingCare => "folja-varden",
            Self::FollowingUp => "folja-upp",
        }
    }

    /// The aspect with this code.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aspect| aspect.id() == id)
    }

    /// Its family.
    pub const fn family(self) -> AspectFamily {
        match self {
            Self::Participation | Self::Safety | Self::FeelingSafe | Self::Support => AspectFamily::Perspective,
            Self::BestInterests | Self::FollowingCare | Self::FollowingUp => AspectFamily::Indicator,
        }
    }

    /// Whether a question about these aspects is left when one of them, or none, is kept to.
    pub fn is_left(chosen: Option<Self>, aspects: &[Self]) -> bool {
        chosen.is_none_or(|chosen| aspects.contains(&chosen))
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
    /// Bands from stage to stage.
    Flow,
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
    /// What it is about, besides the theme; most are about one to three of these.
    pub aspects: Vec<Aspect>,
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
