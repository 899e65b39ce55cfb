//! Figures along time: drawn as SVG, walked with the arrow keys; a click or Enter picks the period. What is pointed at is the line of a place or a category: other views have that too.

mod drawing;

use leptos::{ev, prelude::*};

use drawing::{drawing, glyph};

use super::{
    data_table::DataTable,
    heading::Heading,
    pointer::{Pointer, Tooltip, nearest, place_of},
    pointing::Pointing,
};
use crate::{
    browser::document,
    chart::time::PicturePoint,
    state::place::PlaceState,
    view_model::time::{Line, TimePanel},
    words::{explore, time as words},
};

/// The view box: as wide and high as a card on a desk, so that words are as large as they say.
const WIDE: (f64, f64) = (760.0, 420.0);
/// The same on a phone.
const NARROW: (f64, f64) = (340.0, 380.0);

/// The place of a point: its line and its period.
type At = (usize, usize);

/// What is pointed at, as this view sees it.
#[derive(Clone, Copy)]
pub struct LinesAndPeriods {
    /// Of what the lines are: told and marked.
    pub lines: Pointing,
    /// Of the periods: marked, and told by the rows of the table.
    pub periods: Pointing,
}

/// The places of what is pointed at.
#[derive(Clone, Copy)]
struct Marked {
    line: Signal<Option<usize>>,
    period: Signal<Option<usize>>,
}

