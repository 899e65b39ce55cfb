//! What is drawn in the plot, series by series.

use charming::{
    datatype::{CompositeValue, DataPointItem},
    element::{
        Emphasis, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType, MarkLine, MarkLineData, MarkLineVariant,
        Symbol,
    },
    series::{Bar, Line, Scatter},
};
use serde_json::{Value, json};

use super::frame;
use crate::{
    chart::{
        look::Look,
        spec::{json_from_part, merge},
        text,
    },
    view_model::bars::{BarRow, BarsPanel, Reference},
};

/// The five series, in the order that [`super::spec`] tells of.
pub fn all(panel: &BarsPanel, look: Look) -> Value {
    let bars = [rows(panel, look), bars(panel, look)].map(|part| json_from_part(&part));
    let intervals = json_from_part(&intervals(panel, look));
    let texts = [values(panel, look), reasons(panel, look)].map(|part| json_from_part(&part));
    let mut all = Vec::from(bars);
    all.push(intervals);
    all.extend(texts);
    Value::Array(all)
}

fn rows(panel: &BarsPanel, look: Look) -> Bar {
    let colours = look.palette();
    let item = |row: &BarRow| {
        let colour = if row.is_picked { colours.row_picked } else { "transparent" };
        DataPointItem::new(1).name(text::plain(&row.key)).item_style(ItemStyle::new().color(colour))
    };
    Bar::new()
        .id("rows")
        .x_axis_index(2)
        .y_axis_index(1)
        .bar_width("100%")
        .item_style(ItemStyle::new().border_radius(6))
        .emphasis(Emphasis::new().item_style(
            ItemStyle::new().color(colours.row_lit).border_color(colours.focus).border_width(look.stroke(1.5)),
        ))
        .data(panel.rows.iter().map(item).collect())
}

fn bars(panel: &BarsPanel, look: Look) -> Bar {
    let colours = look.palette();
    let item = |row: &BarRow| {
        let (colour, rim) = if row.is_picked { (colours.bar_picked, 2.0) } else { (colours.bar, 1.0) };
        let style = ItemStyle::new().color(colour).border_color(colours.bar_rim).border_width(look.stroke(rim));
        DataPointItem::new(row.value).item_style(style)
    };
    let bars =
        Bar::new().id("bars").emphasis(Emphasis::new().disabled(true)).data(panel.rows.iter().map(item).collect());
    match &panel.reference {
        Some(reference) => bars.mark_line(reference_line(reference, look)),
        None => bars,
    }
}

fn reference_line(reference: &Reference, look: Look) -> MarkLine {
    let colours = look.palette();
    MarkLine::new()
        .silent(true)
        .symbol(vec![Symbol::None, Symbol::None])
        .line_style(LineStyle::new().color(colours.reference).width(look.stroke(1.5)).type_(LineStyleType::Solid))
        .label(
            Label::new()
                .formatter(text::plain(&reference.label).as_str())
                .color(colours.reference)
                .font_size(look.small_px()),
        )
        .data(vec![MarkLineVariant::Simple(MarkLineData::new().x_axis(reference.value))])
}

/// One line through all intervals, broken between them, with a cap at each end: no function is needed to draw it.
fn intervals(panel: &BarsPanel, look: Look) -> Line {
    let colours = look.palette();
    let points = panel.rows.iter().enumerate().filter_map(|(i, row)| {
        let (low, high) = row.low.zip(row.high)?;
        Some([Some(low), Some(high), None].map(|x| CompositeValue::from(vec![x.into(), at(i)])))
    });
    Line::new()
        .id("intervals")
        .silent(true)
        .show_symbol(true)
        .symbol(Symbol::Rect)
        .line_style(LineStyle::new().color(colours.ink).width(look.stroke(2.0)))
        .item_style(ItemStyle::new().color(colours.ink))
        .emphasis(Emphasis::new().disabled(true))
        .data(points.flatten().collect())
}

fn values(panel: &BarsPanel, look: Look) -> Scatter {
    let points = panel.rows.iter().enumerate().filter_map(|(i, row)| {
        let end = row.high.into_iter().fold(row.value?, f64::max);
        Some((vec![CompositeValue::from(end), at(i)], text_of(row, &row.value_text)))
    });
    texts("values", points, look)
}

fn reasons(panel: &BarsPanel, look: Look) -> Scatter {
    let points = panel.rows.iter().enumerate().filter_map(|(i, row)| match (row.value, &row.state_text) {
        (None, Some(reason)) => Some((vec![at(0), at(i)], text_of(row, reason))),
        _ => None,
    });
    // On the axis of the ticks' texts, where 0 is the first tick and no figure.
    texts("reasons", points, look).x_axis_index(1)
}

/// Texts to the right of points that are not seen themselves.
fn texts(id: &str, points: impl Iterator<Item = (Vec<CompositeValue>, String)>, look: Look) -> Scatter {
    let label = Label::new().show(true).position(LabelPosition::Right).distance(look.px(7.0)).formatter("{b}");
    Scatter::new()
        .id(id)
        .symbol(Symbol::Rect)
        .symbol_size(1.0)
        .item_style(ItemStyle::new().color("transparent").opacity(1))
        .emphasis(Emphasis::new().disabled(true))
        .label(label)
        .data(points.map(|(at, text)| DataPointItem::new(at).name(text)).collect())
}

/// A text in the style of its row.
fn text_of(row: &BarRow, text: &str) -> String {
    let style = if row.is_picked { "picked" } else { "name" };
    format!("{{{style}|{}}}", text::plain(text))
}

/// A row's place on its axis.
fn at(row: usize) -> CompositeValue {
    CompositeValue::from(row as f64)
}

/// What charming has no word for.
pub fn patch(panel: &BarsPanel, look: Look) -> Value {
    let colours = look.palette();
    let reference = panel.reference.as_ref().map(|reference| {
        let align = reference_align(reference, panel, look);
        json!({"z": 3, "label": {"position": "start", "align": align, "fontWeight": 600}})
    });
    let value = json!({"fontSize": look.text_px, "color": colours.ink, "fontWeight": 600});
    let reason = json!({"fontSize": look.text_px, "color": colours.muted, "fontStyle": "italic"});
    json!({"series": [
        {"z": -1},
        {"silent": true, "markLine": reference.unwrap_or_else(|| json!({}))},
        {"z": 4, "clip": false, "showAllSymbol": true, "symbolSize": [look.stroke(2.0), look.px(10.0)]},
        {"z": 5, "silent": true, "clip": false, "label": {"rich": rimmed(&value, look)}},
        {"z": 5, "silent": true, "label": {"rich": rimmed(&reason, look)}},
    ]})
}

/// Near an end of the axis the label of the reference would leave the chart: there it grows inwards.
fn reference_align(reference: &Reference, panel: &BarsPanel, look: Look) -> &'static str {
    let end = panel.ticks.last().map_or(1.0, |tick| tick.value);
    let half_px = text::width_em(&reference.label) * text::BOLD * look.small_px() / 2.0;
    let half = half_px / frame::NARROWEST_PLOT;
    match reference.value / end {
        at if at < half => "left",
        at if at > 1.0 - half => "right",
        _ => "center",
    }
}

/// A style of text for a row and for a picked row, each with a rim in the colour it lies on: where a line passes behind a text it stays legible.
pub fn rimmed(style: &Value, look: Look) -> Value {
    let colours = look.palette();
    let rim = |ground: &str| {
        let mut style = style.clone();
        merge(&mut style, json!({"textBorderColor": ground, "textBorderWidth": 3}));
        style
    };
    json!({"name": rim(colours.card), "picked": rim(colours.row_picked)})
}
