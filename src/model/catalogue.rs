//! What datasets there are.

use super::{area::Level, text::Text};

/// All datasets, published before made-up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The datasets.
    pub items: Vec<CatalogueItem>,
}

/// One dataset of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueItem {
    /// Its name in addresses.
    pub id: String,
    /// Its file, beside the catalogue.
    pub href: String,
    /// Its title.
    pub label: Text,
    /// What it is about, in a sentence.
    pub about: Text,
    /// The size of its file.
    pub bytes: u64,
    /// The SHA-256 of its file, in hexadecimal.
    pub sha256: String,
    /// Made up, not observed.
    pub is_synthetic: bool,
    /// The levels of place that it has figures for.
    pub levels: Vec<Level>,
}
