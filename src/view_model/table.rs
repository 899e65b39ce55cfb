//! The same answers as rows: the twin of the map and of the chart.

mod datum;
mod grid;
mod notes;
mod order;
mod sorted_by;

use super::{
    context::Context,
    figure::answer_words,
    verdict::{caution, in_short, yardstick},
};
use crate::{
    model::{
        area::Level,
        measure::{Measure, MeasureKind, Ratio},
    },
    query::{judged::Judged, ranked::ranked},
    stats::{interval::Interval, rank_interval::RankInterval},
    verdict::{Kind, guard::Guard},
    words::{explore as words, number, verdict as verdict_texts},
};

pub use datum::{AnswerData, Datum, Holds, answer_data};
pub use grid::{Key, moved_cell};
pub use notes::{Noted, noted};
pub use order::{Sort, order, swedish_order};
pub use sorted_by::SortedBy;

/// A table: the first column names the row.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePanel {
    /// What the table shows.
    pub caption: String,
    /// The dimension that the rows are categories of, by id.
    pub dimension: String,
    /// Headers, the first for the row's name.
    pub columns: Vec<TableColumn>,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// A sentence under the table; may be empty.
    pub note: String,
}

/// A header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name for a program; another column may have the same.
    pub id: String,
    /// Its text.
    pub label: String,
    /// What its cells hold.
    pub holds: Holds,
    /// What its numbers are of, where their words say it with a sign and a file does not: "%"; else empty.
    pub unit: &'static str,
}

impl TableColumn {
    /// A column.
    pub fn new(id: impl Into<String>, label: impl Into<String>, holds: Holds) -> Self {
        Self { id: id.into(), label: label.into(), holds, unit: "" }
    }

    /// A column of this measure's figures or of their intervals.
    pub fn of(measure: &Measure, id: impl Into<String>, label: impl Into<String>, holds: Holds) -> Self {
        Self { unit: if measure.kind == MeasureKind::Share { "%" } else { "" }, ..Self::new(id, label, holds) }
    }

    /// Numbers stand to the right.
    pub fn is_number(&self) -> bool {
        !matches!(self.holds, Holds::Words | Holds::Verdicts)
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The category's code.
    pub code: String,
    /// Its name and its cells; an empty text is a cell with nothing to say.
    pub cells: Vec<String>,
    /// What stands behind each cell, in the same order.
    pub data: Vec<Datum>,
    /// How each cell is drawn, in the same order; none where all are drawn plainly.
    pub looks: Vec<Look>,
    /// Whether it is picked.
    pub is_picked: bool,
}

/// How a cell is drawn besides its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// How large the figure is among those it may be set against, in five equal steps; 0: no shade.
    pub shade: u8,
    /// Whether it is hidden, and so striped.
    pub is_hidden: bool,
    /// What stands below the words in small letters; may be empty.
    pub below: String,
}

/// The twin of the map: every area at its level.
pub fn areas(context: Context) -> Option<TablePanel> {
    sorted_areas(context, false)
}

/// The same with the places of a ranking that each area may hold.
pub fn ranked_areas(context: Context) -> Option<TablePanel> {
    sorted_areas(context, true)
}

fn sorted_areas(context: Context, has_ranks: bool) -> Option<TablePanel> {
    let area = context.area()?;
    let level = context.question.level?;
    let caption = words::mapped(context.language, context.measure_label(), level, &context.rest(&[Some(area)]));
    let name = capitalised(words::level_name(context.language, level));
    let judged = context.asked.areas.as_ref()?;
    let mut table = table(context, name, caption, judged)?;
    if has_ranks {
        add_ranks(context, &mut table, &ranked(context.cleared, context.question, judged));
    }
    if level == Level::Municipality || level == Level::County {
        table.rows.sort_by_cached_key(|row| swedish_order(row.cells.first().map_or("", String::as_str)));
    }
    Some(table)
}

/// Why no row has a verdict, where the rows may not be compared.
fn why_not(context: Context, judged: &Judged) -> String {
    let is_closed = judged.judgement.as_ref().is_some_and(|it| matches!(it.guard, Guard::Closed(_)));
    if is_closed { caution(context, judged, None).join(" ") } else { String::new() }
}

/// Before the verdict: "1–40", or nothing where no row has a rank.
fn add_ranks(context: Context, table: &mut TablePanel, ranks: &[Option<RankInterval>]) {
    if ranks.iter().all(Option::is_none) {
        return;
    }
    let place = table.columns.iter().skip(1).take_while(|column| column.is_number()).count() + 1;
    let label = verdict_texts::rank_interval(context.language).to_owned();
    table.columns.insert(place.min(table.columns.len()), TableColumn::new("rank", label, Holds::Ranges));
    for (row, rank) in table.rows.iter_mut().zip(ranks) {
        let text = rank.map(|rank| number::range(rank.first as f64, rank.last as f64, 0, context.language));
        row.cells.insert(place.min(row.cells.len()), text.unwrap_or_default());
        let places = rank.map(|rank| Interval { low: rank.first as f64, high: rank.last as f64 });
        row.data.insert(place.min(row.data.len()), Datum::range(places, 0));
    }
    table.note.push_str(verdict_texts::rank_note(context.language));
}

