//! The choropleth: which class each area is in, and what the legend says of the classes.

mod legend;
mod shade;

pub use legend::LegendRow;
pub use shade::Shade;

use legend::legend;
use shade::{class_shade, shade, verdict_shade};

use super::{
    context::Context,
    figure::{AnswerWords, answer_words, smoothed_words},
    verdict::{caution, in_short},
};
use crate::{
    model::{area::Level, dimension::DimensionKind, measure::MeasureKind, text::Language},
    query::{
        against::Colour,
        answer::figure_alone,
        breakdown::moved,
        judged::Judged,
        smoothed::{Smoothed, smoothed},
    },
    stats::classes::{MOST_CLASSES, class_breaks_by},
    verdict::{Kind, Verdict},
    words::{explore, map as words, verdict as verdicts},
};

/// What the map shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPanel {
    /// What the map shows.
    pub title: String,
    /// What the areas are.
    pub level: Level,
    /// The areas the dataset has, by code.
    pub areas: Vec<MapArea>,
    /// The legend, only with what occurs.
    pub legend: Vec<LegendRow>,
    /// Sentences under the legend.
    pub notes: Vec<String>,
    /// The map in one sentence.
    pub summary: String,
}

/// One area of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapArea {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How it is painted.
    pub shade: Shade,
    /// Value, n and interval for the tooltip, a line each.
    pub lines: Vec<String>,
    /// Name, value, n and interval in one sentence.
    pub spoken: String,
    /// Whether it is picked.
    pub is_picked: bool,
}

/// The map of the question; none where the file has no map.
pub fn map(context: Context) -> Option<MapPanel> {
    let Context { cleared, question, language, .. } = context;
    let level = question.level?;
    let area = context.area()?;
    let measure = context.measure()?;
    let judged = context.asked.areas.as_ref()?;
    let is_painted = measure.kind != MeasureKind::Count && measure.kind != MeasureKind::Unknown;
    let paint = match question.colour {
        _ if !is_painted => Paint::Plain,
        Colour::Verdict if judged.judgement.is_some() => Paint::Verdict,
        Colour::Smoothed => Paint::Smoothed(smoothed(cleared, question, judged)),
        _ => Paint::Figure,
    };
    let breaks = match paint {
        Paint::Figure | Paint::Smoothed(_) => steady_breaks(context, judged),
        Paint::Verdict | Paint::Plain => Vec::new(),
    };
    let picked = context.picked(area);
    let areas = judged.rows.iter().enumerate().filter_map(|(place, row)| {
        let category = context.dimension(area)?.categories.get(row.category)?;
        let name = category.label.get(language);
        let texts = answer_words(measure, &row.answer, language);
        let verdict = judged.judgement.as_ref().and_then(|it| it.family.verdicts.get(place));
        let smoothed = match &paint {
            Paint::Smoothed(smoothed) => smoothed.get(place).copied().flatten(),
            _ => None,
        };
        let asides = asides(context, &texts, verdict.filter(|verdict| verdict.kind() < Kind::NotComparable), smoothed);
        Some(MapArea {
            code: category.code.clone(),
            name: name.to_owned(),
            shade: match (&paint, verdict, smoothed) {
                (Paint::Verdict, Some(verdict), _) => verdict_shade(verdict, &row.answer),
                (_, _, Some(smoothed)) => class_shade(smoothed.figure, &breaks),
                _ => shade(&row.answer, is_painted, &breaks),
            },
            spoken: format!(
                "{name}: {}",
                std::iter::once(&texts.spoken).chain(&asides).cloned().collect::<Vec<_>>().join(", ")
            ),
            lines: std::iter::once(texts.value).chain(asides).collect(),
            is_picked: row.category == picked,
        })
    });
    let areas: Vec<MapArea> = areas.collect();
    let title = explore::mapped(language, context.measure_label(), level, &context.rest(&[Some(area)]));
    let title = match paint {
        Paint::Smoothed(_) => format!("{title} ({})", verdicts::smoothed(language)),
        _ => title,
    };
    let n_hidden = areas.iter().filter(|area| area.shade == Shade::Suppressed).count();
    let n_known = judged.rows.iter().filter(|row| row.answer.figure.value().is_some()).count();
    Some(MapPanel {
        summary: words::summary(language, &title, level, n_known, n_hidden, areas.len()),
        title,
        level,
        legend: legend(&areas, &breaks, measure, level, language),
        notes: notes(context, &paint, judged, level),
        areas,
    })
}

