//! The texts of `insyn inspect`: what is in a file, and whether the page would let it in.

use super::phrases::pick;
use crate::model::{
    measure::{MeasureKind, ProtectedUnit},
    text::Language,
};

phrases! {
    synthetic: "SYNTETISKA DATA", "SYNTHETIC DATA";
    contents: "tabellinnehåll", "contents";
    publisher: "Utgivare", "Publisher";
    source: "Källa", "Source";
    registry_number: "Diarienummer", "Registry number";
    updated: "Uppdaterad", "Updated";
    selection: "Urval", "Selection";
    datasets: "Tabeller", "Tables";
    dimensions: "Dimensioner", "Dimensions";
    measures: "Mått", "Measures";
    cells: "Celler", "Cells";
    numbers: "tal", "numbers";
    worked_out: "räknas ut ur andra mått", "worked out from other measures";
    remarks: "Anmärkningar", "Remarks";
    no_remarks: "Inga.", "None.";
    gate: "Granskning", "Check";
    cleared: "Släpps in.", "Let in.";
    refused: "Släpps inte in.", "Not let in.";
    checked: "Prövat", "Checked";
    not_checked: "Inte prövat", "Not checked";
    worth_a_look: "Att se över", "Worth a look";
    unreadable: "Filen går inte att läsa.", "The file cannot be read.";
}

/// "och 287 till": how many codes are not listed.
pub fn and_more(n: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("… och {n} till"),
        Language::English => format!("… and {n} more"),
    }
}

/// A cell is asked for by a dimension or a category that the file has not.
pub fn no_such_cell(asked: &str, known: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("”{asked}” finns inte i filen. Välj bland: {known}."),
        Language::English => format!("“{asked}” is not in the file. Choose among: {known}."),
    }
}

/// The file can't be opened at all; the system's own word for it.
pub fn not_opened(path: &str, why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("{path} går inte att öppna: {why}"),
        Language::English => format!("{path} cannot be opened: {why}"),
    }
}

/// What sort of number a measure is.
pub const fn kind(kind: MeasureKind, language: Language) -> &'static str {
    let pair = match kind {
        MeasureKind::Count => ("antal", "count"),
        MeasureKind::Share => ("andel", "share"),
        MeasureKind::Rate => ("kvot", "rate"),
        MeasureKind::Mean => ("medelvärde", "mean"),
        MeasureKind::Index => ("index", "index"),
        MeasureKind::Duration => ("tid", "duration"),
        MeasureKind::Unknown => ("slaget framgår inte", "kind not given"),
    };
    pick(language, pair)
}

/// Whom a small count could identify.
pub const fn protected_unit(unit: ProtectedUnit, language: Language) -> &'static str {
    let pair = match unit {
        ProtectedUnit::Child => ("skyddar barn", "protects children"),
        ProtectedUnit::Case => ("skyddar ärenden", "protects cases"),
        ProtectedUnit::Staff => ("skyddar personal", "protects staff"),
        ProtectedUnit::Home => ("skyddar hem", "protects homes"),
        ProtectedUnit::None => ("skyddar ingen", "protects nobody"),
    };
    pick(language, pair)
}
