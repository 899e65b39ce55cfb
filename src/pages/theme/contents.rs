//! The questions of a theme as links to their answers.

use leptos::prelude::*;

use super::section::question_id;
use crate::{
    model::{
        text::Text,
        theme::{Aspect, Section},
    },
    state::place::PlaceState,
    words::theme as words,
};

/// The question that a link leads to: its place in the file, its words, what it is about.
pub(super) struct Link {
    place: usize,
    title: Text,
    aspects: Vec<Aspect>,
}

impl Link {
    /// To the section at this place in the file.
    pub(super) fn to(place: usize, section: &Section) -> Self {
        Self { place, title: section.title.clone(), aspects: section.aspects.clone() }
    }
}

/// The questions as links, in the order that they stand in; those that the reader has not kept to are out of sight.
#[component]
pub(super) fn Contents(links: Vec<Link>, chosen: Memo<Option<Aspect>>) -> impl IntoView {
    let language = PlaceState::get().language();
    let about: Vec<Vec<Aspect>> = links.iter().map(|link| link.aspects.clone()).collect();
    let is_empty = Memo::new(move |_| !about.iter().any(|aspects| Aspect::is_left(chosen.get(), aspects)));
    let link = move |Link { place, title, aspects }: Link| {
        view! {
            <li hidden=move || !Aspect::is_left(chosen.get(), &aspects)>
                <a href=format!("#{}", question_id(place)) rel="external">{move || title.get(language.get()).to_owned()}</a>
            </li>
        }
    };
    view! {
        <nav class="theme__contents" aria-labelledby="contents" hidden=move || is_empty.get()>
            <h2 id="contents" class="theme__label">{move || words::questions(language.get())}</h2>
            <ol>{links.into_iter().map(link).collect_view()}</ol>
        </nav>
    }
}
