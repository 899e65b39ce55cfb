//! Hands the reader a file that the page has made; it never leaves the reader's computer.

use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};

/// So long a file that is handed over stays at its address.
const KEPT_FOR: Duration = Duration::from_mins(1);

/// Saves bytes as a file, where the browser lets the page do so.
pub fn save(name: &str, mime: &str, bytes: &[u8]) {
    // Where a step fails there is no file, and the browser has told the reader why.
    drop(try_save(name, mime, bytes));
}

fn try_save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let url = url(mime, bytes)?;
    if let Some(link) = super::document::new_link() {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // Some browsers begin to read it only after a while.
    set_timeout(move || drop(Url::revoke_object_url(&url)), KEPT_FOR);
    Ok(())
}

/// An address of these bytes, within the page; whoever asked for it revokes it.
pub(super) fn url(mime: &str, bytes: &[u8]) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let bytes = js_sys::Uint8Array::from(bytes);
    let blob = Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(&bytes), &options)?;
    Url::create_object_url_with_blob(&blob)
}

/// Bytes that the page shows the reader, a picture for one, at an address that lasts as long as this.
pub struct Shown(String);

impl Shown {
    /// None where the browser does not let the page make an address.
    pub fn new(mime: &str, bytes: &[u8]) -> Option<Self> {
        url(mime, bytes).ok().map(Self)
    }

    /// Where they are.
    pub fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        // An address that cannot be revoked goes with the page.
        drop(Url::revoke_object_url(&self.0));
    }
}
