//! The page of a place, from file to panel: it says what Explore says of the same question, and when nothing can be said it says what can.

#[path = "shipped/catalogue.rs"]
mod catalogue;
mod shipped;

use std::sync::{Arc, OnceLock};

use catalogue::catalogue;
use insyn::{
    gate::{self, Cleared},
    load::{jsonstat, outlines},
    model::{area::Level, catalogue::Reality, dimension::DimensionKind, measure::MeasureKind, text::Language},
    query::{
        answer::figure_alone,
        breakdown::moved,
        question::{Question, resolve},
        similar::{MOST_SIMILAR, offered},
    },
    verdict::Kind,
    view_model::{
        area::{
            Maps, PlacePanel, Wanted,
            card::{AreaCard, card},
            overview::overview,
            picked_place,
            similar::SimilarPanel,
        },
        asked::asked,
        context::Context,
        figure::figure,
    },
    words::number,
};
use shipped::{dataset, file};

fn demo() -> &'static Cleared {
    static DEMO: OnceLock<Cleared> = OnceLock::new();
    DEMO.get_or_init(|| dataset("demo"))
}

fn maps() -> Maps {
    let file =
        |name: &str| Arc::new(outlines::read(&shipped::file(&format!("maps/{name}.json"))).expect("it is whole"));
    Maps { municipalities: file("municipalities"), counties: file("counties"), divisions: file("divisions") }
}

fn place(maps: &Maps, code: &str, language: Language) -> PlacePanel {
    match maps.wanted(Some(code)) {
        Wanted::Place(level, place) => maps.place(level, place, language).expect("it is there"),
        other => panic!("{code}: {other:?}"),
    }
}

#[test]
fn it_says_of_a_place_what_explore_says_at_the_same_address() {
    let maps = maps();
    for (cleared, code) in
        [(demo(), "0780"), (demo(), "12"), (&dataset("demo-arenden"), "1480"), (&dataset("lex-sarah"), "09")]
    {
        for language in Language::ALL {
            let card = card(cleared, &place(&maps, code, language), language);
            let told = card.told.expect("it tells of the place");
            let (question, ignored) = resolve(cleared, &card.choice).expect("there is a question");
            assert_eq!(ignored, []);
            let asked = asked(cleared, &question);
            let context = Context { cleared, question: &question, asked: &asked, language };
            assert_eq!(Some(told.figure), figure(context), "{} {code}", card.id);
            let link = picked_place(cleared, &question, language).expect("a place is picked");
            assert_eq!(link.code, code, "the way back");
        }
    }
}

#[test]
fn every_dataset_with_places_tells_of_every_place_of_its_levels() {
    let maps = maps();
    let catalogue = catalogue();
    let (mut n_cards, mut captions) = (0, Vec::new());
    for level in [Level::County, Level::Municipality] {
        let codes = maps.of(level).expect("it has a map").areas.iter().map(|area| area.code.clone());
        let codes: Vec<String> = codes.step_by(if level == Level::County { 7 } else { 97 }).collect();
        for item in Reality::ALL.into_iter().flat_map(|reality| catalogue.by_level(reality, level).0) {
            let own;
            let cleared = if item.id == "demo" {
                demo()
            } else {
                own = dataset(&item.id);
                &own
            };
            for code in &codes {
                let place = place(&maps, code, Language::English);
                let card = card(cleared, &place, Language::English);
                // Only a few counties are in the published file.
                assert!(card.told.is_some() || !item.is_synthetic, "{} {code}", item.id);
                assert_eq!(card.told.is_none(), card.why_not.contains(&place.name), "{} {code}", item.id);
                let Some(told) = card.told else { continue };
                assert_eq!(told.figure.place.is_empty(), told.figure.value.is_empty());
                let table = told.table.expect("it stands beside others");
                let row = |code: &str| table.rows.iter().filter(|row| row.code == code).count();
                assert!(table.rows[0].is_picked && table.rows[0].code == *code, "the place stands first");
                assert_eq!(row("00"), 1, "the nation");
                assert!(place.neighbours.iter().filter(|_| item.is_synthetic).all(|it| row(&it.code) == 1));
                captions.push(table.caption);
                n_cards += 1;
            }
        }
    }
    assert!(n_cards > 40, "{n_cards}");
    let captions: std::collections::HashSet<&String> = captions.iter().collect();
    assert_eq!(captions.len(), n_cards, "no two tables of a page are called the same");
}

