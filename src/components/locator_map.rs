//! A map without figures: borders only, to find a place on. Its twin is the search box beside it.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::pointer::place_of;
use crate::{
    model::outline::{Outline, Outlines},
    state::place::PlaceState,
};

/// The map; `on_pick` is told the code of a clicked area. By keyboard the search box does the same.
#[component]
pub fn LocatorMap(
    outlines: Arc<Outlines>,
    #[prop(into)] on_pick: Callback<String>,
    /// The area that the page is about, by position: marked, with a ring so that a small one is seen too.
    #[prop(optional)]
    marked: Option<usize>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let pointed = RwSignal::new(None::<usize>);
    let path = |(place, area): (usize, &Outline)| view! { <path class="area area--outline" d=area.path.clone() data-place=place/> };
    let paths = outlines.areas.iter().enumerate().map(path).collect_view();
    let borders = outlines.borders.clone().map(|path| view! { <path class="map-view__borders" d=path/> });
    let view_box = outlines.frame.view_box();
    let ring = outlines.frame.height / 40.0;
    let mark = marked.and_then(|place| outlines.areas.get(place)).map(|area| {
        let (x, y) = area.label;
        view! {
            <path class="locator-map__here" d=area.path.clone()/>
            <circle class="locator-map__ring" cx=x cy=y r=ring/>
        }
    });
    let outlines = StoredValue::new(outlines);
    let area_of = move |place: Option<usize>| {
        place.and_then(|place| outlines.with_value(|outlines| outlines.areas.get(place).cloned()))
    };
    let on_click = move |event: ev::MouseEvent| {
        if let Some(area) = area_of(place_of(event.target())) {
            on_pick.run(area.code);
        }
    };
    view! {
        <div
            class="locator-map"
            on:click=on_click
            on:pointermove=move |event| pointed.set(place_of(event.target()))
            on:pointerleave=move |_| pointed.set(None)
        >
            <svg viewBox=view_box aria-hidden="true">
                <g class="map-view__areas">{paths}</g>
                {borders}
                {mark}
                {move || area_of(pointed.get()).map(|area| view! { <path class="map-view__picked" d=area.path/> })}
            </svg>
            <p class="locator-map__name" aria-hidden="true">
                {move || area_of(pointed.get()).map(|area| area.name.get(language.get()).to_owned())}
            </p>
        </div>
    }
}
