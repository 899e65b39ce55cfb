//! Why tables cannot be protected.

use super::web::Place;
use crate::{gate::reason::CellName, model::cube::Cube};

/// Why not, with the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The same figure stands in two places with two values.
    Differs {
        /// In one place.
        one: Option<Box<CellName>>,
        /// In the other.
        other: Option<Box<CellName>>,
    },
    /// A total is not what its parts make, though the file says that they may be added up.
    DoesNotAddUp {
        /// The total.
        whole: Option<Box<CellName>>,
        /// The dimension of the parts, by id.
        dimension: String,
    },
    /// Figures that were hidden before cannot be what the published ones say.
    Contradiction,
    /// A rule hides it, and the spec forbids it.
    MustStay {
        /// The figure.
        cell: Box<CellName>,
    },
    /// Whatever else is hidden, it can be worked out.
    NoWay {
        /// The figure.
        cell: Option<Box<CellName>>,
    },
    /// The spec names something that no table has: a measure, a dimension or a code.
    NotThere(String),
    /// The threshold is under the lowest accepted.
    UnderFloor(u32),
    /// Rounding to a base under the threshold leaves counts that are too small.
    BaseUnderThreshold {
        /// The base.
        base: u32,
        /// The threshold.
        threshold: u32,
    },
    /// A base that nobody rounds to here.
    OtherBase(u32),
    /// No rounding keeps every sum.
    NoRounding,
    /// Hidden figures cannot be rounded.
    HiddenBefore,
}

impl Failure {
    /// A cell must be hidden and may not.
    pub(super) fn must_stay(cubes: &[Cube], place: Place) -> Self {
        match cubes.get(place.cube).map(|cube| CellName::of(cube, place.measure, place.row)) {
            Some(cell) => Self::MustStay { cell: Box::new(cell) },
            None => Self::NoWay { cell: None },
        }
    }
}
