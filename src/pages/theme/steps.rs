//! A chain of steps: a strip in the order of the file, one step of it open, and the way along it.

use leptos::prelude::*;

use super::section::href;
use crate::{
    browser::document,
    components::heading::Heading,
    export::address::View,
    pages::explorer::exploring::Exploring,
    state::{naming::own, place::PlaceState},
    view_model::{
        bars::BarRow,
        steps::{Neighbour, OpenedStep, Step, opened, steps},
    },
    words::{explore, funnel, steps as words},
};

/// The height of a bar in the units of its drawing; its width is the scale's.
const HEIGHT: f64 = 10.0;

/// The strip with its open step. Opening a step picks it, so that the ways on lead to that step.
#[component]
pub(super) fn StepsCard(exploring: Exploring) -> impl IntoView {
    let panel = exploring.optional(steps);
    let opened = exploring.optional(opened);
    let is_shut = RwSignal::new(false);
    let on_pick = exploring.on_pick(|context| Some(context.question.by));
    let language = exploring.language;
    // By code: a step that is opened changes, and its button stays where the keyboard is.
    let codes = Memo::new(move |_| {
        let code = |step: &Step| step.row.key.clone();
        panel.with(|panel| panel.iter().flat_map(|panel| &panel.steps).map(code).collect::<Vec<_>>())
    });
    let scale_end = Memo::new(move |_| panel.with(|panel| panel.as_ref().map_or(0.0, |panel| panel.scale_end)));
    let item = move |code: String| {
        let sought = code.clone();
        let step = Memo::new(move |_| {
            let found = |panel: &[Step]| panel.iter().find(|step| step.row.key == sought).cloned();
            panel.with(|panel| panel.as_ref().and_then(|panel| found(&panel.steps))).unwrap_or_default()
        });
        let opened = Memo::new(move |_| {
            let is_it = |opened: &OpenedStep| opened.code == code && !is_shut.get();
            opened.with(|opened| opened.as_ref().filter(|opened| is_it(opened)).cloned())
        });
        view! { <StepView step opened scale_end is_shut on_pick exploring/> }
    };
    let is_there = Memo::new(move |_| panel.with(Option::is_some));
    let said = move || {
        panel.get().map(|panel| {
            let note = |note| view! { <p class="steps__note">{note}</p> };
            view! {
                <p class="steps__note"><strong>{funnel::how_to_read(language.get())}": "</strong>{words::read(language.get())}" "{panel.scale}</p>
                {panel.notes.into_iter().map(note).collect_view()}
            }
        })
    };
    let title = move || panel.with(|panel| panel.as_ref().map(|panel| panel.title.clone()));
    let body = move || match is_there.get() {
        true => view! {
            <Heading alone=3 class="heading card__title">{title}</Heading>
            <ol class="steps"><For each=move || codes.get() key=String::clone let(code)>{item(code)}</For></ol>
            {said}
        }
        .into_any(),
        false => view! { <p class="explore__no-map">{words::none(language.get())}</p> }.into_any(),
    };
    view! { <section class="card steps-card">{body}</section> }
}

/// One step: a button with its figure, and where it is open what is behind it.
#[component]
fn StepView(
    step: Memo<Step>,
    opened: Memo<Option<OpenedStep>>,
    scale_end: Memo<f64>,
    is_shut: RwSignal<bool>,
    on_pick: Callback<String>,
    exploring: Exploring,
) -> impl IntoView {
    let language = exploring.language;
    let is_open = Memo::new(move |_| opened.with(Option::is_some));
    let text = move |part: fn(&BarRow) -> &String| move || step.with(|step| part(&step.row).clone());
    let press = move |_| {
        is_shut.set(is_open.get_untracked());
        on_pick.run(step.with_untracked(|step| step.row.key.clone()));
    };
    let id = own(&format!("step-{}", step.with_untracked(|step| step.number.clone())));
    let controls = id.clone();
    let behind = move || opened.get().map(|opened| view! { <Opened opened on_pick exploring/> });
    view! {
        <li class="steps__item" data-code=text(|row| &row.key)>
            <button
                class="steps__step"
                type="button"
                aria-expanded=move || is_open.get().to_string()
                aria-controls=controls
                on:click=press
            >
                <span class="steps__number">{move || step.with(|step| step.number.clone())}</span>
                <span class="steps__name">{text(|row| &row.label)}</span>
                <strong class="steps__value">{text(|row| &row.value_text)}</strong>
                {move || step.with(|step| bar(&step.row, scale_end.get()))}
                <span class="steps__range">
                    <span class="visually-hidden">{move || step.with(|step| (!step.row.interval_text.is_empty()).then(|| explore::interval(language.get())))}" "</span>
                    {text(|row| &row.interval_text)}
                </span>
                <span class="steps__n">{text(|row| &row.n_text)}</span>
            </button>
            <div class="steps__behind" id=id hidden=move || !is_open.get()>{behind}</div>
        </li>
    }
}

