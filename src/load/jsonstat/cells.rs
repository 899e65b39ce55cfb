//! `value` and `status` as they stand in a file, as columns.

use std::collections::HashMap;

use super::{
    cursor::Cursor,
    member::{Cell, Intake, Members},
    plain,
};
use crate::{
    load::{complaint::Complaints, fault::Found, limits},
    model::cube::Numbers,
};

/// `value`: a list or an object.
pub type WireValues = Members<Values>;

/// `status`: a list, an object or one sign.
pub type WireStatuses = Members<Signs>;

/// The numbers of a dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    /// Of a list, and of an object whose positions rise: all cells in order, 0 where there is no number.
    pub numbers: Numbers,
    /// What there is of each of these cells.
    pub slots: Vec<Slot>,
    /// Of an object whose positions do not rise: instead all its members in the order of the file, NaN where there is no number.
    pub scattered: Vec<(usize, f64)>,
    /// What is not a number.
    pub odd: Odd,
}

/// What a file has of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Nothing: an object passes it over.
    Vacant,
    /// A member that is no number.
    Bare,
    /// A number.
    Number,
}

/// The status signs of a dataset, each distinct sign kept once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signs {
    /// The distinct signs, in the order they come.
    pub distinct: Vec<String>,
    /// Flat position, and which of the distinct signs stands there.
    pub at: Vec<(usize, usize)>,
    /// What is not a sign.
    pub odd: Odd,
    known: HashMap<String, usize>,
}

/// So many cells are taken in before they are kept together.
const BLOCK: usize = 256;

/// So many of the distinct signs are looked through one by one.
const NEAR: usize = 8;

/// Members that are not what they should be: the first of them, and how many in all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Odd {
    /// Name or position, and what was found.
    pub listed: Vec<(String, Found)>,
    /// Names that are no position.
    pub names: Vec<String>,
    /// How many more.
    pub n_unlisted: usize,
}

impl Odd {
    fn value(&mut self, position: usize, found: Found) {
        if self.listed.len() < Complaints::MOST {
            self.listed.push((position.to_string(), found));
        } else {
            self.n_unlisted = self.n_unlisted.saturating_add(1);
        }
    }

    fn name(&mut self, name: &str) {
        if self.names.len() < Complaints::MOST {
            self.names.push(super::member::shortened(name));
        } else {
            self.n_unlisted = self.n_unlisted.saturating_add(1);
        }
    }
}

impl Values {
    fn number(&mut self, position: usize, cell: Cell<'_>) -> f64 {
        match cell {
            Cell::Number(number) => return number,
            Cell::Null => {}
            other => self.odd.value(position, other.into()),
        }
        f64::NAN
    }

    /// Adds cells behind the last: 0 where there is no number.
    fn keep(&mut self, numbers: &[f64], slots: &[Slot]) {
        self.numbers.extend(numbers);
        self.slots.extend_from_slice(slots);
    }

    /// The same of counts.
    fn keep_counts(&mut self, block: &Block<u32>) {
        self.numbers.extend_counts(block.numbers());
        self.slots.extend_from_slice(block.slots());
    }

    /// Passes cells over until there are so many.
    fn pass_over(&mut self, n: usize) {
        if n > self.slots.len() {
            self.numbers.fill_up(n);
            self.slots.resize(n, Slot::Vacant);
        }
    }

    /// The members so far as a list: the next does not rise.
    fn scatter(&mut self) {
        let numbers = std::mem::take(&mut self.numbers);
        let slots = std::mem::take(&mut self.slots);
        let members = slots.into_iter().enumerate().filter_map(|(position, slot)| match slot {
            Slot::Vacant => None,
            Slot::Bare => Some((position, f64::NAN)),
            Slot::Number => Some((position, numbers.get(position)?)),
        });
        self.scattered.extend(members);
    }
}