#[test]
fn a_planted_place_is_higher_than_the_nation_and_than_its_county() {
    let card = card(demo(), &place(&maps(), "0780", Language::Swedish), Language::Swedish);
    let told = card.told.expect("it tells of the place");
    assert_eq!(told.kind, Some(Kind::Higher));
    assert_eq!(told.by_county.map(|verdict| verdict.kind), Some(Kind::Higher));
    assert_eq!(told.larger, None, "its own figure says enough");
}

/// The cards of all municipalities.
fn of_all() -> Vec<(PlacePanel, AreaCard)> {
    let maps = maps();
    let codes: Vec<String> = maps.municipalities.areas.iter().map(|area| area.code.clone()).collect();
    let of = |code: &String| {
        let place = place(&maps, code, Language::Swedish);
        let card = card(demo(), &place, Language::Swedish);
        (place, card)
    };
    codes.iter().step_by(6).map(of).collect()
}

#[test]
fn where_too_few_are_counted_it_says_how_many_it_takes_and_what_the_county_says() {
    let mut n_kinds = [0, 0];
    for (place, card) in of_all() {
        let told = card.told.expect("it tells of the place");
        let verdict = told.figure.verdict.expect("places are compared");
        let county = &place.above.expect("it lies in a county").name;
        match verdict.kind {
            Kind::TooFew => {
                n_kinds[0] += 1;
                assert!(verdict.sentence.contains("Det krävs minst "), "{}", verdict.sentence);
            }
            Kind::NoFigure => n_kinds[1] += 1,
            _ => {
                assert_eq!(told.larger, None);
                continue;
            }
        }
        let larger = told.larger.expect("a larger area has a figure");
        assert!(larger.starts_with(county.as_str()) || larger.starts_with("Riket"), "{larger}");
        assert!(larger.contains(" som helhet: "));
    }
    assert!(n_kinds.iter().all(|n| *n > 2), "{n_kinds:?}");
}

#[test]
fn numbers_are_shown_and_not_judged() {
    let cleared = dataset("demo-placerade");
    let card = card(&cleared, &place(&maps(), "0180", Language::English), Language::English);
    let told = card.told.clone().expect("it tells of the place");
    assert_eq!((told.kind, told.by_county, told.larger), (None, None, None));
    assert!(!told.not_judged.is_empty() && told.figure.is_known);
    let panel = overview(std::iter::once(&card), Language::English);
    assert_eq!(panel.tally, "Of 1\u{a0}measure: 1\u{a0}numbers, which are not judged.");
    assert_eq!((panel.lines[0].id.as_str(), panel.lines[0].short.as_str()), ("demo-placerade", ""));
}

/// The file of lex Sarah without some figures: (measure, area, period), each by position.
fn lex_sarah_without(cells: &[(usize, usize, usize)]) -> Cleared {
    let mut file: serde_json::Value = serde_json::from_slice(&file("data/lex-sarah.json")).expect("it is JSON");
    for (measure, area, period) in cells {
        let cell = &mut file["value"][(measure * 4 + area) * 4 + period];
        assert!(cell.is_number(), "a figure is taken away");
        *cell = serde_json::Value::Null;
    }
    let (cube, _) = jsonstat::read(file.to_string().as_bytes(), "lex-sarah");
    gate::admit(cube.expect("it is whole")).expect("the gate lets it in")
}

#[test]
fn the_newest_year_that_has_a_figure_is_told_and_another_measure_where_the_main_one_has_none() {
    let (stockholm, gotland) = ("01", "09");
    let said = |cleared: &Cleared, code: &str| {
        let card = card(cleared, &place(&maps(), code, Language::Swedish), Language::Swedish);
        let figure = card.told.expect("it tells of the place").figure;
        (card.choice.measure.expect("there is one"), figure.what, figure.value)
    };
    let all = dataset("lex-sarah");
    let (measure, what, _) = said(&all, gotland);
    assert!(measure == "rate" && what.ends_with(", 2023"), "{measure} {what}");
    assert_eq!(said(&all, stockholm).0, "reports", "its rate is not in the file");
    let (measure, what, value) = said(&lex_sarah_without(&[(1, 2, 3)]), gotland);
    assert!(measure == "rate" && what.ends_with(", 2022") && value == "22,9", "{measure} {what} {value}");
    let (measure, _, value) = said(&lex_sarah_without(&[(1, 2, 3), (1, 2, 2)]), gotland);
    assert_eq!((measure.as_str(), value.as_str()), ("rate", "publiceras inte"));
}

