//! From hidden cells to everything that tells of them: relations are only made where something hides.

use std::collections::{HashMap, HashSet};

use super::{
    Attack,
    relation::Origin,
    sheet::Reading,
    system::System,
    world::{Place, Terms, World},
};
use crate::model::{measure::ProtectedUnit, slices::in_slices};

/// For each hidden cell so many others without a number are followed, and a few more: what a file leaves out has no end.
const UNKNOWN_PER_HIDDEN: usize = 4;
const UNKNOWN_AT_LEAST: usize = 10_000;

/// The cells without an exact number, the relations between them, and where these come from.
#[derive(Debug, Default)]
pub struct Gathered {
    pub system: System,
    /// The cell of each unknown; the first ones are those asked for.
    pub places: Vec<Place>,
    pub n_asked: usize,
    /// Where each relation comes from.
    pub origins: Vec<Origin>,
    /// Whether every cell was followed.
    pub is_whole: bool,
    /// Whether sums that lack much are taken for what they are: bounds of the rest.
    slackens: bool,
    /// For each sheet the unknown of each row; empty for a sheet that nothing is asked of.
    unknowns: Vec<Vec<usize>>,
}

/// The relations that were met. Sums are many: each has its own bit, by the row it begins at.
#[derive(Debug, Default)]
struct Seen {
    sums: HashMap<(usize, usize, usize), Vec<u64>>,
    others: HashSet<Origin>,
}

impl Seen {
    fn is_new(&mut self, world: &World, origin: Origin) -> bool {
        let Origin::Sum { sheet, dimension, cut, base } = origin else { return self.others.insert(origin) };
        let bits = self.sums.entry((sheet, dimension, cut)).or_insert_with(|| {
            let n_rows = world.sheets.get(sheet).map_or(0, |sheet| sheet.column.len());
            vec![0; n_rows / 64 + 1]
        });
        let Some(word) = bits.get_mut(base / 64) else { return false };
        let bit = 1 << (base % 64);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }
}

/// No unknown: the cell was not met.
const NONE: usize = usize::MAX;

/// So many cells are looked at between two pauses.
const SLICE: usize = 20_000;

/// A sum that lacks more cells than this, which stand nowhere, tells of the others what they come to at most, and nothing of those.
const MOST_LACKING: usize = 3;

/// Takes cells that stand nowhere out of a relation that has many: whatever they are, they are at least nothing.
///
/// The bounds stay true. They may be wider than those of an attacker who follows each such cell through all its sums, which has no end:
/// a file may leave out millions.
fn slacken(world: &World, unknown: &mut Vec<(Place, f64)>, least: &mut f64, most: &mut f64) {
    let is_lacking = |place: &Place| {
        let sheet = world.sheets.get(place.sheet);
        sheet.is_some_and(|sheet| !sheet.is_hidden(place.row) && sheet.column.number(place.row).is_none())
    };
    if unknown.iter().filter(|(place, _)| is_lacking(place)).count() <= MOST_LACKING {
        return;
    }
    unknown.retain(|(place, factor)| {
        let is_kept = !is_lacking(place);
        if !is_kept {
            // Without something that is added, the rest comes to no more; without something that is taken away, to no less.
            match *factor > 0.0 {
                true => *least = f64::NEG_INFINITY,
                false => *most = f64::INFINITY,
            }
        }
        is_kept
    });
}

/// Everything that tells of the hidden cells, and of what else the attack asks for.
pub async fn gather(world: &World<'_>, attack: Attack, pause: &impl AsyncFn()) -> Gathered {
    let mut it = Gathered {
        unknowns: vec![Vec::new(); world.sheets.len()],
        is_whole: true,
        slackens: attack.asks_absent,
        ..Gathered::default()
    };
    for (number, sheet) in world.sheets.iter().enumerate() {
        let is_protected = sheet.own.protected_unit != ProtectedUnit::None;
        if attack.asks_protected && !is_protected {
            continue;
        }
        let asks_rounded = attack.asks_rounded && sheet.is_rounded();
        if sheet.has_any() || asks_rounded {
            in_slices(sheet.column.len(), pause, |rows| {
                for row in rows {
                    let is_rounded = || matches!(sheet.read(row), Reading::Between(_, high) if high.is_finite());
                    if sheet.is_hidden(row) || (asks_rounded && is_rounded()) {
                        it.unknown(world, Place { sheet: number, row });
                    }
                }
            })
            .await;
        }
        if sheet.lacks_any() {
            it.ask_lone(world, number, pause).await;
        }
    }
    it.n_asked = it.places.len();
    it.follow(world, pause).await;
    it.system.index();
    it
}

