//! What a relation is, by where it comes from: for those who tell why a hidden cell can be worked out.

use super::{Cell, world::Place};

/// A relation, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RelationId(pub(super) usize);

/// Why a bound is where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The file's rule for what is hidden, or none: a count is at least nothing.
    Rule,
    /// This relation, by what was known of its other cells.
    Relation(RelationId),
    /// Many relations together, none of them alone: `Bounds::relations_of` names them.
    Together(usize),
}

/// Where a relation comes from; compact, its cells are found again when asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Origin {
    /// Parts of a dimension and their whole.
    Sum { sheet: usize, dimension: usize, cut: usize, base: usize },
    /// One figure in two tables.
    Same { one: Place, other: Place },
    /// No more above the line than below it.
    AtMost { quotient: usize, row: usize },
    /// A published share or rate, from one side.
    Quotient { quotient: usize, row: usize, is_upper: bool },
}

/// What sort of relation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelationKind {
    /// The parts, each once, make the last term.
    Sum,
    /// The same figure stands in two tables.
    Same,
    /// The first is no more than the second: it is a part of it.
    AtMost,
    /// The first through the second is a published share or rate.
    Quotient,
}

/// A relation in full: `least ≤ Σ factor × cell ≤ most`.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// What sort it is.
    pub kind: RelationKind,
    /// Its cells.
    pub terms: Vec<Term>,
    /// The published share or rate, where it is one that tells.
    pub quotient: Option<Cell>,
    /// The file does not say that these parts may be added up; an attacker takes it for granted.
    pub is_presumed: bool,
    /// What they come to at least; negative infinity for nothing.
    pub least: f64,
    /// What they come to at most; infinity for nothing.
    pub most: f64,
}

/// A cell of a relation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// The cell.
    pub cell: Cell,
    /// What it is taken times.
    pub factor: f64,
    /// The published number; none for a cell that is not exactly known.
    pub value: Option<f64>,
}

impl Origin {
    /// What sort of relation it is.
    pub(super) fn kind(self) -> RelationKind {
        match self {
            Self::Sum { .. } => RelationKind::Sum,
            Self::Same { .. } => RelationKind::Same,
            Self::AtMost { .. } => RelationKind::AtMost,
            Self::Quotient { .. } => RelationKind::Quotient,
        }
    }
}
