//! The cards that answer the question: map, chart, funnel plot, difference, time, crosstab, table.

use std::sync::Arc;

use leptos::prelude::*;

use super::{exploring::Exploring, sorting::SortState};
use crate::{
    components::{
        arrival::{Awaited, TroubleCard},
        bar_chart::BarChart,
        crosstab_view::{CrosstabControls, CrosstabView},
        data_table::{DataTable, Only},
        difference_controls::DifferenceControls,
        difference_view::DifferenceView,
        funnel_view::FunnelView,
        heading::Heading,
        map_view::MapView,
        period_player::PeriodPlayer,
        place_search::PlaceSearch,
        pointing::Pointing,
        small_maps::SmallMaps,
        time_view::{LinesAndPeriods, TimeView},
    },
    model::{area::Level, choice::part_of, dimension::DimensionKind, outline::Outlines},
    query::drawn::Shape,
    state::{
        data::{Arrival, DataState},
        naming::own,
    },
    view_model::{
        breakdown, controls, crosstab, difference, funnel,
        map::{self, MapPanel},
        table, time,
    },
    words::{difference as difference_words, explore as words, frame, funnel as funnel_words, map as map_words, start},
};

/// The map of a panel, with the box to find a place in.
#[component]
pub fn MapCard(exploring: Exploring, panel: Memo<Option<MapPanel>>) -> impl IntoView {
    let data = DataState::get();
    let level = Memo::new(move |_| exploring.question.with(|question| question.as_ref().and_then(|it| it.level)));
    let on_pick = exploring.on_pick(|context| context.area());
    let pointing = exploring.pointing(|context| context.area());
    // A file without periods, or with one, has nothing to play.
    let periods = exploring.optional(controls::periods);
    // Nor have maps of all the periods.
    let has_all = exploring.panel(|context| {
        context.question.each.is_some()
            && context.question.each == context.cube().dimension_of_kind(&DimensionKind::Period)
    });
    let has_periods = Memo::new(move |_| periods.with(Option::is_some) && has_all.get() != Some(true));
    let player = move || {
        has_periods.get().then(|| {
            let id = move || periods.with_untracked(|it| it.as_ref().map(|it| it.id.clone())).unwrap_or_default();
            let on_choose = Callback::new(move |code: String| exploring.change(&id(), &code));
            let on_pass = Callback::new(move |code: String| exploring.pass(&id(), &code));
            let periods = Signal::derive(move || periods.get().unwrap_or_default());
            view! { <PeriodPlayer periods on_choose on_pass/> }
        })
    };
    let shape = Memo::new(move |_| exploring.question.with(|it| it.as_ref().map(|it| it.shape).unwrap_or_default()));
    let several = exploring.optional(map::multiples);
    let by = Memo::new(move |_| several.with(|several| several.as_ref().map(|several| several.by.clone())));
    let is_several = Memo::new(move |_| by.with(Option::is_some));
    let why_single = exploring.optional(controls::why_single);
    let title = move || {
        let language = exploring.language.get();
        let title = words::map_by(language, level.get().unwrap_or(Level::Municipality));
        by.with(|by| by.as_ref().map(|by| map_words::by_each(language, &title, by))).unwrap_or(title)
    };
    let drawn = move |outlines: Arc<Outlines>| {
        let credit = outlines.credit.clone();
        let language = exploring.language;
        let outlines = match shape.get() {
            Shape::Outline => outlines,
            Shape::Tiles => Arc::new(outlines.tiles()),
        };
        let maps = match is_several.get() {
            true => view! { <SmallMaps outlines=outlines.clone() panel=several on_pick held=exploring.held pointing/> }
                .into_any(),
            false => {
                view! { <MapView outlines=outlines.clone() panel on_pick held=exploring.held pointing/> }.into_any()
            }
        };
        view! {
            <PlaceSearch outlines on_pick name="map" label=start::find_on_map/>
            {maps}
            <p class="card__credit">{move || credit.get(language.get()).to_owned()}</p>
        }
    };
    let body = move || {
        let level = level.get().unwrap_or(Level::Municipality);
        let outlines = data.outlines(level);
        move || match outlines.get() {
            Arrival::Ready(outlines) => drawn(outlines).into_any(),
            Arrival::Awaited => view! { <Awaited text=frame::loading_map/> }.into_any(),
            Arrival::Failed(trouble_met) => {
                let on_retry = Callback::new(move |()| data.fetch_outlines(level));
                view! { <TroubleCard trouble_met on_retry/> }.into_any()
            }
        }
    };
    view! {
        <section class="card map-card">
            <Heading alone=2 class="heading card__title">{title}</Heading>
            {move || why_single.get().map(|why| view! { <p class="explore__no-map">{why}</p> })}
            {player}
            {body}
        </section>
    }
}

