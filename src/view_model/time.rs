//! Figures along time: a line for each group, joined only where periods may be compared, with breaks and events.

mod groups;
mod joining;
mod table;

use groups::{Series, by_dimension, groups, n_groups};

use super::{
    bars::{Tick, ticks_up_to},
    context::Context,
    difference::in_the_cell,
    figure::answer_words,
    policy,
    table::TablePanel,
};
use crate::{
    model::{dataset::Comparability, dimension::DimensionKind, figure::Absence, measure::Measure, time::Span},
    query::{breakdown::Row, pairing::Groups, series::series},
    words::{explore, notes, time as words},
};
pub use joining::Join;

/// More lines than this cannot be told apart.
const MOST_LINES: usize = 5;

/// What is shown along time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimePanel {
    /// What is shown.
    pub title: String,
    /// From the first to the last period that may be compared, in a sentence; may be empty.
    pub headline: String,
    /// The unit of the upright axis.
    pub axis_title: String,
    /// The marks of the upright axis, from 0.
    pub ticks: Vec<Tick>,
    /// The periods, in the order of time.
    pub periods: Vec<Period>,
    /// The lines; none where nothing can be shown.
    pub lines: Vec<Line>,
    /// The id of the dimension whose categories the lines are; none where the only line is of nothing but the whole.
    pub lines_of: Option<String>,
    /// Where the series is broken, on the level axis.
    pub breaks: Vec<f64>,
    /// The events within the periods.
    pub events: Vec<Event>,
    /// What to mind, a sentence each.
    pub notes: Vec<String>,
    /// The chart in one sentence.
    pub summary: String,
    /// Why there is nothing to show; empty where there is.
    pub why_not: String,
    /// The same as a table.
    pub table: Option<TablePanel>,
}

/// A period.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// The publisher's code: what is picked.
    pub code: String,
    /// What the reader calls it.
    pub label: String,
    /// Where it lies on the level axis: in years where all periods have a date, else one after the other.
    pub span: Span,
    /// Whether it is picked.
    pub is_picked: bool,
}

/// One group through the periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The publisher's code of the category; may be empty.
    pub code: String,
    /// What the reader calls it.
    pub name: String,
    /// A point for each period, in their order.
    pub points: Vec<Point>,
    /// How each point is joined to the next.
    pub joins: Vec<Join>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The figure; none draws no point, and never a zero.
    pub value: Option<f64>,
    /// Its 95 % interval; of a hidden figure the bounds that may be told.
    pub range: Option<(f64, f64)>,
    /// For the tooltip: value, n and interval, a line each.
    pub lines: Vec<String>,
    /// All of it in one sentence.
    pub spoken: String,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When, on the level axis.
    pub span: Span,
    /// Whether it went on for a time, and is a band.
    pub is_band: bool,
    /// Its number in the list: "1".
    pub number: String,
    /// What it was, with its date.
    pub text: String,
}

