//! `insyn convert FILE --to FORMAT`: the same table in another format, and what that format cannot say.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    export::{
        csv::{self, Style},
        jsonstat, px, table_schema,
    },
    model::{cube::Cube, text::Language},
    publish::open,
    words::{conversion as words, loss},
};

/// What `insyn convert` is asked.
#[derive(Clone, Debug, clap::Args)]
pub struct Request {
    /// The file to be read
    file: PathBuf,
    /// The format to be written
    #[arg(long, value_enum)]
    to: Format,
    /// Where to write; overwrites what is there. Without it: beside the file, with another ending, if nothing is there
    #[arg(short, long)]
    out: Option<PathBuf>,
    /// Language of labels and messages: sv or en
    #[arg(long, default_value = "sv", value_parser = super::inspect::language)]
    lang: Language,
}

/// A format that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// JSON-stat 2.0 with our profile
    Jsonstat,
    /// CSV, with a Data Package beside that describes it
    Csv,
    /// PX, for PC-Axis and PxWeb
    Px,
}

/// It is written.
const WRITTEN: u8 = 0;
/// It can't be read, or not be written.
const REFUSED: u8 = 2;

/// A file to be written.
struct File {
    path: PathBuf,
    bytes: Vec<u8>,
}

/// Writes the file, and on standard error what it cannot say. Exit code: 0 written, 2 not.
pub fn run(request: &Request) -> ExitCode {
    match convert(request) {
        Ok(losses) => {
            for one in losses {
                say(&one);
            }
            WRITTEN.into()
        }
        Err(why) => {
            say(&why);
            REFUSED.into()
        }
    }
}

fn say(sentence: &str) {
    // Nobody is left to tell if the terminal is gone.
    let _ = writeln!(io::stderr(), "{sentence}");
}

fn convert(request: &Request) -> Result<Vec<String>, String> {
    let language = request.lang;
    let name = |path: &Path| path.display().to_string();
    let (cube, complaints) = open::table(&request.file, language)?;
    complaints.iter().for_each(|one| say(one));
    // The mark that keeps it from being let in would be lost.
    if cube.dataset.is_unprotected && request.to != Format::Jsonstat {
        return Err(words::unprotected(language).to_owned());
    }
    let may_overwrite = request.out.is_some();
    let path = request.out.clone().unwrap_or_else(|| request.file.with_extension(request.to.ending()));
    let (files, losses) = request.to.write(&cube, path, language);
    if !may_overwrite && let Some(there) = files.iter().find(|file| file.path.exists()) {
        return Err(words::already_there(&name(&there.path), language));
    }
    for File { path, bytes } in files {
        fs::write(&path, bytes).map_err(|why| words::not_written(&name(&path), &why.to_string(), language))?;
    }
    Ok(losses)
}

impl Format {
    const fn ending(self) -> &'static str {
        match self {
            Self::Jsonstat => "json",
            Self::Csv => "csv",
            Self::Px => "px",
        }
    }

    /// The files of a cube, the table first, and what they cannot say.
    fn write(self, cube: &Cube, path: PathBuf, language: Language) -> (Vec<File>, Vec<String>) {
        match self {
            Self::Jsonstat => (vec![File { path, bytes: jsonstat::write(cube) }], Vec::new()),
            Self::Csv => {
                // Excel needs the mark to know UTF-8; every reader of CSV knows the mark.
                let style = Style { language, has_mark: true, is_for_program: false };
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                let package = path.with_extension("datapackage.json");
                let package = File { path: package, bytes: table_schema::write(cube, &name, style) };
                (
                    vec![File { path, bytes: csv::write(cube, style) }, package],
                    csv::losses(cube).iter().map(|one| loss::sentence(one, language)).collect(),
                )
            }
            Self::Px => {
                let (text, losses) = px::write(cube, language);
                let losses = losses.into_iter().map(|one| loss::px_sentence(one, language).to_owned());
                (vec![File { path, bytes: text.into_bytes() }], losses.collect())
            }
        }
    }
}
