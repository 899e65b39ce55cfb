//! The demonstration's records: what is planted in them is found in their tables as they are shipped, through load, gate, query and verdict.

mod shipped;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use insyn::{
    gate::Cleared,
    load::jsonstat::profile::WireLegalBasis,
    model::{area::Level, choice::Choice, cube::Cube, figure::Absence, policy::LegalSubject},
    publish::demo::{plan, world},
    query::{
        answer::answer,
        judged,
        question::{Question, resolve},
    },
    stats::{cochran_armitage::cochran_armitage, interval::Confidence, risk_ratio::risk_ratio},
    verdict::Kind,
};
use shipped::dataset;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("public/data/source/README.md")).expect("it is committed")
}

/// A published figure; the dimensions left out are at their total.
fn figure(cube: &Cube, measure: &str, at: &[(&str, &str)]) -> Option<f64> {
    let places: Option<Vec<usize>> = cube
        .dimensions
        .iter()
        .map(|dimension| match at.iter().find(|(id, _)| *id == dimension.id) {
            Some((_, code)) => dimension.position(code),
            None => dimension.total,
        })
        .collect();
    let column = cube.measures.get(cube.measure_by_id(measure)?)?.column?;
    cube.columns.get(column)?.number(cube.row(&places?)?)
}

/// Counts of a share, added up over years: of so many, so many.
fn counts(cube: &Cube, measures: [&str; 2], years: &[u16], at: &[(&str, &str)]) -> (u64, u64) {
    let mut sum = (0, 0);
    for year in years {
        let year = year.to_string();
        let at: Vec<(&str, &str)> = at.iter().copied().chain([("period", year.as_str())]).collect();
        let [found, all] = measures.map(|measure| figure(cube, measure, &at));
        let (found, all) = (found.unwrap_or_else(|| panic!("{at:?} is shown")), all.expect("so is what it is of"));
        sum = (sum.0 + found as u64, sum.1 + all as u64);
    }
    sum
}

fn share(cube: &Cube, measures: [&str; 2], years: &[u16], at: &[(&str, &str)]) -> f64 {
    let (found, all) = counts(cube, measures, years, at);
    found as f64 / all as f64
}

fn ask(cleared: &Cleared, measure: &str, categories: &[(&str, &str)]) -> Question {
    let choice = Choice {
        measure: Some(measure.into()),
        against: Some("nation".into()),
        categories: categories.iter().map(|(id, code)| ((*id).to_owned(), (*code).to_owned())).collect(),
        ..Choice::default()
    };
    let (question, ignored) = resolve(cleared, &choice).expect("there is a question");
    assert_eq!(ignored, []);
    question
}

const EXPOSED: [&str; 2] = ["exposed", "placed"];
const VIOLENCE: [&str; 2] = ["violence_homes", "homes"];
/// Before and after the break.
const BEFORE: [u16; 3] = [2017, 2018, 2019];
const AFTER: [u16; 5] = [2020, 2021, 2022, 2023, 2024];

#[test]
fn every_table_passes_the_gate_says_that_it_is_made_up_and_has_both_languages() {
    let spec = insyn::publish::demo::make::spec(&root().join("public/data/source")).expect("it is whole");
    assert!(spec.table.len() >= 10);
    for table in &spec.table {
        let cleared = dataset(&table.id);
        let cube = cleared.cube();
        assert!(cube.dataset.is_synthetic && !cube.dataset.is_unprotected, "{}", table.id);
        assert!(cube.dataset.combinations.is_some() && cube.dataset.disclosure.is_some(), "{}", table.id);
        assert!(cube.dataset.label.translation().is_some_and(|label| label.contains("synthetic")), "{}", table.id);
        for measure in &cube.measures {
            assert!(measure.label.translation().is_some() && measure.unit.translation().is_some(), "{}", measure.id);
        }
        for dimension in cube.dimensions.iter().filter(|it| !it.kind.has_names()) {
            assert!(dimension.categories.iter().all(|it| it.label.translation().is_some()), "{}", dimension.id);
        }
        let words = table.about.as_ref().expect("the catalogue says what it is about");
        assert!(words.contains_key("sv") && words.contains_key("en"), "{}", table.id);
    }
}

