//! A recipe: everything a dataset says but its numbers, and which figure goes into which cell.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::load::jsonstat::profile::{WireBreak, WireComparable, WireDimension, WireDisclosure, WireMeasure, Words};

use super::error::PublishError;

/// One dataset to be made.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// The file it was read from.
    #[serde(skip)]
    pub path: PathBuf,
    /// The name in addresses, and of the file.
    pub id: String,
    /// The place in the catalogue: smallest first.
    pub order: u16,
    /// The day the recipe last changed what is published; never the clock, so that a rebuild gives the same bytes.
    pub updated: String,
    /// For made-up data: which world the numbers are drawn from.
    pub generator: Option<Generator>,
    /// The tables of the list of figures that it takes.
    #[serde(default)]
    pub tables: Vec<String>,
    /// The title.
    pub label: Words,
    /// What it is about, in one sentence for the catalogue.
    pub about: Words,
    /// The authority's registry numbers.
    #[serde(default)]
    pub diarienummer: Vec<String>,
    /// Who publishes the figures.
    pub publisher: Words,
    /// SPDX name of the licence, where there is one.
    pub licence: Option<String>,
    /// How the units were chosen; left out where the source does not tell.
    pub design: Option<String>,
    /// What was looked at.
    pub population: Words,
    /// What may be compared, and why not.
    pub comparable: WireComparable,
    /// Which dimensions may be broken down together.
    pub combinations: Vec<Vec<String>>,
    /// The measures by which areas may be called similar.
    #[serde(default)]
    pub covariates: Vec<String>,
    /// What was done so that nobody can be identified.
    pub disclosure: Option<WireDisclosure>,
    /// The legend of the status signs.
    #[serde(default)]
    pub states: BTreeMap<String, String>,
    /// Notes that must be shown with the figures.
    #[serde(default)]
    pub mandatory_notes: Vec<Words>,
    /// Notes on the whole.
    #[serde(default)]
    pub notes: Vec<Words>,
    /// The dated events of `events.toml` to see the figures against.
    #[serde(default)]
    pub events: Vec<String>,
    /// In the order of the file; the last runs fastest.
    pub dimensions: Vec<RecipeDimension>,
    /// In the order of the file.
    pub measures: Vec<RecipeMeasure>,
    /// Figure → cell.
    #[serde(default)]
    pub facts: BTreeMap<String, Placement>,
}

/// A made-up world to draw records from.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Generator {
    /// Homes and their yearly inspections: `demo`.
    Homes,
}

/// A dimension to be made.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipeDimension {
    /// Its id.
    pub id: String,
    /// What the reader calls it.
    pub label: Words,
    /// `area`, `period`, `sex`, or another word.
    pub kind: String,
    /// The category that is the published total.
    pub total: Option<String>,
    /// Categories overlap.
    #[serde(default)]
    pub multi_response: bool,
    /// The order means something.
    #[serde(default)]
    pub ordered: bool,
    /// Where the series is broken.
    #[serde(default)]
    pub breaks: Vec<WireBreak>,
    /// Notes on the dimension.
    #[serde(default)]
    pub notes: Vec<Words>,
    /// The column of the table of figures that tells the category, where the recipe's line does not.
    pub column: Option<String>,
    /// For areas: which of the list.
    pub areas: Option<Areas>,
    /// The categories, unless they are areas.
    #[serde(default)]
    pub categories: Vec<RecipeCategory>,
}

/// Which areas a dimension has.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Areas {
    /// `"all"`: nation, counties and municipalities.
    All(AllAreas),
    /// These codes.
    Some(Vec<String>),
}

/// The one word that means every area.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AllAreas {
    /// Every one.
    All,
}

/// A category to be made.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipeCategory {
    /// Its code.
    pub code: String,
    /// In Swedish.
    pub sv: String,
    /// In English; left out for a name that is the same.
    pub en: Option<String>,
    /// What the dimension's column says for it, where that is not the code.
    pub value: Option<String>,
    /// A note on it.
    pub note: Option<Words>,
    /// The code of the category above it.
    pub parent: Option<String>,
    /// The provisions of `laws.toml` that it rests on.
    #[serde(default)]
    pub legal_basis: Vec<String>,
}

/// A measure to be made.
#[derive(Clone, Debug, Deserialize)]
pub struct RecipeMeasure {
    /// Its id.
    pub id: String,
    /// Only worked out from other measures: it has no cells.
    #[serde(default)]
    pub derived: bool,
    /// The provisions of `laws.toml` that it rests on.
    #[serde(default)]
    pub legal_basis: Vec<String>,
    /// Label, unit, kind and the rest, in the profile's words.
    #[serde(flatten)]
    pub wire: WireMeasure,
    /// What nobody knows: a slip of the pen.
    #[serde(flatten)]
    pub stray: BTreeMap<String, toml::Value>,
}

/// The cell of one figure. What it does not say is read from the figure's own columns, else it is the total.
#[derive(Clone, Debug, Deserialize)]
pub struct Placement {
    /// The measure.
    pub measure: String,
    /// A note on the cell; `{other}` is the other value of a source that contradicts itself.
    pub note: Option<Words>,
    /// The sign of `states` that stands with the number: provisional, say.
    pub sign: Option<String>,
    /// Why the figure is not shown: its cell says that it is hidden, and this.
    pub hidden: Option<Words>,
    /// Dimension → category.
    #[serde(flatten)]
    pub at: BTreeMap<String, String>,
}

impl Recipe {
    /// Made up, not observed.
    pub fn is_synthetic(&self) -> bool {
        self.generator.is_some()
    }
}

impl RecipeDimension {
    /// What the profile says of it; the categories are told apart.
    pub fn wire(&self) -> WireDimension {
        WireDimension {
            kind: Some(self.kind.clone()),
            total: self.total.clone(),
            multi_response: self.multi_response,
            ordered: self.ordered,
            breaks: self.breaks.clone(),
            notes: self.notes.clone(),
            ..WireDimension::default()
        }
    }
}

/// Reads every recipe of a folder, in the order of the catalogue.
pub fn read_all(folder: &Path) -> Result<Vec<Recipe>, PublishError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |source| PublishError::Io { path, source }
    };
    let mut recipes = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        if path.extension().is_some_and(|end| end == "toml") {
            let text = fs::read_to_string(&path).map_err(unreadable(&path))?;
            recipes.push(parse(&text, path)?);
        }
    }
    // The folder's own order is the file system's: a rebuild must not hang on it.
    recipes.sort_by(|one, other| (one.order, &one.id).cmp(&(other.order, &other.id)));
    Ok(recipes)
}

/// Reads one recipe.
pub fn parse(text: &str, path: PathBuf) -> Result<Recipe, PublishError> {
    match toml::from_str::<Recipe>(text) {
        Ok(recipe) => Ok(Recipe { path, ..recipe }),
        Err(source) => Err(PublishError::Recipe { path, source: Box::new(source) }),
    }
}
