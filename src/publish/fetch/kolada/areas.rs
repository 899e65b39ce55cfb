//! Kolada's areas by Statistics Sweden's codes: `0001` is Region Stockholm, which stands at county `01`; `0000` is the nation.

use std::collections::BTreeMap;

use super::wire::Area;
use crate::{model::area::Level, publish::fetch::error::FetchError};

/// Municipalities, regions and the nation.
#[derive(Clone, Debug, Default)]
pub struct Areas {
    /// Our code → Kolada's id and name.
    known: BTreeMap<String, (String, String)>,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// All there are.
    All,
    /// These of our codes.
    These(Vec<String>),
}

impl Areas {
    /// The areas of Kolada's list. What is neither municipality nor region, as its type and its id say, is left out.
    pub fn new(list: &[Area]) -> Self {
        let known = list.iter().filter_map(|area| Some((code(area)?, (area.id.clone(), area.title.clone()))));
        Self { known: known.collect() }
    }

    /// What `--areas` asks for: `all`, or codes and patterns like `01*` for the municipalities of a county.
    pub fn asked(&self, text: &str) -> Result<Asked, FetchError> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("all") {
            return Ok(Asked::All);
        }
        let mut codes = Vec::new();
        for item in text.split(',').map(str::trim) {
            let found: Vec<String> = match item.strip_suffix('*') {
                Some(start) if !start.is_empty() => {
                    let municipalities =
                        self.known.keys().filter(|code| Level::of_code(code) == Some(Level::Municipality));
                    municipalities.filter(|code| code.starts_with(start)).cloned().collect()
                }
                _ => {
                    let code = self.known.get_key_value(item).map(|(code, _)| code);
                    // Kolada's own id says the same.
                    let by_id = || self.known.iter().find(|(_, (id, _))| id == item).map(|(code, _)| code);
                    code.or_else(by_id).cloned().into_iter().collect()
                }
            };
            if found.is_empty() {
                return Err(FetchError::NoArea(item.to_owned()));
            }
            codes.extend(found);
        }
        codes.sort();
        codes.dedup();
        Ok(Asked::These(codes))
    }

    /// Our code of Kolada's id.
    pub fn code_of(&self, id: &str) -> Option<&str> {
        let code = id.strip_prefix("00").unwrap_or(id);
        self.known.get_key_value(code).filter(|(_, (known, _))| known == id).map(|(code, _)| code.as_str())
    }

    /// Kolada's id of our code.
    pub fn id_of(&self, code: &str) -> Option<&str> {
        self.known.get(code).map(|(id, _)| id.as_str())
    }

    /// The name of our code.
    pub fn name_of(&self, code: &str) -> Option<&str> {
        self.known.get(code).map(|(_, name)| name.as_str())
    }

    /// All our codes.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.known.keys().map(String::as_str)
    }
}

fn code(area: &Area) -> Option<String> {
    if Level::of_code(&area.id) != Some(Level::Municipality) {
        return None;
    }
    match (area.kind.as_str(), area.id.strip_prefix("00")) {
        ("L", Some(county)) => Some(county.to_owned()),
        ("K", None) => Some(area.id.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas() -> Areas {
        let area = |id: &str, kind: &str| Area { id: id.into(), title: format!("namn {id}"), kind: kind.into() };
        let list =
            [("0000", "L"), ("0001", "L"), ("0114", "K"), ("0180", "K"), ("1480", "K"), ("0003", "K"), ("G1", "K")];
        Areas::new(&list.map(|(id, kind)| area(id, kind)))
    }

    #[test]
    fn a_region_is_not_a_municipality_and_the_nation_is_the_nation() {
        let areas = areas();
        assert_eq!(areas.codes().collect::<Vec<_>>(), ["00", "01", "0114", "0180", "1480"]);
        assert_eq!(areas.code_of("0001"), Some("01"));
        assert_eq!(areas.code_of("0000"), Some("00"));
        assert_eq!(areas.code_of("0180"), Some("0180"));
        assert_eq!(areas.code_of("01"), None, "that is no id of Kolada's");
        assert_eq!(areas.id_of("01"), Some("0001"));
    }

    #[test]
    fn areas_are_asked_for_by_code_by_id_and_by_county() {
        let these = |text: &str| areas().asked(text);
        let codes = |codes: &[&str]| Asked::These(codes.iter().map(|code| (*code).to_owned()).collect());
        assert_eq!(these("all").expect("it is one"), Asked::All);
        assert_eq!(these("0180, 01").expect("they are there"), codes(&["01", "0180"]));
        assert_eq!(these("01*,00").expect("they are there"), codes(&["00", "0114", "0180"]));
        assert_eq!(these("0001,0000").expect("they are there"), codes(&["00", "01"]));
        for wrong in ["", "0181", "99*", "*", "0180,"] {
            assert!(matches!(these(wrong), Err(FetchError::NoArea(_))), "{wrong}");
        }
    }
}
