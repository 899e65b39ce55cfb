//! The methods: each in words, with its formula, its source and an example worked out by the code that it tells of.

use leptos::prelude::*;

use crate::{
    browser::document,
    components::formula::FormulaView,
    model::text::Language,
    state::place::PlaceState,
    view_model::method::{self, FormulaLine, MethodSection},
    words::{literature::Source, method as words},
};

/// The page.
#[component]
pub fn MethodPage() -> impl IntoView {
    let language = PlaceState::get().language();
    let sections = Memo::new(move |_| method::sections(language.get()));
    // The browser looked for the place in the page before the page was drawn.
    Effect::new(|_: Option<()>| {
        document::scroll_to_fragment();
        document::mark_ready();
    });
    let links = move || {
        let link = |section: MethodSection| {
            // A way within the page is the browser's own: the router would not move the keyboard there.
            view! { <li><a href=format!("#{}", section.id) rel="external">{section.title}</a></li> }
        };
        sections.get().into_iter().map(link).collect_view()
    };
    view! {
        <div class="method">
            <header class="method__head">
                <h1>{move || words::title(language.get())}</h1>
                <p class="lead">{move || words::lead(language.get())}</p>
                <p class="method__invented">{move || words::invented(language.get())}</p>
            </header>
            <nav class="method__contents" aria-labelledby="method-contents">
                <h2 id="method-contents" class="method__label">{move || words::contents(language.get())}</h2>
                <ol>{links}</ol>
            </nav>
            <div class="method__sections">
                {move || sections.get().into_iter().map(|section| drawn(section, language.get())).collect_view()}
            </div>
        </div>
    }
}

fn drawn(section: MethodSection, language: Language) -> impl IntoView {
    let MethodSection { id, title, answers, terms, used, formulas, sources, example } = section;
    let has_origin = used.is_some() && id != "verdict";
    let term = |(name, means)| view! { <div><dt>{name}</dt><dd>{means}</dd></div> };
    let terms = (!terms.is_empty())
        .then(|| view! { <dl class="method__terms">{terms.into_iter().map(term).collect_view()}</dl> });
    let used = used.map(|used| view! { <h3 class="method__label">{words::where_used(language)}</h3><p>{used}</p> });
    let formulas = (!formulas.is_empty()).then(|| {
        view! {
            <h3 class="method__label">{words::formula(language)}</h3>
            {formulas.into_iter().map(|line| formula(line, language)).collect_view()}
        }
    });
    let origin = has_origin.then(|| {
        view! { <h3 class="method__label">{words::source(language)}</h3> {origin(sources, language)} }
    });
    let example = (!example.is_empty()).then(|| {
        view! {
            <div class="method__example">
                <h3 class="method__label">{words::example(language)}</h3>
                {example.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
            </div>
        }
    });
    view! {
        <section class="method__section" id=id>
            <h2>{title}</h2>
            <p class="method__answers">{answers}</p>
            {terms}
            {used}
            {formulas}
            {example}
            {origin}
        </section>
    }
}

fn formula(line: FormulaLine, language: Language) -> impl IntoView {
    view! {
        <div class="formula">
            <FormulaView formula=line.formula/>
            <p class="formula__reading"><span class="formula__lead">{words::in_words(language)}": "</span>{line.reading}</p>
        </div>
    }
}

fn origin(sources: &'static [Source], language: Language) -> AnyView {
    if sources.is_empty() {
        return view! { <p class="method__source">{words::own_rule(language)}</p> }.into_any();
    }
    // Titles stand in the language they were written in.
    let source = |source: &Source| {
        view! { <li lang=Language::English.tag()><span class="method__author">{source.author_year}</span>". "{source.title}"."</li> }
    };
    view! { <ul class="method__source">{sources.iter().map(source).collect_view()}</ul> }.into_any()
}
