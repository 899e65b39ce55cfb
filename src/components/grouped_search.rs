//! An editable combobox by the ARIA pattern whose hits stand in groups. On a phone it is a sheet of its own while it is open.

use leptos::prelude::*;

use super::combobox::Combobox;
use crate::{
    browser::document,
    state::place::PlaceState,
    view_model::search::{Group, Hit},
    words::search as words,
};

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
    let combobox = Combobox::new("explore-search", typed);
    let was_focused = StoredValue::new(false);
    let hits = Memo::new(move |_| {
        groups.with(|groups| groups.iter().flat_map(|group| group.hits.iter().cloned()).collect::<Vec<Hit>>())
    });
    // More may come while the reader walks in the list: what was about to be picked is followed to its new place.
    let follow = move |new: &Vec<Hit>, old: Option<&Vec<Hit>>, _| {
        combobox.follow(|place| {
            let at = old?.get(place)?;
            new.iter().position(|hit| hit.is_same(at))
        });
    };
    Effect::watch(move || hits.get(), follow, false);
    let leave = move || {
        combobox.shut();
        // Else the keyboard of a phone would stay over the page.
        if document::is_narrow() {
            document::blur(&combobox.id("input"));
        }
    };
    let pick = move |hit: Hit| {
        typed.set(String::new());
        leave();
        on_pick.run(hit);
    };
    let submit = move || {
        let hit = |place: usize| hits.with_untracked(|hits| hits.get(place).cloned());
        match combobox.asked().and_then(hit) {
            Some(hit) => pick(hit),
            None => combobox.open(),
        }
    };
    let is_listed = Memo::new(move |_| combobox.is_open() && hits.with(|hits| !hits.is_empty()));
    // More may come between a press and its release: what then stands there is not what was pressed.
    let pressed = StoredValue::new(None::<Hit>);
    let option = move |(place, hit): (usize, Hit)| {
        let Hit { label, within, mark, is_synthetic, language: own, .. } = hit.clone();
        let lang = move || (own != language.get()).then(|| own.tag());
        let at_press = hit.clone();
        view! {
            <div
                class="grouped-search__option"
                id=combobox.option_id(place)
                role="option"
                aria-selected=move || combobox.is_selected(place)
                on:pointerdown=move |_| pressed.set_value(Some(at_press.clone()))
                on:click=move |_| {
                    if pressed.try_update_value(Option::take).flatten().is_none_or(|at_press| at_press.is_same(&hit)) {
                        pick(hit.clone());
                    }
                }
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
        <div class="grouped-search" class=("grouped-search--open", move || combobox.is_open()) role="search" aria-label=move || words::label(language.get())>
            <label class="grouped-search__label" for=combobox.id("input")>{move || words::label(language.get())}</label>
            <div class="grouped-search__row">
                <input
                    class="input grouped-search__input"
                    id=combobox.id("input")
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="go"
                    placeholder=move || words::hint(language.get())
                    aria-autocomplete="list"
                    aria-expanded=move || if is_listed.get() { "true" } else { "false" }
                    aria-controls=combobox.id("list")
                    aria-activedescendant=move || combobox.active_id().filter(|_| is_listed.get())
                    prop:value=move || typed.get()
                    on:focus=move |_| {
                        if !was_focused.get_value() {
                            was_focused.set_value(true);
                            on_first_focus.run(());
                        }
                    }
                    on:input:target=move |event| combobox.write(event.target().value())
                    on:click=move |_| combobox.open()
                    // A phone that puts its keyboard away has not left the sheet.
                    on:blur=move |event| {
                        if event.related_target().is_some() || !document::is_narrow() {
                            combobox.shut();
                        }
                    }
                    on:keydown=move |event| combobox.keydown(&event, hits.with_untracked(Vec::len), submit)
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
                id=combobox.id("list")
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
