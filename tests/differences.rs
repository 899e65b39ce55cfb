//! Two groups set against each other: the demonstration data's planted truths, what may not be compared, and that panel and table say the same.

mod shipped;

use insyn::{
    gate::{self, Cleared},
    load::jsonstat,
    model::{
        area::Level,
        choice::Choice,
        dataset::{CombinedDimension, Comparability},
        dimension::DimensionKind,
        text::{Language, Text},
    },
    query::{
        difference::{Difference, difference},
        pairing::Groups,
        question::{Ignored, Question, choice_of, resolve},
        standard::Standardised,
    },
    verdict::{Kind, NotComparable, Verdict, guard::Guard},
    view_model::{
        asked::asked,
        choosing::changed,
        context::Context,
        difference::{self as view, DifferencePanel},
    },
};
use shipped::{cube, dataset};

fn demo() -> Cleared {
    dataset("demo")
}

fn ask(cleared: &Cleared, parts: &[(&str, &str)]) -> (Question, Vec<Ignored>) {
    let mut choice = Choice::default();
    for (name, value) in parts {
        let value = (*value).to_owned();
        match *name {
            "measure" => choice.measure = Some(value),
            "by" => choice.by = Some(value),
            "level" => choice.level = Some(value),
            "pair" => choice.pair = Some(value),
            dimension => choice.categories.push((dimension.to_owned(), value)),
        }
    }
    resolve(cleared, &choice).expect("there are cells")
}

fn compared(cleared: &Cleared, parts: &[(&str, &str)]) -> Difference {
    let (question, ignored) = ask(cleared, parts);
    assert_eq!(ignored, []);
    difference(cleared, &question).expect("there are two groups")
}

fn panel(cleared: &Cleared, parts: &[(&str, &str)], language: Language) -> DifferencePanel {
    let (question, _) = ask(cleared, parts);
    let asked = asked(cleared, &question);
    let context = Context { cleared, question: &question, asked: &asked, language };
    view::difference(context).expect("there are two groups")
}

fn default_pair(cleared: &Cleared, parts: &[(&str, &str)]) -> String {
    let (question, _) = ask(cleared, parts);
    question.pair.and_then(|pair| pair.text(cleared.cube())).expect("there are two groups")
}

#[test]
fn girls_and_boys_come_first_where_they_are_cleared_and_periods_last() {
    let demo = demo();
    assert_eq!(default_pair(&demo, &[]), "sex:K:M");
    assert_eq!(default_pair(&demo, &[("area", "01")]), "sex:K:M");
    assert_eq!(default_pair(&demo, &[("area", "0180")]), "period:2021:2022", "nothing else is cleared by municipality");
    assert_eq!(default_pair(&demo, &[("home_type", "hvb"), ("ownership", "privat")]), "ownership:privat:kommunal");
}

#[test]
fn without_the_sexes_ownership_comes_next() {
    let mut cube = cube("demo");
    let sex = cube.dimension_of_kind(&DimensionKind::Sex).expect("it is there");
    cube.dimensions[sex].kind = DimensionKind::Other("placement".into());
    let demo = gate::admit(cube).expect("it is safe");
    assert_eq!(default_pair(&demo, &[]), "ownership:privat:kommunal");
}

#[test]
fn the_choice_is_kept_and_the_default_follows_the_question() {
    let demo = demo();
    let (question, ignored) = ask(&demo, &[("pair", "home_type:sis:hvb")]);
    assert_eq!(ignored, []);
    assert_eq!(choice_of(demo.cube(), &question).pair.as_deref(), Some("home_type:sis:hvb"));
    let moved = changed(&demo, &question, "period", "2019").expect("there is such a year");
    assert_eq!(moved.pair, question.pair, "what the reader picked stays");
    let (question, _) = ask(&demo, &[]);
    let moved = changed(&demo, &question, "area", "0180").expect("there is such a place");
    assert_eq!(moved.pair.and_then(|pair| pair.text(demo.cube())).as_deref(), Some("period:2021:2022"));
    let swapped = changed(&demo, &question, "pair", "sex:M:K").expect("they are there");
    assert_eq!(swapped.pair, question.pair.map(Groups::swapped));
    assert_eq!(changed(&demo, &question, "pair", "sex:M:T"), None, "a part is not set against its whole");
}

