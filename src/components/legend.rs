//! The legend of the map: each shade, what it means, how many areas.

use leptos::prelude::*;

use super::hatching::Hatching;
use crate::{
    state::place::PlaceState,
    view_model::map::{LegendRow, MapPanel, Shade},
    words::map as words,
};

/// The legend; pointing at a row lights up its areas.
#[component]
pub fn Legend(
    #[prop(into)] panel: Signal<Option<MapPanel>>,
    /// How many areas the map draws.
    n_drawn: usize,
    #[prop(into)] on_point: Callback<Option<Shade>>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let row = move |row: LegendRow| {
        let shade = row.shade;
        view! {
            <li
                class="legend__row"
                on:pointerenter=move |_| on_point.run(Some(shade))
                on:pointerleave=move |_| on_point.run(None)
            >
                <svg class="legend__swatch" viewBox="0 0 24 16" aria-hidden="true">
                    <rect class=format!("area area--{}", shade.css()) x="1" y="1" width="22" height="14"/>
                </svg>
                <span class="legend__label">{row.label}</span>
                <span class="legend__count">{row.count}</span>
            </li>
        }
    };
    let rows = move || {
        panel.get().map(|panel| {
            let outside = panel.outside(n_drawn, language.get());
            panel.legend.into_iter().chain(outside).map(row).collect_view()
        })
    };
    view! {
        <div class="legend">
            <svg class="legend__patterns" aria-hidden="true"><Hatching name="legend" unit=0.85/></svg>
            <h3 class="legend__title">{move || words::legend(language.get())}</h3>
            <ul class="legend__rows">{rows}</ul>
            {move || panel.get().map(|panel| {
                panel.notes.into_iter().map(|note| view! { <p class="legend__note">{note}</p> }).collect_view()
            })}
        </div>
    }
}
