//! `insyn check FILES…`: whether files may be published together.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use console::style;
use serde_json::{Value, json};

use super::open;
use crate::{
    gate::{self, Cleared},
    model::{cube::Cube, text::Language},
    words::{protection as words, receipt, refusal},
};

/// What `insyn check` is asked.
#[derive(Clone, Debug, clap::Args)]
pub struct Question {
    /// The files that are published together
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The same tables as they were published before: what they told cannot be taken back
    #[arg(long, num_args = 1.., value_name = "FILES")]
    earlier: Vec<PathBuf>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    /// Language of the answer: sv or en
    #[arg(long, default_value = "sv", value_parser = super::inspect::language)]
    lang: Language,
}

/// Nothing is given away.
const SAFE: u8 = 0;
/// Something is.
const REFUSED: u8 = 1;
/// A file can't be read.
const UNREADABLE: u8 = 2;

/// Answers on standard output what was checked, or on standard error why the files must not be published; and by the exit code: 0 safe, 1 not, 2 unreadable.
pub fn run(question: &Question) -> ExitCode {
    let language = question.lang;
    let (cubes, earlier) = match (tables(&question.files, language), tables(&question.earlier, language)) {
        (Ok(cubes), Ok(earlier)) => (cubes, earlier),
        (Err(why), _) | (_, Err(why)) => {
            say(&why);
            return UNREADABLE.into();
        }
    };
    match gate::admit_all(cubes, &earlier) {
        Ok(cleared) => {
            match question.json {
                true => tell(&safe_json(question, &cleared)),
                false => safe_text(question, &cleared),
            }
            SAFE.into()
        }
        Err(refusal) => {
            let reasons = refusal::refusal(&refusal, language);
            if question.json {
                tell(&json!({"is_safe": false, "reasons": reasons, "n_unlisted": refusal.n_unlisted}));
            } else {
                say(&style(words::not_safe(language)).for_stderr().red().bold().to_string());
                reasons.iter().for_each(|reason| say(&format!("  {reason}")));
            }
            REFUSED.into()
        }
    }
}

fn say(sentence: &str) {
    // Nobody is left to tell if the terminal is gone.
    let _ = writeln!(io::stderr(), "{sentence}");
}

fn tell(answer: &Value) {
    let _ = writeln!(io::stdout(), "{answer:#}");
}

fn tables(paths: &[PathBuf], language: Language) -> Result<Vec<Cube>, String> {
    let read = |path: &PathBuf| match open::table(path, language) {
        Ok((cube, complaints)) => {
            complaints.iter().for_each(|one| say(&format!("{}: {one}", path.display())));
            Ok(cube)
        }
        Err(why) => Err(format!("{}: {why}", path.display())),
    };
    paths.iter().map(read).collect()
}

fn safe_json(question: &Question, cleared: &[Cleared]) -> Value {
    let language = question.lang;
    let file = |(path, cleared): (&PathBuf, &Cleared)| {
        let receipt = cleared.receipt();
        let checked: Vec<&str> = receipt.checked.iter().map(|rule| receipt::rule(*rule, language)).collect();
        let not_checked: Vec<String> =
            receipt.not_checked.iter().map(|what| receipt::not_checked(what, language)).collect();
        json!({
            "path": path.display().to_string(),
            "n_cells": receipt.n_cells,
            "n_hidden": receipt.n_hidden,
            "threshold": receipt.threshold,
            "checked": checked,
            "not_checked": not_checked,
        })
    };
    json!({"is_safe": true, "files": question.files.iter().zip(cleared).map(file).collect::<Vec<_>>()})
}

fn safe_text(question: &Question, cleared: &[Cleared]) {
    let language = question.lang;
    let mut said = vec![style(words::is_safe(language)).for_stdout().green().bold().to_string()];
    for (path, cleared) in question.files.iter().zip(cleared) {
        let receipt = cleared.receipt();
        said.push(format!("  {}: {}", path.display(), receipt::summary(receipt, language)));
        said.extend(receipt.not_checked.iter().map(|what| format!("    {}", receipt::not_checked(what, language))));
    }
    let _ = writeln!(io::stdout(), "{}", said.join("\n"));
}
