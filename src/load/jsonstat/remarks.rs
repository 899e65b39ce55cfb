//! What the profile says of single cells.

use super::{
    context::{Context, in_profile},
    layout::Layout,
    profile::WireCell,
    vocabulary::{self, READINGS},
};
use crate::{
    load::fault::{Fault, Named},
    model::{
        cube::Column,
        figure::{Absence, Figure, Known},
    },
};

/// Writes what the profile says of single cells beside them.
pub fn write(columns: &mut [Column], layout: &Layout, context: &mut Context) {
    for (number, cell) in context.profile.cells.iter().enumerate() {
        let number = number.to_string();
        let place = |member: &'static str| in_profile(["cells", &number, member]);
        let found = usize::try_from(cell.at).ok().and_then(|at| layout.place(at));
        let found = found.and_then(|(column, row)| Some((columns.get_mut(column)?, row)));
        match found {
            Some((column, row)) => write_one(cell, column, row, place, context),
            None => context.no_such(place("at"), Named::Cell, &cell.at.to_string()),
        }
    }
}

fn write_one(
    cell: &WireCell,
    column: &mut Column,
    row: usize,
    place: impl Fn(&'static str) -> String,
    context: &mut Context,
) {
    if let Some(word) = &cell.qualifier {
        let qualifier = vocabulary::qualifier(&mut context.complaints, word, || place("qualifier"));
        match column.figure(row) {
            Figure::Known(known) => {
                column.set(row, Figure::Known(Known { qualifier: Some(qualifier), ..known }));
            }
            Figure::Absent(_) => {
                context.complaints.note(place("qualifier"), Fault::QualifierWithoutNumber);
            }
        }
    }
    if let Some(symbol) = &cell.symbol {
        column.set(row, Figure::Absent(Absence::UnknownSymbol(symbol.clone())));
    }
    let source = cell.source.filter(|source| {
        let is_there = *source < context.profile.sources.len();
        if !is_there {
            context.no_such(place("source"), Named::Source, &source.to_string());
        }
        is_there
    });
    let reading = cell.read.as_deref();
    let reading = vocabulary::meaning_or_complaint(&mut context.complaints, READINGS, reading, || place("read"));
    let note = cell.note.as_ref().and_then(|note| context.words(note, || place("note")));
    if let Ok(row) = u32::try_from(row)
        && (source.is_some() || reading.is_some() || note.is_some() || cell.fact.is_some())
    {
        let remark = column.remark_mut(row);
        remark.source = source;
        remark.reading = reading;
        remark.note = note;
        remark.fact = cell.fact.clone();
    }
}
