//! Figures along time: drawn as SVG, walked with the arrow keys; a click or Enter picks the period. What is pointed at is the line of a place or a category: other views have that too.

use leptos::{ev, prelude::*};

use super::{data_table::DataTable, difference_view::nearest, heading::Heading, pointer::place_of, pointing::Pointing};
use crate::{
    browser::document,
    chart::time::{PictureLine, PicturePoint, TimePicture, picture},
    state::place::PlaceState,
    view_model::time::TimePanel,
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
    let pointed = RwSignal::new(None::<(usize, f64, f64)>);
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
        let _ = at.try_set(None);
        tell(None);
    };
    let on_click = move |event: ev::MouseEvent| {
        if let Some(period) = place_of(event.target()) {
            pick(period);
        }
    };
    let on_move = move |event: ev::PointerEvent| {
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        pointed.set(place_of(event.target()).map(|period| (period, x, y)));
    };
    let on_leave = move |_| {
        let _ = pointed.try_set(None);
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
    let tooltip = move || {
        let (period, x, y) = pointed.get()?;
        panel.with(|panel| {
            let name = panel.periods.get(period)?.label.clone();
            let line = |line: &crate::view_model::time::Line| {
                let said = line.points.get(period).map(|point| point.lines.join(", ")).unwrap_or_default();
                view! { <span>{format!("{}: {said}", line.name)}</span> }
            };
            let lines = panel.lines.iter().map(line).collect_view();
            Some(view! {
                <div class="map-tooltip" style:left=format!("{x}px") style:top=format!("{y}px") aria-hidden="true">
                    <strong>{name}</strong>
                    {lines}
                </div>
            })
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
        <figure class="time" on:pointermove=on_move on:pointerleave=on_leave>
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
            {tooltip}
            <details class="bar-chart__table">
                <summary>{move || explore::as_table(language.get())}</summary>
                {table}
            </details>
        </figure>
    }
}

/// The picture of a panel; the ring around where the keyboard is and the marks of what is pointed at move by themselves.
fn drawing(
    panel: &TimePanel,
    (width, height): (f64, f64),
    at: RwSignal<Option<At>>,
    marked: Marked,
) -> impl IntoView + use<> {
    let picture = picture(panel, width, height);
    let [left, top, right, bottom] = picture.plot;
    let ticks = panel.ticks.iter().zip(&picture.ticks).map(|(tick, y)| {
        view! {
            <line class="time__grid" x1=left x2=right y1=*y y2=*y/>
            <text class="time__text time__text--end" x=left - 8.0 y=*y + 4.0>{tick.label.clone()}</text>
        }
    });
    // What is clicked is a period, as wide as it is long; what is pointed at is in it the nearest line.
    let periods = panel.periods.iter().zip(&picture.periods).zip(&picture.nearest).enumerate();
    let periods = periods.map(|(place, ((period, (from, until)), nearest))| {
        let (x, width) = (*from, (until - from).max(1.0));
        let class = if period.is_picked { "time__period time__period--picked" } else { "time__period" };
        let strip = |(line, from, until): &(usize, f64, f64)| {
            view! { <rect class="time__nearest" x=x y=*from width=width height=until - from data-place=place data-line=*line/> }
        };
        let is_pointed = move || marked.period.get() == Some(place);
        view! {
            <g class=class>
                <rect class="time__ground" class=("time__ground--pointed", is_pointed) x=x y=top width=width height=bottom - top data-place=place/>
                {nearest.iter().map(strip).collect_view()}
            </g>
        }
    });
    let names = panel.periods.iter().zip(&picture.names).map(|(period, x)| {
        let class = if period.is_picked {
            "time__text time__text--middle time__text--picked"
        } else {
            "time__text time__text--middle"
        };
        x.map(|x| view! { <text class=class x=x y=bottom + 22.0>{period.label.clone()}</text> })
    });
    let breaks = picture.breaks.iter().map(|x| view! { <line class="time__break" x1=*x x2=*x y1=top y2=bottom/> });
    let points = picture.lines.clone();
    let ring = move || {
        let (line, period) = at.get()?;
        let point = points.get(line)?.points.get(period)?;
        Some(view! { <circle class="time__ring" cx=point.x cy=point.y r=10/> })
    };
    view! {
        <svg class="time__picture" viewBox=format!("0 0 {} {}", picture.width, picture.height) aria-hidden="true">
            {bands(&picture)}
            {ticks.collect_view()}
            <line class="time__axis" x1=left x2=right y1=bottom y2=bottom/>
            {periods.collect_view()}
            {breaks.collect_view()}
            {marks(panel, &picture)}
            {names.collect_view()}
            {picture.lines.iter().enumerate().map(|(place, it)| line(place, it, marked)).collect_view()}
            {ring}
        </svg>
    }
}

/// The bands of events that went on for a time.
fn bands(picture: &TimePicture) -> impl IntoView + use<> {
    let [_, top, _, bottom] = picture.plot;
    let bands = picture.events.iter().filter(|event| event.until > event.from);
    let band = |event: &crate::chart::time::PictureEvent| {
        view! { <rect class="time__band" x=event.from y=top width=event.until - event.from height=bottom - top/> }
    };
    bands.map(band).collect_view()
}

/// The numbers of the events, and the lines of those that went on for no time.
fn marks(panel: &TimePanel, picture: &TimePicture) -> impl IntoView + use<> {
    let bottom = picture.plot[3];
    let mark = |(event, it): (&crate::view_model::time::Event, &crate::chart::time::PictureEvent)| {
        let (x, y) = it.number;
        let at = if event.is_band { x } else { it.from };
        let foot = if event.is_band { picture.plot[1] } else { bottom };
        view! {
            <path class="time__event" d=format!("M{x:.1} {:.1}L{at:.1} {:.1}L{at:.1} {foot:.1}", y + 8.0, picture.plot[1])/>
            <circle class="time__number" cx=x cy=y r=9/>
            <text class="time__text time__text--middle time__text--number" x=x y=y + 4.0>{event.number.clone()}</text>
        }
    };
    panel.events.iter().zip(&picture.events).map(mark).collect_view()
}

fn line(place: usize, it: &PictureLine, marked: Marked) -> impl IntoView + use<> {
    let class = format!("time__line time__line--{place}");
    let ranges = it.points.iter().filter_map(|point| {
        let (high, low) = point.range?;
        let class = if point.is_known {
            format!("time__range time__line--{place}")
        } else {
            format!("time__range time__range--hidden time__line--{place}")
        };
        Some(view! { <line class=class x1=point.x x2=point.x y1=high y2=low/> })
    });
    let across = format!("{class} time__line--across");
    view! {
        <g class="time__series" class=("time__series--pointed", move || marked.line.get() == Some(place))>
            {ranges.collect_view()}
            <path class=class d=it.next.clone()/>
            <path class=across d=it.across.clone()/>
            {it.points.iter().map(|point| glyph(place, *point)).collect_view()}
        </g>
    }
}

/// The sign of a line's points: each line has its own, so that nobody needs the colours.
fn glyph(line: usize, point: PicturePoint) -> impl IntoView {
    let PicturePoint { x, y, is_known, .. } = point;
    if !is_known {
        let d = format!("M{:.1} {:.1}h7v-7h-7z", x - 3.5, y);
        return view! { <path class=format!("time__absent time__line--{line}") d=d/> };
    }
    let d = match line {
        0 => format!("M{:.1} {y:.1}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5.0),
        1 => format!("M{:.1} {:.1}h9v9h-9z", x - 4.5, y - 4.5),
        2 => format!("M{x:.1} {:.1}l5.8 10h-11.6z", y - 6.4),
        3 => format!("M{x:.1} {:.1}l6 6l-6 6l-6 -6z", y - 6.0),
        _ => format!("M{x:.1} {:.1}l5.8 -10h-11.6z", y + 6.4),
    };
    view! { <path class=format!("time__point time__point--{line}") d=d/> }
}
