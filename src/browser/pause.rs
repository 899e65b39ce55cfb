//! Pauses in long work, so that the page can draw and a reader can press a button.

use std::cell::Cell;

use gloo::{render::request_animation_frame, timers::callback::Timeout};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Work that a reader does not feel, in milliseconds: half of what a task may take.
const UNFELT: f64 = 40.0;

/// So many milliseconds without a picture, and nobody is looking.
const UNDRAWN: u32 = 250;

/// Lets the browser do its own work whenever ours has taken long enough.
pub struct Pauses {
    since: Cell<f64>,
}

impl Pauses {
    /// Work begins now.
    pub fn begin() -> Self {
        Self { since: Cell::new(js_sys::Date::now()) }
    }

    /// A place where the work may pause; it goes straight on where it has not taken long.
    pub async fn rest(&self) {
        if js_sys::Date::now() - self.since.get() >= UNFELT {
            next_task().await;
            self.since.set(js_sys::Date::now());
        }
    }
}

/// Waits until the browser has had its turn: it may draw, and answer the reader.
pub async fn next_task() {
    let next_task = js_sys::Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || drop(resolve.call0(&JsValue::NULL))).forget();
    });
    drop(JsFuture::from(next_task).await);
}

/// Waits until the browser has drawn what there is; not for ever where it draws nothing, as behind another window.
pub async fn next_picture() {
    let drawn = js_sys::Promise::new(&mut |resolve, _| {
        let resolved = resolve.clone();
        let frame = request_animation_frame(move |_| drop(resolved.call0(&JsValue::NULL)));
        Timeout::new(UNDRAWN, move || {
            drop(frame);
            drop(resolve.call0(&JsValue::NULL));
        })
        .forget();
    });
    drop(JsFuture::from(drawn).await);
    // The frame is announced before it is drawn.
    next_task().await;
}
