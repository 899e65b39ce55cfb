//! What is drawn of figures along time.

use leptos::prelude::*;

use super::{At, Marked};
use crate::{
    chart::time::{PictureEvent, PictureLine, PicturePoint, TimePicture, picture},
    view_model::time::{Event, TimePanel},
};

/// The picture of a panel; the ring around where the keyboard is and the marks of what is pointed at move by themselves.
pub(super) fn drawing(
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
    let band = |event: &PictureEvent| {
        view! { <rect class="time__band" x=event.from y=top width=event.until - event.from height=bottom - top/> }
    };
    bands.map(band).collect_view()
}

/// The numbers of the events, and the lines of those that went on for no time.
fn marks(panel: &TimePanel, picture: &TimePicture) -> impl IntoView + use<> {
    let bottom = picture.plot[3];
    let mark = |(event, it): (&Event, &PictureEvent)| {
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
pub(super) fn glyph(line: usize, point: PicturePoint) -> impl IntoView {
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
