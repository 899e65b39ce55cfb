//! A typed text against the published labels and the places of the map.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::{
    gate::{Cleared, admit},
    load::{jsonstat, outlines, search::read},
    model::{
        catalogue::Catalogue,
        choice::Choice,
        text::{Language, Text},
    },
    query::{
        answer::figure_alone,
        question::{choice_of, resolve},
        searched::searched,
    },
    view_model::spelling::Spelt,
};

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/public/{name}", env!("CARGO_MANIFEST_DIR"))).expect("it is there")
}

fn catalogue() -> Catalogue {
    jsonstat::catalogue(&bytes("data/index.json")).0.expect("it is whole")
}

fn all() -> &'static [Entry] {
    static ALL: OnceLock<Vec<Entry>> = OnceLock::new();
    ALL.get_or_init(|| {
        let index = read(&bytes("data/search.json")).expect("it is whole");
        let maps = outlines::read(&bytes("maps/municipalities.json")).expect("it is whole");
        entries(&catalogue(), Some(&index)).into_iter().chain(place_entries(&maps)).collect()
    })
}

fn found(typed: &str) -> Found {
    search(all(), typed, None, Language::Swedish)
}

fn cleared(id: &str) -> Cleared {
    let cube = jsonstat::read(&bytes(&format!("data/{id}.json")), id).0.expect("it is whole");
    admit(cube).expect("it is let in")
}

fn choice_of_hit(hit: &Hit) -> &Choice {
    match &hit.target {
        Target::Question(choice) => choice,
        Target::Place(code) => panic!("{code} is a place"),
    }
}

#[test]
fn a_place_is_found_whatever_its_letters_and_slips() {
    for typed in ["malmo", "Malmö", "MALMÖ", "malmoe", "mlamö", "1280"] {
        let found = found(typed);
        let places = found.groups.iter().find(|group| group.kind == Kind::Place).expect("there is a place");
        assert_eq!(places.hits[0].target, Target::Place("1280".to_owned()), "{typed}");
    }
    let gothenburg = found("gothenburg");
    assert_eq!(gothenburg.groups.last().map(|it| it.hits[0].label.as_str()), Some("Göteborg"));
    assert_eq!(found(" "), Found::default());
    assert_eq!(found("qqzzxxyy").n_hits, 0);
}

#[test]
fn both_languages_are_searched_and_a_term_by_its_other_forms() {
    let kinds = |typed: &str| found(typed).groups.iter().map(|group| group.kind).collect::<Vec<_>>();
    for typed in ["violence", "våld", "vald"] {
        assert!(kinds(typed).contains(&Kind::Measure), "{typed}");
    }
    let called = |typed: &str, label: &str| {
        let entry = Entry { label: Text::new(Language::Swedish, label), ..all()[0].clone() };
        let entry = Entry { spelt: vec![Spelt::of(label)], ..entry };
        search([&entry], typed, None, Language::Swedish).n_hits
    };
    assert_eq!(called("hem för vård eller boende", "Antal HVB"), 1, "a long form finds the short one");
    assert_eq!(called("hem för vård eller boende", "Antal LSS-hem"), 0);
}

#[test]
fn the_published_come_first_and_each_hit_says_which_it_is() {
    let found = found("andel");
    assert!(found.n_hits > found.n_shown(), "not all are shown");
    for group in &found.groups {
        assert!(group.hits.is_sorted_by_key(|hit| hit.is_synthetic), "{group:?}");
        assert!(group.hits.len() <= 5 && group.hits.iter().all(|hit| hit.mark.is_some() && !hit.label.is_empty()));
    }
    assert!(found.groups.is_sorted_by_key(|group| group.kind));
}

#[test]
fn without_an_index_the_titles_are_still_found() {
    let catalogue = catalogue();
    let bare = entries(&catalogue, None);
    assert_eq!(bare.len(), catalogue.items.len());
    for item in &catalogue.items {
        let found = search(&bare, item.label.get(Language::English), None, Language::English);
        assert_eq!(choice_of_hit(&found.groups[0].hits[0]).dataset.as_ref(), Some(&item.id));
    }
}

#[test]
fn what_a_reader_has_opened_is_searched_as_the_index_is() {
    let cleared = cleared("hvb-2023");
    let own = own_entries(&searched(cleared.cube()), false);
    let published = all().iter().filter(|entry| match &entry.target {
        Target::Question(choice) => choice.dataset.as_deref() == Some("hvb-2023"),
        Target::Place(_) => false,
    });
    let names = |entry: &Entry| (entry.kind, entry.label.clone(), entry.target.clone());
    assert_eq!(own.iter().map(names).collect::<Vec<_>>(), published.map(names).collect::<Vec<_>>());
    let found = search(&own, "brister", Some(&cleared), Language::Swedish);
    assert!(found.n_hits > 0);
    let marks = found.groups.iter().flat_map(|group| &group.hits).map(|hit| hit.mark);
    assert!(marks.into_iter().all(|mark| mark == Some(crate::words::search::own_file(Language::Swedish))));
}

