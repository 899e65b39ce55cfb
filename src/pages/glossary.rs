//! The glossary: each term, what it means, and where laws say it.

use leptos::prelude::*;

use crate::{
    browser::document,
    model::text::Language,
    state::place::PlaceState,
    view_model::glossary::{Entry, Letter, letters},
    words::{frame, glossary as words},
};

/// The page.
#[component]
pub fn GlossaryPage() -> impl IntoView {
    let language = PlaceState::get().language();
    let letters = Memo::new(move |_| letters(language.get()));
    // The browser looked for the place in the page before the page was drawn.
    Effect::new(|_: Option<()>| {
        document::scroll_to_fragment();
        document::mark_ready();
    });
    let links = move || {
        let link = |(nth, Letter { letter, .. }): (usize, Letter)| {
            // A way within the page is the browser's own: the router would not move the keyboard there.
            view! { <li><a href=format!("#{}", name(nth)) rel="external">{letter}</a></li> }
        };
        letters.get().into_iter().enumerate().map(link).collect_view()
    };
    view! {
        <div class="glossary">
            <h1>{move || frame::glossary(language.get())}</h1>
            <p class="lead">{move || words::lead(language.get())}</p>
            <nav class="glossary__letters" aria-label=move || words::letters(language.get())>
                <ul>{links}</ul>
            </nav>
            {move || letters.get().into_iter().enumerate().map(|(nth, it)| drawn(nth, it, language.get())).collect_view()}
        </div>
    }
}

/// The place of a letter in the page. A number, for å, ä and ö are no letters of an address.
fn name(nth: usize) -> String {
    format!("letter-{}", nth.saturating_add(1))
}

fn drawn(nth: usize, letter: Letter, language: Language) -> impl IntoView {
    let Letter { letter, entries } = letter;
    view! {
        <section class="glossary__letter">
            <h2 id=name(nth)>{letter}</h2>
            <dl>{entries.into_iter().map(|it| entry(it, language)).collect_view()}</dl>
        </section>
    }
}

fn entry(entry: Entry, language: Language) -> impl IntoView {
    let Entry { id, name, other, means, laws } = entry;
    let other = other.map(|name| {
        view! {
            <dd class="glossary__other">
                {words::in_the_other(language)}": "<span lang=language.other().tag()>{name}</span>
            </dd>
        }
    });
    let laws = (!laws.is_empty()).then(|| {
        view! { <dd class="glossary__law">{words::legal_basis(language)}": "{laws.join("; ")}"."</dd> }
    });
    view! {
        <div class="glossary__term" id=id>
            <dt>{name}</dt>
            <dd>{means}</dd>
            {other}
            {laws}
        </div>
    }
}
