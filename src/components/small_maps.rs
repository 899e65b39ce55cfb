//! Several small maps side by side: what is pointed at, picked or held on one is marked on all, and one legend tells of all.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{
    hatching::Hatching,
    legend::Legend,
    map_view::place_of,
    pointing::Pointing,
    small_map::{Shared, SmallMap},
};
use crate::{
    model::outline::Outlines,
    state::{naming::own, place::PlaceState, turns::Turns},
    view_model::map::{MapPanel, Multiples, Shade},
    words::map as words,
};

/// How much of the height of the grid is a pixel on the screen, about.
const PIXELS: f64 = 330.0;

/// The maps. `on_pick` is told the code of an area, or of the nation (`00`) when nothing is picked.
#[component]
pub fn SmallMaps(
    outlines: Arc<Outlines>,
    #[prop(into)] panel: Signal<Option<Multiples>>,
    #[prop(into)] on_pick: Callback<String>,
    /// The shade whose areas the reader wants to see apart from the others.
    held: RwSignal<Option<Shade>>,
    /// What is pointed at in other views, and told to them.
    pointing: Pointing,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let n_drawn = outlines.areas.len();
    let unit = outlines.frame.height / PIXELS;
    let is_tiled = outlines.is_tiled;
    let outlines = StoredValue::new(outlines);
    let pointed = RwSignal::new(None::<(usize, f64, f64)>);
    let hovered = RwSignal::new(None::<Shade>);
    let spoken = RwSignal::new(String::new());
    let legend = Memo::new(move |_| panel.with(|panel| panel.as_ref().map(|panel| panel.shared.clone())));
    let is_there = move |shade: &Shade| legend.with(|legend| legend.as_ref().is_some_and(|it| it.has(*shade)));
    let picked = Memo::new(move |_| {
        legend.with(|legend| {
            let code = &legend.as_ref()?.areas.iter().find(|area| area.is_picked)?.code;
            outlines.with_value(|outlines| outlines.areas.iter().position(|area| area.code == *code))
        })
    });
    let marked = pointing
        .place(move |code| outlines.with_value(|outlines| outlines.areas.iter().position(|area| area.code == code)));
    let shared = Shared {
        outlines,
        pointed: marked.into(),
        picked: picked.into(),
        lit: Signal::derive(move || hovered.get().or_else(|| held.get().filter(is_there))),
        spoken,
        on_pick,
    };
    let code_of =
        move |place: usize| outlines.with_value(|outlines| outlines.areas.get(place).map(|area| area.code.clone()));
    let on_click = move |event: ev::MouseEvent| {
        if let Some(code) = place_of(event.target()).and_then(code_of) {
            on_pick.run(code);
        }
    };
    let on_move = move |event: ev::PointerEvent| {
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let place = place_of(event.target());
        pointing.point(place.and_then(code_of));
        pointed.set(place.map(|place| (place, x, y)));
    };
    let on_leave = move |_| {
        pointing.point(None);
        pointed.set(None);
    };
    // The value on each map, a line each.
    let tooltip = move || {
        let (place, x, y) = pointed.get()?;
        let (code, name) = outlines.with_value(|outlines| {
            outlines.areas.get(place).map(|area| (area.code.clone(), area.name.get(language.get()).to_owned()))
        })?;
        let line = |map: &crate::view_model::map::SmallMap| {
            let area = map.panel.areas.iter().find(|area| area.code == code);
            let value = area.and_then(|area| area.lines.first()).map_or(words::outside(language.get()), String::as_str);
            format!("{}: {value}", map.name)
        };
        let lines = panel.with(|panel| panel.iter().flat_map(|panel| &panel.maps).map(line).collect::<Vec<_>>());
        Some(view! {
            <div class="map-tooltip" style:left=format!("{x}px") style:top=format!("{y}px") aria-hidden="true">
                <strong>{name}</strong>
                {lines.into_iter().map(|line| view! { <span>{line}</span> }).collect_view()}
            </div>
        })
    };
    // Hundreds of paths each: the maps are built one after the other.
    let n_maps = Memo::new(move |_| panel.with(|panel| panel.as_ref().map_or(0, |panel| panel.maps.len())));
    let maps = move || {
        let n_maps = n_maps.get();
        let turns = Turns::begin(n_maps);
        let map = |place: usize| {
            let turn = turns.of(place);
            let panel = Memo::new(move |_| panel.with(|panel| panel.as_ref()?.maps.get(place).cloned()));
            move || turn.get().then(|| view! { <SmallMap place panel shared/> })
        };
        (0..n_maps).map(map).collect_view()
    };
    let summary = move || legend.with(|legend| legend.as_ref().map(|legend| legend.summary.clone()));
    let has_many = move || legend.with(|legend| legend.as_ref().is_some_and(MapPanel::has_many_classes));
    view! {
        <div
            class="map-view small-maps"
            class=("map-view--seven", has_many)
            on:click=on_click
            on:pointermove=on_move
            on:pointerleave=on_leave
        >
            <svg class="legend__patterns" aria-hidden="true"><Hatching name="small" unit/></svg>
            <div class=move || format!("small-maps__maps small-maps__maps--{}", n_maps.get()) role="group" aria-label=summary>{maps}</div>
            <div class="map-view__side">
                {is_tiled.then(|| view! { <p class="map-view__tiled">{move || words::tiles_say(language.get())}</p> })}
                <Legend panel=legend n_drawn on_point=Callback::new(move |shade| hovered.set(shade)) held/>
            </div>
            <p class="map-view__keys" id=own("map-keys")>{move || words::keys_of_each(language.get())}</p>
            <p class="visually-hidden" aria-live="polite">{move || spoken.get()}</p>
            {tooltip}
        </div>
    }
}
