//! PX files in every form they come in, in every form they should not, and written by ourselves.

mod cubes;

use std::{fs, path::PathBuf};

use insyn::{
    export::px as export,
    load::{
        complaint::{Complaint, Place, Severity},
        encoding::Encoding,
        fault::{Fault, Limit},
        px::{
            self,
            fault::{Expected, PxFault},
        },
    },
    model::{
        area::Level,
        cube::Cube,
        dimension::DimensionKind,
        figure::{Absence, Figure, Flag, Flags, Known},
        text::{Language, Text},
    },
    words,
};
use proptest::{collection::vec, prelude::*, sample::Index};

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder("fixtures/px").join(name)).expect("the fixture is in the repository")
}

/// The cube of a fixture that can be read, its encoding, and what was said of it.
fn read(name: &str) -> (Cube, Encoding, Vec<Complaint>) {
    let read = px::read(&bytes(name), "t");
    (read.cube.unwrap_or_else(|| panic!("{name}: {:?}", read.complaints)), read.encoding, read.complaints)
}

fn absent(absence: Absence) -> Figure {
    Figure::Absent(absence)
}

fn faults(complaints: &[Complaint]) -> Vec<&PxFault> {
    complaints.iter().filter_map(|one| if let Fault::Px(fault) = &one.fault { Some(fault) } else { None }).collect()
}

#[test]
fn a_file_with_all_that_px_has_is_read_whole() {
    let (cube, encoding, complaints) = read("whole.px");
    assert_eq!(encoding, Encoding::Utf8);
    let label = &cube.dataset.label;
    assert_eq!(label.get(Language::Swedish), "Placerade barn efter region, tabellinnehåll; kön = alla");
    assert_eq!(label.get(Language::English), "Placed children by region and contents");
    assert_eq!(cube.dataset.sources[0].title, "Myndigheten X");
    assert_eq!(cube.dataset.updated.as_deref(), Some("2024-04-01T09:30"), "the newest of its contents");
    let notes: Vec<&str> = cube.dataset.notes.iter().map(|note| note.original()).collect();
    assert_eq!(
        notes,
        [
            "Mer information: barn01",
            "Uppgifterna skyddas av upphovsrätt.",
            "Officiell statistik.",
            "Gäller den 31 december.\nNy rad."
        ]
    );
    assert_eq!(cube.dataset.notes[3].get(Language::English), "As of 31 December.\nNew line.");
    let mandatory: Vec<&str> = cube.dataset.mandatory_notes.iter().map(|note| note.original()).collect();
    assert_eq!(mandatory, ["Måste visas.", "Av alla barn.", "Räknad två gånger."]);

    let [region, sex, year] = &cube.dimensions[..] else { panic!("the contents are no dimension") };
    assert_eq!((region.id.as_str(), sex.id.as_str(), year.id.as_str()), ("Region", "Kon", "år"));
    assert_eq!((&region.kind, &year.kind), (&DimensionKind::Area, &DimensionKind::Period));
    assert_eq!(sex.kind, DimensionKind::Other("Kon".into()));
    assert_eq!(sex.label.get(Language::English), "sex");
    assert_eq!((region.total, sex.total), (Some(0), None));
    let of_region: Vec<&str> = region.notes.iter().map(|note| note.original()).collect();
    assert_eq!(of_region, ["Karta: sverige", "Indelning: kommun", "Efter 2023 års indelning."]);
    assert_eq!(region.notes[1].get(Language::English), "Classification: kommun");
    let botkyrka = &region.categories[2];
    assert_eq!((botkyrka.code.as_str(), botkyrka.level), ("0127", Some(Level::Municipality)));
    assert_eq!(region.categories.iter().map(|it| it.parent).collect::<Vec<_>>(), [None, Some(0), Some(1)]);
    assert_eq!(botkyrka.notes[0].get(Language::English), "From 2022.");

    let [children, share] = &cube.measures[..] else { panic!("two measures") };
    assert_eq!((children.id.as_str(), children.decimals, children.unit.original()), ("B1", 0, "barn"));
    assert_eq!((share.id.as_str(), share.decimals, share.unit.get(Language::English)), ("A1", 1, "per cent"));
    assert_eq!(children.additive_over, [1], "a stock is summed over the sexes, not over the years");
    assert_eq!(share.additive_over, [0_usize; 0], "an average is summed over nothing");
    let of_children: Vec<&str> = children.notes.iter().map(|note| note.original()).collect();
    assert_eq!(
        of_children[..3],
        ["Referenstid: 31 december", "Ställningen vid en tidpunkt.", "Uppdaterad: 2024-03-01 08:00"]
    );
    assert_eq!(share.notes[0].get(Language::English), "An average.");

    assert_eq!(cube.published(0, &[0, 0, 0]), Figure::exact(1200.0));
    assert_eq!(cube.published(1, &[0, 0, 1]), Figure::exact(11.0));
    assert_eq!(cube.published(1, &[0, 1, 0]), absent(Absence::NotApplicable));
    assert_eq!(cube.published(1, &[0, 1, 1]), absent(Absence::Missing));
    assert_eq!(cube.published(1, &[1, 0, 0]), absent(Absence::Suppressed));
    assert_eq!(cube.published(1, &[1, 0, 1]), Figure::exact(0.0));
    assert_eq!(cube.published(1, &[1, 1, 1]), Figure::exact(-1.0));
    assert_eq!(cube.published(1, &[2, 0, 0]), absent(Absence::UnknownSymbol("x".into())), "as the file shows it");
    assert_eq!(cube.published(1, &[2, 0, 1]), absent(Absence::UnknownSymbol(".....".into())));
    assert_eq!(cube.published(1, &[2, 1, 1]), Figure::exact(100.0));
    let note = |at: &[usize]| cube.remark(0, at).and_then(|it| it.note.as_ref()).map(|note| note.original().to_owned());
    assert_eq!(note(&[2, 1, 1]).as_deref(), Some("Osäker."));
    assert_eq!(note(&[0, 0, 0]).as_deref(), Some("Räknad två gånger."));
    assert_eq!(note(&[0, 0, 1]).as_deref(), Some("Räknad två gånger."));
    assert_eq!(note(&[0, 1, 0]).as_deref(), Some("p"));

    let sign = |sign: &str| PxFault::UnknownSign { sign: sign.into(), n_cells: 1 };
    let said = faults(&complaints);
    assert_eq!(said, [&PxFault::Contact, &PxFault::UnknownKeyword("NEW-KEYWORD".into()), &sign("x"), &sign(".....")]);
    let text = format!("{cube:?}{complaints:?}");
    assert!(!text.contains("Andersson"), "no person is named");
}

