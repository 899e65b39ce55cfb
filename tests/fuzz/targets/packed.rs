//! What the page unpacks of a worker's answer.
#![no_main]

use insyn::load::packed;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = packed::unpack(bytes, "t");
});
