//! What qualifies a whole view: a quiet row of facts, and all of them one click away.

use leptos::prelude::*;

use crate::{
    model::text::Language,
    state::place::PlaceState,
    view_model::{facts::FactsPanel, figure::SourceLine},
    words::notes as words,
};

/// A source as a link, where it has an address.
#[component]
pub fn SourceLink(source: SourceLine) -> impl IntoView {
    let text = source.text.clone();
    // A title stands in the language of its file, which is Swedish where the file does not say.
    let lang = Language::default().tag();
    // Only http and https: the gate has seen to it.
    let title = match source.url {
        Some(url) => view! { <a href=url lang=lang rel="noopener noreferrer external">{text}</a> }.into_any(),
        None => view! { <span lang=lang>{text}</span> }.into_any(),
    };
    view! { {title} {source.reading.map(|reading| format!(" ({reading})"))} }
}

/// The mark of made-up data.
#[component]
pub fn SyntheticMark(mark: (&'static str, &'static str)) -> impl IntoView {
    view! {
        <p class="synthetic-mark">
            <strong class="synthetic-mark__name">{mark.0}</strong>
            " "
            <span>{mark.1}</span>
        </p>
    }
}

/// The row of facts, and all of them behind a click.
#[component]
pub fn Facts(#[prop(into)] panel: Signal<FactsPanel>, #[prop(into)] file: Signal<String>) -> impl IntoView {
    let language = PlaceState::get().language();
    let chips = move || {
        let chips = panel.with(|panel| panel.chips.clone());
        chips.into_iter().map(|chip| view! { <li class="chip">{chip}</li> }).collect_view()
    };
    let sections = move || {
        let sections = panel.with(|panel| panel.sections.clone());
        sections
            .into_iter()
            .map(|section| {
                let sentences =
                    section.sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
                view! { <div class="facts__section"><h2>{section.title}</h2>{sentences}</div> }
            })
            .collect_view()
    };
    let sources = move || {
        let sources = panel.with(|panel| panel.sources.clone());
        (!sources.is_empty()).then(|| {
            let items = sources.into_iter().map(|source| view! { <li><SourceLink source/></li> }).collect_view();
            view! { <div class="facts__section facts__section--wide"><h2>{words::sources(language.get())}</h2><ul>{items}</ul></div> }
        })
    };
    view! {
        <div class="facts">
            {move || panel.with(|panel| panel.synthetic).map(|mark| view! { <SyntheticMark mark/> })}
            <ul class="facts__chips">{chips}</ul>
            {move || {
                let notes = panel.with(|panel| panel.mandatory_notes.clone());
                notes.into_iter().map(|note| view! { <p class="facts__note">{note}</p> }).collect_view()
            }}
            <details class="facts__all">
                <summary>{move || words::qualifies(language.get())}</summary>
                <div class="facts__sections">{sections} {sources}</div>
                {move || (!file.with(String::is_empty)).then(|| view! {
                    <p><a href=file download>{move || words::download(language.get())}</a></p>
                })}
            </details>
        </div>
    }
}
