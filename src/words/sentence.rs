//! The texts of the question as a sentence.

use super::explore::lower_first;

phrases! {
    name: "Frågan, som en mening du kan ändra i", "The question, as a sentence you can change";
    as_form: "Alla val, även kartans färg och form", "All choices, the colour and shape of the map too";
    hint: "Tryck på ett understruket ord för att byta det.", "Press an underlined word to change it.";
    compared: ", jämfört med ", ", compared with ";
    not_compared: "utan jämförelse", "without comparison";
    chart_by: "; diagram efter ", "; chart by ";
    per: " per ", " by ";
}

/// "Typ av hem, regi: publiceras inte per län.": what cannot be chosen now, and why.
pub fn shut(labels: &[String], reason: &str) -> String {
    format!("{}: {}", labels.join(", "), lower_first(reason))
}
