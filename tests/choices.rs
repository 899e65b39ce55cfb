//! Whatever a control of Explore or of the page that compares offers leads to an address that is understood as it stands: nothing of it is ignored.

#[path = "shipped/catalogue.rs"]
mod catalogue;
mod shipped;

use std::sync::LazyLock;

use catalogue::catalogue;
use insyn::{
    export::{address::Address, compare_address::CompareAddress},
    gate::{self, Cleared},
    model::{
        choice::{Choice, part_of},
        text::Language,
    },
    query::{
        compared::{asking, choice_of_comparison, to_text},
        question::{Question, choice_of, resolve},
    },
    view_model::{
        asked::Asked,
        choosing::changed,
        compare::addable,
        context::Context,
        controls::{Select, controls},
        crosstab, difference,
    },
};
use proptest::{prelude::*, sample::Index};

/// Every dataset that is shipped, and one where a map for each category goes with some measures only.
static DATASETS: LazyLock<Vec<Cleared>> = LazyLock::new(|| {
    catalogue().items.iter().map(|item| shipped::dataset(&item.id)).chain([with_a_share_of_one_sex()]).collect()
});

/// The shares are of girls: of the sexes there is then one left to draw a map of.
fn with_a_share_of_one_sex() -> Cleared {
    let mut cube = shipped::cube("demo-utsatta");
    let sex = cube.dimension_by_id("sex").expect("it is there");
    let girls = cube.dimensions[sex].position("K").expect("they are there");
    for ratio in cube.measures.iter_mut().filter_map(|measure| measure.ratio.as_mut()) {
        ratio.denominator_at = vec![(sex, girls)];
    }
    gate::admit(cube).expect("the gate lets it in")
}

/// What a control offers, as the name of a part and its value.
type Offer = (String, String);

fn first(cleared: &Cleared) -> Question {
    let choice = Choice { dataset: Some(cleared.cube().dataset.id.clone()), ..Choice::default() };
    let (question, in_vain) = resolve(cleared, &choice).expect("it has cells");
    assert_eq!(in_vain, [], "{choice:?}");
    question
}

/// All that can be chosen in the form, and so in the sentence.
fn of_form(context: Context) -> Vec<Offer> {
    let panel = controls(context);
    let others = [
        Some(panel.measure),
        panel.level,
        panel.by,
        panel.against,
        panel.colour,
        panel.classes,
        panel.shape,
        panel.each,
    ];
    let open = |select: &Select| select.shut_because.is_none();
    let offers = |select: Select| {
        let Select { id, options, shut, .. } = select;
        let open = options.into_iter().filter(move |option| !shut.contains(&option.value));
        open.map(move |option| (id.clone(), option.value))
    };
    others.into_iter().flatten().chain(panel.dimensions).filter(open).flat_map(offers).collect()
}

/// All that can be chosen in the cards: the groups of a difference, the rows and columns of a crosstab, the areas of the map.
fn of_cards(context: Context) -> Vec<Offer> {
    let groups = difference::groups(context).map(|panel| {
        let offered = panel.dimensions.into_iter().chain(panel.firsts).chain(panel.seconds);
        let open = offered.filter(|offered| !offered.is_shut).map(|offered| offered.value);
        open.chain([panel.swapped]).collect::<Vec<_>>()
    });
    let pairs = groups.unwrap_or_default().into_iter().map(|groups| ("pair".to_owned(), groups));
    let crossing = crosstab::choices(context);
    let rows = crossing.rows.options.into_iter().map(|option| ("by".to_owned(), option.value));
    let columns = crossing.columns.options.into_iter().map(|option| option.value).chain(crossing.swapped);
    let columns = columns.map(|across| ("across".to_owned(), across));
    let areas = context.area().and_then(|area| context.dimension(area)).map(|area| {
        // One of each level tells as much as all.
        let is_first = |place: &usize| {
            place.checked_sub(1).and_then(|before| area.categories.get(before)).map(|it| it.level)
                != area.categories.get(*place).map(|it| it.level)
        };
        let areas = (0..area.categories.len()).filter(is_first).filter_map(|place| area.categories.get(place));
        areas.map(|it| (part_of(&area.id), it.code.clone())).collect::<Vec<_>>()
    });
    pairs.chain(rows).chain(columns).chain(areas.unwrap_or_default()).collect()
}

fn offers(cleared: &Cleared, question: &Question) -> Vec<Offer> {
    let context = Context { cleared, question, asked: &Asked::nothing(question), language: Language::Swedish };
    of_form(context).into_iter().chain(of_cards(context)).collect()
}

