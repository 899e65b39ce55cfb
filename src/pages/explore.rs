//! Explore: chooses the dataset; what is done with it is in `explorer`.

mod search;

use std::sync::Arc;

use leptos::prelude::*;

use search::Search;

use super::explorer::{Explorer, controls::FormOpen, version::VersionNotice};
use crate::{
    browser::document,
    components::{
        arrival::{Awaited, TroubleCard},
        select_field::SelectField,
    },
    export::address::{Address, Page},
    load::understood::OWN_FILE,
    model::{
        catalogue::{Catalogue, CatalogueItem},
        choice::Choice,
    },
    state::{
        data::{Arrival, DataState},
        opened::OpenedState,
        place::PlaceState,
    },
    view_model::{controls::dataset_select, trouble::Trouble},
    words::{frame, opening},
};

/// The page.
#[component]
pub fn ExplorePage() -> impl IntoView {
    let data = DataState::get();
    FormOpen::provide();
    let body = move || match data.catalogue().get() {
        Arrival::Ready(catalogue) => view! { <WithCatalogue catalogue/> }.into_any(),
        Arrival::Awaited => view! { <Awaited text=frame::loading/> }.into_any(),
        Arrival::Failed(trouble_met) => {
            document::mark_ready();
            let on_retry = Callback::new(move |()| data.fetch_catalogue());
            view! { <Untitled/> <TroubleCard trouble_met on_retry/> }.into_any()
        }
    };
    view! { <div class="explore">{body}</div> }
}

/// The page's title while there is no view to give it another.
#[component]
fn Untitled() -> impl IntoView {
    let language = PlaceState::get().language();
    view! { <h1 class="explore__title">{move || frame::explore(language.get())}</h1> }
}

/// The select of datasets, and the chosen one.
#[component]
fn WithCatalogue(catalogue: Arc<Catalogue>) -> impl IntoView {
    let data = DataState::get();
    let place = PlaceState::get();
    let language = place.language();
    let asked = Memo::new(move |_| place.address().with(|address| address.choice.dataset.clone()));
    let items = StoredValue::new(catalogue);
    let opened = OpenedState::get();
    let is_own = Memo::new(move |_| asked.with(|asked| asked.as_deref() == Some(OWN_FILE)));
    // The first of the catalogue is what a reader sees who has asked for nothing.
    let item = Memo::new(move |_| {
        items.with_value(|catalogue| match asked.get() {
            Some(id) => catalogue.items.iter().find(|item| item.id == id).cloned().ok_or(id),
            None => catalogue.items.first().cloned().ok_or_else(String::new),
        })
    });
    let asked_id = Signal::derive(move || match is_own.get() {
        true => Some(OWN_FILE.to_owned()),
        false => item.get().ok().map(|item| item.id),
    });
    let select = Memo::new(move |_| {
        let own = opened.own().with(Option::is_some).then(|| (OWN_FILE, opened.name().get()));
        let picked = asked_id.get();
        items.with_value(|catalogue| dataset_select(catalogue, own, picked.as_deref(), language.get()))
    });
    let on_choose = Callback::new(move |id: String| {
        if id.is_empty() {
            return;
        }
        let choice = Choice { dataset: Some(id), ..Choice::default() };
        let at_hand = place.address().get_untracked();
        place.go(Page::Explore, Address { choice, sort: None, unknown: Vec::new(), ..at_hand });
    });
    let here = Signal::derive(move || match item.get() {
        _ if is_own.get() => opened.own().get(),
        Ok(item) => match data.dataset(&item).get() {
            Arrival::Ready(cleared) => Some(cleared),
            Arrival::Awaited | Arrival::Failed(_) => None,
        },
        Err(_) => None,
    });
    let chosen = move |item: CatalogueItem| {
        let dataset = data.dataset(&item);
        let file = place.file(&format!("data/{}", item.href));
        let retry = item.clone();
        move || match dataset.get() {
            Arrival::Ready(cleared) => {
                view! { <Explorer cleared file=file.clone() wanted=asked_id sha256=retry.sha256.clone()/> }.into_any()
            }
            Arrival::Awaited => view! { <Awaited text=frame::loading/> }.into_any(),
            Arrival::Failed(trouble_met) => {
                document::mark_ready();
                let item = retry.clone();
                let on_retry = Callback::new(move |()| data.fetch_dataset(&item));
                view! { <Untitled/> <TroubleCard trouble_met on_retry/> }.into_any()
            }
        }
    };
    let own = move || match opened.own().get() {
        Some(cleared) => view! {
            <p class="notice">{move || opening::own_notice(language.get())}</p>
            <Explorer cleared file=String::new() wanted=asked_id/>
        }
        .into_any(),
        None => {
            document::mark_ready();
            view! { <Untitled/> <TroubleCard trouble_met=Trouble::NotOpen/> }.into_any()
        }
    };
    let body = move || match item.get() {
        _ if is_own.get() => own.into_any(),
        Ok(item) => chosen(item).into_any(),
        Err(id) => {
            document::mark_ready();
            view! { <Untitled/> <VersionNotice id=id.clone() sha256=""/> <TroubleCard trouble_met=Trouble::UnknownDataset(id)/> }.into_any()
        }
    };
    view! {
        <div class="explore__find">
            <Search catalogue=items.get_value() here/>
            <div class="explore__dataset"><SelectField select on_choose/></div>
        </div>
        {body}
    }
}
