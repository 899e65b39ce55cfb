//! Groups that differ in kind, compared fairly: both as if they had the same mix of the dimension that they differ in.

use super::{
    answer::{Answer, answer, denominators_cell},
    breakdown::moved,
    clearance::clearance,
    judged::counted,
    pairing::Groups,
    parts::{parts, whole_of},
    question::Question,
    standard::{NotStandardised, Standardised, Weights, standardise},
    told::told,
};
use crate::{
    gate::Cleared,
    model::figure::Absence,
    stats::{
        estimate::Estimate,
        interval::Confidence,
        poisson_interval::CountLimits,
        standardised::{StandardisedLimits, Stratum, standardised_rate},
        weighted_share::weighted_share,
    },
    verdict::counted::{Law, whole},
};

/// A fair comparison of two groups, crude and standardised side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Fair {
    /// The dimension that the groups differ in, by position.
    pub by: usize,
    /// Whether the rows could be split by it, and are not.
    pub can_split: bool,
    /// The categories of it that both groups have, and that are weighed as the whole has them.
    pub strata: Vec<usize>,
    /// The categories that one of the groups, or both, cannot have: they are left out.
    pub left_out: Vec<usize>,
    /// Both groups, the first first.
    pub groups: [FairGroup; 2],
    /// Second less first, standardised, in the unit of the measure, 95 %; none where a count is not known exactly.
    pub difference: Option<Estimate>,
}

/// One of the groups.
#[derive(Clone, Debug, PartialEq)]
pub struct FairGroup {
    /// As it stands.
    pub crude: Answer,
    /// With the mix of the whole.
    pub standardised: Standardised,
    /// The same with its 95 % interval, in the unit of the measure; none where a count is not known exactly.
    pub estimate: Option<Estimate>,
}

/// The groups of a question, standardised by the dimension they differ in, with the denominators of the whole as weights.
///
/// Shares: Zou, Huang and Zhang (2009), rates: Dobson et al. (1991) with Byar's limits; their difference: Donner and Zou (2012).
pub(super) fn fair(cleared: &Cleared, question: &Question, groups: Groups, by: usize, across: Option<usize>) -> Fair {
    let cube = cleared.cube();
    let measure = question.measure;
    let whole_of = |dimension: usize| cube.dimensions.get(dimension).map_or(0, whole_of);
    let at = moved(&question.at, by, whole_of(by));
    let cells = [groups.first, groups.second].map(|group| moved(&at, groups.dimension, group));
    let strata = parts(cube, by, whole_of(by)).unwrap_or_default();
    // What cannot occur, or has nobody in it, is no part of a like for like comparison; what is hidden is.
    let is_empty = |stratum: &usize| {
        cells.iter().any(|at| {
            let answer = answer(cleared, measure, &moved(at, by, *stratum));
            answer.figure.absence() == Some(&Absence::NotApplicable)
        })
    };
    let (left_out, strata): (Vec<usize>, Vec<usize>) = strata.into_iter().partition(is_empty);
    let weights = weights(cleared, measure, &moved(&at, groups.dimension, whole_of(groups.dimension)), by, &strata);
    let given = weights.as_ref().map(|weights| {
        let none = left_out.iter().map(|stratum| (*stratum, 0.0));
        Weights::Given(weights.iter().copied().chain(none).collect())
    });
    let group = |at: &Vec<usize>| FairGroup {
        crude: answer(cleared, measure, at),
        standardised: match (&given, &weights) {
            (Some(given), Some(weights)) if !weights.is_empty() => standardise(cleared, measure, at, by, given),
            _ => Standardised::Nothing(NotStandardised::NoCounts),
        },
        estimate: weights.as_ref().and_then(|weights| estimate(cleared, measure, at, by, weights)),
    };
    let [first, second] = [group(&cells[0]), group(&cells[1])];
    let difference = first.estimate.zip(second.estimate).map(|(first, second)| second.minus(first));
    let can_split = across != Some(by) && cells.iter().all(|at| clearance(cleared, at, Some((by, None))).is_ok());
    Fair { by, can_split, strata, left_out, groups: [first, second], difference }
}

/// How many the whole has in each stratum.
fn weights(
    cleared: &Cleared,
    measure: usize,
    whole: &[usize],
    by: usize,
    strata: &[usize],
) -> Option<Vec<(usize, f64)>> {
    let cube = cleared.cube();
    let ratio = cube.measures.get(measure)?.ratio.as_ref()?;
    clearance(cleared, whole, Some((by, None))).ok()?;
    let weight = |stratum: &usize| {
        let cell = denominators_cell(ratio, &moved(whole, by, *stratum));
        Some((*stratum, told(cleared, ratio.denominator, &cell).figure.exact_value()?))
    };
    strata.iter().map(weight).collect()
}

/// The standardised figure of a cell with its interval, in the unit of the measure.
fn estimate(cleared: &Cleared, measure: usize, at: &[usize], by: usize, weights: &[(usize, f64)]) -> Option<Estimate> {
    let cube = cleared.cube();
    let mut law = Law::Share;
    let stratum = |(stratum, weight): &(usize, f64)| {
        let counted = counted(cube, measure, &answer(cleared, measure, &moved(at, by, *stratum))).ok()?;
        law = counted.law;
        let exact = counted.is_exact().then_some(counted)?;
        Some(Stratum { events: whole(exact.found.low)?, n: exact.of.low, weight: *weight })
    };
    let strata: Vec<Stratum> = weights.iter().map(stratum).collect::<Option<_>>()?;
    let per = cube.measures.get(measure)?.ratio.as_ref()?.per;
    let estimate = match law {
        Law::Share => weighted_share(&strata, Confidence::P95),
        Law::Rate => standardised_rate(&strata, StandardisedLimits::Dobson(CountLimits::Byar), Confidence::P95),
    };
    estimate.ok().map(|it| it.times(per))
}
