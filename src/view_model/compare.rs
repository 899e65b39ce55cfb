//! Up to six places or groups side by side, as texts and positions on one axis, with their table.

use super::{
    bars::{Tick, ticks_up_to},
    context::Context,
    controls::{Choosable, Select},
    difference::row,
    figure::answer_words,
    table::{Datum, Holds, TableColumn, TablePanel, TableRow, answer_data},
};
use crate::{
    model::{
        measure::{Measure, MeasureKind},
        text::Language,
    },
    query::{
        answer::Answer,
        compared::{Compared, MOST, compared},
        difference::DifferenceRow,
    },
    stats::interval::Interval,
    verdict::{Kind, NotComparable, Verdict, guard::Guard},
    words::{compare as words, difference as differences, explore, verdict as verdicts},
};

/// Places or groups side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComparePanel {
    /// What is compared.
    pub caption: String,
    /// What the axis measures.
    pub axis_title: String,
    /// The marks of the axis, from 0.
    pub ticks: Vec<Tick>,
    /// What stands over the figure, the difference and the verdict.
    pub headers: [String; 3],
    /// The rows, what the others are set against first.
    pub rows: Vec<CompareRow>,
    /// What to mind, a sentence each.
    pub caution: Vec<String>,
    /// The picture in words.
    pub summary: String,
    /// The same as a table.
    pub table: Option<TablePanel>,
}

/// One of those compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompareRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: String,
    /// Where it is on the axis; none draws nothing.
    pub value: Option<f64>,
    /// Its 95 % interval; of a hidden figure the bounds that may be told.
    pub range: Option<Interval>,
    /// The figure as text, or why there is none.
    pub text: String,
    /// Its interval as text; may be empty.
    pub range_text: String,
    /// n; may be empty.
    pub n_text: String,
    /// The difference from the first: "+2,2"; may be empty.
    pub difference: String,
    /// Its interval; may be empty.
    pub difference_range: String,
    /// Which verdict it is, for a colour.
    pub kind: Option<Kind>,
    /// The verdict in a word or two; empty for the first.
    pub verdict: String,
    /// What stands behind figure, interval, n, difference, its interval and verdict.
    pub data: [Datum; 6],
}

/// These categories of a dimension side by side.
pub fn compare(context: Context, dimension: usize, categories: &[usize]) -> Option<ComparePanel> {
    let language = context.language;
    let measure = context.measure()?;
    let it = compared(context.cleared, context.question, dimension, categories)?;
    let (reference, own) = &it.reference;
    let first = shown(context, measure, dimension, *reference, own, None);
    let others = it
        .rows
        .iter()
        .filter_map(|row| Some(shown(context, measure, dimension, row.category?, &row.second, Some(row))));
    let rows: Vec<CompareRow> = std::iter::once(first).chain(others).collect();
    let names: Vec<String> = rows.iter().map(|row| row.label.clone()).collect();
    let place = context.area().filter(|area| *area != dimension).map(|_| context.place().to_owned());
    let rest = context.rest(&[context.area(), Some(dimension)]);
    let rest: Vec<String> = place.into_iter().chain((!rest.is_empty()).then_some(rest)).collect();
    let caption = words::caption(context.measure_label(), &rest.join(", "), &names);
    let name = context.category_label(dimension, *reference);
    let headers = [
        words::figure(language).to_owned(),
        words::difference_from(language, measure.kind, name),
        words::against(language, name),
    ];
    Some(ComparePanel {
        axis_title: measure.unit.get(language).to_owned(),
        ticks: ticks(&rows, measure, language),
        caution: caution(context, &it),
        summary: words::summary(language, &caption, rows.len()),
        table: Some(table(context, measure, dimension, &rows, &headers, caption.clone())),
        caption,
        headers,
        rows,
    })
}

fn shown(
    context: Context,
    measure: &Measure,
    dimension: usize,
    category: usize,
    answer: &Answer,
    row: Option<&DifferenceRow>,
) -> CompareRow {
    let language = context.language;
    let texts = answer_words(measure, answer, language);
    let decimals = row.map(|row| row::decimals_of(measure, row)).unwrap_or_default();
    let difference = row.and_then(|row| row.difference.as_ref());
    let verdict = row.map(|row| &row.verdict);
    let behind = answer_data(measure, answer);
    let behind_difference = Datum::estimate(difference.copied(), decimals);
    let behind_verdict = verdict.map_or(Datum::Nothing, |verdict| Datum::Verdict(verdict.kind()));
    let code = context.dimension(dimension).and_then(|it| it.categories.get(category)).map(|it| it.code.clone());
    CompareRow {
        code: code.unwrap_or_default(),
        label: context.category_label(dimension, category).to_owned(),
        value: answer.figure.value(),
        range: answer.interval.or(answer.bounds),
        text: texts.value,
        range_text: texts.interval,
        n_text: texts.n,
        difference: difference.map(|it| differences::signed(language, it.value, decimals)).unwrap_or_default(),
        difference_range: difference.map(|it| differences::range(language, it.interval, decimals)).unwrap_or_default(),
        kind: verdict.map(Verdict::kind),
        verdict: verdict.map(|verdict| in_a_word(measure, verdict, language)).unwrap_or_default(),
        data: [
            behind.value,
            behind.interval,
            behind.n,
            behind_difference,
            Datum::range(difference.map(|it| it.interval), decimals),
            behind_verdict,
        ],
    }
}

