//! What in a dimension is the sum of what, as an attacker sees it: parts of totals, areas of areas, years of spans.

use std::collections::{BTreeMap, HashMap};

use super::period;
use crate::model::{
    area::{Level, county_of, n_parts},
    dimension::{Dimension, DimensionKind},
    parts::complete_cuts,
};

/// A whole and its parts, all of them and none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// What the parts make.
    pub whole: Whole,
    /// The parts, by position.
    pub parts: Vec<usize>,
}

/// What the parts make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whole {
    /// A category beside them.
    Category(usize),
    /// A category that only another table has, by code: the county of municipalities.
    Code(String),
    /// All of the dimension, which this table has no category for.
    All,
}

/// The category that is all of a dimension: its total, or the nation.
pub fn top(it: &Dimension) -> Option<usize> {
    let nation = || it.categories.iter().position(|area| area.level == Some(Level::Nation));
    it.total.or_else(|| (it.kind == DimensionKind::Area).then(nation).flatten())
}

/// Where each code stands, the first where one stands twice.
pub fn places(it: &Dimension) -> HashMap<&str, usize> {
    let mut places = HashMap::with_capacity(it.categories.len());
    for (place, category) in it.categories.iter().enumerate() {
        places.entry(category.code.as_str()).or_insert(place);
    }
    places
}

/// Every cut of a dimension; none where its categories overlap.
pub fn cuts(it: &Dimension) -> Vec<Cut> {
    if it.is_multi_response {
        return Vec::new();
    }
    let (top, places) = (top(it), places(it));
    let mut below = vec![Vec::new(); it.categories.len()];
    let mut roots = Vec::new();
    let mut elsewhere: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let spans = spans(it, &places);
    for (place, category) in it.categories.iter().enumerate().filter(|(place, _)| Some(*place) != top) {
        // It would count twice beside the years that make it.
        if spans.iter().any(|(span, _)| *span == place) {
            continue;
        }
        let county = (it.kind == DimensionKind::Area).then(|| county_of(&category.code)).flatten();
        let here = county.and_then(|county| places.get(county).copied());
        if let Some(county) = county.filter(|_| here.is_none()) {
            elsewhere.entry(county).or_default().push(place);
        }
        // Plain files name no parents: the code of a municipality does.
        let parent = category.parent.or(here).filter(|parent| *parent != place);
        match parent.and_then(|parent| below.get_mut(parent)) {
            Some(parts) => parts.push(place),
            None => roots.push(place),
        }
    }
    if let Some(parts) = top.and_then(|top| below.get_mut(top)) {
        parts.append(&mut roots);
        parts.sort_unstable();
    }
    let mut cuts = Vec::new();
    for (whole, parts) in below.into_iter().enumerate() {
        let code = it.categories.get(whole).map_or("", |category| category.code.as_str());
        let code = if top == Some(whole) && it.kind == DimensionKind::Area { "00" } else { code };
        let found = complete_cuts(it, code, parts).into_iter();
        cuts.extend(found.map(|parts| Cut { whole: Whole::Category(whole), parts }));
    }
    let spans = spans.into_iter().filter(|(span, _)| Some(*span) != top);
    cuts.extend(spans.map(|(span, parts)| Cut { whole: Whole::Category(span), parts }));
    // A single period or place is not all there is.
    if top.is_none() && it.kind != DimensionKind::Period && roots.len() > 1 {
        cuts.extend(complete_cuts(it, "00", roots).into_iter().map(|parts| Cut { whole: Whole::All, parts }));
    }
    for (county, parts) in elsewhere {
        if n_parts(county, Level::Municipality) == Some(parts.len()) {
            cuts.push(Cut { whole: Whole::Code(county.to_owned()), parts });
        }
    }
    cuts
}

/// Periods that are made of others, all of which are there.
fn spans(it: &Dimension, places: &HashMap<&str, usize>) -> Vec<(usize, Vec<usize>)> {
    if it.kind != DimensionKind::Period {
        return Vec::new();
    }
    let parts = |code: &str| {
        let cuts = period::made_of(code).into_iter();
        let all = |codes: Vec<String>| codes.iter().map(|code| places.get(code.as_str()).copied()).collect();
        cuts.filter_map(all).next()
    };
    let spans = it.categories.iter().enumerate();
    spans.filter_map(|(place, category)| Some((place, parts(&category.code)?))).collect()
}
