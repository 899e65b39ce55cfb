//! From a cleared cube to a linked one: its leaves laid out on two sides, and its cells in the narrowest lanes.

use std::collections::HashSet;

use super::{
    Absent, LinkedDimension, LinkedMeasure,
    lane::{Extent, Lane},
    scope::{Counted, NotLinked, Scope, leaves_of},
    side::Side,
    table::{Columns, Sparse, Table},
};
use crate::{
    gate::Cleared,
    model::cube::{Column, Cube, Summand},
    query::sum::Protection,
};

/// Above this share of cells that are not zero, every cell has its place: one in five.
const ONE_IN: usize = 5;

/// What a linked cube is made of.
pub(super) struct Built {
    pub dimensions: Vec<LinkedDimension>,
    pub measures: Vec<LinkedMeasure>,
    pub sides: [Side; 2],
    pub tables: [Table; 2],
}

/// One lane: what of which measure.
#[derive(Clone, Copy)]
enum What {
    Value,
    Hidden,
    Absent,
    Present,
}

/// The cells of one measure, by positions on both sides.
struct Source<'a> {
    column: &'a Column,
    inexact: HashSet<usize>,
    /// The row of a cell: the sum of what its positions on both sides give.
    rows: [Vec<usize>; 2],
}

#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Number(u64),
    Hidden,
    Absent,
}

pub(super) fn build(cleared: &Cleared, scope: &Scope) -> Result<Built, NotLinked> {
    let cube = cleared.cube();
    let leaves = scope.dimensions.iter().map(|dimension| scope.leaves(cube, *dimension));
    let leaves = leaves.collect::<Result<Vec<_>, _>>()?;
    if leaves.iter().any(|leaves| u16::try_from(leaves.len()).is_err()) {
        return Err(NotLinked::TooLarge);
    }
    if leaves.iter().any(Vec::is_empty) {
        return Err(NotLinked::NoSuch);
    }
    scope.check(cleared, &leaves)?;
    let sizes: Vec<usize> = leaves.iter().map(Vec::len).collect();
    let split = split(&sizes).ok_or(NotLinked::TooLarge)?;
    let side = |of: usize| {
        let dimensions = split.iter().zip(&sizes).enumerate().filter(|(_, (on, _))| **on == of);
        Side::new(&dimensions.map(|(linked, (_, n))| (linked, *n)).collect::<Vec<_>>()).ok_or(NotLinked::TooLarge)
    };
    let sides = [side(0)?, side(1)?];
    let sources: Vec<Source> =
        scope.counted.iter().map(|counted| source(cube, scope, counted, &sides, &leaves)).collect::<Result<_, _>>()?;
    let survey = survey(cube, scope, &sources, &sides)?;
    let tables = fill(&sources, &survey, &sides)?;
    let dimensions = dimensions(cube, scope, leaves, &sides);
    Ok(Built { dimensions, measures: survey.measures, sides, tables })
}

/// Which side each dimension lies on, so that the sides together have the fewest positions: that many are looked at for each question.
fn split(sizes: &[usize]) -> Option<Vec<usize>> {
    let n_ways = 1_usize.checked_shl(u32::try_from(sizes.len()).ok()?)?;
    let on = |way: usize, place: usize| (way >> place) & 1;
    let n_positions = |way: usize| {
        let side = |of: usize| {
            let sizes = sizes.iter().enumerate().filter(|(place, _)| on(way, *place) == of);
            sizes.fold(1_usize, |n, (_, size)| n.saturating_mul(*size))
        };
        side(0).saturating_add(side(1))
    };
    let best = (0..n_ways).min_by_key(|way| n_positions(*way))?;
    Some((0..sizes.len()).map(|place| on(best, place)).collect())
}

