//! What every part of the reading needs: the profile, the languages, and the complaints so far.

use std::collections::BTreeSet;

use super::{
    extension::Extension,
    profile::{Profile, TranslatedDimension, Translation, Words},
    pxweb::WireMandatory,
};
use crate::{
    load::{
        complaint::{Complaints, pointer},
        fault::{Fault, Named},
    },
    model::text::{Language, Text},
};

/// Where the profile is in a file.
pub const PROFILE: &str = "/extension/insyn";

/// What every part of the reading needs.
pub struct Context<'a> {
    /// The profile; an empty one where the file has none.
    pub profile: &'a Profile,
    /// Whether the file has one.
    pub has_profile: bool,
    /// Which notes on the dataset must be shown.
    pub note_mandatory: &'a WireMandatory,
    /// Whether Eurostat's signs are used.
    pub has_eurostat_signs: bool,
    /// Whether Statistics Sweden's signs are used.
    pub is_of_statistics_sweden: bool,
    /// The signs that stand for a hidden figure.
    pub hidden_signs: Vec<String>,
    /// The language of the file's own labels.
    pub language: Language,
    /// The labels in the other language.
    translation: Option<&'a Translation>,
    /// What was wrong so far.
    pub complaints: Complaints,
    /// The languages that have been complained of.
    unknown_languages: BTreeSet<String>,
}

impl<'a> Context<'a> {
    /// The context of a file with this extension.
    pub fn new(extension: &'a Extension, none: &'a Profile, complaints: Complaints) -> Self {
        let profile = extension.profile.as_ref().unwrap_or(none);
        let mut context = Self {
            profile,
            has_profile: extension.profile.is_some(),
            note_mandatory: &extension.note_mandatory,
            has_eurostat_signs: extension.has_eurostat_signs,
            is_of_statistics_sweden: false,
            hidden_signs: Vec::new(),
            language: Language::default(),
            translation: None,
            complaints,
            unknown_languages: BTreeSet::new(),
        };
        if let Some(tag) = &extension.language {
            match Language::from_tag(tag) {
                Some(language) => context.language = language,
                None => context.unknown_language(pointer(["extension", "lang"]), tag),
            }
        }
        for (tag, translation) in &profile.i18n {
            match Language::from_tag(tag) {
                Some(language) if language != context.language => {
                    context.translation = Some(translation);
                }
                // The labels in the file's own language are the file's.
                Some(_) => {}
                None => context.unknown_language(format!("{PROFILE}{}", pointer(["i18n", tag])), tag),
            }
        }
        context
    }

    /// A label of the file with its translation.
    pub fn text(&self, original: impl Into<String>, translation: Option<&String>) -> Text {
        let text = Text::new(self.language, original);
        match translation {
            Some(translation) => text.translated(translation),
            None => text,
        }
    }

    /// The dataset's label in the other language.
    pub fn translated_label(&self) -> Option<&'a String> {
        self.translation?.label.as_ref()
    }

    /// The labels of a dimension in the other language.
    pub fn translated_dimension(&self, id: &str) -> Option<&'a TranslatedDimension> {
        self.translation?.dimension.get(id)
    }

    /// The words of the profile as a text, in the file's language first; none where there are none in a language we speak.
    pub fn words(&mut self, words: &Words, place: impl Fn() -> String) -> Option<Text> {
        text_of_words(words, self.language, |tag| self.unknown_language(place(), tag))
    }

    /// A list of notes in the profile as texts.
    pub fn notes(&mut self, notes: &[Words], place: impl Fn() -> String) -> Vec<Text> {
        notes.iter().filter_map(|words| self.words(words, &place)).collect()
    }

    /// Says that something the profile points at is not in the file.
    pub fn no_such(&mut self, place: String, what: Named, id: &str) {
        let id = id.to_owned();
        self.complaints.warn(place, Fault::NoSuch { what, id });
    }

    fn unknown_language(&mut self, place: String, tag: &str) {
        if self.unknown_languages.insert(tag.to_owned()) {
            self.complaints.note(place, Fault::UnknownLanguage(tag.to_owned()));
        }
    }
}

/// Words as a text, those in this language first; none where there are none in a language we speak.
pub fn text_of_words(words: &Words, language: Language, mut unknown: impl FnMut(&str)) -> Option<Text> {
    let (mut original, mut translation) = (None, None);
    for (tag, text) in words {
        match Language::from_tag(tag) {
            Some(found) if found == language => original = Some(text),
            Some(found) => translation = Some((found, text)),
            None => unknown(tag),
        }
    }
    match (original, translation) {
        (Some(original), Some((_, translation))) => Some(Text::new(language, original).translated(translation)),
        (Some(original), None) => Some(Text::new(language, original)),
        (None, translation) => translation.map(|(language, text)| Text::new(language, text)),
    }
}

/// A place in the profile.
pub fn in_profile<const N: usize>(steps: [&str; N]) -> String {
    format!("{PROFILE}{}", pointer(steps))
}
