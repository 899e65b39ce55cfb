//! Data packages of both versions, loose and zipped, and what is refused.

#![cfg(feature = "formats")]

use std::io::{Cursor, Write};

use insyn::{
    load::{
        complaint::{Complaint, Place, Severity},
        fault::{Fault, Limit},
        package::{
            self, Package,
            fault::{PackageFault, Rule},
        },
        table::{fault::TableFault, mapping::Role, rows::RowName},
    },
    model::{
        cube::Cube,
        dimension::DimensionKind,
        figure::{Absence, Figure},
        text::Language,
    },
    words::complaint::complaint,
};
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

type Files = Vec<(String, Vec<u8>)>;

/// A package of two tables, one of them a code list.
fn descriptor() -> Value {
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "barn", "title": "Barn i HVB", "description": "Påhittade siffror",
        "licenses": [{"name": "CC0-1.0"}], "sources": [{"title": "Ett register", "path": "https://example.org/r"}],
        "contributors": [{"title": "En myndighet", "roles": ["publisher"]}],
        "resources": [
            {"name": "tal", "path": "data/tal.csv", "encoding": "windows-1252", "dialect": {"delimiter": ";"}, "schema": {
                "fields": [
                    {"name": "kommunkod", "type": "string", "title": "Kommun"},
                    {"name": "ar", "type": "year"},
                    {"name": "orsak", "type": "integer", "title": "Orsak"},
                    {"name": "antal", "type": "number", "decimalChar": ",", "groupChar": ".",
                        "constraints": {"minimum": 0},
                        "missingValues": [{"value": "X", "label": "Sekretess"}, {"value": "..", "label": "Uppgift saknas"}, {"value": "?", "label": "se not"}]},
                ],
                "primaryKey": ["kommunkod", "ar", "orsak"],
                "foreignKeys": [{"fields": "orsak", "reference": {"resource": "orsaker", "fields": "kod"}}],
            }},
            {"name": "orsaker", "path": "data/orsaker.csv"},
        ],
    })
}

const FIGURES: &str = "kommunkod;ar;orsak;antal\n0114;2021;1;1.234,5\n0114;2021;2;X\n0180;2021;1;..\n0180;2021;2;?\n";
const LIST: &str = "kod,namn\n1,Våld\n2,Försummelse\n";

fn files(descriptor: &Value) -> Files {
    let figures = FIGURES.bytes().collect();
    vec![
        ("datapackage.json".into(), descriptor.to_string().into_bytes()),
        ("data/tal.csv".into(), figures),
        ("data/orsaker.csv".into(), LIST.as_bytes().to_vec()),
    ]
}

fn zipped(files: &Files, folder: &str) -> Files {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        archive.start_file(format!("{folder}{name}"), options).expect("it begins");
        archive.write_all(bytes).expect("it is written");
    }
    vec![("barn.zip".into(), archive.finish().expect("it is closed").into_inner())]
}

fn read(files: &Files) -> (Package, Vec<Complaint>) {
    let (package, complaints) = package::read(files, "p");
    (package.unwrap_or_else(|| panic!("{complaints:?}")), complaints)
}

fn cube(package: &Package) -> (Cube, Vec<Complaint>) {
    let resource = package.tables().next().expect("there is a table");
    let (cube, complaints) = package.cube(resource, "p");
    (cube.unwrap_or_else(|| panic!("{complaints:?}")), complaints)
}

fn figure(cube: &Cube, codes: &[&str]) -> Figure {
    let at = cube.dimensions.iter().zip(codes).map(|(dimension, code)| dimension.position(code).expect(code));
    cube.published(0, &at.collect::<Vec<_>>())
}

fn faults(complaints: &[Complaint]) -> Vec<&Fault> {
    complaints.iter().map(|one| &one.fault).collect()
}