fn source<'a>(
    cube: &'a Cube,
    scope: &Scope,
    counted: &Counted,
    sides: &[Side; 2],
    leaves: &[Vec<usize>],
) -> Result<Source<'a>, NotLinked> {
    let column = cube.measures.get(counted.measure).and_then(|it| cube.columns.get(it.column?));
    let column = column.ok_or(NotLinked::NoSuch)?;
    let mut strides = vec![1_usize; cube.dimensions.len()];
    let mut stride = 1_usize;
    for (it, dimension) in strides.iter_mut().zip(&cube.dimensions).rev() {
        *it = stride;
        stride = stride.checked_mul(dimension.categories.len()).ok_or(NotLinked::TooLarge)?;
    }
    let stride_of = |dimension: usize| strides.get(dimension).copied().unwrap_or(0);
    let own = |dimension: usize| counted.at.iter().find(|(place, _)| *place == dimension).map(|(_, own)| *own);
    let is_linked = |dimension: usize| scope.dimensions.contains(&dimension) && own(dimension).is_none();
    let unlinked = scope.at.iter().enumerate().filter(|(dimension, _)| !is_linked(*dimension));
    let base: usize = unlinked.map(|(dimension, at)| own(dimension).unwrap_or(*at) * stride_of(dimension)).sum();
    let rows = |side: &Side, base: usize| {
        let mut rows = vec![base; side.n];
        for it in &side.dimensions {
            let Some(&dimension) = scope.dimensions.get(it.linked) else { continue };
            let Some(leaves) = leaves.get(it.linked).filter(|_| is_linked(dimension)) else { continue };
            for (row, leaf) in rows.iter_mut().zip(it.leaves()) {
                *row += leaves.get(usize::from(*leaf)).map_or(0, |category| category * stride_of(dimension));
            }
        }
        rows
    };
    let [outer, inner] = sides;
    Ok(Source { column, inexact: column.inexact_rows().collect(), rows: [rows(outer, base), rows(inner, 0)] })
}

impl Source<'_> {
    /// The cell in a row of the column; none for a number that is no whole count.
    fn cell(&self, row: usize) -> Option<Cell> {
        Some(match self.column.summand(row) {
            Summand::Number(_) if !self.inexact.is_empty() && self.inexact.contains(&row) => Cell::Absent,
            Summand::Number(number) => {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked in the next line")]
                let whole = number as u64;
                #[expect(clippy::cast_precision_loss, reason = "a number that loses something is not equal")]
                let is_whole = whole as f64 == number && whole <= LARGEST;
                if !is_whole {
                    return None;
                }
                Cell::Number(whole)
            }
            Summand::Nothing => Cell::Number(0),
            Summand::Hidden => Cell::Hidden,
            Summand::Unknown => Cell::Absent,
        })
    }

    /// The cells against one position of the first side, in `cells`; none where a number is no whole count.
    fn read(&self, outer: usize, cells: &mut [Cell]) -> Option<()> {
        let [outers, inners] = &self.rows;
        let base = *outers.get(outer)?;
        for (cell, row) in cells.iter_mut().zip(inners) {
            *cell = self.cell(base + row)?;
        }
        Some(())
    }
}

/// Whole numbers up to here are exact in double precision.
const LARGEST: u64 = 1 << 53;

/// One lane to be filled: of which measure what, and its extent.
struct LaneOf {
    measure: usize,
    what: What,
    extent: Extent,
}

/// What the cells hold, before there is room made for them.
struct Survey {
    lanes: Vec<LaneOf>,
    measures: Vec<LinkedMeasure>,
    /// Cells that are not zero in every lane.
    n_used: usize,
}

/// What the cells of one measure hold.
struct Found {
    values: Extent,
    n_hidden: u64,
    n_absent: u64,
}

