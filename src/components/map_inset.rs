//! A part of the map, shown larger: the same areas through another frame.

use std::sync::Arc;

use leptos::prelude::*;

use super::hatching::Hatching;
use crate::{
    model::outline::{Inset, Outlines},
    state::place::PlaceState,
};

/// One inset. Clicks and pointing are caught by the map around it.
#[component]
pub fn MapInset(
    inset: Inset,
    /// Tells the patterns of this inset from those of another.
    name: &'static str,
    outlines: StoredValue<Arc<Outlines>>,
    class_of: Arc<dyn Fn(usize) -> String + Send + Sync>,
    #[prop(into)] picked: Signal<Option<usize>>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let frame = inset.frame;
    let paths = outlines.with_value(|outlines| {
        let shown = outlines.areas.iter().enumerate().filter(|(_, area)| area.frame.meets(frame));
        let path = |(place, area): (usize, &crate::model::outline::Outline)| {
            let class_of = class_of.clone();
            view! { <path class=move || class_of(place) d=area.path.clone() data-place=place/> }
        };
        shown.map(path).collect_view()
    });
    let picked = move || {
        let place = picked.get()?;
        let path = outlines.with_value(|outlines| outlines.areas.get(place).map(|area| area.path.clone()))?;
        Some(view! { <path class="map-view__picked" d=path/> })
    };
    view! {
        <figure class=format!("map-inset map-inset--{name}")>
            <svg viewBox=frame.view_box() aria-hidden="true">
                <Hatching name unit=frame.width / 220.0/>
                <g class="map-view__areas">{paths}</g>
                {picked}
            </svg>
            <figcaption class="map-inset__name">{move || inset.name.get(language.get()).to_owned()}</figcaption>
        </figure>
    }
}
