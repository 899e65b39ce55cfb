//! What the reader can choose: one select each, and the reason where one is shut.

mod of_map;

pub(super) use of_map::has_classes;
pub use of_map::why_single;

use super::context::Context;
use crate::{
    model::{
        catalogue::{Catalogue, CatalogueItem},
        choice::part_of,
        dimension::DimensionKind,
        measure::MeasureKind,
        text::Language,
    },
    query::{
        against::{Against, Colour},
        breakdown::{map_levels, moved},
        clearance::clearance,
        parts::all_of,
        question::{ALL, has_all, is_divided},
    },
    words::{explore as words, opening, sum as sum_words, verdict as verdicts},
};

/// One select.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Select {
    /// The name of its part in the address: a dimension's id, `measure`, `level`, `by`, `against`, `colour`, `classes`, `shape` or `each`.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What can be chosen.
    pub options: Vec<Choosable>,
    /// Why nothing else can be chosen now.
    pub shut_because: Option<String>,
    /// The values of those options that cannot be chosen now; their labels say why.
    pub shut: Vec<String>,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// As it stands in the address.
    pub value: String,
    /// As it is read.
    pub label: String,
    /// Whether it is chosen.
    pub is_picked: bool,
}

/// The selects of Explore, the dataset's own apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlsPanel {
    /// What is counted.
    pub measure: Select,
    /// What the map is drawn by; none where there is no map.
    pub level: Option<Select>,
    /// One for each dimension that has something to choose, but for places: they are picked on the map.
    pub dimensions: Vec<Select>,
    /// What the chart is broken down by; none where there is nothing to break down by.
    pub by: Option<Select>,
    /// What figures are set against; none where nothing can be judged.
    pub against: Option<Select>,
    /// What the colours of the map say; none where there is no map, or nothing that is painted.
    pub colour: Option<Select>,
    /// How its values are put into classes; none where the colours say something else.
    pub classes: Option<Select>,
    /// What the areas of the map are drawn as; none where there is no map.
    pub shape: Option<Select>,
    /// The dimension that there is a map for each category of; none where there is no map, or no such dimension.
    pub each: Option<Select>,
}

/// The selects for the question at hand.
pub fn controls(context: Context) -> ControlsPanel {
    let Context { cleared, question, language, .. } = context;
    let cube = context.cube();
    let measures = cube.measures.iter().enumerate().map(|(place, measure)| Choosable {
        value: measure.id.clone(),
        label: measure.label.get(language).to_owned(),
        is_picked: place == question.measure,
    });
    let measure = open("measure", words::measure(language), measures.collect());
    let levels = context.area().map(|area| map_levels(cleared, area)).unwrap_or_default();
    let level = question.level.map(|picked| {
        let options = levels.iter().map(|level| Choosable {
            value: level.id().to_owned(),
            label: words::level_name(language, *level).to_owned(),
            is_picked: *level == picked,
        });
        open("level", words::level(language), options.collect())
    });
    let divided = || (0..cube.dimensions.len()).filter(|dimension| is_divided(cube, *dimension));
    let mut dimensions: Vec<usize> =
        divided().filter(|dimension| Some(*dimension) != context.area() || levels.is_empty()).collect();
    // When comes before of what.
    dimensions
        .sort_by_key(|dimension| context.dimension(*dimension).is_some_and(|it| it.kind != DimensionKind::Period));
    let by = divided().filter_map(|dimension| {
        let it = context.dimension(dimension)?;
        let label = it.label.get(language).to_owned();
        Some(Choosable { value: it.id.clone(), label, is_picked: dimension == question.by })
    });
    let by: Vec<Choosable> = by.collect();
    ControlsPanel {
        measure,
        level,
        dimensions: dimensions.into_iter().filter_map(|dimension| dimension_select(context, dimension)).collect(),
        by: (by.len() > 1).then(|| open("by", words::by(language), by)),
        against: against(context),
        colour: colour(context),
        classes: of_map::classes(context),
        shape: of_map::shape(context),
        each: of_map::each(context),
    }
}

/// Shares and rates are judged; counts of unlike places are not.
fn is_judged(context: Context) -> bool {
    context.measure().is_some_and(|it| matches!(it.kind, MeasureKind::Share | MeasureKind::Rate) && it.ratio.is_some())
}

fn against(context: Context) -> Option<Select> {
    let Context { question, language, .. } = context;
    // A file without a map may still have types of home to set against all of them.
    let has_areas = question.level.is_some();
    let offered = Against::ALL.into_iter().filter(|it| has_areas || matches!(it, Against::Nation | Against::Nothing));
    let name = |it: Against| match it {
        Against::Nation if !has_areas => verdicts::whole(language),
        it => verdicts::against_name(language, it),
    };
    let options = offered.map(|it| Choosable {
        value: it.id().to_owned(),
        label: name(it).to_owned(),
        is_picked: it == question.against,
    });
    is_judged(context).then(|| open("against", verdicts::against(language), options.collect()))
}

