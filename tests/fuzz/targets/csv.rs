//! CSV, all the way to a cube.
#![no_main]

use insyn::load::{
    csv::{self, CsvOptions},
    table,
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(read) = csv::read(bytes, &CsvOptions::default()).table else { return };
    let (mapping, _) = table::propose(&read);
    let _ = table::cube(&read, &mapping, "t");
});
