//! The cells of the model: numbers in their columns, and what the status signs say of them.

use std::collections::BinaryHeap;

use super::{
    cells::{Odd, Signs, Slot, Values, WireStatuses, WireValues},
    context::Context,
    layout::{Layout, Run},
    legend,
    measures::Read,
    member::{Cell, Members},
    signs::Sign,
};
use crate::{
    load::{
        complaint::{Place, Severity, pointer},
        fault::{Counted, Fault, Named, Shape},
    },
    model::cube::Column,
};

/// The columns, in the order of the measures. What can't be placed is a fatal complaint: it may be a number in the wrong place,
/// or a number that was meant to be hidden.
pub fn read(
    value: Option<WireValues>,
    status: Option<WireStatuses>,
    layout: &Layout,
    measures: &[Read],
    context: &mut Context,
) -> Vec<Column> {
    // A publisher who uses the profile says `missing` where a figure is missing; an empty cell was never published.
    let column = match context.has_profile {
        true => Column::unpublished(layout.n_rows),
        false => Column::missing(layout.n_rows),
    };
    let mut reading = Reading { columns: vec![column; layout.n_columns], layout, measures, context };
    reading.values(value);
    reading.statuses(status);
    reading.columns
}

struct Reading<'r, 'c> {
    columns: Vec<Column>,
    layout: &'r Layout,
    measures: &'r [Read],
    context: &'r mut Context<'c>,
}

impl Reading<'_, '_> {
    fn values(&mut self, value: Option<WireValues>) {
        match value {
            None => self.context.complaints.warn(Place::File, Fault::Lacking("value")),
            // Some publishers describe a table without its cells by an empty list.
            Some(Members::List(0, _)) if self.layout.n_cells > 0 => {
                self.context.complaints.warn(pointer(["value"]), Fault::Lacking("value"));
            }
            Some(Members::List(n, values)) => {
                self.check_count(n, Counted::Values, "value");
                self.in_order(&values);
                self.odd(values.odd, "value", Shape::Number, Severity::Warning);
            }
            Some(Members::Object(values)) => {
                match values.scattered.as_slice() {
                    [] => {
                        let slots = values.slots.iter().enumerate().skip(self.layout.n_cells);
                        let beyond = slots.filter(|(_, slot)| **slot != Slot::Vacant);
                        beyond.for_each(|(flat, _)| self.no_such_cell(flat, "value"));
                        self.in_order(&values);
                    }
                    members => {
                        self.check_positions(members.iter().map(|(flat, _)| *flat), "value");
                        for (flat, number) in members {
                            if let Some(place) = self.layout.place(*flat) {
                                self.set_number(*flat, place, *number);
                            }
                        }
                    }
                }
                self.odd(values.odd, "value", Shape::Number, Severity::Warning);
            }
            Some(Members::Neither(cell)) => {
                let fault = Fault::WrongShape { expected: Shape::ListOrObject, found: cell.into() };
                self.context.complaints.fail(pointer(["value"]), fault);
            }
        }
    }

    /// Cells in the order of the file, many at a time where they are numbers as they stand.
    fn in_order(&mut self, values: &Values) {
        for run in self.layout.runs() {
            let Some(unit) = self.measures.get(run.column).map(|read| &read.unit) else { continue };
            let slots = values.slots.get(run.cells.start..).unwrap_or_default();
            if unit.power == 0 {
                let is_known = slots.iter().map(|slot| *slot == Slot::Number);
                if let Some(column) = self.columns.get_mut(run.column) {
                    column.set_run(run.row, &values.numbers, run.cells, is_known);
                }
                continue;
            }
            for (flat, slot) in run.cells.clone().zip(slots) {
                if let (Slot::Number, Some(number), Some(row)) = (slot, values.numbers.get(flat), run.row_of(flat)) {
                    self.set_number(flat, (run.column, row), number);
                }
            }
        }
    }

    fn set_number(&mut self, flat: usize, (column, row): (usize, usize), number: f64) {
        if number.is_nan() {
            return;
        }
        let (Some(read), Some(cells)) = (self.measures.get(column), self.columns.get_mut(column)) else { return };
        match read.unit.scaled(number) {
            Some(number) => cells.set_exact(row, number),
            None => {
                let place = pointer(["value", &flat.to_string()]);
                self.context.complaints.warn(place, Fault::NotFinite);
            }
        }
    }

