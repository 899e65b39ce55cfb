//! `insyn aggregate` without its engine: tables of small records, every number worked out by hand, and of random ones, counted again.

mod records;

use std::collections::{BTreeMap, BTreeSet};

use insyn::{
    export::jsonstat,
    gate, load,
    model::{
        cube::Cube,
        dataset::Contributors,
        figure::{Absence, Figure},
        measure::MeasureKind,
        policy::LegalSubject,
        text::Language,
    },
    publish::aggregate::{Counted, aggregate, check, fault::Fault, memory::Memory, report, spec::Spec, tally},
};
use proptest::prelude::*;
use records::{folder, memory, plan, spec};

/// The figure of a measure at these codes, one for each dimension in its order.
fn figure(cube: &Cube, measure: &str, codes: &[&str]) -> Figure {
    assert_eq!(codes.len(), cube.dimensions.len(), "a code for each dimension");
    let at: Vec<usize> = cube
        .dimensions
        .iter()
        .zip(codes)
        .map(|(dimension, code)| dimension.position(code).unwrap_or_else(|| panic!("no {code} in {}", dimension.id)))
        .collect();
    let measure = cube.measures.iter().find(|it| it.id == measure).expect("the measure is there");
    let column = cube.columns.get(measure.column.expect("it has cells")).expect("its column is there");
    column.figure(cube.row(&at).expect("the cell is there"))
}

fn counted() -> Counted {
    aggregate(&plan(&spec()), &mut memory(), |_| {}).expect("the records can be counted")
}

fn numbers(counted: &Counted, table: usize, measure: &str, cells: &[(&[&str], f64)]) {
    let cube = &counted.tables[table].0;
    for (codes, expected) in cells {
        assert_eq!(figure(cube, measure, codes), Figure::exact(*expected), "{measure} at {codes:?}");
    }
}

#[test]
fn records_are_counted_in_every_declared_margin() {
    let counted = counted();
    numbers(
        &counted,
        0,
        "inspected",
        &[
            (&["T", "00", "2023"], 4.0),
            (&["T", "00", "2024"], 5.0),
            (&["T", "01", "2023"], 4.0),
            (&["T", "0180", "2023"], 3.0),
            (&["T", "0114", "2023"], 1.0),
            (&["T", "0114", "2024"], 0.0),
            (&["T", "01", "2024"], 3.0),
            (&["T", "0980", "2024"], 1.0),
            (&["hvb", "00", "2023"], 3.0),
            (&["stod", "00", "2023"], 1.0),
            (&["hvb", "00", "2024"], 3.0),
            (&["hvb", "01", "2024"], 2.0),
            (&["sis", "09", "2024"], 1.0),
            (&["X", "01", "2024"], 1.0),
            (&["sis", "01", "2024"], 0.0),
        ],
    );
    numbers(
        &counted,
        0,
        "found",
        &[(&["T", "00", "2023"], 4.0), (&["T", "00", "2024"], 3.0), (&["T", "09", "2024"], 0.0)],
    );
    numbers(&counted, 0, "physical", &[(&["T", "00", "2023"], 2.0), (&["T", "0180", "2024"], 2.0)]);
    let cube = &counted.tables[0].0;
    assert_eq!(
        figure(cube, "inspected", &["hvb", "0180", "2024"]),
        Figure::Absent(Absence::Unpublished),
        "no margin has it"
    );
}