#[test]
fn nonsense_is_told() {
    let demo = demo();
    for nonsense in ["", "sex", "sex:K:X", "shoe:K:M", "sex:T:K", "sex:K:M:T"] {
        let (question, ignored) = ask(&demo, &[("pair", nonsense)]);
        assert_eq!(ignored, [Ignored::Pair(nonsense.to_owned())]);
        assert!(question.pair.is_some(), "the default stands in its place");
    }
}

#[test]
fn girls_and_boys_of_the_demonstration_cannot_be_told_apart() {
    let it = compared(&demo(), &[("by", "home_type"), ("pair", "sex:K:M")]);
    let [whole, parts @ ..] = it.rows.as_slice() else { panic!("no rows") };
    assert_eq!(parts.len(), 4);
    assert_eq!(it.n_judged, 5);
    for row in &it.rows {
        assert_eq!(row.verdict.kind(), Kind::NotApart, "nothing is planted there: {row:?}");
        assert!(matches!(row.guard, Guard::WithCare(_)));
    }
    // 319 of 685 girls' homes, 461 of 946 boys': Newcombe's interval from Wilson's.
    let difference = whole.difference.expect("both are known");
    assert!((difference.value - (461.0 / 946.0 - 319.0 / 685.0) * 100.0).abs() < 1e-9);
    assert!((difference.interval.low - -2.746_11).abs() < 1e-5, "{difference:?}");
    assert!((difference.interval.high - 7.047_98).abs() < 1e-5, "{difference:?}");
    let ratio = whole.ratio.and_then(|ratio| ratio.value).expect("both are known");
    assert!((ratio - (461.0 / 946.0) / (319.0 / 685.0)).abs() < 1e-9);
}

#[test]
fn more_findings_where_more_are_planted() {
    let demo = demo();
    let it = compared(&demo, &[("by", "period"), ("pair", "home_type:bmss:hvb")]);
    assert_eq!(it.rows.len(), 5, "years have no whole");
    assert!(it.rows.iter().all(|row| row.verdict.kind() == Kind::Higher), "{:?}", it.rows);
    let it = compared(&demo, &[("by", "period"), ("pair", "home_type:hvb:bmss")]);
    assert!(it.rows.iter().all(|row| row.verdict.kind() == Kind::Lower));
}

#[test]
fn ownership_is_not_compared_across_types_of_home_but_fairly() {
    let demo = demo();
    let it = compared(&demo, &[("by", "sex"), ("pair", "ownership:kommunal:privat")]);
    let home_type = demo.cube().dimension_of_kind(&DimensionKind::HomeType).expect("it is there");
    let ownership = demo.cube().dimension_of_kind(&DimensionKind::Ownership).expect("it is there");
    let confounded = NotComparable::Confounded { along: ownership, by: home_type };
    for row in &it.rows {
        assert_eq!(row.verdict, Verdict::NotComparable(confounded.clone()));
        assert_eq!((row.difference, row.ratio), (None, None), "no difference is told");
    }
    let fair = it.fair.expect("it is offered");
    assert!(fair.can_split);
    let codes = |places: &[usize]| -> Vec<&str> {
        places.iter().map(|place| demo.cube().dimensions[home_type].categories[*place].code.as_str()).collect()
    };
    assert_eq!((codes(&fair.strata), codes(&fair.left_out)), (vec!["hvb", "stodboende", "bmss"], vec!["sis"]));
    let [municipal, private] = &fair.groups;
    let crude = |group: &insyn::query::fair::FairGroup| group.crude.figure.value().expect("it is published");
    assert!(crude(private) - crude(municipal) > 7.0, "as they are they differ much");
    // By hand: the nation has 1 313, 1 504 and 552 homes inspected of these types.
    let n = [1_313.0, 1_504.0, 552.0];
    let by_hand = |shares: [f64; 3]| {
        n.iter().zip(shares).map(|(n, share)| n * share).sum::<f64>() / n.iter().sum::<f64>() * 100.0
    };
    for (group, shares) in [
        (municipal, [341.0 / 989.0, 176.0 / 317.0, 98.0 / 250.0]),
        (private, [116.0 / 324.0, 633.0 / 1_187.0, 114.0 / 302.0]),
    ] {
        let Standardised::Known { value, .. } = group.standardised else { panic!("{group:?}") };
        assert!((value - by_hand(shares)).abs() < 1e-9, "{value}");
        let estimate = group.estimate.expect("all counts are known");
        assert!((estimate.value - value).abs() < 1e-9 && estimate.interval.contains(value));
    }
    let difference = fair.difference.expect("all counts are known");
    assert!(difference.interval.contains(0.0), "with the same mix they do not: {difference:?}");
}