/// The twin of the chart: every category of the dimension that it is broken down by.
pub fn broken_down(context: Context) -> Option<TablePanel> {
    let dimension = context.dimension(context.question.by)?.label.get(context.language).to_owned();
    table(context, dimension, chart_title(context), &context.asked.parts)
}

/// Areas of any level beside one another.
pub fn side_by_side(context: Context, caption: String, judged: &Judged) -> Option<TablePanel> {
    let dimension = context.dimension(judged.dimension)?.label.get(context.language).to_owned();
    table(context, dimension, caption, judged)
}

/// What the chart and its table show.
pub fn chart_title(context: Context) -> String {
    let by = context.question.by;
    let dimension = context.dimension(by).map_or("", |it| it.label.get(context.language));
    let place = if context.area() == Some(by) { None } else { Some(context.place()) };
    let rest = context.rest(&[context.area(), Some(by)]);
    let where_and_what: Vec<&str> = place.into_iter().chain((!rest.is_empty()).then_some(rest.as_str())).collect();
    words::broken_down(context.language, context.measure_label(), dimension, &where_and_what.join(", "))
}

fn table(context: Context, name: String, caption: String, judged: &Judged) -> Option<TablePanel> {
    let language = context.language;
    let Judged { dimension, rows, judgement, .. } = judged;
    let dimension = *dimension;
    let measure = context.measure()?;
    let it = context.dimension(dimension)?;
    let picked = context.picked(dimension);
    let texts: Vec<_> = rows.iter().map(|row| answer_words(measure, &row.answer, language)).collect();
    let has_counts = rows.iter().any(|row| row.answer.counts.is_some());
    let has_interval = texts.iter().any(|texts| !texts.interval.is_empty());
    let verdicts = judgement.as_ref().map(|judgement| judgement.family.verdicts.as_slice()).unwrap_or_default();
    // Where nothing can be judged, the card says why, once.
    let has_verdict = verdicts.iter().any(|verdict| verdict.kind() < Kind::NotComparable);
    let has_flags = texts.iter().any(|texts| !texts.flags.is_empty());
    let mut columns = vec![TableColumn::new("label", name, Holds::Words)];
    // What is asked for stands next to the name: on a phone the columns behind it lie outside the screen.
    columns.push(TableColumn::of(measure, "value", value_header(measure, language), Holds::Figures));
    if has_interval {
        columns.push(TableColumn::of(measure, "interval", words::interval(language), Holds::Ranges));
    }
    if has_counts {
        let below = capitalised(unit_of(context, measure, |ratio| ratio.denominator));
        columns.push(TableColumn::new("n", below, Holds::Figures));
        columns.push(TableColumn::new("numerator", words::found(language), Holds::Figures));
    }
    if let Some(judgement) = judgement.as_ref().filter(|_| has_verdict) {
        let label = verdict_texts::compared_with(language, &yardstick(context, judged, judgement));
        columns.push(TableColumn::new("verdict", label, Holds::Verdicts));
    }
    if has_flags {
        columns.push(TableColumn::new("remark", words::state(language), Holds::Words));
    }
    let mut verdicts = verdicts.iter();
    let rows = rows.iter().zip(texts).filter_map(|(row, texts)| {
        let verdict = verdicts.next();
        let category = it.categories.get(row.category)?;
        let behind = answer_data(measure, &row.answer);
        let mut cells = vec![category.label.get(language).to_owned(), texts.value];
        let mut data = vec![Datum::Words, behind.value];
        if has_interval {
            cells.push(texts.interval);
            data.push(behind.interval);
        }
        if has_counts {
            cells.extend([texts.n, texts.numerator]);
            data.extend([behind.n, behind.numerator]);
        }
        if has_verdict {
            cells.push(verdict.map(|verdict| in_short(context, verdict)).unwrap_or_default());
            data.push(verdict.map_or(Datum::Nothing, |verdict| Datum::Verdict(verdict.kind())));
        }
        if has_flags {
            cells.push(texts.flags);
            data.push(Datum::Words);
        }
        Some(TableRow {
            code: category.code.clone(),
            cells,
            data,
            looks: Vec::new(),
            is_picked: row.category == picked,
        })
    });
    Some(TablePanel {
        caption,
        dimension: it.id.clone(),
        columns,
        rows: rows.collect(),
        note: why_not(context, judged),
    })
}

/// The unit of one of the two counts behind a share.
fn unit_of<'a>(context: Context<'a>, measure: &Measure, part: fn(&Ratio) -> usize) -> &'a str {
    let of = measure.ratio.as_ref().and_then(|ratio| context.cube().measures.get(part(ratio)));
    of.map_or("", |of| of.unit.get(context.language))
}

/// The unit where it is short, else the kind.
fn value_header(measure: &Measure, language: crate::model::text::Language) -> String {
    match measure.kind {
        MeasureKind::Share => words::share(language).to_owned(),
        MeasureKind::Count => words::number(language).to_owned(),
        _ => capitalised(measure.unit.get(language)),
    }
}

/// The text with a capital first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
