//! Why there is no number, in words. None of them has a digit in it.

use super::phrases::pick;
use crate::model::{figure::Absence, text::Language};

/// The kind of absence in a few words, for a legend too; a sign that nobody explains is shown beside these words by [`super::figure::figure`].
pub const fn name(absence: &Absence, language: Language) -> &'static str {
    let pair = match absence {
        Absence::RoundsToZero => ("mindre än hälften av enheten", "less than half the unit"),
        Absence::Suppressed => ("dold av sekretess", "hidden for confidentiality"),
        Absence::Missing => ("uppgift saknas", "not reported"),
        Absence::NotApplicable => ("ej tillämpligt", "not applicable"),
        Absence::Uncertain => ("för osäker för att redovisas", "too uncertain to publish"),
        Absence::NotYet => ("ännu inte publicerad", "not yet published"),
        Absence::Unpublished => ("publiceras inte", "not published"),
        Absence::UnknownSymbol(_) => ("betydelse ej angiven", "meaning not given"),
    };
    pick(language, pair)
}

/// What the kind of absence means, in a sentence.
pub const fn meaning(absence: &Absence, language: Language) -> &'static str {
    let pair = match absence {
        Absence::RoundsToZero => (
            "Mer än noll, men mindre än hälften av den enhet som uppgiften redovisas i.",
            "More than zero, but less than half of the unit the figure is given in.",
        ),
        Absence::Suppressed => (
            "Uppgiften finns men visas inte, så att ingen ska kunna identifieras.",
            "The figure exists but is not shown, so that nobody can be identified.",
        ),
        Absence::Missing => ("Uppgiften har inte rapporterats.", "The figure has not been reported."),
        Absence::NotApplicable => {
            ("Det som uppgiften gäller kan inte förekomma här.", "What the figure is about cannot occur here.")
        }
        Absence::Uncertain => {
            ("Uppgiften är så osäker att den inte redovisas.", "The figure is so uncertain that it is not published.")
        }
        Absence::NotYet => ("Uppgiften kommer att publiceras senare.", "The figure will be published later."),
        Absence::Unpublished => {
            ("Uppgiften ingår inte i det som publiceras.", "The figure is not part of what is published.")
        }
        Absence::UnknownSymbol(_) => (
            "Filen har ett tecken i stället för ett tal och förklarar inte vad det betyder.",
            "The file has a sign in place of a number and does not explain what it means.",
        ),
    };
    pick(language, pair)
}
