//! What the datasets say of a place: all in short, a card for each, and what there is for the whole country only.

use std::sync::Arc;

use leptos::prelude::*;

use super::similar::SimilarAreas;
use crate::{
    browser::document,
    components::{
        arrival::{Awaited, TroubleCard},
        data_table::DataTable,
        facts::SyntheticMark,
        figure_card::FigureSaid,
        time_view::TimeView,
    },
    export::{
        address::{Address, Page, View},
        area_address::AreaAddress,
        compare_address::CompareAddress,
    },
    model::{
        area::Level,
        catalogue::{Catalogue, CatalogueItem, Reality},
        choice::Choice,
        text::Language,
    },
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
        turns::Turns,
    },
    view_model::{
        area::{
            PlaceLink, PlacePanel,
            card::{AreaCard, Told, card},
            overview::{OverviewLine, overview},
        },
        time::TimePanel,
    },
    words::{area as words, compare, frame, start, time as time_words},
};

/// A dataset on its way to being a card.
#[derive(Clone)]
struct Coming {
    item: CatalogueItem,
    dataset: ArcRwSignal<Arrival<crate::gate::Cleared>>,
    card: Memo<Option<Arc<AreaCard>>>,
    /// It may be about this very place, or about another: then there is nothing to say.
    is_unsure: bool,
}

impl Coming {
    /// Whether it tells of the place.
    fn is_told(&self) -> bool {
        self.card.with(|card| card.as_ref().is_some_and(|card| card.told.is_some()))
    }

    /// Whether nothing more will come of it.
    fn is_settled(&self) -> bool {
        self.card.with(Option::is_some) || self.dataset.with(|dataset| matches!(dataset, Arrival::Failed(_)))
    }
}

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

/// A dataset that has come, or why it has not.
#[component]
fn DatasetCard(coming: Coming, on_pick: Callback<String>) -> impl IntoView {
    let data = DataState::get();
    let Coming { item, dataset, card, is_unsure } = coming;
    let own = dataset.clone();
    move || match (card.get(), dataset.get()) {
        // What is about another place, or about none, has nothing to do here.
        (Some(card), _) if is_unsure && card.told.is_none() => None,
        (None, Arrival::Failed(_)) if is_unsure => None,
        (Some(card), _) => Some(view! { <Said card dataset=own.clone() on_pick/> }.into_any()),
        (None, Arrival::Failed(trouble_met)) => {
            let item = item.clone();
            let on_retry = Callback::new(move |()| data.fetch_dataset(&item));
            Some(view! { <TroubleCard trouble_met on_retry/> }.into_any())
        }
        _ => None,
    }
}

/// The name of a card among the parts of the page.
fn part_name(id: &str) -> String {
    format!("card-{id}")
}

/// One dataset's card.
#[component]
fn Said(
    card: Arc<AreaCard>,
    dataset: ArcRwSignal<Arrival<crate::gate::Cleared>>,
    on_pick: Callback<String>,
) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language().get_untracked();
    let AreaCard { id, label, mandatory_notes, told, why_not, choice, compared } = (*card).clone();
    let explore = explore_href(place, &choice, language);
    let to_explore = if told.is_some() { words::explore(language) } else { words::nation_explore(language) };
    let to_comparison = compared.filter(|_| told.is_some()).map(|(choice, codes)| {
        let address = CompareAddress { choice, compared: Some(codes) }.to(language);
        let href = place.href(Page::Compare, &address);
        view! { " " <a class="area-card__way" href=href>{compare::on_one_axis(language)}</a> }
    });
    let notes = mandatory_notes.into_iter().map(|note| view! { <p class="figure-card__remark">{note}</p> });
    let name = part_name(&id);
    let similar = told.as_ref().and_then(|told| told.similar.clone());
    let similar = similar.map(|basis| {
        view! { <SimilarAreas id=id.clone() basis dataset on_pick name=format!("{name}-similar")/> }
    });
    let told = told.map(|told| told_view(told, &name, choice, on_pick, language));
    view! {
        <article class="card area-card" id=part_name(&id)>
            <h3 class="card__title">{label}</h3>
            {told}
            {similar}
            {(!why_not.is_empty()).then(|| view! { <p>{why_not}</p> })}
            {notes.collect_view()}
            <p class="area-card__explore"><a class="area-card__way" href=explore>{to_explore}</a>{to_comparison}</p>
        </article>
    }
}

