//! Workbooks made here and read again: headers, hidden parts, dates, errors, lost zeros.

#![cfg(feature = "formats")]

mod tabled;

use std::io::{Cursor, Write};

use insyn::{
    load::{
        complaint::{Complaint, Place, Severity},
        fault::{Fault, Limit},
        table::{Mapping, Table, fault::TableFault, mapping::Role},
        workbook::{self, Workbook, fault::WorkbookFault},
    },
    model::{
        cube::Cube,
        dimension::DimensionKind,
        figure::{Absence, Figure},
        measure::MeasureKind,
        text::Language,
    },
    words::complaint::complaint,
};
use proptest::{collection::vec, prelude::*};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Worksheet};
use tabled::{cube_of, figure};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A workbook of one sheet, written by this.
fn xlsx(write: impl FnOnce(&mut Worksheet) -> Result<(), rust_xlsxwriter::XlsxError>) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    write(book.add_worksheet()).expect("the sheet is written");
    book.save_to_buffer().expect("the workbook is saved")
}

fn ods(content: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let manifest = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    for (name, text) in [("mimetype", mimetype), ("META-INF/manifest.xml", manifest), ("content.xml", content)] {
        archive.start_file(name, SimpleFileOptions::default()).expect("it begins");
        archive.write_all(text.as_bytes()).expect("it is written");
    }
    archive.finish().expect("it is closed").into_inner()
}

fn read(bytes: &[u8]) -> (Workbook, Vec<Complaint>) {
    let (workbook, complaints) = workbook::read(bytes);
    (workbook.unwrap_or_else(|| panic!("{complaints:?}")), complaints)
}

fn cube(bytes: &[u8]) -> (Cube, Table, Mapping, Vec<Complaint>) {
    let (workbook, mut all) = read(bytes);
    let (table, complaints) = workbook.table(workbook.proposed().expect("there is a table"), None);
    all.extend(complaints);
    cube_of(table, all)
}

fn workbook_faults(complaints: &[Complaint]) -> Vec<&WorkbookFault> {
    complaints
        .iter()
        .filter_map(|one| if let Fault::Workbook(fault) = &one.fault { Some(fault) } else { None })
        .collect()
}

/// A sheet with a title, a source below, codes that lost their zeros, and an error.
fn plain() -> Vec<u8> {
    xlsx(|sheet| {
        sheet.write(0, 0, "Barn i HVB, påhittade siffror")?;
        for (column, header) in ["kommunkod", "år", "antal"].into_iter().enumerate() {
            sheet.write(2, column as u16, header)?;
        }
        for (row, (code, n)) in [(114, 5.5), (180, 6.0), (1280, 7.0)].into_iter().enumerate() {
            let row = row as u32 + 3;
            sheet.write(row, 0, code)?;
            sheet.write(row, 1, 2021)?;
            sheet.write(row, 2, n)?;
        }
        sheet.write_formula(4, 2, Formula::new("3*4").set_result("12"))?;
        sheet.write(7, 0, "Källa: ingen")?;
        Ok(())
    })
}

#[test]
fn numbers_that_are_codes_get_their_zero_back_and_formulas_their_value() {
    let (cube, table, _, complaints) = cube(&plain());
    assert_eq!(figure(&cube, 0, &["0114", "2021"]), Figure::exact(5.5));
    assert_eq!(figure(&cube, 0, &["0180", "2021"]), Figure::exact(12.0));
    assert_eq!(table.remarks, ["Barn i HVB, påhittade siffror", "Källa: ingen"]);
    let is_lost = |fault: &Fault| matches!(fault, Fault::Table(fault) if matches!(**fault, TableFault::ZerosLost { n_codes: 2, .. }));
    let lost = complaints.iter().find(|one| is_lost(&one.fault));
    assert_eq!(lost.map(|one| &one.place), Some(&Place::Cell { sheet: "Sheet1".into(), row: 3, column: Some(1) }));
}

