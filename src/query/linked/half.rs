//! One half of a linked cube: a side, its cells as rows, and what the other side lets through of each row.

use super::{
    LinkedDimension,
    lane::Sums,
    side::{Change, Failure, Side},
    table::Table,
};

/// A side, its cells as rows, and what the other side lets through of each row.
#[derive(Clone, Debug)]
pub struct Half {
    pub side: Side,
    pub rows: Table,
    pub sums: Vec<Sums>,
}

/// Brings the sums of one half up to what the other half's choices let through.
pub fn bring_over(from: &mut Half, to: &mut Half) {
    let Half { side, rows, .. } = from;
    match side.change() {
        Change::None => {}
        Change::Few { add, take } => {
            rows.add(add, &mut to.sums);
            rows.take(take, &mut to.sums);
        }
        Change::Anew(add) => {
            to.sums.iter_mut().for_each(Sums::clear);
            rows.add(add, &mut to.sums);
        }
    }
}

impl Half {
    /// Adds the sums of each position to the groups of this side's dimensions, and with `with_all` to the last group of all.
    pub fn roll_up(&self, dimensions: &[LinkedDimension], groups: &mut [Vec<u64>], with_all: bool) {
        for (sums, groups) in self.sums.iter().zip(groups) {
            match sums {
                Sums::U32(sums) => self.roll_up_lane(dimensions, sums, groups, with_all),
                Sums::U64(sums) => self.roll_up_lane(dimensions, sums, groups, with_all),
            }
        }
    }

    fn roll_up_lane<S: Copy + Into<u64>>(
        &self,
        dimensions: &[LinkedDimension],
        sums: &[S],
        groups: &mut [u64],
        with_all: bool,
    ) {
        for (place, it) in self.side.dimensions.iter().enumerate() {
            let begin = dimensions.get(it.linked).map_or(0, |linked| linked.begin);
            let own = groups.get_mut(begin..begin.saturating_add(it.n)).unwrap_or_default();
            let positions = sums.iter().zip(self.side.failures()).zip(it.leaves());
            for ((sum, failure), leaf) in positions {
                let counts = failure == Failure::None || failure == Failure::One(place);
                if let Some(group) = own.get_mut(usize::from(*leaf)).filter(|_| counts) {
                    *group = group.wrapping_add((*sum).into());
                }
            }
        }
        if with_all {
            let passed = sums.iter().zip(self.side.failures()).filter(|(_, failure)| *failure == Failure::None);
            let all = passed.fold(0_u64, |all, (sum, _)| all.wrapping_add((*sum).into()));
            if let Some(last) = groups.last_mut() {
                *last = all;
            }
        }
    }
}
