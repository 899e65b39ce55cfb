//! One map for each category: each says what the large map does where its category is picked, and all are painted by the same classes.

#[path = "shipped/catalogue.rs"]
mod catalogue;
mod shipped;

use std::{collections::BTreeMap, sync::LazyLock};

use catalogue::catalogue;
use insyn::{
    export::sheet::{Reader, sheet},
    gate::Cleared,
    model::{choice::Choice, dimension::DimensionKind, text::Language},
    query::{
        breakdown::{map_levels, moved},
        each::{MOST_MAPS, categories, clearance_of_each},
        question::{Ignored, Question, choice_of, resolve},
    },
    stats::classes::{Classing, Limits},
    view_model::{
        asked::asked,
        choosing::changed,
        context::Context,
        controls::{controls, why_single},
        map::{Multiples, Shade, SmallMap, are_several, breaks_at_hand, map, multiples, twin},
    },
};
use shipped::dataset;

/// Every dataset that is shipped.
static DATASETS: LazyLock<Vec<Cleared>> =
    LazyLock::new(|| catalogue().items.iter().map(|item| dataset(&item.id)).collect());

fn with<T>(cleared: &Cleared, question: &Question, make: impl FnOnce(Context) -> T) -> T {
    let asked = asked(cleared, question);
    make(Context { cleared, question, asked: &asked, language: Language::Swedish })
}

/// What a choice asks, each part of it being understood.
fn question(cleared: &Cleared, parts: &[(&str, &str)]) -> Question {
    let (question, ignored) = resolve(cleared, &Choice::default()).expect("every dataset has a question");
    assert_eq!(ignored, []);
    parts.iter().fold(question, |question, (part, value)| {
        changed(cleared, &question, part, value).unwrap_or_else(|| panic!("{part}={value}"))
    })
}

/// Every question of a dataset that has several maps: each measure, level and dimension, the rest as it is by default.
fn questions_of_several(cleared: &Cleared) -> Vec<Question> {
    let cube = cleared.cube();
    let Some(area) = cube.dimension_of_kind(&DimensionKind::Area) else { return Vec::new() };
    let mut questions = Vec::new();
    for measure in &cube.measures {
        for level in map_levels(cleared, area) {
            let at = question(cleared, &[("measure", &measure.id), ("level", level.id())]);
            let each = (0..cube.dimensions.len()).map(|each| Question { each: Some(each), ..at.clone() });
            questions.extend(each.filter(|question| with(cleared, question, are_several)));
        }
    }
    questions
}

#[test]
fn each_small_map_says_what_the_large_one_does_at_its_category() {
    let mut n_compared: BTreeMap<String, usize> = BTreeMap::new();
    for cleared in DATASETS.iter() {
        for question in questions_of_several(cleared) {
            let each = question.each.expect("it is set");
            let dimension = &cleared.cube().dimensions[each];
            // With limits of one's own the colours are those of the large map too.
            let own = Classing::Own(Limits::near(&breaks_at_hand(cleared, &question)));
            let question = Question { classes: own, ..question };
            let several = with(cleared, &question, multiples).expect("there are several");
            assert!((2..=MOST_MAPS).contains(&several.maps.len()));
            for small in &several.maps {
                let category = dimension.position(&small.code).expect("it is one of its categories");
                assert_ne!(dimension.total, Some(category));
                let at = moved(&question.at, each, category);
                let large =
                    with(cleared, &Question { at, each: None, ..question.clone() }, map).expect("there is a map");
                assert_eq!(small.panel.areas, large.areas, "{} {}", dimension.id, small.code);
                assert_eq!((&small.panel.title, &small.panel.summary), (&large.title, &large.summary));
                *n_compared.entry(cleared.cube().dataset.id.clone()).or_default() += 1;
            }
            // The table has a column for each map, which says what the map says.
            let table = with(cleared, &question, twin).expect("there is a table");
            assert_eq!(table.rows.len(), several.maps[0].panel.areas.len());
            let file = sheet(&table, Reader::Program);
            let head = |small: &SmallMap| format!("{}_{}", dimension.id, small.code);
            assert!(several.maps.iter().all(|small| file.heads.contains(&head(small))), "{:?}", file.heads);
            assert_eq!(file.rows.len(), table.rows.len());
            for row in &table.rows {
                for (small, cell) in several.maps.iter().zip(&row.cells[1..]) {
                    let area = small.panel.areas.iter().find(|area| area.code == row.code).expect("it is on each map");
                    assert_eq!((cell, row.is_picked), (&area.lines[0], area.is_picked));
                }
            }
            let names: Vec<&str> = several.maps.iter().map(|small| small.name.as_str()).collect();
            assert!(names.iter().all(|name| !name.is_empty()), "{names:?}");
        }
    }
    assert!(n_compared.values().sum::<usize>() > 100, "{n_compared:?}");
    assert!(n_compared.contains_key("demo"), "{n_compared:?}");
}

