//! The network: files of our own origin, and why one did not arrive.

use gloo::net::http::Request;

use super::document;
use crate::load::arrival::{MAX_BYTES, NotArrived};

/// The bytes of a file, by its path within the page's folder.
///
/// # Errors
/// [`NotArrived`] says why.
pub async fn bytes(path: &str) -> Result<Vec<u8>, NotArrived> {
    let address = format!("{}{path}", document::root());
    let response = Request::get(&address).send().await.map_err(|_| NotArrived::Offline)?;
    match response.status() {
        200..=299 => {}
        404 | 410 => return Err(NotArrived::NotFound),
        status => return Err(NotArrived::Status(status)),
    }
    let length = response.headers().get("content-length").and_then(|length| length.parse::<u64>().ok());
    if length.is_some_and(|length| length > MAX_BYTES) {
        return Err(NotArrived::TooLarge);
    }
    let bytes = response.binary().await.map_err(|_| NotArrived::Offline)?;
    if bytes.len() as u64 > MAX_BYTES { Err(NotArrived::TooLarge) } else { Ok(bytes) }
}
