//! What the signs in DATA mean: by the words of the file's own legend where they leave no doubt, else by the convention of
//! a publisher that the file names, else nothing is known.

use super::header::Header;
use crate::model::figure::Absence;

/// Signs of dots that a file can have: DATASYMBOL1 to 6, and seven dots for DATASYMBOLSUM.
pub const N_DOTS: usize = 7;

/// The keywords of the legend for one dot, two dots, …
pub const DOTS: [&str; N_DOTS] =
    ["DATASYMBOL1", "DATASYMBOL2", "DATASYMBOL3", "DATASYMBOL4", "DATASYMBOL5", "DATASYMBOL6", "DATASYMBOLSUM"];

/// The keyword of the legend for `-`.
pub const NIL: &str = "DATASYMBOLNIL";

/// What a sign says of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Exactly nothing.
    Zero,
    /// There is no number, and why.
    Absent(Absence),
    /// Nobody explains it; the sign as the publisher shows it.
    Unknown(String),
}

/// What the signs of a file mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend {
    /// One dot, two dots, …, seven.
    pub dots: [Meaning; N_DOTS],
    /// `-`
    pub nil: Meaning,
}

/// The legend of a file; `source` is every wording of who publishes it.
pub fn read(header: &mut Header, source: &[&str]) -> Legend {
    let is_scb = source.iter().any(|source| is_statistics_sweden(source));
    let dots = std::array::from_fn(|position| {
        let sign = ".".repeat(position.saturating_add(1));
        let keyword = DOTS.get(position).copied().unwrap_or_default();
        match explained(header, keyword) {
            Some(meaning) => meaning,
            None if is_scb => convention(&sign).map_or(Meaning::Unknown(sign), Meaning::Absent),
            None => Meaning::Unknown(sign),
        }
    });
    let nil = match explained(header, NIL) {
        Some(Meaning::Absent(absence)) => Meaning::Absent(absence),
        // The format itself says that `-` is nothing, however it is shown.
        _ => Meaning::Zero,
    };
    Legend { dots, nil }
}

/// What the file says of a sign; none where it says nothing or only shows the sign itself.
fn explained(header: &mut Header, keyword: &str) -> Option<Meaning> {
    let said = header.table_text(keyword)?;
    let wordings = [Some(&said.own), said.swedish.as_ref(), said.english.as_ref()];
    let found: Vec<Absence> = wordings.into_iter().flatten().filter_map(|words| absence_of(words)).collect();
    if let Some(first) = found.first().cloned() {
        // Two languages that say two things say nothing.
        let is_certain = found.iter().all(|other| *other == first);
        return Some(if is_certain { Meaning::Absent(first) } else { Meaning::Unknown(said.own) });
    }
    let is_bare = said.own.trim_matches([' ', '"', '.', '-', '\u{2013}']).is_empty();
    (!is_bare).then_some(Meaning::Unknown(said.own))
}

/// Statistics Sweden's signs, as its tables explain them.
fn convention(sign: &str) -> Option<Absence> {
    match sign {
        "." => Some(Absence::NotApplicable),
        ".." => Some(Absence::Missing),
        "..." => Some(Absence::NotYet),
        _ => None,
    }
}

/// Whether a source is Statistics Sweden.
pub fn is_statistics_sweden(source: &str) -> bool {
    let lower = source.to_lowercase();
    let has_word = source.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == "SCB");
    has_word || lower.contains("statistiska centralbyrån") || lower.contains("statistics sweden")
}

/// Beginnings of words that leave no doubt; where a legend has several, the first of the list is meant, but see `absence_of`.
const WORDS: [(Absence, &[&str]); 6] = [
    (
        Absence::Suppressed,
        &[
            "sekretess",
            "röjande",
            "undertryck",
            "dold",
            "skyddat värde",
            "skyddad uppgift",
            "confidential",
            "suppressed",
            "disclosure",
            "hidden",
            "secrecy",
        ],
    ),
    (
        Absence::NotApplicable,
        &[
            "kan inte förekomma",
            "kan ej förekomma",
            "ej tillämplig",
            "inte tillämplig",
            "not applicable",
            "cannot occur",
            "can not occur",
            "logically impossible",
        ],
    ),
    (
        Absence::NotYet,
        &["ännu inte", "ännu ej", "not yet", "publiceras senare", "will be published", "to be published later"],
    ),
    (
        Absence::RoundsToZero,
        &[
            "mindre än hälften av",
            "mindre än 0,5",
            "avrundas till noll",
            "less than half",
            "less than 0.5",
            "rounds to zero",
            "rounded to zero",
        ],
    ),
    (
        Absence::Uncertain,
        &[
            "för osäk",
            "alltför osäk",
            "too uncertain",
            "unreliable",
            "not reliable",
            "inte tillförlitlig",
            "ej tillförlitlig",
        ],
    ),
    (
        Absence::Missing,
        &[
            "uppgift saknas",
            "uppgifter saknas",
            "uppgiften saknas",
            "data saknas",
            "saknade uppgift",
            "ej tillgänglig",
            "inte tillgänglig",
            "inte rapportera",
            "ej rapportera",
            "ingen uppgift",
            "not available",
            "not reported",
            "missing",
            "no data",
            "data unavailable",
        ],
    ),
];

