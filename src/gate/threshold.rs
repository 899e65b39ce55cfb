//! How small a count may not be. Compiled in: no file, address or setting can lower it.

use super::{findings::Findings, reason::Reason};
use crate::{
    bounds::protection::{FLOOR, declared, threshold},
    model::cube::Cube,
};

/// The threshold of this cube. A file that asks for less than the floor is refused, and checked by the floor.
pub fn of(cube: &Cube, findings: &mut Findings) -> u32 {
    if let Some(declared) = declared(cube).filter(|declared| *declared < FLOOR) {
        findings.refuse(|| Reason::ThresholdUnderFloor { declared, floor: FLOOR });
    }
    threshold(cube)
}
