//! The texts of the places that a reader pins or has looked at.

use crate::model::text::Language;

phrases! {
    title: "Mina platser", "My places";
    pin: "Fäst", "Pin";
    unpin: "Lossa", "Unpin";
    full: "Du har fäst så många som får plats. Lossa någon först.", "You have pinned as many as there is room for. Unpin one first.";
    pinned: "Fästa platser", "Pinned places";
    recent: "Senast visade", "Recently shown";
    none_pinned: "Inga fästa platser än.", "No pinned places yet.";
    remember: "Kom ihåg mina platser, fästa och senast visade, på den här enheten", "Remember my places, pinned and recently shown, on this device";
    not_remembered: "Nu sparas ingenting: platserna glöms när du stänger eller laddar om sidan.", "Nothing is stored now: the places are forgotten when you close or reload the page.";
    remembered: "Platserna sparas i den här webbläsaren och skickas ingenstans. Avmarkera rutan så tas allt bort på en gång. Bocka inte i den på en dator som andra använder.", "The places are stored in this browser and sent nowhere. Untick the box and everything is removed at once. Do not tick it on a computer that others use.";
    refused: "Webbläsaren lät inget sparas. Platserna finns kvar tills du stänger eller laddar om sidan.", "The browser did not let anything be stored. The places are kept until you close or reload the page.";
}

/// "Fäst Malmö", "Lossa Malmö": what a button does, where its own word is too short for who does not see the page.
pub fn about(act: &str, place: &str) -> String {
    format!("{act} {place}")
}

/// That a place has been pinned, or is so no more, and for how long.
pub fn told(language: Language, place: &str, is_pinned: bool, is_remembered: bool) -> String {
    match (language, is_pinned, is_remembered) {
        (Language::Swedish, true, true) => format!("{place} är fäst."),
        (Language::Swedish, true, false) => format!(
            "{place} är fäst tills du stänger eller laddar om sidan. Under Mina platser kan du låta enheten komma ihåg den."
        ),
        (Language::Swedish, false, _) => format!("{place} är inte längre fäst."),
        (Language::English, true, true) => format!("{place} is pinned."),
        (Language::English, true, false) => {
            format!(
                "{place} is pinned until you close or reload the page. Under My places you can let the device remember it."
            )
        }
        (Language::English, false, _) => format!("{place} is no longer pinned."),
    }
}
