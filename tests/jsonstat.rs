//! JSON-stat files in every form they come in, and in every form they should not.

use std::{fs, path::PathBuf};

use insyn::{
    load::{
        complaint::{Complaint, Place, Severity},
        fault::{Class, Counted, Fault, Found, Limit, Named, Shape},
        jsonstat,
    },
    model::{
        area::Level,
        cube::Cube,
        dataset::{Comparability, Contributors, Design, Reading},
        dimension::DimensionKind,
        figure::{Absence, Figure, Flag, Known, Qualifier},
        measure::{MeasureKind, Polarity, ProtectedUnit},
        policy::LegalSubject,
        text::Language,
    },
};

fn bytes(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/jsonstat");
    fs::read(folder.join(name)).expect("the fixture is in the repository")
}

/// The cube of a fixture that can be read, and what was said of it.
fn read(name: &str) -> (Cube, Vec<Complaint>) {
    let (cube, complaints) = jsonstat::read(&bytes(name), "t");
    (cube.unwrap_or_else(|| panic!("{name}: {complaints:?}")), complaints)
}

fn value(cube: &Cube, measure: usize, at: &[usize]) -> Option<f64> {
    cube.published(measure, at).value()
}

fn absent(absence: Absence) -> Figure {
    Figure::Absent(absence)
}

fn flagged(value: f64, flags: &[Flag]) -> Figure {
    Figure::Known(Known { value, qualifier: None, flags: flags.iter().copied().collect() })
}

#[test]
fn a_plain_file_opens_and_nothing_is_promised_of_it() {
    let (cube, complaints) = read("plain.json");
    assert_eq!(cube.dataset.label.original(), "Ärenden efter område och år");
    assert_eq!(cube.dataset.sources.len(), 1);
    assert_eq!(cube.dataset.updated.as_deref(), Some("2024-03-01T08:00:00Z"));
    assert_eq!(cube.dataset.design, Design::Unknown);
    assert_eq!(cube.dataset.comparable.over_time, Comparability::Unknown);
    assert!(!cube.dataset.is_synthetic);
    assert_eq!(cube.dataset.combinations, None);

    let [area, year] = &cube.dimensions[..] else { panic!("the measures are no dimension") };
    assert_eq!((&area.kind, &year.kind), (&DimensionKind::Area, &DimensionKind::Period));
    let levels: Vec<_> = area.categories.iter().map(|category| category.level).collect();
    assert_eq!(levels, [Some(Level::Nation), Some(Level::County), Some(Level::Municipality)]);
    let parents: Vec<_> = area.categories.iter().map(|category| category.parent).collect();
    assert_eq!(parents, [None, Some(0), Some(1)]);
    assert_eq!(area.categories[2].notes[0].original(), "Från 2023.");
    assert_eq!(year.categories[1].label.original(), "2023");

    let [cases, share] = &cube.measures[..] else { panic!("two measures") };
    assert_eq!((cases.id.as_str(), cases.unit.original(), cases.decimals), ("cases", "ärenden", 0));
    assert_eq!((share.id.as_str(), share.unit.original(), share.decimals), ("share", "procent", 1));
    assert_eq!((cases.kind, cases.protected_unit), (MeasureKind::Unknown, ProtectedUnit::Child));

    assert_eq!(value(&cube, 0, &[0, 1]), Some(120.0));
    assert_eq!(value(&cube, 1, &[0, 0]), Some(10.5));
    assert_eq!(cube.published(0, &[1, 1]), absent(Absence::UnknownSymbol("x".into())));
    assert_eq!(value(&cube, 0, &[2, 0]), Some(20.0), "an unknown sign takes no number away");
    let signs: Vec<_> = complaints.iter().map(|complaint| &complaint.fault).collect();
    assert_eq!(
        signs,
        [&Fault::UnknownSign { sign: "x".into(), n_cells: 2 }, &Fault::UnknownSign { sign: "p".into(), n_cells: 1 },]
    );
}

#[test]
fn the_same_data_in_other_forms_give_the_same_cube() {
    assert_eq!(read("plain.json"), read("sparse.json"));
}

