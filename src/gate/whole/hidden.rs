//! No hidden cell can be worked out from all that is published with it, or has been before.

use std::collections::HashSet;

use super::way;
use crate::{
    bounds::{
        Attack, Bound, Bounds, Cell, Effort,
        protection::{self, Exposure},
    },
    gate::{
        findings::{Findings, MOST_REASONS},
        reason::{CellName, Elsewhere, Name, Reason, Withheld},
        receipt::{NotChecked, Rule},
        warning::Warning,
    },
    model::{
        cube::{Cube, Summand},
        dimension::Dimension,
        figure::Absence,
        measure::ProtectedUnit,
    },
};

/// An attacker takes it that parts make their whole, and does the sums for what was left out too.
const ATTACK: Attack = Attack { presumes_sums: true, asks_rounded: true, asks_absent: true, asks_protected: true };

/// How far what only all sums together tell is looked into. In a browser a reader waits for it: what is published has been looked into
/// before, by the command line.
const EFFORT: Effort = match cfg!(target_family = "wasm") {
    true => Effort { most_together: 12, work: Effort::SOME_SECONDS / 100.0 },
    false => Effort { most_together: 512, work: 60.0 * Effort::SOME_SECONDS },
};

/// Works out what can be worked out of the hidden cells of the cubes, which stand before the earlier ones in `all`.
pub async fn check(all: &[&Cube], n_cubes: usize, found: &mut [Findings], pause: &impl AsyncFn()) {
    let world = Published { all, n_cubes };
    if !all.iter().take(n_cubes).any(|cube| cube.measures.iter().any(|it| it.protected_unit != ProtectedUnit::None)) {
        return found.iter_mut().for_each(|it| it.checked(Rule::HiddenFromTotals));
    }
    let known = match all.get(n_cubes..).filter(|earlier| !earlier.is_empty()) {
        Some(earlier) => {
            let mut bounds = Bounds::of_in_slices(earlier, ATTACK, pause).await;
            narrow(&mut bounds, earlier, pause).await;
            world.known_before(&bounds)
        }
        None => HashSet::new(),
    };
    let mut bounds = Bounds::of_in_slices(all, ATTACK, pause).await;
    // Where single sums already tell more than a refusal lists, nobody needs to know what they tell together.
    let n_open = match world.exposed(&bounds, &known).take(MOST_REASONS).count() < MOST_REASONS {
        true => narrow(&mut bounds, all, pause).await,
        false => 0,
    };
    let exposed: Vec<(Bound, Exposure)> = world.exposed(&bounds, &known).collect();
    let relations: Vec<_> =
        exposed.iter().take(MOST_REASONS).map(|(bound, _)| way::relations(&bounds, bound)).collect();
    let mut ways = way::ways(&world, &bounds, &relations).into_iter();
    for (bound, exposure) in &exposed {
        let way = ways.next();
        if let Some(found) = found.get_mut(world.told_of(bound.cell)) {
            found.refuse(|| Reason::HiddenFollows {
                cell: world.name(bound.cell, None),
                exposure: *exposure,
                withheld: withheld(all, bound.cell),
                way: way.unwrap_or_default(),
            });
        }
    }
    // What the whole attack leaves open is told with the first: it is about them all.
    if let Some(first) = found.first_mut() {
        // Where not everything was followed, that is true of every cell.
        let n_cells = if bounds.is_whole() { n_open } else { bounds.iter().count() };
        if n_cells > 0 {
            first.not_checked(NotChecked::TooMuchTogether { n_cells });
        }
        let n_contradictions = bounds.contradictions().len();
        if n_contradictions > 0 {
            first.warn(Warning::SumsContradict { n: n_contradictions });
        }
    }
    for it in found {
        it.checked(Rule::HiddenFromTotals);
    }
}

/// Looks into what only many sums together tell; answers for how many hidden cells that is left open.
async fn narrow(bounds: &mut Bounds, cubes: &[&Cube], pause: &impl AsyncFn()) -> usize {
    // Of what is not hidden, sum by sum is enough.
    let enough = |cell: Cell| {
        let cube = cubes.get(cell.table).filter(|_| withheld(cubes, cell) == Withheld::Hidden);
        cube.map_or(0.0, |cube| protection::width(cube, cell.measure, cell.row))
    };
    bounds.narrow(EFFORT, enough, pause).await
}

