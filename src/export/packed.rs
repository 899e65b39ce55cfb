//! A cube as bytes that `load::packed` makes a cube of without parsing.

use crate::{
    load::{
        jsonstat::vocabulary::{self, READINGS},
        packed::{
            HAS_FACT, HAS_NOTE, HAS_QUALIFIER, HAS_READING, HAS_SOURCE, MARK,
            layout::Packs,
            rest::{n_bytes_of, put_count as count, put_text as text, width_byte},
        },
    },
    model::cube::{Column, Cube, Numbers, Remark},
};

/// The bytes; their form is described in `load::packed`.
pub fn pack(cube: &Cube) -> Vec<u8> {
    let mut head = Vec::new();
    cube.dataset.put(&mut head);
    cube.dimensions.put(&mut head);
    cube.measures.put(&mut head);
    let columns = &cube.columns;
    let n_rows = columns.first().map_or(0, Column::len);
    let mut bytes = Vec::with_capacity(columns.iter().map(n_bytes).fold(head.len(), usize::saturating_add));
    bytes.extend(MARK);
    for n in [head.len(), columns.len(), n_rows] {
        count(&mut bytes, n);
    }
    bytes.extend(head);
    for column in columns {
        bytes.push(width_byte(column.kept().width()));
        bytes.push(u8::from(!column.all_flags().is_empty()));
        all_numbers(&mut bytes, column.kept());
        bytes.extend(column.states());
        numbers(&mut bytes, column.all_flags(), |flags| flags.bits().to_le_bytes());
    }
    for column in columns {
        count(&mut bytes, column.remarks().count());
        for (row, one) in column.remarks() {
            count(&mut bytes, row);
            remark(&mut bytes, one);
        }
        signs(&mut bytes, column);
    }
    bytes
}

/// The signs of a column: the distinct ones, and the codes of all cells where there are any.
fn signs(bytes: &mut Vec<u8>, column: &Column) {
    let (distinct, codes) = column.sign_codes();
    count(bytes, distinct.len());
    for sign in distinct {
        text(bytes, sign);
    }
    if distinct.is_empty() {
        return;
    }
    bytes.push(width_byte(codes.width()));
    all_numbers(bytes, codes);
}

fn all_numbers(bytes: &mut Vec<u8>, of: &Numbers) {
    match of {
        Numbers::U16(it) => numbers(bytes, it, |number| number.to_le_bytes()),
        Numbers::U32(it) => numbers(bytes, it, |number| number.to_le_bytes()),
        Numbers::F64(it) => numbers(bytes, it, |number| number.to_le_bytes()),
    }
}

/// About as many bytes as a column takes: its remarks are few.
fn n_bytes(column: &Column) -> usize {
    let codes = column.sign_codes().1;
    let of_signs = codes.len().saturating_mul(n_bytes_of(codes.width()));
    let of_flags = column.all_flags().len().saturating_mul(size_of::<u16>());
    let of_cell = n_bytes_of(column.kept().width()).saturating_add(1);
    column.len().saturating_mul(of_cell).saturating_add(of_flags).saturating_add(of_signs).saturating_add(64)
}

/// Adds numbers in one go: the room is made first, so that a plain copy is left.
fn numbers<T: Copy, const N: usize>(bytes: &mut Vec<u8>, numbers: &[T], as_bytes: impl Fn(T) -> [u8; N]) {
    let begin = bytes.len();
    bytes.resize(begin.saturating_add(numbers.len().saturating_mul(N)), 0);
    let (to, _) = bytes.get_mut(begin..).unwrap_or_default().as_chunks_mut();
    for (to, number) in to.iter_mut().zip(numbers) {
        *to = as_bytes(*number);
    }
}

fn remark(bytes: &mut Vec<u8>, remark: &Remark) {
    let Remark { qualifier, source, reading, fact, note, .. } = remark;
    let parts = [
        (qualifier.is_some(), HAS_QUALIFIER),
        (source.is_some(), HAS_SOURCE),
        (reading.is_some(), HAS_READING),
        (fact.is_some(), HAS_FACT),
        (note.is_some(), HAS_NOTE),
    ];
    bytes.push(parts.iter().filter(|(is_there, _)| *is_there).fold(0, |has, (_, bit)| has | bit));
    if let Some(qualifier) = qualifier {
        text(bytes, &vocabulary::qualifier_word(qualifier));
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
        said.put(bytes);
    }
}
