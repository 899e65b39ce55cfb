//! The twin of the line chart: a row for each period.

use super::{Period, Series};
use crate::{
    model::measure::Measure,
    view_model::{
        context::Context,
        figure::{AnswerWords, answer_words},
        table::{AnswerData, Datum, Holds, TableColumn, TablePanel, TableRow, answer_data},
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
    let named = context.dimension(dimension);
    let mut columns = vec![TableColumn::new("label", named.map_or("", |it| it.label.get(language)), Holds::Words)];
    for (place, line) in lines.iter().enumerate() {
        // Of several lines, each has its own columns: the first without a number.
        let id = |part: &str| if place == 0 { part.to_owned() } else { format!("{part}_{}", place + 1) };
        columns.push(TableColumn::of(measure, id("value"), &line.name, Holds::Figures));
        columns.extend(
            has_interval.then(|| TableColumn::of(measure, id("interval"), explore::interval(language), Holds::Ranges)),
        );
        columns.extend(has_n.then(|| TableColumn::new(id("n"), "n", Holds::Figures)));
    }
    let row = |(place, period): (usize, &Period)| {
        let of_line = |texts: &Vec<AnswerWords>| {
            let it = texts.get(place).cloned().unwrap_or_default();
            [Some(it.value), has_interval.then_some(it.interval), has_n.then_some(it.n)].into_iter().flatten()
        };
        let behind_line = |line: &Series| {
            let it = line.rows.get(place).map(|row| answer_data(measure, &row.answer));
            let part = |is_there: bool, part: fn(&AnswerData) -> &Datum| {
                is_there.then(|| it.as_ref().map_or(Datum::Nothing, |it| part(it).clone()))
            };
            [part(true, |it| &it.value), part(has_interval, |it| &it.interval), part(has_n, |it| &it.n)]
        };
        let cells = std::iter::once(period.label.clone()).chain(texts.iter().flat_map(of_line)).collect();
        let data = std::iter::once(Datum::Words).chain(lines.iter().flat_map(behind_line).flatten()).collect();
        TableRow { code: period.code.clone(), cells, data, looks: Vec::new(), is_picked: period.is_picked }
    };
    TablePanel {
        caption,
        dimension: named.map(|it| it.id.clone()).unwrap_or_default(),
        columns,
        rows: periods.iter().enumerate().map(row).collect(),
        note: String::new(),
    }
}
