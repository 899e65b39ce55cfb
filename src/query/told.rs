//! What is told of one cell of a count: the published figure; where there is none, the sum of its parts, or why they are not summed.

use super::{
    parts::{NotSummable, is_summable, parts},
    sum::{Adder, NoSum, Sum},
};
use crate::{
    gate::Cleared,
    model::{
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
    /// Where a hidden figure lies, as a reader may be told; none for a known one, and where nobody can say.
    pub bounds: Option<Interval>,
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

/// Where a hidden cell lies, as a reader may be told.
pub type Shown = fn(&Cleared, usize, &[usize]) -> Option<Interval>;

/// What is told of a cell. A published figure is never worked out again, and never set right.
pub fn told(cleared: &Cleared, measure: usize, at: &[usize]) -> Told {
    told_by(cleared, measure, at, Cleared::shown)
}

/// The same, with another say on where a hidden cell lies.
pub fn told_by(cleared: &Cleared, measure: usize, at: &[usize], shown: Shown) -> Told {
    told_within(cleared, measure, at, shown, MOST_STEPS)
}

fn told_within(cleared: &Cleared, measure: usize, at: &[usize], shown: Shown, n_steps: usize) -> Told {
    let cube = cleared.cube();
    let figure = cube.published(measure, at);
    let unpublished = figure == Figure::Absent(Absence::Unpublished);
    let (true, Some(it), Some(n_steps)) = (unpublished, cube.measures.get(measure), n_steps.checked_sub(1)) else {
        return Told::published(cleared, measure, at, figure, shown);
    };
    match summing(cleared, (measure, it), at, shown, n_steps) {
        Some(summing) => Told::summed(summing),
        None => Told { figure, bounds: None, summing: None },
    }
}

/// The sum over the first dimension that may be summed over and stands at a whole; else why the first whole is not summed.
fn summing(
    cleared: &Cleared,
    (measure, it): (usize, &Measure),
    at: &[usize],
    shown: Shown,
    n_steps: usize,
) -> Option<Summing> {
    let cube = cleared.cube();
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
        let mut is_something = false;
        for part in &parts {
            let part = told_within(cleared, measure, &moved(at, dimension, *part), shown, n_steps);
            is_something |= part.figure != Figure::Absent(Absence::Unpublished);
            match part.summing {
                Some(summing) => adder.add_sum(&summing.sum),
                None => adder.add(&part.figure, part.bounds),
            }
        }
        // A question that the file says nothing of, the whole as little as its parts, is no failed sum.
        return is_something.then(|| Summing { dimension, n_parts: parts.len(), sum: adder.finish() });
    }
    refused.map(|(dimension, n_parts, why)| Summing { dimension, n_parts, sum: Sum::Nothing(NoSum::NotSummable(why)) })
}

impl Told {
    fn published(cleared: &Cleared, measure: usize, at: &[usize], figure: Figure, shown: Shown) -> Self {
        let is_hidden = figure == Figure::Absent(Absence::Suppressed);
        let bounds = is_hidden.then(|| shown(cleared, measure, at)).flatten();
        Self { figure, bounds, summing: None }
    }

    /// What a sum tells.
    pub fn summed(summing: Summing) -> Self {
        let bounds = match summing.sum {
            Sum::Between { range, .. } => Some(range),
            _ => None,
        };
        Self { figure: summing.sum.figure(), bounds, summing: Some(summing) }
    }

    /// How the figure came about.
    pub fn origin(&self) -> Origin {
        match &self.summing {
            Some(Summing { sum: Sum::Nothing(NoSum::NotSummable(_)), .. }) | None => Origin::Published,
            Some(_) => Origin::Summed,
        }
    }

    /// Where the figure lies: an exact number is its own bounds.
    pub fn range(&self) -> Option<Interval> {
        self.figure.exact_value().map(|value| Interval { low: value, high: value }).or(self.bounds)
    }
}