#[test]
fn the_planted_counties_are_found_and_no_other_is_in_most_years() {
    let planted = world::planted(plan::SEED);
    let readme = readme();
    let cleared = dataset("demo-utsatta");
    let (mut n_higher, mut n_lower, mut n_others) = (0, 0, 0);
    for year in plan::YEARS {
        let question = ask(&cleared, "exposed_share", &[("period", &year.to_string())]);
        let judged = judged::areas(&cleared, &question, Level::County).expect("there are counties");
        let verdicts = &judged.judgement.as_ref().expect("they are compared").family.verdicts;
        let categories = &cleared.cube().dimensions[judged.dimension].categories;
        for (row, verdict) in judged.rows.iter().zip(verdicts) {
            let code = &categories[row.category].code;
            match verdict.kind() {
                Kind::Higher if *code == planted.higher => n_higher += 1,
                Kind::Lower if *code == planted.lower => n_lower += 1,
                Kind::Higher | Kind::Lower => n_others += 1,
                _ => {}
            }
        }
    }
    assert!(n_higher >= 5 && n_lower >= 5, "{n_higher} and {n_lower} of eight years");
    // Nineteen counties in eight years; the mix of homes differs, so a few more than chance alone.
    assert!(n_others <= 12, "{n_others}");
    for code in [&planted.higher, &planted.lower] {
        assert!(readme.contains(&format!("county {code}")), "the sources say that {code} is planted");
    }
}

#[test]
fn girls_and_boys_differ_by_chance_alone() {
    let cleared = dataset("demo-utsatta");
    let [girls, boys] =
        ["K", "M"].map(|sex| share(cleared.cube(), EXPOSED, &AFTER, &[("sex", sex), ("home_type", "hvb")]));
    assert!((girls - boys).abs() < 0.015, "{girls} and {boys}");
}

#[test]
fn private_homes_have_more_only_because_of_their_type() {
    let cleared = dataset("demo-utsatta");
    let of = |at: &[(&str, &str)]| share(cleared.cube(), EXPOSED, &AFTER, at);
    let [private, municipal] = ["privat", "kommunal"].map(|ownership| of(&[("ownership", ownership)]));
    assert!(private > municipal + 0.015, "{private} and {municipal}");
    let [private, municipal] =
        ["privat", "kommunal"].map(|ownership| of(&[("ownership", ownership), ("home_type", "hvb")]));
    assert!((private - municipal).abs() < 0.015, "{private} and {municipal}");
}

#[test]
fn there_is_a_break_in_2020_and_the_data_say_so() {
    let cleared = dataset("demo-utsatta");
    let cube = cleared.cube();
    let [before, after] = [&BEFORE[..], &AFTER[..]].map(|years| share(cube, EXPOSED, years, &[("home_type", "hvb")]));
    let (year, more) = plan::BREAK;
    let planted = f64::from(more) / 1000.0;
    assert!((after - before - planted).abs() < 0.012, "{before} and {after}");
    let period = cube.dimension_by_id("period").and_then(|at| cube.dimensions.get(at)).expect("it has years");
    assert_eq!(period.breaks.iter().map(|it| it.period.clone()).collect::<Vec<_>>(), [year.to_string()]);
}

#[test]
fn one_step_has_a_trend_and_the_others_have_none() {
    let cleared = dataset("demo-handlaggning");
    let (trend, fewer) = plan::TREND;
    let scores: Vec<f64> = plan::YEARS.iter().map(|year| f64::from(*year)).collect();
    for (step, _) in plan::STEPS {
        let of =
            |year: &u16| counts(cleared.cube(), ["steps_deficient", "steps_examined"], &[*year], &[("step", step)]);
        let groups: Vec<(u64, u64)> = plan::YEARS.iter().map(of).collect();
        let test = cochran_armitage(&groups, &scores).expect("there are cases");
        assert_eq!(test.p < 0.0001, step == trend, "{step}: {test:?}");
        if step == trend {
            let share = |(found, all): (u64, u64)| found as f64 / all as f64;
            let fallen = share(groups[0]) - share(groups[7]);
            assert!((fallen - f64::from(fewer) * 7.0 / 1000.0).abs() < 0.08, "{fallen}");
        }
    }
}