/// The chart with its table.
#[component]
pub fn ChartCard(exploring: Exploring) -> impl IntoView {
    let bars = exploring.panel(breakdown::bars);
    let panel = Signal::derive(move || bars.get().unwrap_or_default());
    let table = exploring.optional(table::broken_down);
    let on_pick = exploring.on_pick(|context| Some(context.question.by));
    let pointing = exploring.pointing(|context| Some(context.question.by));
    view! { <section class="card chart-card" aria-busy=move || exploring.is_late.get().then_some("true")><BarChart panel table on_pick pointing/></section> }
}

/// The funnel plot, or why there is none.
#[component]
pub fn FunnelCard(exploring: Exploring) -> impl IntoView {
    let panel = exploring.optional(funnel::funnel);
    let on_pick = exploring.on_pick(|context| context.area());
    let pointing = exploring.pointing(|context| context.area());
    let is_there = Memo::new(move |_| panel.with(Option::is_some));
    let language = exploring.language;
    let body = move || match is_there.get() {
        true => view! { <FunnelView panel on_pick pointing/> }.into_any(),
        false => view! { <p>{funnel_words::no_funnel(language.get())}</p> }.into_any(),
    };
    view! { <section class="card funnel-card">{body}</section> }
}

/// Two groups set against each other.
#[component]
pub fn DifferenceCard(exploring: Exploring) -> impl IntoView {
    let groups = exploring.optional(difference::groups);
    let panel = exploring.optional(difference::difference);
    let is_there = Memo::new(move |_| panel.with(Option::is_some));
    let across = Memo::new(move |_| panel.with(|panel| panel.as_ref()?.across.clone()));
    let pointing = Pointing::new(exploring.pointed, across);
    let on_choose = Callback::new(move |groups: String| exploring.change("pair", &groups));
    let on_split = Callback::new(move |dimension: String| exploring.change("by", &dimension));
    let on_pick = Callback::new(move |code: String| {
        if let Some(across) = across.get_untracked() {
            exploring.change(&part_of(&across), &code);
        }
    });
    let drawn = move || match is_there.get() {
        true => {
            let panel = Signal::derive(move || panel.get().unwrap_or_default());
            view! {
                <DifferenceControls panel=groups on_choose/>
                <DifferenceView panel on_pick on_split pointing/>
            }
            .into_any()
        }
        false => {
            view! { <p class="explore__no-map">{difference_words::no_groups(exploring.language.get())}</p> }.into_any()
        }
    };
    view! { <section class="card difference-card">{drawn}</section> }
}

/// The periods, or why there is nothing to follow.
#[component]
pub fn TimeCard(exploring: Exploring) -> impl IntoView {
    let panel = exploring.optional(time::time);
    let on_pick = exploring.on_pick(|context| context.cube().dimension_of_kind(&DimensionKind::Period));
    let lines_of = Memo::new(move |_| panel.with(|panel| panel.as_ref()?.lines_of.clone()));
    let pointing = LinesAndPeriods {
        lines: Pointing::new(exploring.pointed, lines_of),
        periods: exploring.pointing(|context| context.cube().dimension_of_kind(&DimensionKind::Period)),
    };
    let why_not = Memo::new(move |_| {
        panel.with(|panel| panel.as_ref().map(|panel| panel.why_not.clone()).filter(|why| !why.is_empty()))
    });
    let body = move || match why_not.get() {
        Some(why) => view! { <p class="explore__no-map">{why}</p> }.into_any(),
        None => {
            let panel = Signal::derive(move || panel.get().unwrap_or_default());
            view! { <TimeView panel on_pick pointing name=own("time")/> }.into_any()
        }
    };
    view! { <section class="card time-card">{body}</section> }
}

