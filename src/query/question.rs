//! A reader's choice, made whole: which cell, broken down by what, on which map.

mod defaults;

use defaults::{cannot_be, default_by, default_level, nearest_published, tells};
pub(super) use defaults::{default_measure, denominators_own};

use super::{
    against::{Against, Colour},
    breakdown::{areas_at, map_levels, moved},
    crossing,
    drawn::Shape,
    each,
    pairing::{Groups, default_groups},
    parts::{all_of, is_summed, parts},
};
use crate::{
    gate::Cleared,
    model::{
        area::Level,
        choice::Choice,
        cube::{Coordinates, Cube},
        dimension::DimensionKind,
    },
    stats::classes::Classing,
};

/// The code of the whole of a dimension in an address, where the publisher has none: see [`all_of`].
pub const ALL: &str = "*";

/// A question that the cube has a place for, though perhaps no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The measure, by position.
    pub measure: usize,
    /// The picked cell: one category for each dimension.
    pub at: Coordinates,
    /// The dimension that the chart breaks down by.
    pub by: usize,
    /// The dimension that a crosstab has across; none where nothing fits there.
    pub across: Option<usize>,
    /// What the map shows; none where the file has no more than one area at each level.
    pub level: Option<Level>,
    /// What figures are set against.
    pub against: Against,
    /// What the colours of the map say.
    pub colour: Colour,
    /// How the map's values are put into classes.
    pub classes: Classing,
    /// What the areas of the map are drawn as.
    pub shape: Shape,
    /// The dimension that there is a map for each category of; none for a single map.
    pub each: Option<usize>,
    /// The two groups that are set against each other; none where the file has no two.
    pub pair: Option<Groups>,
}

/// A part of a choice that the cube has no place for, as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ignored {
    /// No such measure.
    Measure(String),
    /// No such dimension to break down by.
    By(String),
    /// No dimension that fits across.
    Across(String),
    /// No such level on the map.
    Level(String),
    /// Nothing that figures can be set against.
    Against(String),
    /// Nothing that colours can say.
    Colour(String),
    /// No way to put values into classes.
    Classes(String),
    /// Nothing that areas can be drawn as.
    Shape(String),
    /// No dimension that there may be a map for each category of.
    Each(String),
    /// No such two groups.
    Pair(String),
    /// No such dimension.
    Dimension(String),
    /// No such category of this dimension, by position.
    Category {
        /// Position of the dimension.
        dimension: usize,
        /// The code that is not there.
        code: String,
    },
}

/// The measure and the cell of a choice, and what of both was ignored: all that a sentence with a figure asks. None for a cube without cells.
pub fn cell(cleared: &Cleared, choice: &Choice) -> Option<(usize, Coordinates, Vec<Ignored>)> {
    let cube = cleared.cube();
    let mut ignored = Vec::new();
    let measure = choice.measure.as_ref().and_then(|id| {
        let found = cube.measure_by_id(id);
        found.or_else(|| {
            ignored.push(Ignored::Measure(id.clone()));
            None
        })
    });
    let measure = measure.or_else(|| default_measure(cube))?;
    let at = coordinates(cleared, measure, choice, &mut ignored);
    Some((measure, at, ignored))
}

/// The question of a choice, and what in the choice was ignored. None for a cube without cells.
pub fn resolve(cleared: &Cleared, choice: &Choice) -> Option<(Question, Vec<Ignored>)> {
    let cube = cleared.cube();
    let (measure, at, mut ignored) = cell(cleared, choice)?;
    let area = cube.dimension_of_kind(&DimensionKind::Area);
    let levels = area.map(|area| map_levels(cleared, area)).unwrap_or_default();
    let level = choice.level.as_ref().and_then(|id| {
        let found = Level::from_id(id).filter(|level| levels.contains(level));
        if found.is_none() {
            ignored.push(Ignored::Level(id.clone()));
        }
        found
    });
    let level = level.or_else(|| default_level(cleared, area?, &at, &levels));
    let by = choice.by.as_ref().and_then(|id| {
        let found = cube.dimension_by_id(id).filter(|by| is_divided(cube, *by));
        if found.is_none() {
            ignored.push(Ignored::By(id.clone()));
        }
        found
    });
    let by = by.unwrap_or_else(|| default_by(cleared, measure, &at));
    let against = one_of(choice.against.as_ref(), Against::from_id, Ignored::Against, &mut ignored);
    let colour = one_of(choice.colour.as_ref(), Colour::from_id, Ignored::Colour, &mut ignored);
    let classes = one_of(choice.classes.as_ref(), Classing::from_id, Ignored::Classes, &mut ignored);
    let shape = one_of(choice.shape.as_ref(), Shape::from_id, Ignored::Shape, &mut ignored);
    let (across, each, pair) = (None, None, None);
    let mut question = Question { measure, at, by, across, level, against, colour, classes, shape, each, pair };
    question.each = choice.each.as_ref().and_then(|id| {
        let found = each::from_id(cleared, &question, id);
        if found.is_none() {
            ignored.push(Ignored::Each(id.clone()));
        }
        found.flatten()
    });
    question.across = crossing::across_of(cleared, &question, choice.across.as_deref(), &mut ignored);
    question.pair = choice.pair.as_ref().and_then(|text| {
        let found = Groups::from_text(cube, text);
        if found.is_none() {
            ignored.push(Ignored::Pair(text.clone()));
        }
        found
    });
    question.pair = question.pair.or_else(|| default_groups(cleared, &question));
    Some((question, ignored))
}

