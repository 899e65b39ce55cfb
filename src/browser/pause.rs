//! Pauses in long work, so that the page can draw and a reader can press a button.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Work that a reader does not feel, in milliseconds: half of what a task may take.
const UNFELT: f64 = 40.0;

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
