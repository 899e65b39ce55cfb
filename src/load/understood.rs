//! What a worker understood of a file that a reader opened: the panel it hands to the page, its words in both languages.

use super::jsonstat::node::{FromNode, Node, Walk, members};
use crate::model::text::Language;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Both {
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
    /// The tag of the one language that a publisher's text is in; empty for a text that is there in both.
    pub lang: String,
}
members!(Both: sv, en, lang);

impl Both {
    /// The text in this language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Swedish => &self.sv,
            Language::English => &self.en,
        }
    }
}

/// A name and what stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// The name.
    pub name: Both,
    /// What stands beside it.
    pub value: Both,
}
members!(Fact: name, value);

/// One thing to say of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// `note`, `warning` or `fatal`.
    pub severity: String,
    /// The severity in a word.
    pub word: Both,
    /// Where in the file; empty for all of it.
    pub place: Both,
    /// What was wrong.
    pub message: Both,
    /// What to do.
    pub remedy: Both,
}
members!(Remark: severity, word, place, message, remedy);

/// Something about the reading that the reader may choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosable {
    /// Its id, as the worker is told it.
    pub id: String,
    /// What it is called.
    pub label: Both,
    /// Why it was chosen so; empty where that needs no word.
    pub why: Both,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// What is chosen, by value.
    pub picked: String,
}
members!(Choosable: id, label, why, options, picked);

/// One of the things that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// As the worker is told it.
    pub value: String,
    /// As it is read.
    pub label: Both,
}
members!(Choice: value, label);

/// What was understood of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// Whether there is a dataset in it.
    pub is_readable: bool,
    /// Its title; empty where it has none.
    pub title: Both,
    /// Format, encoding, source and the like.
    pub facts: Vec<Fact>,
    /// Its dimensions, each with its kind and number of categories.
    pub dimensions: Vec<Fact>,
    /// How many cells are in each state.
    pub states: Vec<Fact>,
    /// The publisher's notes.
    pub notes: Vec<Both>,
    /// All that was wrong with it.
    pub remarks: Vec<Remark>,
    /// What may be chosen about the reading.
    pub choices: Vec<Choosable>,
}
members!(Understood: is_readable, title, facts, dimensions, states, notes, remarks, choices);

impl Understood {
    /// What may still be said of a file that is not let in: what was wrong with it, and what may be chosen about its reading – or,
    /// where one of its texts leads to a person, nothing at all.
    pub fn withheld(self, is_about_texts: bool) -> Self {
        match is_about_texts {
            true => Self::default(),
            false => Self { remarks: self.remarks, choices: self.choices, ..Self::default() },
        }
    }
}

/// What the worker's JSON says; none where it is not a worker's.
pub fn read(json: &str) -> Option<Understood> {
    let node: Node = serde_json::from_str(json).ok()?;
    Understood::from_node(&node, &mut Walk::default()).ok()
}

/// The id of a file that a reader has opened, in place of a catalogued dataset's: in addresses, and as the cube's own.
pub const OWN_FILE: &str = "fil";
