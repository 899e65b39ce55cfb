//! What each rule hides by itself.

use insyn::{
    gate,
    model::{
        cube::{Column, Cube},
        dataset::Contributors,
        figure::{Absence, Figure, Flag, Flags, Known, Qualifier},
        measure::{Measure, MeasureKind, Polarity, ProtectedUnit, Ratio},
        policy::{LegalBasis, LegalSubject},
        text::{Language, Text},
    },
    publish::protect::{failure::Failure, protect, rules::Rule, spec::Spec},
};

use super::{
    small_tables::count,
    tables::{Shape, column, cube},
};

const WHO: Shape = &[("T", None), ("a", None), ("b", None), ("c", None)];

fn spec(text: &str) -> Spec {
    Spec::read(text).expect("it is a spec")
}

/// Counts by who, their total first.
fn table(values: [f64; 3]) -> Cube {
    cube("t", &[("who", WHO)], |path| values[path[0] - 1])
}

#[test]
fn the_threshold_is_the_specs_or_the_files_and_never_under_the_floor() {
    let hidden = |spec: &Spec, values| protect(vec![table(values)], spec).map(|done| done.report.n_hidden());
    assert_eq!(hidden(&Spec::default(), [4.0, 40.0, 50.0]), Ok(2));
    assert_eq!(hidden(&Spec::default(), [5.0, 40.0, 50.0]), Ok(0));
    assert_eq!(hidden(&spec("threshold = 3"), [4.0, 40.0, 50.0]), Ok(0));
    assert_eq!(hidden(&spec("threshold = 10"), [9.0, 40.0, 50.0]), Ok(2));
    assert_eq!(hidden(&spec("threshold = 2"), [9.0, 40.0, 50.0]), Err(Failure::UnderFloor(2)));
}

#[test]
fn what_was_counted_and_not_protected_is_let_in_when_it_is() {
    for text in ["", "rounding = 5"] {
        let mut counted = table([4.0, 40.0, 50.0]);
        counted.dataset.is_unprotected = true;
        assert!(gate::admit(counted.clone()).is_err());
        let done = protect(vec![counted], &spec(text)).expect("it can be protected");
        assert!(done.cubes.iter().all(|cube| !cube.dataset.is_unprotected), "{text}");
        assert!(gate::admit_all(done.cubes, &[]).is_ok(), "{text}");
    }
}

