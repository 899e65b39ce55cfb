//! Along time: one cell through the periods, and the change from one period to another.

use super::{
    answer::{Answer, answer},
    breakdown::{Row, break_down, moved},
    clearance::{NotCleared, clearance},
};
use crate::{
    gate::Cleared,
    model::{
        dataset::Comparability,
        dimension::DimensionKind,
        figure::{Absence, Figure},
    },
    stats::interval::Interval,
};

/// One cell through the periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The dimension of periods, by position.
    pub period: usize,
    /// An answer for each period, in the publisher's order.
    pub points: Vec<Row>,
    /// The first periods after a break, by position: no line goes across.
    pub breaks: Vec<usize>,
}

/// Why a question along time is not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSeries {
    /// The file has no periods.
    NoPeriods,
    /// The publisher has not cleared the cells.
    NotCleared(NotCleared),
}

/// The change from one period to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The answer before.
    pub from: Answer,
    /// The answer after.
    pub to: Answer,
    /// The difference, in the unit of the measure (percentage points for a share).
    pub difference: Changed,
}

/// What can be said of a change.
#[derive(Clone, Debug, PartialEq)]
pub enum Changed {
    /// Both are known.
    By {
        /// After less before.
        absolute: f64,
        /// The same in parts of what was before; none where that was zero.
        relative: Option<f64>,
    },
    /// One or both are hidden, and the publisher says between which numbers they lie.
    Between(Interval),
    /// Nothing, and why.
    Nothing(NoChange),
}

/// Why nothing is said of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoChange {
    /// A figure is absent, for this reason.
    Absent(Absence),
    /// A figure was given in words such as "drygt".
    Inexact,
    /// The series is broken between the two, by position of the first period after the break.
    Broken(usize),
    /// The publisher says that periods may not be compared.
    NotComparable,
}

/// One cell through the periods.
///
/// # Errors
/// Why not.
pub fn series(cleared: &Cleared, measure: usize, at: &[usize]) -> Result<Series, NoSeries> {
    let cube = cleared.cube();
    let period = cube.dimension_of_kind(&DimensionKind::Period).ok_or(NoSeries::NoPeriods)?;
    let it = cube.dimensions.get(period).ok_or(NoSeries::NoPeriods)?;
    clearance(cleared, at, Some((period, None))).map_err(NoSeries::NotCleared)?;
    let points = break_down(cleared, measure, at, period, 0..it.categories.len());
    Ok(Series { period, points, breaks: breaks(cleared, period) })
}

/// The first periods after a break, by position in the dimension of periods.
pub fn breaks(cleared: &Cleared, period: usize) -> Vec<usize> {
    let it = cleared.cube().dimensions.get(period);
    let places = it.map(|it| it.breaks.iter().filter_map(|it_breaks| it.position(&it_breaks.period)));
    // A break may be said of another dimension too: of what is counted, say.
    let others = cleared.cube().dimensions.iter().enumerate().filter(|(place, _)| *place != period);
    let others = others.flat_map(|(_, other)| &other.breaks).filter_map(|at| it?.position(&at.period));
    let mut breaks: Vec<usize> = places.into_iter().flatten().chain(others).collect();
    breaks.sort_unstable();
    breaks.dedup();
    breaks
}

/// The change of one cell between two periods, by position.
///
/// # Errors
/// Why the question cannot be put. Why it has no answer is in [`Changed`].
pub fn change(cleared: &Cleared, measure: usize, at: &[usize], from: usize, to: usize) -> Result<Change, NoSeries> {
    let cube = cleared.cube();
    let period = cube.dimension_of_kind(&DimensionKind::Period).ok_or(NoSeries::NoPeriods)?;
    clearance(cleared, at, Some((period, None))).map_err(NoSeries::NotCleared)?;
    let [before, after] = [from, to].map(|category| answer(cleared, measure, &moved(at, period, category)));
    let (first, last) = (from.min(to), from.max(to));
    let broken = breaks(cleared, period).into_iter().find(|at| first < *at && *at <= last);
    let difference = match broken {
        _ if matches!(cube.dataset.comparable.over_time, Comparability::No(_)) => {
            Changed::Nothing(NoChange::NotComparable)
        }
        Some(broken) => Changed::Nothing(NoChange::Broken(broken)),
        None => changed(&before, &after),
    };
    Ok(Change { from: before, to: after, difference })
}

fn changed(before: &Answer, after: &Answer) -> Changed {
    if let (Some(from), Some(to)) = (before.figure.exact_value(), after.figure.exact_value()) {
        let absolute = to - from;
        return Changed::By { absolute, relative: (from != 0.0).then(|| absolute / from) };
    }
    match (before.range(), after.range()) {
        (Some(from), Some(to)) => Changed::Between(Interval { low: to.low - from.high, high: to.high - from.low }),
        _ => Changed::Nothing(why_not(before, after)),
    }
}

/// A hidden figure is told before any other absence.
fn why_not(before: &Answer, after: &Answer) -> NoChange {
    let absences = || [&before.figure, &after.figure].into_iter().filter_map(Figure::absence);
    let hidden = absences().find(|absence| **absence == Absence::Suppressed);
    hidden.or_else(|| absences().next()).map_or(NoChange::Inexact, |absence| NoChange::Absent(absence.clone()))
}
