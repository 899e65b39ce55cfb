//! An editable combobox by the ARIA pattern whose hits stand in groups. On a phone it is a sheet of its own while it is open.

use leptos::{ev, prelude::*};

use crate::{
    browser::document,
    state::place::PlaceState,
    view_model::search::{Group, Hit},
    words::search as words,
};

const INPUT: &str = "explore-search-input";
const LIST: &str = "explore-search-list";

fn option_id(place: usize) -> String {
    format!("explore-search-option-{place}")
}

/// A box to type in, and what it finds.
#[component]
pub fn GroupedSearch(
    typed: RwSignal<String>,
    #[prop(into)] groups: Signal<Vec<Group>>,
    /// How many were found, or why nothing was.
    #[prop(into)]
    status: Signal<String>,
    on_first_focus: Callback<()>,
    on_pick: Callback<Hit>,
    /// What stands between the box and the hits.
    children: Children,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let was_focused = StoredValue::new(false);
    let hits = Memo::new(move |_| {
        groups.with(|groups| groups.iter().flat_map(|group| group.hits.iter().cloned()).collect::<Vec<Hit>>())
    });
    // Another list: what was about to be picked may be something else by now.
    Effect::watch(move || hits.track(), move |_, _, _| active.set(None), false);
    let shut = move || {
        is_open.set(false);
        active.set(None);
    };
    let leave = move || {
        shut();
        // Else the keyboard of a phone would stay over the page.
        if document::is_narrow() {
            document::blur(INPUT);
        }
    };
    let pick = move |hit: Hit| {
        typed.set(String::new());
        leave();
        on_pick.run(hit);
    };
    let move_to = move |place: usize| {
        is_open.set(true);
        active.set(Some(place));
        document::scroll_into_list(&option_id(place));
    };
    let submit = move || {
        let is_asked = active.get_untracked().is_some() || !typed.with_untracked(|typed| typed.trim().is_empty());
        let place = active.get_untracked().unwrap_or(0);
        match hits.with_untracked(|hits| hits.get(place).cloned()).filter(|_| is_asked) {
            Some(hit) => pick(hit),
            None => is_open.set(true),
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        let n = hits.with_untracked(Vec::len);
        let last = n.saturating_sub(1);
        let from = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if n > 0 => move_to(from.map_or(0, |place| if place >= last { 0 } else { place + 1 })),
            "ArrowUp" if n > 0 => move_to(from.map_or(last, |place| place.checked_sub(1).unwrap_or(last))),
            "Enter" => submit(),
            "Escape" if is_open.get_untracked() => shut(),
            "Escape" => typed.set(String::new()),
            _ => return,
        }
        event.prevent_default();
    };
    let is_listed = Memo::new(move |_| is_open.get() && hits.with(|hits| !hits.is_empty()));
    let option = move |(place, hit): (usize, Hit)| {
        let Hit { label, within, mark, is_synthetic, language: own, .. } = hit.clone();
        let lang = move || (own != language.get()).then(|| own.tag());
        view! {
            <div
                class="grouped-search__option"
                id=option_id(place)
                role="option"
                aria-selected=move || if active.get() == Some(place) { "true" } else { "false" }
                on:click=move |_| pick(hit.clone())
            >
                <span class="grouped-search__name" lang=lang>{label}</span>
                <span class="grouped-search__within">{within}</span>
                {mark.map(|mark| view! {
                    <span class="grouped-search__mark" class=("grouped-search__mark--synthetic", is_synthetic)>{mark}</span>
                })}
            </div>
        }
    };
    let list = move || {
        let mut next = 0;
        let groups = groups.get().into_iter().enumerate().map(|(nth, group)| {
            let id = format!("explore-search-group-{nth}");
            let title_id = id.clone();
            let first = next;
            next += group.hits.len();
            let options = group.hits.into_iter().enumerate().map(|(place, hit)| option((first + place, hit)));
            view! {
                <div role="group" aria-labelledby=id>
                    <div class="grouped-search__title" id=title_id role="presentation">{group.title}</div>
                    {options.collect_view()}
                </div>
            }
        });
        groups.collect_view()
    };
    view! {
        <div class="grouped-search" class=("grouped-search--open", move || is_open.get()) role="search" aria-label=move || words::label(language.get())>
            <label class="grouped-search__label" for=INPUT>{move || words::label(language.get())}</label>
            <div class="grouped-search__row">
                <input
                    class="input grouped-search__input"
                    id=INPUT
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="go"
                    placeholder=move || words::hint(language.get())
                    aria-autocomplete="list"
                    aria-expanded=move || if is_listed.get() { "true" } else { "false" }
                    aria-controls=LIST
                    aria-activedescendant=move || active.get().filter(|_| is_listed.get()).map(option_id)
                    prop:value=move || typed.get()
                    on:focus=move |_| {
                        if !was_focused.get_value() {
                            was_focused.set_value(true);
                            on_first_focus.run(());
                        }
                    }
                    on:input:target=move |event| {
                        typed.set(event.target().value());
                        active.set(None);
                        is_open.set(true);
                    }
                    on:click=move |_| is_open.set(true)
                    // A phone that puts its keyboard away has not left the sheet.
                    on:blur=move |event| {
                        if event.related_target().is_some() || !document::is_narrow() {
                            shut();
                        }
                    }
                    on:keydown=on_keydown
                />
                // A sheet must have a way out that a finger finds.
                <button
                    class="button grouped-search__close"
                    type="button"
                    tabindex="-1"
                    on:mousedown=move |event| event.prevent_default()
                    on:click=move |_| leave()
                >
                    {move || words::close(language.get())}
                </button>
            </div>
            // What stands there is pressed without leaving the box.
            <div on:mousedown=move |event| event.prevent_default()>{children()}</div>
            <p class="grouped-search__status" role="status">{move || status.get()}</p>
            // The box must not lose the keyboard before the click has come through.
            <div
                class="grouped-search__list"
                id=LIST
                role="listbox"
                hidden=move || !is_listed.get()
                aria-label=move || words::results(language.get())
                on:mousedown=move |event| event.prevent_default()
            >
                {list}
            </div>
        </div>
    }
}
