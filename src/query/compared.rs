//! Up to six categories of one dimension side by side: each set against the first, all judged together.

use super::{
    answer::{Answer, answer},
    breakdown::moved,
    clearance::{NotCleared, clearance},
    difference::{DifferenceRow, along, closed},
    judged::counted,
    pairing::Groups,
    parting,
    parts::lies_in,
    question::{Ignored, Question, categories_shown, choice_of, is_divided, resolve},
};
use crate::{
    gate::Cleared,
    model::{
        choice::Choice,
        cube::Cube,
        dimension::{Dimension, DimensionKind},
        figure::Absence,
    },
    verdict::{
        NotComparable,
        counted::Counted,
        family::NoCounts,
        guard::{Guard, guard},
        pair::{Group, Pair, pairs},
    },
};

/// More than these nobody holds apart.
pub const MOST: usize = 6;

/// So many are shown to who has asked for none.
const FIRST: usize = 4;

/// What parts the codes in an address.
const PARTING: char = ',';

/// Categories side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The dimension that they are categories of, by position.
    pub dimension: usize,
    /// What the others are set against.
    pub reference: (usize, Answer),
    /// The others, in their order: the first answer of each row is the reference's.
    pub rows: Vec<DifferenceRow>,
    /// How many were judged together.
    pub n_judged: usize,
    /// Whether one lies in another: then it has been taken out of that other, and the difference is from the rest.
    pub is_nested: bool,
    /// Why they cannot be asked for at all.
    pub not_cleared: Option<NotCleared>,
}

/// Categories of a dimension set against the first of them; none where there is none.
///
/// Differences: Newcombe (1998) for shares, MOVER for rates; verdicts as in [`pairs`], each row allowed for the others.
pub fn compared(cleared: &Cleared, question: &Question, dimension: usize, categories: &[usize]) -> Option<Compared> {
    let cube = cleared.cube();
    let it = cube.dimensions.get(dimension)?;
    let (reference, others) = categories.split_first()?;
    let measure = question.measure;
    let answer_at = |category: usize| answer(cleared, measure, &moved(&question.at, dimension, category));
    let own = answer_at(*reference);
    let rows: Vec<(usize, Answer, Guard)> = others
        .iter()
        .map(|other| {
            let groups = Groups { dimension, first: *reference, second: *other };
            (*other, answer_at(*other), guard(cube, measure, &question.at, along(cube, groups)))
        })
        .collect();
    let is_open = |guard: &Guard| !matches!(guard, Guard::Closed(_));
    // Rows that may not be compared are not among those that each other is allowed for.
    let open: Vec<(Group, Group)> = (rows.iter())
        .filter(|(.., guard)| is_open(guard))
        .map(|(other, answer, _)| {
            apart(it, (*reference, counted(cube, measure, &own)), (*other, counted(cube, measure, answer)))
        })
        .collect();
    let mut judged = pairs(&open).into_iter();
    let per = cube.measures.get(measure).and_then(|it| it.ratio.as_ref()).map_or(1.0, |ratio| ratio.per);
    let rows: Vec<DifferenceRow> = rows
        .into_iter()
        .map(|(category, second, guard)| {
            let pair = match &guard {
                Guard::Closed(why) => closed(&own, &second, why),
                _ => judged.next().unwrap_or_else(|| Pair::not_comparable(NotComparable::NoCounts)),
            };
            DifferenceRow {
                category: Some(category),
                first: own.clone(),
                second,
                difference: pair.difference.map(|it| it.times(per)),
                ratio: pair.ratio,
                verdict: pair.verdict,
                guard,
            }
        })
        .collect();
    let is_nested = others.iter().any(|other| lies_in(it, *other, *reference) || lies_in(it, *reference, *other));
    Some(Compared {
        dimension,
        n_judged: rows.iter().filter(|row| row.verdict.evidence().is_some()).count(),
        not_cleared: categories.iter().find_map(|category| not_cleared(cleared, question, dimension, *category)),
        is_nested,
        reference: (*reference, own),
        rows,
    })
}

/// Two groups that have no unit in common: where one lies in the other, the other is what is left of it.
fn apart(it: &Dimension, (first, own): (usize, Group), (second, other): (usize, Group)) -> (Group, Group) {
    if lies_in(it, second, first) {
        (rest(own, &other), other)
    } else if lies_in(it, first, second) {
        let rest = rest(other, &own);
        (own, rest)
    } else {
        (own, other)
    }
}

/// What is left of a whole without its part; nothing is known of it where the part is hidden.
fn rest(whole: Group, part: &Group) -> Group {
    let (whole, part) = (whole?, part.clone()?);
    let left = part.is_exact().then(|| whole.without(part.corners()[0])).flatten();
    left.map(|it| Counted::exact(whole.law, it.found, it.of)).ok_or(NoCounts::Absent(Absence::Suppressed))
}

