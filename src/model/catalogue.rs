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

/// Whether figures are published or made up: the two never meet in one view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reality {
    /// Somebody has published them.
    Published,
    /// Made up to show how the page works.
    Synthetic,
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

impl Reality {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Published, Self::Synthetic];

    /// Its name in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Synthetic => "synthetic",
        }
    }

    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reality| reality.id() == id)
    }

    /// What a dataset is.
    pub const fn of(is_synthetic: bool) -> Self {
        if is_synthetic { Self::Synthetic } else { Self::Published }
    }
}

impl Catalogue {
    /// The dataset with this id.
    pub fn item(&self, id: &str) -> Option<&CatalogueItem> {
        self.items.iter().find(|item| item.id == id)
    }
    /// The kind shown to who has asked for none: the published, unless only made-up figures tell places of this level apart.
    pub fn first_with(&self, level: Level) -> Reality {
        let has = |reality: &Reality| !self.by_level(*reality, level).0.is_empty();
        Reality::ALL.into_iter().find(has).unwrap_or(Reality::Published)
    }

    /// The datasets of one kind that tell places of this level apart, and those that do not.
    pub fn by_level(&self, reality: Reality, level: Level) -> (Vec<&CatalogueItem>, Vec<&CatalogueItem>) {
        let of_kind = self.items.iter().filter(|item| Reality::of(item.is_synthetic) == reality);
        of_kind.partition(|item| item.levels.contains(&level))
    }
}