#[test]
fn the_cheapest_is_hidden_and_a_total_last() {
    let done = protect(vec![table([4.0, 40.0, 50.0])], &Spec::default()).expect("it can be protected");
    let numbers: Vec<Option<f64>> = done.cubes[0].columns[0].numbers().collect();
    assert_eq!(numbers, [Some(94.0), None, None, Some(50.0)]);
    let done =
        protect(vec![table([4.0, 40.0, 50.0])], &spec(r#"never_hide = ["barn/who=b"]"#)).expect("it can be protected");
    let numbers: Vec<Option<f64>> = done.cubes[0].columns[0].numbers().collect();
    assert_eq!(numbers, [Some(94.0), None, Some(40.0), None]);
    let kept = spec(r#"never_hide = ["barn/who=b", "barn/who=c"]"#);
    let done = protect(vec![table([4.0, 40.0, 50.0])], &kept).expect("it can be protected");
    assert_eq!(done.cubes[0].columns[0].number(0), None, "only the total is left");
    let all = spec(r#"never_hide = ["barn/who=b", "barn/who=c", "barn/who=T"]"#);
    assert!(matches!(protect(vec![table([4.0, 40.0, 50.0])], &all), Err(Failure::NoWay { cell: Some(_) })));
    let itself = spec(r#"never_hide = ["barn/who=a"]"#);
    assert!(matches!(protect(vec![table([4.0, 40.0, 50.0])], &itself), Err(Failure::MustStay { .. })));
    let nowhere = spec(r#"never_hide = ["barn/who=z"]"#);
    assert_eq!(protect(vec![table([4.0, 40.0, 50.0])], &nowhere), Err(Failure::NotThere("barn/who=z".into())));
}

#[test]
fn few_contributors_and_a_dominant_one_are_hidden() {
    let mut cube = table([30.0, 40.0, 50.0]);
    cube.columns.push(column(&[WHO], |path| [2.0, 6.0, 7.0][path[0] - 1]));
    cube.columns.push(column(&[WHO], |path| [10.0, 35.0, 20.0][path[0] - 1]));
    cube.measures.push(Measure { protected_unit: ProtectedUnit::None, ..count("hem", 1, 1) });
    cube.measures.push(Measure {
        protected_unit: ProtectedUnit::None,
        additive_over: Vec::new(),
        ..count("storst", 2, 1)
    });
    // The largest stands first, so that the others move when it is taken out.
    cube.measures.rotate_right(1);
    let based = |at: usize| LegalBasis {
        subject: LegalSubject::Measure(at),
        act: Text::new(Language::Swedish, ["störst", "barn", "hem"][at]),
        provision: None,
        from: None,
        until: None,
    };
    cube.dataset.legal_bases = (0..3).map(based).collect();
    cube.dataset.covariates = vec![2, 0, 1];
    let by_spec = spec("[contributors]\nof = { barn = \"hem\" }\n[dominance]\nof = { barn = \"storst\" }\nshare = 80");
    let mut by_file = cube.clone();
    let given = Contributors { measure: 1, homes: Some(2), operators: None, largest: Some(0) };
    by_file.dataset.contributors = vec![given];
    for (cube, spec, kept) in [
        (cube, by_spec, vec![]),
        (by_file, Spec::default(), vec![Contributors { measure: 0, homes: Some(1), operators: None, largest: None }]),
    ] {
        let done = protect(vec![cube], &spec).expect("it can be protected");
        assert_eq!(done.report.hidden.get(&Rule::FewContributors), Some(&1));
        assert_eq!(done.report.hidden.get(&Rule::Dominance), Some(&1));
        assert_eq!(done.cubes[0].columns[0].number(3), Some(50.0));
        let ids: Vec<&str> = done.cubes[0].measures.iter().map(|measure| measure.id.as_str()).collect();
        assert_eq!(
            (ids.as_slice(), done.cubes[0].columns.len()),
            (["barn", "hem"].as_slice(), 2),
            "the largest part is not told"
        );
        assert_eq!(done.cubes[0].dataset.contributors, kept);
        assert_eq!(done.cubes[0].dataset.covariates, [1, 0], "what is taken out makes no area similar");
        let bases = done.cubes[0].dataset.legal_bases.iter().map(|it| (it.subject, it.act.get(Language::Swedish)));
        let expected = [(LegalSubject::Measure(0), "barn"), (LegalSubject::Measure(1), "hem")];
        assert_eq!(bases.collect::<Vec<_>>(), expected, "what a measure rests on follows it");
    }
}

/// Those found, all of them, and the share in per cent, which is of the first two.
fn with_share(found: [f64; 3], n: [f64; 3], has_count: bool) -> Cube {
    let mut cube = table(found);
    cube.columns.push(column(&[WHO], |path| n[path[0] - 1]));
    cube.measures.push(count("alla", 1, 1));
    let mut shares = Column::unpublished(4);
    for row in 0..4 {
        let [found, n] = [0, 1].map(|column: usize| cube.columns[column].number(row).unwrap_or(0.0));
        shares.set(row, Figure::exact((found / n * 100.0).round()));
    }
    cube.columns.push(shares);
    let ratio = Ratio { numerator: has_count.then_some(0), denominator: 1, denominator_at: Vec::new(), per: 100.0 };
    let share =
        Measure { kind: MeasureKind::Share, ratio: Some(ratio), additive_over: Vec::new(), ..count("andel", 2, 1) };
    cube.measures.push(share);
    if !has_count {
        cube.measures[0].id = "annat".to_owned();
    }
    cube
}

#[test]
fn a_small_group_that_is_all_alike_is_hidden_and_so_are_its_shares() {
    let done = protect(vec![with_share([8.0, 40.0, 50.0], [8.0, 80.0, 90.0], true)], &Spec::default());
    let report = done.expect("it can be protected").report;
    assert_eq!(report.hidden.get(&Rule::WholeGroup), Some(&1));
    assert_eq!(report.hidden.get(&Rule::Complementary), Some(&1));
    assert_eq!(report.hidden.get(&Rule::OfHidden), Some(&2), "the shares of both");
    // What is good may be told of all.
    let mut good = with_share([8.0, 40.0, 50.0], [8.0, 80.0, 90.0], true);
    good.measures[2].polarity = Polarity::HigherIsBetter;
    assert_eq!(protect(vec![good], &Spec::default()).map(|done| done.report.n_hidden()), Ok(0));
    let mut none = with_share([0.0, 40.0, 50.0], [8.0, 80.0, 90.0], true);
    none.measures[2].polarity = Polarity::HigherIsBetter;
    let report = protect(vec![none], &Spec::default()).expect("it can be protected").report;
    assert_eq!(report.hidden.get(&Rule::WholeGroup), Some(&1));
}

#[test]
fn a_share_without_its_count_is_hidden_where_its_group_is_small_or_it_gives_a_small_count() {
    let hidden = |found, n| {
        let done = protect(vec![with_share(found, n, false)], &Spec::default()).expect("it can be protected");
        let of = |rule| done.report.hidden.get(&rule).copied().unwrap_or(0);
        (of(Rule::SmallDenominator), of(Rule::GivesSmallCount))
    };
    assert_eq!(hidden([9.0, 40.0, 50.0], [19.0, 80.0, 90.0]), (1, 0));
    assert_eq!(hidden([9.0, 40.0, 50.0], [20.0, 80.0, 90.0]), (0, 0));
    assert_eq!(hidden([3.0, 40.0, 50.0], [30.0, 80.0, 90.0]), (0, 1));
}

#[test]
fn a_part_of_few_need_not_be_hidden_wider_than_they_are() {
    let mut cube = with_share([1.0, 40.0, 50.0], [2.0, 80.0, 90.0], true);
    cube.measures[1].protected_unit = ProtectedUnit::None;
    let done = protect(vec![cube], &Spec::default()).expect("it can be protected");
    assert_eq!(done.cubes[0].columns[1].number(1), Some(2.0), "of how many is no secret");
    assert_eq!((done.cubes[0].columns[0].number(1), done.cubes[0].columns[0].number(0)), (None, Some(91.0)));
}

#[test]
fn what_is_not_reported_does_not_follow_if_it_is_small() {
    let mut cube = table([3.0, 40.0, 50.0]);
    cube.columns[0].set(1, Figure::Absent(Absence::Missing));
    let done = protect(vec![cube], &Spec::default()).expect("it can be protected");
    let numbers: Vec<Option<f64>> = done.cubes[0].columns[0].numbers().collect();
    assert_eq!(numbers, [Some(93.0), None, None, Some(50.0)]);
    assert_eq!(done.cubes[0].columns[0].figure(1), Figure::Absent(Absence::Missing));
}

#[test]
fn quarters_make_a_year_though_nobody_says_so() {
    let quarters: Shape = &[("2023", None), ("2023K1", None), ("2023K2", None), ("2023K3", None), ("2023K4", None)];
    let mut cube = cube("t", &[("period", quarters)], |path| [0.0, 2.0, 20.0, 30.0, 40.0][path[0]]);
    cube.dimensions[0].total = None;
    cube.measures[0].additive_over.clear();
    cube.columns[0].set(0, Figure::exact(92.0));
    let done = protect(vec![cube], &Spec::default()).expect("it can be protected");
    let numbers: Vec<Option<f64>> = done.cubes[0].columns[0].numbers().collect();
    assert_eq!(numbers, [Some(92.0), None, None, Some(30.0), Some(40.0)]);
    assert!(insyn::gate::admit_all(done.cubes, &[]).is_ok());
}

#[test]
fn what_was_said_of_a_hidden_figure_is_not_said_any_more() {
    let mut cube = table([4.0, 40.0, 50.0]);
    let known = Known { value: 4.0, qualifier: Some(Qualifier::Derived), flags: Flags::from_iter([Flag::Provisional]) };
    cube.columns[0].set(1, Figure::Known(known));
    cube.columns[0].remark_mut(1).fact = Some("F4".to_owned());
    cube.columns[0].remark_mut(3).fact = Some("F50".to_owned());
    let done = protect(vec![cube], &Spec::default()).expect("it can be protected");
    let column = &done.cubes[0].columns[0];
    assert_eq!((column.figure(1), column.remark(1)), (Figure::Absent(Absence::Suppressed), None));
    assert_eq!(column.remark(3).and_then(|remark| remark.fact.as_deref()), Some("F50"));
}

#[test]
fn the_file_says_what_was_done() {
    let done = protect(vec![table([4.0, 40.0, 50.0])], &Spec::default()).expect("it can be protected");
    let told = done.cubes[0].dataset.disclosure.as_ref().expect("it is told");
    assert_eq!(
        (told.threshold, told.has_complementary, told.hides_only_small, told.rounding_base),
        (Some(5), true, false, None)
    );
    let done = protect(vec![table([4.0, 41.0, 50.0])], &spec("rounding = 5")).expect("it can be rounded");
    let told = done.cubes[0].dataset.disclosure.as_ref().expect("it is told");
    assert_eq!((told.has_complementary, told.rounding_base), (false, Some(5)));
    let numbers: Vec<Option<f64>> = done.cubes[0].columns[0].numbers().collect();
    assert_eq!(numbers, [Some(95.0), Some(5.0), Some(40.0), Some(50.0)]);
    assert_eq!(protect(vec![table([4.0, 41.0, 50.0])], &spec("rounding = 4")), Err(Failure::OtherBase(4)));
    let under = Failure::BaseUnderThreshold { base: 3, threshold: 5 };
    assert_eq!(protect(vec![table([4.0, 41.0, 50.0])], &spec("rounding = 3")), Err(under));
    assert!(protect(vec![table([4.0, 41.0, 50.0])], &spec("rounding = 3\nthreshold = 3")).is_ok());
}

#[test]
fn figures_that_contradict_each_other_are_named() {
    let mut one = table([4.0, 40.0, 50.0]);
    one.columns[0].set(0, Figure::exact(90.0));
    let failed = protect(vec![one], &Spec::default());
    assert!(matches!(failed, Err(Failure::DoesNotAddUp { whole: Some(_), .. })), "{failed:?}");
    let mut other = table([4.0, 40.0, 50.0]);
    other.columns[0].set(2, Figure::exact(41.0));
    let failed = protect(vec![table([4.0, 40.0, 50.0]), other], &Spec::default());
    assert!(matches!(failed, Err(Failure::Differs { .. })), "{failed:?}");
}

#[test]
fn a_spec_has_nothing_that_nobody_knows() {
    let why = Spec::read("treshold = 5").expect_err("it is misspelt").to_string();
    assert!(why.contains("treshold") && why.contains("line 1"), "{why}");
    assert!(Spec::read("threshold = \"five\"").is_err());
}
