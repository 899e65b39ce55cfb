//! The funnel plot: each area's figure against the number behind it, with the limits that chance alone would keep it within.

use super::{
    bars::{Tick, axis},
    context::Context,
    figure::{FEWEST_DECIMALS, answer_words},
    verdict::{caution, in_short},
};
use crate::{
    model::{area::Level, measure::MeasureKind, text::Language},
    query::{against::Against, judged::Judgement},
    stats::{
        funnel::{ratio_limits, share_curve},
        interval::{Confidence, Interval},
        overdispersion::{self, Widening},
        scores::Scale,
        variation::quartiles,
    },
    verdict::Kind,
    words::{
        explore,
        figure::{Style, plain},
        funnel as words, number,
    },
};

/// Points that a limit is drawn through.
const N_POINTS: usize = 80;

/// Of fewer areas nobody can say what half of them have.
pub const FEWEST_SPREAD: usize = 8;

/// Steps of the upright axis, at most.
const N_STEPS: usize = 6;

/// What the funnel plot shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelPanel {
    /// What it shows.
    pub title: String,
    /// The plot in one sentence, for those who do not see it.
    pub summary: String,
    /// What the level axis counts.
    pub n_title: String,
    /// Its marks, spaced by ratio: each is so many times the one before.
    pub n_ticks: Vec<Tick>,
    /// The marks of the upright axis, from 0, in the unit of the measure.
    pub ticks: Vec<Tick>,
    /// The areas, those with the fewest units first.
    pub points: Vec<FunnelPoint>,
    /// What they are set against; none where each has a yardstick of its own.
    pub target: Option<Tick>,
    /// The limits, the wider last; none where there is no common target.
    pub limits: Vec<FunnelLimit>,
    /// Which verdicts occur, with how many areas.
    pub legend: Vec<(Kind, String)>,
    /// How unevenly it is spread over those that can be judged; none where they are few.
    pub spread: Option<String>,
    /// What to mind, a sentence each.
    pub notes: Vec<String>,
}

/// An area in the funnel plot.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelPoint {
    /// The publisher's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How many units the figure is of.
    pub n: f64,
    /// The figure, in the unit of the measure.
    pub value: f64,
    /// The verdict.
    pub kind: Kind,
    /// For the tooltip: value, n and interval, verdict, a line each.
    pub lines: Vec<String>,
    /// All of it in one sentence.
    pub spoken: String,
    /// Whether it is picked.
    pub is_picked: bool,
}

/// A pair of limits around the target.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelLimit {
    /// "95 %".
    pub label: String,
    /// Number of units, and between which figures chance alone keeps an area of so many.
    pub points: Vec<(f64, Interval)>,
}