#[test]
fn sheets_are_listed_with_their_size_and_the_reader_may_choose() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let hidden = book.add_worksheet().set_name("Poster").expect("a name");
    for row in 0..30 {
        hidden.write(row, 0, "19").expect("a cell").write(row, 1, row).expect("a cell");
    }
    book.add_worksheet().set_name("Tomt").expect("a name").set_active(true);
    let sheet = book.add_worksheet().set_name("Tabell").expect("a name");
    for (row, texts) in [["x", "y", ""], ["län", "antal", ""], ["01", "5", ""], ["03", "6", ""]].into_iter().enumerate()
    {
        for (column, text) in texts.into_iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write(row as u32 + 1, column as u16 + 1, text).expect("a cell");
        }
    }
    sheet.set_row_hidden(4).expect("a row").set_column_hidden(2).expect("a column");
    book.worksheet_from_index(0).expect("it is there").set_hidden(true);
    let (workbook, complaints) = read(&book.save_to_buffer().expect("it is saved"));
    let listed: Vec<_> = workbook
        .sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.is_hidden, sheet.n_rows, sheet.n_columns))
        .collect();
    assert_eq!(listed, [("Poster", true, 30, 2), ("Tomt", false, 0, 0), ("Tabell", false, 5, 3)]);
    assert_eq!(workbook_faults(&complaints), [&WorkbookFault::HiddenSheet]);
    assert_eq!(workbook.proposed(), Some(2), "a hidden sheet is not proposed");
    let (table, complaints) = workbook.table(2, Some(3));
    let table = table.expect("it is read");
    assert_eq!((table.header(0), table.text(1, 1), table.n_rows()), ("län", "6", 2));
    assert_eq!(workbook_faults(&complaints), [&WorkbookFault::HiddenRows(1), &WorkbookFault::HiddenColumns(1)]);
    assert!(workbook.table(9, None).0.is_none() && workbook.table(1, None).0.is_none());
}

#[test]
fn merged_headers_are_unfolded_and_merged_cells_hold_for_their_rows() {
    let bytes = xlsx(|sheet| {
        let format = Format::new();
        sheet.write(0, 0, "län")?.write(0, 1, "kön")?;
        sheet.merge_range(0, 2, 0, 3, "2021", &format)?.merge_range(0, 4, 0, 5, "2022", &format)?;
        for (column, header) in ["antal", "andel", "antal", "andel"].into_iter().enumerate() {
            sheet.write(1, column as u16 + 2, header)?;
        }
        sheet.merge_range(2, 0, 3, 0, "01", &format)?;
        for (row, sex) in ["Flickor", "Pojkar"].into_iter().enumerate() {
            sheet.write(row as u32 + 2, 1, sex)?;
            for column in 0..4_u16 {
                sheet.write(row as u32 + 2, column + 2, row as u16 * 4 + column)?;
            }
        }
        Ok(())
    });
    let (cube, table, mapping, complaints) = cube(&bytes);
    assert_eq!((table.header(0), table.header(3)), ("län", "2021 andel"));
    let measure = Role::Measure { measure: Some("andel".into()), period: Some("2021".into()) };
    assert_eq!(mapping.columns[3].role, measure);
    assert_eq!(figure(&cube, 1, &["01", "Pojkar", "2022"]), Figure::exact(7.0));
    assert_eq!(workbook_faults(&complaints), [&WorkbookFault::Unfolded(1)]);
}

#[test]
fn dates_are_periods_and_errors_are_no_numbers() {
    let bytes = xlsx(|sheet| {
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write(0, 0, "datum")?.write(0, 1, "antal")?;
        sheet.write_with_format(1, 0, &ExcelDateTime::from_ymd(2021, 5, 31)?, &date)?.write(1, 1, 3)?;
        sheet.write_with_format(2, 0, &ExcelDateTime::from_ymd(2021, 6, 30)?, &date)?;
        sheet.write_formula(2, 1, Formula::new("1/0").set_result("#DIV/0!"))?;
        Ok(())
    });
    let (cube, _, _, complaints) = cube(&bytes);
    assert_eq!(cube.dimensions[0].kind, DimensionKind::Period);
    assert_eq!(figure(&cube, 0, &["2021-05-31"]), Figure::exact(3.0));
    let error = Figure::Absent(Absence::UnknownSymbol("#DIV/0!".into()));
    assert_eq!(figure(&cube, 0, &["2021-06-30"]), error);
    assert_eq!(workbook_faults(&complaints), [&WorkbookFault::Errors { sign: "#DIV/0!".into(), n_cells: 1 }]);
}

