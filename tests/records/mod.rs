//! The records of tests/fixtures/records, and read into memory.

use std::path::{Path, PathBuf};

use insyn::publish::aggregate::{check, memory::Memory, plan::Plan, spec::Spec};

/// Where they are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records")
}

/// The specification's text.
pub fn spec() -> String {
    std::fs::read_to_string(folder().join("spec.toml")).expect("it is there")
}

/// The plan of a specification without fault.
pub fn plan(text: &str) -> Plan {
    let spec = Spec::parse(text).expect("it is TOML");
    check::check(&spec, &folder()).expect("it has no fault")
}

/// The files in memory.
pub fn memory() -> Memory {
    let mut memory = Memory::default();
    for (name, delimiter) in [("homes", b';'), ("inspections", b','), ("children", b',')] {
        let path = folder().join(format!("{name}.csv"));
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_path(path).expect("it is there");
        let columns: Vec<String> = reader.headers().expect("it has a first line").iter().map(str::to_owned).collect();
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        let row = |row: csv::Result<csv::StringRecord>| row.expect("it is whole").iter().map(str::to_owned).collect();
        memory.add(name, &columns, reader.records().map(row).collect());
    }
    memory
}
