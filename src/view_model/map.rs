//! The choropleth: which class each area is in, and what the legend says of the classes.

use super::{
    bars,
    context::Context,
    figure::{AnswerWords, answer_words, smoothed_words},
    verdict::{caution, in_short},
};
use crate::{
    model::{
        area::Level,
        dimension::DimensionKind,
        figure::Absence,
        measure::{Measure, MeasureKind},
        text::Language,
    },
    query::{
        against::Colour,
        answer::{Answer, Origin, figure_alone},
        breakdown::moved,
        judged::Judged,
        smoothed::{Smoothed, smoothed},
    },
    stats::classes::{MOST_CLASSES, class_breaks, class_of},
    verdict::{Kind, Verdict},
    words::{absence as absence_words, explore, figure as figure_words, map as words, number, verdict as verdicts},
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

/// How an area is painted. A shade that is not a class is never one of the classes' colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shade {
    /// A class of values, from 0 for the lowest.
    Class(u8),
    /// There is a figure, and it is one that is not painted: a count.
    Plain,
    /// Higher than what it is set against.
    Higher,
    /// Not to be told apart from it.
    NotApart,
    /// Lower than it.
    Lower,
    /// Too few to judge.
    TooFew,
    /// Not to be compared.
    NotComparable,
    /// More than nothing, less than half the unit.
    RoundsToZero,
    /// Nothing was counted: n = 0.
    NothingCounted,
    /// Hidden.
    Suppressed,
    /// Too uncertain.
    Uncertain,
    /// Not reported.
    Missing,
    /// Will be published.
    NotYet,
    /// Cannot occur.
    NotApplicable,
    /// A sign nobody explains.
    UnknownSymbol,
    /// Not published.
    Unpublished,
    /// The file does not have the area at all.
    Outside,
}

impl Shade {
    /// The part of a CSS class that stands for it.
    pub fn css(self) -> &'static str {
        match self {
            Self::Class(0) => "class-0",
            Self::Class(1) => "class-1",
            Self::Class(2) => "class-2",
            Self::Class(3) => "class-3",
            Self::Class(_) => "class-4",
            Self::Plain => "plain",
            Self::Higher => "higher",
            Self::NotApart => "not-apart",
            Self::Lower => "lower",
            Self::TooFew => "too-few",
            Self::NotComparable => "not-comparable",
            Self::RoundsToZero => "rounds-to-zero",
            Self::NothingCounted => "nothing-counted",
            Self::Suppressed => "suppressed",
            Self::Uncertain => "uncertain",
            Self::Missing => "missing",
            Self::NotYet => "not-yet",
            Self::NotApplicable => "not-applicable",
            Self::UnknownSymbol => "unknown-symbol",
            Self::Unpublished => "unpublished",
            Self::Outside => "outside",
        }
    }
}

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

impl MapPanel {
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
    class_breaks(&values, MOST_CLASSES)
}

fn class_shade(value: f64, breaks: &[f64]) -> Shade {
    Shade::Class(u8::try_from(class_of(value, breaks)).unwrap_or(u8::MAX))
}

/// The verdict's own shade; where there is no figure, the reason why.
fn verdict_shade(verdict: &Verdict, answer: &Answer) -> Shade {
    match verdict.kind() {
        Kind::Higher => Shade::Higher,
        Kind::Lower => Shade::Lower,
        Kind::NotApart => Shade::NotApart,
        Kind::TooFew => Shade::TooFew,
        Kind::NotComparable => Shade::NotComparable,
        Kind::NoFigure => shade(answer, false, &[]),
    }
}

fn shade(answer: &Answer, is_painted: bool, breaks: &[f64]) -> Shade {
    if answer.origin == Origin::NothingCounted {
        return Shade::NothingCounted;
    }
    match answer.figure.absence() {
        None if !is_painted => Shade::Plain,
        None => class_shade(answer.figure.value().unwrap_or_default(), breaks),
        Some(Absence::RoundsToZero) => Shade::RoundsToZero,
        Some(Absence::Suppressed) => Shade::Suppressed,
        Some(Absence::Uncertain) => Shade::Uncertain,
        Some(Absence::Missing) => Shade::Missing,
        Some(Absence::NotYet) => Shade::NotYet,
        Some(Absence::NotApplicable) => Shade::NotApplicable,
        Some(Absence::UnknownSymbol(_)) => Shade::UnknownSymbol,
        Some(Absence::Unpublished) => Shade::Unpublished,
    }
}

fn legend(areas: &[MapArea], breaks: &[f64], measure: &Measure, level: Level, language: Language) -> Vec<LegendRow> {
    let n_of = |shade: Shade| areas.iter().filter(|area| area.shade == shade).count();
    let row = |shade: Shade, label: String| {
        let n_areas = n_of(shade);
        LegendRow { shade, label, count: words::n_areas(language, n_areas, level), n_areas }
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
