//! The rows of a table, written straight into their cells.

use crate::{
    browser::document,
    view_model::table::{Look, TableRow},
};

/// What stands in the rows: so many of them, at these places.
pub struct Written {
    /// Where.
    pub places: Vec<usize>,
    /// What.
    pub rows: Vec<TableRow>,
}

/// Writes a row's words where they differ from those before; the row gets as many cells as it has words.
pub fn write_row(element: &web_sys::Element, row: &TableRow, before: Option<&TableRow>) {
    let name = element.first_element_child();
    if let Some(button) = name.as_ref().and_then(web_sys::Element::first_element_child) {
        write_cell(&button, 0, row, before);
        drop(button.set_attribute("aria-pressed", if row.is_picked { "true" } else { "false" }));
    }
    let mut cell = name.and_then(|name| name.next_element_sibling());
    for place in 1..row.cells.len() {
        let Some(at) = cell.or_else(|| document::append(element, "td")) else { return };
        write_figure(&at, place, row, before);
        cell = at.next_element_sibling();
    }
    while let Some(left_over) = cell {
        cell = left_over.next_element_sibling();
        left_over.remove();
    }
    drop(element.class_list().toggle_with_force("data-table__row--picked", row.is_picked));
}

/// The same of a cell that may have a look of its own.
fn write_figure(cell: &web_sys::Element, place: usize, row: &TableRow, before: Option<&TableRow>) {
    let Some(look) = row.looks.get(place) else {
        // A table may lose its looks while its cells stay.
        let had_look = before.is_none_or(|it| it.looks.get(place).is_some());
        if had_look {
            drop(cell.remove_attribute("class"));
        }
        return write_cell(cell, place, row, before.filter(|_| !had_look));
    };
    if before.is_some_and(|it| it.cells.get(place) == row.cells.get(place) && it.looks.get(place) == Some(look)) {
        return;
    }
    write_cell(cell, place, row, None);
    cell.set_class_name(&class(look));
    let below = (!look.below.is_empty()).then(|| document::append(cell, "small")).flatten();
    if let Some(below) = below {
        below.set_class_name("data-table__below");
        below.set_text_content(Some(&look.below));
    }
}

/// The classes of a cell: its shade, or its stripes.
fn class(look: &Look) -> String {
    match look {
        Look { is_hidden: true, .. } => "data-table__hidden".to_owned(),
        Look { shade: 0, .. } => String::new(),
        Look { shade, .. } => format!("shade-{shade}"),
    }
}

fn write_cell(cell: &web_sys::Element, place: usize, row: &TableRow, before: Option<&TableRow>) {
    let text = row.cells.get(place);
    if before.and_then(|before| before.cells.get(place)) != text {
        cell.set_text_content(text.map(String::as_str));
    }
}
