//! `insyn data`, `insyn facts`: from the table of published figures, the recipes and the demonstration's seed to the files the page opens.

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
use error::{Fault, PublishError};
use facts::Facts;
use recipe::{Generator, Recipe};

use super::packed::{packed, told};
use crate::{
    export::jsonstat::layout,
    load::{jsonstat, search::WireIndex},
    model::{
        catalogue::CatalogueItem,
        searched::{SearchIndex, Searched},
        text::Language,
    },
    publish::demo::{make, plan},
    query::searched::searched,
};

/// What can be searched for, beside the catalogue.
pub const SEARCH_FILE: &str = "search.json";

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

/// Which datasets are made anew; the others stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The published figures.
    Facts,
    /// The made-up ones, from this seed.
    Demo(u64),
    /// Both.
    All,
}

/// Makes datasets and the catalogue under `public/data` of the repository at `root`. Nothing is written unless all is well.
///
/// # Errors
/// What the sources lack.
pub fn data(root: &Path, part: Part) -> Result<Summary, PublishError> {
    let sources = Sources::read(root)?;
    let files = sources.build(part, &sources.folder)?;
    write(&files)?;
    let placed = || sources.recipes.iter().map(|recipe| recipe.facts.len()).sum();
    let is_placed = !matches!(part, Part::Demo(_));
    Ok(Summary {
        n_facts_placed: if is_placed { placed() } else { 0 },
        n_facts: if is_placed { sources.facts.len() } else { 0 },
        files: files.into_iter().map(|file| (file.path, file.bytes.len())).collect(),
    })
}

/// Makes the made-up datasets, and a catalogue of them alone, in another folder.
///
/// # Errors
/// What the sources lack.
pub fn demo_in(root: &Path, seed: u64, folder: &Path) -> Result<Summary, PublishError> {
    let sources = Sources::read(root)?;
    let made_up = sources.recipes.iter().filter(|recipe| recipe.is_synthetic()).cloned().collect();
    let files = Sources { recipes: made_up, ..sources }.build(Part::Demo(seed), folder)?;
    fs::create_dir_all(folder).map_err(|source| PublishError::Io { path: folder.to_owned(), source })?;
    write(&files)?;
    Ok(Summary { files: files.into_iter().map(|file| (file.path, file.bytes.len())).collect(), ..Summary::default() })
}

/// The files as they would be written, for those who only want to compare.
///
/// # Errors
/// What the sources lack.
pub fn build(root: &Path) -> Result<Vec<File>, PublishError> {
    let sources = Sources::read(root)?;
    sources.build(Part::All, &sources.folder)
}

fn write(files: &[File]) -> Result<(), PublishError> {
    files.iter().try_for_each(|file| {
        fs::write(&file.path, &file.bytes).map_err(|source| PublishError::Io { path: file.path.clone(), source })
    })
}

