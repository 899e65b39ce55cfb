//! Rates of unlike groups made comparable: direct standardisation.

use super::estimate::Estimate;
use super::interval::{Confidence, Interval, Undefined};
use super::poisson_interval::CountLimits;
use super::special::{gamma_quantile, gamma_quantile_upper};

/// Below this many events in all, no standardised rate is given: the rule of the Office for Health Improvement and Disparities (England).
pub const FEWEST_EVENTS: u64 = 10;

/// One part of the population, such as a type of home or an age group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stratum {
    /// Events among those of the area.
    pub events: u64,
    /// How many they are, or their time at risk.
    pub n: f64,
    /// How many they are in the standard population; only the proportions of the weights count.
    pub weight: f64,
}

/// How the interval of a standardised rate is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StandardisedLimits {
    /// Dobson, A. J., Kuulasmaa, K., Eberle, E. and Scherer, J. (1991), "Confidence intervals for weighted sums of Poisson parameters", Statistics in Medicine 10(3),
    /// 457–462, from the limits of all events: DSR + √(v/O) (O_limit − O).
    Dobson(CountLimits),
    /// Fay, M. P. and Feuer, E. J. (1997), "Confidence intervals for directly standardized rates: a method based on the gamma distribution", Statistics in Medicine
    /// 16(7), 791–801, with the largest weight of one event for the upper bound.
    FayFeuer,
}