/// What has this name; the default where nothing was said, or said in vain.
fn one_of<T: Default>(
    id: Option<&String>,
    from_id: fn(&str) -> Option<T>,
    in_vain: fn(String) -> Ignored,
    ignored: &mut Vec<Ignored>,
) -> T {
    id.and_then(|id| {
        let found = from_id(id);
        if found.is_none() {
            ignored.push(in_vain(id.clone()));
        }
        found
    })
    .unwrap_or_default()
}

/// The choice that a question comes from, with nothing left to default.
pub fn choice_of(cube: &Cube, question: &Question) -> Choice {
    Choice {
        dataset: Some(cube.dataset.id.clone()),
        version: None,
        measure: cube.measures.get(question.measure).map(|measure| measure.id.clone()),
        by: cube.dimensions.get(question.by).filter(|_| is_divided(cube, question.by)).map(|by| by.id.clone()),
        across: question.across.and_then(|across| Some(cube.dimensions.get(across)?.id.clone())),
        level: question.level.map(|level| level.id().to_owned()),
        against: Some(question.against.id().to_owned()),
        colour: Some(question.colour.id().to_owned()),
        classes: Some(question.classes.to_string()),
        shape: Some(question.shape.id().to_owned()),
        each: Some(match question.each.and_then(|each| cube.dimensions.get(each)) {
            Some(each) => each.id.clone(),
            None => each::SINGLE.to_owned(),
        }),
        pair: question.pair.and_then(|pair| pair.text(cube)),
        categories: (cube.dimensions.iter().zip(&question.at))
            .filter_map(|(dimension, &category)| {
                let code = dimension.categories.get(category).map(|it| it.code.clone());
                Some((dimension.id.clone(), code.or_else(|| (category == all_of(dimension)).then(|| ALL.to_owned()))?))
            })
            .collect(),
    }
}

/// The same question about another measure; the cell moves only if the file has nothing of the measure there.
pub fn with_measure(cleared: &Cleared, question: &Question, measure: usize) -> Question {
    let mut next = question.clone();
    next.measure = measure;
    if !tells(cleared, measure, &next.at) {
        next.at = nearest_published(cleared, measure, &next.at).unwrap_or(next.at);
        next.by = default_by(cleared, measure, &next.at);
    }
    next
}

/// Whether a reader may ask for the whole of a dimension that has no published total: the sum of all its categories.
pub fn has_all(cube: &Cube, measure: usize, dimension: usize) -> bool {
    let (Some(it), Some(measure)) = (cube.dimensions.get(dimension), cube.measures.get(measure)) else { return false };
    let is_cut = it.total.is_none() && it.categories.len() > 1 && it.position(ALL).is_none();
    is_cut && is_summed(cube, measure, dimension).is_ok() && parts(cube, dimension, all_of(it)).is_ok()
}

/// Whether a dimension has more than one category to tell apart.
pub fn is_divided(cube: &Cube, dimension: usize) -> bool {
    cube.dimensions.get(dimension).is_some_and(|it| it.categories.len() > 1)
}

/// The categories that a break-down by this dimension shows: all of them, but of areas only those that belong together.
pub fn categories_shown(cleared: &Cleared, question: &Question, dimension: usize) -> Vec<usize> {
    let Some(it) = cleared.cube().dimensions.get(dimension) else { return Vec::new() };
    if it.kind != DimensionKind::Area {
        let own = denominators_own(cleared.cube(), question.measure, dimension);
        return (0..it.categories.len()).filter(|category| Some(*category) != own).collect();
    }
    let picked = question.at.get(dimension).and_then(|&place| Some((place, it.categories.get(place)?)));
    let nation = areas_at(cleared, dimension, Level::Nation);
    match picked {
        Some((place, area)) if area.level == Some(Level::Municipality) => {
            let family = area.parent;
            let siblings = areas_at(cleared, dimension, Level::Municipality).into_iter().filter(|&sibling| {
                it.categories.get(sibling).is_some_and(|sibling| sibling.parent == family) || sibling == place
            });
            nation.into_iter().chain(family).chain(siblings).collect()
        }
        Some((_, area)) if area.level == Some(Level::Division) => {
            nation.into_iter().chain(areas_at(cleared, dimension, Level::Division)).collect()
        }
        _ => nation.into_iter().chain(areas_at(cleared, dimension, Level::County)).collect(),
    }
}

fn coordinates(cleared: &Cleared, measure: usize, choice: &Choice, ignored: &mut Vec<Ignored>) -> Coordinates {
    let cube = cleared.cube();
    let mut at = cube.default_coordinates();
    let mut is_asked = false;
    for (id, code) in &choice.categories {
        let Some(dimension) = cube.dimension_by_id(id) else {
            ignored.push(Ignored::Dimension(id.clone()));
            continue;
        };
        let it = cube.dimensions.get(dimension);
        match it.and_then(|it| it.position(code).or_else(|| (code == ALL).then(|| all_of(it)))) {
            Some(category) => {
                at = moved(&at, dimension, category);
                is_asked = true;
            }
            None => ignored.push(Ignored::Category { dimension, code: code.clone() }),
        }
    }
    if !is_asked && (!tells(cleared, measure, &at) || cannot_be(cleared, measure, &at)) {
        return nearest_published(cleared, measure, &at).unwrap_or(at);
    }
    at
}
