//! What an interval is, how sure it is, and why there may be none.

/// Two bounds, both included, `low <= high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

impl Interval {
    /// Whether a number lies between the bounds or on one of them.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// From one bound to the other.
    pub fn width(self) -> f64 {
        self.high - self.low
    }

    /// The same interval in another unit: 100 makes per cent of a proportion. The factor is positive.
    pub fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor }
    }
}

/// How often an interval of this kind holds the true number, in the long run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// 95 %.
    #[default]
    P95,
    /// 99.8 %: the outer limit of a funnel plot.
    P998,
}

impl Confidence {
    /// z = Φ⁻¹(1 − α/2), in standard deviations.
    pub const fn z(self) -> f64 {
        match self {
            Self::P95 => 1.959_963_984_540_054,
            Self::P998 => 3.090_232_306_167_813,
        }
    }

    /// α/2: how often the true number lies beyond one of the two bounds.
    pub const fn tail(self) -> f64 {
        match self {
            Self::P95 => 0.025,
            Self::P998 => 0.001,
        }
    }
}

/// Why nothing can be worked out of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Undefined {
    /// n = 0: there is nothing to take a share of.
    NothingCounted,
    /// More were found than there were: the counts contradict each other.
    MoreThanAll,
    /// Something that is not a number this can be: not finite, or negative where that has no meaning.
    NotANumber,
    /// The lists that belong together are not equally long.
    UnequalLengths,
    /// Fewer numbers than it takes.
    TooFew,
    /// Nothing was found anywhere: there is nothing to compare with.
    NoEvents,
    /// All are alike where it takes a difference.
    NoVariation,
    /// The search for the best value came to no end.
    NotFound,
}
