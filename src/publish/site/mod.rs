//! `insyn publish SITE --data …`: checked data, their catalogue, metadata and release notes beside the built page, as one folder for any
//! static host.
//!
//! What is written is what the gate has seen: every dataset is written anew from its cube, so nothing that was not read can come along.
//! Every file that has ever been published stays in `data/earlier`: readers' links lead to it, and the gate counts it with the rest.

pub mod changes;
mod dcat;
mod folder;
mod gather;
mod notes;
pub mod release;
mod schema_org;

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use changes::{Change, alteration};
use gather::Given;
use release::{Checked, Release, Released, Releases};

use super::{
    data::{SEARCH_FILE, catalogue},
    packed::packed,
};
use crate::{
    export::jsonstat,
    gate::{self, Cleared},
    load::search::WireIndex,
    model::{
        area::Level,
        catalogue::{CatalogueItem, PackedFile},
        cube::Cube,
        dimension::DimensionKind,
        searched::SearchIndex,
        text::{Language, Text},
    },
    query::searched::searched,
    words::{refusal, release as words},
};

/// What `insyn publish` is asked.
#[derive(Clone, Debug, clap::Args)]
pub struct Request {
    /// The folder of the site; it is made, or replaced by its next release
    site: PathBuf,
    /// The data: files, or folders of them. A catalogue (index.json) gives the order and what each is about
    #[arg(long, required = true, num_args = 1..)]
    data: Vec<PathBuf>,
    /// Who publishes the site
    #[arg(long)]
    publisher: String,
    /// Where readers can write to the publisher
    #[arg(long)]
    email: Option<String>,
    /// Where the site will stand, as https://example.se/insyn/; the metadata then have whole addresses
    #[arg(long, value_parser = address)]
    address: Option<String>,
    /// The built page
    #[arg(long, default_value = "dist")]
    page: PathBuf,
    /// The day of the release, as 2026-11-22; without it, today
    #[arg(long, value_parser = day)]
    date: Option<String>,
    /// Only check, and say what would change
    #[arg(long)]
    dry_run: bool,
    /// Answer in JSON: the release as it stands in data/releases.json
    #[arg(long)]
    json: bool,
    /// Language of messages: sv or en
    #[arg(long, default_value = "sv", value_parser = super::inspect::language)]
    lang: Language,
}

/// It is published.
const PUBLISHED: u8 = 0;
/// The gate refuses the data.
const REFUSED: u8 = 1;
/// Something can't be read or written.
const FAILED: u8 = 2;

/// The address of the licence that the catalogue itself has.
const CC0: &str = "http://creativecommons.org/publicdomain/zero/1.0/";

/// Why nothing was published.
enum Stop {
    /// The gate's reasons.
    Refused(Vec<String>),
    /// What can't be read or written.
    Failed(String),
}

/// Who publishes the site, and where.
struct Publisher {
    name: String,
    email: Option<String>,
    address: Option<String>,
}

impl Publisher {
    /// The address of a file of the site; relative to the metadata where nobody says where the site will stand.
    fn at(&self, path: &str) -> String {
        match &self.address {
            Some(address) => format!("{address}{path}"),
            None => format!("../{path}"),
        }
    }
}

/// A dataset on its way to the site.
struct Table {
    cleared: Cleared,
    about: Text,
    file: release::File,
    bytes: Vec<u8>,
    change: Change,
}

impl Table {
    fn id(&self) -> &str {
        &self.cleared.cube().dataset.id
    }

    /// The address of its licence, where it is one of those that everybody knows; else its name, or what the page's own data have.
    fn licence_address(&self) -> String {
        let name = self.cleared.cube().dataset.licence.as_deref().unwrap_or("CC0-1.0");
        match name.to_ascii_lowercase().replace([' ', '_'], "-").as_str() {
            "cc0-1.0" | "cc0" => CC0.to_owned(),
            "cc-by-4.0" => "http://creativecommons.org/licenses/by/4.0/".to_owned(),
            _ => name.to_owned(),
        }
    }

    fn licence(&self) -> serde_json::Value {
        let address = self.licence_address();
        match address.starts_with("http") {
            true => serde_json::json!({"@id": address}),
            false => serde_json::json!({"@type": "dcterms:LicenseDocument", "dcterms:title": address}),
        }
    }

