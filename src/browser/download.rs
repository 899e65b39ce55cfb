//! Hands the reader a file that the page has made; it never leaves the reader's computer.

use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};

/// Saves a text as a file, where the browser lets the page do so.
pub fn save(name: &str, mime: &str, text: &str) {
    // Where a step fails there is no file, and the browser has told the reader why.
    drop(try_save(name, mime, text));
}

fn try_save(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    if let Some(link) = super::document::new_link() {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    Url::revoke_object_url(&url)
}