impl Intake for Values {
    fn list(&mut self, position: usize, cell: Cell<'_>) {
        // Past the limit members are only counted: nothing is built of such a file.
        if position < limits::CELLS {
            let (number, slot) = slot(self.number(position, cell));
            self.keep(&[number], &[slot]);
        }
    }

    fn cell(&mut self, position: usize, cell: Cell<'_>) {
        if self.scattered.is_empty() && (self.slots.len()..limits::CELLS).contains(&position) {
            let (number, slot) = slot(self.number(position, cell));
            self.pass_over(position);
            self.keep(&[number], &[slot]);
            return;
        }
        if self.scattered.is_empty() {
            self.scatter();
        }
        if self.scattered.len() <= limits::CELLS {
            let number = self.number(position, cell);
            self.scattered.push((position, number));
        } else {
            self.odd.n_unlisted = self.odd.n_unlisted.saturating_add(1);
        }
    }

    fn misnamed(&mut self, name: &str) {
        self.odd.name(name);
    }

    fn plain_list(&mut self, position: usize, cursor: &mut Cursor) -> usize {
        let mut rest = cursor.rest();
        let begin = self.slots.len();
        while position.saturating_add(self.slots.len().saturating_sub(begin)).saturating_add(2 * BLOCK) <= limits::CELLS
        {
            let counts = Block::of_list(&mut rest, count);
            let is_full = counts.end == BLOCK;
            self.keep_counts(&counts);
            if is_full {
                continue;
            }
            let others = Block::of_list(&mut rest, number);
            self.keep(others.numbers(), others.slots());
            if others.end == 0 {
                break;
            }
        }
        cursor.go_on_at(rest);
        self.slots.len().saturating_sub(begin)
    }

    fn plain_cells(&mut self, cursor: &mut Cursor) {
        let mut rest = cursor.rest();
        let mut is_done = !self.scattered.is_empty();
        while !is_done {
            let (counts, gap) = Block::of_cells(&mut rest, self.slots.len(), count);
            self.keep_counts(&counts);
            let (others, gap) = match gap {
                Some(_) => (None, gap),
                None => {
                    let (others, gap) = Block::of_cells(&mut rest, self.slots.len(), number);
                    self.keep(others.numbers(), others.slots());
                    (Some(others.end), gap)
                }
            };
            match gap {
                // Behind a wide gap a block begins there.
                Some(position) if others.unwrap_or(counts.end) == 0 => self.pass_over(position),
                Some(_) => {}
                None => is_done = others == Some(0),
            }
        }
        cursor.go_on_at(rest);
    }
}

/// Cells as they are taken in, before they are kept.
struct Block<T> {
    numbers: [T; BLOCK],
    slots: [Slot; BLOCK],
    end: usize,
}

impl<T: Copy + Default> Block<T> {
    fn new() -> Self {
        Self { numbers: [T::default(); BLOCK], slots: [Slot::Vacant; BLOCK], end: 0 }
    }

    fn numbers(&self) -> &[T] {
        self.numbers.get(..self.end).unwrap_or_default()
    }

    fn slots(&self) -> &[Slot] {
        self.slots.get(..self.end).unwrap_or_default()
    }

    /// As many members of a list as it holds, or as there are of this form.
    #[inline(always)]
    fn of_list<'b>(rest: &mut &'b [u8], member: impl Fn(&'b [u8]) -> Option<((T, Slot), &'b [u8])>) -> Self {
        let mut block = Self::new();
        let mut end = 0_usize;
        for (to, own) in block.numbers.iter_mut().zip(&mut block.slots) {
            let Some((cell, behind)) = member(rest) else { break };
            (*to, *own) = cell;
            *rest = behind;
            end = end.saturating_add(1);
        }
        block.end = end;
        block
    }

    /// The same of an object's members at rising positions, the block's first cell at `begin`; and the position of the next where it is beyond the block.
    #[inline(always)]
    fn of_cells<'b>(
        rest: &mut &'b [u8],
        begin: usize,
        member: impl Fn(&'b [u8]) -> Option<((T, Slot), &'b [u8])>,
    ) -> (Self, Option<usize>) {
        let mut block = Self::new();
        let mut end = 0_usize;
        let gap = loop {
            let Some((position, value)) = plain::position(rest) else { break None };
            let Some((cell, behind)) = member(value) else { break None };
            if position < begin.saturating_add(end) || position >= limits::CELLS {
                break None;
            }
            let place = position.saturating_sub(begin);
            let (Some(to), Some(own)) = (block.numbers.get_mut(place), block.slots.get_mut(place)) else {
                break Some(position);
            };
            (*to, *own) = cell;
            *rest = behind;
            end = place.saturating_add(1);
        };
        block.end = end;
        (block, gap)
    }
}

