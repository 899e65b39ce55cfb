//! Controlled rounding: every count to a multiple of the base beside it, so that parts still make their totals.
//!
//! L. H. Cox and L. R. Ernst, "Controlled rounding", INFOR 20 (1982): the nearest such table is a linear program.

use std::collections::HashMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use super::{
    failure::Failure,
    rules::{Rule, column},
    spec::Spec,
    web::{Place, Standing, Web, below},
    write::Hidden,
};
use crate::model::cube::Cube;

/// So many branches are tried.
const MOST_NODES: u64 = 20_000;

/// Numbers this far beside a whole one are taken for it.
const NOISE: f64 = 1e-6;

/// Rounds all counts, and works out the shares anew; answers how many cells changed.
///
/// # Errors
/// Where the base does not protect, or no rounding keeps every sum.
pub fn round(
    cubes: &mut [Cube],
    base: u32,
    threshold: u32,
    hits: &[(Place, Rule)],
    spec: &Spec,
    hidden: &mut Hidden,
) -> Result<usize, Failure> {
    if ![3, 5].contains(&base) {
        return Err(Failure::OtherBase(base));
    }
    if base < threshold {
        return Err(Failure::BaseUnderThreshold { base, threshold });
    }
    let is_done = |cube: &Cube| cube.dataset.disclosure.as_ref().is_some_and(|it| it.rounding_base == Some(base));
    if cubes.iter().all(is_done) {
        return Ok(0);
    }
    let web = Web::of(cubes)?;
    if web.entries.iter().any(|entry| entry.standing == Standing::Hidden) {
        return Err(Failure::HiddenBefore);
    }
    // What cannot be rounded, since it was not given exactly.
    for (place, rule) in hits.iter().filter(|(place, rule)| *rule == Rule::Small && web.at(*place).is_none()) {
        hidden.hide(*place, *rule);
    }
    let rounded = rounded(&web, f64::from(base)).ok_or(Failure::NoRounding)?;
    let mut n_changed = 0;
    for (entry, value) in web.entries.iter().zip(&rounded).filter(|(entry, value)| entry.value != **value) {
        for Place { cube, measure, row } in &entry.places {
            let column = cubes.get_mut(*cube).and_then(|cube| {
                let column = cube.measures.get(*measure)?.column?;
                cube.columns.get_mut(column)
            });
            if let Some(column) = column {
                column.set_exact(*row, *value);
                n_changed += 1;
            }
        }
    }
    for number in 0..cubes.len() {
        n_changed += shares(cubes, number, &web, &rounded, spec, hidden);
    }
    Ok(n_changed)
}

/// The rounded value of each figure.
fn rounded(web: &Web, base: f64) -> Option<Vec<f64>> {
    let mut values: Vec<f64> = web.entries.iter().map(|entry| entry.value).collect();
    for cells in web.components(|_| true) {
        let found = [(false, false), (false, true), (true, false), (true, true)]
            .into_iter()
            .find_map(|(moves_multiples, is_whole)| component(web, &cells, base, moves_multiples, is_whole))?;
        for (entry, value) in cells.iter().zip(found) {
            if let Some(it) = values.get_mut(*entry) {
                *it = value;
            }
        }
    }
    Some(values)
}

/// The nearest rounding of figures that hang together. A multiple of the base stays, or may move by one base where nothing else will do.
fn component(web: &Web, cells: &[usize], base: f64, moves_multiples: bool, is_whole: bool) -> Option<Vec<f64>> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut places: HashMap<usize, (f64, Vec<(Variable, f64)>)> = HashMap::new();
    let mut relations = Vec::new();
    for entry in cells {
        let value = web.value(*entry);
        let below = (value / base).floor();
        let above = value - below * base;
        let is_fixed = web.entries.get(*entry).is_some_and(|it| it.standing == Standing::Fixed);
        let mut step = |cost: f64| match is_whole {
            true => problem.add_integer_var(cost, (0, 1)),
            false => problem.add_var(cost, (0.0, 1.0)),
        };
        let steps = match above {
            0.0 if is_fixed || !moves_multiples => Vec::new(),
            0.0 if below > 0.0 => vec![(step(base), 1.0), (step(base), -1.0)],
            0.0 => vec![(step(base), 1.0)],
            _ => vec![(step(base - 2.0 * above), 1.0)],
        };
        places.insert(*entry, (below, steps));
        relations.extend(web.of.get(*entry).into_iter().flatten().copied());
    }
    relations.sort_unstable();
    relations.dedup();
    for relation in relations.iter().filter_map(|number| web.relations.get(*number)) {
        let mut known = 0.0;
        let mut terms: Vec<(Variable, f64)> = Vec::new();
        for (entry, factor) in &relation.terms {
            let (below, steps) = places.get(entry)?;
            known += factor * below;
            terms.extend(steps.iter().map(|(variable, step)| (*variable, factor * step)));
        }
        let operator = if relation.is_at_most { ComparisonOp::Le } else { ComparisonOp::Eq };
        if terms.is_empty() {
            if known > 0.0 || (!relation.is_at_most && known != 0.0) {
                return None;
            }
            continue;
        }
        problem.add_constraint(terms.as_slice(), operator, -known);
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(MOST_NODES);
    let outcome = problem.solve_with(options).ok()?;
    let solution = outcome.solution()?;
    let value = |entry: &usize| {
        let (below, steps) = places.get(entry)?;
        let by = steps.iter().map(|(variable, step)| step * solution.var_value(*variable)).sum::<f64>();
        ((by - by.round()).abs() < NOISE).then(|| (below + by.round()) * base)
    };
    cells.iter().map(value).collect()
}

/// Shares are of rounded counts; one whose counts are not both in the file would tell what they were, and is hidden where its group is small.
fn shares(cubes: &mut [Cube], number: usize, web: &Web, rounded: &[f64], spec: &Spec, hidden: &mut Hidden) -> usize {
    let Some(cube) = cubes.get_mut(number) else { return 0 };
    let mut n_changed = 0;
    for position in 0..cube.measures.len() {
        let Some((ratio, decimals)) =
            cube.measures.get(position).and_then(|measure| Some((measure.ratio.clone()?, measure.decimals)))
        else {
            continue;
        };
        let Some(own) = column(cube, position) else { continue };
        let decimals = own.numbers().flatten().fold(0, crate::bounds::ratio::decimals_with).max(i32::from(decimals));
        let mut news = Vec::new();
        for row in (0..own.len()).filter(|row| own.number(*row).is_some()) {
            let value = |measure: usize, row: usize| {
                let entry = web.at(Place { cube: number, measure, row })?;
                rounded.get(entry).copied()
            };
            let above = ratio.numerator.and_then(|numerator| value(numerator, row));
            let of = below(cube, row, &ratio.denominator_at).and_then(|row| value(ratio.denominator, row));
            let share = above.zip(of).filter(|(_, of)| *of > 0.0).map(|(above, of)| above / of * ratio.per);
            let is_small = of.is_none_or(|of| of < spec.least_denominator());
            match share {
                Some(share) if !is_small => {
                    let shift = 10_f64.powi(decimals);
                    news.push((row, (share * shift).round() / shift));
                }
                None if !is_small && ratio.numerator.is_none() => {}
                _ => hidden.hide(Place { cube: number, measure: position, row }, Rule::SmallDenominator),
            }
        }
        let column = cube.measures.get(position).and_then(|measure| measure.column);
        if let Some(column) = column.and_then(|column| cube.columns.get_mut(column)) {
            n_changed += news.len();
            news.into_iter().for_each(|(row, share)| column.set_exact(row, share));
        }
    }
    n_changed
}
