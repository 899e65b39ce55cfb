//! Two groups set against each other, as texts and positions: headline, axis, rows, table twin, the fair comparison.

mod fair;
mod groups;
pub(super) mod row;

use super::{
    bars::{Tick, ticks_up_to},
    context::Context,
    table::{Datum, Holds, TableColumn, TablePanel, TableRow, capitalised},
};
use crate::{
    model::{
        area::Level,
        dimension::DimensionKind,
        measure::{Measure, MeasureKind},
        text::Language,
    },
    query::{
        difference::{self as query, Difference},
        pairing::Groups,
    },
    verdict::{Kind, guard::Guard},
    words::{difference as words, explore, verdict as verdicts},
};
pub use fair::{FairPanel, FairRow};
pub use groups::{GroupsPanel, Offered, groups};
pub use row::{Mark, Row};

/// Names up to this length stand in the headers.
const LONGEST_NAME: usize = 14;

/// Two groups set against each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DifferencePanel {
    /// What is compared.
    pub title: String,
    /// The picked row in a sentence or two: both figures, their difference, what to think of it.
    pub headline: String,
    /// What to mind, a sentence each.
    pub caution: Vec<String>,
    /// What the first and the second group are called.
    pub names: [String; 2],
    /// What the axis measures.
    pub axis_title: String,
    /// Where the axis is marked: from 0, equally far apart, the last one its end.
    pub ticks: Vec<Tick>,
    /// What stands over the difference, the ratio and the verdict of the rows.
    pub headers: [String; 3],
    /// The rows, the whole first.
    pub rows: Vec<Row>,
    /// The picture in words, for those who do not see it.
    pub summary: String,
    /// Two sentences on how to read it.
    pub reading: Vec<String>,
    /// The same as a table.
    pub table: Option<TablePanel>,
    /// The comparison of like with like, where the groups differ in kind.
    pub fair: Option<FairPanel>,
    /// The id of the dimension that a row is picked in; none where there is nothing to pick.
    pub across: Option<String>,
}

/// The two groups of the question set against each other; none where the file has no two.
pub fn difference(context: Context) -> Option<DifferencePanel> {
    let language = context.language;
    let measure = context.measure()?;
    let it = query::difference(context.cleared, context.question)?;
    let names = [it.groups.first, it.groups.second].map(|group| name(context, it.groups.dimension, group));
    let both = [names[0].as_str(), names[1].as_str()];
    let rows: Vec<Row> = it.rows.iter().map(|row| row::row(context, measure, &it, row, both)).collect();
    let title = title(context, &it, both);
    let picked = rows.iter().position(|row| row.is_picked).unwrap_or(0);
    let headline = it.rows.get(picked).map(|row| {
        let told = if picked > 0 { row::Told::SizeInRow } else { row::Told::Size };
        row::headline(context, measure, &it, row, both, told)
    });
    let headline = headline.unwrap_or_default();
    let n_apart = rows.iter().filter(|row| matches!(row.kind, Some(Kind::Higher | Kind::Lower))).count();
    // Long names would make a tower of a header: then it says which comes first.
    let is_short = both.iter().all(|name| name.chars().count() <= LONGEST_NAME);
    let in_header = if is_short { both } else { words::in_order(language) };
    let headers = [
        words::difference_header(language, measure.kind, in_header),
        words::ratio_header(language, in_header),
        words::verdict(language).to_owned(),
    ];
    Some(DifferencePanel {
        summary: words::summary(language, &title, &headline, rows.len(), n_apart),
        caution: caution(context, &it),
        axis_title: measure.unit.get(language).to_owned(),
        ticks: ticks(&rows, measure, language),
        reading: vec![words::read_marks(language, both), words::read_intervals(language).to_owned()],
        table: Some(table(context, &it, &rows, &headers, &names, title.clone())),
        fair: it.fair.as_ref().map(|fair| fair::fair(context, measure, fair, &names)),
        across: it.across.and_then(|across| Some(context.dimension(across)?.id.clone())),
        title,
        headline,
        names,
        headers,
        rows,
    })
}

/// The two groups in the picked cell, in a sentence: both figures, how much they differ, and whether that is more than chance gives.
pub fn in_the_cell(context: Context, groups: Groups) -> Option<String> {
    let measure = context.measure()?;
    let it = query::in_the_cell(context.cleared, context.question, groups);
    let names = [groups.first, groups.second].map(|group| name(context, groups.dimension, group));
    let row = it.rows.first()?;
    Some(row::headline(context, measure, &it, row, [&names[0], &names[1]], row::Told::Change))
}

/// What a group is called within a sentence: places and years keep their letters.
fn name(context: Context, dimension: usize, category: usize) -> String {
    let label = context.category_label(dimension, category);
    match context.dimension(dimension).map(|it| &it.kind) {
        Some(DimensionKind::Area | DimensionKind::Period) => label.to_owned(),
        _ => explore::lower_first(label),
    }
}

