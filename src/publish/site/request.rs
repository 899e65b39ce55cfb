//! What `insyn publish` is asked: the data, who publishes them, and where the site will stand.

use std::path::PathBuf;

use crate::model::text::Language;

/// What `insyn publish` is asked.
#[derive(Clone, Debug, clap::Args)]
pub struct Request {
    /// The folder of the site; it is made, or replaced by its next release
    pub site: PathBuf,
    /// The data: files, or folders of them. A catalogue (index.json) gives the order and what each is about
    #[arg(long, required = true, num_args = 1..)]
    pub data: Vec<PathBuf>,
    /// Who publishes the site
    #[arg(long)]
    pub publisher: String,
    /// Where readers can write to the publisher
    #[arg(long)]
    pub email: Option<String>,
    /// Where the site will stand, as https://example.se/insyn/; the metadata then have whole addresses
    #[arg(long, value_parser = address)]
    pub address: Option<String>,
    /// The built page
    #[arg(long, default_value = "dist")]
    pub page: PathBuf,
    /// The day of the release, as 2026-11-22; without it, today
    #[arg(long, value_parser = day)]
    pub date: Option<String>,
    /// Only check, and say what would change
    #[arg(long)]
    pub dry_run: bool,
    /// Answer in JSON: the release as it stands in data/releases.json
    #[arg(long)]
    pub json: bool,
    /// Language of messages: sv or en
    #[arg(long, default_value = "sv", value_parser = crate::publish::inspect::language)]
    pub lang: Language,
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
