//! Horizontal bars with their intervals: the label to the left (above the bar on a telephone), the number at the interval's end, the reason where there is no number.

mod frame;
mod series;

use charming::{
    component::{Axis, Grid},
    element::{AxisLabel, AxisLine, AxisTick, AxisType, LabelAlign, LineStyle, NameLocation, SplitLine, TextStyle},
};
use serde_json::{Value, json};

use self::frame::Frame;
use super::{
    look::Look,
    spec::{ChartSpec, json_from_part, merge},
    text,
};
use crate::view_model::bars::BarsPanel;

/// The grid that bars and axis are drawn in.
const PLOT: usize = 0;
/// The grid of the rows: as wide as the chart, so that a lit row holds its label too.
const ROWS: usize = 1;

/// The chart of a panel.
///
/// The series are, in this order, `rows` (what is lit and clicked: its data are the panel's rows by position, each named by its key), `bars`, `intervals`, `values`,
/// `reasons`; all but `rows` are silent. Light row `i` by `{type: "highlight", seriesIndex: 0, dataIndex: i}`.
pub fn spec(panel: &BarsPanel, look: Look) -> ChartSpec {
    let frame = Frame::of(panel, look);
    let mut option = axes(panel, look, &frame);
    option["series"] = series::all(panel, look);
    merge(&mut option, axes_patch(look));
    merge(&mut option, series::patch(panel, look));
    merge(&mut option, frame.media(panel, look));
    ChartSpec { option, summary: panel.summary.clone(), height_px: frame.height_px() }
}

fn axes(panel: &BarsPanel, look: Look, frame: &Frame) -> Value {
    let colours = look.palette();
    let hidden = || Axis::new().show(false);
    let ticks: Vec<String> = panel.ticks.iter().map(|tick| text::plain(&tick.label)).collect();
    let rows: Vec<String> = panel.rows.iter().map(|row| text::plain(&row.key)).collect();
    let end = panel.ticks.last().map_or(1.0, |tick| tick.value);
    let plot = Grid::new().right(frame.right);
    // Room for the rim of a lit row.
    let rim = Grid::new().left(1).right(1);
    // What the bars are measured by. Its own labels would have ECharts' thousands and decimal point, so the texts of the ticks are an axis of their own, of
    // categories equally far apart.
    let measured = hidden().type_(AxisType::Value).grid_index(PLOT as f64).min(0).max(end);
    let texts = Axis::new()
        .type_(AxisType::Category)
        .grid_index(PLOT as f64)
        .position("bottom")
        .boundary_gap(false)
        .data(ticks)
        .name(text::plain(&panel.axis_title))
        .name_location(NameLocation::Middle)
        .name_gap(look.px(30.0))
        .name_text_style(TextStyle::new().color(colours.muted).font_size(look.small_px()))
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new().color(colours.muted).font_size(look.small_px()))
        .split_line(SplitLine::new().show(true).line_style(LineStyle::new().color(colours.rule).width(1)));
    let x_rows = hidden().type_(AxisType::Value).grid_index(ROWS as f64).min(0).max(1);
    let labels = Axis::new()
        .type_(AxisType::Category)
        .grid_index(PLOT as f64)
        .inverse(true)
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new().interval(0));
    let y_rows = hidden().type_(AxisType::Category).grid_index(ROWS as f64).inverse(true).data(rows);
    let x_axes = [measured, texts, x_rows].map(|axis| json_from_part(&axis));
    let y_axes = [labels, y_rows].map(|axis| json_from_part(&axis));
    json!({
        "animation": false,
        "grid": [json_from_part(&plot), json_from_part(&rim)],
        "xAxis": x_axes,
        "yAxis": y_axes,
    })
}

/// What charming has no word for.
fn axes_patch(look: Look) -> Value {
    let colours = look.palette();
    let name = json!({"fontSize": look.text_px, "lineHeight": look.px(18.0), "color": colours.ink});
    let n = json!({"fontSize": look.small_px(), "lineHeight": look.px(16.0), "color": colours.muted});
    let (mut name, n) = (series::rimmed(&name, look), series::rimmed(&n, look));
    name["picked"]["fontWeight"] = json!(700);
    let rich = json!({"name": name["name"], "picked": name["picked"], "n": n["name"], "picked_n": n["picked"]});
    json!({
        "textStyle": {"fontFamily": look.fonts},
        "xAxis": [{}, {"axisLabel": {"margin": look.px(8.0)}}, {}],
        "yAxis": [
            {
                "z": 4,
                // charming takes the colour of an axis for that of a gauge: a list.
                "axisLine": {"lineStyle": {"color": colours.baseline, "width": 1}},
                "axisLabel": {"align": LabelAlign::Left, "hideOverlap": false, "rich": rich},
            },
            {},
        ],
    })
}
