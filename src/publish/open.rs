//! The table in a file that a command is given, whatever format it has.

use std::{fs, path::Path};

use crate::{
    load::{complaint::Severity, door},
    model::{cube::Cube, text::Language},
    words::{complaint, inspection as words},
};

/// The table, and what there is to complain of, as sentences.
///
/// # Errors
/// A sentence why it cannot be read.
pub fn table(path: &Path, language: Language) -> Result<(Cube, Vec<String>), String> {
    let shown = path.display().to_string();
    let bytes = fs::read(path).map_err(|why| words::not_opened(&shown, &why.to_string(), language))?;
    let id = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let file = door::File { name: name.into_owned(), bytes };
    let door::Opened { cube, complaints, .. } = door::open(&[file], &door::Choices::new(), &id);
    let said = complaints.iter().map(|one| {
        let severity = complaint::severity(one.severity, language);
        (one.severity, format!("[{severity}] {}", complaint::complaint(one, language)))
    });
    match cube {
        Some(cube) => Ok((cube, said.map(|(_, sentence)| sentence).collect())),
        None => {
            let fatal: Vec<String> =
                said.filter(|(severity, _)| *severity == Severity::Fatal).map(|(_, sentence)| sentence).collect();
            Err(format!("{}\n{}", words::unreadable(language), fatal.join("\n")))
        }
    }
}