/// The figures of the question along time.
pub fn time(context: Context) -> Option<TimePanel> {
    let measure = context.measure()?;
    let Some(dimension) = context.cube().dimension_of_kind(&DimensionKind::Period) else {
        return Some(nothing(words::no_periods(context.language).to_owned()));
    };
    if let [only] = context.dimension(dimension)?.categories.as_slice() {
        return Some(nothing(words::one_period(context.language, only.label.get(context.language))));
    }
    let by = by_dimension(context, dimension);
    let Ok(groups) = groups(context, by) else {
        return Some(nothing(words::not_cleared(context.language).to_owned()));
    };
    // Of other measures the file may have other periods, and for some groups none.
    let is_told = |row: &Row| row.answer.figure.absence() != Some(&Absence::Unpublished);
    let mut periods = periods(context, dimension)?;
    periods.retain(|(_, place)| groups.iter().any(|group| group.rows.get(*place).is_some_and(is_told)));
    match periods.as_slice() {
        [] => return Some(nothing(explore::table_none(context.language).to_owned())),
        [only] => return Some(nothing(words::one_period(context.language, &only.0.label))),
        _ => periods.sort_by(|(one, _), (other, _)| one.span.from.total_cmp(&other.span.from)),
    }
    let order: Vec<usize> = periods.iter().map(|(_, place)| *place).collect();
    let periods: Vec<Period> = periods.into_iter().map(|(period, _)| period).collect();
    let groups = groups.into_iter().filter(|group| group.rows.iter().any(is_told));
    let found: Vec<Series> = groups.map(|group| group.ordered(&order)).collect();
    let is_dated = is_dated(context, dimension);
    let joining = joining::Joining::of(context, dimension, &periods, &order, is_dated);
    let lines: Vec<Line> = found.iter().map(|group| line(context, measure, group, &periods, &joining)).collect();
    let lines_of = by.or_else(|| context.area()).and_then(|it| context.dimension(it)).map(|it| it.id.clone());
    let by_label = by.and_then(|by| context.dimension(by)).map(|it| it.label.get(context.language));
    let title = title(context, dimension, by, by_label);
    Some(TimePanel {
        headline: headline(context, dimension, &order, &joining, by.filter(|_| lines.len() > 1)).unwrap_or_default(),
        axis_title: measure.unit.get(context.language).to_owned(),
        ticks: ticks(&lines, measure, context),
        breaks: joining.breaks(),
        events: if is_dated { events(context, &periods) } else { Vec::new() },
        notes: said(context, dimension, &joining, &lines),
        summary: words::summary(context.language, &title, periods.len(), lines.len()),
        table: Some(table::table(context, measure, dimension, &periods, &found, title.clone())),
        why_not: String::new(),
        title,
        periods,
        lines,
        lines_of,
    })
}

fn nothing(why_not: String) -> TimePanel {
    TimePanel { why_not, ..TimePanel::default() }
}

fn is_dated(context: Context, dimension: usize) -> bool {
    context.dimension(dimension).is_some_and(|it| it.categories.iter().all(|it| Span::of(&it.code).is_some()))
}

/// The periods, each with its position in the dimension.
fn periods(context: Context, dimension: usize) -> Option<Vec<(Period, usize)>> {
    let is_dated = is_dated(context, dimension);
    let picked = context.picked(dimension);
    let period = |(place, it): (usize, &crate::model::dimension::Category)| {
        let in_order = Span { from: place as f64, until: place as f64 + 1.0 };
        let period = Period {
            code: it.code.clone(),
            label: it.label.get(context.language).to_owned(),
            span: Span::of(&it.code).filter(|_| is_dated).unwrap_or(in_order),
            is_picked: place == picked,
        };
        (period, place)
    };
    Some(context.dimension(dimension)?.categories.iter().enumerate().map(period).collect())
}

fn line(context: Context, measure: &Measure, group: &Series, periods: &[Period], joining: &joining::Joining) -> Line {
    let point = |(row, period): (&Row, &Period)| {
        let texts = answer_words(measure, &row.answer, context.language);
        let asides = [
            (!texts.n.is_empty()).then(|| explore::n_is(&texts.n)),
            (!texts.interval.is_empty()).then(|| explore::interval_is(context.language, &texts.interval)),
            (!texts.flags.is_empty()).then(|| texts.flags.clone()),
        ];
        let asides: Vec<String> = asides.into_iter().flatten().collect();
        let said = std::iter::once(&texts.spoken).chain(&asides).cloned().collect::<Vec<_>>().join(", ");
        let range = row.answer.interval.or(row.answer.bounds);
        Point {
            value: row.answer.figure.value(),
            range: range.map(|range| (range.low, range.high)),
            spoken: words::spoken(&group.name, &period.label, &said),
            lines: std::iter::once(texts.value).chain(asides).collect(),
        }
    };
    let points: Vec<Point> = group.rows.iter().zip(periods).map(point).collect();
    let joins = joining.joins(&points);
    Line { code: group.code.clone(), name: group.name.clone(), points, joins }
}

fn title(context: Context, period: usize, by: Option<usize>, by_label: Option<&str>) -> String {
    let rest = context.rest(&[context.area(), Some(period), by]);
    let place = context.area().map(|_| context.place().to_owned());
    let rest: Vec<String> = place.into_iter().chain((!rest.is_empty()).then_some(rest)).collect();
    words::title(context.language, context.measure_label(), by_label, &rest.join(", "))
}

