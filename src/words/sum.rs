//! The texts on sums: that a figure is our own sum, of what, and why something is not summed.

use crate::{
    model::text::Language,
    query::{parts::NotSummable, sum::NoSum},
};

phrases! {
    all: "Alla (summerat av Insyn)", "All (added up by Insyn)";
    summed: "summerat av Insyn", "added up by Insyn";
    not_a_count: "Insyn summerar inte här: andelar, tal per invånare och medelvärden kan inte läggas ihop.", "Insyn does not add up here: shares, rates and averages cannot be added.";
    perturbed: "Insyn summerar inte här: siffrorna är ändrade med flit för att skydda enskilda, så delarna blir inte helheten.", "Insyn does not add up here: the figures were changed on purpose to protect individuals, so the parts do not make the whole.";
    not_cleared: "Insyn summerar inte här: utgivaren har inte godkänt att uppgifterna delas upp så.", "Insyn does not add up here: the publisher has not cleared the figures for this break-down.";
    part_absent: "Summan kan inte räknas ut: minst en del saknar siffra.", "The sum cannot be worked out: at least one part has no figure.";
    part_inexact: "Summan kan inte räknas ut: minst en del är bara ungefärligt angiven.", "The sum cannot be worked out: at least one part is given only roughly.";
    no_parts: "Det finns inga delar att summera.", "There are no parts to add up.";
}

/// "Summerat av Insyn ur 21 delar (område): källan har ingen siffra för helheten."
pub fn from_parts(language: Language, n_parts: usize, dimension: &str) -> String {
    match language {
        Language::Swedish => {
            format!("Summerat av Insyn ur {n_parts} delar ({dimension}): källan har ingen siffra för helheten.")
        }
        Language::English => {
            format!("Added up by Insyn from {n_parts} parts ({dimension}): the source has no figure for the whole.")
        }
    }
}

/// "Siffran ligger inom 40–48, enligt utgivarens regel för vad som döljs."
pub fn lies_between(language: Language, range: &str) -> String {
    match language {
        Language::Swedish => {
            format!("Siffran ligger inom {range}, enligt utgivarens regel för vad som döljs.")
        }
        Language::English => format!("The figure lies within {range}, by the publisher’s rule for what is hidden."),
    }
}

/// "Siffran ligger inom 0–17: det följer av annat som är publicerat."
pub fn follows(language: Language, range: &str) -> String {
    match language {
        Language::Swedish => format!("Siffran ligger inom {range}: det följer av annat som är publicerat."),
        Language::English => format!("The figure lies within {range}: that follows from what else is published."),
    }
}

/// Why there is no sum, in a sentence; `dimension` gives the name of a dimension by position.
pub fn why_not(language: Language, why: &NoSum, dimension: impl Fn(usize) -> String) -> String {
    match why {
        NoSum::NotSummable(why) => not_summable(language, *why, dimension),
        NoSum::NotCleared(_) => not_cleared(language).to_owned(),
        NoSum::Hidden(n) => hidden(language, *n),
        NoSum::Absent(_) | NoSum::Unknown(_) => part_absent(language).to_owned(),
        NoSum::Inexact => part_inexact(language).to_owned(),
        NoSum::Perturbed => perturbed(language).to_owned(),
        NoSum::NoSuchCell => no_parts(language).to_owned(),
    }
}

fn hidden(language: Language, n: u64) -> String {
    match language {
        Language::Swedish if n == 1 => "Summan kan inte räknas ut: en del är dold av sekretess.".to_owned(),
        Language::Swedish => format!("Summan kan inte räknas ut: {n} delar är dolda av sekretess."),
        Language::English if n == 1 => "The sum cannot be worked out: one part is confidential.".to_owned(),
        Language::English => format!("The sum cannot be worked out: {n} parts are confidential."),
    }
}

fn not_summable(language: Language, why: NotSummable, dimension: impl Fn(usize) -> String) -> String {
    match (language, why) {
        (_, NotSummable::NotACount) => not_a_count(language).to_owned(),
        (_, NotSummable::NoParts(_)) => no_parts(language).to_owned(),
        (Language::Swedish, NotSummable::NotAdditive(place)) => format!(
            "Insyn summerar inte här: utgivaren säger inte att siffrorna får läggas ihop över {}.",
            dimension(place)
        ),
        (Language::English, NotSummable::NotAdditive(place)) => format!(
            "Insyn does not add up here: the publisher does not say that the figures may be added over {}.",
            dimension(place)
        ),
        (Language::Swedish, NotSummable::MultiResponse(place)) => {
            format!("Insyn summerar inte här: ett och samma fall kan finnas på flera rader i {}.", dimension(place))
        }
        (Language::English, NotSummable::MultiResponse(place)) => {
            format!("Insyn does not add up here: one case may be in several rows of {}.", dimension(place))
        }
        (Language::Swedish, NotSummable::Overlapping(place)) => {
            format!("Insyn summerar inte här: delarna i {} överlappar varandra.", dimension(place))
        }
        (Language::English, NotSummable::Overlapping(place)) => {
            format!("Insyn does not add up here: the parts of {} overlap.", dimension(place))
        }
        (Language::Swedish, NotSummable::Incomplete { dimension: place, has, of }) => {
            format!("Insyn summerar inte här: uppgifterna har bara {has} av {of} delar i {}.", dimension(place))
        }
        (Language::English, NotSummable::Incomplete { dimension: place, has, of }) => {
            format!("Insyn does not add up here: the data have only {has} of {of} parts of {}.", dimension(place))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_reason_has_its_own_words_and_names_the_dimension() {
        let dimension = NotSummable::Incomplete { dimension: 3, has: 5, of: 21 };
        let reasons = [
            NotSummable::NotACount,
            NotSummable::NotAdditive(3),
            NotSummable::MultiResponse(3),
            NotSummable::Overlapping(3),
            dimension,
        ];
        for language in Language::ALL {
            let said = |why: &NotSummable| why_not(language, &NoSum::NotSummable(*why), |place| format!("d{place}"));
            let texts: HashSet<String> = reasons.iter().map(said).collect();
            assert_eq!(texts.len(), reasons.len());
            assert_eq!(texts.iter().filter(|text| text.contains("d3")).count(), 4);
        }
        assert!(why_not(Language::Swedish, &NoSum::Hidden(2), |_| String::new()).contains("2 delar"));
    }
}
