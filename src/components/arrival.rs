//! What stands in the place of something that is on its way, or is not coming.

use leptos::prelude::*;

use crate::{
    state::place::PlaceState,
    view_model::trouble::{Trouble, trouble},
    words::{frame as words, trouble as trouble_words},
};

/// Something is on its way.
#[component]
pub fn Awaited(text: fn(crate::model::text::Language) -> &'static str) -> impl IntoView {
    let language = PlaceState::get().language();
    view! { <p class="awaited" role="status">{move || text(language.get())}</p> }
}

/// What the address said in vain, a sentence each.
#[component]
pub fn Ignored(said: Vec<String>) -> impl IntoView {
    let language = PlaceState::get().language();
    view! {
        <div class="notice" role="status">
            <p class="notice__title">{move || trouble_words::ignored_title(language.get())}</p>
            <ul>{said.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}</ul>
        </div>
    }
}

/// Something is not coming: why, and what to do.
#[component]
pub fn TroubleCard(trouble_met: Trouble, #[prop(optional, into)] on_retry: Option<Callback<()>>) -> impl IntoView {
    let language = PlaceState::get().language();
    let panel = Memo::new(move |_| trouble(&trouble_met, language.get()));
    let particulars = move || {
        let particulars = panel.with(|panel| panel.particulars.clone());
        (!particulars.is_empty()).then(|| {
            view! { <ul class="trouble__particulars">{particulars.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul> }
        })
    };
    let retry = move || {
        let on_retry = on_retry.filter(|_| panel.with(|panel| panel.may_retry))?;
        Some(view! {
            <button class="button" type="button" on:click=move |_| on_retry.run(())>
                {move || words::try_again(language.get())}
            </button>
        })
    };
    view! {
        <section class="trouble" role="alert">
            <h2 class="trouble__title">{move || panel.with(|panel| panel.title)}</h2>
            <p>{move || panel.with(|panel| panel.text.clone())}</p>
            {particulars}
            {retry}
        </section>
    }
}
