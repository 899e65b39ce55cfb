//! What is compared now: each with the ways to leave it out or to compare the others with it; and a select to add another.

use leptos::prelude::*;

use crate::{
    browser::document,
    components::select_field::SelectField,
    state::{kept::KeptState, place::PlaceState},
    view_model::{
        compare::ComparePanel,
        controls::{Choosable, Select},
    },
    words::{compare as words, kept as words_of_kept},
};

/// The id of the heading: where the keyboard goes when the button it was on is gone.
const HEADING: &str = "compare-chosen";

/// The id of what stands before the pinned places.
const QUICK: &str = "compare-pinned";

/// The list of those compared. The callbacks are told a code.
#[component]
pub fn Chosen(
    #[prop(into)] panel: Signal<ComparePanel>,
    #[prop(into)] add: Signal<Select>,
    /// Whether those compared are places.
    #[prop(into)]
    has_places: Signal<bool>,
    on_add: Callback<String>,
    on_first: Callback<String>,
    on_remove: Callback<String>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let rows = Memo::new(move |_| {
        panel.with(|panel| panel.rows.iter().map(|row| (row.code.clone(), row.label.clone())).collect::<Vec<_>>())
    });
    let n_rows = Memo::new(move |_| rows.with(Vec::len));
    let first = Memo::new(move |_| rows.with(|rows| rows.first().map(|(code, _)| code.clone())));
    // A button that has done its work may be gone: then the keyboard must go somewhere.
    let is_pressed = StoredValue::new(false);
    Effect::new(move |before: Option<Vec<(String, String)>>| {
        let now = rows.get();
        if before.is_some_and(|before| before != now) && is_pressed.get_value() {
            is_pressed.set_value(false);
            request_animation_frame(|| document::focus_if_lost(HEADING));
        }
        now
    });
    let told = move |told: Callback<String>, code: &str| {
        let code = code.to_owned();
        move |_| {
            is_pressed.set_value(true);
            told.run(code.clone());
        }
    };
    // With arrows alone a select may change at each: what is chosen is added by the button.
    let wanted = RwSignal::new(String::new());
    let select = Signal::derive(move || {
        let mut select = add.get();
        let wanted = wanted.get();
        let is_there = select.options.iter().any(|option| option.value == wanted);
        for option in &mut select.options {
            option.is_picked = if is_there { option.value == wanted } else { option.value.is_empty() };
        }
        select
    });
    let is_full = move || add.with(|add| add.shut_because.is_some());
    let add_wanted = move |_| {
        let code = wanted.get_untracked();
        wanted.set(String::new());
        if !code.is_empty() {
            on_add.run(code);
        }
    };
    let row = move |(code, label): (String, String)| {
        let (own, own_too) = (code.clone(), code.clone());
        let is_first = move || first.with(|first| first.as_deref() == Some(own.as_str()));
        let is_other = move || first.with(|first| first.as_deref() != Some(own_too.as_str()));
        let (name, removed) = (label.clone(), label.clone());
        let (to_first, to_remove) = (told(on_first, &code), told(on_remove, &code));
        let make_first = move || {
            let (name, to_first) = (name.clone(), to_first.clone());
            is_other().then(|| view! {
                <button class="button compare__button" type="button" aria-label=move || words::about(words::make_first(language.get()), &name) on:click=to_first>
                    {move || words::make_first(language.get())}
                </button>
            })
        };
        view! {
            <li class="compare__one">
                <span class="compare__name">{label}</span>
                {move || is_first().then(|| view! { <span class="compare__first">{words::first(language.get())}</span> })}
                {make_first}
                <button
                    class="button compare__button"
                    type="button"
                    disabled=move || n_rows.get() < 2
                    aria-label=move || words::about(words::remove(language.get()), &removed)
                    on:click=to_remove
                >
                    {move || words::remove(language.get())}
                </button>
            </li>
        }
    };
    let kept = KeptState::get().places();
    let quick = Memo::new(move |_| {
        let has_places = has_places.get();
        add.with(|add| {
            let is_pinned = |option: &&Choosable| has_places && kept.with(|kept| kept.is_pinned(&option.value));
            let offered = add.options.iter().filter(|_| add.shut_because.is_none()).filter(is_pinned);
            offered.map(|option| (option.value.clone(), option.label.clone())).collect::<Vec<_>>()
        })
    });
    let button = move |(code, name): (String, String)| {
        let label = name.clone();
        let add = told(on_add, &code);
        view! {
            <button class="button" type="button" aria-label=move || words::about(words::add(language.get()), &label) on:click=add>{name}</button>
        }
    };
    view! {
        <section class="compare__chosen">
            <h2 class="compare__label" id=HEADING tabindex="-1">{move || words::chosen(language.get())}</h2>
            <ul class="compare__list" aria-labelledby=HEADING>
                <For each=move || rows.get() key=|row| row.clone() let(it)>{row(it)}</For>
            </ul>
            <div class="compare__add">
                <SelectField select on_choose=Callback::new(move |code| wanted.set(code))/>
                <button class="button" type="button" disabled=is_full on:click=add_wanted>{move || words::add(language.get())}</button>
            </div>
            {move || quick.with(|quick| !quick.is_empty()).then(|| view! {
                <div class="kept__quick" role="group" aria-labelledby=QUICK>
                    <span class="kept__quick-label" id=QUICK>{words_of_kept::pinned(language.get())}</span>
                    <For each=move || quick.get() key=|it| it.clone() let(it)>{button(it)}</For>
                </div>
            })}
        </section>
    }
}
