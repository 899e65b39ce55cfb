//! The list of areas: Statistics Sweden's codes and names, and what they are called in English.

use std::path::Path;

use serde::Deserialize;

use crate::model::area::{self, Level};

use super::error::PublishError;

/// One area.
#[derive(Clone, Debug, Deserialize)]
pub struct Area {
    /// `00`, two digits for a county, four for a municipality.
    pub code: String,
    /// Its name in Swedish.
    pub name: String,
}

impl Area {
    /// The name in English, where it is another than in Swedish.
    pub fn english(&self) -> Option<String> {
        match Level::of_code(&self.code)? {
            Level::Nation => Some("Sweden".to_owned()),
            // "Stockholms län" is the county of Stockholm; no county's own name ends in s.
            Level::County => {
                let name = self.name.strip_suffix(" län").unwrap_or(&self.name);
                Some(format!("{} County", name.strip_suffix('s').unwrap_or(name)))
            }
            Level::Municipality | Level::Division => None,
        }
    }

    /// The code of the area that holds it.
    pub fn parent(&self) -> Option<&str> {
        match Level::of_code(&self.code)? {
            Level::County => Some("00"),
            Level::Municipality => area::county_of(&self.code),
            Level::Nation | Level::Division => None,
        }
    }
}

/// The list as it was when this program was built, for commands that run anywhere.
pub fn known() -> Vec<Area> {
    let text = include_str!("../../../public/data/source/areas.csv");
    csv::Reader::from_reader(text.as_bytes()).deserialize().filter_map(Result::ok).collect()
}

/// Reads the list, in its order: nation, counties, municipalities.
pub fn read(path: &Path) -> Result<Vec<Area>, PublishError> {
    csv::Reader::from_path(path)
        .and_then(|mut reader| reader.deserialize().collect())
        .map_err(|source| PublishError::Csv { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_the_program_is_whole() {
        assert_eq!(known().len(), 1 + 21 + 290);
    }

    #[test]
    fn a_county_loses_its_genitive_in_english() {
        let county = |code: &str, name: &str| Area { code: code.into(), name: name.into() };
        let english = |code, name| county(code, name).english();
        assert_eq!(english("01", "Stockholms län").as_deref(), Some("Stockholm County"));
        assert_eq!(english("03", "Uppsala län").as_deref(), Some("Uppsala County"));
        assert_eq!(english("0114", "Upplands Väsby"), None);
        assert_eq!(county("0114", "").parent(), Some("01"));
    }
}
