//! Why a cube is not let in: the rule and the place. What stands in the place is never repeated.

use super::personal::{self, Personal};
use crate::model::{
    cube::Cube,
    text::{Language, Text},
};

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file says itself that it has not been protected.
    Unprotected,
    /// The file's own threshold is lower than the one compiled in.
    ThresholdUnderFloor {
        /// The file's.
        declared: u32,
        /// Ours.
        floor: u32,
    },
    /// A count of a protected unit lies from 1 up to the threshold.
    SmallCount {
        /// Where.
        cell: CellName,
        /// The threshold.
        threshold: u32,
        /// The file does not say that it is a count; its numbers are whole, and so it is taken for one.
        is_taken_for_count: bool,
    },
    /// Such a count follows from a share or a rate and its n.
    CountFromShare {
        /// Where the share is.
        cell: CellName,
        /// The measure that gives n, by id.
        denominator: String,
        /// The threshold.
        threshold: u32,
    },
    /// A text has something that leads to a person.
    PersonalData {
        /// Where the text is.
        place: TextPlace,
        /// What it looks like.
        kind: Personal,
    },
    /// An address that is not one of the web.
    UnsafeAddress {
        /// Where it is.
        place: TextPlace,
    },
}

/// A cell by the publisher's own names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellName {
    /// The measure.
    pub measure: Name,
    /// A category of each dimension, with the dimension's id.
    pub categories: Vec<(String, Name)>,
}

/// An id or code, and what it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// As the file writes it.
    pub code: String,
    /// As a reader knows it.
    pub label: Text,
}

/// Where a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPlace {
    /// A text about the whole dataset.
    Dataset(DatasetText),
    /// A source, counted from 1.
    Source(usize),
    /// A dimension, by id.
    Dimension(String, Part),
    /// A category, by dimension id and code.
    Category(String, String, Part),
    /// A measure, by id.
    Measure(String, Part),
    /// What is said of one cell.
    Cell(CellName),
}

/// A text about the whole dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatasetText {
    /// The name in addresses.
    Id,
    /// The title.
    Title,
    /// A registry number.
    RegistryNumber,
    /// Who publishes it.
    Publisher,
    /// The licence.
    Licence,
    /// The day it was updated.
    Updated,
    /// What was looked at.
    Population,
    /// Why something may or may not be compared.
    Comparison,
    /// What was done so that nobody can be identified.
    Disclosure,
    /// A note.
    Note,
    /// A dated event.
    Event,
    /// A provision of law.
    LegalBasis,
}

/// A text about a part of the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The id or the code itself.
    Code,
    /// What it is called.
    Label,
    /// Its unit.
    Unit,
    /// A note on it.
    Note,
    /// Why a series is broken.
    Break,
}

impl CellName {
    /// The name of a cell of a measure, by row.
    pub fn of(cube: &Cube, measure: usize, row: usize) -> Self {
        let at = cube.coordinates(row);
        let categories = cube.dimensions.iter().zip(at).filter_map(|(dimension, category)| {
            let category = dimension.categories.get(category)?;
            Some((discreet(&dimension.id), Name::of(&category.code, &category.label)))
        });
        let measure = cube.measures.get(measure).map(|measure| Name::of(&measure.id, &measure.label));
        Self { measure: measure.unwrap_or_default(), categories: categories.collect() }
    }
}

impl Name {
    fn of(code: &str, label: &Text) -> Self {
        let leads_to_a_person = label.wordings().any(|wording| personal::kinds(wording).next().is_some());
        let label = if leads_to_a_person { Text::new(Language::default(), "…") } else { label.clone() };
        Self { code: discreet(code), label }
    }
}

/// An id or a code for a refusal; one that itself leads to a person is not repeated.
pub fn discreet(code: &str) -> String {
    match personal::kinds(code).next() {
        None => code.to_owned(),
        Some(_) => "…".to_owned(),
    }
}
