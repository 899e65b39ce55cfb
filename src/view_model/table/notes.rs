//! What a table has to say of one of its cells: what qualifies the figure, and where it stands.

use super::{TablePanel, TableRow};
use crate::{
    query::breakdown::moved,
    view_model::{
        context::Context,
        figure::{CellNotes, SourceLine, cell_notes},
    },
};

/// One cell of a table, with what is to be said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    /// "Malmö, Andel: 51 %"
    pub cell: String,
    /// What qualifies the figure, a sentence each.
    pub remarks: Vec<String>,
    /// Where it stands.
    pub source: Option<SourceLine>,
}

/// The cell in this row and column, by place, of a table of the question at hand. None for a row's name, and for a place that is not there.
pub fn noted(context: Context, panel: &TablePanel, row: usize, column: usize) -> Option<Noted> {
    let it = panel.rows.get(row)?;
    let (head, text) = (panel.columns.get(column)?, it.cells.get(column)?);
    let name = it.cells.first().filter(|_| column > 0)?;
    let cell =
        if text.is_empty() { format!("{name}, {}", head.label) } else { format!("{name}, {}: {text}", head.label) };
    let CellNotes { remarks, source } = cell_notes(context, &at(context, panel, it, &head.id)?)?;
    Some(Noted { cell, remarks, source })
}

/// Where a cell lies: at its row's category, and at its column's too in a crosstab and beside several maps.
fn at(context: Context, panel: &TablePanel, row: &TableRow, column: &str) -> Option<Vec<usize>> {
    let cube = context.cube();
    let position = |dimension: usize, code: &str| context.dimension(dimension)?.position(code);
    let rows = cube.dimension_by_id(&panel.dimension)?;
    let at = moved(&context.question.at, rows, position(rows, &row.code)?);
    let of_column = |dimension: usize| {
        let code = column.strip_prefix(&context.dimension(dimension)?.id)?.strip_prefix('_')?;
        Some((dimension, position(dimension, code)?))
    };
    let across = [context.question.across, context.question.each].into_iter().flatten().find_map(of_column);
    Some(across.map_or_else(|| at.to_vec(), |(across, category)| moved(&at, across, category).to_vec()))
}
