//! One cell as an answer: the published figure, or a share worked out from its two counts, with its interval.

use super::told::{Shown, Summing, Told, told_by};
use crate::{
    bounds::protection::Protection,
    gate::Cleared,
    model::{
        cube::{Coordinates, Cube},
        figure::{Absence, Figure, Flags, Known},
        measure::{MeasureKind, Ratio},
    },
    stats::{
        interval::{Confidence, Interval},
        poisson_interval::CountLimits,
        wilson::wilson,
    },
    verdict::counted::whole,
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
    /// Where the figure lies, in the unit of the measure: only where it is hidden, and the publisher's rule – of a count also what else is published – says how large a hidden count may be.
    pub bounds: Option<Interval>,
    /// Between which numbers the two counts lie, where `counts` has them or a reader may be told; a known count is one number.
    pub count_ranges: Option<[Interval; 2]>,
    /// How the figure came about.
    pub origin: Origin,
    /// What adding up the parts gave, where the file has no figure for the whole: of a share, the parts of its counts.
    pub summing: Option<Summing>,
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

impl Answer {
    /// Where the figure lies: an exact number is its own bounds, a hidden one has those the publisher gives.
    pub fn range(&self) -> Option<Interval> {
        self.figure.exact_value().map(|value| Interval { low: value, high: value }).or(self.bounds)
    }
}

/// What is said beside a figure, and how it is worked out.
#[derive(Clone, Copy)]
struct Beside {
    /// Where a hidden cell lies.
    shown: Shown,
    /// The 95 % interval of kind, numerator, denominator, per.
    interval: fn(MeasureKind, f64, f64, f64) -> Option<Interval>,
}

const ALL_OF_IT: Beside = Beside { shown: Cleared::shown, interval: interval_of };
const NOTHING: Beside = Beside { shown: |_, _, _| None, interval: |_, _, _, _| None };

/// The answer at one cell of a measure.
pub fn answer(cleared: &Cleared, measure: usize, at: &[usize]) -> Answer {
    answer_with(cleared, measure, at, ALL_OF_IT)
}

/// The same figure without intervals and bounds: the first view of the page has no use for them, nor for the code behind them.
pub fn figure_alone(cleared: &Cleared, measure: usize, at: &[usize]) -> Answer {
    answer_with(cleared, measure, at, NOTHING)
}

fn answer_with(cleared: &Cleared, measure: usize, at: &[usize], beside: Beside) -> Answer {
    let cube = cleared.cube();
    let told = |measure, at: &[usize]| told_by(cleared, measure, at, beside.shown);
    let own = told(measure, at);
    match cube.measures.get(measure).and_then(|measure| measure.ratio.as_ref()) {
        Some(ratio) => {
            let above = ratio.numerator.map(|numerator| told(numerator, at));
            let below = told(ratio.denominator, &denominators_cell(ratio, at));
            divided_with(cube, measure, ratio, (above, below, own), beside)
        }
        None => Answer {
            bounds: own.bounds,
            origin: own.origin(),
            figure: own.figure,
            counts: None,
            count_ranges: None,
            interval: None,
            summing: own.summing,
        },
    }
}

/// Where the denominator of a cell is read.
pub fn denominators_cell(ratio: &Ratio, at: &[usize]) -> Coordinates {
    let mut below = at.to_vec();
    for &(dimension, category) in &ratio.denominator_at {
        if let Some(place) = below.get_mut(dimension) {
            *place = category;
        }
    }
    below
}

/// Numerator through denominator, each a cell or a sum of cells; `own` is what the file itself says of the share.
pub(super) fn divided(
    cube: &Cube,
    measure: usize,
    ratio: &Ratio,
    above: Option<Told>,
    below: Told,
    own: Told,
) -> Answer {
    divided_with(cube, measure, ratio, (above, below, own), ALL_OF_IT)
}

fn divided_with(
    cube: &Cube,
    measure: usize,
    ratio: &Ratio,
    (above, below, own): (Option<Told>, Told, Told),
    beside: Beside,
) -> Answer {
    // A share of a hidden count is only told where the publisher's rule says how large the count may be.
    let is_told = |part: &Told, measure: Option<usize>| {
        let rule = measure.and_then(|measure| Protection::of(cube, cube.measures.get(measure)?));
        part.figure.exact_value().is_some() || rule.is_some()
    };
    let above_range = above.as_ref().filter(|above| is_told(above, ratio.numerator)).and_then(Told::range);
    let below_range = Some(&below).filter(|below| is_told(below, Some(ratio.denominator))).and_then(Told::range);
    let count_ranges = above_range.zip(below_range);
    let bounds = count_ranges.and_then(|(above, below)| {
        let is_open = above.width() > 0.0 || below.width() > 0.0;
        let quotient = || Interval { low: above.low / below.high, high: above.high / below.low }.times(ratio.per);
        (is_open && below.low > 0.0).then(quotient)
    });
    // No more of all than all.
    let kind = cube.measures.get(measure).map(|measure| measure.kind).unwrap_or_default();
    let most = if kind == MeasureKind::Share { ratio.per } else { f64::INFINITY };
    let bounds = bounds.map(|it| Interval { low: it.low.min(most), high: it.high.min(most) });
    let own_origin = own.origin();
    let summing = above.as_ref().and_then(|above| above.summing.clone()).or(below.summing).or(own.summing);
    let counts = Counts {
        numerator: above.map_or(Figure::Absent(Absence::Unpublished), |above| above.figure),
        denominator: below.figure,
    };
    let (figure, interval, origin) = match (counts.numerator.exact_value(), counts.denominator.exact_value()) {
        (_, Some(0.0)) => (Figure::Absent(Absence::NotApplicable), None, Origin::NothingCounted),
        (Some(above), Some(below)) if below > 0.0 => {
            let known = Known { value: above / below * ratio.per, qualifier: None, flags: flags_of(&counts) };
            (Figure::Known(known), (beside.interval)(kind, above, below, ratio.per), Origin::Divided)
        }
        _ if own.figure.value().is_some() => (own.figure, None, own_origin),
        _ => (Figure::Absent(reason(&counts, &own.figure)), None, Origin::Divided),
    };
    let bounds = bounds.filter(|_| figure.value().is_none() && origin != Origin::NothingCounted);
    let count_ranges = count_ranges.map(|(above, below)| [above, below]);
    Answer { figure, counts: Some(counts), interval, bounds, count_ranges, origin, summing }
}

/// Wilson's interval for whole counts of a share, Garwood's for events of a rate.
fn interval_of(kind: MeasureKind, above: f64, below: f64, per: f64) -> Option<Interval> {
    let interval = match kind {
        MeasureKind::Share => wilson(whole(above)?, whole(below)?, Confidence::P95),
        MeasureKind::Rate => CountLimits::Garwood.rate(whole(above)?, below, Confidence::P95).map(|it| it.interval),
        _ => return None,
    };
    interval.ok().map(|interval| interval.times(per))
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
