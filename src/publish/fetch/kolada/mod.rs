//! `insyn fetch kolada`: key figures of municipalities and regions from Kolada's API v3.

mod areas;
mod dataset;
mod wire;
mod years;

use std::{collections::BTreeSet, path::PathBuf};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use self::{
    areas::{Areas, Asked},
    dataset::Figures,
    wire::{Kpi, Page, Record},
};
use super::{
    error::FetchError,
    http::{Client, Request, parsed},
    parts::Parts,
};
use crate::{load::limits, words::fetch as words};

/// Kolada's own.
pub const PUBLIC: &str = "https://api.kolada.se/v3";

/// As many ids as one address may name.
const IDS: usize = 25;
/// As many values as one page may have.
const PER_PAGE: &str = "per_page=5000";
/// The genders of Kolada: all, women, men.
const SEXES: [&str; 3] = ["T", "K", "M"];

/// What is asked for.
#[derive(Clone, Debug, clap::Args)]
pub struct Question {
    /// The key figures, by number: N33813 N33816
    #[arg(required = true)]
    pub kpis: Vec<String>,
    /// all, or codes: 0180 a municipality, 01* the municipalities of a county, 01 a region, 00 the nation
    #[arg(long, default_value = "all")]
    pub areas: String,
    /// 2015-2024, or 2019,2023. All, if left out
    #[arg(long)]
    pub years: Option<String>,
    /// Women and men apart too
    #[arg(long)]
    pub sex: bool,
    /// The address of the API
    #[arg(long, default_value = PUBLIC)]
    pub base: String,
    /// The file to make; what has been fetched is kept beside it until all is there. Standard output, if left out
    #[arg(long)]
    pub out: Option<PathBuf>,
}

/// The file, and the parts to be dropped when it is written.
pub fn fetch(question: &Question, client: &mut Client) -> Result<(Value, Parts), FetchError> {
    let base = question.base.trim_end_matches('/').to_owned();
    let years = question.years.as_deref().map(years::years).transpose()?;
    let mut reading = Reading { base, client, parts: Parts::open(None, "")? };
    let kpis = reading.kpis(&question.kpis)?;
    let areas = Areas::new(&reading.all(&format!("{}/municipality?{PER_PAGE}", reading.base), |_, _| {})?);
    let asked = areas.asked(&question.areas)?;
    let sexes = if question.sex { &SEXES[..] } else { &SEXES[..1] };
    let ids: Vec<&str> = kpis.iter().map(|kpi| kpi.id.as_str()).collect();
    let published: Vec<_> = kpis.iter().map(|kpi| (&kpi.id, &kpi.publication_date)).collect();
    let key = json!({"base": reading.base, "kpis": published, "areas": question.areas, "years": years});
    reading.parts = Parts::open(question.out.as_deref(), &key.to_string())?;
    let mut figures = Figures::default();
    for kpi in &ids {
        for url in addresses(&reading.base, kpi, &areas, &asked, years.as_deref()) {
            reading.figures(kpi, &url, &areas, sexes, &mut figures)?;
        }
    }
    let about = format!("{}/kpi/{}", reading.base, ids.join(","));
    let document = dataset::document(figures, &kpis, &areas, &asked, sexes, &about)?;
    Ok((document, reading.parts))
}

/// The addresses of a key figure's data. With years, one address has all areas; without, the areas must be named.
fn addresses(base: &str, kpi: &str, areas: &Areas, asked: &Asked, years: Option<&[u16]>) -> Vec<String> {
    let chunks = |items: &[String]| items.chunks(IDS).map(|chunk| chunk.join(",")).collect::<Vec<_>>();
    let years: Option<Vec<String>> = years.map(|years| chunks(&years.iter().map(u16::to_string).collect::<Vec<_>>()));
    let municipalities: Option<Vec<String>> = match (asked, &years) {
        (Asked::All, Some(_)) => None,
        (Asked::All, None) => Some(areas.codes().filter_map(|code| areas.id_of(code)).map(str::to_owned).collect()),
        (Asked::These(codes), _) => {
            Some(codes.iter().filter_map(|code| areas.id_of(code)).map(str::to_owned).collect())
        }
    };
    let places = match municipalities {
        None => vec![String::new()],
        Some(ids) => chunks(&ids).into_iter().map(|ids| format!("/municipality/{ids}")).collect(),
    };
    let times = match years {
        None => vec![String::new()],
        Some(years) => years.into_iter().map(|years| format!("/year/{years}")).collect(),
    };
    let pairs = places.iter().flat_map(|place| times.iter().map(move |time| (place, time)));
    pairs.map(|(place, time)| format!("{base}/data/kpi/{kpi}{place}{time}?{PER_PAGE}")).collect()
}

