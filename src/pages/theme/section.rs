//! A section of a theme: the question, its answer in words and as a picture, what it does not tell, and the way on.

use std::{collections::BTreeSet, sync::Arc};

use leptos::prelude::*;

use super::{flow::FlowCard, needs::NeedsCard, steps::StepsCard};
use crate::{
    components::{
        arrival::{Awaited, TroubleCard},
        facts::SourceLink,
        terms::WithTerms,
    },
    export::address::{Address, Page, View},
    gate::Cleared,
    model::{
        catalogue::CatalogueItem,
        theme::{Picture, Section},
    },
    pages::explorer::{
        cards::{ChartCard, CrosstabCard, DifferenceCard, FunnelCard, MapCard, TimeCard},
        exploring::{Answered, Exploring},
    },
    query::question::{Question, choice_of, resolve},
    state::{
        data::{Arrival, DataState},
        naming::Named,
        place::PlaceState,
        rank::Ranked,
    },
    view_model::{
        asked::asked,
        map,
        theme::{SectionPanel, section},
    },
    words::{frame, theme as words},
};

/// The id of the heading of the section at this place in the file.
pub(super) fn question_id(place: usize) -> String {
    format!("question-{place}")
}

/// The terms that first stand in a section's sentence, and in its limits.
pub(super) type OfSection = (BTreeSet<&'static str>, BTreeSet<&'static str>);

/// A section, when its dataset has arrived. It is made when first it is left to see, and stays.
#[component]
pub(super) fn WithDataset(
    place: usize,
    section: Section,
    item: CatalogueItem,
    terms: Memo<OfSection>,
    /// Whether its picture may be built.
    turn: Memo<bool>,
    /// Whether the reader has kept to it.
    is_left: Memo<bool>,
    /// How it stands in a presentation.
    step: Memo<Option<&'static str>>,
) -> impl IntoView {
    let data = DataState::get();
    let dataset = data.dataset(&item);
    // The made-up ones stand below a heading of their own.
    let rank = if item.is_synthetic { 3 } else { 2 };
    let was_left = Memo::new(move |before: Option<&bool>| before.is_some_and(|before| *before) || is_left.get());
    let arrived = move || match dataset.get() {
        Arrival::Ready(cleared) => {
            view! { <SectionView cleared place section=section.clone() terms turn rank/> }.into_any()
        }
        // The way to the question leads here while its heading is on its way.
        Arrival::Awaited => view! { <div id=question_id(place)><Awaited text=frame::loading/></div> }.into_any(),
        Arrival::Failed(trouble_met) => {
            let item = item.clone();
            let on_retry = Callback::new(move |()| data.fetch_dataset(&item));
            view! { <TroubleCard trouble_met on_retry/> }.into_any()
        }
    };
    let body = move || was_left.get().then(&arrived);
    view! {
        <section class="theme__section" hidden=move || !is_left.get() data-step=move || step.get()>
            <Named ending=place.to_string()>{body}</Named>
        </section>
    }
}

