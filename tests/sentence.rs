//! The question as a sentence: it says what is asked, in both languages, and each of its words leads where it says.

#[path = "shipped/catalogue.rs"]
mod catalogue;
mod shipped;

use std::sync::LazyLock;

use catalogue::catalogue;
use insyn::{
    gate::{self, Cleared},
    model::{choice::Choice, dimension::DimensionKind, text::Language},
    query::question::{Question, choice_of, resolve},
    view_model::{
        asked::Asked,
        choosing::changed,
        context::Context,
        controls::controls,
        sentence::{QuestionSentence, sentence},
    },
};
use proptest::{prelude::*, sample::Index};
use shipped::{cube, dataset};

/// Every dataset that is shipped.
static DATASETS: LazyLock<Vec<Cleared>> =
    LazyLock::new(|| catalogue().items.iter().map(|item| dataset(&item.id)).collect());

fn said(cleared: &Cleared, question: &Question, language: Language) -> QuestionSentence {
    sentence(Context { cleared, question, asked: &Asked::nothing(question), language })
}

/// The sentence of a dataset's question, with these parts chosen.
fn text(dataset: &str, parts: &[(&str, &str)], language: Language) -> QuestionSentence {
    let cleared = shipped::dataset(dataset);
    let (question, _) = resolve(&cleared, &Choice::default()).expect("it has cells");
    let question = parts.iter().fold(question, |question, (part, value)| {
        changed(&cleared, &question, part, value).unwrap_or_else(|| panic!("{part}={value}"))
    });
    said(&cleared, &question, language)
}

#[test]
fn a_question_reads_as_a_sentence() {
    let parts = [("level", "county"), ("sex", "K"), ("period", "2021"), ("against", "none")];
    let swedish = text("demo-utsatta", &parts, Language::Swedish);
    assert_eq!(
        swedish.text(),
        "Andel placerade barn utsatta för våld eller kränkning per län, 2021, kön: flickor, alla åldrar, alla typer, \
         all regi, utan jämförelse; diagram efter kön.",
    );
    let english = text("demo-utsatta", &parts, Language::English);
    assert_eq!(
        english.text(),
        "Share of children placed who were exposed to violence or abuse by county, 2021, sex: girls, all ages, \
         all types, all ownership, without comparison; chart by sex.",
    );
}

#[test]
fn a_dataset_of_one_year_says_its_year() {
    let sentence = text("hvb-2023", &[], Language::Swedish);
    assert!(sentence.text().contains(", 2023, "), "{}", sentence.text());
    let year = sentence.parts.iter().find(|part| part.id == "period").expect("it is told");
    assert_eq!(year.select, None);
}

#[test]
fn what_cannot_be_chosen_stands_as_a_plain_word_and_says_why() {
    let swedish = text("demo", &[("level", "municipality")], Language::Swedish);
    assert_eq!(swedish.shut, ["Vilka hemmet tar emot, typ av hem, regi: publiceras inte per kommun."]);
    let sex = swedish.parts.iter().find(|part| part.id == "sex").expect("it is told");
    assert_eq!((sex.select.as_ref(), sex.text.as_str()), (None, "alla hem"));
    assert_eq!(text("demo", &[("level", "county")], Language::English).shut, Vec::<String>::new());
}

#[test]
fn a_dimension_may_bear_the_name_of_a_part_of_the_sentence() {
    let mut cube = cube("demo-utsatta");
    for (old, new) in [("sex", "by"), ("ownership", "level")] {
        let dimension = cube.dimension_by_id(old).expect("it is there");
        cube.dimensions[dimension].id = new.to_owned();
    }
    let cleared = gate::admit(cube).expect("the gate lets it in");
    let (question, _) = resolve(&cleared, &Choice::default()).expect("it has cells");
    let before = said(&cleared, &question, Language::Swedish);
    let ids: std::collections::BTreeSet<&str> = before.parts.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(ids.len(), before.parts.len(), "{ids:?}");
    for (part, code, text) in [("_by", "K", "flickor"), ("level", "county", "län"), ("by", "period", "år")] {
        let next = changed(&cleared, &question, part, code).expect("it can be chosen");
        let after = said(&cleared, &next, Language::Swedish);
        assert_eq!(after.parts.iter().find(|it| it.id == part).map(|it| it.text.as_str()), Some(text), "{part}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever is chosen in the sentence is what the sentence then says; and the form offers the same.
    #[test]
    fn each_word_leads_where_it_says(
        dataset in any::<Index>(), picks in prop::collection::vec(any::<[Index; 2]>(), 1..6), is_english in any::<bool>(),
    ) {
        let cleared = dataset.get(&DATASETS);
        let language = if is_english { Language::English } else { Language::Swedish };
        let (mut question, _) = resolve(cleared, &Choice::default()).expect("it has cells");
        for [part, option] in picks {
            let before = said(cleared, &question, language);
            let open: Vec<_> = before.parts.iter().filter_map(|part| part.select.as_ref()).collect();
            if open.is_empty() { break; }
            let select = part.get(&open);
            let option = option.get(&select.options);
            let next = changed(cleared, &question, &select.id, &option.value);
            prop_assert!(next.is_some(), "{}={} is offered and cannot be asked", select.id, option.value);
            question = next.unwrap_or(question);
            let (again, in_vain) = resolve(cleared, &choice_of(cleared.cube(), &question)).expect("it has cells");
            prop_assert!(in_vain.is_empty());
            prop_assert_eq!(&again, &question);
            let after = said(cleared, &question, language);
            let part = after.parts.iter().find(|part| part.id == select.id).expect("it still stands there");
            let is_none = (part.id.as_str(), option.value.as_str()) == ("against", "none");
            prop_assert!(is_none || part.text.to_lowercase() == option.label.to_lowercase(), "{} {}", part.text, option.label);
            prop_assert!(after.text().contains(&part.text));
        }
        let after = said(cleared, &question, language);
        let asked = Asked::nothing(&question);
        let form = controls(Context { cleared, question: &question, asked: &asked, language });
        let in_form = [Some(form.measure), form.level, form.against, form.by].into_iter().flatten().chain(form.dimensions);
        for select in in_form {
            let is_open = select.shut_because.is_none() && select.options.len() > 1;
            let part = after.parts.iter().find(|part| part.id == select.id).expect("what is in the form is in the sentence");
            prop_assert_eq!(part.select.clone(), is_open.then_some(select));
        }
        let period = cleared.cube().dimension_of_kind(&DimensionKind::Period);
        let label = period.and_then(|it| cleared.cube().dimensions[it].categories.get(question.at[it]));
        if let Some(label) = label {
            prop_assert!(after.text().to_lowercase().contains(&label.label.get(language).to_lowercase()), "{}", after.text());
        }
    }
}