#[test]
fn a_package_is_read_as_its_schema_says() {
    let (package, complaints) = read(&files(&descriptor()));
    let unknown = TableFault::UnknownMeaning { sign: "?".into(), words: "se not".into() };
    assert_eq!(faults(&complaints), [&Fault::from(unknown)]);
    let place = Place::Within("data/tal.csv".into(), Box::new(Place::Text { line: 1, column: 4 }));
    assert_eq!(complaints[0].place, place);
    let (cube, _) = cube(&package);
    let kinds: Vec<&DimensionKind> = cube.dimensions.iter().map(|dimension| &dimension.kind).collect();
    assert_eq!(kinds, [&DimensionKind::Area, &DimensionKind::Period, &DimensionKind::Other("orsak".into())]);
    assert_eq!(figure(&cube, &["0114", "2021", "1"]), Figure::exact(1234.5));
    assert_eq!(figure(&cube, &["0114", "2021", "2"]), Figure::Absent(Absence::Suppressed));
    assert_eq!(figure(&cube, &["0180", "2021", "1"]), Figure::Absent(Absence::Missing));
    assert_eq!(figure(&cube, &["0180", "2021", "2"]), Figure::Absent(Absence::UnknownSymbol("?".into())));
    // The code list gives names, in its own encoding.
    assert_eq!(cube.dimensions[2].categories[1].label.original(), "Försummelse");
    assert_eq!(cube.dimensions[2].label.original(), "Orsak");
    let dataset = &cube.dataset;
    assert_eq!((dataset.label.original(), dataset.licence.as_deref()), ("Barn i HVB", Some("CC0-1.0")));
    assert_eq!(dataset.sources[0].url.as_deref(), Some("https://example.org/r"));
    assert_eq!(dataset.publisher.as_ref().map(|text| text.original()), Some("En myndighet"));
}

#[test]
fn zipped_in_a_folder_it_is_the_same() {
    let loose = read(&files(&descriptor())).0;
    let (packed, complaints) = read(&zipped(&files(&descriptor()), "barn-1.0/"));
    assert_eq!((packed, complaints.len()), (loose, 1));
}

#[test]
fn version_1_has_texts_for_missing_values_and_a_schema_file() {
    let mut one = descriptor();
    let schema = json!({"fields": [
        {"name": "kommunkod", "type": "string"}, {"name": "ar", "type": "integer"}, {"name": "orsak", "type": "string"},
        {"name": "antal", "type": "number", "decimalChar": ",", "groupChar": "."},
    ], "missingValues": ["X", "..", "?"]});
    one["resources"][0]["schema"] = json!("schema.json");
    let mut files = files(&one);
    files.push(("schema.json".into(), schema.to_string().into_bytes()));
    let (package, complaints) = read(&files);
    assert_eq!(faults(&complaints), Vec::<&Fault>::new());
    let (cube, _) = cube(&package);
    assert_eq!(figure(&cube, &["0114", "2021", "2"]), Figure::Absent(Absence::Missing));
    assert_eq!(cube.dimensions[1].kind, DimensionKind::Period);
}

#[test]
fn a_schema_beside_a_table() {
    let schema = json!({"fields": [{"name": "grupp", "type": "string"}, {"name": "tal", "type": "string"}, {"name": "n", "type": "integer"}]});
    let files = vec![
        ("barn.csv".to_owned(), b"grupp,tal,n\na,1,5\nb,2,6\n".to_vec()),
        ("barn.schema.json".to_owned(), schema.to_string().into_bytes()),
    ];
    let (package, _) = read(&files);
    assert!(
        matches!(package.resources[0].mapping.columns[1].role, Role::Dimension { .. }),
        "the schema says that it is text"
    );
    assert_eq!(figure(&cube(&package).0, &["b", "2"]), Figure::exact(6.0));
}

#[test]
fn rows_in_the_descriptor_are_a_table() {
    let one = json!({"resources": [{"name": "t", "data": [["länskod", "antal"], ["01", 5], ["03", null]]}]});
    let (package, _) = read(&vec![("datapackage.json".into(), one.to_string().into_bytes())]);
    let (cube, _) = cube(&package);
    assert_eq!(figure(&cube, &["01"]), Figure::exact(5.0));
    assert_eq!(figure(&cube, &["03"]), Figure::Absent(Absence::Missing));
}

