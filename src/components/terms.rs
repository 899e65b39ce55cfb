//! A text whose terms lead to their place in the glossary.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::{
    export::address::{Address, Page},
    state::place::PlaceState,
    view_model::glossary::{Piece, pieces},
};

/// The text, with each of these terms a link where it first stands in it.
#[component]
pub fn WithTerms(text: Signal<String>, terms: Signal<BTreeSet<&'static str>>) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    move || {
        let language = language.get();
        let glossary = place.href(Page::Glossary, &Address { language, ..Address::default() });
        let drawn = |piece| match piece {
            Piece::Text(words) => words.into_any(),
            Piece::Term { id, shown } => {
                view! { <a class="term" href=format!("{glossary}#{id}")>{shown}</a> }.into_any()
            }
        };
        text.with(|text| terms.with(|terms| pieces(text, terms, language))).into_iter().map(drawn).collect_view()
    }
}