/// The line chart. `on_pick` is told the code of a period.
#[component]
pub fn TimeView(
    #[prop(into)] panel: Signal<TimePanel>,
    #[prop(into)] on_pick: Callback<String>,
    /// What is pointed at in other views, and told to them.
    #[prop(optional)]
    pointing: Option<LinesAndPeriods>,
    /// A name for the parts of this chart, of which there may be several on the page.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let at = RwSignal::new(None::<At>);
    // The words beside the mouse are of a period; other views are told of the line.
    let pointer = Pointer::alone();
    let tell = move |line: Option<usize>| {
        let Some(LinesAndPeriods { lines, .. }) = pointing else { return };
        lines.point(line.and_then(|line| panel.with_untracked(|panel| Some(panel.lines.get(line)?.code.clone()))));
    };
    let place = |of: Option<Pointing>, find: fn(&TimePanel, &str) -> Option<usize>| {
        let place = of.map(|of| of.place(move |code| panel.with(|panel| find(panel, code))));
        Signal::derive(move || place.and_then(|place| place.get()))
    };
    let marked = Marked {
        line: place(pointing.map(|it| it.lines), |panel, code| panel.lines.iter().position(|it| it.code == code)),
        period: place(pointing.map(|it| it.periods), |panel, code| panel.periods.iter().position(|it| it.code == code)),
    };
    let pick = move |period: usize| {
        if let Some(code) = panel.with_untracked(|panel| Some(panel.periods.get(period)?.code.clone())) {
            on_pick.run(code);
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        let (n_lines, n_periods, picked) = panel.with_untracked(|panel| {
            (panel.lines.len(), panel.periods.len(), panel.periods.iter().position(|it| it.is_picked))
        });
        let (Some(last_line), Some(last)) = (n_lines.checked_sub(1), n_periods.checked_sub(1)) else { return };
        let (line, period) = at.get_untracked().unwrap_or((0, picked.unwrap_or(last)));
        let next = match event.key().as_str() {
            "ArrowRight" => (line, (period + 1).min(last)),
            "ArrowLeft" => (line, period.saturating_sub(1)),
            "ArrowDown" => ((line + 1).min(last_line), period),
            "ArrowUp" => (line.saturating_sub(1), period),
            "Home" => (line, 0),
            "End" => (line, last),
            "Enter" | " " => {
                event.prevent_default();
                return pick(period);
            }
            _ => return,
        };
        event.prevent_default();
        at.set(Some(next));
        tell(Some(next.0));
    };
    let on_blur = move |_| {
        // What the mouse rests on stays pointed at.
        if at.try_get_untracked().flatten().is_some() {
            at.try_set(None);
            tell(None);
        }
    };
    let on_click = move |event: ev::MouseEvent| {
        if let Some(period) = place_of(event.target()) {
            pick(period);
        }
    };
    // The table has rows of its own to point at.
    let on_point = move |event: ev::PointerEvent| tell(nearest(event.target(), "data-line"));
    let spoken = move || {
        let (line, period) = at.get()?;
        panel.with(|panel| Some(panel.lines.get(line)?.points.get(period)?.spoken.clone()))
    };
    let is_narrow = RwSignal::new(document::is_narrow());
    let _listener = StoredValue::new_local(document::on_narrow_change(move || is_narrow.set(document::is_narrow())));
    let size = move || if is_narrow.get() { NARROW } else { WIDE };
    let drawing = move || panel.with(|panel| drawing(panel, size(), at, marked));
    let said = move |period: usize| {
        panel.with(|panel| {
            let line = |line: &Line| {
                let said = line.points.get(period).map(|point| point.lines.join(", ")).unwrap_or_default();
                format!("{}: {said}", line.name)
            };
            Some((panel.periods.get(period)?.label.clone(), panel.lines.iter().map(line).collect()))
        })
    };
    let legend = move || {
        let names = panel.with(|panel| panel.lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>());
        let key = |(place, name): (usize, String)| {
            let point = PicturePoint { x: 14.0, y: 8.0, is_known: true, range: None };
            view! {
                <li class="time__key" class=("time__key--pointed", move || marked.line.get() == Some(place)) data-line=place>
                    <svg viewBox="0 0 28 16" aria-hidden="true">
                        <path class=format!("time__line time__line--{place}") d="M1 8L27 8"/>
                        {glyph(place, point)}
                    </svg>
                    {name}
                </li>
            }
        };
        names.into_iter().enumerate().map(key).collect_view()
    };
    let events = move || {
        let events = panel.with(|panel| panel.events.clone());
        (!events.is_empty()).then(|| {
            let items = events.into_iter().map(|event| view! { <li>{event.text}</li> }).collect_view();
            view! {
                <Heading alone=3 class="heading time__events-title">{move || words::events(language.get())}</Heading>
                <ol class="time__events">{items}</ol>
            }
        })
    };
    let notes = move || {
        let notes = panel.with(|panel| panel.notes.clone());
        notes.into_iter().map(|note| view! { <p class="time__note">{note}</p> }).collect_view()
    };
    let keys = format!("{name}-keys");
    let table = Signal::derive(move || panel.with(|panel| panel.table.clone()));
    let table_name = format!("{name}-table");
    let table = match pointing {
        Some(LinesAndPeriods { periods, .. }) => {
            view! { <DataTable panel=table on_pick pointing=periods name=table_name/> }.into_any()
        }
        None => view! { <DataTable panel=table on_pick name=table_name/> }.into_any(),
    };
    view! {
        <figure class="time" on:pointermove=move |event| pointer.moved(&event) on:pointerleave=move |_| pointer.left()>
            <figcaption class="card__title">{move || panel.with(|panel| panel.title.clone())}</figcaption>
            <p class="time__headline">{move || panel.with(|panel| panel.headline.clone())}</p>
            <ul class="time__legend" on:pointermove=on_point on:pointerleave=move |_| tell(None)>{legend}</ul>
            <div
                class="time__frame"
                id=name
                tabindex="0"
                role="application"
                aria-label=move || panel.with(|panel| panel.summary.clone())
                aria-describedby=keys.clone()
                on:keydown=on_keydown
                on:click=on_click
                on:blur=on_blur
                on:pointermove=on_point
                on:pointerleave=move |_| tell(None)
            >
                {drawing}
            </div>
            {events}
            <p class="time__note"><strong>{move || words::how_to_read(language.get())}": "</strong>{move || words::reading(language.get())}</p>
            {notes}
            <p class="bar-chart__keys" id=keys>{move || words::keys(language.get())}</p>
            <p class="visually-hidden" aria-live="polite">{spoken}</p>
            <Tooltip pointer said/>
            <details class="bar-chart__table">
                <summary>{move || explore::as_table(language.get())}</summary>
                {table}
            </details>
        </figure>
    }
}
