//! The selects of the map alone: its classes, its shape, and whether there is one for each category of a dimension.

use super::{Choosable, Select, open, why_not_at};
use crate::{
    model::measure::Measure,
    query::{
        against::{Against, Colour},
        answer::figure_alone,
        breakdown::{areas_at, moved},
        drawn::Shape,
        each::{SINGLE, categories, clearance_of_each},
    },
    stats::classes::{Classing, Limits},
    view_model::{
        context::Context,
        map::{are_several, is_painted},
    },
    words::{map as words, verdict as verdicts},
};

/// How values are put into classes; none where the colours say something else.
pub(super) fn classes(context: Context) -> Option<Select> {
    let Context { question, language, .. } = context;
    let own = match question.classes {
        Classing::Own(limits) => limits,
        _ => Limits::default(),
    };
    let options = Classing::ALL.into_iter().chain([Classing::Own(own)]).map(|it| Choosable {
        value: it.id().to_owned(),
        label: verdicts::classing_name(language, it).to_owned(),
        is_picked: it == question.classes,
    });
    has_classes(context).then(|| open("classes", verdicts::classes(language), options.collect()))
}

/// Whether the map's values are put into classes.
pub(in crate::view_model) fn has_classes(context: Context) -> bool {
    let question = context.question;
    let says_values = question.colour != Colour::Verdict || question.against == Against::Nothing;
    question.level.is_some() && context.measure().is_some_and(is_painted) && says_values
}

/// What the areas are drawn as.
pub(super) fn shape(context: Context) -> Option<Select> {
    let Context { question, language, .. } = context;
    let name = |it: Shape| match it {
        Shape::Outline => words::shape_outline(language),
        Shape::Tiles => words::shape_tiles(language),
    };
    let options = Shape::ALL.map(|it| Choosable {
        value: it.id().to_owned(),
        label: name(it).to_owned(),
        is_picked: it == question.shape,
    });
    question.level.map(|_| open("shape", words::shape(language), options.to_vec()))
}

/// The dimensions that there may be a map for each category of.
pub(super) fn each(context: Context) -> Option<Select> {
    let Context { cleared, question, language, .. } = context;
    question.level?;
    let mut shut = Vec::new();
    let offered = (0..context.cube().dimensions.len()).filter_map(|dimension| {
        let it = context.dimension(dimension)?;
        let first = *categories(cleared, question, dimension).first()?;
        let why_not = match clearance_of_each(cleared, question, dimension) {
            Ok(()) => (!tells(context, dimension)).then(|| words::each_nothing(language).to_owned()),
            Err(_) => why_not_at(context, dimension, first),
        };
        let name = it.label.get(language);
        let label = why_not.as_deref().map_or_else(|| name.to_owned(), |why| words::with_reason(name, why));
        if why_not.is_some() {
            shut.push(it.id.clone());
        }
        Some(Choosable { value: it.id.clone(), label, is_picked: question.each == Some(dimension) })
    });
    let offered: Vec<Choosable> = offered.collect();
    let single = Choosable {
        value: SINGLE.to_owned(),
        label: words::each_single(language).to_owned(),
        is_picked: question.each.is_none(),
    };
    if offered.is_empty() {
        return None;
    }
    let is_count = !context.measure().is_some_and(|it: &Measure| is_painted(it));
    let shut_because = is_count.then(|| words::each_not_counts(language).to_owned());
    let options = std::iter::once(single).chain(offered).collect();
    Some(Select { shut, shut_because, ..open("each", words::each(language), options) })
}

/// Why there is a single map though one for each category is asked for; numbers apart, whose map says so itself.
pub fn why_single(context: Context) -> Option<String> {
    let is_painted = context.measure().is_some_and(is_painted);
    let select = each(context).filter(|_| is_painted && !are_several(context))?;
    let picked = select.options.iter().find(|option| option.is_picked && select.shut.contains(&option.value))?;
    Some(words::single_shown(context.language, &picked.label))
}

/// Whether there is a figure of any area on any of the maps.
fn tells(context: Context, dimension: usize) -> bool {
    let Context { cleared, question, .. } = context;
    let Some((area, level)) = context.area().zip(question.level) else { return false };
    let areas = areas_at(cleared, area, level);
    categories(cleared, question, dimension).into_iter().any(|category| {
        let at = moved(&question.at, dimension, category);
        let has_figure =
            |place: &usize| figure_alone(cleared, question.measure, &moved(&at, area, *place)).figure.value().is_some();
        areas.iter().any(has_figure)
    })
}
