//! Any file at the door: whatever comes is read or refused, never a panic, and never more cells than are allowed.

#![cfg(feature = "formats")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use insyn::load::{
    complaint::Severity,
    csv::{self, CsvOptions},
    door::{self, Choices, File},
    jsonstat, limits, packed, px, workbook,
};
use proptest::{collection::vec, prelude::*, sample::Index};

/// All files of a folder, and of the folders in it.
fn files(folder: &Path, found: &mut Vec<File>) {
    let entries = fs::read_dir(folder).expect("the folder is in the repository");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
        } else {
            let name = path.file_name().expect("it is a file").to_string_lossy().into_owned();
            found.push(File { name, bytes: fs::read(&path).expect("it can be read") });
        }
    }
}

fn all(folder: &str) -> Vec<File> {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder), &mut found);
    found
}

/// Nothing comes only with a reason; says whether there is a cube.
fn open(file: &File) -> bool {
    let opened = door::open(std::slice::from_ref(file), &Choices::new(), "t");
    let n_cells: usize = opened.cube.iter().flat_map(|cube| &cube.columns).map(|column| column.len()).sum();
    assert!(n_cells <= limits::CELLS, "{n_cells} cells in {}", file.name);
    let is_fatal = opened.complaints.iter().any(|one| one.severity == Severity::Fatal);
    assert!(opened.cube.is_some() || is_fatal, "{}: {:?}", file.name, opened.complaints);
    opened.cube.is_some()
}

#[test]
fn every_fixture_is_read_or_refused() {
    let read: Vec<File> = all("fixtures").into_iter().filter(open).collect();
    for ending in [".json", ".px", ".csv", ".zip", ".xlsx", ".ods"] {
        assert!(read.iter().any(|file| file.name.ends_with(ending)), "no {ending} is read");
    }
}

/// `make fuzz` puts here what failed; it must never fail again.
#[test]
fn what_once_failed_is_read_or_refused() {
    for file in all("corpus") {
        open(&file);
        // A find of one reader need not be what the door takes it for.
        jsonstat::read(&file.bytes, "t");
        px::read(&file.bytes, "t");
        csv::read(&file.bytes, &CsvOptions::default());
        workbook::read(&file.bytes);
        packed::unpack(&file.bytes, "t");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_file_with_bytes_changed_is_read_or_refused(
        which in any::<Index>(),
        changes in vec((any::<Index>(), any::<Index>(), any::<u8>(), 0_u8..5), 1..8),
    ) {
        let mut file = which.get(&all("fixtures")).clone();
        for (from, to, byte, how) in changes {
            let n = file.bytes.len();
            if n == 0 {
                break;
            }
            let (from, to) = (from.index(n), to.index(n));
            let (first, end) = (from.min(to), from.max(to).min(from.min(to) + 64));
            match how {
                0 => file.bytes[from] = byte,
                1 => file.bytes.insert(from, byte),
                2 => drop(file.bytes.drain(first..end)),
                3 => {
                    let part = file.bytes[first..end].to_vec();
                    file.bytes.splice(to..to, part);
                }
                _ => file.bytes[from] ^= 1 << (byte % 8),
            }
        }
        open(&file);
    }
}
