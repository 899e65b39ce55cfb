//! Which two groups are set against each other: the dimension, the first, the second, and a button that swaps them.

use leptos::prelude::*;

use crate::{
    state::{naming::own, place::PlaceState},
    view_model::difference::{GroupsPanel, Offered},
    words::difference as words,
};

/// The choice of two groups; `on_choose` is told the groups as they stand in an address.
#[component]
pub fn DifferenceControls(
    #[prop(into)] panel: Signal<Option<GroupsPanel>>,
    #[prop(into)] on_choose: Callback<String>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let part = move |pick: fn(&GroupsPanel) -> &Vec<Offered>| {
        Memo::new(move |_| panel.with(|panel| panel.as_ref().map_or_else(Vec::new, |panel| pick(panel).clone())))
    };
    let dimensions = part(|panel| &panel.dimensions);
    let (firsts, seconds) = (part(|panel| &panel.firsts), part(|panel| &panel.seconds));
    let reasons = Memo::new(move |_| panel.with(|panel| panel.as_ref().map_or_else(Vec::new, |it| it.reasons.clone())));
    let swap = move |_| {
        if let Some(swapped) = panel.with_untracked(|panel| panel.as_ref().map(|panel| panel.swapped.clone())) {
            on_choose.run(swapped);
        }
    };
    let reasons_id = StoredValue::new(own("groups-reasons"));
    let said = move || {
        let said = reasons.get();
        (!said.is_empty()).then(|| {
            view! {
                <ul class="groups__reasons" id=reasons_id.get_value()>
                    {said.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view()}
                </ul>
            }
        })
    };
    let has_reasons = Signal::derive(move || reasons.with(|reasons| !reasons.is_empty()));
    view! {
        <form class="groups" aria-labelledby=own("difference-title") on:submit=move |event| event.prevent_default()>
            <Choice id=own("groups-dimension") label=words::dimension offered=dimensions has_reasons on_choose/>
            <Choice id=own("groups-first") label=words::first offered=firsts has_reasons=false on_choose/>
            <button class="button groups__swap" type="button" on:click=swap>{move || words::swap(language.get())}</button>
            <Choice id=own("groups-second") label=words::second offered=seconds has_reasons=false on_choose/>
            {said}
        </form>
    }
}

/// One select.
#[component]
fn Choice(
    id: String,
    label: fn(crate::model::text::Language) -> &'static str,
    #[prop(into)] offered: Signal<Vec<Offered>>,
    #[prop(into)] has_reasons: Signal<bool>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let reasons_id = own("groups-reasons");
    let picked = move || offered.with(|offered| offered.iter().find(|it| it.is_picked).map(|it| it.value.clone()));
    let options = move || {
        let option = |it: Offered| {
            view! { <option value=it.value selected=it.is_picked disabled=it.is_shut>{it.label}</option> }
        };
        offered.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="select-field">
            <label class="select-field__label" for=id.clone()>{move || label(language.get())}</label>
            <select
                class="select-field__select"
                id=id
                aria-describedby=move || has_reasons.get().then(|| reasons_id.clone())
                prop:value=picked
                on:change:target=move |event| on_choose.run(event.target().value())
            >
                {options}
            </select>
        </div>
    }
}
