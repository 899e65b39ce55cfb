//! What in a dimension is the sum of what, as an attacker sees it: parts of totals, areas of areas.

use std::collections::BTreeMap;

use crate::model::{
    area::{Level, county_of, n_parts},
    dimension::{Dimension, DimensionKind},
    parts::complete_cuts,
};

/// A whole and its parts, all of them and none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    pub whole: Whole,
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

/// Every cut of a dimension; none where its categories overlap.
pub fn cuts(it: &Dimension) -> Vec<Cut> {
    if it.is_multi_response {
        return Vec::new();
    }
    let top = top(it);
    let mut below = vec![Vec::new(); it.categories.len()];
    let mut roots = Vec::new();
    let mut elsewhere: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, category) in it.categories.iter().enumerate().filter(|(place, _)| Some(*place) != top) {
        let county = (it.kind == DimensionKind::Area).then(|| county_of(&category.code)).flatten();
        let here = county.and_then(|county| it.position(county));
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

/// How many times each category is cut into parts on the way to those that are not: 0 for a part, 1 for a total of parts.
pub fn heights(n_categories: usize, cuts: &[Cut]) -> Vec<u32> {
    let mut heights = vec![0; n_categories];
    // Whatever a file says of parents, there are no more steps than categories.
    for _ in 0..n_categories {
        let before = heights.clone();
        for cut in cuts {
            let Whole::Category(whole) = cut.whole else { continue };
            let above =
                cut.parts.iter().filter_map(|part| before.get(*part)).max().map_or(1, |height: &u32| height + 1);
            if let Some(height) = heights.get_mut(whole) {
                *height = above.max(*height).min(MOST_HEIGHT);
            }
        }
        if heights == before {
            break;
        }
    }
    heights
}

/// Steps counted: more make no difference to what is hidden last.
const MOST_HEIGHT: u32 = 4;
