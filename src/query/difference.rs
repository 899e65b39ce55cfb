//! Two groups set against each other, across a third dimension: a row for each of its categories, all judged together.

use super::{
    answer::{Answer, answer},
    breakdown::{areas_at, moved},
    clearance::{NotCleared, clearance},
    fair::{Fair, fair},
    judged::counted,
    pairing::{Groups, levels_from_the_maps},
    question::{Question, categories_shown, is_divided},
};
use crate::{
    gate::Cleared,
    model::{
        area::Level,
        cube::{Coordinates, Cube},
        dimension::DimensionKind,
    },
    stats::estimate::{Estimate, OpenEstimate},
    verdict::{
        NotComparable, Verdict,
        guard::{Along, Guard, guard},
        pair::{Pair, pairs},
    },
};

/// More areas than this are shown only where they belong together.
const MOST_AREAS: usize = 40;

/// Two groups set against each other, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The groups.
    pub groups: Groups,
    /// The dimension that the rows are categories of; none where nothing is cleared together with the groups, and there is one row.
    pub across: Option<usize>,
    /// The level of the rows, where they are areas of one level below the whole.
    pub level: Option<Level>,
    /// The rows; the whole first, where it is published.
    pub rows: Vec<DifferenceRow>,
    /// How many rows were judged together.
    pub n_judged: usize,
    /// Why the groups cannot be asked for at all.
    pub not_cleared: Option<NotCleared>,
    /// The fair comparison of groups that differ in kind; none where the rows may be compared as they stand.
    pub fair: Option<Fair>,
}

/// One row: the two groups at one category.
#[derive(Clone, Debug, PartialEq)]
pub struct DifferenceRow {
    /// The category, by position; none where there is nothing to go across.
    pub category: Option<usize>,
    /// The first group's answer.
    pub first: Answer,
    /// The second group's.
    pub second: Answer,
    /// Second less first in the unit of the measure (percentage points of a share), 95 %.
    pub difference: Option<Estimate>,
    /// Second through first, 95 %.
    pub ratio: Option<OpenEstimate>,
    /// The verdict on the second against the first.
    pub verdict: Verdict,
    /// Whether the two may be compared here.
    pub guard: Guard,
}

/// The groups of the question set against each other; none where it has no groups.
pub fn difference(cleared: &Cleared, question: &Question) -> Option<Difference> {
    let groups = question.pair?;
    let across = across(cleared, question, groups);
    Some(across_cells(cleared, question, groups, &across))
}

/// The two groups set against each other in the picked cell alone.
pub fn in_the_cell(cleared: &Cleared, question: &Question, groups: Groups) -> Difference {
    across_cells(cleared, question, groups, &Across { dimension: None, level: None, categories: Vec::new() })
}

fn across_cells(cleared: &Cleared, question: &Question, groups: Groups, across: &Across) -> Difference {
    let cube = cleared.cube();
    let Across { dimension, level, categories } = across;
    let (dimension, level) = (*dimension, *level);
    let at = &question.at;
    let cells: Vec<(Option<usize>, Coordinates)> = match dimension {
        Some(dimension) => categories.iter().map(|place| (Some(*place), moved(at, dimension, *place))).collect(),
        None => vec![(None, at.clone())],
    };
    let answers: Vec<[Answer; 2]> = cells
        .iter()
        .map(|(_, at)| {
            [groups.first, groups.second]
                .map(|group| answer(cleared, question.measure, &moved(at, groups.dimension, group)))
        })
        .collect();
    let guards: Vec<Guard> =
        cells.iter().map(|(_, at)| guard(cube, question.measure, at, along(cube, groups))).collect();
    let is_open = |guard: &Guard| !matches!(guard, Guard::Closed(_));
    // Rows that may not be compared are not among those that each other is allowed for.
    let open: Vec<_> = (answers.iter().zip(&guards))
        .filter(|(_, guard)| is_open(guard))
        .map(|([first, second], _)| (counted(cube, question.measure, first), counted(cube, question.measure, second)))
        .collect();
    let mut judged = pairs(&open).into_iter();
    let per = cube.measures.get(question.measure).and_then(|it| it.ratio.as_ref()).map_or(1.0, |ratio| ratio.per);
    let rows: Vec<DifferenceRow> = (cells.iter().zip(answers).zip(guards))
        .map(|(((category, _), [first, second]), guard)| {
            let pair = match &guard {
                Guard::Closed(why) => closed(&first, &second, why),
                _ => judged.next().unwrap_or_else(|| Pair::not_comparable(NotComparable::NoCounts)),
            };
            let difference = pair.difference.map(|it| it.times(per));
            DifferenceRow {
                category: *category,
                first,
                second,
                difference,
                ratio: pair.ratio,
                verdict: pair.verdict,
                guard,
            }
        })
        .collect();
    let confounder = rows.iter().find_map(|row| match &row.guard {
        Guard::Closed(NotComparable::Confounded { by, .. }) => Some(*by),
        _ => None,
    });
    Difference {
        groups,
        across: dimension,
        level,
        n_judged: rows.iter().filter(|row| row.verdict.evidence().is_some()).count(),
        not_cleared: clearance(cleared, at, Some((groups.dimension, own_level(cube, groups)))).err(),
        fair: confounder.map(|by| fair(cleared, question, groups, by, dimension)),
        rows,
    }
}

