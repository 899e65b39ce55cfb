//! The order of a table's rows: as they were given, or by a column.

use std::cmp::Ordering;

use super::TableRow;

/// By which column, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column, by place.
    pub column: usize,
    /// Whether the highest or last comes first.
    pub is_descending: bool,
}

impl Sort {
    /// What pressing the head of a column leads to: rising, then falling, then as the rows were given.
    pub fn pressed(now: Option<Self>, column: usize) -> Option<Self> {
        match now {
            Some(Self { column: at, is_descending: false }) if at == column => {
                Some(Self { column, is_descending: true })
            }
            Some(Self { column: at, is_descending: true }) if at == column => None,
            _ => Some(Self { column, is_descending: false }),
        }
    }
}

/// What a row is sorted by. Numbers before words; a row with neither is not compared.
#[derive(Clone, Debug, PartialEq)]
enum Key {
    Numbers(f64, f64),
    Words(Vec<u32>),
}

impl Key {
    fn of(row: &TableRow, column: usize) -> Option<Self> {
        let words = || row.cells.get(column).filter(|text| !text.is_empty());
        match row.data.get(column) {
            None | Some(super::Datum::Words) => words().map(|text| Self::Words(swedish_order(text))),
            Some(datum) => datum.numbers().map(|(first, second)| Self::Numbers(first, second)),
        }
    }

    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Numbers(first, second), Self::Numbers(other, another)) => {
                first.total_cmp(other).then(second.total_cmp(another))
            }
            (Self::Words(words), Self::Words(others)) => words.cmp(others),
            (Self::Numbers(..), Self::Words(_)) => Ordering::Less,
            (Self::Words(_), Self::Numbers(..)) => Ordering::Greater,
        }
    }
}

/// The places of the rows in this order. Rows that are alike keep the order they were given in, whichever way;
/// what is hidden, missing or empty comes last, whichever way.
pub fn order(rows: &[TableRow], sort: Option<Sort>) -> Vec<usize> {
    let Some(Sort { column, is_descending }) = sort else { return (0..rows.len()).collect() };
    let mut keyed: Vec<(usize, Option<Key>)> =
        rows.iter().enumerate().map(|(place, row)| (place, Key::of(row, column))).collect();
    keyed.sort_by(|(_, one), (_, other)| match (one, other) {
        (Some(one), Some(other)) if is_descending => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    keyed.into_iter().map(|(place, _)| place).collect()
}

/// A key that sorts å, ä, ö last, as Swedish does.
pub fn swedish_order(name: &str) -> Vec<u32> {
    name.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'å' => 0x1_0000,
            'ä' | 'æ' => 0x1_0001,
            'ö' | 'ø' => 0x1_0002,
            'á' | 'à' | 'â' => u32::from('a'),
            'é' | 'è' | 'ê' | 'ë' => u32::from('e'),
            'ü' => u32::from('y'),
            other => u32::from(other),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        model::figure::{Absence, Figure},
        stats::interval::Interval,
        verdict::Kind,
        view_model::table::Datum,
    };

    fn row(name: &str, datum: Datum) -> TableRow {
        let text = if datum == Datum::Nothing { "" } else { "x" };
        let cells = vec![name.to_owned(), text.to_owned()];
        TableRow { code: name.to_owned(), cells, data: vec![Datum::Words, datum], looks: Vec::new(), is_picked: false }
    }

    fn names(rows: &[TableRow], column: usize, is_descending: bool) -> String {
        let order = order(rows, Some(Sort { column, is_descending }));
        order.into_iter().map(|place| rows[place].code.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_go_by_value_and_what_is_hidden_comes_last_both_ways() {
        let figure = |value: f64| Datum::figure(&Figure::exact(value), 0);
        let hidden = Datum::figure(&Figure::Absent(Absence::Suppressed), 0);
        let rows = [
            row("a", figure(9.0)),
            row("h", hidden),
            row("b", figure(100.0)),
            row("m", Datum::Nothing),
            row("c", figure(-4.0)),
        ];
        assert_eq!(names(&rows, 1, false), "c a b h m");
        assert_eq!(names(&rows, 1, true), "b a c h m");
    }

    #[test]
    fn names_go_as_in_swedish() {
        let rows = ["Öland", "Zorn", "Ängelholm", "ale", "Åmål", "Idé", "Iden"].map(|name| row(name, Datum::Words));
        assert_eq!(names(&rows, 0, false), "ale Idé Iden Zorn Åmål Ängelholm Öland");
        assert_eq!(names(&rows, 0, true), "Öland Ängelholm Åmål Zorn Iden Idé ale");
    }

    #[test]
    fn verdicts_go_as_in_a_legend_and_ranges_by_their_lower_bound() {
        let verdicts = [Kind::Lower, Kind::NoFigure, Kind::TooFew, Kind::Higher, Kind::NotApart];
        let rows = verdicts.map(|kind| row(kind.id(), Datum::Verdict(kind)));
        assert_eq!(names(&rows, 1, false), "higher not-apart lower too-few no-figure");
        let range = |low, high| Datum::range(Some(Interval { low, high }), 0);
        let rows = [row("b", range(2.0, 9.0)), row("c", range(10.0, 11.0)), row("a", range(2.0, 3.0))];
        assert_eq!(names(&rows, 1, false), "a b c");
    }

    #[test]
    fn a_head_is_pressed_up_down_and_away() {
        let rising = Sort::pressed(None, 2);
        assert_eq!(rising, Some(Sort { column: 2, is_descending: false }));
        let falling = Sort::pressed(rising, 2);
        assert_eq!(falling, Some(Sort { column: 2, is_descending: true }));
        assert_eq!(Sort::pressed(falling, 2), None);
        assert_eq!(Sort::pressed(falling, 1), Some(Sort { column: 1, is_descending: false }));
    }

    proptest! {
        #[test]
        fn every_row_stays_and_likes_keep_their_order(values in prop::collection::vec(prop::option::of(-3_i32..4), 0..30), is_descending: bool) {
            let datum = |value: &Option<i32>| value.map_or(Datum::Nothing, |value| Datum::figure(&Figure::exact(f64::from(value)), 0));
            let rows: Vec<TableRow> = values.iter().map(|value| row("", datum(value))).collect();
            let order = order(&rows, Some(Sort { column: 1, is_descending }));
            let mut all = order.clone();
            all.sort_unstable();
            prop_assert_eq!(all, (0..rows.len()).collect::<Vec<_>>());
            for pair in order.windows(2) {
                let (one, next) = (values[pair[0]], values[pair[1]]);
                let is_right = match (one, next) {
                    (Some(one), Some(next)) if one == next => pair[0] < pair[1],
                    (Some(one), Some(next)) => (one < next) != is_descending,
                    (None, None) => pair[0] < pair[1],
                    (one, _) => one.is_some(),
                };
                prop_assert!(is_right, "{:?} before {:?}", one, next);
            }
        }
    }
}
