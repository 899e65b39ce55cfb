//! Figures judged together: many areas against their reference, each allowed for the others.

use super::{
    Evidence, NotComparable, TooFew, Verdict,
    counted::{Corner, Counted, Law, whole},
};
use crate::{
    model::figure::Absence,
    stats::{
        fisher::fisher_exact,
        interval::{Confidence, Undefined},
        overdispersion::{self, Dispersion, WINSORISED, Widening},
        rate_ratio::rate_test,
        scores::{Scale, Score, ratio_scores, share_scores},
        several::{benjamini_hochberg, expected_outside},
    },
};

/// Of the figures found to differ, at most this share does so by chance.
pub const FALSE_DISCOVERIES: f64 = 0.05;

/// The chance of lying outside the outer limits of a funnel plot, 99.8 %.
const OUTER: f64 = 0.002;

/// Fewer figures than this tell nothing of how much more than chance figures vary.
const FEWEST_FOR_DISPERSION: usize = 20;

/// A figure to be judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The counts behind it, or why there are none.
    pub figure: Result<Counted, NoCounts>,
    /// What it is set against.
    pub reference: Reference,
}

/// Why there are no counts to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoCounts {
    /// There is no figure.
    Absent(Absence),
    /// There is a figure, and the file has no counts behind it.
    NotInFile,
}

/// What a figure is set against.
#[derive(Clone, Debug, PartialEq)]
pub enum Reference {
    /// A whole that the figure is part of: the part is left out of it.
    Whole(Counted),
    /// Others.
    Others(Counted),
    /// The figure is the reference itself.
    Itself,
    /// There is no reference, for this reason.
    Absent(Absence),
    /// The reference has a figure, and the file has no counts behind it.
    NoCounts,
}

/// Verdicts on figures that were judged together.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// A verdict for each case, in their order.
    pub verdicts: Vec<Verdict>,
    /// How many could be judged.
    pub n_judged: usize,
    /// How many of them lie outside their own 95 % limits.
    pub n_outside: usize,
    /// How many would do so by chance alone, were there no difference anywhere.
    pub n_by_chance: f64,
    /// How much more the figures vary than chance alone gives, where that was tested and found; the verdicts allow for it.
    pub dispersion: Option<Dispersion>,
}

/// A case that can be judged.
struct Judgeable {
    place: usize,
    law: Law,
    /// At the end that is nearest to the reference.
    p: f64,
    /// At the end that is farthest from it.
    p_at_best: f64,
    is_higher: Option<bool>,
    reference: f64,
    n: f64,
    /// The counts at the lowest and at the highest end, each with its reference.
    ends: [(Corner, f64); 2],
    /// Whether both ends are the same.
    is_exact: bool,
}

/// Judges figures together. A figure hidden within bounds is judged at both its ends, and differs only if it does so at both.
///
/// p-values: Fisher's exact test for shares and the conditional exact test for rates, the figure against the rest of its reference; where there are many figures
/// of one kind that vary more than chance gives, the larger of that and the p-value under additive over-dispersion (Spiegelhalter 2005).
/// Differences are those whose p-value, adjusted by Benjamini and Hochberg (1995), is below [`FALSE_DISCOVERIES`].
pub fn judge(cases: &[Case]) -> Family {
    let mut verdicts: Vec<Option<Verdict>> = vec![None; cases.len()];
    let n_cases = cases.iter().filter(|case| case.figure.is_ok()).count().max(1);
    let reachable = OUTER.max(FALSE_DISCOVERIES / n_cases as f64);
    let mut judged = Vec::new();
    for (place, (case, verdict)) in cases.iter().zip(&mut verdicts).enumerate() {
        match weighed(case, place, reachable) {
            Ok(judgeable) => judged.push(judgeable),
            Err(known) => *verdict = Some(known),
        }
    }
    let dispersion = over_dispersion(&judged);
    if let Some(dispersion) = &dispersion {
        for case in &mut judged {
            case.widen(Widening::Additive(dispersion.tau_squared));
        }
    }
    let own: Vec<f64> = judged.iter().map(|case| case.p).collect();
    // All p-values lie from 0 to 1: nothing is left out, and none is adjusted away.
    let adjusted = benjamini_hochberg(&own).unwrap_or_else(|_| vec![1.0; own.len()]);
    let n_outside = own.iter().filter(|p| **p < 2.0 * Confidence::P95.tail()).count();
    for (case, adjusted_p) in judged.iter().zip(&adjusted) {
        if let Some(verdict) = verdicts.get_mut(case.place) {
            *verdict = Some(case.verdict(*adjusted_p));
        }
    }
    Family {
        n_judged: judged.len(),
        n_outside,
        n_by_chance: expected_outside(judged.len(), Confidence::P95),
        dispersion,
        verdicts: verdicts
            .into_iter()
            .map(|verdict| verdict.unwrap_or(Verdict::NoFigure(Absence::Unpublished)))
            .collect(),
    }
}

impl Judgeable {
    /// How far each end is from its reference, on the scale of the root.
    fn scores(&self) -> [Option<Score>; 2] {
        self.ends.map(|(counts, reference)| {
            let scores = match self.law {
                Law::Share => share_scores(&[whole(counts.found)?], &[whole(counts.of)?], reference, Scale::Root),
                Law::Rate => ratio_scores(&[whole(counts.found)?], &[counts.of * reference], Scale::Root),
            };
            scores.ok()?.first().copied().flatten()
        })
    }

    /// Gives the figure as much room as all others: at both its ends.
    fn widen(&mut self, widening: Widening) {
        let p = self.scores().map(|score| score.and_then(|score| overdispersion::p(score, widening).ok()));
        if let [Some(low), Some(high)] = p {
            self.p = self.p.max(low).max(high);
            self.p_at_best = self.p_at_best.max(low.min(high));
        }
    }

