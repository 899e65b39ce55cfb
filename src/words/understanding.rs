//! The words of what was understood of a file: said by the worker that reads it.

use super::complaint::so_many;
use crate::{
    load::door::Format,
    model::{dimension::DimensionKind, text::Language},
};

/// The name of a format.
pub const fn format_name(language: Language, format: Format) -> &'static str {
    match (format, language) {
        (Format::JsonStat, _) => "JSON-stat 2.0",
        (Format::Px, _) => "PX (PC-Axis)",
        (Format::Csv, _) => "CSV",
        (Format::Package, Language::Swedish) => "datapaket",
        (Format::Package, Language::English) => "data package",
        (Format::Excel, _) => "Excel (xlsx)",
        (Format::OpenDocument, _) => "OpenDocument (ods)",
    }
}

/// "290 områden": how many categories a dimension has.
pub fn categories(language: Language, kind: &DimensionKind, n: usize) -> String {
    let (one, several) = match (kind, language) {
        (DimensionKind::Area, Language::Swedish) => ("område", "områden"),
        (DimensionKind::Area, Language::English) => ("area", "areas"),
        (DimensionKind::Period, Language::Swedish) => ("period", "perioder"),
        (DimensionKind::Period, Language::English) => ("period", "periods"),
        (_, Language::Swedish) => ("kategori", "kategorier"),
        (_, Language::English) => ("category", "categories"),
    };
    format!("{} {}", so_many(n, language), if n == 1 { one } else { several })
}

phrases! {
    delimiter: "Tecken mellan fält", "Sign between fields";
    decimal: "Decimaltecken", "Decimal sign";
    encoding: "Teckenkodning", "Encoding";
    sheet: "Tabell i filen", "Table in the file";
    header_row: "Rubrikerna står på rad", "Headers stand in row";
    written_as: "Skrivsätt", "Written as";
    semicolon: "semikolon", "semicolon";
    comma: "komma", "comma";
    tab: "tabb", "tab";
    bar: "lodstreck", "bar";
    point: "punkt", "point";
}

/// "Kolumn 3: kommun"
pub fn column(language: Language, position: usize, header: &str) -> String {
    let number = so_many(position.saturating_add(1), language);
    match language {
        Language::Swedish => format!("Kolumn {number}: {header}"),
        Language::English => format!("Column {number}: {header}"),
    }
}

/// "Namn på koderna i kolumn 2"
pub fn names_of(language: Language, position: usize) -> String {
    let number = so_many(position.saturating_add(1), language);
    match language {
        Language::Swedish => format!("Namn på koderna i kolumn {number}"),
        Language::English => format!("Names of the codes in column {number}"),
    }
}

/// So many measures are named.
const MOST_NAMED: usize = 6;

/// The measures by name; of many, the first few and how many more.
pub fn measures_named<'a>(language: Language, names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    let named = names.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join("; ");
    match (names.len().saturating_sub(MOST_NAMED), language) {
        (0, _) => named,
        (more, Language::Swedish) => format!("{named} … och {more} till"),
        (more, Language::English) => format!("{named} … and {more} more"),
    }
}
