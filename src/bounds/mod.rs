//! What can be known of a hidden cell from all that is published together: the attacker's arithmetic.

pub(crate) mod cuts;
mod gather;
mod link;
mod period;
mod program;
mod propagation;
pub mod protection;
pub(crate) mod ratio;
pub mod relation;
mod sheet;
pub mod shown;
mod system;
mod table;
#[cfg(test)]
mod tests;
mod world;

use program::NoBounds;
use relation::{Origin, Relation, RelationId, Term, Why};
use sheet::Reading;
use system::{NONE, System};
use world::{Place, Terms, World};

use crate::{
    model::{cube::Cube, slices::at_once},
    stats::interval::Interval,
};

/// As many cells that hang together as exact bounds are quickly found for.
pub const SMALL: usize = 64;

/// What an attacker takes for granted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attack {
    /// Parts make their whole also where the file does not say so, unless its own figures disprove it.
    pub presumes_sums: bool,
    /// Rounded figures are asked for too, not only hidden ones.
    pub asks_rounded: bool,
    /// So are cells without a number for any other reason, where they are all that a sum lacks.
    pub asks_absent: bool,
    /// Only counts of a protected unit are asked for: what is nobody's is nobody's concern.
    pub asks_protected: bool,
}

/// How much is done to find what only many relations together tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Only where at most so many cells hang together.
    pub most_together: usize,
    /// In all so much: the unit is arbitrary, [`Effort::SOME_SECONDS`] is what its name says.
    pub work: f64,
}

impl Effort {
    /// Work that takes a slow machine some ten seconds.
    pub const SOME_SECONDS: f64 = program::WORK;
}

/// A cell of one of the cubes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    /// The cube, by position.
    pub table: usize,
    /// The measure, by position.
    pub measure: usize,
    /// The row of its column.
    pub row: usize,
}

/// What can be known of one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// The cell.
    pub cell: Cell,
    /// Where it lies; the upper bound may be infinite.
    pub range: Interval,
    /// Both ends are reached by a filling of all cells: there are no narrower bounds.
    pub is_exact: bool,
    /// What last raised the lower bound.
    pub why_low: Why,
    /// What last lowered the upper bound.
    pub why_high: Why,
}

/// Published figures that cannot all be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Relations that do not hold together; a single one does not hold with what the others leave.
    pub relations: Vec<RelationId>,
}

/// What can be known of every hidden cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Bounds {
    attack: Attack,
    system: System,
    /// The cell of each unknown.
    cells: Vec<Cell>,
    /// The unknowns in the order of their cells.
    order: Vec<usize>,
    /// The first unknowns are those asked for.
    n_asked: usize,
    is_exact: Vec<bool>,
    origins: Vec<Origin>,
    /// Relations that only told something together, numbered after all others.
    together: Vec<Vec<usize>>,
    contradictions: Vec<Contradiction>,
    is_whole: bool,
}

impl Bounds {
    /// Bounds of all hidden cells by interval propagation: fast, always true, not always the narrowest.
    pub fn of(cubes: &[&Cube], attack: Attack) -> Self {
        at_once(Self::of_in_slices(cubes, attack, &async || {})).unwrap_or_else(Self::unfinished)
    }

    /// The same with pauses, for a page that has other things to do.
    pub async fn of_in_slices(cubes: &[&Cube], attack: Attack, pause: &impl AsyncFn()) -> Self {
        let world = World::of(cubes, attack, pause).await;
        let mut gathered = gather::gather(&world, attack, pause).await;
        let outcome = propagation::settle(&mut gathered.system, pause).await;
        let cell = |place: &Place| {
            let sheet = world.sheets.get(place.sheet);
            let (table, measure) = sheet.map_or((NONE, NONE), |sheet| (sheet.table, sheet.measure));
            Cell { table, measure, row: place.row }
        };
        let cells: Vec<Cell> = gathered.places.iter().map(cell).collect();
        let mut order: Vec<usize> = (0..gathered.n_asked).collect();
        order.sort_unstable_by_key(|unknown| cells.get(*unknown));
        let alone = |relation| Contradiction { relations: vec![RelationId(relation)] };
        Self {
            attack,
            is_exact: vec![false; gathered.n_asked],
            system: gathered.system,
            cells,
            order,
            n_asked: gathered.n_asked,
            origins: gathered.origins,
            together: Vec::new(),
            contradictions: outcome.contradictions.into_iter().map(alone).collect(),
            is_whole: gathered.is_whole && outcome.is_settled,
        }
    }

