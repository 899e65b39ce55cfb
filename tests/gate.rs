//! What the gate lets in and what it does not.

use insyn::{
    gate::{
        self, Refusal,
        personal::Personal,
        reason::{Contributor, DatasetText, Part, Reason, TextPlace},
        receipt::{NotChecked, Rule},
        warning::Warning,
    },
    model::{
        cube::{Column, Cube},
        dataset::{Contributors, Disclosure, Source},
        dimension::{Category, Dimension, DimensionKind},
        figure::{Absence, Figure},
        measure::{Measure, MeasureKind, Polarity, ProtectedUnit, Ratio},
        policy::{Event, LegalBasis, LegalSubject},
        text::{Language, Text},
    },
};
use proptest::{collection::vec, prelude::*};

fn text(text: &str) -> Text {
    Text::new(Language::Swedish, text)
}

fn dimension(id: &str, n: usize) -> Dimension {
    let category = |number: usize| Category {
        code: format!("{id}{number}"),
        label: text("Kategori"),
        parent: None,
        level: None,
        notes: Vec::new(),
    };
    Dimension {
        id: id.to_owned(),
        label: text("Dimension"),
        kind: DimensionKind::Other(id.to_owned()),
        categories: (0..n).map(category).collect(),
        total: None,
        is_multi_response: false,
        is_ordered: false,
        breaks: Vec::new(),
        notes: Vec::new(),
    }
}

fn measure(id: &str, kind: MeasureKind, column: usize) -> Measure {
    Measure {
        id: id.to_owned(),
        label: text("Mått"),
        kind,
        unit: text("barn"),
        column: Some(column),
        ratio: None,
        polarity: Default::default(),
        decimals: 0,
        protected_unit: ProtectedUnit::Child,
        additive_over: Vec::new(),
        notes: Vec::new(),
    }
}

fn column(figures: &[Figure]) -> Column {
    let mut column = Column::unpublished(figures.len());
    for (row, figure) in figures.iter().enumerate() {
        column.set(row, figure.clone());
    }
    column
}

fn known(values: &[f64]) -> Column {
    column(&values.iter().map(|value| Figure::exact(*value)).collect::<Vec<_>>())
}

/// Counts of children in one dimension.
fn counts(values: &[f64]) -> Cube {
    Cube {
        dimensions: vec![dimension("a", values.len())],
        measures: vec![measure("barn", MeasureKind::Count, 0)],
        columns: vec![known(values)],
        ..Cube::default()
    }
}

/// Hidden counts, their shares to so many decimals, and n.
fn shares(share: f64, decimals: u8, n: f64) -> Cube {
    let mut share_measure = measure("andel", MeasureKind::Share, 1);
    share_measure.decimals = decimals;
    share_measure.ratio = Some(Ratio { numerator: Some(0), denominator: 2, denominator_at: Vec::new(), per: 100.0 });
    Cube {
        dimensions: vec![dimension("a", 1)],
        measures: vec![measure("brist", MeasureKind::Count, 0), share_measure, measure("alla", MeasureKind::Count, 2)],
        columns: vec![column(&[Figure::Absent(Absence::Suppressed)]), known(&[share]), known(&[n])],
        ..Cube::default()
    }
}

fn with_threshold(mut cube: Cube, threshold: u32) -> Cube {
    cube.dataset.disclosure = Some(Disclosure { threshold: Some(threshold), ..Disclosure::default() });
    cube
}

fn reasons(cube: Cube) -> Vec<Reason> {
    gate::admit(cube).err().map(in_order).unwrap_or_default()
}

fn in_order(refusal: Refusal) -> Vec<Reason> {
    refusal.reasons.into_iter().map(|refused| refused.reason).collect()
}

fn is_let_in(cube: Cube) -> bool {
    gate::admit(cube).is_ok()
}

#[test]
fn a_small_count_is_refused_by_the_name_of_its_cell() {
    let refused = reasons(counts(&[0.0, 12.0, 4.0]));
    let [Reason::SmallCount { cell, threshold: 5, is_taken_for_count: false }] = &refused[..] else {
        panic!("{refused:?}")
    };
    assert_eq!(cell.measure.code, "barn");
    let [(dimension, category)] = &cell.categories[..] else { panic!("{cell:?}") };
    assert_eq!((dimension.as_str(), category.code.as_str()), ("a", "a2"));
    assert!(!format!("{refused:?}").contains("4.0"), "the number is not told");
}

