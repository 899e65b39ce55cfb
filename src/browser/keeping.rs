//! What is kept on the reader's device, where the reader has asked for it. A browser that keeps nothing, or is full, is no fault.

use gloo::storage::{LocalStorage, Storage};

use super::document::window;

/// Whether the browser lets this page keep anything: gloo takes it for granted.
fn is_there() -> bool {
    window().and_then(|window| window.local_storage().ok().flatten()).is_some()
}

/// Calls back whenever another window of the page changes what is kept, until it is dropped.
pub fn on_change(changed: impl Fn() + 'static) -> Option<gloo::events::EventListener> {
    Some(gloo::events::EventListener::new(&window()?.into(), "storage", move |_| changed()))
}

/// What is kept under a name.
pub fn kept(name: &str) -> Option<String> {
    if !is_there() {
        return None;
    }
    LocalStorage::raw().get_item(name).ok().flatten()
}

/// Keeps a text under a name; says whether the browser does.
pub fn keep(name: &str, text: &str) -> bool {
    is_there() && LocalStorage::raw().set_item(name, text).is_ok()
}

/// Keeps nothing more under a name.
pub fn forget(name: &str) {
    if is_there() {
        LocalStorage::delete(name);
    }
}