#[test]
fn a_file_without_measures_has_one_and_one_sign_may_hold_for_all() {
    let (cube, _) = read("single.json");
    let [measure] = &cube.measures[..] else { panic!("one measure") };
    assert_eq!((measure.id.as_str(), measure.label.original(), measure.decimals), ("value", "En siffra", 2));
    assert_eq!(cube.dimensions[0].categories[0].label.original(), "Riket");
    assert_eq!(cube.dimensions[0].kind, DimensionKind::Other("area".into()));
    assert_eq!(value(&cube, 0, &[0, 0]), Some(7.25));
}

#[test]
fn numbers_in_thousands_come_out_whole_and_a_list_of_one_sign_holds_for_all() {
    let (cube, complaints) = read("thousands.json");
    let [people, weight] = &cube.measures[..] else { panic!("two measures") };
    assert_eq!((people.unit.original(), people.decimals), ("people", 0));
    assert_eq!((weight.unit.original(), weight.decimals), ("%", 1));
    assert_eq!(value(&cube, 0, &[0, 0]), Some(34_880_500.0));
    assert_eq!(value(&cube, 1, &[0, 1]), Some(5.5));
    assert_eq!(complaints.len(), 1);
    assert_eq!(complaints[0].fault, Fault::UnknownSign { sign: "a".into(), n_cells: 4 });
}

#[test]
fn eurostats_signs_are_read_by_eurostats_convention() {
    let (cube, complaints) = read("eurostat.json");
    assert_eq!(cube.dataset.label.language_of(Language::Swedish), Language::English);
    let cell = |geo, time| cube.published(0, &[0, geo, time]);
    assert_eq!(cell(0, 0), Figure::exact(10.1));
    assert_eq!(cell(0, 1), flagged(9.9, &[Flag::Provisional]));
    assert_eq!(cell(0, 2), flagged(8.0, &[Flag::BreakInSeries, Flag::Estimated, Flag::Provisional]));
    assert_eq!(cell(1, 0), absent(Absence::Suppressed), "confidential, although the number is in the file");
    assert_eq!(cell(1, 1), absent(Absence::Missing));
    assert_eq!(cell(1, 2), absent(Absence::Suppressed));
    assert_eq!(cell(2, 0), absent(Absence::NotApplicable));
    assert_eq!(cell(2, 1), absent(Absence::Uncertain));
    assert_eq!(cell(2, 2), Figure::exact(4.0));
    assert!(complaints.iter().any(|complaint| complaint.fault
        == Fault::NumberWithheld { sign: "|C".into(), absence: Absence::Suppressed, n_cells: 1 }));
}

#[test]
fn pxweb_says_what_is_the_total_what_may_be_summed_and_which_notes_must_be_shown() {
    let (cube, complaints) = read("pxweb.json");
    let faults: Vec<Fault> = complaints.into_iter().map(|one| one.fault).collect();
    assert_eq!(faults, [Fault::UnknownSign { sign: "..".into(), n_cells: 4 }]);
    let [region, sex, time] = &cube.dimensions[..] else { panic!("three dimensions") };
    assert_eq!((&region.kind, region.total), (&DimensionKind::Area, Some(0)));
    assert_eq!(region.categories[1].level, Some(Level::Municipality));
    assert_eq!((sex.total, time.kind.id()), (None, "period"));
    let [children, days] = &cube.measures[..] else { panic!("two measures") };
    assert_eq!(children.additive_over, [1], "a stock is summed over the sexes and not over the years");
    assert_eq!(days.additive_over, [0_usize; 0], "an average is summed over nothing");
    assert_eq!((children.decimals, days.decimals), (0, 1));
    let text =
        |notes: &[insyn::model::text::Text]| notes.iter().map(|note| note.original().to_owned()).collect::<Vec<_>>();
    let mandatory =
        ["Statistiken är avrundad.", "Gränserna är de som gällde 2024.", "Gotland: Gotland är både kommun och län."];
    assert_eq!(text(&cube.dataset.mandatory_notes), mandatory);
    assert_eq!(text(&cube.dataset.notes), ["Talen är påhittade."]);
    let unexplained = absent(Absence::UnknownSymbol("..".into()));
    assert_eq!(cube.published(0, &[2, 0, 0]), unexplained, "nobody says what the sign means");
}

