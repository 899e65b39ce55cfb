//! The areas most like a place, by covariates that the reader may choose; which count stands in the address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    components::data_table::DataTable,
    export::{address::Page, area_address::AreaAddress},
    gate::Cleared,
    state::{data::Arrival, place::PlaceState},
    view_model::area::similar::{Basis, Covariate},
    words::similar as words,
};

/// Similar areas in the card of a dataset.
#[component]
pub fn SimilarAreas(
    /// The dataset's id.
    id: String,
    basis: Arc<Basis>,
    dataset: ArcRwSignal<Arrival<Cleared>>,
    on_pick: Callback<String>,
    /// A name for the parts of this section, of which there are several on the page.
    name: String,
) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language().get_untracked();
    let address = place.address();
    let id = StoredValue::new(id);
    let chosen = Memo::new(move |_| {
        let asked = address.with(AreaAddress::of);
        id.with_value(|id| asked.like_of(id).map(<[String]>::to_vec))
    });
    let covariates = basis.covariates.clone();
    let all: Vec<String> = covariates.iter().map(|it| it.id.clone()).collect();
    let panel = Memo::new(move |_| {
        dataset.with(|arrival| match arrival {
            Arrival::Ready(cleared) => chosen.with(|chosen| basis.panel(cleared, chosen.as_deref(), language)),
            _ => None,
        })
    });
    let used = Memo::new(move |_| panel.with(|panel| panel.as_ref().map(|it| it.used.clone()).unwrap_or_default()));
    let choose = Callback::new(move |(covariate, is_chosen): (String, bool)| {
        let used = used.get_untracked();
        let is_used = |id: &&String| if **id == covariate { is_chosen } else { used.contains(id) };
        let next: Vec<String> = all.iter().filter(is_used).cloned().collect();
        let next = Some(next).filter(|next| *next != all);
        let mut asked = address.with_untracked(AreaAddress::of);
        let Some(area) = asked.area.clone() else { return };
        id.with_value(|id| asked.choose(id, next));
        place.go(Page::Area, asked.of_place(asked.language, &area, asked.data));
    });
    let choice = |Covariate { id, label }: Covariate| {
        let own = id.clone();
        let is_used = move || used.with(|used| used.contains(&own));
        view! {
            <label class="similar__choice">
                <input
                    type="checkbox"
                    prop:checked=is_used
                    on:change:target=move |event| choose.run((id.clone(), event.target().checked()))
                />
                <span>{label}</span>
            </label>
        }
    };
    let choices = covariates.into_iter().map(choice).collect_view();
    let said = move || panel.with(|panel| panel.as_ref().map(|it| it.said.clone()));
    let in_vain = move || {
        let in_vain = panel.with(|panel| panel.as_ref().map(|it| it.in_vain.clone())).filter(|it| !it.is_empty())?;
        Some(view! { <p class="similar__said">{in_vain}</p> })
    };
    let table = Memo::new(move |_| panel.with(|panel| panel.as_ref()?.table.clone()));
    let values = Memo::new(move |_| panel.with(|panel| panel.as_ref()?.values.clone()));
    let is_found = Memo::new(move |_| table.with(Option::is_some));
    let title = format!("{name}-title");
    let labelled_by = title.clone();
    view! {
        <div class="similar" role="group" aria-labelledby=labelled_by>
            <h4 class="similar__title" id=title>{words::title(language)}</h4>
            <fieldset class="similar__choices">
                <legend class="similar__legend">{words::choice(language)}</legend>
                {choices}
            </fieldset>
            {in_vain}
            <p class="similar__said" role="status">{said}</p>
            {move || is_found.get().then(|| view! {
                <div class="similar__views">
                    <div><DataTable panel=table on_pick name=format!("{name}-beside")/></div>
                    <div><DataTable panel=values on_pick name=format!("{name}-values")/></div>
                </div>
            })}
            <p class="similar__method">{words::method(language)}</p>
        </div>
    }
}
