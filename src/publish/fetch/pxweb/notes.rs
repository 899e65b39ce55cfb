//! Notes of the parts, put together: a note stands once, and a mandatory one stays mandatory.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// Where notes stand: the whole dataset, a dimension, a category.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Whole,
    Dimension(String),
    Category(String, String),
}

/// The notes of all parts so far.
#[derive(Debug, Default)]
pub struct Notes {
    at: BTreeMap<Place, Vec<(String, bool)>>,
}

impl Notes {
    /// Takes the notes out of a part: of the members of the whole and of the dimensions.
    pub fn take(&mut self, whole: &mut Map<String, Value>, dimensions: &mut Map<String, Value>) {
        let texts = whole.remove("note");
        let mandatory = extension(whole, "noteMandatory");
        self.add(&Place::Whole, texts.as_ref(), mandatory.as_ref());
        for (id, dimension) in dimensions {
            let Some(dimension) = dimension.as_object_mut() else { continue };
            let texts = dimension.remove("note");
            let mandatory = extension(dimension, "noteMandatory");
            self.add(&Place::Dimension(id.clone()), texts.as_ref(), mandatory.as_ref());
            let mandatory = extension(dimension, "categoryNoteMandatory");
            let category = dimension.get_mut("category").and_then(Value::as_object_mut);
            let texts = category.and_then(|category| category.remove("note"));
            for (code, texts) in texts.as_ref().and_then(Value::as_object).into_iter().flatten() {
                let mandatory = mandatory.as_ref().and_then(|mandatory| mandatory.get(code));
                self.add(&Place::Category(id.clone(), code.clone()), Some(texts), mandatory);
            }
        }
    }

    /// Puts the notes of all parts where they belong.
    pub fn put(self, whole: &mut Map<String, Value>, dimensions: &mut Map<String, Value>) {
        for (place, notes) in self.at {
            let texts: Vec<&String> = notes.iter().map(|(text, _)| text).collect();
            let numbered = notes.iter().enumerate().filter(|(_, (_, is_mandatory))| *is_mandatory);
            let mandatory: Map<String, Value> = numbered.map(|(at, _)| (at.to_string(), json!(true))).collect();
            let (texts, has_mandatory) = (json!(texts), !mandatory.is_empty());
            match place {
                Place::Whole => {
                    put(whole, &["note"], texts);
                    if has_mandatory {
                        put(whole, &["extension", "noteMandatory"], mandatory.into());
                    }
                }
                Place::Dimension(id) => {
                    put(dimensions, &[&id, "note"], texts);
                    if has_mandatory {
                        put(dimensions, &[&id, "extension", "noteMandatory"], mandatory.into());
                    }
                }
                Place::Category(id, code) => {
                    put(dimensions, &[&id, "category", "note", &code], texts);
                    if has_mandatory {
                        put(dimensions, &[&id, "extension", "categoryNoteMandatory", &code], mandatory.into());
                    }
                }
            }
        }
    }

    fn add(&mut self, place: &Place, texts: Option<&Value>, mandatory: Option<&Value>) {
        let texts: Vec<&str> = match texts {
            Some(Value::Array(texts)) => texts.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(text)) => vec![text],
            _ => return,
        };
        let known = self.at.entry(place.clone()).or_default();
        for (number, text) in texts.into_iter().enumerate() {
            let mark = mandatory.and_then(|mandatory| mandatory.get(number.to_string()));
            let is_mandatory = mark.and_then(Value::as_bool).unwrap_or_default();
            match known.iter_mut().find(|(known, _)| known == text) {
                Some((_, known)) => *known |= is_mandatory,
                None => known.push((text.to_owned(), is_mandatory)),
            }
        }
        if known.is_empty() {
            self.at.remove(place);
        }
    }
}

/// Puts a value where these names lead. Objects are made on the way; what stands there and is none gives way.
pub fn put(of: &mut Map<String, Value>, names: &[&str], value: Value) {
    let Some((name, deeper)) = names.split_first() else { return };
    if deeper.is_empty() {
        of.insert((*name).to_owned(), value);
        return;
    }
    let mut inner = match of.remove(*name) {
        Some(Value::Object(inner)) => inner,
        _ => Map::new(),
    };
    put(&mut inner, deeper, value);
    of.insert((*name).to_owned(), inner.into());
}

fn extension(of: &mut Map<String, Value>, name: &str) -> Option<Value> {
    of.get_mut("extension")?.as_object_mut()?.remove(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(value: Value) -> Map<String, Value> {
        value.as_object().expect("it is an object").clone()
    }

    #[test]
    fn a_note_of_two_parts_stands_once_and_the_mandatory_one_stays_so() {
        let mut notes = Notes::default();
        let mut whole = object(json!({"note": ["a", "b"], "extension": {"noteMandatory": {"1": true}}}));
        let mut dimensions = object(json!({"X": {"category": {"note": {"x": ["n", "m"]}},
            "extension": {"categoryNoteMandatory": {"x": {"0": true}}, "elimination": true}}}));
        notes.take(&mut whole, &mut dimensions);
        let mut other = object(json!({"note": ["c", "b"], "extension": {"noteMandatory": {"0": true}}}));
        notes.take(&mut other, &mut object(json!({"X": {"category": {"note": {"y": ["k"]}}}})));
        notes.put(&mut whole, &mut dimensions);
        assert_eq!(
            Value::from(whole),
            json!({"note": ["a", "b", "c"], "extension": {"noteMandatory": {"1": true, "2": true}}})
        );
        assert_eq!(
            Value::from(dimensions),
            json!({"X": {"category": {"note": {"x": ["n", "m"], "y": ["k"]}},
                "extension": {"categoryNoteMandatory": {"x": {"0": true}}, "elimination": true}}})
        );
    }
}
