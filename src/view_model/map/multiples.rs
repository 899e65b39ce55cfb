//! One map for each category of a dimension, all by the same classes and with one legend.

use super::{
    MapArea, MapPanel,
    breaks::steady_breaks,
    legend::legend,
    painting::{Painting, is_painted},
};
use crate::{
    query::{
        against::Colour,
        breakdown::moved,
        each::{categories, clearance_of_each},
        judged::areas,
        question::Question,
    },
    view_model::{asked::Asked, context::Context},
    words::map as words,
};

/// The maps of a question, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// What they show together.
    pub title: String,
    /// What tells them apart: "kön".
    pub by: String,
    /// The maps.
    pub maps: Vec<SmallMap>,
    /// All areas of all maps, with the legend and the notes that they share.
    pub shared: MapPanel,
}

/// One of the maps.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallMap {
    /// The code of its category.
    pub code: String,
    /// What it shows alone.
    pub name: String,
    /// What it says: the same as the large map does where its category is picked.
    pub panel: MapPanel,
}

/// Whether the question has several maps: they are asked for, there are categories to tell apart, and they are cleared and painted.
pub fn are_several(context: Context) -> bool {
    let Context { cleared, question, .. } = context;
    let has_maps =
        |each| !categories(cleared, question, each).is_empty() && clearance_of_each(cleared, question, each).is_ok();
    question.each.is_some_and(has_maps) && question.level.is_some() && context.measure().is_some_and(is_painted)
}

/// The maps of the question; none where a single map is asked for, where the maps are not cleared, or where nothing would be painted.
pub fn multiples(context: Context) -> Option<Multiples> {
    let Context { cleared, question, language, .. } = context;
    let (each, level, measure) = (question.each?, question.level?, context.measure()?);
    if !are_several(context) {
        return None;
    }
    let categories = categories(cleared, question, each);
    let dimension = context.dimension(each)?;
    let asked = categories.iter().map(|category| {
        let question = Question { at: moved(&question.at, each, *category), ..question.clone() };
        let known = context.asked.areas.as_ref().filter(|_| question.at == context.question.at);
        let areas = known.cloned().or_else(|| areas(cleared, &question, level));
        let asked = Asked { areas, ..Asked::nothing(&question) };
        (question, asked)
    });
    let asked: Vec<(Question, Asked)> = asked.collect();
    let paintings = asked.iter().map(|(question, asked)| {
        let context = Context { question, asked, ..context };
        Painting::of(context, asked.areas.as_ref()?)
    });
    let paintings: Vec<Painting> = paintings.collect::<Option<_>>()?;
    let first = paintings.first()?;
    let breaks = match first.has_classes() {
        true => steady_breaks(cleared, question, Some((each, categories.as_slice()))),
        false => Vec::new(),
    };
    let maps = paintings.iter().zip(&categories).map(|(painting, category)| {
        Some(SmallMap {
            code: dimension.categories.get(*category)?.code.clone(),
            name: context.category_label(each, *category).to_owned(),
            panel: painting.panel(&breaks)?,
        })
    });
    let maps: Vec<SmallMap> = maps.collect::<Option<_>>()?;
    let by = dimension.label.get(language).to_owned();
    let title = words::one_for_each(language, &first.titled(&[context.area(), Some(each)]), &by);
    let areas: Vec<MapArea> = maps.iter().flat_map(|map| map.panel.areas.iter().cloned()).collect();
    let mut notes: Vec<String> = Vec::new();
    // What is said of all maps is said once; what is said of one is said with its name.
    for (map, note) in maps.iter().flat_map(|map| map.panel.notes.iter().map(move |note| (map, note))) {
        let is_of_all = maps.iter().all(|other| other.panel.notes.contains(note));
        let note = if is_of_all { note.clone() } else { format!("{}: {note}", map.name) };
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    if question.colour == Colour::Verdict {
        notes.push(words::judged_map_by_map(language).to_owned());
    }
    notes.push(words::counts_of_all_maps(language).to_owned());
    let shared = MapPanel {
        title: title.clone(),
        level,
        legend: legend(&areas, &breaks, measure, level, maps.len(), language),
        notes,
        summary: words::summary_of_each(language, &title, maps.len()),
        areas,
        n_maps: maps.len(),
    };
    Some(Multiples { title, by, maps, shared })
}
