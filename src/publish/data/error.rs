//! What can be wrong with the sources of the published data, with the figure, the file and the remedy.

use std::{fmt, io, path::PathBuf};

use crate::publish::demo::make::DemoError;

/// Why the published data could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The demonstration's records could not be made into tables.
    #[error(transparent)]
    Demo(#[from] DemoError),
    /// A file can't be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A table can't be read.
    #[error("{}: {source}", path.display())]
    Csv {
        /// The file.
        path: PathBuf,
        /// Why, with its line.
        source: csv::Error,
    },
    /// A recipe, or a list that recipes name things of, can't be read.
    #[error("{}: {source}", path.display())]
    Recipe {
        /// The file.
        path: PathBuf,
        /// Why, with its line.
        source: Box<toml::de::Error>,
    },
    /// A dataset can't be written as JSON, or a file not read as that.
    #[error("{id}: {source}")]
    Json {
        /// The dataset or the file.
        id: String,
        /// Why.
        source: serde_json::Error,
    },
    /// What was made of a recipe is not read as a dataset, and so can't be packed for the start page.
    #[error("{}: {why}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the reader complains of.
        why: String,
    },
    /// Recipes and figures do not fit; all that was found at once.
    #[error("{}", list(.0))]
    Faults(Vec<Fault>),
}

/// One thing wrong with a recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file to mend.
    pub file: PathBuf,
    /// The figure it is about.
    pub fact: Option<String>,
    /// What was wrong.
    pub kind: FaultKind,
}

/// What was wrong with a recipe, each with its remedy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// The recipe names a figure that is not in the table.
    #[error("no such figure in the table: correct the number or add the row")]
    MissingFact,
    /// A figure of a table that the recipes take stands in no recipe.
    #[error("the figure belongs to {0}, which is taken, but no recipe places it: add a line under [facts]")]
    Unplaced(String),
    /// The recipe does not take the table that the figure belongs to.
    #[error("the figure belongs to {0}, which this recipe does not take: add it to `tables` or remove the line")]
    TableNotTaken(String),
    /// Another recipe has placed the figure already.
    #[error("the figure stands in {} too: keep one of the two", .0.display())]
    PlacedTwice(PathBuf),
    /// Two figures in one cell.
    #[error("the cell already holds {0}: give one of them another category")]
    Collision(String),
    /// A dimension that the recipe does not have.
    #[error("no dimension \"{0}\": correct the id or declare it")]
    UnknownDimension(String),
    /// A measure that the recipe does not have.
    #[error("no measure \"{0}\": correct the id or declare it")]
    UnknownMeasure(String),
    /// A code that is not in its dimension.
    #[error("dimension \"{dimension}\" has no category for \"{code}\": correct it or declare the category")]
    UnknownCode {
        /// The dimension.
        dimension: String,
        /// The code, or what the figure's column says.
        code: String,
    },
    /// A dimension without total where the figure says nothing of it.
    #[error("nothing says which category of \"{0}\" the figure is about: name one, or declare a total")]
    NoCoordinate(String),
    /// A qualifier nobody has given a meaning.
    #[error("the qualifier \"{0}\" is not known: add it to src/publish/data/qualifier.rs")]
    UnknownQualifier(String),
    /// A way of reading nobody has given a meaning.
    #[error("the verification \"{0}\" is not known: add it to src/publish/data/qualifier.rs")]
    UnknownReading(String),
    /// A value that is not a number.
    #[error("the value \"{0}\" is not a number: write digits and a decimal point")]
    NotANumber(String),
    /// An area that is not in the list of areas.
    #[error("no area \"{0}\" in areas.csv: correct the code or add the row")]
    UnknownArea(String),
    /// A provision that is not in the list.
    #[error("no provision \"{0}\" in laws.toml: correct it or add it there")]
    UnknownLaw(String),
    /// An event that is not in the list.
    #[error("no event \"{0}\" in events.toml: correct it or add it there")]
    UnknownEvent(String),
    /// A publisher whose name nobody has put into English.
    #[error("publishers.toml has no English for \"{0}\": add it there")]
    UnknownPublisher(String),
    /// A sign that the recipe does not explain.
    #[error("no sign \"{0}\" under [states]: correct it or explain it there")]
    UnknownSign(String),
    /// A hidden figure in a recipe that has no sign for it.
    #[error("the figure is hidden, but no sign under [states] means \"suppressed\": add one")]
    NoSignForHidden,
    /// A measure says something that the profile has no word for.
    #[error("measure \"{measure}\" has an unknown key \"{key}\": correct it")]
    UnknownKey {
        /// The measure.
        measure: String,
        /// The key.
        key: String,
    },
    /// The cells are more than a file can point at.
    #[error("the dataset has too many cells: split it")]
    TooManyCells,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: ", self.file.display())?;
        if let Some(fact) = &self.fact {
            write!(out, "{fact}: ")?;
        }
        write!(out, "{}", self.kind)
    }
}

fn list(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.join("\n")
}