struct Reading<'c> {
    base: String,
    client: &'c mut Client,
    parts: Parts,
}

impl Reading<'_> {
    /// The key figures, in the order they were asked for.
    fn kpis(&mut self, ids: &[String]) -> Result<Vec<Kpi>, FetchError> {
        let mut asked: Vec<String> = Vec::new();
        for id in ids.iter().flat_map(|ids| ids.split(',')).map(|id| id.trim().to_uppercase()) {
            // An id is letters and digits: anything else would lead elsewhere.
            if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                return Err(FetchError::NoKpi(id));
            }
            if !asked.contains(&id) {
                asked.push(id);
            }
        }
        let mut found: Vec<Kpi> = Vec::new();
        for some in asked.chunks(IDS) {
            let url = format!("{}/kpi/{}?{PER_PAGE}", self.base, some.join(","));
            found.extend(self.all(&url, |_, _| {})?);
        }
        asked
            .into_iter()
            .map(|id| found.iter().find(|kpi| kpi.id == id).cloned().ok_or(FetchError::NoKpi(id)))
            .collect()
    }

    fn figures(
        &mut self,
        kpi: &str,
        url: &str,
        areas: &Areas,
        sexes: &[&str],
        figures: &mut Figures,
    ) -> Result<(), FetchError> {
        let before = figures.len();
        let language = self.client.language();
        let records: Vec<Record> = self.all(url, |client, n_pages| {
            client.tell(&words::page(kpi, n_pages, language));
        })?;
        for record in records {
            figures.add(record, areas, sexes, url).map_err(|error| self.parts.forget(error))?;
            if figures.len() > limits::CELLS {
                return Err(FetchError::TooLargeTable { found: figures.len(), most: limits::CELLS });
            }
        }
        self.client.tell(&words::figures(kpi, figures.len().saturating_sub(before), language));
        Ok(())
    }

    /// All pages of a list, from the first on.
    fn all<T: DeserializeOwned>(
        &mut self,
        url: &str,
        mut progress: impl FnMut(&mut Client, usize),
    ) -> Result<Vec<T>, FetchError> {
        let mut values = Vec::new();
        let mut seen = BTreeSet::new();
        let mut next = Some(url.to_owned());
        while let Some(url) = next {
            let page: Page<T> = match self.parts.get(&url).and_then(|bytes| parsed(&bytes, &url).ok()) {
                Some(page) => page,
                None => {
                    let bytes = self.client.bytes(&Request { url: url.clone(), body: None })?;
                    let page = parsed(&bytes, &url)?;
                    self.parts.keep(&url, &bytes)?;
                    page
                }
            };
            let is_empty = page.values.is_empty();
            values.extend(page.values);
            if values.len() > limits::CELLS {
                return Err(FetchError::TooLargeTable { found: values.len(), most: limits::CELLS });
            }
            let wanted = page.next_url.or(page.next_page).filter(|next| !next.is_empty());
            seen.insert(url.clone());
            next = match wanted {
                None => None,
                Some(wanted) => {
                    // A page with nothing on it that points to the next one may go on so for ever.
                    let next = self.followed(&wanted).filter(|next| !is_empty && !seen.contains(next));
                    Some(next.ok_or(FetchError::WrongPage { url, next: wanted })?)
                }
            };
            progress(self.client, seen.len());
        }
        Ok(values)
    }

    /// The next page's address at the server that is asked: an answer can't lead to another one, nor from https to http.
    fn followed(&self, next: &str) -> Option<String> {
        let (scheme, rest) = self.base.split_once("://")?;
        let host = rest.split('/').next()?;
        let path = match next.split_once("://") {
            None => next,
            Some((_, rest)) => rest.strip_prefix(host)?,
        };
        path.starts_with('/').then(|| format!("{scheme}://{host}{path}"))
    }
}
