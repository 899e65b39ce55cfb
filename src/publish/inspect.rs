//! `insyn inspect FILE`: what is in a file, what is wrong with it, and whether the page would let it in.

mod as_json;
mod as_text;

use std::{fs, io::Write, path::PathBuf, process::ExitCode};

use crate::{
    gate::{self, Refusal, receipt::Receipt},
    load::{complaint::Complaint, jsonstat},
    model::{cube::Cube, text::Language},
    words::inspection as words,
};

/// What `insyn inspect` is asked.
#[derive(Clone, Debug, clap::Args)]
pub struct Question {
    /// A JSON-stat file
    file: PathBuf,
    /// Answer in JSON, with all codes
    #[arg(long)]
    json: bool,
    /// Language of the answer: sv or en
    #[arg(long, default_value = "sv", value_parser = language)]
    language: Language,
}

/// What is in a file.
struct Inspection {
    complaints: Vec<Complaint>,
    /// None where the file can't be read.
    content: Option<Content>,
}

/// What is in a file that can be read.
struct Content {
    cube: Cube,
    outcome: Result<Receipt, Refusal>,
}

/// The file can be read, and the page would let it in.
const SAFE: u8 = 0;
/// The file can be read, and the page would not let it in.
const REFUSED: u8 = 1;
/// The file can't be read.
const UNREADABLE: u8 = 2;

/// Answers on standard output, and by the exit code: 0 let in, 1 not let in, 2 unreadable.
pub fn run(question: &Question) -> ExitCode {
    let bytes = match fs::read(&question.file) {
        Ok(bytes) => bytes,
        Err(why) => {
            let path = question.file.display().to_string();
            let said = words::not_opened(&path, &why.to_string(), question.language);
            // Nobody is left to tell if the terminal is gone.
            let _ = writeln!(std::io::stderr(), "{said}");
            return UNREADABLE.into();
        }
    };
    let id = question.file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let inspection = inspect(&bytes, &id);
    let answer = match question.json {
        true => as_json::answer(&inspection, question.language),
        false => as_text::answer(&inspection, question.language),
    };
    let _ = writeln!(std::io::stdout(), "{}", answer.trim_end());
    inspection.exit_code().into()
}

fn inspect(bytes: &[u8], id: &str) -> Inspection {
    let (cube, complaints) = jsonstat::read(bytes, id);
    let content = cube.map(|cube| {
        let outcome = gate::admit(cube.clone()).map(|cleared| cleared.receipt().clone());
        Content { cube, outcome }
    });
    Inspection { complaints, content }
}

impl Inspection {
    fn exit_code(&self) -> u8 {
        match &self.content {
            None => UNREADABLE,
            Some(Content { outcome: Err(_), .. }) => REFUSED,
            Some(Content { outcome: Ok(_), .. }) => SAFE,
        }
    }
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| Language::ALL.map(Language::tag).join(", "))
}
