//! Where things are: the height of the rows, the room for the labels, and how both change with the width.

use serde_json::{Value, json};

use crate::{
    chart::{look::Look, text},
    view_model::bars::{BarRow, BarsPanel},
};

/// Where the label of a row is. Widths are in CSS pixels at 14 px type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// Above its bar, in lines of at most this width.
    Above(u16),
    /// To the left, in a column of at most this width.
    Beside(u16),
}

/// Narrowest first, each with the chart's width from which it holds, in CSS pixels at 14 px type.
const LAYOUTS: [(u16, Layout); 4] =
    [(0, Layout::Above(NARROWEST)), (350, Layout::Above(340)), (540, Layout::Beside(190)), (740, Layout::Beside(250))];

/// The narrowest chart that labels must fit: a telephone of 320 less its margins.
const NARROWEST: u16 = 270;
/// The axis in the narrowest chart, with room for a number at its end.
pub const NARROWEST_PLOT: f64 = 190.0;
/// Between the edge of the chart and the labels: what a lit row holds beyond its text.
const EDGE: f64 = 8.0;
/// More lines of a name than these are cut.
const MOST_LINES: usize = 2;

/// The measures of a chart in CSS pixels.
pub struct Frame {
    n_rows: usize,
    /// From one row to the next.
    pitch: f64,
    /// How much higher a row lies around its bar where the label is above it.
    lift: f64,
    /// Above the rows.
    top: f64,
    /// Below the rows: ticks and the axis' title.
    bottom: f64,
    /// Right of the plot: what a number at the axis' end needs.
    pub right: f64,
}

impl Frame {
    /// The measures that a panel needs.
    pub fn of(panel: &BarsPanel, look: Look) -> Self {
        let is_broken =
            panel.rows.iter().any(|row| LAYOUTS.iter().any(|(_, layout)| names(row, look, *layout).len() > 1));
        let pitch = look.px(if is_broken { 62.0 } else { 46.0 });
        Self {
            n_rows: panel.rows.len(),
            pitch,
            lift: pitch / 2.0 - look.px(15.0),
            top: look.px(if panel.reference.is_some() { 28.0 } else { 4.0 }),
            bottom: look.px(if panel.axis_title.is_empty() { 28.0 } else { 50.0 }),
            right: right_of(panel, look),
        }
    }

    /// The height of the whole chart.
    pub fn height_px(&self) -> u32 {
        (self.top + self.lift + self.pitch * self.n_rows as f64 + self.bottom).ceil() as u32
    }

    /// The parts of the option that follow the width of the chart, as ECharts' media queries.
    pub fn media(&self, panel: &BarsPanel, look: Look) -> Value {
        let ends = LAYOUTS.iter().skip(1).map(|(from, _)| Some(look.px(f64::from(*from)) - 1.0));
        let parts = LAYOUTS.iter().zip(ends.chain([None])).map(|((from, layout), to)| {
            let mut query = json!({"minWidth": look.px(f64::from(*from))});
            if let Some(to) = to {
                query["maxWidth"] = json!(to);
            }
            json!({"query": query, "option": self.option(panel, look, *layout)})
        });
        json!({"media": parts.collect::<Vec<_>>()})
    }

