//! The frame of the house: contexts, router, one page for each address.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{
    browser::document,
    components::frame::{SiteFooter, SiteHeader},
    export::address::Page,
    pages::{about::AboutPage, not_found::NotFoundPage, start::StartPage},
    state::{data::DataState, place::PlaceState},
    words::frame as words,
};

/// The page.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    DataState::provide();
    #[cfg(feature = "explore")]
    crate::state::opened::OpenedState::provide();
    let base = document::root().trim_end_matches('/').to_owned();
    view! {
        <Router base>
            <House/>
        </Router>
    }
}

/// All that stands inside the router.
#[component]
fn House() -> impl IntoView {
    PlaceState::provide();
    let place = PlaceState::get();
    let language = place.language();
    Effect::new(move |_: Option<()>| document::set_language(language.get()));
    let page = place.page();
    let title = move || {
        let name = words::name(language.get());
        match page.get() {
            Some(Page::Start) => format!("{name} – {}", words::tagline(language.get())),
            Some(Page::Explore) => format!("{} – {name}", words::explore(language.get())),
            Some(Page::Open) => format!("{} – {name}", words::open(language.get())),
            Some(Page::About) => format!("{} – {name}", words::about(language.get())),
            Some(Page::Method) => format!("{} – {name}", words::method(language.get())),
            None => format!("{} – {name}", words::not_found_title(language.get())),
        }
    };
    view! {
        <Title text=title/>
        <SiteHeader page/>
        <main class="page" id="content" tabindex="-1">
            <Pages/>
        </main>
        <SiteFooter/>
    }
}

/// One page for each address.
#[cfg(feature = "explore")]
#[component]
fn Pages() -> impl IntoView {
    use crate::pages::{explore::ExplorePage, method::MethodPage, open::OpenPage};
    view! {
        <FlatRoutes fallback=|| view! { <NotFoundPage/> }>
            <Route path=path!("/") view=StartPage/>
            <Route path=path!("/index.html") view=StartPage/>
            <Route path=path!("/utforska") view=ExplorePage/>
            <Route path=path!("/oppna") view=OpenPage/>
            <Route path=path!("/om-data") view=AboutPage/>
            <Route path=path!("/metod") view=MethodPage/>
        </FlatRoutes>
    }
}

/// The pages of the first view; the others have a program of their own.
#[cfg(not(feature = "explore"))]
#[component]
fn Pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| view! { <NotFoundPage/> }>
            <Route path=path!("/") view=StartPage/>
            <Route path=path!("/index.html") view=StartPage/>
            <Route path=path!("/om-data") view=AboutPage/>
        </FlatRoutes>
    }
}
