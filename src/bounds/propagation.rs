//! Interval propagation: each relation tightens its cells by what is known of the others, until nothing moves.
//!
//! Bounds consistency on linear constraints over whole numbers (Harvey and Schimpf, "Bounds Consistency Techniques for Long Linear Constraints", 2002).

use std::collections::VecDeque;

use super::system::System;

/// Numbers this far beside a whole one are taken for it.
const NOISE: f64 = 1e-9;

/// Each term may be looked at this often on average: bounds that creep towards each other are left where they are.
const MOST_TURNS: usize = 64;

/// So many contradictions are taken out one by one; with more of them nothing is concluded at all.
const MOST_VOID: usize = 256;

/// So many terms are looked at between two pauses.
const SLICE: usize = 200_000;

/// How it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Relations that cannot hold together with the others: what was published contradicts itself.
    pub contradictions: Vec<usize>,
    /// Whether a fixed point was reached.
    pub is_settled: bool,
}

/// Tightens all bounds. A relation that cannot hold is told and left out, and what hangs together with it begins anew without it.
pub async fn settle(system: &mut System, pause: &impl AsyncFn()) -> Outcome {
    let mut contradictions = Vec::new();
    // What cannot hold by itself needs no new beginning.
    for relation in 0..system.n_relations() {
        let (least, most) = reach(system, relation);
        if !may_hold(system, relation, least.total(), most.total()) {
            system.make_void(relation);
            contradictions.push(relation);
        }
    }
    let mut work = Work::of(system);
    for _ in 0..MOST_VOID {
        match propagate(system, &mut work, pause).await {
            Ok(is_settled) => return Outcome { contradictions, is_settled },
            Err(relation) => {
                system.make_void(relation);
                contradictions.push(relation);
                begin_anew(system, &mut work, relation);
            }
        }
    }
    (0..system.n_relations()).for_each(|relation| system.make_void(relation));
    system.begin_anew();
    Outcome { contradictions, is_settled: false }
}

/// The relations that wait to be looked at, and how many terms may still be.
struct Work {
    is_waiting: Vec<bool>,
    waiting: VecDeque<usize>,
    left: usize,
}

impl Work {
    /// All of them.
    fn of(system: &System) -> Self {
        let n = system.n_relations();
        let mut work = Self {
            is_waiting: vec![false; n],
            waiting: VecDeque::with_capacity(n),
            left: system.n_terms().saturating_mul(MOST_TURNS).saturating_add(1024),
        };
        (0..n).for_each(|relation| work.add(system, relation));
        work
    }

    fn add(&mut self, system: &System, relation: usize) {
        if let Some(is_waiting) = self.is_waiting.get_mut(relation).filter(|it| !**it && !system.is_void(relation)) {
            *is_waiting = true;
            self.waiting.push_back(relation);
        }
    }

    fn next(&mut self) -> Option<usize> {
        let relation = self.waiting.pop_front()?;
        if let Some(is_waiting) = self.is_waiting.get_mut(relation) {
            *is_waiting = false;
        }
        Some(relation)
    }
}

/// Lets go of all bounds that may rest on a relation: those of all cells that hang together with it.
fn begin_anew(system: &mut System, work: &mut Work, relation: usize) {
    let mut open: Vec<usize> = system.terms(relation).map(|(unknown, _)| unknown).collect();
    let (mut seen, mut seen_relation) = (vec![false; system.n_unknowns()], vec![false; system.n_relations()]);
    while let Some(unknown) = open.pop() {
        if seen.get_mut(unknown).is_none_or(|seen| std::mem::replace(seen, true)) {
            continue;
        }
        system.forget(unknown);
        for &other in system.relations(unknown) {
            if system.is_void(other) || seen_relation.get_mut(other).is_none_or(|seen| std::mem::replace(seen, true)) {
                continue;
            }
            work.add(system, other);
            open.extend(system.terms(other).map(|(unknown, _)| unknown));
        }
    }
}

/// Runs to the fixed point; the relation that cannot hold where there is one.
async fn propagate(system: &mut System, work: &mut Work, pause: &impl AsyncFn()) -> Result<bool, usize> {
    let (mut moved, mut since) = (Vec::new(), 0_usize);
    while let Some(relation) = work.next() {
        moved.clear();
        let n_terms = tighten(system, relation, &mut moved)?;
        for unknown in &moved {
            for &other in system.relations(*unknown) {
                work.add(system, other);
            }
        }
        let Some(rest) = work.left.checked_sub(n_terms) else { return Ok(false) };
        work.left = rest;
        since = since.saturating_add(n_terms);
        if since >= SLICE {
            since = 0;
            pause().await;
        }
    }
    Ok(true)
}

/// A sum in which some terms may be without bound.
#[derive(Clone, Copy, Debug, Default)]
struct Reach {
    sum: f64,
    n_open: usize,
    /// −1 for a least, +1 for a most: where an open one leads.
    sign: f64,
}

impl Reach {
    fn add(&mut self, value: f64) {
        if value.is_finite() {
            self.sum += value;
        } else {
            self.n_open += 1;
        }
    }

    fn total(self) -> f64 {
        if self.n_open > 0 { self.sign * f64::INFINITY } else { self.sum }
    }

