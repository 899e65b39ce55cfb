//! From bytes to a document of class `dataset`, or the reason why there is none.

use serde::Deserialize;

use super::{
    cells::{WireStatuses, WireValues},
    given::{Given, Member, right},
    node::{FromNode, Node, Walk},
    swift,
    wire::WireDocument,
};
use crate::load::{
    complaint::{Complaints, Place, Severity, pointer, shortened},
    fault::{Class, Fault, Found, Limit, Shape},
    limits,
};

/// The members of a document: the cells are taken in as they come, the rest as trees.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Members {
    pub version: Option<Node>,
    pub class: Option<Node>,
    pub label: Option<Node>,
    pub source: Option<Node>,
    pub updated: Option<Node>,
    pub note: Option<Node>,
    pub id: Option<Node>,
    pub size: Option<Node>,
    pub role: Option<Node>,
    pub dimension: Option<Node>,
    pub value: Option<WireValues>,
    pub status: Option<WireStatuses>,
    pub extension: Option<Node>,
}

/// The document; none only after a fatal complaint.
pub fn parse(bytes: &[u8], complaints: &mut Complaints) -> Option<WireDocument> {
    let is_of_size = bytes.len() <= limits::BYTES;
    let members = is_of_size.then(|| swift::members(without_mark(bytes))).flatten();
    let members = members.or_else(|| json(bytes, complaints))?;
    let mut document = WireDocument {
        version: given(members.version),
        class: given(members.class),
        label: given(members.label),
        source: given(members.source),
        updated: given(members.updated),
        note: given(members.note),
        id: given(members.id),
        size: given(members.size),
        role: given(members.role),
        dimension: given(members.dimension),
        value: members.value,
        status: members.status,
        extension: members.extension,
    };
    check_version(&mut document, complaints);
    let class = document.class.take();
    let class = right(complaints, Severity::Fatal, class, Shape::Text, || pointer(["class"]));
    let found = match class.as_deref() {
        Some("dataset") => return Some(document),
        Some(other) => class_of(Some(other)),
        None if complaints.is_fatal() => return None,
        None if document.id.is_some() && document.size.is_some() => {
            complaints.note(Place::File, Fault::Lacking("class"));
            return Some(document);
        }
        None if is_version_1(bytes) => Class::Version1,
        None => Class::Other(None),
    };
    complaints.fail(Place::File, Fault::WrongClass { expected: Class::Dataset, found });
    None
}

/// The sort of document that `class` says.
pub fn class_of(class: Option<&str>) -> Class {
    match class {
        Some("dataset") => Class::Dataset,
        Some("collection") => Class::Catalogue,
        Some("dimension") => Class::Dimension,
        Some("bundle") => Class::Version1,
        other => Class::Other(other.map(shortened)),
    }
}

fn given<T: FromNode>(member: Option<Node>) -> Member<T> {
    let node = member?;
    let mut walk = Walk::default();
    Some(walk.attempt(&node).map_or_else(|_| Given::Wrong((&node).into()), Given::Right))
}

/// A whole file as this; none only after a fatal complaint.
pub fn whole<T: FromNode>(bytes: &[u8], complaints: &mut Complaints) -> Option<T> {
    let node: Node = json(bytes, complaints)?;
    let read = T::from_node(&node, &mut Walk::default());
    if read.is_err() {
        complaints.fail(Place::File, Fault::RepeatedName);
    }
    read.ok()
}

/// The JSON of a file, within the limits; none only after a fatal complaint.
pub fn json<'a, T: Deserialize<'a>>(bytes: &'a [u8], complaints: &mut Complaints) -> Option<T> {
    if bytes.len() > limits::BYTES {
        complaints
            .fail(Place::File, Fault::OverLimit { limit: Limit::Bytes, most: limits::BYTES, found: Some(bytes.len()) });
        return None;
    }
    let bytes = without_mark(bytes);
    if let Some((line, column)) = limits::too_long_text(bytes) {
        complaints.fail(
            Place::Text { line, column },
            Fault::OverLimit { limit: Limit::TextBytes, most: limits::TEXT_BYTES, found: None },
        );
        return None;
    }
    // Serde reads a list where a struct is due, member by member; no document is a list.
    let is_object = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    let fault = if is_object {
        match serde_json::from_slice(bytes) {
            Ok(document) => return Some(document),
            Err(error) => error,
        }
    } else {
        match serde_json::from_slice::<Found>(bytes) {
            Ok(found) => {
                let expected = Shape::Object;
                complaints.fail(Place::File, Fault::WrongShape { expected, found });
                return None;
            }
            Err(error) => error,
        }
    };
    let place = Place::Text { line: fault.line(), column: fault.column() };
    if fault.is_data() {
        complaints.fail(place, Fault::RepeatedName);
    } else {
        complaints.fail(place, Fault::NotJson(parsers_word(&fault)));
    }
    None
}

/// The parser's own word for a fault, without the line and column that the complaint has anyway.
pub fn parsers_word(error: &impl ToString) -> String {
    let word = error.to_string();
    match word.rsplit_once(" at line ") {
        Some((word, _)) => word.to_owned(),
        None => word,
    }
}

/// The bytes without a byte order mark: some tools write one, JSON does not know it.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

fn check_version(document: &mut WireDocument, complaints: &mut Complaints) {
    let version = document.version.take();
    let place = || pointer(["version"]);
    let version = right(complaints, Severity::Note, version, Shape::Text, place);
    if let Some(version) = version
        && !version.text.starts_with('2')
    {
        complaints.note(place(), Fault::UnknownVersion { expected: "2.0", found: version.text });
    }
}

/// Whether the document is of the time before `class`: datasets by name, or one whose dimensions have the sizes.
fn is_version_1(bytes: &[u8]) -> bool {
    let is_dataset = |node: &Node| match node {
        Node::Object(members) => ["dimension", "value"].iter().all(|name| members.iter().any(|(it, _)| it == name)),
        _ => false,
    };
    serde_json::from_slice::<Node>(without_mark(bytes)).is_ok_and(|document| {
        is_dataset(&document)
            || matches!(&document, Node::Object(members) if members.iter().any(|(_, member)| is_dataset(member)))
    })
}
