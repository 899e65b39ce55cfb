//! The funnel plot: drawn as SVG, walked with the arrow keys, linked with map and table by what is picked.

use leptos::{ev, prelude::*};

use super::{
    pointer::{Pointer, Tooltip, place_of},
    pointing::Pointing,
};
use crate::{
    browser::document,
    chart::funnel::picture,
    state::{naming::own, place::PlaceState},
    verdict::Kind,
    view_model::funnel::FunnelPanel,
    words::{funnel as words, verdict as verdicts},
};

/// The view box: as wide and high as a card on a desk, so that words are as large as they say.
const WIDE: (f64, f64) = (760.0, 440.0);
/// The same on a phone.
const NARROW: (f64, f64) = (340.0, 380.0);
/// The dots, in the units of the view box.
const RADIUS: f64 = 4.5;

/// The funnel plot. `on_pick` is told the code of an area.
#[component]
pub fn FunnelView(
    #[prop(into)] panel: Signal<Option<FunnelPanel>>,
    #[prop(into)] on_pick: Callback<String>,
    /// What is pointed at in other views, and told to them.
    pointing: Pointing,
) -> impl IntoView {
    let language = PlaceState::get().language();
    // Where the keyboard is; the picked area until an arrow is pressed.
    let at = RwSignal::new(None::<usize>);
    let code_of =
        move |place: usize| panel.with_untracked(|panel| Some(panel.as_ref()?.points.get(place)?.code.clone()));
    let pointer = Pointer::new(pointing, code_of);
    let marked = pointing
        .place(move |code| panel.with(|panel| panel.as_ref()?.points.iter().position(|point| point.code == code)));
    let pick = move |place: usize| {
        if let Some(code) = code_of(place) {
            on_pick.run(code);
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        let (n_points, picked) =
            panel.with_untracked(|panel| panel.as_ref().map_or((0, None), |it| (it.points.len(), it.picked())));
        let Some(last) = n_points.checked_sub(1) else { return };
        let here = at.get_untracked().or(picked);
        let next = match (event.key().as_str(), here) {
            ("ArrowRight" | "ArrowUp", Some(place)) => (place + 1).min(last),
            ("ArrowLeft" | "ArrowDown", Some(place)) => place.saturating_sub(1),
            ("ArrowRight" | "ArrowUp" | "Home", _) => 0,
            ("ArrowLeft" | "ArrowDown" | "End", _) => last,
            ("Enter" | " ", Some(place)) => {
                event.prevent_default();
                return pick(place);
            }
            _ => return,
        };
        event.prevent_default();
        at.set(Some(next));
        pointing.point(code_of(next));
    };
    let on_click = move |event: ev::MouseEvent| {
        if let Some(place) = place_of(event.target()) {
            pick(place);
        }
    };
    let on_blur = move |_| {
        // What the mouse rests on stays pointed at.
        if at.try_get_untracked().flatten().is_some() {
            at.try_set(None);
            pointing.point(None);
        }
    };
    let spoken =
        move || at.get().and_then(|place| panel.with(|panel| Some(panel.as_ref()?.points.get(place)?.spoken.clone())));
    let is_narrow = RwSignal::new(document::is_narrow());
    let _listener = StoredValue::new_local(document::on_narrow_change(move || is_narrow.set(document::is_narrow())));
    let size = move || if is_narrow.get() { NARROW } else { WIDE };
    let drawing = move || panel.with(|panel| panel.as_ref().map(|panel| drawing(panel, size(), at, marked)));
    let said = move |place: usize| {
        panel.with(|panel| {
            let point = panel.as_ref()?.points.get(place)?;
            Some((point.name.clone(), point.lines.clone()))
        })
    };
    let legend = move || {
        panel.get().map(|panel| {
            let row = |(kind, label): (Kind, String)| {
                view! {
                    <li class="funnel__key">
                        <svg viewBox="0 0 16 16" aria-hidden="true">
                            <circle class=format!("funnel__dot funnel__dot--{}", kind.id()) cx="8" cy="8" r=RADIUS/>
                        </svg>
                        {label}
                    </li>
                }
            };
            panel.legend.into_iter().map(row).collect_view()
        })
    };
    let notes = move || {
        panel.get().map(|panel| {
            panel.notes.into_iter().map(|note| view! { <p class="funnel__note">{note}</p> }).collect_view()
        })
    };
    view! {
        <figure class="funnel" on:pointermove=move |event| pointer.moved(&event) on:pointerleave=move |_| pointer.left()>
            <figcaption class="card__title">{move || panel.with(|panel| panel.as_ref().map(|panel| panel.title.clone()))}</figcaption>
            <div
                class="funnel__frame"
                id=own("funnel")
                tabindex="0"
                role="application"
                aria-label=move || panel.with(|panel| panel.as_ref().map(|panel| panel.summary.clone()))
                aria-describedby=own("funnel-keys")
                on:keydown=on_keydown
                on:click=on_click
                on:blur=on_blur
            >
                {drawing}
            </div>
            <ul class="funnel__legend" aria-label=move || verdicts::colour_verdict(language.get())>{legend}</ul>
            <p class="funnel__note"><strong>{move || words::how_to_read(language.get())}": "</strong>{move || words::reading(language.get())}</p>
            {move || panel.with(|panel| panel.as_ref()?.spread.clone()).map(|spread| view! { <p class="funnel__note funnel__spread">{spread}</p> })}
            {notes}
            <p class="bar-chart__keys" id=own("funnel-keys")>{move || words::keys(language.get())}</p>
            <p class="visually-hidden" aria-live="polite">{spoken}</p>
            <Tooltip pointer said/>
        </figure>
    }
}

/// The picture of a panel; the rings around where the keyboard is, and what is pointed at in any view, move by themselves.
fn drawing(
    panel: &FunnelPanel,
    (width, height): (f64, f64),
    at: RwSignal<Option<usize>>,
    marked: Memo<Option<usize>>,
) -> impl IntoView + use<> {
    let picture = picture(panel, width, height);
    let [left, _, right, bottom] = picture.plot;
    let ticks = panel.ticks.iter().zip(&picture.ticks).map(|(tick, y)| {
        view! {
            <line class="funnel__grid" x1=left x2=right y1=*y y2=*y/>
            <text class="funnel__text funnel__text--end" x=left - 8.0 y=*y + 4.0>{tick.label.clone()}</text>
        }
    });
    let n_ticks = panel.n_ticks.iter().zip(&picture.n_ticks).map(|(tick, x)| {
        view! {
            <line class="funnel__axis" x1=*x x2=*x y1=bottom y2=bottom + 5.0/>
            <text class="funnel__text funnel__text--middle" x=*x y=bottom + 19.0>{tick.label.clone()}</text>
        }
    });
    let limits = picture.limits.iter().enumerate().map(|(place, path)| {
        view! { <path class=format!("funnel__limit funnel__limit--{place}") d=path.clone()/> }
    });
    let limit_labels = panel.limits.iter().zip(&picture.limit_labels).map(|(limit, (x, y))| {
        view! { <text class="funnel__text" x=*x + 6.0 y=*y + 4.0>{limit.label.clone()}</text> }
    });
    let target_line = picture.target.map(|y| view! { <line class="funnel__target" x1=left x2=right y1=y y2=y/> });
    let target = panel.target.as_ref().zip(picture.target).map(|(target, y)| {
        view! { <text class="funnel__text funnel__text--target" x=left + 6.0 y=y - 6.0>{target.label.clone()}</text> }
    });
    let dots = panel.points.iter().zip(&picture.dots).enumerate().map(|(place, (point, (x, y)))| {
        let class = format!("funnel__dot funnel__dot--{}", point.kind.id());
        view! { <circle class=class cx=*x cy=*y r=RADIUS data-place=place/> }
    });
    let picked = panel.picked().and_then(|place| picture.dots.get(place).copied().zip(panel.points.get(place)));
    let picked = picked.map(|((x, y), point)| {
        let is_far_right = x > (left + right) / 2.0;
        let class = if is_far_right {
            "funnel__text funnel__text--name funnel__text--end"
        } else {
            "funnel__text funnel__text--name"
        };
        let beside = if is_far_right { -12.0 } else { 12.0 };
        view! {
            <circle class="funnel__ring funnel__ring--picked" cx=x cy=y r=RADIUS + 3.5/>
            <text class=class x=x + beside y=y - 8.0>{point.name.clone()}</text>
        }
    });
    let places = StoredValue::new(picture.dots.clone());
    let ring = move |class: &'static str, place: Option<usize>| {
        let (x, y) = places.with_value(|places| places.get(place?).copied())?;
        Some(view! { <circle class=class cx=x cy=y r=RADIUS + 6.0/> })
    };
    let pointed = move || marked.get().filter(|place| at.get() != Some(*place));
    view! {
        <svg class="funnel__picture" viewBox=format!("0 0 {} {}", picture.width, picture.height) aria-hidden="true">
            {ticks.collect_view()}
            <line class="funnel__axis" x1=left x2=right y1=bottom y2=bottom/>
            {n_ticks.collect_view()}
            <text class="funnel__text funnel__text--middle" x=f64::midpoint(left, right) y=bottom + 42.0>{panel.n_title.clone()}</text>
            {limits.collect_view()}
            {target_line}
            <g class="funnel__dots">{dots.collect_view()}</g>
            {limit_labels.collect_view()}
            {target}
            {picked}
            {move || ring("funnel__ring funnel__ring--pointed", pointed())}
            {move || ring("funnel__ring", at.get())}
        </svg>
    }
}
