//! A theme: its questions, each answered in a sentence and a picture, published figures first and made-up ones apart.

mod aspects;
mod contents;
mod flow;
mod needs;
mod presentation;
mod section;
mod steps;

use std::sync::Arc;

use leptos::prelude::*;

use aspects::AspectFilter;
use contents::{Contents, Link};
use presentation::{PresentationBar, PresentationLink, Stage};
use section::WithDataset;

use super::not_found::NotFoundPage;
use crate::{
    browser::document,
    components::{
        arrival::{Awaited, Ignored, TroubleCard},
        facts::SyntheticMark,
        terms::WithTerms,
        theme_list::ThemeList,
    },
    export::{address::Page, theme_address::ThemeAddress},
    gate::Cleared,
    model::{
        catalogue::{Catalogue, CatalogueItem},
        theme::{Aspect, PlainSentence, Section, Story, Theme},
    },
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
        text_scale::{Lettered, TextScale},
        turns::Turns,
    },
    view_model::theme::{first_terms, plain},
    words::{frame, theme as words, trouble},
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
    let asked = asked(theme);
    let chosen = Memo::new(move |_| asked.with(|asked| asked.aspect));
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
            <Sections theme story catalogue asked chosen/>
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
            <AskedInVain asked/>
            {body}
            <section class="theme__others" aria-labelledby="themes">
                <h2 id="themes">{move || words::others(language.get())}</h2>
                <ThemeList but=theme along=Signal::derive(move || ThemeAddress::choice(chosen.get()))/>
            </section>
        </div>
    }
}

/// What the address asks of a theme. An address that has moved on to another page asks nothing of it.
fn asked(theme: Theme) -> Memo<ThemeAddress> {
    let place = PlaceState::get();
    Memo::new(move |before: Option<&ThemeAddress>| match place.page().get() {
        Some(Page::Theme(at_hand)) if at_hand == theme => place.address().with(ThemeAddress::of),
        _ => before.cloned().unwrap_or_default(),
    })
}

/// What the address says that means nothing to a theme.
#[component]
fn AskedInVain(asked: Memo<ThemeAddress>) -> impl IntoView {
    let language = PlaceState::get().language();
    let said = Memo::new(move |_| {
        let part = |(name, value): &(String, String)| trouble::ignored_part(language.get(), &format!("{name}={value}"));
        asked.with(|asked| asked.unknown.iter().map(part).collect::<Vec<String>>())
    });
    move || Some(said.get()).filter(|said| !said.is_empty()).map(|said| view! { <Ignored said/> })
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

/// The published first; the made-up apart, with their mark. Those that the reader has not kept to stay, out of sight.
#[component]
fn Sections(
    theme: Theme,
    story: Arc<Story>,
    catalogue: Arc<Catalogue>,
    asked: Memo<ThemeAddress>,
    chosen: Memo<Option<Aspect>>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let with_item = |(place, section): (usize, &Section)| {
        let item = catalogue.item(section.choice.dataset.as_deref()?)?.clone();
        Some((place, section.clone(), item))
    };
    let known: Vec<(usize, Section, CatalogueItem)> = story.sections.iter().enumerate().filter_map(with_item).collect();
    let turns = Turns::begin(known.len());
    watch_until_ready(known.iter().map(|(_, _, item)| item), turns);
    let (made_up, published): (Vec<_>, Vec<_>) = known.into_iter().partition(|(_, _, item)| item.is_synthetic);
    let in_order = || published.iter().chain(&made_up);
    let stage = Stage::of(theme, asked, in_order());
    let links: Vec<Link> = in_order().map(|(place, section, _)| Link::to(*place, section)).collect();
    let questions: Vec<Vec<Aspect>> = in_order().map(|(_, section, _)| section.aspects.clone()).collect();
    let sections: Vec<Section> = in_order().map(|(_, section, _)| section.clone()).collect();
    let first = Memo::new(move |_| {
        let language = language.get();
        first_terms(words::lead(language, theme), &sections, language)
    });
    let n_published = published.len();
    let show = move |from: usize| {
        move |(nth, (place, section, item)): (usize, (usize, Section, CatalogueItem))| {
            let nth = from.saturating_add(nth);
            let terms = Memo::new(move |_| first.with(|first| first.sections.get(nth).cloned().unwrap_or_default()));
            let aspects = section.aspects.clone();
            let is_left = Memo::new(move |_| Aspect::is_left(chosen.get(), &aspects));
            let step = stage.stands(move |shown| shown == nth);
            view! { <WithDataset place section item terms turn=turns.of(stage.turn(nth)) is_left step/> }
        }
    };
    let has_made_up = !made_up.is_empty();
    let made_up_about = questions.get(n_published..).unwrap_or_default().to_vec();
    let is_made_up_left =
        Memo::new(move |_| made_up_about.iter().any(|aspects| Aspect::is_left(chosen.get(), aspects)));
    let made_up_step = stage.stands(move |shown| shown >= n_published);
    let scale = TextScale::followed();
    let has_none = questions.is_empty();
    let choosing = (!has_none).then(|| view! { <AspectFilter theme questions chosen/> });
    let contents = (links.len() > 1).then(|| view! { <Contents links chosen/> });
    view! {
        {choosing}
        {contents}
        <PresentationLink stage/>
        {has_none.then(|| view! { <p>{move || words::not_here(language.get())}</p> })}
        <Lettered scale>
            {published.into_iter().enumerate().map(show(0)).collect_view()}
            {has_made_up.then(|| view! {
                <div class="theme__made-up" hidden=move || !is_made_up_left.get() data-step=move || made_up_step.get()>
                    <h2>{move || words::made_up(language.get())}</h2>
                    {move || view! { <SyntheticMark mark=(frame::synthetic(language.get()), frame::synthetic_explained(language.get()))/> }}
                    <p class="theme__made-up-lead">{move || words::made_up_lead(language.get())}</p>
                    {made_up.into_iter().enumerate().map(show(n_published)).collect_view()}
                </div>
            })}
        </Lettered>
        <PresentationBar stage scale/>
    }
}

/// The page is there when every dataset has come, or is known not to come, and the pictures have been built.
fn watch_until_ready<'i>(items: impl Iterator<Item = &'i CatalogueItem>, turns: Turns) {
    let data = DataState::get();
    let datasets: Vec<_> = items.map(|item| data.dataset(item)).collect();
    Effect::new(move |_: Option<()>| {
        if turns.are_over() && datasets.iter().all(|dataset| dataset.get() != Arrival::Awaited) {
            document::mark_ready();
        }
    });
}
