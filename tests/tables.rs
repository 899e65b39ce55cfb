//! Tables as people send them: CSV in all its forms, read into cubes, and what is said of each.

#![cfg(feature = "formats")]

mod tabled;

use std::{fs, path::PathBuf};

use insyn::{
    load::{
        complaint::{Complaint, Place, Severity},
        csv::{self, CsvOptions, CsvRead},
        encoding::Encoding,
        fault::Fault,
        table::{
            self, Mapping, Table,
            fault::TableFault,
            mapping::{CodeForm, Meaning, Reason, Role},
            number::Decimal,
        },
    },
    model::{
        area::Level,
        cube::Cube,
        dimension::DimensionKind,
        figure::{Absence, Figure, Flag},
        text::Language,
    },
    words::complaint::complaint,
};
use proptest::{collection::vec, prelude::*};
use tabled::{cube_of, figure};

fn fixture(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/table");
    fs::read(folder.join(name)).expect("the fixture is in the repository")
}

fn read(bytes: &[u8]) -> CsvRead {
    csv::read(bytes, &CsvOptions::default())
}

/// Bytes all the way to a cube, by what is proposed.
fn cube(bytes: &[u8]) -> (Cube, Table, Mapping, Vec<Complaint>) {
    let CsvRead { table, complaints, .. } = read(bytes);
    cube_of(table, complaints)
}

fn faults(complaints: &[Complaint]) -> Vec<&TableFault> {
    complaints
        .iter()
        .filter_map(|one| if let Fault::Table(fault) = &one.fault { Some(&**fault) } else { None })
        .collect()
}

fn codes(cube: &Cube, dimension: usize) -> Vec<&str> {
    cube.dimensions[dimension].categories.iter().map(|category| category.code.as_str()).collect()
}

fn kinds(cube: &Cube) -> Vec<&DimensionKind> {
    cube.dimensions.iter().map(|dimension| &dimension.kind).collect()
}

#[test]
fn windows_1252_semicolon_decimal_comma_code_and_name() {
    let bytes = fixture("windows1252.csv");
    let dialect = read(&bytes).dialect;
    assert_eq!(
        (dialect.encoding, dialect.delimiter, dialect.decimal, dialect.has_mark),
        (Encoding::Windows1252, Some(b';'), Some(Decimal::Comma), false)
    );
    let (cube, _, mapping, complaints) = cube(&bytes);
    assert_eq!(kinds(&cube), [&DimensionKind::Area, &DimensionKind::Period, &DimensionKind::Sex]);
    assert_eq!(codes(&cube, 0), ["0114", "0180"]);
    let vasby = &cube.dimensions[0].categories[0];
    assert_eq!((vasby.label.get(Language::Swedish), vasby.level), ("Upplands Väsby", Some(Level::Municipality)));
    assert_eq!(mapping.columns[1].role, Role::Label { of: 0 });
    assert_eq!(mapping.columns[1].reason, Reason::NamesOf(0));
    assert_eq!(figure(&cube, 0, &["0114", "2022", "Pojkar"]), Figure::exact(1007.25));
    assert_eq!(figure(&cube, 0, &["0180", "2022", "Pojkar"]), Figure::exact(-3.0));
    let unknown = Figure::Absent(Absence::UnknownSymbol("..".into()));
    assert_eq!(figure(&cube, 0, &["0180", "2022", "Flickor"]), unknown);
    assert_eq!(cube.measures[0].decimals, 2);
    assert_eq!(faults(&complaints), [&TableFault::UnknownSign { sign: "..".into(), n_cells: 1 }]);
    assert_eq!(complaints[0].place, Place::Text { line: 4, column: 5 });
}

