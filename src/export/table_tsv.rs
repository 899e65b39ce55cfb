//! Rows of a table → text parted by tabs, which every spreadsheet takes from the clipboard.

use super::csv::{Style, guarded};
use crate::{
    model::text::Language,
    view_model::table::{TablePanel, TableRow},
};

/// The heads and these rows, by place, as they are shown: numbers with the reader's decimal sign, without signs that a
/// spreadsheet does not read.
pub fn table_tsv(panel: &TablePanel, places: &[usize], language: Language) -> String {
    let style = Style { language, ..Style::default() };
    let heads = panel.columns.iter().map(|column| column.label.clone()).collect();
    let rows = places.iter().filter_map(|place| panel.rows.get(*place));
    let lines = std::iter::once(heads).chain(rows.map(|row: &TableRow| row.cells.clone()));
    let line = |cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|text| cell(text, style)).collect();
        format!("{}\r\n", cells.join("\t"))
    };
    lines.map(line).collect()
}

/// A text without tabs and ends of lines, which would part it; no spreadsheet takes it for a formula.
fn cell(text: &str, style: Style) -> String {
    if let Some(number) = number(text, style) {
        return number;
    }
    let bare: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    guarded(bare.trim(), style)
}

/// "−1 497,5" → "-1497,5" and "43,7 %" → "43,7 %" with a plain space; none for what is no number.
fn number(text: &str, style: Style) -> Option<String> {
    let (digits, sign) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), " %"),
        None => (text, ""),
    };
    let (minus, digits) = match digits.strip_prefix('\u{2212}') {
        Some(digits) => ("-", digits),
        None => ("", digits),
    };
    let group = match style.language {
        Language::Swedish => '\u{a0}',
        Language::English => ',',
    };
    let digits: String = digits.chars().filter(|letter| *letter != group).collect();
    let is_part = |letter: char| letter.is_ascii_digit() || letter == style.decimal_sign();
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit()) && digits.chars().all(is_part);
    let sign = if style.language == Language::English { sign.trim_start() } else { sign };
    is_number.then(|| format!("{minus}{digits}{sign}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::table::{Holds, TableColumn};

    fn panel(cells: &[[&str; 2]]) -> TablePanel {
        let row = |cells: &[&str; 2]| TableRow {
            code: String::new(),
            cells: cells.map(str::to_owned).to_vec(),
            data: Vec::new(),
            looks: Vec::new(),
            is_picked: false,
        };
        TablePanel {
            caption: String::new(),
            dimension: String::new(),
            columns: vec![
                TableColumn::new("label", "Län", Holds::Words),
                TableColumn::new("value", "Andel", Holds::Figures),
            ],
            rows: cells.iter().map(row).collect(),
            note: String::new(),
        }
    }

    #[test]
    fn a_spreadsheet_reads_the_numbers_and_the_words_stay_words() {
        let panel = panel(&[
            ["Skåne", "43,7\u{a0}%"],
            ["Östergötland", "\u{2212}1\u{a0}497,5"],
            ["=1+1", "drygt 30\u{a0}%"],
            ["a\tb\nc", "-"],
        ]);
        let text = table_tsv(&panel, &[1, 0, 2, 3], Language::Swedish);
        let expected =
            "Län\tAndel\r\nÖstergötland\t-1497,5\r\nSkåne\t43,7 %\r\n'=1+1\tdrygt 30\u{a0}%\r\na b c\t'-\r\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn english_has_a_decimal_point() {
        let panel = panel(&[["Skåne", "1,497.5%"]]);
        assert_eq!(table_tsv(&panel, &[0], Language::English), "Län\tAndel\r\nSkåne\t1497.5%\r\n");
    }
}
