//! Where a hit leads from the question at hand: in the same dataset all else stays as the reader chose it, as far as it can.

use crate::{
    gate::Cleared,
    model::{
        choice::{Choice, part_of},
        dimension::DimensionKind,
        figure::{Absence, Figure},
    },
    query::{
        answer::figure_alone,
        question::{Question, choice_of, resolve},
    },
    view_model::choosing::changed,
};

/// What is asked next. A hit in another dataset is asked for as it stands.
pub fn next_choice(here: Option<&Cleared>, now: &Choice, hit: &Choice) -> Choice {
    let same = here.filter(|here| hit.dataset.as_ref() == Some(&here.cube().dataset.id));
    same.and_then(|here| kept(here, now, hit)).unwrap_or_else(|| hit.clone())
}

fn kept(here: &Cleared, now: &Choice, hit: &Choice) -> Option<Choice> {
    let (question, _) = resolve(here, now)?;
    // What else stands in the hit is there for those who come from elsewhere.
    let next = match (hit.categories.last(), &hit.measure, &hit.by) {
        (Some((dimension, code)), ..) => changed(here, &question, &part_of(dimension), code)?,
        (None, Some(measure), _) => changed(here, &question, "measure", measure)?,
        (None, None, Some(by)) => changed(here, &question, "by", by)?,
        (None, None, None) => question,
    };
    says_something(here, &next).then(|| choice_of(here.cube(), &next))
}

fn says_something(here: &Cleared, question: &Question) -> bool {
    let figure = figure_alone(here, question.measure, &question.at).figure;
    !matches!(figure, Figure::Absent(Absence::Unpublished | Absence::NotApplicable))
}

/// The question at hand with this place picked; none where the dataset does not have it.
pub fn at_place(here: &Cleared, now: &Choice, code: &str) -> Option<Choice> {
    let cube = here.cube();
    let areas = cube.dimensions.get(cube.dimension_of_kind(&DimensionKind::Area)?)?;
    let (question, _) = resolve(here, now)?;
    let next = changed(here, &question, &part_of(&areas.id), code)?;
    Some(choice_of(cube, &next))
}
