//! Verdicts on the demonstration data: its planted truths are found, chance is not; and map, table, chart, funnel and card say the same.

mod shipped;

use insyn::{
    gate::Cleared,
    model::{area::Level, choice::Choice, text::Language},
    query::{
        judged,
        question::{Question, resolve},
    },
    verdict::{Kind, NotComparable, Verdict},
    view_model::{
        asked::asked,
        breakdown::bars,
        context::Context,
        figure::figure,
        funnel::funnel,
        map::{Shade, map},
        table,
    },
    words::verdict as words,
};
use shipped::dataset;

fn demo() -> Cleared {
    dataset("demo")
}

fn ask(cleared: &Cleared, against: &str, colour: &str, categories: &[(&str, &str)]) -> Question {
    let choice = Choice {
        measure: Some("share".into()),
        against: Some(against.into()),
        colour: Some(colour.into()),
        categories: categories.iter().map(|(id, code)| ((*id).to_owned(), (*code).to_owned())).collect(),
        ..Choice::default()
    };
    let (question, ignored) = resolve(cleared, &choice).expect("there is a question");
    assert_eq!(ignored, []);
    question
}

fn verdict(cleared: &Cleared, question: &Question, code: &str) -> Verdict {
    let judged = judged::areas(cleared, question, Level::Municipality).expect("there are areas");
    let area = cleared.cube().dimensions[judged.dimension].position(code).expect("it is there");
    judged.verdict(area).expect("it is judged").clone()
}

#[test]
fn the_planted_municipalities_are_found_and_hardly_any_other() {
    let cleared = demo();
    let planted = [("0780", Kind::Higher), ("1880", Kind::Higher), ("2580", Kind::Higher), ("2180", Kind::Lower)];
    let mut n_found = [0; 4];
    let mut n_others = 0;
    for period in ["2018", "2019", "2020", "2021", "2022"] {
        let question = ask(&cleared, "nation", "figure", &[("period", period)]);
        let judged = judged::areas(&cleared, &question, Level::Municipality).expect("there are areas");
        let family = &judged.judgement.as_ref().expect("they are compared").family;
        assert!(family.n_judged > 100 && family.n_by_chance > 5.0);
        let categories = &cleared.cube().dimensions[judged.dimension].categories;
        for (row, verdict) in judged.rows.iter().zip(&family.verdicts) {
            let place = planted.iter().position(|(code, _)| *code == categories[row.category].code);
            match (place, verdict.kind()) {
                (Some(place), kind) if kind == planted[place].1 => n_found[place] += 1,
                (Some(_), kind) => assert_eq!(kind, Kind::NotApart, "never the wrong way round"),
                (None, Kind::Higher | Kind::Lower) => n_others += 1,
                (None, _) => {}
            }
        }
    }
    // Some sixty homes each: in a single year one may be missed.
    assert!(n_found.iter().all(|n| *n >= 4), "{n_found:?}");
    // Of what is found at most one in twenty is chance, in the long run.
    assert!(n_others <= 2, "{n_others}");
}

#[test]
fn a_place_is_left_out_of_what_it_is_set_against() {
    let cleared = demo();
    let gotland = ask(&cleared, "county", "figure", &[]);
    assert_eq!(verdict(&cleared, &gotland, "0980"), Verdict::NotComparable(NotComparable::IsAll));
    let nation = ask(&cleared, "nation", "figure", &[]);
    let evidence = *verdict(&cleared, &nation, "0180").evidence().expect("it is judged");
    let published = judged::areas(&cleared, &nation, Level::Municipality).and_then(|it| it.judgement?.reference);
    let whole = published.and_then(|answer| answer.figure.exact_value()).expect("it is published") / 100.0;
    assert!(evidence.reference != whole && (evidence.reference - whole).abs() < 0.05);
}

#[test]
fn hidden_areas_and_few_cases_are_not_judged() {
    let cleared = demo();
    let question = ask(&cleared, "nation", "figure", &[]);
    let judged = judged::areas(&cleared, &question, Level::Municipality).expect("there are areas");
    let family = judged.judgement.expect("they are compared").family;
    for (row, verdict) in judged.rows.iter().zip(&family.verdicts) {
        let n = row.answer.counts.as_ref().and_then(|counts| counts.denominator.exact_value()).unwrap_or_default();
        match verdict.kind() {
            Kind::NoFigure => assert!(row.answer.figure.value().is_none()),
            Kind::TooFew => assert!(n < 30.0, "{n}"),
            Kind::NotComparable => panic!("the publisher lets areas be compared"),
            _ => assert!(n > 5.0),
        }
    }
}