#[test]
fn what_the_model_has_no_field_for_is_a_note_in_words_and_is_written_as_its_keyword() {
    let (cube, _, complaints) = read("facts.px");
    let said = |notes: &[Text], language| notes.iter().map(|note| note.get(language).to_owned()).collect::<Vec<_>>();
    let of_table = [
        "The data are not protected by copyright.",
        "Official statistics.",
        "Next update: 2025-03-01 08:00",
        "First published: snart",
        "How often updated: yearly",
        "Survey: The survey",
        "Link: sida7",
        "Sign beside sums: *",
    ];
    assert_eq!(said(&cube.dataset.notes, Language::English), of_table);
    let of_region =
        ["Karta: sverige", "Indelning: kommun, län", "Delar av koden: län, 1, 2", "Delar av koden: kommun, 3"];
    assert_eq!(said(&cube.dimensions[0].notes, Language::Swedish), of_region);
    assert_eq!(said(&cube.dimensions[1].notes, Language::English), ["Type of variable: Klass"]);
    let [children, cost] = &cube.measures[..] else { panic!("two measures") };
    let of_children = ["Reference time: 31 December", "As it stood at a point in time.", "Updated: 2024-03-01 08:00"];
    assert_eq!(said(&children.notes, Language::English), of_children);
    let of_cost =
        ["Basperiod: 2020", "Fasta priser.", "Korrigerad för antalet arbetsdagar.", "Vad som skett under perioden."];
    assert_eq!(said(&cost.notes, Language::Swedish), of_cost);
    let wrong = PxFault::WrongValue { keyword: "SEASADJ".into(), expected: Expected::YesOrNo, found: "kanske".into() };
    assert_eq!(faults(&complaints), [&wrong]);

    for language in Language::ALL {
        let (text, _) = export::write(&cube, language);
        assert!(!text.contains("\nNOTE"), "no fact is written as a note: {text}");
        let again = px::read(text.as_bytes(), "t").cube.expect("it can be read");
        let notes = |cube: &Cube| {
            let of = |notes: &[Text]| Language::ALL.map(|language| said(notes, language));
            [
                of(&cube.dataset.notes),
                of(&cube.dimensions[0].notes),
                of(&cube.measures[0].notes),
                of(&cube.measures[1].notes),
            ]
        };
        assert_eq!(notes(&again), notes(&cube), "{text}");
    }
}

