//! What was wrong with a file, as sentences: where, what was expected, what was found, what to do.

mod english;
#[cfg(feature = "formats")]
pub mod package;
#[cfg(feature = "formats")]
mod px;
pub mod said;
mod swedish;
#[cfg(feature = "formats")]
pub mod table;
#[cfg(feature = "formats")]
pub mod workbook;

use said::Said;

use super::{number, phrases::pick};
#[cfg(feature = "formats")]
use crate::load::table::rows::RowName;
use crate::{
    load::complaint::{Complaint, Place, Severity},
    model::text::Language,
};

/// The complaint in full: "/size: ”id” har 2 dimensioner men ”size” har 1 tal. Ange lika många av båda."
pub fn complaint(complaint: &Complaint, language: Language) -> String {
    let said = said(complaint, language);
    match place(&complaint.place, language) {
        Some(place) => format!("{place}: {said}"),
        None => said.to_string(),
    }
}

/// What was wrong and what to do, without the place.
pub fn said(complaint: &Complaint, language: Language) -> Said {
    match language {
        Language::Swedish => swedish::fault(&complaint.fault),
        Language::English => english::fault(&complaint.fault),
    }
}

/// What the complaint means for the file, in a word.
pub const fn severity(severity: Severity, language: Language) -> &'static str {
    let pair = match severity {
        Severity::Note => ("anmärkning", "note"),
        Severity::Warning => ("varning", "warning"),
        Severity::Fatal => ("fel", "error"),
    };
    pick(language, pair)
}

/// The place as a reader finds it; none for the whole file.
pub fn place(at: &Place, language: Language) -> Option<String> {
    match (at, language) {
        (Place::File, _) => None,
        (Place::Pointer(pointer), _) => Some(pointer.clone()),
        (Place::Text { line, column }, Language::Swedish) => Some(format!("Rad {line}, kolumn {column}")),
        (Place::Text { line, column }, Language::English) => Some(format!("Line {line}, column {column}")),
        (Place::Cell { sheet, row, column }, _) => Some(cell(sheet, *row, *column, language)),
        (Place::Within(file, within), _) => Some(match place(within, language) {
            Some(within) => format!("{file}, {within}"),
            None => file.clone(),
        }),
    }
}

/// "Blad1!C7" as a spreadsheet writes it; "rad 7" where the whole row is meant.
fn cell(sheet: &str, row: usize, column: Option<usize>, language: Language) -> String {
    let at = match (column, language) {
        (Some(column), _) => format!("{}{row}", letters(column)),
        (None, Language::Swedish) => format!("rad {row}"),
        (None, Language::English) => format!("row {row}"),
    };
    match (sheet.is_empty(), column) {
        (true, _) => at,
        (false, Some(_)) => format!("{sheet}!{at}"),
        (false, None) => format!("{sheet}, {at}"),
    }
}

/// The letters of a column of a sheet, from 1: A, B, …, Z, AA.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        let digit = column.saturating_sub(1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or_default()));
        column = column.saturating_sub(1) / 26;
    }
    letters.iter().rev().collect()
}

/// So many, with the digits grouped.
pub(super) fn so_many(n: usize, language: Language) -> String {
    // More than this nobody counts.
    number::count(u64::try_from(n).unwrap_or(u64::MAX), language)
}

/// "7", or "7 i b.csv" where it stands in another file of the table.
#[cfg(feature = "formats")]
pub(super) fn row_name(row: &RowName, language: Language) -> String {
    match (&row.file, language) {
        (None, _) => row.line.to_string(),
        (Some(file), Language::Swedish) => format!("{} i {file}", row.line),
        (Some(file), Language::English) => format!("{} of {file}", row.line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::fault::{Counted, Fault, Found, Shape};

    fn said(place: Place, fault: Fault, language: Language) -> String {
        complaint(&Complaint { severity: Severity::Warning, place, fault }, language)
    }

    #[test]
    fn a_complaint_says_where_what_and_what_to_do() {
        let place = || Place::Pointer("/value".into());
        let fault = || Fault::Miscounted { what: Counted::Values, expected: 1200, found: 3 };
        assert_eq!(
            said(place(), fault(), Language::Swedish),
            "/value: Storlekarna ger 1\u{a0}200 celler, men ”value” har 3 värden. Rätta ”size” eller fyll i de värden som saknas."
        );
        assert_eq!(
            said(place(), fault(), Language::English),
            "/value: The sizes make 1,200 cells, but “value” has 3 values. Correct “size”, or fill in what is missing."
        );
        let shape = Fault::WrongShape { expected: Shape::Text, found: Found::Number("7".into()) };
        assert_eq!(
            said(Place::Text { line: 3, column: 1 }, shape, Language::Swedish),
            "Rad 3, kolumn 1: Här står talet 7. Skriv i stället en text inom citattecken."
        );
    }

    #[test]
    fn what_was_wrong_and_what_to_do_are_a_sentence_each() {
        let fault = Fault::SeveralMetrics(3);
        let of = |language| {
            let Said { message, remedy } = super::said(
                &Complaint { severity: Severity::Warning, place: Place::File, fault: fault.clone() },
                language,
            );
            (message, remedy)
        };
        let (message, remedy) = of(Language::English);
        assert!(message.starts_with("3 dimensions are given as measures;"), "{message}");
        assert_eq!(remedy, "Give one only.");
        assert_eq!(of(Language::Swedish).1, "Ange bara en.");
        assert_eq!(Said::from("Only this.").to_string(), "Only this.");
    }

    #[test]
    fn a_cell_of_a_sheet_is_named_as_the_sheet_names_it() {
        let at = |sheet: &str, row, column| place(&Place::Cell { sheet: sheet.into(), row, column }, Language::Swedish);
        assert_eq!(at("Blad1", 7, Some(3)).as_deref(), Some("Blad1!C7"));
        assert_eq!(at("", 12, Some(28)).as_deref(), Some("AB12"));
        assert_eq!(at("Blad1", 7, None).as_deref(), Some("Blad1, rad 7"));
        let within = Place::Within("data/barn.csv".into(), Box::new(Place::Text { line: 2, column: 1 }));
        assert_eq!(place(&within, Language::English).as_deref(), Some("data/barn.csv, Line 2, column 1"));
    }

    #[test]
    fn one_cell_is_not_cells() {
        let fault = |n_cells| Fault::UnknownSign { sign: "x".into(), n_cells };
        assert!(said(Place::File, fault(1), Language::Swedish).contains("vid en cell "));
        assert!(said(Place::File, fault(2), Language::Swedish).contains("vid 2 celler "));
        assert!(said(Place::File, fault(1), Language::English).contains("at one cell "));
    }
}
