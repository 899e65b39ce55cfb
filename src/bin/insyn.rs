//! The publisher's command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    match insyn::publish::data::data(std::path::Path::new(".")) {
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
