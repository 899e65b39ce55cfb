//! The figure of the picked cell: the number large, its n and interval, what qualifies it, where it stands.

use super::{
    context::Context,
    verdict::{VerdictWords, verdict_words},
};
use crate::{
    bounds::protection::Protection,
    model::{
        dataset::{Dataset, Reading, Source},
        figure::Figure,
        measure::{Measure, MeasureKind},
        text::Language,
    },
    query::{
        answer::{Answer, Origin, answer},
        judged::Judged,
        smoothed::Smoothed,
        sum::Sum,
        told::Summing,
    },
    stats::interval::Interval,
    verdict::guard::Guard,
    words::{
        explore as words,
        figure::{self as figure_words, Style},
        number, sum as sum_words, verdict as verdicts,
    },
};

/// The card of the picked cell.
#[derive(Clone, Debug, PartialEq)]
pub struct FigurePanel {
    /// The place.
    pub place: String,
    /// What is counted, and what narrows it down.
    pub what: String,
    /// The figure as text, or why there is none.
    pub value: String,
    /// Whether `value` is a number.
    pub is_known: bool,
    /// "13 av 48 hem", or "n = …".
    pub counts: Option<String>,
    /// "95 % osäkerhet 17–41 %".
    pub interval: Option<String>,
    /// The verdict; none where nothing is compared, or the picked place is the yardstick.
    pub verdict: Option<VerdictWords>,
    /// What to mind with the verdict, a sentence each.
    pub caution: Vec<String>,
    /// What qualifies the figure, a sentence each.
    pub remarks: Vec<String>,
    /// Where it stands.
    pub source: Option<SourceLine>,
    /// All of it in one sentence.
    pub spoken: String,
}

/// What is to be said of one cell besides its figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellNotes {
    /// What qualifies the figure, a sentence each.
    pub remarks: Vec<String>,
    /// Where it stands.
    pub source: Option<SourceLine>,
}

/// Where a figure stands, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Title, publisher, year.
    pub text: String,
    /// Where it is.
    pub url: Option<String>,
    /// How it was read.
    pub reading: Option<&'static str>,
}

/// One answer as the texts of a row: shared by card, table, bars and map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerWords {
    /// The figure, or why there is none.
    pub value: String,
    /// The same, to be read aloud.
    pub spoken: String,
    /// n, where there is one.
    pub n: String,
    /// The number above the line; nothing where it is absent, for then the figure says why.
    pub numerator: String,
    /// The 95 % interval, as a range.
    pub interval: String,
    /// The publisher's flags, a word or two each.
    pub flags: String,
    /// What the figure's qualifier, flags or absence mean, in whole sentences.
    pub explanation: Option<String>,
}

/// The texts of one answer.
pub fn answer_words(measure: &Measure, answer: &Answer, language: Language) -> AnswerWords {
    let decimals = decimals(measure, answer);
    let style = Style { decimals, ..Style::of(measure, language) };
    let figure = figure_words::figure(&answer.figure, &style, language);
    let count = |figure: &Figure| figure_words::figure(figure, &Style::count(), language).text;
    let nothing = answer.origin == Origin::NothingCounted;
    let nothing_counted = || words::nothing_counted(language).to_owned();
    AnswerWords {
        value: if nothing { nothing_counted() } else { figure.text },
        spoken: if nothing { nothing_counted() } else { figure.spoken },
        n: answer.counts.as_ref().map(|counts| count(&counts.denominator)).unwrap_or_default(),
        // Of nothing there is no part to tell of.
        numerator: answer
            .counts
            .as_ref()
            .filter(|counts| !nothing && counts.numerator.value().is_some())
            .map(|counts| count(&counts.numerator))
            .unwrap_or_default(),
        interval: answer
            .interval
            .as_ref()
            .map(|interval| interval_words(measure.kind, interval, decimals, language))
            .unwrap_or_default(),
        flags: if nothing { String::new() } else { flags(figure.flags, answer, language) },
        explanation: if nothing { None } else { figure.explanation },
    }
}

/// The publisher's flags; and that a figure is our own sum, wherever it stands.
fn flags(mut flags: Vec<&'static str>, answer: &Answer, language: Language) -> String {
    if answer.summing.as_ref().is_some_and(|summing| summing.sum.value().is_some()) {
        flags.push(sum_words::summed(language));
    }
    flags.join(", ")
}