#[test]
fn the_signs_of_statistics_sweden_are_known_in_its_own_files() {
    let text = String::from_utf8(bytes("pxweb.json")).expect("it is UTF-8").replace("Exempelmyndigheten", "SCB");
    let (cube, complaints) = jsonstat::read(text.as_bytes(), "t");
    assert_eq!(complaints, []);
    assert_eq!(cube.expect("it can be read").published(0, &[2, 0, 0]), absent(Absence::Missing));
}

#[test]
fn the_profile_says_what_the_standard_cannot() {
    let (cube, complaints) = read("profile.json");
    assert_eq!(complaints, []);
    let dataset = &cube.dataset;
    assert!(dataset.is_synthetic);
    assert_eq!(dataset.label.get(Language::English), "Follow-up of placed children");
    assert_eq!(dataset.label.get(Language::Swedish), "Uppföljning av placerade barn");
    assert_eq!(dataset.registry_numbers, ["8.1.1-12345/2023"]);
    assert_eq!(dataset.sources[0].year, Some(2023));
    assert_eq!(dataset.design, Design::Targeted);
    assert!(
        matches!(&dataset.comparable.over_time, Comparability::No(why) if why.get(Language::English) == "The sample changed.")
    );
    assert!(matches!(&dataset.comparable.between_areas, Comparability::WithCare(_)));
    assert_eq!(dataset.comparable.between_categories, Comparability::Yes);
    assert_eq!(dataset.disclosure.as_ref().and_then(|disclosure| disclosure.threshold), Some(5));
    assert_eq!(dataset.notes.len(), 2);
    let combinations = dataset.combinations.as_ref().expect("the file says");
    assert_eq!((combinations[0][0].dimension, combinations[0][0].level), (0, Some(Level::County)));
    assert_eq!((combinations[1][0].dimension, combinations[1][0].level), (2, None));

    let [area, year, sex] = &cube.dimensions[..] else { panic!("three dimensions") };
    assert_eq!(area.categories[2].level, Some(Level::Division));
    assert_eq!(area.categories[2].parent, Some(0));
    assert!(year.is_ordered);
    assert_eq!(year.breaks[0].period, "2023");
    assert_eq!((&sex.kind, sex.total), (&DimensionKind::Sex, Some(0)));
    assert_eq!(sex.label.get(Language::English), "Sex");
    assert_eq!(sex.categories[1].label.get(Language::English), "Girls");
    assert_eq!(sex.categories[1].notes.len(), 1);

    let [children, _, share, rate] = &cube.measures[..] else { panic!("three measures and one worked out") };
    assert_eq!((children.kind, children.protected_unit), (MeasureKind::Count, ProtectedUnit::Child));
    assert_eq!(children.additive_over, [2]);
    assert_eq!(children.label.get(Language::English), "Children");
    let parts = share.ratio.as_ref().expect("the file says");
    assert_eq!((parts.numerator, parts.denominator, parts.per), (Some(1), 0, 100.0));
    assert_eq!((share.polarity, share.decimals, share.column), (Polarity::HigherIsBetter, 1, Some(2)));
    let parts = rate.ratio.as_ref().expect("it is worked out");
    assert_eq!((rate.column, parts.per, &parts.denominator_at[..]), (None, 1000.0, &[(2, 0)][..]));
    assert_eq!(rate.label.get(Language::English), "Per thousand");

    let [interim, stronger] = &dataset.events[..] else { panic!("two events") };
    assert_eq!((interim.from.as_str(), interim.label.get(Language::English)), ("2019-09-30", "Interim report"));
    assert_eq!(interim.source.as_ref().map(|source| source.original()), Some("Beslutet"));
    assert_eq!((stronger.from.as_str(), stronger.until.as_deref()), ("2021", Some("2022-12-31")));
    let [boys, planned] = &dataset.legal_bases[..] else { panic!("two provisions") };
    assert_eq!(boys.subject, LegalSubject::Category { dimension: 2, category: 2 });
    assert_eq!((&boys.provision, &boys.from, &boys.until), (&None, &None, &None));
    assert_eq!(planned.subject, LegalSubject::Measure(2));
    assert_eq!(planned.act.get(Language::English), "Example Act (1999:9)");
    assert_eq!((planned.from.as_deref(), planned.until.as_deref()), (Some("2000-01-01"), Some("2025-06-30")));
}