#[test]
fn a_home_that_comes_twice_is_one_contributor() {
    let counted = counted();
    numbers(
        &counted,
        0,
        "found_homes",
        &[
            (&["T", "00", "2023"], 3.0),
            (&["T", "0180", "2023"], 2.0),
            (&["hvb", "00", "2023"], 2.0),
            (&["T", "00", "2024"], 3.0),
        ],
    );
    numbers(&counted, 1, "found_homes", &[(&["T", "2023"], 3.0), (&["psykiskt", "2023"], 2.0), (&["T", "2024"], 4.0)]);
    // Two of the four findings of 2023 are of one home.
    numbers(
        &counted,
        0,
        "found_largest",
        &[
            (&["T", "00", "2023"], 2.0),
            (&["stod", "00", "2023"], 1.0),
            (&["T", "00", "2024"], 1.0),
            (&["T", "09", "2024"], 0.0),
        ],
    );
    let told = Contributors { measure: 1, homes: Some(2), operators: None, largest: Some(3) };
    assert_eq!(plan(&spec()).tables[0].cube.dataset.contributors, [told]);
}

#[test]
fn sums_means_and_medians_are_of_the_numbers_there_are() {
    let counted = counted();
    numbers(
        &counted,
        0,
        "days",
        &[(&["T", "00", "2023"], 100.0), (&["T", "00", "2024"], 12.5), (&["T", "09", "2024"], 0.0)],
    );
    numbers(&counted, 0, "mean_days", &[(&["T", "00", "2023"], 25.0), (&["T", "00", "2024"], 6.25)]);
    numbers(&counted, 0, "median_days", &[(&["T", "00", "2023"], 25.0), (&["T", "0180", "2023"], 20.0)]);
    let nobody = figure(&counted.tables[0].0, "median_days", &["T", "0980", "2024"]);
    assert_eq!(nobody, Figure::Absent(Absence::NotApplicable), "of no numbers there is no median");
}

#[test]
fn one_unit_may_be_in_several_categories_and_is_once_in_the_total() {
    let counted = counted();
    numbers(
        &counted,
        1,
        "found",
        &[
            (&["T", "2023"], 4.0),
            (&["fysiskt", "2023"], 2.0),
            (&["psykiskt", "2023"], 3.0),
            (&["sexuellt", "2023"], 1.0),
            (&["X", "2023"], 0.0),
            (&["T", "2024"], 4.0),
            (&["fysiskt", "2024"], 3.0),
            (&["X", "2024"], 1.0),
        ],
    );
    numbers(
        &counted,
        2,
        "homes",
        &[
            (&["T", "T"], 7.0),
            (&["K", "T"], 3.0),
            (&["M", "T"], 4.0),
            (&["T", "privat"], 5.0),
            (&["K", "privat"], 2.0),
            (&["M", "statlig"], 0.0),
        ],
    );
    let cube = &counted.tables[1].0;
    assert!(cube.dimensions[0].is_multi_response);
    let additive = |measure: usize| cube.measures[measure].additive_over.clone();
    assert_eq!((additive(0), additive(1)), (vec![1], vec![]), "never over what overlaps, never contributors");
}

#[test]
fn ages_fall_into_spans_and_two_areas_cross() {
    let counted = counted();
    numbers(
        &counted,
        3,
        "children",
        &[
            (&["T", "00", "00"], 4.0),
            (&["0-12", "00", "00"], 2.0),
            (&["13-17", "00", "00"], 2.0),
            (&["T", "0180", "01"], 2.0),
            (&["T", "01", "0180"], 3.0),
            (&["T", "0114", "01"], 2.0),
            (&["T", "1480", "00"], 0.0),
        ],
    );
}

