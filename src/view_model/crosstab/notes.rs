//! What to mind with a crosstab: categories that overlap, groups that may not be compared, breaks, figures with a remark.

use crate::{
    model::{
        dimension::DimensionKind,
        measure::{Measure, MeasureKind},
    },
    query::{
        breakdown::{Row, moved},
        crossing::parts_shown,
    },
    verdict::{
        NotComparable,
        guard::{Along, Guard, guard},
    },
    view_model::{context::Context, figure::answer_words},
    words::{crosstab as words, explore, notes as notes_words, verdict as verdict_words},
};

/// The notes, a sentence or two each, none twice.
pub(super) fn notes(context: Context, measure: &Measure, answers: &[(usize, Vec<Row>)]) -> Vec<String> {
    let (by, across) = (Some(context.question.by), context.question.across);
    let crossed = [by.zip(across), across.zip(by)].into_iter().flatten();
    let of_dimensions = crossed.flat_map(|(dimension, other)| {
        [overlap(context, dimension), caution(context, measure, dimension, other)].into_iter().flatten()
    });
    let mut said: Vec<String> = Vec::new();
    for note in of_dimensions.chain(remarks(context, measure, answers)) {
        if !said.contains(&note) {
            said.push(note);
        }
    }
    said
}

fn overlap(context: Context, dimension: usize) -> Option<String> {
    let it = context.dimension(dimension).filter(|it| it.is_multi_response)?;
    Some(format!("{}: {}", it.label.get(context.language), notes_words::multi_response(context.language)))
}

/// What the guard of all comparisons says of the categories of one dimension, within a category of the other.
fn caution(context: Context, measure: &Measure, dimension: usize, other: usize) -> Option<String> {
    let Context { cleared, question, language, .. } = context;
    let it = context.dimension(dimension)?;
    let parts = parts_shown(cleared, question, dimension);
    let along = match it.kind {
        DimensionKind::Period => Along::Periods { dimension, from: *parts.first()?, to: *parts.last()? },
        // Counts of unlike groups are not set against each other.
        _ if !matches!(measure.kind, MeasureKind::Share | MeasureKind::Rate | MeasureKind::Mean) => return None,
        _ => Along::Categories(dimension),
    };
    let within = parts_shown(cleared, question, other).first().copied();
    let at = within.map_or_else(|| question.at.clone(), |within| moved(&question.at, other, within));
    let name = |place: usize| explore::lower_first(context.dimension(place).map_or("", |it| it.label.get(language)));
    match guard(context.cube(), question.measure, &at, along) {
        Guard::Open => None,
        Guard::WithCare(reason) => Some(reason.get(language).to_owned()),
        // That has been said.
        Guard::Closed(NotComparable::Overlapping(_)) if it.is_multi_response => None,
        Guard::Closed(why) => {
            Some(format!("{}: {}", it.label.get(language), verdict_words::why_not(language, &why, name)))
        }
    }
}

/// The remarks on any of the figures: where the table is taken along, they would else be left behind.
fn remarks(context: Context, measure: &Measure, answers: &[(usize, Vec<Row>)]) -> Option<String> {
    let mut flags: Vec<String> = Vec::new();
    for row in answers.iter().flat_map(|(_, cells)| cells) {
        let said = answer_words(measure, &row.answer, context.language).flags;
        if !said.is_empty() && !flags.contains(&said) {
            flags.push(said);
        }
    }
    (!flags.is_empty()).then(|| words::remarked(context.language, &flags.join("; ")))
}
