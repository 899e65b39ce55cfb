//! The catalogue `index.json`: one line a dataset, enough to choose by without opening it.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{
    load::jsonstat::profile::Words,
    model::{
        area::Level,
        catalogue::{CatalogueItem, PackedFile},
        cube::Cube,
        dimension::DimensionKind,
        text::{Language, Text},
    },
    publish::demo::make::Made,
};

use super::recipe::{AllAreas, Areas, Recipe};

/// What the catalogue is called.
pub const TITLE: &str = "Insyn: tillsyn av vården av barn och unga";

/// `class: collection`.
#[derive(Debug, Serialize)]
pub struct Collection {
    version: &'static str,
    class: &'static str,
    label: &'static str,
    updated: String,
    link: Link,
}

#[derive(Debug, Serialize)]
struct Link {
    item: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    class: &'static str,
    href: String,
    label: String,
    extension: Extension,
}

#[derive(Debug, Serialize)]
struct Extension {
    insyn: About,
}

/// What the house's own readers are told of a dataset.
#[derive(Debug, Serialize)]
struct About {
    id: String,
    label: Words,
    about: Words,
    bytes: u64,
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    packed: Option<Packed>,
    synthetic: bool,
    levels: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Packed {
    href: String,
    bytes: u64,
    sha256: String,
}

/// The catalogue of these datasets, in this order; `updated` is the day of the newest, ISO 8601.
pub fn collection(items: &[CatalogueItem], updated: String) -> Collection {
    Collection {
        version: "2.0",
        class: "collection",
        label: TITLE,
        updated,
        link: Link { item: items.iter().map(Item::of).collect() },
    }
}

impl Item {
    fn of(item: &CatalogueItem) -> Self {
        Self {
            class: "dataset",
            href: item.href.clone(),
            label: item.label.get(Language::Swedish).to_owned(),
            extension: Extension {
                insyn: About {
                    id: item.id.clone(),
                    label: words(&item.label),
                    about: words(&item.about),
                    bytes: item.bytes,
                    sha256: item.sha256.clone(),
                    packed: item.packed.as_ref().map(|PackedFile { href, bytes, sha256 }| Packed {
                        href: href.clone(),
                        bytes: *bytes,
                        sha256: sha256.clone(),
                    }),
                    synthetic: item.is_synthetic,
                    levels: item.levels.iter().map(|level| level.id()).collect(),
                },
            },
        }
    }
}

fn words(text: &Text) -> Words {
    let own = (text.language().tag().to_owned(), text.original().to_owned());
    let other = Language::ALL.into_iter().find(|language| *language != text.language());
    let translated = text.translation().zip(other).map(|(words, other)| (other.tag().to_owned(), words.to_owned()));
    std::iter::once(own).chain(translated).filter(|(_, words)| !words.is_empty()).collect()
}

/// The line of a dataset that a recipe makes, with its file and, where the start page tells of it, its packed twin.
pub fn item_of(recipe: &Recipe, bytes: &[u8], packed: Option<PackedFile>) -> CatalogueItem {
    let text = |words: &Words| {
        let in_language = |language: Language| words.get(language.tag()).map(String::as_str).unwrap_or_default();
        Text::new(Language::Swedish, in_language(Language::Swedish)).translated(in_language(Language::English))
    };
    CatalogueItem {
        id: recipe.id.clone(),
        href: file_name(recipe),
        label: text(&recipe.label),
        about: text(&recipe.about),
        bytes: bytes.len() as u64,
        sha256: hash(bytes),
        packed,
        is_synthetic: recipe.is_synthetic(),
        levels: levels(recipe),
    }
}

/// The line of a table that is made of records.
pub fn item_of_table(made: &Made) -> CatalogueItem {
    let dataset = &made.cube.dataset;
    CatalogueItem {
        id: dataset.id.clone(),
        href: format!("{}.json", dataset.id),
        label: dataset.label.clone(),
        about: made.about.clone(),
        bytes: made.bytes.len() as u64,
        sha256: hash(&made.bytes),
        packed: None,
        is_synthetic: dataset.is_synthetic,
        levels: levels_of(&made.cube),
    }
}

/// The levels of place that a cube tells places apart at, coarsest first: one municipality alone answers nobody who looks for another.
pub fn levels_of(cube: &Cube) -> Vec<Level> {
    let areas = cube.dimension_of_kind(&DimensionKind::Area).and_then(|place| cube.dimensions.get(place));
    let n_at = |level: Level| areas.iter().flat_map(|it| &it.categories).filter(|it| it.level == Some(level)).count();
    let levels = [Level::Nation, Level::Division, Level::County, Level::Municipality];
    levels.into_iter().filter(|level| n_at(*level) > usize::from(*level != Level::Nation)).collect()
}

/// The levels of place that a recipe's dataset tells places apart at, coarsest first: one municipality alone answers nobody who looks for another.
fn levels(recipe: &Recipe) -> Vec<Level> {
    let areas = recipe.dimensions.iter().filter_map(|dimension| dimension.areas.as_ref());
    let is_had = |level: Level| {
        areas.clone().any(|areas| match areas {
            Areas::All(AllAreas::All) => true,
            Areas::Some(codes) => {
                let n = codes.iter().filter(|code| Level::of_code(code) == Some(level)).count();
                n > 1 || (n == 1 && level == Level::Nation)
            }
        })
    };
    let levels = [Level::Nation, Level::County, Level::Municipality];
    levels.into_iter().filter(|level| is_had(*level)).collect()
}

/// What the file of a dataset is called, beside the catalogue.
pub fn file_name(recipe: &Recipe) -> String {
    format!("{}.json", recipe.id)
}

/// The SHA-256 of a file, in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
