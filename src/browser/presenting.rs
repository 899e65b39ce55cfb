//! Presenting on a screen that many look at: the document is told of it, and keys are heard wherever the keyboard is.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::document::{first, window};
use crate::view_model::presentation::KeysAt;

/// The presentation's own buttons.
const BAR: &str = ".presentation";
/// What is written in or chosen from.
const FIELD: &str = "input, select, textarea, [contenteditable]";
/// What has its own use of keys.
const PART: &str = "a[href], button, summary, [role=application], [tabindex='0']";
/// What is presented.
const STAGE: &str = "main";

/// Tells the document, and so the styles, that somebody presents: `step` or `blank`; nothing: nobody does.
pub fn mark(state: Option<&str>) {
    let Some(root) = first(":root") else { return };
    // A document that refuses an attribute shows the question among the others.
    drop(match state {
        Some(state) => root.set_attribute("data-presenting", state),
        None => root.remove_attribute("data-presenting"),
    });
}

/// To the top of what is shown.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls with every key that nobody else has taken, without modifiers and not held down; whether it was taken is the answer.
pub fn on_key(heard: impl Fn(&str, KeysAt) -> bool + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(window()?.as_ref(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
        if event.default_prevented() || event.repeat() || event.is_composing() || has_modifier {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if heard(&event.key(), keys_at(target.as_ref())) {
            event.prevent_default();
        }
    });
    Some(listener)
}

/// Calls back whenever the window has another size, until it is dropped.
pub fn on_resize(changed: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(window()?.as_ref(), "resize", move |_| changed()))
}

fn keys_at(target: Option<&Element>) -> KeysAt {
    let is_within = |selector| target.is_some_and(|target| matches!(target.closest(selector), Ok(Some(_))));
    let places = [(BAR, KeysAt::Bar), (FIELD, KeysAt::Field), (PART, KeysAt::Part), (STAGE, KeysAt::Stage)];
    places.into_iter().find(|(selector, _)| is_within(*selector)).map_or(KeysAt::Nowhere, |(_, at)| at)
}
