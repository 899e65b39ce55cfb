//! JSON as it comes: a value of the kind there should be, or a word for what stood there instead.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};

use crate::load::{
    complaint::{Complaints, Severity},
    fault::{Fault, Found, Shape},
};

/// A member that may be absent, null or of another kind than it should.
pub type Member<T> = Option<Given<T>>;

/// A value of the kind there should be, or what stood there instead.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Given<T> {
    /// The kind there should be.
    Right(T),
    /// Another kind.
    Wrong(Found),
}

/// The members of an object in their order, a repeated name repeated.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// A code: a text, or a number that somebody wrote without quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code as a text.
    pub text: String,
    /// Whether it was a text.
    pub is_text: bool,
}

/// A whole number, which some files write as a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole(pub usize);

/// One text, or a list of them.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Texts {
    /// One.
    One(String),
    /// Several.
    Several(Vec<Given<String>>),
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Text(String),
            Other(Found),
        }
        match Written::deserialize(deserializer)? {
            Written::Text(text) => Ok(Self { text, is_text: true }),
            Written::Other(Found::Number(text)) => Ok(Self { text, is_text: false }),
            Written::Other(_) => Err(D::Error::custom("neither text nor number")),
        }
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(usize),
            Text(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Number(number) => Ok(Self(number)),
            Written::Text(text) => text.parse().map(Self).map_err(D::Error::custom),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
            type Value = Entries<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = object.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

/// The value, or a complaint about what stood there instead. Absent and null are no fault here.
pub fn right<T>(
    complaints: &mut Complaints,
    severity: Severity,
    member: Member<T>,
    expected: Shape,
    place: impl FnOnce() -> String,
) -> Option<T> {
    match member? {
        Given::Right(value) => Some(value),
        Given::Wrong(Found::Object) if expected == Shape::Object => {
            complaints.add(severity, place(), Fault::RepeatedName);
            None
        }
        Given::Wrong(found) => {
            complaints.add(severity, place(), Fault::WrongShape { expected, found });
            None
        }
    }
}

/// The texts of a note, whichever way it is written.
pub fn texts(complaints: &mut Complaints, member: Member<Texts>, place: impl Fn() -> String) -> Vec<String> {
    let texts = right(complaints, Severity::Warning, member, Shape::Texts, &place);
    match texts {
        None => Vec::new(),
        Some(Texts::One(text)) => vec![text],
        Some(Texts::Several(list)) => list
            .into_iter()
            .filter_map(|text| right(complaints, Severity::Warning, Some(text), Shape::Text, &place))
            .collect(),
    }
}
