//! What differs between two releases of a dataset: categories by name, cells by number. No cell's figure is repeated.

use serde::{Deserialize, Serialize};

use crate::model::{
    cube::Cube,
    dimension::Dimension,
    figure::{Absence, Figure},
    text::Text,
};

/// What became of a dataset since the last release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It was not there.
    New,
    /// It is the same to the last byte.
    Same,
    /// It differs.
    Altered(Alteration),
    /// It is there no more.
    Withdrawn,
}

/// In what a dataset differs from its last release.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alteration {
    /// Dimensions, measures and categories that are new, by code.
    pub added: Vec<Part>,
    /// Those that are there no more.
    pub removed: Vec<Part>,
    /// Cells that had another number.
    pub n_corrected: usize,
    /// Cells that had none and now have one.
    pub n_filled: usize,
    /// Cells that had a number that is hidden now.
    pub n_hidden: usize,
    /// Cells that had a number and now have none, for another reason.
    pub n_emptied: usize,
}

/// A part of a dataset, by the codes of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A dimension.
    Dimension(String),
    /// A measure.
    Measure(String),
    /// A category, with the id of its dimension.
    Category(String, String),
}

impl Alteration {
    /// Neither parts nor cells differ: only words or facts about the dataset do.
    pub fn is_of_words(&self) -> bool {
        *self == Self::default()
    }
}

/// In what a dataset differs from what it was.
pub fn alteration(old: &Cube, new: &Cube) -> Alteration {
    let mut found =
        Alteration { added: parts_without(new, old), removed: parts_without(old, new), ..Alteration::default() };
    let Some(way) = Way::between(old, new) else { return found };
    for (measure, was) in old.measures.iter().enumerate() {
        let Some(is) = new.measure_by_id(&was.id) else { continue };
        for row in 0..old.n_rows().unwrap_or_default() {
            let at = old.coordinates(row);
            let Some(there) = way.follow(&at) else { continue };
            found.count(&old.published(measure, &at), &new.published(is, &there));
        }
    }
    found
}

impl Alteration {
    fn count(&mut self, was: &Figure, is: &Figure) {
        let counter = match (was.value(), is.value()) {
            (Some(was), Some(is)) if was.to_bits() == is.to_bits() => return,
            (Some(_), Some(_)) => &mut self.n_corrected,
            (None, Some(_)) => &mut self.n_filled,
            (Some(_), None) if is.absence() == Some(&Absence::Suppressed) => &mut self.n_hidden,
            (Some(_), None) => &mut self.n_emptied,
            (None, None) => return,
        };
        *counter += 1;
    }
}

/// From a cell of one cube to the same cell of another, by codes.
struct Way {
    /// For each dimension of the other: which of ours, and where its categories went. None: ours is not there, and stands at its total.
    dimensions: Vec<Step>,
}

enum Step {
    Of(usize, Vec<Option<usize>>),
    Total(usize),
}

impl Way {
    /// None where a dimension is gone, or came without a total: then no cell is the same.
    fn between(from: &Cube, to: &Cube) -> Option<Self> {
        let is_gone = |dimension: &Dimension| to.dimension_by_id(&dimension.id).is_none();
        if from.dimensions.iter().any(is_gone) {
            return None;
        }
        let step = |dimension: &Dimension| match from.dimension_by_id(&dimension.id) {
            None => dimension.total.map(Step::Total),
            Some(own) => {
                let categories = &from.dimensions.get(own)?.categories;
                let place = |code: &String| dimension.categories.iter().position(|it| it.code == *code);
                Some(Step::Of(own, categories.iter().map(|it| place(&it.code)).collect()))
            }
        };
        Some(Self { dimensions: to.dimensions.iter().map(step).collect::<Option<_>>()? })
    }

    fn follow(&self, at: &[usize]) -> Option<Vec<usize>> {
        let step = |step: &Step| match step {
            Step::Total(total) => Some(*total),
            Step::Of(own, places) => *places.get(*at.get(*own)?)?,
        };
        self.dimensions.iter().map(step).collect()
    }
}

/// The parts of one that the other has not.
fn parts_without(one: &Cube, other: &Cube) -> Vec<Part> {
    let mut parts = Vec::new();
    for measure in &one.measures {
        if other.measure_by_id(&measure.id).is_none() {
            parts.push(Part::Measure(measure.id.clone()));
        }
    }
    for dimension in &one.dimensions {
        match other.dimension_by_id(&dimension.id).and_then(|place| other.dimensions.get(place)) {
            None => parts.push(Part::Dimension(dimension.id.clone())),
            Some(there) => {
                let is_new = |code: &str| there.categories.iter().all(|it| it.code != code);
                let codes = dimension.categories.iter().map(|it| &it.code).filter(|code| is_new(code));
                parts.extend(codes.map(|code| Part::Category(dimension.id.clone(), code.clone())));
            }
        }
    }
    parts
}

/// What a reader calls a part of the cube; none where it has no such part.
pub fn name<'c>(cube: &'c Cube, part: &Part) -> Option<&'c Text> {
    let dimension = |id: &str| cube.dimensions.get(cube.dimension_by_id(id)?);
    match part {
        Part::Measure(id) => Some(&cube.measures.get(cube.measure_by_id(id)?)?.label),
        Part::Dimension(id) => Some(&dimension(id)?.label),
        Part::Category(id, code) => Some(&dimension(id)?.categories.iter().find(|it| it.code == *code)?.label),
    }
}
