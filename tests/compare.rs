//! Places and groups side by side: the same verdicts and differences as elsewhere, a part set against the rest of its whole, one address for it all.

mod shipped;

use std::sync::OnceLock;

use insyn::{
    export::{address::Address, compare_address::CompareAddress},
    gate::Cleared,
    model::{choice::Choice, text::Language},
    query::{
        compared::{Asking, Compared, MOST, asking, choice_of_comparison, compared, from_text, to_text},
        difference::in_the_cell,
        pairing::Groups,
    },
    stats::{interval::Confidence, newcombe::newcombe},
    verdict::{Kind, NotComparable, Verdict, guard::Guard},
    view_model::{
        asked::Asked,
        compare::{ComparePanel, addable, compare},
        context::Context,
    },
};
use shipped::dataset;

fn demo() -> &'static Cleared {
    static DEMO: OnceLock<Cleared> = OnceLock::new();
    DEMO.get_or_init(|| dataset("demo"))
}

fn ask(cleared: &Cleared, by: Option<&str>, codes: Option<&str>, at: &[(&str, &str)]) -> Asking {
    let choice = Choice { by: by.map(str::to_owned), ..Choice::default() };
    let choice = at.iter().fold(choice, |choice, (dimension, code)| choice.at(dimension, code));
    asking(cleared, &choice, codes).expect("there is a question")
}

fn set(cleared: &Cleared, asked: &Asking) -> Compared {
    compared(cleared, &asked.question, asked.question.by, &asked.categories).expect("there is something to compare")
}

fn panel(cleared: &Cleared, asked: &Asking, language: Language) -> ComparePanel {
    let nothing = Asked::nothing(&asked.question);
    let context = Context { cleared, question: &asked.question, asked: &nothing, language };
    compare(context, asked.question.by, &asked.categories).expect("there is something to compare")
}

#[test]
fn planted_places_differ_from_the_rest_of_the_nation_and_from_each_other() {
    let asked = ask(demo(), None, Some("00,0780,2180"), &[("period", "2022")]);
    let it = set(demo(), &asked);
    assert_eq!(it.rows.iter().map(|row| row.verdict.kind()).collect::<Vec<_>>(), [Kind::Higher, Kind::Lower]);
    assert!(it.is_nested && it.not_cleared.is_none());
    // By hand: the town against the nation without it.
    let counts = |answer: &insyn::query::answer::Answer| {
        let counts = answer.counts.as_ref().expect("a share");
        let number = |figure: &insyn::model::figure::Figure| figure.exact_value().expect("it is known") as u64;
        (number(&counts.numerator), number(&counts.denominator))
    };
    let (nation, town) = (counts(&it.reference.1), counts(&it.rows[0].second));
    let by_hand = newcombe(town, (nation.0 - town.0, nation.1 - town.1), Confidence::P95).expect("none is empty");
    let difference = it.rows[0].difference.expect("both are known");
    assert!((difference.value - by_hand.value * 100.0).abs() < 1e-9);
    assert!((difference.interval.low - by_hand.interval.low * 100.0).abs() < 1e-9);
}

#[test]
fn two_that_share_nothing_are_set_against_each_other_as_in_explore() {
    for (by, codes) in [("area", "0780,2180"), ("sex", "K,M"), ("period", "2020,2022"), ("period", "2018,2022")] {
        let asked = ask(demo(), Some(by), Some(codes), &[]);
        let it = set(demo(), &asked);
        let groups = Groups { dimension: asked.question.by, first: asked.categories[0], second: asked.categories[1] };
        let explored = in_the_cell(demo(), &asked.question, groups);
        let (own, other) = (&it.rows[0], &explored.rows[0]);
        assert!(!it.is_nested);
        assert_eq!(
            (own.difference, &own.verdict, &own.guard),
            (other.difference, &other.verdict, &other.guard),
            "{by}"
        );
    }
}

#[test]
fn what_may_not_be_compared_has_no_difference_and_says_why() {
    let overlapping = dataset("hvb-2023");
    let findings = set(&overlapping, &ask(&overlapping, Some("finding"), None, &[]));
    assert!(!findings.rows.is_empty());
    assert!(findings.rows.iter().all(|row| matches!(row.guard, Guard::Closed(NotComparable::Overlapping(_)))));
    let owners = ask(demo(), Some("ownership"), Some("kommunal,privat"), &[]);
    let it = set(demo(), &owners);
    assert!(matches!(it.rows[0].verdict, Verdict::NotComparable(NotComparable::Confounded { .. })));
    assert_eq!((it.rows[0].difference, it.n_judged), (None, 0));
    let said = panel(demo(), &owners, Language::Swedish).caution.join(" ");
    assert!(said.contains("har olika typ av hem"), "{said}");
}

#[test]
fn the_address_gives_the_same_comparison_back() {
    for (by, codes) in [(Some("area"), Some("1280,00,12")), (Some("sex"), None), (None, None)] {
        let asked = ask(demo(), by, codes, &[("period", "2021")]);
        let cube = demo().cube();
        let choice = choice_of_comparison(cube, &asked.question);
        let text = to_text(cube, asked.question.by, &asked.categories);
        assert!(choice.categories.iter().all(|(id, _)| Some(id) != choice.by.as_ref()), "{choice:?}");
        assert_eq!(asking(demo(), &choice, Some(&text)), Some(asked));
    }
}

