//! Crosstabs of a small file: what stands in each cell, how it is drawn, what is said with it, and what can be chosen.

use super::{choices, crosstab, is_offered, reading};
use crate::{
    gate::{self, Cleared},
    load::jsonstat,
    model::{
        area::Level,
        choice::Choice,
        cube::Cube,
        dataset::CombinedDimension,
        figure::{Figure, Flag, Flags, Known},
        text::Language,
    },
    query::question::{Ignored, Question, choice_of, resolve},
    view_model::{asked::Asked, choosing::changed, context::Context, table::TablePanel},
};

const SEX: usize = 0;
const AREA: usize = 1;
const PERIOD: usize = 2;

fn cleared(change: impl FnOnce(&mut Cube)) -> Cleared {
    let bytes = include_bytes!("../../../tests/fixtures/jsonstat/parts.json");
    let mut cube = jsonstat::read(bytes, "parts").0.expect("the file is whole");
    change(&mut cube);
    gate::admit(cube).expect("the gate lets it in")
}

fn choice(measure: &str, by: &str, across: Option<&str>, at: &[(&str, &str)]) -> Choice {
    let categories = at.iter().map(|(id, code)| ((*id).to_owned(), (*code).to_owned())).collect();
    let text = |it: &str| Some(it.to_owned());
    Choice { measure: text(measure), by: text(by), across: across.and_then(text), categories, ..Choice::default() }
}

fn with<T>(cleared: &Cleared, question: &Question, make: impl FnOnce(Context) -> T) -> T {
    let asked = Asked::nothing(question);
    make(Context { cleared, question, asked: &asked, language: Language::Swedish })
}

fn table(cleared: &Cleared, choice: &Choice) -> TablePanel {
    let (question, ignored) = resolve(cleared, choice).expect("there is a question");
    assert_eq!(ignored, []);
    with(cleared, &question, crosstab).expect("there is a crosstab")
}

fn ids(table: &TablePanel) -> Vec<&str> {
    table.columns.iter().map(|column| column.id.as_str()).collect()
}

const BLEKINGE: [(&str, &str); 3] = [("sex", "boy"), ("area", "1060"), ("period", "2021")];

#[test]
fn each_cell_is_a_figure_and_a_hidden_one_says_so() {
    let cleared = cleared(|_| {});
    let table = table(&cleared, &choice("cases", "sex", Some("period"), &BLEKINGE));
    assert_eq!(table.caption, "Ärenden med fynd efter kön och år, Olofström");
    assert_eq!(ids(&table), ["label", "period_2020", "period_2021", "period_2022"]);
    let cells: Vec<Vec<&str>> = table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
    assert_eq!(cells, [["Flickor", "5", "5", "5"], ["Pojkar", "5", "dold av sekretess", "dold av sekretess"]]);
    assert_eq!(table.rows.iter().map(|row| row.is_picked).collect::<Vec<_>>(), [false, true]);
    let shades: Vec<Vec<u8>> = table.rows.iter().map(|row| row.looks.iter().map(|look| look.shade).collect()).collect();
    assert_eq!(shades, [[0, 5, 5, 5], [0, 5, 0, 0]]);
    assert_eq!(table.rows[1].looks.iter().filter(|look| look.is_hidden).count(), 2);
    // The break is between two of its columns.
    assert!(table.note.contains("Ny blankett."), "{}", table.note);
    assert!(!reading(&table, Language::Swedish).contains("osäkerhet"));
}

#[test]
fn a_share_has_its_interval_and_n_below_it() {
    let cleared = cleared(|_| {});
    let at = [("area", "1080"), ("period", "2020")];
    let table = table(&cleared, &choice("share", "area", Some("sex"), &at));
    let row = table.rows.iter().find(|row| row.code == "1080").expect("it is in the table");
    assert_eq!(row.cells, ["Karlskrona", "20,0\u{a0}%", "15,0\u{a0}%"]);
    assert_eq!(row.looks[2].below, "10,7–20,6\u{a0}%, n\u{a0}=\u{a0}200");
    assert!(reading(&table, Language::Swedish).contains("osäkerhet"));
}

#[test]
fn what_takes_in_others_has_no_shade_of_its_own_and_pales_nobody() {
    let cleared = cleared(|_| {});
    let at = [("area", "1080"), ("period", "2020")];
    let table = table(&cleared, &choice("cases", "area", Some("sex"), &at));
    let shade = |code: &str| {
        let row = table.rows.iter().find(|row| row.code == code).expect("it is in the table");
        row.looks.iter().map(|look| look.shade).collect::<Vec<_>>()
    };
    // The county: 54 girls, which is more than any of its municipalities has.
    assert_eq!(shade("10"), [0, 0, 0]);
    assert_eq!(shade("1080"), [0, 4, 5]);
    // Our own sum is said to be one, in the cell and with the table.
    assert!(table.note.contains("ummerat av Insyn"), "{}", table.note);
}

#[test]
fn overlapping_categories_are_said_not_to_be_added_up() {
    let of = |is_multi_response: bool| {
        let cleared = cleared(|cube| cube.dimensions[SEX].is_multi_response = is_multi_response);
        table(&cleared, &choice("cases", "period", Some("sex"), &[("area", "1080")])).note
    };
    assert!(of(true).contains("De läggs aldrig ihop."), "{}", of(true));
    assert!(!of(false).contains("De läggs aldrig ihop."), "{}", of(false));
}

#[test]
fn a_remark_comes_along() {
    let cleared = cleared(|cube| {
        let row = cube.row(&[0, 4, 0]).expect("it is there");
        let flags = Flags::from_iter([Flag::Provisional]);
        cube.columns[0].set(row, Figure::Known(Known { value: 20.0, qualifier: None, flags }));
    });
    let table = table(&cleared, &choice("cases", "sex", Some("period"), &[("area", "1080")]));
    assert!(table.rows[0].looks[1].below.contains("preliminär"), "{:?}", table.rows[0].looks);
    assert!(table.note.contains("preliminär"), "{}", table.note);
}

