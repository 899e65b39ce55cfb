//! `insyn aggregate RECORDS… --spec SPEC -o FOLDER`: from records to tables that are not yet protected.
//!
//! The work is split in two. A *source* reads the records, joins them and answers which combinations of values there are
//! and how many records have each: that grows with the records, and an engine does it ([`engine`], feature `records`).
//! All that has a meaning – codes, levels, overlapping categories, margins, distinct contributors, quantiles, what is
//! missing – is worked out here from these answers, which are few, so it needs no engine and is tested without one.

pub mod cells;
pub mod check;
pub mod coding;
#[cfg(feature = "records")]
pub mod engine;
pub mod fault;
pub mod files;
pub mod margins;
pub mod memory;
pub mod plan;
pub mod quantile;
pub mod report;
pub mod rollup;
pub mod spec;
pub mod tally;

use std::{
    fs,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use fault::{Fault, FaultKind, Place};
use plan::{Asked, Column, Plan, Query};
use spec::Spec;
use tally::Tally;

use crate::{
    export::jsonstat,
    load,
    model::{cube::Cube, text::Language},
    words::aggregate::report as words,
};

/// What `insyn aggregate` is asked.
#[derive(Clone, Debug, clap::Args)]
pub struct Request {
    /// CSV (UTF-8) or Parquet files: homes.csv, homes-2024.csv belong to the records "homes"; else write homes=FILE
    files: Vec<String>,
    /// What is in the records and what is counted
    #[arg(long)]
    spec: PathBuf,
    /// The folder for the tables; tables that are not protected are overwritten, others never
    #[arg(short, long)]
    out: PathBuf,
    /// Megabytes of memory that the engine may take before it uses the disk
    #[arg(long, default_value_t = 2048)]
    memory: usize,
    /// Report in JSON
    #[arg(long)]
    json: bool,
    /// Language of report and messages: sv or en
    #[arg(long, default_value = "sv", value_parser = super::inspect::language)]
    lang: Language,
}

/// Records that can be asked.
pub trait Source {
    /// Calls `each` with every combination of values that the columns of the question have, and with how many records have it.
    /// An empty text may stand for no value.
    ///
    /// # Errors
    /// What can't be read.
    fn each(&mut self, plan: &Plan, query: &Query, each: &mut dyn FnMut(&[Option<&str>], u64)) -> Result<(), Fault>;
}

/// What was counted.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    /// How many records of each sort there are.
    pub records: Vec<(String, u64)>,
    /// How many records of one sort lead to none of another.
    pub unmatched: Vec<(String, String, u64)>,
    /// The tables, not protected, and what could not be counted in each.
    pub tables: Vec<(Cube, Tally)>,
}

/// The tables are written.
const WRITTEN: u8 = 0;
/// Nothing is written.
const REFUSED: u8 = 2;