#[test]
fn the_files_own_legend_gives_each_state() {
    let (cube, _) = read("profile.json");
    let girls = |measure| cube.published(measure, &[0, 0, 1]);
    let boys = |measure| cube.published(measure, &[0, 0, 2]);
    assert_eq!(girls(0), absent(Absence::Suppressed));
    assert_eq!(girls(1), absent(Absence::Missing));
    assert_eq!(girls(2), absent(Absence::NotApplicable));
    assert_eq!(boys(0), absent(Absence::Uncertain));
    assert_eq!(boys(1), absent(Absence::NotYet));
    assert_eq!(boys(2), absent(Absence::RoundsToZero));
    let later = |measure| cube.published(measure, &[0, 1, 0]);
    assert_eq!(later(0), flagged(29.0, &[Flag::Provisional]));
    assert_eq!(later(1), flagged(30.0, &[Flag::BreakInSeries]));
    assert_eq!(cube.published(0, &[2, 1, 2]), absent(Absence::Unpublished));
    let first = cube.published(0, &[0, 0, 0]);
    assert!(matches!(first, Figure::Known(Known { value: 20.0, qualifier: Some(Qualifier::JustOver), .. })));
    let remark = cube.remark(0, &[0, 0, 0]).expect("the file says more");
    assert_eq!((remark.source, remark.reading), (Some(0), Some(Reading::Primary)));
    assert_eq!((remark.fact.as_deref(), remark.note.is_some()), (Some("F001"), true));
    let second = cube.published(1, &[0, 0, 0]);
    assert!(matches!(second, Figure::Known(Known { qualifier: Some(Qualifier::OneIn(5)), .. })));
}

#[test]
fn a_number_the_legend_says_to_hide_is_not_in_the_cube() {
    let (cube, _) = read("broken/profile_suppressed_number.json");
    assert_eq!(cube.published(0, &[0, 0]), absent(Absence::Suppressed));
    assert_eq!(cube.published(0, &[1, 1]), absent(Absence::Suppressed));
    let (cube, _) = read("broken/profile_unknown_state.json");
    assert_eq!(cube.published(0, &[0, 0]), absent(Absence::UnknownSymbol("x".into())));
}

#[test]
fn a_catalogue_leaves_out_the_items_that_can_not_be_trusted() {
    let (catalogue, complaints) = jsonstat::catalogue(&bytes("catalogue.json"));
    let catalogue = catalogue.expect("the catalogue is whole");
    let ids: Vec<_> = catalogue.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["uppfoljning-2017", "steg"]);
    let first = catalogue.item("uppfoljning-2017").expect("it is listed");
    assert_eq!((first.bytes, first.is_synthetic), (1234, false));
    assert_eq!(first.about.get(Language::English), "Supervision of follow-up.");
    assert!(catalogue.item("steg").is_some_and(|item| item.is_synthetic && item.href == "demo/steg.json"));
    let faults: Vec<_> = complaints.into_iter().map(|complaint| (complaint.severity, complaint.fault)).collect();
    assert_eq!(
        faults,
        [
            (Severity::Fatal, Fault::OutsideFolder("../hemlig.json".into())),
            (Severity::Fatal, Fault::Lacking("synthetic")),
            (Severity::Fatal, Fault::NotSha256("xyz".into())),
            (Severity::Fatal, Fault::Duplicate("steg".into())),
        ]
    );
    assert_eq!(jsonstat::catalogue(&bytes("small.json")).0, None);
    assert_eq!(jsonstat::catalogue(b"{}").0, None);
}