fn told_view(
    told: Told,
    name: &str,
    choice: Choice,
    on_pick: Callback<String>,
    language: Language,
) -> impl IntoView + use<> {
    let Told { figure, by_county, not_judged, larger, table, time, .. } = told;
    let labelled = |label: &'static str, text: String| {
        view! { <p class="area-card__aside"><strong>{label}": "</strong>{text}</p> }
    };
    let by_county = by_county.map(|verdict| labelled(words::by_county(language), verdict.sentence));
    let larger = larger.map(|text| labelled(words::larger_area(language), text));
    let what = figure.what.clone();
    let beside = table.map(|table| {
        let to_nation = on_pick_in_explore(table.dimension.clone(), choice.clone(), View::All, language);
        let picked = Callback::new(move |code: String| match Level::of_code(&code) {
            Some(Level::Nation) => to_nation.run(code),
            _ => on_pick.run(code),
        });
        view! { <DataTable panel=Signal::stored(Some(table)) on_pick=picked name=format!("{name}-beside")/> }
    });
    let time = time.map(|panel| through_time(panel, format!("{name}-time"), choice, language));
    view! {
        <p class="figure-card__what">{what}</p>
        <FigureSaid panel=figure/>
        {by_county}
        {larger}
        {(!not_judged.is_empty()).then(|| view! { <p class="area-card__aside">{not_judged}</p> })}
        <div class="area-card__views">
            <div>{beside}</div>
            <div>{time}</div>
        </div>
    }
}

/// The place through the years, or why there is nothing to follow; a picked period is shown in Explore.
fn through_time(panel: TimePanel, name: String, choice: Choice, language: Language) -> AnyView {
    if !panel.why_not.is_empty() {
        return view! { <p class="explore__no-map">{time_words::view(language)}". "{panel.why_not}</p> }.into_any();
    }
    let dimension = panel.table.as_ref().map(|table| table.dimension.clone()).unwrap_or_default();
    let picked = on_pick_in_explore(dimension, choice, View::Time, language);
    view! { <TimeView panel=Signal::stored(panel) on_pick=picked name/> }.into_any()
}

/// What tells no places of this level apart, and the way to the county where that tells more.
fn not_by_level(
    items: Vec<CatalogueItem>,
    level: Level,
    county: Option<PlaceLink>,
    reality: Reality,
    language: Language,
) -> Option<impl IntoView> {
    let place = PlaceState::get();
    let n_by_county = items.iter().filter(|item| item.levels.contains(&Level::County)).count();
    let to_county = county.filter(|_| n_by_county > 0).map(|county| {
        let href = place.href(Page::Area, &AreaAddress::to(language, &county.code, Some(reality)));
        view! { <p>{words::by_county_instead(language, n_by_county)} " " <a href=href>{county.name}</a> "."</p> }
    });
    let item = |item: CatalogueItem| {
        let href = explore_href(place, &Choice { dataset: Some(item.id), ..Choice::default() }, language);
        view! { <li class="dataset-list__item"><a class="dataset-list__link" href=href>{item.label.get(language).to_owned()}</a></li> }
    };
    (!items.is_empty()).then(|| {
        view! {
            <section class="area-page__nation">
                <h2>{words::not_by(language, level)}</h2>
                <p>{words::not_by_text(language, level)}</p>
                {to_county}
                <ul class="dataset-list">{items.into_iter().map(item).collect_view()}</ul>
            </section>
        }
    })
}

fn explore_address(choice: Choice, view: View, language: Language) -> Address {
    Address { language, view, choice, ..Address::default() }
}

fn explore_href(place: PlaceState, choice: &Choice, language: Language) -> String {
    place.href(Page::Explore, &explore_address(choice.clone(), View::All, language))
}

/// What goes to Explore when a code is picked: the same question at that category of the dimension.
fn on_pick_in_explore(dimension: String, choice: Choice, view: View, language: Language) -> Callback<String> {
    let place = PlaceState::get();
    Callback::new(move |code: String| {
        place.go(Page::Explore, explore_address(choice.clone().at(&dimension, &code), view, language));
    })
}
