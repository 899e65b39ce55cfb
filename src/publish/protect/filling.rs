//! Values for figures that were hidden before: any that the published ones allow will do, for what can be worked out hangs on these alone.

use std::collections::HashMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use super::{
    failure::Failure,
    web::{Standing, Web},
};

/// So many branches are tried for whole numbers.
const MOST_NODES: u64 = 5_000;

/// A sum of thousands of cells may be this far off.
const NOISE: f64 = 1e-6;

/// Gives each figure that was hidden before a value with which all sums hold.
///
/// # Errors
/// Where there are none: the published figures contradict each other.
pub fn fill(web: &mut Web) -> Result<(), Failure> {
    let mut filled = Vec::new();
    for cells in web.components(|entry| entry.standing == Standing::Hidden) {
        let values = values(web, &cells).ok_or(Failure::Contradiction)?;
        filled.extend(cells.into_iter().zip(values));
    }
    for (entry, value) in filled {
        if let Some(entry) = web.entries.get_mut(entry) {
            entry.value = value;
        }
    }
    Ok(())
}

fn values(web: &Web, cells: &[usize]) -> Option<Vec<f64>> {
    let places: HashMap<usize, usize> = cells.iter().enumerate().map(|(place, entry)| (*entry, place)).collect();
    let mut relations: Vec<usize> = cells.iter().filter_map(|entry| web.of.get(*entry)).flatten().copied().collect();
    relations.sort_unstable();
    relations.dedup();
    let solve = |is_whole: bool| {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let unknown: Vec<Variable> = cells
            .iter()
            .map(|_| match is_whole {
                true => problem.add_integer_var(1.0, (0, i32::MAX - 1)),
                false => problem.add_var(1.0, (0.0, f64::INFINITY)),
            })
            .collect();
        for relation in relations.iter().filter_map(|number| web.relations.get(*number)) {
            let mut known = 0.0;
            let mut terms = Vec::new();
            for (entry, factor) in &relation.terms {
                match places.get(entry).and_then(|place| unknown.get(*place)) {
                    Some(variable) => terms.push((*variable, *factor)),
                    None => known += factor * web.value(*entry),
                }
            }
            let operator = if relation.is_at_most { ComparisonOp::Le } else { ComparisonOp::Eq };
            problem.add_constraint(terms.as_slice(), operator, -known);
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(MOST_NODES);
        let outcome = problem.solve_with(options).ok()?;
        let solution = outcome.solution()?;
        Some(unknown.iter().map(|variable| solution.var_value(*variable)).collect::<Vec<f64>>())
    };
    let is_whole = |values: &Vec<f64>| values.iter().all(|value| (value - value.round()).abs() < NOISE);
    let values = solve(false)?;
    let values = if is_whole(&values) { values } else { solve(true).filter(is_whole)? };
    Some(values.into_iter().map(f64::round).collect())
}
