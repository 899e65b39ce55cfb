//! A table → a drawing of it: rows and columns of words as SVG, for those who paste pictures.

use super::picture::{BOLD, Drawing, LETTER, escaped, wrapped};
use crate::view_model::table::{TableColumn, TablePanel, TableRow};

/// No picture is made of a longer table: nobody could read it.
pub const MOST_ROWS: usize = 60;

const TEXT_PX: f64 = 13.0;
const SMALL_PX: f64 = 11.0;
const LINE: f64 = 18.0;
const PAD: f64 = 8.0;
const INK: &str = "#1b2733";
const GROUND: &str = "#ffffff";
/// How many letters a line of a row's name may have.
const MOST_NAME: usize = 36;
/// The same of other words.
const MOST_WORDS: usize = 26;
/// The same of numbers.
const MOST_NUMBER: usize = 18;

/// The table as a drawing; none where it has no rows, or too many.
pub fn drawing(panel: &TablePanel) -> Option<Drawing> {
    if panel.rows.is_empty() || panel.rows.len() > MOST_ROWS {
        return None;
    }
    let columns = columns(panel);
    let width: f64 = columns.iter().map(|column| column.width).sum();
    let mut y = 0.0;
    let mut markup = String::new();
    let heads: Vec<Cell> =
        panel.columns.iter().map(|column| Cell { words: &column.label, ..Cell::default() }).collect();
    row(&heads, &columns, 700, &mut y, &mut markup);
    rule(width, y, 1.5, &mut markup);
    for it in &panel.rows {
        row(&cells(it), &columns, 400, &mut y, &mut markup);
        rule(width, y, 0.5, &mut markup);
    }
    Some(Drawing { width, height: y + 1.0, markup, ink: INK.to_owned(), ground: GROUND.to_owned() })
}

/// Where a column stands.
struct Column {
    left: f64,
    width: f64,
    most: usize,
    is_number: bool,
}

/// What stands in a cell.
#[derive(Default)]
struct Cell<'a> {
    words: &'a str,
    below: &'a str,
    /// 0 to 5.
    shade: u8,
}

fn cells(row: &TableRow) -> Vec<Cell<'_>> {
    let cells = row.cells.iter().enumerate().map(|(place, words)| match row.looks.get(place) {
        Some(look) => Cell { words, below: &look.below, shade: look.shade },
        None => Cell { words, ..Cell::default() },
    });
    cells.collect()
}

/// As wide as the longest of its lines.
fn columns(panel: &TablePanel) -> Vec<Column> {
    let mut left = 0.0;
    let column = |(place, it): (usize, &TableColumn)| {
        let most = match (place, it.is_number()) {
            (0, _) => MOST_NAME,
            (_, true) => MOST_NUMBER,
            (_, false) => MOST_WORDS,
        };
        let texts = panel.rows.iter().flat_map(|row| {
            let below = row.looks.get(place).map(|look| look.below.as_str());
            [row.cells.get(place).map(String::as_str), below]
        });
        let texts = texts.flatten().chain([it.label.as_str()]);
        let longest = texts.flat_map(|text| wrapped(text, most)).map(|line| line.chars().count()).max().unwrap_or(0);
        // Heads and names are bold, and so a little wider.
        let width = longest as f64 * TEXT_PX * LETTER * BOLD + 2.0 * PAD;
        let column = Column { left, width, most, is_number: it.is_number() };
        left += width;
        column
    };
    panel.columns.iter().enumerate().map(column).collect()
}

/// One row: as high as its highest cell.
fn row(cells: &[Cell], columns: &[Column], weight: u16, y: &mut f64, markup: &mut String) {
    let top = *y;
    let mut height = LINE;
    let mut texts = String::new();
    for (place, (cell, column)) in cells.iter().zip(columns).enumerate() {
        let lines = wrapped(cell.words, column.most);
        let small = wrapped(cell.below, column.most);
        let own = (lines.len() + small.len()).max(1) as f64 * LINE;
        height = height.max(own);
        let weight = if place == 0 { 700 } else { weight };
        let sized = lines.iter().map(|line| (line, TEXT_PX)).chain(small.iter().map(|line| (line, SMALL_PX)));
        let (x, anchor) = match column.is_number {
            true => (column.left + column.width - PAD, "end"),
            false => (column.left + PAD, "start"),
        };
        for (nth, (line, size)) in sized.enumerate() {
            let y = top + PAD / 2.0 + (nth + 1) as f64 * LINE - (LINE - TEXT_PX) / 2.0 - 2.0;
            texts.push_str(&format!(
                "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" font-weight=\"{weight}\" text-anchor=\"{anchor}\" fill=\"{INK}\">{}</text>",
                escaped(line)
            ));
        }
    }
    height += PAD;
    let shaded = cells.iter().zip(columns).filter(|(cell, _)| cell.shade > 0);
    let shades: String = shaded
        .map(|(cell, column)| {
            format!(
                "<rect x=\"{:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{height:.1}\" fill=\"#0b5c6b\" fill-opacity=\"{:.2}\"/>",
                column.left,
                column.width,
                f64::from(cell.shade) * 0.06
            )
        })
        .collect();
    markup.push_str(&shades);
    markup.push_str(&texts);
    *y = top + height;
}

fn rule(width: f64, y: f64, thickness: f64, markup: &mut String) {
    markup.push_str(&format!(
        "<path d=\"M0 {y:.1}H{width:.1}\" stroke=\"{INK}\" stroke-width=\"{thickness}\" fill=\"none\"/>"
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::table::{Holds, Look};

    fn panel(n_rows: usize) -> TablePanel {
        let row = |place: usize| TableRow {
            code: place.to_string(),
            cells: vec![format!("Område <{place}> med ett mycket långt namn som bryts"), "31,5 %".into()],
            data: Vec::new(),
            looks: vec![Look::default(), Look { shade: 5, below: "n = 40".into(), ..Look::default() }],
            is_picked: false,
        };
        TablePanel {
            caption: "Andel".into(),
            dimension: "area".into(),
            columns: vec![
                TableColumn::new("area", "Område", Holds::Words),
                TableColumn::new("share", "Andel", Holds::Figures),
            ],
            rows: (0..n_rows).map(row).collect(),
            note: String::new(),
        }
    }

    #[test]
    fn every_word_of_the_table_is_drawn_within_it() {
        let drawing = drawing(&panel(3)).expect("it is drawn");
        let texts = drawing.markup.matches("<text").count();
        // Two heads, and for each row two lines of name, a number and what stands below it.
        assert_eq!(texts, 2 + 3 * 4, "{}", drawing.markup);
        assert!(drawing.markup.contains("Område &lt;2&gt;") && drawing.markup.contains("31,5 %"));
        assert_eq!(drawing.markup.matches("<rect").count(), 3);
        let ends = drawing.markup.split(" y=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok());
        for y in ends {
            assert!((0.0..=drawing.height).contains(&y), "{y} of {}", drawing.height);
        }
    }

    #[test]
    fn a_table_that_nobody_could_read_is_not_drawn() {
        assert_eq!(drawing(&panel(0)), None);
        assert_eq!(drawing(&panel(MOST_ROWS + 1)), None);
        assert!(drawing(&panel(MOST_ROWS)).is_some());
    }
}
