//! Examples of many areas: funnel, over-dispersion, smoothing, ranks, trend, spread.

use super::{P95, Say, part};
use crate::{
    model::text::Language,
    stats::{
        beta_binomial::{Prior, fit},
        cochran_armitage::cochran_armitage,
        funnel::share_limits,
        heterogeneity::{heterogeneity, log_odds},
        interval::{Confidence, Interval},
        intraclass::median_odds_ratio,
        overdispersion::{self, WINSORISED, Widening, dispersion as dispersion_of},
        rank_interval::{Held, rank_intervals},
        scores::{Scale, share_scores},
        smoothing::{marshall_rates, posteriors},
        variation::quartiles,
    },
    words::worked,
};

/// Homes with deficiencies, and all homes, of invented places: the smallest first, the largest last.
pub(super) const FOUND: [u64; 8] = [3, 2, 4, 24, 20, 15, 60, 100];
pub(super) const HOMES: [u64; 8] = [4, 20, 30, 60, 80, 100, 120, 240];

/// What places are compared with.
const TARGET: f64 = 0.3;

/// Limits for a small area and for one ten times as large.
pub(in crate::view_model::method) fn funnel(language: Language) -> Option<Vec<String>> {
    let say = Say(language);
    let range = |n, confidence| {
        let limits = share_limits(n, TARGET, confidence).ok()?;
        Some(say.share_range(Interval { low: limits.low, high: limits.high }))
    };
    let limits = |n| {
        let values = [
            ("target", say.share(TARGET)),
            ("n", say.count(n)),
            ("inner", range(n, P95)?),
            ("outer", range(n, Confidence::P998)?),
        ];
        Some(say.fill(worked::funnel, &values))
    };
    let n = 100;
    let inside = share_limits(n, TARGET, P95).ok()?;
    let counts =
        [("n", say.count(n)), ("least", say.count(inside.least_inside)), ("most", say.count(inside.most_inside))];
    Some(vec![limits(n)?, say.fill(worked::funnel_counts, &counts), limits(10 * n)?])
}

/// Forty places that differ more than chance.
pub(in crate::view_model::method) fn dispersion(language: Language) -> Option<Vec<String>> {
    const EACH: u64 = 100;
    let say = Say(language);
    let found: Vec<u64> = (10..50).collect();
    let homes = vec![EACH; found.len()];
    let scores = share_scores(&found, &homes, TARGET, Scale::Root).ok()?;
    let dispersion = dispersion_of(&scores.into_iter().flatten().collect::<Vec<_>>(), WINSORISED).ok()?;
    let limits =
        |widening| Some(say.share_range(overdispersion::share_limits(EACH, TARGET, Scale::Root, widening, P95).ok()?));
    let values = [
        ("m", say.count(found.len() as u64)),
        ("n", say.count(EACH)),
        ("first", say.count(*found.first()?)),
        ("last", say.count(*found.last()?)),
        ("target", say.share(TARGET)),
        ("phi", say.number(dispersion.phi, 1)),
        ("p", say.p(dispersion.p)),
    ];
    let widened = [
        ("n", say.count(EACH)),
        ("before", limits(Widening::None)?),
        ("after", limits(Widening::Additive(dispersion.tau_squared))?),
    ];
    Some(vec![say.fill(worked::dispersion, &values), say.fill(worked::dispersion_limits, &widened)])
}

