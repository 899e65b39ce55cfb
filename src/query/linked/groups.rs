//! What a group of cells adds up to: what is known of it, how many cells are hidden, and so what may be said.

use crate::{
    model::figure::{Flags, Known, Qualifier},
    query::sum::{NoSum, Protection, Sum},
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
            (0, 0, _) => {
                Sum::Known(Known { value: self.known as f64, qualifier: Some(Qualifier::Derived), flags })
            }
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
