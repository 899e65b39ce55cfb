//! The packed files of the start page: each dataset that is told of there, as its light program reads it.

use std::collections::BTreeSet;

use super::data::catalogue;
use crate::{
    export::packed::pack,
    load::jsonstat,
    model::{catalogue::PackedFile, text::Language},
    words::complaint,
};

/// A packed file, and what the catalogue says of it.
#[derive(Clone, Debug)]
pub struct Packed {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its name, size and hash.
    pub file: PackedFile,
}

/// The packed form of a JSON-stat file, made of what a reader finds in just these bytes.
///
/// # Errors
/// What the reader complains of, as a sentence.
pub fn packed(id: &str, jsonstat: &[u8], language: Language) -> Result<Packed, String> {
    let (cube, complaints) = jsonstat::read(jsonstat, id);
    let said = || complaints.iter().map(|one| complaint::complaint(one, language)).collect::<Vec<_>>().join(" ");
    let bytes = pack(&cube.ok_or_else(said)?);
    // A type that every host knows, and serves as it lies there.
    let href = format!("{id}.bin");
    let file = PackedFile { href, bytes: bytes.len() as u64, sha256: catalogue::hash(&bytes) };
    Ok(Packed { bytes, file })
}

/// The parts of `stories/start.json` that each tell of a dataset: the sentences, and the pictures of the themes.
pub const TELLING: [&str; 2] = ["headlines", "themes"];

/// The datasets that the start page tells of, by id, in `stories/start.json`.
pub fn told(stories: &serde_json::Value) -> BTreeSet<String> {
    let parts = TELLING.into_iter().filter_map(|part| stories.get(part)?.as_array());
    let dataset = |one: &serde_json::Value| Some(one.get("dataset")?.as_str()?.to_owned());
    parts.flatten().filter_map(dataset).collect()
}
