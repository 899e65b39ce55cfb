//! "Find my municipality": an editable combobox by the ARIA pattern, forgiving about spelling.

use std::sync::Arc;

use leptos::prelude::*;

use super::combobox::Combobox;
use crate::{
    model::{
        outline::{Outline, Outlines},
        text::Language,
    },
    state::place::PlaceState,
    view_model::walk::find,
    words::start as words,
};

/// So many places are offered at a time while something is typed.
const MOST_OFFERED: usize = 8;

/// A box to type a place's name in. `on_pick` is told its code.
#[component]
pub fn PlaceSearch(
    outlines: Arc<Outlines>,
    #[prop(into)] on_pick: Callback<String>,
    /// Tells the parts of this box from those of another.
    name: &'static str,
    /// What it is called.
    label: fn(Language) -> &'static str,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let outlines = StoredValue::new(outlines);
    let typed = RwSignal::new(String::new());
    let combobox = Combobox::new(name, typed);
    let offered = Memo::new(move |_| {
        let typed = typed.get();
        let most = if typed.trim().is_empty() { usize::MAX } else { MOST_OFFERED };
        outlines
            .with_value(|outlines| find(&outlines.areas, &typed, most).into_iter().cloned().collect::<Vec<Outline>>())
    });
    let label_of = move |area: &Outline| area.name.get(language.get_untracked()).to_owned();
    let pick = move |area: &Outline| {
        typed.set(label_of(area));
        combobox.shut();
        on_pick.run(area.code.clone());
    };
    let submit = move || {
        let area = |place: usize| offered.with_untracked(|offered| offered.get(place).cloned());
        match combobox.asked().and_then(area) {
            Some(area) => pick(&area),
            None => combobox.open(),
        }
    };
    let options = move || {
        let option = |(place, area): (usize, Outline)| {
            let label = label_of(&area);
            let code = area.code.clone();
            view! {
                <li
                    class="place-search__option"
                    id=combobox.option_id(place)
                    role="option"
                    aria-selected=move || combobox.is_selected(place)
                    // The box must not lose the keyboard before the click has come through.
                    on:mousedown=move |event| event.prevent_default()
                    on:click=move |_| pick(&area)
                >
                    <span>{label}</span>
                    <span class="place-search__code">{code}</span>
                </li>
            }
        };
        offered.get().into_iter().enumerate().map(option).collect_view()
    };
    let is_none = move || offered.with(Vec::is_empty);
    let is_listed = move || combobox.is_open() && !is_none();
    view! {
        <div class="place-search" role="search" aria-label=move || label(language.get())>
            <label class="place-search__label" for=combobox.id("input")>{move || label(language.get())}</label>
            <div class="place-search__row">
                <input
                    class="input place-search__input"
                    id=combobox.id("input")
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    autocapitalize="words"
                    spellcheck="false"
                    placeholder=move || words::find_hint(language.get())
                    aria-autocomplete="list"
                    aria-expanded=move || if is_listed() { "true" } else { "false" }
                    aria-controls=combobox.id("list")
                    aria-activedescendant=move || combobox.active_id().filter(|_| is_listed())
                    prop:value=move || typed.get()
                    on:input:target=move |event| combobox.write(event.target().value())
                    on:click=move |_| combobox.open()
                    on:blur=move |_| combobox.fold()
                    on:keydown=move |event| combobox.keydown(&event, offered.with_untracked(Vec::len), submit)
                />
                <button class="button button--primary" type="button" on:click=move |_| submit()>
                    {move || words::find_go(language.get())}
                </button>
                <ul class="place-search__list" id=combobox.id("list") role="listbox" hidden=move || !is_listed() aria-label=move || label(language.get())>
                    {options}
                </ul>
            </div>
            <p class="place-search__none" role="status">
                {move || (is_none() && !typed.get().trim().is_empty()).then(|| words::find_none(language.get()))}
            </p>
        </div>
    }
}