/// How a cell is published, or not.
fn withheld(all: &[&Cube], cell: Cell) -> Withheld {
    let column = all.get(cell.table).and_then(|cube| cube.columns.get(cube.measures.get(cell.measure)?.column?));
    match column.map(|column| column.summand(cell.row)) {
        Some(Summand::Hidden) => Withheld::Hidden,
        Some(Summand::Number(_)) => Withheld::Rounded,
        _ => Withheld::Absent,
    }
}

/// The cubes to be published, and behind them what was published earlier.
pub struct Published<'c> {
    /// All of them.
    pub all: &'c [&'c Cube],
    /// How many of them are to be published.
    pub n_cubes: usize,
}

impl Published<'_> {
    /// The cells that too much is told of, but for those that were told of before.
    fn exposed<'b>(
        &'b self,
        bounds: &'b Bounds,
        known: &'b HashSet<Cell>,
    ) -> impl Iterator<Item = (Bound, Exposure)> + 'b {
        let new = bounds.iter().filter(|bound| !known.contains(&bound.cell));
        new.filter_map(|bound| Some((bound, self.exposure(&bound)?)))
    }

    /// What is told too much of a cell, if it is anybody's.
    fn exposure(&self, bound: &Bound) -> Option<Exposure> {
        let Cell { table, measure, row } = bound.cell;
        let cube = self.all.get(table)?;
        if cube.measures.get(measure)?.protected_unit == ProtectedUnit::None {
            return None;
        }
        let least = f64::from(protection::threshold(cube));
        if withheld(self.all, bound.cell) != Withheld::Hidden {
            // Nobody meant to hide it: only a small count is too much.
            let is_small = bound.range.low >= 1.0 && bound.range.high < least;
            return is_small.then_some(if bound.range.width() > 0.0 { Exposure::Narrow } else { Exposure::Exact });
        }
        if bound.range.width() >= least - 1.0 || (table >= self.n_cubes && self.stands_anew(bound.cell)) {
            return None;
        }
        protection::exposure(bound.range, protection::width(cube, measure, row))
    }

    /// Whether one of the new cubes has a cell of an earlier one: then it is that which is judged.
    fn stands_anew(&self, cell: Cell) -> bool {
        let Some(earlier) = self.all.get(cell.table) else { return false };
        let Some(id) = earlier.measures.get(cell.measure).map(|measure| &measure.id) else { return false };
        let at = earlier.coordinates(cell.row);
        self.all.iter().take(self.n_cubes).any(|cube| {
            let place = |dimension: &Dimension| {
                let (own, at) = earlier.dimensions.iter().zip(&at).find(|(own, _)| own.id == dimension.id)?;
                dimension.position(&own.categories.get(*at)?.code)
            };
            let is_alike = cube.dimensions.len() == earlier.dimensions.len();
            let place: Option<Vec<usize>> = cube.dimensions.iter().map(place).collect();
            let figure = cube
                .measure_by_id(id)
                .zip(place.filter(|_| is_alike))
                .map(|(measure, at)| cube.published(measure, &at));
            figure.is_some_and(|figure| figure.absence() != Some(&Absence::Unpublished))
        })
    }

    /// The cells of the earlier cubes that these alone gave away: that cannot be undone.
    fn known_before(&self, bounds: &Bounds) -> HashSet<Cell> {
        let shifted = bounds.iter().map(|bound| Bound {
            cell: Cell { table: bound.cell.table.saturating_add(self.n_cubes), ..bound.cell },
            ..bound
        });
        shifted.filter(|bound| self.exposure(bound).is_some()).map(|bound| bound.cell).collect()
    }

    /// The cube that a cell is told of with: its own, or the one that takes the place of an earlier one.
    fn told_of(&self, cell: Cell) -> usize {
        if cell.table < self.n_cubes {
            return cell.table;
        }
        let id = self.all.get(cell.table).map(|cube| &cube.dataset.id);
        let heir = self.all.iter().take(self.n_cubes).position(|cube| Some(&cube.dataset.id) == id);
        heir.unwrap_or_default()
    }

    /// The name of a cell, with its dataset where that is another than the one that is spoken of.
    pub fn name(&self, cell: Cell, spoken_of: Option<usize>) -> CellName {
        let Some(cube) = self.all.get(cell.table) else { return CellName::default() };
        let name = Name::of_dataset(cube);
        let elsewhere = match cell.table >= self.n_cubes {
            true => Some(Elsewhere::Earlier { name, updated: cube.dataset.updated.clone() }),
            false => spoken_of.filter(|table| *table != cell.table).map(|_| Elsewhere::Dataset(name)),
        };
        CellName { elsewhere, ..CellName::of(cube, cell.measure, cell.row) }
    }
}
