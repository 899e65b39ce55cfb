//! Cells one by one: where each is, and what it holds.

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};
use serde_json::Value;

use super::asked::Places;
use crate::{
    export::jsonstat,
    load::jsonstat::vocabulary::{self, FLAGS},
    model::{
        cube::{Column, Cube},
        dataset::MetricDimension,
        figure::{Absence, Figure},
        measure::Measure,
    },
    view_model::tally,
};

/// The cells of a cube that are asked for, in the order of the measures and rows.
pub struct Values<'c> {
    /// The cube.
    pub cube: &'c Cube,
    /// Those asked for.
    pub asked: &'c [Places],
    /// All are.
    pub is_all_asked: bool,
}

/// The dimension that the measures are the categories of, where the file has one or there are several.
pub fn metric(cube: &Cube) -> Option<MetricDimension> {
    let n_stored = cube.measures.iter().filter(|measure| measure.column.is_some()).count();
    jsonstat::metric(cube).filter(|_| cube.dataset.metric.is_some() || n_stored > 1)
}

impl Values<'_> {
    fn is_asked(&self, column: usize, at: &[usize]) -> bool {
        self.is_all_asked
            || self.asked.iter().any(|places| {
                places.column.is_none_or(|asked| asked == column)
                    && places.categories.iter().zip(at).all(|(asked, at)| asked.is_none_or(|asked| asked == *at))
            })
    }
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let metric = metric(self.cube);
        let mut list = serializer.serialize_seq(None)?;
        if !self.is_all_asked && self.asked.is_empty() {
            return list.end();
        }
        for measure in &self.cube.measures {
            let Some(place) = measure.column else { continue };
            let Some(column) = self.cube.columns.get(place) else { continue };
            for row in 0..column.len() {
                let at = self.cube.coordinates(row);
                if self.is_asked(place, &at) {
                    list.serialize_element(&Cell {
                        cube: self.cube,
                        metric: metric.as_ref(),
                        measure,
                        column,
                        row,
                        at,
                    })?;
                }
            }
        }
        list.end()
    }
}

struct Cell<'c> {
    cube: &'c Cube,
    metric: Option<&'c MetricDimension>,
    measure: &'c Measure,
    column: &'c Column,
    row: usize,
    at: Vec<usize>,
}

impl Cell<'_> {
    fn coordinates(&self) -> serde_json::Map<String, Value> {
        let mut codes = Vec::new();
        for (dimension, at) in self.cube.dimensions.iter().zip(&self.at) {
            let code = dimension.categories.get(*at).map(|category| category.code.as_str());
            codes.push((dimension.id.clone(), Value::from(code)));
        }
        let metric = self.metric.map(|metric| (metric.id.clone(), Value::from(self.measure.id.as_str())));
        codes.into_iter().chain(metric).collect()
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("coord", &self.coordinates())?;
        let mut flags = Vec::new();
        match self.column.figure(self.row) {
            Figure::Known(known) => {
                object.serialize_entry("value", &known.value)?;
                flags.extend(known.flags.iter().filter_map(|flag| vocabulary::word(FLAGS, &flag)));
                if let Some(qualifier) = &known.qualifier {
                    object.serialize_entry("qualifier", &vocabulary::qualifier_word(qualifier))?;
                }
            }
            Figure::Absent(absence) => {
                object.serialize_entry("state", tally::word(&absence))?;
                if let Absence::UnknownSymbol(symbol) = &absence {
                    object.serialize_entry("symbol", symbol)?;
                }
            }
        }
        object.serialize_entry("flags", &flags)?;
        object.end()
    }
}
