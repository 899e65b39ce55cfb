//! The same thing as a file says it without a language and in each language that the page speaks.

use crate::model::text::{Language, Text};

/// The same thing in the languages of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said<T> {
    /// In the file's own language, with no language in brackets.
    pub own: T,
    /// With `[sv]`.
    pub swedish: Option<T>,
    /// With `[en]`.
    pub english: Option<T>,
}

impl<T> Said<T> {
    /// In the language in these brackets.
    pub fn in_language(&self, language: Option<Language>) -> Option<&T> {
        match language {
            None => Some(&self.own),
            Some(Language::Swedish) => self.swedish.as_ref(),
            Some(Language::English) => self.english.as_ref(),
        }
    }
}

impl<T> Said<Vec<T>> {
    /// One member of the lists.
    pub fn member(&self, position: usize) -> Option<Said<&T>> {
        Some(Said {
            own: self.own.get(position)?,
            swedish: self.swedish.as_ref().and_then(|list| list.get(position)),
            english: self.english.as_ref().and_then(|list| list.get(position)),
        })
    }
}

impl Said<String> {
    /// Whether there are words in any language.
    pub fn is_said(&self) -> bool {
        let all = [Some(&self.own), self.swedish.as_ref(), self.english.as_ref()];
        all.into_iter().flatten().any(|words| !words.is_empty())
    }

    /// The text of the model; `own` is the language of what has no brackets, none where the page does not speak it.
    pub fn into_text(self, own: Option<Language>) -> Text {
        let Self { own: original, swedish, english } = self;
        let (language, original, translation) = match (own, swedish, english) {
            (Some(Language::Swedish), _, english) => (Language::Swedish, original, english),
            (Some(Language::English), swedish, _) => (Language::English, original, swedish),
            (None, Some(swedish), english) => (Language::Swedish, swedish, english),
            (None, None, Some(english)) => (Language::English, english, None),
            (None, None, None) => (Language::default(), original, None),
        };
        let text = Text::new(language, original);
        match translation {
            Some(translation) => text.translated(translation),
            None => text,
        }
    }
}
