//! What the publisher's rule says of a hidden count, and how small a count may not be.

use super::shown::n;
use crate::{
    model::{
        cube::Cube,
        measure::{Measure, MeasureKind, ProtectedUnit},
    },
    stats::interval::Interval,
};

/// The lowest threshold any file may have: with 3, a member of a group of two can't read off the other.
pub const FLOOR: u32 = 3;

/// The threshold of a file that does not say: what Nordic and British agencies use for persons.
pub const DEFAULT: u32 = 5;

/// Counts of a protected unit from 1 up to this less one are hidden: what the file says, but never less than [`FLOOR`].
pub fn threshold(cube: &Cube) -> u32 {
    declared(cube).unwrap_or(DEFAULT).max(FLOOR)
}

/// The threshold that the file itself names.
pub fn declared(cube: &Cube) -> Option<u32> {
    cube.dataset.disclosure.as_ref()?.threshold
}

/// How wide a hidden count must lie, whatever can be worked out: as wide as counts under the threshold, but no wider than the group it is
/// a part of, which anybody may know.
pub fn width(cube: &Cube, measure: usize, row: usize) -> f64 {
    f64::from(threshold(cube).saturating_sub(1)).min(n(cube, measure, row))
}

/// What an attack tells too much of a hidden count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// The count itself.
    Exact,
    /// That it is one of a few.
    Narrow,
}

/// Whether a hidden count is told to less than it must lie wide.
///
/// What lies as wide as counts under the threshold does never lie among them. A count that can only be zero tells no more than a zero that
/// is published; whether nobody at all in a group is something that may be told, another rule says.
pub fn exposure(range: Interval, width: f64) -> Option<Exposure> {
    match range {
        Interval { low: 0.0, high: 0.0 } => None,
        Interval { low, high } if low == high => Some(Exposure::Exact),
        range => (range.width() < width).then_some(Exposure::Narrow),
    }
}

/// What the publisher says of a hidden count: it lies from 0 up to `most`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protection {
    /// The highest count that is hidden.
    pub most: u32,
}

impl Protection {
    /// The protection of a measure's counts, where the file tells it.
    ///
    /// None unless the publisher says that every hidden count is under the threshold: one hidden for another's sake may be any number.
    /// A true zero may be hidden too, for nobody says that it is not.
    pub fn of(cube: &Cube, measure: &Measure) -> Option<Self> {
        let disclosure = cube.dataset.disclosure.as_ref()?;
        let is_by_size = measure.kind == MeasureKind::Count
            && measure.protected_unit != ProtectedUnit::None
            && disclosure.hides_only_small
            && !disclosure.has_complementary;
        let most = disclosure.threshold?.checked_sub(1)?;
        is_by_size.then_some(Self { most })
    }

    /// Where the sum of known parts and this many hidden ones lies.
    pub fn range(self, known: f64, n_hidden: u64) -> Interval {
        #[expect(clippy::cast_precision_loss, reason = "more hidden cells than 2^53 do not fit a memory")]
        let hidden = n_hidden as f64 * f64::from(self.most);
        Interval { low: known, high: known + hidden }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_count_must_lie_as_wide_as_counts_under_the_threshold() {
        let told = |low, high| exposure(Interval { low, high }, 4.0);
        assert_eq!(told(0.0, 4.0), None);
        assert_eq!(told(1.0, 4.0), Some(Exposure::Narrow));
        assert_eq!(told(40.0, 43.0), Some(Exposure::Narrow));
        assert_eq!(told(3.0, 3.0), Some(Exposure::Exact));
        assert_eq!(told(0.0, f64::INFINITY), None);
        assert_eq!(told(0.0, 0.0), None);
        assert_eq!(told(0.0, 1.0), Some(Exposure::Narrow));
        assert_eq!(exposure(Interval { low: 0.0, high: 1.0 }, 1.0), None, "of one nobody can say less");
    }
}
