//! The chart of the question: a bar for each category of the dimension that it is broken down by.

use super::{
    bars::{BarRow, BarsPanel, Reference, ticks},
    context::Context,
    figure::answer_words,
    table::chart_title,
    verdict::{caution, in_short},
};
use crate::{
    model::{
        area::Level,
        dimension::Dimension,
        measure::{Measure, MeasureKind},
    },
    query::{
        answer::answer,
        breakdown::{Row, areas_at, moved},
    },
    verdict::Kind,
    words::{
        explore as words,
        figure::{Style, plain},
    },
};

/// More bars than this nobody compares, and no browser draws quickly; the table has them all.
const MOST_BARS: usize = 120;

/// The bars of the question.
pub fn bars(context: Context) -> BarsPanel {
    let parts = || Some((context.measure()?, context.dimension(context.question.by)?));
    let Some((measure, dimension)) = parts() else { return BarsPanel::default() };
    let by = context.question.by;
    let judged = &context.asked.parts;
    let picked = context.picked(by);
    let shown = judged.rows.iter().enumerate().filter(|(place, row)| *place < MOST_BARS || row.category == picked);
    let rows: Vec<BarRow> = shown.filter_map(|(place, row)| bar(context, measure, dimension, row, place)).collect();
    let reference = reference(context, measure);
    let style = Style::of(measure, context.language);
    let axis_max =
        (measure.kind == MeasureKind::Share && rows.iter().any(|row| row.value > Some(50.0))).then_some(100.0);
    let title = chart_title(context);
    let n_known = rows.iter().filter(|row| row.value.is_some()).count();
    BarsPanel {
        summary: words::chart_summary(context.language, &title, rows.len(), n_known),
        axis_title: axis_title(context, measure),
        ticks: ticks(&rows, reference.as_ref(), axis_max, &style, context.language),
        left_out: if judged.rows.len() > rows.len() {
            words::bars_shown(context.language, rows.len(), judged.rows.len())
        } else {
            String::new()
        },
        notes: caution(context, judged, None),
        empty_text: words::table_none(context.language).to_owned(),
        title,
        rows,
        reference,
    }
}

fn bar(context: Context, measure: &Measure, dimension: &Dimension, row: &Row, place: usize) -> Option<BarRow> {
    let language = context.language;
    let category = dimension.categories.get(row.category)?;
    let label = category.label.get(language).to_owned();
    let texts = answer_words(measure, &row.answer, language);
    let value = row.answer.figure.value();
    let n_text = if texts.n.is_empty() { String::new() } else { words::n_is(&texts.n) };
    let interval = (!texts.interval.is_empty()).then(|| words::interval_is(language, &texts.interval));
    let judged = &context.asked.parts;
    let verdict = judged.judgement.as_ref().and_then(|it| it.family.verdicts.get(place));
    let verdict = verdict.filter(|verdict| verdict.kind() < Kind::NotComparable);
    let verdict_text = verdict.map(|verdict| in_short(context, verdict)).unwrap_or_default();
    let verdict = (!verdict_text.is_empty()).then(|| verdict_text.clone());
    let said = [Some(texts.spoken), (!n_text.is_empty()).then(|| n_text.clone()), interval, verdict];
    Some(BarRow {
        key: category.code.clone(),
        spoken: format!("{label}: {}", said.into_iter().flatten().collect::<Vec<_>>().join(", ")),
        label,
        value,
        low: row.answer.interval.map(|interval| interval.low),
        high: row.answer.interval.map(|interval| interval.high),
        state_text: value.is_none().then(|| texts.value.clone()),
        value_text: texts.value,
        n_text,
        interval_text: texts.interval,
        verdict_text,
        is_picked: context.picked(context.question.by) == row.category,
    })
}

/// The nation, where the chart is of one place: shares and rates only, for counts of unlike places are not compared.
fn reference(context: Context, measure: &Measure) -> Option<Reference> {
    let area = context.area().filter(|area| *area != context.question.by)?;
    let nation = *areas_at(context.cleared, area, Level::Nation).first()?;
    if context.picked(area) == nation || measure.kind == MeasureKind::Count {
        return None;
    }
    // The published nation at the picked categories, but the chart's own dimension at its total.
    let mut at = moved(&context.question.at, area, nation);
    if let Some(total) = context.dimension(context.question.by).and_then(|it| it.total) {
        at = moved(&at, context.question.by, total);
    }
    let value = answer(context.cleared, context.question.measure, &at).figure.value()?;
    let total = context.dimension(context.question.by)?.total;
    let of_what = total.map(|total| words::lower_first(context.category_label(context.question.by, total)));
    let who: Vec<String> =
        std::iter::once(words::within_a_sentence(context.language, context.category_label(area, nation)))
            .chain(of_what)
            .collect();
    let value_text = plain(value, &Style::of(measure, context.language), context.language);
    let label = format!("{} {value_text}", who.join(", "));
    Some(Reference { value, label })
}

fn axis_title(context: Context, measure: &Measure) -> String {
    measure.unit.get(context.language).to_owned()
}
