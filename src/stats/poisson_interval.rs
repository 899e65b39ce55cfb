//! The interval of a count of events, and of their rate: exact (Garwood 1936), and Byar's approximation.

use super::estimate::Estimate;
use super::interval::{Confidence, Interval, Undefined};
use super::special::{gamma_quantile, gamma_quantile_upper};

/// How the limits of a count are worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CountLimits {
    /// [`garwood`].
    #[default]
    Garwood,
    /// [`byar`].
    Byar,
}

impl CountLimits {
    /// The limits of the expected number where so many `events` were counted.
    ///
    /// # Errors
    /// Those of [`garwood`]; none of [`byar`].
    pub fn of(self, events: u64, confidence: Confidence) -> Result<Interval, Undefined> {
        match self {
            Self::Garwood => garwood(events, confidence),
            Self::Byar => Ok(byar(events, confidence)),
        }
    }

    /// The rate of `events` in so much `time` (person-years, places, residents), per one of it, with its limits.
    ///
    /// # Errors
    /// [`Undefined::NothingCounted`] where there was no time, [`Undefined::NotANumber`] where it is negative, not finite, or too short for a number.
    pub fn rate(self, events: u64, time: f64, confidence: Confidence) -> Result<Estimate, Undefined> {
        let time = exposure(time)?;
        let limits = self.of(events, confidence)?;
        Estimate {
            value: events as f64 / time,
            interval: Interval { low: limits.low / time, high: limits.high / time },
        }
        .checked()
    }
}

/// The exact limits of the expected number of events where `events` were counted: it holds the true number at least as often as it says.
///
/// Garwood, F. (1936), "Fiducial limits for the Poisson distribution", Biometrika 28, 437–442:
///
/// ```text
/// χ²(α/2; 2x)/2, χ²(1 − α/2; 2x + 2)/2
/// ```
///
/// The lower limit is 0 where nothing was counted.
///
/// # Errors
/// None that is known; those of the quantile are passed on.
pub fn garwood(events: u64, confidence: Confidence) -> Result<Interval, Undefined> {
    let x = events as f64;
    let low = if events == 0 { 0.0 } else { gamma_quantile(x, confidence.tail())? };
    let high = gamma_quantile_upper(x + 1.0, confidence.tail())?;
    // Where the count is so large that the limit and the count round to neighbouring numbers.
    Ok(Interval { low: low.min(x), high: high.max(x) })
}

/// Byar's approximation of [`garwood`]'s limits.
///
/// Breslow, N. E. and Day, N. E. (1987), Statistical Methods in Cancer Research, volume II, IARC, equations 2.11 and 2.12:
///
/// ```text
/// x (1 − 1/9x − z/3√x)³, (x+1) (1 − 1/9(x+1) + z/3√(x+1))³
/// ```
///
/// The lower limit is 0 where nothing was counted, or where the formula would go below it.
pub fn byar(events: u64, confidence: Confidence) -> Interval {
    let (x, z) = (events as f64, confidence.z());
    let limit = |x: f64, z: f64| x * (1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt())).max(0.0).powi(3);
    let low = if events == 0 { 0.0 } else { limit(x, -z) };
    Interval { low: low.min(x), high: limit(x + 1.0, z).max(x) }
}

/// Time at risk, or what stands for it, that something can be divided by.
pub(super) fn exposure(time: f64) -> Result<f64, Undefined> {
    if time == 0.0 {
        Err(Undefined::NothingCounted)
    } else if time.is_finite() && time > 0.0 {
        Ok(time)
    } else {
        Err(Undefined::NotANumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;
    const BOTH: [CountLimits; 2] = [CountLimits::Garwood, CountLimits::Byar];

    fn limits(method: CountLimits, events: u64, confidence: Confidence) -> Interval {
        method.of(events, confidence).expect("it is defined")
    }

    #[test]
    fn of_nothing_the_upper_limit_has_a_closed_form() {
        assert_eq!(garwood(0, P95).map(|got| got.low), Ok(0.0));
        assert!(garwood(0, P95).is_ok_and(|got| (got.high + 0.025_f64.ln()).abs() < 1e-14));
        assert_eq!(byar(0, P95).low, 0.0);
        assert_eq!(byar(1, Confidence::P998).low, 0.0);
    }

    #[test]
    fn they_agree_with_the_published_table() {
        // Garwood (1936), table: 10 events, 4.795 to 18.390.
        let got = limits(CountLimits::Garwood, 10, P95);
        assert!((got.low - 4.795).abs() < 5e-4 && (got.high - 18.390).abs() < 5e-4, "{got:?}");
    }

    #[test]
    fn a_rate_needs_time() {
        for method in BOTH {
            assert_eq!(method.rate(3, 0.0, P95), Err(Undefined::NothingCounted));
            for time in [-1.0, f64::NAN, f64::INFINITY, 1e-320] {
                assert_eq!(method.rate(3, time, P95), Err(Undefined::NotANumber));
            }
            let rate = method.rate(3, 150.0, P95).expect("there is time");
            assert!((rate.value - 0.02).abs() < 1e-15 && rate.interval.contains(rate.value));
        }
    }

    proptest! {
        #[test]
        fn they_hold_the_count_and_nest(events in 0..=u64::MAX) {
            for method in BOTH {
                let (sure, surer) = (limits(method, events, P95), limits(method, events, Confidence::P998));
                prop_assert!(sure.contains(events as f64) && sure.low >= 0.0);
                prop_assert!(surer.low <= sure.low && sure.high <= surer.high);
            }
        }

        #[test]
        fn one_more_moves_both_limits_up(events in 1_u64..1_000_000_000) {
            for method in BOTH {
                let (fewer, more) = (limits(method, events, P95), limits(method, events + 1, P95));
                prop_assert!(fewer.low < more.low && fewer.high < more.high);
            }
        }

        #[test]
        fn byar_is_near_garwood(events in 10_u64..1_000_000_000) {
            let (near, exact) = (byar(events, P95), limits(CountLimits::Garwood, events, P95));
            prop_assert!((near.low / exact.low - 1.0).abs() < 1e-3 && (near.high / exact.high - 1.0).abs() < 1e-3);
        }
    }
}