    fn item(&self, packed: Option<PackedFile>) -> CatalogueItem {
        let cube = self.cleared.cube();
        CatalogueItem {
            id: self.id().to_owned(),
            href: self.file.href.clone(),
            label: cube.dataset.label.clone(),
            about: self.about.clone(),
            bytes: self.file.bytes,
            sha256: self.file.sha256.clone(),
            packed,
            is_synthetic: cube.dataset.is_synthetic,
            levels: levels(cube),
        }
    }
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
    let tables = cleared(given, &earlier, &releases, language)?;
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

/// The datasets, let in together with all that has been published before.
fn cleared(
    given: Vec<Given>,
    earlier: &[(String, String, Cube)],
    releases: &Releases,
    language: Language,
) -> Result<Vec<Table>, Stop> {
    let (cubes, abouts): (Vec<Cube>, Vec<Option<Text>>) = given.into_iter().map(|it| (it.cube, it.about)).unzip();
    let before: Vec<Cube> = earlier.iter().map(|(.., cube)| cube.clone()).collect();
    let cleared = gate::admit_all(cubes, &before).map_err(|why| Stop::Refused(refusal::refusal(&why, language)))?;
    let table = |(cleared, about): (Cleared, Option<Text>)| {
        let cube = cleared.cube();
        let bytes = jsonstat::write(cube);
        let id = &cube.dataset.id;
        let file =
            release::File { href: format!("{id}.json"), sha256: catalogue::hash(&bytes), bytes: bytes.len() as u64 };
        let last = releases.last().find(|it| it.id == *id).and_then(|it| it.file.as_ref());
        let was =
            |sha256: &str| earlier.iter().find(|(own, hash, _)| own == id && hash == sha256).map(|(.., cube)| cube);
        let change = match last {
            None => Change::New,
            Some(last) if last.sha256 == file.sha256 => Change::Same,
            Some(last) => was(&last.sha256).map_or(Change::New, |was| Change::Altered(alteration(was, cube))),
        };
        let facts = &cube.dataset;
        let about = about.or_else(|| facts.population.clone()).unwrap_or_else(|| facts.label.clone());
        Table { about, file, bytes, change, cleared }
    };
    Ok(cleared.into_iter().zip(abouts).map(table).collect())
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

/// All that the folder is made from.
struct Site<'s> {
    tables: &'s [Table],
    publisher: &'s Publisher,
    releases: &'s Releases,
    date: &'s str,
    language: Language,
}

impl Site<'_> {
    /// Writes the folder beside the one that is there, and puts it in its place when it is whole.
    fn write(&self, request: &Request) -> Result<(), String> {
        let new = folder::New::begin(&request.site, &request.page, self.language)?;
        let json = |value: &serde_json::Value| serde_json::to_vec_pretty(value).map_err(|why| why.to_string());
        let told = new.keep_stories(|dataset| self.tables.iter().any(|table| table.id() == dataset))?;
        let mut items = Vec::new();
        for table in self.tables {
            let data = Path::new("data");
            new.write(&data.join(&table.file.href), &table.bytes)?;
            let twin = told.contains(table.id()).then(|| packed(table.id(), &table.bytes, self.language));
            let twin = twin.transpose()?;
            if let Some(twin) = &twin {
                new.write(&data.join(&twin.file.href), &twin.bytes)?;
            }
            items.push(table.item(twin.map(|twin| twin.file)));
        }
        let collection = catalogue::collection(&items, self.date.to_owned());
        new.write(Path::new("data/index.json"), &json(&serde_json::json!(collection))?)?;
        let index = SearchIndex { datasets: self.tables.iter().map(|it| searched(it.cleared.cube())).collect() };
        let index = serde_json::to_vec(&WireIndex::from(&index)).map_err(|why| why.to_string())?;
        new.write(&Path::new("data").join(SEARCH_FILE), &index)?;
        new.keep_earlier(&request.site, self.releases, self.tables.iter().map(|table| table.file.sha256.as_str()))?;
        new.write(Path::new(release::PATH), &json(&serde_json::json!(self.releases))?)?;
        for language in Language::ALL {
            let text = notes::document(self.releases, self.tables, language);
            new.write(Path::new(&notes::path(language)), text.as_bytes())?;
        }
        let dcat = dcat::document(catalogue::TITLE, self.tables, self.publisher, self.date);
        new.write(Path::new(dcat::PATH), &json(&dcat)?)?;
        let schema = schema_org::document(catalogue::TITLE, self.tables, self.publisher, self.date);
        new.write(Path::new(schema_org::PATH), &json(&schema)?)?;
        new.describe(&schema)?;
        new.finish(&request.site)
    }
}

/// The levels of place that a cube tells places apart at, coarsest first: one municipality alone answers nobody who looks for another.
fn levels(cube: &Cube) -> Vec<Level> {
    let areas = cube.dimension_of_kind(&DimensionKind::Area).and_then(|place| cube.dimensions.get(place));
    let n_at = |level: Level| areas.iter().flat_map(|it| &it.categories).filter(|it| it.level == Some(level)).count();
    let levels = [Level::Nation, Level::Division, Level::County, Level::Municipality];
    levels.into_iter().filter(|level| n_at(*level) > usize::from(*level != Level::Nation)).collect()
}

/// What the catalogue is about.
fn about_catalogue() -> Text {
    words::about_catalogue()
}

fn today() -> String {
    jiff::Zoned::now().date().to_string()
}

fn day(text: &str) -> Result<String, String> {
    text.parse::<jiff::civil::Date>().map(|date| date.to_string()).map_err(|_| "2026-11-22".to_owned())
}

/// An address of the web, with the slash at its end that relative addresses are counted from.
fn address(text: &str) -> Result<String, String> {
    let is_of_the_web = text.starts_with("https://") || text.starts_with("http://");
    let is_plain = !text.contains(['?', '#', ' ', '"', '<', '>']);
    match is_of_the_web && is_plain {
        true => Ok(format!("{}/", text.trim_end_matches('/'))),
        false => Err("https://example.se/insyn/".to_owned()),
    }
}