#[test]
fn a_place_that_is_not_in_the_file_has_no_figure_and_a_way_to_the_nation() {
    let card = card(&dataset("lex-sarah"), &place(&maps(), "25", Language::Swedish), Language::Swedish);
    assert_eq!(card.told, None);
    assert!(card.why_not.starts_with("Norrbottens län "));
    assert_eq!(card.choice.dataset.as_deref(), Some("lex-sarah"));
    assert_eq!(overview(std::iter::once(&card), Language::Swedish), overview(std::iter::empty(), Language::Swedish));
}

#[test]
fn the_overview_counts_each_verdict_once() {
    let cards: Vec<AreaCard> = of_all().into_iter().map(|(_, card)| card).collect();
    let panel = overview(cards.iter(), Language::Swedish);
    assert_eq!(panel.lines.len(), cards.len());
    for kind in Kind::ALL {
        let n = panel.lines.iter().filter(|line| line.kind == Some(kind)).count();
        let said = format!(
            "{}\u{a0}{}",
            number::count(n as u64, Language::Swedish),
            insyn::words::verdict::kind(Language::Swedish, kind)
        );
        let is_told = panel.tally.contains(&format!(" {said},")) || panel.tally.contains(&format!(" {said}."));
        assert_eq!(is_told, n > 0, "{said}: {}", panel.tally);
    }
}

/// The section on similar areas, by these covariates; none: there is none.
fn similar(cleared: &Cleared, code: &str, chosen: Option<&[&str]>) -> Option<SimilarPanel> {
    let card = card(cleared, &place(&maps(), code, Language::Swedish), Language::Swedish);
    let chosen = chosen.map(owned);
    let basis = card.told.expect("it tells of the place").similar?;
    Some(basis.panel(cleared, chosen.as_deref(), Language::Swedish).expect("the section has a panel"))
}

fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

fn question(cleared: &Cleared, code: &str) -> Question {
    let card = card(cleared, &place(&maps(), code, Language::Swedish), Language::Swedish);
    resolve(cleared, &card.choice).expect("there is a question").0
}

/// How far each area of the level is from a place, worked out from the file anew: none where a covariate is hidden or missing.
fn distances(cleared: &Cleared, code: &str, covariates: &[&str]) -> Vec<(String, Option<f64>)> {
    let (cube, question) = (cleared.cube(), question(cleared, code));
    let area = cube.dimension_of_kind(&DimensionKind::Area).expect("it has places");
    let categories = &cube.dimensions[area].categories;
    let level = Level::of_code(code);
    let places: Vec<usize> = (0..categories.len()).filter(|place| categories[*place].level == level).collect();
    let own = places.iter().position(|place| categories[*place].code == code).expect("it is there");
    let mut squares = vec![Some(0.0); places.len()];
    for id in covariates {
        let measure = cube.measure_by_id(id).expect("it is there");
        let is_count = matches!(cube.measures[measure].kind, MeasureKind::Count | MeasureKind::Duration);
        let number = |place: &usize| {
            let number = figure_alone(cleared, measure, &moved(&question.at, area, *place)).figure.exact_value()?;
            Some(if is_count { (1.0 + number).ln() } else { number })
        };
        let numbers: Vec<Option<f64>> = places.iter().map(number).collect();
        let known: Vec<f64> = numbers.iter().flatten().copied().collect();
        let mean = known.iter().sum::<f64>() / known.len() as f64;
        let variance = known.iter().map(|it| (it - mean) * (it - mean)).sum::<f64>() / known.len() as f64;
        for (square, number) in squares.iter_mut().zip(&numbers) {
            *square = match (*square, *number, numbers[own]) {
                (Some(square), Some(number), Some(own)) => Some(square + (number - own) * (number - own) / variance),
                _ => None,
            };
        }
    }
    let far = places.iter().zip(squares).map(|(place, it)| (categories[*place].code.clone(), it.map(f64::sqrt)));
    far.filter(|(other, _)| other != code).collect()
}

