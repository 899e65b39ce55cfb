//! The same answers as rows: the twin of the map and of the chart.

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
    stats::rank_interval::RankInterval,
    verdict::{Kind, guard::Guard},
    words::{explore as words, number, verdict as verdict_texts},
};

/// A table: the first column names the row.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Its text.
    pub label: String,
    /// Numbers stand to the right.
    pub is_number: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TableRow {
    /// The category's code.
    pub code: String,
    /// Its name and its cells; an empty text is a cell with nothing to say.
    pub cells: Vec<String>,
    /// Whether it is picked.
    pub is_picked: bool,
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
    let place = table.columns.iter().skip(1).take_while(|column| column.is_number).count() + 1;
    let label = verdict_texts::rank_interval(context.language).to_owned();
    table.columns.insert(place.min(table.columns.len()), TableColumn { label, is_number: true });
    for (row, rank) in table.rows.iter_mut().zip(ranks) {
        let text = rank.map(|rank| number::range(rank.first as f64, rank.last as f64, 0, context.language));
        row.cells.insert(place.min(row.cells.len()), text.unwrap_or_default());
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
    let number = |label: &str| TableColumn { label: label.to_owned(), is_number: true };
    let mut columns = vec![TableColumn { label: name, is_number: false }];
    // What is asked for stands next to the name: on a phone the columns behind it lie outside the screen.
    columns.push(number(&value_header(measure, language)));
    if has_interval {
        columns.push(number(words::interval(language)));
    }
    if has_counts {
        columns.push(number(&capitalised(unit_of(context, measure, |ratio| ratio.denominator))));
        columns.push(number(words::found(language)));
    }
    if let Some(judgement) = judgement.as_ref().filter(|_| has_verdict) {
        let label = verdict_texts::compared_with(language, &yardstick(context, judged, judgement));
        columns.push(TableColumn { label, is_number: false });
    }
    if has_flags {
        columns.push(TableColumn { label: words::state(language).to_owned(), is_number: false });
    }
    let mut verdicts = verdicts.iter();
    let rows = rows.iter().zip(texts).filter_map(|(row, texts)| {
        let verdict = verdicts.next();
        let category = it.categories.get(row.category)?;
        let mut cells = vec![category.label.get(language).to_owned(), texts.value];
        if has_interval {
            cells.push(texts.interval);
        }
        if has_counts {
            cells.extend([texts.n, texts.numerator]);
        }
        if has_verdict {
            cells.push(verdict.map(|verdict| in_short(context, verdict)).unwrap_or_default());
        }
        if has_flags {
            cells.push(texts.flags);
        }
        Some(TableRow { code: category.code.clone(), cells, is_picked: row.category == picked })
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

/// A key that sorts å, ä, ö last, as Swedish does.
pub fn swedish_order(name: &str) -> Vec<u32> {
    name.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'å' => 0x1_0000,
            'ä' => 0x1_0001,
            'ö' => 0x1_0002,
            'é' => u32::from('e'),
            other => u32::from(other),
        })
        .collect()
}
