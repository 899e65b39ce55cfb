//! The faults of a table, how it was read, and why a column was taken for what it is, as sentences.

use super::{
    row_name,
    said::{Said, said},
    so_many,
};
use crate::{
    load::{
        csv::Dialect,
        table::{
            fault::TableFault,
            mapping::{Reason, Role},
            number::Decimal,
        },
    },
    model::{dimension::DimensionKind, text::Language},
    words::{absence, phrases::pick},
};

/// What was wrong, and what to do.
pub fn fault(fault: &TableFault, language: Language) -> Said {
    let is_swedish = language == Language::Swedish;
    let n = |n: usize| so_many(n, language);
    let decimal = |decimal: Decimal| decimal_name(decimal, language);
    macro_rules! say {
        ($swedish:literal; $swedish_remedy:literal, $english:literal; $english_remedy:literal $(, $name:ident = $value:expr)* $(,)?) => {{
            $(let $name = $value;)*
            if is_swedish {
                said!($swedish; $swedish_remedy)
            } else {
                said!($english; $english_remedy)
            }
        }};
    }
    match fault {
        TableFault::Empty => say!(
            "Tabellen är tom."; "Välj en fil med en rad rubriker och minst en rad siffror.",
            "The table is empty."; "Choose a file with a row of headers and at least one row of figures."
        ),
        TableFault::UnclosedQuote => say!(
            "Här börjar ett citattecken som aldrig slutar, så resten av filen står inom det."; "Lägg till det som saknas.",
            "A quotation mark begins here and never ends, so the rest of the file is inside it."; "Add the one that is missing."
        ),
        TableFault::TextAfterQuote => say!(
            "Det står text efter citattecknet. Den har lästs med."; "Skriv citattecken inuti en text dubbelt.",
            "There is text after the quotation mark. It was read too."; "Write quotation marks inside a text twice."
        ),
        TableFault::StrangeBytes(encoding) => say!(
            "Några tecken går inte att läsa som {name} och har ersatts."; "Välj en annan teckenkodning.",
            "Some characters cannot be read as {name} and were replaced."; "Choose another encoding.",
            name = encoding.name(),
        ),
        TableFault::OneColumn => say!(
            "Filen har en enda kolumn."; "Är den delad med något annat än semikolon, komma, tabb eller lodstreck, så ange tecknet.",
            "The file has one column only."; "If it is divided by something else than semicolon, comma, tab or bar, give the sign."
        ),
        TableFault::Ragged { expected, found } => say!(
            "Raden har {found} fält men rubrikraden {expected}. Raden är utelämnad."; "Rätta den.",
            "The row has {found} fields but the header has {expected}. The row is left out."; "Correct it.",
            found = n(*found),
            expected = n(*expected),
        ),
        TableFault::Remarks(n_lines) => say!(
            "Rader över och under tabellen ({n_lines}) visas som anmärkningar."; "Kontrollera att ingen av dem är en rad med siffror.",
            "Lines above and below the table ({n_lines}) are shown as notes."; "Check that none of them is a row of figures.",
            n_lines = n(*n_lines),
        ),
        TableFault::UnnamedColumn => {
            say!("Kolumnen har ingen rubrik."; "Skriv en.", "The column has no header."; "Write one.")
        }
        TableFault::RepeatedHeader(header) => say!(
            "Rubriken ”{header}” står över två kolumner. Den här har fått sitt nummer efter."; "Ge kolumnerna olika rubriker.",
            "The header “{header}” stands above two columns. This one has got its number behind."; "Give the columns different headers."
        ),
        TableFault::NoNumbers => say!(
            "Ingen kolumn har siffror."; "Välj vilken som ska läsas som mått.",
            "No column has figures."; "Choose which to read as the measure."
        ),
        TableFault::NoDimensions => say!(
            "Ingen kolumn säger vad raderna gäller."; "Välj minst en kolumn som dimension.",
            "No column says what the rows are about."; "Choose at least one column as a dimension."
        ),
        TableFault::LeftOut(header) => say!(
            "Kolumnen ”{header}” läses inte."; "Välj en roll för den om den behövs.",
            "The column “{header}” is not read."; "Choose a role for it if it is needed."
        ),
        TableFault::NoSuchColumn { header, column } => say!(
            "Kolumnen ”{header}” hör till kolumn {column}, som inte finns eller är den själv."; "Välj en annan.",
            "The column “{header}” belongs to column {column}, which is not there or is itself."; "Choose another."
        ),
        TableFault::ZerosLost { header, before, after, n_codes } => say!(
            "Koderna i ”{header}” har tappat sin första nolla: {before} har lästs som {after} ({n_codes} koder). Alla blir giltiga koder då."; "Läs kolumnen som den står om det är fel.",
            "The codes in “{header}” have lost their first zero: {before} was read as {after} ({n_codes} codes). All of them are valid codes then."; "Read the column as it stands if that is wrong.",
            n_codes = n(*n_codes),
        ),
        TableFault::NoSuchArea { code, n_codes } => say!(
            "”{code}” är ingen kod för län eller kommun ({n_codes} sådana). De visas inte på kartan."; "Kontrollera koderna.",
            "“{code}” is no code of a county or municipality ({n_codes} such). They are not shown on the map."; "Check the codes.",
            n_codes = n(*n_codes),
        ),
        TableFault::NotAPeriod(text) => say!(
            "”{text}” är inget år, kvartal, månad eller datum. Perioderna står därför i filens ordning."; "Skriv till exempel 2023, 2023K1 eller 2023-05.",
            "“{text}” is no year, quarter, month or date. The periods are therefore in the order of the file."; "Write 2023, 2023K1 or 2023-05, say."
        ),
        TableFault::WithoutPeriod(header) => say!(
            "Kolumnen ”{header}” har ingen period i rubriken, som de andra har, och läses inte."; "Skriv perioden i rubriken.",
            "The column “{header}” has no period in its header, as the others have, and is not read."; "Write the period in the header."
        ),
        TableFault::AmbiguousNumber { text, decimal: sign } => say!(
            "”{text}” kan vara tusental eller decimaler. Det har lästs med {sign}."; "Ange decimaltecknet om det är fel.",
            "“{text}” may be thousands or decimals. It was read with a {sign}."; "Give the decimal sign if that is wrong.",
            sign = decimal(*sign),
        ),
        TableFault::TwoDecimals { comma, point, taken } => say!(
            "Både ”{comma}” och ”{point}” står i kolumnen. Den har lästs med {taken}; de andra visas som de står, utan tal."; "Skriv alla lika.",
            "Both “{comma}” and “{point}” stand in the column. It was read with a {taken}; the others are shown as they stand, without a number."; "Write them all alike.",
            taken = decimal(*taken),
        ),
        TableFault::UnknownSign { sign, n_cells } => say!(
            "Tecknet ”{sign}” står där ett tal skulle stå ({n_cells}) och förklaras inte. Det visas som det står."; "Ange vad det betyder.",
            "The sign “{sign}” stands where a number should ({n_cells}) and is not explained. It is shown as it stands."; "Give its meaning.",
            n_cells = cells(*n_cells, language),
        ),
        TableFault::NotNumbers { header, n_signs } => say!(
            "Kolumnen ”{header}” har {n_signs} olika texter som inte är tal."; "Välj en annan kolumn som mått.",
            "The column “{header}” has {n_signs} different texts that are no numbers."; "Choose another column as the measure.",
            n_signs = n(*n_signs),
        ),
        TableFault::Brackets { text, n_cells } => say!(
            "”{text}” står inom parentes ({n_cells}), vilket kan betyda minus eller något annat. Det visas som det står."; "Skriv minustecken om talet är negativt.",
            "“{text}” stands in brackets ({n_cells}), which may mean minus or something else. It is shown as it stands."; "Write a minus sign if the number is negative.",
            n_cells = cells(*n_cells, language),
        ),
        TableFault::NumberWithheld { sign, absence: why, n_cells } => say!(
            "Tecknet ”{sign}” betyder ”{why}”, men det finns ett tal också ({n_cells}). Talet visas inte."; "Ta bort det ur filen.",
            "The sign “{sign}” means “{why}”, but there is a number too ({n_cells}). The number is not shown."; "Remove it from the file.",
            why = absence::name(why, language),
            n_cells = cells(*n_cells, language),
        ),
        TableFault::UnknownMeaning { sign, words } => say!(
            "Tecknet ”{sign}” förklaras med ”{words}”, som sidan inte känner till. Det visas som det står."; "Skriv till exempel ”sekretess” eller ”uppgift saknas”.",
            "The sign “{sign}” is explained by “{words}”, which the page does not know. It is shown as it stands."; "Write “confidential” or “not available”, say."
        ),
        TableFault::EmptyCode(header) => say!(
            "Raden saknar värde i ”{header}” och är utelämnad."; "Fyll i det.",
            "The row has nothing in “{header}” and is left out."; "Fill it in."
        ),
        TableFault::TwoLabels { code, first, second } => say!(
            "Koden ”{code}” heter både ”{first}” och ”{second}”. Det första gäller."; "Rätta det ena.",
            "The code “{code}” is called both “{first}” and “{second}”. The first holds."; "Correct one of them."
        ),
        TableFault::TwoTotals { first, second } => say!(
            "Både ”{first}” och ”{second}” kan vara summan. Ingen av dem läses så."; "Behåll en.",
            "Both “{first}” and “{second}” may be the total. Neither is read so."; "Keep one."
        ),
        TableFault::DuplicateCell { categories, first, kept, found } if kept == found => say!(
            "Raden gäller samma sak som rad {first} ({categories}) och har samma värde, {found}."; "Ta bort den ena.",
            "The row is about the same as row {first} ({categories}) and has the same value, {found}."; "Remove one of them.",
            categories = categories.join(", "),
            first = row_name(first, language),
        ),
        TableFault::DuplicateCell { categories, first, kept, found } => say!(
            "Raden gäller samma sak som rad {first} ({categories}) men har {found} i stället för {kept}. Inget av dem visas som tal."; "Ta bort den ena, eller välj en kolumn som skiljer dem åt.",
            "The row is about the same as row {first} ({categories}) but has {found} instead of {kept}. Neither is shown as a number."; "Remove one of them, or choose a column that tells them apart.",
            categories = categories.join(", "),
            first = row_name(first, language),
        ),
        TableFault::RowsNotApart(n_rows) => say!(
            "Minst {n_rows} rader gäller samma sak som en annan rad."; "Välj fler kolumner som dimensioner, eller en fil med en rad för varje kombination.",
            "At least {n_rows} rows are about the same as another row."; "Choose more columns as dimensions, or a file with one row for each combination.",
            n_rows = n(*n_rows),
        ),
    }
}

