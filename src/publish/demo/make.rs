//! From the records to what is published of them: counted by the shipped specification, protected, and let in by the gate.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};

use super::{records, world};
use crate::{
    export::jsonstat,
    gate::{self, Cleared},
    load,
    model::{
        cube::Cube,
        text::{Language, Text},
    },
    publish::{
        aggregate::{
            self, check,
            fault::Fault,
            spec::{Spec, table::SpecTable},
        },
        protect,
    },
    words::refusal,
};

/// Why the demonstration could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A file of its sources could not be read.
    #[error("{path}: {why}", path = path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// The specification or the records do not fit.
    #[error("{}", said(.0))]
    Faults(Vec<Fault>),
    /// The tables cannot be protected.
    #[error("the tables cannot be protected: {0:?}")]
    NotProtected(Box<protect::failure::Failure>),
    /// The gate does not let them in.
    #[error("{}", .0.join("\n"))]
    Refused(Vec<String>),
}

fn said(faults: &[Fault]) -> String {
    faults.iter().map(|fault| fault.said(Language::English)).collect::<Vec<_>>().join("\n")
}

/// A table as it is published.
#[derive(Clone, Debug)]
pub struct Made {
    /// The table.
    pub cube: Cube,
    /// The sentence about it in the catalogue.
    pub about: Text,
    /// Its file.
    pub bytes: Vec<u8>,
}

/// The specification by which the records are counted. `source` is the folder of the sources.
///
/// # Errors
/// Where it cannot be read or is wrong.
pub fn spec(source: &Path) -> Result<Spec, DemoError> {
    Spec::parse(&text(&source.join("demo/spec.toml"))?).map_err(|fault| DemoError::Faults(vec![fault]))
}

/// The tables as they are counted, in the order of the specification: not protected.
///
/// # Errors
/// What is wrong with the specification.
pub fn counted(spec: &Spec, seed: u64) -> Result<Vec<Cube>, DemoError> {
    let plan = check::check(spec, Path::new("")).map_err(DemoError::Faults)?;
    let mut memory = records::memory(world::records(seed));
    let counted = aggregate::aggregate(&plan, &mut memory, |_| {}).map_err(DemoError::Faults)?;
    Ok(counted.tables.into_iter().map(|(cube, _)| cube).collect())
}

/// The tables as they are published, in the order of the specification.
///
/// # Errors
/// What the sources lack, or why the tables cannot be published.
pub fn tables(source: &Path, seed: u64) -> Result<Vec<Made>, DemoError> {
    let spec = spec(source)?;
    let path = source.join("demo/protect.toml");
    let rules = protect::spec::Spec::read(&text(&path)?);
    let rules = rules.map_err(|why| DemoError::Unreadable { path, why: why.to_string() })?;
    let groups = apart(counted(&spec, seed)?);
    let open = |cubes: Vec<Cube>| {
        let done = protect::protect(cubes, &rules).map_err(|why| DemoError::NotProtected(Box::new(why)))?;
        let cleared = gate::admit_all(done.cubes, &[]);
        cleared.map_err(|why| DemoError::Refused(refusal::refusal(&why, Language::English)))
    };
    // No group waits for another; which is done first changes nothing.
    let opened: Vec<Result<Vec<Cleared>, DemoError>> = thread::scope(|scope| {
        let works: Vec<_> = groups.iter().map(|(_, cubes)| scope.spawn(|| open(cubes.clone()))).collect();
        works.into_iter().map(|work| work.join().unwrap_or_else(|_| Err(DemoError::Refused(Vec::new())))).collect()
    });
    let mut cleared: Vec<(usize, Cleared)> = Vec::new();
    for ((places, _), opened) in groups.into_iter().zip(opened) {
        cleared.extend(places.into_iter().zip(opened?));
    }
    cleared.sort_by_key(|(place, _)| *place);
    let made = cleared.iter().zip(&spec.table).map(|((_, cleared), table)| {
        let cube = cleared.cube().clone();
        Made { about: about(table), bytes: jsonstat::write(&cube), cube }
    });
    Ok(made.collect())
}

/// The tables in groups that have no measure in common, each with its place: what is told in one group tells nothing of another,
/// and a small group is protected sooner than all at once.
fn apart(cubes: Vec<Cube>) -> Vec<(Vec<usize>, Vec<Cube>)> {
    let mut groups: Vec<(Vec<usize>, Vec<Cube>)> = Vec::new();
    for (place, cube) in cubes.into_iter().enumerate() {
        let is_linked = |(_, others): &(Vec<usize>, Vec<Cube>)| {
            let mut ids = others.iter().flat_map(|other| &other.measures).map(|measure| &measure.id);
            ids.any(|id| cube.measure_by_id(id).is_some())
        };
        let (linked, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(is_linked);
        let (mut places, mut together): (Vec<usize>, Vec<Cube>) = (Vec::new(), Vec::new());
        for (more_places, more) in linked {
            places.extend(more_places);
            together.extend(more);
        }
        places.push(place);
        together.push(cube);
        groups = rest;
        groups.push((places, together));
    }
    groups
}

/// The tables as they were published, from the folder where they lie.
///
/// # Errors
/// Where one is not there, or cannot be read.
pub fn there(source: &Path, folder: &Path) -> Result<Vec<Made>, DemoError> {
    let read = |table: &SpecTable| {
        let path = folder.join(format!("{}.json", table.id));
        let unreadable = |why: String| DemoError::Unreadable { path: path.clone(), why };
        let bytes = fs::read(&path).map_err(|why| unreadable(why.to_string()))?;
        let cube = load::jsonstat::read(&bytes, &table.id).0;
        let cube = cube.ok_or_else(|| unreadable("no table; make it anew with `insyn demo`".to_owned()))?;
        Ok(Made { about: about(table), bytes, cube })
    };
    spec(source)?.table.iter().map(read).collect()
}

/// The sentence about a table, for a catalogue.
fn about(table: &SpecTable) -> Text {
    let word = |language: Language| table.about.iter().find_map(|words| words.get(language.tag()));
    let about = Text::new(Language::Swedish, word(Language::Swedish).map_or("", String::as_str));
    match word(Language::English) {
        Some(english) => about.translated(english),
        None => about,
    }
}

fn text(path: &Path) -> Result<String, DemoError> {
    fs::read_to_string(path).map_err(|why| DemoError::Unreadable { path: path.to_owned(), why: why.to_string() })
}
