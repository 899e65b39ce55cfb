//! One dataset, explored: what is asked, and map, figure, chart and table that answer the same question.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    browser::{document, download},
    components::{
        arrival::{Awaited, TroubleCard},
        bar_chart::BarChart,
        data_table::DataTable,
        difference_controls::DifferenceControls,
        difference_view::DifferenceView,
        facts::Facts,
        figure_card::FigureCard,
        funnel_view::FunnelView,
        map_view::MapView,
        place_search::PlaceSearch,
        select_field::SelectField,
        view_switch::ViewSwitch,
    },
    export::{
        address::{Address, Page, View},
        table_csv::table_csv,
    },
    gate::Cleared,
    model::{area::Level, outline::Outlines, text::Language},
    query::question::{Question, choice_of, resolve},
    state::{
        data::{Arrival, DataState},
        place::PlaceState,
    },
    view_model::{
        asked::{Asked, asked},
        breakdown, choosing,
        context::Context,
        controls::{Select, controls},
        difference, facts, figure, funnel, map, table,
    },
    words::{difference as difference_words, explore as words, frame, funnel as funnel_words, start, trouble},
};

/// The dataset and the question put to it.
#[derive(Clone, Copy)]
struct Exploring {
    cleared: StoredValue<Arc<Cleared>>,
    question: Memo<Option<Question>>,
    asked: Memo<Option<Asked>>,
    language: Memo<Language>,
    choose: Callback<Question>,
}

impl Exploring {
    /// A panel of the question at hand.
    fn panel<T: PartialEq + Send + Sync + 'static>(self, make: fn(Context) -> T) -> Memo<Option<T>> {
        Memo::new(move |_| self.with(make))
    }

    /// What is worked out of the question at hand and its answers.
    fn with<T>(self, make: impl FnOnce(Context) -> T) -> Option<T> {
        self.question.with(|question| {
            self.asked.with(|asked| {
                let (question, asked) = (question.as_ref()?, asked.as_ref()?);
                let language = self.language.get();
                self.cleared.with_value(|cleared| Some(make(Context { cleared, question, asked, language })))
            })
        })
    }

    /// The same, of a panel that may not be there.
    fn optional<T: Clone + PartialEq + Send + Sync + 'static>(self, make: fn(Context) -> Option<T>) -> Memo<Option<T>> {
        let panel = self.panel(make);
        Memo::new(move |_| panel.get().flatten())
    }

    /// Puts another question: the one at hand with one part changed.
    fn change(self, part: &str, value: &str) {
        let next = self.question.with_untracked(|question| {
            let question = question.as_ref()?;
            self.cleared.with_value(|cleared| choosing::changed(cleared, question, part, value))
        });
        if let Some(next) = next {
            self.choose.run(next);
        }
    }

    /// What is told the code of a picked category of the dimension.
    fn on_pick(self, dimension: fn(Context) -> Option<usize>) -> Callback<String> {
        Callback::new(move |code: String| {
            let id = untrack(|| self.with(|context| Some(context.dimension(dimension(context)?)?.id.clone())));
            if let Some(id) = id.flatten() {
                self.change(&id, &code);
            }
        })
    }
}