fn survey(cube: &Cube, scope: &Scope, sources: &[Source], sides: &[Side; 2]) -> Result<Survey, NotLinked> {
    let [outer, inner] = sides;
    let empty = || Found { values: Extent::EMPTY, n_hidden: 0, n_absent: 0 };
    let mut found: Vec<Found> = sources.iter().map(|_| empty()).collect();
    let mut cells = vec![Cell::Absent; inner.n];
    // For each cell whether it is used, with absent cells marked and with present ones marked.
    let mut is_used = vec![(false, false); inner.n];
    let (mut n_used, mut n_used_inverted) = (0, 0);
    for position in 0..outer.n {
        is_used.fill((false, false));
        for ((source, found), counted) in sources.iter().zip(&mut found).zip(&scope.counted) {
            source.read(position, &mut cells).ok_or(NotLinked::NotWhole { measure: counted.measure })?;
            for (cell, is_used) in cells.iter().zip(&mut is_used) {
                found.include(*cell);
                is_used.0 |= *cell != Cell::Number(0);
                is_used.1 |= *cell != Cell::Absent;
            }
        }
        n_used += is_used.iter().filter(|is_used| is_used.0).count();
        n_used_inverted += is_used.iter().filter(|is_used| is_used.1).count();
    }
    // Of absent and present cells the fewer are marked.
    let is_inverted = n_used_inverted < n_used;
    let n_cells = (outer.n as u64).saturating_mul(inner.n as u64);
    let mut lanes: Vec<LaneOf> = Vec::new();
    let mut measures = Vec::new();
    for (place, (found, counted)) in found.into_iter().zip(&scope.counted).enumerate() {
        if found.values.total.is_none_or(|total| total > LARGEST) {
            return Err(NotLinked::TooLarge);
        }
        let measure = cube.measures.get(counted.measure).ok_or(NotLinked::NoSuch)?;
        let mut lane = |what: What, extent: Extent| {
            lanes.push(LaneOf { measure: place, what, extent });
            lanes.len() - 1
        };
        let of_ones = |n: u64| Extent { largest: 1, total: Some(n) };
        let value = lane(What::Value, found.values);
        let hidden = (found.n_hidden > 0).then(|| lane(What::Hidden, of_ones(found.n_hidden)));
        let absent = (found.n_absent > 0).then(|| match is_inverted {
            true => Absent::Unmarked(lane(What::Present, of_ones(n_cells.saturating_sub(found.n_absent)))),
            false => Absent::Marked(lane(What::Absent, of_ones(found.n_absent))),
        });
        let flags = sources.get(place).map(|source| source.column.flags()).unwrap_or_default();
        let protection = Protection::of(cube, measure);
        measures.push(LinkedMeasure { counted: counted.clone(), protection, flags, value, hidden, absent });
    }
    Ok(Survey { lanes, measures, n_used: if is_inverted { n_used_inverted } else { n_used } })
}

impl Found {
    fn include(&mut self, cell: Cell) {
        match cell {
            Cell::Number(number) => self.values.include(number),
            Cell::Hidden => self.n_hidden += 1,
            Cell::Absent => self.n_absent += 1,
        }
    }
}

impl What {
    fn of(self, cell: Cell) -> u64 {
        match (self, cell) {
            (Self::Value, Cell::Number(number)) => number,
            (Self::Hidden, Cell::Hidden) | (Self::Absent, Cell::Absent) => 1,
            (Self::Present, Cell::Number(_) | Cell::Hidden) => 1,
            _ => 0,
        }
    }
}

/// The cells, with the first side as rows, and with the second.
fn fill(sources: &[Source], survey: &Survey, sides: &[Side; 2]) -> Result<[Table; 2], NotLinked> {
    let [outer, inner] = sides;
    let n_cells = outer.n.checked_mul(inner.n).ok_or(NotLinked::TooLarge)?;
    if survey.n_used < n_cells / ONE_IN {
        return sparse(sources, survey, sides);
    }
    let mut lanes: Vec<Lane> = survey.lanes.iter().map(|lane| Lane::zeros(lane.extent, n_cells)).collect();
    let mut cells = vec![Cell::Absent; inner.n];
    for position in 0..outer.n {
        for (place, source) in sources.iter().enumerate() {
            source.read(position, &mut cells);
            for (lane, of) in lanes.iter_mut().zip(&survey.lanes).filter(|(_, of)| of.measure == place) {
                lane.write(position * inner.n, cells.iter().map(|cell| of.what.of(*cell)));
            }
        }
    }
    let turned = lanes.iter().map(|lane| lane.transposed(outer.n, inner.n)).collect();
    Ok([Table::dense(inner.n, lanes), Table::dense(outer.n, turned)])
}

