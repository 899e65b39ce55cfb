//! What a status sign means: by the file's own legend, else by the convention of a publisher whose file it is, else unknown.

use super::{
    context::{Context, in_profile},
    vocabulary::{self, ABSENCES, FLAGS},
};
use crate::model::figure::{Absence, Flag, Flags};

/// What a sign says of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// There is no number, and why.
    Absent(Absence),
    /// What is said of the number.
    Flags(Flags),
    /// It may be to hide the number: a word of the file's legend, or a confidentiality, that we do not know.
    Garbled,
    /// Nobody explains it.
    Unknown,
}

/// Complains of the words of the file's legend that we do not know.
pub fn check(context: &mut Context) {
    for (sign, word) in &context.profile.states {
        if of_word(word).is_none() {
            vocabulary::complain(
                &mut context.complaints,
                vocabulary::words(ABSENCES).chain(vocabulary::words(FLAGS)),
                word,
                in_profile(["states", sign]),
            );
        }
    }
}

/// What a sign means in this file.
pub fn meaning(context: &Context, sign: &str) -> Meaning {
    match context.profile.states.get(sign) {
        Some(word) => of_word(word).unwrap_or(Meaning::Garbled),
        None if context.has_eurostat_signs => eurostat(sign).unwrap_or(Meaning::Unknown),
        None if context.is_of_statistics_sweden => statistics_sweden(sign).unwrap_or(Meaning::Unknown),
        None => Meaning::Unknown,
    }
}

/// The signs of Statistics Sweden's tables, which its files use and do not explain.
fn statistics_sweden(sign: &str) -> Option<Meaning> {
    let absence = match sign {
        ".." => Absence::Missing,
        "." => Absence::NotApplicable,
        "..." => Absence::NotYet,
        _ => return None,
    };
    Some(Meaning::Absent(absence))
}

/// Whether a source is Statistics Sweden, by the names it goes by.
pub fn is_statistics_sweden(source: &str) -> bool {
    let words = source.split(|letter: char| !letter.is_alphanumeric());
    words.into_iter().any(|word| word == "SCB")
        || ["Statistiska centralbyrån", "Statistikmyndigheten", "Statistics Sweden"]
            .iter()
            .any(|name| source.contains(name))
}

fn of_word(word: &str) -> Option<Meaning> {
    vocabulary::meaning(ABSENCES, word).map(Meaning::Absent).or_else(|| {
        let flags: Flags = word.split(' ').map(|word| vocabulary::meaning(FLAGS, word)).collect::<Option<_>>()?;
        Some(Meaning::Flags(flags))
    })
}

/// Eurostat's convention, old and new: `p`, `bep`, `:`, and since 2025 with the confidentiality apart, `p|C`.
/// Confidentiality wins over all else, even beside a letter that is not known.
fn eurostat(sign: &str) -> Option<Meaning> {
    let (status, confidentiality) = sign.split_once('|').unwrap_or((sign, ""));
    // Beside `C`: N not for publication, P secret for other reasons, D and S hidden to protect another.
    if confidentiality.contains(['C', 'c', 'N', 'P', 'D', 'S']) || status.contains(['c', 'C']) {
        return Some(Meaning::Absent(Absence::Suppressed));
    }
    if !confidentiality.chars().all(|letter| letter == 'F') {
        return Some(Meaning::Garbled);
    }
    let mut flags = Flags::default();
    let mut absence = None;
    for letter in status.chars() {
        match letter {
            ':' => absence = absence.or(Some(Absence::Missing)),
            'u' => absence = Some(Absence::Uncertain),
            'z' | 'm' => absence = Some(Absence::NotApplicable),
            'p' => flags.insert(Flag::Provisional),
            'e' => flags.insert(Flag::Estimated),
            'r' => flags.insert(Flag::Revised),
            'b' => flags.insert(Flag::BreakInSeries),
            'd' => flags.insert(Flag::DefinitionDiffers),
            'i' | 's' => flags.insert(Flag::Imputed),
            'f' => flags.insert(Flag::Forecast),
            _ => return None,
        }
    }
    Some(absence.map_or(Meaning::Flags(flags), Meaning::Absent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eurostats_signs_may_be_several_and_confidentiality_wins() {
        let flags = |flags: &[Flag]| Some(Meaning::Flags(flags.iter().copied().collect()));
        let absent = |absence| Some(Meaning::Absent(absence));
        assert_eq!(eurostat("p"), flags(&[Flag::Provisional]));
        assert_eq!(eurostat("bep"), flags(&[Flag::BreakInSeries, Flag::Estimated, Flag::Provisional]));
        assert_eq!(eurostat("p|F"), flags(&[Flag::Provisional]));
        for sign in ["c", "C", "p|C", "|C", "|N", "¤|C", ":c", "bc"] {
            assert_eq!(eurostat(sign), absent(Absence::Suppressed), "{sign}");
        }
        assert_eq!(eurostat(":"), absent(Absence::Missing));
        assert_eq!(eurostat(":u"), absent(Absence::Uncertain));
        assert_eq!(eurostat("z"), absent(Absence::NotApplicable));
        assert_eq!(eurostat("n"), None);
        assert_eq!(eurostat("p|X"), Some(Meaning::Garbled));
    }
}