/// The funnel plot of the question; none where the file has no map or the measure nothing to judge.
pub fn funnel(context: Context) -> Option<FunnelPanel> {
    let Context { question, language, .. } = context;
    let measure = context.measure()?;
    let ratio = measure.ratio.as_ref().filter(|_| matches!(measure.kind, MeasureKind::Share | MeasureKind::Rate))?;
    let level = question.level?;
    let area = context.area()?;
    let judged = context.asked.areas.as_ref()?;
    let style = Style::of(measure, language);
    let mut n_left_out = 0;
    let points = judged.rows.iter().enumerate().filter_map(|(place, row)| {
        let counts = row.answer.counts.as_ref().and_then(|counts| counts.denominator.exact_value());
        let (Some(value), Some(n)) = (row.answer.figure.exact_value(), counts.filter(|n| *n > 0.0)) else {
            n_left_out += 1;
            return None;
        };
        let category = context.dimension(area)?.categories.get(row.category)?;
        let name = category.label.get(language).to_owned();
        let texts = answer_words(measure, &row.answer, language);
        let verdict = judged.judgement.as_ref().and_then(|it| it.family.verdicts.get(place));
        let interval = (!texts.interval.is_empty()).then(|| explore::interval_is(language, &texts.interval));
        let short = verdict.map(|verdict| in_short(context, verdict)).filter(|short| !short.is_empty());
        let asides = [Some(explore::n_is(&texts.n)), interval, short];
        let lines: Vec<String> = std::iter::once(texts.value).chain(asides.into_iter().flatten()).collect();
        Some(FunnelPoint {
            code: category.code.clone(),
            spoken: format!("{name}: {}", lines.join(", ")),
            name,
            n,
            value,
            kind: verdict.map_or(Kind::NotComparable, |verdict| verdict.kind()),
            lines,
            is_picked: row.category == context.picked(area),
        })
    });
    let mut points: Vec<FunnelPoint> = points.collect();
    points.sort_by(|one, other| one.n.total_cmp(&other.n).then(one.value.total_cmp(&other.value)));
    let most = points.last().map_or(1.0, |point| point.n);
    let least = points.first().map_or(1.0, |point| point.n);
    let target = judged.judgement.as_ref().and_then(|judgement| target(context, judgement, &style));
    let limits = match (&target, &judged.judgement) {
        (Some(target), Some(judgement)) => {
            limits(target.value, ratio.per, measure.kind, judgement, (least, most), language)
        }
        _ => Vec::new(),
    };
    let ceiling = if measure.kind == MeasureKind::Share { ratio.per } else { f64::INFINITY };
    let drawn = points.iter().map(|point| point.value);
    let highest = drawn.chain(target.iter().map(|target| target.value)).fold(0.0, f64::max);
    let ticks = axis(highest.min(ceiling), N_STEPS, &style, language);
    let title = words::title(language, context.measure_label(), level, &context.rest(&[Some(area)]));
    let kinds = Kind::ALL.into_iter().map(|kind| (kind, points.iter().filter(|point| point.kind == kind).count()));
    let legend = kinds
        .filter(|(_, n)| *n > 0)
        .map(|(kind, n)| (kind, crate::words::verdict::n_of_kind(language, n, kind, level)))
        .collect();
    let mut notes = caution(context, judged, Some(level));
    if question.against != Against::Nation && judged.judgement.is_some() {
        notes.push(words::no_common_target(language).to_owned());
    }
    if n_left_out > 0 {
        notes.push(words::left_out(language, n_left_out, level));
    }
    Some(FunnelPanel {
        spread: spread(&points, &style, level, language),
        summary: words::summary(language, &title, points.len()),
        n_title: n_title(context),
        n_ticks: n_ticks(least, most, language),
        ticks,
        target,
        limits,
        legend,
        notes,
        points,
        title,
    })
}

/// Quartiles and ends of the figures that can be judged; whose they are is not said, for nobody is ranked here. All are written as the coarsest of
/// the figures is, so that none seems to lie beyond another.
fn spread(points: &[FunnelPoint], style: &Style, level: Level, language: Language) -> Option<String> {
    let judged = || points.iter().filter(|point| point.kind < Kind::TooFew);
    let mut values: Vec<f64> = judged().map(|point| point.value).collect();
    values.sort_by(f64::total_cmp);
    let (least, most) = (*values.first()?, *values.last()?);
    let quarters = quartiles(&values).ok().filter(|_| values.len() >= FEWEST_SPREAD)?;
    let is_coarse = style.kind == MeasureKind::Share && judged().any(|point| point.n < FEWEST_DECIMALS);
    let style = Style { decimals: if is_coarse { 0 } else { style.decimals }, ..*style };
    let [first, third, least, most] =
        [quarters.first, quarters.third, least, most].map(|value| plain(value, &style, language));
    Some(words::spread(language, values.len(), level, [&first, &third], [&least, &most]))
}

/// What all areas are set against, where it is one and the same.
fn target(context: Context, judgement: &Judgement, style: &Style) -> Option<Tick> {
    let value = judgement.reference.as_ref()?.figure.exact_value()?;
    let nation = context.category_label(context.area()?, context.nation()?);
    let name = explore::within_a_sentence(context.language, nation);
    Some(Tick { value, label: format!("{name} {}", plain(value, style, context.language)) })
}

