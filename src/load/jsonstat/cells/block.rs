//! Any numbers, taken in a block at a time before they are kept.

use super::values::{Slot, slot};
use crate::load::{jsonstat::plain, limits};

/// So many cells a block holds.
pub const BLOCK: usize = 256;

/// Cells as they are taken in, before they are kept.
pub struct Block {
    numbers: [f64; BLOCK],
    slots: [Slot; BLOCK],
    end: usize,
}

impl Block {
    fn new() -> Self {
        Self { numbers: [0.0; BLOCK], slots: [Slot::Vacant; BLOCK], end: 0 }
    }

    /// Its numbers, 0 where there is none.
    pub fn numbers(&self) -> &[f64] {
        self.numbers.get(..self.end).unwrap_or_default()
    }

    /// What there is of each of its cells.
    pub fn slots(&self) -> &[Slot] {
        self.slots.get(..self.end).unwrap_or_default()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.end == 0
    }

    /// As many members of a list as it holds, or as there are of this form.
    pub fn of_list(rest: &mut &[u8]) -> Self {
        let mut block = Self::new();
        let mut end = 0_usize;
        for (to, own) in block.numbers.iter_mut().zip(&mut block.slots) {
            let Some((number, behind)) = plain::number(rest) else { break };
            (*to, *own) = slot(number);
            *rest = behind;
            end = end.saturating_add(1);
        }
        block.end = end;
        block
    }

    /// The same of an object's members at rising positions, the block's first cell at `begin`;
    /// and the position of the next where it is beyond the block.
    pub fn of_cells(rest: &mut &[u8], begin: usize) -> (Self, Option<usize>) {
        let mut block = Self::new();
        let mut end = 0_usize;
        let gap = loop {
            let Some((position, value)) = plain::position(rest) else { break None };
            let Some((number, behind)) = plain::number(value) else { break None };
            if position < begin.saturating_add(end) || position >= limits::CELLS {
                break None;
            }
            let place = position.saturating_sub(begin);
            let (Some(to), Some(own)) = (block.numbers.get_mut(place), block.slots.get_mut(place)) else {
                break Some(position);
            };
            (*to, *own) = slot(number);
            *rest = behind;
            end = place.saturating_add(1);
        };
        block.end = end;
        (block, gap)
    }
}
