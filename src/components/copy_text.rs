//! A text to take along, with a button that copies it.

use leptos::{prelude::*, task::spawn_local};

use crate::{browser::clipboard, state::place::PlaceState, words::taken as words};

/// The text under its name; says whether it was copied.
#[component]
pub fn CopyText(#[prop(into)] label: Signal<&'static str>, #[prop(into)] text: Signal<String>) -> impl IntoView {
    let language = PlaceState::get().language();
    let is_copied = RwSignal::new(None::<bool>);
    // What was copied is no longer what stands there.
    Effect::watch(move || text.track(), move |_, _, _| is_copied.set(None), false);
    let copy = move |_| {
        let text = text.get_untracked();
        // So that a second copy is told too.
        is_copied.set(None);
        spawn_local(async move {
            let is_there = clipboard::write(&text).await;
            // Nobody may be there any more to tell.
            let _ = is_copied.try_set(Some(is_there));
        });
    };
    let said = move || {
        is_copied.get().map(|is_copied| match is_copied {
            true => words::copied(language.get()),
            false => words::not_copied(language.get()),
        })
    };
    view! {
        <div class="copy-text">
            <h4 class="copy-text__label">{label}</h4>
            <p class="copy-text__text">{text}</p>
            <button class="button" type="button" aria-label=move || words::copy_what(language.get(), label.get()) on:click=copy>
                {move || words::copy(language.get())}
            </button>
            <p class="copy-text__said" role="status">{said}</p>
        </div>
    }
}
