//! The clipboard: the page only ever writes to it, and only when the reader asks for it.

use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard; whether the browser let the page do so. A page that was not fetched safely has no clipboard.
pub async fn write(text: &str) -> bool {
    let Some(clipboard) = super::document::clipboard() else { return false };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
