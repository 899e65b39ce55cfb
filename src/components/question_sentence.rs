//! The question as a sentence: each word that can be changed is a native list, drawn as a word of the sentence.

use leptos::prelude::*;

use super::options::{options, picked};
use crate::{
    state::place::PlaceState,
    view_model::sentence::{QuestionSentence, SentencePart},
    words::sentence as words,
};

/// The sentence. `on_choose` is told the part and the value.
#[component]
pub fn QuestionSentenceView(
    #[prop(into)] panel: Signal<QuestionSentence>,
    on_choose: Callback<(String, String)>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let ids = Memo::new(move |_| {
        panel.with(|panel| panel.parts.iter().map(|part| (part.id.clone(), part.select.is_some())).collect::<Vec<_>>())
    });
    // A part stays the same element while its words change: the keyboard stays where it is.
    let part = move |(id, can_change): (String, bool)| {
        let part = Memo::new(move |_| {
            panel.with(|panel| panel.parts.iter().find(|part| part.id == id).cloned().unwrap_or_default())
        });
        view! {
            {move || part.with(|part| part.before.clone())}
            {match can_change {
                true => view! { <Changeable part on_choose/> }.into_any(),
                false => view! { <span>{move || part.with(|part| part.text.clone())}</span> }.into_any(),
            }}
        }
    };
    let shut = move || {
        let shut = panel.with(|panel| panel.shut.clone());
        shut.into_iter().map(|reason| view! { <span class="sentence__reason">{reason}" "</span> }).collect_view()
    };
    view! {
        <div class="sentence" role="group" aria-label=move || words::name(language.get())>
            <p class="sentence__text"><For each=move || ids.get() key=Clone::clone let(id)>{part(id)}</For> "."</p>
            <p class="sentence__hint"><span class="sentence__how">{move || words::hint(language.get())} " "</span>{shut}</p>
        </div>
    }
}

/// A word of the sentence with the list that lies over it.
#[component]
fn Changeable(part: Memo<SentencePart>, on_choose: Callback<(String, String)>) -> impl IntoView {
    let select = Memo::new(move |_| part.with(|part| part.select.clone().unwrap_or_default()));
    let id = part.with_untracked(|part| part.id.clone());
    view! {
        <span class="sentence__part">
            <span class="sentence__word" aria-hidden="true">{move || part.with(|part| part.text.clone())}</span>
            <select
                class="sentence__select"
                data-part=id.clone()
                aria-label=move || select.with(|select| select.label.clone())
                prop:value=move || select.with(picked)
                on:change:target=move |event| on_choose.run((id.clone(), event.target().value()))
            >
                {move || options(select.get())}
            </select>
        </span>
    }
}
