//! One dimension by another: a figure for each category of the rows by each of the columns.

mod choices;
mod looks;
mod notes;

#[cfg(test)]
mod tests;

use super::{
    context::Context,
    figure::answer_words,
    table::{Datum, Holds, TableColumn, TablePanel, TableRow, answer_data},
};
use crate::{
    model::text::Language,
    query::{
        breakdown::break_down_by_two,
        question::{categories_shown, is_divided},
    },
    words::crosstab as words,
};

pub use choices::{CrosstabChoices, choices};
pub(super) use looks::below;

/// The crosstab: columns and rows in the order of the file; none where nothing fits across.
pub fn crosstab(context: Context) -> Option<TablePanel> {
    let Context { cleared, question, language, .. } = context;
    let measure = context.measure()?;
    let (by, across) = (question.by, question.across?);
    let (rows, columns) = (context.dimension(by)?, context.dimension(across)?);
    let [shown_rows, shown_columns] = [by, across].map(|dimension| categories_shown(cleared, question, dimension));
    let answers =
        break_down_by_two(cleared, question.measure, &question.at, (by, &shown_rows), (across, &shown_columns));
    let looks = looks::looks(context, measure, &answers);
    let notes = notes::notes(context, measure, &answers);
    let head = |category: &usize| {
        let category = columns.categories.get(*category)?;
        let id = format!("{}_{}", columns.id, category.code);
        Some(TableColumn::of(measure, id, category.label.get(language), Holds::Figures))
    };
    let name = TableColumn::new("label", rows.label.get(language), Holds::Words);
    let picked = context.picked(by);
    let row = |((category, answers), looks): (&(usize, Vec<_>), _)| {
        let it = rows.categories.get(*category)?;
        let texts = answers.iter().map(|row: &crate::query::breakdown::Row| {
            (answer_words(measure, &row.answer, language).value, answer_data(measure, &row.answer).value)
        });
        let name = std::iter::once((it.label.get(language).to_owned(), Datum::Words));
        let (cells, data) = name.chain(texts).unzip();
        Some(TableRow { code: it.code.clone(), cells, data, looks, is_picked: *category == picked })
    };
    Some(TablePanel {
        caption: caption(context)?,
        dimension: rows.id.clone(),
        columns: std::iter::once(name).chain(shown_columns.iter().filter_map(head)).collect(),
        rows: answers.iter().zip(looks).filter_map(row).collect(),
        note: notes.join(" "),
    })
}

/// What the table shows.
fn caption(context: Context) -> Option<String> {
    let (by, across) = (context.question.by, context.question.across?);
    let label = |dimension: usize| context.dimension(dimension).map_or("", |it| it.label.get(context.language));
    let place = context.area().filter(|area| *area != by && *area != across).map(|_| context.place());
    let rest = context.rest(&[context.area(), Some(by), Some(across)]);
    let rest: Vec<&str> = place.into_iter().chain((!rest.is_empty()).then_some(rest.as_str())).collect();
    Some(words::caption(context.language, context.measure_label(), label(by), label(across), &rest.join(", ")))
}

/// Whether the file is broken down in two ways at least.
pub fn is_offered(context: Context) -> bool {
    let n_dimensions = context.cube().dimensions.len();
    (0..n_dimensions).filter(|dimension| is_divided(context.cube(), *dimension)).count() > 1
}

/// How to read the table.
pub fn reading(table: &TablePanel, language: Language) -> String {
    let has_below = table.rows.iter().flat_map(|row| &row.looks).any(|look| !look.below.is_empty());
    let below = has_below.then(|| words::read_intervals(language));
    let said: Vec<&str> = std::iter::once(words::read_shades(language)).chain(below).collect();
    said.join(" ")
}