    fn option(&self, panel: &BarsPanel, look: Look, layout: Layout) -> Value {
        let labels: Vec<String> = panel.rows.iter().map(|row| label(row, look, layout)).collect();
        let edge = look.px(EDGE);
        match layout {
            Layout::Above(_) => {
                let bar = look.px(14.0);
                let padding = [0.0, 0.0, bar / 2.0 + look.px(2.0), 0.0];
                let place = json!({"inside": true, "margin": 0, "verticalAlign": "bottom", "padding": padding});
                json!({
                    "grid": [
                        {"left": edge, "top": self.top + self.lift, "bottom": self.bottom},
                        {"top": self.top, "bottom": self.bottom + self.lift},
                    ],
                    // The line would pass through the first letters.
                    "yAxis": [{"data": labels, "axisLabel": place, "axisLine": {"show": false}}, {}],
                    "series": [
                        {},
                        {"barWidth": bar, "markLine": {"label": {"distance": self.lift + edge}}},
                        {}, {}, {"label": {"distance": 0}},
                    ],
                })
            }
            Layout::Beside(_) => {
                let column = column_px(panel, look, layout);
                let place = json!({"inside": false, "margin": column - edge, "verticalAlign": "middle", "padding": 0});
                let bottom = self.bottom + self.lift;
                json!({
                    "grid": [{"left": column, "top": self.top, "bottom": bottom}, {"top": self.top, "bottom": bottom}],
                    "yAxis": [{"data": labels, "axisLabel": place, "axisLine": {"show": true}}, {}],
                    "series": [
                        {},
                        {"barWidth": look.px(20.0), "markLine": {"label": {"distance": edge}}},
                        {}, {}, {"label": {"distance": look.px(7.0)}},
                    ],
                })
            }
        }
    }
}

/// The column of labels to the left of the plot: what the longest line needs, and room on both sides.
fn column_px(panel: &BarsPanel, look: Look, layout: Layout) -> f64 {
    let widest = panel.rows.iter().flat_map(|row| {
        let name_px = look.text_px * weight(row);
        let names = names(row, look, layout).into_iter().map(move |line| text::width_em(&line) * name_px);
        names.chain([text::width_em(&row.n_text) * look.small_px()])
    });
    (widest.fold(0.0, f64::max) + look.px(EDGE + 16.0)).ceil()
}

/// The name in the lines that the layout has room for.
fn names(row: &BarRow, look: Look, layout: Layout) -> Vec<String> {
    let most_px = match layout {
        Layout::Above(most) => look.px(f64::from(most)) - n_px(row, look),
        Layout::Beside(most) => look.px(f64::from(most)),
    };
    let most_em = most_px / look.text_px / weight(row);
    text::lines(&text::plain(&row.label), most_em, MOST_LINES)
}

/// How much wider the name is set than in regular type.
fn weight(row: &BarRow) -> f64 {
    if row.is_picked { text::BOLD } else { 1.0 }
}

/// The room that n takes behind a name.
fn n_px(row: &BarRow, look: Look) -> f64 {
    if row.n_text.is_empty() { 0.0 } else { text::width_em(&row.n_text) * look.small_px() + look.px(10.0) }
}

/// The label in ECharts' rich text, its styles those of `axes_patch`.
fn label(row: &BarRow, look: Look, layout: Layout) -> String {
    let (name, n) = if row.is_picked { ("picked", "picked_n") } else { ("name", "n") };
    let lines = names(row, look, layout).into_iter().map(|line| format!("{{{name}|{line}}}"));
    let mut label = lines.collect::<Vec<_>>().join("\n");
    if !row.n_text.is_empty() {
        let n_text = text::plain(&row.n_text);
        label += &match layout {
            Layout::Above(_) => format!("{{{n}|\u{a0}\u{a0}\u{a0}{n_text}}}"),
            Layout::Beside(_) => format!("\n{{{n}|{n_text}}}"),
        };
    }
    label
}

/// What the longest number needs beyond the axis' end in the narrowest plot, and never less than half a tick's label.
fn right_of(panel: &BarsPanel, look: Look) -> f64 {
    let end = panel.ticks.last();
    let needs = panel.rows.iter().filter_map(|row| {
        let at = row.high.into_iter().fold(row.value?, f64::max) / end?.value;
        let number_px = text::width_em(&row.value_text) * text::BOLD * look.text_px + look.px(EDGE);
        Some(number_px - (1.0 - at) * NARROWEST_PLOT)
    });
    let tick_px = end.map_or(0.0, |tick| text::width_em(&tick.label) * look.small_px() / 2.0);
    needs.fold(tick_px, f64::max).ceil() + 1.0
}
