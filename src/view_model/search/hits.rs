//! What a typed text finds, in groups: what fits best first, the published before the made up.

use super::entries::Entry;
use crate::{
    gate::Cleared,
    model::{choice::Choice, dimension::DimensionKind, text::Language},
    view_model::spelling::{Fit, Spelt},
    words::{
        glossary::{Term, terms},
        search as words,
    },
};

/// So many hits of a kind are shown.
const MOST_SHOWN: usize = 5;

/// What a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A whole dataset.
    Dataset,
    /// What is counted in one.
    Measure,
    /// What one is broken down by.
    Breakdown,
    /// One part of a breakdown.
    Category,
    /// A place.
    Place,
    /// A place that the reader has pinned.
    Pinned,
    /// A place that the reader has looked at.
    Recent,
}

impl Kind {
    /// What hits of this kind are called.
    const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Dataset => words::datasets(language),
            Self::Measure => words::measures(language),
            Self::Breakdown => words::breakdowns(language),
            Self::Category => words::categories(language),
            Self::Place => words::places(language),
            Self::Pinned => words::pinned(language),
            Self::Recent => words::recent(language),
        }
    }
}

/// Where a hit leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a question of a dataset.
    Question(Box<Choice>),
    /// To a place, by code.
    Place(String),
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its name.
    pub label: String,
    /// The language of the name.
    pub language: Language,
    /// What it belongs to.
    pub within: String,
    /// Whether its figures are published, made up or the reader's own; none where it has none.
    pub mark: Option<&'static str>,
    /// Whether its figures are made up.
    pub is_synthetic: bool,
    /// Where it leads.
    pub target: Target,
}

impl Hit {
    /// Whether the other is this one, though what stands beside its name may have changed.
    pub fn is_same(&self, other: &Self) -> bool {
        self.target == other.target && self.label == other.label
    }
}

/// Hits of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are.
    pub kind: Kind,
    /// That in words, with how many are shown where there are more.
    pub title: String,
    /// The first of them.
    pub hits: Vec<Hit>,
}

/// All that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// By kind.
    pub groups: Vec<Group>,
    /// How many hits there are, those that are not shown too.
    pub n_hits: usize,
}

impl Found {
    /// How many hits are shown.
    pub fn n_shown(&self) -> usize {
        self.groups.iter().map(|group| group.hits.len()).sum()
    }

    /// How many hits there are, and how many are shown.
    pub fn count(&self) -> (usize, usize) {
        (self.n_hits, self.n_shown())
    }
}

/// What a typed text finds in both languages. With slips only where nothing is spelt so. `here`: the dataset that the reader is looking at.
pub fn search<'e>(
    entries: impl IntoIterator<Item = &'e Entry>,
    typed: &str,
    here: Option<&Cleared>,
    language: Language,
) -> Found {
    let wanted = Spelt::of(typed);
    if wanted.is_empty() {
        return Found::default();
    }
    let meant = also_called(&wanted);
    let all: Vec<&Entry> = entries.into_iter().collect();
    let fitting = all.iter().filter_map(|entry| Some((fit(entry, &wanted, &meant)?, *entry)));
    let mut found: Vec<(Fit, &Entry)> = fitting.collect();
    if found.is_empty() {
        let nearly = all.iter().filter(|entry| entry.spelt.iter().any(|own| wanted.is_nearly(own)));
        found.extend(nearly.map(|entry| (Fit::Within, *entry)));
    }
    found.sort_by_key(|(fit, entry)| (entry.kind, *fit != Fit::Whole, entry.is_synthetic, *fit));
    let groups = found.chunk_by(|(_, one), (_, other)| one.kind == other.kind).filter_map(|of_kind| {
        let kind = of_kind.first()?.1.kind;
        let hits: Vec<Hit> = of_kind.iter().take(MOST_SHOWN).map(|(_, entry)| hit(entry, here, language)).collect();
        Some(Group { kind, title: title(kind, hits.len(), of_kind.len(), language), hits })
    });
    Found { groups: groups.collect(), n_hits: found.len() }
}

