//! Exact bounds: the least and the most each cell can be in a filling of all cells that hang together, by linear programs over whole numbers.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, SolveOptions, Variable};

use super::system::System;

/// So many branches are tried; then the bound of the program without whole numbers is taken, which holds too.
const MOST_NODES: u64 = 2_000;

/// A solution is whole, or on a bound, within this.
const NOISE: f64 = 1e-5;

/// So much work takes a slow machine some ten seconds: cells of a program times its rows, twice.
pub const WORK: f64 = 1e9;

/// Cells that hang together by relations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Component {
    pub unknowns: Vec<usize>,
    pub relations: Vec<usize>,
}

/// Why there are no bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoBounds {
    /// These relations cannot hold together.
    Contradiction(Vec<usize>),
}

/// The components of the cells that are not yet known exactly, in the order of their first cell.
pub fn components(system: &System) -> Vec<Component> {
    let n = system.n_unknowns();
    let is_open = |unknown: usize| {
        let (low, high) = system.bound(unknown);
        low < high
    };
    let (mut seen, mut seen_relation) = (vec![false; n], vec![false; system.n_relations()]);
    let mut found = Vec::new();
    for first in 0..n {
        if !is_open(first) || !is_new(&mut seen, first) {
            continue;
        }
        let mut it = Component::default();
        let mut open = vec![first];
        while let Some(unknown) = open.pop() {
            it.unknowns.push(unknown);
            for &relation in system.relations(unknown) {
                if system.is_void(relation) || !is_new(&mut seen_relation, relation) {
                    continue;
                }
                it.relations.push(relation);
                open.extend(
                    system
                        .terms(relation)
                        .map(|(other, _)| other)
                        .filter(|other| is_open(*other) && is_new(&mut seen, *other)),
                );
            }
        }
        it.unknowns.sort_unstable();
        it.relations.sort_unstable();
        found.push(it);
    }
    found
}

/// Marks a place; says whether it was not marked before.
fn is_new(marks: &mut [bool], place: usize) -> bool {
    marks.get_mut(place).is_some_and(|mark| !std::mem::replace(mark, true))
}

/// What was found of a component.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The unknown, its least, its most, and whether both are exact.
    pub bounds: Vec<(usize, f64, f64, bool)>,
    /// For how many there was no time.
    pub n_open: usize,
}

/// The bounds of the unknowns of a component that are asked for.
///
/// They are exact, but for those that fillings have shown to lie as wide as is `enough`, and where a program comes to no end.
/// `left` is the work that may still be done, in the unit of [`WORK`].
///
/// # Errors
/// Where no filling exists, with relations that cannot hold together.
pub async fn bounds(
    system: &System,
    component: &Component,
    asked: &[usize],
    enough: impl Fn(usize) -> f64,
    left: &mut f64,
    pause: &impl AsyncFn(),
) -> Result<Found, NoBounds> {
    let model = Model::of(system, component, &component.relations);
    let price = model.price();
    let mut n_open = 0;
    // What some filling has already reached need not be asked for again.
    let mut reached = vec![(f64::INFINITY, f64::NEG_INFINITY); component.unknowns.len()];
    let mut found = Vec::new();
    let is_asked = |unknown: &usize| asked.binary_search(unknown).is_ok();
    for (place, &unknown) in component.unknowns.iter().enumerate().filter(|(_, unknown)| is_asked(unknown)) {
        let (mut low, mut high) = system.bound(unknown);
        let (mut is_exact, mut is_open) = (true, false);
        // The most first: fillings with much in one cell have little in others.
        for is_least in [false, true] {
            let (lowest, highest) = reached.get(place).copied().unwrap_or_default();
            if if is_least { lowest <= low } else { highest >= high } {
                continue;
            }
            let enough = enough(unknown);
            if enough.is_finite() && (highest == f64::INFINITY || highest - lowest >= enough) {
                is_exact = false;
                continue;
            }
            *left -= price;
            if *left < 0.0 {
                is_exact = false;
                is_open = true;
                continue;
            }
            match model.solve(place, is_least) {
                Answer::Filling { value, filling, is_proved } => {
                    if is_least {
                        low = low.max((value - NOISE).ceil());
                    } else {
                        high = high.min((value + NOISE).floor());
                    }
                    is_exact &= is_proved;
                    if is_proved {
                        for ((lowest, highest), value) in reached.iter_mut().zip(filling) {
                            (*lowest, *highest) = (lowest.min(value), highest.max(value));
                        }
                    }
                }
                Answer::Open => {
                    if let Some((_, highest)) = reached.get_mut(place).filter(|_| !is_least) {
                        *highest = f64::INFINITY;
                    }
                }
                Answer::None => return Err(NoBounds::Contradiction(core(system, component))),
                Answer::Unknown => is_exact = false,
            }
            pause().await;
        }
        n_open += usize::from(is_open);
        found.push((unknown, low, high, is_exact));
    }
    Ok(Found { bounds: found, n_open })
}

