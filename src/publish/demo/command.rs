//! `insyn demo`: makes the made-up datasets, or their records.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use super::{plan, records, world};
use crate::publish::data::{self, Part, Summary, error::PublishError};

/// What `insyn demo` is asked.
#[derive(Clone, Debug, clap::Args)]
pub struct Request {
    /// Which made-up country: the same number gives the same figures, in every version
    #[arg(long, default_value_t = plan::SEED)]
    seed: u64,
    /// The folder for the datasets and their catalogue; without it those in public/data are made anew
    #[arg(short, long)]
    out: Option<PathBuf>,
    /// Only write the records, as CSV, into this folder: for `insyn aggregate`
    #[arg(long, value_name = "FOLDER", conflicts_with = "out")]
    records: Option<PathBuf>,
}

/// Makes them, and says on standard output what was written. Exit code: 0 written, 1 not.
pub fn run(request: &Request) -> ExitCode {
    let root = Path::new(".");
    if let Some(folder) = &request.records {
        return match records::write(&world::records(request.seed), folder) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => failed(&format!("{}: {why}", folder.display())),
        };
    }
    match &request.out {
        Some(folder) => tell(data::demo_in(root, request.seed, folder)),
        // Another seed's figures are not those that the tests and the texts know.
        None if request.seed != plan::SEED => failed("another seed needs a folder of its own: say -o FOLDER"),
        None => tell(data::data(root, Part::Demo(request.seed))),
    }
}

/// Says what was made, or why nothing was.
pub fn tell(made: Result<Summary, PublishError>) -> ExitCode {
    match made {
        Ok(summary) => {
            for (path, bytes) in &summary.files {
                // Nobody is left to tell if the terminal is gone.
                let _ = writeln!(io::stdout(), "{bytes:>8} {}", path.display());
            }
            if summary.n_facts > 0 {
                let _ = writeln!(io::stdout(), "{} of {} figures placed", summary.n_facts_placed, summary.n_facts);
            }
            ExitCode::SUCCESS
        }
        Err(why) => failed(&why.to_string()),
    }
}

fn failed(why: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "{why}");
    ExitCode::FAILURE
}
