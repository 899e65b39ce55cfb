//! Why there is no number, in words. None of them has a digit in it.

use super::phrase::Phrase;
use crate::model::figure::Absence;

/// The kind of absence in a few words, for a legend too; a sign that nobody explains is shown beside these words by [`super::figure::figure`].
pub fn name(absence: &Absence) -> Phrase {
    match absence {
        Absence::RoundsToZero => {
            Phrase::new("mindre än hälften av enheten", "less than half the unit")
        }
        Absence::Suppressed => Phrase::new("dold av sekretess", "hidden for confidentiality"),
        Absence::Missing => Phrase::new("uppgift saknas", "not reported"),
        Absence::NotApplicable => Phrase::new("ej tillämpligt", "not applicable"),
        Absence::Uncertain => {
            Phrase::new("för osäker för att redovisas", "too uncertain to publish")
        }
        Absence::NotYet => Phrase::new("ännu inte publicerad", "not yet published"),
        Absence::Unpublished => Phrase::new("publiceras inte", "not published"),
        Absence::UnknownSymbol(_) => Phrase::new("betydelse ej angiven", "meaning not given"),
    }
}

/// What the kind of absence means, in a sentence.
pub fn meaning(absence: &Absence) -> Phrase {
    match absence {
        Absence::RoundsToZero => Phrase::new(
            "Mer än noll, men mindre än hälften av den enhet som uppgiften redovisas i.",
            "More than zero, but less than half of the unit the figure is given in.",
        ),
        Absence::Suppressed => Phrase::new(
            "Uppgiften finns men visas inte, så att ingen ska kunna identifieras.",
            "The figure exists but is not shown, so that nobody can be identified.",
        ),
        Absence::Missing => Phrase::new(
            "Uppgiften har inte rapporterats.",
            "The figure has not been reported.",
        ),
        Absence::NotApplicable => Phrase::new(
            "Det som uppgiften gäller kan inte förekomma här.",
            "What the figure is about cannot occur here.",
        ),
        Absence::Uncertain => Phrase::new(
            "Uppgiften är så osäker att den inte redovisas.",
            "The figure is so uncertain that it is not published.",
        ),
        Absence::NotYet => Phrase::new(
            "Uppgiften kommer att publiceras senare.",
            "The figure will be published later.",
        ),
        Absence::Unpublished => Phrase::new(
            "Uppgiften ingår inte i det som publiceras.",
            "The figure is not part of what is published.",
        ),
        Absence::UnknownSymbol(_) => Phrase::new(
            "Filen har ett tecken i stället för ett tal och förklarar inte vad det betyder.",
            "The file has a sign in place of a number and does not explain what it means.",
        ),
    }
}