#[test]
fn a_mark_and_code_with_name_in_one() {
    let (cube, _, mapping, complaints) = cube(&fixture("mark.csv"));
    assert!(read(&fixture("mark.csv")).dialect.has_mark);
    let expected = Role::Dimension { kind: DimensionKind::Area, codes: CodeForm::CodeAndName };
    assert_eq!(mapping.columns[0].role, expected);
    assert_eq!(codes(&cube, 0), ["0114", "0180", "00"]);
    assert_eq!(cube.dimensions[0].total, Some(2));
    assert_eq!(figure(&cube, 0, &["0114", "2021"]), Figure::exact(12.5));
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn utf_16_tab_and_no_break_spaces() {
    let (cube, ..) = cube(&fixture("utf16.csv"));
    assert_eq!(figure(&cube, 0, &["0114", "2021"]), Figure::exact(1234.0));
    assert_eq!(figure(&cube, 0, &["0180", "2021"]), Figure::exact(2345.0));
    let dialect = read(&fixture("utf16.csv")).dialect;
    assert_eq!((dialect.encoding, dialect.delimiter), (Encoding::Utf16Le, Some(b'\t')));
}

#[test]
fn wide_over_years_is_melted_and_the_lines_around_are_kept() {
    let (cube, table, mapping, complaints) = cube(&fixture("wide_years.csv"));
    assert_eq!(mapping.columns[1].role, Role::Measure { measure: None, period: Some("2021".into()) });
    assert_eq!(mapping.columns[1].reason, Reason::PeriodInHeader);
    assert_eq!(kinds(&cube), [&DimensionKind::Area, &DimensionKind::Period]);
    assert_eq!((codes(&cube, 0), codes(&cube, 1)), (vec!["01", "03"], vec!["2021", "2022", "2023"]));
    assert_eq!(cube.measures.len(), 1);
    assert_eq!(figure(&cube, 0, &["03", "2023"]), Figure::exact(6.0));
    assert_eq!(figure(&cube, 0, &["03", "2022"]), Figure::Absent(Absence::Missing));
    assert_eq!(table.remarks, ["Källa: påhittade siffror", "Uppgifterna är preliminära"]);
    assert_eq!(faults(&complaints), [&TableFault::Remarks(2)]);
}

#[test]
fn wide_over_measures() {
    let (cube, ..) = cube(&fixture("wide_measures.csv"));
    let ids: Vec<&str> = cube.measures.iter().map(|measure| measure.id.as_str()).collect();
    assert_eq!(ids, ["Antal barn", "Antal ärenden"]);
    assert_eq!(figure(&cube, 1, &["0180", "2021"]), Figure::exact(40.0));
}

#[test]
fn a_status_column_speaks_once_its_signs_have_a_meaning() {
    let bytes = fixture("status.csv");
    let table = read(&bytes).table.expect("it is read");
    let (mut mapping, _) = table::propose(&table);
    assert_eq!(mapping.columns[2].role, Role::Status { of: None });
    let (cube, complaints) = table::cube(&table, &mapping, "t");
    let cube = cube.expect("it is made");
    assert_eq!(figure(&cube, 0, &["0115"]), Figure::Absent(Absence::UnknownSymbol("x".into())));
    let signs = [("x", 2), ("p", 1)].map(|(sign, n_cells)| TableFault::UnknownSign { sign: sign.into(), n_cells });
    assert_eq!(faults(&complaints), signs.iter().collect::<Vec<_>>());

    let signs = &mut mapping.columns[2].signs;
    signs.insert("x".into(), Meaning::Absent(Absence::Suppressed));
    signs.insert("p".into(), Meaning::Flags([Flag::Provisional].into_iter().collect()));
    let (cube, complaints) = table::cube(&table, &mapping, "t");
    let cube = cube.expect("it is made");
    for hidden in ["0115", "0120"] {
        assert_eq!(figure(&cube, 0, &[hidden]), Figure::Absent(Absence::Suppressed), "the sign wins over a number");
    }
    let Figure::Known(known) = figure(&cube, 0, &["0117"]) else { panic!("7 is known") };
    assert!(known.flags.has(Flag::Provisional));
    let withheld = TableFault::NumberWithheld { sign: "x".into(), absence: Absence::Suppressed, n_cells: 1 };
    assert_eq!(faults(&complaints), [&withheld]);
}

#[test]
fn uneven_rows_are_left_out_with_their_place_and_the_rest_is_whole() {
    let (cube, _, _, complaints) = cube(&fixture("ragged.csv"));
    assert_eq!(codes(&cube, 0), ["0114", "0120"]);
    let places: Vec<&Place> = complaints.iter().map(|one| &one.place).collect();
    assert_eq!(places, [&Place::Text { line: 3, column: 3 }, &Place::Text { line: 4, column: 4 }]);
    assert!(matches!(
        faults(&complaints)[..],
        [TableFault::Ragged { found: 2, .. }, TableFault::Ragged { found: 4, .. }]
    ));
}

#[test]
fn rows_that_give_the_same_cell_are_told_by_both_lines() {
    let (cube, _, _, complaints) = cube(&fixture("duplicate.csv"));
    let said: Vec<String> = complaints.iter().map(|one| complaint(one, Language::Swedish)).collect();
    assert!(
        said[0]
            .starts_with("Rad 4, kolumn 3: Raden gäller samma sak som rad 2 (0114, 2021) men har 3 i stället för 1."),
        "{said:?}"
    );
    assert!(said[1].starts_with("Rad 5, kolumn 3: Raden gäller samma sak som rad 3"), "{said:?}");
    let both = Figure::Absent(Absence::UnknownSymbol("1 / 3".into()));
    assert_eq!(figure(&cube, 0, &["0114", "2021"]), both);
    assert_eq!(figure(&cube, 0, &["0115", "2021"]), Figure::exact(2.0));
}

#[test]
fn zeros_that_a_spreadsheet_ate_are_put_back_and_told() {
    let bytes = fixture("zeros.csv");
    let (read, _, mapping, complaints) = cube(&bytes);
    assert_eq!(codes(&read, 0), ["0114", "0180", "1280"]);
    let lost =
        TableFault::ZerosLost { header: "kommun".into(), before: "114".into(), after: "0114".into(), n_codes: 2 };
    assert_eq!((complaints[0].severity, faults(&complaints)), (Severity::Warning, vec![&lost]));
    // The reader can say that they are right as they stand.
    let table = csv::read(&bytes, &CsvOptions::default()).table.expect("it is read");
    let mut mapping = mapping;
    mapping.columns[0].role = Role::dimension(DimensionKind::Area);
    let (cube, _) = table::cube(&table, &mapping, "t");
    assert_eq!(codes(&cube.expect("it is made"), 0), ["114", "180", "1280"]);
    // One code that cannot be right, and none is touched.
    let (cube, _, _, complaints) = super_cube("kommun;år;antal\n114;2021;1\n280;2021;2\n");
    assert_eq!(codes(&cube, 0), ["114", "280"]);
    assert!(matches!(faults(&complaints)[..], [TableFault::NoSuchArea { n_codes: 2, .. }]));
}

fn super_cube(text: &str) -> (Cube, Table, Mapping, Vec<Complaint>) {
    cube(text.as_bytes())
}

#[test]
fn what_the_reader_says_wins() {
    let bytes = fixture("windows1252.csv");
    let options = CsvOptions { encoding: Some(Encoding::Utf8), ..CsvOptions::default() };
    let wrong = csv::read(&bytes, &options);
    assert_eq!(faults(&wrong.complaints), [&TableFault::StrangeBytes(Encoding::Utf8)]);
    let text = "a;b\nx;1,234\ny;5\n";
    let decimal = |decimal| {
        let table =
            csv::read(text.as_bytes(), &CsvOptions { decimal, ..CsvOptions::default() }).table.expect("it is read");
        let (mapping, complaints) = table::propose(&table);
        let (cube, _) = table::cube(&table, &mapping, "t");
        (figure(&cube.expect("it is made"), 0, &["x"]), complaints.len())
    };
    assert_eq!(decimal(None), (Figure::exact(1.234), 1), "a lone comma before three digits is told");
    assert_eq!(decimal(Some(Decimal::Comma)), (Figure::exact(1.234), 0));
    let sign = Figure::Absent(Absence::UnknownSymbol("1,234".into()));
    assert_eq!(decimal(Some(Decimal::Point)), (sign, 0), "nothing says that the comma is between thousands");
}

#[test]
fn columns_in_odd_places_are_understood() {
    let (cube, _, mapping, _) =
        super_cube("ålder;kön;län;länskod;antal\n0-6;Totalt;Stockholm;01;5\n7-17;Totalt;Uppsala;03;7\n");
    assert_eq!(mapping.columns[2].role, Role::Label { of: 3 });
    assert_eq!(cube.dimensions.iter().map(|dimension| dimension.total).collect::<Vec<_>>(), [None, Some(0), None]);
    // A county beside its municipalities tells nothing more.
    let (cube, _, mapping, complaints) =
        super_cube("länskod;kommunkod;år;antal\n01;0114;2021;1\n01;0115;2021;2\n03;0305;2021;4\n");
    assert_eq!(mapping.columns[0].reason, Reason::ToldBy(1));
    assert_eq!(kinds(&cube), [&DimensionKind::Area, &DimensionKind::Period]);
    assert_eq!(faults(&complaints), [&TableFault::LeftOut("länskod".into())]);
    // The newest period is last, whatever the file's order.
    let (cube, ..) = super_cube("år;antal\n2023;1\n2021;2\n2022;3\n");
    assert_eq!(codes(&cube, 0), ["2021", "2022", "2023"]);
    assert_eq!(figure(&cube, 0, &["2023"]), Figure::exact(1.0));
    // Letters for girls, boys and all, under a header that says so.
    let (cube, ..) =
        super_cube("kpi,municipality,period,gender,value\nN1,0180,2021,K,1\nN1,0180,2021,M,2\nN1,0180,2021,T,3\n");
    assert_eq!((&cube.dimensions[2].kind, cube.dimensions[2].total), (&DimensionKind::Sex, Some(2)));
    assert_eq!(cube.measures[0].id, "N1", "the column kpi names the measures");
    // A column of texts is no measure, whatever the reader says.
    let texts: String = (0..1500).map(|n| format!("{n};text {n}\n")).collect();
    let table = read(format!("id;ord\n{texts}").as_bytes()).table.expect("it is read");
    let (mut mapping, _) = table::propose(&table);
    (mapping.columns[0].role, mapping.columns[1].role) =
        (Role::dimension(DimensionKind::Other("id".into())), Role::MEASURE);
    let (none, complaints) = table::cube(&table, &mapping, "t");
    assert!(none.is_none() && matches!(faults(&complaints)[..], [TableFault::NotNumbers { n_signs: 1500, .. }]));
    let (cube, _, _, complaints) = super_cube("grupp;antal\na;(5)\nb;3\nc;4\n");
    assert_eq!(figure(&cube, 0, &["a"]), Figure::Absent(Absence::UnknownSymbol("(5)".into())));
    assert!(matches!(faults(&complaints)[..], [TableFault::Brackets { .. }]));
}

#[test]
fn every_fault_of_a_broken_file_has_its_sentence() {
    let broken = ["", "a;b\n", "a;b\nx;\"1\n", "a;b\n1;2\n3;4\n", "a;b\nx;y\n"];
    for text in broken {
        let CsvRead { table, complaints: mut all, .. } = read(text.as_bytes());
        if let Some(table) = &table {
            let (mapping, _) = table::propose(table);
            let (cube, complaints) = table::cube(table, &mapping, "t");
            assert!(cube.is_none(), "{text:?}");
            all.extend(complaints);
        }
        let fatal = all.iter().find(|one| one.severity == Severity::Fatal).unwrap_or_else(|| panic!("{text:?}"));
        for language in Language::ALL {
            assert!(complaint(fatal, language).ends_with('.'), "{text:?}");
        }
    }
}

/// A table of some dimensions, long: every combination once, as a row.
fn any_cells() -> impl Strategy<Value = (usize, usize, Vec<i32>)> {
    (1_usize..5, 2_usize..5)
        .prop_flat_map(|(areas, years)| (Just(areas), Just(years), vec(-500..5000_i32, areas * years)))
}

proptest! {
    #[test]
    fn any_bytes_become_a_table_or_a_reason(bytes in vec(any::<u8>(), 0..400)) {
        whole_way(&bytes);
    }

    #[test]
    fn any_table_of_odd_pieces_becomes_a_cube_or_a_reason(
        pieces in vec(prop::sample::select(vec![
            "0114", "114", ";", ";", ";", "\n", "\n", "\"", ",", "1,5", "2021", "år", "kön", "Totalt", "..", "\t", "\u{a0}", "(5)", "å", "\r", "x",
        ]), 0..80),
    ) {
        whole_way(pieces.concat().as_bytes());
    }

    #[test]
    fn rows_are_those_that_the_crate_csv_reads(text in "[ab;\"\n\r ]{0,40}") {
        // Letters after a closing quote are read in more than one way; spaces there are left out, as all around a text.
        let ours = insyn::load::csv::rows(&text, b';');
        prop_assume!(ours.is_some());
        let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').flexible(true).has_headers(false).from_reader(text.as_bytes());
        let theirs: Vec<Vec<String>> = reader.records().map(|row| row.expect("it is UTF-8").iter().map(|text| text.trim_matches(' ').to_owned()).collect()).collect();
        let ours: Option<Vec<Vec<String>>> = ours.map(|rows| rows.into_iter().map(|row| row.into_iter().map(|text| text.trim_matches(' ').to_owned()).collect()).collect());
        prop_assert_eq!(ours.expect("it is even"), theirs);
    }

    #[test]
    fn long_and_wide_are_the_same_cube((areas, years, cells) in any_cells()) {
        let mut long = String::from("länskod;period;value\n");
        let mut wide = String::from("länskod");
        let codes = ["01", "03", "04", "05", "06"];
        for year in 0..years {
            wide += &format!(";{}", 2019 + year);
        }
        for area in 0..areas {
            wide += &format!("\n{}", codes[area]);
            for year in 0..years {
                let cell = f64::from(cells[area * years + year]) / 4.0;
                let cell = cell.to_string().replace('.', ",");
                wide += &format!(";{cell}");
                long += &format!("{};{};{cell}\n", codes[area], 2019 + year);
            }
        }
        let (long, wide) = (super_cube(&long).0, super_cube(&wide).0);
        prop_assert_eq!(&long.columns, &wide.columns);
        prop_assert_eq!(codes_of(&long), codes_of(&wide));
        prop_assert_eq!(long.measures[0].decimals, wide.measures[0].decimals);
    }
}

fn codes_of(cube: &Cube) -> Vec<Vec<&str>> {
    (0..cube.dimensions.len()).map(|dimension| codes(cube, dimension)).collect()
}

/// Nothing comes only with a reason, and there are no more complaints than a person can read.
fn whole_way(bytes: &[u8]) {
    let CsvRead { table, complaints, .. } = read(bytes);
    let is_fatal = |complaints: &[Complaint]| complaints.iter().any(|one| one.severity == Severity::Fatal);
    assert_eq!(table.is_none(), is_fatal(&complaints), "{complaints:?}");
    if let Some(table) = table {
        let (mapping, complaints) = table::propose(&table);
        assert!(!is_fatal(&complaints) && mapping.columns.len() == table.columns.len());
        let (cube, complaints) = table::cube(&table, &mapping, "t");
        assert_eq!(cube.is_none(), is_fatal(&complaints), "{complaints:?}");
        assert!(complaints.len() <= 102);
    }
}