#[test]
fn rows_that_a_keyed_file_leaves_out_are_zeros_and_it_is_said() {
    let (cube, _, complaints) = read("keyed.px");
    let cell = |region, sex, year| cube.published(0, &[region, sex, year]);
    let implied = Figure::Known(Known { value: 0.0, qualifier: None, flags: Flags::from_iter([Flag::ImpliedZero]) });
    assert_eq!(cell(1, 0, 1), Figure::exact(2.0));
    assert_eq!(cell(1, 0, 2), absent(Absence::UnknownSymbol("..".into())));
    assert_eq!(cell(0, 1, 1), Figure::exact(0.0), "a zero that is written");
    for (region, sex) in [(0, 0), (1, 1), (2, 0), (2, 1)] {
        assert_eq!(cell(region, sex, 0), implied, "{region} {sex}");
    }
    assert_eq!(cube.dimensions[0].categories[1].code, "0331");
    assert!(faults(&complaints).iter().any(|fault| matches!(fault, PxFault::Taken { .. })), "places by their codes");
}

#[test]
fn the_same_words_are_read_in_each_encoding_and_with_each_separator() {
    for (name, expected) in [
        ("dos.px", Encoding::Cp850),
        ("windows.px", Encoding::Windows1252),
        ("cp437.px", Encoding::Cp437),
        ("latin15.px", Encoding::Iso8859_15),
        ("utf8.px", Encoding::Utf8),
        ("utf16.px", Encoding::Utf16Le),
    ] {
        let (cube, encoding, _) = read(name);
        assert_eq!(encoding, expected, "{name}");
        assert_eq!(cube.dataset.label.original(), "Små orter på Öland", "{name}");
        assert_eq!(cube.dimensions[0].categories[1].label.original(), "Byxelkrok å", "{name}");
        assert_eq!(cube.columns[0].numbers().flatten().collect::<Vec<_>>(), [1.0, 2.0, 3.0, 4.0], "{name}");
    }
    assert_eq!(read("latin15.px").0.measures[0].unit.original(), "€");
}

#[test]
fn a_known_publishers_signs_have_its_meaning_and_nobody_elses() {
    let cells = |text: &str| {
        let cube = px::read(text.as_bytes(), "t").cube.expect("it can be read");
        (0..6).map(|row| cube.columns[0].figure(row)).collect::<Vec<_>>()
    };
    let text = String::from_utf8(bytes("scb.px")).expect("UTF-8");
    let unknown = |sign: &str| absent(Absence::UnknownSymbol(sign.into()));
    let (one, nil) = (Figure::exact(1.0), Figure::exact(0.0));
    let known = [Absence::Missing, Absence::NotApplicable, Absence::NotYet].map(absent);
    let [missing, not_applicable, not_yet] = known;
    assert_eq!(cells(&text), [one.clone(), missing, not_applicable, not_yet, unknown("...."), nil.clone()]);
    let other = text.replace("\"SCB\"", "\"Myndigheten X\"");
    assert_eq!(cells(&other), [one, unknown(".."), unknown("."), unknown("..."), unknown("...."), nil]);
}