#[test]
fn violence_goes_with_what_the_staff_lack_and_not_with_what_the_manager_does() {
    let cleared = dataset("demo-kompetens");
    let cube = cleared.cube();
    let of = |at: &[(&str, &str)]| counts(cube, VIOLENCE, &AFTER, at);
    let ratio = |with, without| risk_ratio(with, without, Confidence::P95).expect("there are homes");
    let staff = ratio(of(&[("staff", "brist")]), of(&[("staff", "ok")]));
    assert!(staff.interval.low > 1.4, "{staff:?}");
    let manager = ratio(of(&[("manager", "brist")]), of(&[("manager", "ok")]));
    assert!(manager.interval.low < 1.0 && manager.interval.high > 1.0, "{manager:?}");
    // Honour-related violence as a topic is drawn apart from all else.
    let ((lack, all_lack), (any, all)) = (of(&[("topic", "heder")]), of(&[]));
    let topic = ratio((lack, all_lack), (any - lack, all - all_lack));
    assert!(topic.interval.low < 1.0 && topic.interval.high > 1.0, "{topic:?}");
}

/// Of all years: cases with a deficiency in the first step, and those of them with one in the other too.
fn together(cube: &Cube, first: &str, other: &str) -> (u64, u64) {
    counts(cube, ["cases_both", "cases_first"], &plan::YEARS, &[("step_first", first), ("step_other", other)])
}

#[test]
fn two_steps_fail_together_and_the_others_hardly_more_than_by_chance() {
    let [pairs, steps] = ["demo-samband", "demo-handlaggning"].map(dataset);
    let all_of = |step| counts(steps.cube(), ["steps_deficient", "steps_examined"], &plan::YEARS, &[("step", step)]);
    let (one, other, _) = plan::TOGETHER;
    for (first, _) in plan::STEPS {
        for (second, _) in plan::STEPS.into_iter().filter(|(second, _)| *second != first) {
            let (both, with) = together(pairs.cube(), first, second);
            let ((all_with, all), (all_second, _)) = (all_of(first), all_of(second));
            assert_eq!(with, all_with, "{first}: what the share is of is what the step itself has");
            let ratio = risk_ratio((both, with), (all_second - both, all - with), Confidence::P95).expect("cases");
            if [(one, other), (other, one)].contains(&(first, second)) {
                assert!(ratio.interval.low > 1.3, "{first}, {second}: {ratio:?}");
            } else {
                assert!(ratio.interval.low < 1.1 && ratio.interval.high > 0.94, "{first}, {second}: {ratio:?}");
            }
        }
    }
    let (both, with) = together(pairs.cube(), one, other);
    let ((_, all), (all_other, _)) = (all_of(one), all_of(other));
    let more = both as f64 / with as f64 - (all_other - both) as f64 / (all - with) as f64;
    assert!(readme().contains(&format!("the first, {:.0} in a hundred more fail", 100.0 * more)), "{more}");
}

#[test]
fn a_pair_of_steps_is_the_same_from_both_sides_and_a_step_is_no_pair_with_itself() {
    let cleared = dataset("demo-samband");
    let cube = cleared.cube();
    let (mut n_pairs, mut n_alone) = (0, 0);
    for year in plan::YEARS.map(|year| year.to_string()) {
        for (first, _) in plan::STEPS {
            for (other, _) in plan::STEPS {
                let of = |measure, first, other| {
                    figure(cube, measure, &[("step_first", first), ("step_other", other), ("period", &year)])
                };
                let (both, with) = (of("cases_both", first, other), of("cases_first", first, other));
                if first == other {
                    assert_eq!((both, with), (None, None), "{first} {year}");
                    n_alone += 1;
                } else if let Some((both, turned)) = both.zip(of("cases_both", other, first)) {
                    assert_eq!(both, turned, "{first} and {other} {year}");
                    assert!(with.is_some_and(|with| both <= with), "{first} and {other} {year}");
                    n_pairs += 1;
                }
            }
        }
    }
    assert!(n_alone == 64 && n_pairs > 400, "{n_alone} {n_pairs}");
    // Not a zero, and not all of them: it is said that there can be none, and the question that is asked first has an answer.
    let alone = ask(&cleared, "both_share", &[("step_first", "beslut"), ("step_other", "beslut")]);
    let shown = answer(&cleared, alone.measure, &alone.at);
    assert_eq!((shown.figure.absence(), shown.interval), (Some(&Absence::NotApplicable), None));
    let (first, _) = resolve(&cleared, &Choice::default()).expect("there is a question");
    assert!(answer(&cleared, first.measure, &first.at).figure.value().is_some());
}

