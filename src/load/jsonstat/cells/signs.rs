//! The status signs of a dataset, taken in as they come.

use std::collections::HashMap;

use super::odd::Odd;
use crate::load::{
    jsonstat::{
        cursor::Cursor,
        member::{Cell, Intake},
        plain,
        word::{self, is_spaced, without_space},
    },
    limits,
};

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

/// So many of the distinct signs are looked through one by one.
const NEAR: usize = 8;

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

    /// By letter, which of the distinct signs it is.
    fn letters(&self) -> [Option<u8>; 256] {
        let mut letters = [None; 256];
        for (place, sign) in (0_u8..).zip(self.distinct.iter().take(NEAR)) {
            if let [letter] = sign.as_bytes()
                && plain::is_plain(*letter)
                && let Some(it) = letters.get_mut(usize::from(*letter))
            {
                *it = Some(place);
            }
        }
        letters
    }

    /// Takes in the next members of an object that are signs of one letter and were seen before; what is left comes behind them.
    fn letters_of_cells<'b, const SPACED: bool>(&mut self, rest: &'b [u8], letters: &[Option<u8>; 256]) -> &'b [u8] {
        let text = without_space::<SPACED>(rest);
        let (mut at, mut n_digits) = (0, 1);
        while self.at.len() <= limits::CELLS
            && let Some((position, value)) = word::position::<SPACED>(text, at, &mut n_digits)
            && let Some((letter, next)) = word::letter::<SPACED>(text, value)
            && let Some(place) = letters.get(usize::from(letter)).copied().flatten()
        {
            self.at.push((position, place.into()));
            at = next;
        }
        if at == 0 { rest } else { text.get(at..).unwrap_or_default() }
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
    type Scratch = ();

    fn list(&mut self, position: usize, cell: Cell<'_>) {
        self.add(position, cell);
    }

    fn cell(&mut self, position: usize, cell: Cell<'_>) {
        self.add(position, cell);
    }

    fn plain_list(&mut self, position: usize, cursor: &mut Cursor, (): &mut ()) -> usize {
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

    fn plain_cells(&mut self, cursor: &mut Cursor, (): &mut ()) {
        let letters = self.letters();
        let mut rest = cursor.rest();
        loop {
            rest = match is_spaced(rest) {
                true => self.letters_of_cells::<true>(rest, &letters),
                false => self.letters_of_cells::<false>(rest, &letters),
            };
            let Some((position, value)) = plain::position(rest) else { break };
            let Some((sign, behind)) = self.near(value) else { break };
            self.at.extend(sign.map(|index| (position, index)));
            rest = behind;
        }
        cursor.go_on_at(rest);
    }

    fn misnamed(&mut self, name: &str) {
        self.odd.name(name);
    }
}
