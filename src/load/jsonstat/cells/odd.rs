//! Members of `value` and `status` that are not what they should be.

use crate::load::{
    complaint::{Complaints, shortened},
    fault::Found,
};

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
    /// A member that is not what it should be.
    pub fn value(&mut self, position: usize, found: Found) {
        if self.listed.len() < Complaints::MOST {
            self.listed.push((position.to_string(), found));
        } else {
            self.unlisted();
        }
    }

    /// A name that is no position.
    pub fn name(&mut self, name: &str) {
        if self.names.len() < Complaints::MOST {
            self.names.push(shortened(name));
        } else {
            self.unlisted();
        }
    }

    /// One more of which only the number is told.
    pub fn unlisted(&mut self) {
        self.n_unlisted = self.n_unlisted.saturating_add(1);
    }
}