#[test]
fn split_by_type_of_home_ownership_is_compared() {
    let demo = demo();
    let it = compared(&demo, &[("by", "home_type"), ("pair", "ownership:kommunal:privat")]);
    let [whole, parts @ ..] = it.rows.as_slice() else { panic!("no rows") };
    assert_eq!(whole.verdict.kind(), Kind::NotComparable, "the whole mixes the types");
    let kinds: Vec<Kind> = parts.iter().map(|row| row.verdict.kind()).collect();
    assert_eq!(kinds, [Kind::NotApart, Kind::NotApart, Kind::NotApart, Kind::NoFigure], "no difference within a type");
    assert!(!it.fair.expect("the whole still mixes them").can_split, "it is split already");
    let it = compared(&demo, &[("home_type", "hvb"), ("by", "period"), ("pair", "ownership:kommunal:privat")]);
    assert_eq!(it.fair, None, "one type is picked: it is held still");
    assert!(it.rows.iter().all(|row| row.verdict.evidence().is_some()));
}

#[test]
fn state_homes_have_no_type_in_common_with_others() {
    let it = compared(&demo(), &[("by", "home_type"), ("pair", "ownership:privat:statlig")]);
    let fair = it.fair.expect("it is offered");
    assert_eq!((fair.strata.len(), fair.difference), (0, None));
    assert!(fair.groups.iter().all(|group| matches!(group.standardised, Standardised::Nothing(_))));
}

#[test]
fn years_are_not_compared_across_the_break() {
    let demo = demo();
    for pair in ["period:2019:2020", "period:2022:2018"] {
        let it = compared(&demo, &[("by", "home_type"), ("pair", pair)]);
        assert!(
            it.rows.iter().all(|row| matches!(row.verdict, Verdict::NotComparable(NotComparable::Said(_)))),
            "{pair}"
        );
        assert!(it.rows.iter().all(|row| row.difference.is_none()));
    }
    let it = compared(&demo, &[("by", "home_type"), ("pair", "period:2020:2022")]);
    assert!(it.rows.iter().all(|row| row.verdict.evidence().is_some()));
}

#[test]
fn what_is_not_cleared_is_not_shown_and_says_why() {
    let demo = demo();
    let it = compared(&demo, &[("area", "0180"), ("pair", "sex:K:M")]);
    assert!(it.not_cleared.is_some());
    assert_eq!((it.level, it.rows.len()), (Some(Level::County), 22), "but by county it is");
    let panel = panel(&demo, &[("area", "0180"), ("pair", "sex:K:M")], Language::Swedish);
    assert_eq!(panel.caution[0], "Publiceras inte per kommun.");
}

#[test]
fn areas_are_rows_at_the_finest_level_that_is_cleared() {
    let demo = demo();
    let it = compared(&demo, &[("by", "area"), ("pair", "sex:K:M")]);
    assert_eq!(it.rows.len(), 22, "the nation and its counties: municipalities are not cleared with the sexes");
    let it = compared(&demo, &[("by", "area"), ("pair", "period:2021:2022"), ("area", "0980")]);
    assert_eq!(it.rows.len(), 3, "Gotland's only municipality, its county, the nation");
}

#[test]
fn the_publisher_may_forbid_it() {
    let mut cube = cube("demo");
    let reason = Text::new(Language::Swedish, "olika urval");
    cube.dataset.comparable.between_categories = Comparability::No(reason.clone());
    let forbidden = gate::admit(cube).expect("it is safe");
    let it = compared(&forbidden, &[("by", "home_type"), ("pair", "sex:K:M")]);
    assert!(it.rows.iter().all(|row| row.verdict == Verdict::NotComparable(NotComparable::Said(reason.clone()))));
    let panel = panel(&forbidden, &[("by", "home_type"), ("pair", "sex:K:M")], Language::Swedish);
    assert!(panel.caution.iter().any(|said| said.contains("olika urval")));
    assert!(panel.rows.iter().all(|row| row.difference.is_empty() && row.ratio.is_empty()));
}