/// Where the two groups lie along: time goes from the earlier to the later.
pub(super) fn along(cube: &Cube, groups: Groups) -> Along {
    let Groups { dimension, first, second } = groups;
    match cube.dimensions.get(dimension).map(|it| &it.kind) {
        Some(DimensionKind::Period) => Along::Periods { dimension, from: first.min(second), to: first.max(second) },
        _ => Along::Categories(dimension),
    }
}

/// What is absent is told before that it could not have been compared.
pub(super) fn closed(first: &Answer, second: &Answer, why: &NotComparable) -> Pair {
    let absent = [first, second].into_iter().find_map(|it| it.figure.absence());
    let verdict = absent.map(|absence| Verdict::NoFigure(absence.clone()));
    let pair = Pair::not_comparable(why.clone());
    verdict.map_or(pair.clone(), |verdict| Pair { verdict, ..pair })
}

/// The finer level of two areas.
fn own_level(cube: &Cube, groups: Groups) -> Option<Level> {
    let categories = &cube.dimensions.get(groups.dimension)?.categories;
    [groups.first, groups.second].into_iter().filter_map(|place| categories.get(place)?.level).max()
}

/// What the rows go across.
struct Across {
    dimension: Option<usize>,
    level: Option<Level>,
    categories: Vec<usize>,
}

/// The dimension that the question is broken down by, where that is cleared with both groups; else the first that is: no place or time before the others.
fn across(cleared: &Cleared, question: &Question, groups: Groups) -> Across {
    let cube = cleared.cube();
    let kind = |dimension: usize| cube.dimensions.get(dimension).map(|it| &it.kind);
    let mut others: Vec<usize> = (0..cube.dimensions.len()).collect();
    others.sort_by_key(|dimension| match kind(*dimension) {
        Some(DimensionKind::HomeType) => 0,
        Some(DimensionKind::Area) => 3,
        Some(DimensionKind::Period) => 2,
        _ => 1,
    });
    let ways = std::iter::once(question.by).chain(others);
    let ways = ways.filter(|dimension| *dimension != groups.dimension && is_divided(cube, *dimension));
    let at = [groups.first, groups.second].map(|group| moved(&question.at, groups.dimension, group));
    let may = |dimension, level| at.iter().all(|at| clearance(cleared, at, Some((dimension, level))).is_ok());
    for dimension in ways {
        if kind(dimension) == Some(&DimensionKind::Area) {
            let levels = levels_from_the_maps(cleared, question, dimension);
            if let Some(level) = levels.into_iter().find(|level| may(dimension, Some(*level))) {
                return Across {
                    dimension: Some(dimension),
                    level: Some(level),
                    categories: areas(cleared, question, dimension, level),
                };
            }
        } else if may(dimension, None) {
            let total = cube.dimensions.get(dimension).and_then(|it| it.total);
            let shown = categories_shown(cleared, question, dimension);
            let parts = shown.into_iter().filter(|category| Some(*category) != total);
            return Across {
                dimension: Some(dimension),
                level: None,
                categories: total.into_iter().chain(parts).collect(),
            };
        }
    }
    Across { dimension: None, level: None, categories: Vec::new() }
}

/// The nation, then all areas of a level where they are not too many; else those that belong with the picked one.
fn areas(cleared: &Cleared, question: &Question, dimension: usize, level: Level) -> Vec<usize> {
    let nation = areas_at(cleared, dimension, Level::Nation);
    let all = areas_at(cleared, dimension, level);
    if all.len() <= MOST_AREAS {
        return nation.into_iter().chain(all).collect();
    }
    let finer = |place: &usize| {
        let area = cleared.cube().dimensions.get(dimension).and_then(|it| it.categories.get(*place));
        area.is_some_and(|area| area.level <= Some(level))
    };
    categories_shown(cleared, question, dimension).into_iter().filter(finer).collect()
}
