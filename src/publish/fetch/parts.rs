//! The parts of an answer, kept beside the file that is being made until all are there: what was fetched is not asked for again.

use std::{
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::error::FetchError;

/// Which question the parts in a folder answer.
const QUESTION: &str = "question.txt";
/// How the parts' names end.
const ENDING: &str = "part.json";

/// A folder of parts; without a file to be made, nothing is kept.
#[derive(Debug)]
pub struct Parts {
    folder: Option<PathBuf>,
}

impl Parts {
    /// The parts of this question beside this file. Parts of another question are dropped: they do not belong together.
    pub fn open(out: Option<&Path>, question: &str) -> Result<Self, FetchError> {
        let Some(out) = out else {
            return Ok(Self { folder: None });
        };
        let mut name = out.file_name().unwrap_or_default().to_owned();
        name.push(".parts");
        let folder = out.with_file_name(name);
        let file = folder.join(QUESTION);
        let question = hash(question);
        match fs::read_to_string(&file) {
            Ok(found) if found == question => {}
            Ok(_) => {
                clear(&folder)?;
                write(&file, question.as_bytes())?;
            }
            Err(_) => {
                fs::create_dir_all(&folder).map_err(at(&folder))?;
                write(&file, question.as_bytes())?;
            }
        }
        Ok(Self { folder: Some(folder) })
    }

    /// The part with this name, where it has been fetched before.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.path(name)?).ok()
    }

    /// Keeps a part.
    pub fn keep(&self, name: &str, bytes: &[u8]) -> Result<(), FetchError> {
        match self.path(name) {
            Some(path) => write(&path, bytes),
            None => Ok(()),
        }
    }

    /// Forgets all parts, which do not fit together, and hands back why: the next time begins anew.
    pub fn forget(&self, why: FetchError) -> FetchError {
        match self.folder.as_deref().map(clear) {
            Some(Err(error)) => error,
            _ => why,
        }
    }

    /// All is there and written: the parts are no longer needed.
    pub fn finish(self) -> Result<(), FetchError> {
        match self.folder {
            None => Ok(()),
            Some(folder) => {
                clear(&folder)?;
                // Somebody may have put a file of their own there: then the folder stays.
                let _ = fs::remove_dir(&folder);
                Ok(())
            }
        }
    }

    fn path(&self, name: &str) -> Option<PathBuf> {
        let hash = hash(name);
        Some(self.folder.as_ref()?.join(format!("{}.{ENDING}", hash.get(..16)?)))
    }
}

/// Writes a file whole or not at all.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), FetchError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let new = path.with_file_name(name);
    fs::write(&new, bytes).and_then(|()| fs::rename(&new, path)).map_err(at(path))
}

/// Removes what `open` and `keep` have written, and nothing else.
fn clear(folder: &Path) -> Result<(), FetchError> {
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.contains(ENDING) || name.starts_with(QUESTION) {
            fs::remove_file(&path).map_err(at(&path))?;
        }
    }
    Ok(())
}

fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn at(path: &Path) -> impl Fn(io::Error) -> FetchError + '_ {
    |source| FetchError::Io { path: path.to_owned(), source }
}