    /// Nothing is known, and nothing is whole.
    fn unfinished() -> Self {
        Self {
            attack: Attack::default(),
            system: System::default(),
            cells: Vec::new(),
            order: Vec::new(),
            n_asked: 0,
            is_exact: Vec::new(),
            origins: Vec::new(),
            together: Vec::new(),
            contradictions: Vec::new(),
            is_whole: false,
        }
    }

    /// Narrows to the exact bounds wherever at most `most` cells hang together; answers how many hidden cells remain without.
    ///
    /// The least and the most of each cell are found by linear programs over whole numbers: slow where many cells hang together.
    pub fn make_exact(&mut self, most: usize) -> usize {
        let effort = Effort { most_together: most, work: f64::INFINITY };
        let narrowed = at_once(self.narrow(effort, |_| f64::INFINITY, &async || {}));
        for (unknown, is_exact) in self.is_exact.iter_mut().enumerate() {
            let (low, high) = self.system.bound(unknown);
            *is_exact |= low == high;
        }
        narrowed.map_or(self.n_asked, |_| self.is_exact.iter().filter(|is_exact| !**is_exact).count())
    }

    /// Narrows like [`Bounds::make_exact`], but looks no further at a cell that has been found to lie as wide as `enough` says of it:
    /// two fillings of all cells that lie so far apart show it. Answers for how many hidden cells that is left open.
    pub async fn narrow(&mut self, effort: Effort, enough: impl Fn(Cell) -> f64, pause: &impl AsyncFn()) -> usize {
        let Effort { most_together: most, work: mut left } = effort;
        let mut n_open = 0_usize;
        for component in program::components(&self.system) {
            let width = |unknown: usize| self.cells.get(unknown).map_or(0.0, |cell| enough(*cell));
            // What already lies narrower needs no proof.
            let is_open = |unknown: &usize| {
                let (low, high) = self.system.bound(*unknown);
                let width = width(*unknown);
                width > 0.0 && (width == f64::INFINITY || high - low >= width)
            };
            let asked = component.unknowns.iter().copied().take_while(|unknown| *unknown < self.n_asked);
            let asked: Vec<usize> = asked.filter(is_open).collect();
            if asked.is_empty() {
                continue;
            }
            if component.unknowns.len() > most {
                n_open += asked.len();
                continue;
            }
            match program::bounds(&self.system, &component, &asked, width, &mut left, pause).await {
                Ok(found) => {
                    let why = self.system.n_relations().saturating_add(self.together.len());
                    self.together.push(component.relations);
                    n_open = n_open.saturating_add(found.n_open);
                    for (unknown, low, high, is_exact) in found.bounds {
                        self.system.narrow(unknown, low, high, why);
                        if let Some(place) = self.is_exact.get_mut(unknown) {
                            *place = is_exact;
                        }
                    }
                }
                Err(NoBounds::Contradiction(relations)) => {
                    self.system.free(&component.unknowns, &component.relations);
                    let relations = relations.into_iter().map(RelationId).collect();
                    self.contradictions.push(Contradiction { relations });
                }
            }
        }
        n_open
    }

