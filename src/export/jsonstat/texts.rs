//! Texts as a file in one language has them, with the other language beside.

use crate::{
    load::jsonstat::profile::Words,
    model::text::{Language, Text},
};

/// Texts of a file in this language.
#[derive(Clone, Copy)]
pub struct Texts {
    /// The language of the file's labels.
    pub language: Language,
}

impl Texts {
    /// A label in the file's language, and its translation. One that is only in the other language stands for both.
    pub fn label(self, text: &Text) -> (String, Option<String>) {
        let original = text.original().to_owned();
        let translation = text.translation().map(str::to_owned);
        match translation {
            Some(translation) if text.language() != self.language => (translation, Some(original)),
            translation => (original, translation),
        }
    }

    /// Notes as the standard has them, as long as they are in the file's language only, and the rest for the profile:
    /// a reader puts them one after the other.
    pub fn notes(self, notes: &[Text]) -> (Vec<String>, Vec<Words>) {
        let is_plain = |note: &Text| note.language() == self.language && note.translation().is_none();
        let n_plain = notes.iter().take_while(|note| is_plain(note)).count();
        let (plain, rest) = notes.split_at_checked(n_plain).unwrap_or((&[], notes));
        (plain.iter().map(|note| note.original().to_owned()).collect(), rest.iter().map(words).collect())
    }

    /// A text of the profile; none where it is empty and in the file's language.
    pub fn words_unless_empty(self, text: &Text) -> Option<Words> {
        (*text != Text::new(self.language, "")).then(|| words(text))
    }
}

/// A text in all its languages.
pub fn words(text: &Text) -> Words {
    let other = Language::ALL.into_iter().find(|language| *language != text.language());
    let translation = other.zip(text.translation());
    let original = (text.language(), text.original());
    std::iter::once(original).chain(translation).map(|(language, text)| (language.tag().into(), text.into())).collect()
}
