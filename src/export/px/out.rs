//! The keywords of a PX file as they are written: quotation marks, line breaks, languages.

use std::{collections::BTreeSet, fmt::Write};

use super::loss::PxLoss;
use crate::model::text::{Language, Text};

/// As many letters as are written on a line.
const LINE: usize = 200;

/// The file as it grows, and what it could not say.
pub struct Out {
    /// The text so far.
    pub text: String,
    /// What it could not say.
    pub losses: BTreeSet<PxLoss>,
    /// The file's own language.
    pub language: Language,
    /// The other language, where the file has both.
    pub other: Option<Language>,
}

impl Out {
    /// `KEYWORD("key","key")=value;` with a value that needs no quotation marks.
    pub fn bare(&mut self, keyword: &str, keys: &[&str], value: &str) {
        self.head(keyword, None, keys);
        self.text.push_str(value);
        self.text.push_str(";\n");
    }

    /// `KEYWORD("key","key")="value";`
    pub fn quoted(&mut self, keyword: &str, keys: &[&str], value: &str) {
        self.list(keyword, None, keys, &[value.to_owned()]);
    }

    /// The keyword in both languages; `keys` in each.
    pub fn texts(&mut self, keyword: &str, keys: impl Fn(Language) -> Vec<String>, text: &Text) {
        self.in_each(|out, language, tag| {
            let keys = keys(language);
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            let value = out.said(text, language);
            out.list(keyword, tag, &keys, &[value]);
        });
    }

    /// A note: its line breaks are written as PX writes them.
    pub fn note(&mut self, keyword: &str, keys: impl Fn(Language) -> Vec<String>, text: &Text) {
        self.in_each(|out, language, tag| {
            let keys = keys(language);
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            let value = out.said(text, language);
            if value.contains(['#', '\r', '\t']) {
                out.losses.insert(PxLoss::Letters);
            }
            out.list(keyword, tag, &keys, &[value.replace('\n', "#")]);
        });
    }

    /// Does something in the file's own language, and in the other where there is one.
    pub fn in_each(&mut self, mut write: impl FnMut(&mut Self, Language, Option<Language>)) {
        let own = self.language;
        write(self, own, None);
        if let Some(other) = self.other {
            write(self, other, Some(other));
        }
    }

    fn said(&mut self, text: &Text, language: Language) -> String {
        if text.translation().is_none() && text.language() != self.language {
            self.losses.insert(PxLoss::Languages);
        }
        text.get(language).to_owned()
    }

    /// `KEYWORD[language]("key")="value","value";`
    pub fn list(&mut self, keyword: &str, language: Option<Language>, keys: &[&str], values: &[String]) {
        self.head(keyword, language, keys);
        let mut length = 0_usize;
        for (position, value) in values.iter().enumerate() {
            if position > 0 {
                self.text.push(',');
            }
            if length > LINE {
                self.text.push('\n');
                length = 0;
            }
            let quoted = self.in_quotes(value);
            length = length.saturating_add(quoted.len());
            self.text.push_str(&quoted);
        }
        self.text.push_str(";\n");
    }

    fn head(&mut self, keyword: &str, language: Option<Language>, keys: &[&str]) {
        self.text.push_str(keyword);
        if let Some(language) = language {
            let _ = write!(self.text, "[{}]", language.tag());
        }
        if !keys.is_empty() {
            let keys: Vec<String> = keys.iter().map(|key| self.in_quotes(key)).collect();
            let _ = write!(self.text, "({})", keys.join(","));
        }
        self.text.push('=');
    }

    /// A text in quotation marks, over several lines where it is long. A mark within it gets another form.
    pub fn in_quotes(&mut self, text: &str) -> String {
        let plain = plain(text);
        if plain != text {
            self.losses.insert(PxLoss::Letters);
        }
        let mut quoted = String::with_capacity(plain.len().saturating_add(2));
        quoted.push('"');
        for (position, letter) in plain.chars().enumerate() {
            if position > 0 && position % LINE == 0 {
                quoted.push_str("\"\n\"");
            }
            quoted.push(letter);
        }
        quoted.push('"');
        quoted
    }
}

/// A text as PX can hold it: no straight quotation mark, no line break.
pub fn plain(text: &str) -> String {
    text.replace('"', "\u{201d}").replace(['\n', '\r'], " ")
}