/// A small whole file, to be broken.
const SMALL: &str = "TITLE=\"T\";\nUNITS=\"antal\";\nSTUB=\"a\";\nHEADING=\"b\";\nVALUES(\"a\")=\"x\",\"y\";\nVALUES(\"b\")=\"1\",\"2\";\nCODES(\"a\")=\"A\",\"B\";\nDATA=\n1 2\n3 4;\n";

#[test]
fn a_broken_file_is_refused_with_its_line_and_column() {
    let keys = "KEYS(\"a\")=CODES;\nDATA=";
    let lacking = |keyword, variable: &str| PxFault::LackingFor { keyword, variable: variable.into() };
    let corpus: Vec<(&str, &str, usize, usize, Fault)> = vec![
        ("TITLE=\"T\";", "TITLE=\"T;", 1, 7, Fault::Px(PxFault::OpenText)),
        ("TITLE=\"T\";", "TITLE=\"T\"", 1, 10, Fault::Px(PxFault::NoSemicolon("TITLE".into()))),
        ("UNITS=", "UNITS", 2, 6, Fault::Px(PxFault::NoEquals("UNITS".into()))),
        ("UNITS=", "§UNITS=", 2, 1, Fault::Px(PxFault::NoKeyword("§UNITS".into()))),
        ("VALUES(\"a\")", "VALUES(\"a\"", 5, 7, Fault::Px(PxFault::OpenBracket("VALUES".into()))),
        ("VALUES(\"b\")=\"1\",\"2\";\n", "", 3, 1, Fault::Px(lacking("VALUES", "b"))),
        ("STUB=\"a\";\nHEADING=\"b\";\n", "", 1, 1, Fault::Px(PxFault::Lacking("STUB"))),
        ("\"A\",\"B\"", "\"A\",\"A\"", 7, 1, Fault::Duplicate("A".into())),
        (
            "\"A\",\"B\"",
            "\"A\"",
            7,
            1,
            Fault::Px(PxFault::Miscounted { keyword: "CODES(\"a\")".into(), expected: 2, found: 1 }),
        ),
        ("HEADING=\"b\"", "HEADING=\"a\"", 3, 1, Fault::Duplicate("a".into())),
        ("3 4;", "3;", 10, 2, Fault::Px(PxFault::CellCount { expected: 4, found: Some(3) })),
        ("3 4;", "3 4 5;", 10, 5, Fault::Px(PxFault::CellCount { expected: 4, found: None })),
        ("3 4;", "3 4", 11, 1, Fault::Px(PxFault::OpenData)),
        ("3 4;", "3; 4", 10, 5, Fault::Px(PxFault::OpenData)),
        ("3 4;", "3 4O;", 10, 3, Fault::Px(PxFault::NotANumber { found: "4O".into(), n_cells: 1 })),
        ("3 4;", "3 \"..;", 10, 3, Fault::Px(PxFault::OpenText)),
        ("DATA=\n1 2\n3 4;\n", "", 8, 1, Fault::Px(PxFault::Lacking("DATA"))),
        (
            "DATA=\n1 2\n3 4;",
            &format!("{keys}\n\"A\" 1 2\n\"C\" 3 4;"),
            11,
            1,
            Fault::Px(PxFault::UnknownKey { variable: "a".into(), key: "C".into() }),
        ),
        ("DATA=\n1 2\n3 4;", &format!("{keys}\n\"A\" 1 2\n\"A\" 3 4;"), 11, 1, Fault::Px(PxFault::RepeatedRow)),
        (
            "DATA=\n1 2\n3 4;",
            &format!("{keys}\n\"A\" 1\n\"B\" 3 4;"),
            11,
            1,
            Fault::Px(PxFault::RowCount { expected: 2, found: 1 }),
        ),
        ("DATA=", "KEYS(\"b\")=CODES;\nDATA=", 8, 1, Fault::Px(PxFault::KeysInHeading("b".into()))),
    ]
    .into_iter()
    .map(|(from, to, line, column, fault)| (from, &*Box::leak(to.to_owned().into_boxed_str()), line, column, fault))
    .collect();
    assert!(px::read(SMALL.as_bytes(), "t").cube.is_some());
    for (from, to, line, column, fault) in corpus {
        assert!(SMALL.contains(from), "{from}");
        let read = px::read(SMALL.replacen(from, to, 1).as_bytes(), "t");
        assert_eq!(read.cube, None, "{to}");
        let fatal: Vec<_> = read.complaints.iter().filter(|one| one.severity == Severity::Fatal).collect();
        let place = Place::Text { line, column };
        assert!(fatal.iter().any(|one| one.fault == fault && one.place == place), "{to}: {fatal:?}");
        for language in Language::ALL {
            for one in &fatal {
                let said = words::complaint::said(one, language);
                assert!(!said.remedy.is_empty(), "{said:?} says not what to do");
            }
        }
    }
}

