//! Which places of a ranking each row may hold, given how few are behind its figure.

use super::{judged::Judged, judged::counted, question::Question};
use crate::{
    gate::Cleared,
    stats::{
        interval::Confidence,
        rank_interval::{Held, RankInterval, rank_intervals},
    },
    verdict::{
        counted::{Law, whole},
        guard::Guard,
    },
};

/// More rows than this are not ranked: the work grows with their square.
const MOST_RANKED: usize = 1_000;

/// A rank interval for each row with a share whose counts are known, 95 % for all of them at once; none anywhere where the rows may not be compared.
///
/// Pairwise comparisons (Mogstad, Romano, Shaikh and Wilhelm 2024): see `stats::rank_interval`.
pub fn ranked(cleared: &Cleared, question: &Question, judged: &Judged) -> Vec<Option<RankInterval>> {
    let mut ranked = vec![None; judged.rows.len()];
    let is_open = judged.judgement.as_ref().is_some_and(|it| !matches!(it.guard, Guard::Closed(_)));
    if !is_open || judged.rows.len() > MOST_RANKED {
        return ranked;
    }
    let (mut places, mut found, mut of) = (Vec::new(), Vec::new(), Vec::new());
    for (place, row) in judged.rows.iter().enumerate() {
        let counts = counted(cleared.cube(), question.measure, &row.answer).ok();
        let counts = counts.filter(|counts| counts.law == Law::Share && counts.is_exact() && counts.of.low > 0.0);
        let exact = counts.and_then(|counts| Some((counts.found_whole()?, whole(counts.of.low)?)));
        if let Some((events, n)) = exact {
            places.push(place);
            found.push(events);
            of.push(n);
        }
    }
    let intervals = rank_intervals(&found, &of, Confidence::P95, Held::AllAreas).unwrap_or_default();
    for (place, interval) in places.into_iter().zip(intervals) {
        if let Some(slot) = ranked.get_mut(place) {
            *slot = interval.ok();
        }
    }
    ranked
}