/// What adding up gave, or why nothing was added up; and where a hidden figure lies, as far as the publisher's rule or his other figures say.
fn summing(context: Context, measure: &Measure, answer: &Answer) -> Vec<String> {
    let language = context.language;
    let bounds = answer.bounds.map(|it| interval_words(measure.kind, &it, decimals(measure, answer), language));
    let is_rule = measure.ratio.is_some() || Protection::of(context.cleared.cube(), measure).is_some();
    let said_so = if is_rule { sum_words::lies_between } else { sum_words::follows };
    let bounds = bounds.map(|range| said_so(language, &range));
    let said = answer.summing.as_ref().map(|Summing { dimension, n_parts, sum }| {
        let name = |place: usize| words::lower_first(context.dimension(place).map_or("", |it| it.label.get(language)));
        match sum {
            Sum::Known(_) | Sum::Between { .. } => sum_words::from_parts(language, *n_parts, &name(*dimension)),
            Sum::Nothing(why) => sum_words::why_not(language, why, name),
        }
    });
    said.into_iter().chain(bounds).collect()
}

/// A share of fewer has no decimals: one unit more or less moves it by more than a per cent.
pub(super) const FEWEST_DECIMALS: f64 = 100.0;

/// The decimals that a figure is written with.
pub(super) fn decimals(measure: &Measure, answer: &Answer) -> u8 {
    let n = answer.counts.as_ref().and_then(|counts| counts.denominator.value());
    let is_small = measure.kind == MeasureKind::Share && answer.origin == Origin::Divided && n < Some(FEWEST_DECIMALS);
    if is_small { 0 } else { measure.decimals }
}

pub(super) fn interval_words(kind: MeasureKind, interval: &Interval, decimals: u8, language: Language) -> String {
    let Interval { low, high } = *interval;
    match kind {
        MeasureKind::Share => number::percent_range(low, high, decimals, language),
        _ => number::range(low, high, decimals, language),
    }
}

/// The card of the picked cell.
pub fn figure(context: Context) -> Option<FigurePanel> {
    let Context { cleared, question, language, .. } = context;
    let measure = context.measure()?;
    let answer = answer(cleared, question.measure, &question.at);
    let texts = answer_words(measure, &answer, language);
    let rest = context.rest(&[context.area()]);
    let label = measure.label.get(language);
    let what = if rest.is_empty() { label.to_owned() } else { format!("{label}, {rest}") };
    let unit = || {
        let unit = measure.unit.get(language);
        let is_told = measure.kind != MeasureKind::Share && answer.figure.value().is_some() && !unit.is_empty();
        is_told.then(|| unit.to_owned())
    };
    let counts = answer.counts.as_ref().map(|counts| {
        let unit = denominator_unit(context, measure);
        match counts.numerator.value() {
            Some(_) if measure.kind == MeasureKind::Mean => {
                words::shared_out(language, (&texts.numerator, numerator_unit(context, measure)), (&texts.n, unit))
            }
            Some(_) => words::counts(language, &texts.numerator, &texts.n, unit),
            None => words::n_is(&texts.n),
        }
    });
    let counts = counts.or_else(unit);
    let interval = (!texts.interval.is_empty()).then(|| words::interval_is(language, &texts.interval));
    let CellNotes { remarks, source } = notes_of(context, measure, &answer, &question.at);
    let verdict = judged_here(context);
    let caution = verdict.as_ref().and(context.asked.peers.as_ref());
    let caution: Vec<String> = caution.map(|peers| caution_of(context, peers)).unwrap_or_default();
    let short = verdict.as_ref().map(|verdict| verdict.short.clone()).filter(|short| !short.is_empty());
    let parts = [Some(texts.spoken.clone()), counts.clone(), interval.clone(), short];
    let said = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Some(FigurePanel {
        place: context.place().to_owned(),
        spoken: format!("{}: {what}: {said}.", context.place()),
        what,
        value: texts.value,
        is_known: answer.figure.value().is_some(),
        counts,
        interval,
        verdict,
        caution,
        remarks,
        source,
    })
}

