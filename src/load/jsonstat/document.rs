//! From bytes to a document of class `dataset`, or the reason why there is none.

use serde::{Deserialize, de::IgnoredAny};

use super::{
    given::{Entries, Given, right},
    limits,
    member::shortened,
    wire::WireDocument,
};
use crate::load::{
    complaint::{Complaints, Place, Severity, pointer},
    fault::{Class, Fault, Found, Limit, Shape},
};

/// The document; none only after a fatal complaint.
pub fn parse(bytes: &[u8], complaints: &mut Complaints) -> Option<WireDocument> {
    let mut document: WireDocument = json(bytes, complaints)?;
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
    #[derive(Deserialize)]
    struct Version1 {
        #[serde(rename = "dimension")]
        _dimension: IgnoredAny,
        #[serde(rename = "value")]
        _value: IgnoredAny,
    }
    let bytes = without_mark(bytes);
    serde_json::from_slice::<Version1>(bytes).is_ok()
        || serde_json::from_slice::<Entries<Given<Version1>>>(bytes)
            .is_ok_and(|Entries(members)| members.iter().any(|(_, member)| matches!(member, Given::Right(_))))
}
