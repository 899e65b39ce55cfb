//! What a PxWebApi 2 answers: its limits, and JSON-stat 2.0 with or without values.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Number, Value};

use super::super::error::FetchError;

/// `/config`, as far as it is needed. A zero says that the server does not tell.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Config {
    /// Cells of one answer.
    pub max_data_cells: Option<usize>,
    /// Calls in a time.
    pub max_calls_per_time_window: Option<usize>,
    /// The time, in seconds.
    pub time_window: Option<u64>,
    /// The address of the licence, or its name.
    pub license: Option<String>,
    /// The languages there are.
    pub languages: Vec<ConfigLanguage>,
    /// The one the server answers in when nobody asks.
    pub default_language: Option<String>,
}

/// A language of the server.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ConfigLanguage {
    /// Its tag.
    pub id: String,
}

/// JSON-stat: of `/metadata` without `value`, of `/data` with it.
#[derive(Clone, Debug, Deserialize)]
pub struct WireDataset {
    /// The dimensions, in the order of the cells.
    pub id: Vec<String>,
    /// How many categories each has.
    pub size: Vec<usize>,
    /// The dimensions themselves, as they stand.
    pub dimension: Map<String, Value>,
    /// The numbers.
    pub value: Option<Members<Option<Number>>>,
    /// What is said of them.
    pub status: Option<Statuses>,
    /// All else, as it stands.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// Cells by position: all of them, or those that have one.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Members<T> {
    /// All.
    List(Vec<T>),
    /// By position.
    Object(BTreeMap<String, T>),
}

/// Signs by position, or one for all.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Statuses {
    /// One sign for all cells.
    One(String),
    /// A sign for each cell or for some.
    Each(Members<Option<String>>),
}

impl WireDataset {
    /// The codes of each dimension, in the order of the cells.
    pub fn codes(&self, url: &str) -> Result<Vec<Vec<String>>, FetchError> {
        let wrong = |why: String| FetchError::WrongAnswer { url: url.to_owned(), why };
        if self.id.len() != self.size.len() {
            return Err(wrong("size".into()));
        }
        let mut all = Vec::with_capacity(self.id.len());
        for (id, &size) in self.id.iter().zip(&self.size) {
            let category = self.dimension.get(id).and_then(|dimension| dimension.get("category"));
            let codes = category.and_then(codes_of).filter(|codes| codes.len() == size);
            all.push(codes.ok_or_else(|| wrong(format!("dimension/{id}/category")))?);
        }
        Ok(all)
    }

    /// A text of the whole dataset.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.rest.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
    }
}

/// The codes of a category, in order: a list, positions by code, or the one that has a label.
fn codes_of(category: &Value) -> Option<Vec<String>> {
    let text = |code: &Value| code.as_str().map(str::to_owned);
    match category.get("index") {
        Some(Value::Array(codes)) => codes.iter().map(text).collect(),
        Some(Value::Object(positions)) => {
            let mut codes = vec![None; positions.len()];
            for (code, position) in positions {
                let position = position.as_u64().and_then(|position| usize::try_from(position).ok())?;
                codes.get_mut(position)?.replace(code.clone());
            }
            codes.into_iter().collect()
        }
        None => {
            let labels = category.get("label")?.as_object()?;
            (labels.len() == 1).then(|| labels.keys().cloned().collect())
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn codes_stand_in_three_forms() {
        assert_eq!(codes_of(&json!({"index": ["b", "a"]})), Some(vec!["b".into(), "a".into()]));
        assert_eq!(codes_of(&json!({"index": {"a": 1, "b": 0}})), Some(vec!["b".into(), "a".into()]));
        assert_eq!(codes_of(&json!({"label": {"x": "X"}})), Some(vec!["x".into()]));
        assert_eq!(codes_of(&json!({"index": {"a": 1, "b": 1}})), None);
        assert_eq!(codes_of(&json!({"index": {"a": 7}})), None);
    }
}
