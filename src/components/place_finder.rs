//! "Find my municipality" in the head of every page: a button, and the box it opens. The outlines are fetched when it is first opened.

use std::sync::Arc;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    arrival::{Awaited, TroubleCard},
    place_search::PlaceSearch,
};
use crate::{
    browser::document,
    export::{address::Page, area_address::AreaAddress},
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
    },
    words::{frame, start as words},
};

const WHOLE: &str = ".place-finder";
const BUTTON: &str = "finder-button";
const PANEL: &str = "finder";

/// The button, and what it opens.
#[component]
pub fn PlaceFinder() -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let is_open = RwSignal::new(false);
    let on_pick = Callback::new(move |code: String| {
        is_open.set(false);
        let language = language.get_untracked();
        // From one place to another, what the reader has chosen there goes along.
        let address = match place.page().get_untracked() {
            Some(Page::Area) if cfg!(feature = "explore") => {
                place.address().with_untracked(AreaAddress::of).moved_to(language, &code)
            }
            _ => AreaAddress::to(language, &code, None),
        };
        place.go(Page::Area, address);
        // The box with the keyboard in it is gone.
        document::focus("content");
    });
    let press = move |_| {
        is_open.update(|is_open| *is_open = !*is_open);
        // Not every browser gives the keyboard to a button that is pressed by mouse.
        document::focus(BUTTON);
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            is_open.set(false);
            document::focus(BUTTON);
        }
    };
    // The keyboard goes on to something else, or something else is pressed. What only vanishes from under it has not been left.
    let leave = move |to: Option<web_sys::EventTarget>| {
        if to.and_then(|to| to.dyn_into().ok()).is_some_and(|to| !document::is_within(&to, WHOLE)) {
            is_open.try_set(false);
        }
    };
    let listener = window_event_listener(ev::pointerdown, move |event| leave(event.target()));
    on_cleanup(move || listener.remove());
    view! {
        <div class="place-finder" on:keydown=on_keydown on:focusout=move |event| leave(event.related_target())>
            <button
                class="place-finder__button"
                id=BUTTON
                type="button"
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                aria-controls=PANEL
                aria-label=move || words::find_label(language.get())
                on:click=press
            >
                <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="6.5" cy="6.5" r="4.5"/><path d="M10 10l4.5 4.5"/></svg>
                <span class="place-finder__words">{move || words::find_label(language.get())}</span>
            </button>
            <div class="place-finder__panel" id=PANEL hidden=move || !is_open.get()>
                {move || is_open.get().then(|| view! { <Finder on_pick/> })}
            </div>
        </div>
    }
}

/// The box, when the places have arrived.
#[component]
fn Finder(on_pick: Callback<String>) -> impl IntoView {
    let data = DataState::get();
    let maps = data.arriving_maps();
    move || match maps() {
        Arrival::Ready(maps) => {
            let outlines = Arc::new(maps.every_place());
            // The keyboard goes where the reader wanted it, also where the places are long in coming.
            request_animation_frame(|| document::focus_from(WHOLE, "finder-input"));
            view! { <PlaceSearch outlines on_pick name="finder" label=words::find_anywhere/> }.into_any()
        }
        Arrival::Awaited => view! { <Awaited text=frame::loading_map/> }.into_any(),
        Arrival::Failed(trouble_met) => {
            let on_retry = Callback::new(move |()| data.fetch_maps_again());
            view! { <TroubleCard trouble_met on_retry/> }.into_any()
        }
    }
}
