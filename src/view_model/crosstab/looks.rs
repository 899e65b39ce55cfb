//! How the cells of a crosstab are drawn: a shade for how large the figure is, stripes where it is hidden, its interval and n below it.

use crate::{
    model::{
        figure::{Absence, Figure},
        measure::Measure,
    },
    query::{
        answer::{Answer, Origin},
        breakdown::Row,
        crossing::parts_shown,
    },
    view_model::{context::Context, figure::answer_words, table::Look},
    words::explore,
};

/// So many shades there are.
const N_SHADES: f64 = 5.0;

/// The looks of all cells, row by row; the first of a row is of its name.
pub(super) fn looks(context: Context, measure: &Measure, answers: &[(usize, Vec<Row>)]) -> Vec<Vec<Look>> {
    let question = context.question;
    let parts = |dimension: Option<usize>| {
        dimension.map(|dimension| parts_shown(context.cleared, question, dimension)).unwrap_or_default()
    };
    let (rows, columns) = (parts(Some(question.by)), parts(question.across));
    // A figure that takes in others is not to be set against them by its shade.
    let value = |row: usize, it: &Row| {
        let is_part = rows.contains(&row) && columns.contains(&it.category);
        is_part.then(|| it.answer.figure.value()).flatten()
    };
    let values = answers.iter().flat_map(|(row, cells)| cells.iter().filter_map(|it| value(*row, it)));
    let highest = values.fold(0.0, f64::max);
    let look = |row: usize, it: &Row| Look {
        shade: value(row, it).map_or(0, |value| shade(value, highest)),
        is_hidden: it.answer.figure == Figure::Absent(Absence::Suppressed),
        below: below(context, measure, &it.answer),
    };
    let of_row = |(row, cells): &(usize, Vec<Row>)| {
        std::iter::once(Look::default()).chain(cells.iter().map(|it| look(*row, it))).collect()
    };
    answers.iter().map(of_row).collect()
}

/// Which of the equal steps between nothing and the highest figure; nothing has none.
fn shade(value: f64, highest: f64) -> u8 {
    if !(value > 0.0 && highest > 0.0) {
        return 0;
    }
    // 0.6 of 3 makes 3.0000000000000004: a hair's breadth is no step.
    let steps = (value / highest * N_SHADES - 1e-9).ceil();
    steps.clamp(1.0, N_SHADES) as u8
}

/// "17–41 %, n = 48", and what the publisher remarks.
pub(in crate::view_model) fn below(context: Context, measure: &Measure, answer: &Answer) -> String {
    let texts = answer_words(measure, answer, context.language);
    let denominator = answer.counts.as_ref().map(|counts| &counts.denominator);
    let has_n = answer.origin != Origin::NothingCounted && denominator.is_some_and(|n| n.value().is_some());
    let n = if has_n { explore::n_is(&texts.n) } else { String::new() };
    [texts.interval, n, texts.flags].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shades_are_equal_steps() {
        let shades = [0.0, 1.0, 20.0, 20.1, 60.0, 99.9, 100.0].map(|value| shade(value, 100.0));
        assert_eq!(shades, [0, 1, 1, 2, 3, 5, 5]);
        assert_eq!((shade(3.0, 0.0), shade(-1.0, 4.0), shade(f64::NAN, 4.0)), (0, 0, 0));
    }

    proptest! {
        #[test]
        fn a_larger_figure_is_never_paler(one in 0.0..1e9_f64, other in 0.0..1e9_f64, more in 0.0..1e9_f64) {
            let highest = one.max(other) + more;
            let (low, high) = (shade(one.min(other), highest), shade(one.max(other), highest));
            prop_assert!(low <= high && high <= 5);
        }
    }
}
