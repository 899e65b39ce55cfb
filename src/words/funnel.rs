//! The texts of the funnel plot.

use super::{number::percent_sign, phrases::pick};
use crate::{
    model::{area::Level, text::Language},
    stats::interval::Confidence,
};

phrases! {
    view: "Tratt", "Funnel";
    how_to_read: "Så läser du", "How to read it";
    reading: "Varje prick är ett område: ju längre åt höger, desto fler bakom siffran. Innanför tratten kan slumpen ensam ha fört pricken dit; färgen och ordet säger omdömet.", "Each dot is an area: the farther to the right, the more behind the figure. Inside the funnel chance alone may have put it there; colour and word give the verdict.";
    keys: "Piltangenterna går mellan områdena efter antal, Retur väljer.", "The arrow keys move between the areas by number, Enter picks.";
    no_common_target: "Gränserna ritas bara när alla jämförs med riket.", "The limits are drawn only where all are compared with the nation.";
    no_funnel: "Välj en andel eller ett tal per invånare: antal kan inte läsas i en tratt.", "Choose a share or a rate: numbers cannot be read in a funnel.";
}

/// "Andel hem och antalet bakom, per kommun, 2022"
pub fn title(language: Language, measure: &str, level: Level, rest: &str) -> String {
    let level = super::explore::level_name(language, level);
    let rest = if rest.is_empty() { String::new() } else { format!(", {rest}") };
    match language {
        Language::Swedish => format!("{measure} mot antalet bakom, per {level}{rest}"),
        Language::English => format!("{measure} against the number behind it, by {level}{rest}"),
    }
}

/// The funnel plot, for those who do not see it.
pub fn summary(language: Language, title: &str, n_points: usize) -> String {
    match language {
        Language::Swedish => format!("{title}. Trattdiagram med {n_points} områden. Samma uppgifter står i tabellen."),
        Language::English => format!("{title}. Funnel plot of {n_points} areas. The table says the same."),
    }
}

/// "Antal tillsynade hem (n)": the level axis.
pub fn n_title(language: Language, unit: &str) -> String {
    match language {
        _ if unit.is_empty() => "n".to_owned(),
        Language::Swedish | Language::English => format!("{unit} (n)"),
    }
}

/// "95 %", "99,8 %": the name of a limit.
pub fn limit(language: Language, confidence: Confidence) -> String {
    let number = match confidence {
        Confidence::P95 => "95",
        Confidence::P998 => pick(language, ("99,8", "99.8")),
    };
    format!("{number}{}", percent_sign(language))
}

/// "Spridning: av 21 län som kan bedömas ligger den mittersta hälften mellan 8,1 % och 12,4 %. Lägst är 5,0 %, högst 21,9 %. …"
pub fn spread(
    language: Language,
    n: usize,
    level: Level,
    [first, third]: [&str; 2],
    [least, most]: [&str; 2],
) -> String {
    let areas = super::map::n_areas(language, n, level);
    match language {
        Language::Swedish => format!(
            "Spridning: av {areas} som kan bedömas ligger den mittersta hälften mellan {first} och {third}. Lägst är {least}, högst {most}. Små områden hamnar ytterst redan av slumpen."
        ),
        Language::English => format!(
            "Spread: of {areas} that can be judged, the middle half lie between {first} and {third}. Lowest is {least}, highest {most}. Small areas come out at the ends by chance alone."
        ),
    }
}

/// "143 kommuner är inte med: …"
pub fn left_out(language: Language, n: usize, level: Level) -> String {
    let areas = super::map::n_areas(language, n, level);
    match language {
        Language::Swedish => format!("Inte med: {areas} utan siffra. Tabellen säger varför."),
        Language::English => format!("Not shown: {areas} without a figure. The table says why."),
    }
}
