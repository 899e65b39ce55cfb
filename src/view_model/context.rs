//! What every panel of one view shares: the cube, the question, the language.

use super::asked::Asked;
use crate::{
    gate::Cleared,
    model::{
        area::Level,
        cube::Cube,
        dimension::{Dimension, DimensionKind},
        measure::Measure,
        text::Language,
    },
    query::{breakdown::areas_at, parts::all_of, question::Question},
    words,
};

/// The question at hand, and the language it is answered in.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The dataset.
    pub cleared: &'a Cleared,
    /// What is asked.
    pub question: &'a Question,
    /// The answers to it.
    pub asked: &'a Asked,
    /// The reader's language.
    pub language: Language,
}

impl<'a> Context<'a> {
    /// The dataset's cube.
    pub fn cube(&self) -> &'a Cube {
        self.cleared.cube()
    }

    /// The measure asked for.
    pub fn measure(&self) -> Option<&'a Measure> {
        self.cube().measures.get(self.question.measure)
    }

    /// What the measure is called.
    pub fn measure_label(&self) -> &'a str {
        self.measure().map_or("", |measure| measure.label.get(self.language))
    }

    /// One of the dimensions.
    pub fn dimension(&self, dimension: usize) -> Option<&'a Dimension> {
        self.cube().dimensions.get(dimension)
    }

    /// The dimension of places.
    pub fn area(&self) -> Option<usize> {
        self.cube().dimension_of_kind(&DimensionKind::Area)
    }

    /// The whole country among the places.
    pub fn nation(&self) -> Option<usize> {
        areas_at(self.cleared, self.area()?, Level::Nation).first().copied()
    }

    /// What a category is called.
    pub fn category_label(&self, dimension: usize, category: usize) -> &'a str {
        let Some(it) = self.dimension(dimension) else { return "" };
        match it.categories.get(category) {
            Some(category) => category.label.get(self.language),
            None if category == all_of(it) => words::sum::all(self.language),
            None => "",
        }
    }

    /// What is picked in a dimension.
    pub fn picked(&self, dimension: usize) -> usize {
        self.question.at.get(dimension).copied().unwrap_or(0)
    }

    /// The picked place, or the dataset's own name where there are no places.
    pub fn place(&self) -> &'a str {
        match self.area() {
            Some(area) => self.category_label(area, self.picked(area)),
            None => self.cube().dataset.label.get(self.language),
        }
    }

    /// What else is picked, in words: the categories that narrow the question down, but for those of these dimensions.
    pub fn rest(&self, but_for: &[Option<usize>]) -> String {
        let narrowing = (0..self.cube().dimensions.len()).filter(|dimension| !but_for.contains(&Some(*dimension)));
        let labels = narrowing.filter_map(|dimension| {
            let it = self.dimension(dimension)?;
            let picked = self.picked(dimension);
            let is_told = it.total != Some(picked)
                && picked != all_of(it)
                && (it.categories.len() > 1 || it.kind == DimensionKind::Period);
            let label = self.category_label(dimension, picked);
            let said = if it.kind.has_names() { label.to_owned() } else { words::explore::lower_first(label) };
            is_told.then_some(said)
        });
        labels.collect::<Vec<_>>().join(", ")
    }
}
