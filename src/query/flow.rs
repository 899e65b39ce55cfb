//! How a count flows from stage to stage: the parts of one dimension, and how many of each are in each part of the next.

use super::{
    answer::answer,
    breakdown::{Row, break_down, break_down_by_two, moved},
    clearance::clearance,
    parts::{is_summable, parts, whole_of},
    question::Question,
};
use crate::{
    gate::Cleared,
    model::{
        cube::Coordinates,
        measure::{Measure, MeasureKind},
    },
};

/// The course of supervision, by the kinds of dimensions: what was decided, whether it was followed up, what came of it.
const COURSE: [&str; 3] = ["tool", "follow_up", "outcome"];

/// A flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// The stages, the first one first; two at least.
    pub stages: Vec<Stage>,
    /// Between each stage and the next: for each part of the one a row for each part of the other.
    pub links: Vec<Vec<(usize, Vec<Row>)>>,
}

/// The parts of one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// The dimension.
    pub dimension: usize,
    /// Its parts, all of them and none twice, in the order of the file.
    pub parts: Vec<Row>,
}

/// The flow from the rows of a question to what it has across, and on along the course of supervision as far as that is published.
///
/// None where the measure is no count that may be added up over both: bands would then not fill what they come from.
pub fn flow(cleared: &Cleared, question: &Question) -> Option<Flow> {
    let cube = cleared.cube();
    let measure = cube.measures.get(question.measure).filter(|measure| measure.kind == MeasureKind::Count)?;
    let chain = chain(cleared, question, measure)?;
    let at = whole(cleared, question, &chain);
    let mut stages = Vec::new();
    for dimension in &chain {
        let parts = parts_of(cleared, *dimension)?;
        let parts = break_down(cleared, question.measure, &at, *dimension, parts);
        stages.push(Stage { dimension: *dimension, parts });
    }
    let categories = |stage: &Stage| stage.parts.iter().map(|row| row.category).collect::<Vec<usize>>();
    let link = |(from, to): (&Stage, &Stage)| {
        let (rows, columns) = (categories(from), categories(to));
        break_down_by_two(cleared, question.measure, &at, (from.dimension, &rows), (to.dimension, &columns))
    };
    let links = stages.iter().zip(stages.iter().skip(1)).map(link).collect();
    Some(Flow { stages, links })
}

/// The dimensions of the stages: rows, columns, and what follows the columns in the course.
fn chain(cleared: &Cleared, question: &Question, measure: &Measure) -> Option<Vec<usize>> {
    let cube = cleared.cube();
    let is_stage = |dimension: usize| is_summable(cube, measure, dimension).is_ok();
    let mut chain = vec![question.by, question.across?];
    let kind = |dimension: usize| cube.dimensions.get(dimension).map_or("", |it| it.kind.id());
    let place = |kind: &str| COURSE.iter().position(|it| *it == kind);
    let last = place(kind(question.across?)).map_or(COURSE.len(), |place| place.saturating_add(1));
    let following = COURSE.iter().skip(last);
    chain.extend(following.filter_map(|wanted| (0..cube.dimensions.len()).find(|it| kind(*it) == *wanted)));
    let is_linked = |pair: &[usize]| is_published(cleared, question, &chain, pair);
    let n_links = chain.windows(2).take_while(|pair| pair.iter().all(|it| is_stage(*it)) && is_linked(pair)).count();
    chain.truncate(n_links.saturating_add(1));
    (n_links > 0).then_some(chain)
}

/// Whether two stages are published together, and anything is known of them.
fn is_published(cleared: &Cleared, question: &Question, chain: &[usize], pair: &[usize]) -> bool {
    let [from, to] = pair else { return false };
    let (Some(rows), Some(columns)) = (parts_of(cleared, *from), parts_of(cleared, *to)) else { return false };
    let at = whole(cleared, question, chain);
    let Some((row, column)) = rows.first().zip(columns.first()) else { return false };
    let cell = moved(&moved(&at, *from, *row), *to, *column);
    if clearance(cleared, &cell, None).is_err() {
        return false;
    }
    let is_known = |row: usize, column: usize| {
        let cell = moved(&moved(&at, *from, row), *to, column);
        answer(cleared, question.measure, &cell).figure.exact_value().is_some()
    };
    rows.iter().any(|row| columns.iter().any(|column| is_known(*row, *column)))
}

fn parts_of(cleared: &Cleared, dimension: usize) -> Option<Vec<usize>> {
    let it = cleared.cube().dimensions.get(dimension)?;
    parts(cleared.cube(), dimension, whole_of(it)).ok()
}

/// The question's cell, with all of each stage.
fn whole(cleared: &Cleared, question: &Question, chain: &[usize]) -> Coordinates {
    let all = |dimension: usize| cleared.cube().dimensions.get(dimension).map(whole_of);
    chain.iter().fold(question.at.clone(), |at, dimension| match all(*dimension) {
        Some(all) => moved(&at, *dimension, all),
        None => at,
    })
}
