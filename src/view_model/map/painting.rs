//! What the areas of one map are painted by, and what is said of each.

use super::{
    MapArea, MapPanel,
    legend::legend,
    shade::{Shade, class_shade, shade, verdict_shade},
};
use crate::{
    model::{
        area::Level,
        measure::{Measure, MeasureKind},
    },
    query::{
        against::Colour,
        judged::Judged,
        smoothed::{Smoothed, smoothed},
    },
    verdict::{Kind, Verdict},
    view_model::{
        context::Context,
        figure::{AnswerWords, answer_words, smoothed_words},
        verdict::{caution, in_short},
    },
    words::{explore, map as words, verdict as verdicts},
};

/// Whether a measure is painted at all: large areas would look worse than they are by their numbers.
pub fn is_painted(measure: &Measure) -> bool {
    !matches!(measure.kind, MeasureKind::Count | MeasureKind::Unknown)
}

/// One map, and what its areas are painted by.
pub(super) struct Painting<'a> {
    context: Context<'a>,
    judged: &'a Judged,
    level: Level,
    area: usize,
    measure: &'a Measure,
    paint: Paint,
}

impl<'a> Painting<'a> {
    /// How these areas are painted; none where the file has no map.
    pub(super) fn of(context: Context<'a>, judged: &'a Judged) -> Option<Self> {
        let Context { cleared, question, .. } = context;
        let measure = context.measure()?;
        let paint = match question.colour {
            _ if !is_painted(measure) => Paint::Plain,
            Colour::Verdict if judged.judgement.is_some() => Paint::Verdict,
            Colour::Smoothed => Paint::Smoothed(smoothed(cleared, question, judged)),
            _ => Paint::Figure,
        };
        Some(Self { context, judged, level: question.level?, area: context.area()?, measure, paint })
    }

    /// Whether values are put into classes.
    pub(super) fn has_classes(&self) -> bool {
        matches!(self.paint, Paint::Figure | Paint::Smoothed(_))
    }

    /// What the map shows, by these breaks between the classes.
    pub(super) fn panel(&self, breaks: &[f64]) -> Option<MapPanel> {
        let Self { context, judged, level, .. } = *self;
        let language = context.language;
        let rows = judged.rows.iter().enumerate();
        let areas: Vec<MapArea> = rows.filter_map(|(place, _)| self.map_area(place, breaks)).collect();
        let title = self.titled(&[Some(self.area)]);
        let n_hidden = areas.iter().filter(|area| area.shade == Shade::Suppressed).count();
        let n_known = judged.rows.iter().filter(|row| row.answer.figure.value().is_some()).count();
        Some(MapPanel {
            summary: words::summary(language, &title, level, n_known, n_hidden, areas.len()),
            title,
            level,
            legend: legend(&areas, breaks, self.measure, level, 1, language),
            notes: notes(context, &self.paint, judged, level),
            areas,
            n_maps: 1,
        })
    }

    /// What is shown, narrowed down by what is picked in all dimensions but these.
    pub(super) fn titled(&self, but_for: &[Option<usize>]) -> String {
        let Self { context, level, .. } = *self;
        let title = explore::mapped(context.language, context.measure_label(), level, &context.rest(but_for));
        match self.paint {
            Paint::Smoothed(_) => format!("{title} ({})", verdicts::smoothed(context.language)),
            _ => title,
        }
    }

    fn map_area(&self, place: usize, breaks: &[f64]) -> Option<MapArea> {
        let Self { context, judged, .. } = *self;
        let row = judged.rows.get(place)?;
        let category = context.dimension(self.area)?.categories.get(row.category)?;
        let name = category.label.get(context.language);
        let texts = answer_words(self.measure, &row.answer, context.language);
        let verdict = judged.judgement.as_ref().and_then(|it| it.family.verdicts.get(place));
        let smoothed = match &self.paint {
            Paint::Smoothed(smoothed) => smoothed.get(place).copied().flatten(),
            _ => None,
        };
        let asides = asides(context, &texts, verdict.filter(|verdict| verdict.kind() < Kind::NotComparable), smoothed);
        let is_painted = !matches!(self.paint, Paint::Plain);
        Some(MapArea {
            code: category.code.clone(),
            name: name.to_owned(),
            shade: match (&self.paint, verdict, smoothed) {
                (Paint::Verdict, Some(verdict), _) => verdict_shade(verdict, &row.answer),
                (_, _, Some(smoothed)) => class_shade(smoothed.figure, breaks),
                _ => shade(&row.answer, is_painted, breaks),
            },
            spoken: format!(
                "{name}: {}",
                std::iter::once(&texts.spoken).chain(&asides).cloned().collect::<Vec<_>>().join(", ")
            ),
            lines: std::iter::once(texts.value).chain(asides).collect(),
            is_picked: row.category == context.picked(self.area),
        })
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

/// Sentences under the legend.
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