#[test]
fn a_small_file_with_one_dimension_has_one_row() {
    let (cube, _) = jsonstat::read(include_bytes!("fixtures/jsonstat/parts.json"), "parts");
    let mut cube = cube.expect("it is whole");
    let sex = CombinedDimension { dimension: 0, level: None };
    cube.dataset.combinations = Some(vec![vec![sex]]);
    let cleared = gate::admit(cube).expect("the gate lets it in");
    let it = compared(&cleared, &[("pair", "sex:girl:boy")]);
    assert_eq!((it.across, it.rows.len()), (None, 1));
}

#[test]
fn picture_and_table_say_the_same_in_both_languages() {
    let demo = demo();
    for language in Language::ALL {
        for pair in ["sex:K:M", "home_type:bmss:hvb", "ownership:kommunal:privat", "period:2019:2020"] {
            let panel = panel(&demo, &[("by", "home_type"), ("pair", pair)], language);
            let table = panel.table.as_ref().expect("it has a twin");
            assert_eq!(table.rows.len(), panel.rows.len());
            for (row, twin) in panel.rows.iter().zip(&table.rows) {
                assert_eq!(twin.cells.len(), table.columns.len());
                assert_eq!(
                    (&twin.cells[0], &twin.cells[1], &twin.cells[3]),
                    (&row.label, &row.marks[0].text, &row.marks[1].text)
                );
                assert!(twin.cells[5].starts_with(&row.difference) && twin.cells[6].starts_with(&row.ratio));
                assert_eq!(twin.cells[7], row.verdict);
                assert_eq!(twin.code, row.key);
            }
            let end = panel.ticks.last().expect("it has an axis").value;
            let highest =
                panel.rows.iter().flat_map(|row| &row.marks).filter_map(|mark| mark.range).map(|range| range.high);
            assert!(highest.into_iter().all(|high| high <= end + 1e-9));
        }
    }
}

#[test]
fn the_headline_says_both_the_difference_and_what_to_think_of_it() {
    let demo = demo();
    let swedish = panel(&demo, &[("by", "home_type"), ("pair", "sex:M:K")], Language::Swedish).headline;
    assert_eq!(
        swedish.replace('\u{a0}', " "),
        "Pojkar: 48,7 %, flickor: 46,6 %. Skillnaden är 2,2 procentenheter (95 % osäkerhet −2,7 till 7,0): slumpen ensam kan ge så mycket."
    );
    let english = panel(&demo, &[("by", "home_type"), ("pair", "home_type:bmss:hvb")], Language::English).headline;
    assert!(english.contains("more than chance tends to give"), "{english}");
    let hvb =
        panel(&demo, &[("by", "home_type"), ("home_type", "hvb"), ("pair", "sex:K:M")], Language::Swedish).headline;
    assert!(hvb.starts_with("HVB. Flickor:"), "{hvb}");
    let higher = panel(&demo, &[("by", "period"), ("pair", "home_type:bmss:hvb")], Language::Swedish);
    assert_eq!(higher.rows[0].verdict, "högre (sämre) för HVB");
}

#[test]
fn what_cannot_be_chosen_says_why() {
    let demo = demo();
    let groups = |parts: &[(&str, &str)]| {
        let (question, _) = ask(&demo, parts);
        let asked = asked(&demo, &question);
        let context = Context { cleared: &demo, question: &question, asked: &asked, language: Language::Swedish };
        view::groups(context).expect("there are two groups")
    };
    let open = groups(&[("pair", "sex:K:M")]);
    assert!(open.dimensions.iter().all(|offered| !offered.is_shut));
    assert_eq!(open.reasons, [""; 0]);
    assert_eq!(open.swapped, "sex:M:K");
    let firsts: Vec<&str> = open.firsts.iter().map(|offered| offered.value.as_str()).collect();
    assert_eq!(firsts, ["sex:K:M", "sex:M:K", "sex:KM:M"], "no whole, and the other one swaps");
    let narrow = groups(&[("area", "0180"), ("pair", "period:2021:2022")]);
    let shut: Vec<&str> =
        narrow.dimensions.iter().filter(|offered| offered.is_shut).map(|offered| offered.label.as_str()).collect();
    assert_eq!((shut.len(), narrow.reasons.len()), (3, 3), "{shut:?}");
    assert!(narrow.reasons.iter().all(|reason| reason.contains("per kommun")), "{:?}", narrow.reasons);
}