fn colour(context: Context) -> Option<Select> {
    let Context { question, language, .. } = context;
    let can_judge = question.against != Against::Nothing;
    let offered = Colour::ALL.into_iter().filter(|it| can_judge || *it != Colour::Verdict);
    let options = offered.map(|it| Choosable {
        value: it.id().to_owned(),
        label: verdicts::colour_name(language, it).to_owned(),
        is_picked: it == question.colour,
    });
    (question.level.is_some() && is_judged(context))
        .then(|| open("colour", verdicts::colour(language), options.collect()))
}

fn open(id: &str, label: &str, options: Vec<Choosable>) -> Select {
    Select { id: id.to_owned(), label: label.to_owned(), options, ..Select::default() }
}

fn dimension_select(context: Context, dimension: usize) -> Option<Select> {
    let it = context.dimension(dimension)?;
    let picked = context.picked(dimension);
    let options = it.categories.iter().enumerate().map(|(place, category)| Choosable {
        value: category.code.clone(),
        label: category.label.get(context.language).to_owned(),
        is_picked: place == picked,
    });
    let all = has_all(context.cube(), context.question.measure, dimension) || picked == all_of(it);
    let all = all.then(|| Choosable {
        value: ALL.to_owned(),
        label: sum_words::all(context.language).to_owned(),
        is_picked: picked == all_of(it),
    });
    let options = all.into_iter().chain(options).collect();
    let shut_because = why_shut(context, dimension);
    Some(Select { shut_because, ..open(&part_of(&it.id), it.label.get(context.language), options) })
}

/// The reason why any other category of the dimension would ask for more than the publisher has cleared, on the map at hand.
/// A select that already stands elsewhere than at its total stays open: it is the way back.
fn why_shut(context: Context, dimension: usize) -> Option<String> {
    let it = context.dimension(dimension)?;
    let total = it.total?;
    if it.kind == DimensionKind::Period || context.picked(dimension) != total {
        return None;
    }
    let other = (0..it.categories.len()).find(|category| *category != total)?;
    why_not_at(context, dimension, other)
}

/// The reason why this category of a dimension would ask for more than the publisher has cleared, on the map at hand.
fn why_not_at(context: Context, dimension: usize, other: usize) -> Option<String> {
    let at = moved(&context.question.at, dimension, other);
    let open = context.area().zip(context.question.level).map(|(area, level)| (area, Some(level)));
    clearance(context.cleared, &at, open).err()?;
    // Is it the level alone, or what else is chosen?
    let mut alone = moved(&context.cube().default_coordinates(), dimension, other);
    if let Some(period) = context.cube().dimension_of_kind(&DimensionKind::Period) {
        alone = moved(&alone, period, context.picked(period));
    }
    match context.question.level {
        Some(level) if clearance(context.cleared, &alone, open).is_err() => {
            Some(words::not_cleared_by(context.language, level))
        }
        _ => Some(words::not_cleared_with(context.language, &narrowing(context, dimension))),
    }
}

/// The periods, where there are several.
pub fn periods(context: Context) -> Option<Select> {
    let dimension = context.cube().dimension_of_kind(&DimensionKind::Period)?;
    is_divided(context.cube(), dimension).then(|| dimension_select(context, dimension))?
}

/// The other dimensions that the question is narrowed down by.
pub(super) fn narrowing(context: Context, but_for: usize) -> String {
    let others = (0..context.cube().dimensions.len()).filter(|dimension| *dimension != but_for);
    let labels = others.filter_map(|dimension| {
        let it = context.dimension(dimension)?;
        let is_narrowed = it.total.is_some_and(|total| total != context.picked(dimension));
        let is_told = is_narrowed && !matches!(it.kind, DimensionKind::Area | DimensionKind::Period);
        is_told.then(|| words::lower_first(it.label.get(context.language)))
    });
    labels.collect::<Vec<_>>().join(", ")
}

/// The select of datasets, published before made-up, as the catalogue has them.
pub fn dataset_select(
    catalogue: &Catalogue,
    own: Option<(&str, String)>,
    picked: Option<&str>,
    language: Language,
) -> Select {
    let option = |item: &CatalogueItem| Choosable {
        value: item.id.clone(),
        label: item.label.get(language).to_owned(),
        is_picked: picked == Some(item.id.as_str()),
    };
    // Where nothing is picked, nothing may look as if it were: picking it would then be no change.
    let none = picked.is_none().then(|| Choosable {
        value: String::new(),
        label: words::choose_dataset(language).to_owned(),
        is_picked: true,
    });
    let own = own.map(|(id, name)| Choosable {
        value: id.to_owned(),
        label: format!("{}: {name}", opening::own_file(language)),
        is_picked: picked == Some(id),
    });
    let options = none.into_iter().chain(own).chain(catalogue.items.iter().map(option));
    open("dataset", words::dataset(language), options.collect())
}
