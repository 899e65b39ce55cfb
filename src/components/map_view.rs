//! The map: areas painted by class, picked by pointer or arrow keys, zoomed by buttons, wheel and keys.

use std::sync::Arc;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    hatching::Hatching, legend::Legend, map_areas::MapAreas, map_inset::MapInset, pointing::Pointing,
    tile_labels::TileLabels,
};
use crate::{
    model::outline::{Frame, Outlines},
    state::{naming::own, place::PlaceState},
    view_model::{
        map::{MapArea, MapPanel, Shade},
        walk::{Direction, step},
    },
    words::map as words,
};

/// What is under the pointer: the place of the area among the outlines, and where the tooltip goes, in CSS pixels.
type Pointed = Option<(usize, f64, f64)>;

/// The map of one level. `on_pick` is told the code of an area, or of the nation (`00`) when nothing is picked.
#[component]
pub fn MapView(
    outlines: Arc<Outlines>,
    #[prop(into)] panel: Signal<Option<MapPanel>>,
    #[prop(into)] on_pick: Callback<String>,
    /// The shade whose areas the reader wants to see apart from the others.
    held: RwSignal<Option<Shade>>,
    /// What is pointed at in other views, and told to them.
    pointing: Pointing,
) -> impl IntoView {
    let language = PlaceState::get().language();
    let whole = outlines.frame;
    let n_drawn = outlines.areas.len();
    let is_tiled = outlines.is_tiled;
    let outlines = StoredValue::new(outlines);
    let frame = RwSignal::new(whole);
    let pointed = RwSignal::<Pointed>::new(None);
    let hovered = RwSignal::<Option<Shade>>::new(None);
    let is_there = move |shade: &Shade| panel.with(|panel| panel.as_ref().is_some_and(|it| it.has(*shade)));
    let lit = Signal::derive(move || hovered.get().or_else(|| held.get().filter(is_there)));
    let spoken = RwSignal::new(String::new());
    let is_focused = RwSignal::new(false);

    // What the panel says of each outline, in the order of the outlines.
    let said = Memo::new(move |_| {
        panel.with(|panel| {
            let areas = panel.iter().flat_map(|panel| &panel.areas);
            let by_code: std::collections::HashMap<&str, &MapArea> =
                areas.map(|area| (area.code.as_str(), area)).collect();
            outlines.with_value(|outlines| {
                outlines
                    .areas
                    .iter()
                    .map(|area| by_code.get(area.code.as_str()).map(|area| (*area).clone()))
                    .collect::<Vec<_>>()
            })
        })
    });
    let shades = Memo::new(move |_| {
        said.with(|said| {
            said.iter().map(|area| area.as_ref().map_or(Shade::Outside, |area| area.shade)).collect::<Vec<_>>()
        })
    });
    let picked = Memo::new(move |_| {
        said.with(|said| said.iter().position(|area| area.as_ref().is_some_and(|area| area.is_picked)))
    });
    let code_of =
        move |place: usize| outlines.with_value(|outlines| outlines.areas.get(place).map(|area| area.code.clone()));
    let name_of = move |place: usize| {
        outlines.with_value(|outlines| {
            outlines.areas.get(place).map(|area| area.name.get(language.get()).to_owned()).unwrap_or_default()
        })
    };
    let centre = move |place: usize| {
        let label = outlines.with_value(|outlines| outlines.areas.get(place).map(|area| area.label));
        if let Some(label) = label.filter(|_| frame.get_untracked() != whole) {
            frame.update(|frame| *frame = frame.centred(label, whole));
        }
    };
    let pick = move |place: usize| {
        if let Some(code) = code_of(place) {
            on_pick.run(code);
            centre(place);
        }
    };
    let zoom = move |factor: f64| {
        let middle = |frame: Frame| (frame.x + frame.width / 2.0, frame.y + frame.height / 2.0);
        let label = picked
            .get_untracked()
            .and_then(|place| outlines.with_value(|outlines| Some(outlines.areas.get(place)?.label)));
        frame.update(|frame| {
            *frame = match label {
                Some(label) => frame.zoomed(factor, middle(*frame), whole).centred(label, whole),
                None => frame.zoomed(factor, middle(*frame), whole),
            }
        });
    };
    let on_wheel = move |event: ev::WheelEvent| {
        // A page that is scrolled past must not catch the wheel: the map zooms when it has been chosen, or with Ctrl.
        if !is_focused.get_untracked() && !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        let Some(around) = grid_point(&event, frame.get_untracked()) else { return };
        let factor = if event.delta_y() > 0.0 { 1.25 } else { 0.8 };
        frame.update(|frame| *frame = frame.zoomed(factor, around, whole));
    };
    let walk = move |direction: Direction| {
        let from = picked.get_untracked();
        let next = outlines.with_value(|outlines| match from {
            Some(from) => step(outlines, from, direction),
            None => northernmost(outlines),
        });
        let way = direction_name(direction, language.get_untracked());
        match next {
            Some(next) => {
                let area = said.with_untracked(|said| said.get(next).cloned().flatten());
                let what = area.map_or_else(
                    || format!("{}: {}", name_of(next), words::outside(language.get_untracked())),
                    |area| area.spoken,
                );
                spoken.set(format!("{way}: {what}"));
                pick(next);
            }
            None => spoken.set(format!("{way}: {}", words::no_neighbour(language.get_untracked()))),
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            "+" => return zoom(0.5),
            "-" => return zoom(2.0),
            "0" => return frame.set(whole),
            "Escape" => {
                event.prevent_default();
                frame.set(whole);
                return on_pick.run("00".to_owned());
            }
            _ => {}
        }
        if let Some(direction) = direction_of(&event) {
            event.prevent_default();
            walk(direction);
        }
    };
    let on_click = move |event: ev::MouseEvent| {
        if let Some(place) = place_of(event.target()) {
            pick(place);
        }
    };
    let on_move = move |event: ev::PointerEvent| {
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let place = place_of(event.target());
        pointing.point(place.and_then(code_of));
        pointed.set(place.map(|place| (place, x, y)));
    };
    let on_leave = move |_| {
        pointing.point(None);
        pointed.set(None);
    };
    // The outline follows what is pointed at anywhere; the tooltip only the pointer here.
    let marked = pointing
        .place(move |code| outlines.with_value(|outlines| outlines.areas.iter().position(|area| area.code == code)));

    let path_of =
        move |place: usize| outlines.with_value(|outlines| outlines.areas.get(place).map(|area| area.path.clone()));
    let outline_of = move |class: &'static str, place: Option<usize>| {
        place.and_then(path_of).map(|path| view! { <path class=class d=path/> })
    };
    let tooltip = move || {
        pointed.get().map(|(place, x, y)| {
            let area = said.with(|said| said.get(place).cloned().flatten());
            let lines = area.map_or_else(|| vec![words::outside(language.get()).to_owned()], |area| area.lines);
            view! {
                <div class="map-tooltip" style:left=format!("{x}px") style:top=format!("{y}px") aria-hidden="true">
                    <strong>{name_of(place)}</strong>
                    {lines.into_iter().map(|line| view! { <span>{line}</span> }).collect_view()}
                </div>
            }
        })
    };
    let insets = outlines.with_value(|outlines| outlines.insets.clone());
    let has_insets = !insets.is_empty();
    let insets = insets
        .into_iter()
        .zip(["inset-0", "inset-1", "inset-2", "inset-3"])
        .map(|(inset, name)| view! { <MapInset inset name outlines shades lit pointed=marked picked/> })
        .collect_view();
    let summary = move || panel.with(|panel| panel.as_ref().map(|panel| panel.summary.clone()));
    let is_whole = move || frame.get() == whole;
    view! {
        <div class="map-view" class=("map-view--seven", move || panel.with(|panel| panel.as_ref().is_some_and(MapPanel::has_many_classes))) on:click=on_click on:pointermove=on_move on:pointerleave=on_leave>
            <div class="map-view__main">
                <div
                    class="map-view__map"
                    class=("map-view__map--tiled", is_tiled)
                    id=own("map")
                    tabindex="0"
                    role="application"
                    aria-label=summary
                    aria-describedby=own("map-keys")
                    on:keydown=on_keydown
                    on:wheel=on_wheel
                    on:focus=move |_| is_focused.set(true)
                    on:blur=move |_| is_focused.set(false)
                >
                    <svg viewBox=move || frame.get().view_box() aria-hidden="true">
                        <Hatching name="map" unit=Signal::derive(move || frame.get().height / 700.0)/>
                        <MapAreas outlines frame=whole shades lit/>
                        {outlines.with_value(|outlines| outlines.borders.clone()).map(|path| view! { <path class="map-view__borders" d=path/> })}
                        {is_tiled.then(|| view! { <TileLabels outlines shades/> })}
                        {move || outline_of("map-view__pointed", marked.get())}
                        {move || outline_of("map-view__picked", picked.get())}
                    </svg>
                </div>
                <div class="map-view__zoom">
                    <button class="icon-button" type="button" aria-label=move || words::zoom_in(language.get()) on:click=move |_| zoom(0.5)>"+"</button>
                    <button class="icon-button" type="button" aria-label=move || words::zoom_out(language.get()) disabled=is_whole on:click=move |_| zoom(2.0)>"−"</button>
                    <button class="icon-button icon-button--wide" type="button" disabled=is_whole on:click=move |_| frame.set(whole)>{move || words::zoom_reset(language.get())}</button>
                </div>
            </div>
            <div class="map-view__side">
                {has_insets.then(|| view! { <div class="map-view__insets" role="group" aria-label=move || words::insets(language.get())>{insets}</div> })}
                {is_tiled.then(|| view! { <p class="map-view__tiled">{move || words::tiles_say(language.get())}</p> })}
                <Legend panel n_drawn on_point=Callback::new(move |shade| hovered.set(shade)) held/>
            </div>
            <p class="map-view__keys" id=own("map-keys")>{move || words::keys(language.get())}</p>
            <p class="visually-hidden" aria-live="polite">{move || spoken.get()}</p>
            {tooltip}
        </div>
    }
}