/// What qualifies the figure of any cell of the measure at hand, and where it stands.
pub fn cell_notes(context: Context, at: &[usize]) -> Option<CellNotes> {
    let measure = context.measure()?;
    let answer = answer(context.cleared, context.question.measure, at);
    Some(notes_of(context, measure, &answer, at))
}

fn notes_of(context: Context, measure: &Measure, answer: &Answer, at: &[usize]) -> CellNotes {
    let language = context.language;
    let texts = answer_words(measure, answer, language);
    let remark = context.cube().remark(context.question.measure, at);
    let mut remarks: Vec<String> = texts.explanation.into_iter().collect();
    remarks.extend(summing(context, measure, answer));
    remarks.extend(remark.and_then(|remark| remark.note.as_ref()).map(|note| note.get(language).to_owned()));
    if measure.kind == MeasureKind::Share && answer.figure.value().is_some() && texts.interval.is_empty() {
        remarks.push(words::no_interval(language).to_owned());
    }
    let source = source(context, remark.and_then(|remark| remark.source), remark.and_then(|remark| remark.reading));
    CellNotes { remarks, source }
}

/// The verdict on the picked area, among all of its level.
fn judged_here(context: Context) -> Option<VerdictWords> {
    let peers = context.asked.peers.as_ref()?;
    let verdict = peers.verdict(context.picked(context.area()?))?;
    Some(verdict_words(context, peers, verdict))
}

/// What the publisher says of comparing areas.
fn caution_of(context: Context, peers: &Judged) -> Vec<String> {
    match peers.judgement.as_ref().map(|judgement| &judgement.guard) {
        Some(Guard::WithCare(reason)) => vec![reason.get(context.language).to_owned()],
        _ => Vec::new(),
    }
}

/// A smoothed figure and its interval: "utjämnat 31 % (24–39 %)".
pub fn smoothed_words(measure: &Measure, smoothed: Smoothed, language: Language) -> String {
    let style = Style { decimals: 0, ..Style::of(measure, language) };
    let value = figure_words::plain(smoothed.figure, &style, language);
    let range = smoothed.interval.map(|interval| interval_words(measure.kind, &interval, 0, language));
    verdicts::smoothed_is(language, &value, range.as_deref())
}

fn numerator_unit<'a>(context: Context<'a>, measure: &'a Measure) -> &'a str {
    let above = measure.ratio.as_ref().and_then(|ratio| context.cube().measures.get(ratio.numerator?));
    above.map_or("", |above| above.unit.get(context.language))
}

fn denominator_unit<'a>(context: Context<'a>, measure: &'a Measure) -> &'a str {
    let below = measure.ratio.as_ref().and_then(|ratio| context.cube().measures.get(ratio.denominator));
    below.map_or("", |below| below.unit.get(context.language))
}

/// The source of one figure; of a dataset with only one, that one.
fn source(context: Context, place: Option<usize>, reading: Option<Reading>) -> Option<SourceLine> {
    let dataset = &context.cube().dataset;
    let sources = &dataset.sources;
    let source = match place {
        Some(place) => sources.get(place)?,
        None if sources.len() == 1 => sources.first()?,
        None => return None,
    };
    Some(source_line(dataset, source, reading, context.language))
}

/// A source as a line of text.
pub fn source_line(dataset: &Dataset, source: &Source, reading: Option<Reading>, language: Language) -> SourceLine {
    // Who publishes both the source and the dataset has a name in each of the dataset's languages.
    let own_name = dataset.publisher.as_ref().filter(|publisher| publisher.original() == source.publisher);
    let publisher = own_name.map_or(source.publisher.as_str(), |publisher| publisher.get(language));
    let who_and_when: Vec<String> =
        [publisher.to_owned(), source.year.map(|year| year.to_string()).unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
    let parts = [who_and_when.join(" "), source.title.clone()];
    SourceLine {
        text: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": "),
        url: source.url.clone(),
        reading: reading.map(|reading| match reading {
            Reading::Primary => words::read_primary(language),
            Reading::PrimaryMirror => words::read_mirror(language),
            Reading::Secondary => words::read_secondary(language),
            Reading::Derived => words::read_derived(language),
        }),
    }
}
