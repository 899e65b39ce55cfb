//! "Find my municipality": an editable combobox by the ARIA pattern, forgiving about spelling.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use crate::{
    browser::document,
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
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let offered = Memo::new(move |_| {
        let typed = typed.get();
        let most = if typed.trim().is_empty() { usize::MAX } else { MOST_OFFERED };
        outlines
            .with_value(|outlines| find(&outlines.areas, &typed, most).into_iter().cloned().collect::<Vec<Outline>>())
    });
    let list_id = format!("{name}-list");
    let input_id = format!("{name}-input");
    let option_id = move |place: usize| format!("{name}-option-{place}");
    let label_of = move |area: &Outline| area.name.get(language.get_untracked()).to_owned();
    let pick = move |area: &Outline| {
        typed.set(label_of(area));
        is_open.set(false);
        active.set(None);
        on_pick.run(area.code.clone());
    };
    let move_to = move |place: usize| {
        is_open.set(true);
        active.set(Some(place));
        document::scroll_into_list(&option_id(place));
    };
    let submit = move || {
        let place = active.get_untracked().unwrap_or(0);
        let area = offered.with_untracked(|offered| offered.get(place).cloned());
        match area.filter(|_| !typed.get_untracked().trim().is_empty() || active.get_untracked().is_some()) {
            Some(area) => pick(&area),
            None => is_open.set(true),
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        let n = offered.with_untracked(Vec::len);
        let last = n.saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" if n > 0 => {
                move_to(active.get_untracked().map_or(0, |place| if place >= last { 0 } else { place + 1 }))
            }
            "ArrowUp" if n > 0 => {
                move_to(active.get_untracked().map_or(last, |place| place.checked_sub(1).unwrap_or(last)))
            }
            "Enter" => submit(),
            // What lies around the box has its own use of the key, when the list is shut.
            "Escape" if is_open.get_untracked() => {
                is_open.set(false);
                event.stop_propagation();
            }
            "Escape" => typed.set(String::new()),
            _ => return,
        }
        event.prevent_default();
    };
    let options = move || {
        let option = |(place, area): (usize, Outline)| {
            let label = label_of(&area);
            let code = area.code.clone();
            view! {
                <li
                    class="place-search__option"
                    id=option_id(place)
                    role="option"
                    aria-selected=move || if active.get() == Some(place) { "true" } else { "false" }
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
    let is_listed = move || is_open.get() && !is_none();
    let controlled = list_id.clone();
    view! {
        <div class="place-search" role="search" aria-label=move || label(language.get())>
            <label class="place-search__label" for=input_id.clone()>{move || label(language.get())}</label>
            <div class="place-search__row">
                <input
                    class="input place-search__input"
                    id=input_id
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    autocapitalize="words"
                    spellcheck="false"
                    placeholder=move || words::find_hint(language.get())
                    aria-autocomplete="list"
                    aria-expanded=move || if is_listed() { "true" } else { "false" }
                    aria-controls=controlled
                    aria-activedescendant=move || active.get().filter(|_| is_listed()).map(option_id)
                    prop:value=move || typed.get()
                    on:input:target=move |event| {
                        typed.set(event.target().value());
                        active.set(None);
                        is_open.set(true);
                    }
                    on:click=move |_| is_open.set(true)
                    on:blur=move |_| is_open.set(false)
                    on:keydown=on_keydown
                />
                <button class="button button--primary" type="button" on:click=move |_| submit()>
                    {move || words::find_go(language.get())}
                </button>
                <ul class="place-search__list" id=list_id role="listbox" hidden=move || !is_listed() aria-label=move || label(language.get())>
                    {options}
                </ul>
            </div>
            <p class="place-search__none" role="status">
                {move || (is_none() && !typed.get().trim().is_empty()).then(|| words::find_none(language.get()))}
            </p>
        </div>
    }
}