/// A dataset, explored.
#[component]
pub fn Explorer(
    cleared: Arc<Cleared>,
    file: String,
    /// The id of the dataset that the address asks for.
    #[prop(into)]
    wanted: Signal<Option<String>>,
) -> impl IntoView {
    let place = PlaceState::get();
    let language = place.language();
    let address = place.address();
    let cleared = StoredValue::new(cleared);
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
    let asked = Memo::new(move |_| {
        question.with(|question| cleared.with_value(|cleared| Some(asked(cleared, question.as_ref()?))))
    });
    let exploring = Exploring { cleared, question, asked, language, choose };
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
        let said = cleared.with_value(|cleared| choosing::ignored(cleared, &in_vain, &at_hand.unknown, language.get()));
        let whole = Address { language: at_hand.language, ..address_of(&question, at_hand.view) };
        if whole == at_hand {
            document::mark_ready();
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
            place.go(Page::Explore, address_of(&question, view));
        }
    });
    let has_map = Memo::new(move |_| question.with(|question| question.as_ref().is_some_and(|it| it.level.is_some())));
    let shows = move |part: View| Memo::new(move |_| view.get() == View::All || view.get() == part);
    let (shows_map, shows_chart) = (shows(View::Map), shows(View::Chart));
    // What the dots are stands in the table.
    let shows_table = Memo::new(move |_| matches!(view.get(), View::All | View::Table | View::Funnel));
    let shows_funnel = Memo::new(move |_| view.get() == View::Funnel);
    let facts = Memo::new(move |_| cleared.with_value(|cleared| facts::facts(cleared, language.get())));
    let figure = exploring.optional(figure::figure);
    let title = exploring.panel(choosing::title);
    view! {
        <Title text=move || {
            let place = figure.with(|figure| figure.as_ref().map(|figure| figure.place.clone()));
            [title.get(), place, Some(frame::name(language.get()).to_owned())].into_iter().flatten().collect::<Vec<_>>().join(" – ")
        }/>
        <h1 class="explore__title">{move || title.get().unwrap_or_default()}</h1>
        <Facts panel=facts file=Signal::derive(move || file.clone())/>
        {move || {
            let said = ignored.get();
            (!said.is_empty()).then(|| view! { <Ignored said/> })
        }}
        <Controls exploring on_choose=choose_part/>
        <ViewSwitch view has_map on_choose=choose_view/>
        <div class=move || format!("explore__cards explore__cards--{}", view.get().id())>
            {move || (shows_map.get() && has_map.get()).then(|| view! { <MapCard exploring/> })}
            {move || shows_funnel.get().then(|| view! { <FunnelCard exploring/> })}
            <div class="explore__column">
                <FigureCard panel=figure/>
                {move || (shows_map.get() && !has_map.get()).then(|| view! { <NoMap/> })}
                {move || shows_chart.get().then(|| view! { <ChartCard exploring/> })}
                {move || (view.get() == View::Difference).then(|| view! { <DifferenceCard exploring/> })}
            </div>
            {move || shows_table.get().then(|| view! { <TableCard exploring is_alone=Signal::derive(move || view.get() == View::Table)/> })}
        </div>
        <p class="explore__address">
            {move || words::address_of_view(language.get())} " "
            {move || address.with(|address| format!("{}{}", document::origin(), place.href(Page::Explore, address)))}
        </p>
    }
}

/// What the address said in vain.
#[component]
fn Ignored(said: Vec<String>) -> impl IntoView {
    let language = PlaceState::get().language();
    view! {
        <div class="notice" role="status">
            <p class="notice__title">{trouble::ignored_title(language.get())}</p>
            <ul>{said.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}</ul>
        </div>
    }
}

/// Why there is no map.
#[component]
fn NoMap() -> impl IntoView {
    let language = PlaceState::get().language();
    view! { <p class="explore__no-map">{move || words::no_map(language.get())}</p> }
}

/// The selects.
#[component]
fn Controls(exploring: Exploring, on_choose: Callback<(String, String)>) -> impl IntoView {
    let language = exploring.language;
    let panel = exploring.panel(controls);
    let field = move |select: Signal<Select>| {
        let id = select.get_untracked().id;
        view! { <SelectField select on_choose=Callback::new(move |value| on_choose.run((id.clone(), value)))/> }
    };
    let one = move |part: fn(&crate::view_model::controls::ControlsPanel) -> Option<Select>| {
        let select = Memo::new(move |_| panel.with(|panel| panel.as_ref().and_then(part)));
        let is_there = Memo::new(move |_| select.with(Option::is_some));
        move || is_there.get().then(|| field(Signal::derive(move || select.get().unwrap_or_default())))
    };
    let ids = Memo::new(move |_| {
        panel.with(|panel| {
            panel.iter().flat_map(|panel| panel.dimensions.iter().map(|select| select.id.clone())).collect::<Vec<_>>()
        })
    });
    let dimension = move |id: String| {
        let select = Signal::derive(move || {
            panel.with(|panel| {
                let selects = panel.iter().flat_map(|panel| &panel.dimensions);
                selects.into_iter().find(|select| select.id == id).cloned().unwrap_or_default()
            })
        });
        field(select)
    };
    view! {
        <form class="controls" aria-label=move || words::controls(language.get()) on:submit=move |event| event.prevent_default()>
            {one(|panel| Some(panel.measure.clone()))}
            {one(|panel| panel.level.clone())}
            <For each=move || ids.get() key=|id| id.clone() let(id)>{dimension(id)}</For>
            {one(|panel| panel.by.clone())}
            {one(|panel| panel.against.clone())}
            {one(|panel| panel.colour.clone())}
        </form>
    }
}

