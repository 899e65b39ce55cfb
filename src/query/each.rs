//! One map for each category of a dimension: of which dimensions, and which of their categories.

use super::{
    breakdown::moved,
    clearance::{NotCleared, clearance},
    crossing::parts_shown,
    question::Question,
};
use crate::{gate::Cleared, model::dimension::DimensionKind};

/// What stands in an address for a single map.
pub const SINGLE: &str = "none";

/// More maps than this are too small and too many to be compared by eye.
pub const MOST_MAPS: usize = 8;

/// Of periods the last.
const LAST_PERIODS: usize = 6;

/// The categories that have a map each: no total, no category that holds others; of periods the last six. None where they are too few or too many.
pub fn categories(cleared: &Cleared, question: &Question, dimension: usize) -> Vec<usize> {
    let Some(it) = cleared.cube().dimensions.get(dimension) else { return Vec::new() };
    if it.kind == DimensionKind::Area {
        return Vec::new();
    }
    let parts = parts_shown(cleared, question, dimension);
    let first = match it.kind {
        DimensionKind::Period => parts.len().saturating_sub(LAST_PERIODS),
        _ => 0,
    };
    let parts = parts.get(first..).unwrap_or_default();
    if (2..=MOST_MAPS).contains(&parts.len()) { parts.to_vec() } else { Vec::new() }
}

/// Whether there may be a map for each of the categories, the rest of the question as it stands.
///
/// # Errors
/// [`NotCleared`] names the dimensions that may not be asked for together.
pub fn clearance_of_each(cleared: &Cleared, question: &Question, dimension: usize) -> Result<(), NotCleared> {
    let area = cleared.cube().dimension_of_kind(&DimensionKind::Area);
    let open = area.zip(question.level).map(|(area, level)| (area, Some(level)));
    let parts = categories(cleared, question, dimension);
    parts.into_iter().try_for_each(|part| clearance(cleared, &moved(&question.at, dimension, part), open))
}

/// The dimension that this name of an address splits the map by, which a single map has none of; none where there are no such maps.
pub fn from_id(cleared: &Cleared, question: &Question, id: &str) -> Option<Option<usize>> {
    match cleared.cube().dimension_by_id(id) {
        Some(dimension) => can_be(cleared, question, dimension).then_some(Some(dimension)),
        None => (id == SINGLE).then_some(None),
    }
}

/// The dimension that a changed question splits the map by: the one that it had, as long as there are such maps.
pub fn followed(cleared: &Cleared, now: &Question) -> Option<usize> {
    now.each.filter(|dimension| can_be(cleared, now, *dimension))
}

fn can_be(cleared: &Cleared, question: &Question, dimension: usize) -> bool {
    question.level.is_some() && !categories(cleared, question, dimension).is_empty()
}
