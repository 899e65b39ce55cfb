//! Sums that a reader asks for: over any categories of a dimension, of a count or of both counts of a share; and a whole against its parts.

use super::{
    answer::{Answer, Origin, answer, denominators_cell, divided},
    breakdown::moved,
    clearance::clearance,
    parts::{self, NotSummable, all_of, is_summable, lies_in},
    sum::{Adder, NoSum, Sum},
    told::{Summing, Told, told},
};
use crate::{
    bounds::shown::honoured,
    gate::Cleared,
    model::{
        cube::Cube,
        figure::{Absence, Figure, Flag},
    },
    stats::interval::Interval,
};

/// The sum of these categories of a dimension, the rest of the cell held still; of a share or a rate, numerators through denominators.
///
/// Where the categories are together a whole that is published, that figure is the answer, not their sum.
///
/// # Errors
/// Why the categories may not be added up at all. Hidden and absent parts are in the answer.
pub fn sum(
    cleared: &Cleared,
    measure: usize,
    at: &[usize],
    dimension: usize,
    categories: &[usize],
) -> Result<Answer, NoSum> {
    let cube = cleared.cube();
    let it = cube.dimensions.get(dimension).ok_or(NoSum::NoSuchCell)?;
    let own = cube.measures.get(measure).ok_or(NoSum::NoSuchCell)?;
    let is_there = |category: &usize| *category < it.categories.len();
    if categories.is_empty() || !categories.iter().all(is_there) || at.len() != cube.dimensions.len() {
        return Err(NoSum::NoSuchCell);
    }
    for category in categories {
        clearance(cleared, &moved(at, dimension, *category), None).map_err(NoSum::NotCleared)?;
    }
    if let Some(whole) = whole_of(cube, dimension, categories) {
        return Ok(answer(cleared, measure, &moved(at, dimension, whole)));
    }
    let mut sorted = categories.to_vec();
    sorted.sort_unstable();
    let is_within = |category: &usize| {
        let above = |whole: &usize| *whole != *category && lies_in(it, *category, *whole);
        sorted.iter().any(above)
    };
    if sorted.windows(2).any(|pair| pair.first() == pair.last()) || sorted.iter().any(is_within) {
        return Err(NoSum::NotSummable(NotSummable::Overlapping(dimension)));
    }
    let Some(ratio) = &own.ratio else {
        let summed = added(cleared, measure, at, dimension, categories)?;
        return Ok(Answer {
            bounds: summed.bounds,
            figure: summed.figure,
            count_ranges: None,
            counts: None,
            interval: None,
            origin: Origin::Summed,
            summing: summed.summing,
        });
    };
    // A denominator read at one category of the dimension is the same for all of them: to add it up would count it twice.
    let numerator = ratio.numerator.ok_or(NoSum::NotSummable(NotSummable::NotACount))?;
    if ratio.denominator_at.iter().any(|(place, _)| *place == dimension) {
        return Err(NoSum::NotSummable(NotSummable::NotAdditive(dimension)));
    }
    let above = added(cleared, numerator, at, dimension, categories)?;
    let below = added(cleared, ratio.denominator, &denominators_cell(ratio, at), dimension, categories)?;
    let nothing = Told { figure: Figure::Absent(Absence::Unpublished), bounds: None, summing: None };
    Ok(divided(cube, measure, ratio, Some(above), below, nothing))
}

fn added(
    cleared: &Cleared,
    measure: usize,
    at: &[usize],
    dimension: usize,
    categories: &[usize],
) -> Result<Told, NoSum> {
    let cube = cleared.cube();
    let it = cube.measures.get(measure).ok_or(NoSum::NoSuchCell)?;
    is_summable(cube, it, dimension).map_err(NoSum::NotSummable)?;
    let sum = match sum_of(cleared, measure, at, dimension, categories) {
        Sum::Between { range, n_hidden } if n_hidden > 1 => {
            let left = left_by_whole(cleared, measure, at, dimension, categories);
            Sum::Between { range: left.map_or(range, |left| honoured(cube, range, left)), n_hidden }
        }
        sum => sum,
    };
    Ok(Told::summed(Summing { dimension, n_parts: categories.len(), sum }))
}

fn sum_of(cleared: &Cleared, measure: usize, at: &[usize], dimension: usize, categories: &[usize]) -> Sum {
    let mut adder = Adder::default();
    for category in categories {
        let part = told(cleared, measure, &moved(at, dimension, *category));
        match part.summing {
            Some(summing) => adder.add_sum(&summing.sum),
            None => adder.add(&part.figure, part.bounds),
        }
    }
    adder.finish()
}

/// What the published whole of these categories leaves for them, when its other parts are taken away.
///
/// Not asked for a single hidden part: what is left for it would be the part itself.
fn left_by_whole(
    cleared: &Cleared,
    measure: usize,
    at: &[usize],
    dimension: usize,
    categories: &[usize],
) -> Option<Interval> {
    let cube = cleared.cube();
    let it = cube.dimensions.get(dimension)?;
    let above = categories.first().and_then(|first| it.categories.get(*first)).and_then(|first| first.parent);
    [above, it.total].into_iter().flatten().find_map(|whole| {
        let parts = parts::parts(cube, dimension, whole).ok()?;
        if !categories.iter().all(|category| parts.contains(category)) {
            return None;
        }
        let published = cube.published(measure, &moved(at, dimension, whole)).exact_value()?;
        let others: Vec<usize> = parts.into_iter().filter(|part| !categories.contains(part)).collect();
        let others = sum_of(cleared, measure, at, dimension, &others).range()?;
        Some(Interval { low: published - others.high, high: published - others.low })
    })
}

/// The category whose parts these are, all of them.
fn whole_of(cube: &Cube, dimension: usize, categories: &[usize]) -> Option<usize> {
    let it = cube.dimensions.get(dimension)?;
    if let [only] = categories {
        return Some(*only);
    }
    let above = categories.first().and_then(|first| it.categories.get(*first)).and_then(|first| first.parent);
    let mut wanted = categories.to_vec();
    wanted.sort_unstable();
    [above, it.total, Some(all_of(it))].into_iter().flatten().find(|whole| {
        let mut parts = parts::parts(cube, dimension, *whole).unwrap_or_default();
        parts.sort_unstable();
        parts == wanted
    })
}

/// A published whole beside the sum of its parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// What the publisher says of the whole.
    pub published: f64,
    /// What the parts add up to.
    pub summed: f64,
}

/// A published whole beside the sum of its published parts, where they differ: told, and never set right.
///
/// None where they agree, where a part has no exact number, and where figures were changed on purpose: perturbed parts are never set against their total.
pub fn difference(cleared: &Cleared, measure: usize, at: &[usize], dimension: usize) -> Option<Difference> {
    let cube = cleared.cube();
    let it = cube.measures.get(measure)?;
    is_summable(cube, it, dimension).ok()?;
    let published = cube.published(measure, at);
    let is_perturbed = matches!(&published, Figure::Known(known) if known.flags.has(Flag::Perturbed));
    let parts = parts::parts(cube, dimension, *at.get(dimension)?).ok()?;
    let mut adder = Adder::default();
    for part in parts {
        adder.add(&cube.published(measure, &moved(at, dimension, part)), None);
    }
    let published = published.exact_value().filter(|_| !is_perturbed)?;
    let summed = adder.finish().value()?;
    (published != summed).then_some(Difference { published, summed })
}
