//! Notes that a keyword of its own says: written as that keyword, so that they are read again as what they are.

use super::{out::Out, px_date};
use crate::{
    load::px::facts::{self, Fact},
    model::text::{Language, Text},
};

/// Writes the note as the keyword it came from, for these keys in each language; false where it is a note like others.
pub fn write(out: &mut Out, keys: impl Fn(Language) -> Vec<String>, note: &Text) -> bool {
    let Some(fact) = facts::of(note) else { return false };
    let Some(value) = said(&fact, out.language) else { return false };
    let own = keys(out.language);
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    match fact.keyword {
        _ if fact.is_answer => out.bare(fact.keyword, &own, &value),
        "PARTITIONED" => {
            let parts = parts(out, &value);
            out.bare(fact.keyword, &own, &parts);
        }
        _ if fact.is_alike() || out.other.is_none() => out.quoted(fact.keyword, &own, &value),
        _ => out.in_each(|out, language, tag| {
            let keys = keys(language);
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            out.list(fact.keyword, tag, &keys, &[said(&fact, language).unwrap_or_default()]);
        }),
    }
    true
}

/// Whether a file of one language can say this text whole: the two wordings of a fact come from its keyword.
pub fn is_alike(note: &Text) -> bool {
    facts::of(note).is_some_and(|fact| fact.is_alike())
}

/// The value as the file has it; none for a date that PX cannot write.
fn said(fact: &Fact, language: Language) -> Option<String> {
    let [swedish, english] = fact.value;
    let value = match language {
        Language::Swedish => swedish,
        Language::English => english,
    };
    let date = || px_date(&value.replace(' ', "T"));
    match fact.keyword {
        "LAST-UPDATED" => date(),
        "NEXT-UPDATE" | "FIRST-PUBLISHED" => Some(date().unwrap_or_else(|| value.to_owned())),
        _ => Some(value.to_owned()),
    }
}

/// `"kommun",1,2`: a name and numbers.
fn parts(out: &mut Out, value: &str) -> String {
    let part = |part: &str| match part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty() {
        true => part.to_owned(),
        false => out.in_quotes(part),
    };
    value.split(", ").map(part).collect::<Vec<_>>().join(",")
}
