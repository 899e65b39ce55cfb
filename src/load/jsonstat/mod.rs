//! JSON-stat 2.0, the house's own format, with the profile `extension.insyn` for what the standard cannot say.

pub(in crate::load) mod node;
pub mod profile;
pub mod vocabulary;

mod axes;
mod axis;
mod catalogue;
mod cells;
mod columns;
pub(super) mod context;
mod contributors;
mod covariates;
mod cursor;
mod dataset;
mod decimal;
mod dimensions;
mod document;
mod extension;
mod from_node;
mod given;
mod index;
pub(in crate::load) mod layout;
mod legend;
pub(in crate::load) mod measures;
mod member;
mod names;
mod plain;
mod policy;
mod pxweb;
mod ratio;
mod remarks;
mod signs;
mod swift;
mod unique;
mod unit;
mod visitor;
mod wire;
mod word;

pub use measures::ONLY_MEASURE;

use axes::Axes;
use context::Context;
use given::Given;
use profile::Profile;

use super::complaint::{Complaint, Complaints};
use crate::model::{catalogue::Catalogue, cube::Cube, dataset::MetricDimension, dimension::DimensionKind};

/// The dataset in a file, and all that was wrong with it; no dataset only after a fatal complaint.
pub fn read(bytes: &[u8], id: &str) -> (Option<Cube>, Vec<Complaint>) {
    let mut complaints = Complaints::default();
    let cube = cube(bytes, id, &mut complaints);
    (cube.filter(|_| !complaints.is_fatal()), complaints.finish())
}

/// The catalogue in a file, and all that was wrong with it. An item with a fatal complaint is left out of it.
pub fn catalogue(bytes: &[u8]) -> (Option<Catalogue>, Vec<Complaint>) {
    let mut complaints = Complaints::default();
    let catalogue = catalogue::read(bytes, &mut complaints);
    (catalogue, complaints.finish())
}

fn cube(bytes: &[u8], id: &str, complaints: &mut Complaints) -> Option<Cube> {
    let mut document = document::parse(bytes, complaints)?;
    let extension = extension::read(document.extension.as_ref(), complaints)?;
    let no_profile = Profile::default();
    let mut context = Context::new(&extension, &no_profile, std::mem::take(complaints));
    let source = document.source.as_ref();
    context.is_of_statistics_sweden =
        matches!(source, Some(Given::Right(source)) if legend::is_statistics_sweden(source));
    let members = dataset::Members {
        label: document.label.take(),
        source: document.source.take(),
        updated: document.updated.take(),
        note: document.note.take(),
    };
    let mut dataset = dataset::read(id, members, &mut context);
    let axes = axes::read(&mut document, &mut context);
    let cube = axes.map(|axes| {
        let Axes { axes, metric, time, geo, layout } = axes;
        let (mut dimensions, mut measure_axis) = (Vec::new(), None);
        let mut pxweb = Vec::new();
        for (position, mut axis) in axes.into_iter().enumerate() {
            dataset.mandatory_notes.append(&mut axis.pxweb.mandatory_notes);
            let role = match position {
                _ if time.contains(&position) => Some(DimensionKind::Period),
                _ if geo.contains(&position) || (!context.has_profile && axis.has_area_codes()) => {
                    Some(DimensionKind::Area)
                }
                _ => None,
            };
            if metric == Some(position) {
                let (id, label) = (axis.id.clone(), axis.label.clone());
                dataset.metric = Some(MetricDimension { id, label, place: position });
                measure_axis = Some(axis);
            } else {
                pxweb.push(axis.pxweb.clone());
                dimensions.push(dimensions::of(axis, role, &mut context));
            }
        }
        dataset.combinations = dataset::combinations(&dimensions, &mut context);
        let metric = measure_axis.as_ref().map(|axis| axis.pxweb.clone());
        let mut read = measures::read(measure_axis, &dataset.label, &dimensions, &mut context);
        let (value, status) = (document.value.take(), document.status.take());
        let mut columns = columns::read(value, status, &layout, &read, &mut context);
        remarks::write(&mut columns, &layout, &mut context);
        measures::read_decimals(&mut read, &extension.px, &columns);
        let mut measures: Vec<_> = read.into_iter().map(|read| read.measure).collect();
        dataset.contributors = contributors::read(&measures, &mut context);
        dataset.covariates = covariates::read(&measures, &mut context);
        if dataset.hidden_signs.is_empty() && context.hidden_signs.len() > 1 {
            dataset.hidden_signs = std::mem::take(&mut context.hidden_signs);
        }
        pxweb::write_sums(&extension.px, &pxweb, metric.as_ref(), &dimensions, &mut measures);
        dataset.legal_bases = policy::legal_bases(&dimensions, &measures, &mut context);
        Cube { dataset, dimensions, measures, columns }
    });
    *complaints = context.complaints;
    cube
}