impl Gathered {
    /// Asks for the cells that are all that a sum lacks.
    async fn ask_lone(&mut self, world: &World<'_>, number: usize, pause: &impl AsyncFn()) {
        let Some((sheet, table)) = world.sheet(number) else { return };
        for dimension in 0..table.axes.len() {
            if sheet.additive.get(dimension) == Some(&true) {
                sheet.lone_rows(table, dimension, |row| {
                    self.unknown(world, Place { sheet: number, row });
                });
                pause().await;
            }
        }
    }

    async fn follow(&mut self, world: &World<'_>, pause: &impl AsyncFn()) {
        let most = self.n_asked.saturating_mul(UNKNOWN_PER_HIDDEN + 1).saturating_add(UNKNOWN_AT_LEAST);
        let mut seen = Seen::default();
        let (mut terms, mut origins, mut unknown) = (Terms::default(), Vec::new(), Vec::new());
        let mut next = 0;
        while let Some(place) = self.places.get(next).copied() {
            let is_asked = next < self.n_asked;
            next += 1;
            if !is_asked && self.places.len() > most {
                self.is_whole = false;
                break;
            }
            if next % SLICE == 0 {
                pause().await;
            }
            origins.clear();
            world.origins(place, |origin| origins.push(origin));
            for &origin in &origins {
                if seen.is_new(world, origin) && world.terms(origin, &mut terms).is_some() {
                    self.relate(world, origin, &terms, is_asked, &mut unknown);
                }
            }
        }
    }

    fn relate(
        &mut self,
        world: &World,
        origin: Origin,
        terms: &Terms,
        is_asked: bool,
        unknown: &mut Vec<(Place, f64)>,
    ) {
        unknown.clear();
        let mut known = 0.0;
        let mut tells = is_asked;
        for &(place, factor) in &terms.list {
            match world.read(place) {
                Reading::Fixed(value) => {
                    known += factor * value;
                    tells = true;
                }
                Reading::Between(_, high) => {
                    tells |= high.is_finite();
                    unknown.push((place, factor));
                }
                Reading::Unusable => return,
            }
        }
        // Of cells that are all left out nothing follows.
        if !tells || unknown.is_empty() {
            return;
        }
        let (mut least, mut most) = (terms.least - known, terms.most - known);
        if self.slackens {
            slacken(world, unknown, &mut least, &mut most);
            if least == f64::NEG_INFINITY && most == f64::INFINITY {
                return;
            }
        }
        let numbered: Vec<(usize, f64)> =
            unknown.iter().filter_map(|(place, factor)| Some((self.unknown(world, *place)?, *factor))).collect();
        if numbered.len() == unknown.len() {
            self.system.relate(numbered, least, most);
            self.origins.push(origin);
        }
    }

    /// The unknown of a cell, made where there is none.
    fn unknown(&mut self, world: &World, place: Place) -> Option<usize> {
        let n_rows = world.sheets.get(place.sheet)?.column.len();
        let of_sheet = self.unknowns.get_mut(place.sheet)?;
        if of_sheet.is_empty() {
            of_sheet.resize(n_rows, NONE);
        }
        let number = of_sheet.get_mut(place.row)?;
        if *number == NONE {
            let Reading::Between(low, high) = world.read(place) else { return None };
            *number = self.system.unknown(low, high);
            self.places.push(place);
        }
        Some(*number)
    }
}
