//! What follows from a choice: the next question, the title of the view, what was ignored.

use super::{context::Context, map::breaks_at_hand};
use crate::{
    gate::Cleared,
    model::{area::Level, choice::dimension_of, cube::Cube, text::Language},
    query::{
        against::{Against, Colour},
        breakdown::moved,
        crossing,
        drawn::Shape,
        each,
        pairing::{Groups, followed},
        parts::all_of,
        question::{ALL, Ignored, Question, with_measure},
    },
    stats::classes::{Classing, Limits},
    words::{crosstab, difference, explore, map, trouble, verdict},
};

/// The question with one part changed, as an address names parts: `measure`, `level`, `by`, `across`, `against`, `colour`, `classes`, `shape`, `each`, `pair` or a dimension's id.
pub fn changed(cleared: &Cleared, question: &Question, part: &str, value: &str) -> Option<Question> {
    let mut next = with_part(cleared, question, part, value)?;
    next.across = crossing::followed(cleared, question, &next);
    next.each = each::followed(cleared, &next);
    if part != "pair" {
        next.pair = followed(cleared, question, &next);
    }
    Some(next)
}

fn with_part(cleared: &Cleared, question: &Question, part: &str, value: &str) -> Option<Question> {
    let cube = cleared.cube();
    match part {
        "measure" => Some(with_fit_limits(cube, question, with_measure(cleared, question, cube.measure_by_id(value)?))),
        "level" => Some(Question { level: Some(Level::from_id(value)?), ..question.clone() }),
        "by" => Some(Question { by: cube.dimension_by_id(value)?, ..question.clone() }),
        "across" => {
            let across = cube.dimension_by_id(value)?;
            // Choosing what the rows already are swaps the two.
            let by = if across == question.by { question.across? } else { question.by };
            Some(Question { by, across: Some(across), ..question.clone() })
        }
        "against" => Some(Question { against: Against::from_id(value)?, ..question.clone() }),
        "colour" => Some(Question { colour: Colour::from_id(value)?, ..question.clone() }),
        "classes" => Some(Question { classes: classing(cleared, question, value)?, ..question.clone() }),
        "shape" => Some(Question { shape: Shape::from_id(value)?, ..question.clone() }),
        "each" => Some(Question { each: each::from_id(cleared, question, value)?, ..question.clone() }),
        "pair" => Some(Question { pair: Some(Groups::from_text(cube, value)?), ..question.clone() }),
        dimension => {
            let dimension = cube.dimension_by_id(dimension_of(dimension))?;
            let it = cube.dimensions.get(dimension)?;
            let category = it.position(value).or_else(|| (value == ALL).then(|| all_of(it)))?;
            Some(Question { at: moved(&question.at, dimension, category), ..question.clone() })
        }
    }
}

/// The way of a name. Who first wants limits of their own gets those of the classes at hand to begin with.
fn classing(cleared: &Cleared, question: &Question, value: &str) -> Option<Classing> {
    let classing = Classing::from_id(value)?;
    match classing == Classing::Own(Limits::default()) {
        true => Some(Classing::Own(Limits::near(&breaks_at_hand(cleared, question)))),
        false => Some(classing),
    }
}

/// The reader's own limits do not go along to a measure of another kind or unit.
fn with_fit_limits(cube: &Cube, before: &Question, next: Question) -> Question {
    let unit = |question: &Question| cube.measures.get(question.measure).map(|it| (it.kind, &it.unit));
    match next.classes {
        Classing::Own(_) if unit(before) != unit(&next) => Question { classes: Classing::default(), ..next },
        _ => next,
    }
}

/// The view in one line: the measure, by what the map is drawn, what narrows it down.
pub fn title(context: Context) -> String {
    let rest = context.rest(&[context.area()]);
    match context.question.level {
        Some(level) => explore::mapped(context.language, context.measure_label(), level, &rest),
        None if rest.is_empty() => context.measure_label().to_owned(),
        None => format!("{}, {rest}", context.measure_label()),
    }
}

/// A sentence for each part of an address that was ignored.
pub fn ignored(
    cleared: &Cleared,
    in_vain: &[Ignored],
    unknown: &[(String, String)],
    language: Language,
) -> Vec<String> {
    let of_question = in_vain.iter().map(|part| match part {
        Ignored::Measure(id) => trouble::ignored(language, explore::measure(language), id),
        Ignored::By(id) => trouble::ignored(language, explore::by(language), id),
        Ignored::Across(id) => trouble::ignored(language, crosstab::columns(language), id),
        Ignored::Level(id) => trouble::ignored(language, explore::level(language), id),
        Ignored::Against(id) => trouble::ignored(language, verdict::against(language), id),
        Ignored::Colour(id) => trouble::ignored(language, verdict::colour(language), id),
        Ignored::Classes(id) => trouble::ignored(language, verdict::classes(language), id),
        Ignored::Shape(id) => trouble::ignored(language, map::shape(language), id),
        Ignored::Each(id) => trouble::ignored(language, map::each(language), id),
        Ignored::Pair(text) => trouble::ignored(language, difference::groups(language), text),
        Ignored::Dimension(name) => trouble::ignored_part(language, name),
        Ignored::Category { dimension, code } => {
            let label = cleared.cube().dimensions.get(*dimension).map_or("", |it| it.label.get(language));
            trouble::ignored(language, label, code)
        }
    });
    let of_address = unknown.iter().map(|(name, value)| trouble::ignored_part(language, &format!("{name}={value}")));
    of_question.chain(of_address).collect()
}
