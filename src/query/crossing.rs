//! Which dimension a crosstab has across: what may stand there, what stands there by default, and what follows from another choice.

use super::{
    answer::figure_alone,
    breakdown::moved,
    clearance::{NotCleared, clearance},
    question::{Ignored, Question, categories_shown, is_divided},
};
use crate::{
    gate::Cleared,
    model::{
        area::Level,
        dimension::DimensionKind,
        figure::{Absence, Figure},
    },
};

/// More columns than this are no table that anybody can read.
pub const MOST_COLUMNS: usize = 24;

/// More cells than this make a reader wait for them.
const MOST_CELLS: usize = 24_000;

/// Whether two dimensions may be broken down together, the rest of the question as it stands.
///
/// # Errors
/// [`NotCleared`] names the dimensions that may not be asked for together.
pub fn clearance_of_two(cleared: &Cleared, question: &Question, first: usize, second: usize) -> Result<(), NotCleared> {
    // Of areas it is the level that is asked for: they are the one that is opened.
    let is_area = |dimension| kind(cleared, dimension) == Some(&DimensionKind::Area);
    let (opened, other) = if is_area(second) { (second, first) } else { (first, second) };
    let narrowing = parts_shown(cleared, question, other).first().copied();
    let at = narrowing.map_or_else(|| question.at.clone(), |category| moved(&question.at, other, category));
    clearance(cleared, &at, Some((opened, finest(cleared, question, opened))))
}

/// Whether a dimension may stand across: another one than the rows, with columns that can be read, cleared together with them.
pub fn is_fit(cleared: &Cleared, question: &Question, across: usize) -> bool {
    across != question.by
        && is_divided(cleared.cube(), across)
        && (2..=MOST_COLUMNS).contains(&n_shown(cleared, question, across))
        && n_shown(cleared, question, across).saturating_mul(n_shown(cleared, question, question.by)) <= MOST_CELLS
        && clearance_of_two(cleared, question, question.by, across).is_ok()
}

/// What a reader has put across, where it fits; else the default.
pub fn across_of(
    cleared: &Cleared,
    question: &Question,
    id: Option<&str>,
    ignored: &mut Vec<Ignored>,
) -> Option<usize> {
    let asked = id.and_then(|id| {
        let found = cleared.cube().dimension_by_id(id).filter(|across| is_fit(cleared, question, *across));
        if found.is_none() {
            ignored.push(Ignored::Across(id.to_owned()));
        }
        found
    });
    asked.or_else(|| default_across(cleared, question))
}

/// What stands across by default: of the dimensions that fit the first with anything published there, neither place nor time, else time, else place; without any the first that fits.
pub fn default_across(cleared: &Cleared, question: &Question) -> Option<usize> {
    let rank = |dimension: &usize| match kind(cleared, *dimension) {
        Some(DimensionKind::Area) | None => 2,
        Some(DimensionKind::Period) => 1,
        Some(_) => 0,
    };
    let mut dimensions: Vec<usize> = (0..cleared.cube().dimensions.len()).collect();
    dimensions.sort_by_key(rank);
    dimensions.retain(|across| is_fit(cleared, question, *across));
    dimensions.iter().copied().find(|across| tells(cleared, question, *across)).or(dimensions.first().copied())
}

/// What stands across in a changed question: what stood there, where it still fits; the former rows, where it has become the rows.
pub fn followed(cleared: &Cleared, before: &Question, now: &Question) -> Option<usize> {
    let kept = if now.across == Some(now.by) { Some(before.by) } else { now.across };
    kept.filter(|across| is_fit(cleared, now, *across)).or_else(|| default_across(cleared, now))
}

/// The question with rows and columns in each other's place; none where the rows do not fit across.
pub fn swapped(cleared: &Cleared, question: &Question) -> Option<Question> {
    let across = question.across?;
    let next = Question { by: across, across: Some(question.by), ..question.clone() };
    is_fit(cleared, &next, question.by).then_some(next)
}

/// The categories that a break-down shows and that hold no other of them: no total, no nation, no county beside its municipalities.
pub fn parts_shown(cleared: &Cleared, question: &Question, dimension: usize) -> Vec<usize> {
    let Some(it) = cleared.cube().dimensions.get(dimension) else { return Vec::new() };
    let shown = categories_shown(cleared, question, dimension);
    let mut holds_others = vec![false; it.categories.len()];
    for category in &shown {
        let parent = |category: usize| it.categories.get(category).and_then(|it| it.parent);
        let mut above = parent(*category);
        // Where one has been met before, so have all above it.
        while let Some(whole) = above.and_then(|above| holds_others.get_mut(above)).filter(|whole| !**whole) {
            *whole = true;
            above = above.and_then(parent);
        }
    }
    let is_part = |category: &usize| it.total != Some(*category) && holds_others.get(*category) == Some(&false);
    shown.into_iter().filter(is_part).collect()
}

fn n_shown(cleared: &Cleared, question: &Question, dimension: usize) -> usize {
    categories_shown(cleared, question, dimension).len()
}

fn kind(cleared: &Cleared, dimension: usize) -> Option<&DimensionKind> {
    cleared.cube().dimensions.get(dimension).map(|it| &it.kind)
}

/// The finest level of the areas that a break-down shows.
fn finest(cleared: &Cleared, question: &Question, dimension: usize) -> Option<Level> {
    let categories = &cleared.cube().dimensions.get(dimension)?.categories;
    let shown = categories_shown(cleared, question, dimension);
    shown.into_iter().filter_map(|category| categories.get(category)?.level).max()
}

/// Whether anything is published of the parts of both.
fn tells(cleared: &Cleared, question: &Question, across: usize) -> bool {
    let columns = parts_shown(cleared, question, across);
    parts_shown(cleared, question, question.by).into_iter().any(|row| {
        let at = moved(&question.at, question.by, row);
        columns.iter().any(|column| {
            let cell = figure_alone(cleared, question.measure, &moved(&at, across, *column));
            cell.figure != Figure::Absent(Absence::Unpublished)
        })
    })
}
