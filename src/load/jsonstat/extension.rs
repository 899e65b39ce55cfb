//! `extension` of a dataset: the profile, read strictly, and what other publishers put there.

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_path_to_error::Segment;

use super::{
    document::parsers_word,
    given::{Given, right},
    profile::Profile,
    unique::Unique,
    wire::WireExtension,
};
use crate::load::{
    complaint::{Complaints, Severity, pointer},
    fault::{Fault, Shape},
};

/// The version of the profile that we read.
const VERSION: &str = "1";

/// What `extension` says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extension {
    /// The profile, where the file has one.
    pub profile: Option<Profile>,
    /// The language of the file, by its tag.
    pub language: Option<String>,
    /// The file labels its status signs the way Eurostat does: its convention holds.
    pub has_eurostat_signs: bool,
}

/// The extension; none only after a fatal complaint. A profile that can't be read is one, for it may have said that the figures are
/// made up, or which numbers are to be hidden.
pub fn read(raw: Option<&RawValue>, complaints: &mut Complaints) -> Option<Extension> {
    let Some(raw) = raw else {
        return Some(Extension::default());
    };
    let wire: WireExtension = strictly(raw, "", complaints)?;
    let profile = match wire.insyn {
        None => None,
        Some(raw) => Some(read_profile(&raw, complaints)?),
    };
    let language = match wire.lang {
        Some(language) => Some(language),
        None => wire.px.and_then(|px| match px {
            Given::Right(px) => px.language,
            Given::Wrong(_) => None,
        }),
    };
    Some(Extension {
        profile,
        language: right(complaints, Severity::Note, language, Shape::Text, || pointer(["extension", "lang"])),
        has_eurostat_signs: matches!(
            wire.status,
            Some(Given::Right(legend)) if matches!(legend.label, Some(Given::Right(_)))
        ),
    })
}

fn read_profile(raw: &RawValue, complaints: &mut Complaints) -> Option<Profile> {
    let Unique = strictly(raw, "/insyn", complaints)?;
    let profile: Profile = strictly(raw, "/insyn", complaints)?;
    let place = || pointer(["extension", "insyn", "profile"]);
    match profile.profile.as_str() {
        VERSION => Some(profile),
        "" => {
            complaints.note(place(), Fault::Lacking("profile"));
            Some(profile)
        }
        other => {
            let fault = Fault::UnknownVersion { expected: VERSION, found: other.to_owned() };
            complaints.fail(place(), fault);
            None
        }
    }
}

/// An object of the extension, whole or not at all.
fn strictly<'a, T: Deserialize<'a>>(raw: &'a RawValue, under: &str, complaints: &mut Complaints) -> Option<T> {
    let place = |path: &str| format!("/extension{under}{path}");
    if !raw.get().trim_start().starts_with('{') {
        let found = serde_json::from_str(raw.get()).ok()?;
        let expected = Shape::Object;
        complaints.fail(place(""), Fault::WrongShape { expected, found });
        return None;
    }
    let mut json = serde_json::Deserializer::from_str(raw.get());
    let mut track = serde_path_to_error::Track::new();
    let mut unknown = Vec::new();
    let mut is_unknown = |path: serde_ignored::Path| {
        if unknown.len() <= Complaints::MOST {
            unknown.push(pointer_of_ignored(&path));
        }
    };
    let read = T::deserialize(serde_ignored::Deserializer::new(
        serde_path_to_error::Deserializer::new(&mut json, &mut track),
        &mut is_unknown,
    ));
    // Other publishers' names beside the profile are no business of ours.
    if !under.is_empty() {
        for path in unknown {
            complaints.note(place(&path), Fault::NotUnderstood);
        }
    }
    match read {
        Ok(value) => Some(value),
        Err(error) => {
            let path = pointer_of_fault(&track.path());
            complaints.fail(place(&path), Fault::UnreadableProfile(parsers_word(&error)));
            None
        }
    }
}

fn pointer_of_fault(path: &serde_path_to_error::Path) -> String {
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => pointer([&index.to_string()]),
            Segment::Map { key } => pointer([key]),
            Segment::Enum { variant } => pointer([variant]),
            Segment::Unknown => String::new(),
        })
        .collect()
}

fn pointer_of_ignored(path: &serde_ignored::Path) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => pointer_of_ignored(parent) + &pointer([&index.to_string()]),
        Path::Map { parent, key } => pointer_of_ignored(parent) + &pointer([key]),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
            pointer_of_ignored(parent)
        }
    }
}