/// What is wrong with a text that is no file of ours.
fn faults(text: &str) -> Vec<Fault> {
    let (cube, complaints) = jsonstat::read(text.as_bytes(), "t");
    assert_eq!(cube, None);
    complaints.into_iter().map(|complaint| complaint.fault).collect()
}

#[test]
fn more_than_the_page_can_bear_is_told_and_not_built() {
    let over = |limit, most, found| vec![Fault::OverLimit { limit, most, found }];
    let most = 50 * 1024 * 1024;
    assert_eq!(faults(&" ".repeat(most + 1)), over(Limit::Bytes, most, Some(most + 1)));
    let text = format!("{{\"label\": \"{}\"}}", "x".repeat(70_000));
    assert_eq!(faults(&text), over(Limit::TextBytes, 65_536, None));
    let ids = (0..21).map(|id| format!("\"d{id}\"")).collect::<Vec<_>>().join(",");
    let text = format!("{{\"class\": \"dataset\", \"id\": [{ids}], \"size\": [], \"dimension\": {{}}}}");
    assert_eq!(faults(&text), over(Limit::Dimensions, 20, Some(21)));
}

#[test]
fn nesting_without_end_is_a_fault_and_not_a_crash() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nest = format!("{}1{}", open.repeat(50_000), close.repeat(50_000));
        for name in ["label", "value", "status", "dimension", "extension", "anything"] {
            let (cube, complaints) = jsonstat::read(format!("{{\"{name}\": {nest}}}").as_bytes(), "t");
            assert!(cube.is_none() && !complaints.is_empty(), "{name}");
        }
        assert!(jsonstat::read(nest.as_bytes(), "t").0.is_none());
        let profile = format!("{{\"class\": \"dataset\", \"extension\": {{\"insyn\": {nest}}}}}");
        assert!(jsonstat::read(profile.as_bytes(), "t").0.is_none());
    }
}

#[test]
fn a_thousand_faults_are_a_hundred_and_a_number() {
    let labels = (0..1000).map(|code| format!("\"c{code}\": \"x\"")).collect::<Vec<_>>().join(",");
    let text = format!(
        "{{\"class\": \"dataset\", \"id\": [\"a\"], \"size\": [1], \"value\": [7],
        \"dimension\": {{\"a\": {{\"category\": {{\"index\": [\"x\"], \"label\": {{{labels}}}}}}}}}}}"
    );
    let (cube, complaints) = jsonstat::read(text.as_bytes(), "t");
    assert!(cube.is_some());
    assert_eq!(complaints.len(), 101);
    assert_eq!(complaints[100].fault, Fault::Unlisted(900));
}

#[test]
fn a_byte_order_mark_is_no_fault_and_half_a_letter_is() {
    let file = bytes("small.json");
    let marked = [b"\xEF\xBB\xBF", &file[..]].concat();
    assert_eq!(jsonstat::read(&marked, "t"), jsonstat::read(&file, "t"));
    assert!(matches!(faults("").as_slice(), [Fault::NotJson(_)]));
    let (cube, complaints) = jsonstat::read(b"{\"label\": \"\xC3\"}", "t");
    assert!(cube.is_none() && matches!(complaints[0].fault, Fault::NotJson(_)));
}

#[test]
fn every_file_with_a_fault_has_an_expectation() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/jsonstat/broken");
    let mut found: Vec<String> = fs::read_dir(folder)
        .expect("the fixtures are in the repository")
        .map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().replace(".json", ""))
        .collect();
    found.sort();
    let mut expected: Vec<&str> = expectations().into_iter().map(|(name, ..)| name).collect();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn each_fault_is_told_by_name_and_place() {
    for (name, severity, place, fault) in expectations() {
        let (cube, complaints) = jsonstat::read(&bytes(&format!("broken/{name}.json")), "t");
        let expected = Complaint { severity, place, fault };
        assert!(complaints.contains(&expected), "{name}: no {expected:?} in {complaints:?}");
        let is_fatal = complaints.iter().any(|complaint| complaint.severity == Severity::Fatal);
        assert_eq!(is_fatal, cube.is_none(), "{name}");
        assert_eq!(complaints.iter().map(|complaint| complaint.severity).max(), Some(severity), "{name}");
    }
}

