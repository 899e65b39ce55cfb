//! One of several small maps: its areas are walked and picked as those of the large one.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{
    map_areas::MapAreas,
    map_view::{direction_name, direction_of, northernmost},
};
use crate::{
    model::outline::Outlines,
    state::{naming::own, place::PlaceState},
    view_model::{
        map::{Shade, SmallMap as Panel},
        walk::step,
    },
    words::map as words,
};

/// What several small maps share: what is drawn, what is pointed at, picked, lit up and said.
#[derive(Clone, Copy)]
pub struct Shared {
    /// What is drawn.
    pub outlines: StoredValue<Arc<Outlines>>,
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
    let (frame, borders) = outlines.with_value(|outlines| (outlines.frame, outlines.borders.clone()));
    // What is said of an area, by its code.
    let said = move |code: &str| {
        panel.with_untracked(|panel| {
            let area = panel.iter().flat_map(|it| &it.panel.areas).find(|area| area.code == code);
            area.map(|area| area.spoken.clone())
        })
    };
    let shades = Memo::new(move |_| {
        panel.with(|panel| {
            let areas = panel.iter().flat_map(|it| &it.panel.areas);
            let by_code: std::collections::HashMap<&str, Shade> =
                areas.map(|area| (area.code.as_str(), area.shade)).collect();
            let of = |code: &str| by_code.get(code).copied().unwrap_or(Shade::Outside);
            outlines.with_value(|outlines| outlines.areas.iter().map(|area| of(&area.code)).collect::<Vec<_>>())
        })
    });
    let on_keydown = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            return on_pick.run("00".to_owned());
        }
        let Some(direction) = direction_of(&event) else { return };
        event.prevent_default();
        let language = language.get_untracked();
        let way = direction_name(direction, language);
        let next = outlines.with_value(|outlines| {
            let next = match picked.get_untracked() {
                Some(from) => step(outlines, from, direction),
                None => northernmost(outlines),
            };
            next.and_then(|next| outlines.areas.get(next))
                .map(|area| (area.code.clone(), area.name.get(language).to_owned()))
        });
        match next {
            Some((code, name)) => {
                let what = said(&code).unwrap_or_else(|| format!("{name}: {}", words::outside(language)));
                spoken.set(format!("{way}: {what}"));
                on_pick.run(code);
            }
            None => spoken.set(format!("{way}: {}", words::no_neighbour(language))),
        }
    };
    let outline_of = move |class: &'static str, place: Option<usize>| {
        let path = outlines.with_value(|outlines| outlines.areas.get(place?).map(|area| area.path.clone()));
        path.map(|path| view! { <path class=class d=path/> })
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
                    {borders.map(|path| view! { <path class="map-view__borders" d=path/> })}
                    {move || outline_of("map-view__pointed", pointed.get())}
                    {move || outline_of("map-view__picked", picked.get())}
                </svg>
            </div>
        </figure>
    }
}
