//! From the specification to the plan: what it names must be there, and all that is wrong is told at once.

mod dimension;
mod law;
mod measure;
mod table;

use std::path::Path;

use super::{
    fault::{Fault, FaultKind, Named, Place},
    plan::{Asked, Column, Join, Plan, Records},
    spec::Spec,
};
use crate::{
    load::{
        jsonstat::{
            profile::Words,
            vocabulary::{self, Vocabulary},
        },
        limits,
    },
    model::text::{Language, Text},
};

/// The plan of a specification.
///
/// # Errors
/// All that is wrong with it. `folder` is where it lies: lists of codes are seen from there.
pub fn check(spec: &Spec, folder: &Path) -> Result<Plan, Vec<Fault>> {
    let mut checking = Checking { folder, plan: Plan::default(), faults: Vec::new() };
    checking.spec(spec);
    if checking.faults.is_empty() { Ok(checking.plan) } else { Err(checking.faults) }
}

/// The plan as far as it has come, and what was wrong until now.
struct Checking<'s> {
    folder: &'s Path,
    plan: Plan,
    faults: Vec<Fault>,
}

impl Checking<'_> {
    fn fault(&mut self, place: &Place, kind: FaultKind) {
        self.faults.push(Fault::new(place.clone(), kind));
    }

    fn spec(&mut self, spec: &Spec) {
        self.records(spec);
        self.joins(spec);
        let twice = |what: Named, ids: Vec<&String>| {
            let again = ids.iter().enumerate().filter(|(at, id)| ids.iter().take(*at).any(|other| other == *id));
            again.map(|(_, id)| FaultKind::Twice(what, (*id).clone())).collect::<Vec<_>>()
        };
        let mut kinds = twice(Named::Records, spec.records.iter().map(|it| &it.name).collect());
        kinds.extend(twice(Named::Dimension, spec.dimension.iter().map(|it| &it.id).collect()));
        kinds.extend(twice(Named::Measure, spec.measure.iter().map(|it| &it.id).collect()));
        kinds.extend(twice(Named::Table, spec.table.iter().map(|it| &it.id).collect()));
        if spec.table.is_empty() {
            kinds.push(FaultKind::Nothing(Named::Table));
        }
        self.faults.extend(kinds.into_iter().map(|kind| Fault::new(Place::Spec, kind)));
        let dimensions: Vec<_> = spec.dimension.iter().map(|it| self.dimension(it)).collect();
        let measures: Vec<_> = spec.measure.iter().map(|it| self.measure(it, spec)).collect();
        for table in &spec.table {
            let table = self.table(table, spec, &dimensions, &measures);
            self.plan.tables.extend(table);
        }
    }

    fn records(&mut self, spec: &Spec) {
        for it in &spec.records {
            let delimiter = it.delimiter.and_then(|sign| u8::try_from(sign).ok());
            let (name, files, key) = (it.name.clone(), it.files.clone(), it.key.clone());
            self.plan.records.push(Records { name, files, key, delimiter });
        }
    }

    fn joins(&mut self, spec: &Spec) {
        for (number, join) in spec.join.iter().enumerate() {
            let place = Place::Join(number.saturating_add(1));
            let (Some(from), Some(to)) = (self.column(&join.from, &place), self.records_of(&join.to, &place)) else {
                continue;
            };
            let key = self.plan.records.get(to).and_then(|records| records.key.clone());
            let Some(key) = key else {
                self.fault(&place, FaultKind::NoKey(join.to.clone()));
                continue;
            };
            let before = self.forks();
            self.plan.joins.push(Join { from, to: Column { records: to, name: key } });
            // Two ways to the same records would be two answers to the same question.
            if let Some(fork) = self.forks().into_iter().find(|fork| !before.contains(fork)) {
                let name = self.plan.records.get(fork).map(|records| records.name.clone()).unwrap_or_default();
                self.fault(&place, FaultKind::TwoWays(name));
            }
        }
    }

    /// The records that some others lead to in two ways.
    fn forks(&self) -> Vec<usize> {
        let joins = &self.plan.joins;
        let is_fork = |(at, join): (usize, &Join)| {
            let others = joins.iter().take(at).filter(|other| other.to.records == join.to.records);
            others.map(|other| other.from.records).any(|other| self.meets(other, join.from.records))
        };
        joins.iter().enumerate().filter(|it| is_fork(*it)).map(|(_, join)| join.to.records).collect()
    }

    /// Whether some records lead to both of these.
    fn meets(&self, one: usize, other: usize) -> bool {
        let leads = |from: usize, to: usize| self.plan.way(from, to).is_some();
        (0..self.plan.records.len()).any(|from| leads(from, one) && leads(from, other))
    }

    fn records_of(&mut self, name: &str, place: &Place) -> Option<usize> {
        let found = self.plan.records.iter().position(|records| records.name == name);
        if found.is_none() {
            let known = self.plan.records.iter().map(|records| records.name.clone()).collect();
            self.fault(place, FaultKind::NoSuch { what: Named::Records, id: name.to_owned(), known });
        }
        found
    }

    fn column(&mut self, text: &str, place: &Place) -> Option<Column> {
        let Some((records, name)) = text.split_once('.').filter(|(_, name)| !name.is_empty()) else {
            self.fault(place, FaultKind::NotAColumn(text.to_owned()));
            return None;
        };
        Some(Column { records: self.records_of(records, place)?, name: name.to_owned() })
    }

    fn asked(&mut self, text: &str, place: &Place) -> Option<Asked> {
        Some(Asked { column: self.column(text, place)?, first: None })
    }

    /// A text that must be there in Swedish.
    fn text(&mut self, words: &Words, what: &str, place: &Place) -> Text {
        if words.get(Language::Swedish.tag()).is_none_or(|text| text.trim().is_empty()) {
            self.fault(place, FaultKind::NoSwedish(what.to_owned()));
        }
        if let Some(tag) = words.keys().find(|tag| !Language::ALL.iter().any(|language| language.tag() == *tag)) {
            let expected = Language::ALL.map(|language| language.tag().to_owned()).to_vec();
            self.fault(place, FaultKind::UnknownWord { word: tag.clone(), expected });
        }
        let text = Text::new(Language::Swedish, words.get(Language::Swedish.tag()).map_or("", String::as_str));
        match words.get(Language::English.tag()) {
            Some(english) => text.translated(english),
            None => text,
        }
    }

    fn notes<'w>(&mut self, notes: impl IntoIterator<Item = &'w Words>, place: &Place) -> Vec<Text> {
        notes.into_iter().map(|words| self.text(words, "notes", place)).collect()
    }

    /// The meaning of a word, where there is one.
    fn word<T: Clone>(&mut self, known: &Vocabulary<T>, word: &str, place: &Place) -> Option<T> {
        let found = vocabulary::meaning(known, word);
        if found.is_none() {
            let expected = vocabulary::words(known).map(str::to_owned).collect();
            self.fault(place, FaultKind::UnknownWord { word: word.to_owned(), expected });
        }
        found
    }
}

/// The most cells of a table.
const MOST_CELLS: usize = limits::CELLS;
