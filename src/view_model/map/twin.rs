//! The table that says what the map says; of several maps what all of them say, a column for each.

use super::multiples::are_several;
use crate::{
    model::{
        area::Level,
        figure::{Absence, Figure},
    },
    query::{
        breakdown::{Row, areas_at, break_down_by_two},
        each::categories,
    },
    view_model::{
        context::Context,
        crosstab::below,
        figure::answer_words,
        table::{self, Datum, Holds, Look, TableColumn, TablePanel, TableRow, answer_data, capitalised, swedish_order},
    },
    words::{explore, map as words},
};

/// The twin of the map, or of the maps where there are several.
pub fn twin(context: Context) -> Option<TablePanel> {
    if are_several(context) { by_each(context) } else { table::areas(context) }
}

fn by_each(context: Context) -> Option<TablePanel> {
    let Context { cleared, question, language, .. } = context;
    let (each, level, area, measure) = (question.each?, question.level?, context.area()?, context.measure()?);
    let (areas, columns) = (context.dimension(area)?, context.dimension(each)?);
    let places = areas_at(cleared, area, level);
    let categories = categories(cleared, question, each);
    let answers =
        break_down_by_two(cleared, question.measure, &question.at, (area, &places), (each, categories.as_slice()));
    let name = TableColumn::new("label", capitalised(explore::level_name(language, level)), Holds::Words);
    let head = |category: &usize| {
        let code = &columns.categories.get(*category)?.code;
        let label = context.category_label(each, *category);
        Some(TableColumn::of(measure, format!("{}_{code}", columns.id), label, Holds::Figures))
    };
    let row = |(place, answers): &(usize, Vec<Row>)| {
        let it = areas.categories.get(*place)?;
        let name = std::iter::once((it.label.get(language).to_owned(), Datum::Words));
        let figures = answers
            .iter()
            .map(|row| (answer_words(measure, &row.answer, language).value, answer_data(measure, &row.answer).value));
        let (cells, data) = name.chain(figures).unzip();
        let looks = answers.iter().map(|row| Look {
            shade: 0,
            is_hidden: row.answer.figure == Figure::Absent(Absence::Suppressed),
            below: below(context, measure, &row.answer),
        });
        let looks = std::iter::once(Look::default()).chain(looks).collect();
        Some(TableRow { code: it.code.clone(), cells, data, looks, is_picked: *place == context.picked(area) })
    };
    let mut rows: Vec<TableRow> = answers.iter().filter_map(row).collect();
    if level == Level::Municipality || level == Level::County {
        rows.sort_by_cached_key(|row| swedish_order(row.cells.first().map_or("", String::as_str)));
    }
    let rest = context.rest(&[Some(area), Some(each)]);
    let shown = explore::mapped(language, context.measure_label(), level, &rest);
    Some(TablePanel {
        caption: words::one_for_each(language, &shown, columns.label.get(language)),
        dimension: areas.id.clone(),
        columns: std::iter::once(name).chain(categories.iter().filter_map(head)).collect(),
        rows,
        note: words::read_twin_of_each(language).to_owned(),
    })
}
