//! From the text of a specification to its parts: a word that nobody reads is told, with its place.

use serde::Serialize;

use super::Spec;
use crate::publish::aggregate::fault::{Fault, FaultKind, Place};

impl Spec {
    /// Reads a specification.
    ///
    /// # Errors
    /// Line and column where it is no TOML or has a word that no specification has.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let read: Result<Self, toml::de::Error> = toml::from_str(text);
        let spec = read.map_err(|why| {
            let before = text.get(..why.span().map_or(0, |span| span.start)).unwrap_or_default();
            let line = before.matches('\n').count().saturating_add(1);
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
            Fault::in_text(line, column, why.message())
        })?;
        match spec.stray(text) {
            Some(word) => Err(Fault::new(Place::Spec, FaultKind::UnknownKey(word))),
            None => Ok(spec),
        }
    }

    /// A word in the parts that others read too, and let pass what they do not know.
    fn stray(&self, text: &str) -> Option<String> {
        let written: serde_json::Value = toml::from_str(text).ok()?;
        let at = |value: &serde_json::Value, name: &str| value.get(name).cloned().unwrap_or_default();
        let of_each = |name: &str, part: &str| -> Vec<serde_json::Value> {
            at(&written, name).as_array().into_iter().flatten().map(|it| at(it, part)).collect()
        };
        let mut pairs =
            vec![(at(&written, "comparable"), json(&self.comparable)), (at(&written, "sources"), json(&self.sources))];
        pairs.extend(of_each("table", "comparable").into_iter().zip(self.table.iter().map(|it| json(&it.comparable))));
        pairs.extend(of_each("table", "breaks").into_iter().zip(self.table.iter().map(|it| json(&it.breaks))));
        pairs.extend(of_each("dimension", "breaks").into_iter().zip(self.dimension.iter().map(|it| json(&it.breaks))));
        pairs.iter().find_map(|(written, read)| stray(written, read))
    }
}

fn json(part: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(part).unwrap_or_default()
}

/// The first name that is written and was not read.
fn stray(written: &serde_json::Value, read: &serde_json::Value) -> Option<String> {
    use serde_json::Value::{Array, Object};
    match (written, read) {
        (Object(written), Object(read)) => written.iter().find_map(|(name, value)| match read.get(name) {
            Some(read) => stray(value, read),
            None => Some(name.clone()),
        }),
        (Array(written), Array(read)) => written.iter().zip(read).find_map(|(written, read)| stray(written, read)),
        _ => None,
    }
}
