//! `insyn publish SITE --data …`: checked data, their catalogue, metadata and release notes beside the built page, as one folder for any
//! static host.
//!
//! What is written is what the gate has seen: every dataset is written anew from its cube, so nothing that was not read can come along.
//! Every file that has ever been published stays in `data/earlier`: readers' links lead to it, and the gate counts it with the rest.

pub mod changes;
mod contents;
mod dcat;
mod folder;
mod gather;
mod notes;
mod publisher;
pub mod release;
mod request;
mod schema_org;
mod table;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use changes::Change;
use contents::Site;
use publisher::Publisher;
use release::{Checked, Release, Released, Releases};
pub use request::Request;
use table::{Table, cleared};

use crate::{model::text::Language, words::release as words};

/// It is published.
const PUBLISHED: u8 = 0;
/// The gate refuses the data.
const REFUSED: u8 = 1;
/// Something can't be read or written.
const FAILED: u8 = 2;

/// Why nothing was published.
enum Stop {
    /// The gate's reasons.
    Refused(Vec<String>),
    /// What can't be read or written.
    Failed(String),
}

/// Publishes, and says on standard output what changed. Exit code: 0 published, 1 refused by the gate, 2 not read or not written.
pub fn run(request: &Request) -> ExitCode {
    let language = request.lang;
    // Nobody is left to tell if the terminal is gone.
    match publish(request) {
        Ok((release, tables)) => {
            let said = match request.json {
                true => serde_json::to_string_pretty(&release).unwrap_or_default(),
                false => notes::on_terminal(&release, &tables, request.dry_run, language),
            };
            let _ = writeln!(io::stdout(), "{said}");
            PUBLISHED.into()
        }
        Err(Stop::Refused(reasons)) => {
            let _ = writeln!(io::stderr(), "{}\n{}", words::refused(language), reasons.join("\n"));
            REFUSED.into()
        }
        Err(Stop::Failed(why)) => {
            let _ = writeln!(io::stderr(), "{why}");
            FAILED.into()
        }
    }
}

fn publish(request: &Request) -> Result<(Release, Vec<Table>), Stop> {
    let language = request.lang;
    let given = gather::gather(&request.data, language).map_err(Stop::Failed)?;
    let mut releases = folder::releases(&request.site, language).map_err(Stop::Failed)?;
    let earlier = folder::earlier(&request.site, &releases, language).map_err(Stop::Failed)?;
    let tables = cleared(given, &earlier, &releases, language).map_err(Stop::Refused)?;
    let publisher =
        Publisher { name: request.publisher.clone(), email: request.email.clone(), address: request.address.clone() };
    let date = request.date.clone().unwrap_or_else(today);
    let release = release_of(&tables, &releases, &date, language);
    releases.add(release.clone());
    if !request.dry_run {
        let site = Site { tables: &tables, publisher: &publisher, releases: &releases, date: &date, language };
        site.write(request).map_err(Stop::Failed)?;
    }
    Ok((release, tables))
}

fn release_of(tables: &[Table], releases: &Releases, date: &str, language: Language) -> Release {
    let published = tables.iter().map(|table| Released {
        id: table.id().to_owned(),
        file: Some(table.file.clone()),
        change: table.change.clone(),
        receipt: Some(Checked::of(table.cleared.receipt(), language)),
    });
    let is_gone = |id: &str| tables.iter().all(|table| table.id() != id);
    let withdrawn = releases.last().filter(|it| is_gone(&it.id)).map(|it| Released {
        id: it.id.clone(),
        file: None,
        change: Change::Withdrawn,
        receipt: None,
    });
    Release { date: date.to_owned(), datasets: published.chain(withdrawn).collect() }
}

fn today() -> String {
    jiff::Zoned::now().date().to_string()
}
