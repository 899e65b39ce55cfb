//! The order of a table's rows as an address says it: by a column's id, and which way.

use super::{Sort, TableColumn, TablePanel, TableRow, order};

/// What stands before the id of a column whose highest or last comes first.
const FALLING: char = '-';

/// What stands before the id of another column, where that id itself begins with a sign.
const RISING: char = '+';

/// By which column, and which way; whether a table has such a column is the table's to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedBy {
    /// The column, by id; never empty.
    pub column: String,
    /// Whether the highest or last comes first.
    pub is_descending: bool,
}

impl SortedBy {
    /// "value" or "-value"; none where there is no id.
    pub fn from_text(text: &str) -> Option<Self> {
        let falling = text.strip_prefix(FALLING);
        let column = falling.or_else(|| text.strip_prefix(RISING)).unwrap_or(text);
        (!column.is_empty()).then(|| Self { column: column.to_owned(), is_descending: falling.is_some() })
    }

    /// The text that [`Self::from_text`] reads.
    pub fn text(&self) -> String {
        match (self.is_descending, self.column.starts_with([FALLING, RISING])) {
            (true, _) => format!("{FALLING}{}", self.column),
            (false, true) => format!("{RISING}{}", self.column),
            (false, false) => self.column.clone(),
        }
    }

    /// What this order of a table with these columns is called; none where the table has no such column.
    pub fn of(sort: Sort, columns: &[TableColumn]) -> Option<Self> {
        let column = columns.get(sort.column)?.id.clone();
        (!column.is_empty()).then_some(Self { column, is_descending: sort.is_descending })
    }

    /// The table in this order; as it is, where it has no such column.
    pub fn applied(&self, mut panel: TablePanel) -> TablePanel {
        let places = order(&panel.rows, self.among(&panel.columns));
        let mut rows: Vec<Option<TableRow>> = panel.rows.into_iter().map(Some).collect();
        panel.rows = places.into_iter().filter_map(|place| rows.get_mut(place)?.take()).collect();
        panel
    }

    /// The order of a table with these columns: by the first that has this id; none where none has it.
    pub fn among(&self, columns: &[TableColumn]) -> Option<Sort> {
        let column = columns.iter().position(|column| column.id == self.column)?;
        Some(Sort { column, is_descending: self.is_descending })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::view_model::table::Holds;

    fn columns(ids: &[String]) -> Vec<TableColumn> {
        ids.iter().map(|id| TableColumn::new(id.as_str(), "", Holds::Figures)).collect()
    }

    #[test]
    fn a_minus_means_falling() {
        let read = |text| SortedBy::from_text(text).map(|by| (by.column, by.is_descending));
        assert_eq!(read("value"), Some(("value".into(), false)));
        assert_eq!(read("-value"), Some(("value".into(), true)));
        assert_eq!(read("+-value"), Some(("-value".into(), false)));
        assert_eq!((read(""), read("-"), read("+")), (None, None, None));
    }

    #[test]
    fn a_column_that_is_not_there_sorts_nothing_and_of_two_alike_the_first_does() {
        let columns = columns(&["label", "value", "value"].map(str::to_owned));
        let sort = |text| SortedBy::from_text(text).and_then(|by| by.among(&columns));
        assert_eq!(sort("-value"), Some(Sort { column: 1, is_descending: true }));
        assert_eq!(sort("rank"), None);
        assert_eq!(SortedBy::of(Sort { column: 9, is_descending: true }, &columns), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(ids in prop::collection::vec("[-+]{0,2}.{1,6}", 1..6), column in 0_usize..6, is_descending: bool) {
            let columns = columns(&ids);
            let by = SortedBy::of(Sort { column, is_descending }, &columns);
            prop_assert_eq!(by.is_some(), column < ids.len());
            if let Some(by) = by {
                prop_assert_eq!(SortedBy::from_text(&by.text()), Some(by.clone()));
                let first = ids.iter().position(|id| *id == by.column);
                prop_assert_eq!(by.among(&columns).map(|sort| (Some(sort.column), sort.is_descending)), Some((first, is_descending)));
            }
        }
    }
}
