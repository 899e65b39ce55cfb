//! A text of the page's own, in every language the page speaks.

use crate::model::text::Language;

/// One text in every language: a language left out does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// In Swedish.
    pub sv: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Phrase {
    /// The text in Swedish and in English.
    pub const fn new(sv: &'static str, en: &'static str) -> Self {
        Self { sv, en }
    }

    /// The text in this language.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Swedish => self.sv,
            Language::English => self.en,
        }
    }
}