/// The question, its answer in words and as a picture, what it does not tell, and the way on.
#[component]
fn SectionView(
    cleared: Arc<Cleared>,
    place: usize,
    section: Section,
    terms: Memo<OfSection>,
    turn: Memo<bool>,
    /// The rank of its heading.
    rank: u8,
) -> impl IntoView {
    let heading = question_id(place);
    let place = PlaceState::get();
    let language = place.language();
    let picture = section.picture;
    let Some(exploring) = exploring(cleared.clone(), &section) else { return ().into_any() };
    let panel = Memo::new(move |_| self::section(&section, &cleared, language.get()));
    let of = move |part: fn(&SectionPanel) -> &String| {
        panel.with(|panel| panel.as_ref().map(|panel| part(panel).clone()).unwrap_or_default())
    };
    let text = move |part: fn(&SectionPanel) -> &String| Signal::derive(move || of(part));
    let in_sentence = Signal::derive(move || terms.with(|terms| terms.0.clone()));
    let in_limits = Signal::derive(move || terms.with(|terms| terms.1.clone()));
    let is_said = Memo::new(move |_| !of(|panel| &panel.sentence).is_empty());
    let sentence = move || {
        let said = text(|panel| &panel.sentence);
        is_said.get().then(|| view! { <p class="theme__sentence"><WithTerms text=said terms=in_sentence/></p> })
    };
    let source = move || panel.with(|panel| panel.as_ref().and_then(|panel| panel.source.clone()));
    let drawn = move || match picture {
        _ if !turn.get() => view! { <div class="theme__awaited"></div> }.into_any(),
        Picture::Bars => view! { <ChartCard exploring/> }.into_any(),
        Picture::Time => view! { <TimeCard exploring/> }.into_any(),
        Picture::Difference => view! { <DifferenceCard exploring/> }.into_any(),
        Picture::Funnel => view! { <FunnelCard exploring/> }.into_any(),
        Picture::Map => view! { <MapCard exploring panel=exploring.optional(map::map)/> }.into_any(),
        Picture::Crosstab => view! { <CrosstabCard exploring/> }.into_any(),
        Picture::Flow => view! { <FlowCard exploring/> }.into_any(),
        Picture::Needs => view! { <NeedsCard exploring/> }.into_any(),
        Picture::Steps => view! { <StepsCard exploring/> }.into_any(),
    };
    let title = move || of(|panel| &panel.title);
    let question = match rank {
        ..=2 => view! { <h2 class="theme__question" id=heading tabindex="-1">{title}</h2> }.into_any(),
        3.. => view! { <h3 class="theme__question" id=heading tabindex="-1">{title}</h3> }.into_any(),
    };
    view! {
        {question}
        {sentence}
        <Ranked rank=rank.saturating_add(1)>{drawn}</Ranked>
        <p class="theme__limits"><strong>{move || words::limits(language.get())}": "</strong><WithTerms text=text(|panel| &panel.limits) terms=in_limits/></p>
        {move || source().map(|source| view! {
            <p class="theme__source">
                <SourceLink source/>
                <span class="theme__number">{of(|panel| &panel.registry_number)}</span>
            </p>
        })}
        <p><a class="theme__more" href=move || href(place, exploring, view_of(picture))>{move || words::in_explore(language.get())}</a></p>
    }
    .into_any()
}

/// The section's question and its answer. What is picked in the picture stays in it, and goes along to Explore.
fn exploring(cleared: Arc<Cleared>, section: &Section) -> Option<Exploring> {
    let language = PlaceState::get().language();
    let (question, _) = resolve(&cleared, &section.choice)?;
    let cleared = StoredValue::new(cleared);
    let question = RwSignal::new(question);
    let answered = Memo::new(move |_| {
        let question = question.get();
        let asked = cleared.with_value(|cleared| asked(cleared, &question));
        Arc::new(Answered { question, asked })
    });
    let choose = Callback::new(move |chosen: Question| question.set(chosen));
    Some(Exploring {
        cleared,
        question: Memo::new(move |_| Some(question.get())),
        answered: Signal::derive(move || Some(answered.get())),
        is_late: Signal::derive(|| false),
        language,
        held: RwSignal::new(None),
        pointed: RwSignal::new(None),
        choose,
        pass: choose,
    })
}

/// The view of Explore that shows the same.
const fn view_of(picture: Picture) -> View {
    match picture {
        Picture::Bars | Picture::Needs | Picture::Steps => View::Chart,
        Picture::Time => View::Time,
        Picture::Difference => View::Difference,
        Picture::Funnel => View::Funnel,
        Picture::Map => View::Map,
        Picture::Crosstab | Picture::Flow => View::Crosstab,
    }
}

/// The address of the same question in Explore, in one of its views.
pub(super) fn href(place: PlaceState, exploring: Exploring, view: View) -> String {
    let question = exploring.question.get();
    let choice = question
        .map(|question| exploring.cleared.with_value(|cleared| choice_of(cleared.cube(), &question)))
        .unwrap_or_default();
    let address = Address { language: exploring.language.get(), view, choice, ..Address::default() };
    place.href(Page::Explore, &address)
}
