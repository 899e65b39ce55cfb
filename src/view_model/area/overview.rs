//! All that is told of a place in short: a line for each dataset, and how many of each verdict.

use super::card::AreaCard;
use crate::{model::text::Language, verdict::Kind, words::area as words};

/// All in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverviewPanel {
    /// How many of each verdict, in a sentence; empty where there is no figure.
    pub tally: String,
    /// A line for each dataset that tells something.
    pub lines: Vec<OverviewLine>,
}

/// One dataset in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewLine {
    /// The dataset's id: the card that the line leads to.
    pub id: String,
    /// What is counted.
    pub what: String,
    /// The figure, or why there is none.
    pub value: String,
    /// The verdict, for a colour.
    pub kind: Option<Kind>,
    /// The verdict in a word or two; may be empty.
    pub short: String,
}

/// All cards in short, in their order.
pub fn overview<'a>(cards: impl Iterator<Item = &'a AreaCard>, language: Language) -> OverviewPanel {
    let line = |card: &AreaCard| {
        let told = card.told.as_ref()?;
        Some(OverviewLine {
            id: card.id.clone(),
            what: told.figure.what.clone(),
            value: told.figure.value.clone(),
            kind: told.kind,
            short: told.figure.verdict.as_ref().map(|verdict| verdict.short.clone()).unwrap_or_default(),
        })
    };
    let mut unjudged = 0;
    let mut lines = Vec::new();
    let mut kinds = Vec::new();
    for (card, line) in cards.filter_map(|card| Some((card, line(card)?))) {
        let is_known = card.told.as_ref().is_some_and(|told| told.figure.is_known);
        match line.kind {
            Some(kind) => kinds.push(kind),
            None if is_known => unjudged += 1,
            None => kinds.push(Kind::NoFigure),
        }
        lines.push(line);
    }
    let n_of = |kind: Kind| kinds.iter().filter(|it| **it == kind).count();
    let mut counted: Vec<(Option<Kind>, usize)> = Kind::ALL.into_iter().map(|kind| (Some(kind), n_of(kind))).collect();
    counted.push((None, unjudged));
    let tally = if lines.is_empty() { String::new() } else { words::tally(language, &counted) };
    OverviewPanel { tally, lines }
}
