//! Start: what supervision has shown, find my municipality, what there is in the data.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser::document,
    components::{
        arrival::{Awaited, TroubleCard},
        facts::SourceLink,
        locator_map::LocatorMap,
        place_search::PlaceSearch,
        theme_list::ThemeList,
    },
    export::{
        address::{Address, Page, View},
        area_address::AreaAddress,
    },
    model::{
        area::Level,
        catalogue::{Catalogue, CatalogueItem},
        choice::Choice,
        headline::{Headline, Start},
        outline::Outlines,
        text::Language,
        theme::Theme,
    },
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
    },
    view_model::{
        headline::{HeadlinePanel, headline},
        theme_picture::{PicturePanel, theme_picture},
    },
    words::{frame, start as words, theme as themes},
};

/// The start page.
#[component]
pub fn StartPage() -> impl IntoView {
    let data = DataState::get();
    let place = PlaceState::get();
    let language = place.language();
    let outlines = data.outlines(Level::Municipality);
    let on_pick = Callback::new(move |code: String| {
        place.go(Page::Area, AreaAddress::to(language.get_untracked(), &code, None));
    });
    let search = {
        let outlines = outlines.clone();
        move || match outlines.get() {
            Arrival::Ready(outlines) => {
                view! { <PlaceSearch outlines on_pick name="start" label=words::find_label/> }.into_any()
            }
            Arrival::Awaited => view! { <Awaited text=frame::loading_map/> }.into_any(),
            Arrival::Failed(trouble_met) => {
                let on_retry = Callback::new(move |()| data.fetch_outlines(Level::Municipality));
                view! { <TroubleCard trouble_met on_retry/> }.into_any()
            }
        }
    };
    let map = {
        let outlines = outlines.clone();
        move || match outlines.get() {
            Arrival::Ready(outlines) => Some(view! { <Locator outlines on_pick/> }),
            _ => None,
        }
    };
    let has_findings = Memo::new(move |_| match data.start().get() {
        Arrival::Ready(start) => !start.headlines.is_empty(),
        _ => true,
    });
    let findings = move || match data.start().get() {
        Arrival::Ready(start) => view! { <Findings start/> }.into_any(),
        Arrival::Awaited => view! { <Awaited text=frame::loading/> }.into_any(),
        Arrival::Failed(trouble_met) => {
            document::mark_ready();
            let on_retry = Callback::new(move |()| data.fetch_start());
            view! { <TroubleCard trouble_met on_retry/> }.into_any()
        }
    };
    let datasets = move || match data.catalogue().get() {
        Arrival::Ready(catalogue) => view! { <Datasets catalogue/> }.into_any(),
        Arrival::Awaited => view! { <Awaited text=frame::loading/> }.into_any(),
        Arrival::Failed(trouble_met) => {
            let on_retry = Callback::new(move |()| data.fetch_catalogue());
            view! { <TroubleCard trouble_met on_retry/> }.into_any()
        }
    };
    view! {
        <div class="start">
            <section class="start__welcome">
                <div class="start__words">
                    <h1>{move || words::title(language.get())}</h1>
                    <p class="lead">{move || words::lead(language.get())}</p>
                    {search}
                </div>
                {map}
            </section>
            <section class="start__findings" aria-labelledby="findings" hidden=move || !has_findings.get()>
                <h2 id="findings">{move || words::findings_title(language.get())}</h2>
                <p class="start__aside">{move || words::findings_lead(language.get())}</p>
                {findings}
            </section>
            <section class="start__themes" aria-labelledby="themes">
                <h2 id="themes">{move || themes::themes(language.get())}</h2>
                <ThemeList picture=picture_of()/>
            </section>
            <section class="start__datasets" aria-labelledby="datasets">
                <h2 id="datasets">{move || words::datasets_title(language.get())}</h2>
                {datasets}
            </section>
        </div>
    }
}

/// The map to find a municipality on.
#[component]
fn Locator(outlines: Arc<Outlines>, on_pick: Callback<String>) -> impl IntoView {
    let language = PlaceState::get().language();
    view! {
        <figure class="start__map">
            <LocatorMap outlines on_pick/>
            <figcaption>
                <strong>{move || words::map_title(language.get())}</strong>
                " "
                {move || words::map_text(language.get())}
            </figcaption>
        </figure>
    }
}

/// The cards of the headlines, each filled when its dataset has arrived.
#[component]
fn Findings(start: Arc<Start>) -> impl IntoView {
    let data = DataState::get();
    let cards = move || {
        let catalogue = match data.catalogue().get() {
            Arrival::Ready(catalogue) => catalogue,
            Arrival::Awaited => return None,
            // The list of datasets below says why, and offers to try again.
            Arrival::Failed(_) => {
                document::mark_ready();
                return None;
            }
        };
        let with_item = |headline: &Headline| {
            let item = catalogue.item(headline.choice.dataset.as_deref()?)?;
            Some((headline.clone(), item.clone()))
        };
        let all: Vec<(Headline, CatalogueItem)> = start.headlines.iter().filter_map(with_item).collect();
        let card = |(headline, item): (Headline, CatalogueItem)| {
            view! { <li class="finding-list__item"><FindingCard headline item/></li> }
        };
        watch_until_ready(&all);
        Some(view! { <ul class="finding-list">{all.into_iter().map(card).collect_view()}</ul> })
    };
    view! { {cards} }
}

