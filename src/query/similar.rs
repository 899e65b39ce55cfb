//! Areas like one another in what the dataset declares as covariates, never in what is judged of them.

use super::{
    answer::{Answer, figure_alone},
    breakdown::{areas_at, moved},
    question::Question,
};
use crate::{
    gate::Cleared,
    model::{
        dimension::DimensionKind,
        measure::{Measure, MeasureKind},
    },
    stats::nearest::{Nearest, Taken, nearest, standardised},
};

/// So many areas are called similar, twice as many where they are exactly as near: enough to see how much like areas differ, few enough to be like.
pub const MOST_SIMILAR: usize = 5;

/// The areas that are similar to the picked one.
#[derive(Clone, Debug, PartialEq)]
pub struct Similar {
    /// The covariates that may count, by measure, in the order of the file.
    pub offered: Vec<usize>,
    /// Those of them that do.
    pub used: Vec<usize>,
    /// The areas, or why there are none.
    pub found: Result<Found, NoneSimilar>,
}

/// Areas that were found similar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Their positions in the dimension of areas, the nearest first: as many as are wanted and those exactly as near as the last.
    pub areas: Vec<usize>,
    /// How many come next, all as near as each other and too many to be among them.
    pub n_as_near: usize,
    /// Among how many they were sought: areas of the level whose every covariate is known.
    pub n_candidates: usize,
    /// How many of the level were left out: a covariate is hidden there or missing.
    pub n_left_out: usize,
}

/// Why no area is called similar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoneSimilar {
    /// No covariate was chosen.
    NothingChosen,
    /// Of the picked area these covariates are hidden or missing.
    Unknown(Vec<usize>),
    /// No other area has them all.
    NoCandidate,
    /// So many are exactly as near: the covariates do not tell them apart.
    NotApart(usize),
}

/// The covariates that may count for a question: those the dataset declares, but for the measure that is asked for and what it is a share of.
///
/// Areas that are chosen because they have as high a figure are no measure of that figure.
pub fn offered(cleared: &Cleared, question: &Question) -> Vec<usize> {
    let cube = cleared.cube();
    let numerator = |measure: usize| cube.measures.get(measure)?.ratio.as_ref()?.numerator;
    let asked = [Some(question.measure), numerator(question.measure)];
    let is_another = |covariate: &usize| {
        !asked.contains(&Some(*covariate)) && numerator(*covariate).is_none_or(|found| !asked.contains(&Some(found)))
    };
    cube.dataset.covariates.iter().copied().filter(is_another).collect()
}

/// The areas most like the picked one, of its level and at the same period; `chosen` are ids of covariates, none: all that are offered.
///
/// None where the dataset declares no covariate that may count, or no place of a level is picked.
pub fn similar(cleared: &Cleared, question: &Question, chosen: Option<&[String]>) -> Option<Similar> {
    let cube = cleared.cube();
    let dimension = cube.dimension_of_kind(&DimensionKind::Area)?;
    let picked = *question.at.get(dimension)?;
    let level = cube.dimensions.get(dimension)?.categories.get(picked)?.level?;
    let areas = areas_at(cleared, dimension, level);
    let own = areas.iter().position(|area| *area == picked)?;
    let offered = Some(offered(cleared, question)).filter(|offered| !offered.is_empty() && areas.len() > 1)?;
    let is_chosen = |covariate: &usize| {
        let id = cube.measures.get(*covariate).map(|measure| &measure.id);
        chosen.is_none_or(|chosen| id.is_some_and(|id| chosen.contains(id)))
    };
    let used: Vec<usize> = offered.iter().copied().filter(is_chosen).collect();
    let numbers = |covariate: &usize| -> Vec<Option<f64>> {
        areas.iter().map(|area| covariate_of(cleared, question, *covariate, *area).figure.exact_value()).collect()
    };
    let numbers: Vec<Vec<Option<f64>>> = used.iter().map(numbers).collect();
    // A number that is none says nothing of any area.
    let scores = |(covariate, numbers): (&usize, &Vec<Option<f64>>)| {
        let taken = cube.measures.get(*covariate).map(taken).unwrap_or_default();
        standardised(numbers, taken).unwrap_or_else(|_| vec![None; numbers.len()])
    };
    let scores: Vec<_> = used.iter().zip(&numbers).map(scores).collect();
    let unknown = used.iter().zip(&scores).filter(|(_, scores)| scores.get(own).copied().flatten().is_none());
    let unknown: Vec<usize> = unknown.map(|(covariate, _)| *covariate).collect();
    let found = match nearest(&scores, own, MOST_SIMILAR) {
        _ if used.is_empty() => Err(NoneSimilar::NothingChosen),
        None => Err(NoneSimilar::Unknown(unknown)),
        Some(Nearest { n_candidates: 0, .. }) => Err(NoneSimilar::NoCandidate),
        Some(Nearest { places, n_as_near, .. }) if places.is_empty() => Err(NoneSimilar::NotApart(n_as_near)),
        Some(Nearest { places, n_as_near, n_candidates }) => Ok(Found {
            areas: places.into_iter().filter_map(|place| areas.get(place).copied()).collect(),
            n_left_out: areas.len() - 1 - n_candidates,
            n_as_near,
            n_candidates,
        }),
    };
    Some(Similar { offered, used, found })
}

/// A covariate of an area, all else as the question has it.
pub fn covariate_of(cleared: &Cleared, question: &Question, covariate: usize, area: usize) -> Answer {
    let dimension = cleared.cube().dimension_of_kind(&DimensionKind::Area).unwrap_or(usize::MAX);
    figure_alone(cleared, covariate, &moved(&question.at, dimension, area))
}

/// Numbers of units and amounts of time have a long tail; shares, rates, means and indices stand as they are.
fn taken(measure: &Measure) -> Taken {
    match measure.kind {
        MeasureKind::Count | MeasureKind::Duration => Taken::Logarithm,
        MeasureKind::Share | MeasureKind::Rate | MeasureKind::Mean | MeasureKind::Index | MeasureKind::Unknown => {
            Taken::Plain
        }
    }
}
