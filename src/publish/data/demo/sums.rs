//! The sums that hold between cleared cells, which is all that an attacker needs.

use super::tally::{Counts, Key, NATION, OWNERSHIPS, SEXES, TOTAL, TYPES, Tally};

/// The cleared cells by position, and the sums between them.
#[derive(Clone, Debug)]
pub struct Table {
    /// Which cell.
    pub keys: Vec<Key>,
    /// What was counted in it.
    pub counts: Vec<Counts>,
    /// What adds up to what.
    pub sums: Vec<Sum>,
    /// For each cell, the sums it is in, by position.
    pub sums_of: Vec<Vec<usize>>,
}

/// The parts make the total.
#[derive(Clone, Debug)]
pub struct Sum {
    /// The total, by position.
    pub total: usize,
    /// Its parts.
    pub parts: Vec<usize>,
}

impl Sum {
    /// The total and the parts.
    pub fn cells(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.total).chain(self.parts.iter().copied())
    }
}

impl Table {
    /// Finds every sum in every dimension.
    pub fn new(tally: &Tally, areas: &[&str]) -> Self {
        let keys: Vec<Key> = tally.keys().cloned().collect();
        let mut sums = Vec::new();
        for (total, key) in keys.iter().enumerate() {
            for parts in splits(key, areas) {
                let places = parts.iter().map(|part| keys.binary_search(part).ok());
                let places: Option<Vec<usize>> = places.collect();
                // A split that is not cleared gives nobody a sum.
                let places = places.filter(|places| !places.is_empty());
                sums.extend(places.map(|parts| Sum { total, parts }));
            }
        }
        let mut sums_of = vec![Vec::new(); keys.len()];
        for (number, sum) in sums.iter().enumerate() {
            for cell in sum.cells() {
                sums_of[cell].push(number);
            }
        }
        Self { counts: tally.values().copied().collect(), keys, sums, sums_of }
    }
}

/// Each way of splitting a cell into parts.
fn splits(total: &Key, areas: &[&str]) -> Vec<Vec<Key>> {
    let inside = areas.iter().filter(|area| is_part(&total.area, area));
    let in_area = |area: &&str| Key { area: (*area).to_owned(), ..total.clone() };
    let mut splits = vec![inside.map(in_area).collect::<Vec<_>>()];
    if total.sex == TOTAL {
        splits.push(SEXES.map(|sex| Key { sex, ..total.clone() }).to_vec());
    }
    if total.home_type == TOTAL {
        splits.push(TYPES.map(|home_type| Key { home_type, ..total.clone() }).to_vec());
    }
    if total.ownership == TOTAL {
        splits.push(OWNERSHIPS.map(|ownership| Key { ownership, ..total.clone() }).to_vec());
    }
    if total.home_type == "sis" && total.ownership == TOTAL {
        // The state's homes are of one type only: the two cells are one figure under two names.
        splits.push(vec![Key { home_type: TOTAL, ownership: "statlig", ..total.clone() }]);
    }
    splits
}

fn is_part(area: &str, of: &str) -> bool {
    match area.len() {
        _ if area == NATION => of.len() == 2 && of != NATION,
        2 => of.len() == 4 && of.starts_with(area),
        _ => false,
    }
}
