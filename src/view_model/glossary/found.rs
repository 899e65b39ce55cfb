//! Terms in running text: which stand in it, and where each first stands on a page.

use std::collections::BTreeSet;

use crate::{
    model::text::Language,
    words::glossary::{Term, terms},
};

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words as they stand.
    Text(String),
    /// A term of the glossary.
    Term {
        /// Its place in the glossary.
        id: &'static str,
        /// As it stands in the text.
        shown: String,
    },
}

/// For each text of a page, in its order, the terms that first stand in it.
pub fn allotted<'t>(texts: impl IntoIterator<Item = &'t str>, language: Language) -> Vec<BTreeSet<&'static str>> {
    let mut met = BTreeSet::new();
    let first_in = |text| found(text, language).into_iter().map(|it| it.id).filter(|id| met.insert(*id)).collect();
    texts.into_iter().map(first_in).collect()
}

/// The text cut where one of these terms first stands in it. The pieces joined are the text.
pub fn pieces(text: &str, terms: &BTreeSet<&'static str>, language: Language) -> Vec<Piece> {
    let mut left = terms.clone();
    let mut pieces = Vec::new();
    let mut from = 0;
    let words = |from, to| text.get(from..to).filter(|words| !words.is_empty()).map(str::to_owned);
    for Found { id, start, end } in found(text, language) {
        if left.remove(id) {
            pieces.extend(words(from, start).map(Piece::Text));
            pieces.extend(words(start, end).map(|shown| Piece::Term { id, shown }));
            from = end;
        }
    }
    pieces.extend(words(from, text.len()).map(Piece::Text));
    pieces
}

/// A term in a text, by bytes.
struct Found {
    id: &'static str,
    start: usize,
    end: usize,
}

/// Every term in the text, from its start: whole words, and of several forms that begin alike the longest.
fn found(text: &str, language: Language) -> Vec<Found> {
    let mut all = Vec::new();
    let mut free = 0;
    let mut is_in_word = false;
    for (start, sign) in text.char_indices() {
        let begins = !is_in_word && start >= free;
        is_in_word = is_of_word(sign);
        let here = text.get(start..).filter(|_| begins && is_in_word);
        let longest = here.and_then(|here| {
            let ends = |term: &'static Term| {
                let ends = term.written(language).iter().filter_map(|form| end_of(here, form)).max();
                ends.map(|end| (end, term.id))
            };
            terms().filter_map(ends).max()
        });
        if let Some((length, id)) = longest {
            free = start.saturating_add(length);
            all.push(Found { id, start, end: free });
        }
    }
    all
}

/// Where the form ends, by bytes, if the text begins with it and a word ends there. Capitals count as small letters.
fn end_of(text: &str, form: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    for wanted in form.chars() {
        let (_, sign) = rest.next()?;
        let is_same = sign == wanted || sign.to_lowercase().eq(wanted.to_lowercase());
        if !is_same {
            return None;
        }
    }
    match rest.next() {
        Some((_, next)) if is_of_word(next) => None,
        Some((end, _)) => Some(end),
        None => Some(text.len()),
    }
}

/// A word with a hyphen is one word: "HVB-hem" is not "HVB".
fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '-' | '_')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all() -> BTreeSet<&'static str> {
        terms().map(|term| term.id).collect()
    }

    fn joined(pieces: &[Piece]) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Text(text) | Piece::Term { shown: text, .. } => text.clone(),
        };
        pieces.iter().map(text).collect()
    }

    fn linked(text: &str, language: Language) -> Vec<(&'static str, String)> {
        let term = |piece| match piece {
            Piece::Term { id, shown } => Some((id, shown)),
            Piece::Text(_) => None,
        };
        pieces(text, &all(), language).into_iter().filter_map(term).collect()
    }

    #[test]
    fn the_longest_form_counts_and_only_whole_words() {
        let linked = |text| linked(text, Language::Swedish);
        assert_eq!(linked("Riktad tillsyn går dit."), [("riktad-tillsyn", "Riktad tillsyn".to_owned())]);
        assert_eq!(linked("Bristande tillsynsbehov, HVB-hem, omritad"), []);
        assert_eq!(linked("(HVB)"), [("hvb", "HVB".to_owned())]);
        assert_eq!(linked("Brist på BRISTER"), [("brist", "Brist".to_owned())]);
    }

    #[test]
    fn what_is_linked_elsewhere_does_not_open_the_shorter_term_within_it() {
        let only = BTreeSet::from(["tillsyn"]);
        let cut = pieces("Riktad tillsyn är tillsyn.", &only, Language::Swedish);
        let text = |text: &str| Piece::Text(text.to_owned());
        let term = Piece::Term { id: "tillsyn", shown: "tillsyn".to_owned() };
        assert_eq!(cut, [text("Riktad tillsyn är "), term, text(".")]);
    }

    #[test]
    fn a_term_is_allotted_to_the_text_where_it_first_stands() {
        let texts = ["Of no term.", "Deficiencies and chance.", "A deficiency in documentation."];
        let allotted = allotted(texts, Language::English);
        let expected = [BTreeSet::new(), BTreeSet::from(["brist", "slump"]), BTreeSet::from(["dokumentation"])];
        assert_eq!(allotted, expected);
    }

    fn text() -> impl Strategy<Value = String> {
        let forms = |language| terms().flat_map(move |term| term.written(language)).copied().collect::<Vec<_>>();
        let words = [forms(Language::Swedish), forms(Language::English)].concat();
        let word = prop_oneof![prop::sample::select(words).prop_map(str::to_owned), ".{0,4}", "[a-zåäöÅÄÖİß .,-]{0,6}"];
        prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
    }

    fn language() -> impl Strategy<Value = Language> {
        prop::sample::select(vec![Language::Swedish, Language::English])
    }

    proptest! {
        #[test]
        fn the_pieces_joined_are_the_text(text in text(), language in language()) {
            prop_assert_eq!(joined(&pieces(&text, &all(), language)), text.clone());
            prop_assert_eq!(joined(&pieces(&text, &BTreeSet::new(), language)), text);
        }

        #[test]
        fn a_term_is_linked_once_a_page(texts in prop::collection::vec(text(), 0..5), language in language()) {
            let allotted = allotted(texts.iter().map(String::as_str), language);
            prop_assert_eq!(allotted.len(), texts.len());
            let cut = texts.iter().zip(&allotted).flat_map(|(text, terms)| pieces(text, terms, language));
            let mut ids: Vec<&str> = cut.filter_map(|piece| match piece {
                Piece::Term { id, .. } => Some(id),
                Piece::Text(_) => None,
            }).collect();
            let standing: BTreeSet<&str> = texts.iter().flat_map(|text| found(text, language)).map(|it| it.id).collect();
            ids.sort_unstable();
            // Each once, and none that stands there is left out.
            prop_assert_eq!(ids, standing.into_iter().collect::<Vec<_>>());
        }
    }
}
