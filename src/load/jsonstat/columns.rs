//! The cells of the model: numbers in their columns, and what the status signs say of them.

use std::collections::BinaryHeap;

use super::{
    cells::{Odd, Signs, Values, WireStatuses, WireValues},
    context::Context,
    layout::Layout,
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
        _ if context.is_head => Column::default(),
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
                for (flat, (number, place)) in values.dense.iter().zip(self.layout.places()).enumerate() {
                    self.set_number(flat, place, *number);
                }
                self.odd(values.odd, "value", Shape::Number, Severity::Warning);
            }
            Some(Members::Object(values)) => {
                let Values { sparse, odd, .. } = values;
                self.check_positions(sparse.iter().map(|(flat, _)| *flat), "value");
                for (flat, number) in sparse {
                    if let Some(place) = self.layout.place(flat) {
                        self.set_number(flat, place, number);
                    }
                }
                self.odd(odd, "value", Shape::Number, Severity::Warning);
            }
            Some(Members::Neither(cell)) => {
                let fault = Fault::WrongShape { expected: Shape::ListOrObject, found: cell.into() };
                self.context.complaints.fail(pointer(["value"]), fault);
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
        for (flat, index) in at {
            if let (Some(sign), Some((column, row))) = (distinct.get_mut(index), self.layout.place(flat))
                && let Some(column) = self.columns.get_mut(column)
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
    fn check_positions(&mut self, positions: impl Iterator<Item = usize>, member: &'static str) {
        let mut is_seen = vec![false; self.layout.n_cells];
        for flat in positions {
            let fault = match is_seen.get_mut(flat) {
                Some(seen) if !*seen => {
                    *seen = true;
                    continue;
                }
                Some(_) => Fault::Duplicate(flat.to_string()),
                None => Fault::NoSuch { what: Named::Cell, id: flat.to_string() },
            };
            self.context.complaints.fail(pointer([member]), fault);
        }
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
