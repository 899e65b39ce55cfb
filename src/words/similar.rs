//! The texts about which areas are similar to one.

use super::{complaint::so_many, explore::level_names};
use crate::model::{area::Level, text::Language};

phrases! {
    title: "Liknande områden", "Similar areas";
    choice: "Lika i", "Alike in";
    method: "Vilka som liknar avgörs av måtten här, inte av siffran som visas. Varje mått räknas i standardavvikelser från medel, antal och tider i logaritm, och de kortaste avstånden över alla valda mått blir liknande områden. Att områden liknar varandra i måtten säger inget om annat.", "Which areas are similar is decided by the measures here, not by the figure shown. Each measure is taken in standard deviations from the mean, numbers and times by their logarithm, and the shortest distances over all chosen measures make the similar areas. That areas are alike in the measures says nothing of other things.";
    nothing_chosen: "Välj minst ett mått, så visas vilka områden som är lika i det.", "Choose at least one measure to see which areas are alike in it.";
}

/// "Mest lika Lund, av 281 andra kommuner med kända tal: Umeå, Växjö. 8 är inte med: …": which areas are similar, the nearest first, and who was left out.
pub fn found(
    language: Language,
    place: &str,
    level: Level,
    names: &[&str],
    [n_candidates, n_left_out, n_as_near]: [usize; 3],
) -> String {
    let (levels, names) = (level_names(language, level), names.join(", "));
    let [candidates, left_out, as_near] = [n_candidates, n_left_out, n_as_near].map(|n| so_many(n, language));
    let mut said = match language {
        Language::Swedish => format!("Mest lika {place}, av {candidates} andra {levels} med kända tal: {names}."),
        Language::English => format!("Most like {place}, of {candidates} other {levels} with known numbers: {names}."),
    };
    if n_as_near > 0 {
        said.push_str(&match language {
            Language::Swedish => {
                format!(" {as_near} till är sinsemellan precis lika nära, för många för att räknas upp.")
            }
            Language::English => format!(" {as_near} more are exactly as near as each other, too many to be listed."),
        });
    }
    if n_left_out > 0 {
        said.push_str(&match language {
            Language::Swedish => format!(" {left_out} är inte med: något av måtten är dolt eller saknas där."),
            Language::English => {
                let are = if n_left_out == 1 { "is" } else { "are" };
                format!(" {left_out} {are} left out: one of the measures is hidden or missing there.")
            }
        });
    }
    said
}

/// Why no area is called similar: the place's own covariates are hidden or missing.
pub fn unknown(language: Language, place: &str, measures: &[&str]) -> String {
    let is_one = measures.len() == 1;
    match language {
        Language::Swedish => format!(
            "För {place} är ”{}” {} eller saknas. Därför går det inte att säga vilka områden som liknar i {}; välj bara mått som är kända.",
            measures.join("”, ”"),
            if is_one { "dolt" } else { "dolda" },
            if is_one { "det" } else { "dem" },
        ),
        Language::English => format!(
            "Of {place}, “{}” {} hidden or missing. So it cannot be said which areas are alike in {}; choose only measures that are known.",
            measures.join("”, “"),
            if is_one { "is" } else { "are" },
            if is_one { "it" } else { "them" },
        ),
    }
}

/// Why no area is called similar: too many are exactly as near.
pub fn not_apart(language: Language, place: &str, level: Level, n: usize) -> String {
    let (n, levels) = (so_many(n, language), level_names(language, level));
    match language {
        Language::Swedish => {
            format!(
                "{n} {levels} är precis lika nära {place} i de valda måtten. Måtten skiljer dem inte åt, så inga av dem lyfts fram."
            )
        }
        Language::English => format!(
            "{n} {levels} are exactly as near {place} in the chosen measures. The measures do not tell them apart, so none of them is singled out."
        ),
    }
}

/// Why no area is called similar: no other has all covariates.
pub fn no_candidate(language: Language, level: Level) -> String {
    let levels = level_names(language, level);
    match language {
        Language::Swedish => format!("Måtten är dolda eller saknas för alla andra {levels}."),
        Language::English => format!("The measures are hidden or missing for all other {levels}."),
    }
}

/// "Tillsynen av hem: Malmö bredvid liknande områden": what the table shows, in words that no other table of the page has.
pub fn beside(language: Language, dataset: &str, place: &str) -> String {
    match language {
        Language::Swedish => format!("{dataset}: {place} bredvid liknande områden"),
        Language::English => format!("{dataset}: {place} beside similar areas"),
    }
}

/// The same of the covariates.
pub fn values(language: Language, dataset: &str, place: &str) -> String {
    match language {
        Language::Swedish => format!("{dataset}: vad {place} och de liknande områdena är lika i"),
        Language::English => format!("{dataset}: what {place} and the similar areas are alike in"),
    }
}

/// That the address chooses by what there is not.
pub fn in_vain(language: Language, ids: &str) -> String {
    match language {
        Language::Swedish => format!("Adressen väljer ”{ids}”, som inte finns bland måtten här. Det räknas inte."),
        Language::English => {
            format!("The address chooses “{ids}”, which is not among the measures here. It does not count.")
        }
    }
}

/// That the address chooses what areas are to be alike in where there are no similar areas; the part of the address as it stands.
pub fn none(language: Language, part: &str) -> String {
    match language {
        Language::Swedish => format!(
            "”{part}” i adressen väljer mått för liknande områden, men för de här uppgifterna visas inga. Det räknas inte."
        ),
        Language::English => format!(
            "“{part}” in the address chooses measures for similar areas, but for these data none are shown. It does not count."
        ),
    }
}
