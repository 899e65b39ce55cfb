//! How much is read of one file. The page has 32 bits and one thread; nobody publishes more than this in one table.

/// Bytes of a file: a million cells take about 45 MB where every cell has a status.
pub const BYTES: usize = 50 * 1024 * 1024;

/// Bytes of a table of texts: a million rows of eight columns take 57 MB.
pub const TABLE_BYTES: usize = 100 * 1024 * 1024;

/// Bytes of all files of an archive together, unpacked: workbooks unpack to ten times their size.
pub const UNPACKED_BYTES: usize = 2 * TABLE_BYTES;

/// How many times its packed size a file of an archive may have; tables of figures pack to a tenth.
pub const ZIP_RATIO: u64 = 100;

/// Files of an archive.
pub const ENTRIES: usize = 1000;

/// Cells of a sheet, the empty ones between them counted.
pub const GRID_CELLS: usize = 20 * 1000 * 1000;

/// Columns of a table: wide tables have one for each year or measure.
pub const COLUMNS: usize = 2000;

/// Cells of a dataset: at 40 bytes each they fit in a phone.
pub const CELLS: usize = 5 * 1000 * 1000;

/// Dimensions of a dataset: the largest known tables have twelve.
pub const DIMENSIONS: usize = 20;

/// Bytes of one text: the longest notes known are a few thousand letters.
pub const TEXT_BYTES: usize = 64 * 1024;

/// Items of a catalogue: more is an archive, and wants a search.
pub const ITEMS: usize = 1000;

/// Line and column of the first text that is too long, seen before anything is built of it.
pub fn too_long_text(bytes: &[u8]) -> Option<(usize, usize)> {
    let (mut line, mut line_start) = (1_usize, 0_usize);
    let mut start = None;
    let mut is_escaped = false;
    for (at, &byte) in bytes.iter().enumerate() {
        match (start, byte) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), b'\\') => is_escaped = true,
            (Some(_), b'"') => start = None,
            (Some(start), _) if at.saturating_sub(start) > TEXT_BYTES => {
                return Some((line, start.saturating_sub(line_start).saturating_add(1)));
            }
            (None, b'"') => start = Some(at),
            (None, b'\n') => {
                line = line.saturating_add(1);
                line_start = at.saturating_add(1);
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_found_where_it_begins_and_a_quoted_mark_does_not_end_it() {
        let text = |n| format!("{{\n \"a\": \"\\\"{}\"}}", "x".repeat(n));
        assert_eq!(too_long_text(text(10).as_bytes()), None);
        assert_eq!(too_long_text(text(TEXT_BYTES).as_bytes()), Some((2, 7)));
    }
}
