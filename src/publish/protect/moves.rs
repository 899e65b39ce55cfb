//! Proofs that a hidden figure stays hidden: two fillings of the hidden cells that all sums allow, and in which it differs enough.
//!
//! After J. P. Kelly, B. L. Golden and A. A. Assad, "Cell suppression: disclosure protection for sensitive tabular data", Networks 22 (1992): the cheapest
//! cells that let a figure move are found by a linear program. As whole numbers, for an attacker knows that children are counted.

use std::collections::{HashMap, HashSet, VecDeque};

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::web::Web;

/// Numbers this far beside a whole one are taken for it.
const NOISE: f64 = 1e-6;

/// With more cells than this only what comes out in whole numbers by itself is taken.
const MOST_WHOLE: usize = 120;

/// So many branches are tried for whole numbers.
const MOST_NODES: u64 = 500;

/// Two fillings, as what they add to the true one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proof {
    /// Figure, what the first adds, what the second adds.
    pub moves: Vec<(usize, f64, f64)>,
}

impl Proof {
    /// How far a figure moves between the two and the true one.
    pub fn widths(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.moves.iter().map(|(entry, one, other)| (*entry, one.max(*other).max(0.0) - one.min(*other).min(0.0)))
    }

    /// Whether both are fillings: no count under nothing, every sum kept. Only these cells are hidden.
    pub fn holds(&self, web: &Web, is_hidden: impl Fn(usize) -> bool) -> bool {
        let moved: HashMap<usize, (f64, f64)> =
            self.moves.iter().map(|(entry, one, other)| (*entry, (*one, *other))).collect();
        let is_count = |(entry, (one, other)): (&usize, &(f64, f64))| {
            let value = web.value(*entry);
            is_hidden(*entry)
                && one.fract() == 0.0
                && other.fract() == 0.0
                && value + one >= 0.0
                && value + other >= 0.0
        };
        let relations: HashSet<usize> =
            moved.keys().filter_map(|entry| web.of.get(*entry)).flatten().copied().collect();
        let is_kept = |number: &usize| {
            let Some(relation) = web.relations.get(*number) else { return true };
            let (mut now, mut one, mut other) = (0.0, 0.0, 0.0);
            for (entry, factor) in &relation.terms {
                let (by_one, by_other) = moved.get(entry).copied().unwrap_or_default();
                now += factor * web.value(*entry);
                one += factor * by_one;
                other += factor * by_other;
            }
            match relation.is_at_most {
                true => now + one <= 0.0 && now + other <= 0.0,
                false => one == 0.0 && other == 0.0,
            }
        };
        moved.iter().all(is_count) && relations.iter().all(is_kept)
    }
}

/// What is asked: how a figure can move when these cells may, each at its price.
pub struct Ask<'w> {
    web: &'w Web,
    /// The cells; the first is the one that must move.
    cells: Vec<usize>,
    prices: Vec<f64>,
    places: HashMap<usize, usize>,
    /// The relations that bind them.
    relations: Vec<usize>,
    width: f64,
    /// There are more cells than were asked for.
    pub is_cut_off: bool,
}

