//! One status sign, and what it does to the cells it stands at.

use super::{
    context::Context,
    legend::{self, Meaning},
};
use crate::{
    load::{complaint::pointer, fault::Fault},
    model::{cube::Column, figure::Absence},
};

/// A sign with its meaning, and the cells at which it makes a complaint.
pub struct Sign {
    sign: String,
    meaning: Meaning,
    /// Why there is no number where it stands, if it says so.
    absence: Absence,
    /// Cells at which nobody explains it: the first, and how many.
    unknown: (usize, usize),
    /// Cells that have a number although it says there is none: the first, and how many.
    withheld: (usize, usize),
}

impl Sign {
    /// A sign that has not been seen at any cell yet.
    pub fn new(sign: String, context: &Context) -> Self {
        let meaning = legend::meaning(context, &sign);
        let absence = match &meaning {
            Meaning::Absent(absence) => absence.clone(),
            _ => Absence::UnknownSymbol(sign.clone()),
        };
        Self { sign, meaning, absence, unknown: (0, 0), withheld: (0, 0) }
    }

    /// Does to a cell what the sign says. The sign wins over a number: what was meant to be hidden is never shown.
    pub fn mark(&mut self, column: &mut Column, row: usize, flat: usize) {
        if let Meaning::Flags(flags) = &self.meaning
            && column.add_flags(row, *flags)
        {
            return;
        }
        let number = column.number(row);
        match &self.meaning {
            // Of a figure that is absent nothing is said.
            Meaning::Flags(_) => {}
            Meaning::Unknown => {
                count(&mut self.unknown, flat);
                if number.is_none() {
                    column.set_absent(row, &self.absence);
                }
            }
            Meaning::Absent(_) | Meaning::Garbled => {
                let is_its_sign = number == Some(0.0) && self.absence == Absence::RoundsToZero;
                if number.is_some() && !is_its_sign {
                    count(&mut self.withheld, flat);
                }
                column.set_absent(row, &self.absence);
            }
        }
    }

    /// What it says of how a figure is hidden, if it says that it is: the letters of its confidentiality, else the sign.
    pub fn hides(&self) -> Option<String> {
        let is_hiding = matches!(self.meaning, Meaning::Absent(Absence::Suppressed));
        let said = self.sign.split_once('|').map_or(self.sign.as_str(), |(_, confidentiality)| confidentiality);
        is_hiding.then(|| said.to_owned())
    }

    /// The first cell at which it makes a complaint.
    pub fn first(&self) -> usize {
        self.unknown.0.max(self.withheld.0)
    }

    /// One complaint for all cells of the sign, at the first of them.
    pub fn complain(self, context: &mut Context) {
        let place = |flat: usize| pointer(["status", &flat.to_string()]);
        let (first, n_cells) = self.unknown;
        if n_cells > 0 {
            let fault = Fault::UnknownSign { sign: self.sign.clone(), n_cells };
            context.complaints.note(place(first), fault);
        }
        let (first, n_cells) = self.withheld;
        if n_cells > 0 {
            let fault = Fault::NumberWithheld { sign: self.sign, absence: self.absence, n_cells };
            context.complaints.warn(place(first), fault);
        }
    }
}

fn count((first, n): &mut (usize, usize), flat: usize) {
    if *n == 0 {
        *first = flat;
    }
    *n = n.saturating_add(1);
}
