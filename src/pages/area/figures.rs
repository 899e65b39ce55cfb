//! What the datasets say of a place: all in short, a card for each, and what there is for the whole country only.

mod card;
mod coming;
mod explored;
mod not_by_level;

use std::sync::Arc;

use leptos::prelude::*;

use card::{DatasetCard, part_name};
use coming::Coming;
use not_by_level::not_by_level;

use crate::{
    browser::document,
    components::{arrival::Awaited, facts::SyntheticMark},
    model::{
        area::Level,
        catalogue::{Catalogue, CatalogueItem, Reality},
    },
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
        turns::Turns,
    },
    view_model::area::{
        PlacePanel,
        card::{AreaCard, card},
        overview::{OverviewLine, overview},
    },
    words::{area as words, frame, start},
};

/// What the datasets of one kind say of a place; made anew for another place, kind or language.
#[component]
pub fn Figures(
    panel: PlacePanel,
    reality: Reality,
    catalogue: Arc<Catalogue>,
    on_pick: Callback<String>,
) -> impl IntoView {
    let data = DataState::get();
    let language = PlaceState::get().language().get_untracked();
    let (sure, others) = catalogue.by_level(reality, panel.level);
    let n_sure = sure.len();
    // A published file may have a figure of just one place of a level; the catalogue does not say which, so it is asked.
    let unsure = others.iter().copied().filter(|_| reality == Reality::Published);
    let items: Vec<&CatalogueItem> = sure.into_iter().chain(unsure).collect();
    let level = panel.level;
    let county = panel.above.clone().filter(|_| level == Level::Municipality);
    let panel = Arc::new(panel);
    // A card takes a moment to work out: each has a task of its own, so that the first can be read while the last is made.
    let turns = Turns::begin(items.len());
    let coming = |(nth, item): (usize, &CatalogueItem)| {
        let (turn, panel, dataset) = (turns.of(nth), panel.clone(), data.dataset(item));
        let arrival = dataset.clone();
        let card = Memo::new(move |_| match arrival.get() {
            Arrival::Ready(cleared) if turn.get() => Some(Arc::new(card(&cleared, &panel, language))),
            _ => None,
        });
        Coming { item: item.clone(), dataset, card, is_unsure: nth >= n_sure }
    };
    let all: Vec<Coming> = items.into_iter().enumerate().map(coming).collect();
    let is_settled = {
        let all = all.clone();
        Memo::new(move |_| all.iter().all(Coming::is_settled))
    };
    Effect::new(move |_: Option<()>| {
        if is_settled.get() {
            document::mark_ready();
        }
    });
    let in_short = {
        let all = all.clone();
        Memo::new(move |_| {
            let cards: Vec<Arc<AreaCard>> = all.iter().filter_map(|coming| coming.card.get()).collect();
            overview(cards.iter().map(Arc::as_ref), language)
        })
    };
    let overview = move || {
        let panel = in_short.get();
        (!panel.lines.is_empty()).then(|| {
            let lines = panel.lines.into_iter().map(overview_line).collect_view();
            view! {
                <section class="area-page__overview">
                    <h2>{words::overview(language)}</h2>
                    <p>{panel.tally}</p>
                    <ul class="area-page__lines">{lines}</ul>
                </section>
            }
        })
    };
    let is_nothing = {
        let all = all.clone();
        Memo::new(move |_| n_sure == 0 && is_settled.get() && !all.iter().any(Coming::is_told))
    };
    let nothing = match reality {
        Reality::Published => words::nothing_published(language, level),
        Reality::Synthetic => words::nothing_made_up(language, level),
    };
    let mark = (reality == Reality::Synthetic).then(|| {
        view! { <SyntheticMark mark=(frame::synthetic(language), frame::synthetic_explained(language))/> }
    });
    let others: Vec<CatalogueItem> = others.into_iter().cloned().collect();
    let not_here = {
        let all = all.clone();
        move || {
            let is_told = |item: &CatalogueItem| all.iter().any(|it| it.item.id == item.id && it.is_told());
            let others = others.iter().filter(|item| !is_told(item)).cloned().collect();
            not_by_level(others, level, county.clone(), reality, language)
        }
    };
    let cards = all.into_iter().map(|coming| view! { <DatasetCard coming on_pick/> }).collect_view();
    let title = match reality {
        Reality::Published => start::datasets_published(language),
        Reality::Synthetic => start::datasets_synthetic(language),
    };
    view! {
        {mark}
        {overview}
        <section class="area-page__figures">
            <h2>{title}</h2>
            {move || is_nothing.get().then(|| view! { <p class="area-page__nothing">{nothing.clone()}</p> })}
            {move || (!is_settled.get()).then(|| view! { <Awaited text=frame::loading/> })}
            {cards}
        </section>
        {not_here}
    }
}

fn overview_line(line: OverviewLine) -> impl IntoView {
    let OverviewLine { id, what, value, kind, short } = line;
    let kind = kind.map(|kind| kind.id()).unwrap_or_default();
    let short = (!short.is_empty()).then(|| view! { " – " <strong>{short}</strong> });
    // A way within the page is the browser's own: the router would not move the keyboard there.
    view! {
        <li class=format!("verdict area-page__line verdict--{kind}")>
            <a href=format!("#{}", part_name(&id)) rel="external">{what}</a>
            ": "
            {value}
            {short}
        </li>
    }
}
