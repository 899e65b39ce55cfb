//! The publisher's command line: one arm for each command, its work in `publish`.

use std::{path::Path, process::ExitCode};

use clap::{Parser, Subcommand};
use insyn::publish::{aggregate, convert, data, fetch, inspect, site};

/// The publisher's side of Insyn: makes the files that the page opens, and looks into them.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the datasets in public/data anew from their sources
    Data,
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
    /// Fetch data from its source, as a file that the page opens
    Fetch(fetch::Question),
    /// Check data, and put them with their metadata and the built page into a folder for any static host
    ///
    /// Exit code: 0 published, 1 refused by the check, 2 not read or not written.
    Publish(site::Request),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Data => make_data(),
        Command::Inspect(question) => inspect::run(&question),
        Command::Convert(request) => convert::run(&request),
        Command::Aggregate(request) => aggregate::run(&request),
        Command::Fetch(question) => fetch::run(&question),
        Command::Publish(request) => site::run(&request),
    }
}

fn make_data() -> ExitCode {
    match data::data(Path::new(".")) {
        Ok(summary) => {
            for (path, bytes) in &summary.files {
                println!("{:>8} {}", bytes, path.display());
            }
            println!("{} of {} figures placed", summary.n_facts_placed, summary.n_facts);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
