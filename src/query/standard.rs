//! Direct standardisation: the share or rate that a place would have, if its strata were as large as a standard's.

use super::{
    answer::{answer, denominators_cell},
    breakdown::moved,
    clearance::{NotCleared, clearance},
    parts::{NotSummable, is_summed, parts, whole_of},
    told::told,
};
use crate::{gate::Cleared, model::figure::Absence, stats::interval::Interval};

/// How heavily each stratum counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Weights {
    /// As the denominators at this cell, the stratum apart: the nation's, say.
    Of(Vec<usize>),
    /// As given: (category by position, weight). They need not add up to one.
    Given(Vec<(usize, f64)>),
}

/// A standardised share or rate.
#[derive(Clone, Debug, PartialEq)]
pub enum Standardised {
    /// Every stratum is known: Σ wᵢrᵢ / Σ wᵢ, in the unit of the measure (Fleiss, Levin and Paik, *Statistical Methods for Rates and Proportions*, ch. 19).
    Known {
        /// The standardised figure.
        value: f64,
        /// How many strata.
        n_strata: usize,
    },
    /// Strata are hidden, and the publisher says between which numbers a hidden count lies.
    Between {
        /// Where it lies.
        range: Interval,
        /// How many strata.
        n_strata: usize,
    },
    /// Nothing, and why.
    Nothing(NotStandardised),
}

/// Why a figure cannot be standardised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotStandardised {
    /// The measure is not a share or rate with both its counts.
    NoCounts,
    /// The dimension does not cut the whole into parts.
    NotSummable(NotSummable),
    /// The publisher has not cleared the strata.
    NotCleared(NotCleared),
    /// Nobody in this stratum, by position, though it has a weight: there is no rate to weigh.
    EmptyStratum(usize),
    /// This stratum, by position, has no figure, for this reason.
    Absent(usize, Absence),
    /// This stratum, by position, has no usable weight.
    NoWeight(usize),
}

/// The figure of a cell, standardised by a dimension.
pub fn standardise(
    cleared: &Cleared,
    measure: usize,
    at: &[usize],
    dimension: usize,
    weights: &Weights,
) -> Standardised {
    match worked_out(cleared, measure, at, dimension, weights) {
        Ok((range, n_strata)) if range.width() == 0.0 => Standardised::Known { value: range.low, n_strata },
        Ok((range, n_strata)) => Standardised::Between { range, n_strata },
        Err(why) => Standardised::Nothing(why),
    }
}

fn worked_out(
    cleared: &Cleared,
    measure: usize,
    at: &[usize],
    dimension: usize,
    weights: &Weights,
) -> Result<(Interval, usize), NotStandardised> {
    let cube = cleared.cube();
    let own = cube.measures.get(measure).ok_or(NotStandardised::NoCounts)?;
    let ratio = own.ratio.as_ref().filter(|ratio| ratio.numerator.is_some()).ok_or(NotStandardised::NoCounts)?;
    is_summed(cube, own, dimension).map_err(NotStandardised::NotSummable)?;
    clearance(cleared, at, Some((dimension, None))).map_err(NotStandardised::NotCleared)?;
    if let Weights::Of(standard) = weights {
        clearance(cleared, standard, Some((dimension, None))).map_err(NotStandardised::NotCleared)?;
    }
    let it = cube.dimensions.get(dimension).ok_or(NotStandardised::NoCounts)?;
    let strata = parts(cube, dimension, whole_of(it)).map_err(NotStandardised::NotSummable)?;
    let (mut low, mut high, mut weight_of_all) = (0.0, 0.0, 0.0);
    for stratum in &strata {
        let weight = match weights {
            Weights::Given(given) => given.iter().find(|(place, _)| place == stratum).map(|(_, weight)| *weight),
            Weights::Of(standard) => {
                let cell = denominators_cell(ratio, &moved(standard, dimension, *stratum));
                told(cleared, ratio.denominator, &cell).figure.exact_value()
            }
        };
        let weight = weight.filter(|weight| weight.is_finite() && *weight >= 0.0);
        let weight = weight.ok_or(NotStandardised::NoWeight(*stratum))?;
        if weight == 0.0 {
            continue;
        }
        let answer = answer(cleared, measure, &moved(at, dimension, *stratum));
        let rate = answer.range().ok_or_else(|| match answer.figure.absence() {
            Some(Absence::NotApplicable) => NotStandardised::EmptyStratum(*stratum),
            Some(absence) => NotStandardised::Absent(*stratum, absence.clone()),
            None => NotStandardised::Absent(*stratum, Absence::Uncertain),
        })?;
        low += weight * rate.low;
        high += weight * rate.high;
        weight_of_all += weight;
    }
    if weight_of_all <= 0.0 {
        return Err(strata.first().map_or(NotStandardised::NoCounts, |first| NotStandardised::NoWeight(*first)));
    }
    Ok((Interval { low: low / weight_of_all, high: high / weight_of_all }, strata.len()))
}
