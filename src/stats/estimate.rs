//! A number worked out of counts, with its interval; and the difference of two.

use super::interval::{Interval, Undefined};

/// A number and the interval around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The best guess.
    pub value: f64,
    /// What the true number may be.
    pub interval: Interval,
}

impl Estimate {
    /// The difference to another estimate that knows nothing of this one, from the limits of both.
    ///
    /// Donner, A. and Zou, G. Y. (2012), "Closed-form confidence intervals for functions of the normal mean and standard deviation", Statistical Methods in Medical
    /// Research 21(4), 347–359 (the method of variance estimates recovery): with d = p₁ − p₂,
    ///
    /// ```text
    /// d − √((p₁ − l₁)² + (u₂ − p₂)²), d + √((u₁ − p₁)² + (p₂ − l₂)²)
    /// ```
    pub fn minus(self, other: Self) -> Self {
        let value = self.value - other.value;
        let below = (self.value - self.interval.low).hypot(other.interval.high - other.value);
        let above = (self.interval.high - self.value).hypot(other.value - other.interval.low);
        Self { value, interval: Interval { low: value - below, high: value + above } }
    }

    /// The same estimate in another unit. The factor is positive.
    pub fn times(self, factor: f64) -> Self {
        Self { value: self.value * factor, interval: self.interval.times(factor) }
    }

    /// Itself, where all of it is finite.
    pub(super) fn checked(self) -> Result<Self, Undefined> {
        let is_finite = [self.value, self.interval.low, self.interval.high].into_iter().all(f64::is_finite);
        if is_finite { Ok(self) } else { Err(Undefined::NotANumber) }
    }
}

/// A ratio whose divisor may be 0, and then has neither a value nor an end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenEstimate {
    /// The best guess; none where it would be divided by 0.
    pub value: Option<f64>,
    /// The lower bound.
    pub low: f64,
    /// The upper bound; none where the true number may be as large as can be.
    pub high: Option<f64>,
}

impl OpenEstimate {
    /// Whether a number lies between the bounds or on one of them.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && self.high.is_none_or(|high| value <= high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_takes_the_limits_that_lie_that_way() {
        let first = Estimate { value: 10.0, interval: Interval { low: 7.0, high: 15.0 } };
        let second = Estimate { value: 6.0, interval: Interval { low: -6.0, high: 10.0 } };
        let got = first.minus(second);
        assert_eq!(got, Estimate { value: 4.0, interval: Interval { low: -1.0, high: 17.0 } });
        assert_eq!(second.minus(first).interval, Interval { low: -17.0, high: 1.0 });
    }

    #[test]
    fn an_open_end_holds_all_that_is_above() {
        let open = OpenEstimate { value: None, low: 2.0, high: None };
        assert!(open.contains(1e300) && !open.contains(1.9));
        assert!(!OpenEstimate { high: Some(3.0), ..open }.contains(3.1));
    }
}
