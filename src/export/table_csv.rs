//! A table as it is shown → CSV that a spreadsheet of the reader's language opens: the same words, the same verdicts, and under them what they are.

use crate::{model::text::Language, view_model::table::TablePanel};

/// The table; under it, after an empty line, each line of `about`: title, source, address, whether the data are made up.
///
/// Semicolons in Swedish, for there the comma is the decimal sign; a byte order mark, for without it Excel reads å as Ã¥.
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn table_csv(panel: &TablePanel, about: &[String], language: Language) -> String {
    let delimiter = match language {
        Language::Swedish => ';',
        Language::English => ',',
    };
    let mut text = String::from('\u{feff}');
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                text.push(delimiter);
            }
            push(&mut text, cell, delimiter);
        }
        text.push_str("\r\n");
    };
    line(&mut panel.columns.iter().map(|column| column.label.as_str()));
    for row in &panel.rows {
        line(&mut row.cells.iter().map(String::as_str));
    }
    line(&mut std::iter::empty());
    for said in std::iter::once(&panel.caption).chain(about).chain((!panel.note.is_empty()).then_some(&panel.note)) {
        line(&mut std::iter::once(said.as_str()));
    }
    text
}

fn push(text: &mut String, cell: &str, delimiter: char) {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([delimiter, '"', '\n', '\r']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(&cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::table::{Holds, TableColumn, TableRow};

    fn panel() -> TablePanel {
        let column = |label: &str| TableColumn::new(label, Holds::Words);
        let row = |cells: [&str; 2]| TableRow {
            code: String::new(),
            cells: cells.map(str::to_owned).to_vec(),
            data: Vec::new(),
            is_picked: false,
        };
        TablePanel {
            caption: "Andel per län".into(),
            dimension: "area".into(),
            columns: vec![column("Län"), column("Andel")],
            rows: vec![row(["Skåne", "43,7\u{a0}%"]), row(["=1+1", "a;\"b\""])],
            note: String::new(),
        }
    }

    #[test]
    fn a_spreadsheet_reads_cells_and_no_formulas() {
        let text = table_csv(&panel(), &["Syntetiska data".into()], Language::Swedish);
        assert_eq!(
            text,
            "\u{feff}Län;Andel\r\nSkåne;43,7\u{a0}%\r\n'=1+1;\"a;\"\"b\"\"\"\r\n\r\nAndel per län\r\nSyntetiska data\r\n"
        );
    }

    #[test]
    fn english_parts_cells_by_commas() {
        assert!(table_csv(&panel(), &[], Language::English).contains("\r\nSkåne,\"43,7\u{a0}%\"\r\n"));
    }
}