/// A member that is a count.
#[inline(always)]
fn count(rest: &[u8]) -> Option<((u32, Slot), &[u8])> {
    let (count, behind) = plain::count(rest)?;
    Some((count.map_or((0, Slot::Bare), |count| (count, Slot::Number)), behind))
}

/// A member that is any number.
fn number(rest: &[u8]) -> Option<((f64, Slot), &[u8])> {
    plain::number(rest).map(|(number, behind)| (slot(number), behind))
}

/// What is kept of a number, NaN where there is none.
fn slot(number: f64) -> (f64, Slot) {
    if number.is_nan() { (0.0, Slot::Bare) } else { (number, Slot::Number) }
}

impl Signs {
    /// One sign, for a cell that has one.
    pub fn add(&mut self, position: usize, cell: Cell<'_>) {
        let text = match cell {
            Cell::Null => return,
            Cell::Text(text) => text,
            other => {
                self.odd.value(position, other.into());
                return;
            }
        };
        let sign = text.trim();
        if sign.is_empty() || self.at.len() > limits::CELLS {
            return;
        }
        // Most files have a handful of signs, and comparing is quicker than hashing.
        let near = self.distinct.iter().take(NEAR).position(|known| known == sign);
        let distinct = &mut self.distinct;
        let index = near.unwrap_or_else(|| {
            *self.known.entry(sign.to_owned()).or_insert_with_key(|sign| {
                distinct.push(sign.clone());
                distinct.len().saturating_sub(1)
            })
        });
        self.at.push((position, index));
    }
}

impl Signs {
    /// The next sign, where it has been seen before; none in it for null.
    fn near<'b>(&self, rest: &'b [u8]) -> Option<(Option<usize>, &'b [u8])> {
        let near = self.distinct.get(..self.distinct.len().min(NEAR))?;
        plain::sign(rest, near).filter(|_| self.at.len() <= limits::CELLS)
    }

    /// The one sign, if there is one, at every cell.
    pub fn for_all(mut self, n_cells: usize) -> Self {
        if !self.distinct.is_empty() {
            self.at = (0..n_cells).map(|flat| (flat, 0)).collect();
        }
        self
    }
}

impl Intake for Signs {
    fn list(&mut self, position: usize, cell: Cell<'_>) {
        self.add(position, cell);
    }

    fn cell(&mut self, position: usize, cell: Cell<'_>) {
        self.add(position, cell);
    }

    fn plain_list(&mut self, position: usize, cursor: &mut Cursor) -> usize {
        let mut rest = cursor.rest();
        let mut n = 0_usize;
        while let Some((sign, behind)) = self.near(rest) {
            self.at.extend(sign.map(|index| (position.saturating_add(n), index)));
            rest = behind;
            n = n.saturating_add(1);
        }
        cursor.go_on_at(rest);
        n
    }

    fn plain_cells(&mut self, cursor: &mut Cursor) {
        let mut rest = cursor.rest();
        while let Some((position, value)) = plain::position(rest)
            && let Some((sign, behind)) = self.near(value)
        {
            self.at.extend(sign.map(|index| (position, index)));
            rest = behind;
        }
        cursor.go_on_at(rest);
    }

    fn misnamed(&mut self, name: &str) {
        self.odd.name(name);
    }
}
