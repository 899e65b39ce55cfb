//! JSON as a tree, and what is read of it: whole or not at all, with the place and the word of the fault.
//!
//! One reader for every type: serde's derived readers, each wrapped to keep its place, were a tenth of the program.

use std::{collections::HashSet, fmt};

use super::document::parsers_word;
use crate::load::{
    complaint::{Complaint, Place, Severity, pointer, shortened},
    fault::{Fault, Found},
};

/// A JSON value. The names of an object stand in their order, a repeated name repeated.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// null
    Null,
    /// true or false
    Truth(bool),
    /// A number without point and power.
    Whole(i64),
    /// Any other number.
    Fraction(f64),
    /// A text.
    Text(String),
    /// `[ … ]`
    List(Vec<Node>),
    /// `{ … }`
    Object(Vec<(String, Node)>),
}

/// Why something can't be read, in a parser's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub String);

/// Where the reading is, and the names on the way that nobody knows.
#[derive(Debug, Default)]
pub struct Walk<'n> {
    pub(super) steps: Vec<Step<'n>>,
    /// Pointers to the names that nobody knows, from the root of the reading.
    pub unknown: Vec<String>,
    most_unknown: usize,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'n> {
    Name(&'n str),
    Place(usize),
}

/// What can be read of a tree.
pub trait FromNode: Sized {
    /// The value.
    ///
    /// # Errors
    /// What is wrong; the walk then stands where it is wrong.
    fn from_node<'n>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Self, Wrong>;
}

/// Reads a struct with defaults by the names of its members; `"name"` behind a member is its name in the file, and those after `needs` must be there.
macro_rules! members {
    (name $member:ident) => { stringify!($member) };
    (name $member:ident $name:literal) => { $name };
    ($type:ident: $($member:ident $($name:literal)?),+ $(,)? $(; needs $($needed:literal),+)?) => {
        impl $crate::load::jsonstat::node::FromNode for $type {
            fn from_node<'n>(
                node: &'n $crate::load::jsonstat::node::Node,
                walk: &mut $crate::load::jsonstat::node::Walk<'n>,
            ) -> Result<Self, $crate::load::jsonstat::node::Wrong> {
                let mut read = Self::default();
                walk.members(node, stringify!($type), &mut |name, node, walk| {
                    $(if name == $crate::load::jsonstat::node::members!(name $member $($name)?) {
                        read.$member = $crate::load::jsonstat::node::FromNode::from_node(node, walk)?;
                        return Ok(true);
                    })+
                    Ok(false)
                })?;
                $(node.needs(&[$($needed),+])?;)?
                Ok(read)
            }
        }
    };
}
pub(in crate::load) use members;

/// Reads one member; says whether its name is known.
type ReadMember<'r, 'n> = &'r mut dyn FnMut(&'n str, &'n Node, &mut Walk<'n>) -> Result<bool, Wrong>;

impl<'n> Walk<'n> {
    /// A walk that keeps so many of the names that nobody knows.
    pub fn noting(most_unknown: usize) -> Self {
        Self { most_unknown, ..Self::default() }
    }

    /// The place where the walk stands.
    pub fn place(&self) -> String {
        let steps = self.steps.iter().map(|step| match step {
            Step::Name(name) => pointer([name]),
            Step::Place(place) => pointer([&place.to_string()]),
        });
        steps.collect()
    }

    /// Reads what may be wrong: then the walk stands where it stood.
    pub fn attempt<T: FromNode>(&mut self, node: &'n Node) -> Result<T, Wrong> {
        let depth = self.steps.len();
        T::from_node(node, self).inspect_err(|_| self.steps.truncate(depth))
    }

    /// Reads the members of an object of this type one by one.
    pub fn members(&mut self, node: &'n Node, type_name: &str, read: ReadMember<'_, 'n>) -> Result<(), Wrong> {
        let Node::Object(members) = node else {
            return Err(Wrong(format!("invalid type: {node}, expected struct {type_name}")));
        };
        let mut known = HashSet::new();
        for (name, member) in members {
            self.steps.push(Step::Name(name));
            let is_known = read(name, member, self)?;
            let is_repeated = is_known && !known.insert(name.as_str());
            if !is_known && self.unknown.len() < self.most_unknown {
                self.unknown.push(self.place());
            }
            self.steps.pop();
            if is_repeated {
                return Err(Wrong(format!("duplicate field `{name}`")));
            }
        }
        Ok(())
    }
}