#[test]
fn zero_and_the_threshold_itself_are_let_in_with_a_receipt() {
    let mut cube = counts(&[0.0, 5.0, 6.0]);
    cube.columns[0].set(2, Figure::Absent(Absence::Suppressed));
    let cleared = gate::admit(cube).expect("nothing is small");
    let receipt = cleared.receipt();
    assert_eq!((receipt.n_cells, receipt.n_hidden, receipt.threshold), (3, 1, 5));
    assert!(receipt.checked.contains(&Rule::SmallCounts));
    assert!(receipt.checked.contains(&Rule::HiddenFromTotals));
}

#[test]
fn the_file_may_raise_the_threshold_and_lower_it_to_the_floor_and_no_further() {
    assert!(!is_let_in(with_threshold(counts(&[9.0]), 10)));
    assert!(is_let_in(with_threshold(counts(&[3.0]), 3)));
    assert!(!is_let_in(with_threshold(counts(&[2.0]), 3)));
    let refused = reasons(with_threshold(counts(&[2.0]), 1));
    assert_eq!(refused[0], Reason::ThresholdUnderFloor { declared: 1, floor: 3 });
    assert!(matches!(refused[1], Reason::SmallCount { threshold: 3, .. }));
}

#[test]
fn who_is_counted_decides() {
    let of = |unit| {
        let mut cube = counts(&[4.0]);
        cube.measures[0].protected_unit = unit;
        is_let_in(cube)
    };
    assert!(of(ProtectedUnit::None));
    for unit in [ProtectedUnit::Child, ProtectedUnit::Case, ProtectedUnit::Staff, ProtectedUnit::Home] {
        assert!(!of(unit), "{unit:?}");
    }
}

#[test]
fn a_measure_that_does_not_say_what_it_is_is_taken_for_a_count_where_it_looks_like_one() {
    let of = |values: &[f64]| {
        let mut cube = counts(values);
        cube.measures[0].kind = MeasureKind::Unknown;
        gate::admit(cube)
    };
    let refused = of(&[4.0, 100.0]).expect_err("whole numbers may be children");
    assert!(matches!(in_order(refused)[..], [Reason::SmallCount { is_taken_for_count: true, .. }]));
    let cleared = of(&[4.0, 10.5]).expect("nobody counts half a child");
    assert!(cleared.receipt().not_checked.contains(&NotChecked::UnknownKind { measure: "barn".into() }));
}

#[test]
fn a_claim_of_rounding_does_not_let_a_small_count_in() {
    let mut cube = counts(&[4.0]);
    cube.dataset.disclosure = Some(Disclosure { rounding_base: Some(5), ..Disclosure::default() });
    assert!(!is_let_in(cube));
}

#[test]
fn a_count_that_follows_from_a_share_and_its_n_is_refused() {
    let refused = reasons(shares(10.3, 1, 29.0));
    let [Reason::CountFromShare { cell, denominator, threshold: 5 }, Reason::HiddenFollows { .. }] = &refused[..]
    else {
        panic!("{refused:?}")
    };
    assert_eq!((cell.measure.code.as_str(), denominator.as_str()), ("andel", "alla"));
    assert!(!is_let_in(shares(10.0, 1, 29.0)), "rounded to whole per cent, whatever the file says");
    assert!(is_let_in(shares(10.0, 0, 500.0)));
    assert!(is_let_in(shares(0.0, 1, 29.0)));
    assert!(is_let_in(shares(1.0, 0, 400.0)), "2 to 6 of 400 may be 5 or 6");
}

#[test]
fn a_share_with_its_n_is_checked_also_where_the_count_is_not_in_the_file() {
    let mut cube = shares(10.3, 1, 29.0);
    if let Some(ratio) = &mut cube.measures[1].ratio {
        ratio.numerator = None;
    }
    assert!(!is_let_in(cube.clone()));
    cube.measures[1].protected_unit = ProtectedUnit::None;
    assert!(is_let_in(cube));
}

