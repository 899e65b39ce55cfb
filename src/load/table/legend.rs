//! What a publisher's words for a sign mean: "sekretess" is a hidden figure, "ej tillämpligt" one that cannot be.

use super::mapping::Meaning;
use crate::model::figure::{Absence, Flag, Flags};

/// Words of a legend, in small letters, and what they mean; the first that occurs decides.
const ABSENCES: [(&str, Absence); 34] = [
    ("sekretess", Absence::Suppressed),
    ("skydd", Absence::Suppressed),
    ("dold", Absence::Suppressed),
    ("dölj", Absence::Suppressed),
    ("undertryckt", Absence::Suppressed),
    ("röjande", Absence::Suppressed),
    ("suppress", Absence::Suppressed),
    ("confidential", Absence::Suppressed),
    ("redacted", Absence::Suppressed),
    ("disclos", Absence::Suppressed),
    ("protected", Absence::Suppressed),
    ("mindre än hälften", Absence::RoundsToZero),
    ("less than half", Absence::RoundsToZero),
    ("rounds to zero", Absence::RoundsToZero),
    ("för osäker", Absence::Uncertain),
    ("osäker", Absence::Uncertain),
    ("too uncertain", Absence::Uncertain),
    ("unreliable", Absence::Uncertain),
    ("uncertain", Absence::Uncertain),
    ("ännu inte", Absence::NotYet),
    ("ännu ej", Absence::NotYet),
    ("not yet", Absence::NotYet),
    ("ej tillämplig", Absence::NotApplicable),
    ("inte tillämplig", Absence::NotApplicable),
    ("kan inte förekomma", Absence::NotApplicable),
    ("kan ej förekomma", Absence::NotApplicable),
    ("ej aktuell", Absence::NotApplicable),
    ("not applicable", Absence::NotApplicable),
    ("saknas", Absence::Missing),
    ("ej tillgänglig", Absence::Missing),
    ("inte tillgänglig", Absence::Missing),
    ("missing", Absence::Missing),
    ("not available", Absence::Missing),
    ("not reported", Absence::Missing),
];

const FLAGS: [(&str, Flag); 12] = [
    ("preliminär", Flag::Provisional),
    ("provisional", Flag::Provisional),
    ("uppskatt", Flag::Estimated),
    ("estimated", Flag::Estimated),
    ("revider", Flag::Revised),
    ("revised", Flag::Revised),
    ("tidsseriebrott", Flag::BreakInSeries),
    ("break in", Flag::BreakInSeries),
    ("imputer", Flag::Imputed),
    ("imputed", Flag::Imputed),
    ("prognos", Flag::Forecast),
    ("forecast", Flag::Forecast),
];

/// What these words of a legend mean; none where they say nothing we know.
pub fn meaning(words: &str) -> Option<Meaning> {
    let words = words.to_lowercase();
    let absence = ABSENCES.iter().find(|(word, _)| words.contains(word)).map(|(_, absence)| absence.clone());
    let flag = || FLAGS.iter().find(|(word, _)| words.contains(word)).map(|(_, flag)| Flags::from_iter([*flag]));
    absence.map(Meaning::Absent).or_else(|| flag().map(Meaning::Flags))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_legend_have_their_meaning() {
        let absent = |words: &str| match meaning(words) {
            Some(Meaning::Absent(absence)) => Some(absence),
            _ => None,
        };
        assert_eq!(absent("Uppgiften är skyddad av sekretess"), Some(Absence::Suppressed));
        assert_eq!(absent("Uppgift inte tillgänglig eller för osäker"), Some(Absence::Uncertain));
        assert_eq!(absent("Not applicable"), Some(Absence::NotApplicable));
        assert_eq!(absent("Uppgift saknas"), Some(Absence::Missing));
        assert_eq!(absent("Mindre än hälften av enheten"), Some(Absence::RoundsToZero));
        assert_eq!(meaning("preliminärt"), Some(Meaning::Flags(Flags::from_iter([Flag::Provisional]))));
        assert_eq!(meaning("se not 3"), None);
    }
}
