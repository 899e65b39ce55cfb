//! One row: two marks on the axis, and beside them the difference, the ratio and the verdict as texts.

use super::{dimension_name, is_nation};
use crate::{
    model::measure::Measure,
    query::{
        answer::Answer,
        difference::{Difference, DifferenceRow},
    },
    stats::{estimate::Estimate, interval::Interval},
    verdict::{Kind, Verdict},
    view_model::{
        context::Context,
        figure::{answer_words, decimals},
        table::{Datum, answer_data, capitalised},
    },
    words::{difference as words, explore, verdict as verdicts},
};

/// A ratio is told with so many decimals.
const RATIO_DECIMALS: u8 = 2;

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The publisher's code: what is picked with the row.
    pub key: String,
    /// What the reader calls it.
    pub label: String,
    /// The first group and the second.
    pub marks: [Mark; 2],
    /// Second less first: "+2,2"; may be empty.
    pub difference: String,
    /// Its interval: "−2,7 till 7,0"; may be empty.
    pub difference_range: String,
    /// Second through first: "1,05"; may be empty.
    pub ratio: String,
    /// Its interval: "0,94–1,16"; may be empty.
    pub ratio_range: String,
    /// Which verdict it is, for a colour.
    pub kind: Option<Kind>,
    /// The verdict in a few words, or why there is no figure to judge.
    pub verdict: String,
    /// The row in one sentence.
    pub spoken: String,
    /// What stands behind the texts, in the order of the table: both figures with their intervals, difference, ratio, verdict.
    pub data: Vec<Datum>,
    /// Whether the reader has picked it.
    pub is_picked: bool,
}

/// One group in a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// Where, in the unit of the axis; none draws nothing.
    pub value: Option<f64>,
    /// The 95 % interval, in the unit of the axis.
    pub range: Option<Interval>,
    /// The figure as text, or why there is none.
    pub text: String,
    /// The interval as text; may be empty.
    pub range_text: String,
}

/// The texts and positions of a row.
pub(super) fn row(context: Context, measure: &Measure, it: &Difference, row: &DifferenceRow, names: [&str; 2]) -> Row {
    let language = context.language;
    let category = it.across.zip(row.category);
    let label = match category {
        Some((across, category)) => context.category_label(across, category).to_owned(),
        None => capitalised(words::whole(language)),
    };
    let code =
        category.and_then(|(across, category)| Some(context.dimension(across)?.categories.get(category)?.code.clone()));
    let decimals = decimals_of(measure, row);
    let marks = [&row.first, &row.second].map(|answer| mark(context, measure, answer));
    let difference = row.difference.as_ref();
    let difference_range = difference.map(|it| words::range(language, it.interval, decimals)).unwrap_or_default();
    let difference = difference.map(|it| words::signed(language, it.value, decimals)).unwrap_or_default();
    let ratio = row.ratio.as_ref();
    let tone = row.verdict.tone(measure.polarity);
    let kind = row.verdict.kind();
    let verdict = match &row.verdict {
        Verdict::Higher(_) | Verdict::Lower(_) => {
            words::of_whom(language, &verdicts::with_tone(language, kind, tone), names[1])
        }
        Verdict::NoFigure(_) => "–".to_owned(),
        _ => verdicts::kind(language, kind).to_owned(),
    };
    let rest = [
        (!difference.is_empty()).then(|| {
            let size = row.difference.as_ref().map(|it| words::size(language, measure.kind, it.value, decimals));
            size.unwrap_or_default().replace('\u{2212}', "minus ")
        }),
        (!difference_range.is_empty()).then(|| explore::interval_is(language, &difference_range)),
        (kind != Kind::NoFigure).then(|| verdict.clone()),
    ];
    let rest = rest.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let said = [&row.first, &row.second].map(|answer| answer_words(measure, answer, language).spoken);
    let figures = [&row.first, &row.second].map(|answer| answer_data(measure, answer));
    let judged = [
        Datum::estimate(row.difference, decimals),
        Datum::open_estimate(row.ratio, RATIO_DECIMALS),
        Datum::Verdict(kind),
    ];
    let data = figures.into_iter().flat_map(|it| [it.value, it.interval]).chain(judged).collect();
    Row {
        spoken: words::spoken(language, &label, [(names[0], &said[0]), (names[1], &said[1])], &rest),
        key: code.unwrap_or_default(),
        label,
        marks,
        difference,
        difference_range,
        ratio: ratio.map(|it| words::ratio_value(language, it)).unwrap_or_default(),
        ratio_range: ratio.map(|it| words::ratio_range(language, it)).unwrap_or_default(),
        kind: Some(kind),
        verdict,
        data,
        is_picked: category.is_some_and(|(across, category)| context.picked(across) == category),
    }
}