#[test]
fn shares_of_rounded_figures_are_not_reckoned_back() {
    let mut cube = shares(10.3, 1, 30.0);
    cube.dataset.disclosure = Some(Disclosure { rounding_base: Some(5), ..Disclosure::default() });
    let cleared = gate::admit(cube).expect("the count is not known better than to 5");
    assert!(cleared.receipt().not_checked.contains(&NotChecked::Rounded { base: 5 }));
}

#[test]
fn every_text_is_read() {
    const NUMBER: &str = "811228-9874";
    type Plant = fn(&mut Cube);
    let plants: [(Plant, TextPlace); 16] = [
        (|cube| cube.dataset.id = NUMBER.into(), TextPlace::Dataset(DatasetText::Id)),
        (|cube| cube.dataset.label = text(NUMBER), TextPlace::Dataset(DatasetText::Title)),
        (|cube| cube.dataset.label = text("x").translated(NUMBER), TextPlace::Dataset(DatasetText::Title)),
        (|cube| cube.dataset.registry_numbers = vec![NUMBER.into()], TextPlace::Dataset(DatasetText::RegistryNumber)),
        (|cube| cube.dataset.publisher = Some(text(NUMBER)), TextPlace::Dataset(DatasetText::Publisher)),
        (|cube| cube.dataset.population = Some(text(NUMBER)), TextPlace::Dataset(DatasetText::Population)),
        (|cube| cube.dataset.notes = vec![text(NUMBER)], TextPlace::Dataset(DatasetText::Note)),
        (
            |cube| cube.dataset.events = vec![Event { label: text(NUMBER), ..Event::default() }],
            TextPlace::Dataset(DatasetText::Event),
        ),
        (
            |cube| {
                let subject = LegalSubject::Measure(0);
                let (act, provision) = (text("x"), Some(text(NUMBER)));
                cube.dataset.legal_bases = vec![LegalBasis { subject, act, provision, from: None, until: None }];
            },
            TextPlace::Dataset(DatasetText::LegalBasis),
        ),
        (
            |cube| cube.dataset.sources = vec![Source { title: NUMBER.into(), ..Source::default() }],
            TextPlace::Source(1),
        ),
        (|cube| cube.dimensions[0].label = text(NUMBER), TextPlace::Dimension("a".into(), Part::Label)),
        (
            |cube| cube.dimensions[0].categories[0].code = NUMBER.into(),
            TextPlace::Category("a".into(), "…".into(), Part::Code),
        ),
        (
            |cube| cube.dimensions[0].categories[0].notes = vec![text(NUMBER)],
            TextPlace::Category("a".into(), "a0".into(), Part::Note),
        ),
        (|cube| cube.measures[0].label = text(NUMBER), TextPlace::Measure("barn".into(), Part::Label)),
        (|cube| cube.measures[0].unit = text(NUMBER), TextPlace::Measure("barn".into(), Part::Unit)),
        (|cube| cube.measures[0].notes = vec![text(NUMBER)], TextPlace::Measure("barn".into(), Part::Note)),
    ];
    for (plant, place) in plants {
        let mut cube = counts(&[10.0]);
        plant(&mut cube);
        assert_eq!(reasons(cube), [Reason::PersonalData { place, kind: Personal::IdentityNumber }]);
    }
    let mut cube = counts(&[10.0, 0.0]);
    cube.columns[0].set(1, Figure::Absent(Absence::UnknownSymbol("anna@ivo.se".into())));
    cube.columns[0].remark_mut(0).note = Some(text("08-123 456 78"));
    let refused = reasons(cube);
    assert!(
        matches!(&refused[0], Reason::PersonalData { place: TextPlace::Cell(cell), kind: Personal::PhoneNumber } if cell.categories[0].1.code == "a0")
    );
    assert!(matches!(&refused[1], Reason::PersonalData { place: TextPlace::Cell(_), kind: Personal::EmailAddress }));
}

#[test]
fn an_address_that_is_not_of_the_web_is_refused() {
    let mut cube = counts(&[10.0]);
    cube.dataset.sources = vec![
        Source { url: Some("https://www.ivo.se/".into()), ..Source::default() },
        Source { url: Some("javascript:alert(1)".into()), ..Source::default() },
    ];
    assert_eq!(reasons(cube), [Reason::UnsafeAddress { place: TextPlace::Source(2) }]);
}

