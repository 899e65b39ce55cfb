//! What the gate checked, as sentences.

use super::{complaint::so_many, phrases::pick};
use crate::{
    gate::{
        receipt::{NotChecked, Receipt, Rule},
        warning::Warning,
    },
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
            "Inga personnummer, e-postadresser, telefonnummer eller koordinater i texterna",
            "No personal identity numbers, e-mail addresses, phone numbers or coordinates in the texts",
        ),
        Rule::Addresses => ("Bara webbadresser som länkar", "Only addresses of the web as links"),
        Rule::HiddenFromTotals => (
            "Inga dolda celler som går att räkna ut ur summor och andra tabeller",
            "No hidden cells that can be worked out from totals and other tables",
        ),
        Rule::WholeGroups => (
            "Inga små grupper där alla har samma känsliga svar",
            "No small groups in which all have the same sensitive answer",
        ),
        Rule::Contributors => (
            "Minst tre hem och tre utförare bakom varje siffra",
            "At least three homes and three operators behind every figure",
        ),
        Rule::Dominance => {
            ("Inget hem som står för det mesta av en siffra", "No home that accounts for most of a figure")
        }
        Rule::Records => ("Inga rader om enskilda fall", "No rows about single cases"),
        Rule::NamesOfHomes => ("Inga siffror hem för hem", "No figures home by home"),
        Rule::OneSign => ("Samma tecken för alla dolda siffror", "The same sign for all hidden figures"),
    };
    pick(language, pair)
}

/// What was not checked, and why.
pub fn not_checked(what: &NotChecked, language: Language) -> String {
    match (what, language) {
        (NotChecked::NotGiven(it), Language::Swedish) => {
            format!("Regeln ”{}”: filen ger inte det som behövs.", rule(*it, language))
        }
        (NotChecked::NotGiven(it), Language::English) => {
            format!("The rule “{}”: the file does not give what it takes.", rule(*it, language))
        }
        (NotChecked::WhenPublished(it), Language::Swedish) => {
            format!("Regeln ”{}” prövades när siffrorna publicerades, inte här.", rule(*it, language))
        }
        (NotChecked::WhenPublished(it), Language::English) => {
            format!("The rule “{}” was checked when the figures were published, not here.", rule(*it, language))
        }
        (NotChecked::TooMuchTogether { n_cells }, Language::Swedish) => format!(
            "Dolda celler: {} hänger ihop med så många andra att det inte prövats vad bara alla summor tillsammans säger. Summa för summa är de prövade.",
            so_many(*n_cells, language)
        ),
        (NotChecked::TooMuchTogether { n_cells }, Language::English) => format!(
            "Hidden cells: {} hang together with so many others that it was not checked what only all sums together tell. Sum by sum they were checked.",
            so_many(*n_cells, language)
        ),
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

/// What is let in and yet worth a second look.
pub fn warning(warning: &Warning, language: Language) -> String {
    match (warning, language) {
        (Warning::SumsContradict { n }, Language::Swedish) => {
            let n = so_many(*n, language);
            format!("{n} summor av publicerade tal går inte ihop. Ur dem har inget räknats ut.")
        }
        (Warning::SumsContradict { n }, Language::English) => {
            let n = so_many(*n, language);
            format!("{n} sums of published figures do not hold. Nothing was worked out from them.")
        }
        (Warning::NobodyInSmallGroups { measure, n }, Language::Swedish) => format!(
            "”{measure}”: i små grupper ({}) har ingen svaret. Filen säger inte om mer är bättre eller sämre; är det känsligt att ingen har det, dölj antalen.",
            so_many(*n, language)
        ),
        (Warning::NobodyInSmallGroups { measure, n }, Language::English) => format!(
            "“{measure}”: in small groups ({}) nobody has the answer. The file does not say whether more is better or worse; if it is sensitive that nobody has it, hide the counts.",
            so_many(*n, language)
        ),
        (Warning::SharesOfFew { measure, n, least }, Language::Swedish) => format!(
            "”{measure}”: {} andelar gäller färre än {least} personer. De säger inget mer än antalen intill, men läses lätt som mer än de är.",
            so_many(*n, language)
        ),
        (Warning::SharesOfFew { measure, n, least }, Language::English) => format!(
            "“{measure}”: {} shares are of fewer than {least} persons. They tell no more than the counts beside them, but are easily read as more than they are.",
            so_many(*n, language)
        ),
        (Warning::NamesOfHomes { dimension, n }, Language::Swedish) => format!(
            "Dimensionen ”{dimension}”: {} kategorier ser ut som namn på hem eller företag. Namn som bara är namn känns inte igen.",
            so_many(*n, language)
        ),
        (Warning::NamesOfHomes { dimension, n }, Language::English) => format!(
            "Dimension “{dimension}”: {} categories look like names of homes or companies. Names that are nothing but names are not recognised.",
            so_many(*n, language)
        ),
        (Warning::MayBeRecords { dimension, n }, Language::Swedish) => format!(
            "Dimensionen ”{dimension}”: var och en av de {} kategorierna kan vara ett enskilt fall.",
            so_many(*n, language)
        ),
        (Warning::MayBeRecords { dimension, n }, Language::English) => {
            format!("Dimension “{dimension}”: each of the {} categories may be a single case.", so_many(*n, language))
        }
    }
}
