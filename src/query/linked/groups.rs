//! What a group of cells adds up to: what is known of it, how many cells are hidden, and so what may be said.

use super::{Absent, Linked};
use crate::{
    bounds::protection::Protection,
    model::{
        cube::Coordinates,
        figure::{Flags, Known, Qualifier},
    },
    query::sum::{NoSum, Sum},
};

/// One measure over a group of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The sum of the known cells. It is the sum of the group only if nothing is hidden and nothing absent.
    pub known: u64,
    /// How many cells are hidden.
    pub n_hidden: u64,
    /// How many cells have no number for any other reason.
    pub n_absent: u64,
}

impl Group {
    /// What may be said of the group: a number, an interval, or nothing.
    #[expect(clippy::cast_precision_loss, reason = "a linked cube holds no sum over 2^53")]
    pub fn sum(self, protection: Option<Protection>, flags: Flags) -> Sum {
        match (self.n_absent, self.n_hidden, protection) {
            (0, 0, _) => Sum::Known(Known { value: self.known as f64, qualifier: Some(Qualifier::Derived), flags }),
            (0, n_hidden, Some(protection)) => {
                Sum::Between { range: protection.range(self.known as f64, n_hidden), n_hidden }
            }
            (_, 0, _) => Sum::Nothing(NoSum::Unknown(self.n_absent)),
            (_, n_hidden, _) => Sum::Nothing(NoSum::Hidden(n_hidden)),
        }
    }

    /// Both groups together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            known: self.known.saturating_add(other.known),
            n_hidden: self.n_hidden.saturating_add(other.n_hidden),
            n_absent: self.n_absent.saturating_add(other.n_absent),
        }
    }
}

/// The groups of every dimension, worked out.
#[derive(Clone, Copy, Debug)]
pub struct GroupBys<'a> {
    pub(super) linked: &'a Linked,
}

impl GroupBys<'_> {
    /// The group of a category, blind to the choice in its own dimension; a category above others is all of them. None for a category without cells here.
    ///
    /// `measure` is a place in [`Linked::counted`].
    pub fn of(&self, dimension: usize, category: usize, measure: usize) -> Option<Group> {
        let it = self.linked.find(dimension)?;
        let leaves = it.leaves_of.get(category).filter(|leaves| !leaves.is_empty())?;
        let n_cells = self.n_cells(Some(dimension));
        leaves.iter().try_fold(Group::default(), |all, leaf| {
            Some(all.plus(self.slot(it.begin.saturating_add(usize::from(*leaf)), measure, n_cells)?))
        })
    }

    /// All chosen cells together.
    pub fn all(&self, measure: usize) -> Option<Group> {
        let last = self.linked.groups.first()?.len().checked_sub(1)?;
        self.slot(last, measure, self.n_cells(None))
    }

    /// What may be said of a group.
    pub fn sum(&self, group: Group, measure: usize) -> Option<Sum> {
        let it = self.linked.measures.get(measure)?;
        Some(group.sum(it.protection, it.flags))
    }

    /// The cell that a group is, where every other choice is one category, a whole, or the published total: what is published there goes before any sum.
    pub fn cell(&self, dimension: usize, category: usize) -> Option<Coordinates> {
        let mut at = self.linked.at.clone();
        for it in &self.linked.dimensions {
            *at.get_mut(it.dimension)? = if it.dimension == dimension { category } else { self.linked.chosen(it)? };
        }
        Some(at)
    }

    /// How many leaves are chosen together, with one of this dimension.
    fn n_cells(&self, but_for: Option<usize>) -> u64 {
        let others = self.linked.dimensions.iter().filter(|it| Some(it.dimension) != but_for);
        others.fold(1_u64, |n, it| {
            let n_chosen = self.linked.is_chosen(it).iter().filter(|is_chosen| **is_chosen).count();
            n.saturating_mul(n_chosen as u64)
        })
    }

    fn slot(&self, slot: usize, measure: usize, n_cells: u64) -> Option<Group> {
        let it = self.linked.measures.get(measure)?;
        let lane = |lane: usize| self.linked.groups.get(lane).and_then(|groups| groups.get(slot)).copied();
        Some(Group {
            known: lane(it.value)?,
            n_hidden: it.hidden.map_or(Some(0), lane)?,
            n_absent: match it.absent {
                None => 0,
                Some(Absent::Marked(it)) => lane(it)?,
                Some(Absent::Unmarked(it)) => n_cells.saturating_sub(lane(it)?),
            },
        })
    }
}
