//! Verdicts by hand, by property and against chance.

use proptest::{collection::vec, prelude::*};

use super::*;
use crate::{
    stats::{interval::Interval, random::Random},
    verdict::Kind,
};

const WHOLE: (f64, f64) = (3_000.0, 10_000.0);

fn part(found: f64, of: f64) -> Case {
    Case { figure: Ok(Counted::exact(Law::Share, found, of)), reference: whole() }
}

fn whole() -> Reference {
    Reference::Whole(Counted::exact(Law::Share, WHOLE.0, WHOLE.1))
}

fn kinds(cases: &[Case]) -> Vec<Kind> {
    judge(cases).verdicts.iter().map(Verdict::kind).collect()
}

#[test]
fn each_verdict_is_reached() {
    let absent = |absence| Case { figure: Err(NoCounts::Absent(absence)), reference: whole() };
    let cases = [
        part(60.0, 100.0),
        part(5.0, 100.0),
        part(31.0, 100.0),
        part(1.0, 2.0),
        absent(Absence::Missing),
        Case { figure: Err(NoCounts::NotInFile), reference: whole() },
        Case { reference: Reference::Itself, ..part(3_000.0, 10_000.0) },
        Case { reference: Reference::Absent(Absence::Suppressed), ..part(1.0, 9.0) },
        part(0.0, 0.0),
    ];
    use Kind::{Higher, Lower, NoFigure, NotApart, NotComparable};
    assert_eq!(
        kinds(&cases),
        [Higher, Lower, NotApart, Kind::TooFew, NoFigure, NotComparable, NotComparable, NotComparable, NoFigure]
    );
}

#[test]
fn nothing_is_judged_of_nobody() {
    let family = judge(&[]);
    assert_eq!((family.verdicts.len(), family.n_judged, family.n_by_chance), (0, 0, 0.0));
}

#[test]
fn a_part_that_is_more_than_its_whole_is_not_compared() {
    assert_eq!(kinds(&[part(3_001.0, 9_000.0)]), [Kind::NotComparable]);
}

#[test]
fn a_hidden_figure_is_judged_only_where_both_its_ends_agree() {
    let hidden = |low, high, of| Case {
        figure: Ok(Counted { law: Law::Share, found: Interval { low, high }, of: Interval { low: of, high: of } }),
        reference: whole(),
    };
    assert_eq!(kinds(&[hidden(0.0, 4.0, 60.0)]), [Kind::Lower]);
    assert_eq!(kinds(&[hidden(0.0, 4.0, 8.0)]), [Kind::NotApart], "whatever it is, chance may give it");
    assert_eq!(kinds(&[hidden(0.0, 20.0, 60.0)]), [Kind::NoFigure], "it hangs on the hidden number");
}

#[test]
fn a_hidden_figure_is_given_the_same_room_as_a_known_one() {
    // Places that differ far more than chance gives: the limits are widened.
    let mut cases: Vec<Case> = (0..40).map(|i| part(f64::from(10 + i), 100.0)).collect();
    let known = |found| part(found, 60.0);
    let hidden = Case {
        figure: Ok(Counted {
            law: Law::Share,
            found: Interval { low: 4.0, high: 5.0 },
            of: Interval { low: 60.0, high: 60.0 },
        }),
        reference: whole(),
    };
    cases.extend([known(4.0), known(5.0), hidden]);
    let family = judge(&cases);
    assert!(family.dispersion.is_some());
    let kinds: Vec<Kind> = family.verdicts[40..].iter().map(Verdict::kind).collect();
    assert_eq!(kinds, [Kind::NotApart, Kind::NotApart, Kind::NoFigure], "{:?}", &family.verdicts[40..]);
}

#[test]
fn rates_are_judged_by_events_and_exposure() {
    let rate = |found, of| Case {
        figure: Ok(Counted::exact(Law::Rate, found, of)),
        reference: Reference::Whole(Counted::exact(Law::Rate, 500.0, 1e6)),
    };
    assert_eq!(
        kinds(&[rate(30.0, 1e4), rate(6.0, 1e4), rate(0.0, 2e3)]),
        [Kind::Higher, Kind::NotApart, Kind::NotApart]
    );
}

#[test]
fn without_any_difference_a_verdict_is_seldom_given() {
    let mut random = Random::new(20_261_122);
    let (n_sets, mut n_wrong) = (60, 0);
    for _ in 0..n_sets {
        let counts: Vec<(f64, f64)> = (0..290)
            .map(|_| {
                let of = 4 + random.below(60);
                ((0..of).filter(|_| random.unit() < 0.3).count() as f64, of as f64)
            })
            .collect();
        let all = counts.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        let whole = Reference::Whole(Counted::exact(Law::Share, all.0, all.1));
        let case = |(found, of)| Case { figure: Ok(Counted::exact(Law::Share, found, of)), reference: whole.clone() };
        let family = judge(&counts.into_iter().map(case).collect::<Vec<_>>());
        n_wrong += u32::from(family.verdicts.iter().any(|it| matches!(it.kind(), Kind::Higher | Kind::Lower)));
    }
    // 5 % of 60 are 3; more than 9 have a chance of one in a thousand.
    assert!(n_wrong <= 9, "{n_wrong} of {n_sets}");
}

proptest! {
    #[test]
    fn the_order_of_the_areas_does_not_matter(counts in vec((0_u32..40, 0_u32..40), 2..20)) {
        let cases: Vec<Case> =
            counts.iter().map(|(found, more)| part(f64::from(*found), f64::from(found + more))).collect();
        let mut reversed = kinds(&cases.iter().rev().cloned().collect::<Vec<_>>());
        reversed.reverse();
        prop_assert_eq!(kinds(&cases), reversed);
    }

    #[test]
    fn counting_the_others_turns_higher_into_lower(found in 0_u32..60, more in 0_u32..60) {
        let (found, of) = (f64::from(found), f64::from(found + more));
        let mirrored = Case {
            figure: Ok(Counted::exact(Law::Share, of - found, of)),
            reference: Reference::Whole(Counted::exact(Law::Share, WHOLE.1 - WHOLE.0, WHOLE.1)),
        };
        let expected = match kinds(&[part(found, of)])[0] {
            Kind::Higher => Kind::Lower,
            Kind::Lower => Kind::Higher,
            other => other,
        };
        prop_assert_eq!(kinds(&[mirrored])[0], expected);
    }

    #[test]
    fn what_is_said_of_a_hidden_figure_holds_whatever_it_is(low in 0_u32..10, width in 1_u32..6, more in 0_u32..80) {
        let of = f64::from(low + width + more);
        let range = Interval { low: f64::from(low), high: f64::from(low + width) };
        let hidden = Counted { law: Law::Share, found: range, of: Interval { low: of, high: of } };
        let said = kinds(&[Case { figure: Ok(hidden), reference: whole() }])[0];
        if said != Kind::NoFigure {
            for found in low..=low + width {
                prop_assert_eq!(kinds(&[part(f64::from(found), of)])[0], said, "{}", found);
            }
        }
    }
}
