//! PX.
#![no_main]

use insyn::load::px;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let read = px::read(bytes, "t");
    assert!(read.cube.is_some() || !read.complaints.is_empty());
});