/// The shares of three counties as a cube, and how many numbers were said to be per cent.
fn shares(bytes: &[u8]) -> (Vec<f64>, String, MeasureKind, Option<usize>) {
    let (cube, _, _, complaints) = cube(bytes);
    let number = |code| figure(&cube, 0, &[code]).value().unwrap_or_else(|| panic!("{complaints:?}"));
    let told = workbook_faults(&complaints).into_iter().find_map(|fault| match fault {
        WorkbookFault::PerCent { n_cells, .. } => Some(*n_cells),
        _ => None,
    });
    let measure = &cube.measures[0];
    (["01", "03", "04"].map(number).to_vec(), measure.unit.original().to_owned(), measure.kind, told)
}

#[test]
fn numbers_that_are_shown_as_per_cent_are_per_cent() {
    let with = |formats: [&str; 3], numbers: [f64; 3]| {
        xlsx(|sheet| {
            sheet.write(0, 0, "län")?.write(0, 1, "andel")?;
            for (row, (code, (format, number))) in
                (1..).zip(["01", "03", "04"].into_iter().zip(formats.into_iter().zip(numbers)))
            {
                sheet.write(row, 0, code)?.write_with_format(row, 1, number, &Format::new().set_num_format(format))?;
            }
            Ok(())
        })
    };
    let read = |numbers: &[f64], n_cells| (numbers.to_vec(), "%".to_owned(), MeasureKind::Share, Some(n_cells));
    let per_cent = ["0%", "0.0 %", "0.00%"];
    assert_eq!(shares(&with(per_cent, [0.125, 0.07, 1.0])), read(&[12.5, 7.0, 100.0], 3));
    // A zero needs no sign; a sign that is only a letter leaves the number as it is.
    assert_eq!(shares(&with(["0%", "General", "0%"], [0.125, 0.0, 0.5])), read(&[12.5, 0.0, 50.0], 2));
    assert_eq!(shares(&with(["0.0\" %\""; 3], [12.5, 7.0, 1.0])), read(&[12.5, 7.0, 1.0], 3));
    assert_eq!(shares(&with(["0.0"; 3], [0.125, 7.0, 1.0])).3, None);
}

#[test]
fn open_document_says_per_cent_by_the_type_of_the_cell() {
    let cell = |share: &str| {
        format!(
            r#"<table:table-cell office:value-type="percentage" office:value="{share}"><text:p>x</text:p></table:table-cell>"#
        )
    };
    let row = |code, cell: String| format!("<table:table-row>{}{cell}</table:table-row>", ods_cell(code));
    let body =
        [row("länskod", ods_cell("andel")), row("01", cell("0.125")), row("03", cell("0.07")), row("04", cell("1"))];
    let expected = (vec![12.5, 7.0, 100.0], "%".to_owned(), MeasureKind::Share, Some(3));
    assert_eq!(shares(&ods(&ODS.replace("BODY", &body.concat()))), expected);
}