/// Of a time limit in these years: cases that missed it, and all that had it.
fn limit(cube: &Cube, years: &[u16], limit: &str, sex: &str) -> (u64, u64) {
    counts(cube, ["limit_late", "limit_cases"], years, &[("limit", limit), ("case_sex", sex)])
}

#[test]
fn one_time_limit_is_missed_more_each_year_and_girls_and_boys_miss_none_more() {
    let cleared = dataset("demo-tider");
    let (trend, _) = plan::LIMIT_TREND;
    let scores: Vec<f64> = plan::YEARS.iter().map(|year| f64::from(*year)).collect();
    for (id, _) in plan::LIMITS {
        let groups: Vec<(u64, u64)> = plan::YEARS.iter().map(|year| limit(cleared.cube(), &[*year], id, "T")).collect();
        let test = cochran_armitage(&groups, &scores).expect("there are cases");
        assert_eq!(test.p < 0.001, id == trend, "{id}: {test:?}");
        if id == trend {
            let share = |(missed, all): (u64, u64)| missed as f64 / all as f64;
            let more = (share(groups[7]) - share(groups[0])) * 1000.0 / 7.0;
            let said = format!("from {:.0} to {:.0} of a hundred", share(groups[0]) * 100.0, share(groups[7]) * 100.0);
            assert!(more > 8.0 && readme().contains(&said), "{said}: {more} more of a thousand each year");
        }
        let [girls, boys] = ["K", "M"].map(|sex| limit(cleared.cube(), &plan::YEARS, id, sex));
        let ratio = risk_ratio(girls, boys, Confidence::P95).expect("there are cases");
        assert!(ratio.interval.low < 1.0 && ratio.interval.high > 1.0, "{id}: {ratio:?}");
        // The question of that year has its answer through the door, too.
        let question = ask(&cleared, "limit_late_share", &[("limit", id), ("period", "2024")]);
        assert!(answer(&cleared, question.measure, &question.at).interval.is_some(), "{id}");
    }
}

#[test]
fn each_time_limit_names_its_law_and_the_specification_says_of_each_what_the_recipes_do() {
    let source = root().join("public/data/source");
    let spec = insyn::publish::demo::make::spec(&source).expect("it is whole");
    let laws = fs::read_to_string(source.join("laws.toml")).expect("it is committed");
    let laws: BTreeMap<String, WireLegalBasis> = toml::from_str(&laws).expect("it is TOML");
    assert!(spec.law.len() > 9);
    for (id, law) in &spec.law {
        assert_eq!(Some(law), laws.get(id), "{id}");
    }
    for (id, dimension) in [("demo-tider", "limit"), ("demo-kontroll", "layer"), ("demo-galler", "concern")] {
        let cleared = dataset(id);
        let at = cleared.cube().dimension_by_id(dimension).expect("it is there");
        for (place, category) in cleared.cube().dimensions[at].categories.iter().enumerate() {
            let subject = LegalSubject::Category { dimension: at, category: place };
            let is_based = cleared.cube().dataset.legal_bases.iter().any(|it| it.subject == subject);
            assert_eq!(is_based, category.code != "alla", "{id}: {}", category.code);
        }
    }
}

