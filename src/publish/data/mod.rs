//! `insyn data`: from the table of published figures, the recipes and the demonstration's seed to the files the page opens.

pub mod areas;
pub mod catalogue;
pub mod common;
pub mod demo;
pub mod draft;
pub mod error;
pub mod facts;
pub mod place;
pub mod qualifier;
pub mod recipe;
pub mod wire;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use common::Common;
use draft::Draft;
use error::PublishError;
use facts::Facts;
use recipe::{Generator, Recipe};

use super::packed::{packed, told};
use crate::{
    export::jsonstat::layout,
    model::{catalogue::PackedFile, text::Language},
};

/// What was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Each file and its size in bytes.
    pub files: Vec<(PathBuf, usize)>,
    /// Published figures placed in a cell.
    pub n_facts_placed: usize,
    /// Published figures in the table.
    pub n_facts: usize,
}

/// One file to be written.
#[derive(Clone, Debug)]
pub struct File {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
}

/// Makes the datasets and the catalogue under `public/data` of the repository at `root`. Nothing is written unless all is well.
pub fn data(root: &Path) -> Result<Summary, PublishError> {
    let sources = Sources::read(root)?;
    let files = sources.build()?;
    for file in &files {
        fs::write(&file.path, &file.bytes).map_err(|source| PublishError::Io { path: file.path.clone(), source })?;
    }
    Ok(Summary {
        n_facts_placed: sources.recipes.iter().map(|recipe| recipe.facts.len()).sum(),
        n_facts: sources.facts.len(),
        files: files.into_iter().map(|file| (file.path, file.bytes.len())).collect(),
    })
}

/// The files as they would be written, for those who only want to compare.
pub fn build(root: &Path) -> Result<Vec<File>, PublishError> {
    Sources::read(root)?.build()
}

/// All that the datasets are made from.
struct Sources {
    folder: PathBuf,
    table: PathBuf,
    facts: Facts,
    common: Common,
    recipes: Vec<Recipe>,
    /// What the start page tells of, by id.
    told: BTreeSet<String>,
}

impl Sources {
    fn read(root: &Path) -> Result<Self, PublishError> {
        let folder = root.join("public/data");
        let source = folder.join("source");
        let table = source.join("published_facts.csv");
        Ok(Self {
            facts: facts::read(&table)?,
            common: Common::read(&source)?,
            recipes: recipe::read_all(&source.join("recipes"))?,
            told: stories(&root.join("public/stories/start.json"))?,
            folder,
            table,
        })
    }

    fn build(&self) -> Result<Vec<File>, PublishError> {
        let mut faults = place::missing_and_doubled(&self.recipes, &self.facts, &self.table);
        let mut files = Vec::new();
        for recipe in &self.recipes {
            match Draft::new(recipe.clone(), &self.common) {
                Err(more) => faults.extend(more),
                Ok(mut draft) => {
                    match recipe.generator {
                        Some(Generator::Homes) => faults.extend(demo::fill(&mut draft).err()),
                        None => faults.extend(place::fill(&mut draft, &self.facts, &self.common)),
                    }
                    let bytes = layout::bytes(&wire::dataset(&draft), layout::DATASET);
                    files.push(self.file(&catalogue::file_name(recipe), &recipe.id, bytes)?);
                }
            }
        }
        if !faults.is_empty() {
            return Err(PublishError::Faults(faults));
        }
        let mut packed_files = Vec::new();
        let mut items: Vec<(&Recipe, &[u8], Option<PackedFile>)> = Vec::new();
        for (recipe, file) in self.recipes.iter().zip(&files) {
            let twin = self.told.contains(&recipe.id).then(|| packed(&recipe.id, &file.bytes, Language::English));
            let unreadable = |why| PublishError::Unreadable { path: file.path.clone(), why };
            let twin = twin.transpose().map_err(unreadable)?;
            items.push((recipe, &file.bytes, twin.as_ref().map(|twin| twin.file.clone())));
            packed_files.extend(twin.map(|twin| File { path: self.folder.join(&twin.file.href), bytes: twin.bytes }));
        }
        let bytes = layout::bytes(&catalogue::of_recipes(&items), layout::CATALOGUE);
        files.append(&mut packed_files);
        files.push(self.file("index.json", "index", bytes)?);
        let placed = || self.recipes.iter().flat_map(|recipe| &recipe.facts);
        let is_hidden = |id: &str| placed().any(|(own, placement)| own == id && placement.hidden.is_some());
        let bytes = facts::shown(&self.table, is_hidden)?;
        files.push(File { path: self.folder.with_file_name("facts").join("published_facts.csv"), bytes });
        Ok(files)
    }

    fn file(&self, name: &str, id: &str, bytes: serde_json::Result<Vec<u8>>) -> Result<File, PublishError> {
        let path = self.folder.join(name);
        match bytes {
            Ok(bytes) => Ok(File { path, bytes }),
            Err(source) => Err(PublishError::Json { id: id.to_owned(), source }),
        }
    }
}

/// The datasets that the start page tells of.
fn stories(path: &Path) -> Result<BTreeSet<String>, PublishError> {
    let bytes = fs::read(path).map_err(|source| PublishError::Io { path: path.to_owned(), source })?;
    let stories = serde_json::from_slice(&bytes);
    let stories = stories.map_err(|source| PublishError::Json { id: path.display().to_string(), source })?;
    Ok(told(&stories))
}
