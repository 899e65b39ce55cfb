//! Examples of one figure and of two: intervals, differences, ratios, standardised rates.

use super::{P95, Say, part};
use crate::{
    model::text::Language,
    stats::{
        estimate::OpenEstimate,
        interval::Interval,
        newcombe::newcombe,
        observed_expected::{expected_events, observed_over_expected},
        poisson_interval::CountLimits,
        rate_difference::rate_difference,
        rate_ratio::{rate_ratio, rate_ratio_exact},
        risk_ratio::risk_ratio,
        standardised::{StandardisedLimits, Stratum, standardised_rate},
        wilson::wilson,
    },
    words::worked,
};

/// Shares of few, of many, and of none.
pub(in crate::view_model::method) fn wilson_example(language: Language) -> Option<Vec<String>> {
    let say = Say(language);
    let [few, many, none] = [(12, 40), (120, 400), (0, 20)];
    let range = |(x, n)| Some(say.share_range(wilson(x, n, P95).ok()?));
    let first =
        [("x", say.count(few.0)), ("n", say.count(few.1)), ("share", say.share(part(few))), ("range", range(few)?)];
    let second = [
        ("x", say.count(many.0)),
        ("n", say.count(many.1)),
        ("range", range(many)?),
        ("x0", say.count(none.0)),
        ("n0", say.count(none.1)),
        ("range0", range(none)?),
    ];
    Some(vec![say.fill(worked::wilson, &first), say.fill(worked::wilson_more, &second)])
}

/// Events in years.
pub(in crate::view_model::method) fn counts(language: Language) -> Option<Vec<String>> {
    let say = Say(language);
    let (events, years) = (10, 50.0);
    let rate = CountLimits::Garwood.rate(events, years, P95).ok()?;
    let none = CountLimits::Garwood.of(0, P95).ok()?;
    let count_range = |limits: CountLimits| Some(say.range(limits.of(events, P95).ok()?, 1));
    let garwood = [
        ("x", say.count(events)),
        ("t", say.number(years, 0)),
        ("rate", say.number(rate.value, 2)),
        ("range", say.range(rate.interval, 2)),
        ("count_range", count_range(CountLimits::Garwood)?),
    ];
    let byar = [
        ("count_range", count_range(CountLimits::Byar)?),
        ("low", say.number(none.low, 0)),
        ("high", say.number(none.high, 1)),
    ];
    Some(vec![say.fill(worked::garwood, &garwood), say.fill(worked::byar, &byar)])
}

/// Two shares and two rates, the one less the other.
pub(in crate::view_model::method) fn difference(language: Language) -> Option<Vec<String>> {
    let say = Say(language);
    let [first, second] = [(30, 100), (20, 100)];
    let points = newcombe(first, second, P95).ok()?.times(100.0);
    let shares = [
        ("x1", say.count(first.0)),
        ("n1", say.count(first.1)),
        ("share1", say.share(part(first))),
        ("x2", say.count(second.0)),
        ("n2", say.count(second.1)),
        ("share2", say.share(part(second))),
        ("difference", say.number(points.value, 1)),
        ("range", say.range(points.interval, 1)),
    ];
    let [first, second] = [(20, 50.0), (10, 50.0)];
    let rate = rate_difference(first, second, CountLimits::Garwood, P95).ok()?;
    let mut rates = events(say, first, second);
    rates.push(("difference", say.number(rate.value, 2)));
    rates.push(("range", say.range(rate.interval, 2)));
    Some(vec![say.fill(worked::newcombe, &shares), say.fill(worked::rate_difference, &rates)])
}

/// The same through each other, and few events exactly.
pub(in crate::view_model::method) fn ratio(language: Language) -> Option<Vec<String>> {
    let say = Say(language);
    let [first, second] = [(30, 100), (20, 100)];
    let risk = risk_ratio(first, second, P95).ok()?;
    let risk_values = [
        ("x1", say.count(first.0)),
        ("n1", say.count(first.1)),
        ("x2", say.count(second.0)),
        ("n2", say.count(second.1)),
        ("ratio", say.number(risk.value, 2)),
        ("range", say.range(risk.interval, 2)),
    ];
    let [first, second] = [(20, 50.0), (10, 50.0)];
    let rate = rate_ratio(first, second, P95).ok()?;
    let mut rate_values = events(say, first, second);
    rate_values.push(("ratio", say.number(rate.value, 2)));
    rate_values.push(("range", say.range(rate.interval, 2)));
    let [first, second] = [(4, 50.0), (1, 50.0)];
    let OpenEstimate { value, low, high } = rate_ratio_exact(first, second, P95).ok()?;
    let mut exact_values = events(say, first, second);
    exact_values.push(("ratio", say.number(value?, 1)));
    exact_values.push(("range", say.range(Interval { low, high: high? }, 1)));
    Some(vec![
        say.fill(worked::risk_ratio, &risk_values),
        say.fill(worked::rate_ratio, &rate_values),
        say.fill(worked::rate_ratio_exact, &exact_values),
    ])
}

/// A place with many homes of the kind where events are common.
pub(in crate::view_model::method) fn standardisation(language: Language) -> Option<Vec<String>> {
    let say = Say(language);
    let strata = [Stratum { events: 36, n: 90.0, weight: 500.0 }, Stratum { events: 6, n: 60.0, weight: 500.0 }];
    let [common, rare] = strata;
    let observed = common.events + rare.events;
    let rate = |limits| standardised_rate(&strata, limits, P95).ok();
    let dobson = rate(StandardisedLimits::Dobson(CountLimits::Byar))?;
    let parts = [
        ("x1", say.count(common.events)),
        ("n1", say.number(common.n, 0)),
        ("x2", say.count(rare.events)),
        ("n2", say.number(rare.n, 0)),
        ("crude", say.number(observed as f64 / (common.n + rare.n), 2)),
    ];
    let standardised = [
        ("rate", say.number(dobson.value, 2)),
        ("dobson", say.range(dobson.interval, 2)),
        ("fay", say.range(rate(StandardisedLimits::FayFeuer)?.interval, 2)),
    ];
    let nation = [0.35, 0.12];
    let [of_common, of_rare] = nation;
    let expected = expected_events(&[(common.n, of_common), (rare.n, of_rare)]).ok()?;
    let ratio = observed_over_expected(observed, expected, CountLimits::Byar, P95).ok()?;
    let against_expected = [
        ("r1", say.number(of_common, 2)),
        ("r2", say.number(of_rare, 2)),
        ("expected", say.number(expected, 1)),
        ("observed", say.count(observed)),
        ("ratio", say.number(ratio.value, 2)),
        ("range", say.range(ratio.interval, 2)),
    ];
    Some(vec![
        say.fill(worked::standard_parts, &parts),
        say.fill(worked::standard_rate, &standardised),
        say.fill(worked::expected, &against_expected),
    ])
}

/// The events and years of two groups.
fn events(say: Say, first: (u64, f64), second: (u64, f64)) -> Vec<(&'static str, String)> {
    vec![
        ("x1", say.count(first.0)),
        ("t1", say.number(first.1, 0)),
        ("x2", say.count(second.0)),
        ("t2", say.number(second.1, 0)),
    ]
}