/// The place that an event on a path is about.
pub(super) fn place_of(target: Option<web_sys::EventTarget>) -> Option<usize> {
    let element = target?.dyn_into::<web_sys::Element>().ok()?;
    element.get_attribute("data-place")?.parse().ok()
}

/// Where an arrow key leads.
pub(super) fn direction_of(event: &ev::KeyboardEvent) -> Option<Direction> {
    match event.key().as_str() {
        "ArrowUp" => Some(Direction::North),
        "ArrowDown" => Some(Direction::South),
        "ArrowLeft" => Some(Direction::West),
        "ArrowRight" => Some(Direction::East),
        _ => None,
    }
}

/// Where on the grid the pointer is: the map keeps its proportions within its element.
fn grid_point(event: &ev::WheelEvent, frame: Frame) -> Option<(f64, f64)> {
    let element = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let box_ = element.get_bounding_client_rect();
    let scale = (frame.width / box_.width()).max(frame.height / box_.height());
    let left = box_.left() + (box_.width() - frame.width / scale) / 2.0;
    let top = box_.top() + (box_.height() - frame.height / scale) / 2.0;
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    Some((frame.x + (x - left) * scale, frame.y + (y - top) * scale))
}

pub(super) fn northernmost(outlines: &Outlines) -> Option<usize> {
    let labels = outlines.areas.iter().enumerate().map(|(place, area)| (place, area.label.1));
    labels.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(place, _)| place)
}

pub(super) fn direction_name(direction: Direction, language: crate::model::text::Language) -> &'static str {
    match direction {
        Direction::North => words::north(language),
        Direction::South => words::south(language),
        Direction::West => words::west(language),
        Direction::East => words::east(language),
    }
}
