//! Where a place lies: what sort it is, the map with it marked, its neighbours and its parts; and which figures are shown.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    components::locator_map::LocatorMap,
    export::{address::Page, area_address::AreaAddress},
    model::{catalogue::Reality, text::Language},
    state::place::PlaceState,
    view_model::area::{Maps, PlaceLink, PlacePanel},
    words::area as words,
};

/// The place among others.
#[component]
pub fn Whereabouts(
    panel: PlacePanel,
    maps: Arc<Maps>,
    reality: Memo<Option<Reality>>,
    on_pick: Callback<String>,
) -> impl IntoView {
    let language = PlaceState::get().language().get_untracked();
    let PlacePanel { level, place, name, kind, above, parts, neighbours, .. } = panel;
    let outlines = maps.of(level).cloned();
    let map = outlines.map(|outlines| {
        let credit = outlines.credit.get(language).to_owned();
        view! {
            <figure class="area-page__map">
                <LocatorMap outlines on_pick marked=place/>
                <figcaption class="card__credit">{name}". "{credit}</figcaption>
            </figure>
        }
    });
    let parts_title = if above.is_some() { words::municipalities } else { words::counties };
    // Another level may have other figures: only to the neighbours do these go along.
    let of_their_own = Signal::stored(None);
    let neighbours = match neighbours.is_empty() {
        true => view! { <p>{words::no_neighbours(language)}</p> }.into_any(),
        false => links(neighbours, reality.into(), language),
    };
    view! {
        <div class="area-page__whereabouts">
            <div>
                <p class="area-page__kind">{kind}</p>
                {above.map(|above| links(vec![above], of_their_own, language))}
                <h2 class="area-page__label">{words::neighbours(language)}</h2>
                {neighbours}
                {(!parts.is_empty()).then(|| view! {
                    <h2 class="area-page__label">{parts_title(language)}</h2>
                    {links(parts, of_their_own, language)}
                })}
            </div>
            {map}
        </div>
    }
}

/// Ways to other places, with the figures that are shown there.
fn links(places: Vec<PlaceLink>, reality: Signal<Option<Reality>>, language: Language) -> AnyView {
    let place = PlaceState::get();
    let link = |PlaceLink { code, name }: PlaceLink| {
        // What counts as like goes along; which datasets there are may not.
        let asked = move || place.address().with(AreaAddress::of);
        let href = move || place.href(Page::Area, &asked().of_place(language, &code, reality.get()));
        view! { <li><a class="area-page__place" href=href>{name}</a></li> }
    };
    view! { <ul class="area-page__places">{places.into_iter().map(link).collect_view()}</ul> }.into_any()
}

/// Published or made-up figures: one of the two, never both.
#[component]
pub fn WhichFigures(code: Memo<Option<String>>, reality: Memo<Option<Reality>>) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let link = |offered: Reality| {
        let name: fn(Language) -> &'static str = match offered {
            Reality::Published => words::published,
            Reality::Synthetic => words::synthetic,
        };
        let href = move || {
            let asked = place.address().with(AreaAddress::of);
            let to = asked.of_place(language.get(), &code.get().unwrap_or_default(), Some(offered));
            place.href(Page::Area, &to)
        };
        let current = move || (reality.get() == Some(offered)).then_some("true");
        view! { <a class="area-page__choice" href=href aria-current=current>{move || name(language.get())}</a> }
    };
    let links = Reality::ALL.map(link).collect_view();
    view! { <nav class="area-page__which" aria-label=move || words::which_figures(language.get())>{links}</nav> }
}