/// The directly standardised rate per one of n, Σ w x/n / Σ w, with its interval; v = Σ w² x/n² / (Σ w)² is its variance.
///
/// A stratum without weight is left out, and so are its events.
///
/// # Errors
/// [`Undefined::NotANumber`] where an n or a weight is negative or not finite, or the rate or its variance too large or small for a number, [`Undefined::NothingCounted`] where a stratum with a weight has
/// n = 0, or none has a weight, [`Undefined::TooFew`] where there are fewer than [`FEWEST_EVENTS`].
pub fn standardised_rate(
    strata: &[Stratum],
    limits: StandardisedLimits,
    confidence: Confidence,
) -> Result<Estimate, Undefined> {
    let is_number = |number: f64| number.is_finite() && number >= 0.0;
    if !strata.iter().all(|stratum| is_number(stratum.n) && is_number(stratum.weight)) {
        return Err(Undefined::NotANumber);
    }
    let weighted = || strata.iter().filter(|stratum| stratum.weight > 0.0);
    let all_weights: f64 = weighted().map(|stratum| stratum.weight).sum();
    if all_weights == 0.0 || weighted().any(|stratum| stratum.n == 0.0) {
        return Err(Undefined::NothingCounted);
    }
    let events = weighted().try_fold(0_u64, |sum, stratum| sum.checked_add(stratum.events));
    let events = events.ok_or(Undefined::NotANumber)?;
    if events < FEWEST_EVENTS {
        return Err(Undefined::TooFew);
    }
    let (mut value, mut variance, mut largest) = (0.0, 0.0, 0.0_f64);
    for stratum in weighted() {
        let of_one_event = stratum.weight / all_weights / stratum.n;
        value += of_one_event * stratum.events as f64;
        variance += of_one_event * of_one_event * stratum.events as f64;
        largest = largest.max(of_one_event);
    }
    // So small that a number cannot hold it, or none at all.
    if !variance.is_normal() || !all_weights.is_finite() {
        return Err(Undefined::NotANumber);
    }
    let interval = match limits {
        StandardisedLimits::Dobson(limits) => {
            let of_count = limits.of(events, confidence)?;
            let (events, scale) = (events as f64, (variance / events as f64).sqrt());
            Interval {
                // Byar's and Garwood's lower limits are above 0, but far from it where one weight is much larger than the others.
                low: (value - scale * (events - of_count.low)).max(0.0),
                high: value + scale * (of_count.high - events),
            }
        }
        StandardisedLimits::FayFeuer => {
            let (above, its_variance) = (value + largest, variance + largest * largest);
            let low = gamma_quantile(value / variance * value, confidence.tail())? * (variance / value);
            let high = gamma_quantile_upper(above / its_variance * above, confidence.tail())? * (its_variance / above);
            Interval { low, high }
        }
    };
    Estimate { value, interval }.checked()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const P95: Confidence = Confidence::P95;
    const ALL: [StandardisedLimits; 3] = [
        StandardisedLimits::Dobson(CountLimits::Garwood),
        StandardisedLimits::Dobson(CountLimits::Byar),
        StandardisedLimits::FayFeuer,
    ];

    fn stratum(events: u64, n: f64, weight: f64) -> Stratum {
        Stratum { events, n, weight }
    }

    #[test]
    fn undefined_is_said_and_not_made_a_number() {
        for limits in ALL {
            let outcome = |strata: &[Stratum]| standardised_rate(strata, limits, P95).err();
            assert_eq!(outcome(&[]), Some(Undefined::NothingCounted));
            assert_eq!(outcome(&[stratum(20, 5.0, 0.0)]), Some(Undefined::NothingCounted));
            assert_eq!(outcome(&[stratum(20, 5.0, 1.0), stratum(0, 0.0, 1.0)]), Some(Undefined::NothingCounted));
            assert_eq!(outcome(&[stratum(4, 9.0, 1.0), stratum(5, 9.0, 1.0)]), Some(Undefined::TooFew));
            assert_eq!(outcome(&[stratum(4, 9.0, 1.0), stratum(50, 9.0, 0.0)]), Some(Undefined::TooFew));
            for bad in [-1.0, f64::NAN, f64::INFINITY] {
                assert_eq!(outcome(&[stratum(20, bad, 1.0)]), Some(Undefined::NotANumber));
                assert_eq!(outcome(&[stratum(20, 1.0, bad)]), Some(Undefined::NotANumber));
            }
            assert_eq!(outcome(&[stratum(20, 1e300, 1.0)]), Some(Undefined::NotANumber));
            assert_eq!(outcome(&[stratum(20, 1.0, 1e308), stratum(20, 1.0, 1e308)]), Some(Undefined::NotANumber));
        }
    }

    #[test]
    fn of_one_stratum_it_is_the_rate() {
        for limits in [CountLimits::Garwood, CountLimits::Byar] {
            let got = standardised_rate(&[stratum(40, 800.0, 3.0)], StandardisedLimits::Dobson(limits), P95);
            let (got, rate) = (got.expect("it is defined"), limits.rate(40, 800.0, P95).expect("there is time"));
            assert!((got.value - rate.value).abs() < 1e-15);
            assert!(
                (got.interval.low - rate.interval.low).abs() < 1e-15
                    && (got.interval.high - rate.interval.high).abs() < 1e-15
            );
        }
        // Fay and Feuer's is then the exact interval of the count.
        let got =
            standardised_rate(&[stratum(40, 800.0, 3.0)], StandardisedLimits::FayFeuer, P95).expect("it is defined");
        let rate = CountLimits::Garwood.rate(40, 800.0, P95).expect("there is time");
        assert!(
            (got.interval.low - rate.interval.low).abs() < 1e-14
                && (got.interval.high - rate.interval.high).abs() < 1e-14
        );
    }

    proptest! {
        #[test]
        fn it_holds_the_rate_and_nests(strata in strata()) {
            for limits in ALL {
                let got = standardised_rate(&strata, limits, P95).expect("there are ten events");
                let surer = standardised_rate(&strata, limits, Confidence::P998).expect("there are ten events");
                prop_assert!(got.interval.contains(got.value) && got.interval.low >= 0.0);
                prop_assert!(surer.interval.low <= got.interval.low && got.interval.high <= surer.interval.high);
            }
        }

        #[test]
        fn the_order_and_the_unit_of_the_weights_do_not_matter(strata in strata(), unit in 0.001..1e6_f64) {
            let other: Vec<Stratum> = strata.iter().rev().map(|part| Stratum { weight: part.weight * unit, ..*part }).collect();
            for limits in ALL {
                let got = standardised_rate(&strata, limits, P95).expect("there are ten events");
                let other = standardised_rate(&other, limits, P95).expect("there are ten events");
                prop_assert!((got.value / other.value - 1.0).abs() < 1e-12);
                prop_assert!((got.interval.high / other.interval.high - 1.0).abs() < 1e-10);
            }
        }
    }

    fn strata() -> impl Strategy<Value = Vec<Stratum>> {
        let any =
            (0_u64..5_000, 0.5..1e6_f64, 0.001..1e3_f64).prop_map(|(events, n, weight)| stratum(events, n, weight));
        (10_u64..5_000, prop::collection::vec(any, 1..6)).prop_map(|(most, mut strata)| {
            strata.push(stratum(most, 1e4, 1.0));
            strata
        })
    }
}
