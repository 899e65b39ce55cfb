//! What stands around every page: the way past the menu, the menu, the language, the footer.

use leptos::prelude::*;

use super::{keyboard_help::KeyboardHelp, place_finder::PlaceFinder};
use crate::{
    browser::document,
    export::address::{Address, Page},
    model::text::Language,
    state::place::PlaceState,
    words::frame as words,
};

/// The head of every page.
#[component]
pub fn SiteHeader(#[prop(into)] page: Signal<Option<Page>>) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let link = move |to: Page, label: fn(Language) -> &'static str| {
        let href = move || place.href(to, &Address { language: language.get(), ..Address::default() });
        let current = move || (page.get() == Some(to)).then_some("page");
        view! { <a class="site-header__link" href=href aria-current=current>{move || label(language.get())}</a> }
    };
    let other = move || language.get().other();
    // The same view in the other language: everything else in the address stays.
    let in_other = move || {
        let address = Address { language: other(), ..place.address().get() };
        place.href(page.get().unwrap_or(Page::Start), &address)
    };
    view! {
        // The router would take the click for a way to another address.
        <a class="skip-link" href="#content" on:click=move |event| { event.prevent_default(); document::focus("content"); }>{move || words::skip_to_content(language.get())}</a>
        <header class="site-header">
            <div class="site-header__inner">
                <a class="site-header__name" href=move || {
                    place.href(Page::Start, &Address { language: language.get(), ..Address::default() })
                }>{move || words::name(language.get())}</a>
                <nav class="site-header__nav" aria-label=move || words::main_navigation(language.get())>
                    {link(Page::Start, words::start)}
                    {link(Page::Area, words::my_place)}
                    {link(Page::Explore, words::explore)}
                    {link(Page::Compare, words::compare)}
                    {link(Page::Open, words::open)}
                    {link(Page::About, words::about)}
                </nav>
                <PlaceFinder/>
                <a class="site-header__language" href=in_other lang=move || other().tag() hreflang=move || other().tag()>
                    {move || words::other_language(language.get())}
                </a>
            </div>
        </header>
    }
}

/// The foot of every page.
#[component]
pub fn SiteFooter() -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let link = move |to: Page, label: fn(Language) -> &'static str| {
        let href = move || place.href(to, &Address { language: language.get(), ..Address::default() });
        let current = move || (place.page().get() == Some(to)).then_some("page");
        view! { <p><a class="site-footer__link" href=href aria-current=current>{move || label(language.get())}</a></p> }
    };
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner">
                <p class="site-footer__helpline">{move || words::child_helpline(language.get())}</p>
                {link(Page::Method, words::method_link)}
                {link(Page::Glossary, words::glossary_link)}
                <KeyboardHelp/>
                <p>{move || words::footer_privacy(language.get())}</p>
                <p>{move || words::footer_licence(language.get())}</p>
            </div>
        </footer>
    }
}
