//! What one dataset says of a place: the figure, its verdicts, the place beside others and through the years.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    coming::Coming,
    explored::{explore_href, on_pick_in_explore},
};
use crate::{
    components::{arrival::TroubleCard, data_table::DataTable, figure_card::FigureSaid, time_view::TimeView},
    export::{
        address::{Page, View},
        area_address::AreaAddress,
        compare_address::CompareAddress,
    },
    gate::Cleared,
    model::{area::Level, choice::Choice, text::Language},
    pages::area::similar::SimilarAreas,
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
    },
    view_model::{
        area::card::{AreaCard, Told},
        time::TimePanel,
    },
    words::{area as words, compare, time as time_words},
};

/// A dataset that has come, or why it has not.
#[component]
pub fn DatasetCard(coming: Coming, on_pick: Callback<String>) -> impl IntoView {
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
pub fn part_name(id: &str) -> String {
    format!("card-{id}")
}

/// One dataset's card.
#[component]
fn Said(card: Arc<AreaCard>, dataset: ArcRwSignal<Arrival<Cleared>>, on_pick: Callback<String>) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language().get_untracked();
    let address = place.address();
    let in_vain = {
        let card = card.clone();
        move || {
            let asked = address.with(AreaAddress::of);
            let chosen = asked.like_of(&card.id).map(|ids| AreaAddress::like_pair(&card.id, ids));
            let chosen = chosen.map(|(name, value)| format!("{name}={value}"));
            let said = card.chosen_in_vain(chosen.as_deref(), language)?;
            Some(view! { <p class="similar__said">{said}</p> })
        }
    };
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
            {in_vain}
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