/// Each broken fixture with the complaint it must give.
fn expectations() -> Vec<(&'static str, Severity, Place, Fault)> {
    use Severity::{Fatal, Note, Warning};
    let at = |pointer: &str| Place::Pointer(pointer.to_owned());
    let insyn = |pointer: &str| Place::Pointer(format!("/extension/insyn{pointer}"));
    let text = |line, column| Place::Text { line, column };
    let shape = |expected, found| Fault::WrongShape { expected, found };
    let count = |what, expected, found| Fault::Miscounted { what, expected, found };
    let class = |found| Fault::WrongClass { expected: Class::Dataset, found };
    let none = |what, id: &str| Fault::NoSuch { what, id: id.to_owned() };
    let number = |number: &str| Found::Number(number.to_owned());
    let word = |word: &str, expected: &[&'static str]| Fault::UnknownWord {
        word: word.to_owned(),
        expected: expected.to_vec(),
    };
    vec![
        ("a_list", Fatal, Place::File, shape(Shape::Object, Found::List)),
        ("bundle", Fatal, Place::File, class(Class::Version1)),
        ("category_absent", Fatal, at("/dimension/b"), Fault::Lacking("category")),
        ("category_written_twice", Fatal, at("/dimension/b/category/index"), Fault::Duplicate("p".into())),
        ("child_of_itself", Warning, at("/dimension/b/category"), Fault::Circular("q".into())),
        ("child_of_two", Warning, at("/dimension/b/category/child/q"), Fault::TwoParents("q".into())),
        ("class_absent", Note, Place::File, Fault::Lacking("class")),
        ("class_collection", Fatal, Place::File, class(Class::Catalogue)),
        ("class_dimension", Fatal, Place::File, class(Class::Dimension)),
        ("class_other", Fatal, Place::File, class(Class::Other(Some("table".into())))),
        ("code_is_number", Note, at("/dimension/b/category/index/1"), shape(Shape::Text, number("2023"))),
        ("code_twice", Fatal, at("/dimension/b/category/index"), Fault::Duplicate("p".into())),
        ("extension_is_text", Fatal, at("/extension"), shape(Shape::Object, Found::Text("insyn".into()))),
        ("id_absent", Fatal, Place::File, Fault::Lacking("id")),
        ("id_twice", Fatal, at("/id"), Fault::Duplicate("a".into())),
        ("id_without_dimension", Fatal, at("/dimension"), none(Named::Dimension, "c")),
        ("index_absent", Fatal, at("/dimension/b/category"), Fault::Lacking("index")),
        ("label_is_list", Warning, at("/dimension/b/label"), shape(Shape::Text, Found::List)),
        ("label_twice", Warning, at("/dimension/b/category/label"), Fault::Duplicate("p".into())),
        ("label_of_no_category", Warning, at("/dimension/b/category/label"), none(Named::Category, "r")),
        ("metric_multiplier", Fatal, at("/dimension/b/category/unit/p"), shape(Shape::PowerOfTen, number("99"))),
        ("name_twice", Fatal, text(1, 224), Fault::RepeatedName),
        ("not_json", Fatal, text(2, 12), Fault::NotJson("EOF while parsing a string".into())),
        (
            "position_twice",
            Fatal,
            at("/dimension/b/category/index/q"),
            Fault::BadPosition { code: "q".into(), found: number("0"), n: 2 },
        ),
        ("position_written_twice", Fatal, at("/value"), Fault::Duplicate("0".into())),
        ("profile_derived_from_nothing", Warning, insyn("/measures/andel"), Fault::NotWorkedOut),
        ("profile_is_list", Fatal, insyn(""), shape(Shape::Object, Found::List)),
        ("profile_language", Note, insyn("/publisher"), Fault::UnknownLanguage("fi".into())),
        ("profile_law_without_act", Warning, insyn("/measures/value/legal_basis"), Fault::Lacking("act")),
        ("profile_not_a_date", Warning, insyn("/events/0/from"), Fault::NotADate("den 30 september".into())),
        ("profile_until_before_from", Warning, insyn("/events/0/until"), Fault::NotADate("2021-12-31".into())),
        ("profile_no_such_category_in_law", Warning, insyn("/dimensions/a/legal_basis"), none(Named::Category, "z")),
        ("profile_no_reason", Warning, insyn("/comparable/over_time"), Fault::NoReason),
        ("profile_no_such_category", Warning, insyn("/dimensions/a/total"), none(Named::Category, "z")),
        ("profile_no_such_cell", Warning, insyn("/cells/0/at"), none(Named::Cell, "4")),
        ("profile_no_such_combination", Warning, insyn("/combinations/1"), none(Named::Dimension, "c")),
        ("profile_no_such_dimension", Warning, insyn("/dimensions"), none(Named::Dimension, "c")),
        ("profile_no_such_measure", Warning, insyn("/measures/value/numerator"), none(Named::Measure, "n")),
        ("profile_no_such_source", Warning, insyn("/cells/0/source"), none(Named::Source, "0")),
        ("profile_rate_without_per", Warning, insyn("/measures/value"), Fault::Lacking("per")),
        ("profile_sign_twice", Fatal, insyn("/states"), Fault::UnreadableProfile("duplicate field `x`".into())),
        (
            "profile_suppressed_number",
            Warning,
            at("/status/0"),
            Fault::NumberWithheld { sign: "x".into(), absence: Absence::Suppressed, n_cells: 2 },
        ),
        ("profile_unknown_name", Note, insyn("/measures/value/protected_units"), Fault::NotUnderstood),
        (
            "profile_unknown_qualifier",
            Warning,
            insyn("/cells/0/qualifier"),
            word(
                "runt",
                &[
                    "just_over",
                    "over",
                    "about",
                    "nearly",
                    "almost",
                    "half",
                    "rounded",
                    "derived",
                    "contradicted",
                    "one_in_5",
                ],
            ),
        ),
        (
            "profile_unknown_state",
            Warning,
            at("/status/0"),
            Fault::NumberWithheld { sign: "x".into(), absence: Absence::UnknownSymbol("x".into()), n_cells: 1 },
        ),
        (
            "profile_unknown_word",
            Warning,
            insyn("/measures/value/kind"),
            word("antal", &["count", "share", "rate", "mean", "index", "duration"]),
        ),
        ("profile_version_2", Fatal, insyn("/profile"), Fault::UnknownVersion { expected: "1", found: "2".into() }),
        ("profile_without_version", Note, insyn("/profile"), Fault::Lacking("profile")),
        (
            "profile_wrong_type",
            Fatal,
            insyn("/measures/value/decimals"),
            Fault::UnreadableProfile("invalid type: string \"two\", expected u8".into()),
        ),
        ("role_of_no_dimension", Warning, at("/role/geo"), none(Named::Dimension, "c")),
        ("size_differs", Fatal, at("/dimension/b/category"), count(Counted::Categories, 3, 2)),
        ("size_negative", Fatal, at("/size/1"), shape(Shape::WholeNumber, number("-2"))),
        ("size_of_nothing", Fatal, at("/dimension/b/category"), count(Counted::Categories, 0, 2)),
        ("size_overflows", Fatal, at("/size"), Fault::OverLimit { limit: Limit::Cells, most: 5_000_000, found: None }),
        ("size_too_short", Fatal, at("/size"), count(Counted::Sizes, 2, 1)),
        ("something_else", Fatal, Place::File, class(Class::Other(None))),
        ("status_is_number", Fatal, at("/status"), shape(Shape::ListObjectOrText, number("7"))),
        ("status_too_short", Fatal, at("/status"), count(Counted::Statuses, 4, 2)),
        ("status_with_number", Fatal, at("/status/1"), shape(Shape::Text, number("7"))),
        ("two_metrics", Warning, at("/role/metric"), Fault::SeveralMetrics(2)),
        ("value_absent", Warning, Place::File, Fault::Lacking("value")),
        ("value_empty", Warning, at("/value"), Fault::Lacking("value")),
        ("value_is_text", Fatal, at("/value"), shape(Shape::ListOrObject, Found::Text("10".into()))),
        ("value_not_a_position", Fatal, at("/value"), none(Named::Cell, "first")),
        ("value_outside", Fatal, at("/value"), none(Named::Cell, "4")),
        ("value_too_short", Fatal, at("/value"), count(Counted::Values, 4, 3)),
        ("value_with_text", Warning, at("/value/1"), shape(Shape::Number, Found::Text("20".into()))),
        ("version_3", Note, at("/version"), Fault::UnknownVersion { expected: "2.0", found: "3.0".into() }),
    ]
}

