//! A theme: its questions, each answered in a sentence and a picture, published figures first and made-up ones apart.

mod needs;
mod section;
mod steps;

use std::sync::Arc;

use leptos::prelude::*;

use section::{WithDataset, question_id};

use super::not_found::NotFoundPage;
use crate::{
    browser::document,
    components::{
        arrival::{Awaited, TroubleCard},
        facts::SyntheticMark,
        terms::WithTerms,
        theme_list::ThemeList,
    },
    export::address::Page,
    gate::Cleared,
    model::{
        catalogue::{Catalogue, CatalogueItem},
        text::Text,
        theme::{PlainSentence, Section, Story, Theme},
    },
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
    },
    view_model::theme::{first_terms, plain},
    words::{frame, theme as words},
};

/// The page of the theme that the address leads to.
#[component]
pub fn ThemePage() -> impl IntoView {
    let page = PlaceState::get().page();
    move || match page.get() {
        Some(Page::Theme(theme)) => view! { <WithTheme theme/> }.into_any(),
        _ => NotFoundPage().into_any(),
    }
}

/// The theme's questions, when they and the catalogue have arrived.
#[component]
fn WithTheme(theme: Theme) -> impl IntoView {
    let data = DataState::get();
    let language = PlaceState::get().language();
    let story = data.theme(theme);
    let lead = move || words::lead(language.get(), theme);
    // The lead comes first, so its terms hang on nothing else.
    let lead_terms = move || first_terms(lead(), [], language.get()).lead;
    let failed = |trouble_met, on_retry| {
        document::mark_ready();
        view! { <TroubleCard trouble_met on_retry/> }.into_any()
    };
    let body = move || match (story.get(), data.catalogue().get()) {
        (Arrival::Ready(story), Arrival::Ready(catalogue)) => view! {
            <EasyToRead sentences=story.plain.clone() catalogue=catalogue.clone()/>
            <Sections theme story catalogue/>
        }
        .into_any(),
        (Arrival::Failed(why), _) => failed(why, Callback::new(move |()| data.fetch_theme(theme))),
        (_, Arrival::Failed(why)) => failed(why, Callback::new(move |()| data.fetch_catalogue())),
        _ => view! { <Awaited text=frame::loading/> }.into_any(),
    };
    view! {
        <div class="theme">
            <h1>{move || words::name(language.get(), theme)}</h1>
            <p class="lead"><WithTerms text=Signal::derive(move || lead().to_owned()) terms=Signal::derive(lead_terms)/></p>
            {body}
            <section class="theme__others" aria-labelledby="themes">
                <h2 id="themes">{move || words::others(language.get())}</h2>
                <ThemeList but=theme/>
            </section>
        </div>
    }
}

/// The theme in a few easy sentences, as far as their published data have come.
#[component]
fn EasyToRead(sentences: Vec<PlainSentence>, catalogue: Arc<Catalogue>) -> impl IntoView {
    let data = DataState::get();
    let language = PlaceState::get().language();
    let with_data = |sentence: PlainSentence| {
        let Some(id) = &sentence.dataset else { return Some((sentence, None)) };
        let item = catalogue.item(id).filter(|item| !item.is_synthetic)?;
        let dataset = data.dataset(item);
        Some((sentence, Some(dataset)))
    };
    let sentences: Vec<_> = sentences.into_iter().filter_map(with_data).collect();
    let said = Memo::new(move |_| {
        let language = language.get();
        let say = |(sentence, dataset): &(PlainSentence, Option<ArcRwSignal<Arrival<Cleared>>>)| match dataset {
            None => plain(sentence, None, language),
            Some(dataset) => match dataset.get() {
                Arrival::Ready(cleared) => plain(sentence, Some(&cleared), language),
                _ => None,
            },
        };
        sentences.iter().filter_map(say).collect::<Vec<String>>()
    });
    let is_anything_said = Memo::new(move |_| said.with(|said| !said.is_empty()));
    let part = move || {
        view! {
            <details class="theme__plain">
                <summary>{move || words::plain(language.get())}</summary>
                {move || said.get().into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
            </details>
        }
    };
    move || is_anything_said.get().then(part)
}

/// The published first; the made-up apart, with their mark.
#[component]
fn Sections(theme: Theme, story: Arc<Story>, catalogue: Arc<Catalogue>) -> impl IntoView {
    let language = PlaceState::get().language();
    let with_item = |(place, section): (usize, &Section)| {
        let item = catalogue.item(section.choice.dataset.as_deref()?)?.clone();
        Some((place, section.clone(), item))
    };
    let known: Vec<(usize, Section, CatalogueItem)> = story.sections.iter().enumerate().filter_map(with_item).collect();
    watch_until_ready(known.iter().map(|(_, _, item)| item));
    let question =
        |(place, section, item): &(usize, Section, CatalogueItem)| (*place, section.title.clone(), item.is_synthetic);
    let contents = contents(known.iter().map(question).collect());
    let (made_up, published): (Vec<_>, Vec<_>) = known.into_iter().partition(|(_, _, item)| item.is_synthetic);
    let in_order: Vec<Section> = published.iter().chain(&made_up).map(|(_, section, _)| section.clone()).collect();
    let first = Memo::new(move |_| {
        let language = language.get();
        first_terms(words::lead(language, theme), &in_order, language)
    });
    let n_published = published.len();
    let show = move |from: usize| {
        move |(nth, (place, section, item)): (usize, (usize, Section, CatalogueItem))| {
            let nth = from.saturating_add(nth);
            let terms = Memo::new(move |_| first.with(|first| first.sections.get(nth).cloned().unwrap_or_default()));
            view! { <WithDataset place section item terms/> }
        }
    };
    let has_none = made_up.is_empty() && published.is_empty();
    let has_made_up = !made_up.is_empty();
    view! {
        {contents}
        {has_none.then(|| view! { <p>{move || words::not_here(language.get())}</p> })}
        {published.into_iter().enumerate().map(show(0)).collect_view()}
        {has_made_up.then(|| view! {
            <div class="theme__made-up">
                <h2>{move || words::made_up(language.get())}</h2>
                {move || view! { <SyntheticMark mark=(frame::synthetic(language.get()), frame::synthetic_explained(language.get()))/> }}
                <p class="theme__made-up-lead">{move || words::made_up_lead(language.get())}</p>
                {made_up.into_iter().enumerate().map(show(n_published)).collect_view()}
            </div>
        })}
    }
}

/// The questions as links, in the order that they stand in.
fn contents(mut questions: Vec<(usize, Text, bool)>) -> impl IntoView {
    let language = PlaceState::get().language();
    questions.sort_by_key(|(_, _, is_made_up)| *is_made_up);
    let link = |(place, title, _): (usize, Text, bool)| {
        view! { <li><a href=format!("#{}", question_id(place)) rel="external">{move || title.get(language.get()).to_owned()}</a></li> }
    };
    (questions.len() > 1).then(|| {
        view! {
            <nav class="theme__contents" aria-labelledby="contents">
                <h2 id="contents" class="theme__label">{move || words::questions(language.get())}</h2>
                <ol>{questions.into_iter().map(link).collect_view()}</ol>
            </nav>
        }
    })
}

/// The page is there when every dataset has come, or is known not to come.
fn watch_until_ready<'i>(items: impl Iterator<Item = &'i CatalogueItem>) {
    let data = DataState::get();
    let datasets: Vec<_> = items.map(|item| data.dataset(item)).collect();
    Effect::new(move |_: Option<()>| {
        if datasets.iter().all(|dataset| dataset.get() != Arrival::Awaited) {
            document::mark_ready();
        }
    });
}