/// The picked cell from the first to the last period of the last stretch that is joined; named where it is one of several lines.
fn headline(
    context: Context,
    dimension: usize,
    order: &[usize],
    joining: &joining::Joining,
    by: Option<usize>,
) -> Option<String> {
    let own = series(context.cleared, context.question.measure, &context.question.at).ok()?;
    let known: Vec<bool> =
        order.iter().map(|place| own.points.get(*place).is_some_and(|it| it.answer.figure.value().is_some())).collect();
    let (first, last) = joining.last_stretch(&known)?;
    let said = in_the_cell(context, Groups { dimension, first: *order.get(first)?, second: *order.get(last)? })?;
    let name = by.map(|by| context.category_label(by, context.picked(by)));
    Some(name.map_or(said.clone(), |name| format!("{name}. {said}")))
}

fn ticks(lines: &[Line], measure: &Measure, context: Context) -> Vec<Tick> {
    let points = lines.iter().flat_map(|line| &line.points);
    let highest = points.flat_map(|it| [it.value, it.range.map(|range| range.1)]).flatten().fold(0.0, f64::max);
    ticks_up_to(highest, measure, context.language)
}

/// The events between the first period and the last, in the order of time.
fn events(context: Context, periods: &[Period]) -> Vec<Event> {
    let first = periods.iter().map(|it| it.span.from).fold(f64::INFINITY, f64::min);
    let last = periods.iter().map(|it| it.span.until).fold(f64::NEG_INFINITY, f64::max);
    let mut found: Vec<(Span, bool, String)> = (context.cube().dataset.events.iter())
        .filter_map(|event| {
            let from = Span::of(&event.from)?;
            let until = event.until.as_deref().and_then(Span::of);
            let span = Span { from: from.from, until: until.unwrap_or(from).until };
            Some((span, until.is_some(), policy::told(event, context.language)))
        })
        .filter(|(span, ..)| span.until > first && span.from < last)
        .collect();
    found.sort_by(|(one, ..), (other, ..)| one.from.total_cmp(&other.from));
    let event = |(place, (span, is_band, text)): (usize, (Span, bool, String))| {
        let span = Span { from: span.from.max(first), until: span.until.min(last) };
        Event { span, is_band, number: (place + 1).to_string(), text }
    };
    found.into_iter().enumerate().map(event).collect()
}

/// What to mind: what the publisher says of comparing periods, breaks, what the picture's signs mean.
fn said(context: Context, dimension: usize, joining: &joining::Joining, lines: &[Line]) -> Vec<String> {
    let language = context.language;
    let with_reason = |what: &str, reason: &str| format!("{what} {reason}");
    let over_time = match &context.cube().dataset.comparable.over_time {
        Comparability::Yes => None,
        Comparability::WithCare(reason) => Some(with_reason(notes::with_care(language), reason.get(language))),
        Comparability::No(reason) => Some(with_reason(notes::not_comparable(language), reason.get(language))),
        Comparability::Unknown => Some(notes::unknown_comparability(language).to_owned()),
    };
    let breaks = context.cube().dimensions.iter().flat_map(|it| &it.breaks);
    let breaks = breaks.filter(|it| joining.is_broken_at(&it.period));
    let breaks = breaks.map(|it| words::broken(language, &it.period, it.reason.get(language)));
    let has = |wanted: Join| lines.iter().any(|line| line.joins.contains(&wanted));
    let is_absent = lines.iter().flat_map(|line| &line.points).any(|point| point.value.is_none());
    let is_too_many = n_groups(context, dimension).is_some_and(|n| n > MOST_LINES);
    let signs = [
        (is_too_many, words::too_many(language)),
        (has(Join::Across), words::dashed(language)),
        (joining.is_unequal(), words::unequal(language)),
        (is_absent, words::hollow(language)),
    ];
    let signs = signs.into_iter().filter(|(is_there, _)| *is_there).map(|(_, text)| text.to_owned());
    over_time.into_iter().chain(breaks).chain(signs).collect()
}
