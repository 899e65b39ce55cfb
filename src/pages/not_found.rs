//! An address that leads nowhere.

use leptos::prelude::*;

use crate::{
    browser::document,
    export::address::{Address, Page},
    state::place::PlaceState,
    words::frame as words,
};

/// Says so, and shows the way on.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let href = move |page: Page| move || place.href(page, &Address { language: language.get(), ..Address::default() });
    Effect::new(move |_: Option<()>| document::mark_ready());
    view! {
        <div class="narrow">
            <h1>{move || words::not_found_title(language.get())}</h1>
            <p class="lead">{move || words::not_found_text(language.get())}</p>
            <p class="button-row">
                <a class="button button--primary" href=href(Page::Start)>{move || words::to_start(language.get())}</a>
                <a class="button" href=href(Page::Explore)>{move || words::to_explore(language.get())}</a>
            </p>
        </div>
    }
}