/// "läst som Windows-1252, semikolon, decimalkomma".
pub fn dialect(dialect: &Dialect, language: Language) -> String {
    let delimiter = match dialect.delimiter {
        None => pick(language, ("en kolumn", "one column")).to_owned(),
        Some(b';') => pick(language, ("semikolon", "semicolon")).to_owned(),
        Some(b',') => pick(language, ("komma", "comma")).to_owned(),
        Some(b'\t') => pick(language, ("tabb", "tab")).to_owned(),
        Some(b'|') => pick(language, ("lodstreck", "bar")).to_owned(),
        Some(other) => format!("”{}”", char::from(other)),
    };
    let read_as = pick(language, ("läst som", "read as"));
    let mut said = format!("{read_as} {}", dialect.encoding.name());
    if dialect.has_mark {
        said.push_str(pick(language, (" med märke", " with a mark")));
    }
    said.push_str(&format!(", {delimiter}"));
    if let Some(decimal) = dialect.decimal {
        said.push_str(&format!(", {}", decimal_name(decimal, language)));
    }
    match dialect.quote {
        Some(b'\'') => said.push_str(pick(language, (", enkla citattecken", ", single quotation marks"))),
        None => said.push_str(pick(language, (", inga citattecken", ", no quotation marks"))),
        Some(_) => {}
    }
    said
}

