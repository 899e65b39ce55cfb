//! The texts of `insyn convert`.

use crate::model::text::Language;

phrases! {
    unprotected: "Tabellen är räknad ur poster och har inte skyddats. Andra format kan inte säga det. Kör insyn protect på den först.", "The table was counted from records and has not been protected. Other formats cannot say that. Run insyn protect on it first.";
}

/// A file would be overwritten that nobody named.
pub fn already_there(path: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{path} finns redan. Ange med -o vart filen ska skrivas."),
        Language::English => format!("{path} is there already. Say with -o where to write."),
    }
}

/// A file can't be written; the system's own word for it.
pub fn not_written(path: &str, why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{path} går inte att skriva: {why}"),
        Language::English => format!("{path} cannot be written: {why}"),
    }
}
