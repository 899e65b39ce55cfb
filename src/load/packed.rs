//! A cube as a worker hands it to the page: a small JSON-stat head, and the cells as bytes that need no parsing.
//!
//! All numbers are little-endian. `insynpk3`, then three `u32`: bytes of the head, columns, cells of each column. Then the head;
//! for each column a byte for the width of its numbers (the bytes of one), a byte for whether it has flags, its numbers, its states
//! as a byte each, and its flags as `u16`; for each column the number of its remarks as `u32`, and these, and the number of its distinct
//! signs that nobody explains as `u32`, and these, where there are any with the width of their codes and a code for each cell.
//! A remark is its row as `u32`, a byte that says what there is (`HAS_…`), and that, in this order.
//! A text is its length in bytes as `u32`, and its UTF-8.

use std::collections::BTreeMap;

use super::jsonstat::{
    self,
    vocabulary::{self, READINGS},
};
use crate::model::{
    cube::{Bytes, Column, Cube, Parts, Remark, Width},
    slices::{at_once, in_slices},
    text::{Language, Text},
};

/// The first bytes.
pub const MARK: &[u8; 8] = b"insynpk3";

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

/// The widths of numbers, and the bytes of one.
const WIDTHS: [(Width, u8); 3] = [(Width::U16, 2), (Width::U32, 4), (Width::F64, 8)];

/// The byte that says this width: as many bytes as a number has.
pub fn width_byte(width: Width) -> u8 {
    WIDTHS.iter().find(|(known, _)| *known == width).map_or(0, |(_, byte)| *byte)
}

/// The bytes of one number of this width.
pub fn n_bytes_of(width: Width) -> usize {
    usize::from(width_byte(width))
}

/// The cube; none where the bytes are not what `export::packed::pack` makes. The cells are copied, not parsed.
pub fn unpack(bytes: &[u8], id: &str) -> Option<Cube> {
    at_once(unpack_in_slices(bytes, id, &async || {})).flatten()
}

/// The same with pauses, for a page that has other things to do.
pub async fn unpack_in_slices(bytes: &[u8], id: &str, pause: &impl AsyncFn()) -> Option<Cube> {
    let mut rest = Rest(bytes.strip_prefix(MARK)?);
    let (head, n_columns, n_rows) = (rest.count()?, rest.count()?, rest.count()?);
    let head = rest.take(head)?;
    // Before anything is built of the head: no fewer bytes of cells than it will have cells.
    let n_bytes = n_columns.checked_mul(n_rows)?.checked_mul(size_of::<u16>().checked_add(1)?)?;
    if rest.0.len() < n_bytes {
        return None;
    }
    let mut cube = jsonstat::read_head(head, id)?;
    if cube.columns.len() != n_columns || (n_columns > 0 && cube.n_rows() != Some(n_rows)) {
        return None;
    }
    cube.columns.clear();
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

/// What is not read yet.
struct Rest<'b>(&'b [u8]);

impl<'b> Rest<'b> {
    fn take(&mut self, n: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.array().map(|[byte]| byte)
    }

    fn width(&mut self) -> Option<Width> {
        let byte = self.byte()?;
        WIDTHS.iter().find(|(_, known)| *known == byte).map(|(width, _)| *width)
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(self.array()?)).ok()
    }

    fn text(&mut self) -> Option<&'b str> {
        let n = self.count()?;
        std::str::from_utf8(self.take(n)?).ok()
    }

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
            remark.note = Some(self.note()?);
        }
        Some(remark)
    }

    fn note(&mut self) -> Option<Text> {
        let language = *Language::ALL.get(usize::from(self.byte()?))?;
        let text = Text::new(language, self.text()?);
        Some(if self.byte()? == 0 { text } else { text.translated(self.text()?) })
    }
}