/// The areas of one shade, which the reader has asked to see alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Their codes.
    pub codes: Vec<String>,
    /// What is shown, for a line over the table: "16–18 %: 23 av 290 kommuner".
    pub said: String,
}

impl MapPanel {
    /// Whether the legend has a shade, or it is that of areas outside the file.
    pub fn has(&self, shade: Shade) -> bool {
        shade == Shade::Outside || self.legend.iter().any(|row| row.shade == shade)
    }

    /// The areas of a shade; none where the legend does not have it.
    pub fn held(&self, shade: Shade, language: Language) -> Option<Held> {
        let row = self.legend.iter().find(|row| row.shade == shade)?;
        let areas = self.areas.iter().filter(|area| area.shade == shade);
        let n_all = words::n_areas(language, self.areas.len(), self.level);
        let said = format!("{}: {}", row.label, words::so_many_of(language, row.n_areas, &n_all));
        Some(Held { codes: areas.map(|area| area.code.clone()).collect(), said })
    }

    /// The row of the legend for areas that are drawn and not in the file; none where there are none.
    pub fn outside(&self, n_drawn: usize, language: Language) -> Option<LegendRow> {
        let n_areas = n_drawn.saturating_sub(self.areas.len());
        let label = words::outside(language).to_owned();
        let count = words::n_areas(language, n_areas, self.level);
        (n_areas > 0).then_some(LegendRow { shade: Shade::Outside, label, count, n_areas })
    }
}

/// What the areas are painted by.
enum Paint {
    /// Where the figure lies.
    Figure,
    /// The verdict.
    Verdict,
    /// Where the smoothed figure lies, for each row.
    Smoothed(Vec<Option<Smoothed>>),
    /// Nothing: counts are not painted.
    Plain,
}

fn notes(context: Context, paint: &Paint, judged: &Judged, level: Level) -> Vec<String> {
    let language = context.language;
    match paint {
        Paint::Plain if context.question.colour == Colour::Verdict => {
            vec![
                words::count_not_coloured(language).to_owned(),
                verdicts::colour_counts_not_judged(language).to_owned(),
            ]
        }
        Paint::Plain => vec![words::count_not_coloured(language).to_owned()],
        Paint::Figure => vec![words::colour_says(language).to_owned()],
        Paint::Smoothed(_) => vec![verdicts::smoothed_says(language).to_owned()],
        Paint::Verdict => caution(context, judged, Some(level)),
    }
}

/// What is said of an area beside its figure.
fn asides(context: Context, texts: &AnswerWords, verdict: Option<&Verdict>, smoothed: Option<Smoothed>) -> Vec<String> {
    let language = context.language;
    let mut asides = Vec::new();
    if let Some((smoothed, measure)) = smoothed.zip(context.measure()) {
        asides.push(smoothed_words(measure, smoothed, language));
    }
    if !texts.n.is_empty() {
        asides.push(explore::n_is(&texts.n));
    }
    if !texts.interval.is_empty() {
        asides.push(explore::interval_is(language, &texts.interval));
    }
    if let Some(verdict) = verdict {
        asides.push(in_short(context, verdict));
    }
    if !texts.flags.is_empty() {
        asides.push(texts.flags.clone());
    }
    asides
}

/// The breaks between the classes, from the values of every period: the colours mean the same when the year changes.
fn steady_breaks(context: Context, judged: &Judged) -> Vec<f64> {
    let places: Vec<usize> = judged.rows.iter().map(|row| row.category).collect();
    let period = context.cube().dimension_of_kind(&DimensionKind::Period);
    let periods = period.and_then(|period| context.dimension(period)).map_or(1, |it| it.categories.len());
    let mut values = Vec::new();
    for at_period in 0..periods {
        let at = match period {
            Some(period) => moved(&context.question.at, period, at_period),
            None => context.question.at.clone(),
        };
        values.extend(places.iter().filter_map(|place| {
            let at = moved(&at, judged.dimension, *place);
            figure_alone(context.cleared, context.question.measure, &at).figure.value()
        }));
    }
    class_breaks_by(context.question.classes, &values, MOST_CLASSES)
}