#[test]
fn the_similar_areas_are_the_nearest_by_what_the_file_says_of_them() {
    let (supervision, by_type) = (dataset("demo-tillsyn"), dataset("demo-tillsyn-typ"));
    let both = ["inspected_homes", "unannounced_share"];
    for (cleared, code, chosen) in [
        (&supervision, "1280", &both[..]),
        (&supervision, "1480", &both[..1]),
        (&supervision, "12", &both[..]),
        (&supervision, "12", &both[1..]),
        (&by_type, "24", &both[..]),
        (demo(), "1281", &["inspected", "care_days"][..]),
        (demo(), "0180", &["inspected"][..]),
    ] {
        let mut far: Vec<(String, f64)> =
            distances(cleared, code, chosen).into_iter().filter_map(|(code, it)| Some((code, it?))).collect();
        far.sort_by(|one, other| one.1.total_cmp(&other.1));
        let panel = similar(cleared, code, Some(chosen)).expect("covariates are declared");
        assert_eq!((panel.used.as_slice(), panel.in_vain.as_str()), (owned(chosen).as_slice(), ""));
        let table = panel.table.unwrap_or_else(|| panic!("{code} by {chosen:?}: {}", panel.said));
        assert!(table.rows[0].is_picked && table.rows[0].code == code, "the place stands first");
        // As many as are wanted, and those that are exactly as near as the last.
        let last = far[MOST_SIMILAR - 1].1;
        let mut expected: Vec<&str> =
            far.iter().take_while(|(_, it)| *it < last + 1e-9).map(|(code, _)| code.as_str()).collect();
        let mut found: Vec<&str> = table.rows[1..].iter().map(|row| row.code.as_str()).collect();
        let values = panel.values.expect("what they are alike in is shown");
        assert!(values.rows[1..].iter().map(|row| row.code.as_str()).eq(found.iter().copied()));
        assert_eq!(values.columns.len(), 1 + chosen.len());
        assert!(values.rows.iter().all(|row| row.cells.iter().all(|cell| !cell.is_empty())));
        let far_of = |code: &str| far.iter().find(|(it, _)| it == code).expect("it is a candidate").1;
        assert!(found.windows(2).all(|pair| far_of(pair[0]) < far_of(pair[1]) + 1e-9), "the nearest first: {found:?}");
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{code} by {chosen:?}");
        assert!(panel.said.contains(&format!("av {} andra", far.len())), "{}", panel.said);
    }
}

#[test]
fn of_many_exactly_as_near_none_is_singled_out() {
    let supervision = dataset("demo-tillsyn");
    let cube = supervision.cube();
    let homes = cube.measure_by_id("inspected_homes").expect("it is there");
    let asked = question(&supervision, "1280");
    let area = cube.dimension_of_kind(&DimensionKind::Area).expect("it has places");
    let inspected =
        |place: usize| figure_alone(&supervision, homes, &moved(&asked.at, area, place)).figure.exact_value();
    let categories = cube.dimensions[area].categories.iter().enumerate();
    let alike: Vec<&str> = categories
        .filter(|(place, it)| it.level == Some(Level::Municipality) && inspected(*place) == Some(2.0))
        .map(|(_, it)| it.code.as_str())
        .collect();
    assert!(alike.len() > 2 * MOST_SIMILAR);
    let panel = similar(&supervision, alike[0], Some(&["inspected_homes"])).expect("covariates are declared");
    assert!(panel.table.is_none() && panel.values.is_none());
    assert!(panel.said.starts_with(&format!("{} kommuner är precis lika nära", alike.len() - 1)), "{}", panel.said);
}

#[test]
fn who_lacks_a_covariate_is_like_nobody_and_that_is_said() {
    let supervision = dataset("demo-tillsyn");
    let far = distances(&supervision, "1480", &["inspected_homes", "unannounced_share"]);
    let n_left_out = far.iter().filter(|(_, it)| it.is_none()).count();
    assert!(n_left_out > 0);
    let panel = similar(&supervision, "1480", None).expect("covariates are declared");
    assert!(panel.said.contains(&format!("{n_left_out} är inte med")), "{}", panel.said);
    let table = panel.table.expect("some are similar");
    assert!(table.rows[1..].iter().all(|row| far.iter().any(|(code, it)| *code == row.code && it.is_some())));
    // Where the place itself has none, no list is made up for it.
    let (lacking, _) = far.iter().find(|(_, it)| it.is_none()).expect("one lacks it");
    let panel = similar(&supervision, lacking, None).expect("covariates are declared");
    assert!(panel.table.is_none() && panel.values.is_none(), "{lacking}");
    assert!(panel.said.contains("dolt eller saknas"), "{}", panel.said);
}

