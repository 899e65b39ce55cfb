//! The glossary in the reader's order, and the terms that a page's texts hold.

mod found;

pub use found::{Piece, allotted, pieces};

use super::table::swedish_order;
use crate::{
    model::text::Language,
    words::glossary::{Term, terms},
};

/// A term and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the page.
    pub id: &'static str,
    /// The term in the reader's language.
    pub name: &'static str,
    /// The term in the other language, where it is another word.
    pub other: Option<&'static str>,
    /// What it means.
    pub means: &'static str,
    /// Where laws say it.
    pub laws: Vec<String>,
}

/// The entries under one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The letter, large.
    pub letter: String,
    /// Its entries, in the order of the alphabet.
    pub entries: Vec<Entry>,
}

/// All entries by letter, å, ä and ö last.
pub fn letters(language: Language) -> Vec<Letter> {
    let mut sorted: Vec<&Term> = terms().collect();
    sorted.sort_by_cached_key(|term| swedish_order(term.name(language)));
    sorted.into_iter().fold(Vec::new(), |mut letters: Vec<Letter>, term| {
        let letter: String = term.name(language).chars().take(1).flat_map(char::to_uppercase).collect();
        match letters.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.entries.push(entry(term, language)),
            None => letters.push(Letter { letter, entries: vec![entry(term, language)] }),
        }
        letters
    })
}

fn entry(term: &Term, language: Language) -> Entry {
    let name = term.name(language);
    Entry {
        id: term.id,
        name,
        other: Some(term.name(language.other())).filter(|other| *other != name),
        means: term.means(language),
        laws: term.legal_basis(language).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [Language; 2] = [Language::Swedish, Language::English];

    #[test]
    fn every_term_stands_once_in_the_order_of_the_alphabet() {
        for language in LANGUAGES {
            let letters = letters(language);
            let names: Vec<&str> = letters.iter().flat_map(|it| &it.entries).map(|it| it.name).collect();
            assert_eq!(names.len(), terms().count());
            assert!(names.is_sorted_by_key(|name| swedish_order(name)), "{names:?}");
            let mut firsts: Vec<&str> = letters.iter().map(|it| it.letter.as_str()).collect();
            assert!(firsts.is_sorted_by_key(|letter| swedish_order(letter)), "{firsts:?}");
            firsts.dedup();
            assert_eq!(firsts.len(), letters.len(), "a letter stands once");
        }
    }

    #[test]
    fn every_term_has_a_place_of_its_own_and_its_words() {
        let mut ids: Vec<&str> = terms().map(|term| term.id).collect();
        assert!(ids.len() >= 45, "{}", ids.len());
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id stands twice");
        for term in terms() {
            assert!(term.id.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-'), "{}", term.id);
            for language in LANGUAGES {
                assert!(!term.name(language).is_empty(), "{}", term.id);
                let means = term.means(language);
                assert!(means.len() > 20 && means.ends_with('.'), "{}: {means}", term.id);
            }
            assert_ne!(term.means(Language::Swedish), term.means(Language::English), "{}", term.id);
        }
    }

    #[test]
    fn a_form_leads_to_one_term() {
        for language in LANGUAGES {
            let mut forms: Vec<String> =
                terms().flat_map(|term| term.written(language)).map(|form| form.to_lowercase()).collect();
            let all = forms.len();
            forms.sort_unstable();
            forms.dedup();
            assert_eq!(forms.len(), all, "{language:?}: a form leads to two terms");
        }
    }

    #[test]
    fn an_act_that_was_replaced_says_until_when_it_held() {
        let term = terms().find(|term| term.id == "orosanmalan").expect("it is a term");
        let swedish: Vec<String> = term.legal_basis(Language::Swedish).collect();
        assert_eq!(swedish, ["socialtjänstlagen (2001:453) 14 kap. 1 § (gällde till och med den 30 juni 2025)"]);
        let english: Vec<String> = term.legal_basis(Language::English).collect();
        assert_eq!(english, ["Social Services Act (2001:453), Chapter 14, Section 1 (held until 30 June 2025)"]);
    }
}
