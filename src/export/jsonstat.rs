//! A cube as a JSON-stat 2.0 dataset with our profile: read again, it is the same cube.

pub mod layout;
pub mod wire;

mod cells;
mod dimensions;
mod measures;
mod policy;
mod profile;
mod texts;

use std::collections::BTreeMap;

use cells::{Cells, Values};
use texts::Texts;
use wire::{Document, Extension};

use crate::{
    load::jsonstat::{ONLY_MEASURE, vocabulary::Vocabulary},
    model::{
        cube::{Column, Cube},
        dataset::MetricDimension,
        measure::Measure,
        text::{Language, Text},
    },
    words::explore,
};

/// The file. `load::jsonstat::read` makes the same cube of it: every state, flag, remark, note and translation.
pub fn write(cube: &Cube) -> Vec<u8> {
    let plan = Plan::of(cube);
    let cells = Cells::of(&plan);
    let mut document = document(&plan, cells.profile());
    document.value = Some(Values::of(&plan));
    document.status = cells.statuses();
    // A document of texts and numbers has nothing that JSON cannot say.
    layout::bytes(&document, layout::DATASET).unwrap_or_default()
}

/// How a cube lies in a file.
struct Plan<'c> {
    cube: &'c Cube,
    /// The measures with cells, in the order of the file.
    stored: Vec<(&'c Measure, &'c Column)>,
    /// The dimension that holds the measures; none where the only one needs none.
    metric: Option<MetricDimension>,
    /// Cells of one measure that follow each other.
    stride: usize,
    texts: Texts,
}

/// The dimension that holds the measures of a cube: the file's own, else one that is needed to tell them apart.
pub fn metric(cube: &Cube) -> Option<MetricDimension> {
    let mut metric = match &cube.dataset.metric {
        Some(metric) => metric.clone(),
        None => {
            let mut stored = cube.measures.iter().filter(|measure| measure.column.is_some());
            let is_nameless = |only: &Measure| only.id == ONLY_MEASURE && only.label == cube.dataset.label;
            if stored.next().is_some_and(is_nameless) && stored.next().is_none() {
                return None;
            }
            let language = cube.dataset.label.language();
            let label = Text::new(language, explore::measure(language));
            MetricDimension { id: "measure".to_owned(), label, place: 0 }
        }
    };
    while cube.dimension_by_id(&metric.id).is_some() {
        metric.id.push('_');
    }
    metric.place = metric.place.min(cube.dimensions.len());
    Some(metric)
}

/// What the profile says of the cells: the file's own legend, and remarks.
#[derive(Default)]
struct CellsProfile {
    states: BTreeMap<String, String>,
    cells: Vec<crate::load::jsonstat::profile::WireCell>,
}

impl<'c> Plan<'c> {
    fn of(cube: &'c Cube) -> Self {
        let column = |measure: &'c Measure| Some((measure, cube.columns.get(measure.column?)?));
        let stored: Vec<_> = cube.measures.iter().filter_map(column).collect();
        let metric = metric(cube);
        let is_before = |(place, _): &(usize, _)| metric.as_ref().is_none_or(|metric| *place >= metric.place);
        let after = cube.dimensions.iter().enumerate().filter(is_before);
        let stride = after.fold(1_usize, |product, (_, dimension)| product.saturating_mul(dimension.categories.len()));
        let texts = Texts { language: cube.dataset.label.language() };
        Self { cube, stored, metric, stride: stride.max(1), texts }
    }

    /// Cells of one measure.
    fn n_rows(&self) -> usize {
        self.stored.first().map_or(0, |(_, column)| column.len())
    }

    fn columns(&self) -> impl Iterator<Item = &'c Column> {
        self.stored.iter().map(|(_, column)| *column)
    }

    /// The cells in the order of the file: column and row.
    fn cells(&self) -> impl Iterator<Item = (&'c Column, usize)> + '_ {
        let starts = (0..self.n_rows()).step_by(self.stride);
        starts.flat_map(move |start| {
            let rows = start..start.saturating_add(self.stride);
            self.columns().flat_map(move |column| rows.clone().map(move |row| (column, row)))
        })
    }

    /// Where a row of a column is in the file.
    fn flat(&self, number: usize, row: usize) -> usize {
        let (outer, inner) = (row.checked_div(self.stride), row.checked_rem(self.stride));
        let block = outer.unwrap_or(0).saturating_mul(self.stored.len()).saturating_add(number);
        block.saturating_mul(self.stride).saturating_add(inner.unwrap_or(row))
    }
}

fn document<V, S>(plan: &Plan, said_of_cells: CellsProfile) -> Document<V, S> {
    let dataset = &plan.cube.dataset;
    let (note, _) = plan.texts.notes(&dataset.notes);
    let dimensions = dimensions::of(plan);
    // What the profile does not list would be taken for a source of its own.
    let source = dataset.publisher.as_ref().map(|publisher| plan.texts.label(publisher).0);
    let source = source.or_else(|| dataset.sources.first().map(|source| source.title.clone()));
    let language = plan.texts.language;
    Document {
        version: "2.0",
        class: "dataset",
        label: plan.texts.label(&dataset.label).0,
        source: source.filter(|_| !dataset.sources.is_empty()),
        updated: dataset.updated.clone(),
        note,
        id: dimensions.ids,
        size: dimensions.sizes,
        role: dimensions.roles,
        dimension: dimensions.wires,
        extension: Extension {
            lang: (language != Language::default()).then(|| language.tag()),
            insyn: profile::of(plan, said_of_cells, dimensions.profiles, dimensions.translations),
        },
        value: None,
        status: None,
    }
}

/// The word for a meaning, where there is one.
fn word<T: PartialEq>(vocabulary: &Vocabulary<T>, meaning: &T) -> Option<String> {
    crate::load::jsonstat::vocabulary::word(vocabulary, meaning).map(str::to_owned)
}
