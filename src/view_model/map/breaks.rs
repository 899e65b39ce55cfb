//! Where one class of the map ends and the next begins.

use crate::{
    gate::Cleared,
    model::{cube::Coordinates, dimension::DimensionKind},
    query::{
        answer::figure_alone,
        breakdown::{areas_at, moved},
        each,
        question::Question,
    },
    stats::classes::{Classing, MOST_CLASSES, class_breaks_by},
};

/// The breaks between the classes of the map of a question, or of its maps where there are several.
pub fn breaks_at_hand(cleared: &Cleared, question: &Question) -> Vec<f64> {
    let each = question.each.filter(|each| each::clearance_of_each(cleared, question, *each).is_ok());
    let categories = each.map(|each| (each, each::categories(cleared, question, each)));
    steady_breaks(cleared, question, categories.as_ref().map(|(each, categories)| (*each, categories.as_slice())))
}

/// The breaks between the classes, from the values of every period and of these categories: the colours mean the same when the year changes, and on every map.
pub(super) fn steady_breaks(cleared: &Cleared, question: &Question, each: Option<(usize, &[usize])>) -> Vec<f64> {
    if let Classing::Own(limits) = question.classes {
        return limits.values().to_vec();
    }
    let cube = cleared.cube();
    let Some((area, level)) = cube.dimension_of_kind(&DimensionKind::Area).zip(question.level) else {
        return Vec::new();
    };
    let places = areas_at(cleared, area, level);
    let period = cube.dimension_of_kind(&DimensionKind::Period);
    let periods = period.and_then(|period| cube.dimensions.get(period)).map_or(0, |it| it.categories.len());
    let mut cells = vec![question.at.clone()];
    if let Some((each, categories)) = each {
        cells = spread(&cells, each, categories.iter().copied());
    }
    if let Some(period) = period {
        let every = if each.is_some_and(|(each, _)| each == period) { 0..1 } else { 0..cells.len() };
        cells = spread(cells.get(every).unwrap_or_default(), period, 0..periods);
    }
    let cells = spread(&cells, area, places.iter().copied());
    let values: Vec<f64> =
        cells.iter().filter_map(|at| figure_alone(cleared, question.measure, at).figure.value()).collect();
    class_breaks_by(question.classes, &values, MOST_CLASSES)
}

/// Each of these cells at each of these categories of a dimension.
fn spread(
    cells: &[Coordinates],
    dimension: usize,
    categories: impl Iterator<Item = usize> + Clone,
) -> Vec<Coordinates> {
    cells.iter().flat_map(|at| categories.clone().map(|category| moved(at, dimension, category))).collect()
}
