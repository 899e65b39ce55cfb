//! The question as one sentence, each part of which can be changed: the same selects as in the form.

use super::{
    context::Context,
    controls::{Select, controls},
};
use crate::{
    model::{
        choice::{dimension_of, part_of},
        dimension::DimensionKind,
    },
    query::{against::Against, question::is_divided},
    words::{explore, sentence as words},
};

/// A question in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionSentence {
    /// Its parts, in reading order; a full stop follows the last.
    pub parts: Vec<SentencePart>,
    /// What cannot be chosen now and why: a sentence for each reason.
    pub shut: Vec<String>,
}

/// One part of the sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentencePart {
    /// What it is called in the address: `measure`, `level`, a dimension's id, `against` or `by`.
    pub id: String,
    /// What leads up to it, with its own spaces and commas.
    pub before: String,
    /// What is chosen, as it stands in a sentence.
    pub text: String,
    /// What else could be chosen; none where there is nothing else, or it is shut.
    pub select: Option<Select>,
}

impl QuestionSentence {
    /// The sentence as plain text.
    pub fn text(&self) -> String {
        let parts = self.parts.iter().map(|part| format!("{}{}", part.before, part.text));
        parts.chain([".".to_owned()]).collect()
    }
}

/// The question at hand.
pub fn sentence(context: Context) -> QuestionSentence {
    let language = context.language;
    let panel = controls(context);
    let shut = shut(panel.dimensions.iter());
    let measure = part("", chosen(&panel.measure, false), panel.measure);
    let level = panel.level.map(|select| part(words::per(language), chosen(&select, false), select));
    let dimensions = panel.dimensions.into_iter().map(|select| dimension(context, select));
    let against = panel.against.map(|select| {
        let is_nothing = context.question.against == Against::Nothing;
        let (before, text) = match is_nothing {
            true => (", ", words::not_compared(language).to_owned()),
            false => (words::compared(language), chosen(&select, false)),
        };
        part(before, text, select)
    });
    let by = panel.by.map(|select| part(words::chart_by(language), chosen(&select, true), select));
    let parts = [Some(measure), level, only_period(context)].into_iter().flatten();
    QuestionSentence { parts: parts.chain(dimensions).chain(against).chain(by).collect(), shut }
}

/// What a select has chosen, as it is read.
fn chosen(select: &Select, is_lowered: bool) -> String {
    let label = select.options.iter().find(|option| option.is_picked).map_or("", |option| option.label.as_str());
    if is_lowered { explore::lower_first(label) } else { label.to_owned() }
}

fn part(before: &str, text: String, select: Select) -> SentencePart {
    let is_open = select.shut_because.is_none() && select.options.len() > 1;
    SentencePart { id: select.id.clone(), before: before.to_owned(), text, select: is_open.then_some(select) }
}

/// The period of a dataset that has one only: not to be chosen, but to be told.
fn only_period(context: Context) -> Option<SentencePart> {
    let dimension = context.cube().dimension_of_kind(&DimensionKind::Period)?;
    let text = context.category_label(dimension, context.picked(dimension)).to_owned();
    let is_alone = !is_divided(context.cube(), dimension) && !text.is_empty();
    let id = part_of(&context.dimension(dimension)?.id);
    is_alone.then(|| SentencePart { id, before: ", ".to_owned(), text, select: None })
}

/// A dimension and what of it is chosen. A word that stands alone ("alla", "25") is told what it is of.
fn dimension(context: Context, select: Select) -> SentencePart {
    let it =
        context.cube().dimension_by_id(dimension_of(&select.id)).and_then(|dimension| context.dimension(dimension));
    let has_names = it.is_some_and(|it| it.kind.has_names());
    let is_period = it.is_some_and(|it| it.kind == DimensionKind::Period);
    let text = chosen(&select, !has_names);
    let before = match is_period || text.contains(char::is_whitespace) {
        true => ", ".to_owned(),
        false => format!(", {}: ", explore::lower_first(&select.label)),
    };
    part(&before, text, select)
}

/// A sentence for each reason why something is shut, with all that it shuts.
fn shut<'a>(selects: impl Iterator<Item = &'a Select>) -> Vec<String> {
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    for select in selects {
        let Some(reason) = &select.shut_because else { continue };
        match reasons.iter_mut().find(|(known, _)| known == reason) {
            Some((_, labels)) => labels.push(explore::lower_first(&select.label)),
            None => reasons.push((reason, vec![select.label.clone()])),
        }
    }
    reasons.into_iter().map(|(reason, labels)| words::shut(&labels, reason)).collect()
}