#[test]
fn rules_of_the_schema_are_told_where_they_are_broken() {
    let mut one = descriptor();
    one["resources"][0]["schema"]["fields"][0]["constraints"] = json!({"enum": ["0114"], "pattern": "01[0-7][0-9]"});
    one["resources"][0]["schema"]["fields"][2]["constraints"] = json!({"pattern": "\\p{Nd}"});
    one["resources"][0]["schema"]["fields"][1]["constraints"] = json!({"minimum": "2022"});
    one["resources"][0]["schema"]["fields"][3]["constraints"]["required"] = json!(true);
    one["resources"][0]["schema"]["fields"].as_array_mut().expect("it is a list").push(json!({"name": "mer"}));
    let mut files = files(&one);
    files[1].1.extend(b"0114;2021;1;7\n0180;2021;3;-1\n");
    let (_, complaints) = read(&files);
    let all = faults(&complaints);
    let expected: Vec<PackageFault> = vec![
        PackageFault::AgainstRule { rule: Rule::Enum(vec!["0114".into()]), text: "0180".into(), n_rows: 3 },
        PackageFault::AgainstRule { rule: Rule::Minimum("2022".into()), text: "2021".into(), n_rows: 6 },
        PackageFault::AgainstRule { rule: Rule::Minimum("0".into()), text: "-1".into(), n_rows: 1 },
        // A required field may not be missing, whatever the reason.
        PackageFault::AgainstRule { rule: Rule::Required, text: "X".into(), n_rows: 3 },
        PackageFault::AgainstRule { rule: Rule::Pattern("01[0-7][0-9]".into()), text: "0180".into(), n_rows: 3 },
        PackageFault::PatternNotChecked("\\p{Nd}".into()),
        PackageFault::NoSuchField("mer".into()),
        PackageFault::RepeatedKey { first: RowName { line: 2, file: None } },
        PackageFault::NotInList { list: "orsaker".into(), code: "3".into(), n_codes: 1 },
    ];
    for fault in expected {
        assert!(all.contains(&&Fault::from(fault.clone())), "{fault:?}\n{all:?}");
    }
}

/// The first package with its table in these files.
fn in_parts(parts: &[(&str, &str)]) -> (Option<Package>, Vec<Complaint>) {
    let mut one = descriptor();
    one["resources"][0]["path"] = parts.iter().map(|(path, _)| *path).collect();
    let mut files = files(&one);
    files.remove(1);
    files.extend(parts.iter().map(|(path, text)| ((*path).to_owned(), text.bytes().collect())));
    package::read(&files, "p")
}

#[test]
fn a_table_in_several_files_is_one() {
    let whole = cube(&read(&files(&descriptor())).0).0;
    let lines: Vec<&str> = FIGURES.lines().collect();
    let head = lines[..3].join("\n");
    let (with, without) = (format!("{}\n{}\n{}\n", lines[0], lines[3], lines[4]), lines[3..].join("\n"));
    // The columns in another order, told.
    let turned = "ar;kommunkod;orsak;antal\n2021;0180;1;..\n2021;0180;2;?\n";
    for (rest, fault) in
        [(with.as_str(), None), (&without, Some(PackageFault::NoHeader)), (turned, Some(PackageFault::OtherOrder))]
    {
        let (package, complaints) = in_parts(&[("data/a.csv", &head), ("data/b.csv", rest)]);
        let package = package.unwrap_or_else(|| panic!("{complaints:?}"));
        assert_eq!(cube(&package).0, whole);
        let told = complaints.iter().find(|one| Some(&one.fault) == fault.clone().map(Fault::from).as_ref());
        let place = Place::Within("data/b.csv".into(), Box::new(Place::File));
        assert_eq!(told.map(|one| &one.place), fault.map(|_| &place), "{complaints:?}");
    }
}

#[test]
fn rows_of_a_table_in_several_files_are_found_where_they_stand() {
    let head = FIGURES.lines().next().expect("there is one");
    let part = |rows: &str| format!("{head}\n{rows}\n");
    let (package, complaints) =
        in_parts(&[("a.csv", &part("0114;2021;1;5")), ("b.csv", &part("0180;2021;1;6\n0180;2021;1;-7"))]);
    let within = |line, column| Place::Within("b.csv".into(), Box::new(Place::Text { line, column }));
    let at = |fault: PackageFault| {
        complaints.iter().find(|one| one.fault == Fault::from(fault.clone())).map(|one| one.place.clone())
    };
    let first = RowName { line: 2, file: Some("b.csv".into()) };
    assert_eq!(at(PackageFault::RepeatedKey { first }), Some(within(3, 1)), "{complaints:?}");
    let below = PackageFault::AgainstRule { rule: Rule::Minimum("0".into()), text: "-7".into(), n_rows: 1 };
    assert_eq!(at(below), Some(within(3, 4)), "{complaints:?}");
    let duplicate = cube(&package.expect("it is read")).1;
    assert_eq!(duplicate[0].place, within(3, 4));
    assert!(complaint(&duplicate[0], Language::Swedish).contains("som rad 2 i b.csv"), "{duplicate:?}");
}

