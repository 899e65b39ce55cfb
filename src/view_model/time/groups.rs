//! Which groups have a line each along time, and their answers.

use super::MOST_LINES;
use crate::{
    model::{dimension::DimensionKind, measure::MeasureKind},
    query::{
        breakdown::{Row, moved},
        question::categories_shown,
        series::{NoSeries, series},
    },
    view_model::context::Context,
};

/// A group and its answers.
pub(super) struct Series {
    /// The publisher's code of the category; may be empty.
    pub code: String,
    /// What the reader calls it.
    pub name: String,
    /// Its answers, a period each.
    pub rows: Vec<Row>,
}

impl Series {
    /// The answers of these periods, in their order.
    pub fn ordered(self, order: &[usize]) -> Self {
        let mut rows: Vec<Option<Row>> = self.rows.into_iter().map(Some).collect();
        let rows = order.iter().filter_map(|place| rows.get_mut(*place)?.take()).collect();
        Self { rows, ..self }
    }
}

/// The dimension whose categories have a line each: that of the chart, where they are few.
pub(super) fn by_dimension(context: Context, period: usize) -> Option<usize> {
    let by = context.question.by;
    (2..=MOST_LINES).contains(&n_groups(context, period)?).then_some(by)
}

/// How many categories the chart's dimension has; none where it is the periods themselves, or the places.
pub(super) fn n_groups(context: Context, period: usize) -> Option<usize> {
    let by = context.question.by;
    let is_other = by != period && context.dimension(by)?.kind != DimensionKind::Area;
    is_other.then(|| categories_shown(context.cleared, context.question, by).len())
}

/// The groups that have a line each, with an answer for every period of the file: each category, or the picked cell and the nation beside it.
pub(super) fn groups(context: Context, by: Option<usize>) -> Result<Vec<Series>, NoSeries> {
    let at = &context.question.at;
    let of = |line: Option<(usize, usize)>, name: &str, at: &[usize]| {
        let code = line.and_then(|(dimension, category)| context.dimension(dimension)?.categories.get(category));
        let code = code.map(|it| it.code.clone()).unwrap_or_default();
        let rows = series(context.cleared, context.question.measure, at)?.points;
        Ok(Series { code, name: name.to_owned(), rows })
    };
    if let Some(by) = by {
        let shown = categories_shown(context.cleared, context.question, by);
        return shown
            .into_iter()
            .map(|category| of(Some((by, category)), context.category_label(by, category), &moved(at, by, category)))
            .collect();
    }
    let own = context.area().map(|area| (area, context.picked(area)));
    let mut groups = vec![of(own, context.place(), at)?];
    let is_count = context.measure().is_some_and(|measure| measure.kind == MeasureKind::Count);
    let nation = context.area().zip(context.nation()).filter(|(area, nation)| context.picked(*area) != *nation);
    if let Some((area, nation)) = nation.filter(|_| !is_count) {
        groups.extend(of(Some((area, nation)), context.category_label(area, nation), &moved(at, area, nation)));
    }
    Ok(groups)
}