    /// What can be known of each hidden cell, in the order of tables, measures and rows.
    pub fn iter(&self) -> impl Iterator<Item = Bound> + '_ {
        self.order.iter().filter_map(|unknown| self.bound(*unknown))
    }

    /// What can be known of a cell; none for one that is not hidden.
    pub fn get(&self, cell: Cell) -> Option<Bound> {
        let found = self.order.binary_search_by_key(&Some(&cell), |unknown| self.cells.get(*unknown)).ok()?;
        self.bound(*self.order.get(found)?)
    }

    /// Where a hidden cell lies.
    pub fn known(&self, cell: Cell) -> Option<Interval> {
        Some(self.get(cell)?.range)
    }

    fn bound(&self, unknown: usize) -> Option<Bound> {
        let (low, high) = self.system.bound(unknown);
        let why = |reasons: &[usize]| match reasons.get(unknown) {
            None | Some(&NONE) => Why::Rule,
            Some(relation) => match relation.checked_sub(self.system.n_relations()) {
                None => Why::Relation(RelationId(*relation)),
                Some(together) => Why::Together(together),
            },
        };
        Some(Bound {
            cell: *self.cells.get(unknown)?,
            range: Interval { low, high },
            is_exact: self.is_exact.get(unknown) == Some(&true),
            why_low: why(&self.system.why_low),
            why_high: why(&self.system.why_high),
        })
    }

    /// The relations that a bound rests on.
    pub fn relations_of(&self, why: Why) -> Vec<RelationId> {
        match why {
            Why::Rule => Vec::new(),
            Why::Relation(relation) => vec![relation],
            Why::Together(number) => {
                self.together.get(number).into_iter().flatten().map(|relation| RelationId(*relation)).collect()
            }
        }
    }

    /// The relations that both bounds of a cell rest on, each once.
    pub fn told_by(&self, bound: &Bound) -> Vec<RelationId> {
        let whys = [bound.why_low, bound.why_high];
        let mut ids: Vec<RelationId> = whys.into_iter().flat_map(|why| self.relations_of(why)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Whether a relation is one of a cell's.
    pub fn is_in(&self, cell: Cell, relation: RelationId) -> bool {
        let found = self.order.binary_search_by_key(&Some(&cell), |unknown| self.cells.get(*unknown));
        let unknown = found.ok().and_then(|place| self.order.get(place));
        unknown.is_some_and(|unknown| self.system.relations(*unknown).contains(&relation.0))
    }

    /// Published figures that cannot all be right. Nothing was concluded from these relations.
    pub fn contradictions(&self) -> &[Contradiction] {
        &self.contradictions
    }

    /// Whether everything was followed to its end; if not, the bounds are true but may be wider than an attacker's.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// How many relations were found.
    pub fn n_relations(&self) -> usize {
        self.system.n_relations()
    }

    /// Relations in full, of the same cubes that the bounds are of. None for a number that is no relation of theirs.
    pub fn relations(&self, cubes: &[&Cube], ids: &[RelationId]) -> Vec<Option<Relation>> {
        let Some(world) = at_once(World::of(cubes, self.attack, &async || {})) else { return Vec::new() };
        let mut terms = Terms::default();
        let mut relation = |id: &RelationId| {
            let origin = *self.origins.get(id.0)?;
            world.terms(origin, &mut terms)?;
            let term = |(place, factor): &(Place, f64)| {
                let sheet = world.sheets.get(place.sheet)?;
                let value = match sheet.read(place.row) {
                    Reading::Fixed(value) => Some(value),
                    _ => None,
                };
                let cell = Cell { table: sheet.table, measure: sheet.measure, row: place.row };
                Some(Term { cell, factor: *factor, value })
            };
            let terms_in_full = terms.list.iter().map(term).collect::<Option<Vec<_>>>()?;
            let (kind, quotient) = (origin.kind(), world.quotient(origin));
            let is_presumed = world.is_presumed(origin);
            Some(Relation { kind, quotient, is_presumed, terms: terms_in_full, least: terms.least, most: terms.most })
        };
        ids.iter().map(&mut relation).collect()
    }
}
