//! `insyn fetch pxweb`: a table from a PxWebApi 2, in as many questions as its limits ask for.

mod address;
mod block;
mod join;
mod notes;
mod profile;
mod saved;
mod selection;
mod wire;

use std::{collections::VecDeque, path::PathBuf, time::Duration};

use serde_json::{Value, json};

use self::{
    address::{Address, Target, encoded},
    block::Block,
    join::Joined,
    profile::Known,
    selection::Chosen,
    wire::{Config, WireDataset},
};
use super::{
    error::FetchError,
    http::{Client, Request, parsed},
    parts::Parts,
};
use crate::{load::limits, model::text::Language, words::fetch as words};

/// Statistics Sweden's.
pub const PUBLIC: &str = "https://statistikdatabasen.scb.se/api/v2";

/// Cells of one answer where the server does not say.
const FEW_CELLS: usize = 10_000;
/// Nobody waits for more questions than this.
const MOST_PARTS: usize = 10_000;
/// Longer addresses are cut off by some servers on the way: the question is sent as a body instead.
const LONG_ADDRESS: usize = 1800;

/// What is asked for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Question {
    /// The table's address (…/tables/TAB638), a saved query's (…/savedqueries/123), or a table's id
    pub table: String,
    /// What to fetch: dimension=code,code;dimension=code. Codes may be patterns (01*), from(code) or to(code). All, if left out
    #[arg(long)]
    pub select: Vec<String>,
    /// The dimension of areas, where the source does not say which it is; empty for none
    #[arg(long, value_name = "DIMENSION")]
    pub area_dimension: Option<String>,
    /// The address of the API, for a table given by id
    #[arg(long, default_value = PUBLIC)]
    pub base: String,
    /// The file to make; what has been fetched is kept beside it until all is there. Standard output, if left out
    #[arg(long)]
    pub out: Option<PathBuf>,
}

/// The file, and the parts to be dropped when it is written.
pub fn fetch(question: &Question, client: &mut Client) -> Result<(Value, Parts), FetchError> {
    let address = Address::parse(&question.table, &question.base)?;
    let config = config(&address, client)?;
    let language = language(&address, &config, client.language());
    let source = Source { address, config, language, is_saved: false };
    match &source.address.target {
        Target::SavedQuery(_) => source.saved_query(question, client),
        Target::Table(_) => source.table(question, client),
    }
}

/// The limits of the server; careful ones where it has none.
fn config(address: &Address, client: &mut Client) -> Result<Config, FetchError> {
    let config: Config = match client.json(&format!("{}/config", address.base)) {
        Err(FetchError::NotFound(_)) => Config::default(),
        config => config?,
    };
    let calls = config.max_calls_per_time_window.filter(|calls| *calls > 0);
    let window = config.time_window.filter(|seconds| *seconds > 0);
    match (calls, window) {
        (Some(calls), Some(seconds)) => client.keep_to(calls, Duration::from_secs(seconds)),
        _ => client.tell(words::no_config(client.language())),
    }
    Ok(config)
}

/// The language to ask for: as the address says, else the one we speak where the server has it.
fn language(address: &Address, config: &Config, ours: Language) -> Option<String> {
    let has_ours = config.languages.iter().any(|one| one.id == ours.tag());
    address.language.clone().or_else(|| has_ours.then(|| ours.tag().to_owned()))
}

/// One table or saved query at a server.
struct Source {
    address: Address,
    config: Config,
    language: Option<String>,
    /// Whether the selection is a saved query's, which may leave dimensions out.
    is_saved: bool,
}

impl Source {
    fn saved_query(&self, question: &Question, client: &mut Client) -> Result<(Value, Parts), FetchError> {
        if !question.select.is_empty() || !self.address.select.is_empty() {
            return Err(FetchError::SavedSelection);
        }
        let url = self.with_language(format!("{}/data?outputFormat=json-stat2", self.url()));
        // It is one answer: there is nothing to keep of half of it.
        let parts = Parts::open(None, "")?;
        let answer: WireDataset = match client.json(&url) {
            Err(why @ FetchError::TooManyCells { .. }) => return self.saved_in_parts(why, question, client),
            answer => answer?,
        };
        let codes = answer.codes(&url)?;
        check_size(&codes)?;
        let all = answer.id.iter().zip(&codes);
        let chosen = all.map(|(id, codes)| Chosen { id: id.clone(), codes: codes.clone(), is_all: true }).collect();
        let mut joined = Joined::new(chosen);
        joined.add(answer, &codes, &url)?;
        Ok((self.document(joined, None, question, client)?, parts))
    }

