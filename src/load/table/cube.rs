//! From a table and what its columns are to a cube.

use super::{
    Table,
    categories::{self, Axis},
    duplicates::Duplicates,
    fault::TableFault,
    figures,
    filling::{Filling, Numbers},
    mapping::{ColumnMapping, Mapping, Role},
};
use crate::{
    load::{
        complaint::{Complaint, Complaints, Place},
        fault::{Fault, Limit},
        limits,
    },
    model::{
        cube::{Column as Cells, Cube},
        dataset::Dataset,
        measure::{Measure, Polarity, ProtectedUnit},
        text::Text,
    },
};

/// The cube of a table, and all that was wrong with it; no cube only after a fatal complaint.
pub fn cube(table: &Table, mapping: &Mapping, id: &str) -> (Option<Cube>, Vec<Complaint>) {
    let mut complaints = Complaints::default();
    let cube = build(table, mapping, id, &mut complaints);
    (cube.filter(|_| !complaints.is_fatal()), complaints.finish())
}

fn build(table: &Table, mapping: &Mapping, id: &str, complaints: &mut Complaints) -> Option<Cube> {
    check(table, mapping, complaints);
    let of_role = |is: fn(&ColumnMapping) -> bool| {
        let columns = mapping
            .columns
            .iter()
            .enumerate()
            .filter(move |(number, mapped)| *number < table.columns.len() && is(mapped));
        columns.map(|(number, _)| number).collect::<Vec<_>>()
    };
    let mut axes: Vec<Axis> = of_role(ColumnMapping::is_dimension)
        .into_iter()
        .filter_map(|number| categories::of_column(table, mapping, number, complaints))
        .collect();
    let names = of_role(|mapped| mapped.role == Role::MeasureNames)
        .first()
        .and_then(|number| categories::of_column(table, mapping, *number, complaints));
    let figures = with_or_without_period(table, mapping, of_role(ColumnMapping::is_measure), complaints);
    if figures.is_empty() {
        complaints.fail(Place::File, TableFault::NoNumbers.into());
        return None;
    }
    let periods: Vec<&str> = figures.iter().filter_map(|number| period_of(mapping, *number)).collect();
    if !periods.is_empty() {
        axes.push(categories::of_headers(periods.into_iter(), mapping));
    }
    if axes.is_empty() && table.n_rows() > 1 {
        complaints.fail(Place::File, TableFault::NoDimensions.into());
        return None;
    }
    let (measures, numbers) = match &names {
        Some(names) => named_measures(table, mapping, names, &figures),
        None => own_measures(table, mapping, &figures, &axes),
    };
    let n_rows = size(&axes, measures.len(), complaints)?;
    let dimensions = axes.iter().map(|axis| axis.dimension.clone()).collect();
    let label = if table.name.is_empty() { id } else { &table.name };
    let text = |words: &str| Text::new(mapping.language, words);
    let dataset = Dataset {
        id: id.to_owned(),
        label: text(label),
        notes: table.remarks.iter().map(|remark| text(remark)).collect(),
        ..Dataset::default()
    };
    let columns = vec![Cells::unpublished(n_rows); measures.len()];
    let mut filling = Filling {
        table,
        axes: &axes,
        names: names.as_ref(),
        numbers,
        is_seen: vec![vec![false; n_rows]; measures.len()],
        cube: Cube { dataset, dimensions, measures, columns },
        duplicates: Duplicates::default(),
    };
    filling.fill(complaints);
    filling.complain(complaints);
    Some(filling.cube)
}

/// Complains of columns that point at none, or at themselves.
fn check(table: &Table, mapping: &Mapping, complaints: &mut Complaints) {
    for (number, mapped) in mapping.columns.iter().enumerate() {
        let of = match mapped.role {
            Role::Label { of } | Role::Status { of: Some(of) } => of,
            _ => continue,
        };
        if of == number || of >= table.columns.len() {
            let fault =
                TableFault::NoSuchColumn { header: table.header(number).to_owned(), column: of.saturating_add(1) };
            complaints.warn(table.header_place(number), fault.into());
        }
    }
}

fn period_of(mapping: &Mapping, number: usize) -> Option<&str> {
    match mapping.columns.get(number).map(|mapped| &mapped.role) {
        Some(Role::Measure { period, .. }) => period.as_deref(),
        _ => None,
    }
}

/// The number columns: where some have a period in their header, those without can't be placed.
fn with_or_without_period(
    table: &Table,
    mapping: &Mapping,
    figures: Vec<usize>,
    complaints: &mut Complaints,
) -> Vec<usize> {
    if figures.iter().all(|number| period_of(mapping, *number).is_none()) {
        return figures;
    }
    let (with, without): (Vec<usize>, Vec<usize>) =
        figures.into_iter().partition(|number| period_of(mapping, *number).is_some());
    for number in without {
        let fault = TableFault::WithoutPeriod(table.header(number).to_owned());
        complaints.warn(table.header_place(number), fault.into());
    }
    with
}