/// Makes the tables of a plan.
///
/// # Errors
/// What the source says; keys that several records have; a table from which every record was left out.
pub fn aggregate(plan: &Plan, source: &mut impl Source, mut tell: impl FnMut(&str)) -> Result<Counted, Vec<Fault>> {
    let mut counted = Counted::default();
    let mut faults = Vec::new();
    for number in 0..plan.records.len() {
        if is_asked(plan, number) {
            count_records(plan, number, source, &mut counted, &mut faults).map_err(|fault| vec![fault])?;
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    for join in &plan.joins {
        if is_asked(plan, join.from.records) {
            let key = Asked { column: join.to.clone(), first: None };
            let mut n = 0_u64;
            let mut add = |values: &[Option<&str>], more: u64| {
                n = n.saturating_add(if values.contains(&None) { more } else { 0 });
            };
            source.each(plan, &plan.query(join.from.records, [key]), &mut add).map_err(|fault| vec![fault])?;
            counted.unmatched.push((plan.name(&join.from), plan.name(&join.to), n));
        }
    }
    for table in &plan.tables {
        tell(&table.cube.dataset.id);
        let (cube, tally) = rollup::table(plan, table, source).map_err(|fault| vec![fault])?;
        if tally.n_rows > 0 && tally.n_left_out == tally.n_rows {
            faults.push(Fault::new(Place::Table(cube.dataset.id.clone()), FaultKind::AllLeftOut));
        }
        counted.tables.push((cube, tally));
    }
    if faults.is_empty() { Ok(counted) } else { Err(faults) }
}

/// Whether some table is about these records, or is led to them.
fn is_asked(plan: &Plan, records: usize) -> bool {
    plan.tables.iter().any(|table| plan.way(table.base, records).is_some())
}

/// How many records there are, and whether each has a key of its own.
fn count_records(
    plan: &Plan,
    number: usize,
    source: &mut impl Source,
    counted: &mut Counted,
    faults: &mut Vec<Fault>,
) -> Result<(), Fault> {
    let Some(records) = plan.records.get(number) else { return Ok(()) };
    let key =
        records.key.as_ref().map(|name| Asked { column: Column { records: number, name: name.clone() }, first: None });
    let (mut n_all, mut n_again) = (0_u64, 0_u64);
    let has_key = key.is_some();
    source.each(plan, &plan.query(number, key), &mut |_, n| {
        n_all = n_all.saturating_add(n);
        n_again = n_again.saturating_add(if has_key { n.saturating_sub(1) } else { 0 });
    })?;
    counted.records.push((records.name.clone(), n_all));
    if let Some(key) = records.key.clone().filter(|_| n_again > 0) {
        faults.push(Fault::new(Place::Records(records.name.clone()), FaultKind::KeyTwice(key, n_again)));
    }
    Ok(())
}

/// Makes the tables and tells what was read. Exit code: 0 written, 2 not.
pub fn run(request: &Request) -> ExitCode {
    let language = request.lang;
    match make(request) {
        Ok(counted) => {
            let report = match request.json {
                true => report::as_json(&counted).to_string(),
                false => report::as_text(&counted, language),
            };
            // Nobody is left to tell if the terminal is gone.
            let _ = writeln!(io::stdout(), "{report}");
            say(&words::not_protected(&request.out.display().to_string(), language));
            WRITTEN.into()
        }
        Err(faults) => {
            for fault in faults {
                say(&fault.said(language));
            }
            REFUSED.into()
        }
    }
}

fn say(sentence: &str) {
    let _ = writeln!(io::stderr(), "{sentence}");
}

fn make(request: &Request) -> Result<Counted, Vec<Fault>> {
    let name = |path: &Path| Place::File(path.display().to_string());
    let io = |path: &Path, why: &io::Error| vec![Fault::new(name(path), FaultKind::Io(why.to_string()))];
    let text = fs::read_to_string(&request.spec).map_err(|why| io(&request.spec, &why))?;
    let spec = Spec::parse(&text).map_err(|fault| vec![fault])?;
    let folder = request.spec.parent().unwrap_or(Path::new(""));
    let plan = check::check(&spec, folder)?;
    let files = files::assign(&plan, folder, &request.files)?;
    let paths: Vec<PathBuf> = plan.tables.iter().map(|table| path(&request.out, &table.cube.dataset.id)).collect();
    if let Some(there) = paths.iter().find(|path| path.exists() && !is_unprotected(path)) {
        return Err(vec![Fault::new(name(there), FaultKind::IsThere)]);
    }
    let tell = |id: &str| {
        if io::stderr().is_terminal() {
            say(&words::counting(id, request.lang));
        }
    };
    let counted = counted(&plan, &files, request.memory, tell)?;
    fs::create_dir_all(&request.out).map_err(|why| io(&request.out, &why))?;
    for ((cube, _), path) in counted.tables.iter().zip(&paths) {
        fs::write(path, jsonstat::write(cube)).map_err(|why| io(path, &why))?;
    }
    Ok(counted)
}

#[cfg(feature = "records")]
fn counted(plan: &Plan, files: &files::Files, memory: usize, tell: impl FnMut(&str)) -> Result<Counted, Vec<Fault>> {
    let mut engine = engine::Engine::open(plan, files, memory).map_err(|fault| vec![fault])?;
    aggregate(plan, &mut engine, tell)
}

#[cfg(not(feature = "records"))]
fn counted(_: &Plan, _: &files::Files, _: usize, _: impl FnMut(&str)) -> Result<Counted, Vec<Fault>> {
    Err(vec![Fault::new(Place::Spec, FaultKind::NoEngine)])
}

fn path(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.json"))
}

/// Whether a file is a table that this command has made.
fn is_unprotected(path: &Path) -> bool {
    let cube = fs::read(path).ok().and_then(|bytes| load::jsonstat::read(&bytes, "").0);
    cube.is_some_and(|cube| cube.dataset.is_unprotected)
}