#[test]
fn every_hit_of_a_dataset_leads_to_a_question_with_nothing_in_vain() {
    for id in ["hvb-2023", "placerade", "demo-vald", "demo-orsaker"] {
        let cleared = cleared(id);
        let own = all().iter().filter(|entry| match &entry.target {
            Target::Question(choice) => choice.dataset.as_deref() == Some(id),
            Target::Place(_) => false,
        });
        let mut n = 0;
        for entry in own {
            let Target::Question(choice) = &entry.target else { continue };
            let (question, in_vain) = resolve(&cleared, choice).expect("it has cells");
            assert_eq!(in_vain, [], "{id}: {choice:?}");
            let figure = figure_alone(&cleared, question.measure, &question.at).figure;
            let is_told = figure != crate::model::figure::Figure::Absent(crate::model::figure::Absence::Unpublished);
            assert!(is_told || entry.kind != Kind::Category, "{id}: nothing is published of {:?}", entry.label);
            n += 1;
        }
        assert!(n > 3, "{id}: {n}");
    }
}

#[test]
fn in_the_same_dataset_the_rest_of_the_question_stays() {
    let cleared = cleared("demo-tillsyn");
    let first = Choice { dataset: Some("demo-tillsyn".to_owned()), ..Choice::default() };
    let (question, _) = resolve(&cleared, &first).expect("it has cells");
    let now = at_place(&cleared, &choice_of(cleared.cube(), &question), "12").expect("it has the county");
    let areas = |choice: &Choice| choice.categories.iter().any(|(_, code)| code == "12");
    assert!(areas(&now));
    let other = cleared.cube().measures.iter().find(|it| Some(&it.id) != now.measure.as_ref()).expect("it has two");
    let hit = Choice { measure: Some(other.id.clone()), ..first.clone() };
    let next = next_choice(Some(&cleared), &now, &hit);
    assert_eq!(next.measure.as_ref(), Some(&other.id));
    assert!(areas(&next), "the place stays");
    let elsewhere = Choice { dataset: Some("hvb-2023".to_owned()), ..Choice::default() };
    assert_eq!(next_choice(Some(&cleared), &now, &elsewhere), elsewhere);
    assert_eq!(next_choice(None, &now, &hit), hit);
    assert_eq!(at_place(&cleared, &now, "nowhere"), None);
}

#[test]
fn a_pinned_place_is_offered_by_its_code_and_an_unknown_code_is_not() {
    let codes = ["1280".to_owned(), "9999".to_owned()];
    let group = known_places(all(), Kind::Pinned, &codes, None, Language::Swedish).expect("one is known");
    assert_eq!(group.hits.iter().map(|hit| hit.label.as_str()).collect::<Vec<_>>(), ["Malmö"]);
    assert_eq!(known_places(all(), Kind::Recent, &codes[1..], None, Language::Swedish), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_label_finds_itself_first_in_its_group(place in 0_usize..10_000, is_english: bool) {
        let language = if is_english { Language::English } else { Language::Swedish };
        let entry = &all()[place % all().len()];
        let label = entry.label.get(language);
        let found = search(all(), label, None, language);
        let group = found.groups.iter().find(|group| group.kind == entry.kind).expect("it is found");
        let wanted = Spelt::of(label);
        let is_whole = |hit: &Hit| {
            all().iter().any(|entry| entry.target == hit.target && entry.label.wordings().any(|own| wanted.fit(&Spelt::of(own)) == Some(crate::view_model::spelling::Fit::Whole)))
        };
        prop_assert!(is_whole(&group.hits[0]), "{label}: {:?}", group.hits);
    }

    #[test]
    fn a_label_with_one_slip_is_found(place in 0_usize..10_000, at in 0_usize..80, letter in "[a-zåäö]") {
        let entry = &all()[place % all().len()];
        let mut letters: Vec<char> = entry.label.get(Language::Swedish).chars().collect();
        prop_assume!(letters.len() > 5);
        let at = at % letters.len();
        letters[at] = letter.chars().next().unwrap_or('a');
        let typed: String = letters.into_iter().collect();
        // Alone, for the slip may make it something else that there is.
        prop_assert_eq!(search([entry], &typed, None, Language::Swedish).n_hits, 1, "{}", typed);
    }
}
