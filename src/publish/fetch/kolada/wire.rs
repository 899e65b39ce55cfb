//! What Kolada's API v3 answers.

use serde::Deserialize;
use serde_json::{Number, Value};

/// A page of a list.
#[derive(Clone, Debug, Deserialize)]
pub struct Page<T> {
    /// What is on it.
    pub values: Vec<T>,
    /// The address of the next one; none after the last.
    pub next_url: Option<String>,
    /// The same, as earlier versions call it.
    pub next_page: Option<String>,
}

/// A key figure.
#[derive(Clone, Debug, Deserialize)]
pub struct Kpi {
    /// Its number: `N33813`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// How it is defined, and from where.
    pub description: Option<String>,
    /// When it was published.
    pub publication_date: Option<Value>,
}

/// A municipality or a region.
#[derive(Clone, Debug, Deserialize)]
pub struct Area {
    /// Four digits; of a region `00` and the county's two.
    pub id: String,
    /// Its name.
    pub title: String,
    /// `K` municipality, `L` region.
    #[serde(rename = "type")]
    pub kind: String,
}

/// The figures of one key figure, area and year.
#[derive(Clone, Debug, Deserialize)]
pub struct Record {
    /// The key figure's number.
    pub kpi: String,
    /// The area's id; that of a group begins with `G`.
    pub municipality: String,
    /// The year.
    pub period: Value,
    /// By gender.
    pub values: Vec<Cell>,
}

/// One figure.
#[derive(Clone, Debug, Deserialize)]
pub struct Cell {
    /// `T` all, `K` women, `M` men.
    pub gender: String,
    /// The figure; null is missing, not zero.
    pub value: Option<Number>,
    /// What is said of it, mostly nothing.
    pub status: Option<String>,
    /// Whether it has been taken back.
    #[serde(default)]
    pub isdeleted: Option<bool>,
}