fn size(axes: &[Axis], n_measures: usize, complaints: &mut Complaints) -> Option<usize> {
    if axes.len() > limits::DIMENSIONS {
        let fault = Fault::OverLimit { limit: Limit::Dimensions, most: limits::DIMENSIONS, found: Some(axes.len()) };
        complaints.fail(Place::File, fault);
        return None;
    }
    let sizes = axes.iter().map(|axis| axis.dimension.categories.len());
    let n_rows = sizes.clone().try_fold(1_usize, usize::checked_mul);
    let n_cells = n_rows.and_then(|n_rows| n_rows.checked_mul(n_measures));
    if n_cells.is_none_or(|n_cells| n_cells > limits::CELLS) {
        let fault = Fault::OverLimit { limit: Limit::Cells, most: limits::CELLS, found: n_cells };
        complaints.fail(Place::File, fault);
        return None;
    }
    n_rows
}

fn measure(id: &str, label: Text, place: usize, mapped: &ColumnMapping, decimals: u8) -> Measure {
    Measure {
        id: id.to_owned(),
        label,
        kind: mapped.kind,
        unit: mapped.unit.clone().unwrap_or_default(),
        column: Some(place),
        ratio: None,
        polarity: Polarity::default(),
        decimals,
        protected_unit: ProtectedUnit::default(),
        additive_over: Vec::new(),
        notes: mapped.notes.clone(),
    }
}

/// The measures that a column names, one figure a row.
fn named_measures(table: &Table, mapping: &Mapping, names: &Axis, figures: &[usize]) -> (Vec<Measure>, Vec<Numbers>) {
    let Some((number, mapped)) = figures.first().and_then(|number| Some((*number, mapping.columns.get(*number)?)))
    else {
        return (Vec::new(), Vec::new());
    };
    let decimals = decimals(table, number, mapped);
    let categories = names.dimension.categories.iter().enumerate();
    let measures = categories.map(|(place, it)| measure(&it.code, it.label.clone(), place, mapped, decimals)).collect();
    (measures, vec![numbers(table, mapping, number, None, 0)])
}

/// The measures of the number columns: one a column, or one for all periods of the same.
fn own_measures(table: &Table, mapping: &Mapping, figures: &[usize], axes: &[Axis]) -> (Vec<Measure>, Vec<Numbers>) {
    let periods = axes.iter().find(|axis| axis.column.is_none()).map(|axis| axis.places.as_slice()).unwrap_or_default();
    let (mut measures, mut all): (Vec<Measure>, Vec<Numbers>) = (Vec::new(), Vec::new());
    for (nth, number) in figures.iter().enumerate() {
        let Some(mapped) = mapping.columns.get(*number) else { continue };
        let Role::Measure { measure: named, period } = &mapped.role else { continue };
        let (id, label) = match (named, period) {
            (Some(name), _) => (name.clone(), Text::new(mapping.language, name)),
            (None, Some(_)) => (
                "value".to_owned(),
                Text::new(mapping.language, if table.name.is_empty() { "value" } else { &table.name }),
            ),
            (None, None) => (mapped.id.clone(), mapped.label.clone()),
        };
        let decimals = decimals(table, *number, mapped);
        let place = match measures.iter().position(|measure| measure.id == id) {
            Some(place) => {
                if let Some(known) = measures.get_mut(place) {
                    known.decimals = known.decimals.max(decimals);
                }
                place
            }
            None => {
                measures.push(measure(&id, label, measures.len(), mapped, decimals));
                measures.len().saturating_sub(1)
            }
        };
        // The periods of the headers are the last dimension, which runs fastest.
        let offset = periods.get(nth).copied().flatten().unwrap_or_default();
        all.push(numbers(table, mapping, *number, Some(place), offset));
    }
    (measures, all)
}

fn decimals(table: &Table, number: usize, mapped: &ColumnMapping) -> u8 {
    let written = || table.columns.get(number).map(|column| figures::decimals(column, &mapped.number));
    mapped.decimals.or_else(written).unwrap_or_default()
}

fn numbers(table: &Table, mapping: &Mapping, number: usize, measure: Option<usize>, offset: usize) -> Numbers {
    let figures = table.columns.get(number).zip(mapping.columns.get(number));
    let readings = figures.map(|(column, mapped)| figures::of_column(column, mapped)).unwrap_or_default();
    let mut statuses = Vec::new();
    for (at, (column, mapped)) in table.columns.iter().zip(&mapping.columns).enumerate() {
        if matches!(mapped.role, Role::Status { of } if of.is_none_or(|of| of == number)) {
            statuses.push((at, figures::of_status(column, mapped)));
        }
    }
    Numbers { column: number, measure, offset, readings, statuses }
}
