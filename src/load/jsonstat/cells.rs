//! `value` and `status` as they stand in a file, as columns.

use std::collections::HashMap;

use super::member::{Cell, Intake, Members};
use crate::load::{complaint::Complaints, fault::Found, limits};

/// `value`: a list or an object.
pub type WireValues = Members<Values>;

/// `status`: a list, an object or one sign.
pub type WireStatuses = Members<Signs>;

/// The numbers of a dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    /// Of a list: all cells in order, NaN where there is no number.
    pub dense: Vec<f64>,
    /// Of an object: flat position and number, in the order of the file.
    pub sparse: Vec<(usize, f64)>,
    /// What is not a number.
    pub odd: Odd,
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
}

impl Intake for Values {
    fn list(&mut self, position: usize, cell: Cell<'_>) {
        // Past the limit members are only counted: nothing is built of such a file.
        if position < limits::CELLS {
            let number = self.number(position, cell);
            self.dense.push(number);
        }
    }

    fn cell(&mut self, position: usize, cell: Cell<'_>) {
        if self.sparse.len() <= limits::CELLS {
            let number = self.number(position, cell);
            self.sparse.push((position, number));
        } else {
            self.odd.n_unlisted = self.odd.n_unlisted.saturating_add(1);
        }
    }

    fn misnamed(&mut self, name: &str) {
        self.odd.name(name);
    }
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

    fn misnamed(&mut self, name: &str) {
        self.odd.name(name);
    }
}
