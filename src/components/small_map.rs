//! One of several small maps: its areas are walked and picked as those of the large one.

use leptos::{ev, prelude::*};

use super::{map_areas::MapAreas, map_outlines::MapOutlines};
use crate::{
    state::{naming::own, place::PlaceState},
    view_model::map::{Shade, SmallMap as Panel},
};

/// What several small maps share: what is drawn, what is pointed at, picked, lit up and said.
#[derive(Clone, Copy)]
pub struct Shared {
    /// What is drawn.
    pub outlines: MapOutlines,
    /// The area under the pointer, by its place among the outlines.
    pub pointed: Signal<Option<usize>>,
    /// The picked area, likewise.
    pub picked: Signal<Option<usize>>,
    /// The shade that all others step back for.
    pub lit: Signal<Option<Shade>>,
    /// What a screen reader is told.
    pub spoken: RwSignal<String>,
    /// Is told the code of an area, or of the nation (`00`) when nothing is picked.
    pub on_pick: Callback<String>,
}

/// The small map at this place among its siblings. Clicks and pointing are caught by what is around it.
#[component]
pub fn SmallMap(place: usize, #[prop(into)] panel: Signal<Option<Panel>>, shared: Shared) -> impl IntoView {
    let language = PlaceState::get().language();
    let Shared { outlines, pointed, picked, lit, spoken, on_pick } = shared;
    let frame = outlines.frame();
    let said = move |place: usize| {
        panel.with_untracked(|it| Some(outlines.said(place, &it.as_ref()?.panel.areas)?.spoken.clone()))
    };
    let shades = Memo::new(move |_| panel.with(|it| outlines.shades(it.as_ref().map_or(&[], |it| &it.panel.areas))));
    let on_keydown = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            return on_pick.run("00".to_owned());
        }
        if let Some(step) = outlines.step(&event, picked.get_untracked(), language.get_untracked(), said) {
            event.prevent_default();
            spoken.set(step.spoken);
            if let Some(code) = step.to.and_then(|place| outlines.code(place)) {
                on_pick.run(code);
            }
        }
    };
    let of = move |part: fn(&Panel) -> &String| move || panel.with(|panel| panel.as_ref().map(|it| part(it).clone()));
    view! {
        <figure class="small-map">
            <figcaption class="small-map__title">{of(|it| &it.name)}</figcaption>
            <div
                class="small-map__map"
                id=own(&format!("map-{place}"))
                tabindex="0"
                role="application"
                aria-label=of(|it| &it.panel.summary)
                aria-describedby=own("map-keys")
                on:keydown=on_keydown
            >
                <svg viewBox=frame.view_box() aria-hidden="true">
                    <MapAreas outlines frame shades lit/>
                    {outlines.borders()}
                    {move || outlines.drawn("map-view__pointed", pointed.get())}
                    {move || outlines.drawn("map-view__picked", picked.get())}
                </svg>
            </div>
        </figure>
    }
}
