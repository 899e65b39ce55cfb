//! A part of the map, shown larger: the same areas through another frame.

use leptos::prelude::*;

use super::{hatching::Hatching, map_areas::MapAreas, map_outlines::MapOutlines};
use crate::{model::outline::Inset, state::place::PlaceState, view_model::map::Shade};

/// One inset. Clicks and pointing are caught by the map around it.
#[component]
pub fn MapInset(
    inset: Inset,
    /// Tells the patterns of this inset from those of another.
    name: &'static str,
    outlines: MapOutlines,
    #[prop(into)] shades: Signal<Vec<Shade>>,
    #[prop(into)] lit: Signal<Option<Shade>>,
    /// The area that is pointed at, by its place among the outlines.
    #[prop(into)]
    pointed: Signal<Option<usize>>,
    #[prop(into)] picked: Signal<Option<usize>>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let frame = inset.frame;
    view! {
        <figure class=format!("map-inset map-inset--{name}")>
            <svg viewBox=frame.view_box() aria-hidden="true">
                <Hatching name unit=frame.width / 220.0/>
                <MapAreas outlines frame shades lit/>
                {move || outlines.drawn("map-view__pointed", pointed.get())}
                {move || outlines.drawn("map-view__picked", picked.get())}
            </svg>
            <figcaption class="map-inset__name">{move || inset.name.get(language.get()).to_owned()}</figcaption>
        </figure>
    }
}
