//! The words of what was understood of a file: said by the worker that reads it.

use crate::{
    load::door::Format,
    model::{dimension::DimensionKind, text::Language},
};

/// The name of a format.
pub const fn format_name(language: Language, format: Format) -> &'static str {
    match (format, language) {
        (Format::JsonStat, _) => "JSON-stat 2.0",
    }
}

/// "290 kategorier, områden": what a dimension has.
pub fn categories(language: Language, kind: &DimensionKind, n: &str) -> String {
    let what = match (kind, language) {
        (DimensionKind::Area, Language::Swedish) => "områden",
        (DimensionKind::Area, Language::English) => "areas",
        (DimensionKind::Period, Language::Swedish) => "perioder",
        (DimensionKind::Period, Language::English) => "periods",
        (_, Language::Swedish) => "kategorier",
        (_, Language::English) => "categories",
    };
    format!("{n} {what}")
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
