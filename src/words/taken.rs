//! The texts of what is taken along: files, pictures, links, citations, and what each says of itself.

use super::{complaint::so_many, phrases::pick};
use crate::model::text::Language;

phrases! {
    title: "Ta med: ladda ner, dela, citera", "Take along: download, share, cite";
    shown: "Det som visas", "What is shown";
    all: "Hela datamängden", "All of the dataset";
    as_csv_for_excel: "CSV för Excel (semikolon, decimalkomma)", "CSV for Excel (comma, decimal point)";
    as_csv: "CSV för program (RFC 4180)", "CSV for programs (RFC 4180)";
    as_xlsx: "Excel-arbetsbok (XLSX)", "Excel workbook (XLSX)";
    as_jsonstat: "JSON-stat 2.0, allt som är känt", "JSON-stat 2.0, all that is known";
    as_description: "Beskrivning av kolumnerna (Data Package)", "Description of the columns (Data Package)";
    nothing_shown: "Vyn har ingen tabell att ladda ner.", "This view has no table to download.";
    too_large: "Hela datamängden är för stor för en arbetsbok. Ta CSV i stället.", "All of the dataset is too large for a workbook. Take CSV instead.";
    file_shown: "visas", "shown";
    file_all: "allt", "all";
    page_figures: "Siffror", "Figures";
    page_notes: "Noter och källa", "Notes and source";
    page_signs: "Så läses tecknen", "How to read the signs";
    code: "Kod", "Code";
    choice: "Visar", "Shows";
    dataset: "Datamängd", "Dataset";
    synthetic: "Påhittade uppgifter", "Synthetic data";
    note: "Not", "Note";
    mandatory_note: "Obligatorisk not", "Mandatory note";
    receipt: "Röjandekontroll", "Disclosure control";
    version: "Version (SHA-256)", "Version (SHA-256 hash)";
    taken: "Hämtad (UTC)", "Taken (UTC)";
    sign: "Tecken", "Sign";
    meaning: "Betydelse", "Meaning";
    no_number: "En tom ruta är aldrig noll: bredvid står varför siffran saknas.", "An empty cell is never zero: beside it stands why there is no figure.";
    uncertainty: "Från och till är gränserna för 95 % osäkerhet.", "From and to are the bounds of the 95% uncertainty.";
}

/// "Andel, anmärkning"
pub fn remark_on(language: Language, label: &str) -> String {
    format!("{label}, {}", pick(language, ("anmärkning", "remark")))
}

/// "95 % osäkerhet, från"
pub fn from(language: Language, label: &str) -> String {
    format!("{label}, {}", pick(language, ("från", "from")))
}

/// "95 % osäkerhet, till"
pub fn until(language: Language, label: &str) -> String {
    format!("{label}, {}", pick(language, ("till", "to")))
}

/// "290 rader"
pub fn n_rows(language: Language, n: usize) -> String {
    let said = so_many(n, language);
    match (language, n) {
        (Language::Swedish, 1) => "1 rad".to_owned(),
        (Language::Swedish, _) => format!("{said} rader"),
        (Language::English, 1) => "1 row".to_owned(),
        (Language::English, _) => format!("{said} rows"),
    }
}
