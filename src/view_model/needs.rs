//! Where more is needed: the parts of a question whose share is largest for certain, by a rule that is shown.

use super::{context::Context, figure::answer_words, table::chart_title, verdict::caution};
use crate::{
    model::measure::{Measure, MeasureKind},
    query::{breakdown::Row, parts::all_of},
    verdict::{NotComparable, guard::Guard},
    words::{
        explore,
        figure::{Style, plain},
        needs as words, notes,
    },
};

/// So many are listed: a list of everything sets nothing first.
const MOST: usize = 5;

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NeedsPanel {
    /// What is listed.
    pub title: String,
    /// By what rule.
    pub rule: String,
    /// The parts, the largest certain share first.
    pub rows: Vec<NeedRow>,
    /// How many parts have no figure to go by; empty where all have.
    pub left_out: String,
    /// What to mind when parts are set beside each other.
    pub notes: Vec<String>,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// "minst 25,1 %": the lower end of the interval.
    pub at_least: String,
    /// The share, its n and its interval.
    pub figure: String,
}

/// The parts of the question by the lower end of their 95 % interval. None where the measure is no share, where no part has an
/// interval, or where the parts may not be set beside each other; parts of the same units may, for the list says nothing of why they differ.
pub fn needs(context: Context) -> Option<NeedsPanel> {
    let measure = context.measure().filter(|measure| measure.kind == MeasureKind::Share)?;
    let dimension = context.dimension(context.question.by)?;
    let judged = &context.asked.parts;
    let notes = match judged.judgement.as_ref().map(|it| &it.guard) {
        Some(Guard::Closed(NotComparable::Overlapping(_))) => vec![notes::multi_response(context.language).to_owned()],
        Some(Guard::Closed(_)) => return None,
        _ => caution(context, judged, None),
    };
    let is_part = |row: &&Row| Some(row.category) != dimension.total && row.category != all_of(dimension);
    let parts: Vec<&Row> = judged.rows.iter().filter(is_part).collect();
    let mut certain: Vec<(&Row, f64)> = parts.iter().filter_map(|row| Some((*row, row.answer.interval?.low))).collect();
    certain.sort_by(|one, other| other.1.total_cmp(&one.1));
    let n_left_out = parts.len().saturating_sub(certain.len());
    let rows: Vec<NeedRow> = certain.iter().take(MOST).map(|(row, low)| need(context, measure, row, *low)).collect();
    (!rows.is_empty()).then(|| NeedsPanel {
        title: chart_title(context),
        notes,
        rule: words::rule(context.language, rows.len(), parts.len()),
        left_out: if n_left_out == 0 { String::new() } else { words::left_out(context.language, n_left_out) },
        rows,
    })
}

fn need(context: Context, measure: &Measure, row: &Row, low: f64) -> NeedRow {
    let language = context.language;
    let texts = answer_words(measure, &row.answer, language);
    let n = (!texts.n.is_empty()).then(|| explore::n_is(&texts.n));
    let interval = (!texts.interval.is_empty()).then(|| explore::interval_is(language, &texts.interval));
    let said = [Some(texts.value), n, interval].into_iter().flatten().collect::<Vec<_>>();
    NeedRow {
        code: context
            .dimension(context.question.by)
            .and_then(|it| it.categories.get(row.category))
            .map_or_else(String::new, |it| it.code.clone()),
        name: context.category_label(context.question.by, row.category).to_owned(),
        at_least: words::at_least(language, &plain(low, &Style::of(measure, language), language)),
        figure: said.join(", "),
    }
}
