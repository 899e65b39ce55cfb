//! Data packages: an archive, or a descriptor beside a table; a zero byte parts the two.
#![no_main]

use insyn::load::package;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let descriptor = parts.next().unwrap_or_default();
    let files = match parts.next() {
        Some(table) if !bytes.starts_with(b"PK") => {
            vec![("datapackage.json".to_owned(), descriptor.to_vec()), ("data/cases.csv".to_owned(), table.to_vec())]
        }
        _ => vec![("package.zip".to_owned(), bytes.to_vec())],
    };
    let Some(read) = package::read(&files, "t").0 else { return };
    for resource in read.tables() {
        let _ = read.cube(resource, "t");
    }
});