/// Exact limits; where the areas differ more than chance gives, the widened ones that the verdicts are by.
fn limits(
    target: f64,
    per: f64,
    kind: MeasureKind,
    judgement: &Judgement,
    (least, most): (f64, f64),
    language: Language,
) -> Vec<FunnelLimit> {
    let theta = target / per;
    let widening = judgement.family.dispersion.map(|found| Widening::Additive(found.tau_squared));
    let sizes = sizes(least, most);
    let limit = |confidence: Confidence| {
        let points = sizes.iter().filter_map(|n| {
            let limits = match (kind, widening) {
                (MeasureKind::Share, None) => {
                    let (_, exact) = share_curve(*n, *n, 1, theta, confidence).ok()?.into_iter().next()?;
                    Interval { low: exact.low, high: exact.high }
                }
                (MeasureKind::Share, Some(widening)) => {
                    overdispersion::share_limits(*n, theta, Scale::Root, widening, confidence).ok()?
                }
                (_, None) => {
                    let exact = ratio_limits(theta * *n as f64, confidence).ok()?;
                    Interval { low: exact.low, high: exact.high }.times(theta)
                }
                (_, Some(widening)) => {
                    overdispersion::ratio_limits(theta * *n as f64, Scale::Root, widening, confidence)
                        .ok()?
                        .times(theta)
                }
            };
            Some((*n as f64, limits.times(per)))
        });
        FunnelLimit { label: words::limit(language, confidence), points: points.collect() }
    };
    [Confidence::P95, Confidence::P998].into_iter().map(limit).filter(|limit| limit.points.len() > 1).collect()
}

/// The sizes that limits are worked out at, evenly spaced by ratio.
fn sizes(least: f64, most: f64) -> Vec<u64> {
    let (least, most) = (least.max(1.0), most.max(2.0));
    let growth = most / least;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "numbers of units, from 1 up")]
    let size = |step: usize| (least * growth.powf(step as f64 / (N_POINTS - 1) as f64)).round() as u64;
    let mut sizes: Vec<u64> = (0..N_POINTS).map(size).collect();
    sizes.dedup();
    sizes
}

/// 1, 2, 5, 10, 20 …: those that lie around the areas.
fn n_ticks(least: f64, most: f64, language: Language) -> Vec<Tick> {
    let steps = (0..16).flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * 10_f64.powi(power)));
    let first = steps.clone().take_while(|n| *n <= least).last().unwrap_or(1.0);
    let ticks = steps.filter(|n| *n >= first);
    let mut shown: Vec<f64> = Vec::new();
    for n in ticks {
        shown.push(n);
        if n >= most && shown.len() > 1 {
            break;
        }
    }
    shown.into_iter().map(|value| Tick { value, label: number::number(value, 0, language) }).collect()
}

/// "tillsynade hem (n)": what the figure is of.
fn n_title(context: Context) -> String {
    let measure = context.measure().and_then(|measure| measure.ratio.as_ref());
    let below = measure.and_then(|ratio| context.cube().measures.get(ratio.denominator));
    words::n_title(context.language, below.map_or("", |below| below.label.get(context.language)))
}

impl FunnelPanel {
    /// The point that is picked.
    pub fn picked(&self) -> Option<usize> {
        self.points.iter().position(|point| point.is_picked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_hold_all_areas() {
        for (least, most) in [(1.0, 1.0), (3.0, 61.0), (5.0, 5.0), (12.0, 4_000.0)] {
            let ticks = n_ticks(least, most, Language::Swedish);
            assert!(ticks.first().is_some_and(|tick| tick.value <= least), "{least} {most}");
            assert!(ticks.last().is_some_and(|tick| tick.value >= most), "{least} {most}");
            assert!(ticks.len() > 1);
        }
    }

    #[test]
    fn limits_are_worked_out_from_the_smallest_to_the_largest_area() {
        let sizes = sizes(3.0, 900.0);
        assert_eq!((sizes.first(), sizes.last()), (Some(&3), Some(&900)));
        assert!(sizes.is_sorted());
    }
}
