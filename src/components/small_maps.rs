//! Several small maps side by side: what is pointed at, picked or held on one is marked on all, and one legend tells of all.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{
    hatching::Hatching,
    legend::{Legend, Singled},
    map_outlines::MapOutlines,
    pointer::{Pointer, Tooltip, place_of},
    pointing::Pointing,
    small_map::{Shared, SmallMap},
    tile_labels::TilesSay,
};
use crate::{
    model::outline::Outlines,
    state::{naming::own, place::PlaceState, turns::Turns},
    view_model::map::{MapPanel, Multiples, Shade, SmallMap as Panel},
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
    let outlines = MapOutlines::new(outlines);
    let singled = Singled::new(held);
    let spoken = RwSignal::new(String::new());
    let legend = Memo::new(move |_| panel.with(|panel| panel.as_ref().map(|panel| panel.shared.clone())));
    let shared = Shared {
        outlines,
        pointed: outlines.marked(pointing).into(),
        picked: outlines.picked(legend.into()).into(),
        lit: singled.lit(legend.into()),
        spoken,
        on_pick,
    };
    let on_click = move |event: ev::MouseEvent| {
        if let Some(code) = place_of(event.target()).and_then(|place| outlines.code(place)) {
            on_pick.run(code);
        }
    };
    let pointer = Pointer::new(pointing, move |place| outlines.code(place));
    // The value on each map, a line each.
    let said = move |place: usize| {
        let (code, name) = outlines.code(place).zip(outlines.name(place, language.get()))?;
        let line = |map: &Panel| {
            let area = map.panel.areas.iter().find(|area| area.code == code);
            let value = area.and_then(|area| area.lines.first()).map_or(words::outside(language.get()), String::as_str);
            format!("{}: {value}", map.name)
        };
        Some((name, panel.with(|panel| panel.iter().flat_map(|panel| &panel.maps).map(line).collect())))
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
            on:pointermove=move |event| pointer.moved(&event)
            on:pointerleave=move |_| pointer.left()
        >
            <svg class="legend__patterns" aria-hidden="true"><Hatching name="small" unit/></svg>
            <div class=move || format!("small-maps__maps small-maps__maps--{}", n_maps.get()) role="group" aria-label=summary>{maps}</div>
            <div class="map-view__side">
                <TilesSay outlines/>
                <Legend panel=legend n_drawn singled/>
            </div>
            <p class="map-view__keys" id=own("map-keys")>{move || words::keys_of_each(language.get())}</p>
            <p class="visually-hidden" aria-live="polite">{move || spoken.get()}</p>
            <Tooltip pointer said/>
        </div>
    }
}
