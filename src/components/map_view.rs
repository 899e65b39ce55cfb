//! The map: areas painted by class, picked by pointer or arrow keys, zoomed and moved by hand.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{
    hatching::Hatching,
    legend::{Legend, Singled},
    map_areas::MapAreas,
    map_gestures::MapGestures,
    map_inset::MapInset,
    map_outlines::MapOutlines,
    pointer::{Pointer, Tooltip, place_of},
    pointing::Pointing,
    tile_labels::{TileLabels, TilesSay},
};
use crate::{
    model::outline::Outlines,
    state::{naming::own, place::PlaceState},
    view_model::map::{MapPanel, Shade},
    words::map as words,
};

/// The map of one level. `on_pick` is told the code of an area, or of the nation (`00`) when nothing is picked.
#[component]
pub fn MapView(
    outlines: Arc<Outlines>,
    #[prop(into)] panel: Signal<Option<MapPanel>>,
    #[prop(into)] on_pick: Callback<String>,
    /// The shade whose areas the reader wants to see apart from the others.
    held: RwSignal<Option<Shade>>,
    /// What is pointed at in other views, and told to them.
    pointing: Pointing,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let whole = outlines.frame;
    let n_drawn = outlines.areas.len();
    let is_tiled = outlines.is_tiled;
    let outlines = MapOutlines::new(outlines);
    let gestures = MapGestures::new(whole);
    let singled = Singled::new(held);
    let lit = singled.lit(panel);
    let spoken = RwSignal::new(String::new());
    let is_focused = RwSignal::new(false);
    let shades =
        Memo::new(move |_| panel.with(|panel| outlines.shades(panel.as_ref().map_or(&[], |panel| &panel.areas))));
    let picked = outlines.picked(panel);
    let pick = move |place: usize| {
        if let Some(code) = outlines.code(place) {
            on_pick.run(code);
        }
        if let Some(label) = outlines.label(place) {
            gestures.centre(label);
        }
    };
    let zoom = move |factor: f64| {
        gestures.zoom(factor, picked.get_untracked().and_then(|place| outlines.label(place)));
    };
    let on_wheel = move |event: ev::WheelEvent| {
        // A page that is scrolled past must not catch the wheel: the map zooms when it has been chosen, or with Ctrl.
        if is_focused.try_get_untracked() == Some(true) || event.ctrl_key() {
            gestures.wheel(&event);
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            "+" => return zoom(0.5),
            "-" => return zoom(2.0),
            "0" => return gestures.reset(),
            "Escape" => {
                event.prevent_default();
                gestures.reset();
                return on_pick.run("00".to_owned());
            }
            _ => {}
        }
        let said = |place: usize| {
            panel.with_untracked(|panel| Some(outlines.said(place, &panel.as_ref()?.areas)?.spoken.clone()))
        };
        if let Some(step) = outlines.step(&event, picked.get_untracked(), language.get_untracked(), said) {
            event.prevent_default();
            spoken.set(step.spoken);
            if let Some(place) = step.to {
                pick(place);
            }
        }
    };
    let on_click = move |event: ev::MouseEvent| {
        if let Some(place) = place_of(event.target()) {
            pick(place);
        }
    };
    // The outline follows what is pointed at anywhere; the tooltip only the pointer here.
    let marked = outlines.marked(pointing);
    let pointer = Pointer::new(pointing, move |place| outlines.code(place));
    let on_move = move |event: ev::PointerEvent| match gestures.is_pulling() {
        true => pointer.left(),
        false => pointer.moved(&event),
    };
    let said = move |place: usize| {
        let lines = panel.with(|panel| Some(outlines.said(place, &panel.as_ref()?.areas)?.lines.clone()));
        let lines = lines.unwrap_or_else(|| vec![words::outside(language.get()).to_owned()]);
        outlines.name(place, language.get()).map(|name| (name, lines))
    };
    let insets = outlines.with(|outlines| outlines.insets.clone());
    let has_insets = !insets.is_empty();
    let insets = insets
        .into_iter()
        .zip(["inset-0", "inset-1", "inset-2", "inset-3"])
        .map(|(inset, name)| view! { <MapInset inset name outlines shades lit pointed=marked picked/> })
        .collect_view();
    let summary = move || panel.with(|panel| panel.as_ref().map(|panel| panel.summary.clone()));
    let is_whole = move || gestures.is_whole();
    view! {
        <div class="map-view" class=("map-view--seven", move || panel.with(|panel| panel.as_ref().is_some_and(MapPanel::has_many_classes))) on:click=on_click on:pointermove=on_move on:pointerleave=move |_| pointer.left()>
            <div class="map-view__main">
                <div
                    class="map-view__map"
                    class=("map-view__map--tiled", is_tiled)
                    class=("map-view__map--zoomed", move || !gestures.is_whole())
                    class=("map-view__map--pulled", move || gestures.is_pulling())
                    id=own("map")
                    tabindex="0"
                    role="application"
                    aria-label=summary
                    aria-describedby=own("map-keys")
                    on:keydown=on_keydown
                    on:wheel=on_wheel
                    on:pointerdown=move |event| gestures.pressed(&event)
                    on:pointermove=move |event| gestures.moved(&event)
                    on:pointerup=move |event| gestures.released(&event)
                    on:pointercancel=move |event| gestures.released(&event)
                    on:click=move |event| gestures.clicked(&event)
                    on:focus=move |_| { is_focused.try_set(true); }
                    on:blur=move |_| { is_focused.try_set(false); }
                >
                    <svg viewBox=move || gestures.frame().view_box() aria-hidden="true">
                        <Hatching name="map" unit=Signal::derive(move || gestures.frame().height / 700.0)/>
                        <MapAreas outlines frame=whole shades lit/>
                        {outlines.borders()}
                        <TileLabels outlines shades/>
                        {move || outlines.drawn("map-view__pointed", marked.get())}
                        {move || outlines.drawn("map-view__picked", picked.get())}
                    </svg>
                </div>
                <div class="map-view__zoom">
                    <button class="icon-button" type="button" aria-label=move || words::zoom_in(language.get()) on:click=move |_| zoom(0.5)>"+"</button>
                    <button class="icon-button" type="button" aria-label=move || words::zoom_out(language.get()) disabled=is_whole on:click=move |_| zoom(2.0)>"−"</button>
                    <button class="icon-button icon-button--wide" type="button" disabled=is_whole on:click=move |_| gestures.reset()>{move || words::zoom_reset(language.get())}</button>
                </div>
            </div>
            <div class="map-view__side">
                {has_insets.then(|| view! { <div class="map-view__insets" role="group" aria-label=move || words::insets(language.get())>{insets}</div> })}
                <TilesSay outlines/>
                <Legend panel n_drawn singled/>
            </div>
            <p class="map-view__keys map-view__hands">{move || words::hands(language.get())}</p>
            <p class="map-view__keys" id=own("map-keys")>{move || words::keys(language.get())}</p>
            <p class="visually-hidden" aria-live="polite">{move || spoken.get()}</p>
            <Tooltip pointer said/>
        </div>
    }
}