/// The map, with the box to find a place in.
#[component]
fn MapCard(exploring: Exploring) -> impl IntoView {
    let data = DataState::get();
    let panel = exploring.optional(map::map);
    let level = Memo::new(move |_| exploring.question.with(|question| question.as_ref().and_then(|it| it.level)));
    let on_pick = exploring.on_pick(|context| context.area());
    let title = move || words::map_by(exploring.language.get(), level.get().unwrap_or(Level::Municipality));
    let drawn = move |outlines: Arc<Outlines>| {
        let credit = outlines.credit.clone();
        let language = exploring.language;
        view! {
            <PlaceSearch outlines=outlines.clone() on_pick name="map" label=start::find_on_map/>
            <MapView outlines panel on_pick/>
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
            <h2 class="card__title">{title}</h2>
            {body}
        </section>
    }
}

/// The chart with its table.
#[component]
fn ChartCard(exploring: Exploring) -> impl IntoView {
    let bars = exploring.panel(breakdown::bars);
    let panel = Signal::derive(move || bars.get().unwrap_or_default());
    let table = exploring.optional(table::broken_down);
    let on_pick = exploring.on_pick(|context| Some(context.question.by));
    view! { <section class="card chart-card"><BarChart panel table on_pick/></section> }
}

/// The funnel plot, or why there is none.
#[component]
fn FunnelCard(exploring: Exploring) -> impl IntoView {
    let panel = exploring.optional(funnel::funnel);
    let on_pick = exploring.on_pick(|context| context.area());
    let is_there = Memo::new(move |_| panel.with(Option::is_some));
    let language = exploring.language;
    let body = move || match is_there.get() {
        true => view! { <FunnelView panel on_pick/> }.into_any(),
        false => view! { <p>{funnel_words::no_funnel(language.get())}</p> }.into_any(),
    };
    view! { <section class="card funnel-card">{body}</section> }
}

/// Two groups set against each other.
#[component]
fn DifferenceCard(exploring: Exploring) -> impl IntoView {
    let groups = exploring.optional(difference::groups);
    let panel = exploring.optional(difference::difference);
    let is_there = Memo::new(move |_| panel.with(Option::is_some));
    let on_choose = Callback::new(move |groups: String| exploring.change("pair", &groups));
    let on_split = Callback::new(move |dimension: String| exploring.change("by", &dimension));
    let on_pick = Callback::new(move |code: String| {
        let across = panel.with_untracked(|panel| panel.as_ref().and_then(|panel| panel.across.clone()));
        if let Some(across) = across {
            exploring.change(&across, &code);
        }
    });
    let drawn = move || match is_there.get() {
        true => {
            let panel = Signal::derive(move || panel.get().unwrap_or_default());
            view! {
                <DifferenceControls panel=groups on_choose/>
                <DifferenceView panel on_pick on_split/>
            }
            .into_any()
        }
        false => {
            view! { <p class="explore__no-map">{difference_words::no_groups(exploring.language.get())}</p> }.into_any()
        }
    };
    view! { <section class="card difference-card">{drawn}</section> }
}

/// The table: the map's twin, or where there is no map the chart's. Alone it has the ranks too, which take their time to work out.
#[component]
fn TableCard(exploring: Exploring, #[prop(into)] is_alone: Signal<bool>) -> impl IntoView {
    let areas = Memo::new(move |_| match is_alone.get() {
        true => exploring.with(table::ranked_areas).flatten(),
        false => exploring.with(table::areas).flatten(),
    });
    let parts = exploring.optional(table::broken_down);
    let panel = Memo::new(move |_| areas.get().or_else(|| parts.get()));
    let on_pick = Callback::new(move |code: String| {
        if let Some(dimension) = panel.with_untracked(|panel| panel.as_ref().map(|panel| panel.dimension.clone())) {
            exploring.change(&dimension, &code);
        }
    });
    let place = PlaceState::get();
    let download = move |_| {
        let Some(panel) = panel.get_untracked() else { return };
        let language = exploring.language.get_untracked();
        let address =
            place.address().with_untracked(|at| format!("{}{}", document::origin(), place.href(Page::Explore, at)));
        let about = exploring.cleared.with_value(|cleared| facts::about(cleared, &address, language));
        let id = exploring.cleared.with_value(|cleared| cleared.cube().dataset.id.clone());
        download::save(&format!("insyn-{id}.csv"), "text/csv;charset=utf-8", &table_csv(&panel, &about, language));
    };
    view! {
        <section class="card table-card">
            <DataTable panel on_pick has_reading=true name="table"/>
            <button class="button table-card__download" type="button" on:click=download>
                {move || words::download_table(exploring.language.get())}
            </button>
        </section>
    }
}
