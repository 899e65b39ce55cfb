//! JSON-stat: as a dataset and as a catalogue.
#![no_main]

use insyn::load::jsonstat;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (cube, complaints) = jsonstat::read(bytes, "t");
    assert!(cube.is_some() || !complaints.is_empty());
    let (catalogue, complaints) = jsonstat::catalogue(bytes);
    assert!(catalogue.is_some() || !complaints.is_empty());
});
