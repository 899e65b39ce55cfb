//! Reads the files of golden numbers and compares.

use insyn::stats::interval::{Confidence, Interval};

/// One row: its numbers as text, in order.
pub struct Row<'a> {
    line: &'a str,
    cells: Vec<&'a str>,
    next: usize,
}

impl<'a> Row<'a> {
    pub fn word(&mut self) -> &'a str {
        self.next += 1;
        self.cells.get(self.next - 1).unwrap_or_else(|| panic!("a cell is missing: {}", self.line))
    }

    pub fn count(&mut self) -> u64 {
        self.word().parse().unwrap_or_else(|_| panic!("no count: {}", self.line))
    }

    pub fn number(&mut self) -> f64 {
        self.word().parse().unwrap_or_else(|_| panic!("no number: {}", self.line))
    }

    pub fn confidence(&mut self) -> Confidence {
        match self.word() {
            "0.95" => Confidence::P95,
            "0.998" => Confidence::P998,
            other => panic!("no such confidence: {other}"),
        }
    }

    /// The next number of the row is ours, to so many parts of it; all below the smallest numbers are one.
    pub fn agrees(&mut self, ours: f64, relative: f64) {
        self.is_near(ours, relative, 1e-290);
    }

    /// The next number of the row is ours, to so many parts of the larger of it and `unit`.
    pub fn is_near(&mut self, ours: f64, relative: f64, unit: f64) {
        let theirs = self.number();
        let is_near = (ours - theirs).abs() <= relative * theirs.abs().max(unit);
        assert!(is_near, "{}: {ours} instead of {theirs}", self.line);
    }

    /// The next two numbers of the row are our bounds, each as in [`Row::is_near`].
    pub fn agrees_with(&mut self, ours: Interval, relative: f64, unit: f64) {
        self.is_near(ours.low, relative, unit);
        self.is_near(ours.high, relative, unit);
    }
}

/// Does something with every row below the heading, and answers how many there are.
pub fn each_row(file: &str, mut with: impl FnMut(&mut Row)) -> usize {
    let mut n_rows = 0;
    for line in file.lines().skip(1) {
        let mut row = Row { line, cells: line.split(',').collect(), next: 0 };
        with(&mut row);
        assert_eq!(row.next, row.cells.len(), "every cell is read: {line}");
        n_rows += 1;
    }
    n_rows
}
