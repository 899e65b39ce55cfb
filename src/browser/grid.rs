//! The cells of a table as places of the keyboard: one of them is in the tab order, arrows lead to the others.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

const STOP: &str = "[tabindex='0']";

/// The cell (row, column) that an event in a table comes from; row 0 is the heads.
pub fn cell_of(target: Option<EventTarget>) -> Option<(usize, usize)> {
    let cell = target?.dyn_into::<Element>().ok()?.closest("th, td").ok()??;
    let row = cell.closest("tr").ok()??;
    let is_head = row.closest("thead").ok()?.is_some();
    Some((if is_head { 0 } else { n_before(&row) + 1 }, n_before(&cell)))
}

/// The row that an event in the body of a table comes from.
pub fn row_of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest("tbody > tr").ok()?
}

/// The row whose name bears this place in `data-place`.
pub fn row_at(body: &Element, place: usize) -> Option<Element> {
    body.query_selector(&format!("[data-place='{place}']")).ok()??.closest("tr").ok()?
}

/// The button that is the name of a row.
pub fn name_of(row: &Element) -> Option<Element> {
    row.first_element_child()?.first_element_child()
}

/// How many rows, the heads among them, and columns a table has.
pub fn size(table: &Element) -> (usize, usize) {
    let n_rows = body(table).map_or(0, |body| body.child_element_count()) as usize + 1;
    let n_columns = head(table).map_or(0, |row| row.child_element_count()) as usize;
    (n_rows, n_columns)
}

/// Moves the keyboard to a cell: to the button in it, where it has one. From then on the tab order leads there. Whether the cell is there.
pub fn focus_cell(table: &Element, (row, column): (usize, usize)) -> bool {
    let row = match row {
        0 => head(table),
        row => body(table).and_then(|body| child(&body, row - 1)),
    };
    let Some(cell) = row.and_then(|row| child(&row, column)) else { return false };
    let target = cell.first_element_child().filter(|it| it.tag_name() == "BUTTON").unwrap_or(cell);
    let Ok(target) = target.dyn_into::<HtmlElement>() else { return false };
    // Heads have their own place in the tab order.
    if target.closest("tbody").ok().flatten().is_some() {
        if let Some(before) = stop(table) {
            drop(before.set_attribute("tabindex", "-1"));
        }
        drop(target.set_attribute("tabindex", "0"));
    }
    target.focus().is_ok()
}

/// Sees to it that the tab order leads into the rows: to the first of them, where it led to one that is gone.
pub fn keep_stop(body: &Element) {
    if body.query_selector(STOP).ok().flatten().is_none()
        && let Some(first) = body.query_selector("th > button").ok().flatten()
    {
        drop(first.set_attribute("tabindex", "0"));
    }
}

fn stop(table: &Element) -> Option<Element> {
    body(table)?.query_selector(STOP).ok()?
}

fn body(table: &Element) -> Option<Element> {
    table.query_selector("tbody").ok()?
}

fn head(table: &Element) -> Option<Element> {
    table.query_selector("thead > tr").ok()?
}

fn child(element: &Element, place: usize) -> Option<Element> {
    element.children().item(u32::try_from(place).ok()?)
}

fn n_before(element: &Element) -> usize {
    std::iter::successors(element.previous_element_sibling(), Element::previous_element_sibling).count()
}