/// The first useful view is there when the map and all headlines have arrived, or are known not to come.
fn watch_until_ready(headlines: &[(Headline, CatalogueItem)]) {
    let data = DataState::get();
    let datasets: Vec<_> = headlines.iter().map(|(_, item)| data.dataset(item)).collect();
    let outlines = data.outlines(Level::Municipality);
    Effect::new(move |_: Option<()>| {
        let is_here = datasets.iter().all(|dataset| dataset.get() != Arrival::Awaited);
        if is_here && outlines.get() != Arrival::Awaited {
            document::mark_ready();
        }
    });
}

/// The picture of a theme, when its dataset has arrived. One that does not come leaves the theme without: its page says why.
fn picture_of() -> Callback<Theme, Option<PicturePanel>> {
    let data = DataState::get();
    let language = PlaceState::get().language();
    Callback::new(move |theme| {
        let (Arrival::Ready(start), Arrival::Ready(catalogue)) = (data.start().get(), data.catalogue().get()) else {
            return None;
        };
        let picture = start.pictures.iter().find(|picture| picture.theme == theme)?;
        match data.dataset(catalogue.item(&picture.dataset)?).get() {
            Arrival::Ready(cleared) => theme_picture(picture, &cleared, language.get()),
            _ => None,
        }
    })
}

/// One headline.
#[component]
fn FindingCard(headline: Headline, item: CatalogueItem) -> impl IntoView {
    let data = DataState::get();
    let place = PlaceState::get();
    let language = place.language();
    let dataset = data.dataset(&item);
    let card = move |panel: HeadlinePanel| {
        let choice = panel.choice;
        let href = move || {
            let address =
                Address { language: language.get(), view: View::All, choice: choice.clone(), ..Address::default() };
            place.href(Page::Explore, &address)
        };
        view! {
            <p class="finding__sentence">
                <strong class="finding__figure">{panel.figure}</strong>
                " "
                <span class="finding__text">{panel.text}</span>
            </p>
            <p class="finding__context">{panel.context}</p>
            <p class="finding__source">
                {panel.source.map(|source| view! { <SourceLink source/> })}
                <span class="finding__number">{panel.registry_number}</span>
            </p>
            <p><a class="finding__more" href=href>{words::open_in_explore(language.get())}</a></p>
        }
    };
    let body = move || match dataset.get() {
        Arrival::Ready(cleared) => self::headline(&headline, &cleared, language.get()).map(card).into_any(),
        Arrival::Awaited => view! { <Awaited text=frame::loading/> }.into_any(),
        Arrival::Failed(trouble_met) => {
            let item = item.clone();
            let on_retry = Callback::new(move |()| data.fetch_dataset(&item));
            view! { <TroubleCard trouble_met on_retry/> }.into_any()
        }
    };
    view! { <article class="card finding">{body}</article> }
}

/// What there is, the published apart from the made-up.
#[component]
fn Datasets(catalogue: Arc<Catalogue>) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    // A publisher's own site has perhaps only one kind.
    let kind = move |is_synthetic: bool, title: fn(Language) -> &'static str, text: fn(Language) -> &'static str| {
        let item = |item: &CatalogueItem| {
            let choice = Choice { dataset: Some(item.id.clone()), ..Choice::default() };
            let label = item.label.clone();
            let about = item.about.clone();
            let href = move || {
                let choice = choice.clone();
                place.href(Page::Explore, &Address { language: language.get(), choice, ..Address::default() })
            };
            view! {
                <li class="dataset-list__item">
                    <a class="dataset-list__link" href=href>{move || label.get(language.get()).to_owned()}</a>
                    <p class="dataset-list__about">{move || about.get(language.get()).to_owned()}</p>
                </li>
            }
        };
        let items: Vec<_> = catalogue.items.iter().filter(|item| item.is_synthetic == is_synthetic).map(item).collect();
        (!items.is_empty()).then(|| {
            view! {
                <div>
                    <h3>{move || title(language.get())}</h3>
                    <p class="start__aside">{move || text(language.get())}</p>
                    <ul class="dataset-list">{items}</ul>
                </div>
            }
        })
    };
    view! {
        <div class="start__kinds">
            {kind(false, words::datasets_published, words::datasets_published_text)}
            {kind(true, words::datasets_synthetic, words::datasets_synthetic_text)}
        </div>
    }
}