/// One dimension by another, or why there is nothing to cross.
#[component]
pub fn CrosstabCard(
    exploring: Exploring,
    /// Whether rows and columns can be chosen here.
    #[prop(optional)]
    has_choices: bool,
    /// The order of its rows, where the address has it.
    #[prop(optional_no_strip)]
    sort: Option<SortState>,
) -> impl IntoView {
    let panel = exploring.optional(crosstab::crosstab);
    let choices = exploring.panel(crosstab::choices);
    let choices = Signal::derive(move || choices.get().unwrap_or_default());
    let on_pick = exploring.on_pick(|context| Some(context.question.by));
    let pointing = exploring.pointing(|context| Some(context.question.by));
    let on_rows = Callback::new(move |dimension: String| exploring.change("by", &dimension));
    let on_columns = Callback::new(move |dimension: String| exploring.change("across", &dimension));
    let is_there = Memo::new(move |_| panel.with(Option::is_some));
    let sorting = sort.map(|sort| sort.of_table(exploring, panel));
    let drawn = move || match is_there.get() {
        true => {
            view! { <CrosstabView panel on_pick notes=exploring.notes(panel) sorting pointing name=own("crosstab")/> }
                .into_any()
        }
        false => {
            let why_not = move || choices.with(|choices| choices.why_not);
            view! { <p class="explore__no-map">{why_not}</p> }.into_any()
        }
    };
    view! {
        <section class="card crosstab-card">
            {has_choices.then(|| view! { <CrosstabControls choices on_rows on_columns/> })}
            {drawn}
        </section>
    }
}

/// The table: the map's twin, or where there is no map the chart's. Alone it has the ranks too, which take their time to work out.
#[component]
pub fn TableCard(
    exploring: Exploring,
    /// The map of the same question: its areas are the rows, and some of them may be held apart.
    map: Memo<Option<MapPanel>>,
    sort: SortState,
    #[prop(into)] is_alone: Signal<bool>,
) -> impl IntoView {
    let areas = Memo::new(move |_| match is_alone.get() {
        true => exploring.with(table::ranked_areas).flatten(),
        false => exploring.with(map::twin).flatten(),
    });
    let parts = exploring.optional(table::broken_down);
    let panel = Memo::new(move |_| areas.get().or_else(|| parts.get()));
    let is_several = Memo::new(move |_| !is_alone.get() && exploring.with(map::are_several) == Some(true));
    let held = Memo::new(move |_| {
        let shade = exploring.held.get()?;
        let held = map.with(|map| map.as_ref()?.held(shade, exploring.language.get()));
        // A row of several maps has a shade for each.
        held.filter(|_| !is_several.get() && areas.with(Option::is_some))
    });
    let on_all = Callback::new(move |()| exploring.held.set(None));
    let sorting = Some(sort.of_table(exploring, panel));
    let dimension = Memo::new(move |_| panel.with(|panel| panel.as_ref().map(|panel| panel.dimension.clone())));
    let pointing = Pointing::new(exploring.pointed, dimension);
    let only = Only { held: held.into(), on_all };
    let on_pick = Callback::new(move |code: String| {
        if let Some(dimension) = panel.with_untracked(|panel| panel.as_ref().map(|panel| panel.dimension.clone())) {
            exploring.change(&part_of(&dimension), &code);
        }
    });
    view! {
        <section class="card table-card" aria-busy=move || exploring.is_late.get().then_some("true")>
            // Beside several maps its note says how to read it.
            <DataTable panel on_pick only sorting pointing notes=exploring.notes(panel) has_reading=Signal::derive(move || !is_several.get()) name="table"/>
        </section>
    }
}
