//! What a question is where the reader has not said: measure, cell, level and break-down.

use crate::{
    gate::Cleared,
    model::{
        area::Level,
        cube::{Coordinates, Cube},
        dimension::DimensionKind,
        figure::{Absence, Figure},
        measure::{Measure, MeasureKind},
    },
    query::{answer::figure_alone, breakdown::moved, clearance::clearance},
};

/// The category that the denominator of a share is read at: its share is all of itself, and tells nothing.
pub(in crate::query) fn denominators_own(cube: &Cube, measure: usize, dimension: usize) -> Option<usize> {
    let at = &cube.measures.get(measure)?.ratio.as_ref()?.denominator_at;
    at.iter().find(|(place, _)| *place == dimension).map(|(_, category)| *category)
}

/// Whether a cell says something of a measure.
pub(super) fn tells(cleared: &Cleared, measure: usize, at: &[usize]) -> bool {
    let is_own = |(dimension, category): (usize, &usize)| {
        denominators_own(cleared.cube(), measure, dimension) == Some(*category)
    };
    !is_unpublished(cleared, measure, at) && !at.iter().enumerate().any(is_own)
}

fn is_unpublished(cleared: &Cleared, measure: usize, at: &[usize]) -> bool {
    figure_alone(cleared, measure, at).figure == Figure::Absent(Absence::Unpublished)
}

/// Whether there is nothing that a cell could say: a step together with itself.
pub(super) fn cannot_be(cleared: &Cleared, measure: usize, at: &[usize]) -> bool {
    figure_alone(cleared, measure, at).figure == Figure::Absent(Absence::NotApplicable)
}

/// The cell with a figure, else one that says why there is none, that differs from this one in the fewest dimensions; of several the newest, then the first.
pub(super) fn nearest_published(cleared: &Cleared, measure: usize, at: &[usize]) -> Option<Coordinates> {
    let cube = cleared.cube();
    let period = cube.dimension_of_kind(&DimensionKind::Period);
    let age = |cell: &Coordinates| period.and_then(|period| cell.get(period)).map_or(0, |place| usize::MAX - place);
    (0..cube.n_rows()?).map(|row| cube.coordinates(row)).filter(|cell| tells(cleared, measure, cell)).min_by_key(
        |cell| {
            let is_absent = figure_alone(cleared, measure, cell).figure.value().is_none();
            (is_absent, cell.iter().zip(at).filter(|(here, there)| here != there).count(), age(cell))
        },
    )
}

/// Rate, not count: a share that tells its n, any share, a rate, else the first.
pub(in crate::query) fn default_measure(cube: &Cube) -> Option<usize> {
    let first = |is_wanted: fn(&Measure) -> bool| cube.measures.iter().position(is_wanted);
    first(|measure| measure.kind == MeasureKind::Share && measure.ratio.is_some())
        .or_else(|| first(|measure| measure.kind == MeasureKind::Share))
        .or_else(|| first(|measure| measure.kind == MeasureKind::Rate))
        .or_else(|| first(|_| true))
}

/// The finest level that the picked categories are cleared for.
pub(super) fn default_level(cleared: &Cleared, area: usize, at: &[usize], levels: &[Level]) -> Option<Level> {
    let finest_first = || levels.iter().rev().copied();
    finest_first()
        .find(|level| clearance(cleared, at, Some((area, Some(*level)))).is_ok())
        .or_else(|| finest_first().next())
}

/// What there is most to see in: the first dimension, neither place nor time, with two figures or more here; else time, else place.
pub(super) fn default_by(cleared: &Cleared, measure: usize, at: &[usize]) -> usize {
    let cube = cleared.cube();
    let shows = |dimension: usize| {
        let categories = 0..cube.dimensions.get(dimension).map_or(0, |it| it.categories.len());
        let has_figure =
            |category| figure_alone(cleared, measure, &moved(at, dimension, category)).figure.value().is_some();
        categories.filter(|&category| has_figure(category)).take(2).count() == 2
    };
    let of_kind = |wanted: fn(&DimensionKind) -> bool| {
        (0..cube.dimensions.len())
            .find(|&dimension| cube.dimensions.get(dimension).is_some_and(|it| wanted(&it.kind)) && shows(dimension))
    };
    of_kind(|kind| !matches!(kind, DimensionKind::Area | DimensionKind::Period))
        .or_else(|| of_kind(|kind| *kind == DimensionKind::Period))
        .or_else(|| of_kind(|kind| *kind == DimensionKind::Area))
        .unwrap_or(0)
}
