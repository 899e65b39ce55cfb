//! The data that are to be published, from files of any format that is read.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{
    load::jsonstat,
    model::{
        catalogue::{Catalogue, CatalogueItem},
        cube::Cube,
        text::{Language, Text},
    },
    publish::open,
    words::{inspection, release as words},
};

/// A table that is to be published.
pub struct Given {
    /// The table; it is not yet checked.
    pub cube: Cube,
    /// What it is about, where a catalogue says so.
    pub about: Option<Text>,
}

/// The tables of files and folders, in their order; a folder's catalogue says what is in it, else all its JSON files are.
pub fn gather(paths: &[PathBuf], language: Language) -> Result<Vec<Given>, String> {
    let mut given = Vec::new();
    for path in paths {
        let path = if path.join("index.json").is_file() { path.join("index.json") } else { path.clone() };
        match path.is_dir() {
            true => {
                for file in files_in(&path, language)? {
                    given.extend(read(&file, language)?);
                }
            }
            false => given.extend(read(&path, language)?),
        }
    }
    let mut ids = BTreeSet::new();
    for it in &given {
        let id = &it.cube.dataset.id;
        let is_name = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        if !is_name || ["index", "dcat", "schema", "releases", "earlier", "source"].contains(&id.as_str()) {
            return Err(words::no_name(id, language));
        }
        if !ids.insert(id.clone()) {
            return Err(words::twice(id, language));
        }
    }
    match given.is_empty() {
        true => Err(words::nothing(language).to_owned()),
        false => Ok(given),
    }
}

fn files_in(folder: &Path, language: Language) -> Result<Vec<PathBuf>, String> {
    let not_opened = |why: io::Error| inspection::not_opened(&folder.display().to_string(), &why.to_string(), language);
    let entries = fs::read_dir(folder).map_err(not_opened)?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    Ok(files)
}

/// A table, or those of a catalogue.
fn read(path: &Path, language: Language) -> Result<Vec<Given>, String> {
    let Some(catalogue) = catalogue(path) else { return Ok(vec![table(path, language)?]) };
    let folder = path.parent().unwrap_or(Path::new(""));
    let item = |item: CatalogueItem| {
        let mut it = table(&folder.join(&item.href), language)?;
        it.cube.dataset.id = item.id;
        Ok(Given { about: Some(item.about), ..it })
    };
    catalogue.items.into_iter().map(item).collect()
}

fn table(path: &Path, language: Language) -> Result<Given, String> {
    let name = path.display();
    let (cube, complaints) = open::table(path, language).map_err(|why| format!("{name}: {why}"))?;
    for one in complaints {
        // Nobody is left to tell if the terminal is gone.
        let _ = writeln!(io::stderr(), "{name}: {one}");
    }
    Ok(Given { cube, about: None })
}

/// What a catalogue lists; none for any other file.
fn catalogue(path: &Path) -> Option<Catalogue> {
    let is_json = path.extension().is_some_and(|ending| ending == "json");
    let bytes = is_json.then(|| fs::read(path).ok()).flatten()?;
    jsonstat::catalogue(&bytes).0
}
