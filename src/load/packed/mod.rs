//! A cube as bytes that need no parsing: how a worker hands it to the page, and how the start page gets its datasets.
//!
//! All numbers are little-endian. `insynpk4`, then three `u32`: bytes of the head, columns, cells of each column. Then the head, in
//! the order of `layout`; for each column a byte for the width of its numbers (the bytes of one), a byte for whether it has flags,
//! its numbers, its states as a byte each, and its flags as `u16`; for each column the number of its remarks as `u32`, and these,
//! and the number of its distinct signs that nobody explains as `u32`, and these, where there are any with the width of their codes
//! and a code for each cell.
//! A remark is its row as `u32`, a byte that says what there is (`HAS_…`), and that, in this order.
//! A text is its length in bytes as `u32`, and its UTF-8.

pub mod layout;
pub mod rest;

mod whole;

use std::collections::BTreeMap;

use layout::Packs;
use rest::{Rest, n_bytes_of};

use super::{
    complaint::{Complaint, Place, Severity},
    fault::Fault,
    jsonstat::vocabulary::{self, READINGS},
};
use crate::model::{
    cube::{Bytes, Column, Cube, Parts, Remark},
    dataset::Dataset,
    slices::{at_once, in_slices},
};

/// The first bytes: what it is, and its version.
pub const MARK: &[u8; 8] = b"insynpk4";

/// The remark has a word for how exact the number is.
pub const HAS_QUALIFIER: u8 = 1;
/// The remark has a source, a `u32`.
pub const HAS_SOURCE: u8 = 2;
/// The remark has a word for how the figure was read.
pub const HAS_READING: u8 = 4;
/// The remark has the number of its figure in the table of sources.
pub const HAS_FACT: u8 = 8;
/// The remark has a note: a byte for its language, its words, a byte for whether there is a translation, and that.
pub const HAS_NOTE: u8 = 16;

/// The cube in a file that `insyn data` or `insyn publish` has packed for the start page.
///
/// # Errors
/// A fatal complaint: the file is of another version, or none of this kind.
pub fn read(bytes: &[u8], id: &str) -> Result<Cube, Complaint> {
    let complaint = |fault| Complaint { severity: Severity::Fatal, place: Place::File, fault };
    if let Some(found) = other_version(bytes) {
        return Err(complaint(Fault::OtherPacking { expected: version(MARK), found }));
    }
    unpack(bytes, id).ok_or_else(|| complaint(Fault::NotPacked))
}

/// The letter of the version, the last of the mark.
fn version(mark: &[u8; 8]) -> char {
    mark.last().copied().map_or(' ', char::from)
}

/// The version of a packed file that is not ours.
fn other_version(bytes: &[u8]) -> Option<char> {
    let mark = bytes.first_chunk().filter(|mark| *mark != MARK)?;
    let is_packed = mark.split_last().map(|(_, name)| name) == MARK.split_last().map(|(_, name)| name);
    (is_packed && version(mark).is_ascii_graphic()).then(|| version(mark))
}

/// The cube; none where the bytes are not what `export::packed::pack` makes. The cells are copied, not parsed.
pub fn unpack(bytes: &[u8], id: &str) -> Option<Cube> {
    at_once(unpack_in_slices(bytes, id, &async || {})).flatten()
}

/// The same with pauses, for a page that has other things to do.
pub async fn unpack_in_slices(bytes: &[u8], id: &str, pause: &impl AsyncFn()) -> Option<Cube> {
    let mut rest = Rest(bytes.strip_prefix(MARK)?);
    let (head, n_columns, n_rows) = (rest.count()?, rest.count()?, rest.count()?);
    let mut head = Rest(rest.take(head)?);
    // Before anything is built of the head: no fewer bytes of cells than it will have cells.
    let n_bytes = n_columns.checked_mul(n_rows)?.checked_mul(size_of::<u16>().checked_add(1)?)?;
    if rest.0.len() < n_bytes {
        return None;
    }
    let (mut dataset, dimensions, measures) =
        (Dataset::take(&mut head)?, Packs::take(&mut head)?, Packs::take(&mut head)?);
    dataset.id = id.to_owned();
    let mut cube = Cube { dataset, dimensions, measures, columns: Vec::new() };
    if !head.0.is_empty() || !whole::is_whole(&cube, n_columns, n_rows) {
        return None;
    }
    let mut columns = Vec::new();
    for _ in 0..n_columns {
        let (width, has_flags) = (rest.width()?, rest.byte()?);
        let numbers = Bytes::of(width, rest.take(n_rows.checked_mul(n_bytes_of(width))?)?)?;
        let states = rest.take(n_rows)?;
        let n_flags = if has_flags == 0 { 0 } else { n_rows };
        let (flags, _) = rest.take(n_flags.checked_mul(size_of::<u16>())?)?.as_chunks();
        let mut column = Column::with_capacity(width, n_rows);
        let mut fits = true;
        in_slices(n_rows, pause, |rows| {
            let parts = || {
                let flags = if flags.is_empty() { flags } else { flags.get(rows.clone())? };
                Some(Parts { numbers: numbers.get(rows.clone())?, states: states.get(rows.clone())?, flags })
            };
            fits &= parts().and_then(|parts| column.extend(parts)).is_some();
        })
        .await;
        columns.push(fits.then_some(column)?);
    }
    let n_sources = cube.dataset.sources.len();
    for column in columns {
        let column = column.with_remarks(rest.remarks(n_sources)?)?;
        cube.columns.push(rest.signs(column)?);
    }
    rest.0.is_empty().then_some(cube)
}

impl Rest<'_> {
    /// The remarks of a column, by row; none where a row stands twice or before an earlier one.
    fn remarks(&mut self, n_sources: usize) -> Option<BTreeMap<u32, Remark>> {
        let n = self.count()?;
        let mut remarks: Vec<(u32, Remark)> = Vec::new();
        for _ in 0..n {
            let row = u32::from_le_bytes(self.array()?);
            if remarks.last().is_some_and(|(last, _)| *last >= row) {
                return None;
            }
            remarks.push((row, self.remark(n_sources)?));
        }
        // Of a sorted list the tree is built in one go.
        Some(remarks.into_iter().collect())
    }

    /// The column with its signs; none where they do not fit.
    fn signs(&mut self, column: Column) -> Option<Column> {
        let n = self.count()?;
        if n == 0 {
            return Some(column);
        }
        let distinct = (0..n).map(|_| self.text().map(str::to_owned)).collect::<Option<Vec<_>>>()?;
        let width = self.width()?;
        let codes = self.take(column.len().checked_mul(n_bytes_of(width))?)?;
        column.with_signs(distinct, Bytes::of(width, codes)?.into())
    }

    fn remark(&mut self, n_sources: usize) -> Option<Remark> {
        let mut remark = Remark::default();
        let has = self.byte()?;
        if has & HAS_QUALIFIER != 0 {
            remark.qualifier = Some(vocabulary::known_qualifier(self.text()?)?);
        }
        if has & HAS_SOURCE != 0 {
            remark.source = Some(self.count().filter(|source| *source < n_sources)?);
        }
        if has & HAS_READING != 0 {
            remark.reading = Some(vocabulary::meaning(READINGS, self.text()?)?);
        }
        if has & HAS_FACT != 0 {
            remark.fact = Some(self.text()?.to_owned());
        }
        if has & HAS_NOTE != 0 {
            remark.note = Some(Packs::take(self)?);
        }
        Some(remark)
    }
}
