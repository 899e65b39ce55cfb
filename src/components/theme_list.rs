//! The themes as links, each with what it is about.

use leptos::prelude::*;

use super::small_bars::SmallBars;
use crate::{
    export::address::{Address, Page},
    model::{choice::Choice, theme::Theme},
    state::place::PlaceState,
    view_model::theme_picture::PicturePanel,
    words::theme as words,
};

/// All themes but the one at hand.
#[component]
pub fn ThemeList(
    /// The theme that the reader is at.
    #[prop(optional)]
    but: Option<Theme>,
    /// What the addresses say besides the language.
    #[prop(optional)]
    along: Signal<Choice>,
    /// The picture of each, where it is to have one.
    #[prop(optional)]
    picture: Option<Callback<Theme, Option<PicturePanel>>>,
) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let item = move |theme: Theme| {
        let href = move || {
            let address = Address { language: language.get(), choice: along.get(), ..Address::default() };
            place.href(Page::Theme(theme), &address)
        };
        view! {
            <li class="theme-list__item">
                <a class="theme-list__link" href=href>{move || words::name(language.get(), theme)}</a>
                <p class="theme-list__lead">{move || words::lead(language.get(), theme)}</p>
                {picture.map(|picture| move || picture.run(theme).map(|panel| view! { <SmallBars panel/> }))}
            </li>
        }
    };
    let themes = Theme::ALL.into_iter().filter(|theme| Some(*theme) != but);
    view! { <ul class="theme-list">{themes.map(item).collect_view()}</ul> }
}