impl<'w> Ask<'w> {
    /// The cells around a target that may move, at most so many, nearest first. None where the target is bound whatever they do.
    pub fn around(
        web: &'w Web,
        target: usize,
        width: f64,
        most: usize,
        price: impl Fn(usize) -> Option<f64>,
    ) -> Option<Self> {
        let mut near = vec![target];
        let mut seen: HashSet<usize> = HashSet::from([target]);
        let mut open = VecDeque::from([target]);
        let mut seen_relations = HashSet::new();
        let mut is_cut_off = false;
        'all: while let Some(entry) = open.pop_front() {
            for &number in web.of.get(entry).into_iter().flatten() {
                if !seen_relations.insert(number) {
                    continue;
                }
                for (other, _) in web.relations.get(number).map(|it| it.terms.as_slice()).unwrap_or_default() {
                    if !seen.contains(other) && price(*other).is_some() {
                        if near.len() >= most {
                            is_cut_off = true;
                            break 'all;
                        }
                        seen.insert(*other);
                        near.push(*other);
                        open.push_back(*other);
                    }
                }
            }
        }
        let kept = loose(web, &seen);
        if !kept.contains(&target) {
            return None;
        }
        let cells: Vec<usize> = near.into_iter().filter(|entry| kept.contains(entry)).collect();
        let prices = cells.iter().map(|entry| price(*entry).unwrap_or(0.0)).collect();
        let places = cells.iter().enumerate().map(|(place, entry)| (*entry, place)).collect();
        let mut relations: Vec<usize> =
            cells.iter().filter_map(|entry| web.of.get(*entry)).flatten().copied().collect();
        relations.sort_unstable();
        relations.dedup();
        Some(Self { web, cells, prices, places, relations, width, is_cut_off })
    }

    /// How many cells may move.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// The cheapest move along one way, `down` of it downwards and the rest upwards; and its price.
    ///
    /// The unit is the whole move, so that a cell costs its price once, however far it moves.
    pub fn along(&self, down: f64) -> Option<(f64, Proof)> {
        let up = self.width - down;
        let most = |step: f64, value: f64| if step > 0.0 { (value / step).floor() } else { f64::INFINITY };
        let found = self.solve(
            |value| vec![(most(down, value), most(up, value))],
            |problem, blocks, sum| {
                let block = blocks.first()?;
                let Sum { terms, room } = sum;
                let list: Vec<(Variable, f64)> =
                    terms.iter().flat_map(|(place, factor)| block.pair(*place, *factor)).collect();
                match room {
                    None => problem.add_constraint(list.as_slice(), ComparisonOp::Eq, 0.0),
                    Some(room) => {
                        if up > 0.0 {
                            problem.add_constraint(list.as_slice(), ComparisonOp::Le, (room / up).floor());
                        }
                        if down > 0.0 {
                            problem.add_constraint(list.as_slice(), ComparisonOp::Ge, -(room / down).floor());
                        }
                    }
                }
                Some(())
            },
            |problem, blocks| {
                if let Some(block) = blocks.first() {
                    problem.add_constraint(block.pair(0, 1.0), ComparisonOp::Eq, 1.0);
                }
            },
        )?;
        let (price, moved) = found;
        let block = moved.first()?;
        let moves = self.cells.iter().zip(block).filter(|(_, by)| **by != 0.0);
        let proof = Proof { moves: moves.map(|(entry, by)| (*entry, by * up, -by * down)).collect() };
        Some((price, proof))
    }

    /// The cheapest two moves along different ways that together are wide enough.
    pub fn apart(&self) -> Option<(f64, Proof)> {
        let found = self.solve(
            |value| vec![(f64::INFINITY, value), (f64::INFINITY, value)],
            |problem, blocks, sum| {
                for block in blocks {
                    let list: Vec<(Variable, f64)> =
                        sum.terms.iter().flat_map(|(place, factor)| block.pair(*place, *factor)).collect();
                    match sum.room {
                        None => problem.add_constraint(list.as_slice(), ComparisonOp::Eq, 0.0),
                        Some(room) => problem.add_constraint(list.as_slice(), ComparisonOp::Le, room),
                    }
                }
                Some(())
            },
            |problem, blocks| {
                if let [one, other] = blocks {
                    let [a, b] = one.pair(0, 1.0);
                    let [c, d] = other.pair(0, -1.0);
                    problem.add_constraint([a, b, c, d], ComparisonOp::Eq, self.width);
                }
            },
        )?;
        let (price, moved) = found;
        let [one, other] = moved.as_slice() else { return None };
        let all = self.cells.iter().zip(one.iter().zip(other));
        let moves = all.filter(|(_, (one, other))| **one != 0.0 || **other != 0.0);
        Some((price / self.width, Proof { moves: moves.map(|(entry, (one, other))| (*entry, *one, *other)).collect() }))
    }

    fn solve(
        &self,
        most: impl Fn(f64) -> Vec<(f64, f64)>,
        bind: impl Fn(&mut Problem, &[Block], &Sum) -> Option<()>,
        want: impl Fn(&mut Problem, &[Block]),
    ) -> Option<(f64, Vec<Vec<f64>>)> {
        let sums: Vec<Sum> = self.relations.iter().filter_map(|number| self.sum(*number)).collect();
        let run = |is_whole: bool| {
            let mut problem = Problem::new(OptimizationDirection::Minimize);
            let mut blocks: Vec<Block> = Vec::new();
            for (entry, price) in self.cells.iter().zip(&self.prices) {
                for (number, (up, down)) in most(self.web.value(*entry)).into_iter().enumerate() {
                    if blocks.len() <= number {
                        blocks.push(Block::default());
                    }
                    let mut add = |most: f64| match is_whole {
                        #[expect(clippy::cast_possible_truncation, reason = "it is no more than the limit")]
                        true => problem.add_integer_var(*price, (0, most.min(MOST_MOVE) as i32)),
                        false => problem.add_var(*price, (0.0, most.min(MOST_MOVE))),
                    };
                    let pair = (add(up), add(down));
                    if let Some(block) = blocks.get_mut(number) {
                        block.cells.push(pair);
                    }
                }
            }
            for sum in &sums {
                bind(&mut problem, &blocks, sum)?;
            }
            want(&mut problem, &blocks);
            let mut options = microlp::SolveOptions::default();
            options.node_limit = Some(MOST_NODES);
            let outcome = problem.solve_with(options).ok()?;
            let solution = outcome.solution()?;
            let moved = |block: &Block| -> Vec<f64> {
                block.cells.iter().map(|(up, down)| solution.var_value(*up) - solution.var_value(*down)).collect()
            };
            Some((solution.objective(), blocks.iter().map(moved).collect::<Vec<_>>()))
        };
        let is_whole = |moved: &Vec<Vec<f64>>| moved.iter().flatten().all(|by| (by - by.round()).abs() < NOISE);
        let whole = |(price, moved): (f64, Vec<Vec<f64>>)| {
            (price, moved.into_iter().map(|block| block.into_iter().map(f64::round).collect()).collect())
        };
        let found = run(false)?;
        if is_whole(&found.1) {
            return Some(whole(found));
        }
        if self.cells.len() > MOST_WHOLE {
            return None;
        }
        run(true).filter(|(_, moved)| is_whole(moved)).map(whole)
    }

    /// A relation between the cells; none where it binds none of them.
    fn sum(&self, number: usize) -> Option<Sum> {
        let relation = self.web.relations.get(number)?;
        let terms: Vec<(usize, f64)> =
            relation.terms.iter().filter_map(|(entry, factor)| Some((*self.places.get(entry)?, *factor))).collect();
        let now = || -relation.terms.iter().map(|(entry, factor)| factor * self.web.value(*entry)).sum::<f64>();
        let is_bound = !terms.is_empty();
        is_bound.then(|| Sum { terms, room: relation.is_at_most.then(now) })
    }
}

