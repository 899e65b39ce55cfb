//! The twin of the line chart: a row for each period.

use super::{Period, Series};
use crate::{
    model::measure::Measure,
    view_model::{
        context::Context,
        figure::{AnswerWords, answer_words},
        table::{TableColumn, TablePanel, TableRow},
    },
    words::explore,
};

/// With more lines than this there is no room for the number behind each figure; the tooltip has it.
const MOST_WITH_N: usize = 2;

/// The table: of each line its figure and interval, and n where the lines are few.
pub(super) fn table(
    context: Context,
    measure: &Measure,
    dimension: usize,
    periods: &[Period],
    lines: &[Series],
    caption: String,
) -> TablePanel {
    let language = context.language;
    let texts: Vec<Vec<AnswerWords>> = lines
        .iter()
        .map(|line| line.rows.iter().map(|row| answer_words(measure, &row.answer, language)).collect())
        .collect();
    let any = |part: fn(&AnswerWords) -> &str| texts.iter().flatten().any(|it| !part(it).is_empty());
    let has_interval = any(|it| &it.interval);
    let has_n = lines.len() <= MOST_WITH_N && any(|it| &it.n);
    let column = |label: &str, is_number| TableColumn { label: label.to_owned(), is_number };
    let named = context.dimension(dimension);
    let mut columns = vec![column(named.map_or("", |it| it.label.get(language)), false)];
    for line in lines {
        columns.push(column(&line.name, true));
        columns.extend(has_interval.then(|| column(explore::interval(language), true)));
        columns.extend(has_n.then(|| column("n", true)));
    }
    let row = |(place, period): (usize, &Period)| {
        let of_line = |texts: &Vec<AnswerWords>| {
            let it = texts.get(place).cloned().unwrap_or_default();
            [Some(it.value), has_interval.then_some(it.interval), has_n.then_some(it.n)].into_iter().flatten()
        };
        let cells = std::iter::once(period.label.clone()).chain(texts.iter().flat_map(of_line)).collect();
        TableRow { code: period.code.clone(), cells, is_picked: period.is_picked }
    };
    TablePanel {
        caption,
        dimension: named.map(|it| it.id.clone()).unwrap_or_default(),
        columns,
        rows: periods.iter().enumerate().map(row).collect(),
        note: String::new(),
    }
}
