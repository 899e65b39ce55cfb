//! What the gate checked, as sentences.

use super::{complaint::so_many, phrases::pick};
use crate::{
    gate::receipt::{NotChecked, Receipt, Rule},
    model::text::Language,
};

/// What was counted, by which threshold: "4 350 celler granskade, varav 41 dolda. Antal under 5 släpps inte in."
pub fn summary(receipt: &Receipt, language: Language) -> String {
    let (cells, hidden) = (so_many(receipt.n_cells, language), so_many(receipt.n_hidden, language));
    let threshold = receipt.threshold;
    match language {
        Language::Swedish => {
            let hidden_word = if receipt.n_hidden == 1 { "dold" } else { "dolda" };
            format!("{cells} celler granskade, varav {hidden} {hidden_word}. Antal under {threshold} släpps inte in.")
        }
        Language::English => {
            format!("{cells} cells checked, {hidden} of them hidden. Counts under {threshold} are not let in.")
        }
    }
}

/// What a rule says.
pub const fn rule(rule: Rule, language: Language) -> &'static str {
    let pair = match rule {
        Rule::SmallCounts => (
            "Inga små antal av skyddade personer, ärenden eller hem",
            "No small counts of protected persons, cases or homes",
        ),
        Rule::CountsFromShares => {
            ("Inga små antal som följer av en andel och dess n", "No small counts that follow from a share and its n")
        }
        Rule::PersonalData => (
            "Inga personnummer, e-postadresser eller telefonnummer i texterna",
            "No personal identity numbers, e-mail addresses or phone numbers in the texts",
        ),
        Rule::Addresses => ("Bara webbadresser som länkar", "Only addresses of the web as links"),
        Rule::HiddenFromTotals => (
            "Inga dolda celler som går att räkna ut ur summor och andra tabeller",
            "No hidden cells that can be worked out from totals and other tables",
        ),
        Rule::WholeGroups => {
            ("Inga små grupper där alla har samma svar", "No small groups in which all have the same answer")
        }
        Rule::Records => ("Inga rader om enskilda fall", "No rows about single cases"),
    };
    pick(language, pair)
}

/// What was not checked, and why.
pub fn not_checked(what: &NotChecked, language: Language) -> String {
    match (what, language) {
        (NotChecked::NotBuilt(it), Language::Swedish) => format!("Regeln ”{}” prövas inte ännu.", rule(*it, language)),
        (NotChecked::NotBuilt(it), Language::English) => {
            format!("The rule “{}” is not checked yet.", rule(*it, language))
        }
        (NotChecked::UnknownKind { measure }, Language::Swedish) => {
            format!("Små antal i ”{measure}”: filen säger inte vad måttet är, och talen är inte hela.")
        }
        (NotChecked::UnknownKind { measure }, Language::English) => {
            format!(
                "Small counts in “{measure}”: the file does not say what the measure is, and its numbers are not whole."
            )
        }
        (NotChecked::UnknownParts { measure }, Language::Swedish) => {
            format!("Antalen bakom ”{measure}”: filen säger inte vad andelen är en del av.")
        }
        (NotChecked::UnknownParts { measure }, Language::English) => {
            format!("The counts behind “{measure}”: the file does not say what the share is of.")
        }
        (NotChecked::Rounded { base }, Language::Swedish) => {
            format!("Antal som följer av andelar: alla siffror är avrundade till närmaste {base}.")
        }
        (NotChecked::Rounded { base }, Language::English) => {
            format!("Counts that follow from shares: all figures are rounded to the nearest {base}.")
        }
    }
}