impl fmt::Display for Node {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Truth(truth) => write!(formatter, "boolean `{truth}`"),
            Self::Whole(number) => write!(formatter, "integer `{number}`"),
            Self::Fraction(number) => write!(formatter, "floating point `{number}`"),
            Self::Text(text) => write!(formatter, "string {text:?}"),
            Self::List(_) => formatter.write_str("sequence"),
            Self::Object(_) => formatter.write_str("map"),
        }
    }
}

impl Node {
    /// The member of an object with this name, where it is not null.
    pub fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(known, member)| known == name && *member != Self::Null).map(|(_, member)| member)
    }

    /// That an object has all of these members.
    pub fn needs(&self, names: &[&str]) -> Result<(), Wrong> {
        match names.iter().find(|name| self.member(name).is_none()) {
            Some(name) => Err(Wrong(format!("missing field `{name}`"))),
            None => Ok(()),
        }
    }

    /// What is wrong with it where something else should stand.
    pub(super) fn is_not<T>(&self, expected: &str) -> Result<T, Wrong> {
        Err(Wrong(format!("invalid type: {self}, expected {expected}")))
    }
}

impl From<&Node> for Found {
    fn from(node: &Node) -> Self {
        match node {
            Node::Null => Self::Null,
            Node::Truth(truth) => Self::Truth(*truth),
            Node::Whole(number) => Self::Number(number.to_string()),
            Node::Fraction(number) => Self::Number(number.to_string()),
            Node::Text(text) => Self::Text(shortened(text)),
            Node::List(_) => Self::List,
            Node::Object(_) => Self::Object,
        }
    }
}

/// A whole file as this.
///
/// # Errors
/// A complaint with its place.
pub fn file<T: FromNode>(bytes: &[u8]) -> Result<T, Complaint> {
    let complaint = |place, word| Complaint { severity: Severity::Fatal, place, fault: Fault::NotJson(word) };
    let node: Node = serde_json::from_slice(bytes).map_err(|error| {
        let place = Place::Text { line: error.line(), column: error.column() };
        complaint(place, parsers_word(&error))
    })?;
    let mut walk = Walk::default();
    T::from_node(&node, &mut walk).map_err(|Wrong(word)| complaint(walk.place().into(), word))
}

/// The members of an object in their order, a repeated name repeated.
pub fn entries<'n, T: FromNode>(node: &'n Node, walk: &mut Walk<'n>) -> Result<Vec<(String, T)>, Wrong> {
    let Node::Object(members) = node else { return node.is_not("a map") };
    let mut entries = Vec::with_capacity(members.len());
    for (name, node) in members {
        walk.steps.push(Step::Name(name));
        entries.push((name.clone(), T::from_node(node, walk)?));
        walk.steps.pop();
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Debug, Default, PartialEq)]
    struct Home {
        places: Option<u8>,
        rooms: Vec<BTreeMap<String, f64>>,
    }
    members!(Home: places, rooms);

    fn read(json: &str) -> (Result<Home, Wrong>, String, Vec<String>) {
        let node: Node = serde_json::from_str(json).expect("it is JSON");
        let mut walk = Walk::noting(2);
        let home = Home::from_node(&node, &mut walk);
        (home, walk.place(), walk.unknown)
    }

    #[test]
    fn a_fault_has_its_place_and_its_word() {
        let wrong = |json: &str| {
            let (home, place, _) = read(json);
            (place, home.expect_err("it is wrong").0)
        };
        let expected = |place: &str, word: &str| (place.to_owned(), word.to_owned());
        assert_eq!(wrong(r#"{"places": 300}"#), expected("/places", "invalid value: integer `300`, expected u8"));
        let word = "invalid type: string \"x\", expected f64";
        assert_eq!(wrong(r#"{"rooms": [{}, {"a/b": "x"}]}"#), expected("/rooms/1/a~1b", word));
        assert_eq!(wrong(r#"{"places": 1, "places": 2}"#), expected("", "duplicate field `places`"));
        assert_eq!(wrong("[]"), expected("", "invalid type: sequence, expected struct Home"));
        assert_eq!(wrong(r#"{"rooms": null}"#), expected("/rooms", "invalid type: null, expected a sequence"));
    }

    #[test]
    fn unknown_names_are_told_up_to_a_number() {
        let (home, _, unknown) = read(r#"{"a": {"b": 1}, "places": null, "c": [], "d": 1}"#);
        assert_eq!(home, Ok(Home::default()));
        assert_eq!(unknown, ["/a", "/c"]);
    }
}
