//! One cell as an answer: the published figure, or a share worked out from its two counts, with its interval.

use crate::{
    gate::Cleared,
    model::{
        cube::Cube,
        figure::{Absence, Figure, Flags, Known, Qualifier},
        measure::{MeasureKind, Ratio},
    },
    stats::{
        interval::{Confidence, Interval},
        wilson::wilson,
    },
};

/// What the page can say about one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The figure, in the unit of its measure (per cent for a share).
    pub figure: Figure,
    /// The counts behind a share or a rate, where the file has them.
    pub counts: Option<Counts>,
    /// 95 % interval, in the unit of the measure, where both counts are exact.
    pub interval: Option<Interval>,
    /// How the figure came about.
    pub origin: Origin,
}

/// The two counts behind a share or a rate.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    /// Above the line.
    pub numerator: Figure,
    /// Below the line: n.
    pub denominator: Figure,
}

/// How a figure came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It stands in the file.
    Published,
    /// Numerator through denominator.
    Divided,
    /// The sum of the parts, where the publisher allows it and publishes no total.
    Summed,
    /// There is nothing to divide by: the denominator is a true zero.
    NothingCounted,
}

/// The answer at one cell of a measure.
pub fn answer(cleared: &Cleared, measure: usize, at: &[usize]) -> Answer {
    let cube = cleared.cube();
    let published = counted(cube, measure, at);
    match cube.measures.get(measure).and_then(|measure| measure.ratio.as_ref()) {
        Some(ratio) => divided(cube, measure, ratio, at, published),
        None => Answer { figure: published.0, counts: None, interval: None, origin: published.1 },
    }
}

fn divided(cube: &Cube, measure: usize, ratio: &Ratio, at: &[usize], published: (Figure, Origin)) -> Answer {
    let mut below = at.to_vec();
    for &(dimension, category) in &ratio.denominator_at {
        if let Some(place) = below.get_mut(dimension) {
            *place = category;
        }
    }
    let counts = Counts {
        numerator: match ratio.numerator {
            Some(numerator) => counted(cube, numerator, at).0,
            None => Figure::Absent(Absence::Unpublished),
        },
        denominator: counted(cube, ratio.denominator, &below).0,
    };
    let kind = cube.measures.get(measure).map(|measure| measure.kind).unwrap_or_default();
    let (figure, interval, origin) = match (counts.numerator.exact_value(), counts.denominator.exact_value()) {
        (_, Some(0.0)) => (Figure::Absent(Absence::NotApplicable), None, Origin::NothingCounted),
        (Some(above), Some(below)) if below > 0.0 => {
            let known = Known { value: above / below * ratio.per, qualifier: None, flags: flags_of(&counts) };
            (Figure::Known(known), share_interval(kind, above, below, ratio.per), Origin::Divided)
        }
        _ if published.0.value().is_some() => (published.0, None, published.1),
        _ => (Figure::Absent(reason(&counts, &published.0)), None, Origin::Divided),
    };
    Answer { figure, counts: Some(counts), interval, origin }
}

/// Wilson's interval for whole counts of a share; a rate may have the same unit twice and gets none here.
fn share_interval(kind: MeasureKind, above: f64, below: f64, per: f64) -> Option<Interval> {
    if kind != MeasureKind::Share {
        return None;
    }
    wilson(whole(above)?, whole(below)?, Confidence::P95).ok().map(|interval| interval.times(per))
}

/// The count as a whole number, where it is one.
fn whole(count: f64) -> Option<u64> {
    let fits = count.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&count);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    fits.then_some(count as u64)
}

/// Why a share can't be worked out: the reason of the part that is absent, hidden before all else.
fn reason(counts: &Counts, published: &Figure) -> Absence {
    let parts = [&counts.numerator, &counts.denominator];
    let absences = || parts.iter().filter_map(|part| part.absence());
    absences()
        .find(|absence| **absence == Absence::Suppressed)
        .or_else(|| published.absence().filter(|absence| **absence != Absence::Unpublished))
        .or_else(|| absences().find(|absence| **absence != Absence::Unpublished))
        .cloned()
        .unwrap_or(Absence::Unpublished)
}

fn flags_of(counts: &Counts) -> Flags {
    [&counts.numerator, &counts.denominator].into_iter().fold(Flags::default(), |all, part| match part {
        Figure::Known(known) => all.union(known.flags),
        Figure::Absent(_) => all,
    })
}

/// The published cell; where there is none, the sum of the parts that the publisher allows.
fn counted(cube: &Cube, measure: usize, at: &[usize]) -> (Figure, Origin) {
    let published = cube.published(measure, at);
    if published != Figure::Absent(Absence::Unpublished) {
        return (published, Origin::Published);
    }
    match sum_of_parts(cube, measure, at) {
        Some(sum) => (sum, Origin::Summed),
        None => (published, Origin::Published),
    }
}

/// The sum over the first dimension that stands at an unpublished total and may be summed over.
///
/// A part that is absent makes the sum absent, for the part's own reason: a hidden part is never passed by.
fn sum_of_parts(cube: &Cube, measure: usize, at: &[usize]) -> Option<Figure> {
    let additive = &cube.measures.get(measure)?.additive_over;
    let dimension = *additive.iter().find(|&&dimension| {
        cube.dimensions.get(dimension).is_some_and(|it| !it.is_multi_response && it.total == at.get(dimension).copied())
    })?;
    let total = *at.get(dimension)?;
    let mut sum = Known { value: 0.0, qualifier: Some(Qualifier::Derived), flags: Flags::default() };
    let mut absent: Option<Absence> = None;
    for (category, it) in cube.dimensions.get(dimension)?.categories.iter().enumerate() {
        if category == total || it.parent.is_some_and(|parent| parent != total) {
            continue;
        }
        let mut part = at.to_vec();
        *part.get_mut(dimension)? = category;
        match counted(cube, measure, &part).0 {
            Figure::Known(known) if known.qualifier.is_none() || known.qualifier == Some(Qualifier::Derived) => {
                sum.value += known.value;
                sum.flags = sum.flags.union(known.flags);
            }
            Figure::Known(_) => absent = absent.or(Some(Absence::Uncertain)),
            Figure::Absent(Absence::NotApplicable) => {}
            Figure::Absent(Absence::Suppressed) => absent = Some(Absence::Suppressed),
            Figure::Absent(absence) => absent = absent.or(Some(absence)),
        }
    }
    Some(absent.map_or(Figure::Known(sum), Figure::Absent))
}
