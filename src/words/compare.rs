//! The texts of the page that compares.

use super::phrases::pick;
use crate::model::{measure::MeasureKind, text::Language};

phrases! {
    title: "Jämför", "Compare";
    lead: "Upp till sex platser eller grupper bredvid varandra. Den första är den som de andra jämförs med.", "Up to six places or groups side by side. The first is the one that the others are compared with.";
    along: "Jämför efter", "Compare by";
    add: "Lägg till", "Add";
    add_what: "Plats eller grupp att lägga till", "Place or group to add";
    choose: "Välj …", "Choose …";
    most: "Sex är flest: ta bort någon först.", "Six is the most: remove one first.";
    chosen: "Jämförs nu", "Compared now";
    first: "Den som de andra jämförs med", "What the others are compared with";
    make_first: "Jämför de andra med den här", "Compare the others with this one";
    remove: "Ta bort", "Remove";
    figure: "Siffra", "Figure";
    verdict: "Omdöme", "Verdict";
    nothing: "Uppgifterna har ingen indelning att jämföra efter.", "The data have no division to compare by.";
    nested: "Där en del ligger i det som den jämförs med har den räknats bort ur helheten: skillnaden gäller resten.", "Where a part lies in what it is compared with, it has been taken out of the whole: the difference is from the rest.";
    reading: "Punkten är siffran och strecket dess osäkerhet, alla på samma axel. Strecken får överlappa fast två skiljer sig: det är skillnaden och omdömet som gäller.", "The dot is the figure and the line its uncertainty, all on one axis. The lines may overlap although two differ: go by the difference and the verdict.";
    on_one_axis: "Jämför på en axel", "Compare on one axis";
}

/// "Andel hem, 2022: Malmö, Lund, riket"
pub fn caption(measure: &str, rest: &str, names: &[String]) -> String {
    let rest = if rest.is_empty() { String::new() } else { format!(", {rest}") };
    format!("{measure}{rest}: {}", names.join(", "))
}

/// "Skillnad mot Malmö, procentenheter"
pub fn difference_from(language: Language, kind: MeasureKind, reference: &str) -> String {
    let from = pick(language, ("Skillnad mot", "Difference from"));
    match kind {
        MeasureKind::Share => format!("{from} {reference}, {}", super::difference::points(language)),
        _ => format!("{from} {reference}"),
    }
}

/// "Jämfört med Malmö"
pub fn against(language: Language, reference: &str) -> String {
    super::verdict::compared_with(language, reference)
}

/// What the picture is, for those who do not see it.
pub fn summary(language: Language, caption: &str, n: usize) -> String {
    match language {
        Language::Swedish => format!("{caption}. {n} rader på samma axel. Tabellen säger detsamma."),
        Language::English => format!("{caption}. {n} rows on one axis. The table says the same."),
    }
}

/// That a code in the address is left out, and the ways that may have come about.
pub fn left_out(language: Language, code: &str) -> String {
    match language {
        Language::Swedish => format!("”{code}” är utelämnad: den finns inte, står redan med, eller är en mer än sex."),
        Language::English => {
            format!("“{code}” is left out: it does not exist, is there already, or is one more than six.")
        }
    }
}

/// The name of a button that is about one of those compared: "Ta bort Malmö".
pub fn about(action: &str, name: &str) -> String {
    format!("{action}: {name}")
}
