//! Examples of how a verdict comes about: exact tests, many at once, too few, hidden numbers.

use super::{P95, Say, part};
use crate::{
    bounds::protection::Protection,
    model::{figure::Absence, text::Language},
    stats::{
        fisher::fisher_exact,
        interval::Interval,
        rate_ratio::rate_test,
        several::{benjamini_hochberg, expected_outside},
    },
    verdict::{
        Verdict,
        counted::{Counted, Law},
        family::{Case, FALSE_DISCOVERIES, NoCounts, Reference, judge},
    },
    words::{verdict, worked},
};

/// As many as the municipalities.
const N_AREAS: usize = 290;

fn share((x, n): (u64, u64)) -> Counted {
    Counted::exact(Law::Share, x as f64, n as f64)
}

/// Places against the rest of their whole, one of them hidden.
pub(in crate::view_model::method) fn verdicts(language: Language) -> Option<Vec<String>> {
    const WHOLE: (u64, u64) = (3000, 10_000);
    const PLACES: [(&str, Option<(u64, u64)>); 5] =
        [("A", Some((45, 100))), ("B", Some((15, 100))), ("C", Some((33, 100))), ("D", Some((1, 2))), ("E", None)];
    let say = Say(language);
    let case = |(_, counts): &(&str, Option<(u64, u64)>)| Case {
        figure: counts.map(share).ok_or(NoCounts::Absent(Absence::Suppressed)),
        reference: Reference::Whole(share(WHOLE)),
    };
    let family = judge(&PLACES.iter().map(case).collect::<Vec<_>>());
    let counted =
        |(x, n): (u64, u64)| vec![("x", say.count(x)), ("n", say.count(n)), ("share", say.share(part((x, n))))];
    let mut sentences = vec![say.fill(worked::whole, &counted(WHOLE))];
    for ((place, counts), verdict) in PLACES.into_iter().zip(&family.verdicts) {
        let mut values = counts.map(counted).unwrap_or_default();
        values.push(("place", place.to_owned()));
        values.push(("verdict", verdict::kind(language, verdict.kind()).to_owned()));
        let sentence = match (counts, verdict.evidence()) {
            (None, _) => worked::no_number,
            (_, None) => worked::not_judged,
            (_, Some(evidence)) => {
                values.push(("p", say.p(evidence.adjusted_p)));
                worked::judged
            }
        };
        sentences.push(say.fill(sentence, &values));
    }
    Some(sentences)
}

/// Two shares, and two numbers of events.
pub(in crate::view_model::method) fn exact(language: Language) -> Option<Vec<String>> {
    let say = Say(language);
    let [(x1, n1), (x2, n2)] = [(30_u64, 100_u64), (20, 100)];
    let p = fisher_exact([[x1, n1 - x1], [x2, n2 - x2]]).ok()?;
    let shares = [("x1", x1), ("n1", n1), ("x2", x2), ("n2", n2)].map(|(name, count)| (name, say.count(count)));
    let [(events_1, years_1), (events_2, years_2)] = [(20_u64, 50.0), (10_u64, 50.0)];
    let rate_p = rate_test((events_1, years_1), (events_2, years_2)).ok()?;
    let rates = [
        ("x1", say.count(events_1)),
        ("t1", say.number(years_1, 0)),
        ("x2", say.count(events_2)),
        ("t2", say.number(years_2, 0)),
        ("p", say.p(rate_p)),
    ];
    let mut values = shares.to_vec();
    values.push(("p", say.p(p)));
    Some(vec![say.fill(worked::exact_share, &values), say.fill(worked::exact_rate, &rates)])
}

/// Five p-values, adjusted; and what chance alone gives among the municipalities.
pub(in crate::view_model::method) fn many(language: Language) -> Option<Vec<String>> {
    const P_VALUES: [f64; 5] = [0.001, 0.010, 0.035, 0.045, 0.500];
    let say = Say(language);
    let adjusted = benjamini_hochberg(&P_VALUES).ok()?;
    let n_below = |values: &[f64]| say.count(values.iter().filter(|p| **p < FALSE_DISCOVERIES).count() as u64);
    let values = [
        ("m", say.count(P_VALUES.len() as u64)),
        ("before", say.list(&P_VALUES, 3)),
        ("after", say.list(&adjusted, 3)),
        ("n", n_below(&adjusted)),
        ("n_before", n_below(&P_VALUES)),
    ];
    let by_chance = [("n", say.count(N_AREAS as u64)), ("outside", say.number(expected_outside(N_AREAS, P95), 1))];
    Some(vec![say.fill(worked::many, &values), say.fill(worked::many_by_chance, &by_chance)])
}

/// A place of three homes among the municipalities.
pub(in crate::view_model::method) fn too_few(language: Language) -> Option<Vec<String>> {
    const OTHERS: (u64, u64) = (3000, 10_000);
    let say = Say(language);
    let n = 3;
    let case = |counts| Case { figure: Ok(share(counts)), reference: Reference::Others(share(OTHERS)) };
    let mut cases = vec![case((30, 100)); N_AREAS];
    if let Some(first) = cases.first_mut() {
        *first = case((1, n));
    }
    let family = judge(&cases);
    let Some(Verdict::TooFew(too_few)) = family.verdicts.first() else { return None };
    let values = [
        ("n", say.count(n)),
        ("m", say.count(N_AREAS as u64)),
        ("x2", say.count(OTHERS.0)),
        ("n2", say.count(OTHERS.1)),
        ("share", say.share(part(OTHERS))),
        ("needed", say.count(too_few.needed()?)),
    ];
    Some(vec![say.fill(worked::too_few, &values)])
}

/// A sum with hidden parts, and two verdicts on its share.
pub(in crate::view_model::method) fn hidden(language: Language) -> Option<Vec<String>> {
    let say = Say(language);
    let (known, n_hidden, n) = (40_u64, 2_u64, 100_u64);
    let protection = Protection { most: 4 };
    let sum = protection.range(known as f64, n_hidden);
    let values = [
        ("known", say.count(known)),
        ("d", say.count(n_hidden)),
        ("most", say.count(u64::from(protection.most))),
        ("range", say.range(sum, 0)),
        ("n", say.count(n)),
        ("share", say.share_range(sum.times(1.0 / n as f64))),
    ];
    let counted = Counted { law: Law::Share, found: sum, of: Interval { low: n as f64, high: n as f64 } };
    let set_against = |sentence, others: (u64, u64)| {
        let verdict = judge(&[Case { figure: Ok(counted), reference: Reference::Others(share(others)) }]);
        let kind = verdict.verdicts.first()?.kind();
        let values = [
            ("x2", say.count(others.0)),
            ("n2", say.count(others.1)),
            ("verdict", verdict::kind(language, kind).to_owned()),
            ("low", say.number(sum.low, 0)),
            ("high", say.number(sum.high, 0)),
        ];
        Some(say.fill(sentence, &values))
    };
    Some(vec![
        say.fill(worked::hidden_sum, &values),
        set_against(worked::hidden_verdict, (250, 1000))?,
        set_against(worked::hidden_open, (330, 1000))?,
    ])
}
