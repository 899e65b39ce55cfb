//! A recipe that does not fit the table of figures is refused, with the figure, the file and the remedy.

use insyn::{
    load::jsonstat::profile::{WireEvent, WireLegalBasis},
    publish::data::{
        areas::Area,
        common::Common,
        draft::Draft,
        error::{Fault, FaultKind},
        facts::{Fact, Facts},
        place,
        recipe::{self, Recipe},
    },
};

const RECIPE: &str = r#"
id = "small"
order = 1
updated = "2026-01-01"
tables = ["T1"]
label = { sv = "Liten", en = "Small" }
about = { sv = "Liten.", en = "Small." }
publisher = { sv = "Myndigheten", en = "The authority" }
population = { sv = "Alla.", en = "All." }
comparable = {}
combinations = []

[[dimensions]]
id = "finding"
label = { sv = "Brist", en = "Deficiency" }
kind = "finding"
categories = [{ code = "one", sv = "En", en = "One" }, { code = "two", sv = "Två", en = "Two" }]

[[dimensions]]
id = "area"
label = { sv = "Område", en = "Area" }
kind = "area"
column = "geo_code"
areas = ["00"]

[[measures]]
id = "homes"
label = { sv = "Hem", en = "Homes" }

[facts]
"#;

fn recipe(facts: &str) -> Recipe {
    recipe::parse(&format!("{RECIPE}{facts}"), "small.toml".into()).expect("the recipe is TOML")
}

fn fact(id: &str, table: &str, area: &str) -> (String, Fact) {
    let fact = Fact {
        fact_id: id.into(),
        table_id: table.into(),
        value: "12.5".into(),
        value_qualifier: "drygt".into(),
        period: "2017".into(),
        geo_code: area.into(),
        sex: "alla".into(),
        age: String::new(),
        source_title: "Rapport".into(),
        publisher: "Myndigheten".into(),
        pub_year: "2018".into(),
        url: String::new(),
        verification: "READ_PRIMARY".into(),
    };
    (id.into(), fact)
}

fn facts() -> Facts {
    Facts::from([fact("F1", "T1", "00"), fact("F2", "T1", "00"), fact("F3", "T1", "01"), fact("F4", "T2", "00")])
}

fn common() -> Common {
    let publishers = [("Tidningen (citerar myndigheten)".into(), "Tidningen (citing the authority)".into())].into();
    Common { areas: vec![Area { code: "00".into(), name: "Riket".into() }], publishers, ..Common::default() }
}

fn draft(facts: &str) -> Draft {
    Draft::new(recipe(facts), &common()).expect("the recipe's dimensions are whole")
}

/// What is said of a recipe with these lines.
fn faults(lines: &str) -> Vec<Fault> {
    place::fill(&mut draft(lines), &facts(), &common())
}

fn kind(lines: &str) -> FaultKind {
    let faults = faults(lines);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults[0].kind.clone()
}

