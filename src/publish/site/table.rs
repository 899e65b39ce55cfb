//! A dataset on its way to the site: let in by the gate, written anew, and compared with how it was last published.

use super::{
    changes::{Change, alteration},
    gather::Given,
    release::{File, Releases},
};
use crate::{
    export::jsonstat,
    gate::{self, Cleared},
    model::{
        area::Level,
        catalogue::{CatalogueItem, PackedFile},
        cube::Cube,
        dimension::DimensionKind,
        text::{Language, Text},
    },
    publish::data::catalogue,
    words::refusal,
};

/// The address of the licence that the catalogue itself has.
pub const CC0: &str = "http://creativecommons.org/publicdomain/zero/1.0/";

/// A dataset on its way to the site.
pub struct Table {
    /// What the gate has let in.
    pub cleared: Cleared,
    /// What it is about, in one sentence.
    pub about: Text,
    /// Its file within the site.
    pub file: File,
    /// What is in the file.
    pub bytes: Vec<u8>,
    /// What became of it since the last release.
    pub change: Change,
}

impl Table {
    /// Its id in addresses.
    pub fn id(&self) -> &str {
        &self.cleared.cube().dataset.id
    }

    /// The address of its licence, where it is one of those that everybody knows; else its name, or what the page's own data have.
    pub fn licence_address(&self) -> String {
        let name = self.cleared.cube().dataset.licence.as_deref().unwrap_or("CC0-1.0");
        match name.to_ascii_lowercase().replace([' ', '_'], "-").as_str() {
            "cc0-1.0" | "cc0" => CC0.to_owned(),
            "cc-by-4.0" => "http://creativecommons.org/licenses/by/4.0/".to_owned(),
            _ => name.to_owned(),
        }
    }

    /// Its licence, as linked data have it.
    pub fn licence(&self) -> serde_json::Value {
        let address = self.licence_address();
        match address.starts_with("http") {
            true => serde_json::json!({"@id": address}),
            false => serde_json::json!({"@type": "dcterms:LicenseDocument", "dcterms:title": address}),
        }
    }

    /// What the catalogue says of it.
    pub fn item(&self, packed: Option<PackedFile>) -> CatalogueItem {
        let cube = self.cleared.cube();
        CatalogueItem {
            id: self.id().to_owned(),
            href: self.file.href.clone(),
            label: cube.dataset.label.clone(),
            about: self.about.clone(),
            bytes: self.file.bytes,
            sha256: self.file.sha256.clone(),
            packed,
            is_synthetic: cube.dataset.is_synthetic,
            levels: levels(cube),
        }
    }
}

/// The datasets, let in together with all that has been published before.
pub fn cleared(
    given: Vec<Given>,
    earlier: &[(String, String, Cube)],
    releases: &Releases,
    language: Language,
) -> Result<Vec<Table>, Vec<String>> {
    let (cubes, abouts): (Vec<Cube>, Vec<Option<Text>>) = given.into_iter().map(|it| (it.cube, it.about)).unzip();
    let before: Vec<Cube> = earlier.iter().map(|(.., cube)| cube.clone()).collect();
    let cleared = gate::admit_all(cubes, &before).map_err(|why| refusal::refusal(&why, language))?;
    let table = |(cleared, about): (Cleared, Option<Text>)| {
        let cube = cleared.cube();
        let bytes = jsonstat::write(cube);
        let id = &cube.dataset.id;
        let file = File { href: format!("{id}.json"), sha256: catalogue::hash(&bytes), bytes: bytes.len() as u64 };
        let last = releases.last().find(|it| it.id == *id).and_then(|it| it.file.as_ref());
        let was =
            |sha256: &str| earlier.iter().find(|(own, hash, _)| own == id && hash == sha256).map(|(.., cube)| cube);
        let change = match last {
            None => Change::New,
            Some(last) if last.sha256 == file.sha256 => Change::Same,
            Some(last) => was(&last.sha256).map_or(Change::New, |was| Change::Altered(alteration(was, cube))),
        };
        let facts = &cube.dataset;
        let about = about.or_else(|| facts.population.clone()).unwrap_or_else(|| facts.label.clone());
        Table { about, file, bytes, change, cleared }
    };
    Ok(cleared.into_iter().zip(abouts).map(table).collect())
}

/// The levels of place that a cube tells places apart at, coarsest first: one municipality alone answers nobody who looks for another.
fn levels(cube: &Cube) -> Vec<Level> {
    let areas = cube.dimension_of_kind(&DimensionKind::Area).and_then(|place| cube.dimensions.get(place));
    let n_at = |level: Level| areas.iter().flat_map(|it| &it.categories).filter(|it| it.level == Some(level)).count();
    let levels = [Level::Nation, Level::Division, Level::County, Level::Municipality];
    levels.into_iter().filter(|level| n_at(*level) > usize::from(*level != Level::Nation)).collect()
}