#[test]
fn a_file_of_another_format_is_refused_at_its_first_letter() {
    for text in ["{\"class\": \"dataset\"}", "a;b\n1;2\n", "", "PK\u{3}\u{4}"] {
        let read = px::read(text.as_bytes(), "t");
        assert_eq!(read.cube, None, "{text}");
        assert!(read.complaints.iter().any(|one| one.severity == Severity::Fatal), "{text}");
    }
}

#[test]
fn a_file_of_more_cells_than_we_hold_takes_no_memory() {
    let many = |n: usize| (0..n).map(|value| format!("\"{value}\"")).collect::<Vec<_>>().join(",");
    let text = SMALL.replace("\"1\",\"2\"", &many(9000)).replace("\"x\",\"y\"", &many(9000));
    let text = text.replace("CODES(\"a\")=\"A\",\"B\";\n", "").replace("DATA=", "KEYS(\"a\")=VALUES;\nDATA=");
    let read = px::read(text.as_bytes(), "t");
    let is_it = |one: &Complaint| matches!(one.fault, Fault::OverLimit { limit: Limit::Cells, .. });
    assert!(read.cube.is_none() && read.complaints.iter().any(is_it), "{:?}", read.complaints);
}

#[test]
fn unknown_keywords_are_noted_once_each_and_a_hundred_of_them() {
    let unknown: String = (0..150).map(|n| format!("UNKNOWN-{n}=1;\nUNKNOWN-{n}(\"a\")=2;\n")).collect();
    let read = px::read(format!("{unknown}{SMALL}").as_bytes(), "t");
    assert!(read.cube.is_some());
    assert_eq!(read.complaints.len(), 101);
    assert!(matches!(read.complaints.last().map(|one| &one.fault), Some(Fault::Unlisted(_))));
}

#[test]
fn another_reader_finds_the_same_dimensions_and_the_same_sum() {
    let golden = fs::read_to_string(folder("golden/px_pyaxis.json")).expect("it is in the repository");
    let golden: serde_json::Value = serde_json::from_str(&golden).expect("it is JSON");
    for (name, theirs) in golden.as_object().expect("an object") {
        let (cube, _, _) = read(name);
        let numbers: Vec<f64> = cube.columns.iter().flat_map(|column| column.numbers().flatten()).collect();
        assert_eq!(theirs["sum"].as_f64(), Some(numbers.iter().sum()), "{name}");
        assert_eq!(theirs["numbers"].as_u64(), u64::try_from(numbers.len()).ok(), "{name}");
        let mut sizes: Vec<usize> = cube.dimensions.iter().map(|dimension| dimension.categories.len()).collect();
        if cube.measures.len() > 1 {
            sizes.push(cube.measures.len());
        }
        let mut their_sizes: Vec<usize> = serde_json::from_value(theirs["sizes"].clone()).expect("a list of sizes");
        sizes.sort_unstable();
        their_sizes.sort_unstable();
        assert_eq!(sizes, their_sizes, "{name}");
        let names: Vec<String> = serde_json::from_value(theirs["dimensions"].clone()).expect("a list of names");
        assert!(cube.dimensions.iter().all(|it| names.iter().any(|name| name == it.label.original())), "{name}");
    }
}

