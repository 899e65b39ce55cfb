//! How small a count may not be. Compiled in: no file, address or setting can lower it.

use super::{findings::Findings, reason::Reason};
use crate::model::cube::Cube;

/// The lowest threshold any file may have: with 3, a member of a group of two can't read off the other.
const FLOOR: u32 = 3;

/// The threshold of a file that does not say: what Nordic and British agencies use for persons.
const DEFAULT: u32 = 5;

/// The threshold of this cube. A file that asks for less than the floor is refused, and checked by the floor.
pub fn of(cube: &Cube, findings: &mut Findings) -> u32 {
    let declared = cube.dataset.disclosure.as_ref().and_then(|disclosure| disclosure.threshold);
    match declared {
        None => DEFAULT,
        Some(declared) if declared < FLOOR => {
            findings.refuse(|| Reason::ThresholdUnderFloor { declared, floor: FLOOR });
            FLOOR
        }
        Some(declared) => declared,
    }
}
