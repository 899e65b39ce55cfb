//! A place: what the figures say of it, beside its county, the nation and its neighbours, and when they can say nothing.

mod figures;
mod kept;
mod similar;
mod whereabouts;

use std::sync::Arc;

use leptos::prelude::*;

use figures::Figures;
use kept::Kept;
use whereabouts::{Whereabouts, WhichFigures};

use crate::{
    browser::document,
    components::{
        arrival::{Awaited, Ignored, TroubleCard},
        place_search::PlaceSearch,
    },
    export::{
        address::{Address, Page},
        area_address::AreaAddress,
    },
    model::catalogue::Catalogue,
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
    },
    view_model::area::{Maps, Wanted},
    words::{area as words, frame, start, trouble},
};

/// The id of the title: where the keyboard goes when what it was on has given way to another place.
const TITLE: &str = "area-title";

/// The page.
#[component]
pub fn AreaPage() -> impl IntoView {
    let data = DataState::get();
    let place = PlaceState::get();
    let language = place.language();
    let address = place.address();
    let maps = data.maps();
    let catalogue = data.catalogue();
    let catalogue = Memo::new(move |_| catalogue.get());
    let asked = Memo::new(move |_| address.with(AreaAddress::of));
    let wanted = Memo::new(move |_| {
        let area = asked.with(|asked| asked.area.clone());
        ready(maps).map(|maps| maps.wanted(area.as_deref()))
    });
    let panel = Memo::new(move |_| match wanted.get()? {
        Wanted::Place(level, at) => ready(maps)?.place(level, at, language.get()),
        _ => None,
    });
    let reality = Memo::new(move |_| {
        let level = panel.with(|panel| panel.as_ref().map(|panel| panel.level))?;
        let first = ready(catalogue)?.first_with(level);
        Some(asked.with(|asked| asked.data).unwrap_or(first))
    });
    // What the address said in vain: kept after the address has been made whole, until the reader goes on.
    let ignored = RwSignal::new(Vec::<String>::new());
    // What a former code or name led to, told as long.
    let former = RwSignal::new(None::<((String, Option<&'static str>), u16, String)>);
    Effect::new(move |_: Option<()>| {
        let at_hand = address.get();
        // An address that has moved on to another page is not this one's to make whole.
        if place.page().get() != Some(Page::Area) {
            return;
        }
        let asked = asked.get();
        let code = match wanted.get() {
            Some(Wanted::Place(..)) => asked.area.as_deref().map(|code| code.trim().to_owned()),
            Some(Wanted::Named(code)) => Some(code),
            Some(Wanted::Former { code, asked, county, until }) => {
                former.set(Some(((asked, county), until, code.clone())));
                Some(code)
            }
            Some(Wanted::Nothing | Wanted::Nation | Wanted::Unknown(_)) => {
                return document::mark_ready();
            }
            None => None,
        };
        let is_known = wanted.with(|wanted| matches!(wanted, Some(Wanted::Place(..))));
        // A name leads on at once; which figures there are is known when the catalogue is here.
        let data = if is_known { reality.get() } else { asked.data };
        let Some(code) = code.filter(|_| !is_known || data.is_some()) else { return };
        let mut known = asked.clone();
        // A dataset that is not there has no areas to be like.
        let catalogue = ready(catalogue);
        let is_there = |id: &str| catalogue.as_ref().is_none_or(|it| it.items.iter().any(|item| item.id == id));
        let (like, lost): (Vec<_>, Vec<_>) = known.like.into_iter().partition(|(id, _)| is_there(id));
        known.like = like;
        let whole = known.of_place(at_hand.language, &code, data);
        if whole == at_hand {
            return;
        }
        let said = |(name, value): &(String, String)| {
            trouble::ignored_part(language.get_untracked(), &format!("{name}={value}"))
        };
        let lost = lost.iter().map(|(id, ids)| AreaAddress::like_pair(id, ids));
        let in_vain: Vec<(String, String)> = asked.unknown.iter().cloned().chain(lost).collect();
        if !in_vain.is_empty() {
            ignored.set(in_vain.iter().map(said).collect());
        }
        // The router writes a new address into the history after the views have seen it: the correction must come after that.
        request_animation_frame(move || {
            if address.get_untracked() == at_hand {
                place.correct(Page::Area, whole);
            }
        });
    });
    let go = Callback::new(move |code: String| {
        ignored.set(Vec::new());
        former.set(None);
        place.go(Page::Area, asked.with_untracked(|asked| asked.moved_to(language.get_untracked(), &code)));
    });
    Effect::new(move |_: Option<()>| {
        place.own_title().set(panel.with(|panel| panel.as_ref().map(|panel| panel.name.clone())));
    });
    on_cleanup(move || place.own_title().set(None));
    let code = Memo::new(move |_| panel.with(|panel| panel.as_ref().map(|panel| panel.code.clone())));
    Effect::new(move |before: Option<Option<String>>| {
        let now = code.get();
        if before.flatten().is_some_and(|before| now.as_ref() != Some(&before)) {
            // What was said of the address of one place is not said of another.
            ignored.set(Vec::new());
            former.set(None);
            request_animation_frame(|| document::focus_if_lost(TITLE));
        }
        now
    });
    let title = move || panel.with(|panel| panel.as_ref().map(|panel| panel.name.clone()));
    // Keyed, so that nothing of one place lives on in another: not what is unfolded, not where the keyboard is.
    let whereabouts = move || {
        let (panel, maps) = (panel.get()?, ready(maps)?);
        Some((panel, maps, language.get()))
    };
    let figures = move || {
        let (panel, reality, catalogue) = (panel.get()?, reality.get()?, ready(catalogue)?);
        Some((panel, reality, catalogue, language.get()))
    };
    let is_there = Memo::new(move |_| panel.with(Option::is_some) && reality.with(Option::is_some));
    view! {
        <div class="area-page">
            <h1 class="area-page__title" id=TITLE tabindex="-1">{move || title().unwrap_or_else(|| words::find_title(language.get()).to_owned())}</h1>
            <p class="visually-hidden" aria-live="polite">{title}</p>
            {move || {
                let said = ignored.get();
                (!said.is_empty()).then(|| view! { <Ignored said/> })
            }}
            {move || former.get().filter(|it| code.get().as_ref() == Some(&it.2)).map(|((asked, county), until, code)| view! {
                <p class="notice">{words::former(language.get(), (&asked, county), until, &code)}</p>
            })}
            {move || wanted.get().map(|wanted| view! { <NoPlace wanted/> })}
            <Search maps on_pick=go/>
            <Kept panel maps/>
            <For each=whereabouts key=|(panel, _, language)| (panel.code.clone(), *language) let((panel, maps, _))>
                <Whereabouts panel maps reality on_pick=go/>
            </For>
            {move || no_catalogue(catalogue)}
            {move || is_there.get().then(|| view! { <WhichFigures code reality/> })}
            <For each=figures key=|(panel, reality, _, language)| (panel.code.clone(), *reality, *language) let((panel, reality, catalogue, _))>
                <Figures panel reality catalogue on_pick=go/>
            </For>
        </div>
    }
}

fn ready<T: PartialEq + Send + Sync + 'static>(arrival: Memo<Arrival<T>>) -> Option<Arc<T>> {
    arrival.with(|arrival| match arrival {
        Arrival::Ready(it) => Some(it.clone()),
        _ => None,
    })
}

/// The box to find a place in: it stays while places come and go, and so does the keyboard in it.
#[component]
fn Search(maps: Memo<Arrival<Maps>>, on_pick: Callback<String>) -> impl IntoView {
    let data = DataState::get();
    move || match maps.get() {
        Arrival::Ready(maps) => {
            let outlines = Arc::new(maps.every_place());
            view! { <PlaceSearch outlines on_pick name="area" label=words::find_label/> }.into_any()
        }
        Arrival::Awaited => view! { <Awaited text=frame::loading_map/> }.into_any(),
        Arrival::Failed(trouble_met) => {
            document::mark_ready();
            let on_retry = Callback::new(move |()| data.fetch_maps_again());
            view! { <TroubleCard trouble_met on_retry/> }.into_any()
        }
    }
}

/// What is said where the address leads to no place.
#[component]
fn NoPlace(wanted: Wanted) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let to_explore = move || place.href(Page::Explore, &Address { language: language.get(), ..Address::default() });
    match wanted {
        Wanted::Nothing => view! { <p class="lead">{move || words::find_lead(language.get())}</p> }.into_any(),
        Wanted::Nation => view! {
            <p class="lead">{move || words::nation_page(language.get())}</p>
            <p><a href=to_explore>{move || frame::to_explore(language.get())}</a></p>
        }
        .into_any(),
        Wanted::Unknown(asked) => view! {
            <div class="notice" role="status">
                <p class="notice__title">{move || start::find_none(language.get())}</p>
                <p>{move || words::unknown(language.get(), &asked)}</p>
            </div>
        }
        .into_any(),
        Wanted::Place(..) | Wanted::Named(_) | Wanted::Former { .. } => ().into_any(),
    }
}

/// Why there are no figures, where the catalogue does not come.
fn no_catalogue(catalogue: Memo<Arrival<Catalogue>>) -> Option<impl IntoView> {
    let data = DataState::get();
    match catalogue.get() {
        Arrival::Failed(trouble_met) => {
            document::mark_ready();
            let on_retry = Callback::new(move |()| data.fetch_catalogue());
            Some(view! { <TroubleCard trouble_met on_retry/> })
        }
        _ => None,
    }
}