fn counted(several: &Multiples) -> BTreeMap<Shade, usize> {
    let mut counted = BTreeMap::new();
    for area in several.maps.iter().flat_map(|small| &small.panel.areas) {
        *counted.entry(area.shade).or_default() += 1;
    }
    counted
}

#[test]
fn one_legend_counts_the_areas_of_all_maps_by_the_same_limits() {
    let cleared = dataset("demo");
    for colour in ["figure", "smoothed", "verdict"] {
        for classes in ["quantile", "equal", "natural", "own"] {
            let question = question(
                &cleared,
                &[("level", "county"), ("each", "period"), ("colour", colour), ("classes", classes)],
            );
            let several = with(&cleared, &question, multiples).expect("there are several");
            let counted = counted(&several);
            for row in &several.shared.legend {
                assert_eq!(row.n_areas, counted.get(&row.shade).copied().unwrap_or_default(), "{colour} {classes}");
            }
            let all: usize = several.shared.legend.iter().map(|row| row.n_areas).sum();
            assert_eq!(all, 21 * several.maps.len());
            let labels = |legend: &[insyn::view_model::map::LegendRow]| {
                let classes = legend.iter().filter(|row| matches!(row.shade, Shade::Class(_)));
                classes.map(|row| row.label.clone()).collect::<Vec<_>>()
            };
            for small in several.maps.iter().filter(|small| !labels(&small.panel.legend).is_empty()) {
                assert_eq!(labels(&small.panel.legend), labels(&several.shared.legend), "{colour} {classes}");
            }
        }
    }
}

#[test]
fn counts_have_no_small_maps_and_what_is_chosen_stays() {
    let cleared = dataset("demo");
    let share = question(&cleared, &[("level", "county"), ("each", "period")]);
    let count = cleared.cube().measures.iter().find(|it| it.id == "found").expect("it has a count");
    let counted = changed(&cleared, &share, "measure", &count.id).expect("it is a measure");
    assert_eq!(counted.each, share.each);
    assert!(with(&cleared, &counted, multiples).is_none());
    let each = with(&cleared, &counted, controls).each.expect("the choice is there");
    assert!(each.shut_because.is_some());
    assert!(with(&cleared, &share, controls).each.expect("the choice is there").shut_because.is_none());
}

#[test]
fn a_dimension_without_categories_for_maps_of_their_own_has_a_single_map() {
    let mut n_looked_at = 0;
    for cleared in DATASETS.iter() {
        let Some(area) = cleared.cube().dimension_of_kind(&DimensionKind::Area) else { continue };
        for level in map_levels(cleared, area) {
            let single = question(cleared, &[("level", level.id())]);
            let all = (0..cleared.cube().dimensions.len()).map(|each| Question { each: Some(each), ..single.clone() });
            for question in all.filter(|it| categories(cleared, it, it.each.expect("it is set")).is_empty()) {
                assert!(!with(cleared, &question, are_several), "{:?}", question.each);
                assert!(with(cleared, &question, multiples).is_none());
                assert_eq!(with(cleared, &question, twin), with(cleared, &single, twin));
                n_looked_at += 1;
            }
        }
    }
    assert!(n_looked_at > 10, "{n_looked_at}");
}

