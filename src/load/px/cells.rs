//! DATA: every value to its column and row, and what the signs among them say.

use super::{
    fault::PxFault,
    header::Header,
    keyed,
    legend::{Legend, Meaning},
    scanner::{Scanner, Value},
    variables::Variables,
};
use crate::{
    load::jsonstat::layout::Layout,
    model::{
        cube::Column,
        figure::{Absence, Figure},
    },
};

/// More cells than this with a sign that nobody explains are not kept: each is remembered by itself, with its sign.
const MOST_UNKNOWN: usize = 1_000_000;

/// As many different signs as are told apart in complaints.
const MOST_SIGNS: usize = 100;

/// The columns, one for each measure; `data` is where the values begin.
pub fn read(header: &mut Header, data: usize, variables: &Variables, layout: &Layout, legend: &Legend) -> Vec<Column> {
    let bytes = header.source.bytes;
    let rest = bytes.get(data..).unwrap_or_default();
    let Some(length) = rest.iter().rposition(|byte| *byte == b';') else {
        header.fail(bytes.len(), PxFault::OpenData);
        return Vec::new();
    };
    let end = data.saturating_add(length);
    let after = bytes.get(end.saturating_add(1)..).unwrap_or_default();
    if let Some(at) = after.iter().position(|byte| !byte.is_ascii_whitespace() && *byte != 0x1A) {
        let end_of_text = end.saturating_add(1).saturating_add(at).saturating_add(after.trim_ascii().len());
        header.fail(end_of_text.min(bytes.len()), PxFault::OpenData);
        return Vec::new();
    }
    let scanner = Scanner::new(bytes.get(..end).unwrap_or_default(), data);
    match keyed::read(header, variables) {
        Some(keyed) => {
            let mut cells = Cells::new(Column::implied_zeros(layout.n_rows), layout, legend);
            keyed.cells(header, scanner, &mut cells);
            cells.finish(header)
        }
        None if header.is_fatal() => Vec::new(),
        None => {
            let mut cells = Cells::new(Column::missing(layout.n_rows), layout, legend);
            dense(header, scanner, &mut cells);
            cells.finish(header)
        }
    }
}

/// One value for each cell.
fn dense(header: &mut Header, mut scanner: Scanner, cells: &mut Cells) {
    let expected = cells.layout.n_cells;
    let mut found = 0;
    while let Some(value) = scanner.value() {
        if found == expected {
            header.fail(scanner.start, PxFault::CellCount { expected, found: None });
            return;
        }
        cells.set(found, value, scanner.start);
        found = found.saturating_add(1);
        if cells.is_given_up {
            return;
        }
    }
    if found != expected {
        header.fail(scanner.start, PxFault::CellCount { expected, found: Some(found) });
    }
}

/// The columns as they are filled.
pub struct Cells<'a> {
    /// Where each cell goes.
    pub layout: &'a Layout,
    /// There is no use in reading on.
    pub is_given_up: bool,
    legend: &'a Legend,
    columns: Vec<Column>,
    /// Signs that nobody explains: the sign, where it first stands, and how many cells have it.
    unknown: Vec<(String, usize, usize)>,
    n_unknown: usize,
    n_signs_unlisted: usize,
    not_numbers: Option<(String, usize, usize)>,
    too_large: Option<(usize, usize)>,
    open: Option<usize>,
}

impl<'a> Cells<'a> {
    fn new(column: Column, layout: &'a Layout, legend: &'a Legend) -> Self {
        Self {
            layout,
            legend,
            columns: vec![column; layout.n_columns],
            unknown: Vec::new(),
            n_unknown: 0,
            n_signs_unlisted: 0,
            not_numbers: None,
            too_large: None,
            open: None,
            is_given_up: false,
        }
    }

    /// Writes a value to a cell of the file.
    pub fn set(&mut self, flat: usize, value: Value, at: usize) {
        let figure = match value {
            Value::Number(number) if number.is_finite() => Figure::exact(number),
            Value::Number(_) => {
                let (_, n) = self.too_large.get_or_insert((at, 0));
                *n = n.saturating_add(1);
                Figure::Absent(Absence::Missing)
            }
            Value::Nil => self.meant(&self.legend.nil.clone(), at),
            Value::Dots(n) => match n.checked_sub(1).and_then(|position| self.legend.dots.get(position)) {
                Some(meaning) => self.meant(&meaning.clone(), at),
                None => self.unknown(&".".repeat(n.min(40)), at),
            },
            Value::Quoted(sign) => self.unknown(&shortened(sign), at),
            Value::Bare(found) => {
                let (_, _, n) = self.not_numbers.get_or_insert_with(|| (shortened(found), at, 0));
                *n = n.saturating_add(1);
                return;
            }
            Value::Open => {
                self.open = Some(at);
                self.is_given_up = true;
                return;
            }
        };
        if let Some((column, row)) = self.layout.place(flat)
            && let Some(column) = self.columns.get_mut(column)
        {
            column.set(row, figure);
        }
    }

    fn meant(&mut self, meaning: &Meaning, at: usize) -> Figure {
        match meaning {
            Meaning::Zero => Figure::exact(0.0),
            Meaning::Absent(absence) => Figure::Absent(absence.clone()),
            Meaning::Unknown(sign) => self.unknown(sign, at),
        }
    }

    fn unknown(&mut self, sign: &str, at: usize) -> Figure {
        self.n_unknown = self.n_unknown.saturating_add(1);
        self.is_given_up |= self.n_unknown > MOST_UNKNOWN;
        let n_signs = self.unknown.len();
        match self.unknown.iter_mut().find(|(known, _, _)| known == sign) {
            Some((_, _, n)) => *n = n.saturating_add(1),
            None if n_signs < MOST_SIGNS => self.unknown.push((sign.to_owned(), at, 1)),
            None => self.n_signs_unlisted = self.n_signs_unlisted.saturating_add(1),
        }
        Figure::Absent(Absence::UnknownSymbol(sign.to_owned()))
    }

    /// The columns, after all that was wrong with their values is said.
    fn finish(self, header: &mut Header) -> Vec<Column> {
        if let Some(at) = self.open {
            header.fail(at, PxFault::OpenText);
        }
        if let Some((found, at, n_cells)) = self.not_numbers {
            header.fail(at, PxFault::NotANumber { found, n_cells });
        }
        if self.n_unknown > MOST_UNKNOWN {
            let at = self.unknown.first().map_or(0, |(_, at, _)| *at);
            header.fail(at, PxFault::TooManyUnknownSigns { most: MOST_UNKNOWN });
        }
        if let Some((at, n_cells)) = self.too_large {
            header.warn(at, PxFault::TooLarge { n_cells });
        }
        for (sign, at, n_cells) in self.unknown {
            header.note(at, PxFault::UnknownSign { sign, n_cells });
        }
        header.add_unlisted(self.n_signs_unlisted);
        self.columns
    }
}

fn shortened(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes.get(..40).unwrap_or(bytes)).into_owned()
}
