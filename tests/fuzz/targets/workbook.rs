//! Workbooks: every sheet.
#![no_main]

use insyn::load::{table, workbook};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(read) = workbook::read(bytes).0 else { return };
    for sheet in 0..read.sheets.len() {
        let Some(sheet) = read.table(sheet, None).0 else { continue };
        let (mapping, _) = table::propose(&sheet);
        let _ = table::cube(&sheet, &mapping, "t");
    }
});