#[test]
fn of_the_same_code_twice_there_is_nothing_to_count_unless_something_was() {
    let margins = "margins = [[\"age\"], [\"placed_by\", \"area:county\"], [\"placed_by:county\", \"area\"]]";
    let text = spec();
    assert!(text.contains(margins));
    let marked = text.replace(margins, &format!("{margins}\nnever_same = [[\"placed_by\", \"area\"]]"));
    let of =
        |text: &str| aggregate(&plan(text), &mut memory(), |_| {}).expect("they can be counted").tables.remove(3).0;
    let [plain, marked] = [of(&text), of(&marked)];
    let codes: Vec<&String> = plain.dimensions[1].categories.iter().map(|it| &it.code).collect();
    let others: Vec<&String> = plain.dimensions[2].categories.iter().map(|it| &it.code).collect();
    let (mut n_marked, mut n_counted) = (0, 0);
    for (one, other) in codes.iter().flat_map(|one| others.iter().map(move |other| (one, other))) {
        let at = ["T", one.as_str(), other.as_str()];
        let (before, after) = (figure(&plain, "children", &at), figure(&marked, "children", &at));
        if one == other && before == Figure::exact(0.0) {
            assert_eq!(after, Figure::Absent(Absence::NotApplicable), "{at:?}");
            n_marked += 1;
        } else {
            assert_eq!(after, before, "{at:?}");
            n_counted += usize::from(one == other && before.value().is_some());
        }
    }
    assert!(n_marked > 0 && n_counted > 0, "{n_marked} {n_counted}");
}