fn mark(context: Context, measure: &Measure, answer: &Answer) -> Mark {
    let texts = answer_words(measure, answer, context.language);
    Mark { value: answer.figure.value(), range: answer.interval, text: texts.value, range_text: texts.interval }
}

/// As many decimals as the less exact of the two figures has.
pub(in crate::view_model) fn decimals_of(measure: &Measure, row: &DifferenceRow) -> u8 {
    decimals(measure, &row.first).min(decimals(measure, &row.second))
}

/// What a headline says of two figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// How large the difference between two groups is, whichever way it goes: the two figures have said that already.
    Size,
    /// The same of one row of several, named.
    SizeInRow,
    /// How the later figure has changed from the earlier, with its sign.
    Change,
}

/// Both figures, their difference and what to think of it.
pub(super) fn headline(
    context: Context,
    measure: &Measure,
    it: &Difference,
    row: &DifferenceRow,
    names: [&str; 2],
    told: Told,
) -> String {
    let language = context.language;
    let [first, second] = [&row.first, &row.second].map(|answer| answer_words(measure, answer, language).value);
    let is_part = told == Told::SizeInRow && !row.category.is_some_and(|category| is_nation(context, it, category));
    let category = it.across.zip(row.category).filter(|_| is_part);
    let category = category.map(|(across, category)| context.category_label(across, category));
    let both = words::both(language, category, [(names[0], &first), (names[1], &second)]);
    let decimals = decimals_of(measure, row);
    let rest = match (&row.verdict, row.difference) {
        (Verdict::Higher(_) | Verdict::Lower(_), Some(difference)) => {
            said(context, measure, difference, decimals, told, words::beyond_chance(language))
        }
        (Verdict::NotApart(_), Some(difference)) => {
            let is_beyond = !difference.interval.contains(0.0) && it.n_judged > 1;
            let conclusion = if is_beyond { words::chance_among_many(language) } else { words::chance(language) };
            said(context, measure, difference, decimals, told, conclusion)
        }
        (Verdict::TooFew(too_few), _) => verdicts::are_too_few(language, too_few),
        // The card says why beside it.
        (Verdict::NotComparable(_), _) if matches!(row.guard, crate::verdict::guard::Guard::Closed(_)) => String::new(),
        (Verdict::NotComparable(why), _) => verdicts::why_not(language, why, |place| dimension_name(context, place)),
        (verdict, None) if verdict.evidence().is_some() => {
            verdicts::with_tone(language, verdict.kind(), verdict.tone(measure.polarity))
        }
        _ => String::new(),
    };
    [both, rest].into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}

fn said(context: Context, measure: &Measure, it: Estimate, decimals: u8, told: Told, conclusion: &str) -> String {
    let language = context.language;
    let Interval { low, high } = it.interval;
    let (value, interval) = match told {
        Told::Size | Told::SizeInRow if it.value < 0.0 => (-it.value, Interval { low: -high, high: -low }),
        _ => (it.value, it.interval),
    };
    let range = words::range(language, interval, decimals);
    if told == Told::Change {
        let change = words::change(language, measure.kind, value, decimals);
        return words::change_is(language, &change, &range, conclusion);
    }
    let size = words::size(language, measure.kind, value, decimals);
    words::difference_is(language, &size, &range, conclusion)
}
