//! The comparison of like with like: both groups as they are, and with the same mix; and the way to rows of one kind each.

use super::{dimension_name, name};
use crate::{
    model::{dimension::DimensionKind, measure::Measure},
    query::{
        fair::{Fair, FairGroup},
        standard::Standardised,
    },
    stats::interval::Interval,
    view_model::{
        context::Context,
        figure::{answer_words, interval_words},
        table::capitalised,
    },
    words::{
        difference as words, explore,
        figure::{Style, plain},
    },
};

/// The comparison of like with like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FairPanel {
    /// Why it is needed.
    pub why: String,
    /// The two groups.
    pub rows: [FairRow; 2],
    /// The difference with the same mix, or why there is none.
    pub difference: String,
    /// What is left out of it; may be empty.
    pub left_out: String,
    /// What splits the rows: the dimension's id, and what the button says.
    pub split: Option<(String, String)>,
}

/// A group as it is, and with the mix of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FairRow {
    /// What the group is called.
    pub name: String,
    /// As it is.
    pub crude: String,
    /// Its interval; may be empty.
    pub crude_range: String,
    /// With the mix of the whole; "–" where that cannot be worked out.
    pub standardised: String,
    /// Its interval; may be empty.
    pub standardised_range: String,
}

/// The texts of it.
pub(super) fn fair(context: Context, measure: &Measure, it: &Fair, names: &[String; 2]) -> FairPanel {
    let language = context.language;
    let by = dimension_name(context, it.by);
    let [first, second] = &it.groups;
    let difference = match it.difference {
        _ if it.strata.is_empty() => words::no_common_strata(language).to_owned(),
        Some(estimate) => {
            let size = words::size(language, measure.kind, estimate.value, measure.decimals);
            words::fair_difference(language, &size, &words::range(language, estimate.interval, measure.decimals))
        }
        None => words::not_standardised(language).to_owned(),
    };
    let left_out: Vec<String> = it.left_out.iter().map(|place| name(context, it.by, *place)).collect();
    let split = it.can_split.then(|| context.dimension(it.by)).flatten();
    FairPanel {
        why: words::why_fair(language, &by, &whole(context)),
        rows: [row(context, measure, first, &names[0]), row(context, measure, second, &names[1])],
        difference,
        left_out: if left_out.is_empty() || it.strata.is_empty() {
            String::new()
        } else {
            words::left_out(language, &left_out.join(", "))
        },
        split: split.map(|dimension| (dimension.id.clone(), words::split_by(language, &by))),
    }
}

/// What the weights are of: the picked place.
fn whole(context: Context) -> String {
    let area = context.area().and_then(|area| context.dimension(area));
    match area {
        Some(area) if area.kind == DimensionKind::Area => explore::within_a_sentence(context.language, context.place()),
        _ => crate::words::verdict::whole(context.language).to_owned(),
    }
}

fn row(context: Context, measure: &Measure, it: &FairGroup, name: &str) -> FairRow {
    let language = context.language;
    let crude = answer_words(measure, &it.crude, language);
    let style = Style::of(measure, language);
    let range = |interval: &Interval| interval_words(measure.kind, interval, measure.decimals, language);
    let (standardised, standardised_range) = match (&it.standardised, &it.estimate) {
        (Standardised::Known { value, .. }, estimate) => {
            let interval = estimate.as_ref().map(|it| range(&it.interval)).unwrap_or_default();
            (plain(*value, &style, language), interval)
        }
        (Standardised::Between { range: bounds, .. }, _) => (range(bounds), String::new()),
        (Standardised::Nothing(_), _) => ("–".to_owned(), String::new()),
    };
    FairRow {
        name: capitalised(name),
        crude: crude.value,
        crude_range: crude.interval,
        standardised,
        standardised_range,
    }
}