#[test]
fn what_cannot_be_counted_is_tallied() {
    let counted = counted();
    let tally = |table: usize| &counted.tables[table].1;
    let column = |table: usize, name: &str| {
        let tally::Column { n_missing, n_unknown, values } =
            tally(table).columns.get(name).cloned().unwrap_or_default();
        (n_missing, n_unknown, values.into_keys().collect::<Vec<_>>().join(" "))
    };
    let expected = |missing, unknown, values: &str| (missing, unknown, values.to_owned());
    assert_eq!((tally(0).n_rows, tally(0).n_left_out), (12, 3));
    assert_eq!(column(0, "homes.municipality"), expected(1, 1, "9999"));
    assert_eq!(column(0, "homes.type"), expected(2, 0, ""));
    assert_eq!(column(0, "inspections.date"), expected(0, 1, "2022"));
    // The mean asks for all the days, the others only for those of a finding.
    assert_eq!(column(0, "inspections.days"), expected(2, 1, "abc"));
    assert_eq!((tally(1).n_rows, tally(1).n_left_out), (12, 1));
    assert_eq!(column(1, "inspections.kinds"), expected(4, 1, "slag"));
    assert_eq!((column(2, "homes.takes_girls"), tally(2).n_left_out), (expected(1, 1, "kanske"), 0));
    assert_eq!((column(3, "children.age"), tally(3).n_left_out), (expected(0, 1, "abc"), 1));
    assert_eq!(counted.records, [("homes".to_owned(), 7), ("inspections".to_owned(), 12), ("children".to_owned(), 5)]);
    assert_eq!(counted.unmatched.iter().map(|(_, _, n)| *n).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn the_report_tells_no_small_number_and_no_rare_value() {
    let text = report::as_text(&counted(), Language::English);
    assert!(text.contains("inspections: 10–14 records read"), "{text}");
    assert!(text.contains("homes.municipality: unknown code in under 5 records\n"), "{text}");
    for rare in ["9999", "slag", "kanske", "abc", "2022", " 1 ", " 2 ", " 3 ", " 4 ", "12"] {
        assert!(!text.contains(rare), "{rare} in\n{text}");
    }
    let json = report::as_json(&counted());
    assert_eq!(json["is_protected"], false);
    assert_eq!(json["tables"][0]["left_out"], serde_json::json!({"at_least": 1, "at_most": 4}));
}

#[test]
fn the_file_says_that_it_is_not_protected_and_nothing_lets_it_in() {
    let counted = counted();
    for (cube, _) in &counted.tables {
        let (read, complaints) = load::jsonstat::read(&jsonstat::write(cube), &cube.dataset.id);
        assert_eq!(complaints, []);
        let read = read.expect("it can be read");
        assert!(read == *cube, "what is written is what was counted: {}", cube.dataset.id);
        assert!(read.dataset.is_unprotected && read.dataset.disclosure.is_none());
        assert!(gate::admit(read).is_err());
    }
    // Homes of a public register alone would pass.
    let mut cube = counted.tables[2].0.clone();
    let said = |cube| gate::admit(cube).map_err(|why| insyn::words::refusal::refusal(&why, Language::Swedish));
    assert_eq!(
        said(cube.clone()).map(|_| ()),
        Err(vec!["Filen är räknad ur poster och har inte skyddats. Kör insyn protect på den först.".to_owned()])
    );
    cube.dataset.is_unprotected = false;
    assert!(said(cube).is_ok());
}

#[test]
fn a_share_is_told_by_its_parts() {
    let counted = counted();
    let cube = &counted.tables[0].0;
    let share = cube.measures.last().expect("there are measures");
    assert_eq!((share.kind, share.column), (MeasureKind::Share, None));
    let ratio = share.ratio.as_ref().expect("it has parts");
    assert_eq!((ratio.numerator, ratio.denominator, ratio.per), (Some(1), 0, 100.0));
    assert_eq!(cube.dataset.combinations.as_ref().map(Vec::len), Some(2));
}

/// What is said of a specification that differs from the right one.
fn said(from: &str, to: &str) -> String {
    let text = spec();
    assert!(text.contains(from), "{from:?} is in the specification");
    let faults: Vec<Fault> = match Spec::parse(&text.replacen(from, to, 1)) {
        Ok(spec) => check::check(&spec, &folder()).err().unwrap_or_default(),
        Err(fault) => vec![fault],
    };
    faults.iter().map(|fault| fault.said(Language::English)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_wrong_specification_is_told_with_place_and_remedy() {
    for (from, to, expected) in [
        ("ordered = true", "sorted = true", "The specification, line 54, column 1: Not understood"),
        (
            "column = \"homes.type\"",
            "column = \"home.type\"",
            "[[dimension]] home_type: There is no records “home”. Correct",
        ),
        ("column = \"homes.type\"", "column = \"type\"", "[[dimension]] home_type: “type” is no column. Write"),
        ("column = \"homes.type\"\n", "", "[[dimension]] home_type: Say where the code stands"),
        ("key = \"home_id\"\n", "", "[[join]] 1: “homes” has no key."),
        ("from = 13", "from = 12", "[[dimension]] age: Where categories are numbers"),
        ("\"stöd\"", "\"hvb\"", "[[dimension]] home_type: “hvb” means two categories."),
        ("code = \"M\", sv", "code = \"K\", sv", "[[dimension]] takes: The category “K” is there twice."),
        ("\"1480\", \"0980\"", "\"1480\", \"0981\"", "[[dimension]] area: There is no area “0981”."),
        (
            "protected_unit = \"home\"",
            "protected_unit = \"house\"",
            "[[measure]] found: “house” is not known. Write one of: child, case",
        ),
        ("rows = true", "rows = true\nsum = \"inspections.days\"", "[[measure]] inspected: Give exactly one of"),
        ("[comparable.over_time]", "[comparable.overtime]", "“overtime” is in no specification."),
        (
            "en = \"All figures are made up.\"",
            "eng = \"All figures are made up.\"",
            "“eng” is not known. Write one of: sv, en",
        ),
        ("p = 0.5", "p = 50.0", "[[measure]] median_days: p must lie between 0 and 1"),
        ("is = [\"1\"]", "has = [\"1\"]", "The specification, line"),
        (
            "numerator = \"found\"",
            "numerator = \"share\"",
            "[[table]] inspections: “share” needs numerator and denominator",
        ),
        ("[[\"area\", \"period\"]", "[[\"area\"]", "[[table]] inspections: “period” has no total"),
        (
            "dimensions = [\"violence\", \"period\"]",
            "dimensions = [\"violence\", \"period\"]\nnever_same = [[\"violence\", \"kind\"]]",
            "[[table]] violence: There is no dimension “kind”.",
        ),
        (
            "dimensions = [\"violence\", \"period\"]",
            "dimensions = [\"violence\", \"period\"]\nnever_same = [[\"period\", \"period\"]]",
            "[[table]] violence: The dimension “period” is there twice.",
        ),
        ("area:county", "area:county_", "[[table]] inspections: “area:county_” is no level here."),
        ("area:county", "home_type:county", "[[table]] inspections: “home_type:county” is no level here."),
        (
            "id = \"children\"\nlabel = { sv = \"Placerade barn (",
            "id = \"../x\"\nlabel = { sv = \"Placerade barn (",
            "[[table]] ../x: “../x” becomes the name",
        ),
        (
            "measures = [\"children\"]",
            "measures = [\"found\"]",
            "[[table]] children: Nothing leads from “children” to “inspections”.",
        ),
        (
            "code_list = \"ownership.csv\"",
            "code_list = \"owner.csv\"",
            "[[dimension]] ownership: Cannot be read or written",
        ),
        ("homes_of = [\"found\"]", "homes_of = [\"founds\"]", "[[measure]] found_homes: There is no measure “founds”."),
        ("{ sv = \"År\", en = \"Year\" }", "{ en = \"Year\" }", "[[dimension]] period: label is missing in Swedish."),
        (
            "code = \"hvb\", sv",
            "code = \"hvb\", parent = \"hvb\", sv",
            "[[dimension]] home_type: “hvb” is a part of itself.",
        ),
    ] {
        let said = said(from, to);
        assert!(said.contains(expected), "{from:?} → {to:?}: expected {expected:?}, got\n{said}");
    }
    assert_eq!(said("sv = \"Typ av hem\"", "sv = \"Slag av hem\""), "", "and a right one is not complained of");
}

#[test]
fn a_table_may_declare_by_which_of_its_measures_areas_are_similar() {
    let (margins, declared) = ("margins = [[\"area\", \"period\"],", |ids: &str| {
        format!("covariates = {ids}\nmargins = [[\"area\", \"period\"],")
    });
    let spec = Spec::parse(&spec().replacen(margins, &declared("[\"share\", \"inspected\"]"), 1))
        .expect("it is a specification");
    let cube = &check::check(&spec, &folder()).expect("it is right").tables[0].cube;
    let ids: Vec<&str> = cube.dataset.covariates.iter().map(|it| cube.measures[*it].id.as_str()).collect();
    assert_eq!(ids, ["share", "inspected"]);
    let other = said(margins, &declared("[\"homes\"]"));
    assert!(other.contains("[[table]] inspections: There is no measure “homes”."), "{other}");
    let twice = said(margins, &declared("[\"found\", \"found\"]"));
    assert!(twice.contains("The measure “found” is there twice."), "{twice}");
}

#[test]
fn two_records_with_one_key_are_refused() {
    let rows = ["H1", "H1", "H2"].map(|id| [id, "hvb", "privat", "0180", "1", "0"].map(str::to_owned).to_vec());
    let mut memory = Memory::default();
    memory.add("homes", &["home_id", "type", "ownership", "municipality", "takes_girls", "takes_boys"], rows.to_vec());
    let text = spec();
    let only_homes = text.find("[[table]]\nid = \"inspections\"").zip(text.find("[[table]]\nid = \"homes\""));
    let (first, homes) = only_homes.expect("the tables are there");
    let children = text.find("[[table]]\nid = \"children\"").expect("the table is there");
    let text = format!("{}{}", &text[..first], &text[homes..children]);
    let faults = aggregate(&plan(&text), &mut memory, |_| {}).expect_err("a key is there twice");
    let said: Vec<String> = faults.iter().map(|fault| fault.said(Language::English)).collect();
    assert!(
        said[0].starts_with("[[records]] homes: Several records have the same “home_id”, or none (under 5 too many)."),
        "{said:?}"
    );
}

/// One made-up inspection: home, year, found, days, kinds.
type Inspection = (usize, usize, bool, Option<u8>, Vec<usize>);

const TYPES: [&str; 5] = ["hvb", "stodboende", "sis", "", "okänd"];
const TOWNS: [&str; 6] = ["0180", "0114", "1480", "0980", "", "2580"];
const YEARS: [&str; 3] = ["2023", "2024", "1999"];
const KINDS: [&str; 4] = ["fysiskt", "psykiskt", "sexuellt", "annat"];

fn inspection() -> impl Strategy<Value = Inspection> {
    (0..9_usize, 0..3_usize, any::<bool>(), prop::option::of(0..20_u8), prop::collection::vec(0..4_usize, 0..4))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_margin_is_what_a_plain_count_gives(
        homes in prop::collection::vec((0..5_usize, 0..6_usize), 1..8),
        inspections in prop::collection::vec(inspection(), 1..60),
    ) {
        let mut memory = Memory::default();
        let text = |it: &str| it.to_owned();
        let columns = ["home_id", "type", "ownership", "municipality", "takes_girls", "takes_boys"];
        memory.add("homes", &columns, homes.iter().enumerate().map(|(at, (kind, town))| {
            vec![format!("H{at}"), text(TYPES[*kind]), text("privat"), text(TOWNS[*town]), text("1"), text("0")]
        }).collect());
        memory.add("inspections", &["id", "home_id", "date", "found", "days", "kinds"], inspections.iter().enumerate().map(|(at, (home, year, found, days, kinds))| {
            let kinds: Vec<&str> = kinds.iter().map(|kind| KINDS[*kind]).collect();
            let days = days.map(|days| days.to_string()).unwrap_or_default();
            vec![at.to_string(), format!("H{home}"), format!("{}-05-17", YEARS[*year]), text(if *found { "1" } else { "0" }), days, kinds.join("|")]
        }).collect());
        memory.add("children", &["child_id", "home_id", "age", "placed_by"], vec![vec![text("C"), text("H0"), text("3"), text("0180")]]);
        let counted = match aggregate(&plan(&spec()), &mut memory, |_| {}) {
            Ok(counted) => counted,
            // Nothing in any table is told, and there is nothing to compare.
            Err(_) => return Ok(()),
        };
        let cube = &counted.tables[0].0;
        for row in 0..cube.columns[0].len() {
            let at = cube.coordinates(row);
            let code = |dimension: usize| cube.dimensions[dimension].categories[at[dimension]].code.as_str();
            let (kind, area, year) = (code(0), code(1), code(2));
            let is_published = kind == "T" || area.len() == 2;
            // The inspections in this cell: those with a known town, be it shown or not, and year, and what the cell asks for.
            let its: Vec<(&Inspection, usize)> = inspections.iter().filter_map(|it| {
                let (home, its_year, ..) = it;
                let (its_kind, town) = homes.get(*home)?;
                let town = TOWNS[*town];
                let of_kind = match kind {
                    "T" => true,
                    "stod" => TYPES[*its_kind] == "stodboende",
                    "X" => *its_kind >= 3,
                    kind => TYPES[*its_kind] == kind,
                };
                let of_area = !town.is_empty() && (area == "00" || town.starts_with(area));
                (of_kind && of_area && YEARS[*its_year] == year).then_some((it, *home))
            }).collect();
            let found: Vec<_> = its.iter().filter(|((.., is_found, _, _), _)| *is_found).collect();
            let homes_found: BTreeSet<usize> = found.iter().map(|(_, home)| *home).collect();
            let of_home = |home: &usize| found.iter().filter(|(_, other)| other == home).count();
            let largest = homes_found.iter().map(of_home).max().unwrap_or(0);
            let days: u32 = found.iter().filter_map(|((.., days, _), _)| days.map(u32::from)).sum();
            let physical = its.iter().filter(|((.., kinds), _)| kinds.contains(&0)).count();
            let expected = BTreeMap::from([
                ("inspected", its.len() as f64),
                ("found", found.len() as f64),
                ("found_homes", homes_found.len() as f64),
                ("found_largest", largest as f64),
                ("days", f64::from(days)),
                ("physical", physical as f64),
            ]);
            for (measure, expected) in expected {
                let expected = if is_published { Figure::exact(expected) } else { Figure::Absent(Absence::Unpublished) };
                prop_assert_eq!(figure(cube, measure, &[kind, area, year]), expected, "{} at {} {} {}", measure, kind, area, year);
            }
        }
        let cube = &counted.tables[1].0;
        for (number, kind) in KINDS.iter().enumerate().take(3) {
            for (place, year) in YEARS.iter().enumerate().take(2) {
                let n = inspections.iter().filter(|(_, its_year, found, _, kinds)| *found && *its_year == place && kinds.contains(&number)).count();
                prop_assert_eq!(figure(cube, "found", &[kind, year]), Figure::exact(n as f64));
                let all = inspections.iter().filter(|(_, its_year, found, ..)| *found && *its_year == place).count();
                prop_assert_eq!(figure(cube, "found", &["T", year]), Figure::exact(all as f64));
            }
        }
    }
}

#[test]
fn a_word_that_no_break_has_is_told() {
    let shipped = include_str!("../public/data/source/demo/spec.toml");
    assert!(Spec::parse(shipped).is_ok());
    let slip = shipped.replacen("[[table.breaks.period]]", "[[table.breaks.period]]\ncoment = 1", 1);
    let why = Spec::parse(&slip).expect_err("no break has a comment");
    assert!(why.said(Language::English).starts_with("“coment” is in no specification."), "{why:?}");
}

/// The specification with a provision that a category and a measure rest on.
fn with_law(law: &str, basis: &str) -> String {
    let text = spec().replacen("[comparable.over_time]", &format!("{law}\n[comparable.over_time]"), 1);
    let text = text.replacen("code = \"sis\",", &format!("code = \"sis\", legal_basis = [\"{basis}\"],"), 1);
    text.replacen("id = \"found\"", &format!("id = \"found\"\nlegal_basis = [\"{basis}\"]"), 1)
}

#[test]
fn what_a_category_and_a_measure_rest_on_stands_in_the_tables_that_have_them() {
    let law = "[law.lvu]\nact = { sv = \"LVU\", en = \"LVU, in English\" }\nprovision = { sv = \"12 §\" }\nfrom = \"1990-07-01\"";
    let counted = aggregate(&plan(&with_law(law, "lvu")), &mut memory(), |_| {}).expect("the records can be counted");
    let mut n_based = 0;
    for (cube, _) in &counted.tables {
        let expected =
            cube.dimension_by_id("home_type").map_or(0, |_| 1) + usize::from(cube.measure_by_id("found").is_some());
        assert_eq!(cube.dataset.legal_bases.len(), expected, "{}", cube.dataset.id);
        for it in &cube.dataset.legal_bases {
            let (act, provision) = (it.act.get(Language::English), it.provision.as_ref().expect("it has a section"));
            assert_eq!((act, provision.get(Language::Swedish), it.until.as_ref()), ("LVU, in English", "12 §", None));
            assert_eq!(it.from.as_deref(), Some("1990-07-01"));
            match it.subject {
                LegalSubject::Measure(at) => assert_eq!(cube.measures[at].id, "found"),
                LegalSubject::Category { dimension, category } => {
                    assert_eq!(cube.dimensions[dimension].categories[category].code, "sis");
                }
            }
            n_based += 1;
        }
    }
    assert!(n_based > 2, "{n_based}");
    let faults = |text: &str| {
        let spec = Spec::parse(text).expect("it is TOML");
        let faults = check::check(&spec, &folder()).expect_err("it is wrong");
        faults.iter().map(|fault| fault.said(Language::English)).collect::<Vec<_>>().join("\n")
    };
    assert!(faults(&with_law(law, "lss")).contains("There is no provision “lss”."));
    let undated = law.replace("1990-07-01", "July 1990");
    assert!(faults(&with_law(&undated, "lvu")).contains("[law.lvu]: “July 1990” is no date."));
}