#[test]
fn a_case_is_late_where_it_misses_a_time_limit_and_only_there() {
    let sheets = world::records(plan::SEED);
    let sheet = |name: &str| sheets.iter().find(|sheet| sheet.name == name).expect("they are drawn");
    let (cases, limits, concerns) = (sheet("cases"), sheet("limits"), sheet("concerns"));
    let missed: BTreeSet<&str> = (limits.rows.iter())
        .filter(|row| limits.cell(row, "late") == "1")
        .map(|row| limits.cell(row, "case_id"))
        .collect();
    let about: BTreeSet<&str> = (concerns.rows.iter())
        .filter(|row| concerns.cell(row, "deficient") == "1")
        .map(|row| concerns.cell(row, "case_id"))
        .collect();
    for row in &cases.rows {
        let id = cases.cell(row, "case_id");
        assert_eq!(missed.contains(id), cases.cell(row, "in_time") == "0", "{id}");
        assert_eq!(about.contains(id), cases.cell(row, "n_steps") != "0", "{id}: a deficiency is about something");
    }
}

#[test]
fn the_best_interests_of_the_child_go_with_what_is_not_known_and_with_no_other_cause() {
    let cleared = dataset("demo-galler");
    let of = |concern, cause| {
        let at = [("concern", concern), ("cause", cause)];
        counts(cleared.cube(), ["concern_deficient", "concern_cases"], &plan::YEARS, &at)
    };
    let share = |(found, all): (u64, u64)| found as f64 / all as f64;
    let with = share(of("barnets_basta", "okunskap"));
    let (of_all, more) = plan::BEST_INTERESTS;
    assert!((with - f64::from(of_all + more) / 1000.0).abs() < 0.02, "{with}");
    assert!(readme().contains(&format!("in {:.0} of a hundred cases", 100.0 * with)), "{with}");
    // A case may have another cause besides, so the others lie between: as far from it as from none.
    for cause in ["resurser", "rutiner", "samverkan", "ledning"] {
        let other = share(of("barnets_basta", cause));
        assert!(with - other > 0.07, "{cause}: {other}");
    }
}

/// Of children in homes that lie so: how many a layer of control reaches, and how many they are.
fn layer(cube: &Cube, id: &str, distance: &str) -> (u64, u64) {
    counts(cube, ["control_reached", "control_children"], &plan::YEARS, &[("layer", id), ("distance", distance)])
}

#[test]
fn children_in_another_county_are_followed_up_less_and_the_other_layers_reach_them_as_others() {
    let cleared = dataset("demo-kontroll");
    let share = |(found, all): (u64, u64)| found as f64 / all as f64;
    let [near, far] = ["inom", "utom"].map(|distance| share(layer(cleared.cube(), "kommun", distance)));
    let (of_all, fewer) = plan::FOLLOWED_UP;
    assert!((near - f64::from(of_all) / 1000.0).abs() < 0.01, "{near}");
    assert!((near - far - f64::from(fewer) / 1000.0).abs() < 0.012, "{near} and {far}");
    assert!(readme().contains(&format!("{fewer} fewer of a thousand")));
    for other in ["hem", "stat"] {
        let [near, far] = ["inom", "utom"].map(|distance| share(layer(cleared.cube(), other, distance)));
        assert!((near - far).abs() < 0.02, "{other}: {near} and {far}");
    }
    // Whom all three reach, each of them reaches.
    let all = layer(cleared.cube(), "alla", "T");
    for id in ["kommun", "hem", "stat"] {
        let of_layer = layer(cleared.cube(), id, "T");
        assert!(all.0 < of_layer.0 && all.1 == of_layer.1, "{id}: all layers are of the same children");
    }
}

#[test]
fn the_children_whom_a_layer_does_not_reach_are_none_or_many() {
    let cleared = dataset("demo-kontroll");
    let cube = cleared.cube();
    let columns = ["control_reached", "control_children"].map(|id| {
        let measure = &cube.measures[cube.measure_by_id(id).expect("it is there")];
        &cube.columns[measure.column.expect("it has cells")]
    });
    let mut n_shown = 0;
    for row in 0..columns[0].len() {
        if let [Some(reached), Some(all)] = columns.map(|column| column.number(row)) {
            assert!(reached == all || all - reached >= 5.0, "row {row}: {reached} of {all}");
            n_shown += 1;
        }
    }
    assert!(n_shown > 250, "{n_shown}");
}

