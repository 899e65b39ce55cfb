//! What the legend says of the shades: the limits of each class, and how many areas it has.

use super::{MapArea, Shade};
use crate::{
    model::{
        area::Level,
        figure::Absence,
        measure::{Measure, MeasureKind},
        text::Language,
    },
    view_model::bars,
    words::{absence as absence_words, explore, figure as figure_words, map as words, number, verdict as verdicts},
};

/// One row of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendRow {
    /// How it is painted.
    pub shade: Shade,
    /// What it means.
    pub label: String,
    /// How many areas: "12 kommuner".
    pub count: String,
    /// The number itself, for the bar beside it.
    pub n_areas: usize,
}

/// The legend, only with what occurs; of the classes all.
pub(super) fn legend(
    areas: &[MapArea],
    breaks: &[f64],
    measure: &Measure,
    level: Level,
    n_maps: usize,
    language: Language,
) -> Vec<LegendRow> {
    let n_of = |shade: Shade| areas.iter().filter(|area| area.shade == shade).count();
    let row = |shade: Shade, label: String| {
        let n_areas = n_of(shade);
        LegendRow { shade, label, count: words::n_on_maps(language, n_areas, level, n_maps), n_areas }
    };
    let style = figure_words::Style::of(measure, language);
    let style = figure_words::Style { decimals: bars::decimals_of(breaks), ..style };
    let limit = |place: usize| breaks.get(place).map(|limit| figure_words::plain(*limit, &style, language));
    let between = |low: f64, high: f64| match measure.kind {
        MeasureKind::Share => number::percent_range(low, high, style.decimals, language),
        _ => number::range(low, high, style.decimals, language),
    };
    let has_classes = areas.iter().any(|area| matches!(area.shade, Shade::Class(_)));
    let n_classes = if has_classes { breaks.len() + 1 } else { 0 };
    let classes = (0..n_classes).map(|class| {
        let below = class.checked_sub(1);
        let label = match below.and_then(|below| Some((*breaks.get(below)?, *breaks.get(class)?))) {
            Some((low, high)) => between(low, high),
            None => words::open_class(language, below.and_then(limit).as_deref(), limit(class).as_deref()),
        };
        row(Shade::Class(u8::try_from(class).unwrap_or(u8::MAX)), label)
    });
    let absent = |absence: Absence| absence_words::name(&absence, language).to_owned();
    let others = [
        (Shade::Higher, verdicts::higher(language).to_owned()),
        (Shade::NotApart, verdicts::not_apart(language).to_owned()),
        (Shade::Lower, verdicts::lower(language).to_owned()),
        (Shade::TooFew, verdicts::too_few(language).to_owned()),
        (Shade::NotComparable, verdicts::not_comparable(language).to_owned()),
        (Shade::Plain, words::plain(language).to_owned()),
        (Shade::RoundsToZero, absent(Absence::RoundsToZero)),
        (Shade::NothingCounted, explore::nothing_counted(language).to_owned()),
        (Shade::Suppressed, absent(Absence::Suppressed)),
        (Shade::Uncertain, absent(Absence::Uncertain)),
        (Shade::Missing, absent(Absence::Missing)),
        (Shade::NotYet, absent(Absence::NotYet)),
        (Shade::NotApplicable, absent(Absence::NotApplicable)),
        (Shade::UnknownSymbol, words::unknown_sign(language).to_owned()),
        (Shade::Unpublished, absent(Absence::Unpublished)),
    ];
    classes.chain(others.into_iter().map(|(shade, label)| row(shade, label)).filter(|row| row.n_areas > 0)).collect()
}
