//! Sums, series, ranks, changes and standardised shares of a small file without totals: a number, an interval or nothing, each with its reason.

use insyn::{
    gate::{self, Cleared},
    load::jsonstat,
    model::{
        area::Level,
        choice::Choice,
        cube::Cube,
        dataset::{CombinedDimension, Comparability},
        figure::{Absence, Figure, Flag, Flags, Known},
        text::{Language, Text},
    },
    query::{
        answer::{Answer, Origin, answer},
        parts::NotSummable,
        question::{ALL, Question, choice_of, resolve},
        rank::{Order, rank},
        series::{Changed, NoChange, change, series},
        standard::{NotStandardised, Standardised, Weights, standardise},
        sum::{NoSum, Sum},
        sums::{Difference, difference, sum},
    },
    stats::interval::Interval,
    view_model::{asked::asked, context::Context, controls::controls, figure::figure, table},
};

const CASES: usize = 0;
const VISITS: usize = 1;
const SHARE: usize = 2;
const SEX: usize = 0;
const AREA: usize = 1;
const BOTH: usize = 2;

fn cube() -> Cube {
    let bytes = include_bytes!("fixtures/jsonstat/parts.json");
    let (cube, complaints) = jsonstat::read(bytes, "parts");
    assert_eq!(complaints, []);
    cube.expect("the file is whole")
}

fn cleared(change: impl FnOnce(&mut Cube)) -> Cleared {
    let mut cube = cube();
    change(&mut cube);
    gate::admit(cube).expect("the gate lets it in")
}

fn area(cleared: &Cleared, code: &str) -> usize {
    cleared.cube().dimensions[AREA].position(code).expect("it is there")
}

fn ask(cleared: &Cleared, measure: usize, sex: usize, code: &str, year: usize) -> Answer {
    answer(cleared, measure, &[sex, area(cleared, code), year])
}

