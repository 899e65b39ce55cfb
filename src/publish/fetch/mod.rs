//! `insyn fetch`: data from its source, as a file that the page opens. The page itself calls nobody.

pub mod error;
pub mod http;
pub mod kolada;
pub mod pxweb;

mod pace;
mod parts;

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use serde_json::Value;

use self::{
    error::FetchError,
    http::{Client, Patience},
    parts::Parts,
};
use crate::{model::text::Language, words::fetch as said};

/// Where from, and what.
#[derive(Clone, Debug, clap::Args)]
pub struct Question {
    #[command(subcommand)]
    source: Source,
    /// Language of the messages, and of the source's texts where it has it: sv or en
    #[arg(long, global = true, default_value = "sv", value_parser = language)]
    lang: Language,
}

/// Where from.
#[derive(Clone, Debug, clap::Subcommand)]
enum Source {
    /// A table from Statistics Sweden or anybody else with a PxWebApi 2
    ///
    /// Exit code: 0 fetched, 1 not.
    Pxweb(pxweb::Question),
    /// Key figures of municipalities and regions from Kolada
    ///
    /// Exit code: 0 fetched, 1 not.
    Kolada(kolada::Question),
}

/// Fetches, tells its progress on standard error, and answers by the exit code: 0 fetched, 1 not.
pub fn run(question: &Question) -> ExitCode {
    let mut client = Client::new(Patience::default(), question.lang, Box::new(io::stderr()));
    let fetched = match &question.source {
        Source::Pxweb(asked) => pxweb(asked, &mut client),
        Source::Kolada(asked) => kolada(asked, &mut client),
    };
    match fetched {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            client.tell(&error.said(question.lang));
            ExitCode::FAILURE
        }
    }
}

/// Fetches a table and writes it.
pub fn pxweb(question: &pxweb::Question, client: &mut Client) -> Result<(), FetchError> {
    let (document, parts) = pxweb::fetch(question, client)?;
    write(&document, question.out.as_deref(), parts, client)
}

/// Fetches key figures and writes them.
pub fn kolada(question: &kolada::Question, client: &mut Client) -> Result<(), FetchError> {
    let (document, parts) = kolada::fetch(question, client)?;
    write(&document, question.out.as_deref(), parts, client)
}

fn write(document: &Value, out: Option<&Path>, parts: Parts, client: &mut Client) -> Result<(), FetchError> {
    let mut bytes = document.to_string().into_bytes();
    bytes.push(b'\n');
    match out {
        Some(path) => parts::write(path, &bytes)?,
        None => {
            let path = "-".into();
            io::stdout().write_all(&bytes).map_err(|source| FetchError::Io { path, source })?;
        }
    }
    parts.finish()?;
    let cells = document.get("value").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let n_numbers = cells.iter().filter(|cell| cell.is_number()).count();
    if let Some(path) = out {
        let line = said::written(&path.display().to_string(), cells.len(), n_numbers, client.language());
        client.tell(&line);
    }
    Ok(())
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| Language::ALL.map(Language::tag).join(", "))
}