/// What PX can say of a cell.
fn in_px(figure: Figure) -> Figure {
    match figure {
        Figure::Known(known) => Figure::exact(known.value),
        absent => absent,
    }
}

fn plain(text: &str) -> String {
    text.replace('"', "\u{201d}").replace(['\n', '\r'], " ")
}

/// What must be the same after writing and reading: codes, labels, cells.
fn assert_same(cube: &Cube, read: &Cube, losses: &[export::loss::PxLoss]) -> Result<(), TestCaseError> {
    use export::loss::PxLoss;
    prop_assert_eq!(cube.dimensions.len(), read.dimensions.len());
    for (one, other) in cube.dimensions.iter().zip(&read.dimensions) {
        prop_assert_eq!(&one.id, &other.id);
        for (one, other) in one.categories.iter().zip(&other.categories) {
            prop_assert_eq!(&one.code, &other.code);
            prop_assert_eq!(one.parent, other.parent);
            for language in Language::ALL {
                prop_assert_eq!(plain(one.label.get(language)), other.label.get(language));
            }
        }
        if !losses.contains(&PxLoss::Places) {
            prop_assert_eq!(one.total, other.total);
        }
        if !losses.contains(&PxLoss::Names) {
            for language in Language::ALL {
                prop_assert_eq!(plain(one.label.get(language)), other.label.get(language));
            }
        }
    }
    let stored: Vec<_> = cube.measures.iter().filter(|measure| measure.column.is_some()).collect();
    prop_assert_eq!(stored.len(), read.measures.len());
    for (position, (one, other)) in stored.iter().zip(&read.measures).enumerate() {
        prop_assert_eq!(&one.id, &other.id);
        let column = &cube.columns[one.column.expect("it is stored")];
        for row in 0..column.len() {
            let (wanted, found) = (in_px(column.figure(row)), in_px(read.columns[position].figure(row)));
            if !matches!(wanted, Figure::Absent(Absence::UnknownSymbol(_))) || !losses.contains(&PxLoss::Signs) {
                prop_assert_eq!(wanted, found, "row {}", row);
            } else {
                prop_assert!(found.value().is_none());
            }
        }
        // A table without any words for what is counted goes by its title, else by its id.
        let has_label = one.label.wordings().any(|words| !words.is_empty());
        for language in Language::ALL.into_iter().filter(|_| has_label) {
            prop_assert_eq!(plain(one.label.get(language)), other.label.get(language));
        }
        if !losses.contains(&PxLoss::Places) {
            prop_assert_eq!(one.decimals, other.decimals);
            for language in Language::ALL {
                prop_assert_eq!(plain(one.unit.get(language)), other.unit.get(language));
            }
        }
    }
    Ok(())
}

#[test]
fn every_absence_survives_being_written_in_both_languages() {
    let (mut cube, _, _) = read("scb.px");
    cube.dataset.sources.clear();
    let all = [
        Absence::RoundsToZero,
        Absence::Suppressed,
        Absence::Missing,
        Absence::NotApplicable,
        Absence::Uncertain,
        Absence::NotYet,
    ];
    for language in Language::ALL {
        for absences in
            [all.clone(), all.clone().map(|it| if it == Absence::NotYet { Absence::Unpublished } else { it })]
        {
            for (row, absence) in absences.iter().enumerate() {
                cube.columns[0].set(row, Figure::Absent(absence.clone()));
            }
            let (text, losses) = export::write(&cube, language);
            let read = px::read(text.as_bytes(), "t");
            let again = read.cube.expect("it can be read");
            let found: Vec<_> = (0..6).filter_map(|row| again.columns[0].figure(row).absence().cloned()).collect();
            assert_eq!(found, absences, "{losses:?}");
        }
    }
}