fn in_a_word(measure: &Measure, verdict: &Verdict, language: Language) -> String {
    match verdict {
        Verdict::NoFigure(_) | Verdict::NotComparable(NotComparable::IsAll) => "–".to_owned(),
        verdict => verdicts::with_tone(language, verdict.kind(), verdict.tone(measure.polarity)),
    }
}

/// What the publisher says of such comparisons, what was taken out of what, and that the rows are judged together.
fn caution(context: Context, it: &Compared) -> Vec<String> {
    let language = context.language;
    let mut said = Vec::new();
    if let Some(why) = &it.not_cleared {
        let others = why.asked.iter().filter(|place| **place != it.dimension);
        let others: Vec<String> = others.map(|place| dimension_name(context, *place)).collect();
        said.push(explore::not_cleared_with(language, &others.join(", ")));
    }
    if context.measure().is_some_and(|measure| measure.kind == MeasureKind::Count) {
        said.push(differences::counts_not_judged(language).to_owned());
        return said;
    }
    // Each reason once, however many rows it is about.
    for row in &it.rows {
        let sentence = match (&row.guard, &row.verdict) {
            (Guard::Closed(why), _) => verdicts::why_not(language, why, |place| dimension_name(context, place)),
            (_, Verdict::TooFew(too_few)) => {
                let name = row.category.map(|category| context.category_label(it.dimension, category));
                format!("{}: {}", name.unwrap_or_default(), verdicts::are_too_few(language, too_few))
            }
            (Guard::WithCare(reason), _) => reason.get(language).to_owned(),
            (Guard::Open, _) => continue,
        };
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    if it.is_nested && it.rows.iter().any(|row| row.difference.is_some()) {
        said.push(words::nested(language).to_owned());
    }
    if it.n_judged > 1 {
        said.push(differences::judged_together(language, it.n_judged));
    }
    said
}

fn dimension_name(context: Context, place: usize) -> String {
    explore::lower_first(context.dimension(place).map_or("", |it| it.label.get(context.language)))
}

/// The marks of an axis that holds all dots and intervals; a share that is mostly more than half is seen as a part of all.
fn ticks(rows: &[CompareRow], measure: &Measure, language: Language) -> Vec<Tick> {
    let drawn = rows.iter().flat_map(|row| [row.value, row.range.map(|range| range.high)]).flatten();
    ticks_up_to(drawn.fold(0.0, f64::max), measure, language)
}

fn table(
    context: Context,
    measure: &Measure,
    dimension: usize,
    rows: &[CompareRow],
    headers: &[String; 3],
    caption: String,
) -> TablePanel {
    let language = context.language;
    let it = context.dimension(dimension);
    let [figure, difference, verdict] = headers.clone();
    let has_interval = rows.iter().any(|row| !row.range_text.is_empty());
    let has_n = measure.ratio.is_some();
    let has_difference = rows.iter().any(|row| !row.difference.is_empty());
    let has_verdict = rows.iter().any(|row| row.kind.is_some_and(|kind| kind < Kind::NotComparable));
    let is_there = [true, has_interval, has_n, has_difference, has_difference, has_verdict];
    let interval = || explore::interval(language).to_owned();
    let of_measure = |id, label, holds| TableColumn::of(measure, id, label, holds);
    let columns = [
        of_measure("value", figure, Holds::Figures),
        of_measure("interval", interval(), Holds::Ranges),
        TableColumn::new("n", "n", Holds::Figures),
        TableColumn::new("difference", difference, Holds::Estimates),
        TableColumn::new("difference_interval", interval(), Holds::Ranges),
        TableColumn::new("verdict", verdict, Holds::Verdicts),
    ];
    let name = TableColumn::new("label", it.map_or("", |it| it.label.get(language)), Holds::Words);
    let row = |row: &CompareRow| {
        let CompareRow { text, range_text, n_text, difference, difference_range, verdict, data, .. } = row.clone();
        let cells = [text, range_text, n_text, difference, difference_range, verdict];
        let behind: Vec<(String, Datum)> = kept(is_there, cells.into_iter().zip(data)).collect();
        let (cells, data): (Vec<String>, Vec<Datum>) = behind.into_iter().unzip();
        TableRow {
            code: row.code.clone(),
            cells: std::iter::once(row.label.clone()).chain(cells).collect(),
            data: std::iter::once(Datum::Words).chain(data).collect(),
            looks: Vec::new(),
            is_picked: row.kind.is_none(),
        }
    };
    TablePanel {
        caption,
        dimension: it.map(|it| it.id.clone()).unwrap_or_default(),
        columns: std::iter::once(name).chain(kept(is_there, columns)).collect(),
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}

/// The columns that have something in them.
fn kept<T>(is_there: [bool; 6], all: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
    is_there.into_iter().zip(all).filter(|(is_there, _)| *is_there).map(|(_, it)| it)
}

/// What can be added to those compared.
pub fn addable(context: Context, dimension: usize, categories: &[usize]) -> Select {
    let language = context.language;
    let all = context.dimension(dimension).map(|it| it.categories.as_slice()).unwrap_or_default();
    let others = all.iter().enumerate().filter(|(place, _)| !categories.contains(place));
    let choosable =
        |value: &str, label: &str, is_picked| Choosable { value: value.to_owned(), label: label.to_owned(), is_picked };
    let others = others.map(|(_, category)| choosable(&category.code, category.label.get(language), false));
    Select {
        id: "add".to_owned(),
        label: words::add_what(language).to_owned(),
        options: std::iter::once(choosable("", words::choose(language), true)).chain(others).collect(),
        shut_because: (categories.len() >= MOST).then(|| words::most(language).to_owned()),
        ..Select::default()
    }
}
