//! What the cells hold, found out before there is room made for them: how wide a lane must be, and which lanes there are.

use super::{
    Absent, LinkedMeasure,
    lane::Extent,
    scope::{NotLinked, Scope},
    side::Side,
    source::{Cell, LARGEST, Source},
};
use crate::{bounds::protection::Protection, model::cube::Cube};

/// One lane: what of which measure.
#[derive(Clone, Copy)]
pub enum What {
    /// Its number.
    Value,
    /// 1 where it is hidden.
    Hidden,
    /// 1 where it has no number for another reason.
    Absent,
    /// 1 where it has a number or is hidden.
    Present,
}

/// One lane to be filled: of which measure what, and its extent.
pub struct LaneOf {
    /// The measure, by its place in the scope.
    pub measure: usize,
    /// What of it.
    pub what: What,
    /// What the lane must hold.
    pub extent: Extent,
}

/// What the cells hold, before there is room made for them.
pub(super) struct Survey {
    /// The lanes to be filled.
    pub lanes: Vec<LaneOf>,
    /// The measures, and which lanes are theirs.
    pub measures: Vec<LinkedMeasure>,
    /// Cells that are not zero in every lane.
    pub n_used: usize,
}

/// What the cells of one measure hold.
struct Found {
    values: Extent,
    n_hidden: u64,
    n_absent: u64,
}

/// Looks at every cell once.
pub(super) fn survey(cube: &Cube, scope: &Scope, sources: &[Source], sides: &[Side; 2]) -> Result<Survey, NotLinked> {
    let [outer, inner] = sides;
    let empty = || Found { values: Extent::EMPTY, n_hidden: 0, n_absent: 0 };
    let mut found: Vec<Found> = sources.iter().map(|_| empty()).collect();
    let mut cells = vec![Cell::ABSENT; inner.n];
    // For each cell whether it is used: 1 with absent cells marked, 2 with present ones marked.
    let mut is_used = vec![0_u8; inner.n];
    let (mut n_used, mut n_used_inverted) = (0, 0);
    for position in 0..outer.n {
        is_used.fill(0);
        for ((source, found), counted) in sources.iter().zip(&mut found).zip(&scope.counted) {
            source.read(position, &mut cells).ok_or(NotLinked::NotWhole { measure: counted.measure })?;
            for (cell, is_used) in cells.iter().zip(&mut is_used) {
                found.include(*cell);
                *is_used |= u8::from(*cell != Cell::ZERO) | u8::from(*cell != Cell::ABSENT) << 1;
            }
        }
        n_used += is_used.iter().map(|is_used| usize::from(is_used & 1)).sum::<usize>();
        n_used_inverted += is_used.iter().map(|is_used| usize::from(is_used >> 1)).sum::<usize>();
    }
    // Of absent and present cells the fewer are marked.
    let is_inverted = n_used_inverted < n_used;
    let n_cells = (outer.n as u64).saturating_mul(inner.n as u64);
    let mut lanes: Vec<LaneOf> = Vec::new();
    let mut measures = Vec::new();
    for (place, (found, counted)) in found.into_iter().zip(&scope.counted).enumerate() {
        if found.values.total > LARGEST {
            return Err(NotLinked::TooLarge);
        }
        let measure = cube.measures.get(counted.measure).ok_or(NotLinked::NoSuch)?;
        let mut lane = |what: What, extent: Extent| {
            lanes.push(LaneOf { measure: place, what, extent });
            lanes.len() - 1
        };
        let of_ones = |n: u64| Extent { largest: 1, total: n };
        let value = lane(What::Value, found.values);
        let hidden = (found.n_hidden > 0).then(|| lane(What::Hidden, of_ones(found.n_hidden)));
        let absent = (found.n_absent > 0).then(|| match is_inverted {
            true => Absent::Unmarked(lane(What::Present, of_ones(n_cells.saturating_sub(found.n_absent)))),
            false => Absent::Marked(lane(What::Absent, of_ones(found.n_absent))),
        });
        let flags = sources.get(place).map(|source| source.column.flags()).unwrap_or_default();
        let protection = Protection::of(cube, measure);
        measures.push(LinkedMeasure { counted: counted.clone(), protection, flags, value, hidden, absent });
    }
    Ok(Survey { lanes, measures, n_used: if is_inverted { n_used_inverted } else { n_used } })
}

impl Found {
    fn include(&mut self, cell: Cell) {
        match cell.number() {
            Some(number) => self.values.include(number),
            None if cell == Cell::HIDDEN => self.n_hidden += 1,
            None => self.n_absent += 1,
        }
    }
}

impl What {
    /// What a lane of this sort holds of a cell.
    pub fn of(self, cell: Cell) -> u64 {
        match self {
            Self::Value => cell.number().unwrap_or(0),
            Self::Hidden => u64::from(cell == Cell::HIDDEN),
            Self::Absent => u64::from(cell == Cell::ABSENT),
            Self::Present => u64::from(cell != Cell::ABSENT),
        }
    }
}
