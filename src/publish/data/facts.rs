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

/// The table as readers get it: a figure that its dataset hides is not in it either.
pub fn shown(path: &Path, is_hidden: impl Fn(&str) -> bool) -> Result<Vec<u8>, PublishError> {
    let table = || -> Result<Vec<u8>, csv::Error> {
        let mut reader = csv::Reader::from_path(path)?;
        let names = reader.headers()?.clone();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&names)?;
        for row in reader.records() {
            let row = row?;
            let id = names.iter().position(|name| name == "fact_id").and_then(|place| row.get(place));
            let is_hidden = id.is_some_and(&is_hidden);
            let cells = names.iter().zip(&row).map(|(name, cell)| match name {
                "value" if is_hidden => "",
                "value_qualifier" if is_hidden => HIDDEN,
                _ => cell,
            });
            writer.write_record(cells)?;
        }
        writer.into_inner().map_err(|why| why.into_error().into())
    };
    table().map_err(|source| PublishError::Csv { path: path.to_owned(), source })
}

/// How exactly a hidden figure is given.
const HIDDEN: &str = "dold";