#[test]
fn per_cent_beside_plain_numbers_is_never_read_as_one_of_them() {
    let bytes = xlsx(|sheet| {
        let per_cent = Format::new().set_num_format("0%");
        sheet.write(0, 0, "län")?.write(0, 1, "andel")?;
        sheet.write(1, 0, "01")?.write_with_format(1, 1, 0.125, &per_cent)?;
        sheet.write(2, 0, "03")?.write(2, 1, 5.0)?;
        sheet.write(3, 0, "04")?.write(3, 1, 6.0)?;
        Ok(())
    });
    let (cube, _, _, complaints) = cube(&bytes);
    assert_eq!(figure(&cube, 0, &["01"]), Figure::Absent(Absence::UnknownSymbol("12.5%".into())));
    assert_eq!(figure(&cube, 0, &["03"]), Figure::exact(5.0));
    let told = TableFault::UnknownSign { sign: "12.5%".into(), n_cells: 1 };
    assert!(complaints.iter().any(|one| one.fault == Fault::from(told.clone())), "{complaints:?}");
}

const ODS: &str = r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Blad1">BODY</table:table></office:spreadsheet></office:body></office:document-content>"#;

fn ods_cell(text: &str) -> String {
    match text.parse::<f64>() {
        Ok(_) if !text.starts_with('0') => format!(
            r#"<table:table-cell office:value-type="float" office:value="{text}"><text:p>{text}</text:p></table:table-cell>"#
        ),
        _ => format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#),
    }
}

#[test]
fn open_document_is_read_too() {
    let row = |texts: &[&str], hidden: &str| {
        format!(
            "<table:table-row{hidden}>{}</table:table-row>",
            texts.iter().map(|text| ods_cell(text)).collect::<String>()
        )
    };
    let hidden = r#" table:visibility="collapse""#;
    let body = [row(&["länskod", "antal"], ""), row(&["01", "5.5"], ""), row(&["03", "6"], hidden)].concat();
    let far = r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1000"/></table:table-row>"#;
    let (cube, _, _, complaints) = cube(&ods(&ODS.replace("BODY", &format!("{body}{far}"))));
    assert_eq!(figure(&cube, 0, &["01"]), Figure::exact(5.5));
    assert_eq!(figure(&cube, 0, &["03"]), Figure::exact(6.0));
    assert_eq!(workbook_faults(&complaints), [&WorkbookFault::HiddenRows(1)]);
}

#[test]
fn a_few_letters_that_ask_for_gigabytes_are_refused() {
    let cell = r#"<table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>"#;
    let body = format!(r#"<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>"#);
    let (workbook, complaints) = workbook::read(&ods(&ODS.replace("BODY", &body)));
    assert!(workbook.is_none());
    assert!(matches!(complaints[0].fault, Fault::OverLimit { limit: Limit::Cells, .. }), "{complaints:?}");
    // Two cells in far corners of a sheet are two cells.
    let corners = xlsx(|sheet| {
        sheet.write(0, 0, "a")?.write(0, 1, "b")?.write(1_048_575, 16_383, 1)?;
        Ok(())
    });
    let (workbook, _) = read(&corners);
    let (table, complaints) = workbook.table(0, None);
    assert!(table.is_none());
    assert!(matches!(complaints[0].fault, Fault::OverLimit { limit: Limit::Columns, .. }), "{complaints:?}");
}

#[test]
fn what_is_no_workbook_says_so() {
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    for bytes in [Vec::new(), old, b"PK\x03\x04".to_vec(), ods(&ODS.replace("BODY", "")), ods("<a>")] {
        let (workbook, complaints) = workbook::read(&bytes);
        assert!(workbook.is_none());
        let fatal = complaints.iter().find(|one| one.severity == Severity::Fatal).expect("it says why");
        for language in Language::ALL {
            assert!(complaint(fatal, language).ends_with('.'));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_workbook_with_bytes_changed_is_read_without_a_panic(changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), is_ods: bool) {
        let mut bytes = if is_ods { ods(&ODS.replace("BODY", &format!("<table:table-row>{}</table:table-row>", ods_cell("1")))) } else { plain() };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let (workbook, complaints) = workbook::read(&bytes);
        let is_fatal = complaints.iter().any(|one| one.severity == Severity::Fatal);
        prop_assert_eq!(workbook.is_none(), is_fatal);
        if let Some(workbook) = workbook {
            (0..workbook.sheets.len()).for_each(|sheet| drop(workbook.table(sheet, None)));
        }
    }
}
