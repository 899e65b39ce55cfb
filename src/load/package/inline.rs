//! Rows that stand in the descriptor itself, as a table.

use super::schema::{Schema, scalar};
use crate::load::{
    jsonstat::node::Node,
    limits,
    table::{Table, column::Builder, rows::Rows},
};

/// The table of a list of lists, the first of them the header, or of a list of objects; none where it is neither, or too wide.
pub fn table(node: &Node, name: &str, schema: &Schema) -> Option<Table> {
    let Node::List(rows) = node else { return None };
    let headers: Vec<String> = match rows.first()? {
        Node::List(first) => first.iter().map(|node| scalar(node).unwrap_or_default()).collect(),
        Node::Object(first) if schema.fields.is_empty() => first.iter().map(|(name, _)| name.clone()).collect(),
        Node::Object(_) => schema.fields.iter().map(|field| field.name.clone()).collect(),
        _ => return None,
    };
    if headers.len() > limits::COLUMNS || headers.len().checked_mul(rows.len())? > limits::GRID_CELLS {
        return None;
    }
    let mut columns: Vec<Builder> = headers.iter().map(|_| Builder::default()).collect();
    let (mut places, is_listed) = (Rows::default(), matches!(rows.first(), Some(Node::List(_))));
    for (number, row) in rows.iter().enumerate().skip(usize::from(is_listed)) {
        for (at, (column, header)) in columns.iter_mut().zip(&headers).enumerate() {
            let cell = match row {
                Node::List(cells) => cells.get(at),
                row => row.member(header),
            };
            column.push(&cell.and_then(scalar).unwrap_or_default());
        }
        places.push(number.saturating_add(1));
    }
    places.header = 1;
    let columns = headers.into_iter().zip(columns).map(|(header, column)| column.finish(header)).collect();
    Some(Table { name: name.to_owned(), columns, rows: places, ..Table::default() })
}