fn title(context: Context, it: &Difference, names: [&str; 2]) -> String {
    let across = it.across.map(|across| match it.level {
        Some(level) => explore::level_name(context.language, level).to_owned(),
        None => explore::lower_first(context.dimension(across).map_or("", |it| it.label.get(context.language))),
    });
    let has_place = context.area().is_some_and(|area| Some(area) != it.across && area != it.groups.dimension);
    let place = has_place.then(|| explore::within_a_sentence(context.language, context.place()));
    let rest = context.rest(&[context.area(), it.across, Some(it.groups.dimension)]);
    let rest: Vec<String> = place.into_iter().chain((!rest.is_empty()).then_some(rest)).collect();
    words::title(context.language, names, context.measure_label(), across.as_deref(), &rest.join(", "))
}

/// What the publisher says of such comparisons, and that many rows are judged together.
fn caution(context: Context, it: &Difference) -> Vec<String> {
    let language = context.language;
    let mut said = Vec::new();
    if let Some(reason) = it.not_cleared.as_ref().map(|why| groups::not_cleared(context, it.groups.dimension, why)) {
        said.push(reason);
    }
    if context.measure().is_some_and(|measure| measure.kind == MeasureKind::Count) {
        said.push(words::counts_not_judged(language).to_owned());
        return said;
    }
    let closed = it.rows.iter().find_map(|row| match &row.guard {
        Guard::Closed(why) => Some(verdicts::why_not(language, why, |place| dimension_name(context, place))),
        _ => None,
    });
    let care = it.rows.iter().find_map(|row| match &row.guard {
        Guard::WithCare(reason) => Some(reason.get(language).to_owned()),
        _ => None,
    });
    said.extend(closed);
    said.extend(care);
    if it.n_judged > 1 {
        said.push(words::judged_together(language, it.n_judged));
    }
    said
}

/// A dimension's name within a sentence.
fn dimension_name(context: Context, place: usize) -> String {
    explore::lower_first(context.dimension(place).map_or("", |it| it.label.get(context.language)))
}

/// The marks of an axis that holds all dots and intervals; a share that is mostly more than half is seen as a part of all.
fn ticks(rows: &[Row], measure: &Measure, language: Language) -> Vec<Tick> {
    let marks = || rows.iter().flat_map(|row| &row.marks);
    let drawn = marks().flat_map(|mark| [mark.value, mark.range.map(|range| range.high)]).flatten();
    ticks_up_to(drawn.fold(0.0, f64::max), measure, language)
}

fn table(
    context: Context,
    it: &Difference,
    rows: &[Row],
    headers: &[String; 3],
    names: &[String; 2],
    caption: String,
) -> TablePanel {
    let language = context.language;
    let across = it.across.and_then(|across| context.dimension(across));
    let unit = if context.measure().is_some_and(|measure| measure.kind == MeasureKind::Share) { "%" } else { "" };
    let of_measure = |(id, label, holds)| TableColumn { unit, ..TableColumn::new(id, label, holds) };
    let [difference, ratio, verdict] = headers.clone();
    let first = match it.level {
        Some(level) => capitalised(explore::level_name(language, level)),
        None => across.map_or_else(String::new, |it| it.label.get(language).to_owned()),
    };
    let of_group =
        names.iter().zip([["value", "interval"], ["value_2", "interval_2"]]).flat_map(|(name, [value, range])| {
            [(value, capitalised(name), Holds::Figures), (range, explore::interval(language).to_owned(), Holds::Ranges)]
        });
    let worked_out = [
        ("difference", difference, Holds::Estimates),
        ("ratio", ratio, Holds::Estimates),
        ("verdict", verdict, Holds::Verdicts),
    ];
    let columns = std::iter::once(TableColumn::new("label", first, Holds::Words))
        .chain(of_group.map(of_measure))
        .chain(worked_out.map(|(id, label, holds)| TableColumn::new(id, label, holds)))
        .collect();
    let row = |row: &Row| {
        let marks = row.marks.iter().flat_map(|mark| [mark.text.clone(), mark.range_text.clone()]);
        let pair = |value: &str, range: &str| match range {
            "" => value.to_owned(),
            range => format!("{value} ({range})"),
        };
        let judged =
            [pair(&row.difference, &row.difference_range), pair(&row.ratio, &row.ratio_range), row.verdict.clone()];
        let cells = std::iter::once(row.label.clone()).chain(marks).chain(judged).collect();
        let data = std::iter::once(Datum::Words).chain(row.data.iter().cloned()).collect();
        TableRow { code: row.key.clone(), cells, data, looks: Vec::new(), is_picked: row.is_picked }
    };
    TablePanel {
        caption,
        dimension: across.map(|it| it.id.clone()).unwrap_or_default(),
        columns,
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}

/// Whether a row of areas is the nation.
fn is_nation(context: Context, it: &Difference, category: usize) -> bool {
    let area = it.across.and_then(|across| context.dimension(across)?.categories.get(category));
    area.is_some_and(|area| area.level == Some(Level::Nation))
}