#[test]
fn a_million_cells_are_read_at_once() {
    let many = |n: usize| (0..n).map(|value| format!("\"{value}\"")).collect::<Vec<_>>().join(",");
    let text = SMALL.replace("\"1\",\"2\"", &many(1000)).replace("\"x\",\"y\"", &many(1000));
    let text = text.replace("CODES(\"a\")=\"A\",\"B\";\n", "").replace("1 2\n3 4;", "");
    let cells: String = (0..1_000_000_u32).map(|cell| format!("{}.{} ", cell % 7919, cell % 10)).collect();
    let text = format!("{text}{cells};");
    let cube = px::read(text.as_bytes(), "t").cube.expect("it can be read");
    assert_eq!(cube.columns[0].numbers().flatten().count(), 1_000_000);
    assert_eq!(cube.columns[0].figure(7920), Figure::exact(1.0));
}

#[test]
fn what_is_read_is_written_and_read_again_as_the_same() {
    for name in ["whole.px", "keyed.px", "scb.px", "windows.px"] {
        let (cube, _, _) = read(name);
        let (text, losses) = export::write(&cube, Language::Swedish);
        let again = px::read(text.as_bytes(), "t").cube.expect("it can be read");
        assert_same(&cube, &again, &losses).expect(name);
        let mut notes = [cube.dataset.mandatory_notes.clone(), again.dataset.mandatory_notes.clone()];
        notes.iter_mut().for_each(|notes| notes.sort_by_key(|note| note.original().to_owned()));
        let [one, other] = notes.map(|notes| notes.iter().map(|it| it.original().to_owned()).collect::<Vec<_>>());
        assert_eq!(one, other, "{name}");
        for (one, other) in cube.dimensions.iter().zip(&again.dimensions) {
            assert_eq!((&one.kind, one.total), (&other.kind, other.total), "{name}");
            assert_eq!(one.notes.len(), other.notes.len(), "{name}");
        }
        assert_eq!(cube.dataset.updated, again.dataset.updated);
        assert_eq!(
            cube.measures[0].additive_over.contains(&1),
            again.measures[0].additive_over.contains(&1) || cube.measures.len() > 1
        );
    }
}

proptest! {
    #[test]
    fn a_cube_that_is_written_is_read_with_the_same_cells_codes_and_labels(
        cube in cubes::any_cube(),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let (text, losses) = export::write(&cube, language);
        let read = px::read(text.as_bytes(), cubes::ID);
        prop_assert!(read.cube.is_some(), "{:?}\n{}", read.complaints, text);
        assert_same(&cube, &read.cube.expect("just seen"), &losses)
            .map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in vec(any::<u8>(), 0..400)) {
        let read = px::read(&bytes, "t");
        prop_assert!(read.cube.is_some() || !read.complaints.is_empty());
    }

    #[test]
    fn any_text_of_pxs_own_letters_is_read_without_a_panic(
        text in "((TITLE|STUB|VALUES|KEYS|NOTE|DATA|CELLNOTE|a|1|\"|=|;|,|\\(|\\)|\\[|en|\\.| |\n|-)){0,60}",
    ) {
        let read = px::read(text.as_bytes(), "t");
        prop_assert!(read.cube.is_some() || !read.complaints.is_empty());
    }

    #[test]
    fn a_file_with_bytes_changed_is_read_without_a_panic(
        name in prop::sample::select(vec!["whole.px", "keyed.px", "scb.px", "dos.px", "latin15.px", "utf16.px"]),
        changes in vec((any::<Index>(), prop_oneof![any::<u8>(), prop::sample::select(b"\";=(),[].-\n0".to_vec())], 0_u8..4), 1..8),
    ) {
        let mut bytes = bytes(name);
        for (at, byte, how) in changes {
            let at = at.index(bytes.len().max(1));
            match how {
                0 if at < bytes.len() => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 if at < bytes.len() => drop(bytes.remove(at)),
                _ => bytes.truncate(at.max(bytes.len() / 2)),
            }
        }
        let read = px::read(&bytes, "t");
        let is_fatal = read.complaints.iter().any(|one| one.severity == Severity::Fatal);
        prop_assert_eq!(read.cube.is_none(), is_fatal, "{:?}", read.complaints);
        prop_assert!(read.complaints.len() <= 102);
        for one in &read.complaints {
            prop_assert!(!words::complaint::complaint(one, Language::Swedish).is_empty());
        }
    }
}
