//! The legend of the map: each shade, what it means, how many areas; a row pressed holds its areas apart from the others.

use leptos::prelude::*;

use super::{hatching::Hatching, heading::Heading};
use crate::{
    state::place::PlaceState,
    view_model::map::{LegendRow, MapPanel, Shade},
    words::map as words,
};

/// The width of the longest bar, in units of its own box.
const BAR: usize = 100;

/// The shade whose areas are seen apart from the others.
#[derive(Clone, Copy)]
pub struct Singled {
    pointed: RwSignal<Option<Shade>>,
    held: RwSignal<Option<Shade>>,
}

impl Singled {
    /// None is pointed at; `held` is the one that the reader has pressed.
    pub fn new(held: RwSignal<Option<Shade>>) -> Self {
        Self { pointed: RwSignal::new(None), held }
    }

    /// The shade that all others step back for: the one pointed at, or the one held where the map has it.
    pub fn lit(self, panel: Signal<Option<MapPanel>>) -> Signal<Option<Shade>> {
        let is_there = move |shade: &Shade| panel.with(|panel| panel.as_ref().is_some_and(|it| it.has(*shade)));
        Signal::derive(move || self.pointed.get().filter(is_there).or_else(|| self.held.get().filter(is_there)))
    }
}

/// The legend; pointing at a row lights up its areas, pressing it holds them.
#[component]
pub fn Legend(
    #[prop(into)] panel: Signal<Option<MapPanel>>,
    /// How many areas the map draws.
    n_drawn: usize,
    singled: Singled,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let Singled { pointed, held } = singled;
    let rows = Memo::new(move |_| {
        panel.with(|panel| {
            let Some(panel) = panel else { return Vec::new() };
            panel.legend.iter().cloned().chain(panel.outside(n_drawn, language.get())).collect::<Vec<_>>()
        })
    });
    let most = Memo::new(move |_| {
        panel.with(|panel| panel.iter().flat_map(|it| &it.legend).map(|row| row.n_areas).max().unwrap_or_default())
    });
    let shades = Memo::new(move |_| rows.with(|rows| rows.iter().map(|row| row.shade).collect::<Vec<_>>()));
    // A shade stays the same element while its words change: the keyboard stays where it is.
    let row = move |shade: Shade| {
        let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.shade == shade).cloned()));
        let said = move |of: fn(&LegendRow) -> &str| row.with(|row| row.as_ref().map(|row| of(row).to_owned()));
        let length = move || {
            let n_areas = row.with(|row| row.as_ref().map_or(0, |row| row.n_areas));
            (n_areas * BAR).checked_div(most.get()).unwrap_or_default()
        };
        let is_held = move || held.get() == Some(shade);
        let press = move |_| held.update(|held| *held = (*held != Some(shade)).then_some(shade));
        view! {
            <li>
                <button
                    class="legend__row"
                    type="button"
                    aria-pressed=move || if is_held() { "true" } else { "false" }
                    on:pointerenter=move |_| { pointed.try_set(Some(shade)); }
                    on:pointerleave=move |_| { pointed.try_set(None); }
                    on:click=press
                >
                <svg class="legend__swatch" viewBox="0 0 24 16" aria-hidden="true">
                    <rect class=format!("area area--{}", shade.css()) x="1" y="1" width="22" height="14"/>
                </svg>
                <span class="legend__label">{move || said(|row| &row.label)}</span>
                <span class="legend__count">{move || said(|row| &row.count)}</span>
                <svg class="legend__bar" viewBox=format!("0 0 {BAR} 4") preserveAspectRatio="none" aria-hidden="true">
                    <rect width=length height="4"/>
                </svg>
                </button>
            </li>
        }
    };
    view! {
        <div class="legend">
            <svg class="legend__patterns" aria-hidden="true"><Hatching name="legend" unit=0.85/></svg>
            <Heading alone=3 class="heading legend__title">{move || words::legend(language.get())}</Heading>
            <ul class="legend__rows"><For each=move || shades.get() key=|shade| *shade let(shade)>{row(shade)}</For></ul>
            <p class="legend__hint">{move || words::legend_hint(language.get())}</p>
            {move || panel.get().map(|panel| {
                panel.notes.into_iter().map(|note| view! { <p class="legend__note">{note}</p> }).collect_view()
            })}
        </div>
    }
}
