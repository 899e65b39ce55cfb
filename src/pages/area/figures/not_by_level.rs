//! The datasets that tell no places of this level apart.

use leptos::prelude::*;

use super::explored::explore_href;
use crate::{
    export::{address::Page, area_address::AreaAddress},
    model::{
        area::Level,
        catalogue::{CatalogueItem, Reality},
        choice::Choice,
        text::Language,
    },
    state::place::PlaceState,
    view_model::area::PlaceLink,
    words::area as words,
};

/// What tells no places of this level apart, and the way to the county where that tells more.
pub fn not_by_level(
    items: Vec<CatalogueItem>,
    level: Level,
    county: Option<PlaceLink>,
    reality: Reality,
    language: Language,
) -> Option<impl IntoView> {
    let place = PlaceState::get();
    let n_by_county = items.iter().filter(|item| item.levels.contains(&Level::County)).count();
    let to_county = county.filter(|_| n_by_county > 0).map(|county| {
        let href = place.href(Page::Area, &AreaAddress::to(language, &county.code, Some(reality)));
        view! { <p>{words::by_county_instead(language, n_by_county)} " " <a href=href>{county.name}</a> "."</p> }
    });
    let item = |item: CatalogueItem| {
        let href = explore_href(place, &Choice { dataset: Some(item.id), ..Choice::default() }, language);
        view! { <li class="dataset-list__item"><a class="dataset-list__link" href=href>{item.label.get(language).to_owned()}</a></li> }
    };
    (!items.is_empty()).then(|| {
        view! {
            <section class="area-page__nation">
                <h2>{words::not_by(language, level)}</h2>
                <p>{words::not_by_text(language, level)}</p>
                {to_county}
                <ul class="dataset-list">{items.into_iter().map(item).collect_view()}</ul>
            </section>
        }
    })
}
