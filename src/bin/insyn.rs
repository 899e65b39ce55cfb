//! The publisher's command line: one arm for each command, its work in `publish`.

use std::{path::Path, process::ExitCode};

use clap::{Parser, Subcommand};
use insyn::publish::{
    aggregate, check, convert,
    data::{self, Part},
    demo, fetch, inspect, protect, site,
};

/// The publisher's side of Insyn: makes the files that the page opens, and looks into them.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the datasets in public/data anew from their sources: `facts` and `demo` in one
    Data,
    /// Make the datasets of published figures in public/data anew, from the table of figures and the recipes
    Facts,
    /// Make the made-up datasets anew: records drawn by lot, counted, protected and checked as a publisher's
    ///
    /// Exit code: 0 written, 1 not.
    Demo(demo::command::Request),
    /// Show what is in a file, what is wrong with it, and whether the page would let it in
    ///
    /// Exit code: 0 read, 2 not; whether the page would let it in is in the answer.
    Inspect(inspect::Question),
    /// Write a table in another format, and say what that format cannot
    ///
    /// Exit code: 0 written, 2 not.
    Convert(convert::Request),
    /// Count records into tables, which are then to be protected
    ///
    /// Needs a program built with the feature `records`. Exit code: 0 written, 2 not.
    Aggregate(aggregate::Request),
    /// Hide what could point somebody out, and as little more as it takes for nobody to work it out
    ///
    /// Give all tables that are published together in one go: a figure hidden in one can be worked out from another.
    ///
    /// Exit code: 0 done, 1 the tables cannot be protected, 2 a file or the spec cannot be read.
    Protect(protect::command::Request),
    /// Try to work out what is hidden, and say whether the files may be published together
    ///
    /// Exit code: 0 safe, 1 not, 2 a file cannot be read.
    Check(check::Question),
    /// Fetch data from its source, as a file that the page opens
    Fetch(fetch::Question),
    /// Check data, and put them with their metadata and the built page into a folder for any static host
    ///
    /// Exit code: 0 published, 1 refused by the check, 2 not read or not written.
    Publish(site::Request),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Data => demo::command::tell(data::data(Path::new("."), Part::All)),
        Command::Facts => demo::command::tell(data::data(Path::new("."), Part::Facts)),
        Command::Demo(request) => demo::command::run(&request),
        Command::Inspect(question) => inspect::run(&question),
        Command::Convert(request) => convert::run(&request),
        Command::Aggregate(request) => aggregate::run(&request),
        Command::Protect(request) => protect::command::run(&request),
        Command::Check(question) => check::run(&question),
        Command::Fetch(question) => fetch::run(&question),
        Command::Publish(request) => site::run(&request),
    }
}
