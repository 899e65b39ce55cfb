//! Rows that give a cell that another row gave: which, and where the first stood.

use std::collections::HashMap;

use crate::{
    load::complaint::Complaints,
    model::figure::{Absence, Figure},
};

/// Rows that give a cell again.
#[derive(Default)]
pub struct Duplicates {
    /// The first of them, as many as are listed.
    pub listed: Vec<Duplicate>,
    /// How many there are.
    pub n: usize,
}

/// One of them.
pub struct Duplicate {
    /// Measure and row of the cube.
    pub cell: (usize, usize),
    /// Row of the table.
    pub row: usize,
    /// Column of the table.
    pub column: usize,
    /// What the cell had.
    pub kept: String,
    /// What stands here.
    pub found: String,
}

impl Duplicates {
    /// One more row that gives this cell.
    pub fn add(&mut self, duplicate: impl FnOnce() -> Duplicate) {
        self.n = self.n.saturating_add(1);
        if self.listed.len() < Complaints::MOST {
            self.listed.push(duplicate());
        }
    }

    /// Whether there are so many that the columns do not tell the rows apart.
    pub fn are_too_many(&self, n_rows: usize) -> bool {
        self.n > (n_rows / 10).max(Complaints::MOST)
    }

    /// For each cell of a listed one, the row that gave it first: none until it is found.
    pub fn firsts(&self) -> HashMap<(usize, usize), Option<usize>> {
        self.listed.iter().map(|duplicate| (duplicate.cell, None)).collect()
    }
}

/// A figure as it stands in a complaint.
pub fn said(figure: &Figure) -> String {
    match figure {
        Figure::Known(known) => known.value.to_string(),
        Figure::Absent(Absence::UnknownSymbol(sign)) => sign.clone(),
        Figure::Absent(_) => "–".to_owned(),
    }
}
