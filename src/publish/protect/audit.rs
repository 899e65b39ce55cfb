//! The attacker's turn: `bounds` tries to work out what is hidden, and what it finds names what to hide too.

use super::{
    choose::Chooser,
    web::{Place, Web},
    write::Hidden,
};
use crate::{
    bounds::{Attack, Bounds, Cell, SMALL},
    gate::reason::CellName,
    model::{cube::Cube, dataset::Disclosure},
};

/// What the attacker finds.
pub enum Weakness {
    /// Nothing.
    None,
    /// A figure could be worked out; hiding this one too mends it.
    Mended(usize),
    /// A figure can be worked out, and nothing that tells of it may be hidden.
    Lost(Option<Box<CellName>>),
}

/// Tries to work out what is hidden: all tables together, sums presumed also where no file promises them.
pub fn weakness(cubes: &[Cube], hidden: &Hidden, web: &Web, chooser: &Chooser, width: f64) -> Weakness {
    let mut outcome = cubes.to_vec();
    hidden.write(&mut outcome);
    for cube in &mut outcome {
        // What is hidden for another's sake may be any number.
        let before = cube.dataset.disclosure.take().unwrap_or_default();
        cube.dataset.disclosure = Some(Disclosure { hides_only_small: false, ..before });
    }
    let tables: Vec<&Cube> = outcome.iter().collect();
    let attack = Attack { presumes_sums: true, asks_rounded: false };
    let mut bounds = Bounds::of(&tables, attack);
    bounds.make_exact(SMALL);
    let Some(told) = bounds.iter().find(|bound| bound.range.width() < width) else { return Weakness::None };
    let ids: Vec<_> = [told.why_low, told.why_high].into_iter().flat_map(|why| bounds.relations_of(why)).collect();
    let terms = bounds.relations(&tables, &ids).into_iter().flatten().flat_map(|relation| relation.terms);
    let place = |cell: Cell| Place { cube: cell.table, measure: cell.measure, row: cell.row };
    let open = terms.filter(|term| term.value.is_some()).filter_map(|term| web.at(place(term.cell)));
    let open = open.filter(|entry| !chooser.is_hidden(*entry));
    let costs = open.filter_map(|entry| Some((chooser.cost(entry)?, entry)));
    match costs.min_by(|(one, a), (other, b)| one.total_cmp(other).then(a.cmp(b))) {
        Some((_, entry)) => Weakness::Mended(entry),
        None => {
            let Cell { table, measure, row } = told.cell;
            Weakness::Lost(cubes.get(table).map(|cube| Box::new(CellName::of(cube, measure, row))))
        }
    }
}