#[test]
fn ownership_is_compared_within_a_type_of_home_only() {
    let cleared = demo();
    let by = |categories: &[(&str, &str)]| {
        let mut question = ask(&cleared, "nation", "figure", categories);
        question.by = cleared.cube().dimension_by_id("ownership").expect("it is there");
        judged::parts(&cleared, &question, &[]).judgement.expect("they are compared").family.verdicts
    };
    assert!(by(&[]).iter().all(|it| matches!(it, Verdict::NotComparable(NotComparable::Confounded { .. }))));
    let within = by(&[("home_type", "hvb")]);
    assert!(within.iter().any(|verdict| verdict.evidence().is_some()), "{within:?}");
}

#[test]
fn every_panel_says_the_same_verdict() {
    let cleared = demo();
    for (code, period) in [("0780", "2022"), ("2180", "2020"), ("0180", "2021")] {
        for against in ["nation", "county", "similar"] {
            let question = ask(&cleared, against, "verdict", &[("area", code), ("period", period)]);
            let question = Question { by: cleared.cube().dimension_by_id("area").expect("it is there"), ..question };
            for language in Language::ALL {
                let asked = asked(&cleared, &question);
                let context = Context { cleared: &cleared, question: &question, asked: &asked, language };
                let kind = verdict(&cleared, &question, code).kind();
                let word = words::kind(language, kind);
                let card = figure(context).and_then(|card| card.verdict).expect("there is a verdict");
                assert_eq!(card.kind, kind);
                let map = map(context).expect("there is a map");
                let area = map.areas.into_iter().find(|area| area.is_picked).expect("it is on the map");
                let shade = match kind {
                    Kind::Higher => Shade::Higher,
                    Kind::Lower => Shade::Lower,
                    _ => Shade::NotApart,
                };
                assert_eq!(area.shade, shade);
                assert!(area.lines.iter().any(|line| line.starts_with(word)), "{:?}", area.lines);
                assert!(area.spoken.contains(word));
                let rows = table::areas(context).expect("there is a table").rows;
                let row = rows.into_iter().find(|row| row.is_picked).expect("it is in the table");
                assert!(row.cells.iter().any(|cell| cell.starts_with(word)), "{:?}", row.cells);
                let bar = bars(context).rows.into_iter().find(|bar| bar.is_picked).expect("it is in the chart");
                assert!(bar.verdict_text.starts_with(word));
                let points = funnel(context).expect("there is a funnel").points;
                let point = points.into_iter().find(|point| point.is_picked).expect("it is in the funnel");
                assert_eq!(point.kind, kind);
                assert!(point.spoken.contains(word));
            }
        }
    }
}

#[test]
fn without_a_yardstick_there_are_no_verdicts() {
    let cleared = demo();
    let question = ask(&cleared, "none", "verdict", &[("area", "0780")]);
    let asked = asked(&cleared, &question);
    let context = Context { cleared: &cleared, question: &question, asked: &asked, language: Language::Swedish };
    assert_eq!(figure(context).expect("there is a card").verdict, None);
    assert!(
        map(context)
            .expect("there is a map")
            .areas
            .iter()
            .all(|area| !matches!(area.shade, Shade::Higher | Shade::Lower))
    );
}

#[test]
fn the_smoothed_map_draws_small_places_in_and_leaves_hidden_ones_hidden() {
    let cleared = demo();
    let question = ask(&cleared, "nation", "smoothed", &[]);
    let judged = judged::areas(&cleared, &question, Level::Municipality).expect("there are areas");
    let smoothed = insyn::query::smoothed::smoothed(&cleared, &question, &judged);
    let mut n_smoothed = 0;
    for (row, smoothed) in judged.rows.iter().zip(&smoothed) {
        let Some(smoothed) = smoothed else {
            assert!(row.answer.figure.exact_value().is_none());
            continue;
        };
        n_smoothed += 1;
        let interval = smoothed.interval.expect("a share has one");
        assert!(interval.contains(smoothed.figure) && (0.0..=100.0).contains(&smoothed.figure));
        let own = row.answer.figure.exact_value().expect("it is known");
        if own == 0.0 {
            assert!(smoothed.figure > 0.0, "nothing of few is not nothing at all");
        }
    }
    assert!(n_smoothed > 100, "{n_smoothed}");
}