fn not_cleared(cleared: &Cleared, question: &Question, dimension: usize, category: usize) -> Option<NotCleared> {
    let level = cleared.cube().dimensions.get(dimension)?.categories.get(category)?.level;
    clearance(cleared, &question.at, Some((dimension, level))).err()
}

/// What the page that compares is asked: which question, and which categories side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    /// The question; its break-down is the dimension that is compared along.
    pub question: Question,
    /// The categories, by position; what the others are set against first.
    pub categories: Vec<usize>,
    /// What in the choice was ignored.
    pub ignored: Vec<Ignored>,
    /// The codes that are no categories, one too many or there twice.
    pub in_vain: Vec<String>,
}

/// What is asked by a choice and the codes side by side; places, where the choice does not say along what. None for a cube without cells.
pub fn asking(cleared: &Cleared, choice: &Choice, codes: Option<&str>) -> Option<Asking> {
    let cube = cleared.cube();
    let mut choice = choice.clone();
    if choice.by.is_none() {
        let places = cube.dimension_of_kind(&DimensionKind::Area).filter(|area| is_divided(cube, *area));
        choice.by = places.and_then(|area| Some(cube.dimensions.get(area)?.id.clone()));
    }
    let (question, ignored) = resolve(cleared, &choice)?;
    let dimension = question.by;
    let (categories, in_vain) = codes.map(|codes| from_text(cube, dimension, codes)).unwrap_or_default();
    let categories = if categories.is_empty() { first_compared(cleared, &question, dimension) } else { categories };
    // What else may be chosen hangs on the finest of the places.
    let it = cube.dimensions.get(dimension)?;
    let level = categories.iter().filter_map(|category| it.categories.get(*category)?.level).max();
    Some(Asking { question: Question { level, ..question }, categories, ignored, in_vain })
}

/// The choice that a comparison comes from: the dataset, the measure, the dimension, and where the other dimensions stand.
pub fn choice_of_comparison(cube: &Cube, question: &Question) -> Choice {
    let whole = choice_of(cube, question);
    let along = whole.by.clone();
    Choice {
        categories: whole.categories.into_iter().filter(|(id, _)| Some(id) != along.as_ref()).collect(),
        dataset: whole.dataset,
        measure: whole.measure,
        by: along,
        ..Choice::default()
    }
}

/// What is compared where the reader has not said: the whole first, then the first that are shown with it.
pub fn first_compared(cleared: &Cleared, question: &Question, dimension: usize) -> Vec<usize> {
    let cube = cleared.cube();
    let shown = categories_shown(cleared, question, dimension);
    let is_place = cube.dimensions.get(dimension).is_some_and(|it| it.kind == DimensionKind::Area);
    let picked = question.at.get(dimension).copied().filter(|_| is_place);
    let total = cube.dimensions.get(dimension).and_then(|it| it.total).filter(|total| shown.contains(total));
    let mut first: Vec<usize> = Vec::new();
    for category in total.into_iter().chain(picked).chain(shown) {
        if !first.contains(&category) && first.len() < FIRST {
            first.push(category);
        }
    }
    first
}

/// The categories of such a text as "1280,1480", and what in it is no category, one too many or there twice.
pub fn from_text(cube: &Cube, dimension: usize, text: &str) -> (Vec<usize>, Vec<String>) {
    let (mut categories, mut in_vain) = (Vec::new(), Vec::new());
    for code in parted(text).into_iter().filter(|code| !code.is_empty()) {
        match cube.dimensions.get(dimension).and_then(|it| it.position(&code)) {
            Some(category) if categories.len() < MOST && !categories.contains(&category) => categories.push(category),
            _ => in_vain.push(code),
        }
    }
    (categories, in_vain)
}

/// The categories as they stand in an address: "1280,1480".
pub fn to_text(cube: &Cube, dimension: usize, categories: &[usize]) -> String {
    let it = cube.dimensions.get(dimension);
    listed(categories.iter().filter_map(|category| Some(it?.categories.get(*category)?.code.as_str())))
}

/// Codes or ids as they stand in an address, apart by commas; [`parted`] reads them back.
pub fn listed<'a>(codes: impl IntoIterator<Item = &'a str>) -> String {
    parting::joined(codes, PARTING)
}

/// The codes or ids of such a text as "1280,1480"; of an empty text one that is empty.
pub fn parted(text: &str) -> Vec<String> {
    parting::parted(text, PARTING)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::counted::Law;

    #[test]
    fn a_part_is_set_against_the_rest_of_its_whole() {
        let share = |found, of| Ok(Counted::exact(Law::Share, found, of));
        assert_eq!(rest(share(30.0, 100.0), &share(5.0, 20.0)), share(25.0, 80.0));
        let hidden = Err(NoCounts::Absent(Absence::Suppressed));
        assert_eq!(rest(share(30.0, 100.0), &hidden), hidden);
        assert_eq!(rest(hidden.clone(), &share(5.0, 20.0)), hidden);
        assert_eq!(rest(share(30.0, 100.0), &share(31.0, 60.0)), hidden, "no part of it");
    }
}