#[test]
fn a_refusal_lists_a_hundred_reasons_and_counts_the_rest() {
    let refusal = gate::admit(counts(&[1.0; 250])).expect_err("all are small");
    assert_eq!((refusal.reasons.len(), refusal.n_unlisted), (100, 150));
}

/// So many of n children, and their share, with what more of it means.
fn groups(x: f64, n: f64, polarity: Polarity) -> Cube {
    let mut cube = shares(x / n * 100.0, 1, n);
    cube.columns[0].set(0, Figure::exact(x));
    cube.measures[1].polarity = polarity;
    cube
}

#[test]
fn a_small_group_in_which_all_have_the_same_sensitive_answer_is_refused() {
    let is_refused = |x, n, polarity| {
        let is_whole = |reason: &Reason| matches!(reason, Reason::WholeGroup { .. });
        reasons(groups(x, n, polarity)).iter().any(is_whole)
    };
    for polarity in [Polarity::HigherIsWorse, Polarity::Neutral] {
        assert!(is_refused(7.0, 7.0, polarity));
        assert!(!is_refused(10.0, 10.0, polarity), "of ten it is let in");
        assert!(!is_refused(0.0, 7.0, polarity));
    }
    assert!(!is_refused(7.0, 7.0, Polarity::HigherIsBetter));
    assert!(is_refused(0.0, 7.0, Polarity::HigherIsBetter), "none has what all should have");
    let cleared = gate::admit(groups(0.0, 7.0, Polarity::Neutral)).expect("it may be good");
    let warnings = &cleared.receipt().warnings;
    assert!(warnings.contains(&Warning::NobodyInSmallGroups { measure: "andel".into(), n: 1 }), "{warnings:?}");
    let mut of_homes = groups(7.0, 7.0, Polarity::Neutral);
    of_homes.measures[0].protected_unit = ProtectedUnit::None;
    assert!(is_let_in(of_homes));
}

#[test]
fn a_share_of_few_persons_is_refused_unless_both_counts_stand_beside_it() {
    let alone = |n| {
        let mut cube = shares(0.0, 0, n);
        cube.columns[0].set(0, Figure::Absent(Absence::Missing));
        cube.columns[1].set(0, Figure::exact(50.0));
        let is_few = |reason: &Reason| matches!(reason, Reason::ShareOfFew { least: 20, .. });
        reasons(cube).iter().any(is_few)
    };
    assert!(alone(18.0) && !alone(20.0));
    let cleared = gate::admit(groups(9.0, 18.0, Polarity::Neutral)).expect("the counts are there");
    assert_eq!(cleared.receipt().warnings, [Warning::SharesOfFew { measure: "andel".into(), n: 1, least: 20 }]);
}

#[test]
fn too_few_homes_or_operators_behind_a_figure_and_one_that_is_most_of_it_are_refused() {
    let of = |homes: f64, operators: f64, largest: f64| {
        let mut cube = counts(&[40.0, 0.0]);
        for (place, value) in (1..).zip([homes, operators, largest]) {
            let public = measure(&format!("n{place}"), MeasureKind::Count, place);
            cube.measures.push(Measure { protected_unit: ProtectedUnit::None, ..public });
            cube.columns.push(known(&[value, 0.0]));
        }
        let (homes, operators, largest) = (Some(1), Some(2), Some(3));
        cube.dataset.contributors = vec![Contributors { measure: 0, homes, operators, largest }];
        cube
    };
    assert!(matches!(reasons(of(2.0, 3.0, 20.0))[..], [Reason::FewContributors { of: Contributor::Homes, .. }]));
    assert!(matches!(reasons(of(3.0, 1.0, 20.0))[..], [Reason::FewContributors { of: Contributor::Operators, .. }]));
    assert!(matches!(reasons(of(3.0, 3.0, 31.0))[..], [Reason::Dominated { .. }]));
    let cleared = gate::admit(of(3.0, 3.0, 30.0)).expect("they are enough");
    assert!([Rule::Contributors, Rule::Dominance].iter().all(|rule| cleared.receipt().checked.contains(rule)));
    assert_eq!(cleared.receipt().not_checked, []);
    let cleared = gate::admit(counts(&[40.0])).expect("nothing is small");
    let not_given = [Rule::Contributors, Rule::Dominance].map(NotChecked::NotGiven);
    assert_eq!(cleared.receipt().not_checked, not_given);
}

