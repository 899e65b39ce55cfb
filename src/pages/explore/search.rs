//! Search in Explore: among the datasets of the catalogue, in the reader's own file, and among places.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser::document,
    components::grouped_search::GroupedSearch,
    export::{
        address::{Address, Page, View},
        area_address::AreaAddress,
    },
    gate::Cleared,
    model::{catalogue::Catalogue, choice::Choice},
    query::searched::searched,
    state::{
        data::{Arrival, DataState},
        kept::KeptState,
        opened::OpenedState,
        place::PlaceState,
    },
    view_model::search::{
        Entry, Found, Hit, Kind, Target, at_place, entries, known_places, next_choice, own_entries, place_entries,
        search,
    },
    words::{frame, search as words},
};

/// The box. `here`: the dataset that the reader is looking at, where it has come.
#[component]
pub fn Search(catalogue: Arc<Catalogue>, here: Signal<Option<Arc<Cleared>>>) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let data = DataState::get();
    let typed = RwSignal::new(String::new());
    let is_begun = RwSignal::new(false);
    let index = data.search();
    let has_no_index = Memo::new({
        let index = index.clone();
        move |_| matches!(index.get(), Arrival::Failed(_))
    });
    let of_catalogue = Memo::new({
        let index = index.clone();
        move |_| {
            is_begun.get().then(|| match index.get() {
                Arrival::Ready(index) => entries(&catalogue, Some(&index)),
                Arrival::Awaited | Arrival::Failed(_) => entries(&catalogue, None),
            })
        }
    });
    let own = OpenedState::get().own();
    let of_own = Memo::new(move |_| {
        own.get().filter(|_| is_begun.get()).map(|own| {
            let cube = own.cube();
            own_entries(&searched(cube), cube.dataset.is_synthetic)
        })
    });
    let maps = move || is_begun.get().then(|| data.arriving_maps()());
    let is_awaited = Memo::new(move |_| {
        is_begun.get() && (matches!(index.get(), Arrival::Awaited) || matches!(maps(), Some(Arrival::Awaited)))
    });
    let has_no_places = Memo::new(move |_| matches!(maps(), Some(Arrival::Failed(_))));
    let of_places = Memo::new(move |_| match maps() {
        Some(Arrival::Ready(maps)) => place_entries(&maps.every_place()),
        _ => Vec::new(),
    });
    let found = Memo::new(move |_| {
        let (typed, language, here) = (typed.get(), language.get(), here.get());
        of_own.with(|own| {
            of_catalogue.with(|published| {
                of_places.with(|places| {
                    let all = own.iter().flatten().chain(published.iter().flatten()).chain(places);
                    search(all, &typed, here.as_deref(), language)
                })
            })
        })
    });
    let kept = KeptState::get().places();
    let offered = Memo::new(move |_| {
        let (language, here, kept) = (language.get(), here.get(), kept.get());
        let group = |kind, codes: &[String]| {
            of_places.with(|places: &Vec<Entry>| known_places(places, kind, codes, here.as_deref(), language))
        };
        let recent: Vec<String> = kept.recent().iter().filter(|code| !kept.is_pinned(code)).cloned().collect();
        [group(Kind::Pinned, kept.pinned()), group(Kind::Recent, &recent)].into_iter().flatten().collect::<Vec<_>>()
    });
    let is_empty = Memo::new(move |_| typed.with(|typed| typed.trim().is_empty()));
    let groups =
        Signal::derive(move || if is_empty.get() { offered.get() } else { found.with(|found| found.groups.clone()) });
    let status = Signal::derive(move || match (is_empty.get(), found.with(Found::count)) {
        (true, _) => String::new(),
        (false, (0, _)) if is_awaited.get() => words::fetching(language.get()).to_owned(),
        (false, (0, _)) => typed.with(|typed| words::nothing(language.get(), typed.trim())),
        (false, (n_hits, n_shown)) => words::hits(language.get(), n_hits, n_shown),
    });
    let on_first_focus = Callback::new(move |()| {
        is_begun.set(true);
        data.fetch_search();
    });
    let on_retry = move |_| {
        if has_no_index.get_untracked() {
            data.fetch_search();
        }
        data.fetch_maps_again();
        // The button goes while it is tried.
        request_animation_frame(|| document::focus_if_lost("explore-search-input"));
    };
    let go = move |choice: Choice, is_breakdown: bool| {
        let mut at_hand = place.address().get_untracked();
        // What it is broken down by is seen where it is broken down.
        let has_parts =
            |view: View| matches!(view, View::All | View::Chart | View::Time | View::Crosstab | View::Difference);
        if is_breakdown && !has_parts(at_hand.view) && !at_hand.beside.is_some_and(has_parts) {
            at_hand.view = View::Chart;
        }
        at_hand.sort = at_hand.sort.filter(|_| choice.dataset == at_hand.choice.dataset);
        place.go(Page::Explore, Address { choice, unknown: Vec::new(), ..at_hand });
    };
    let on_pick = Callback::new(move |hit: Hit| {
        let here = here.get_untracked();
        let now = place.address().with_untracked(|address| address.choice.clone());
        match hit.target {
            Target::Question(choice) => {
                let is_breakdown = choice.by.is_some();
                go(next_choice(here.as_deref(), &now, &choice), is_breakdown);
            }
            Target::Place(code) => match here.and_then(|here| at_place(&here, &now, &code)) {
                Some(choice) => go(choice, false),
                None => place.go(Page::Area, AreaAddress::to(language.get_untracked(), &code, None)),
            },
        }
    });
    let said =
        move || {
            let said = [
                (has_no_index.get(), words::no_index(language.get())),
                (has_no_places.get(), words::no_places(language.get())),
            ];
            let said: Vec<_> = said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, text)| text).collect();
            (!said.is_empty()).then(|| view! {
            <div class="notice grouped-search__notice" role="status">
                {said.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                <button class="button" type="button" on:click=on_retry>{frame::try_again(language.get())}</button>
            </div>
        })
        };
    view! {
        <GroupedSearch typed groups status on_first_focus on_pick>
            {said}
        </GroupedSearch>
    }
}
