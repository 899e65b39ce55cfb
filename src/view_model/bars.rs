//! What a chart of horizontal bars says: a row for each category, with its interval and its words.

use crate::{
    model::{
        measure::{Measure, MeasureKind},
        text::Language,
    },
    stats::nice::ticks_from_zero,
    words::figure::{Style, plain},
};

/// At most so many steps on the axis: more labels do not fit a telephone.
const N_STEPS: usize = 5;

/// A chart of horizontal bars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarsPanel {
    /// What the chart shows.
    pub title: String,
    /// What the axis measures, with its unit: "andel av hemmen"; may be empty.
    pub axis_title: String,
    /// Where the axis is marked: from 0, equally far apart, the last one its end. [`ticks`] makes them.
    pub ticks: Vec<Tick>,
    /// The bars, from the top.
    pub rows: Vec<BarRow>,
    /// What the bars are compared with.
    pub reference: Option<Reference>,
    /// The chart in one sentence, for those who do not see it.
    pub summary: String,
    /// How many of the rows are shown, where it is not all of them.
    pub left_out: String,
    /// What to mind when comparing the rows, a sentence each.
    pub notes: Vec<String>,
    /// What stands in its place where there are no rows.
    pub empty_text: String,
}

/// One row of the chart: a bar, or the reason why there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarRow {
    /// The publisher's code: what is picked with the row.
    pub key: String,
    /// What the reader calls it.
    pub label: String,
    /// The number, in the unit of the axis; none draws no bar, and never a zero.
    pub value: Option<f64>,
    /// The lower bound of the interval, in the unit of the axis.
    pub low: Option<f64>,
    /// The upper bound of the interval, in the unit of the axis.
    pub high: Option<f64>,
    /// The number as text: "37 %", "drygt 30 %".
    pub value_text: String,
    /// "n = 52"; may be empty.
    pub n_text: String,
    /// The interval as text: "25–50 %"; may be empty.
    pub interval_text: String,
    /// The verdict in a word or two; may be empty.
    pub verdict_text: String,
    /// Why there is no number: "dold av sekretess". It is drawn only where `value` is none.
    pub state_text: Option<String>,
    /// The row in one sentence.
    pub spoken: String,
    /// Whether the reader has picked it.
    pub is_picked: bool,
}

/// A mark of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, in the unit of the axis.
    pub value: f64,
    /// As text: "20 %".
    pub label: String,
}

/// What the bars are compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Where, in the unit of the axis.
    pub value: f64,
    /// As text: "riket 31 %".
    pub label: String,
}

/// The marks of an axis that holds all that is drawn: the bars, their intervals and the reference, and `axis_max` where the axis is to reach that far in any case
/// (100 for a share that is best seen as a part of all).
pub fn ticks(
    rows: &[BarRow],
    reference: Option<&Reference>,
    axis_max: Option<f64>,
    style: &Style,
    language: Language,
) -> Vec<Tick> {
    let drawn = rows.iter().flat_map(|row| [row.value, row.high]).flatten();
    let highest = drawn.chain(reference.map(|reference| reference.value)).chain(axis_max).fold(0.0, f64::max);
    axis(highest, N_STEPS, style, language)
}

/// The marks of an axis that holds figures of a measure up to this; of a share near the whole it holds the whole.
pub fn ticks_up_to(highest: f64, measure: &Measure, language: Language) -> Vec<Tick> {
    let is_large = measure.kind == MeasureKind::Share && highest > 80.0;
    let highest = if is_large { highest.max(100.0) } else { highest };
    axis(highest, N_STEPS, &Style::of(measure, language), language)
}

/// The marks of an axis from 0 up to this, in at most so many round steps.
pub fn axis(highest: f64, n_steps: usize, style: &Style, language: Language) -> Vec<Tick> {
    let values = ticks_from_zero(highest, n_steps);
    let style = Style { decimals: decimals_of(&values), ..*style };
    values.into_iter().map(|value| Tick { value, label: plain(value, &style, language) }).collect()
}

/// The decimals that tell these numbers apart.
pub fn decimals_of(values: &[f64]) -> u8 {
    let is_whole = |value: f64, decimals: u8| {
        let scaled = value * 10_f64.powi(i32::from(decimals));
        (scaled - scaled.round()).abs() < 1e-6
    };
    (0..9).find(|decimals| values.iter().all(|value| is_whole(*value, *decimals))).unwrap_or(9)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(highest: f64, axis_max: Option<f64>, kind: MeasureKind) -> Vec<String> {
        let row = BarRow { value: Some(highest / 2.0), high: Some(highest), ..BarRow::default() };
        let style = Style { kind, decimals: 1, unit: "" };
        ticks(&[row], None, axis_max, &style, Language::Swedish).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn the_axis_holds_the_intervals_in_round_steps() {
        let share = MeasureKind::Share;
        assert_eq!(labels(50.1, None, share), ["0\u{a0}%", "20\u{a0}%", "40\u{a0}%", "60\u{a0}%"]);
        assert_eq!(labels(50.1, Some(100.0), share).len(), 6);
        assert_eq!(labels(1.2, None, MeasureKind::Rate), ["0,0", "0,5", "1,0", "1,5"]);
        assert_eq!(labels(1_497.0, None, MeasureKind::Count).last().map(String::as_str), Some("1\u{a0}500"));
    }

    #[test]
    fn nothing_but_hidden_rows_still_has_an_axis() {
        let ticks = ticks(&[BarRow::default()], None, None, &Style::count(), Language::English);
        assert_eq!(ticks.len(), 2);
    }
}