#[test]
fn half_a_table_is_none() {
    let head = FIGURES.lines().next().expect("there is one");
    let part = |rows: &str| format!("{head}\n{rows}\n");
    let first = part("0114;2021;1;5");
    for (rest, fault) in [
        ("kommun;ar;orsak;antal\n0180;2021;1;5\n", PackageFault::OtherColumns { expected: 4, found: 4 }),
        ("place;year;why;many\n0180;2021;1;5\n", PackageFault::OtherColumns { expected: 4, found: 4 }),
        ("kommunkod;ar;antal\n0180;2021;5\n", PackageFault::OtherColumns { expected: 4, found: 3 }),
    ] {
        let (package, complaints) = in_parts(&[("a.csv", &first), ("b.csv", rest)]);
        assert!(faults(&complaints).contains(&&Fault::from(fault)), "{complaints:?}");
        assert!(package.is_none_or(|package| package.resources.iter().all(|one| one.name != "tal")));
    }
    let (_, complaints) = in_parts(&[("a.csv", &first), ("a.csv", &first)]);
    assert!(faults(&complaints).contains(&&Fault::from(PackageFault::RepeatedPath("a.csv".into()))));
    let (package, complaints) = in_parts(&[("a.csv", &first), ("../b.csv", &first)]);
    assert!(faults(&complaints).contains(&&Fault::from(PackageFault::OutsidePackage("../b.csv".into()))));
    assert!(package.is_none_or(|package| package.resources.iter().all(|one| one.name != "tal")));
}

#[test]
fn nothing_is_read_from_outside_the_package() {
    for (path, is_remote) in
        [("../tal.csv", false), ("/etc/passwd", false), ("https://example.org/tal.csv", true), ("C:\\tal.csv", false)]
    {
        let mut one = descriptor();
        one["resources"][0]["path"] = json!(path);
        let mut files = files(&one);
        files.push((path.to_owned(), FIGURES.bytes().collect()));
        let (package, complaints) = package::read(&files, "p");
        let expected = match is_remote {
            true => PackageFault::Remote(path.into()),
            false => PackageFault::OutsidePackage(path.into()),
        };
        assert!(faults(&complaints).contains(&&Fault::from(expected)), "{path}: {complaints:?}");
        assert!(package.is_none_or(|package| package.resources.iter().all(|one| one.name != "tal")));
    }
    // A name in an archive that leads out of it is left out.
    let (package, complaints) = package::read(&zipped(&files(&descriptor()), "../"), "p");
    assert!(package.is_none());
    let outside = PackageFault::OutsidePackage("../data/tal.csv".into());
    assert!(faults(&complaints).contains(&&Fault::from(outside)), "{complaints:?}");
}

#[test]
fn a_small_archive_that_unpacks_to_much_is_refused() {
    let bomb = vec![("datapackage.json".to_owned(), vec![b' '; 40 * 1024 * 1024])];
    let bomb = zipped(&bomb, "");
    assert!(bomb[0].1.len() < 100_000);
    let (package, complaints) = package::read(&bomb, "p");
    assert!(package.is_none());
    assert!(matches!(complaints[0].fault, Fault::OverLimit { limit: Limit::Unpacked, .. }), "{complaints:?}");
}

#[test]
fn broken_packages_say_why() {
    let broken: [Files; 5] = [
        vec![],
        vec![("datapackage.json".into(), b"{".to_vec())],
        vec![("datapackage.json".into(), b"{}".to_vec())],
        vec![("datapackage.json".into(), descriptor().to_string().into_bytes())],
        vec![("a.zip".into(), b"PK\x03\x04 and no more".to_vec())],
    ];
    for files in broken {
        let (package, complaints) = package::read(&files, "p");
        assert!(package.is_none());
        assert!(complaints.iter().any(|one| one.severity == Severity::Fatal), "{complaints:?}");
        for language in Language::ALL {
            assert!(complaints.iter().all(|one| complaint(one, language).ends_with('.')));
        }
    }
}

proptest! {
    #[test]
    fn a_package_with_bytes_changed_is_read_without_a_panic(
        which in 0_usize..3,
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        is_zipped: bool,
    ) {
        let mut files = files(&descriptor());
        if is_zipped {
            files = zipped(&files, "");
        }
        let n_files = files.len();
        let bytes = &mut files[which % n_files].1;
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let (package, complaints) = package::read(&files, "p");
        let is_fatal = complaints.iter().any(|one| one.severity == Severity::Fatal);
        prop_assert_eq!(package.is_none(), is_fatal, "{:?}", complaints);
        for resource in package.iter().flat_map(|package| &package.resources) {
            package.as_ref().expect("it is there").cube(resource, "p");
        }
    }
}