#[test]
fn a_figure_keeps_its_number_its_qualifier_and_its_source() {
    let mut draft = draft(r#"F1 = { measure = "homes", finding = "two" }"#);
    assert_eq!(place::fill(&mut draft, &facts(), &common()), []);
    assert_eq!(draft.values.iter().flatten().count(), 1);
    let (position, cell) = draft.cells.first_key_value().expect("one cell is filled");
    assert_eq!(*position, 1);
    let number = draft.values[1].as_ref().expect("the cell has a number");
    assert_eq!(number.to_string(), "12.5");
    assert_eq!(cell.qualifier.as_deref(), Some("just_over"));
    assert_eq!(cell.read.as_deref(), Some("primary"));
    assert_eq!(draft.sources[cell.source.expect("a source is named")].url, None);
}

#[test]
fn a_complaint_names_the_file_the_figure_and_the_remedy() {
    let said = faults(r#"F9 = { measure = "homes", finding = "one" }"#)[0].to_string();
    assert_eq!(said, "small.toml: F9: no such figure in the table: correct the number or add the row");
}

#[test]
fn two_figures_in_one_cell_are_refused() {
    let two = "F1 = { measure = \"homes\", finding = \"one\" }\nF2 = { measure = \"homes\", finding = \"one\" }";
    assert_eq!(kind(two), FaultKind::Collision("F1".into()));
}

#[test]
fn words_that_the_recipe_does_not_have_are_refused() {
    let unknown =
        |dimension: &str, code: &str| FaultKind::UnknownCode { dimension: dimension.into(), code: code.into() };
    let cases = [
        (r#"F1 = { measure = "homes", finding = "six" }"#, unknown("finding", "six")),
        (r#"F3 = { measure = "homes", finding = "one" }"#, unknown("area", "01")),
        (r#"F1 = { measure = "beds", finding = "one" }"#, FaultKind::UnknownMeasure("beds".into())),
        (r#"F1 = { measure = "homes", findng = "one" }"#, FaultKind::UnknownDimension("findng".into())),
        (r#"F1 = { measure = "homes" }"#, FaultKind::NoCoordinate("finding".into())),
        (r#"F4 = { measure = "homes", finding = "one" }"#, FaultKind::TableNotTaken("T2".into())),
    ];
    for (line, expected) in cases {
        assert_eq!(kind(line), expected, "{line}");
    }
}

#[test]
fn a_figure_of_a_taken_table_is_placed_exactly_once() {
    let one = recipe(r#"F1 = { measure = "homes", finding = "one" }"#);
    let other = recipe("F1 = { measure = \"homes\", finding = \"two\" }\nF3 = { measure = \"homes\" }");
    let found = place::missing_and_doubled(&[one, other], &facts(), "table.csv".as_ref());
    let found: Vec<String> = found.iter().map(Fault::to_string).collect();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("small.toml: F1: the figure stands in small.toml too"));
    assert!(found[1].starts_with("table.csv: F2: the figure belongs to T1"));
}

#[test]
fn a_slip_in_a_measure_is_refused() {
    let slip = RECIPE.replace("id = \"homes\"", "id = \"homes\"\nprotectedunit = \"none\"");
    let recipe = recipe::parse(&slip, "small.toml".into()).expect("the recipe is TOML");
    let faults = Draft::new(recipe, &Common::default()).expect_err("the key is unknown");
    let expected = FaultKind::UnknownKey { measure: "homes".into(), key: "protectedunit".into() };
    assert!(faults.iter().any(|fault| fault.kind == expected), "{faults:?}");
}

#[test]
fn a_figure_from_the_press_says_who_tells_it() {
    let mut facts = facts();
    let fact = facts.get_mut("F1").expect("it is there");
    fact.verification = "READ_SECONDARY".into();
    fact.publisher = "Tidningen (citerar myndigheten)".into();
    let line =
        r#"F1 = { measure = "homes", finding = "one", note = { sv = "Bara i oktober.", en = "October only." } }"#;
    let mut draft = draft(line);
    assert_eq!(place::fill(&mut draft, &facts, &common()), []);
    let note = draft.cells[&0].note.as_ref().expect("it has a note");
    assert_eq!(note["sv"], "Enligt Tidningen (citerar myndigheten). Bara i oktober.");
    assert_eq!(note["en"], "According to Tidningen (citing the authority). October only.");
    facts.get_mut("F1").expect("it is there").publisher = "Radion".into();
    let faults = place::fill(&mut self::draft(line), &facts, &common());
    assert_eq!(faults[0].kind, FaultKind::UnknownPublisher("Radion".into()));
}

#[test]
fn a_hidden_figure_has_its_cell_and_its_source_but_no_number() {
    let line = r#"F1 = { measure = "homes", finding = "one", hidden = { sv = "För få.", en = "Too few." } }"#;
    assert_eq!(kind(line), FaultKind::NoSignForHidden);
    let mut recipe = recipe(line);
    recipe.states = [("c".into(), "suppressed".into())].into();
    let mut draft = Draft::new(recipe, &common()).expect("the recipe's dimensions are whole");
    assert_eq!(place::fill(&mut draft, &facts(), &common()), []);
    assert_eq!((draft.values[0].as_ref(), draft.status[&0].as_str()), (None, "c"));
    let cell = &draft.cells[&0];
    assert_eq!((cell.fact.as_deref(), cell.qualifier.as_deref(), cell.source), (Some("F1"), None, Some(0)));
    assert_eq!(cell.note.as_ref().expect("it says why")["sv"], "För få.");
}

#[test]
fn laws_and_events_that_nobody_has_listed_are_refused() {
    let named = RECIPE
        .replace("id = \"homes\"", "id = \"homes\"\nlegal_basis = [\"sol\", \"lvu\"]")
        .replace("combinations = []", "combinations = []\nevents = [\"later\", \"never\", \"first\"]");
    let law = WireLegalBasis { act: [("sv".into(), "Lagen".into())].into(), ..WireLegalBasis::default() };
    let event = |from: &str| WireEvent { from: from.into(), ..WireEvent::default() };
    let common = Common {
        laws: [("sol".into(), law)].into(),
        events: [("later".into(), event("2020-02")), ("first".into(), event("2019-09-30"))].into(),
        ..common()
    };
    let parse = |text: &str| recipe::parse(text, "small.toml".into()).expect("the recipe is TOML");
    let faults = Draft::new(parse(&named), &common).expect_err("two are unknown");
    let kinds: Vec<_> = faults.into_iter().map(|fault| fault.kind).collect();
    assert_eq!(kinds, [FaultKind::UnknownEvent("never".into()), FaultKind::UnknownLaw("lvu".into())]);
    let mended = named.replace(", \"never\"", "").replace(", \"lvu\"", "");
    let draft = Draft::new(parse(&mended), &common).expect("all are known");
    let dates: Vec<&str> = draft.events.iter().map(|event| event.from.as_str()).collect();
    assert_eq!((dates, draft.laws.len()), (vec!["2019-09-30", "2020-02"], 1));
}
