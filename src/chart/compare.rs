//! Places or groups side by side, as geometry: dots and lines across one axis, in hundredths of its width.

use crate::view_model::compare::{ComparePanel, CompareRow};

/// The drawing of a panel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// The marks of the axis: where, and what they say.
    pub ticks: Vec<(f64, String)>,
    /// The rows, from the top.
    pub rows: Vec<Strip>,
}

/// One row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Strip {
    /// Where the figure is; none draws nothing.
    pub x: Option<f64>,
    /// From where to where its interval goes.
    pub line: Option<(f64, f64)>,
}

/// The drawing.
pub fn drawing(panel: &ComparePanel) -> Drawing {
    let end = panel.ticks.last().map_or(1.0, |tick| tick.value);
    let across = |value: f64| if end > 0.0 { (value / end * 100.0).clamp(0.0, 100.0) } else { 0.0 };
    let strip = |row: &CompareRow| Strip {
        x: row.value.map(across),
        line: row.range.map(|range| (across(range.low), across(range.high))),
    };
    Drawing {
        ticks: panel.ticks.iter().map(|tick| (across(tick.value), tick.label.clone())).collect(),
        rows: panel.rows.iter().map(strip).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{stats::interval::Interval, view_model::bars::Tick};

    #[test]
    fn all_rows_share_one_axis_and_nothing_is_drawn_of_what_is_absent() {
        let row = |value, range: Option<(f64, f64)>| CompareRow {
            value,
            range: range.map(|(low, high)| Interval { low, high }),
            ..CompareRow::default()
        };
        let ticks = [0.0, 20.0, 40.0].map(|value| Tick { value, label: value.to_string() }).to_vec();
        let rows = vec![row(Some(10.0), Some((5.0, 20.0))), row(None, None), row(None, Some((0.0, 90.0)))];
        let drawn = drawing(&ComparePanel { ticks, rows, ..ComparePanel::default() });
        assert_eq!(drawn.ticks.iter().map(|(x, _)| *x).collect::<Vec<_>>(), [0.0, 50.0, 100.0]);
        assert_eq!(drawn.rows[0], Strip { x: Some(25.0), line: Some((12.5, 50.0)) });
        assert_eq!(drawn.rows[1], Strip::default());
        assert_eq!(drawn.rows[2], Strip { x: None, line: Some((0.0, 100.0)) });
        assert_eq!(drawing(&ComparePanel::default()), Drawing::default());
    }
}
