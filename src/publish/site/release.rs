//! `data/releases.json`: every release of a site, newest first, with what was published, what was checked and what changed.

use serde::{Deserialize, Serialize};

use super::changes::Change;
use crate::{gate::receipt::Receipt, model::text::Language, words::receipt as words};

/// Where it lies, within the site.
pub const PATH: &str = "data/releases.json";

/// All releases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Releases {
    /// Newest first.
    pub releases: Vec<Release>,
}

/// One release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// The day, ISO 8601.
    pub date: String,
    /// What was published, in the order of the catalogue, and last what was withdrawn.
    pub datasets: Vec<Released>,
}

/// A dataset of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// Its id in addresses.
    pub id: String,
    /// Its file within `data`, as long as it has not been replaced; then it lies in `data/earlier`. None: it was withdrawn.
    pub file: Option<File>,
    /// What became of it since the release before.
    pub change: Change,
    /// What was checked; none for what was withdrawn.
    pub receipt: Option<Checked>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Where it lies, within `data`.
    pub href: String,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
}

/// The receipt of the gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// Cells that hold a figure or a sign.
    pub n_cells: usize,
    /// Those of them that the publisher has hidden.
    pub n_hidden: usize,
    /// Counts of a protected unit from 1 up to this less one are not let in.
    pub threshold: u32,
    /// The rules that were checked, in words.
    pub checked: Vec<String>,
    /// What was not checked, and why, in words.
    pub not_checked: Vec<String>,
}

impl Checked {
    /// The receipt in the language of the publisher.
    pub fn of(receipt: &Receipt, language: Language) -> Self {
        Self {
            n_cells: receipt.n_cells,
            n_hidden: receipt.n_hidden,
            threshold: receipt.threshold,
            checked: receipt.checked.iter().map(|rule| words::rule(*rule, language).to_owned()).collect(),
            not_checked: receipt.not_checked.iter().map(|it| words::not_checked(it, language)).collect(),
        }
    }
}

/// Where a file that has been replaced lies from then on, within `data`.
pub fn earlier_href(id: &str, sha256: &str) -> String {
    format!("earlier/{id}-{}.json", sha256.get(..16).unwrap_or(sha256))
}

impl Releases {
    /// The datasets as they were last published, what was withdrawn left out.
    pub fn last(&self) -> impl Iterator<Item = &Released> {
        self.releases.first().into_iter().flat_map(|release| &release.datasets).filter(|it| it.file.is_some())
    }

    /// Every file that has ever been published, each once.
    pub fn files(&self) -> impl Iterator<Item = (&str, &File)> {
        let all = self.releases.iter().flat_map(|release| &release.datasets);
        let mut seen = std::collections::BTreeSet::new();
        all.filter_map(|it| Some((it.id.as_str(), it.file.as_ref()?)))
            .filter(move |(id, file)| seen.insert((id.to_string(), file.sha256.clone())))
    }

    /// Adds the newest release, unless nothing has changed since the last.
    pub fn add(&mut self, release: Release) {
        let is_same = release.datasets.iter().all(|it| it.change == Change::Same);
        if is_same && !self.releases.is_empty() {
            return;
        }
        self.releases.insert(0, release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        load::releases::{Standing, standing, version},
        publish::site::changes::Alteration,
    };

    #[test]
    fn the_page_reads_what_is_written_here() {
        let release = |date: &str, sha256: &str, change| Release {
            date: date.into(),
            datasets: vec![Released {
                id: "a".into(),
                file: Some(File { href: "a.json".into(), sha256: sha256.into(), bytes: 1 }),
                change,
                receipt: None,
            }],
        };
        let (old, new) = ("a".repeat(64), "b".repeat(64));
        let corrected = Change::Altered(Alteration { n_corrected: 2, ..Alteration::default() });
        let mut releases = Releases::default();
        releases.add(release("2025-01-01", &old, Change::New));
        releases.add(release("2026-01-01", &new, corrected));
        let bytes = serde_json::to_vec(&releases).expect("it is JSON");
        let found = |sha256: &str| standing(&bytes, "a", version(sha256));
        assert_eq!(found(&new), Standing::Same);
        assert_eq!(found(&old), Standing::Corrected { n_cells: 2, date: "2026-01-01".into() });
        assert!(earlier_href("a", &old).contains(version(&old)));
    }
}
