//! The texts of a table that is sorted, copied, searched.

use super::{complaint::so_many, phrases::pick};
use crate::model::text::Language;

phrases! {
    copy: "Kopiera tabellen", "Copy the table";
    not_copied: "Webbläsaren lät inte sidan kopiera. Markera tabellen och kopiera den själv, eller ladda ner den.", "The browser did not let the page copy. Select the table and copy it yourself, or download it.";
    sort_hint: "Tryck på en rubrik för att sortera.", "Press a heading to sort.";
}

/// "Sorterad efter Andel, lägst först. Rader där uppgiften saknas eller är dold står sist."
pub fn sorted(language: Language, label: &str, is_number: bool, is_descending: bool) -> String {
    let way = match (is_number, is_descending) {
        (true, false) => pick(language, ("lägst först", "lowest first")),
        (true, true) => pick(language, ("högst först", "highest first")),
        (false, false) => pick(language, ("stigande", "rising")),
        (false, true) => pick(language, ("fallande", "falling")),
    };
    match language {
        Language::Swedish => {
            format!("Sorterad efter {label}, {way}. Rader där uppgiften saknas eller är dold står sist.")
        }
        Language::English => format!("Sorted by {label}, {way}. Rows where it is missing or hidden stand last."),
    }
}

/// "Tabellen är kopierad: 290 rader."
pub fn copied(language: Language, n_rows: usize) -> String {
    let n = so_many(n_rows, language);
    match (language, n_rows) {
        (Language::Swedish, 1) => "Tabellen är kopierad: 1 rad.".to_owned(),
        (Language::Swedish, _) => format!("Tabellen är kopierad: {n} rader."),
        (Language::English, 1) => "The table is copied: 1 row.".to_owned(),
        (Language::English, _) => format!("The table is copied: {n} rows."),
    }
}
