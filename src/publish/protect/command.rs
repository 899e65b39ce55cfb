//! `insyn protect DATASET…`: reads the tables and the spec, writes what may be published, and says what was done.

use std::{
    collections::HashSet,
    ffi::OsString,
    fs,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use console::style;
use indicatif::ProgressBar;
use serde_json::{Map, Value, json};

use super::{Protected, Report, failure::Failure, protect_telling, rules::Rule, spec::Spec};
use crate::{
    bounds::protection::FLOOR,
    export::jsonstat,
    gate,
    model::{cube::Cube, text::Language},
    publish::open,
    words::{conversion, protection as words, refusal},
};

/// What stands in a spec, for those who write one.
const SPEC_HELP: &str = "\
The spec is a small text file. Everything in it may be left out; these are the defaults:

  threshold = 5                # counts from 1 up to this less one are hidden; 3 at least
  smallest_group = 10          # of fewer nobody is told that all have the answer
  least_denominator = 20       # shares of fewer persons than this are hidden
                               # where their count is not told
  rounding = 5                 # (not by default) round all counts to 3 or 5 instead
  protected = [\"MEASURE\"]      # protect these too, though the file says they count nobody
  never_hide = [\"MEASURE\", \"MEASURE/DIMENSION=CODE,DIMENSION=CODE\"]

  [contributors]               # how many homes or operators must be behind a figure
  least = 3
  of = { MEASURE = \"MEASURE THAT COUNTS THEM\" }

  [dominance]                  # the most that one of them may have, in per cent
  share = 75
  of = { MEASURE = \"MEASURE WITH THE LARGEST PART\" }

  [cost]                       # what is lost with a hidden figure: the cheapest are hidden
  by = \"log\"                   # 1 + ln(1 + value), or \"value\": 1 + value, or \"same\": 1
  zero = 4                     # a zero costs so many times 1
  total = 100                  # a total so many times more than its parts, for each step up
  measures = { MEASURE = 10 }  # a figure of this measure so many times more

Examples:
  insyn protect hvb.json -o hvb-open.json
  insyn protect by-sex.json by-owner.json --spec spec.toml -o open/
  insyn check open/by-sex.json open/by-owner.json";

/// What `insyn protect` is asked.
#[derive(Clone, Debug, clap::Args)]
#[command(after_long_help = SPEC_HELP)]
pub struct Request {
    /// The unprotected tables that are published together: JSON-stat (best, with our profile), PX, CSV, Excel …
    #[arg(required = true, value_name = "DATASET")]
    files: Vec<PathBuf>,
    /// The rules; without it those that `--help` shows
    #[arg(long, value_name = "SPEC.toml")]
    spec: Option<PathBuf>,
    /// Where to write, as JSON-stat: a file, or for several tables a folder; overwrites what is there. Without it: beside each, as NAME.protected.json, if nothing is there
    #[arg(short, long)]
    out: Option<PathBuf>,
    /// Say in JSON what was done
    #[arg(long)]
    json: bool,
    /// Language of messages: sv or en
    #[arg(long, default_value = "sv", value_parser = crate::publish::inspect::language)]
    lang: Language,
}

/// It is done.
const DONE: u8 = 0;
/// The tables can't be protected.
const REFUSED: u8 = 1;
/// A file or the spec can't be read, or nothing be written.
const UNREADABLE: u8 = 2;

/// With more hidden figures than this the work is long enough to be shown.
const LONG: usize = 100;

/// Why nothing was written: the exit code, and the sentences.
struct Refused(u8, Vec<String>);

/// Protects and writes; says on standard output what was done, or on standard error why not. Exit code: 0 done, 1 cannot be protected, 2 unreadable.
pub fn run(request: &Request) -> ExitCode {
    match work(request) {
        Ok(answer) => {
            // Nobody is left to tell if the terminal is gone.
            let _ = writeln!(io::stdout(), "{answer}");
            DONE.into()
        }
        Err(Refused(code, sentences)) => {
            if request.json {
                let answer = json!({"is_protected": false, "reasons": sentences});
                let _ = writeln!(io::stdout(), "{answer:#}");
            } else {
                sentences.iter().for_each(|sentence| say(sentence));
            }
            code.into()
        }
    }
}

fn say(sentence: &str) {
    let _ = writeln!(io::stderr(), "{sentence}");
}

fn work(request: &Request) -> Result<String, Refused> {
    let language = request.lang;
    let unreadable = |why: String| Refused(UNREADABLE, vec![why]);
    let spec = read_spec(request).map_err(unreadable)?;
    let paths = out_paths(request).map_err(unreadable)?;
    let mut cubes = Vec::new();
    for path in &request.files {
        let shown = path.display();
        let (cube, complaints) = open::table(path, language).map_err(|why| unreadable(format!("{shown}: {why}")))?;
        complaints.iter().for_each(|one| say(&format!("{shown}: {one}")));
        cubes.push(cube);
    }
    let done = with_progress(|tell| protect_telling(cubes, &spec, tell));
    let Protected { cubes, report } = done.map_err(|failure| refused(&failure, language))?;
    // What else would keep it from being published, such as a name in a note.
    if let Err(why) = gate::admit_all(cubes.clone(), &[]) {
        return Err(Refused(REFUSED, refusal::refusal(&why, language)));
    }
    write(&paths, &cubes, language).map_err(unreadable)?;
    Ok(match request.json {
        true => format!("{:#}", as_json(&report, &paths)),
        false => as_text(&report, &paths, language),
    })
}

fn read_spec(request: &Request) -> Result<Spec, String> {
    let Some(path) = &request.spec else { return Ok(Spec::default()) };
    let shown = path.display().to_string();
    let text = fs::read_to_string(path)
        .map_err(|why| crate::words::inspection::not_opened(&shown, &why.to_string(), request.lang))?;
    Spec::read(&text).map_err(|why| words::bad_spec(&shown, why.to_string().trim_end(), request.lang))
}

/// Where each table is written.
fn out_paths(request: &Request) -> Result<Vec<PathBuf>, String> {
    let language = request.lang;
    let mut paths = Vec::new();
    for file in &request.files {
        let stem = file.file_stem().map(OsString::from).unwrap_or_default();
        let path = match &request.out {
            None => {
                let path = file.with_file_name(name(&stem, ".protected.json"));
                if path.exists() {
                    return Err(conversion::already_there(&path.display().to_string(), language));
                }
                path
            }
            Some(folder) if request.files.len() > 1 || is_folder(folder) => folder.join(name(&stem, ".json")),
            Some(path) => path.clone(),
        };
        paths.push(path);
    }
    let mut seen = HashSet::new();
    if let Some(twice) = paths.iter().find(|path| !seen.insert(path.as_path())) {
        return Err(words::same_name(&twice.display().to_string(), language));
    }
    let is_input = |path: &&PathBuf| {
        let real = fs::canonicalize(path).ok();
        real.is_some() && request.files.iter().any(|file| fs::canonicalize(file).ok() == real)
    };
    match paths.iter().find(is_input) {
        Some(path) => Err(words::own_input(&path.display().to_string(), language)),
        None => Ok(paths),
    }
}

/// It is there, or written as one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

fn name(stem: &OsString, ending: &str) -> OsString {
    let mut name = stem.clone();
    name.push(ending);
    name
}

fn write(paths: &[PathBuf], cubes: &[Cube], language: Language) -> Result<(), String> {
    let not_written =
        |path: &Path, why: io::Error| conversion::not_written(&path.display().to_string(), &why.to_string(), language);
    for (path, cube) in paths.iter().zip(cubes) {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|why| not_written(folder, why))?;
        }
        fs::write(path, jsonstat::write(cube)).map_err(|why| not_written(path, why))?;
    }
    Ok(())
}

/// Shows on a terminal how far it has come, where that takes long.
fn with_progress<T>(work: impl FnOnce(&mut dyn FnMut(usize, usize)) -> T) -> T {
    let is_shown = io::stderr().is_terminal();
    let mut bar: Option<ProgressBar> = None;
    let mut tell = |done: usize, of: usize| {
        if is_shown && of > LONG {
            let bar = bar.get_or_insert_with(|| ProgressBar::new(u64::try_from(of).unwrap_or(u64::MAX)));
            bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        }
    };
    let done = work(&mut tell);
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    done
}

/// Each rule with its name for programs and its words.
fn rule(rule: Rule, language: Language) -> (&'static str, &'static str) {
    match rule {
        Rule::Earlier => ("earlier", words::by_earlier(language)),
        Rule::Small => ("small", words::by_size(language)),
        Rule::FewContributors => ("few_contributors", words::by_contributors(language)),
        Rule::Dominance => ("dominance", words::by_dominance(language)),
        Rule::WholeGroup => ("whole_group", words::by_whole_group(language)),
        Rule::SmallDenominator => ("small_denominator", words::by_denominator(language)),
        Rule::GivesSmallCount => ("gives_small_count", words::by_share(language)),
        Rule::OfHidden => ("of_hidden", words::by_hidden(language)),
        Rule::SameFigure => ("same_figure", words::by_same(language)),
        Rule::Complementary => ("complementary", words::by_complement(language)),
    }
}

fn as_json(report: &Report, paths: &[PathBuf]) -> Value {
    let by_rule: Map<String, Value> = Rule::ALL
        .into_iter()
        .map(|it| {
            let n = report.hidden.get(&it).copied().unwrap_or(0);
            (rule(it, Language::English).0.to_owned(), n.into())
        })
        .collect();
    json!({
        "is_protected": true,
        "threshold": report.threshold,
        "n_cells": report.n_cells,
        "n_hidden": report.n_hidden(),
        "hidden_by_rule": by_rule,
        "information_kept": report.kept,
        "rounding": report.rounded.map(|(base, n)| json!({"base": base, "n_changed": n})),
        "files": paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>(),
    })
}

fn as_text(report: &Report, paths: &[PathBuf], language: Language) -> String {
    let counted = words::counted(report.n_cells, report.n_hidden(), language);
    let mut said = vec![style(counted).for_stdout().bold().to_string()];
    for (it, n) in &report.hidden {
        said.push(words::by_rule(*n, rule(*it, language).1, language));
    }
    match report.rounded {
        Some((base, n)) => said.push(words::rounded(base, n, language)),
        None => said.push(words::information(report.kept, language)),
    }
    said.extend(paths.iter().map(|path| words::written(&path.display().to_string(), language)));
    said.join("\n")
}

/// Why not, and whether it is the tables or the spec.
fn refused(failure: &Failure, language: Language) -> Refused {
    let (code, sentence) = match failure {
        Failure::Differs { one: Some(one), other: Some(other) } => (REFUSED, words::differs(one, other, language)),
        Failure::DoesNotAddUp { whole: Some(whole), dimension } => {
            (REFUSED, words::not_a_sum(whole, dimension, language))
        }
        Failure::MustStay { cell } => (REFUSED, words::must_stay(cell, language)),
        Failure::NoWay { cell: Some(cell) } => (REFUSED, words::worked_out(cell, language)),
        Failure::NoWay { cell: None } => (REFUSED, words::no_way(language).to_owned()),
        Failure::Differs { .. } | Failure::DoesNotAddUp { .. } | Failure::Contradiction => {
            (REFUSED, words::contradiction(language).to_owned())
        }
        Failure::NoRounding => (REFUSED, words::no_rounding(language).to_owned()),
        Failure::HiddenBefore => (REFUSED, words::hidden_before(language).to_owned()),
        Failure::NotThere(what) => (UNREADABLE, words::not_there(what, language)),
        Failure::UnderFloor(threshold) => (UNREADABLE, words::under_floor(*threshold, FLOOR, language)),
        Failure::BaseUnderThreshold { base, threshold } => {
            (UNREADABLE, words::base_under_threshold(*base, *threshold, language))
        }
        Failure::OtherBase(base) => (UNREADABLE, words::other_base(*base, language)),
    };
    Refused(code, vec![sentence])
}
