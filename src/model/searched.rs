//! What can be searched for in datasets that are not here: their names, and those of their measures, dimensions and categories.

use super::text::Text;

/// What can be searched for in all datasets of a catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchIndex {
    /// One for each dataset.
    pub datasets: Vec<Searched>,
}

/// What can be searched for in one dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searched {
    /// Its id.
    pub id: String,
    /// Its title.
    pub label: Text,
    /// What is counted.
    pub measures: Vec<SearchedMeasure>,
    /// What it is broken down by, where there is more than one category; places are left out, for they have names of their own.
    pub dimensions: Vec<SearchedDimension>,
}

/// A measure, to be searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchedMeasure {
    /// Its id.
    pub id: String,
    /// What the reader calls it.
    pub label: Text,
}

/// A dimension, to be searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchedDimension {
    /// Its id.
    pub id: String,
    /// What the reader calls it.
    pub label: Text,
    /// The categories, the total left out.
    pub categories: Vec<SearchedCategory>,
}

/// A category, to be searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchedCategory {
    /// Its code.
    pub code: String,
    /// What the reader calls it.
    pub label: Text,
    /// The measure that tells of it, where that of a question that asks for none does not.
    pub measure: Option<String>,
    /// Dimension id and category code where it is told of, where that is not what a question has that asks for neither.
    pub at: Vec<(String, String)>,
}
