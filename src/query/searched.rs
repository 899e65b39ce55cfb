//! What can be searched for in a dataset, and for each category a question that has an answer.

use super::question::{default_measure, denominators_own};
use crate::model::{
    cube::Cube,
    dimension::{Dimension, DimensionKind},
    figure::{Absence, Figure},
    searched::{Searched, SearchedCategory, SearchedDimension, SearchedMeasure},
};

/// In larger datasets no other question is looked for: a reader would wait for it.
const MOST_ROWS: usize = 100_000;

/// What can be searched for in a dataset. Nothing but its labels and codes comes along: they are as cleared as it is.
pub fn searched(cube: &Cube) -> Searched {
    let measures = cube.measures.iter().map(|it| SearchedMeasure { id: it.id.clone(), label: it.label.clone() });
    let better = better(cube);
    let dimensions = cube.dimensions.iter().enumerate().filter(|(_, it)| is_searched(it));
    let dimensions = dimensions.map(|(place, it)| {
        let categories = it.categories.iter().enumerate().filter(|(category, _)| it.total != Some(*category));
        let categories = categories.map(|(category, own)| {
            let better = better.get(place).and_then(|it| it.get(category)?.as_ref());
            let (measure, at) = better.map(|better| better.as_choice(cube, place)).unwrap_or_default();
            SearchedCategory { code: own.code.clone(), label: own.label.clone(), measure, at }
        });
        SearchedDimension { id: it.id.clone(), label: it.label.clone(), categories: categories.collect() }
    });
    Searched {
        id: cube.dataset.id.clone(),
        label: cube.dataset.label.clone(),
        measures: measures.collect(),
        dimensions: dimensions.collect(),
    }
}

/// Places have names that everybody knows, and are searched for as such.
fn is_searched(dimension: &Dimension) -> bool {
    dimension.categories.len() > 1 && dimension.kind != DimensionKind::Area && !has_places(dimension)
}

/// Whether its categories are places though it is not what the map shows: the municipality that placed a child.
fn has_places(dimension: &Dimension) -> bool {
    dimension.kind.has_names() && dimension.kind != DimensionKind::Period
}

/// A cell that says something.
#[derive(Clone, Debug)]
struct Telling {
    measure: usize,
    at: Vec<usize>,
    /// What makes another better: a number, the measure of who asks for none, the fewest other categories, the newest.
    rank: (bool, bool, usize, usize),
}

impl Telling {
    fn as_choice(&self, cube: &Cube, dimension: usize) -> (Option<String>, Vec<(String, String)>) {
        let is_other = default_measure(cube) != Some(self.measure);
        let measure = cube.measures.get(self.measure).filter(|_| is_other).map(|it| it.id.clone());
        let defaults = cube.default_coordinates();
        let others = (cube.dimensions.iter().zip(&self.at).zip(defaults).enumerate())
            .filter(|(place, ((_, category), default))| *place != dimension && *category != default);
        let at = others
            .filter_map(|(_, ((it, category), _))| Some((it.id.clone(), it.categories.get(*category)?.code.clone())));
        (measure, at.collect())
    }
}

/// By dimension and category the best cell, where a question that asks for nothing but the category has no answer.
fn better(cube: &Cube) -> Vec<Vec<Option<Telling>>> {
    let mut better: Vec<Vec<Option<Telling>>> =
        cube.dimensions.iter().map(|it| vec![None; it.categories.len()]).collect();
    let (Some(first), Some(n_rows)) = (default_measure(cube), cube.n_rows().filter(|rows| *rows <= MOST_ROWS)) else {
        return better;
    };
    let defaults = cube.default_coordinates();
    let period = cube.dimension_of_kind(&DimensionKind::Period);
    let is_answered = |dimension: usize, category: usize| {
        let mut at = defaults.clone();
        at.get_mut(dimension).map(|place| *place = category).is_some() && says(cube, first, &at).is_some()
    };
    let wanted = |(place, it): (usize, &Dimension)| {
        let is_wanted = |category: &usize| is_searched(it) && !is_answered(place, *category);
        (0..it.categories.len()).map(|category| is_wanted(&category)).collect::<Vec<bool>>()
    };
    let wanted: Vec<Vec<bool>> = cube.dimensions.iter().enumerate().map(wanted).collect();
    if !wanted.iter().flatten().any(|is_wanted| *is_wanted) {
        return better;
    }
    for measure in 0..cube.measures.len() {
        for row in 0..n_rows {
            let at = cube.coordinates(row);
            let Some(is_absent) = says(cube, measure, &at) else { continue };
            let n_others = at.iter().zip(&defaults).filter(|(here, there)| here != there).count();
            let age = period.and_then(|period| at.get(period)).map_or(0, |place| usize::MAX - place);
            let rank = (is_absent, measure != first, n_others, age);
            for (place, category) in at.iter().enumerate() {
                let is_wanted = wanted.get(place).and_then(|it| it.get(*category)) == Some(&true);
                let best = better.get_mut(place).and_then(|it| it.get_mut(*category)).filter(|_| is_wanted);
                if let Some(best) = best
                    && best.as_ref().is_none_or(|best| rank < best.rank)
                {
                    *best = Some(Telling { measure, at: at.clone(), rank });
                }
            }
        }
    }
    better
}

/// Whether a cell says only why it has no number; none where it says nothing at all. Of what is worked out both parts must say something.
fn says(cube: &Cube, measure: usize, at: &[usize]) -> Option<bool> {
    let is_own = |(dimension, category): (usize, &usize)| denominators_own(cube, measure, dimension) == Some(*category);
    if at.iter().enumerate().any(is_own) {
        return None;
    }
    let own = |measure: usize, at: &[usize]| match cube.published(measure, at) {
        Figure::Absent(Absence::Unpublished | Absence::NotApplicable) => None,
        figure => Some(figure.value().is_none()),
    };
    own(measure, at).or_else(|| {
        let ratio = cube.measures.get(measure)?.ratio.as_ref()?;
        let mut below = at.to_vec();
        for (dimension, category) in &ratio.denominator_at {
            *below.get_mut(*dimension)? = *category;
        }
        let (above, below) = (own(ratio.numerator?, at)?, own(ratio.denominator, &below)?);
        Some(above || below)
    })
}
