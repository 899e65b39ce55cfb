//! Two groups set against each other, as geometry: where the dots, squares, lines and words of each row stand.
//!
//! Across in hundredths of the axis, so that the drawing follows any width; down in CSS pixels, so that words keep their size.

use crate::view_model::difference::{DifferencePanel, Mark, Row};

/// How tall a row's strip is.
pub const ROW_HEIGHT: f64 = 52.0;
/// Where the two groups stand in it.
pub const LANES: [f64; 2] = [16.0, 36.0];
/// Half of a dot or a square.
pub const RADIUS: f64 = 5.5;
/// A longer name than this does not fit beside its mark: the key above has it.
const LONGEST_NAME: usize = 14;
/// How far a word stands from what it names.
const GAP: f64 = 9.0;

/// The drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// The marks of the axis: where, and what they say.
    pub ticks: Vec<(f64, String)>,
    /// The rows, from the top.
    pub rows: Vec<[Drawn; 2]>,
}

/// One group in a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawn {
    /// Down.
    pub y: f64,
    /// Where the figure is; none draws nothing.
    pub x: Option<f64>,
    /// From where to where the interval goes.
    pub line: Option<(f64, f64)>,
    /// What is written beside it.
    pub text: String,
    /// Where that begins or ends.
    pub text_x: f64,
    /// How far from there, in CSS pixels.
    pub text_dx: f64,
    /// Whether the words end there, rather than begin.
    pub ends_there: bool,
}

/// The drawing of a panel.
pub fn drawing(panel: &DifferencePanel) -> Drawing {
    let end = panel.ticks.last().map_or(1.0, |tick| tick.value);
    let across = |value: f64| if end > 0.0 { (value / end * 100.0).clamp(0.0, 100.0) } else { 0.0 };
    let row = |(place, row): (usize, &Row)| {
        // The first row names the groups, the others are read by it.
        let is_named = place == 0 && panel.names.iter().all(|name| name.chars().count() <= LONGEST_NAME);
        let name = |group: usize| panel.names.get(group).filter(|_| is_named).map(String::as_str);
        let [first, second] = &row.marks;
        [drawn(first, LANES[0], name(0), across), drawn(second, LANES[1], name(1), across)]
    };
    Drawing {
        ticks: panel.ticks.iter().map(|tick| (across(tick.value), tick.label.clone())).collect(),
        rows: panel.rows.iter().enumerate().map(row).collect(),
    }
}

fn drawn(mark: &Mark, y: f64, name: Option<&str>, across: impl Fn(f64) -> f64) -> Drawn {
    let text = match name {
        Some(name) => format!("{name} {}", mark.text),
        None => mark.text.clone(),
    };
    let x = mark.value.map(&across);
    let line = mark.range.filter(|_| x.is_some()).map(|range| (across(range.low), across(range.high)));
    let Some(at) = x else {
        return Drawn { y, text, text_dx: 0.0, ..Drawn::default() };
    };
    let (low, high) = line.unwrap_or((at, at));
    // The words stand on the side with more room.
    let ends_there = low > 100.0 - high;
    let reach = if line.is_some() { GAP } else { GAP + RADIUS };
    Drawn {
        y,
        x,
        line,
        text,
        text_x: if ends_there { low.min(at) } else { high.max(at) },
        text_dx: if ends_there { -reach } else { reach },
        ends_there,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{stats::interval::Interval, view_model::bars::Tick};

    fn panel() -> DifferencePanel {
        let mark = |value: Option<f64>, low: f64, high: f64| Mark {
            value,
            range: value.map(|_| Interval { low, high }),
            text: value.map_or("hidden".to_owned(), |value| value.to_string()),
            range_text: String::new(),
        };
        let row = |marks| Row { marks, ..Row::default() };
        DifferencePanel {
            names: ["girls".to_owned(), "boys".to_owned()],
            ticks: [0.0, 40.0, 80.0].map(|value| Tick { value, label: value.to_string() }).to_vec(),
            rows: vec![
                row([mark(Some(20.0), 10.0, 30.0), mark(Some(60.0), 50.0, 76.0)]),
                row([mark(None, 0.0, 0.0), mark(Some(0.0), 0.0, 8.0)]),
            ],
            ..DifferencePanel::default()
        }
    }

    #[test]
    fn dots_and_lines_stand_where_the_figures_are() {
        let drawing = drawing(&panel());
        assert_eq!(drawing.ticks.iter().map(|(x, _)| *x).collect::<Vec<_>>(), [0.0, 50.0, 100.0]);
        let [girls, boys] = &drawing.rows[0];
        assert_eq!((girls.x, girls.line), (Some(25.0), Some((12.5, 37.5))));
        assert_eq!((boys.x, boys.line), (Some(75.0), Some((62.5, 95.0))));
        assert!(girls.y < boys.y);
    }

    #[test]
    fn words_stand_where_there_is_room_and_name_the_groups_once() {
        let drawing = drawing(&panel());
        let [girls, boys] = &drawing.rows[0];
        assert_eq!((girls.ends_there, girls.text_x, girls.text.as_str()), (false, 37.5, "girls 20"));
        assert_eq!((boys.ends_there, boys.text_x, boys.text.as_str()), (true, 62.5, "boys 60"));
        assert_eq!(drawing.rows[1][1].text, "0");
    }

    #[test]
    fn long_names_are_left_to_the_key() {
        let mut panel = panel();
        panel.names[0] = "residential arrangement with special service".to_owned();
        let [first, second] = &drawing(&panel).rows[0];
        assert_eq!((first.text.as_str(), second.text.as_str()), ("20", "60"));
    }

    #[test]
    fn what_has_no_figure_draws_no_dot_and_says_why() {
        let [hidden, _] = &drawing(&panel()).rows[1];
        assert_eq!((hidden.x, hidden.line, hidden.text.as_str()), (None, None, "hidden"));
    }
}