/// What a column is, in a few words.
pub fn role(role: &Role, language: Language) -> String {
    let pair = match role {
        Role::Dimension { kind: DimensionKind::Area, .. } => ("Dimension: område", "Dimension: area"),
        Role::Dimension { kind: DimensionKind::Period, .. } => ("Dimension: period", "Dimension: period"),
        Role::Dimension { kind: DimensionKind::Sex, .. } => ("Dimension: kön", "Dimension: sex"),
        Role::Dimension { kind: DimensionKind::Ownership, .. } => ("Dimension: regi", "Dimension: ownership"),
        Role::Dimension { .. } => ("Dimension", "Dimension"),
        Role::Measure { period: None, .. } => ("Mått", "Measure"),
        Role::Measure { period: Some(period), .. } => {
            return format!("{} {period}", pick(language, ("Mått,", "Measure,")));
        }
        Role::MeasureNames => ("Måttens namn", "Names of measures"),
        Role::Status { .. } => ("Tecken vid talen", "Signs beside the numbers"),
        Role::Label { .. } => ("Namn på koder", "Names of codes"),
        Role::Ignored => ("Läses inte", "Not read"),
    };
    pick(language, pair).to_owned()
}

/// Why a column was taken for what it is.
pub fn reason(reason: &Reason, language: Language) -> String {
    let pair = match reason {
        Reason::Header => ("Rubriken säger det.", "The header says so."),
        Reason::PeriodInHeader => {
            ("Rubriken är en period och kolumnen har tal.", "The header is a period and the column has numbers.")
        }
        Reason::AreaCodes => {
            ("Koderna är läns- och kommunkoder.", "The codes are those of counties and municipalities.")
        }
        Reason::Periods => {
            ("Allt är år, kvartal, månader eller datum.", "All of it is years, quarters, months or dates.")
        }
        Reason::SexWords => (
            "Orden är de för flickor och pojkar, kvinnor och män.",
            "The words are those for girls and boys, women and men.",
        ),
        Reason::LeadingZeros => {
            ("Siffrorna börjar med noll, som koder gör.", "The digits begin with zero, as codes do.")
        }
        Reason::FewWholeNumbers => (
            "Få heltal som återkommer, före en kolumn med text.",
            "Few whole numbers that recur, before a column of text.",
        ),
        Reason::Numbers => ("Kolumnen har tal.", "The column has numbers."),
        Reason::Texts => ("Kolumnen har text.", "The column has text."),
        Reason::Signs => ("Korta tecken bredvid tal.", "Short signs beside numbers."),
        Reason::Remarks => ("Långa texter och tomma rader: anmärkningar.", "Long texts and empty rows: notes."),
        Reason::Empty => ("Kolumnen är tom.", "The column is empty."),
        Reason::Schema => ("Filens schema säger det.", "The schema of the file says so."),
        Reason::Chosen => ("Du har valt det.", "You chose it."),
        Reason::NamesOf(column) => {
            let column = column.saturating_add(1);
            return match language {
                Language::Swedish => format!("Varje kod i kolumn {column} har ett namn här."),
                Language::English => format!("Each code in column {column} has one name here."),
            };
        }
        Reason::ToldBy(column) => {
            let column = column.saturating_add(1);
            return match language {
                Language::Swedish => format!("Koderna i kolumn {column} säger det redan."),
                Language::English => format!("The codes in column {column} say it already."),
            };
        }
    };
    pick(language, pair).to_owned()
}

