//! The catalogue `index.json`: one line a dataset, enough to choose by without opening it.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{load::jsonstat::profile::Words, model::area::Level};

use super::recipe::{AllAreas, Areas, Recipe};

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
    bytes: usize,
    sha256: String,
    synthetic: bool,
    levels: Vec<&'static str>,
}

/// The catalogue of these datasets and their files, in this order.
pub fn collection(files: &[(&Recipe, &[u8])]) -> Collection {
    let newest = files.iter().map(|(recipe, _)| &recipe.updated).max();
    Collection {
        version: "2.0",
        class: "collection",
        label: "Insyn: tillsyn av vården av barn och unga",
        updated: newest.cloned().unwrap_or_default(),
        link: Link { item: files.iter().map(|(recipe, bytes)| item(recipe, bytes)).collect() },
    }
}

fn item(recipe: &Recipe, bytes: &[u8]) -> Item {
    Item {
        class: "dataset",
        href: file_name(recipe),
        label: recipe.label.get("sv").cloned().unwrap_or_default(),
        extension: Extension {
            insyn: About {
                id: recipe.id.clone(),
                label: recipe.label.clone(),
                about: recipe.about.clone(),
                bytes: bytes.len(),
                sha256: hash(bytes),
                synthetic: recipe.is_synthetic(),
                levels: levels(recipe),
            },
        },
    }
}

/// The levels of place that a dataset tells places apart at, coarsest first: one municipality alone answers nobody who looks for another.
fn levels(recipe: &Recipe) -> Vec<&'static str> {
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
    levels.into_iter().filter(|level| is_had(*level)).map(Level::id).collect()
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
