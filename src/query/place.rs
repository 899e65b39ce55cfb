//! What a page about one place asks of a dataset: its main measure there, at the newest period that has an answer.

use super::{
    answer::figure_alone,
    breakdown::moved,
    crossing,
    question::{Question, resolve},
};
use crate::{
    gate::Cleared,
    model::{
        choice::Choice,
        cube::Coordinates,
        dimension::DimensionKind,
        figure::{Absence, Figure},
    },
};

/// The question at a place, by its code, broken down by place; none where the dataset does not tell the place apart.
///
/// Where the dataset says nothing of its main measure there, the first measure that it does say something of is asked for.
pub fn question_at(cleared: &Cleared, code: &str) -> Option<Question> {
    let cube = cleared.cube();
    let area = cube.dimension_of_kind(&DimensionKind::Area)?;
    let it = cube.dimensions.get(area)?;
    let level = it.categories.get(it.position(code)?)?.level;
    let choice = Choice {
        by: Some(it.id.clone()),
        level: level.map(|level| level.id().to_owned()),
        categories: vec![(it.id.clone(), code.to_owned())],
        ..Choice::default()
    };
    let (question, _) = resolve(cleared, &choice)?;
    let others = (0..cube.measures.len()).filter(|measure| *measure != question.measure);
    let mut measures = std::iter::once(question.measure).chain(others);
    let told = measures.find_map(|measure| Some((measure, newest(cleared, measure, &question.at)?)));
    Some(match told {
        Some((measure, at)) => {
            let next = Question { measure, at, ..question.clone() };
            Question { across: crossing::followed(cleared, &question, &next), ..next }
        }
        None => question,
    })
}

/// The same cell at the newest period that the dataset says something of; none where it says nothing of any.
fn newest(cleared: &Cleared, measure: usize, at: &[usize]) -> Option<Coordinates> {
    let cube = cleared.cube();
    let is_told = |at: &Coordinates| figure_alone(cleared, measure, at).figure != Figure::Absent(Absence::Unpublished);
    let Some(period) = cube.dimension_of_kind(&DimensionKind::Period) else {
        return Some(at.to_vec()).filter(is_told);
    };
    let n_periods = cube.dimensions.get(period).map_or(0, |it| it.categories.len());
    (0..n_periods).rev().map(|place| moved(at, period, place)).find(is_told)
}