/// What a legend says, where its words leave no doubt.
pub fn absence_of(legend: &str) -> Option<Absence> {
    let words = legend.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_matches(['.', ' ', '"']);
    // Said alone it is the model's own word; within a sentence it may be any of the others.
    if matches!(words, "publiceras inte" | "not published") {
        return Some(Absence::Unpublished);
    }
    if matches!(words, "saknas" | "unavailable" | "osäker" | "uncertain") {
        return Some(if words.contains("certain") || words == "osäker" {
            Absence::Uncertain
        } else {
            Absence::Missing
        });
    }
    let mut found =
        WORDS.iter().filter(|(_, stems)| stems.iter().any(|stem| says(words, stem))).map(|(absence, _)| absence);
    match (found.next(), found.next(), found.next()) {
        (Some(only), None, _) => Some(only.clone()),
        // "Ännu inte tillgänglig" is not yet there; "inte tillgänglig eller för osäker" is SCB's own legend of `..`.
        (Some(Absence::NotYet), Some(Absence::Missing), None) => Some(Absence::NotYet),
        (Some(Absence::Uncertain), Some(Absence::Missing), None) => Some(Absence::Missing),
        // "Uppgift saknas av sekretesskäl" is hidden; "or" leaves it open.
        (Some(Absence::Suppressed), Some(Absence::Missing), None)
            if !words.split(' ').any(|word| matches!(word, "eller" | "or")) && !words.contains('/') =>
        {
            Some(Absence::Suppressed)
        }
        _ => None,
    }
}

/// Whether some word of the legend begins like this, and is not denied just before.
fn says(words: &str, stem: &str) -> bool {
    words.match_indices(stem).any(|(at, _)| {
        let before = words.get(..at).unwrap_or_default();
        let begins_word = before.chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
        let last = before.split_whitespace().next_back().unwrap_or_default();
        begins_word && !matches!(last, "ej" | "inte" | "not" | "no" | "non" | "icke") && !before.ends_with("non-")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_leave_no_doubt_are_understood_in_both_languages() {
        let cases = [
            ("Uppgift kan inte förekomma", Absence::NotApplicable),
            ("Not applicable", Absence::NotApplicable),
            ("Sekretessbelagd uppgift", Absence::Suppressed),
            ("Confidential", Absence::Suppressed),
            ("Uppgift saknas av sekretesskäl", Absence::Suppressed),
            (".. = Uppgift  saknas.", Absence::Missing),
            ("Data not available", Absence::Missing),
            ("Uppgift inte tillgänglig eller för osäker för att anges", Absence::Missing),
            ("Uppgiften är för osäker för att redovisas", Absence::Uncertain),
            ("Not yet available", Absence::NotYet),
            ("Mindre än hälften av enheten", Absence::RoundsToZero),
        ];
        for (legend, absence) in cases {
            assert_eq!(absence_of(legend), Some(absence), "{legend}");
        }
    }

    #[test]
    fn words_that_leave_a_doubt_are_not_guessed_at() {
        for legend in
            ["x", "..", "Missing or confidential", "Ej sekretess", "Non-confidential", "Mörkad", "Not for publication"]
        {
            assert_eq!(absence_of(legend), None, "{legend}");
        }
    }

    #[test]
    fn a_publisher_is_known_by_a_whole_word() {
        assert!(is_statistics_sweden("SCB"));
        assert!(is_statistics_sweden("Källa: Statistiska centralbyrån (SCB)"));
        assert!(!is_statistics_sweden("SCBX"));
        assert!(!is_statistics_sweden("Statistics Norway"));
    }
}
