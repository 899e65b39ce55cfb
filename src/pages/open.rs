//! Open: a file of the reader's own, what was understood of it, and the way to Explore.

use leptos::{ev, html, prelude::*};

use crate::{
    browser::document,
    components::{arrival::TroubleCard, understood_card::UnderstoodCard},
    export::address::{Address, Page},
    load::understood::{OWN_FILE, Understood},
    model::choice::Choice,
    state::{
        opened::{OpenedState, Opening},
        place::PlaceState,
    },
    words::{number, opening as words},
};

/// The page.
#[component]
pub fn OpenPage() -> impl IntoView {
    let language = PlaceState::get().language();
    document::mark_ready();
    view! {
        <div class="open">
            <h1>{move || words::title(language.get())}</h1>
            <p class="lead">{move || words::lead(language.get())}</p>
            <p class="open__promise">{move || words::stays_here(language.get())} " " {move || words::same_gate(language.get())}</p>
            <FileDrop/>
            <Paste/>
            <p class="open__formats">{move || words::formats_read(language.get())}</p>
            <Progress/>
            <Result/>
        </div>
    }
}

/// A place to drop a file on, and the button that asks for one.
#[component]
fn FileDrop() -> impl IntoView {
    let opened = OpenedState::get();
    let language = PlaceState::get().language();
    let input = NodeRef::<html::Input>::new();
    let is_over = RwSignal::new(false);
    let over = move |event: ev::DragEvent| {
        event.prevent_default();
        is_over.set(true);
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(files) = event.data_transfer().and_then(|it| it.files()) {
            opened.open_files(&files);
        }
    };
    let picked = move |_| {
        if let Some(input) = input.get_untracked() {
            if let Some(files) = input.files() {
                opened.open_files(&files);
            }
            // The same file may be picked again, mended.
            input.set_value("");
        }
    };
    view! {
        <div
            class="file-drop"
            class=("file-drop--over", is_over)
            on:dragover=over
            on:dragleave=move |_| is_over.set(false)
            on:drop=dropped
        >
            <p class="file-drop__text" id="open-drop">{move || words::drop(language.get())}</p>
            <input
                class="file-drop__input visually-hidden"
                id="open-file"
                aria-describedby="open-drop"
                type="file"
                multiple
                accept=".json,.px,.csv,.tsv,.txt,.xlsx,.ods,.zip"
                node_ref=input
                on:change=picked
            />
            // The browser's own button speaks the browser's language, not the page's.
            <label class="button button--primary file-drop__button" for="open-file">{move || words::pick(language.get())}</label>
        </div>
    }
}

/// A field for a text in place of a file.
#[component]
fn Paste() -> impl IntoView {
    let opened = OpenedState::get();
    let language = PlaceState::get().language();
    let field = NodeRef::<html::Textarea>::new();
    let read = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        if !text.trim().is_empty() {
            opened.open_text(words::pasted_name(language.get_untracked()), &text);
        }
    };
    view! {
        <details class="open__paste">
            <summary>{move || words::paste(language.get())}</summary>
            <form on:submit=read>
                <label for="open-text">{move || words::paste_label(language.get())}</label>
                <textarea class="input open__text" id="open-text" rows="8" spellcheck="false" autocomplete="off" node_ref=field></textarea>
                <button class="button" type="submit">{move || words::read_paste(language.get())}</button>
            </form>
        </details>
    }
}

const MEGABYTE: f64 = 1_000_000.0;

/// How far the reading has come, with a way to end it.
#[component]
fn Progress() -> impl IntoView {
    let opened = OpenedState::get();
    let language = PlaceState::get().language();
    let opening = opened.opening();
    let is_running = Memo::new(move |_| matches!(opening.get(), Opening::TakenIn(..) | Opening::BeingRead));
    let share = Memo::new(move |_| match opening.get() {
        Opening::TakenIn(n, of) if of > 0.0 => Some(n / of),
        _ => None,
    });
    let said = move || {
        let language = language.get();
        match opening.get() {
            Opening::TakenIn(n, of) => {
                let megabytes = |bytes: f64| number::number(bytes / MEGABYTE, 1, language);
                format!("{}: {}", words::taking_in(language), words::so_far(language, &megabytes(n), &megabytes(of)))
            }
            Opening::BeingRead => format!("{} …", words::being_read(language)),
            Opening::Cancelled => words::cancelled(language).to_owned(),
            Opening::Failed => words::failed(language).to_owned(),
            Opening::NoWorker => words::no_worker(language).to_owned(),
            Opening::Read(understood, None) if understood.is_readable => words::is_read(language, &opened.name().get()),
            Opening::Nothing | Opening::Read(..) => String::new(),
        }
    };
    view! {
        <div class="open__progress">
            <p role="status" class="open__step">{said}</p>
            {move || is_running.get().then(|| view! {
                <progress class="open__bar" aria-label=move || words::being_read(language.get()) max="1" value=move || share.get().map(|share| share.to_string())></progress>
                <button class="button" type="button" on:click=move |_| opened.cancel()>{move || words::cancel(language.get())}</button>
            })}
        </div>
    }
}

/// What was understood, and the way to Explore.
#[component]
fn Result() -> impl IntoView {
    let opened = OpenedState::get();
    let place = PlaceState::get();
    let language = place.language();
    // The card is made anew of what is read anew: the keyboard goes back to where it was.
    let chosen = StoredValue::new(None::<String>);
    let on_choose = Callback::new(move |(id, value): (String, String)| {
        opened.choose(&id, &value);
        chosen.set_value(Some(format!("select-{id}")));
    });
    let to_explore = move || {
        let choice = Choice { dataset: Some(OWN_FILE.to_owned()), ..Choice::default() };
        place.href(Page::Explore, &Address { language: language.get(), choice, ..Address::default() })
    };
    move || match opened.opening().get() {
        Opening::Read(understood, trouble) => {
            let is_let_in = understood.is_readable && trouble.is_none();
            let has_more = trouble.is_none() || *understood != Understood::default();
            if let Some(select) = chosen.try_update_value(Option::take).flatten() {
                request_animation_frame(move || document::focus_if_lost(&select));
            }
            view! {
                {trouble.map(|trouble_met| view! { <TroubleCard trouble_met/> })}
                {is_let_in.then(|| view! {
                    <p class="button-row"><a class="button button--primary" href=to_explore>{move || words::show(language.get())}</a></p>
                })}
                {has_more.then(|| view! { <UnderstoodCard understood name=opened.name() on_choose/> })}
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}
