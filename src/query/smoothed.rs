//! Smoothed figures of areas: drawn towards all areas, the more so the fewer units are behind them.

use super::{judged::Judged, judged::counted, question::Question};
use crate::{
    gate::Cleared,
    stats::{
        beta_binomial::fit,
        interval::{Confidence, Interval},
        smoothing::{marshall_rates, posteriors},
    },
    verdict::counted::Law,
};

/// A smoothed figure, in the unit of its measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smoothed {
    /// Between the area's own figure and that of all areas.
    pub figure: f64,
    /// Where the true figure lies, 95 %, as far as the areas are alike in kind; shares only.
    pub interval: Option<Interval>,
}

/// A smoothed figure for each row whose counts are known and that has something counted; a hidden figure stays hidden.
///
/// Shares: beta-binomial empirical Bayes, fitted to the rows (Griffiths 1973). Rates: Marshall (1991).
pub fn smoothed(cleared: &Cleared, question: &Question, judged: &Judged) -> Vec<Option<Smoothed>> {
    let cube = cleared.cube();
    let per = cube.measures.get(question.measure).and_then(|measure| measure.ratio.as_ref()).map_or(1.0, |it| it.per);
    let mut places = Vec::new();
    let (mut found, mut of, mut law) = (Vec::new(), Vec::new(), Law::Share);
    for (place, row) in judged.rows.iter().enumerate() {
        let counts = counted(cube, question.measure, &row.answer).ok();
        let Some(counts) = counts.filter(|counts| counts.is_exact() && counts.of.low > 0.0) else { continue };
        let Some(events) = counts.found_whole() else { continue };
        law = counts.law;
        places.push(place);
        found.push(events);
        of.push(counts.of.low);
    }
    let worked_out = match law {
        Law::Share => shares(&found, &of),
        Law::Rate => marshall_rates(&found, &of)
            .map(|areas| areas.iter().map(|area| Smoothed { figure: area.figure, interval: None }).collect())
            .unwrap_or_default(),
    };
    let mut smoothed = vec![None; judged.rows.len()];
    for (place, it) in places.into_iter().zip(worked_out) {
        if let Some(slot) = smoothed.get_mut(place) {
            let interval = it.interval.map(|interval| interval.times(per));
            *slot = Some(Smoothed { figure: it.figure * per, interval });
        }
    }
    smoothed
}

fn shares(found: &[u64], of: &[f64]) -> Vec<Smoothed> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole numbers of units")]
    let n: Vec<u64> = of.iter().map(|of| of.round() as u64).collect();
    let posteriors = fit(found, &n).and_then(|prior| posteriors(found, &n, prior, Confidence::P95));
    let areas = posteriors.unwrap_or_default();
    areas.iter().map(|area| Smoothed { figure: area.smoothed.figure, interval: Some(area.interval) }).collect()
}