/// No count needs to move farther for anything to be hidden.
const MOST_MOVE: f64 = 1e6;

/// A relation between cells by their places, and how far it may rise where it is no equation.
struct Sum {
    terms: Vec<(usize, f64)>,
    room: Option<f64>,
}

/// The variables of one filling: up and down for each cell.
#[derive(Default)]
struct Block {
    cells: Vec<(Variable, Variable)>,
}

impl Block {
    fn pair(&self, place: usize, factor: f64) -> [(Variable, f64); 2] {
        let (up, down) = self.cells[place];
        [(up, factor), (down, -factor)]
    }
}

/// The cells that no equation holds fast by itself: a single one that may move in a sum may not.
fn loose(web: &Web, cells: &HashSet<usize>) -> HashSet<usize> {
    let mut kept = cells.clone();
    let mut n_in: HashMap<usize, usize> = HashMap::new();
    let equations = |entry: &usize| {
        let of = web.of.get(*entry).into_iter().flatten();
        of.copied().filter(|number| web.relations.get(*number).is_some_and(|it| !it.is_at_most)).collect::<Vec<_>>()
    };
    for entry in cells {
        for number in equations(entry) {
            *n_in.entry(number).or_default() += 1;
        }
    }
    let mut lonely: Vec<usize> = n_in.iter().filter(|(_, n)| **n == 1).map(|(number, _)| *number).collect();
    while let Some(number) = lonely.pop() {
        let terms = web.relations.get(number).map(|it| it.terms.as_slice()).unwrap_or_default();
        let Some((only, _)) = terms.iter().find(|(entry, _)| kept.contains(entry)) else { continue };
        kept.remove(only);
        for other in equations(only) {
            if let Some(n) = n_in.get_mut(&other) {
                *n = n.saturating_sub(1);
                if *n == 1 {
                    lonely.push(other);
                }
            }
        }
    }
    kept
}
