//! One dataset, explored: what is asked, and map, figure, chart and table that answer the same question.

pub(super) mod cards;
pub(super) mod controls;
pub(super) mod exploring;
mod order;
mod pictures;
mod px;
mod sorting;
mod take;
pub mod version;

use std::sync::Arc;

use leptos::prelude::*;

use cards::{ChartCard, CrosstabCard, DifferenceCard, FunnelCard, MapCard, TableCard, TimeCard};
use controls::{Controls, Sentence};
use exploring::{Answered, Exploring};
use order::{Block, blocks, column};
use sorting::SortState;
use take::{TakeCard, ToTake};
use version::VersionNotice;

use crate::{
    browser::document,
    components::{
        arrival::Ignored,
        facts::Facts,
        figure_card::FigureCard,
        view_switch::{Beside, ViewSwitch},
    },
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
    let beside = Memo::new(move |_| address.with(|address| address.beside));
    let sort = SortState::here();
    let address_of = move |question: &Question, view: View| Address {
        language: language.get_untracked(),
        view,
        beside: beside.get_untracked().filter(|beside| view.can_have_beside(*beside)),
        sort: sort.by(),
        choice: cleared.with_value(|cleared| choice_of(cleared.cube(), question)),
        unknown: Vec::new(),
    };
    // What the address said in vain: kept after the address has been made whole, until the reader chooses anew.
    let ignored = RwSignal::new(Vec::<String>::new());
    let choose = Callback::new(move |question: Question| {
        ignored.set(Vec::new());
        sort.forget();
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
        pointed: RwSignal::new(None),
        choose,
        pass,
    };
    // The cards are built one after the other: the question and its figure stand there before the map, and the table comes last.
    let turns = Turns::begin(3);
    let (maps_turn, charts_turn, tables_turn) = (turns.of(0), turns.of(1), turns.of(2));
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
        let level = question
            .level
            .filter(|_| at_hand.view == View::All || [Some(at_hand.view), at_hand.beside].contains(&Some(View::Map)));
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
        exploring.change(&part, &value);
    });
    let show = move |view: View, beside: Option<View>| {
        if let Some(question) = question.get_untracked() {
            let mut next = Address { beside, ..address_of(&question, view) };
            // Another look at the same data is no other choice.
            next.choice.version = address.with_untracked(|address| address.choice.version.clone());
            place.go(Page::Explore, next);
        }
    };
    // What stood there changes places with what stood beside it.
    let choose_view = Callback::new(move |next: View| {
        let (view, beside) = (view.get_untracked(), beside.get_untracked());
        let beside = if beside == Some(next) { Some(view) } else { beside };
        show(next, beside.filter(|beside| next.can_have_beside(*beside)));
    });
    let change_places = Callback::new(move |()| {
        if let Some(beside) = beside.get_untracked() {
            show(beside, Some(view.get_untracked()));
        }
    });
    let choose_beside = Callback::new(move |beside: Option<View>| show(view.get_untracked(), beside));
    let has_map = Memo::new(move |_| question.with(|question| question.as_ref().is_some_and(|it| it.level.is_some())));
    let offers_crosstab = exploring.panel(crosstab::is_offered);
    let has_crosstab = Signal::derive(move || offers_crosstab.get() == Some(true));
    let is_shown = move |part: View| view.get() == part || beside.get() == Some(part);
    let shows = move |part: View| Memo::new(move |_| is_shown(part));
    let shows_or_all = move |part: View| Memo::new(move |_| view.get() == View::All || is_shown(part));
    let (shows_map, shows_chart) = (shows_or_all(View::Map), shows_or_all(View::Chart));
    let shows_map_drawn = Memo::new(move |_| shows_map.get() && has_map.get());
    let shows_funnel = shows(View::Funnel);
    // What the dots are stands in the table.
    let shows_table = Memo::new(move |_| view.get() == View::All || is_shown(View::Table) || is_shown(View::Funnel));
    let (shows_difference, shows_time) = (shows(View::Difference), shows(View::Time));
    let shows_crosstab = shows(View::Crosstab);
    // The order in the address is that of the table, and where there is only a crosstab, of that.
    let own_sort = move || (!shows_table.get()).then_some(sort);
    let sort_of = Callback::new(move |of: View| {
        let is_sorted = match of {
            View::All | View::Table | View::Funnel => true,
            View::Crosstab => !shows_table.get(),
            _ => false,
        };
        address.with(|address| address.sort.clone()).filter(|_| is_sorted)
    });
    let is_pair = Memo::new(move |_| beside.with(Option::is_some));
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
    // A card that gets another place is the same card.
    let in_order = Memo::new(move |_| blocks(view.get(), beside.get(), has_map.get()));
    let in_column = Memo::new(move |_| column(view.get(), beside.get()));
    let narrow = move |view: View| match view {
        View::Chart => part(shows_chart, charts_turn, move || view! { <ChartCard exploring=exploring.later(1)/> }),
        View::Difference => part(shows_difference, charts_turn, move || view! { <DifferenceCard exploring/> }),
        View::Time => part(shows_time, charts_turn, move || view! { <TimeCard exploring/> }),
        View::Crosstab => part(
            shows_crosstab,
            charts_turn,
            move || view! { <CrosstabCard exploring has_choices=true sort=own_sort()/> },
        ),
        _ => (move || (shows_map.get() && !has_map.get()).then(|| view! { <NoMap/> })).into_any(),
    };
    let in_block = move |block: Block| match block {
        Block::Map => part(shows_map_drawn, maps_turn, move || view! { <MapCard exploring panel=map/> }),
        Block::Funnel => part(shows_funnel, charts_turn, move || view! { <FunnelCard exploring/> }),
        Block::Column => view! {
            <div class="explore__column">
                {move || (!is_pair.get()).then(|| view! { <FigureCard panel=figure more/> })}
                <For each=move || in_column.get() key=|view| *view let(view)>{narrow(view)}</For>
            </div>
        }
        .into_any(),
        Block::Table => part(shows_table, tables_turn, move || {
            let is_alone = Signal::derive(move || is_shown(View::Table));
            view! { <TableCard exploring=exploring.later(2) map sort is_alone/> }
        }),
    };
    view! {
        <h1 class="explore__title visually-hidden">{move || title.get().unwrap_or_default()}</h1>
        {(!sha256.with_value(String::is_empty)).then(|| {
            let id = cleared.with_value(|cleared| cleared.cube().dataset.id.clone());
            view! { <VersionNotice id sha256=sha256.get_value()/> }
        })}
        <Sentence exploring on_choose=choose_part/>
        <Facts panel=facts file=Signal::derive(move || file.clone())/>
        {move || {
            let said: Vec<String> = ignored.get().into_iter().chain(sort.said(language.get())).collect();
            (!said.is_empty()).then(|| view! { <Ignored said/> })
        }}
        <Controls exploring on_choose=choose_part/>
        <div class="explore__views">
            <ViewSwitch view has_map has_crosstab on_choose=choose_view/>
            <Beside view beside has_map has_crosstab on_choose=choose_beside on_change_places=change_places/>
            <ToTake is_there=tables_turn/>
        </div>
        <div class=move || cards_class(view.get(), beside.get())>
            {move || is_pair.get().then(|| view! { <FigureCard panel=figure more/> })}
            <For each=move || in_order.get() key=|block| *block let(block)>{in_block(block)}</For>
        </div>
        {move || tables_turn.get().then(|| view! { <TakeCard exploring view beside sort_of sha256=sha256.get_value()/> })}
        <p class="explore__address">
            {move || words::address_of_view(language.get())} " "
            {move || address.with(|address| format!("{}{}", document::origin(), place.href(Page::Explore, address)))}
        </p>
    }
}

/// A card, as long as it is shown and from when its turn has come.
fn part<V: IntoView + 'static>(
    is_shown: Memo<bool>,
    turn: Memo<bool>,
    draw: impl Fn() -> V + Send + 'static,
) -> AnyView {
    (move || (is_shown.get() && turn.get()).then(&draw)).into_any()
}

/// What the cards are laid out by.
fn cards_class(view: View, beside: Option<View>) -> String {
    match beside {
        Some(_) => "explore__cards explore__cards--pair".to_owned(),
        None => format!("explore__cards explore__cards--{}", view.id()),
    }
}

/// Why there is no map.
#[component]
fn NoMap() -> impl IntoView {
    let language = PlaceState::get().language();
    view! { <p class="explore__no-map">{move || words::no_map(language.get())}</p> }
}