    /// The table of a saved query, asked for what the query asks in as many questions as the limits need. Where the server does not
    /// say what that is, or it can't be asked of the table, the server's refusal stands.
    fn saved_in_parts(
        &self,
        why: FetchError,
        question: &Question,
        client: &mut Client,
    ) -> Result<(Value, Parts), FetchError> {
        let saved: Value = match client.json(&self.url()) {
            Err(FetchError::NotFound(_) | FetchError::Refused { .. } | FetchError::WrongAnswer { .. }) => {
                return Err(why);
            }
            saved => saved?,
        };
        let Some((table, select)) = saved::selection(&saved) else { return Err(why) };
        let address = Address { target: Target::Table(table), select, ..self.address.clone() };
        let source = Self { address, config: self.config.clone(), language: self.language.clone(), is_saved: true };
        let line = words::saved_in_parts(client.language());
        client.tell(line);
        source.table(question, client).map_err(|error| match error {
            FetchError::NoDimension { .. } | FetchError::NoCode { .. } | FetchError::SavedSelection => why,
            other => other,
        })
    }

    fn table(&self, question: &Question, client: &mut Client) -> Result<(Value, Parts), FetchError> {
        let url = self.with_language(format!("{}/metadata?outputFormat=json-stat2", self.url()));
        let about: WireDataset = client.json(&url)?;
        let codes = about.codes(&url)?;
        if self.is_saved && !about.id.iter().all(|id| saved::names(&self.address.select, id)) {
            return Err(FetchError::SavedSelection);
        }
        let select = [self.address.select.as_slice(), question.select.as_slice()].concat();
        let chosen = selection::chosen(&about.id, &codes, &select)?;
        if let Some(areas) = question.area_dimension.as_ref().filter(|id| !id.is_empty())
            && !about.id.contains(areas)
        {
            return Err(FetchError::NoDimension { id: areas.clone(), there_are: about.id });
        }
        let sizes: Vec<usize> = chosen.iter().map(|one| one.codes.len()).collect();
        let n_cells = check_size(&chosen.iter().map(|one| one.codes.clone()).collect::<Vec<_>>())?;
        // A table that has been updated since is another question: old and new parts never meet.
        let asked: Vec<(&String, &Vec<String>)> = chosen.iter().map(|one| (&one.id, &one.codes)).collect();
        let asked = json!({"url": url, "updated": about.text("updated"), "select": asked});
        let parts = Parts::open(question.out.as_deref(), &asked.to_string())?;
        let most = self.config.max_data_cells.filter(|most| *most > 0).unwrap_or(FEW_CELLS);
        // A server that allows next to nothing is asked for more than it says, and says so itself if it can't.
        let blocks = block::blocks(&sizes, most.max(n_cells / MOST_PARTS));
        let line = words::plan(about.text("label").unwrap_or(&url), n_cells, blocks.len(), client.language());
        client.tell(&line);
        let joined = self.fill(chosen, blocks, &parts, client)?;
        let translation = self.translation(client)?;
        Ok((self.document(joined, translation, question, client)?, parts))
    }