#[test]
fn rows_of_single_cases_are_refused() {
    // A number for each case, and where it was: one row each.
    let of = |n: usize, code: fn(usize) -> String| {
        let mut cube = counts(&vec![0.0; n * 3]);
        cube.columns[0] = Column::unpublished(n * 3);
        (0..n).for_each(|case| cube.columns[0].set(case * 3 + case % 3, Figure::exact(40.0)));
        cube.dimensions = vec![dimension("fall", n), dimension("plats", 3)];
        let categories = cube.dimensions[0].categories.iter_mut().enumerate();
        categories.for_each(|(case, category)| category.code = code(case));
        cube
    };
    assert_eq!(
        reasons(of(30, |case| format!("{:05}", case + 17))),
        [Reason::Records { dimension: "fall".into(), n: 30 }]
    );
    assert!(is_let_in(of(19, |case| format!("{:05}", case + 17))));
    let words =
        gate::admit(of(30, |case| format!("nyckeltal {}", char::from(b'a' + case as u8)))).expect("not numbered");
    assert_eq!(words.receipt().warnings, [Warning::MayBeRecords { dimension: "fall".into(), n: 30 }]);
}

#[test]
fn counts_home_by_home_are_refused_and_names_of_homes_warned_of() {
    let mut cube = counts(&[40.0, 50.0]);
    cube.dimensions[0].categories[1].label = text("Solgårdens HVB");
    let cleared = gate::admit(cube.clone()).expect("it may be a category");
    assert_eq!(cleared.receipt().warnings, [Warning::NamesOfHomes { dimension: "a".into(), n: 1 }]);
    cube.dimensions[0].kind = DimensionKind::Other("home".into());
    assert_eq!(reasons(cube.clone()), [Reason::HomeByHome { dimension: "a".into() }]);
    cube.measures[0].protected_unit = ProtectedUnit::None;
    assert!(is_let_in(cube));
}

#[test]
fn several_signs_for_a_hidden_figure_tell_the_small_from_the_others() {
    let mut cube = counts(&[40.0]);
    cube.dataset.hidden_signs = vec!["x".into()];
    assert!(is_let_in(cube.clone()));
    cube.dataset.hidden_signs.push("y".into());
    assert_eq!(reasons(cube), [Reason::SeveralSigns { signs: vec!["x".into(), "y".into()] }]);
}

#[test]
fn cubes_published_together_are_let_in_all_or_none_and_the_reason_names_its_dataset() {
    let named = |id: &str, values: &[f64]| {
        let mut cube = counts(values);
        cube.dataset.id = id.into();
        cube
    };
    let cleared = gate::admit_all(vec![named("ett", &[10.0]), named("två", &[20.0])], &[]).expect("nothing is small");
    assert_eq!(cleared.iter().map(|it| it.cube().dataset.id.as_str()).collect::<Vec<_>>(), ["ett", "två"]);
    let refusal = gate::admit_all(vec![named("ett", &[10.0]), named("två", &[2.0])], &[]).expect_err("one is small");
    let [refused] = &refusal.reasons[..] else { panic!("{refusal:?}") };
    assert_eq!(refused.dataset.as_ref().map(|name| name.code.as_str()), Some("två"));
    assert_eq!(gate::admit_all(Vec::new(), &[]).map(|it| it.len()), Ok(0));
}

/// Ten digits of an identity number without its last, with the right check digit put last.
fn with_check_digit(nine: &str) -> String {
    let sum: u32 = nine
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .enumerate()
        .map(|(place, digit)| if place % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit })
        .sum();
    format!("{nine}{}", (10 - sum % 10) % 10)
}

