//! What the keyboard can do: one list for all pages.

use leptos::prelude::*;

use crate::{
    model::text::Language,
    state::place::PlaceState,
    words::{difference, explore, flow, funnel, keyboard as words, map, presentation, time},
};

/// Where, and what the keys do there.
type Help = (fn(Language) -> &'static str, fn(Language) -> &'static str);

const HELP: [Help; 10] = [
    (words::everywhere, words::everywhere_keys),
    (words::search, words::search_keys),
    (words::map, map::keys),
    (words::chart, explore::chart_keys),
    (words::time, time::keys),
    (words::funnel, funnel::keys),
    (words::difference, difference::keys),
    (words::flow, flow::keys),
    (words::table, words::table_keys),
    (presentation::name, presentation::keys),
];

/// The list, closed until it is asked for.
#[component]
pub fn KeyboardHelp() -> impl IntoView {
    let language = PlaceState::get().language();
    let entry = |(place, keys): Help| {
        view! {
            <dt>{move || place(language.get())}</dt>
            <dd>{move || keys(language.get())}</dd>
        }
    };
    view! {
        <details class="keyboard-help">
            <summary>{move || words::title(language.get())}</summary>
            <dl>{HELP.into_iter().map(entry).collect_view()}</dl>
        </details>
    }
}