#[test]
fn a_child_placed_across_a_border_is_so_in_both_of_its_counties() {
    let cleared = dataset("demo-lansgrans");
    let cube = cleared.cube();
    let of =
        |side, area, measure, year: &str| figure(cube, measure, &[("side", side), ("area", area), ("period", year)]);
    let counties = cube.dimensions[cube.dimension_by_id("area").expect("there are areas")].categories.iter();
    let counties: Vec<&str> = counties.map(|it| it.code.as_str()).filter(|code| *code != "00").collect();
    assert_eq!(counties.len(), 21);
    for year in plan::YEARS.map(|year| year.to_string()) {
        for measure in ["side_children", "side_across"] {
            let [placing, home] = ["placerande", "hemmet"].map(|side| of(side, "00", measure, &year));
            assert!(placing.is_some() && placing == home, "{measure} {year}");
        }
        for area in &counties {
            // Who stays inside is the same child from both sides.
            let inside = |side| {
                let [all, across] = ["side_children", "side_across"].map(|measure| of(side, area, measure, &year));
                all.zip(across).map(|(all, across)| all - across)
            };
            assert!(inside("placerande").is_some(), "{area} {year}");
            assert_eq!(inside("placerande"), inside("hemmet"), "{area} {year}");
        }
    }
}

#[test]
fn the_kinds_of_deficiency_in_a_step_make_its_deficiencies() {
    let [kinds, steps] = ["demo-brister-steg", "demo-handlaggning"].map(dataset);
    let by = &kinds.cube().dimensions[kinds.cube().dimension_by_id("step_fault").expect("there are kinds")];
    let codes: Vec<&str> = by.categories.iter().map(|it| it.code.as_str()).filter(|code| *code != "T").collect();
    let mut n_whole = 0;
    for year in plan::YEARS.map(|year| year.to_string()) {
        for (step, _) in plan::STEPS {
            let at = [("step", step), ("period", year.as_str())];
            let of = |kind| figure(kinds.cube(), "steps_deficient", &[at[0], at[1], ("step_fault", kind)]);
            assert_eq!(of("T"), figure(steps.cube(), "steps_deficient", &at), "{step} {year}");
            if let Some(parts) = codes.iter().map(|kind| of(kind)).collect::<Option<Vec<f64>>>() {
                assert_eq!(of("T"), Some(parts.iter().sum()), "{step} {year}");
                n_whole += 1;
            }
        }
    }
    assert!(n_whole > 55, "{n_whole}");
}

#[test]
fn a_seed_gives_the_same_records_and_another_gives_others() {
    let sheets = world::records(plan::SEED);
    assert!(sheets == world::records(plan::SEED));
    assert!(sheets != world::records(plan::SEED + 1));
    let homes = sheets.iter().find(|sheet| sheet.name == "homes").expect("there are homes");
    assert!((1150..1450).contains(&homes.rows.len()), "{} homes", homes.rows.len());
}

#[test]
fn the_county_that_lies_farthest_off_by_chance_is_not_told_apart() {
    let planted = world::planted(plan::SEED);
    let cleared = dataset("demo-utsatta");
    let question = ask(&cleared, "exposed_share", &[("period", "2023")]);
    let judged = judged::areas(&cleared, &question, Level::County).expect("there are counties");
    let nation = share(cleared.cube(), EXPOSED, &[2023], &[]);
    let verdicts = &judged.judgement.as_ref().expect("they are compared").family.verdicts;
    let categories = &cleared.cube().dimensions[judged.dimension].categories;
    let others = judged.rows.iter().zip(verdicts).filter_map(|(row, verdict)| {
        let code = categories[row.category].code.as_str();
        let is_planted = [&planted.higher, &planted.lower].iter().any(|other| *other == code);
        let value = row.answer.figure.exact_value().filter(|_| !is_planted)?;
        Some(((value / 100.0 - nation).abs(), code, verdict.kind()))
    });
    let (away, code, kind) = others.max_by(|one, other| one.0.total_cmp(&other.0)).expect("there are others");
    assert!(away > 0.03, "{code} {away}");
    assert!(!matches!(kind, Kind::Higher | Kind::Lower), "{code}: {kind:?}");
    assert!(readme().contains(&format!("county {code}, see below")), "the sources say that it is {code}");
}
