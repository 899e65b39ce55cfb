//! `data/releases.json`, as `insyn publish` writes it: what has become of a dataset since the version that a link leads to.

use serde::Deserialize;

/// As many digits of a file's hash tell its version: enough that no two are alike.
pub const N_DIGITS: usize = 16;

/// What has become of the data that a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They are the very same.
    Same,
    /// There is a newer release; no figure of theirs has changed.
    Newer {
        /// The day of the newest, ISO 8601.
        date: String,
    },
    /// Figures of theirs have been corrected, hidden or taken away since.
    Corrected {
        /// How many.
        n_cells: usize,
        /// The day of the newest release, ISO 8601.
        date: String,
    },
    /// They have been withdrawn.
    Withdrawn {
        /// The day, ISO 8601.
        date: String,
    },
    /// Nobody here knows of such a version.
    Unknown,
}

#[derive(Deserialize)]
struct Wire {
    releases: Vec<WireRelease>,
}

#[derive(Deserialize)]
struct WireRelease {
    date: String,
    datasets: Vec<WireReleased>,
}

#[derive(Deserialize)]
struct WireReleased {
    id: String,
    file: Option<WireFile>,
    change: Change,
}

#[derive(Deserialize)]
struct WireFile {
    sha256: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Change {
    New,
    Same,
    Altered(Alteration),
    Withdrawn,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Alteration {
    n_corrected: usize,
    n_hidden: usize,
    n_emptied: usize,
}

/// The version of a file with this hash: its first digits.
pub fn version(sha256: &str) -> &str {
    sha256.get(..N_DIGITS).unwrap_or(sha256)
}

/// Whether a text may be a version: so many hexadecimal digits.
pub fn is_version(text: &str) -> bool {
    text.len() == N_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What has become of this version of a dataset, as the releases tell it; unknown where they cannot be read.
pub fn standing(releases: &[u8], id: &str, version: &str) -> Standing {
    let Ok(Wire { releases }) = serde_json::from_slice::<Wire>(releases) else { return Standing::Unknown };
    if !is_version(version) {
        return Standing::Unknown;
    }
    let of = |release: &WireRelease| release.datasets.iter().position(|it| it.id == id);
    let is_it = |release: &WireRelease| {
        let file = of(release).and_then(|place| release.datasets.get(place)?.file.as_ref());
        file.is_some_and(|file| file.sha256.to_ascii_lowercase().starts_with(&version.to_ascii_lowercase()))
    };
    // The newest stands first.
    let Some(at) = releases.iter().position(is_it) else { return Standing::Unknown };
    let since = releases.iter().take(at);
    let changes: Vec<(&str, &WireReleased)> =
        since.filter_map(|release| Some((release.date.as_str(), release.datasets.get(of(release)?)?))).collect();
    let Some((date, newest)) = changes.first() else { return Standing::Same };
    let date = (*date).to_owned();
    if newest.file.is_none() || matches!(newest.change, Change::Withdrawn) {
        let withdrawn = changes.iter().take_while(|(_, it)| it.file.is_none()).last();
        return Standing::Withdrawn { date: withdrawn.map_or(date, |(date, _)| (*date).to_owned()) };
    }
    let altered = |change: &Change| match change {
        Change::Altered(it) => it.n_corrected.saturating_add(it.n_hidden).saturating_add(it.n_emptied),
        Change::New | Change::Same | Change::Withdrawn => 0,
    };
    let n_cells = changes.iter().map(|(_, it)| altered(&it.change)).fold(0, usize::saturating_add);
    match n_cells {
        _ if changes.iter().all(|(_, it)| matches!(it.change, Change::Same)) => Standing::Same,
        0 => Standing::Newer { date },
        n_cells => Standing::Corrected { n_cells, date },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn release(date: &str, hash: Option<char>, change: Value) -> Value {
        let file = hash.map(|it| json!({"href": "a.json", "sha256": it.to_string().repeat(64), "bytes": 1}));
        json!({"date": date, "datasets": [{"id": "a", "file": file, "change": change, "receipt": null}]})
    }

    fn found(releases: &[Value], version: char) -> Standing {
        let bytes = serde_json::to_vec(&json!({ "releases": releases })).expect("it is JSON");
        standing(&bytes, "a", &version.to_string().repeat(N_DIGITS))
    }

    #[test]
    fn a_link_is_told_what_has_become_of_its_data() {
        let altered = |n: usize| json!({"altered": {"added": [], "removed": [], "n_corrected": n, "n_filled": 4, "n_hidden": 1.min(n), "n_emptied": 0}});
        let first = release("2024-01-01", Some('a'), json!("new"));
        let filled = release("2025-01-01", Some('b'), altered(0));
        let corrected = release("2026-01-01", Some('c'), altered(3));
        let withdrawn = release("2026-06-01", None, json!("withdrawn"));
        assert_eq!(found(std::slice::from_ref(&first), 'a'), Standing::Same);
        assert_eq!(found(std::slice::from_ref(&first), 'd'), Standing::Unknown);
        let newer = [filled.clone(), first.clone()];
        assert_eq!(found(&newer, 'a'), Standing::Newer { date: "2025-01-01".into() });
        let three = [corrected.clone(), filled.clone(), first.clone()];
        assert_eq!(found(&three, 'b'), Standing::Corrected { n_cells: 4, date: "2026-01-01".into() });
        assert_eq!(found(&three, 'c'), Standing::Same);
        let gone = [withdrawn, corrected, filled, first];
        assert_eq!(found(&gone, 'a'), Standing::Withdrawn { date: "2026-06-01".into() });
    }

    #[test]
    fn what_cannot_be_read_is_unknown() {
        for bytes in [&b""[..], b"[]", b"{\"releases\": 1}", b"<!doctype html>"] {
            assert_eq!(standing(bytes, "a", "0123456789abcdef"), Standing::Unknown);
        }
        let bytes = br#"{"releases":[]}"#;
        for version in ["", "0123", "0123456789abcdeg", "../../etc/passwd"] {
            assert_eq!(standing(bytes, "a", version), Standing::Unknown);
        }
    }
}
