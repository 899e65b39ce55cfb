//! Many choices in one dimension, one after the other: what each of its leaves adds to the groups of the others, worked out once.

use super::{LinkedDimension, half::Half, lane::Sums, side::Failure};

/// The dimension under the pointer, and what each leaf of it adds to every group of the other dimensions.
#[derive(Clone, Debug, Default)]
pub struct Drag {
    /// Its place among the linked dimensions.
    place: usize,
    /// Its position in the cube.
    dimension: usize,
    /// No other dimension's choice has changed since the rows were worked out.
    is_ready: bool,
    /// Where its own groups begin among all, and how many they are: its own choice leaves them alone.
    own: (usize, usize),
    /// How many groups there are without its own.
    n_others: usize,
    /// For each lane a row for each leaf, of the groups of the others.
    rows: Vec<Vec<u64>>,
    /// The leaves whose rows the groups hold.
    is_in: Vec<bool>,
    /// Sums over one leaf, by position of the other side.
    sums: Vec<Sums>,
    /// The positions of one leaf that the other choices let through.
    positions: Vec<u32>,
}

impl Drag {
    /// Its place among the linked dimensions.
    pub fn place(&self) -> usize {
        self.place
    }

    /// Whether the rows hold.
    pub fn is_ready(&self) -> bool {
        self.is_ready
    }

    /// The bytes it takes.
    pub fn n_bytes(&self) -> usize {
        let rows = self.rows.iter().map(|row| row.len().saturating_mul(8)).fold(0, usize::saturating_add);
        self.sums.iter().map(Sums::n_bytes).fold(rows, usize::saturating_add)
    }

    /// A choice has changed: in another dimension, the rows hold no longer.
    pub fn chosen(&mut self, dimension: usize) {
        self.is_ready &= dimension == self.dimension;
    }

    /// Works out the rows for the choices as they are. The groups are up to date.
    pub fn build(&mut self, place: usize, dimensions: &[LinkedDimension], halves: [&Half; 2], n_slots: usize) {
        let Some(grabbed) = dimensions.get(place) else { return };
        let [first, second] = halves;
        let (own, other) = if grabbed.side == 0 { (first, second) } else { (second, first) };
        let Some(on_side) = own.side.dimensions.get(grabbed.on_side) else { return };
        self.place = place;
        self.dimension = grabbed.dimension;
        self.own = (grabbed.begin, on_side.n);
        self.n_others = n_slots.saturating_sub(on_side.n);
        self.is_in.clone_from(&on_side.is_chosen);
        self.rows.resize_with(own.sums.len(), Vec::new);
        for rows in &mut self.rows {
            rows.clear();
            rows.resize(self.n_others.saturating_mul(on_side.n), 0);
        }
        self.sums.clone_from(&other.sums);
        for leaf in 0..on_side.n {
            self.own_side(leaf, grabbed.on_side, dimensions, own);
            self.other_side(leaf, dimensions, own, other);
        }
        self.is_ready = true;
    }

    /// The groups of the dimensions beside it, and of all cells.
    fn own_side(&mut self, leaf: usize, on_side: usize, dimensions: &[LinkedDimension], own: &Half) {
        self.positions.clear();
        for position in own.side.positions_at(on_side, leaf) {
            let failure = own.side.failure_but_for(on_side, position);
            if failure == Failure::More {
                continue;
            }
            if failure == Failure::None {
                self.positions.extend(u32::try_from(position));
            }
            for (place, it) in own.side.dimensions.iter().enumerate().filter(|(place, _)| *place != on_side) {
                if failure == Failure::None || failure == Failure::One(place) {
                    let begin = dimensions.get(it.linked).map_or(0, |linked| linked.begin);
                    self.add(leaf, begin.saturating_add(it.leaf(position)), &own.sums, position);
                }
            }
            if failure == Failure::None {
                let last = self.n_others.saturating_add(self.own.1).saturating_sub(1);
                self.add(leaf, last, &own.sums, position);
            }
        }
    }

    /// The groups of the dimensions on the other side.
    fn other_side(&mut self, leaf: usize, dimensions: &[LinkedDimension], own: &Half, other: &Half) {
        let mut sums = std::mem::take(&mut self.sums);
        sums.iter_mut().for_each(Sums::clear);
        own.rows.add(&self.positions, &mut sums);
        for (position, failure) in other.side.failures().enumerate() {
            if failure == Failure::More {
                continue;
            }
            for (place, it) in other.side.dimensions.iter().enumerate() {
                if failure == Failure::None || failure == Failure::One(place) {
                    let begin = dimensions.get(it.linked).map_or(0, |linked| linked.begin);
                    self.add(leaf, begin.saturating_add(it.leaf(position)), &sums, position);
                }
            }
        }
        self.sums = sums;
    }

    /// Adds the sums of a position to a group in the row of a leaf.
    fn add(&mut self, leaf: usize, slot: usize, sums: &[Sums], position: usize) {
        // The dimension's own groups have no place in the rows.
        let slot = if slot < self.own.0 { slot } else { slot.saturating_sub(self.own.1) };
        let place = leaf.saturating_mul(self.n_others).saturating_add(slot);
        for (rows, sums) in self.rows.iter_mut().zip(sums) {
            if let Some(group) = rows.get_mut(place) {
                *group = group.wrapping_add(sums.get(position));
            }
        }
    }

    /// Brings the groups from the leaves they hold to these.
    pub fn move_to(&mut self, is_chosen: &[bool], groups: &mut [Vec<u64>]) {
        for (leaf, (is_in, is_chosen)) in self.is_in.iter_mut().zip(is_chosen).enumerate() {
            if is_in == is_chosen {
                continue;
            }
            for (groups, rows) in groups.iter_mut().zip(&self.rows) {
                let begin = leaf.saturating_mul(self.n_others);
                let row = rows.get(begin..begin.saturating_add(self.n_others)).unwrap_or_default();
                let (before, after) = row.split_at(self.own.0.min(row.len()));
                let middle = self.own.0.min(groups.len());
                let (groups_before, rest) = groups.split_at_mut(middle);
                let groups_after = rest.get_mut(self.own.1..).unwrap_or_default();
                if *is_chosen {
                    apply(groups_before, before, u64::wrapping_add);
                    apply(groups_after, after, u64::wrapping_add);
                } else {
                    apply(groups_before, before, u64::wrapping_sub);
                    apply(groups_after, after, u64::wrapping_sub);
                }
            }
            *is_in = *is_chosen;
        }
    }
}

fn apply(groups: &mut [u64], row: &[u64], plus: impl Fn(u64, u64) -> u64) {
    for (group, number) in groups.iter_mut().zip(row) {
        *group = plus(*group, *number);
    }
}
