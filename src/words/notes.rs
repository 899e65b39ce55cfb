//! The facts that qualify a whole view: what was cleared, how the sample was chosen, what may be compared.

use crate::model::{dataset::Design, text::Language};

phrases! {
    qualifies: "Om uppgifterna", "About these data";
    over_time: "Jämföra år", "Comparing years";
    between_areas: "Jämföra platser", "Comparing places";
    between_categories: "Jämföra grupper", "Comparing groups";
    comparable: "Går att jämföra.", "May be compared.";
    with_care: "Jämför med försiktighet.", "Compare with care.";
    not_comparable: "Går inte att jämföra.", "May not be compared.";
    unknown_comparability: "Utgivaren säger inte om det går att jämföra.", "The publisher does not say whether this may be compared.";
    registry_number: "Diarienummer", "Registry number";
    no_registry_number: "diarienummer framgår inte av källan", "registry number not given in the source";
    notes: "Noter", "Notes";
    legal_bases: "Lagrum", "Legal bases";
    events: "Händelser att ha i minnet", "Events to bear in mind";
    publisher: "Utgivare", "Publisher";
    population: "Vad som granskats", "What was examined";
    sources: "Källor", "Sources";
    licence: "Licens", "Licence";
    updated: "Uppdaterad", "Updated";
    protection: "Röjandekontroll", "Disclosure control";
    download: "Hämta filen (JSON-stat)", "Download the file (JSON-stat)";
    multi_response: "Kategorierna överlappar: samma hem, barn eller ärende kan räknas i flera. De läggs aldrig ihop.", "The categories overlap: the same home, child or case may be counted in several. They are never added up.";
}

/// How the units were chosen.
pub const fn design(language: Language, design: Design) -> &'static str {
    match (language, design) {
        (Language::Swedish, Design::Total) => "Alla undersökta",
        (Language::Swedish, Design::Register) => "Alla i ett register",
        (Language::Swedish, Design::Sample) => "Slumpmässigt urval",
        (Language::Swedish, Design::Targeted) => "Riktad tillsyn – inte ett slumpmässigt urval",
        (Language::Swedish, Design::Survey) => "Enkät",
        (Language::Swedish, Design::Unknown) => "Urvalet framgår inte",
        (Language::English, Design::Total) => "All examined",
        (Language::English, Design::Register) => "All in a register",
        (Language::English, Design::Sample) => "Random sample",
        (Language::English, Design::Targeted) => "Targeted supervision – not a random sample",
        (Language::English, Design::Survey) => "Survey",
        (Language::English, Design::Unknown) => "How units were chosen is not said",
    }
}

/// "Sekretessgranskad: 290 celler, 41 dolda"
pub fn cleared(language: Language, n_cells: &str, n_hidden: &str) -> String {
    match language {
        Language::Swedish => format!("Sekretessgranskad: {n_cells} celler, {n_hidden} dolda"),
        Language::English => format!("Disclosure checked: {n_cells} cells, {n_hidden} hidden"),
    }
}

/// "2 noter"
pub fn n_notes(language: Language, n: usize) -> String {
    match (language, n) {
        (Language::Swedish, 1) => "1 not".to_owned(),
        (Language::Swedish, _) => format!("{n} noter"),
        (Language::English, 1) => "1 note".to_owned(),
        (Language::English, _) => format!("{n} notes"),
    }
}

/// "gällde 1 januari 2002–30 juni 2025": when a provision held, as far as it is told.
pub fn held(language: Language, from: Option<&str>, until: Option<&str>) -> Option<String> {
    Some(match (language, from, until) {
        (_, None, None) => return None,
        (Language::Swedish, Some(from), Some(until)) => format!("gällde {from}–{until}"),
        (Language::Swedish, Some(from), None) => format!("gäller från {from}"),
        (Language::Swedish, None, Some(until)) => format!("gällde till och med {until}"),
        (Language::English, Some(from), Some(until)) => format!("in force {from}–{until}"),
        (Language::English, Some(from), None) => format!("in force from {from}"),
        (Language::English, None, Some(until)) => format!("in force until {until}"),
    })
}
