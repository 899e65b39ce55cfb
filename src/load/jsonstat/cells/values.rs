//! The numbers of a dataset, taken in as they come.

use super::{
    block::Block,
    lanes::{Lanes, ROOM},
    odd::Odd,
};
use crate::{
    load::{
        jsonstat::{
            cursor::Cursor,
            member::{Cell, Intake},
        },
        limits,
    },
    model::cube::Numbers,
};

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

/// What is kept of a number, NaN where there is none.
pub fn slot(number: f64) -> (f64, Slot) {
    if number.is_nan() { (0.0, Slot::Bare) } else { (number, Slot::Number) }
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

    /// Keeps what two lanes have taken in; whether that is anything.
    fn keep_lanes(&mut self, lanes: &Lanes) -> bool {
        let begin = self.slots.len();
        for cells in lanes.taken() {
            self.pass_over(cells.begin());
            self.numbers.extend_counts(cells.numbers());
            self.slots.extend_from_slice(cells.slots());
        }
        self.slots.len() > begin
    }
}

impl Intake for Values {
    type Scratch = Lanes;

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
            self.odd.unlisted();
        }
    }

    fn misnamed(&mut self, name: &str) {
        self.odd.name(name);
    }

    fn plain_list(&mut self, position: usize, cursor: &mut Cursor, lanes: &mut Lanes) -> usize {
        let mut rest = cursor.rest();
        let begin = self.slots.len();
        let has_room = |values: &Self| {
            let n = values.slots.len().saturating_sub(begin);
            position.saturating_add(n).saturating_add(2 * ROOM) <= limits::CELLS
        };
        while has_room(self) {
            lanes.list(&mut rest);
            if self.keep_lanes(lanes) {
                continue;
            }
            let others = Block::of_list(&mut rest);
            self.keep(others.numbers(), others.slots());
            if others.is_empty() {
                break;
            }
        }
        cursor.go_on_at(rest);
        self.slots.len().saturating_sub(begin)
    }

    fn plain_cells(&mut self, cursor: &mut Cursor, lanes: &mut Lanes) {
        let mut rest = cursor.rest();
        let mut is_done = !self.scattered.is_empty();
        while !is_done {
            lanes.cells(&mut rest, self.slots.len());
            if self.keep_lanes(lanes) {
                continue;
            }
            let (others, gap) = Block::of_cells(&mut rest, self.slots.len());
            self.keep(others.numbers(), others.slots());
            match gap {
                // Behind a wide gap a block begins there.
                Some(position) if others.is_empty() => self.pass_over(position),
                Some(_) => {}
                None => is_done = others.is_empty(),
            }
        }
        cursor.go_on_at(rest);
    }
}
