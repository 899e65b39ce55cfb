//! What a map of squares has beside them: their names, where squares are few and large enough to hold them, and how they are read.

use leptos::prelude::*;

use super::map_outlines::MapOutlines;
use crate::{
    state::place::PlaceState,
    view_model::{map::Shade, tile_label::lines},
    words::map as words,
};

/// More squares than this are too small for words.
const MOST_LABELLED: usize = 30;

/// How far apart two lines are, of the side of a square.
const LINE: f64 = 0.19;

/// The names; nothing where there are too many squares, or none.
#[component]
pub fn TileLabels(
    outlines: MapOutlines,
    /// How each square is painted, in their order: the name stands out from it.
    #[prop(into)]
    shades: Signal<Vec<Shade>>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let is_labelled = outlines.with(|outlines| outlines.is_tiled && outlines.areas.len() <= MOST_LABELLED);
    let labels = move || {
        let language = language.get();
        outlines.with(|outlines| {
            let labels = outlines.areas.iter().enumerate().map(|(square, area)| {
                let shade = move || shades.with(|shades| shades.get(square).copied().unwrap_or(Shade::Outside));
                let class = move || format!("tile-labels__line on--{}", shade().css());
                let (x, y) = area.label;
                let lines = lines(area.name.get(language));
                let height = area.frame.height * LINE;
                let first = y - height * (lines.len() as f64 - 1.0) / 2.0;
                let line = |(place, line): (usize, String)| {
                    let y = format!("{:.1}", first + height * place as f64);
                    view! { <text class=class x=x y=y>{line}</text> }
                };
                lines.into_iter().enumerate().map(line).collect_view()
            });
            labels.collect_view()
        })
    };
    is_labelled.then(|| view! { <g class="tile-labels">{labels}</g> })
}

/// How squares are read; nothing where a map has none.
#[component]
pub fn TilesSay(outlines: MapOutlines) -> impl IntoView {
    let language = PlaceState::get().language();
    let is_tiled = outlines.with(|outlines| outlines.is_tiled);
    is_tiled.then(|| view! { <p class="map-view__tiled">{move || words::tiles_say(language.get())}</p> })
}
