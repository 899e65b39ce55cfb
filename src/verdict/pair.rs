//! Two groups set against each other: their difference, their ratio, and the verdict on the second against the first.

use super::{
    NotComparable, Verdict,
    counted::{Counted, Law, whole},
    family::{Case, NoCounts, Reference, judge},
};
use crate::stats::{
    estimate::{Estimate, OpenEstimate},
    interval::Confidence,
    newcombe::newcombe,
    poisson_interval::CountLimits,
    rate_difference::rate_difference,
    rate_ratio::{rate_ratio, rate_ratio_exact},
    risk_ratio::risk_ratio,
};

/// With fewer events than this on either side the ratio of two rates is worked out exactly.
const FEW_EVENTS: u64 = 5;

/// The second group set against the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Second less first, as proportions or rates, 95 %; none where a count is not known exactly.
    pub difference: Option<Estimate>,
    /// Second through first, 95 %; none where it cannot be worked out.
    pub ratio: Option<OpenEstimate>,
    /// Whether the second is higher or lower than the first.
    pub verdict: Verdict,
}

/// The counts behind a group's figure, or why there are none.
pub type Group = Result<Counted, NoCounts>;

/// Several pairs, judged together: each allowed for the others.
///
/// Difference: Newcombe (1998, method 10) for shares, MOVER for rates. Ratio: Katz (1978) for shares, the log method for rates and the exact one where events are few.
pub fn pairs(groups: &[(Group, Group)]) -> Vec<Pair> {
    let cases = groups.iter().map(|(first, second)| Case {
        figure: second.clone(),
        reference: match first {
            Ok(first) => Reference::Others(*first),
            Err(NoCounts::Absent(absence)) => Reference::Absent(absence.clone()),
            Err(NoCounts::NotInFile) => Reference::NoCounts,
        },
    });
    let verdicts = judge(&cases.collect::<Vec<_>>()).verdicts;
    let pair = |((first, second), verdict): (&(Group, Group), Verdict)| {
        let exact = first.as_ref().ok().zip(second.as_ref().ok()).and_then(|(first, second)| exact(first, second));
        Pair { difference: exact.and_then(Exact::difference), ratio: exact.and_then(Exact::ratio), verdict }
    };
    groups.iter().zip(verdicts).map(pair).collect()
}

impl Pair {
    /// A pair that may not be compared: no difference is told either.
    pub fn not_comparable(why: NotComparable) -> Self {
        Self { difference: None, ratio: None, verdict: Verdict::NotComparable(why) }
    }
}

/// Two groups whose counts are known: found, and of how many or in how large an exposure.
#[derive(Clone, Copy, Debug)]
struct Exact {
    law: Law,
    first: (u64, f64),
    second: (u64, f64),
}

fn exact(first: &Counted, second: &Counted) -> Option<Exact> {
    let counts = |it: &Counted| it.is_exact().then(|| Some((it.found_whole()?, it.of.low))).flatten();
    (first.law == second.law).then(|| Some(Exact { law: first.law, first: counts(first)?, second: counts(second)? }))?
}

/// An estimate with both its ends.
fn closed(it: Estimate) -> OpenEstimate {
    OpenEstimate { value: Some(it.value), low: it.interval.low, high: Some(it.interval.high) }
}

impl Exact {
    fn shares(self) -> Option<[(u64, u64); 2]> {
        Some([(self.second.0, whole(self.second.1)?), (self.first.0, whole(self.first.1)?)])
    }

    fn difference(self) -> Option<Estimate> {
        match self.law {
            Law::Share => {
                let [second, first] = self.shares()?;
                newcombe(second, first, Confidence::P95).ok()
            }
            Law::Rate => rate_difference(self.second, self.first, CountLimits::Garwood, Confidence::P95).ok(),
        }
    }

    fn ratio(self) -> Option<OpenEstimate> {
        match self.law {
            Law::Share => {
                let [second, first] = self.shares()?;
                risk_ratio(second, first, Confidence::P95).ok().map(closed)
            }
            Law::Rate if self.first.0.min(self.second.0) < FEW_EVENTS => {
                rate_ratio_exact(self.second, self.first, Confidence::P95).ok()
            }
            Law::Rate => rate_ratio(self.second, self.first, Confidence::P95).ok().map(closed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::figure::Absence, verdict::Kind};

    fn share(found: f64, of: f64) -> Group {
        Ok(Counted::exact(Law::Share, found, of))
    }

    #[test]
    fn a_difference_has_its_interval_and_its_verdict() {
        // Newcombe (1998), his example: 56/70 against 48/80.
        let [pair] = pairs(&[(share(48.0, 80.0), share(56.0, 70.0))]).try_into().expect("one pair");
        let difference = pair.difference.expect("both are known");
        assert!((difference.value - 0.2).abs() < 1e-12);
        assert!((difference.interval.low - 0.0524).abs() < 5e-5 && (difference.interval.high - 0.3339).abs() < 5e-5);
        assert_eq!(pair.verdict.kind(), Kind::Higher);
        let [pair] = pairs(&[(share(56.0, 70.0), share(48.0, 80.0))]).try_into().expect("one pair");
        assert_eq!(pair.verdict.kind(), Kind::Lower);
        assert!(pair.ratio.and_then(|ratio| ratio.value).expect("none is zero") < 1.0);
    }

    #[test]
    fn what_is_hidden_or_too_few_has_no_difference_made_up() {
        let hidden = Err(NoCounts::Absent(Absence::Suppressed));
        let [first, second, few] = pairs(&[
            (hidden.clone(), share(5.0, 20.0)),
            (share(5.0, 20.0), hidden),
            (share(500.0, 1000.0), share(1.0, 2.0)),
        ])
        .try_into()
        .expect("three pairs");
        assert_eq!(first.verdict, Verdict::NotComparable(NotComparable::NoReference(Absence::Suppressed)));
        assert_eq!(second.verdict, Verdict::NoFigure(Absence::Suppressed));
        assert_eq!((first.difference, second.difference), (None, None));
        assert_eq!(few.verdict.kind(), Kind::TooFew);
    }

    #[test]
    fn rates_are_set_against_each_other_too() {
        let rate = |found, of| Ok(Counted::exact(Law::Rate, found, of));
        let [pair] = pairs(&[(rate(0.0, 100.0), rate(20.0, 100.0))]).try_into().expect("one pair");
        assert_eq!(pair.verdict.kind(), Kind::Higher);
        assert!(pair.difference.is_some());
    }
}
