//! The table of published figures: one row a figure, as it was found and where.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use super::error::{FaultKind, PublishError};

/// One published figure, as the table of sources has it.
#[derive(Clone, Debug, Deserialize)]
pub struct Fact {
    /// Its number: `F001`.
    pub fact_id: String,
    /// The table of the source it belongs to: `T1`.
    pub table_id: String,
    /// The number as it is written.
    pub value: String,
    /// How exactly it was given, in the source's Swedish.
    pub value_qualifier: String,
    /// The period as the source writes it.
    pub period: String,
    /// Area code.
    pub geo_code: String,
    /// Girls, boys, all.
    pub sex: String,
    /// Age group.
    pub age: String,
    /// Title of the publication.
    pub source_title: String,
    /// Who published it.
    pub publisher: String,
    /// The year it was published.
    pub pub_year: String,
    /// Where it is.
    pub url: String,
    /// How it was read.
    pub verification: String,
}

impl Fact {
    /// What a column says, by the column's name; none where a dimension can't be read from it.
    pub fn column(&self, name: &str) -> Option<&str> {
        Some(match name {
            "period" => &self.period,
            "geo_code" => &self.geo_code,
            "sex" => &self.sex,
            "age" => &self.age,
            _ => return None,
        })
    }

    /// The number, written in JSON as it is written in the table: `25.0` stays `25.0`.
    pub fn number(&self) -> Result<serde_json::Number, FaultKind> {
        self.value.parse().map_err(|_| FaultKind::NotANumber(self.value.clone()))
    }
}

/// All figures, by number.
pub type Facts = BTreeMap<String, Fact>;

/// Reads the table.
pub fn read(path: &Path) -> Result<Facts, PublishError> {
    let mut reader =
        csv::Reader::from_path(path).map_err(|source| PublishError::Csv { path: path.to_owned(), source })?;
    reader
        .deserialize::<Fact>()
        .map(|row| {
            let fact = row.map_err(|source| PublishError::Csv { path: path.to_owned(), source })?;
            Ok((fact.fact_id.clone(), fact))
        })
        .collect()
}