#[test]
fn what_does_not_fit_across_is_told_and_something_else_stands_there() {
    let cleared = cleared(|_| {});
    for wrong in ["x", "sex"] {
        let (question, ignored) =
            resolve(&cleared, &choice("cases", "sex", Some(wrong), &BLEKINGE)).expect("a question");
        assert_eq!(ignored, [Ignored::Across(wrong.to_owned())]);
        assert_eq!(question.across, Some(PERIOD));
    }
    // By default neither place nor time, where there is something else.
    let (question, ignored) = resolve(&cleared, &choice("cases", "period", None, &BLEKINGE)).expect("a question");
    assert_eq!((question.across, ignored), (Some(SEX), Vec::new()));
}

#[test]
fn choosing_what_stands_on_the_other_side_swaps_the_two() {
    let cleared = cleared(|_| {});
    let (question, _) = resolve(&cleared, &choice("cases", "sex", Some("period"), &BLEKINGE)).expect("a question");
    for (part, value) in [("by", "period"), ("across", "sex")] {
        let next = changed(&cleared, &question, part, value).expect("it can be chosen");
        assert_eq!((next.by, next.across), (PERIOD, Some(SEX)), "{part}");
    }
    let next = changed(&cleared, &question, "across", "area").expect("it can be chosen");
    assert_eq!((next.by, next.across), (SEX, Some(AREA)));
    let choices = with(&cleared, &question, choices);
    assert_eq!(choices.swapped.as_deref(), Some("sex"));
    let offered = |options: &[crate::view_model::controls::Choosable]| {
        options.iter().map(|it| (it.value.clone(), it.is_picked)).collect::<Vec<_>>()
    };
    let option = |id: &str, is_picked: bool| (id.to_owned(), is_picked);
    assert_eq!(offered(&choices.rows.options), [option("sex", true), option("area", false), option("period", false)]);
    assert_eq!(offered(&choices.columns.options), [option("area", false), option("period", true)]);
}

#[test]
fn only_what_is_cleared_together_is_crossed_and_the_rest_says_why() {
    let together = |dimensions: &[usize]| {
        let of = |dimension: &usize| CombinedDimension { dimension: *dimension, level: None };
        dimensions.iter().map(of).collect::<Vec<_>>()
    };
    let shut =
        cleared(|cube| cube.dataset.combinations = Some(vec![together(&[SEX, PERIOD]), together(&[AREA, PERIOD])]));
    let at = [("sex", "*"), ("area", "*"), ("period", "2020")];
    let (_, ignored) = resolve(&shut, &choice("visits", "sex", Some("area"), &at)).expect("a question");
    assert_eq!(ignored, [Ignored::Across("area".to_owned())]);
    let (question, ignored) = resolve(&shut, &choice("visits", "sex", Some("period"), &at)).expect("a question");
    assert_eq!((question.across, ignored), (Some(PERIOD), Vec::new()));
    let offered = with(&shut, &question, choices);
    assert_eq!(offered.columns.options.len(), 1);
    assert_eq!(offered.reasons, ["Område kan inte väljas nu. Publiceras inte ihop med kön."]);
    assert_eq!(offered.why_not, None);
    // Nothing at all goes together with the rows.
    let alone = cleared(|cube| {
        cube.dataset.combinations = Some(vec![together(&[SEX]), together(&[AREA]), together(&[PERIOD])])
    });
    let (question, _) = resolve(&alone, &choice("visits", "sex", None, &at)).expect("a question");
    assert_eq!(question.across, None);
    assert!(with(&alone, &question, crosstab).is_none() && with(&alone, &question, is_offered));
    assert!(with(&alone, &question, choices).why_not.is_some());
}

#[test]
fn where_the_place_stands_in_the_way_it_is_the_level_that_is_said() {
    let of = |dimension: usize, level: Option<Level>| CombinedDimension { dimension, level };
    let cleared = cleared(|cube| {
        let area = &mut cube.dimensions[AREA];
        let nation = area.position("13").expect("it is there");
        area.total = Some(nation);
        area.categories[nation].level = Some(Level::Nation);
        let together = vec![of(SEX, None), of(PERIOD, None)];
        cube.dataset.combinations = Some(vec![together, vec![of(AREA, Some(Level::Municipality)), of(PERIOD, None)]]);
    });
    let (question, _) = resolve(&cleared, &choice("visits", "sex", None, &[("area", "1080")])).expect("a question");
    let said = with(&cleared, &question, choices).reasons;
    assert!(said.contains(&"År kan inte väljas nu. Publiceras inte per kommun.".to_owned()), "{said:?}");
    assert!(said.contains(&"Område kan inte väljas nu. Publiceras inte ihop med kön.".to_owned()), "{said:?}");
}

#[test]
fn whatever_is_chosen_the_address_is_understood_again() {
    let cleared = cleared(|_| {});
    let (first, _) = resolve(&cleared, &choice("cases", "sex", Some("area"), &BLEKINGE)).expect("a question");
    let changes =
        [("by", "area"), ("area", "10"), ("measure", "share"), ("across", "period"), ("period", "2020"), ("by", "sex")];
    changes.iter().fold(first, |question, (part, value)| {
        let next = changed(&cleared, &question, part, value).expect("it can be chosen");
        let again = resolve(&cleared, &choice_of(cleared.cube(), &next));
        assert_eq!(again, Some((next.clone(), Vec::new())), "{part}={value}");
        next
    });
}
