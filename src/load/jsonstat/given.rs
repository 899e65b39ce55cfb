//! JSON as it comes: a value of the kind there should be, or a word for what stood there instead.

use super::node::{FromNode, Node, Walk, Wrong, entries};
use crate::load::{
    complaint::{Complaints, Severity},
    fault::{Fault, Found, Shape},
};

/// A member that may be absent, null or of another kind than it should.
pub type Member<T> = Option<Given<T>>;

/// A value of the kind there should be, or what stood there instead.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub enum Texts {
    /// One.
    One(String),
    /// Several.
    Several(Vec<Given<String>>),
}

impl<T: FromNode> FromNode for Given<T> {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        Ok(walk.attempt(node).map_or_else(|_| Self::Wrong(node.into()), Self::Right))
    }
}

impl<T: FromNode> FromNode for Entries<T> {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        entries(node, walk).map(Self)
    }
}

impl FromNode for Code {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        match Found::from(node) {
            Found::Number(text) => Ok(Self { text, is_text: false }),
            _ => String::from_node(node, walk).map(|text| Self { text, is_text: true }),
        }
    }
}

impl FromNode for Whole {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        match node {
            Node::Text(text) => text.parse().map(Self).map_err(|_| Wrong(String::new())),
            _ => usize::from_node(node, walk).map(Self),
        }
    }
}

impl FromNode for Texts {
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong> {
        match node {
            Node::Text(text) => Ok(Self::One(text.clone())),
            _ => Vec::from_node(node, walk).map(Self::Several),
        }
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
        Given::Wrong(found) => {
            wrong(complaints, severity, expected, found, place());
            None
        }
    }
}

/// Apart from `right`, which there is one of for each type.
fn wrong(complaints: &mut Complaints, severity: Severity, expected: Shape, found: Found, place: String) {
    let fault = match found {
        Found::Object if expected == Shape::Object => Fault::RepeatedName,
        found => Fault::WrongShape { expected, found },
    };
    complaints.add(severity, place, fault);
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
