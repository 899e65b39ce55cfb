//! What can stand in rows and columns, and why some of it cannot stand across.

use crate::{
    query::{
        breakdown::moved,
        clearance::NotCleared,
        crossing::{clearance_of_two, is_fit, swapped},
        question::{Question, is_divided},
    },
    view_model::{
        context::Context,
        controls::{Choosable, Select, narrowing},
    },
    words::{crosstab as words, difference, explore},
};

/// The selects of a crosstab.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrosstabChoices {
    /// What can stand in rows.
    pub rows: Select,
    /// What can stand across; nothing to choose where nothing fits.
    pub columns: Select,
    /// What to choose across so that rows and columns change places; none where the rows do not fit there.
    pub swapped: Option<String>,
    /// Why some dimensions cannot stand across, a sentence each.
    pub reasons: Vec<String>,
    /// Why there is no table.
    pub why_not: Option<&'static str>,
}

/// What can be chosen for the question at hand.
pub fn choices(context: Context) -> CrosstabChoices {
    let Context { cleared, question, language, .. } = context;
    let cube = context.cube();
    let divided: Vec<usize> = (0..cube.dimensions.len()).filter(|dimension| is_divided(cube, *dimension)).collect();
    let option = |dimension: usize, is_picked: bool| {
        let it = context.dimension(dimension)?;
        Some(Choosable { value: it.id.clone(), label: it.label.get(language).to_owned(), is_picked })
    };
    let rows = divided.iter().filter_map(|dimension| option(*dimension, *dimension == question.by)).collect();
    let (fit, unfit): (Vec<usize>, Vec<usize>) = (divided.iter().copied())
        .filter(|dimension| *dimension != question.by)
        .partition(|dimension| is_fit(cleared, question, *dimension));
    let columns = fit.iter().filter_map(|dimension| option(*dimension, Some(*dimension) == question.across)).collect();
    let select = |id: &str, label: &str, options: Vec<Choosable>| Select {
        id: id.to_owned(),
        label: label.to_owned(),
        options,
        ..Select::default()
    };
    CrosstabChoices {
        rows: select("crosstab-rows", words::rows(language), rows),
        columns: select("crosstab-columns", words::columns(language), columns),
        swapped: swapped(cleared, question).and_then(|_| Some(context.dimension(question.by)?.id.clone())),
        reasons: unfit.into_iter().filter_map(|dimension| reason(context, dimension)).collect(),
        why_not: why_not(context, divided.len()),
    }
}

fn why_not(context: Context, n_divided: usize) -> Option<&'static str> {
    match context.question.across {
        Some(_) => None,
        None if n_divided < 2 => Some(words::one_dimension(context.language)),
        None => Some(words::not_together(context.language)),
    }
}

/// Why a dimension does not fit across, in a sentence.
fn reason(context: Context, across: usize) -> Option<String> {
    let Context { cleared, question, language, .. } = context;
    let name = |dimension: usize| Some(context.dimension(dimension)?.label.get(language));
    let why = match clearance_of_two(cleared, question, question.by, across) {
        Ok(()) => words::too_many(language).to_owned(),
        Err(NotCleared { level: Some(level), .. }) if is_cleared_in_the_nation(context, across) => {
            explore::not_cleared_by(language, level)
        }
        Err(_) => {
            let rows = explore::lower_first(name(question.by)?);
            let others = narrowing(context, across);
            let others = others.split(", ").filter(|other| !other.is_empty() && *other != rows);
            let together: Vec<&str> = std::iter::once(rows.as_str()).chain(others).collect();
            explore::not_cleared_with(language, &together.join(", "))
        }
    };
    Some(difference::cannot_choose(language, name(across)?, &why))
}

/// Whether it is the picked place alone that stands in the way.
fn is_cleared_in_the_nation(context: Context, across: usize) -> bool {
    let Context { cleared, question, .. } = context;
    let Some((area, nation)) = context.area().zip(context.nation()) else { return false };
    let at = moved(&question.at, area, nation);
    clearance_of_two(cleared, &Question { at, ..question.clone() }, question.by, across).is_ok()
}