#[test]
fn what_is_judged_never_decides_who_is_similar_and_nothing_declared_is_nothing_shown() {
    let mut cube = dataset("demo-arenden").cube().clone();
    let [share, late, late_share, cases] = ["cases_deficient_share", "cases_late", "cases_late_share", "cases"]
        .map(|id| cube.measure_by_id(id).expect("it is there"));
    assert_eq!(similar(&dataset("demo-arenden"), "1480", None), None, "nothing is declared");
    cube.dataset.covariates = vec![cases, late_share];
    let declared = gate::admit(cube).expect("the gate lets it in");
    let of = |measure: usize| offered(&declared, &Question { measure, ..question(&declared, "1480") });
    assert_eq!(of(share), [cases, late_share]);
    assert_eq!(of(late_share), [cases]);
    assert_eq!(of(late), [cases], "its share says the same");
    let none = similar(&declared, "1480", Some(&[])).expect("covariates are declared");
    assert_eq!((none.table, none.used.len()), (None, 0));
    let in_vain = similar(&declared, "1480", Some(&["cases", "shoe_size"])).expect("covariates are declared");
    assert_eq!(in_vain.used, ["cases"]);
    assert!(in_vain.in_vain.contains("shoe_size") && !in_vain.in_vain.contains("cases"));
    assert_eq!(similar(&dataset("lex-sarah"), "09", None), None);
}

#[test]
fn what_the_address_chooses_where_nothing_is_declared_is_told() {
    let part = "like.x=shoe_size";
    for (id, code, has_similar) in [
        ("demo-tillsyn", "1480", true),
        ("demo-arenden", "1480", false),
        ("demo-barn", "1480", false),
        ("lex-sarah", "09", false),
    ] {
        for language in Language::ALL {
            let cleared = dataset(id);
            let card = card(&cleared, &place(&maps(), code, language), language);
            let said = card.chosen_in_vain(Some(part), language);
            assert_eq!(said.is_none(), has_similar, "{id}: {said:?}");
            assert!(said.is_none_or(|said| said.contains(part)));
            assert_eq!(card.chosen_in_vain(None, language), None);
        }
    }
}

#[test]
fn the_main_measure_is_a_share_where_there_is_one() {
    let malmo = place(&maps(), "1280", Language::Swedish);
    for (id, measure) in
        [("demo-arenden", "cases_deficient_share"), ("demo-tillsyn", "deficient_share"), ("demo-placerade", "placed")]
    {
        let card = card(&dataset(id), &malmo, Language::Swedish);
        assert_eq!(card.choice.measure.as_deref(), Some(measure), "{id}");
    }
}

#[test]
fn a_file_about_one_place_tells_of_it_alone() {
    let cleared = dataset("umea-2020");
    let here = card(&cleared, &place(&maps(), "2480", Language::Swedish), Language::Swedish);
    let told = here.told.expect("it is about the place");
    assert!(told.figure.is_known, "{:?}", told.figure);
    assert_eq!((told.table, here.compared), (None, None), "nothing stands beside it");
    assert_eq!(card(&cleared, &place(&maps(), "2481", Language::Swedish), Language::Swedish).told, None);
    let vastmanland = card(&dataset("orosanmalningar"), &place(&maps(), "19", Language::Swedish), Language::Swedish);
    assert!(vastmanland.told.expect("one county is in the file").figure.is_known);
}

proptest::proptest! {
    #[test]
    fn whatever_is_asked_for_is_a_place_or_is_told(asked in ".{0,12}|[0-9]{1,4}|[A-ZÅÄÖ][a-zåäö]{2,8}") {
        static MAPS: OnceLock<Maps> = OnceLock::new();
        let maps = MAPS.get_or_init(maps);
        match maps.wanted(Some(&asked)) {
            Wanted::Place(level, at) => proptest::prop_assert!(maps.place(level, at, Language::English).is_some()),
            Wanted::Named(code) | Wanted::Former { code, .. } => {
                proptest::prop_assert!(matches!(maps.wanted(Some(&code)), Wanted::Place(..)));
            }
            Wanted::Unknown(told) => proptest::prop_assert_eq!(told, asked.trim()),
            Wanted::Nothing => proptest::prop_assert!(asked.trim().is_empty()),
            Wanted::Nation => proptest::prop_assert_eq!(asked.trim(), "00"),
        }
    }
}
