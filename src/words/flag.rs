//! What a publisher says of a number beside its value, in words.

use super::phrases::pick;
use crate::model::{figure::Flag, text::Language};

/// The flag in a word or two.
pub const fn name(flag: Flag, language: Language) -> &'static str {
    let pair = match flag {
        Flag::Provisional => ("preliminär", "provisional"),
        Flag::Estimated => ("uppskattad", "estimated"),
        Flag::Revised => ("reviderad", "revised"),
        Flag::BreakInSeries => ("tidsseriebrott", "break in series"),
        Flag::DefinitionDiffers => ("annan definition", "different definition"),
        Flag::Imputed => ("imputerad", "imputed"),
        Flag::Forecast => ("prognos", "forecast"),
        Flag::Perturbed => ("något ändrad av sekretesskäl", "slightly altered for confidentiality"),
        Flag::RoundedToBase => ("avrundad av sekretesskäl", "rounded for confidentiality"),
        Flag::ImpliedZero => ("utelämnad rad, betyder noll", "row left out, means zero"),
    };
    pick(language, pair)
}

/// What the flag means, in a sentence.
pub const fn meaning(flag: Flag, language: Language) -> &'static str {
    let pair = match flag {
        Flag::Provisional => {
            ("Uppgiften är preliminär och kan komma att ändras.", "The figure is provisional and may change.")
        }
        Flag::Estimated => ("Uppgiften är uppskattad.", "The figure is an estimate."),
        Flag::Revised => (
            "Uppgiften har ändrats sedan den först publicerades.",
            "The figure has been changed since it was first published.",
        ),
        Flag::BreakInSeries => (
            "Uppgiften kan inte jämföras med tidigare perioder.",
            "The figure cannot be compared with earlier periods.",
        ),
        Flag::DefinitionDiffers => {
            ("Uppgiften har en annan definition än de övriga.", "The figure has another definition than the others.")
        }
        Flag::Imputed => (
            "Uppgiften saknades och har fyllts i av den som publicerar den.",
            "The figure was missing and has been filled in by the publisher.",
        ),
        Flag::Forecast => ("Uppgiften är en prognos, inte ett utfall.", "The figure is a forecast, not an outcome."),
        Flag::Perturbed => (
            "Talet är med avsikt något ändrat, så att ingen ska kunna identifieras.",
            "The number has been altered slightly on purpose, so that nobody can be identified.",
        ),
        Flag::RoundedToBase => (
            "Talet är med avsikt avrundat, så att ingen ska kunna identifieras.",
            "The number has been rounded on purpose, so that nobody can be identified.",
        ),
        Flag::ImpliedZero => (
            "Raden är utelämnad ur filen, och filen säger att det betyder noll.",
            "The row is left out of the file, and the file says that this means zero.",
        ),
    };
    pick(language, pair)
}
