//! What can be found: each thing with its names in both languages, spelt as texts are compared.

use super::hits::{Kind, Target};
use crate::{
    model::{
        catalogue::{Catalogue, CatalogueItem},
        choice::Choice,
        outline::{Outline, Outlines},
        searched::{SearchIndex, Searched, SearchedCategory, SearchedDimension},
        text::Text,
    },
    view_model::{spelling::Spelt, walk::other_names},
};

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub label: Text,
    /// What it belongs to, the nearest first: a dimension, a dataset.
    pub within: Vec<Text>,
    /// Whether its figures are made up; none for a place, which has none of its own.
    pub is_synthetic: Option<bool>,
    /// Whether it is in a file that the reader has opened.
    pub is_own: bool,
    /// Where it leads.
    pub target: Target,
    /// By what it is found.
    pub(super) spelt: Vec<Spelt>,
}

impl Entry {
    fn new(kind: Kind, label: &Text, target: Target) -> Self {
        let mut spelt: Vec<Spelt> = label.wordings().map(Spelt::of).collect();
        spelt.dedup();
        Self { kind, label: label.clone(), within: Vec::new(), is_synthetic: None, is_own: false, target, spelt }
    }

    fn within(self, within: &[&Text]) -> Self {
        Self { within: within.iter().map(|it| (*it).clone()).collect(), ..self }
    }

    fn figures(self, is_synthetic: bool, is_own: bool) -> Self {
        Self { is_synthetic: Some(is_synthetic), is_own, ..self }
    }
}

/// All that can be found in the datasets of a catalogue; where there is no index, their titles.
pub fn entries(catalogue: &Catalogue, index: Option<&SearchIndex>) -> Vec<Entry> {
    let of_item = |item: &CatalogueItem| {
        let known = index.and_then(|index| index.datasets.iter().find(|it| it.id == item.id));
        let bare = Searched { id: item.id.clone(), ..Searched::default() };
        of_dataset(known.unwrap_or(&bare), &item.label, item.is_synthetic, false)
    };
    catalogue.items.iter().flat_map(of_item).collect()
}

/// All that can be found in a file that the reader has opened.
pub fn own_entries(searched: &Searched, is_synthetic: bool) -> Vec<Entry> {
    of_dataset(searched, &searched.label, is_synthetic, true)
}

fn of_dataset(searched: &Searched, label: &Text, is_synthetic: bool, is_own: bool) -> Vec<Entry> {
    let asked = || Choice { dataset: Some(searched.id.clone()), ..Choice::default() };
    let entry = |kind, label: &Text, choice| {
        Entry::new(kind, label, Target::Question(Box::new(choice))).figures(is_synthetic, is_own)
    };
    let dataset = entry(Kind::Dataset, label, asked());
    let measures = searched.measures.iter().map(|it| {
        let choice = Choice { measure: Some(it.id.clone()), ..asked() };
        entry(Kind::Measure, &it.label, choice).within(&[label])
    });
    let dimension = |it: &SearchedDimension| {
        let choice = Choice { by: Some(it.id.clone()), ..asked() };
        let own = entry(Kind::Breakdown, &it.label, choice).within(&[label]);
        let category = |category: &SearchedCategory| {
            let measure = category.measure.clone();
            let choice = Choice { measure, categories: category.at.clone(), ..asked() }.at(&it.id, &category.code);
            entry(Kind::Category, &category.label, choice).within(&[&it.label, label])
        };
        std::iter::once(own).chain(it.categories.iter().map(category)).collect::<Vec<_>>()
    };
    std::iter::once(dataset).chain(measures).chain(searched.dimensions.iter().flat_map(dimension)).collect()
}

/// All places.
pub fn place_entries(outlines: &Outlines) -> Vec<Entry> {
    let place = |area: &Outline| {
        let mut entry = Entry::new(Kind::Place, &area.name, Target::Place(area.code.clone()));
        entry.spelt.extend(other_names(&area.code).iter().map(|name| Spelt::of(name)));
        entry
    };
    outlines.areas.iter().map(place).collect()
}
