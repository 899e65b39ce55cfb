//! A cube as bytes that `load::packed` makes a cube of without parsing: how a worker hands it to the page.

use super::jsonstat;
use crate::{
    load::{
        jsonstat::vocabulary::{self, READINGS},
        packed::{HAS_FACT, HAS_NOTE, HAS_QUALIFIER, HAS_READING, HAS_SOURCE, HAS_SYMBOL, MARK},
    },
    model::{
        cube::{Column, Cube, Remark},
        text::{Language, Text},
    },
};

/// The bytes; their form is described in `load::packed`.
pub fn pack(cube: &Cube) -> Vec<u8> {
    let head = jsonstat::write_head(cube);
    let columns: Vec<&Column> = cube.measures.iter().filter_map(|measure| cube.columns.get(measure.column?)).collect();
    let n_rows = columns.first().map_or(0, |column| column.len());
    let n_cells = n_rows.saturating_mul(columns.len());
    let mut bytes = Vec::with_capacity(n_cells.saturating_mul(size_of::<f64>() + 1).saturating_add(head.len()));
    bytes.extend(MARK);
    for n in [head.len(), columns.len(), n_rows] {
        count(&mut bytes, n);
    }
    bytes.extend(head);
    for column in &columns {
        // A slice of arrays, so that its length is known and the bytes are copied in one go.
        bytes.extend(column.values().iter().map(|value| value.to_le_bytes()).collect::<Vec<_>>().as_flattened());
        bytes.extend(column.states());
    }
    for column in columns {
        count(&mut bytes, column.remarks().count());
        for (row, one) in column.remarks() {
            count(&mut bytes, row);
            remark(&mut bytes, one);
        }
    }
    bytes
}

fn remark(bytes: &mut Vec<u8>, remark: &Remark) {
    bytes.extend(remark.flags.bits().to_le_bytes());
    let Remark { qualifier, symbol, source, reading, fact, note, .. } = remark;
    let parts = [
        (qualifier.is_some(), HAS_QUALIFIER),
        (symbol.is_some(), HAS_SYMBOL),
        (source.is_some(), HAS_SOURCE),
        (reading.is_some(), HAS_READING),
        (fact.is_some(), HAS_FACT),
        (note.is_some(), HAS_NOTE),
    ];
    bytes.push(parts.iter().filter(|(is_there, _)| *is_there).fold(0, |has, (_, bit)| has | bit));
    if let Some(qualifier) = qualifier {
        text(bytes, &vocabulary::qualifier_word(qualifier));
    }
    if let Some(symbol) = symbol {
        text(bytes, symbol);
    }
    if let Some(source) = source {
        count(bytes, *source);
    }
    if let Some(reading) = reading {
        text(bytes, vocabulary::word(READINGS, reading).unwrap_or_default());
    }
    if let Some(fact) = fact {
        text(bytes, fact);
    }
    if let Some(said) = note {
        note_text(bytes, said);
    }
}

fn note_text(bytes: &mut Vec<u8>, note: &Text) {
    let language = Language::ALL.iter().position(|language| *language == note.language());
    bytes.push(language.and_then(|place| u8::try_from(place).ok()).unwrap_or_default());
    text(bytes, note.original());
    bytes.push(note.translation().is_some().into());
    if let Some(translation) = note.translation() {
        text(bytes, translation);
    }
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    count(bytes, text.len());
    bytes.extend(text.as_bytes());
}

/// A number that no readable file comes near to outgrowing; one that did would not be unpacked.
fn count(bytes: &mut Vec<u8>, n: usize) {
    bytes.extend(u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes());
}
