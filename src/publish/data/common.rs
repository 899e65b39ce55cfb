//! What several recipes name: areas, provisions of law, dated events, and publishers in English.

use std::{collections::BTreeMap, fs, path::Path};

use serde::de::DeserializeOwned;

use crate::load::jsonstat::profile::{WireEvent, WireLegalBasis};

use super::{
    areas::{self, Area},
    error::PublishError,
};

/// The lists beside the recipes.
#[derive(Clone, Debug, Default)]
pub struct Common {
    /// The nation, counties and municipalities.
    pub areas: Vec<Area>,
    /// Provisions of law by the recipes' name for them: `laws.toml`.
    pub laws: BTreeMap<String, WireLegalBasis>,
    /// Dated events by the recipes' name for them: `events.toml`.
    pub events: BTreeMap<String, WireEvent>,
    /// Publisher as the table of figures has it → in English: `publishers.toml`.
    pub publishers: BTreeMap<String, String>,
}

impl Common {
    /// Reads the lists of a folder.
    pub fn read(folder: &Path) -> Result<Self, PublishError> {
        Ok(Self {
            areas: areas::read(&folder.join("areas.csv"))?,
            laws: list(&folder.join("laws.toml"))?,
            events: list(&folder.join("events.toml"))?,
            publishers: list(&folder.join("publishers.toml"))?,
        })
    }
}

fn list<T: DeserializeOwned>(path: &Path) -> Result<T, PublishError> {
    let path = path.to_owned();
    match fs::read_to_string(&path) {
        Ok(text) => toml::from_str(&text).map_err(|source| PublishError::Recipe { path, source: Box::new(source) }),
        Err(source) => Err(PublishError::Io { path, source }),
    }
}