    fn verdict(&self, adjusted_p: f64) -> Verdict {
        let evidence = Evidence { adjusted_p, reference: self.reference, n: self.n };
        match self.is_higher {
            Some(true) if adjusted_p < FALSE_DISCOVERIES => Verdict::Higher(evidence),
            Some(false) if adjusted_p < FALSE_DISCOVERIES => Verdict::Lower(evidence),
            // What holds at one end only is not known.
            _ if !self.is_exact && self.p_at_best < FALSE_DISCOVERIES => Verdict::NoFigure(Absence::Suppressed),
            _ => Verdict::NotApart(evidence),
        }
    }
}

/// What a case weighs by itself, or the verdict that it has already.
fn weighed(case: &Case, place: usize, reachable: f64) -> Result<Judgeable, Verdict> {
    let counted = case.figure.as_ref().map_err(|why| match why {
        NoCounts::Absent(absence) => Verdict::NoFigure(absence.clone()),
        NoCounts::NotInFile => Verdict::NotComparable(NotComparable::NoCounts),
    })?;
    let of = match &case.reference {
        Reference::Whole(of) | Reference::Others(of) => of,
        Reference::Itself => return Err(Verdict::NotComparable(NotComparable::IsAll)),
        Reference::NoCounts => return Err(Verdict::NotComparable(NotComparable::NoCounts)),
        Reference::Absent(absence) => return Err(Verdict::NotComparable(NotComparable::NoReference(absence.clone()))),
    };
    let n = counted.of.low;
    if n <= 0.0 {
        let is_hidden = counted.of.high > 0.0;
        return Err(Verdict::NoFigure(if is_hidden { Absence::Suppressed } else { Absence::NotApplicable }));
    }
    let is_whole = matches!(case.reference, Reference::Whole(_));
    let mut ends = [None; 2];
    for (end, corner) in ends.iter_mut().zip(counted.corners()) {
        let rest = if is_whole { of.without(corner) } else { of.without(Corner { found: 0.0, of: 0.0 }) };
        *end = rest.and_then(|rest| Some((corner, rest, rest.figure()?)));
    }
    let [Some(low), Some(high)] = ends else {
        // Nothing is left of the reference.
        return Err(Verdict::NotComparable(NotComparable::IsAll));
    };
    let too_few = TooFew { n, reference: low.1, reachable };
    if counted.law == Law::Share && !too_few.is_enough(counted.of.high) {
        return Err(Verdict::TooFew(too_few));
    }
    let test = |(corner, rest, reference): (Corner, Corner, f64)| {
        Some((differ(counted.law, corner, rest)?, corner.figure()? > reference))
    };
    let at_low = test(low);
    // An exact figure has one end.
    let at_high = if counted.is_exact() && low == high { at_low } else { test(high) };
    let (Some((p_low, is_low_higher)), Some((p_high, is_high_higher))) = (at_low, at_high) else {
        return Err(Verdict::NotComparable(NotComparable::NoCounts));
    };
    let is_one_sided = is_low_higher == is_high_higher;
    Ok(Judgeable {
        place,
        law: counted.law,
        p: if is_one_sided { p_low.max(p_high) } else { 1.0 },
        p_at_best: p_low.min(p_high),
        is_higher: is_one_sided.then_some(is_low_higher),
        reference: low.2,
        n,
        ends: [low, high].map(|(corner, _, reference)| (corner, reference)),
        is_exact: counted.is_exact(),
    })
}

/// The two-sided p-value of a difference; none where the counts are not whole numbers.
pub(super) fn differ(law: Law, one: Corner, other: Corner) -> Option<f64> {
    let p = match law {
        Law::Share => {
            let row = |it: Corner| Some([whole(it.found)?, whole(it.of - it.found)?]);
            fisher_exact([row(one)?, row(other)?])
        }
        Law::Rate => rate_test((whole(one.found)?, one.of), (whole(other.found)?, other.of)),
    };
    match p {
        // None in either, or all in both: they do not differ.
        Err(Undefined::NoEvents | Undefined::NoVariation) => Some(1.0),
        p => p.ok(),
    }
}

impl TooFew {
    /// From how many units on a figure could differ at all, were the reference the same; none where the search finds no such number.
    pub fn needed(&self) -> Option<u64> {
        let (mut too_few, mut enough) = (0_u32, 1_u32);
        while !self.is_enough(f64::from(enough)) {
            too_few = enough;
            enough = enough.checked_mul(2).filter(|n| *n <= 1 << 16)?;
        }
        while enough - too_few > 1 {
            let middle = too_few.midpoint(enough);
            if self.is_enough(f64::from(middle)) {
                enough = middle;
            } else {
                too_few = middle;
            }
        }
        Some(u64::from(enough))
    }

    /// Whether none or all of so many would differ from the reference.
    fn is_enough(&self, n: f64) -> bool {
        let p = |found| differ(Law::Share, Corner { found, of: n }, self.reference);
        [p(0.0), p(n)].into_iter().flatten().any(|p| p <= self.reachable)
    }
}

/// How much more than chance the figures vary; none where they do not, or are too few to tell.
fn over_dispersion(judged: &[Judgeable]) -> Option<Dispersion> {
    let scores: Vec<Score> = judged.iter().filter(|case| case.is_exact).filter_map(|case| case.scores()[0]).collect();
    if scores.len() < FEWEST_FOR_DISPERSION {
        return None;
    }
    let found = overdispersion::dispersion(&scores, WINSORISED).ok()?;
    (found.p < FALSE_DISCOVERIES && found.tau_squared > 0.0).then_some(found)
}

#[cfg(test)]
mod tests;
