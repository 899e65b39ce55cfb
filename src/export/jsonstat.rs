//! A cube as a JSON-stat 2.0 dataset with our profile: read again, it is the same cube.

pub mod layout;
pub mod wire;

mod cells;
mod dimensions;
mod measures;
mod profile;
mod texts;

use std::collections::BTreeMap;

use cells::{Cells, Statuses, Values};
use texts::Texts;
use wire::{Document, Extension};

use crate::{
    load::jsonstat::{ONLY_MEASURE, vocabulary::Vocabulary},
    model::{
        cube::{Column, Cube},
        measure::Measure,
        text::Language,
    },
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

/// The file without its cells and all that is said of single ones.
pub fn write_head(cube: &Cube) -> Vec<u8> {
    let plan = Plan::of(cube);
    let document: Document<Values, Statuses> = document(&plan, Default::default());
    serde_json::to_vec(&document).unwrap_or_default()
}

/// How a cube lies in a file.
struct Plan<'c> {
    cube: &'c Cube,
    /// The measures with cells, in the order of the file.
    stored: Vec<(&'c Measure, &'c Column)>,
    /// The id of the dimension that holds the measures; none where the only one needs none.
    metric: Option<String>,
    texts: Texts,
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
        let needs_no_metric = matches!(
            stored.as_slice(),
            [(only, _)] if only.id == ONLY_MEASURE && only.label == cube.dataset.label
        );
        let mut metric = "measure".to_owned();
        while cube.dimension_by_id(&metric).is_some() {
            metric.push('_');
        }
        let texts = Texts { language: cube.dataset.label.language() };
        Self { cube, stored, metric: (!needs_no_metric).then_some(metric), texts }
    }

    /// Cells of one measure.
    fn n_rows(&self) -> usize {
        self.stored.first().map_or(0, |(_, column)| column.len())
    }

    fn columns(&self) -> impl Iterator<Item = &'c Column> {
        self.stored.iter().map(|(_, column)| *column)
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
