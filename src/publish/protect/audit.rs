//! The attacker's turn: `bounds` tries to work out what is hidden, as the gate does, and what it uses is learnt.

use std::collections::BTreeSet;

use super::{
    choose::Chooser,
    web::{Place, Relation, Web},
    write::Hidden,
};
use crate::{
    bounds::{
        Attack, Bound, Bounds, Cell,
        protection::exposure,
        relation::{self, RelationKind},
    },
    gate::reason::CellName,
    model::{
        cube::{Cube, Summand},
        dataset::Disclosure,
    },
};

/// As the gate's: an attacker takes it that parts make their whole, and does the sums for what was left out too.
const ATTACK: Attack = Attack { presumes_sums: true, asks_rounded: false, asks_absent: true, asks_protected: true };

/// As many hidden cells that hang together are looked into for what only all their sums together tell; of more each has its proof.
const MOST_TOGETHER: usize = 64;

/// What the attacker finds.
pub enum Weakness {
    /// Nothing.
    None,
    /// Figures can be worked out: by relations that were not known, or else unless some more are hidden.
    Mended(Vec<Relation>, BTreeSet<usize>),
    /// A figure can be worked out, and nothing that tells of it may be hidden.
    Lost(Option<Box<CellName>>),
}

/// Tries to work out what is hidden: all tables together.
pub fn weakness(cubes: &[Cube], hidden: &Hidden, web: &Web, chooser: &Chooser, threshold: u32) -> Weakness {
    let mut outcome = cubes.to_vec();
    hidden.write(&mut outcome);
    for cube in &mut outcome {
        // What is hidden for another's sake may be any number.
        let before = cube.dataset.disclosure.take().unwrap_or_default();
        let disclosure = Disclosure { hides_only_small: false, threshold: Some(threshold), ..before };
        cube.dataset.disclosure = Some(disclosure);
    }
    let tables: Vec<&Cube> = outcome.iter().collect();
    let attacker = Attacker { tables: &tables, web, chooser, least: f64::from(threshold) };
    let mut bounds = Bounds::of(&tables, ATTACK);
    bounds.make_exact(MOST_TOGETHER);
    let (mut learnt, mut more) = (Vec::new(), BTreeSet::new());
    for bound in bounds.iter().filter(|bound| attacker.is_exposed(bound)) {
        let relations: Vec<_> = bounds.relations(&tables, &bounds.told_by(&bound)).into_iter().flatten().collect();
        let news: Vec<Relation> = relations.iter().filter_map(|it| attacker.news(it)).collect();
        if !news.is_empty() {
            learnt.extend(news);
            continue;
        }
        match attacker.cheapest(&relations) {
            Some(entry) => {
                more.insert(entry);
            }
            None => return Weakness::Lost(attacker.name(bound.cell)),
        }
    }
    match learnt.is_empty() && more.is_empty() {
        true => Weakness::None,
        false => Weakness::Mended(learnt, more),
    }
}

struct Attacker<'a> {
    tables: &'a [&'a Cube],
    web: &'a Web,
    chooser: &'a Chooser<'a>,
    least: f64,
}

impl Attacker<'_> {
    fn at(&self, cell: Cell) -> Option<usize> {
        self.web.at(Place { cube: cell.table, measure: cell.measure, row: cell.row })
    }

    fn name(&self, cell: Cell) -> Option<Box<CellName>> {
        self.tables.get(cell.table).map(|cube| Box::new(CellName::of(cube, cell.measure, cell.row)))
    }

    /// Whether too much is told of a cell.
    fn is_exposed(&self, bound: &Bound) -> bool {
        let Cell { table, measure, row } = bound.cell;
        let Some(cube) = self.tables.get(table) else { return false };
        let column = cube.measures.get(measure).and_then(|it| cube.columns.get(it.column?));
        if column.is_none_or(|column| column.summand(row) != Summand::Hidden) {
            // Nobody meant to hide it: only a small count is too much.
            return bound.range.low >= 1.0 && bound.range.high < self.least;
        }
        let width = crate::bounds::protection::width(cube, measure, row);
        bound.range.width() < self.least - 1.0 && exposure(bound.range, width).is_some()
    }

    /// A sum that was not known, between figures that are.
    fn news(&self, relation: &relation::Relation) -> Option<Relation> {
        if relation.kind != RelationKind::Sum {
            return None;
        }
        let terms: Option<Vec<(usize, f64)>> =
            relation.terms.iter().map(|term| Some((self.at(term.cell)?, term.factor))).collect();
        let relation = Relation { terms: terms?, is_at_most: false };
        self.web.is_new(&relation).then_some(relation)
    }

    /// The cheapest figure that tells, and may be hidden.
    fn cheapest(&self, relations: &[relation::Relation]) -> Option<usize> {
        let open = relations.iter().flat_map(|it| &it.terms).filter(|term| term.value.is_some());
        let open = open.filter_map(|term| self.at(term.cell)).filter(|entry| !self.chooser.is_hidden(*entry));
        let costs = open.filter_map(|entry| Some((self.chooser.cost(entry)?, entry)));
        costs.min_by(|(one, a), (other, b)| one.total_cmp(other).then(a.cmp(b))).map(|(_, entry)| entry)
    }
}