/// Places by their codes, those that nobody knows left out: what is offered while nothing is typed.
pub fn known_places(
    entries: &[Entry],
    kind: Kind,
    codes: &[String],
    here: Option<&Cleared>,
    language: Language,
) -> Option<Group> {
    let entry = |code: &String| {
        let is_it = |entry: &&Entry| matches!(&entry.target, Target::Place(own) if own == code);
        entries.iter().find(is_it).map(|entry| hit(entry, here, language))
    };
    let hits: Vec<Hit> = codes.iter().filter_map(entry).collect();
    (!hits.is_empty()).then(|| Group { kind, title: kind.name(language).to_owned(), hits })
}

fn fit(entry: &Entry, wanted: &Spelt, meant: &[Spelt]) -> Option<Fit> {
    let by_code = match &entry.target {
        Target::Place(code) => wanted.fit_code(code),
        Target::Question(_) => None,
    };
    let best = |wanted: &Spelt| entry.spelt.iter().filter_map(|own| wanted.fit(own)).min();
    let by_name = best(wanted);
    let by_other_name = || {
        let fits = meant.iter().filter_map(best);
        fits.min().filter(|fit| *fit < Fit::Within).map(|_| Fit::Words)
    };
    let right = by_code.into_iter().chain(by_name).min();
    right.filter(|fit| *fit < Fit::Within).or_else(by_other_name).or(right)
}

/// The other forms of a term of the glossary, where the typed text is one of them.
fn also_called(wanted: &Spelt) -> Vec<Spelt> {
    let forms = |term: &Term| {
        let forms = Language::ALL.into_iter().flat_map(|language| {
            term.written(language).iter().copied().chain(std::iter::once(term.name(language))).collect::<Vec<_>>()
        });
        forms.map(Spelt::of).collect::<Vec<_>>()
    };
    let is_meant = |forms: &Vec<Spelt>| forms.iter().any(|form| wanted.fit(form) == Some(Fit::Whole));
    terms().map(forms).filter(is_meant).flatten().filter(|form| form != wanted).collect()
}

fn hit(entry: &Entry, here: Option<&Cleared>, language: Language) -> Hit {
    let shown_here = match &entry.target {
        Target::Place(code) => here.filter(|here| has_place(here, code)).map(|here| &here.cube().dataset),
        Target::Question(_) => None,
    };
    let within = match (&entry.target, shown_here) {
        (Target::Question(_), _) => entry.within.iter().map(|text| text.get(language)).collect::<Vec<_>>().join(" · "),
        (Target::Place(_), Some(dataset)) => dataset.label.get(language).to_owned(),
        (Target::Place(_), None) => words::own_page(language).to_owned(),
    };
    let is_synthetic = entry.is_synthetic.or(shown_here.map(|it| it.is_synthetic));
    let mark = is_synthetic.map(|is_synthetic| match (entry.is_own, is_synthetic) {
        (_, true) => words::made_up(language),
        (true, false) => words::own_file(language),
        (false, false) => words::published(language),
    });
    Hit {
        label: entry.label.get(language).to_owned(),
        language: entry.label.language_of(language),
        within,
        mark,
        is_synthetic: is_synthetic == Some(true),
        target: entry.target.clone(),
    }
}

/// Whether a dataset has a place.
fn has_place(here: &Cleared, code: &str) -> bool {
    let cube = here.cube();
    let areas = cube.dimension_of_kind(&DimensionKind::Area).and_then(|area| cube.dimensions.get(area));
    areas.is_some_and(|areas| areas.position(code).is_some())
}

fn title(kind: Kind, n_shown: usize, n_hits: usize, language: Language) -> String {
    let name = kind.name(language);
    if n_shown == n_hits { name.to_owned() } else { words::of_more(language, name, n_shown, n_hits) }
}