    /// What the table is called in the other of our languages, where the server has it.
    fn translation(&self, client: &mut Client) -> Result<Option<(String, WireDataset)>, FetchError> {
        let mine = self.language.as_deref().or(self.config.default_language.as_deref()).and_then(Language::from_tag);
        let other = Language::ALL.into_iter().find(|language| Some(*language) != mine).map(Language::tag);
        let has_it = |tag: &&str| mine.is_some() && self.config.languages.iter().any(|one| one.id == *tag);
        let Some(other) = other.filter(has_it) else {
            return Ok(None);
        };
        match client.json(&format!("{}/metadata?outputFormat=json-stat2&lang={other}", self.url())) {
            Ok(about) => Ok(Some((other.to_owned(), about))),
            // Not every table is translated.
            Err(FetchError::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn fill(
        &self,
        chosen: Vec<Chosen>,
        mut blocks: VecDeque<Block>,
        parts: &Parts,
        client: &mut Client,
    ) -> Result<Joined, FetchError> {
        let mut joined = Joined::new(chosen.clone());
        let mut n_done: usize = 0;
        while let Some(block) = blocks.pop_front() {
            let asked = asked(&chosen, &block);
            let request = self.request(&chosen, &asked);
            let name = format!("{} {}", request.url, request.body.as_deref().unwrap_or_default());
            let kept = parts.get(&name).and_then(|bytes| parsed::<WireDataset>(&bytes, &request.url).ok());
            let is_kept = kept.is_some();
            let part = match kept {
                Some(part) => part,
                None => match client.bytes(&request) {
                    Ok(bytes) => {
                        let part = parsed(&bytes, &request.url)?;
                        parts.keep(&name, &bytes)?;
                        part
                    }
                    Err(FetchError::TooManyCells { url, said }) => {
                        let Some([first, second]) = block.halves() else {
                            return Err(FetchError::TooManyCells { url, said });
                        };
                        let line = words::halved(block.n_cells(), client.language());
                        client.tell(&line);
                        blocks.push_front(second);
                        blocks.push_front(first);
                        continue;
                    }
                    Err(error) => return Err(error),
                },
            };
            joined.add(part, &asked, &request.url).map_err(|error| parts.forget(error))?;
            n_done = n_done.saturating_add(1);
            let of = n_done.saturating_add(blocks.len());
            let line = words::part(n_done, of, is_kept, client.language());
            client.tell(&line);
        }
        Ok(joined)
    }

    /// The question for these categories: by address where it is short, else with a body.
    fn request(&self, chosen: &[Chosen], asked: &[Vec<String>]) -> Request {
        let data = self.with_language(format!("{}/data?outputFormat=json-stat2", self.url()));
        let is_plain = asked.iter().flatten().all(|code| !code.contains([',', '*', '?', '(', '[']));
        let mut url = data.clone();
        let mut selection = Vec::new();
        for (one, codes) in chosen.iter().zip(asked) {
            let is_all = one.is_all && codes.len() == one.codes.len();
            let codes = if is_all { vec!["*".to_owned()] } else { codes.clone() };
            let list: Vec<String> = codes.iter().map(|code| encoded(code)).collect();
            url.push_str(&format!("&valueCodes%5B{}%5D={}", encoded(&one.id), list.join(",")));
            selection.push(json!({"variableCode": one.id, "valueCodes": codes}));
        }
        if is_plain && url.len() <= LONG_ADDRESS {
            return Request { url, body: None };
        }
        Request { url: data, body: Some(json!({"selection": selection}).to_string()) }
    }

    fn document(
        &self,
        joined: Joined,
        translation: Option<(String, WireDataset)>,
        question: &Question,
        client: &mut Client,
    ) -> Result<Value, FetchError> {
        let language = self.language.clone().or_else(|| self.config.default_language.clone());
        let known = Known {
            url: self.url(),
            language: language.unwrap_or_else(|| Language::default().tag().to_owned()),
            areas: question.area_dimension.clone(),
            translation,
        };
        let (document, taken) = profile::document(joined.finish()?, &self.config, &known);
        if let Some(dimension) = taken {
            let line = words::taken_for_areas(&dimension, client.language());
            client.tell(&line);
        }
        Ok(document)
    }

    fn url(&self) -> String {
        let (kind, id) = match &self.address.target {
            Target::Table(id) => ("tables", id),
            Target::SavedQuery(id) => ("savedqueries", id),
        };
        format!("{}/{kind}/{}", self.address.base, encoded(id))
    }

    fn with_language(&self, url: String) -> String {
        match &self.language {
            Some(language) => format!("{url}&lang={}", encoded(language)),
            None => url,
        }
    }
}

/// The codes of a block.
fn asked(chosen: &[Chosen], block: &Block) -> Vec<Vec<String>> {
    let pairs = chosen.iter().zip(&block.ranges);
    pairs.map(|(one, range)| one.codes.get(range.clone()).unwrap_or_default().to_vec()).collect()
}

/// How many cells there are, where the readers can read as many.
fn check_size(codes: &[Vec<String>]) -> Result<usize, FetchError> {
    let n_cells = codes.iter().fold(1, |product: usize, codes| product.saturating_mul(codes.len()));
    match n_cells {
        0 => Err(FetchError::NothingThere),
        found if found > limits::CELLS => Err(FetchError::TooLargeTable { found, most: limits::CELLS }),
        found => Ok(found),
    }
}