    fn statuses(&mut self, status: Option<WireStatuses>) {
        legend::check(self.context);
        match status {
            None => {}
            // A list of one sign holds for all, as one sign without a list does.
            Some(Members::List(1, signs)) => self.signs(signs.for_all(self.layout.n_cells)),
            Some(Members::List(n, signs)) => {
                self.check_count(n, Counted::Statuses, "status");
                self.signs(signs);
            }
            Some(Members::Object(signs)) => {
                self.check_positions(signs.at.iter().map(|(flat, _)| *flat), "status");
                self.signs(signs);
            }
            Some(Members::Neither(Cell::Text(sign))) => {
                let mut signs = Signs::default();
                signs.add(0, Cell::Text(sign));
                self.signs(signs.for_all(self.layout.n_cells));
            }
            Some(Members::Neither(cell)) => {
                let fault = Fault::WrongShape { expected: Shape::ListObjectOrText, found: cell.into() };
                self.context.complaints.fail(pointer(["status"]), fault);
            }
        }
    }

    fn signs(&mut self, signs: Signs) {
        self.odd(signs.odd, "status", Shape::Text, Severity::Fatal);
        let mut distinct: Vec<Sign> = signs.distinct.into_iter().map(|sign| Sign::new(sign, self.context)).collect();
        let hiding = distinct.iter().filter_map(|sign| sign.hides());
        self.context.hidden_signs = hiding.fold(Vec::new(), |mut all, sign| {
            if !all.contains(&sign) {
                all.push(sign);
            }
            all
        });
        let at = match signs.at.is_sorted() {
            true => signs.at,
            false => BinaryHeap::from(signs.at).into_sorted_vec(),
        };
        // Most stand in the same run as the one before.
        let mut run: Option<Run> = None;
        for (flat, index) in at {
            if run.as_ref().is_none_or(|run| !run.cells.contains(&flat)) {
                run = self.layout.run(flat);
            }
            if let (Some(sign), Some(run)) = (distinct.get_mut(index), &run)
                && let (Some(column), Some(row)) = (self.columns.get_mut(run.column), run.row_of(flat))
            {
                sign.mark(column, row, flat);
            }
        }
        distinct.sort_by_key(Sign::first);
        for sign in distinct {
            sign.complain(self.context);
        }
    }

    /// Complains of a list that has not one member for each cell.
    fn check_count(&mut self, found: usize, what: Counted, member: &'static str) {
        let expected = self.layout.n_cells;
        if found != expected {
            let fault = Fault::Miscounted { what, expected, found };
            self.context.complaints.fail(pointer([member]), fault);
        }
    }

    /// Complains of positions that are no cell, and of cells that are there twice.
    fn check_positions(&mut self, positions: impl Iterator<Item = usize> + Clone, member: &'static str) {
        // Where they rise, none is there twice.
        if positions.clone().is_sorted_by(|one, next| one < next) {
            let n_cells = self.layout.n_cells;
            positions.filter(|flat| *flat >= n_cells).for_each(|flat| self.no_such_cell(flat, member));
            return;
        }
        let mut is_seen = vec![false; self.layout.n_cells];
        for flat in positions {
            match is_seen.get_mut(flat) {
                Some(seen) if !*seen => *seen = true,
                Some(_) => {
                    let fault = Fault::Duplicate(flat.to_string());
                    self.context.complaints.fail(pointer([member]), fault);
                }
                None => self.no_such_cell(flat, member),
            }
        }
    }

    fn no_such_cell(&mut self, flat: usize, member: &'static str) {
        let fault = Fault::NoSuch { what: Named::Cell, id: flat.to_string() };
        self.context.complaints.fail(pointer([member]), fault);
    }

    /// Complains of members that are not what they should be, and of names that are no position.
    fn odd(&mut self, odd: Odd, member: &'static str, expected: Shape, severity: Severity) {
        let complaints = &mut self.context.complaints;
        for (position, found) in odd.listed {
            let place = pointer([member, &position]);
            complaints.add(severity, place, Fault::WrongShape { expected, found });
        }
        for name in odd.names {
            complaints.fail(pointer([member]), Fault::NoSuch { what: Named::Cell, id: name });
        }
        complaints.add_unlisted(odd.n_unlisted);
    }
}
