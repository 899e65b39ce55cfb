//! Signs that nobody explains: each distinct one is kept once, and a cell has its code.

use std::collections::HashMap;

use super::{
    column::Column,
    numbers::{Numbers, Width},
    state::State,
};

/// The signs of a column.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    /// In the order they came.
    distinct: Vec<String>,
    /// Where each is among them, once there are many.
    places: HashMap<String, usize>,
    /// By row, one more than its place among the distinct; 0 where there is none. No rows at all where no cell has any.
    codes: Numbers,
}

/// So many distinct signs are looked through one by one: that is quicker than hashing, and most columns have no more.
const NEAR: usize = 8;

impl Signs {
    /// The sign in a row, whether or not the cell's state still says that there is one.
    pub fn get(&self, row: usize) -> Option<&str> {
        let code = self.code(row)?;
        self.distinct.get(code.checked_sub(1)?).map(String::as_str)
    }

    /// Writes a sign; there are so many rows.
    pub fn set(&mut self, row: usize, n_rows: usize, sign: &str) {
        let place = self.place(sign);
        self.codes.fill_up(n_rows);
        self.codes.set(row, place.saturating_add(1) as f64);
    }

    fn code(&self, row: usize) -> Option<usize> {
        match &self.codes {
            Numbers::U16(it) => it.get(row).copied().map(usize::from),
            Numbers::U32(it) => it.get(row).and_then(|code| usize::try_from(*code).ok()),
            // There are never so many.
            Numbers::F64(_) => None,
        }
    }

    /// Where a sign is among the distinct ones.
    fn place(&mut self, sign: &str) -> usize {
        if let Some(place) = self.distinct.iter().take(NEAR).position(|known| known == sign) {
            return place;
        }
        if let Some(place) = self.places.get(sign) {
            return *place;
        }
        let place = self.distinct.len();
        self.distinct.push(sign.to_owned());
        if place >= NEAR {
            self.places.insert(sign.to_owned(), place);
        }
        place
    }
}

impl Column {
    /// The sign of a cell, where it has one that nobody explains.
    pub fn sign(&self, row: usize) -> Option<&str> {
        (self.states.get(row) == Some(&State::UnknownSymbol)).then(|| self.signs.get(row).unwrap_or_default())
    }

    /// All signs that nobody explains, by row.
    pub fn signs(&self) -> impl Iterator<Item = (usize, &str)> {
        // Most columns have none, which is seen at once.
        let n = if self.signs.codes.is_empty() { 0 } else { self.len() };
        (0..n).filter_map(|row| Some((row, self.sign(row)?)))
    }

    /// Writes these signs into cells that hold nothing yet, as `set` does one by one. Rows outside the column are left alone.
    pub fn set_signs<'s>(&mut self, signs: impl Iterator<Item = (u32, &'s str)>) {
        let n_rows = self.len();
        for (row, sign) in signs {
            if let Ok(row) = usize::try_from(row)
                && let Some(state) = self.states.get_mut(row)
            {
                *state = State::UnknownSymbol;
                self.signs.set(row, n_rows, sign);
            }
        }
    }

    /// The distinct signs, and by row one more than the place of the cell's among them, 0 where it has none; no rows where no cell has any.
    pub fn sign_codes(&self) -> (&[String], &Numbers) {
        (&self.signs.distinct, &self.signs.codes)
    }

    /// The column, with signs as `sign_codes` gives them; none where they do not fit.
    pub fn with_signs(mut self, distinct: Vec<String>, codes: Numbers) -> Option<Self> {
        let most = distinct.len();
        let is_known = |code: Option<f64>| code.is_some_and(|code| code <= most as f64);
        let fits = codes.width() != Width::F64 && (0..codes.len()).all(|row| is_known(codes.get(row)));
        if !fits || codes.len() != self.len() {
            return None;
        }
        let places = distinct.iter().enumerate().skip(NEAR);
        let places = places.map(|(place, sign)| (sign.clone(), place)).collect();
        self.signs = Signs { distinct, places, codes };
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figure::{Absence, Figure};

    fn unknown(sign: &str) -> Figure {
        Figure::Absent(Absence::UnknownSymbol(sign.into()))
    }

    #[test]
    fn signs_come_one_by_one_or_many_at_once() {
        let signs = [(1, "x"), (2, ".."), (5, "x"), (9, "x")];
        let (mut one_by_one, mut at_once) = (Column::unpublished(7), Column::unpublished(7));
        for column in [&mut one_by_one, &mut at_once] {
            column.set(3, unknown("–"));
        }
        for (row, sign) in signs {
            one_by_one.set(row, unknown(sign));
        }
        at_once.set_signs(signs.into_iter().map(|(row, sign)| (u32::try_from(row).expect("few rows"), sign)));
        assert_eq!(at_once, one_by_one);
        assert_eq!(at_once.signs().collect::<Vec<_>>(), [(1, "x"), (2, ".."), (3, "–"), (5, "x")]);
    }

    #[test]
    fn a_sign_is_kept_once_however_many_cells_have_it() {
        let mut column = Column::unpublished(1000);
        for row in 0..1000 {
            column.set(row, unknown(&(row % 20).to_string()));
        }
        assert_eq!(column.sign_codes().0.len(), 20);
        assert!(column.signs().all(|(row, sign)| sign == (row % 20).to_string()));
    }

    #[test]
    fn columns_are_the_same_whatever_they_once_had() {
        let (mut one, mut other) = (Column::unpublished(3), Column::unpublished(3));
        one.set(0, unknown("b"));
        one.set(1, unknown("a"));
        one.set(0, Figure::exact(7.0));
        other.set(1, unknown("a"));
        other.set_exact(0, 7.0);
        assert_eq!(one, other);
        assert_eq!(one.sign(0), None);
        other.set(1, unknown("b"));
        assert_ne!(one, other);
    }

    #[test]
    fn signs_that_do_not_fit_are_no_column() {
        let column = |codes| Column::unpublished(2).with_signs(vec!["x".into()], codes);
        assert!(column(Numbers::U16(vec![0, 1])).is_some());
        assert!(column(Numbers::U16(vec![0, 2])).is_none());
        assert!(column(Numbers::U16(vec![0])).is_none());
        assert!(column(Numbers::F64(vec![0.0, 1.0])).is_none());
    }
}