/// A file with two counts of two areas; `status` and `profile` as they are given.
fn small(status: &str, profile: &str) -> Cube {
    let (cube, complaints) = jsonstat::read(text_of_small(status, profile).as_bytes(), "t");
    cube.unwrap_or_else(|| panic!("{complaints:?}"))
}

fn text_of_small(status: &str, profile: &str) -> String {
    format!(
        r#"{{"version":"2.0","class":"dataset","label":"t","id":["m","a"],"size":[2,2],
        "dimension":{{"m":{{"category":{{"index":["barn","hem"]}}}},"a":{{"category":{{"index":["x","y"]}}}}}},
        "role":{{"metric":["m"]}},"value":[40,null,5,null],"status":{status},
        "extension":{{"insyn":{{"profile":"1",{profile}}}}}}}"#
    )
}

#[test]
fn a_measure_may_name_those_that_say_how_many_stand_behind_it() {
    let cube = small("{}", r#""measures":{"barn":{"contributors":{"homes":"hem","operators":"ingen"}}}"#);
    let expected = Contributors { measure: 0, homes: Some(1), operators: None, largest: None };
    assert_eq!(cube.dataset.contributors, [expected]);
    let (again, _) = jsonstat::read(&insyn::export::jsonstat::write(&cube), "t");
    assert_eq!(again.map(|cube| cube.dataset.contributors), Some(vec![expected]));
}

#[test]
fn a_dataset_may_declare_by_which_measures_areas_are_similar() {
    let declared = r#""covariates":["hem","ingen","barn","hem"]"#;
    let cube = small("{}", declared);
    assert_eq!(cube.dataset.covariates, [1, 0]);
    let (again, complaints) = jsonstat::read(&insyn::export::jsonstat::write(&cube), "t");
    assert_eq!((again.map(|cube| cube.dataset.covariates), complaints), (Some(vec![1, 0]), Vec::new()));
    let (_, complaints) = jsonstat::read(text_of_small("{}", declared).as_bytes(), "t");
    let at = |number: &str| Place::Pointer(format!("/extension/insyn/covariates/{number}"));
    let expected = [
        (at("1"), Fault::NoSuch { what: Named::Measure, id: "ingen".to_owned() }),
        (at("3"), Fault::Duplicate("hem".to_owned())),
    ];
    let found: Vec<_> = complaints.iter().map(|it| (it.place.clone(), it.fault.clone())).collect();
    assert_eq!(found, expected);
    assert!(complaints.iter().all(|it| it.severity == Severity::Warning));
    assert!(small("{}", r#""measures":{}"#).dataset.covariates.is_empty());
}

#[test]
fn several_signs_for_hidden_figures_are_remembered() {
    let states = r#""states":{"x":"suppressed","y":"suppressed",":":"missing"}"#;
    let cube = small(r#"{"1":"x","3":"y"}"#, states);
    assert_eq!(cube.dataset.hidden_signs, ["x", "y"]);
    let (again, _) = jsonstat::read(&insyn::export::jsonstat::write(&cube), "t");
    assert_eq!(again.map(|cube| cube.dataset.hidden_signs.len()), Some(2), "on the way to the page they are kept");
    assert!(small(r#"{"1":"x","3":":"}"#, states).dataset.hidden_signs.is_empty());
}
