//! The variables of a PX file: dimensions, and the measures where there are several; with names that tell them apart.

use std::collections::{BTreeSet, HashSet};

use super::{loss::PxLoss, out::plain};
use crate::{
    model::{
        cube::Cube,
        dimension::Dimension,
        measure::Measure,
        text::{Language, Text},
    },
    words,
};

/// A variable as it is written.
pub struct Variable {
    /// The id of the dimension.
    pub id: String,
    /// Its position in the cube; none for the measures.
    pub dimension: Option<usize>,
    /// Its name in Swedish and in English.
    name: [String; 2],
    /// The codes of its values.
    pub codes: Vec<String>,
    /// The names of its values in Swedish and in English.
    values: [Vec<String>; 2],
}

const fn place(language: Language) -> usize {
    match language {
        Language::Swedish => 0,
        Language::English => 1,
    }
}

impl Variable {
    /// Its name.
    pub fn name(&self, language: Language) -> &str {
        self.name.get(place(language)).map_or("", String::as_str)
    }

    /// The names of its values.
    pub fn values(&self, language: Language) -> &[String] {
        self.values.get(place(language)).map_or(&[], Vec::as_slice)
    }

    /// What a value is called in a key, so that a reader of a file in `own` finds it and no other: its name, else its code.
    pub fn key(&self, value: usize, language: Language, own: Language) -> Option<&str> {
        let of = |list: &[String], name: &str| list.iter().position(|it| it == name);
        let found = |name: &str| {
            let other = Language::ALL.into_iter().find(|other| *other != own).unwrap_or(own);
            of(self.values(own), name).or_else(|| of(&self.codes, name)).or_else(|| of(self.values(other), name))
        };
        [self.values(language).get(value), self.values(own).get(value), self.codes.get(value)]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .find(|name| found(name) == Some(value))
    }
}

/// The variables of a cube, the measures first where they are one.
pub fn variables(
    cube: &Cube,
    measures: &[&Measure],
    has_contents: bool,
    losses: &mut BTreeSet<PxLoss>,
) -> Vec<Variable> {
    let mut all = Vec::new();
    if has_contents {
        let label = Text::new(Language::Swedish, words::inspection::contents(Language::Swedish))
            .translated(words::inspection::contents(Language::English));
        let labels: Vec<&Text> = measures.iter().map(|measure| &measure.label).collect();
        let codes = measures.iter().map(|measure| measure.id.clone()).collect();
        all.push(variable(String::new(), None, &label, codes, &labels));
    }
    for (position, dimension) in cube.dimensions.iter().enumerate() {
        let Dimension { id, label, categories, .. } = dimension;
        let labels: Vec<&Text> = categories.iter().map(|category| &category.label).collect();
        let codes = categories.iter().map(|category| category.code.clone()).collect();
        all.push(variable(id.clone(), Some(position), label, codes, &labels));
    }
    let mut taken = HashSet::new();
    for variable in &mut all {
        for name in &mut variable.name {
            if name.is_empty() {
                name.clone_from(&variable.id);
                losses.insert(PxLoss::Names);
            }
        }
        let is_free = |names: &[String; 2], taken: &HashSet<String>| names.iter().all(|name| !taken.contains(name));
        while !is_free(&variable.name, &taken) {
            losses.insert(PxLoss::Names);
            for name in &mut variable.name {
                name.push('*');
            }
        }
        taken.extend(variable.name.iter().cloned());
    }
    all
}

fn variable(id: String, dimension: Option<usize>, label: &Text, codes: Vec<String>, labels: &[&Text]) -> Variable {
    let name = Language::ALL.map(|language| plain(label.get(language)));
    let values = Language::ALL.map(|language| labels.iter().map(|label| plain(label.get(language))).collect());
    Variable { id, dimension, name, codes: codes.iter().map(|code| plain(code)).collect(), values }
}
