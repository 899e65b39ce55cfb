//! Any file, as it comes in at the door.
#![no_main]

use insyn::load::door::{self, Choices, File};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let file = File { name: "file".into(), bytes: bytes.to_vec() };
    let opened = door::open(&[file], &Choices::new(), "t");
    assert!(opened.cube.is_some() || !opened.complaints.is_empty());
});