#[test]
fn a_dimension_that_is_not_cleared_is_shut_with_its_reason() {
    let mut n_shut = 0;
    for cleared in DATASETS.iter() {
        let Some(area) = cleared.cube().dimension_of_kind(&DimensionKind::Area) else { continue };
        for level in map_levels(cleared, area) {
            let question = question(cleared, &[("level", level.id())]);
            let Some(select) = with(cleared, &question, controls).each else { continue };
            for option in select.options.iter().skip(1) {
                let each = cleared.cube().dimension_by_id(&option.value).expect("an option is a dimension");
                assert!(!categories(cleared, &question, each).is_empty());
                if clearance_of_each(cleared, &question, each).is_err() {
                    assert!(select.shut.contains(&option.value) && option.label.ends_with(')'), "{}", option.label);
                    n_shut += 1;
                }
            }
        }
    }
    assert!(n_shut > 0);
}

#[test]
fn a_finer_level_than_is_cleared_has_one_map_and_says_why() {
    let cleared = dataset("demo");
    let county = question(&cleared, &[("level", "county"), ("each", "sex")]);
    assert_eq!(with(&cleared, &county, why_single), None);
    let finer = changed(&cleared, &county, "level", "municipality").expect("it is a level");
    assert_eq!(finer.each, county.each);
    assert!(with(&cleared, &finer, multiples).is_none());
    let why = with(&cleared, &finer, why_single).expect("it says why");
    let label = cleared.cube().dimensions[finer.each.expect("it stays")].label.get(Language::Swedish);
    assert!(why.contains(label), "{why}");
}

#[test]
fn an_address_says_shape_maps_and_limits_and_is_understood_again() {
    let cleared = dataset("demo");
    let question = question(
        &cleared,
        &[("level", "county"), ("each", "period"), ("shape", "tiles"), ("classes", "own:10:20.5:30")],
    );
    let choice = choice_of(cleared.cube(), &question);
    assert_eq!(choice.each.as_deref(), Some("period"));
    assert_eq!(choice.shape.as_deref(), Some("tiles"));
    assert_eq!(choice.classes.as_deref(), Some("own:10:20.5:30"));
    assert_eq!(resolve(&cleared, &choice), Some((question.clone(), Vec::new())));

    let wrong = |id: &str| Some(id.to_owned());
    for each in ["area", "nonsense"] {
        let (understood, ignored) =
            resolve(&cleared, &Choice { each: wrong(each), shape: wrong("globe"), ..choice.clone() })
                .expect("a question");
        assert_eq!(understood.each, None);
        assert_eq!(ignored, [Ignored::Shape("globe".into()), Ignored::Each(each.into())]);
    }
}

#[test]
fn own_limits_begin_where_the_classes_were_stay_over_the_years_and_leave_with_the_unit() {
    let cleared = dataset("demo");
    let before = question(&cleared, &[("level", "county"), ("classes", "equal")]);
    let own = changed(&cleared, &before, "classes", "own").expect("own limits may be chosen");
    let Classing::Own(limits) = own.classes else { panic!("they are the reader's own") };
    assert!(!limits.values().is_empty());
    let shades = |question: &Question| {
        let panel = with(&cleared, question, map).expect("there is a map");
        panel.areas.iter().map(|area| area.shade).collect::<Vec<_>>()
    };
    assert_eq!(shades(&own), shades(&before));

    let period = cleared.cube().dimension_of_kind(&DimensionKind::Period).expect("it has periods");
    let first = cleared.cube().dimensions[period].categories[0].code.clone();
    let id = cleared.cube().dimensions[period].id.clone();
    assert_eq!(changed(&cleared, &own, &id, &first).expect("it is a period").classes, own.classes);

    let seven = changed(&cleared, &own, "classes", "own:5:10:15:20:25:30").expect("they are limits");
    let legend = with(&cleared, &seven, map).expect("there is a map").legend;
    assert_eq!(legend.iter().filter(|row| matches!(row.shade, Shade::Class(_))).count(), 7);
    assert_eq!(legend.iter().map(|row| row.n_areas).sum::<usize>(), 21);

    assert_eq!(changed(&cleared, &own, "classes", "own:20:10"), None);
    let count = changed(&cleared, &own, "measure", "found").expect("it is a measure");
    assert_eq!(count.classes, Classing::default());
}
