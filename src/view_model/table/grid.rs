//! Walking a table cell by cell: the keys of the ARIA grid pattern.

/// So many rows at a time by Page Up and Page Down.
const PAGE: usize = 10;

/// A key that moves from cell to cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// One cell up.
    Up,
    /// One cell down.
    Down,
    /// One cell to the left.
    Left,
    /// One cell to the right.
    Right,
    /// The first cell of the row.
    RowStart,
    /// Its last.
    RowEnd,
    /// The first row.
    Top,
    /// The last.
    Bottom,
    /// Some rows up.
    PageUp,
    /// Some rows down.
    PageDown,
}

impl Key {
    /// The key of this name, as `KeyboardEvent.key` has it, with Ctrl (or Cmd) or without.
    pub fn from_name(name: &str, is_with_control: bool) -> Option<Self> {
        Some(match (name, is_with_control) {
            ("ArrowUp", false) => Self::Up,
            ("ArrowDown", false) => Self::Down,
            ("ArrowLeft", false) => Self::Left,
            ("ArrowRight", false) => Self::Right,
            ("Home", false) => Self::RowStart,
            ("End", false) => Self::RowEnd,
            ("Home", true) => Self::Top,
            ("End", true) => Self::Bottom,
            ("PageUp", false) => Self::PageUp,
            ("PageDown", false) => Self::PageDown,
            _ => return None,
        })
    }
}

/// The cell (row, column) that a key leads to from another, in a table of so many rows and columns; row 0 is the heads. None for a table without cells.
pub fn moved_cell(
    key: Key,
    (row, column): (usize, usize),
    (n_rows, n_columns): (usize, usize),
) -> Option<(usize, usize)> {
    let (last_row, last_column) = (n_rows.checked_sub(1)?, n_columns.checked_sub(1)?);
    let (row, column) = (row.min(last_row), column.min(last_column));
    Some(match key {
        Key::Up => (row.saturating_sub(1), column),
        Key::Down => ((row + 1).min(last_row), column),
        Key::Left => (row, column.saturating_sub(1)),
        Key::Right => (row, (column + 1).min(last_column)),
        Key::RowStart => (row, 0),
        Key::RowEnd => (row, last_column),
        // The first row below the heads.
        Key::Top => (1.min(last_row), 0),
        Key::Bottom => (last_row, last_column),
        Key::PageUp => (row.saturating_sub(PAGE).max(1.min(row)), column),
        Key::PageDown => ((row + PAGE).min(last_row), column),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KEYS: [Key; 10] = [
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::RowStart,
        Key::RowEnd,
        Key::Top,
        Key::Bottom,
        Key::PageUp,
        Key::PageDown,
    ];

    #[test]
    fn a_key_leads_where_its_name_says() {
        let size = (22, 7);
        assert_eq!(moved_cell(Key::Down, (0, 3), size), Some((1, 3)));
        assert_eq!(moved_cell(Key::Up, (1, 3), size), Some((0, 3)));
        assert_eq!(moved_cell(Key::PageUp, (5, 3), size), Some((1, 3)));
        assert_eq!(moved_cell(Key::PageDown, (15, 3), size), Some((21, 3)));
        assert_eq!(moved_cell(Key::Top, (9, 3), size), Some((1, 0)));
        assert_eq!(moved_cell(Key::Bottom, (0, 0), size), Some((21, 6)));
        assert_eq!(Key::from_name("Home", true), Some(Key::Top));
        assert_eq!(Key::from_name("ArrowUp", true), None);
        assert_eq!(moved_cell(Key::Down, (0, 0), (0, 4)), None);
    }

    proptest! {
        #[test]
        fn no_key_leads_out_of_the_table(
            key in prop::sample::select(KEYS.to_vec()), at in (0..400_usize, 0..20_usize), size in (1..300_usize, 1..12_usize),
        ) {
            let (row, column) = moved_cell(key, at, size).expect("there are cells");
            prop_assert!(row < size.0 && column < size.1);
        }
    }
}
