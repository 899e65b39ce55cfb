//! The datasets as they are shipped, let in as the page lets them in.

use insyn::{
    gate::{self, Cleared},
    load::{fault::Fault, jsonstat},
    model::cube::Cube,
};

/// A file of the page, by its path within `public`.
pub fn file(path: &str) -> Vec<u8> {
    std::fs::read(format!("{}/public/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// A dataset that is not yet let in, for a test that changes it before.
pub fn cube(id: &str) -> Cube {
    let (cube, mut complaints) = jsonstat::read(&file(&format!("data/{id}.json")), id);
    // The demonstration has one on purpose.
    if id == "demo" {
        let n_complaints = complaints.len();
        complaints.retain(|it| !matches!(it.fault, Fault::UnknownSign { .. }));
        assert_eq!(n_complaints - complaints.len(), 1, "{id}");
    }
    assert_eq!(complaints, [], "{id}");
    cube.expect("a file without complaints is whole")
}

/// A dataset.
pub fn dataset(id: &str) -> Cleared {
    gate::admit(cube(id)).unwrap_or_else(|why| panic!("{id}: {why:?}"))
}