/// As many relations as a contradiction is searched in for the fewest.
const MOST_SEARCHED: usize = 64;

/// Relations that cannot hold together, and would without any one of them; all where they are many.
fn core(system: &System, component: &Component) -> Vec<usize> {
    let mut needed = component.relations.clone();
    if needed.len() > MOST_SEARCHED {
        return needed;
    }
    for relation in &component.relations {
        let fewer: Vec<usize> = needed.iter().copied().filter(|other| other != relation).collect();
        if matches!(Model::of(system, component, &fewer).solve(0, true), Answer::None) {
            needed = fewer;
        }
    }
    needed
}

/// A relation as rows of a program.
#[derive(Debug)]
struct Row {
    terms: Vec<(usize, f64)>,
    operator: ComparisonOp,
    side: f64,
}

/// The programs of a component: cells counted from their lower bound.
#[derive(Debug)]
struct Model {
    low: Vec<f64>,
    width: Vec<f64>,
    rows: Vec<Row>,
}

/// What a program answers.
enum Answer {
    /// The bound, and a filling that reaches it; a proof only where that is of whole numbers.
    Filling { value: f64, filling: Vec<f64>, is_proved: bool },
    /// There is no bound.
    Open,
    /// There is no filling.
    None,
    /// The solver came to no end.
    Unknown,
}

impl Model {
    fn of(system: &System, component: &Component, relations: &[usize]) -> Self {
        let places: BTreeMap<usize, usize> =
            component.unknowns.iter().enumerate().map(|(place, unknown)| (*unknown, place)).collect();
        let (mut low, mut width) = (Vec::new(), Vec::new());
        for &unknown in &component.unknowns {
            let (least, most) = system.bound(unknown);
            low.push(least);
            width.push(most - least);
        }
        let mut rows = Vec::new();
        for &relation in relations {
            let mut terms = Vec::new();
            let mut known = 0.0;
            for (unknown, factor) in system.terms(relation) {
                known += factor * system.bound(unknown).0;
                terms.extend(places.get(&unknown).map(|place| (*place, factor)));
            }
            let (least, most) = system.limits(relation);
            let (least, most) = (least - known, most - known);
            if least == most {
                rows.push(Row { terms, operator: ComparisonOp::Eq, side: least });
                continue;
            }
            if most.is_finite() {
                rows.push(Row { terms: terms.clone(), operator: ComparisonOp::Le, side: most });
            }
            if least.is_finite() {
                rows.push(Row { terms, operator: ComparisonOp::Ge, side: least });
            }
        }
        Self { low, width, rows }
    }

    /// The work of one run: as many steps as rows, each through all cells and rows.
    fn price(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "no exact number is needed")]
        let (cells, rows) = (self.low.len() as f64, self.rows.len() as f64);
        cells * rows * rows
    }

    /// The least or the most of one of the cells, by its place.
    fn solve(&self, target: usize, is_least: bool) -> Answer {
        match self.run(target, is_least, true) {
            Answer::Unknown => self.run(target, is_least, false),
            answer => answer,
        }
    }

    fn run(&self, target: usize, is_least: bool, is_whole: bool) -> Answer {
        let direction = if is_least { OptimizationDirection::Minimize } else { OptimizationDirection::Maximize };
        let mut problem = Problem::new(direction);
        let unknowns: Vec<Variable> = self
            .width
            .iter()
            .enumerate()
            .map(|(place, width)| {
                let cost = if place == target { 1.0 } else { 0.0 };
                #[expect(clippy::cast_possible_truncation, reason = "only a whole number that fits")]
                match is_whole && *width < f64::from(i32::MAX) {
                    true => problem.add_integer_var(cost, (0, *width as i32)),
                    false => problem.add_var(cost, (0.0, *width)),
                }
            })
            .collect();
        for Row { terms, operator, side } in &self.rows {
            let terms: Vec<(Variable, f64)> =
                terms.iter().filter_map(|(place, factor)| Some((*unknowns.get(*place)?, *factor))).collect();
            problem.add_constraint(terms.as_slice(), *operator, *side);
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(MOST_NODES);
        let outcome = match problem.solve_with(options) {
            Ok(outcome) => outcome,
            Err(Error::Infeasible) => return Answer::None,
            Err(Error::Unbounded) => return Answer::Open,
            Err(_) => return Answer::Unknown,
        };
        if !outcome.is_optimal() {
            return Answer::Unknown;
        }
        let Some(solution) = outcome.solution() else { return Answer::Unknown };
        let low = |place: usize| self.low.get(place).copied().unwrap_or_default();
        let filling: Vec<f64> =
            unknowns.iter().enumerate().map(|(place, it)| low(place) + solution.var_value(*it)).collect();
        // Without whole numbers it is a filling only where it happens to be one.
        let is_filling = filling.iter().all(|value| (value - value.round()).abs() < NOISE);
        let value = low(target) + solution.objective();
        Answer::Filling { value, filling: filling.iter().map(|value| value.round()).collect(), is_proved: is_filling }
    }
}
