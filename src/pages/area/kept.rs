//! The reader's own places: a pin for the place at hand, those pinned and looked at, and whether the device may remember them.

use leptos::prelude::*;

use crate::{
    browser::document,
    export::{address::Page, area_address::AreaAddress},
    state::{data::Arrival, kept::KeptState, place::PlaceState},
    view_model::area::{Maps, PlacePanel},
    words::kept as words,
};

/// The id of what unfolds the list.
const MINE: &str = "kept-mine";

/// A place by its code and its name.
type Named = (String, String);

/// The pin, and the list. Looking at a place puts it among those looked at.
#[component]
pub fn Kept(panel: Memo<Option<PlacePanel>>, maps: Memo<Arrival<Maps>>) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let state = KeptState::get();
    let places = state.places();
    let told = RwSignal::new(None::<(Named, bool)>);
    let here = Memo::new(move |_| panel.with(|panel| panel.as_ref().map(|it| (it.code.clone(), it.name.clone()))));
    let code = Memo::new(move |_| here.get().map(|(code, _)| code));
    Effect::new(move |_: Option<()>| {
        let code = code.get();
        told.set(None);
        if let Some(code) = code {
            state.change(|places| places.look_at(&code));
        }
    });
    let set_pin = move |named: Named, is_pinned: bool| {
        state.change(|places| if is_pinned { places.pin(&named.0) } else { places.unpin(&named.0) });
        told.set(Some((named, is_pinned)));
    };
    // Nothing is said of a pin that has gone since.
    let said = move || {
        let ((code, name), is_pinned) = told.get()?;
        let is_so = places.with(|places| places.is_pinned(&code)) == is_pinned;
        is_so.then(|| words::told(language.get(), &name, is_pinned, state.is_remembered().get()))
    };
    let pin = move || {
        let here = here.get()?;
        let is_pinned = places.with(|places| places.is_pinned(&here.0));
        let is_full = !is_pinned && !places.with(|places| places.has_room());
        let act = if is_pinned { words::unpin(language.get()) } else { words::pin(language.get()) };
        let label = words::about(act, &here.1);
        Some((here, is_pinned, is_full, label))
    };
    let pin = Memo::new(move |_| pin());
    let is_there = Memo::new(move |_| pin.with(Option::is_some));
    let on_pin = move |_| {
        if let Some((here, is_pinned, false, _)) = pin.get_untracked() {
            set_pin(here, !is_pinned);
        }
    };
    let is_full = move || pin.with(|pin| pin.as_ref().is_some_and(|it| it.2));
    let label = move || pin.with(|pin| pin.as_ref().map(|it| it.3.clone()));
    let named = move |codes: Vec<String>| -> Vec<Named> {
        let Arrival::Ready(maps) = maps.get() else { return Vec::new() };
        let every = maps.every_place();
        let name = |code: String| {
            let area = every.areas.iter().find(|area| area.code == code)?;
            Some((code, area.name.get(language.get()).to_owned()))
        };
        codes.into_iter().filter_map(name).collect()
    };
    let pinned = Memo::new(move |_| named(places.with(|places| places.pinned().to_vec())));
    let recent = Memo::new(move |_| {
        let here = code.get();
        let is_other = |code: &&String| Some(*code) != here.as_ref();
        named(places.with(|places| {
            let others = places.recent().iter().filter(is_other).filter(|code| !places.is_pinned(code));
            others.cloned().collect()
        }))
    });
    let link = move |(code, name): Named| {
        let href = move || place.href(Page::Area, &AreaAddress::to(language.get(), &code, None));
        view! { <a href=href>{name}</a> }
    };
    let unpin = move |named: Named| {
        let name = named.1.clone();
        view! {
            <button
                class="button kept__unpin"
                type="button"
                aria-label=move || words::about(words::unpin(language.get()), &name)
                on:click=move |_| {
                    set_pin(named.clone(), false);
                    // The button that was pressed goes with its place.
                    request_animation_frame(|| document::focus_if_lost(MINE));
                }
            >
                {move || words::unpin(language.get())}
            </button>
        }
    };
    view! {
        <div class="kept">
            {move || is_there.get().then(|| view! {
                <button class="button" type="button" disabled=is_full on:click=on_pin>{label}</button>
            })}
            {move || is_full().then(|| view! { <p class="kept__said">{words::full(language.get())}</p> })}
            <p class="kept__said" role="status">{said}</p>
            <details class="kept__mine">
                <summary id=MINE>{move || words::title(language.get())}</summary>
                <h2 class="kept__label">{move || words::pinned(language.get())}</h2>
                {move || pinned.with(Vec::is_empty).then(|| view! { <p class="kept__said">{words::none_pinned(language.get())}</p> })}
                <ul class="kept__places kept__places--pinned">
                    <For each=move || pinned.get() key=|it| it.clone() let(it)>
                        <li class="kept__place">{link(it.clone())} {unpin(it)}</li>
                    </For>
                </ul>
                {move || recent.with(|recent| !recent.is_empty()).then(|| view! {
                    <h2 class="kept__label">{words::recent(language.get())}</h2>
                })}
                <ul class="kept__places kept__places--recent">
                    <For each=move || recent.get() key=|it| it.clone() let(it)>
                        <li class="kept__place">{link(it)}</li>
                    </For>
                </ul>
                <Remember/>
            </details>
        </div>
    }
}

/// Whether the device may remember the places; nothing is kept there before the reader says so.
#[component]
fn Remember() -> impl IntoView {
    let language = PlaceState::get().language();
    let state = KeptState::get();
    let (is_remembered, is_refused) = (state.is_remembered(), state.is_refused());
    let said = move || match (is_refused.get(), is_remembered.get()) {
        (true, _) => words::refused(language.get()),
        (false, true) => words::remembered(language.get()),
        (false, false) => words::not_remembered(language.get()),
    };
    view! {
        <label class="kept__remember">
            <input
                type="checkbox"
                id="kept-remember"
                prop:checked=move || is_remembered.get()
                on:change:target=move |event| {
                    if event.target().checked() {
                        state.remember();
                    } else {
                        state.forget();
                    }
                    // Where the browser refuses, the tick must not stand there.
                    event.target().set_checked(is_remembered.get_untracked());
                }
            />
            <span>{move || words::remember(language.get())}</span>
        </label>
        <p class="kept__said" role="status">{said}</p>
    }
}
