//! `extension` of a dataset: the profile, read strictly, and what other publishers put there.

use super::{
    given::{Given, right},
    node::{FromNode, Node, Walk, Wrong},
    profile::Profile,
    pxweb::{WireMandatory, WirePx},
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
    /// What PxWeb says of the whole file.
    pub px: WirePx,
    /// Which notes on the dataset must be shown.
    pub note_mandatory: WireMandatory,
    /// The file labels its status signs the way Eurostat does: its convention holds.
    pub has_eurostat_signs: bool,
}

/// The extension; none only after a fatal complaint. A profile that can't be read is one, for it may have said that the figures are
/// made up, or which numbers are to be hidden.
pub fn read(node: Option<&Node>, complaints: &mut Complaints) -> Option<Extension> {
    let Some(node) = node else {
        return Some(Extension::default());
    };
    let wire: WireExtension = strictly(node, "", complaints)?;
    let profile = match node.member("insyn") {
        None => None,
        Some(node) => Some(read_profile(node, complaints)?),
    };
    let px = right(complaints, Severity::Note, wire.px, Shape::Object, || pointer(["extension", "px"]));
    let px = px.unwrap_or_default();
    let language = wire.lang.or_else(|| px.language.clone());
    Some(Extension {
        profile,
        language: right(complaints, Severity::Note, language, Shape::Text, || pointer(["extension", "lang"])),
        px,
        note_mandatory: wire.note_mandatory,
        has_eurostat_signs: matches!(
            wire.status,
            Some(Given::Right(legend)) if matches!(legend.label, Some(Given::Right(_)))
        ),
    })
}

fn read_profile(node: &Node, complaints: &mut Complaints) -> Option<Profile> {
    let Unique = strictly(node, "/insyn", complaints)?;
    let profile: Profile = strictly(node, "/insyn", complaints)?;
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
fn strictly<T: FromNode>(node: &Node, under: &str, complaints: &mut Complaints) -> Option<T> {
    let place = |path: &str| format!("/extension{under}{path}");
    if !matches!(node, Node::Object(_)) {
        let (expected, found) = (Shape::Object, node.into());
        complaints.fail(place(""), Fault::WrongShape { expected, found });
        return None;
    }
    // Other publishers' names beside the profile are no business of ours.
    let most_unknown = if under.is_empty() { 0 } else { Complaints::MOST + 1 };
    let mut walk = Walk::noting(most_unknown);
    let read = T::from_node(node, &mut walk);
    for path in &walk.unknown {
        complaints.note(place(path), Fault::NotUnderstood);
    }
    match read {
        Ok(value) => Some(value),
        Err(Wrong(word)) => {
            complaints.fail(place(&walk.place()), Fault::UnreadableProfile(word));
            None
        }
    }
}
