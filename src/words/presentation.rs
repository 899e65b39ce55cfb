//! The texts of a presentation: a theme's questions one at a time, on a screen that many look at.

use crate::model::text::Language;

phrases! {
    start: "Visa som presentation", "Show as a presentation";
    name: "Presentation", "Presentation";
    previous: "Föregående", "Previous";
    next: "Nästa", "Next";
    blank: "Svart skärm", "Black screen";
    show_again: "Visa frågan igen", "Show the question again";
    end: "Avsluta", "End";
    keys: "← och → byter fråga, B gör skärmen svart, Esc avslutar.", "← and → change the question, B turns the screen black, Esc ends.";
}

/// Which of the questions is shown.
pub fn at(language: Language, step: usize, n_all: usize) -> String {
    match language {
        Language::Swedish => format!("Fråga {step} av {n_all}"),
        Language::English => format!("Question {step} of {n_all}"),
    }
}
