//! The texts of a chain of steps.

use crate::model::text::Language;

phrases! {
    read: "Öppna ett steg för att se vad som står bakom det. Stapeln är andelen och strecket dess osäkerhet; siffrorna under andelen är 95\u{a0}% osäkerhet och n. Stegen står i den ordning ett ärende går.", "Open a step to see what is behind it. The bar is the share and the line its uncertainty; the numbers below the share are its 95% uncertainty and n. The steps stand in the order that a case takes.";
    none: "Det finns inga siffror för stegen.", "There are no figures for the steps.";
    previous: "Föregående steg", "Previous step";
    next: "Nästa steg", "Next step";
    over_time: "Steget över tid", "This step over time";
    on_map: "Steget på karta", "This step on a map";
}

/// "Alla staplar har samma skala, 0\u{a0}% till 50\u{a0}%."
pub fn scale(language: Language, from: &str, to: &str) -> String {
    match language {
        Language::Swedish => format!("Alla staplar har samma skala, {from} till {to}."),
        Language::English => format!("All bars have the same scale, {from} to {to}."),
    }
}

/// "Steg 3 av 8"
pub fn nth(language: Language, number: &str, of: usize) -> String {
    match language {
        Language::Swedish => format!("Steg {number} av {of}"),
        Language::English => format!("Step {number} of {of}"),
    }
}
