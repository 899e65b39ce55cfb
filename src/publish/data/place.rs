//! Puts each published figure into its cell, with its qualifier, its source and how it was read.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use crate::load::jsonstat::profile::{WireCell, WireSource, Words};

use super::{
    common::Common,
    draft::Draft,
    error::{Fault, FaultKind},
    facts::{Fact, Facts},
    qualifier,
    recipe::{Placement, Recipe},
};

/// The profile's word for a number that is not shown.
const HIDDEN: &str = "suppressed";

/// Fills the cells of one dataset; says of every figure that can't be placed why.
pub fn fill(draft: &mut Draft, facts: &Facts, common: &Common) -> Vec<Fault> {
    let placements = draft.recipe.facts.clone();
    let mut faults = Vec::new();
    for (id, placement) in &placements {
        let fact = facts.get(id).ok_or(FaultKind::MissingFact);
        let placed = fact.and_then(|fact| fill_one(draft, fact, placement, common));
        if let Err(kind) = placed {
            faults.push(Fault { file: draft.recipe.path.clone(), fact: Some(id.clone()), kind });
        }
    }
    faults
}

fn fill_one(draft: &mut Draft, fact: &Fact, placement: &Placement, common: &Common) -> Result<(), FaultKind> {
    if !draft.recipe.tables.contains(&fact.table_id) {
        return Err(FaultKind::TableNotTaken(fact.table_id.clone()));
    }
    let at = position(draft, fact, placement)?;
    if let Some(holder) = draft.cells.get(&at).and_then(|cell| cell.fact.clone()) {
        return Err(FaultKind::Collision(holder));
    }
    let exactness = qualifier::exactness(&fact.value_qualifier)?;
    let number = fact.number()?;
    let reading = qualifier::reading(&fact.verification)?;
    let said = placement.note.as_ref().map(|note| with_other_value(note, exactness.other_value.as_deref()));
    let according = (reading == qualifier::SECONDARY).then(|| according_to(fact, common)).transpose()?;
    let notes = [according, said, placement.hidden.clone()].into_iter().flatten();
    let cell = WireCell {
        at,
        // What is not shown is not said to be exact or not.
        qualifier: exactness.qualifier.filter(|_| placement.hidden.is_none()).map(str::to_owned),
        symbol: None,
        source: Some(source(draft, fact)),
        read: Some(reading.to_owned()),
        fact: Some(fact.fact_id.clone()),
        note: notes.reduce(one_after_the_other),
    };
    if placement.hidden.is_some() {
        let sign = draft.recipe.states.iter().find(|(_, meaning)| *meaning == HIDDEN).map(|(sign, _)| sign.clone());
        draft.status.insert(at, sign.ok_or(FaultKind::NoSignForHidden)?);
    } else {
        draft.set(at, number);
        if let Some(sign) = &placement.sign {
            if !draft.recipe.states.contains_key(sign) {
                return Err(FaultKind::UnknownSign(sign.clone()));
            }
            draft.status.insert(at, sign.clone());
        }
    }
    draft.cells.insert(at, cell);
    Ok(())
}

/// The flat position: what the recipe's line says, else what the figure's own column says, else the total.
fn position(draft: &Draft, fact: &Fact, placement: &Placement) -> Result<u32, FaultKind> {
    let recipe = &draft.recipe;
    let is_dimension = |id: &String| recipe.dimensions.iter().any(|dim| dim.id == *id);
    if let Some(stray) = placement.at.keys().find(|id| !is_dimension(id)) {
        return Err(FaultKind::UnknownDimension(stray.clone()));
    }
    let measure = draft
        .stored_measures()
        .position(|measure| measure.id == placement.measure)
        .ok_or_else(|| FaultKind::UnknownMeasure(placement.measure.clone()))?;
    let mut places = Vec::new();
    for (dimension, categories) in recipe.dimensions.iter().zip(&draft.categories) {
        let column = dimension.column.as_deref();
        let said = column.and_then(|column| fact.column(column)).filter(|text| !text.is_empty());
        let place = if let Some(code) = placement.at.get(&dimension.id) {
            (code.as_str(), categories.iter().position(|c| c.code == *code))
        } else if let Some(text) = said {
            let is_meant = |value: Option<&str>, code: &str| value.unwrap_or(code) == text;
            let found = categories.iter().position(|c| is_meant(c.value.as_deref(), &c.code));
            (text, found)
        } else if let Some(total) = &dimension.total {
            (total.as_str(), categories.iter().position(|c| c.code == *total))
        } else if let [only] = categories.as_slice() {
            (only.code.as_str(), Some(0))
        } else {
            return Err(FaultKind::NoCoordinate(dimension.id.clone()));
        };
        places.push(
            place
                .1
                .ok_or_else(|| FaultKind::UnknownCode { dimension: dimension.id.clone(), code: place.0.to_owned() })?,
        );
    }
    Ok(draft.position(measure, &places))
}

/// Where the figure's publication is among the sources; added where it is new.
fn source(draft: &mut Draft, fact: &Fact) -> usize {
    let source = WireSource {
        title: fact.source_title.clone(),
        publisher: fact.publisher.clone(),
        year: fact.pub_year.parse().ok(),
        url: Some(fact.url.clone()).filter(|url| !url.is_empty()),
    };
    let known = draft.sources.iter().position(|other| *other == source);
    known.unwrap_or_else(|| {
        draft.sources.push(source);
        draft.sources.len() - 1
    })
}

/// Whose account a figure was read in.
fn according_to(fact: &Fact, common: &Common) -> Result<Words, FaultKind> {
    let swedish = &fact.publisher;
    let english = common.publishers.get(swedish).ok_or_else(|| FaultKind::UnknownPublisher(swedish.clone()))?;
    let words = [("sv", format!("Enligt {swedish}.")), ("en", format!("According to {english}."))];
    Ok(words.into_iter().map(|(language, text)| (language.to_owned(), text)).collect())
}

/// Two notes as one.
fn one_after_the_other(mut first: Words, second: Words) -> Words {
    for (language, text) in second {
        let said = first.entry(language).or_default();
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(&text);
    }
    first
}

/// Puts the source's other value into a note, with each language's decimal sign.
fn with_other_value(note: &Words, other: Option<&str>) -> Words {
    let fill = |(language, text): (&String, &String)| {
        let other = other.unwrap_or_default();
        let other = if language == "en" { other.replace(',', ".") } else { other.to_owned() };
        (language.clone(), text.replace("{other}", &other))
    };
    note.iter().map(fill).collect()
}

/// Figures of the taken tables that no recipe places, and figures that two recipes place.
pub fn missing_and_doubled(recipes: &[Recipe], facts: &Facts, table: &Path) -> Vec<Fault> {
    let mut holder: BTreeMap<&String, PathBuf> = BTreeMap::new();
    let mut faults = Vec::new();
    for recipe in recipes {
        for id in recipe.facts.keys() {
            if let Some(first) = holder.insert(id, recipe.path.clone()) {
                faults.push(Fault {
                    file: recipe.path.clone(),
                    fact: Some(id.clone()),
                    kind: FaultKind::PlacedTwice(first),
                });
            }
        }
    }
    let taken: BTreeSet<&String> = recipes.iter().flat_map(|recipe| &recipe.tables).collect();
    let unplaced = facts.values().filter(|fact| taken.contains(&fact.table_id) && !holder.contains_key(&fact.fact_id));
    faults.extend(unplaced.map(|fact| Fault {
        file: table.to_owned(),
        fact: Some(fact.fact_id.clone()),
        kind: FaultKind::Unplaced(fact.table_id.clone()),
    }));
    faults
}
