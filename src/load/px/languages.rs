//! Which language is a file's own, and which of the others the page speaks.

use super::header::Header;
use crate::{
    load::{complaint::Severity, fault::Fault},
    model::text::Language,
};

/// Gives each entry its language; takes away those in languages that the page does not speak, each language with a note.
pub fn sort_out(header: &mut Header, tags: Vec<Option<String>>) {
    let value = |header: &mut Header, keyword: &str| {
        let found = header.entries.iter().zip(&tags).find(|(entry, tag)| entry.keyword == keyword && tag.is_none());
        let entry = found.map(|(entry, _)| entry.clone())?;
        Some((header.texts(&entry), entry.at))
    };
    let (listed, listed_at) = value(header, "LANGUAGES").unwrap_or_default();
    let (own, own_at) = value(header, "LANGUAGE").unwrap_or_default();
    let (own, own_at) = match (own.into_iter().next(), listed.first()) {
        (Some(own), _) => (Some(own), own_at),
        (None, Some(first)) => (Some(first.clone()), listed_at),
        (None, None) => (None, 0),
    };
    let mut unknown: Vec<(usize, String)> = Vec::new();
    let mut complain = |at: usize, tag: &str| {
        let is_known = unknown.iter().any(|(_, known)| known.eq_ignore_ascii_case(tag));
        if !is_known && unknown.len() < 100 {
            unknown.push((at, tag.to_owned()));
        }
    };
    if let Some(own) = &own {
        header.own = Language::from_tag(own);
        if header.own.is_none() {
            complain(own_at, own);
        }
    }
    for tag in listed.iter().filter(|tag| Language::from_tag(tag).is_none()) {
        complain(listed_at, tag);
    }
    let mut tags = tags.into_iter();
    let mut kept = Vec::with_capacity(header.entries.len());
    for mut entry in std::mem::take(&mut header.entries) {
        let tag = tags.next().flatten();
        match tag.as_deref() {
            // A keyword in the file's own language with the language in brackets is the same as one without.
            None => {}
            Some(tag) if own.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(tag)) => {}
            Some(tag) => match Language::from_tag(tag) {
                Some(language) if header.own == Some(language) => {}
                Some(language) => entry.language = Some(language),
                None => {
                    complain(entry.at, tag);
                    continue;
                }
            },
        }
        kept.push(entry);
    }
    header.entries = kept;
    for (at, tag) in unknown {
        header.complain(Severity::Note, at, Fault::UnknownLanguage(tag));
    }
}
