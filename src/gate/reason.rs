//! Why a cube is not let in: the rule and the place. What stands in the place is never repeated.

use super::personal::{self, Personal};
use crate::{
    bounds::protection::Exposure,
    model::{
        cube::Cube,
        text::{Language, Text},
    },
};

/// Who contributes to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contributor {
    /// Homes.
    Homes,
    /// Those who run them.
    Operators,
}

/// One reason, and where there are several datasets, the one it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The dataset; none where there is only one.
    pub dataset: Option<Name>,
    /// The reason.
    pub reason: Reason,
}

/// One reason.
#[derive(Clone, Debug, PartialEq)]
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
    /// A hidden cell can be worked out from all that is published with it, or has been before.
    HiddenFollows {
        /// Where.
        cell: CellName,
        /// What can be told of it.
        exposure: Exposure,
        /// How it is published, or not.
        withheld: Withheld,
        /// How.
        way: Way,
    },
    /// All of a small group have the same sensitive answer.
    WholeGroup {
        /// Where.
        cell: CellName,
        /// All of them have it; else none has what they should.
        is_all: bool,
        /// The group is smaller than this.
        under: u32,
    },
    /// A share of fewer persons than a share may be given of.
    ShareOfFew {
        /// Where.
        cell: CellName,
        /// The fewest.
        least: u32,
    },
    /// Too few homes or operators stand behind a figure.
    FewContributors {
        /// Where.
        cell: CellName,
        /// What there are too few of.
        of: Contributor,
        /// The fewest.
        least: u32,
    },
    /// One home has most of a figure.
    Dominated {
        /// Where.
        cell: CellName,
        /// The most that one may have, in per cent.
        most: f64,
    },
    /// Protected counts for one home at a time.
    HomeByHome {
        /// The dimension of homes, by id.
        dimension: String,
    },
    /// The rows are single cases.
    Records {
        /// The dimension that numbers them, by id.
        dimension: String,
        /// How many there are.
        n: usize,
    },
    /// The file has several signs for a hidden figure.
    SeveralSigns {
        /// The signs.
        signs: Vec<String>,
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

/// How a count that can be worked out is published, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// The publisher hides it.
    Hidden,
    /// It is absent for another reason, or left out, and it is small.
    Absent,
    /// It is rounded, and what it was is small.
    Rounded,
}

/// How a cell can be worked out: which published figures it takes, and never what they come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// The first steps.
    pub steps: Vec<Step>,
    /// How many more relations it takes.
    pub n_more: usize,
    /// Other cells without a number are worked out first.
    pub is_chain: bool,
    /// The file does not say that these parts may be added up; an attacker takes it for granted.
    pub is_presumed: bool,
}

/// A step of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A whole less its other parts.
    LessParts {
        /// The whole.
        whole: CellName,
        /// The first of the parts.
        parts: Vec<CellName>,
        /// How many more there are.
        n_more: usize,
    },
    /// The sum of its parts.
    Parts {
        /// The first of the parts.
        parts: Vec<CellName>,
        /// How many more there are.
        n_more: usize,
    },
    /// The same figure stands elsewhere.
    Same(CellName),
    /// It is a part of this.
    AtMost(CellName),
    /// This is a part of it.
    AtLeast(CellName),
    /// A share or a rate is told, and the other of its two counts.
    Quotient {
        /// The share or the rate.
        share: CellName,
        /// The other count.
        other: CellName,
    },
}

/// Where a cell is that is not in the dataset that is spoken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// In another dataset that is published with it.
    Dataset(Name),
    /// In what was published earlier.
    Earlier {
        /// The dataset.
        name: Name,
        /// The day it was last updated.
        updated: Option<String>,
    },
}

/// A cell by the publisher's own names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellName {
    /// Where it is, if not in the dataset that is spoken of.
    pub elsewhere: Option<Elsewhere>,
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
        Self { elsewhere: None, measure: measure.unwrap_or_default(), categories: categories.collect() }
    }
}

impl Name {
    /// The name of a dataset.
    pub fn of_dataset(cube: &Cube) -> Self {
        Self::of(&cube.dataset.id, &cube.dataset.label)
    }

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
