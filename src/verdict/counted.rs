//! The counts behind a figure, as bounds: one number each where nothing is hidden.

use super::exactly;
use crate::stats::interval::Interval;

/// How a count can vary by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Law {
    /// Some of so many: binomial.
    Share,
    /// Events in an exposure, one unit perhaps several times: Poisson.
    Rate,
}

/// The counts behind a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// How the count can vary.
    pub law: Law,
    /// How many were found.
    pub found: Interval,
    /// Of how many, or in how large an exposure.
    pub of: Interval,
}

/// Two numbers that the counts may be: `found` of `of`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corner {
    /// How many were found.
    pub found: f64,
    /// Of how many.
    pub of: f64,
}

impl Counted {
    /// Counts that are known.
    pub fn exact(law: Law, found: f64, of: f64) -> Self {
        Self { law, found: exactly(found), of: exactly(of) }
    }

    /// How many were found, where that is one whole number.
    pub fn found_whole(&self) -> Option<u64> {
        (self.found.width() == 0.0).then(|| whole(self.found.low)).flatten()
    }

    /// Whether both counts are known.
    pub fn is_exact(&self) -> bool {
        self.found.width() == 0.0 && self.of.width() == 0.0
    }

    /// The counts that make the lowest figure, and those that make the highest.
    pub fn corners(&self) -> [Corner; 2] {
        let most = |of: f64| match self.law {
            // No more of all than all.
            Law::Share => self.found.high.min(of),
            Law::Rate => self.found.high,
        };
        [Corner { found: self.found.low, of: self.of.high }, Corner { found: most(self.of.low), of: self.of.low }]
    }

    /// What is left when a part is taken out; none where the part is not known or is no part.
    pub fn without(&self, part: Corner) -> Option<Corner> {
        let [whole, _] = self.is_exact().then(|| self.corners())?;
        let rest = Corner { found: whole.found - part.found, of: whole.of - part.of };
        let fits = rest.found >= 0.0 && rest.of >= 0.0 && (self.law == Law::Rate || rest.found <= rest.of);
        fits.then_some(rest)
    }
}

impl Corner {
    /// Found of all: a proportion or a rate; none of nothing.
    pub fn figure(self) -> Option<f64> {
        (self.of > 0.0).then(|| self.found / self.of)
    }
}

/// A count as a whole number, where it is one.
pub fn whole(count: f64) -> Option<u64> {
    let fits = count.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&count);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    fits.then_some(count as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_counts_make_a_lowest_and_a_highest_figure() {
        let hidden =
            Counted { law: Law::Share, found: Interval { low: 1.0, high: 4.0 }, of: Interval { low: 3.0, high: 9.0 } };
        let [lowest, highest] = hidden.corners();
        assert_eq!((lowest.found, lowest.of), (1.0, 9.0));
        assert_eq!((highest.found, highest.of), (3.0, 3.0), "no more of all than all");
        assert!(!hidden.is_exact());
    }

    #[test]
    fn a_part_is_taken_out_of_its_whole() {
        let whole = Counted::exact(Law::Share, 30.0, 100.0);
        assert_eq!(whole.without(Corner { found: 5.0, of: 20.0 }), Some(Corner { found: 25.0, of: 80.0 }));
        assert_eq!(whole.without(Corner { found: 31.0, of: 60.0 }), None, "more than the whole");
        assert_eq!(whole.without(Corner { found: 5.0, of: 80.0 }), None, "more found than are left");
        assert_eq!(Corner { found: 0.0, of: 0.0 }.figure(), None);
    }
}
