//! The data that are to be published, from files of any format that is read.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{
    load::{
        complaint::{Complaint, Severity},
        door::{self, Choices},
        fault::{Class, Fault},
        jsonstat,
    },
    model::{
        cube::Cube,
        text::{Language, Text},
    },
    words::{complaint, inspection, release as words},
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
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|why| inspection::not_opened(&name, &why.to_string(), language))?;
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let files = [door::File { name: file_name, bytes }];
    let door::Opened { cube, complaints, .. } = door::open(&files, &Choices::new(), &id);
    let is_catalogue = |one: &Complaint| matches!(one.fault, Fault::WrongClass { found: Class::Catalogue, .. });
    if cube.is_none()
        && complaints.iter().any(is_catalogue)
        && let [file] = &files
        && let (Some(catalogue), _) = jsonstat::catalogue(&file.bytes)
    {
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut given = Vec::new();
        for item in catalogue.items {
            for mut it in read(&folder.join(&item.href), language)? {
                it.cube.dataset.id.clone_from(&item.id);
                it.about = Some(item.about.clone());
                given.push(it);
            }
        }
        return Ok(given);
    }
    for one in complaints.iter().filter(|one| one.severity != Severity::Fatal || cube.is_none()) {
        let severity = complaint::severity(one.severity, language);
        // Nobody is left to tell if the terminal is gone.
        let _ = writeln!(io::stderr(), "{name}: [{severity}] {}", complaint::complaint(one, language));
    }
    match cube {
        Some(cube) => Ok(vec![Given { cube, about: None }]),
        None => Err(format!("{name}: {}", inspection::unreadable(language))),
    }
}
