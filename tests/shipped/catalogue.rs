//! The catalogue as it is shipped.

use insyn::{load::jsonstat, model::catalogue::Catalogue};

use super::shipped::file;

/// The catalogue.
pub fn catalogue() -> Catalogue {
    let (catalogue, complaints) = jsonstat::catalogue(&file("data/index.json"));
    assert_eq!(complaints, []);
    catalogue.expect("a file without complaints is whole")
}