const fn decimal_name(decimal: Decimal, language: Language) -> &'static str {
    match decimal {
        Decimal::Comma => pick(language, ("decimalkomma", "decimal comma")),
        Decimal::Point => pick(language, ("decimalpunkt", "decimal point")),
    }
}

fn cells(n_cells: usize, language: Language) -> String {
    match n_cells {
        1 => pick(language, ("en cell", "one cell")).to_owned(),
        n => format!("{} {}", so_many(n, language), pick(language, ("celler", "cells"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::encoding::Encoding;
    use crate::load::table::rows::RowName;

    #[test]
    fn how_a_file_was_read_is_said() {
        let read = Dialect {
            encoding: Encoding::Windows1252,
            delimiter: Some(b';'),
            decimal: Some(Decimal::Comma),
            ..Dialect::default()
        };
        assert_eq!(dialect(&read, Language::Swedish), "läst som Windows-1252, semikolon, decimalkomma");
        assert_eq!(dialect(&read, Language::English), "read as Windows-1252, semicolon, decimal comma");
    }

    #[test]
    fn a_duplicate_names_both_rows_and_both_values() {
        let said = |found: &str| {
            let categories = vec!["0114".to_owned(), "2023".to_owned()];
            let duplicate = TableFault::DuplicateCell {
                categories,
                first: RowName { line: 2, file: None },
                kept: "5".into(),
                found: found.into(),
            };
            fault(&duplicate, Language::Swedish)
        };
        assert!(
            said("7").message.starts_with("Raden gäller samma sak som rad 2 (0114, 2023) men har 7 i stället för 5.")
        );
        assert!(said("5").message.contains("samma värde, 5"));
    }
}