prop_compose! {
    /// An identity number or a coordination number in one of the ways to write it.
    fn identity_number()(
        year in 0_u32..100, month in 1_u32..=12, day in 1_u32..=28, serial in 0_u32..1000, is_coordination: bool, form in 0_usize..8,
    ) -> String {
        let day = if is_coordination { day + 60 } else { day };
        let short = with_check_digit(&format!("{year:02}{month:02}{day:02}{serial:03}"));
        let (date, number) = short.split_at(6);
        match form {
            0 => short,
            1 => format!("{date}-{number}"),
            2 => format!("{date}+{number}"),
            3 => format!("19{short}"),
            4 => format!("20{date}-{number}"),
            5 => format!("{date} {number}"),
            6 => format!("19{year:02}-{month:02}-{day:02}-{number}"),
            _ => format!("{date}\u{2013}{number}"),
        }
    }
}

fn with_title(title: &str) -> Cube {
    let mut cube = counts(&[10.0]);
    cube.dataset.label = text(title);
    cube
}

proptest! {
    #[test]
    fn a_planted_small_count_is_always_refused(
        mut values in vec(prop_oneof![Just(0.0), (5_u32..1000).prop_map(f64::from)], 1..40),
        at: prop::sample::Index,
        small in 1_u32..5,
        is_unknown: bool,
    ) {
        let row = at.index(values.len());
        values[row] = f64::from(small);
        let mut cube = counts(&values);
        if is_unknown {
            cube.measures[0].kind = MeasureKind::Unknown;
        }
        let refused = reasons(cube);
        prop_assert_eq!(refused.len(), 1);
        let is_named = matches!(&refused[0], Reason::SmallCount { cell, .. } if cell.categories[0].1.code == format!("a{row}"));
        prop_assert!(is_named);
    }

    #[test]
    fn counts_that_are_not_small_are_never_refused(
        values in vec(prop_oneof![Just(0.0), (7_u32..1000).prop_map(f64::from)], 1..40),
        threshold in 3_u32..=7,
    ) {
        prop_assert!(is_let_in(with_threshold(counts(&values), threshold)));
    }

    #[test]
    fn a_share_is_refused_whenever_it_gives_a_small_count_away(n in 5_u32..400, part: prop::sample::Index, decimals in 0_u8..3) {
        let x = u32::try_from(part.index(n as usize + 1)).expect("it is no more than n");
        let n = f64::from(n);
        let scale = 10_f64.powi(i32::from(decimals));
        let share = (f64::from(x) / n * 100.0 * scale).round() / scale;
        let is_possible = |count: &u32| (f64::from(*count) / n * 100.0 - share).abs() <= 0.5 / scale + 1e-7;
        let is_given_away = (0..=400).filter(is_possible).all(|count| (1..5).contains(&count));
        let is_from_share = |reason: &Reason| matches!(reason, Reason::CountFromShare { .. });
        let is_refused = reasons(shares(share, decimals, n)).iter().any(is_from_share);
        prop_assert!(is_refused || !is_given_away);
        prop_assert!(!is_refused || (1..5).contains(&x), "only small counts are a reason");
    }

    #[test]
    fn an_identity_number_is_found_in_any_text(before in "(\\PC*[^0-9])?", number in identity_number(), after in "([^0-9]\\PC*)?") {
        let refused = reasons(with_title(&format!("{before}{number}{after}")));
        let is_found = |reason: &Reason| matches!(reason, Reason::PersonalData { kind: Personal::IdentityNumber, .. });
        prop_assert!(refused.iter().any(is_found));
    }

    #[test]
    fn a_wrong_check_digit_makes_it_no_identity_number(number in identity_number(), off in 1_u32..10) {
        let (rest, last) = number.split_at(number.len() - 1);
        let wrong = (last.parse::<u32>().expect("the last is a digit") + off) % 10;
        let refused = reasons(with_title(&format!("Nr {rest}{wrong}.")));
        let is_found = |reason: &Reason| matches!(reason, Reason::PersonalData { kind: Personal::IdentityNumber, .. });
        prop_assert!(!refused.iter().any(is_found));
    }

    #[test]
    fn any_text_is_read_without_a_panic(title in "\\PC{0,60}", digits in "[-+0-9 ()@.,/:–]{0,40}") {
        let _ = gate::admit(with_title(&title));
        let _ = gate::admit(with_title(&digits));
    }
}
