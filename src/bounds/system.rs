//! Unknown counts and the linear relations between them, in flat arrays: `least ≤ Σ factor × x ≤ most`, x whole, low ≤ x ≤ high.

/// No relation: a bound that was there from the start.
pub const NONE: usize = usize::MAX;

/// The unknowns and the relations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct System {
    /// Where each unknown lies.
    low: Vec<f64>,
    high: Vec<f64>,
    /// Where it lay at first.
    start: Vec<(f64, f64)>,
    /// The relation that last tightened each bound.
    pub why_low: Vec<usize>,
    pub why_high: Vec<usize>,
    /// Where the terms of each relation begin; one more than there are relations.
    begins: Vec<usize>,
    unknowns: Vec<usize>,
    factors: Vec<f64>,
    least: Vec<f64>,
    most: Vec<f64>,
    /// Relations that contradict the others: nothing follows from them.
    is_void: Vec<bool>,
    /// Where the relations of each unknown begin, and which they are.
    of_begins: Vec<usize>,
    of: Vec<usize>,
}

impl System {
    /// Adds an unknown.
    pub fn unknown(&mut self, low: f64, high: f64) -> usize {
        self.start.push((low, high));
        self.low.push(low);
        self.high.push(high);
        self.why_low.push(NONE);
        self.why_high.push(NONE);
        self.low.len() - 1
    }

    /// Adds a relation.
    pub fn relate(&mut self, terms: impl IntoIterator<Item = (usize, f64)>, least: f64, most: f64) -> usize {
        if self.begins.is_empty() {
            self.begins.push(0);
        }
        for (unknown, factor) in terms {
            self.unknowns.push(unknown);
            self.factors.push(factor);
        }
        self.begins.push(self.unknowns.len());
        self.least.push(least);
        self.most.push(most);
        self.is_void.push(false);
        self.least.len() - 1
    }

    /// Number of unknowns.
    pub fn n_unknowns(&self) -> usize {
        self.low.len()
    }

    /// Number of relations.
    pub fn n_relations(&self) -> usize {
        self.least.len()
    }

    /// Number of terms in all relations.
    pub fn n_terms(&self) -> usize {
        self.unknowns.len()
    }

    /// The terms of a relation.
    pub fn terms(&self, relation: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let of = self.range(&self.begins, relation);
        let unknowns = self.unknowns.get(of.clone()).unwrap_or_default();
        unknowns.iter().copied().zip(self.factors.get(of).unwrap_or_default().iter().copied())
    }

    /// Where the terms of a relation are.
    pub fn range_of(&self, relation: usize) -> std::ops::Range<usize> {
        self.range(&self.begins, relation)
    }

    /// A term by its place: the unknown and its factor.
    pub fn term(&self, place: usize) -> (usize, f64) {
        let unknown = self.unknowns.get(place).copied().unwrap_or(NONE);
        (unknown, self.factors.get(place).copied().unwrap_or(0.0))
    }

    /// Between which numbers a relation's terms must come.
    pub fn limits(&self, relation: usize) -> (f64, f64) {
        let least = self.least.get(relation).copied().unwrap_or(f64::NEG_INFINITY);
        (least, self.most.get(relation).copied().unwrap_or(f64::INFINITY))
    }

    /// Whether a relation was let go.
    pub fn is_void(&self, relation: usize) -> bool {
        self.is_void.get(relation) == Some(&true)
    }

    /// Lets a relation go: nothing follows from it any more.
    pub fn make_void(&mut self, relation: usize) {
        if let Some(is_void) = self.is_void.get_mut(relation) {
            *is_void = true;
        }
    }

    /// Takes bounds that a program has found for all these relations together.
    pub fn narrow(&mut self, unknown: usize, low: f64, high: f64, why: usize) {
        let (old_low, old_high) = self.bound(unknown);
        if low > old_low {
            self.raise(unknown, low, why);
        }
        if high < old_high {
            self.lower(unknown, high, why);
        }
    }

    /// Lets go of unknowns and their relations: all are as they were at first.
    pub fn free(&mut self, unknowns: &[usize], relations: &[usize]) {
        for &relation in relations {
            self.make_void(relation);
        }
        for &unknown in unknowns {
            self.forget(unknown);
        }
    }

    /// Lets go of what was found out of one unknown.
    pub fn forget(&mut self, unknown: usize) {
        let (low, high) = self.start.get(unknown).copied().unwrap_or((0.0, f64::INFINITY));
        self.raise(unknown, low, NONE);
        self.lower(unknown, high, NONE);
    }

    /// Lets go of all bounds.
    pub fn begin_anew(&mut self) {
        for (bound, (low, high)) in self.low.iter_mut().zip(&mut self.high).zip(&self.start) {
            (*bound.0, *bound.1) = (*low, *high);
        }
        self.why_low.fill(NONE);
        self.why_high.fill(NONE);
    }

    /// Raises the lower bound of an unknown.
    pub fn raise(&mut self, unknown: usize, to: f64, why: usize) {
        if let (Some(low), Some(reason)) = (self.low.get_mut(unknown), self.why_low.get_mut(unknown)) {
            (*low, *reason) = (to, why);
        }
    }

    /// Lowers the upper bound of an unknown.
    pub fn lower(&mut self, unknown: usize, to: f64, why: usize) {
        if let (Some(high), Some(reason)) = (self.high.get_mut(unknown), self.why_high.get_mut(unknown)) {
            (*high, *reason) = (to, why);
        }
    }

    fn range(&self, begins: &[usize], number: usize) -> std::ops::Range<usize> {
        let begin = begins.get(number).copied().unwrap_or(0);
        begin..begins.get(number.saturating_add(1)).copied().unwrap_or(begin)
    }

    /// Finds the relations of each unknown, when all are there.
    pub fn index(&mut self) {
        let mut begins = vec![0_usize; self.n_unknowns().saturating_add(1)];
        for unknown in &self.unknowns {
            if let Some(n) = begins.get_mut(unknown.saturating_add(1)) {
                *n += 1;
            }
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let mut next = begins.clone();
        let mut of = vec![0; self.unknowns.len()];
        for relation in 0..self.n_relations() {
            for term in self.range(&self.begins, relation) {
                let next = self.unknowns.get(term).and_then(|unknown| next.get_mut(*unknown));
                let Some(next) = next else { continue };
                if let Some(place) = of.get_mut(*next) {
                    *place = relation;
                }
                *next += 1;
            }
        }
        (self.of_begins, self.of) = (begins, of);
    }

    /// The relations of an unknown.
    pub fn relations(&self, unknown: usize) -> &[usize] {
        self.of.get(self.range(&self.of_begins, unknown)).unwrap_or_default()
    }

    /// Where an unknown lies.
    pub fn bound(&self, unknown: usize) -> (f64, f64) {
        let low = self.low.get(unknown).copied().unwrap_or(0.0);
        (low, self.high.get(unknown).copied().unwrap_or(f64::INFINITY))
    }
}
