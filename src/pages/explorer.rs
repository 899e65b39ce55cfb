//! One dataset, explored: what is asked, and map, figure, chart and table that answer the same question.

pub(super) mod cards;
mod controls;
pub(super) mod exploring;
mod pictures;
mod px;
mod take;
pub mod version;

use std::sync::Arc;

use leptos::prelude::*;

use cards::{ChartCard, CrosstabCard, DifferenceCard, FunnelCard, MapCard, TableCard, TimeCard};
use controls::Controls;
use exploring::{Answered, Exploring};
use take::TakeCard;
use version::VersionNotice;

use crate::{
    browser::document,
    components::{arrival::Ignored, facts::Facts, figure_card::FigureCard, view_switch::ViewSwitch},
    export::{
        address::{Address, Page, View},
        area_address::AreaAddress,
    },
    gate::Cleared,
    load::understood::OWN_FILE,
    model::catalogue::Reality,
    query::question::{Question, choice_of, resolve},
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
        turns::Turns,
    },
    view_model::{area::picked_place, asked::asked, choosing, crosstab, facts, figure, map},
    words::{area, explore as words},
};

/// A dataset, explored.
#[component]
pub fn Explorer(
    cleared: Arc<Cleared>,
    file: String,
    /// The id of the dataset that the address asks for.
    #[prop(into)]
    wanted: Signal<Option<String>>,
    /// The hash of the dataset's file; empty for a reader's own file.
    #[prop(optional)]
    sha256: String,
) -> impl IntoView {
    let place = PlaceState::get();
    let data = DataState::get();
    let language = place.language();
    let address = place.address();
    let cleared = StoredValue::new(cleared);
    let sha256 = StoredValue::new(sha256);
    let resolved =
        Memo::new(move |_| address.with(|address| cleared.with_value(|cleared| resolve(cleared, &address.choice))));
    let question = Memo::new(move |_| resolved.get().map(|(question, _)| question));
    let view = Memo::new(move |_| address.with(|address| address.view));
    let address_of = move |question: &Question, view: View| Address {
        language: language.get_untracked(),
        view,
        choice: cleared.with_value(|cleared| choice_of(cleared.cube(), question)),
        unknown: Vec::new(),
    };
    let choose = Callback::new(move |question: Question| {
        place.go(Page::Explore, address_of(&question, view.get_untracked()));
    });
    let pass = Callback::new(move |question: Question| {
        place.correct(Page::Explore, address_of(&question, view.get_untracked()));
    });
    let answered = Memo::new(move |_| {
        let question = question.get()?;
        let asked = cleared.with_value(|cleared| asked(cleared, &question));
        Some(Arc::new(Answered { question, asked }))
    });
    let is_late = Signal::derive(|| false);
    let exploring = Exploring {
        cleared,
        question,
        answered: answered.into(),
        is_late,
        language,
        held: RwSignal::new(None),
        choose,
        pass,
    };
    // The cards are built one after the other: the question and its figure stand there before the map, and the table comes last.
    let turns = Turns::begin(3);
    let (maps_turn, charts_turn, tables_turn) = (turns.of(0), turns.of(1), turns.of(2));
    // What the address said in vain: kept after the address has been made whole, until the reader chooses anew.
    let ignored = RwSignal::new(Vec::<String>::new());
    Effect::new(move |_: Option<()>| {
        // The address first: two addresses may ask the same question, and the second is the one that is whole.
        let at_hand = address.get();
        let is_own = wanted.with(|id| cleared.with_value(|cleared| id.as_ref() == Some(&cleared.cube().dataset.id)));
        // An address that has moved on, to another page or dataset, is not this view's to make whole.
        if !is_own || place.page().get() != Some(Page::Explore) {
            return;
        }
        let Some((question, in_vain)) = resolved.get() else { return };
        // Nor is there a map before its outlines have come, or are known not to.
        let level = question.level.filter(|_| matches!(at_hand.view, View::All | View::Map));
        let has_outlines = level.is_none_or(|level| data.outlines(level).get() != Arrival::Awaited);
        let all_is_built = turns.are_over() && has_outlines;
        let said = cleared.with_value(|cleared| choosing::ignored(cleared, &in_vain, &at_hand.unknown, language.get()));
        let mut whole = Address { language: at_hand.language, ..address_of(&question, at_hand.view) };
        // Which version the link leads to is told until the reader chooses anew.
        whole.choice.version.clone_from(&at_hand.choice.version);
        if whole == at_hand {
            if all_is_built {
                document::mark_ready();
            }
        } else {
            ignored.set(said);
            // The router writes a new address into the history after the views have seen it: the correction must come after that.
            request_animation_frame(move || {
                if address.get_untracked() == at_hand {
                    place.correct(Page::Explore, whole);
                }
            });
        }
    });
    let choose_part = Callback::new(move |(part, value): (String, String)| {
        ignored.set(Vec::new());
        exploring.change(&part, &value);
    });
    let choose_view = Callback::new(move |view: View| {
        if let Some(question) = question.get_untracked() {
            let mut next = address_of(&question, view);
            // Another look at the same data is no other choice.
            next.choice.version = address.with_untracked(|address| address.choice.version.clone());
            place.go(Page::Explore, next);
        }
    });
    let has_map = Memo::new(move |_| question.with(|question| question.as_ref().is_some_and(|it| it.level.is_some())));
    let offers_crosstab = exploring.panel(crosstab::is_offered);
    let has_crosstab = Signal::derive(move || offers_crosstab.get() == Some(true));
    let shows = move |part: View| Memo::new(move |_| view.get() == View::All || view.get() == part);
    let (shows_map, shows_chart) = (shows(View::Map), shows(View::Chart));
    // What the dots are stands in the table.
    let shows_table = Memo::new(move |_| matches!(view.get(), View::All | View::Table | View::Funnel));
    let shows_funnel = Memo::new(move |_| view.get() == View::Funnel);
    let facts = Memo::new(move |_| cleared.with_value(|cleared| facts::facts(cleared, language.get())));
    let figure = exploring.optional(figure::figure);
    // The page of a place tells of the published datasets, not of a file that somebody has opened.
    let reality = cleared.with_value(|cleared| {
        let dataset = &cleared.cube().dataset;
        (dataset.id != OWN_FILE).then_some(Reality::of(dataset.is_synthetic))
    });
    let more = Memo::new(move |_| {
        let (reality, language) = (reality?, language.get());
        let picked = question.with(|it| cleared.with_value(|cleared| picked_place(cleared, it.as_ref()?, language)))?;
        let to = AreaAddress::to(language, &picked.code, Some(reality));
        Some((area::more_about(language, &picked.name), place.href(Page::Area, &to)))
    });
    let title = exploring.panel(choosing::title);
    let map = exploring.optional(map::map);
    let of_place = move || figure.with(|figure| figure.as_ref().map(|figure| figure.place.clone()));
    Effect::new(move |_: Option<()>| {
        let parts = [title.get(), of_place()].into_iter().flatten().collect::<Vec<_>>();
        place.own_title().set((!parts.is_empty()).then(|| parts.join(" – ")));
    });
    on_cleanup(move || place.own_title().set(None));
    view! {
        <h1 class="explore__title">{move || title.get().unwrap_or_default()}</h1>
        {(!sha256.with_value(String::is_empty)).then(|| {
            let id = cleared.with_value(|cleared| cleared.cube().dataset.id.clone());
            view! { <VersionNotice id sha256=sha256.get_value()/> }
        })}
        <Facts panel=facts file=Signal::derive(move || file.clone())/>
        {move || {
            let said = ignored.get();
            (!said.is_empty()).then(|| view! { <Ignored said/> })
        }}
        <Controls exploring on_choose=choose_part/>
        <ViewSwitch view has_map has_crosstab on_choose=choose_view/>
        <div class=move || format!("explore__cards explore__cards--{}", view.get().id())>
            {move || (shows_map.get() && has_map.get() && maps_turn.get()).then(|| view! { <MapCard exploring panel=map/> })}
            {move || (shows_funnel.get() && charts_turn.get()).then(|| view! { <FunnelCard exploring/> })}
            <div class="explore__column">
                <FigureCard panel=figure more/>
                {move || (shows_map.get() && !has_map.get()).then(|| view! { <NoMap/> })}
                {move || (shows_chart.get() && charts_turn.get()).then(|| view! { <ChartCard exploring=exploring.later(1)/> })}
                {move || (view.get() == View::Difference && charts_turn.get()).then(|| view! { <DifferenceCard exploring/> })}
                {move || (view.get() == View::Time && charts_turn.get()).then(|| view! { <TimeCard exploring/> })}
                {move || (view.get() == View::Crosstab && charts_turn.get()).then(|| view! { <CrosstabCard exploring has_choices=true/> })}
            </div>
            {move || (shows_table.get() && tables_turn.get()).then(|| view! { <TableCard exploring=exploring.later(2) map is_alone=Signal::derive(move || view.get() == View::Table)/> })}
        </div>
        {move || tables_turn.get().then(|| view! { <TakeCard exploring view sha256=sha256.get_value()/> })}
        <p class="explore__address">
            {move || words::address_of_view(language.get())} " "
            {move || address.with(|address| format!("{}{}", document::origin(), place.href(Page::Explore, address)))}
        </p>
    }
}

/// Why there is no map.
#[component]
fn NoMap() -> impl IntoView {
    let language = PlaceState::get().language();
    view! { <p class="explore__no-map">{move || words::no_map(language.get())}</p> }
}