fn why(answer: &Answer) -> NoSum {
    match answer.summing.as_ref().map(|summing| &summing.sum) {
        Some(Sum::Nothing(why)) => why.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_county_without_a_figure_is_the_sum_of_all_its_municipalities() {
    let cleared = cleared(|_| {});
    let girls = ask(&cleared, CASES, 0, "10", 0);
    assert_eq!((girls.figure.value(), girls.origin), (Some(54.0), Origin::Summed));
    assert_eq!(girls.summing.expect("it is summed").n_parts, 5);
    let both = ask(&cleared, CASES, BOTH, "10", 0);
    assert_eq!(both.figure.value(), Some(118.0));
    let share = ask(&cleared, SHARE, BOTH, "10", 0);
    assert_eq!(share.figure.value(), Some(118.0 / 1_500.0 * 100.0));
    assert!(share.interval.is_some());
}

#[test]
fn a_published_figure_is_never_worked_out_again() {
    let cleared = cleared(|_| {});
    let gotland = ask(&cleared, CASES, 0, "09", 1);
    assert_eq!((gotland.figure.value(), gotland.origin), (Some(7.0), Origin::Published));
    // Nor where the parts are asked for one by one.
    let parts = [area(&cleared, "0980")];
    let summed = sum(&cleared, CASES, &[0, 0, 1], AREA, &parts).expect("it may be summed");
    assert_eq!(summed.figure.value(), Some(6.0));
    let told = difference(&cleared, CASES, &[0, area(&cleared, "09"), 1], AREA);
    assert_eq!(told, Some(Difference { published: 7.0, summed: 6.0 }));
    assert_eq!(difference(&cleared, CASES, &[0, area(&cleared, "09"), 0], AREA), None);
}

#[test]
fn a_sum_over_hidden_parts_is_an_interval_or_nothing() {
    let told = cleared(|_| {});
    let boys = ask(&told, CASES, 1, "10", 1);
    assert_eq!(boys.figure, Figure::Absent(Absence::Suppressed));
    assert_eq!(boys.bounds, Some(Interval { low: 64.0, high: 68.0 }));
    let share = ask(&told, SHARE, 1, "10", 1);
    assert_eq!(share.figure.value(), None);
    let bounds = share.bounds.expect("the rule is told");
    assert!((bounds.low - 6.4).abs() < 1e-9 && (bounds.high - 6.8).abs() < 1e-9);
    let untold = cleared(|cube| {
        cube.dataset.disclosure.as_mut().expect("it is there").hides_only_small = false;
    });
    let boys = ask(&untold, CASES, 1, "10", 1);
    assert_eq!((boys.figure.value(), boys.bounds), (None, None));
    assert_eq!(why(&boys), NoSum::Hidden(1));
    assert_eq!(ask(&untold, SHARE, BOTH, "10", 1).bounds, None);
}

#[test]
fn totals_bound_what_hides_without_a_rule_and_never_give_it_away() {
    // Blekinge's boys in 2021: 77, of whom 53 are known and two municipalities hide, one of them for the other's sake.
    let told = cleared(|cube| {
        let disclosure = cube.dataset.disclosure.as_mut().expect("it is there");
        (disclosure.hides_only_small, disclosure.has_complementary) = (false, true);
        for (code, figure) in [("10", Figure::exact(77.0)), ("1082", Figure::Absent(Absence::Suppressed))] {
            let at = [1, cube.dimensions[AREA].position(code).expect("it is there"), 1];
            let row = cube.row(&at).expect("it is there");
            cube.columns[CASES].set(row, figure);
        }
    });
    let between = |low, high| Some(Interval { low, high });
    assert_eq!(ask(&told, CASES, 1, "1060", 1).bounds, between(0.0, 24.0));
    assert_eq!(ask(&told, CASES, 1, "1082", 1).bounds, between(0.0, 24.0));
    // Of a share nothing is told without the publisher's rule.
    assert_eq!(ask(&told, SHARE, 1, "1082", 1).bounds, None);
    let of = |codes: &[&str]| {
        let categories: Vec<usize> = codes.iter().map(|code| area(&told, code)).collect();
        sum(&told, CASES, &[1, 0, 1], AREA, &categories).expect("it may be summed").bounds
    };
    assert_eq!(of(&["1060", "1080"]), between(35.0, 59.0));
    // What the county leaves for both is told no narrower than a small count: 24 exactly would be a number.
    assert_eq!(of(&["1060", "1082"]), between(20.0, 24.0));
    assert_eq!(of(&["1060", "1080", "1082"]), between(55.0, 59.0));
    // One that can be worked out does not come so far.
    let mut alone = cube();
    alone.dataset.disclosure = None;
    let row = alone.row(&[1, 2, 1]).expect("it is there");
    alone.columns[CASES].set(row, Figure::exact(67.0));
    assert!(gate::admit(alone).is_err());
}

#[test]
fn a_bound_that_follows_from_other_figures_says_so() {
    let told = cleared(|cube| {
        cube.dataset.disclosure = None;
        for (code, figure) in [("10", Figure::exact(69.0)), ("1082", Figure::Absent(Absence::Suppressed))] {
            let at = [1, cube.dimensions[AREA].position(code).expect("it is there"), 1];
            let row = cube.row(&at).expect("it is there");
            cube.columns[CASES].set(row, figure);
        }
    });
    let question = question(&told, &[("sex", "boy"), ("area", "1060"), ("period", "2021")]);
    let context =
        Context { cleared: &told, question: &question, asked: &asked(&told, &question), language: Language::Swedish };
    let card = figure(context).expect("there is a card");
    assert!(
        card.remarks.iter().any(|remark| remark.contains("0–16") && remark.contains("annat")),
        "{:?}",
        card.remarks
    );
}

#[test]
fn what_may_not_be_summed_says_why() {
    let open = cleared(|_| {});
    let halland = ask(&open, CASES, 0, "13", 0);
    assert_eq!(halland.figure, Figure::Absent(Absence::Unpublished));
    assert_eq!(why(&halland), NoSum::NotSummable(NotSummable::Incomplete { dimension: AREA, has: 1, of: 6 }));
    let strict = cleared(|cube| cube.measures[CASES].additive_over.clear());
    assert_eq!(why(&ask(&strict, CASES, 0, "10", 0)), NoSum::NotSummable(NotSummable::NotAdditive(AREA)));
    let overlapping = cleared(|cube| cube.dimensions[SEX].is_multi_response = true);
    assert_eq!(why(&ask(&overlapping, CASES, BOTH, "1080", 0)), NoSum::NotSummable(NotSummable::MultiResponse(SEX)));
    let perturbed = cleared(|cube| {
        let row = cube.row(&[0, 4, 0]).expect("it is there");
        let flags = Flags::from_iter([Flag::Perturbed]);
        cube.columns[CASES].set(row, Figure::Known(Known { value: 20.0, qualifier: None, flags }));
    });
    assert_eq!(why(&ask(&perturbed, CASES, 0, "10", 0)), NoSum::Perturbed);
}

#[test]
fn categories_are_summed_once_and_only_where_cleared() {
    let open = cleared(|_| {});
    let of = |codes: &[&str]| {
        let categories: Vec<usize> = codes.iter().map(|code| area(&open, code)).collect();
        sum(&open, CASES, &[0, 0, 0], AREA, &categories)
    };
    assert_eq!(of(&["1080", "1081"]).expect("they may be summed").figure.value(), Some(32.0));
    let overlapping = Err(NoSum::NotSummable(NotSummable::Overlapping(AREA)));
    assert_eq!(of(&["10", "1081"]), overlapping);
    assert_eq!(of(&["1081", "1081"]), overlapping);
    assert_eq!(of(&[]), Err(NoSum::NoSuchCell));
    let shut = cleared(|cube| {
        cube.dataset.combinations = Some(vec![vec![CombinedDimension { dimension: AREA, level: Some(Level::County) }]]);
    });
    assert!(matches!(sum(&shut, CASES, &[0, 0, 0], AREA, &[3, 4]), Err(NoSum::NotCleared(_))));
}

#[test]
fn a_change_is_not_told_across_a_break_and_is_an_interval_where_a_figure_hides() {
    let open = cleared(|_| {});
    let at = |code: &str, sex: usize| [sex, area(&open, code), 0];
    let by = |at: &[usize], from, to| change(&open, CASES, at, from, to).expect("there are periods").difference;
    assert_eq!(by(&at("1080", 0), 0, 1), Changed::By { absolute: 5.0, relative: Some(0.25) });
    assert_eq!(by(&at("1080", 0), 1, 2), Changed::Nothing(NoChange::Broken(2)));
    assert_eq!(by(&at("1080", 0), 2, 0), Changed::Nothing(NoChange::Broken(2)));
    assert_eq!(by(&at("1060", 1), 0, 1), Changed::Between(Interval { low: -5.0, high: -1.0 }));
    assert_eq!(by(&at("13", 1), 0, 1), Changed::Nothing(NoChange::Absent(Absence::Unpublished)));
    let points = series(&open, CASES, &at("1080", 0)).expect("there are periods");
    let values: Vec<Option<f64>> = points.points.iter().map(|row| row.answer.figure.value()).collect();
    assert_eq!((values, points.breaks), (vec![Some(20.0), Some(25.0), Some(30.0)], vec![2]));
    let never = cleared(|cube| {
        cube.dataset.comparable.over_time = Comparability::No(Text::new(Language::Swedish, "Olika urval."));
    });
    let refused = change(&never, CASES, &[0, 4, 0], 0, 1).expect("there are periods").difference;
    assert_eq!(refused, Changed::Nothing(NoChange::NotComparable));
}

#[test]
fn a_place_in_an_order_is_as_unsure_as_the_hidden_ones_make_it() {
    let told = cleared(|_| {});
    let untold = cleared(|cube| cube.dataset.disclosure = None);
    let places = |cleared: &Cleared, order| {
        let municipalities = (3..8).collect::<Vec<_>>();
        let ranking = rank(cleared, CASES, &[1, 3, 1], (AREA, Some(Level::Municipality)), municipalities, order);
        let ranking = ranking.expect("it is cleared");
        assert_eq!(ranking.unplaced.len(), 1);
        // The first of the lowest may be the hidden one.
        assert_eq!(ranking.top(1).len(), usize::from(order == Order::HighestFirst));
        ranking.placed.iter().map(|it| (it.row.category, it.best, it.worst)).collect::<Vec<_>>()
    };
    // A hidden count is under five: it is behind all of these, and its place is told by nobody.
    assert_eq!(places(&told, Order::HighestFirst), [(4, 1, 1), (6, 2, 2), (7, 3, 3), (5, 4, 4)]);
    assert_eq!(places(&told, Order::LowestFirst), [(5, 2, 2), (7, 3, 3), (6, 4, 4), (4, 5, 5)]);
    assert_eq!(places(&untold, Order::HighestFirst), [(4, 1, 2), (6, 2, 3), (7, 3, 4), (5, 4, 5)]);
}

#[test]
fn equal_figures_share_a_place() {
    let cleared = cleared(|_| {});
    let ranking = rank(&cleared, VISITS, &[0, 3, 0], (AREA, Some(Level::Municipality)), 3..8, Order::HighestFirst);
    let ranking = ranking.expect("it is cleared");
    assert!(ranking.placed.iter().all(|it| (it.best, it.worst) == (1, 1)));
    assert_eq!(ranking.top(1).len(), 5);
}

#[test]
fn a_share_standardised_by_sex_weighs_each_sex_as_the_standard_does() {
    let told = cleared(|_| {});
    let karlskrona = [0, area(&told, "1080"), 0];
    // By hand: girls 20 of 100, boys 30 of 200; the standard has 500 girls and 1 000 boys.
    let standard = Weights::Of(vec![0, area(&told, "10"), 0]);
    match standardise(&told, SHARE, &karlskrona, SEX, &standard) {
        Standardised::Known { value, n_strata } => {
            assert!((value - (500.0 * 20.0 + 1_000.0 * 15.0) / 1_500.0).abs() < 1e-12);
            assert_eq!(n_strata, 2);
        }
        other => panic!("{other:?}"),
    }
    let even = Weights::Given(vec![(0, 1.0), (1, 1.0)]);
    let known = Standardised::Known { value: 17.5, n_strata: 2 };
    assert_eq!(standardise(&told, SHARE, &karlskrona, SEX, &even), known);
    // Olofström's boys are hidden in 2021: from 0 to 4 of 200.
    let olofstrom = [0, area(&told, "1060"), 1];
    let between = Standardised::Between { range: Interval { low: 2.5, high: 3.5 }, n_strata: 2 };
    assert_eq!(standardise(&told, SHARE, &olofstrom, SEX, &even), between);
    let untold = cleared(|cube| cube.dataset.disclosure = None);
    let nothing = Standardised::Nothing(NotStandardised::Absent(1, Absence::Suppressed));
    assert_eq!(standardise(&untold, SHARE, &olofstrom, SEX, &even), nothing);
    let half = Weights::Given(vec![(0, 1.0)]);
    assert_eq!(standardise(&told, SHARE, &karlskrona, SEX, &half), Standardised::Nothing(NotStandardised::NoWeight(1)));
    assert_eq!(standardise(&told, CASES, &karlskrona, SEX, &even), Standardised::Nothing(NotStandardised::NoCounts));
}

fn question(cleared: &Cleared, categories: &[(&str, &str)]) -> Question {
    let categories = categories.iter().map(|(id, code)| ((*id).to_owned(), (*code).to_owned())).collect();
    let choice = Choice { measure: Some("cases".into()), categories, ..Choice::default() };
    let (question, ignored) = resolve(cleared, &choice).expect("there is a question");
    assert_eq!(ignored, []);
    question
}

#[test]
fn a_reader_can_ask_for_both_sexes_and_is_told_who_added_them_up() {
    let cleared = cleared(|_| {});
    let question = question(&cleared, &[("sex", ALL), ("area", "1080"), ("period", "2020")]);
    assert_eq!(choice_of(cleared.cube(), &question).categories[0], ("sex".to_owned(), ALL.to_owned()));
    for (language, by_whom) in [(Language::Swedish, "ummerat av Insyn"), (Language::English, "dded up by Insyn")] {
        let context = Context { cleared: &cleared, question: &question, asked: &asked(&cleared, &question), language };
        let card = figure(context).expect("there is a card");
        assert!(card.value.starts_with("50"), "{}", card.value);
        assert!(card.remarks.iter().any(|remark| remark.contains(by_whom)), "{:?}", card.remarks);
        let rows = table::areas(context).expect("there is a table").rows;
        let row = rows.iter().find(|row| row.is_picked).expect("it is in the table");
        assert!(row.cells.iter().any(|cell| cell.contains(by_whom)), "{:?}", row.cells);
        let selects = controls(context).dimensions;
        let sex = selects.iter().find(|select| select.id == "sex").expect("it can be chosen");
        assert_eq!(sex.options.iter().filter(|it| it.is_picked).map(|it| it.value.as_str()).collect::<Vec<_>>(), [ALL]);
        assert_eq!(sex.options.len(), 3);
        // Periods are not summed: nobody said that they may be.
        let period = selects.iter().find(|select| select.id == "period").expect("it can be chosen");
        assert_eq!(period.options.len(), 3);
    }
}

#[test]
fn a_whole_that_is_not_summed_says_so_on_its_card() {
    let cleared = cleared(|_| {});
    let question = question(&cleared, &[("sex", "girl"), ("area", "13"), ("period", "2020")]);
    let context = Context {
        cleared: &cleared,
        question: &question,
        asked: &asked(&cleared, &question),
        language: Language::Swedish,
    };
    let card = figure(context).expect("there is a card");
    assert!(!card.is_known);
    assert!(card.remarks.iter().any(|remark| remark.contains("bara 1 av 6 delar")), "{:?}", card.remarks);
}