/// All that the datasets are made from.
struct Sources {
    folder: PathBuf,
    source: PathBuf,
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
            source,
            table,
        })
    }

    /// The files that are made anew, the catalogue among them. What is not made anew is read from where it lies.
    fn build(&self, part: Part, folder: &Path) -> Result<Vec<File>, PublishError> {
        let mut faults = Vec::new();
        if !matches!(part, Part::Demo(_)) {
            faults.extend(place::missing_and_doubled(&self.recipes, &self.facts, &self.table));
        }
        let (mut files, mut items, mut index) = (Vec::new(), Vec::new(), SearchIndex::default());
        for recipe in &self.recipes {
            let path = folder.join(catalogue::file_name(recipe));
            let is_made = match part {
                Part::All => true,
                Part::Facts => !recipe.is_synthetic(),
                Part::Demo(_) => recipe.is_synthetic(),
            };
            if !is_made {
                let bytes = fs::read(&path).map_err(|source| PublishError::Io { path: path.clone(), source })?;
                index.datasets.push(in_file(recipe, &path, &bytes)?);
                items.push(self.item(recipe, File { path, bytes }, &mut Vec::new())?);
                continue;
            }
            match self.filled(recipe, part) {
                Err(more) => faults.extend(more),
                Ok(draft) => {
                    let bytes = layout::bytes(&wire::dataset(&draft), layout::DATASET);
                    let bytes = bytes.map_err(|source| PublishError::Json { id: recipe.id.clone(), source })?;
                    index.datasets.push(in_file(recipe, &path, &bytes)?);
                    items.push(self.item(recipe, File { path, bytes }, &mut files)?);
                }
            }
        }
        if !faults.is_empty() {
            return Err(PublishError::Faults(faults));
        }
        let made = match part {
            Part::Facts => make::there(&self.source, folder)?,
            Part::Demo(seed) => make::tables(&self.source, seed)?,
            Part::All => make::tables(&self.source, plan::SEED)?,
        };
        for it in made {
            let item = catalogue::item_of_table(&it);
            index.datasets.push(searched(&it.cube));
            if part != Part::Facts {
                files.push(File { path: folder.join(&item.href), bytes: it.bytes });
            }
            items.push(item);
        }
        let newest = self.recipes.iter().map(|recipe| recipe.updated.clone()).max();
        let catalogue = catalogue::collection(&items, newest.unwrap_or_default());
        let bytes = layout::bytes(&catalogue, layout::CATALOGUE);
        let bytes = bytes.map_err(|source| PublishError::Json { id: "index".to_owned(), source })?;
        files.push(File { path: folder.join("index.json"), bytes });
        let bytes = layout::bytes(&WireIndex::from(&index), layout::SEARCH);
        let bytes = bytes.map_err(|source| PublishError::Json { id: "search".to_owned(), source })?;
        files.push(File { path: folder.join(SEARCH_FILE), bytes });
        if !matches!(part, Part::Demo(_)) {
            let placed = || self.recipes.iter().flat_map(|recipe| &recipe.facts);
            let is_hidden = |id: &str| placed().any(|(own, placement)| own == id && placement.hidden.is_some());
            let bytes = facts::shown(&self.table, is_hidden)?;
            files.push(File { path: self.folder.with_file_name("facts").join("published_facts.csv"), bytes });
        }
        Ok(files)
    }

    /// A dataset's line in the catalogue; its file, and its packed twin where the start page tells of it, come to the others.
    fn item(&self, recipe: &Recipe, file: File, files: &mut Vec<File>) -> Result<CatalogueItem, PublishError> {
        let twin = self.told.contains(&recipe.id).then(|| packed(&recipe.id, &file.bytes, Language::English));
        let unreadable = |why| PublishError::Unreadable { path: file.path.clone(), why };
        let twin = twin.transpose().map_err(unreadable)?;
        let item = catalogue::item_of(recipe, &file.bytes, twin.as_ref().map(|twin| twin.file.clone()));
        files.extend(twin.map(|twin| File { path: file.path.with_file_name(&twin.file.href), bytes: twin.bytes }));
        files.push(file);
        Ok(item)
    }

    /// A dataset with its figures.
    fn filled(&self, recipe: &Recipe, part: Part) -> Result<Draft, Vec<Fault>> {
        let mut draft = Draft::new(recipe.clone(), &self.common)?;
        let faults = match (recipe.generator, part) {
            (Some(Generator::Homes), Part::Demo(seed)) => {
                demo::fill(&mut draft, seed.into()).err().into_iter().collect()
            }
            (Some(Generator::Homes), _) => demo::fill(&mut draft, plan::SEED.into()).err().into_iter().collect(),
            (None, _) => place::fill(&mut draft, &self.facts, &self.common),
        };
        if faults.is_empty() { Ok(draft) } else { Err(faults) }
    }
}

/// What can be searched for in the file of a recipe, as a reader finds it there.
fn in_file(recipe: &Recipe, path: &Path, bytes: &[u8]) -> Result<Searched, PublishError> {
    let unreadable = || PublishError::Unreadable { path: path.to_owned(), why: "it is no dataset".to_owned() };
    jsonstat::read(bytes, &recipe.id).0.map(|cube| searched(&cube)).ok_or_else(unreadable)
}

/// The datasets that the start page tells of.
fn stories(path: &Path) -> Result<BTreeSet<String>, PublishError> {
    let bytes = fs::read(path).map_err(|source| PublishError::Io { path: path.to_owned(), source })?;
    let stories = serde_json::from_slice(&bytes);
    let stories = stories.map_err(|source| PublishError::Json { id: path.display().to_string(), source })?;
    Ok(told(&stories))
}
