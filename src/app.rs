//! The frame of the house: contexts, one page for each address.

use leptos::prelude::*;

use crate::{
    browser::document,
    components::frame::{SiteFooter, SiteHeader},
    export::address::Page,
    pages::{about::AboutPage, not_found::NotFoundPage, start::StartPage},
    state::{data::DataState, place::PlaceState},
    words::{frame as words, theme as themes},
};

/// The page.
#[cfg(feature = "explore")]
#[component]
pub fn App() -> impl IntoView {
    use leptos_router::components::Router;
    DataState::provide();
    crate::state::opened::OpenedState::provide();
    crate::state::kept::KeptState::provide();
    let base = document::root().trim_end_matches('/').to_owned();
    view! {
        <Router base>
            <House/>
        </Router>
    }
}

/// The first view: the start page and About; the other pages have a program of their own.
#[cfg(not(feature = "explore"))]
#[component]
pub fn App() -> impl IntoView {
    DataState::provide();
    House()
}

/// What all pages have around them.
#[component]
fn House() -> impl IntoView {
    PlaceState::provide();
    let place = PlaceState::get();
    let language = place.language();
    Effect::new(move |_: Option<()>| document::set_language(language.get()));
    let page = place.page();
    Effect::new(move |_: Option<()>| {
        let name = words::name(language.get());
        let title = match (place.own_title().get(), page.get()) {
            (Some(own), Some(_)) => format!("{own} – {name}"),
            (_, Some(Page::Start)) => format!("{name} – {}", words::tagline(language.get())),
            (_, Some(Page::Explore)) => format!("{} – {name}", words::explore(language.get())),
            (_, Some(Page::Open)) => format!("{} – {name}", words::open(language.get())),
            (_, Some(Page::About)) => format!("{} – {name}", words::about(language.get())),
            (_, Some(Page::Method)) => format!("{} – {name}", words::method(language.get())),
            (_, Some(Page::Glossary)) => format!("{} – {name}", words::glossary(language.get())),
            (_, Some(Page::Theme(theme))) => format!("{} – {name}", themes::name(language.get(), theme)),
            (_, Some(Page::Compare)) => format!("{} – {name}", words::compare(language.get())),
            (_, Some(Page::Area)) => format!("{} – {name}", words::area(language.get())),
            (_, None) => format!("{} – {name}", words::not_found_title(language.get())),
        };
        document::set_title(&title);
    });
    view! {
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
    use crate::pages::{
        area::AreaPage, compare::ComparePage, explore::ExplorePage, glossary::GlossaryPage, method::MethodPage,
        open::OpenPage, theme::ThemePage,
    };
    use leptos_router::{
        components::{FlatRoutes, Route},
        path,
    };
    view! {
        <FlatRoutes fallback=|| view! { <NotFoundPage/> }>
            <Route path=path!("/") view=StartPage/>
            <Route path=path!("/index.html") view=StartPage/>
            <Route path=path!("/utforska") view=ExplorePage/>
            <Route path=path!("/oppna") view=OpenPage/>
            <Route path=path!("/om-data") view=AboutPage/>
            <Route path=path!("/metod") view=MethodPage/>
            <Route path=path!("/ordlista") view=GlossaryPage/>
            <Route path=path!("/omrade") view=AreaPage/>
            <Route path=path!("/jamfor") view=ComparePage/>
            <Route path=path!("/:theme") view=ThemePage/>
        </FlatRoutes>
    }
}

/// The page that this program was loaded for.
#[cfg(not(feature = "explore"))]
#[component]
fn Pages() -> impl IntoView {
    match PlaceState::get().page().get_untracked() {
        Some(Page::Start) => StartPage().into_any(),
        Some(Page::About) => AboutPage().into_any(),
        _ => NotFoundPage().into_any(),
    }
}
