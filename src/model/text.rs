//! A text of the publisher's, in the languages the publisher wrote it in.

/// The languages the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Swedish, the language a file is taken to be in when it does not say.
    #[default]
    Swedish,
    /// English.
    English,
}

impl Language {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Swedish, Self::English];

    /// The one that the reader has not chosen.
    pub const fn other(self) -> Self {
        match self {
            Self::Swedish => Self::English,
            Self::English => Self::Swedish,
        }
    }

    /// The BCP 47 tag: `sv`, `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language of a BCP 47 tag, by its first subtag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// A label or note: one text, and its translations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    language: Language,
    original: String,
    translation: Option<String>,
}

impl Text {
    /// A text in one language only.
    pub fn new(language: Language, original: impl Into<String>) -> Self {
        Self { language, original: original.into(), translation: None }
    }

    /// The same text with its words in the other language.
    pub fn translated(mut self, translation: impl Into<String>) -> Self {
        self.translation = Some(translation.into());
        self
    }

    /// The text in this language, else as it was written.
    pub fn get(&self, language: Language) -> &str {
        match &self.translation {
            Some(translation) if language != self.language => translation,
            _ => &self.original,
        }
    }

    /// The language `get` answers in: the page marks up words in another language than its own.
    pub fn language_of(&self, asked: Language) -> Language {
        if self.translation.is_some() { asked } else { self.language }
    }

    /// The language it was written in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The words in the other language, where there are any.
    pub fn translation(&self) -> Option<&str> {
        self.translation.as_deref()
    }

    /// The text as it was written.
    pub fn original(&self) -> &str {
        &self.original
    }

    /// Every wording there is, for those who must read them all.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.original.as_str()).chain(self.translation.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_translation_says_what_language_it_is_in() {
        let text = Text::new(Language::Swedish, "Riket");
        assert_eq!(text.get(Language::English), "Riket");
        assert_eq!(text.language_of(Language::English), Language::Swedish);
        let text = text.translated("Sweden");
        assert_eq!(text.get(Language::English), "Sweden");
        assert_eq!(text.get(Language::Swedish), "Riket");
    }

    #[test]
    fn a_language_is_known_by_its_first_subtag() {
        assert_eq!(Language::from_tag("en-GB"), Some(Language::English));
        assert_eq!(Language::from_tag("sv"), Some(Language::Swedish));
        assert_eq!(Language::from_tag("fi"), None);
    }
}
