//! Our reading of a package against another implementation's; the script that asked it lies beside its answer.

#![cfg(feature = "formats")]

use std::{fs, path::PathBuf};

use insyn::load::package;
use serde_json::Value;

#[test]
fn a_package_has_the_rows_and_sums_that_frictionless_reads() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/table/package");
    let file = |name: &str| (name.to_owned(), fs::read(folder.join(name)).expect("the fixture is in the repository"));
    let files = ["datapackage.json", "data/andel.csv", "data/antal.csv"].map(file);
    let (package, complaints) = package::read(&files, "t");
    let package = package.expect("it is read");
    assert!(complaints.is_empty(), "{complaints:?}");
    let golden: Value = serde_json::from_str(include_str!("golden/tables_frictionless.json")).expect("it is JSON");
    let mut n_compared = 0;
    for resource in &package.resources {
        let theirs = &golden[&resource.name];
        assert_eq!(
            (Some(resource.table.n_rows() as u64), Some(0)),
            (theirs["rows"].as_u64(), theirs["errors"].as_u64())
        );
        let (cube, complaints) = package.cube(resource, "t");
        let cube = cube.unwrap_or_else(|| panic!("{complaints:?}"));
        let columns = theirs["columns"].as_object().expect("it is an object");
        assert_eq!(cube.measures.len(), columns.len(), "{}", resource.name);
        for measure in &cube.measures {
            let theirs = &columns[&measure.id];
            let column = &cube.columns[measure.column.expect("it has figures")];
            let (known, sum) = column.numbers().flatten().fold((0_u64, 0.0), |(n, sum), number| (n + 1, sum + number));
            assert_eq!(Some(known), theirs["known"].as_u64(), "{}", measure.id);
            assert!((sum - theirs["sum"].as_f64().expect("a number")).abs() < 1e-6, "{}: {sum}", measure.id);
            n_compared += 1;
        }
    }
    assert_eq!(n_compared, 3);
}
