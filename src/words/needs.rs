//! The texts of the list of where more is needed.

use crate::model::text::Language;

phrases! {
    rule_title: "Regeln", "The rule";
    none: "De här delarna kan inte ställas upp i ordning: det finns inga siffror för det, eller så får de inte jämföras.", "These parts cannot be put in order: there are no figures for it, or they may not be compared.";
}

/// Why these parts stand in the list, and in this order.
pub fn rule(language: Language, shown: usize, all: usize) -> String {
    match language {
        Language::Swedish => format!(
            "de {shown} av {all} delar som har störst säker andel. Den säkra andelen är den lägre gränsen för 95\u{a0}% osäkerhet: så stor är andelen minst, om slumpen inte är ovanligt ogynnsam. En del med litet underlag hamnar därför längre ned."
        ),
        Language::English => format!(
            "the {shown} of {all} parts with the largest certain share. The certain share is the lower end of the 95% uncertainty: the share is at least as large, unless chance is unusually unkind. A part with few cases therefore stands further down."
        ),
    }
}

/// "minst 25,1 %"
pub fn at_least(language: Language, low: &str) -> String {
    match language {
        Language::Swedish => format!("minst {low}"),
        Language::English => format!("at least {low}"),
    }
}

/// "2 delar har ingen siffra att gå efter."
pub fn left_out(language: Language, n: usize) -> String {
    match (language, n) {
        (Language::Swedish, 1) => "1 del har ingen siffra att gå efter.".to_owned(),
        (Language::Swedish, n) => format!("{n} delar har ingen siffra att gå efter."),
        (Language::English, 1) => "1 part has no figure to go by.".to_owned(),
        (Language::English, n) => format!("{n} parts have no figure to go by."),
    }
}