fn sparse(sources: &[Source], survey: &Survey, sides: &[Side; 2]) -> Result<[Table; 2], NotLinked> {
    let [outer, inner] = sides;
    let mut rows: Vec<Vec<Cell>> = sources.iter().map(|_| vec![Cell::Absent; inner.n]).collect();
    let mut by_outer = Gathered::new(survey, outer.n);
    let mut n_in_column = vec![0_usize; inner.n];
    let numbers = |rows: &[Vec<Cell>], column: usize| -> Vec<u64> {
        let cell = |of: &LaneOf| rows.get(of.measure).and_then(|row| row.get(column)).copied();
        survey.lanes.iter().map(|of| cell(of).map_or(0, |cell| of.what.of(cell))).collect()
    };
    for position in 0..outer.n {
        for (source, row) in sources.iter().zip(&mut rows) {
            source.read(position, row);
        }
        for (column, n_in_column) in n_in_column.iter_mut().enumerate() {
            let numbers = numbers(&rows, column);
            if numbers.iter().any(|number| *number != 0) {
                *n_in_column += 1;
                by_outer.push(column, &numbers);
            }
        }
        by_outer.end_row();
    }
    // The same cells column by column: where each column begins is known, so each cell goes to its place.
    let mut by_inner = Gathered::new(survey, inner.n);
    for n in &n_in_column {
        by_inner.n_cells += n;
        by_inner.end_row();
    }
    by_inner.columns.resize(by_inner.n_cells, 0);
    let mut next = by_inner.starts.clone();
    for row in 0..outer.n {
        let (Some(begin), Some(end)) = (by_outer.starts.get(row), by_outer.starts.get(row + 1)) else { continue };
        for place in *begin..*end {
            let column = by_outer.columns.get(place).and_then(|column| usize::try_from(*column).ok());
            let Some(to) = column.and_then(|column| next.get_mut(column)) else { continue };
            if let (Some(column), Ok(row)) = (by_inner.columns.get_mut(*to), u32::try_from(row)) {
                *column = row;
            }
            for (from, lane) in by_outer.lanes.iter().zip(&mut by_inner.lanes) {
                lane.set(*to, from.get(place));
            }
            *to += 1;
        }
    }
    Ok([by_outer.table(inner.n), by_inner.table(outer.n)])
}

/// A sparse table in the making.
struct Gathered {
    starts: Vec<usize>,
    columns: Vec<u32>,
    lanes: Vec<Lane>,
    n_cells: usize,
}

impl Gathered {
    fn new(survey: &Survey, n_rows: usize) -> Self {
        let mut starts = Vec::with_capacity(n_rows + 1);
        starts.push(0);
        let lanes = survey.lanes.iter().map(|lane| Lane::zeros(lane.extent, survey.n_used)).collect();
        Self { starts, columns: Vec::with_capacity(survey.n_used), lanes, n_cells: 0 }
    }

    fn push(&mut self, column: usize, numbers: &[u64]) {
        // A side has no more positions than 32 bits count.
        self.columns.push(u32::try_from(column).unwrap_or(u32::MAX));
        for (lane, number) in self.lanes.iter_mut().zip(numbers) {
            lane.set(self.n_cells, *number);
        }
        self.n_cells += 1;
    }

    fn end_row(&mut self) {
        self.starts.push(self.n_cells);
    }

    fn table(self, n_columns: usize) -> Table {
        let narrow = self.columns.iter().map(|column| u16::try_from(*column)).collect::<Result<Vec<_>, _>>();
        let columns = match narrow {
            Ok(narrow) => Columns::U16(narrow),
            Err(_) => Columns::U32(self.columns),
        };
        Table::sparse(n_columns, Sparse { starts: self.starts, columns }, self.lanes)
    }
}

fn dimensions(cube: &Cube, scope: &Scope, leaves: Vec<Vec<usize>>, sides: &[Side; 2]) -> Vec<LinkedDimension> {
    let mut begin = 0;
    let mut linked = Vec::new();
    for (place, (dimension, leaves)) in scope.dimensions.iter().zip(leaves).enumerate() {
        let found = sides.iter().enumerate().find_map(|(side, it)| {
            Some((side, it.dimensions.iter().position(|dimension| dimension.linked == place)?))
        });
        let (Some((side, on_side)), Some(it)) = (found, cube.dimensions.get(*dimension)) else { continue };
        let n = leaves.len();
        let not_summable = scope.is_summable(cube, *dimension).err();
        linked.push(LinkedDimension {
            dimension: *dimension,
            leaves_of: leaves_of(it, &leaves, not_summable.is_none()),
            leaves,
            not_summable,
            side,
            on_side,
            begin,
            is_wanted: vec![true; n],
        });
        begin += n;
    }
    linked
}