#[test]
fn who_asks_for_nothing_sees_the_whole_first() {
    let asked = ask(demo(), None, None, &[]);
    let codes = to_text(demo().cube(), asked.question.by, &asked.categories);
    assert_eq!(codes, "00,01,03,04");
    let sexes = ask(demo(), Some("sex"), None, &[]);
    assert!(to_text(demo().cube(), sexes.question.by, &sexes.categories).starts_with("T,"));
}

#[test]
fn six_is_the_most_and_what_is_no_place_is_told() {
    let area = demo().cube().dimension_by_id("area").expect("it is there");
    let (categories, in_vain) = from_text(demo().cube(), area, "01,9999,01,03,04,05,06,07,08,");
    assert_eq!(categories.len(), MOST);
    assert_eq!(in_vain, ["9999", "01", "08"]);
    let asked = ask(demo(), None, Some("01,03,04,05,06,07"), &[]);
    let nothing = Asked::nothing(&asked.question);
    let context = Context { cleared: demo(), question: &asked.question, asked: &nothing, language: Language::English };
    let full = addable(context, area, &asked.categories);
    assert!(full.shut_because.is_some());
    assert!(addable(context, area, &asked.categories[..2]).shut_because.is_none());
    assert!(full.options.iter().all(|option| !["01", "03"].contains(&option.value.as_str())));
}

#[test]
fn picture_and_table_say_the_same() {
    for language in Language::ALL {
        for codes in ["1280,1480,0180,00", "00,0780", "2180,1262,1260"] {
            let it = panel(demo(), &ask(demo(), None, Some(codes), &[]), language);
            let table = it.table.expect("it is there");
            assert_eq!(it.rows.len(), codes.split(',').count());
            assert!(it.rows[0].kind.is_none() && it.rows[0].verdict.is_empty() && table.rows[0].is_picked);
            let end = it.ticks.last().expect("there is an axis").value;
            for (row, cells) in it.rows.iter().zip(&table.rows) {
                assert_eq!((&row.label, &row.text, &row.code), (&cells.cells[0], &cells.cells[1], &cells.code));
                assert!(row.difference.is_empty() || cells.cells.contains(&row.difference));
                assert!(row.range.is_none_or(|range| range.high <= end), "the axis holds it");
                assert_eq!(cells.cells.len(), table.columns.len());
            }
        }
    }
}

#[test]
fn numbers_and_hidden_figures_have_no_difference_made_up() {
    let placed = dataset("demo-placerade");
    let it = panel(&placed, &ask(&placed, None, Some("0180,1480"), &[]), Language::English);
    assert!(it.rows.iter().all(|row| row.difference.is_empty() && row.value.is_some()));
    assert_eq!(it.caution.len(), 1, "{:?}", it.caution);
    let area = demo().cube().dimension_by_id("area").expect("it is there");
    let codes = demo().cube().dimensions[area].categories.iter().map(|it| it.code.clone());
    let hidden = codes.filter(|code| code.len() == 4).find(|code| {
        let it = panel(demo(), &ask(demo(), None, Some(&format!("00,{code}")), &[]), Language::English);
        it.rows[1].value.is_none()
    });
    let hidden = hidden.expect("one is hidden");
    for codes in [format!("00,{hidden}"), format!("{hidden},00")] {
        let it = panel(demo(), &ask(demo(), None, Some(&codes), &[]), Language::English);
        assert!(it.rows.iter().all(|row| row.difference.is_empty()), "{codes}");
        assert!(!matches!(it.rows[1].kind, Some(Kind::Higher | Kind::Lower)), "{codes}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
    #[test]
    fn any_address_gives_a_comparison_that_gives_itself_back(
        by in proptest::option::of("area|sex|home_type|ownership|period|.{0,4}"),
        codes in proptest::option::of("([0-9]{2}|[0-9]{4}|[A-Z]|.{0,3})(,([0-9]{2}|[0-9]{4}|[A-Z]|.)){0,8}"),
        period in "20(18|19|20|21|22|99)",
    ) {
        let asked = ask(demo(), by.as_deref(), codes.as_deref(), &[("period", &period)]);
        proptest::prop_assert!((1..=MOST).contains(&asked.categories.len()));
        let it = panel(demo(), &asked, Language::English);
        proptest::prop_assert_eq!(it.rows.len(), asked.categories.len());
        let cube = demo().cube();
        let text = to_text(cube, asked.question.by, &asked.categories);
        let again = asking(demo(), &choice_of_comparison(cube, &asked.question), Some(&text)).expect("it is a question");
        proptest::prop_assert_eq!((again.question.measure, again.question.by), (asked.question.measure, asked.question.by));
        proptest::prop_assert_eq!(&again.categories, &asked.categories);
        proptest::prop_assert!(again.ignored.is_empty() && again.in_vain.is_empty());
        // An address that has been made whole is made whole no further: else the page would never come to rest.
        let whole = |asked: &Asking| {
            let compared = Some(to_text(cube, asked.question.by, &asked.categories));
            let choice = choice_of_comparison(cube, &asked.question);
            CompareAddress { choice, compared }.to(Language::English)
        };
        let written = whole(&asked).pairs();
        let read = Address::from_pairs(written.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        proptest::prop_assert_eq!(&read, &whole(&asked));
        let CompareAddress { choice, compared } = CompareAddress::of(&read);
        let read = asking(demo(), &choice, compared.as_deref()).expect("it is a question");
        proptest::prop_assert_eq!(whole(&read), whole(&asked));
    }
}
