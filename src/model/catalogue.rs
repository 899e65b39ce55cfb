//! What there is to look at: one line for each dataset.

use super::{area::Level, text::Text};

/// All datasets of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// In the publisher's order.
    pub items: Vec<CatalogueItem>,
}

/// One dataset, before it is fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueItem {
    /// Its id in addresses.
    pub id: String,
    /// Its file, within the folder of the catalogue.
    pub href: String,
    /// Its title.
    pub label: Text,
    /// What it is about.
    pub about: Text,
    /// The size of the file.
    pub bytes: u64,
    /// The hash of the file, 64 hexadecimal digits.
    pub sha256: String,
    /// The same dataset packed, where the start page needs it: its program reads no text.
    pub packed: Option<PackedFile>,
    /// Made up to show how the page works.
    pub is_synthetic: bool,
    /// The levels of place that it tells places apart at, the nation apart.
    pub levels: Vec<Level>,
}

/// The packed file of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackedFile {
    /// The file, within the folder of the catalogue.
    pub href: String,
    /// Its size.
    pub bytes: u64,
    /// Its hash, 64 hexadecimal digits.
    pub sha256: String,
}

impl Catalogue {
    /// The dataset with this id.
    pub fn item(&self, id: &str) -> Option<&CatalogueItem> {
        self.items.iter().find(|item| item.id == id)
    }
}