/// The question that a choice leads to, after its address has been read back and found to say the same.
fn chosen(cleared: &Cleared, question: &Question, (part, value): &Offer) -> Question {
    let id = &cleared.cube().dataset.id;
    let next = changed(cleared, question, part, value).unwrap_or_else(|| panic!("{id}: {part}={value} is offered"));
    let written = Address { choice: choice_of(cleared.cube(), &next), ..Address::default() };
    let pairs = written.pairs();
    let read = Address::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    assert_eq!(read, written, "{id}: {part}={value}");
    let understood = resolve(cleared, &read.choice).expect("it has cells");
    assert_eq!(understood, (next.clone(), Vec::new()), "{id}: {part}={value} in {}", written.query());
    next
}

#[test]
fn every_choice_is_understood_from_where_a_dataset_begins_and_with_a_map_for_each_category() {
    for cleared in DATASETS.iter() {
        let first = first(cleared);
        let split = offers(cleared, &first).into_iter().filter(|(part, _)| part == "each");
        let split: Vec<Question> = split.map(|offer| chosen(cleared, &first, &offer)).collect();
        for question in std::iter::once(&first).chain(&split) {
            for offer in offers(cleared, question) {
                chosen(cleared, question, &offer);
            }
        }
    }
}

#[test]
fn a_map_for_each_category_goes_along_to_another_measure_as_long_as_there_are_such_maps() {
    let cleared = with_a_share_of_one_sex();
    let cube = cleared.cube();
    let first = first(&cleared);
    let each_sex = |measure: &str| {
        let question = changed(&cleared, &first, "measure", measure).expect("it is offered");
        changed(&cleared, &question, "each", "sex")
    };
    let can_be: Vec<bool> = cube.measures.iter().map(|measure| each_sex(&measure.id).is_some()).collect();
    assert!(can_be.contains(&true) && can_be.contains(&false), "{can_be:?}");
    for split in cube.measures.iter().filter_map(|measure| each_sex(&measure.id)) {
        for (measure, can_be) in cube.measures.iter().zip(&can_be) {
            let next = chosen(&cleared, &split, &("measure".to_owned(), measure.id.clone()));
            assert_eq!(next.each.is_some(), *can_be, "{}", measure.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_walk_from_choice_to_choice_ignores_nothing(
        dataset in any::<Index>(), picks in prop::collection::vec(any::<[Index; 2]>(), 1..8),
    ) {
        let cleared = dataset.get(&DATASETS);
        let mut question = first(cleared);
        for [part, option] in picks {
            let offers = offers(cleared, &question);
            // The part first: else it would mostly be an area.
            let mut parts: Vec<&str> = offers.iter().map(|(part, _)| part.as_str()).collect();
            parts.dedup();
            let part = part.get(&parts);
            let of_part: Vec<Offer> = offers.iter().filter(|(id, _)| id == part).cloned().collect();
            question = chosen(cleared, &question, option.get(&of_part));
        }
    }

    #[test]
    fn a_walk_on_the_page_that_compares_ignores_nothing(
        dataset in any::<Index>(), picks in prop::collection::vec(any::<[Index; 2]>(), 1..8),
    ) {
        let cleared = dataset.get(&DATASETS);
        let cube = cleared.cube();
        let mut asked = asking(cleared, &Choice::default(), None).expect("it has cells");
        for [part, option] in picks {
            let question = &asked.question;
            let context = Context { cleared, question, asked: &Asked::nothing(question), language: Language::English };
            let panel = controls(context);
            let more = addable(context, question.by, &asked.categories);
            let selects = [Some(panel.measure), panel.by].into_iter().flatten().chain(panel.dimensions);
            let selects: Vec<Select> = selects.filter(|select| select.shut_because.is_none()).chain([more]).collect();
            let select = part.get(&selects);
            if select.options.is_empty() { continue; }
            let value = &option.get(&select.options).value;
            let next = changed(cleared, question, &select.id, value).unwrap_or_else(|| question.clone());
            let written = CompareAddress {
                choice: choice_of_comparison(cube, &next),
                compared: (next.by == question.by).then(|| to_text(cube, next.by, &asked.categories)),
            };
            let read = CompareAddress::of(&written.clone().to(Language::English));
            prop_assert_eq!(&read, &written);
            asked = asking(cleared, &read.choice, read.compared.as_deref()).expect("it has cells");
            prop_assert_eq!(&asked.ignored, &[]);
            prop_assert_eq!(&asked.in_vain, &Vec::<String>::new());
        }
    }
}
