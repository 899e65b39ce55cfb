//! What is told of one cell of a count: the published figure; where there is none, the sum of its parts, or why they are not summed.

use super::{
    parts::{NotSummable, is_summable, parts},
    sum::{Adder, NoSum, Protection, Sum},
};
use crate::{
    model::{
        cube::Cube,
        figure::{Absence, Figure},
        measure::Measure,
    },
    query::{answer::Origin, breakdown::moved},
    stats::interval::Interval,
};

/// One cell, published or summed.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The figure.
    pub figure: Figure,
    /// What adding up gave, where the file has no figure and the cell has parts.
    pub summing: Option<Summing>,
}

/// How a whole was added up, or why it was not.
#[derive(Clone, Debug, PartialEq)]
pub struct Summing {
    /// The dimension whose parts they are, by position.
    pub dimension: usize,
    /// How many parts.
    pub n_parts: usize,
    /// What they give.
    pub sum: Sum,
}

/// Wholes within wholes are followed this far: no file of the field has more than three levels in a dimension.
const MOST_STEPS: usize = 24;

/// What is told of a cell. A published figure is never worked out again, and never set right.
pub fn told(cube: &Cube, measure: usize, at: &[usize]) -> Told {
    told_within(cube, measure, at, MOST_STEPS)
}

fn told_within(cube: &Cube, measure: usize, at: &[usize], n_steps: usize) -> Told {
    let figure = cube.published(measure, at);
    let unpublished = figure == Figure::Absent(Absence::Unpublished);
    let (true, Some(it), Some(n_steps)) = (unpublished, cube.measures.get(measure), n_steps.checked_sub(1)) else {
        return Told { figure, summing: None };
    };
    match summing(cube, measure, it, at, n_steps) {
        Some(summing) => Told { figure: summing.sum.figure(), summing: Some(summing) },
        None => Told { figure, summing: None },
    }
}

/// The sum over the first dimension that may be summed over and stands at a whole; else why the first whole is not summed.
fn summing(cube: &Cube, measure: usize, it: &Measure, at: &[usize], n_steps: usize) -> Option<Summing> {
    let mut refused = None;
    let others = (0..cube.dimensions.len()).filter(|dimension| !it.additive_over.contains(dimension));
    for dimension in it.additive_over.iter().copied().chain(others) {
        let Some(category) = at.get(dimension) else { continue };
        let parts = match parts(cube, dimension, *category) {
            Err(NotSummable::NoParts(_)) => continue,
            Err(why) => {
                refused.get_or_insert((dimension, 0, why));
                continue;
            }
            Ok(parts) => parts,
        };
        if let Err(why) = is_summable(cube, it, dimension) {
            // Parts without figures would give nothing anyway: then there is nothing to explain.
            if parts.iter().any(|part| cube.published(measure, &moved(at, dimension, *part)).value().is_some()) {
                refused.get_or_insert((dimension, parts.len(), why));
            }
            continue;
        }
        let mut adder = Adder::default();
        for part in &parts {
            let part = told_within(cube, measure, &moved(at, dimension, *part), n_steps);
            match part.summing {
                Some(summing) => adder.add_sum(&summing.sum),
                None => adder.add(&part.figure),
            }
        }
        return Some(Summing { dimension, n_parts: parts.len(), sum: adder.finish(Protection::of(cube, it)) });
    }
    refused.map(|(dimension, n_parts, why)| Summing { dimension, n_parts, sum: Sum::Nothing(NoSum::NotSummable(why)) })
}

impl Told {
    /// How the figure came about.
    pub fn origin(&self) -> Origin {
        match &self.summing {
            Some(Summing { sum: Sum::Nothing(NoSum::NotSummable(_)), .. }) | None => Origin::Published,
            Some(_) => Origin::Summed,
        }
    }

    /// Where a hidden figure lies, as far as the publisher says; none for a known one.
    pub fn bounds(&self, cube: &Cube, measure: usize) -> Option<Interval> {
        match (&self.summing, &self.figure) {
            (Some(Summing { sum: Sum::Between { range, .. }, .. }), _) => Some(*range),
            (None, Figure::Absent(Absence::Suppressed)) => {
                Some(Protection::of(cube, cube.measures.get(measure)?)?.range(0.0, 1))
            }
            _ => None,
        }
    }

    /// Where the figure lies: an exact number is its own bounds.
    pub fn range(&self, cube: &Cube, measure: usize) -> Option<Interval> {
        let exact = self.figure.exact_value().map(|value| Interval { low: value, high: value });
        exact.or_else(|| self.bounds(cube, measure))
    }
}