/// The figure as a bar with its interval on the scale of all steps; without a figure the empty scale.
fn bar(row: &BarRow, scale_end: f64) -> impl IntoView + use<> {
    let figure = row.value.map(|value| view! { <rect class="steps__share" width=value height=HEIGHT/> });
    let upright = |x: f64| view! { <line class="steps__line" x1=x x2=x y1="2" y2="8"/> };
    let line = row.low.zip(row.high).map(|(low, high)| {
        view! {
            <line class="steps__line" x1=low x2=high y1="5" y2="5"/>
            {upright(low)}
            {upright(high)}
        }
    });
    view! {
        <svg class="steps__bar" viewBox=format!("0 0 {scale_end} {HEIGHT}") preserveAspectRatio="none" aria-hidden="true">
            <rect class="steps__scale" width=scale_end height=HEIGHT/>
            {figure}
            {line}
        </svg>
    }
}

/// What is behind the open step, the way to the one before and the one after, and to the same step over time and on a map.
#[component]
fn Opened(opened: OpenedStep, on_pick: Callback<String>, exploring: Exploring) -> impl IntoView {
    let place = PlaceState::get();
    let language = exploring.language;
    let OpenedStep { nth, name, what, value, counts, interval, remarks, over_time, has_time, has_map, .. } = opened;
    let aside = [counts, interval].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(", ");
    let said = move |said: String| (!said.is_empty()).then(|| view! { <p>{said}</p> });
    let way = move |view: View, text: &'static str| {
        view! { <li><a class="steps__link" href=move || href(place, exploring, view)>{text}</a></li> }
    };
    let time = has_time.then(|| way(View::Time, words::over_time(language.get_untracked())));
    let map = has_map.then(|| way(View::Map, words::on_map(language.get_untracked())));
    let links = (has_time || has_map).then(|| view! { <ul class="steps__links">{time}{map}</ul> });
    view! {
        <Heading alone=3 class="steps__title" is_below=true><span class="steps__nth">{nth}": "</span>{name}</Heading>
        <p class="steps__what">{what}</p>
        <p class="steps__figure"><strong>{value}</strong>" "<span>{aside}</span></p>
        {remarks.into_iter().map(said).collect_view()}
        {said(over_time)}
        {links}
        <div class="button-row">
            <Walk neighbour=opened.previous label=words::previous(language.get_untracked()) name="step-previous" on_pick/>
            <Walk neighbour=opened.next label=words::next(language.get_untracked()) name="step-next" on_pick/>
        </div>
    }
}

/// The way to the step before or after. Where there is none it stays, so that the keyboard is not lost.
#[component]
fn Walk(
    neighbour: Option<Neighbour>,
    label: &'static str,
    name: &'static str,
    on_pick: Callback<String>,
) -> impl IntoView {
    let id = own(name);
    let is_end = neighbour.is_none().then_some("true");
    let text = neighbour.as_ref().map_or_else(|| label.to_owned(), |it| format!("{label}: {}", it.name));
    let button = id.clone();
    let press = move |_| {
        if let Some(it) = &neighbour {
            on_pick.run(it.code.clone());
            // The step that is open then has a button of the same name.
            let button = button.clone();
            request_animation_frame(move || document::focus(&button));
        }
    };
    view! { <button class="button steps__walk" type="button" id=id aria-disabled=is_end on:click=press>{text}</button> }
}
