//! The mouse over a drawing whose parts bear their place: what it is on, told to the other views, and the words beside it.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::pointing::Pointing;

/// Where the mouse is in one view.
#[derive(Clone, Copy)]
pub struct Pointer {
    /// The place of what is under it, and where on the screen it is, in CSS pixels.
    at: RwSignal<Option<(usize, f64, f64)>>,
    /// Who is told, and the code of what is at a place.
    told: Option<(Pointing, Callback<usize, Option<String>>)>,
}

impl Pointer {
    /// For a view; `code_of` is the code of what is at a place.
    pub fn new(pointing: Pointing, code_of: impl Fn(usize) -> Option<String> + Send + Sync + 'static) -> Self {
        Self { at: RwSignal::new(None), told: Some((pointing, Callback::new(code_of))) }
    }

    /// For a view that tells no other view of its places.
    pub fn alone() -> Self {
        Self { at: RwSignal::new(None), told: None }
    }

    /// The mouse has moved within the view.
    pub fn moved(self, event: &ev::PointerEvent) {
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let place = place_of(event.target());
        if let Some((pointing, code_of)) = self.told {
            pointing.point(place.and_then(|place| code_of.try_run(place).flatten()));
        }
        self.at.try_set(place.map(|place| (place, x, y)));
    }

    /// The mouse has left the view, or does something else there than pointing.
    pub fn left(self) {
        if let Some((pointing, _)) = self.told {
            pointing.point(None);
        }
        if self.at.try_with_untracked(Option::is_some) == Some(true) {
            self.at.try_set(None);
        }
    }
}

/// The words beside the mouse: a name, and a line for each thing said of it.
#[component]
pub fn Tooltip(
    pointer: Pointer,
    /// What is said of the place under the mouse.
    said: impl Fn(usize) -> Option<(String, Vec<String>)> + Send + 'static,
) -> impl IntoView {
    move || {
        let (place, x, y) = pointer.at.get()?;
        let (name, lines) = said(place)?;
        Some(view! {
            <div class="map-tooltip" style:left=format!("{x}px") style:top=format!("{y}px") aria-hidden="true">
                <strong>{name}</strong>
                {lines.into_iter().map(|line| view! { <span>{line}</span> }).collect_view()}
            </div>
        })
    }
}

/// The place that an event on a part of a drawing is about.
pub(super) fn place_of(target: Option<web_sys::EventTarget>) -> Option<usize> {
    let element = target?.dyn_into::<web_sys::Element>().ok()?;
    element.get_attribute("data-place")?.parse().ok()
}

/// The place that the nearest element around it has in this attribute.
pub(super) fn nearest(target: Option<web_sys::EventTarget>, attribute: &str) -> Option<usize> {
    let element = target?.dyn_into::<web_sys::Element>().ok()?;
    element.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)?.parse().ok()
}
