//! How a hidden cell can be worked out, for a refusal: which published figures it takes, and never what they come to.

use super::hidden::Published;
use crate::{
    bounds::{
        Bound, Bounds, Cell,
        relation::{Relation, RelationId, RelationKind},
    },
    gate::reason::{Step, Way},
};

/// As many steps as are told of one way.
const MOST_STEPS: usize = 3;

/// As many parts of a sum as are named.
const MOST_PARTS: usize = 3;

/// A cell, the relations that give it away, and how many of them are not told.
pub type Told = (Cell, Vec<RelationId>, usize);

/// The relations that give a cell away; of many that only tell it together, those that the cell is in.
pub fn relations(bounds: &Bounds, bound: &Bound) -> Told {
    let mut ids = bounds.told_by(bound);
    let n = ids.len();
    ids.retain(|id| bounds.is_in(bound.cell, *id));
    ids.truncate(MOST_STEPS);
    (bound.cell, ids.clone(), n.saturating_sub(ids.len()))
}

/// The ways of some cells.
pub fn ways(world: &Published, bounds: &Bounds, told: &[Told]) -> Vec<Way> {
    let ids: Vec<RelationId> = told.iter().flat_map(|(_, ids, _)| ids.iter().copied()).collect();
    // All at once: everything published must be looked through for it.
    let mut relations = if ids.is_empty() { Vec::new() } else { bounds.relations(world.all, &ids) }.into_iter();
    let way = |(cell, ids, n_more): &Told| {
        let mut way = Way { n_more: *n_more, ..Way::default() };
        for relation in relations.by_ref().take(ids.len()).flatten() {
            way.is_presumed |= relation.is_presumed;
            way.is_chain |= relation.terms.iter().any(|term| term.value.is_none() && term.cell != *cell);
            let step = step(world, &relation, *cell);
            // A share bounds its count from both sides.
            if !way.steps.contains(&step) {
                way.steps.push(step);
            }
        }
        way
    };
    told.iter().map(way).collect()
}

fn step(world: &Published, relation: &Relation, target: Cell) -> Step {
    let name = |cell: Cell| world.name(cell, Some(target.table));
    let others: Vec<Cell> = relation.terms.iter().map(|term| term.cell).filter(|cell| *cell != target).collect();
    let first = others.first().copied().map(name).unwrap_or_default();
    match relation.kind {
        RelationKind::Sum => {
            let whole = relation.terms.iter().find(|term| term.factor < 0.0).map(|term| term.cell);
            let parts = others.iter().copied().filter(|cell| Some(*cell) != whole);
            let n_more = parts.clone().count().saturating_sub(MOST_PARTS);
            let parts = parts.take(MOST_PARTS).map(name).collect();
            match whole.filter(|whole| *whole != target) {
                Some(whole) => Step::LessParts { whole: name(whole), parts, n_more },
                None => Step::Parts { parts, n_more },
            }
        }
        RelationKind::Same => Step::Same(first),
        RelationKind::AtMost if relation.terms.first().map(|term| term.cell) == Some(target) => Step::AtMost(first),
        RelationKind::AtMost => Step::AtLeast(first),
        RelationKind::Quotient => {
            Step::Quotient { share: relation.quotient.map(name).unwrap_or_default(), other: first }
        }
    }
}
