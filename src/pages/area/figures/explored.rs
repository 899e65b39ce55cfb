//! The ways to Explore: the same question, at what was picked.

use leptos::prelude::*;

use crate::{
    export::address::{Address, Page, View},
    model::{choice::Choice, text::Language},
    state::place::PlaceState,
};

fn explore_address(choice: Choice, view: View, language: Language) -> Address {
    Address { language, view, choice, ..Address::default() }
}

/// The address of Explore with this choice.
pub fn explore_href(place: PlaceState, choice: &Choice, language: Language) -> String {
    place.href(Page::Explore, &explore_address(choice.clone(), View::All, language))
}

/// What goes to Explore when a code is picked: the same question at that category of the dimension.
pub fn on_pick_in_explore(dimension: String, choice: Choice, view: View, language: Language) -> Callback<String> {
    let place = PlaceState::get();
    Callback::new(move |code: String| {
        place.go(Page::Explore, explore_address(choice.clone().at(&dimension, &code), view, language));
    })
}