/// The smallest and the largest place drawn towards all.
pub(in crate::view_model::method) fn smoothing(language: Language) -> Option<Vec<String>> {
    let say = Say(language);
    let prior = fit(&FOUND, &HOMES).ok()?;
    let Prior::Beta { alpha, beta } = prior else { return None };
    let smoothed = posteriors(&FOUND, &HOMES, prior, P95).ok()?;
    let all = [
        ("m", say.count(HOMES.len() as u64)),
        ("x", say.count(FOUND.iter().sum())),
        ("n", say.count(HOMES.iter().sum())),
        ("alpha", say.number(alpha, 1)),
        ("beta", say.number(beta, 1)),
        ("share", say.share(prior.share())),
    ];
    let place = |at: usize| {
        let (x, n, it) = (*FOUND.get(at)?, *HOMES.get(at)?, smoothed.get(at)?);
        Some([
            ("x", say.count(x)),
            ("n", say.count(n)),
            ("own", say.share(part((x, n)))),
            ("smoothed", say.share(it.smoothed.figure)),
            ("range", say.share_range(it.interval)),
            ("weight", say.share(it.smoothed.own_weight)),
        ])
    };
    let (events, years) = ([2, 12, 30, 10, 25], [2.0, 40.0, 60.0, 50.0, 50.0]);
    let rates = marshall_rates(&events, &years).ok()?;
    let (first, first_years) = (*events.first()?, *years.first()?);
    let rate = [
        ("x", say.count(first)),
        ("t", say.number(first_years, 0)),
        ("own", say.number(first as f64 / first_years, 2)),
        ("smoothed", say.number(rates.first()?.figure, 2)),
    ];
    Some(vec![
        say.fill(worked::smoothed_fit, &all),
        say.fill(worked::smoothed_small, &place(0)?),
        say.fill(worked::smoothed_large, &place(HOMES.len() - 1)?),
        say.fill(worked::smoothed_rate, &rate),
    ])
}

/// Five places in order.
pub(in crate::view_model::method) fn rank(language: Language) -> Option<Vec<String>> {
    const PLACES: [(&str, u64, u64); 5] =
        [("A", 120, 200), ("B", 4, 10), ("C", 54, 150), ("D", 15, 50), ("E", 30, 200)];
    let say = Say(language);
    let (found, all) = (PLACES.map(|(_, x, _)| x), PLACES.map(|(_, _, n)| n));
    let intervals = rank_intervals(&found, &all, P95, Held::AllAreas).ok()?;
    let sentence = |((place, x, n), it): ((&str, u64, u64), _)| {
        let it: crate::stats::rank_interval::RankInterval = Result::ok(it)?;
        let values = [
            ("place", place.to_owned()),
            ("x", say.count(x)),
            ("n", say.count(n)),
            ("share", say.share(part((x, n)))),
            ("rank", say.count(it.rank as u64)),
            ("k", say.count(PLACES.len() as u64)),
            ("range", say.range(Interval { low: it.first as f64, high: it.last as f64 }, 0)),
        ];
        Some(say.fill(worked::ranked, &values))
    };
    PLACES.into_iter().zip(intervals).map(sentence).collect()
}

/// Four years that rise.
pub(in crate::view_model::method) fn trend(language: Language) -> Option<Vec<String>> {
    const EACH: u64 = 100;
    let say = Say(language);
    let found = [20, 25, 30, 36];
    let trend = cochran_armitage(&found.map(|x| (x, EACH)), &[1.0, 2.0, 3.0, 4.0]).ok()?;
    let values = [
        ("series", found.map(|x| say.count(x)).join(", ")),
        ("n", say.count(EACH)),
        ("z", say.number(trend.z, 2)),
        ("p", say.p(trend.p)),
    ];
    Some(vec![say.fill(worked::trend, &values)])
}

/// How far the places lie from each other.
pub(in crate::view_model::method) fn spread(language: Language) -> Option<Vec<String>> {
    let say = Say(language);
    let shares: Vec<f64> = FOUND.into_iter().zip(HOMES).map(part).collect();
    let quarters = quartiles(&shares).ok()?;
    let (figures, variances) = log_odds(&FOUND, &HOMES).ok()?;
    let beyond = heterogeneity(&figures, &variances).ok()?;
    let quartile_values = [
        ("m", say.count(HOMES.len() as u64)),
        ("first", say.share(quarters.first)),
        ("median", say.share(quarters.median)),
        ("third", say.share(quarters.third)),
    ];
    let values = [
        ("q", say.number(beyond.q, 1)),
        ("df", say.count(beyond.degrees_of_freedom as u64)),
        ("p", say.p(beyond.p)),
        ("i2", say.share(beyond.i_squared)),
        ("tau", say.number(beyond.tau_squared_pm, 2)),
        ("mor", say.number(median_odds_ratio(beyond.tau_squared_pm).ok()?, 2)),
    ];
    Some(vec![say.fill(worked::spread_quartiles, &quartile_values), say.fill(worked::spread, &values)])
}
