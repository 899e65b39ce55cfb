//! What a publisher says of a number beside its value, in words.

use super::phrase::Phrase;
use crate::model::figure::Flag;

/// The flag in a word or two.
pub fn name(flag: Flag) -> Phrase {
    match flag {
        Flag::Provisional => Phrase::new("preliminär", "provisional"),
        Flag::Estimated => Phrase::new("uppskattad", "estimated"),
        Flag::Revised => Phrase::new("reviderad", "revised"),
        Flag::BreakInSeries => Phrase::new("tidsseriebrott", "break in series"),
        Flag::DefinitionDiffers => Phrase::new("annan definition", "different definition"),
        Flag::Imputed => Phrase::new("imputerad", "imputed"),
        Flag::Forecast => Phrase::new("prognos", "forecast"),
        Flag::Perturbed => Phrase::new(
            "något ändrad av sekretesskäl",
            "slightly altered for confidentiality",
        ),
        Flag::RoundedToBase => {
            Phrase::new("avrundad av sekretesskäl", "rounded for confidentiality")
        }
    }
}

/// What the flag means, in a sentence.
pub fn meaning(flag: Flag) -> Phrase {
    match flag {
        Flag::Provisional => Phrase::new(
            "Uppgiften är preliminär och kan komma att ändras.",
            "The figure is provisional and may change.",
        ),
        Flag::Estimated => Phrase::new("Uppgiften är uppskattad.", "The figure is an estimate."),
        Flag::Revised => Phrase::new(
            "Uppgiften har ändrats sedan den först publicerades.",
            "The figure has been changed since it was first published.",
        ),
        Flag::BreakInSeries => Phrase::new(
            "Uppgiften kan inte jämföras med tidigare perioder.",
            "The figure cannot be compared with earlier periods.",
        ),
        Flag::DefinitionDiffers => Phrase::new(
            "Uppgiften har en annan definition än de övriga.",
            "The figure has another definition than the others.",
        ),
        Flag::Imputed => Phrase::new(
            "Uppgiften saknades och har fyllts i av den som publicerar den.",
            "The figure was missing and has been filled in by the publisher.",
        ),
        Flag::Forecast => Phrase::new(
            "Uppgiften är en prognos, inte ett utfall.",
            "The figure is a forecast, not an outcome.",
        ),
        Flag::Perturbed => Phrase::new(
            "Talet är med avsikt något ändrat, så att ingen ska kunna identifieras.",
            "The number has been altered slightly on purpose, so that nobody can be identified.",
        ),
        Flag::RoundedToBase => Phrase::new(
            "Talet är med avsikt avrundat, så att ingen ska kunna identifieras.",
            "The number has been rounded on purpose, so that nobody can be identified.",
        ),
    }
}
