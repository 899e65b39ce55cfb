//! `insyn inspect FILE`: what is in a file, what is wrong with it, and whether the page would let it in.

mod as_json;
mod as_text;
mod asked;
mod values;

use std::{fs, io::Write, path::PathBuf, process::ExitCode};

use asked::Asked;

use crate::{
    gate::{self, Refusal, receipt::Receipt},
    load::{
        complaint::{Complaint, Severity},
        door::{self, Choices, File, Format, Opened},
        encoding::Encoding,
        fault::{Class, Fault},
        jsonstat,
    },
    model::{catalogue::Catalogue, cube::Cube, text::Language},
    words::{complaint, inspection as words},
};

/// What `insyn inspect` is asked.
#[derive(Clone, Debug, clap::Args)]
pub struct Question {
    /// A file of JSON-stat, PX, CSV, Excel or OpenDocument, or a zipped data package
    file: PathBuf,
    /// Answer in JSON, with all codes
    #[arg(long)]
    json: bool,
    /// In JSON: the cells of these categories, as DIMENSION=CODE,DIMENSION=CODE; a dimension left out has all of them
    #[arg(long, value_name = "CELL", num_args = 1.., value_parser = asked::parse)]
    cell: Vec<Asked>,
    /// In JSON: all cells
    #[arg(long)]
    values: bool,
    /// Language of the answer: sv or en
    #[arg(long, alias = "language", default_value = "sv", value_parser = language)]
    lang: Language,
}

/// What is in a file.
struct Inspection {
    format: Option<Format>,
    encoding: Option<Encoding>,
    /// The tables of a file that holds several, by name.
    parts: Vec<String>,
    complaints: Vec<Complaint>,
    found: Found,
}

/// What sort of file it is.
enum Found {
    /// A table.
    Dataset(Box<Content>),
    /// A list of tables.
    Catalogue(Catalogue),
    /// It can't be read.
    Nothing,
}

/// What is in a file that can be read.
struct Content {
    cube: Cube,
    outcome: Result<Receipt, Refusal>,
}

/// The file can be read.
const READ: u8 = 0;
/// The file can't be read, or has not what was asked for.
const REFUSED: u8 = 2;

/// Answers on standard output, and by the exit code: 0 read, 2 not. Why it can't be read is also said on standard error.
pub fn run(question: &Question) -> ExitCode {
    let language = question.lang;
    let path = question.file.display().to_string();
    let bytes = match fs::read(&question.file) {
        Ok(bytes) => bytes,
        Err(why) => return refuse(&words::not_opened(&path, &why.to_string(), language)),
    };
    let id = question.file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let name = question.file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let inspection = inspect(File { name: name.into_owned(), bytes }, &id);
    let asked = match &inspection.found {
        Found::Dataset(content) => asked::places(&question.cell, &content.cube, language),
        _ => Ok(Vec::new()),
    };
    let asked = match asked {
        Ok(asked) => asked,
        Err(why) => return refuse(&why),
    };
    // Nobody is left to tell if the terminal is gone.
    let _ = match question.json {
        true => {
            // Line by line, as standard output is written, a large answer takes twice as long.
            let out = std::io::BufWriter::new(std::io::stdout().lock());
            as_json::answer(&inspection, &asked, question.values, language, out)
        }
        false => writeln!(std::io::stdout(), "{}", as_text::answer(&inspection, language).trim_end()),
    };
    if let Found::Nothing = inspection.found {
        let fatal = inspection.complaints.iter().find(|one| one.severity == Severity::Fatal);
        let said =
            fatal.map_or_else(|| words::unreadable(language).to_owned(), |one| complaint::complaint(one, language));
        return refuse(&format!("{path}: {said}"));
    }
    READ.into()
}

fn refuse(why: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{why}");
    REFUSED.into()
}

fn inspect(file: File, id: &str) -> Inspection {
    let files = [file];
    let Opened { format, encoding, parts, cube, complaints, .. } = door::open(&files, &Choices::new(), id);
    if let Some(cube) = cube {
        let outcome = gate::admit(cube.clone()).map(|cleared| cleared.receipt().clone());
        let found = Found::Dataset(Box::new(Content { cube, outcome }));
        return Inspection { format, encoding, parts, complaints, found };
    }
    let is_catalogue = |one: &Complaint| matches!(one.fault, Fault::WrongClass { found: Class::Catalogue, .. });
    if complaints.iter().any(is_catalogue)
        && let [file] = &files
        && let (Some(catalogue), complaints) = jsonstat::catalogue(&file.bytes)
    {
        return Inspection { format, encoding, parts, complaints, found: Found::Catalogue(catalogue) };
    }
    Inspection { format, encoding, parts, complaints, found: Found::Nothing }
}

/// The language of a tag, or the tags there are.
pub(super) fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| Language::ALL.map(Language::tag).join(", "))
}
