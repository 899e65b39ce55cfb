//! The reader's clock.

/// Now in UTC, to the second: `2026-11-22T20:55:00Z`.
pub fn now() -> String {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    now.split_once('.').map_or(now.clone(), |(seconds, _)| format!("{seconds}Z"))
}