    /// Without one of its terms.
    fn without(self, value: f64) -> f64 {
        match (self.n_open, value.is_finite()) {
            (0, _) => self.sum - value,
            (1, false) => self.sum,
            _ => self.sign * f64::INFINITY,
        }
    }
}

/// The least and the most that a relation's terms can come to.
fn reach(system: &System, relation: usize) -> (Reach, Reach) {
    let (mut least, mut most) = (Reach { sign: -1.0, ..Reach::default() }, Reach { sign: 1.0, ..Reach::default() });
    for (unknown, factor) in system.terms(relation) {
        let (low, high) = span(system, unknown, factor);
        least.add(low);
        most.add(high);
    }
    (least, most)
}

/// What a term can come to.
fn span(system: &System, unknown: usize, factor: f64) -> (f64, f64) {
    let (low, high) = system.bound(unknown);
    match factor {
        0.0 => (0.0, 0.0),
        _ if factor > 0.0 => (low * factor, high * factor),
        _ => (high * factor, low * factor),
    }
}

fn may_hold(system: &System, relation: usize, least: f64, most: f64) -> bool {
    let (from, to) = system.limits(relation);
    let noise = |value: f64| NOISE * value.abs().max(1.0);
    least <= to + noise(to) && most >= from - noise(from)
}

/// Tightens the cells of one relation; answers how many it has.
fn tighten(system: &mut System, relation: usize, moved: &mut Vec<usize>) -> Result<usize, usize> {
    let (least, most) = reach(system, relation);
    if !may_hold(system, relation, least.total(), most.total()) {
        return Err(relation);
    }
    let (from, to) = system.limits(relation);
    // Nothing to learn where every choice of the others leaves it true, and nothing where it bounds nothing.
    if least.n_open > 1 && most.n_open > 1 {
        return Ok(1);
    }
    let terms = system.range_of(relation);
    let n_terms = terms.len();
    for term in terms {
        let (unknown, factor) = system.term(term);
        if factor == 0.0 {
            continue;
        }
        let (low, high) = system.bound(unknown);
        let (own_least, own_most) = span(system, unknown, factor);
        let (mut lower, mut upper) =
            ((from - most.without(own_most)) / factor, (to - least.without(own_least)) / factor);
        if factor < 0.0 {
            (lower, upper) = (upper, lower);
        }
        let lower = (lower - NOISE * lower.abs().clamp(1.0, 1e6)).ceil();
        let upper = (upper + NOISE * upper.abs().clamp(1.0, 1e6)).floor();
        let (is_lower, is_upper) = (lower > low, upper < high);
        if is_lower {
            system.raise(unknown, lower, relation);
        }
        if is_upper {
            system.lower(unknown, upper, relation);
        }
        if is_lower || is_upper {
            moved.push(unknown);
            let (low, high) = system.bound(unknown);
            if low > high {
                return Err(relation);
            }
        }
    }
    Ok(n_terms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::slices::at_once;

    fn settle(system: &mut System) -> Outcome {
        at_once(super::settle(system, &async || {})).expect("nothing is waited for")
    }

    #[test]
    fn a_total_less_its_known_parts_is_the_hidden_one() {
        let mut system = System::default();
        let hidden = system.unknown(0.0, f64::INFINITY);
        system.relate([(hidden, 1.0)], 3.0, 3.0);
        system.index();
        assert!(settle(&mut system).is_settled);
        assert_eq!(system.bound(hidden), (3.0, 3.0));
        assert_eq!(system.why_low, [0]);
    }

    #[test]
    fn what_cannot_hold_is_told_and_nothing_follows_from_it() {
        let mut system = System::default();
        let (one, other) = (system.unknown(0.0, 4.0), system.unknown(0.0, 4.0));
        let sum = system.relate([(one, 1.0), (other, 1.0)], 6.0, 6.0);
        let wrong = system.relate([(one, 1.0)], 9.0, 9.0);
        system.index();
        let outcome = settle(&mut system);
        assert_eq!(outcome.contradictions, [wrong]);
        assert_eq!((system.bound(one), system.why_low[other]), ((2.0, 4.0), sum));
        // Only together: it begins anew without the last of them.
        let mut system = System::default();
        let (one, other) = (system.unknown(0.0, f64::INFINITY), system.unknown(0.0, f64::INFINITY));
        system.relate([(one, 1.0), (other, 1.0)], 6.0, 6.0);
        system.relate([(one, 1.0)], 5.0, 5.0);
        system.relate([(other, 1.0)], 3.0, 3.0);
        system.index();
        let outcome = settle(&mut system);
        assert_eq!(outcome.contradictions.len(), 1);
        assert!(outcome.is_settled);
    }

    #[test]
    fn bounds_that_creep_come_to_an_end() {
        let mut system = System::default();
        let (one, other) = (system.unknown(0.0, 1e15), system.unknown(0.0, 1e15));
        system.relate([(one, 1.0), (other, -1.0)], 1.0, f64::INFINITY);
        system.relate([(other, 1.0), (one, -1.0)], 1.0, f64::INFINITY);
        system.index();
        assert!(!settle(&mut system).is_settled);
    }
}
